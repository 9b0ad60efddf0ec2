"""The columns of a spreadsheet: headings that our own import knows, each with its value."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from directory_app.exporting import facts
from directory_app.formats.entry import About, Value
from directory_app.model import categories
from directory_app.model.listing import PublicListing


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, what stands below it, and how wide it is in characters.

    ``language`` is "en" or "es" for a column that only an export in that language has.
    """

    heading: str
    value: Callable[[PublicListing, About], Value]
    width: int = 14
    language: str = ""


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _day(day: dt.date | None) -> str:
    return "" if day is None else day.isoformat()


def _coordinate(index: int) -> Callable[[PublicListing, About], Value]:
    def value(listing: PublicListing, about: About) -> Value:
        found = facts.coordinates(listing)
        return None if found is None else found[index]

    return value


COLUMNS = (
    Column("Name", lambda each, _: each.name, 30),
    Column("Other name", lambda each, _: each.alternate_name, 20),
    Column("Category", lambda each, _: categories.name(each.category, "en"), 20),
    Column("Cuisine", lambda each, _: "; ".join(each.cuisine)),
    Column("Languages", lambda each, _: facts.language_names(each), 20),
    Column("Description", lambda each, _: each.description_en, 36, "en"),
    Column("Descripción", lambda each, _: each.description_es, 36, "es"),
    Column("Street address", lambda each, _: each.address_1, 26),
    Column("Address line 2", lambda each, _: each.address_2),
    Column("City", lambda each, _: each.city),
    Column("State", lambda each, _: each.state_province, 6),
    Column("ZIP", lambda each, _: each.postal_code, 8),
    Column("Directions", lambda each, _: each.directions_en, 26, "en"),
    Column("Cómo llegar", lambda each, _: each.directions_es, 26, "es"),
    Column("Latitude", _coordinate(1), 11),
    Column("Longitude", _coordinate(0), 11),
    Column("Phone", lambda each, _: facts.telephones(each), 20),
    Column("Email", lambda each, _: each.email, 24),
    Column("Website", lambda each, _: each.website, 30),
    Column("Social media", lambda each, _: " ".join(each.same_as), 30),
    Column("Hours", lambda each, _: each.opening_hours, 30),
    Column("Hours note", lambda each, _: each.hours_note_en, 24, "en"),
    Column("Nota de horario", lambda each, _: each.hours_note_es, 24, "es"),
    Column("Payment", lambda each, _: "; ".join(each.payment_accepted)),
    Column("Price", lambda each, _: each.price_range, 8),
    Column("Takeaway", lambda each, _: _yes_no(each.takeaway), 9),
    Column("Delivery", lambda each, _: _yes_no(each.delivery), 9),
    Column("Catering", lambda each, _: _yes_no(each.catering), 9),
    Column("Wheelchair", lambda each, _: each.wheelchair, 10),
    Column("Status", lambda each, _: each.status.replace("_", " "), 12),
    Column("Checked on", lambda each, _: _day(each.assured_date), 11),
    Column("Puertas code", lambda each, _: each.code, 12),
    Column("Puertas run", lambda _, about: str(about.run), 11),
    Column("Use by", lambda _, about: about.use_by.isoformat(), 11),
)


def columns(about: About) -> list[Column]:
    """The columns of an export in its languages."""
    return [each for each in COLUMNS if each.language in ("", *about.languages)]
