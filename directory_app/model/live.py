"""When a yes is live: the rule alone, on plain values, so that it loads fast.

Its twin in SQL is store/hold.py; a test holds the two together.
"""

import datetime as dt
from dataclasses import dataclass

from directory_app.model.askers import is_named
from directory_app.model.terms import Answer


@dataclass(frozen=True, slots=True)
class Days:
    """The day that is asked about, and today: nobody has said anything yet on a day to come.

    ``on`` is never before ``today``: what is made now is handed out from now on.
    """

    on: dt.date
    today: dt.date


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

    Live means: yes, with a date and the name of who asked, and not past its review-by, which is
    twelve months after the date at most.
    """
    if answer != Answer.YES or asked_on is None or not is_named(asked_by):
        return None
    if asked_on.year >= dt.MAXYEAR:
        return None
    latest = year_after(asked_on)
    return min(review_by, latest) if review_by else latest


def is_live(  # noqa: PLR0917 - an answer as it is stored, and the two days
    answer: str,
    asked_on: dt.date | None,
    asked_by: str,
    review_by: dt.date | None,
    on: dt.date,
    today: dt.date,
) -> bool:
    """Whether an answer is a live yes on the day ``on``, as far as is known ``today``.

    Nothing is live before it was said, and nobody has said anything yet on a day to come: so a
    yes counts from its day on and not before today has reached it, whatever day is asked about.
    """
    last = last_live_day(answer, asked_on, asked_by, review_by)
    return last is not None and asked_on is not None and asked_on <= min(on, today) and on <= last
