"""The columns of a spreadsheet: headings that our own import knows, each with its value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from directory_app.exporting import facts
from directory_app.formats.entry import About, Value
from directory_app.model import fields
from directory_app.model.fields import Field, Hiding
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


def _of_field(field: Field) -> Iterator[Column]:
    """The column of a field; the telephones stand before the e-mail."""
    if field.name == "email":
        phone = fields.PHONE[0].column
        assert phone is not None
        yield Column(phone.heading, lambda each, _: facts.telephones(each), phone.width)
    own = field.column
    if own is None or not own.public:
        return
    if field.hiding is Hiding.PIN:
        yield Column(own.heading, partial(_coordinate, field.name == "latitude"), own.width)
        return
    value = partial(facts.cell, field)
    yield Column(own.heading, lambda each, _: value(each), own.width, own.language)


def _coordinate(index: int, listing: PublicListing, about: About) -> Value:
    found = facts.coordinates(listing)
    return None if found is None else found[index]


COLUMNS = (
    *(column for field in fields.BUSINESS for column in _of_field(field)),
    Column("Puertas run", lambda _, about: str(about.run), 11),
    Column("Use by", lambda _, about: about.use_by.isoformat(), 11),
)


def columns(about: About) -> list[Column]:
    """The columns of an export in its languages."""
    return [each for each in COLUMNS if each.language in ("", *about.languages)]
