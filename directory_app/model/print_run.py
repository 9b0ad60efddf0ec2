"""What was printed, when and about whom, so that it can be recalled."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from directory_app.model.columns import UtcDateTime, utc_now
from directory_app.model.ids import new_id
from directory_app.model.terms import RunState


class PrintRun(SQLModel, table=True):
    """One numbered thing that leaves, or was about to. Not an undo step.

    ``state`` (RunState): its number and who will be on it are kept before anything is written.
    """

    id: str = Field(default_factory=new_id, primary_key=True)
    number: int = Field(unique=True)
    event_id: str | None = Field(default=None, index=True)
    event_name: str = ""
    made_at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    use_by: date | None = None
    copies: int = 0
    layout: str = ""
    languages: str = ""
    sha256: str = ""
    state: str = RunState.COMPLETE.value


class PrintRunEntry(SQLModel, table=True):
    """What one run said about one business (JSON); empty once the business is purged."""

    __table_args__ = (Index("ix_print_run_entry", "run_id", "position", unique=True),)

    id: str = Field(default_factory=new_id, primary_key=True)
    run_id: str = Field(foreign_key="printrun.id", ondelete="CASCADE")
    position: int
    business_id: str | None = Field(default=None, index=True)
    printed: str = ""
