"""What the owner said, channel by channel, and when a yes is live."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from directory_app.model.columns import UtcDateTime
from directory_app.model.ids import new_id
from directory_app.model.live import is_live, last_live_day, year_after
from directory_app.model.terms import Answer

__all__ = ["Consent", "is_live", "last_live_day", "year_after"]


class Consent(SQLModel, table=True):
    """The answer for one channel of one business; no row means that nobody was ever asked.

    The state of the ledger (model/ledger.py), which alone writes it: ``refused_on`` is the day
    of the newest refusal, also where a later yes stands or the refusal was taken out;
    ``asked_again_on`` the day of the talk on which a yes stands that goes over a refusal.
    """

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
    recorded_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    refused_on: dt.date | None = None
    asked_again_on: dt.date | None = None
