"""When a yes is live: the rule alone, on plain values, so that it loads fast."""

import datetime as dt

from directory_app.model.terms import Answer


def year_after(day: dt.date) -> dt.date:
    """The same day twelve months on; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def earliest_live(on: dt.date) -> dt.date:
    """The first day whose yes can still be live on ``on``: year_after(day) >= on."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return dt.date(on.year - 1, 3, 1)


def last_live_day(
    answer: str, asked_on: dt.date | None, asked_by: str, review_by: dt.date | None
) -> dt.date | None:
    """The last day on which an answer is a live yes, or None if it is none at all.

    Live means: yes, with a date and who asked, and not past its review-by, which is twelve
    months after the date at most.
    """
    if answer != Answer.YES or asked_on is None or not asked_by.strip():
        return None
    latest = year_after(asked_on)
    return min(review_by, latest) if review_by else latest


def is_live(
    answer: str, asked_on: dt.date | None, asked_by: str, review_by: dt.date | None, on: dt.date
) -> bool:
    """Whether an answer is a live yes on the day ``on``."""
    last = last_live_day(answer, asked_on, asked_by, review_by)
    return last is not None and asked_on is not None and asked_on <= on <= last
