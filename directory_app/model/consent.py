"""What the owner said, channel by channel, and when a yes is live."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from directory_app.model.ids import new_id
from directory_app.model.terms import Answer


class Consent(SQLModel, table=True):
    """The answer for one channel of one business; no row means not asked."""

    __table_args__ = (
        Index("ix_consent_of_business", "business_id", "channel", unique=True),
        Index("ix_consent_by_answer", "channel", "answer", "business_id"),
    )

    id: str = Field(default_factory=new_id, primary_key=True)
    business_id: str = Field(foreign_key="business.id", ondelete="CASCADE")
    channel: str
    answer: str = Answer.NOT_ASKED
    date: dt.date | None = None
    asked_by: str = ""
    given_by_role: str = ""
    method: str = ""
    language: str = ""
    wording_version: str = ""
    review_by: dt.date | None = None


def year_after(day: dt.date) -> dt.date:
    """The same day twelve months on; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


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
