"""A business and its public phones, as they are kept."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from directory_app.model.columns import TextList, UtcDateTime, utc_now
from directory_app.model.ids import new_id
from directory_app.model.terms import (
    AddressType,
    LocationVisibility,
    PhoneType,
    ReviewState,
    Status,
)


class Business(SQLModel, table=True):
    """One restaurant, store or service.

    ``row_id`` orders and windows rows inside one file; ``id`` is what other tables and other
    laptops know it by. ``name_folded`` is model.text.fold(name) and is kept by the store.
    There is no field for anything that could hurt an owner, and none may be added: see
    model.never_collect.
    """

    # each sort of the table, and each filter sorted by name, reads one index from end to end:
    # ties go by name then row_id, and review_state rides along to leave out the archived
    __table_args__ = (
        Index("ix_business_by_name", "name_folded", "row_id", "review_state"),
        Index("ix_business_by_code", "code", "row_id", "review_state"),
        Index("ix_business_by_category", "category", "name_folded", "row_id", "review_state"),
        Index("ix_business_by_city", "city", "name_folded", "row_id", "review_state"),
        Index("ix_business_by_assured", "assured_date", "name_folded", "row_id", "review_state"),
        Index("ix_business_by_precision", "precision", "name_folded", "row_id", "review_state"),
        Index("ix_business_by_review", "review_state", "name_folded", "row_id"),
        # puts the hits of a search in order without reading the businesses themselves
        Index("ix_business_in_order", "row_id", "name_folded", "review_state"),
        Index("ix_business_by_modified", "last_modified", "row_id", "review_state"),
        Index("ix_business_by_place", "latitude", "longitude"),
    )

    row_id: int | None = Field(default=None, primary_key=True)
    id: str = Field(default_factory=new_id, unique=True)
    code: str = Field(unique=True)
    name: str
    name_folded: str = ""
    alternate_name: str = ""
    description_en: str = ""
    description_es: str = ""
    category: str = "other"
    cuisine: list[str] = Field(default_factory=list, sa_type=TextList)
    languages: list[str] = Field(default_factory=list, sa_type=TextList)
    address_1: str = ""
    address_2: str = ""
    city: str = ""
    county: str = ""
    state_province: str = ""
    postal_code: str = ""
    country: str = "US"
    address_type: str = AddressType.PHYSICAL
    directions_en: str = ""
    directions_es: str = ""
    latitude: float | None = None
    longitude: float | None = None
    precision: str | None = None
    geocode_source: str = ""
    geocoded_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    pin_locked: bool = False
    location_visibility: str = LocationVisibility.EXACT
    email: str = ""
    website: str = ""
    same_as: list[str] = Field(default_factory=list, sa_type=TextList)
    opening_hours: str = ""
    opening_hours_assumed: bool = False
    hours_note_en: str = ""
    hours_note_es: str = ""
    note: str = ""
    payment_accepted: list[str] = Field(default_factory=list, sa_type=TextList)
    price_range: str = ""
    takeaway: bool | None = None
    delivery: bool | None = None
    catering: bool | None = None
    wheelchair: str = ""
    status: str = Status.ACTIVE
    review_state: str = ReviewState.DRAFT
    assured_date: date | None = None
    assured_by: str = ""
    assured_method: str = ""
    last_modified: datetime = Field(default_factory=utc_now, sa_type=UtcDateTime)
    version: int = 1


class Phone(SQLModel, table=True):
    """A telephone of a business. A ``confidential`` one is never printed."""

    id: str = Field(default_factory=new_id, primary_key=True)
    business_id: str = Field(foreign_key="business.id", ondelete="CASCADE", index=True)
    position: int = 0
    number: str = Field(index=True)
    extension: str = ""
    type: str = PhoneType.VOICE
    languages: list[str] = Field(default_factory=list, sa_type=TextList)
    confidential: bool = False
