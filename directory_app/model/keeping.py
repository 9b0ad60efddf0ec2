"""What the directory keeps beside businesses: settings, tombstones, caches, drafts."""

from datetime import date, datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from directory_app.model.columns import UtcDateTime, utc_now
from directory_app.model.ids import new_id


class Setting(SQLModel, table=True):
    """A setting of this directory: timezone, whom to call about a mistake, the guide's address."""

    key: str = Field(primary_key=True)
    value: str = ""


class Tombstone(SQLModel, table=True):
    """A mark of a business that asked to be forgotten (store/tombstones.py), in hex.

    ``source``: "" or the directory that made it; ``kind``: of what it is the mark; ``month``: the
    first day of the month in which it was set.
    """

    __table_args__ = (UniqueConstraint("source", "kind", "digest"),)
    id: int | None = Field(default=None, primary_key=True)
    source: str = ""
    kind: str
    digest: str
    month: date


class ImportMapping(SQLModel, table=True):
    """The columns chosen for a list with these headings, remembered for the next file."""

    fingerprint: str = Field(primary_key=True)
    columns: str = ""


class SavedList(SQLModel, table=True):
    """A search with a name, in the sidebar."""

    id: str = Field(default_factory=new_id, primary_key=True)
    name: str
    query: str = ""
    position: int = 0


class NotDuplicate(SQLModel, table=True):
    """Two businesses that a person said are not the same (first < second)."""

    first: str = Field(primary_key=True, foreign_key="business.id", ondelete="CASCADE")
    second: str = Field(primary_key=True, foreign_key="business.id", ondelete="CASCADE")


class GeocodeCache(SQLModel, table=True):
    """What a service answered for a normalised address."""

    query: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    answer: str = ""
    at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)


class OutboundRequest(SQLModel, table=True):
    """What left this laptop, to whom and when."""

    id: str = Field(default_factory=new_id, primary_key=True)
    at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    business_id: str | None = Field(default=None, index=True)
    service: str
    sent: str
    outcome: str = ""


class EditDraft(SQLModel, table=True):
    """An edit that was not applied yet, so that nothing typed is lost."""

    row: str = Field(primary_key=True)
    at: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    values: str = ""
