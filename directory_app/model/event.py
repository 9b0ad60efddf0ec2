"""An event that guides are made for."""

import datetime as dt

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from directory_app.model.columns import UtcDateTime
from directory_app.model.ids import new_id


class Event(SQLModel, table=True):
    """A canvass, a party, a fair. ``date`` is its local day; without times it lasts all of it."""

    id: str = Field(default_factory=new_id, primary_key=True)
    name_en: str = ""
    name_es: str = ""
    date: dt.date
    starts_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    ends_at: dt.datetime | None = Field(default=None, sa_type=UtcDateTime)
    venue: str = ""
    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    host: str = ""
    intro_en: str = ""
    intro_es: str = ""
    contact: str = ""
    radius_miles: float | None = None


class EventEntry(SQLModel, table=True):
    """A person's choice for one business at one event: its place in the order, in or out."""

    __table_args__ = (
        Index("ix_event_entry", "event_id", "business_id", unique=True),
        Index("ix_event_entry_business", "business_id"),
    )

    id: str = Field(default_factory=new_id, primary_key=True)
    event_id: str = Field(foreign_key="event.id", ondelete="CASCADE")
    business_id: str = Field(foreign_key="business.id", ondelete="CASCADE")
    position: int | None = None
    included: bool | None = None
