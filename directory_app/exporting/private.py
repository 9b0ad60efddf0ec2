"""A spreadsheet for the coalition's own people: all that they work with, and marked PRIVATE.

It takes StaffListings and nothing else. There are no contact persons, no private notes and no
confidential telephones in it, because a file can be lost; a home says its town alone. Its own
words say nowhere whose businesses these are.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from directory_app.exporting import facts
from directory_app.exporting.facts import tidied
from directory_app.formats.csv import as_csv
from directory_app.formats.entry import About
from directory_app.formats.xlsx import put_text, same_bytes, short_enough
from directory_app.model import categories
from directory_app.model.listing import StaffListing

FORMATS = ("csv", "xlsx")
#: What stands in the name of the file, its first row, its sheet and its headers.
MARK = "PRIVATE"
_ON, _OVER = "FFFFFF", "A3262A"
_CHANNELS = (("print", "print"), ("map", "map"), ("web", "web"), ("share", "share"),
             ("geocode_online", "look-up"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    value: Callable[[StaffListing], str]
    width: int = 14


def _yes_no(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"


def _answer(channel: str) -> Callable[[StaffListing], str]:
    """Such as "yes, until 2027-10-12", "yes, not in force", "not asked"."""

    def value(each: StaffListing) -> str:
        said = each.answer(channel)
        if said.answer != "yes":
            return said.answer.replace("_", " ")
        return f"yes, until {said.until.isoformat()}" if said.until else "yes, not in force"

    return value


_COLUMNS = (
    _Column("Puertas code", lambda each: each.code, 8),
    _Column("Name", lambda each: each.name, 30),
    _Column("Other name", lambda each: each.alternate_name, 20),
    _Column("Category", lambda each: categories.name(each.category, "en"), 18),
    _Column("Cuisine", lambda each: "; ".join(each.cuisine)),
    _Column("Languages", facts.language_names, 18),
    _Column("Street address", lambda each: each.address_1, 26),
    _Column("Address line 2", lambda each: each.address_2),
    _Column("City", lambda each: each.city),
    _Column("State", lambda each: each.state_province, 6),
    _Column("ZIP", lambda each: each.postal_code, 8),
    _Column("Directions", lambda each: each.directions_en, 26),
    _Column("Cómo llegar", lambda each: each.directions_es, 26),
    _Column("Phone", facts.telephones, 20),
    _Column("Email", lambda each: each.email, 24),
    _Column("Website", lambda each: each.website, 26),
    _Column("Social media", lambda each: " ".join(each.same_as), 26),
    _Column("Hours", lambda each: each.opening_hours, 28),
    _Column("Puertas assumed", lambda each: "yes" if each.opening_hours_assumed else "", 8),
    _Column("Hours note", lambda each: each.hours_note_en, 22),
    _Column("Nota de horario", lambda each: each.hours_note_es, 22),
    _Column("Description", lambda each: each.description_en, 34),
    _Column("Descripción", lambda each: each.description_es, 34),
    _Column("Payment", lambda each: "; ".join(each.payment_accepted)),
    _Column("Price", lambda each: each.price_range, 8),
    _Column("Takeaway", lambda each: _yes_no(each.takeaway), 9),
    _Column("Delivery", lambda each: _yes_no(each.delivery), 9),
    _Column("Catering", lambda each: _yes_no(each.catering), 9),
    _Column("Wheelchair", lambda each: each.wheelchair, 10),
    _Column("Status", lambda each: each.status.replace("_", " "), 12),
    _Column("Checked on", lambda each: each.assured_date.isoformat() if each.assured_date else ""),
    _Column("Puertas review", lambda each: each.review_state, 11),
    _Column("Puertas place", lambda each: each.location_visibility, 10),
    *(_Column(f"Puertas {word}", _answer(channel), 22) for channel, word in _CHANNELS),
)  # fmt: skip


def name_marked(stem: str) -> str:
    """A file's name with the mark in front, where it lacks it."""
    return stem if MARK in stem else f"{MARK} {stem}"


def marks(about: About) -> str:
    """What the first row says, in both languages: it may lie open on any table."""
    number, day = f"{about.run:04}", about.made_on.isoformat()
    return (
        f"{MARK} · Puertas {number} · {day} · For our own people. Do not pass it on; delete it "
        "when done. · Solo para nuestra gente. No lo comparta; bórrelo al terminar."
    )


def render(name: str, listings: Sequence[StaffListing], about: About) -> bytes:
    """The whole file ("csv" or "xlsx"), in memory. The same input, the same bytes.

    The first row is the mark, the second the headings. UserError for a text too long for Excel.
    """
    writers = {"csv": _as_csv, "xlsx": _as_xlsx}
    return writers[name]([tidied(each) for each in listings], about)


def _as_csv(listings: Sequence[StaffListing], about: About) -> bytes:
    rows = ([column.value(each) for column in _COLUMNS] for each in listings)
    return as_csv(chain([[marks(about)], [column.heading for column in _COLUMNS]], rows))


def _as_xlsx(listings: Sequence[StaffListing], about: About) -> bytes:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = MARK
    _put_mark(sheet, about)
    for at, column in enumerate(_COLUMNS, start=1):
        put_text(sheet.cell(2, at), column.heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    for line, each in enumerate(listings, start=3):
        for at, column in enumerate(_COLUMNS, start=1):
            if value := column.value(each):
                short_enough(each.code, value)
                put_text(sheet.cell(line, at), value)
    sheet.freeze_panes = "C3"
    said = f"{MARK} {about.run:04}"
    book.properties.creator, book.properties.title = "Puertas", said
    return same_bytes(book, dt.datetime.combine(about.made_on, dt.time()))


def _put_mark(sheet: Worksheet, about: About) -> None:
    """White on red over the whole row; the same above each sheet of paper that is printed."""
    put_text(sheet.cell(1, 1), marks(about))
    for at in range(1, len(_COLUMNS) + 1):
        cell = sheet.cell(1, at)
        cell.fill = PatternFill("solid", fgColor=_OVER)
        cell.font = Font(bold=True, color=_ON)
    sheet.sheet_properties.tabColor = _OVER
    for part, words in ((sheet.oddHeader, f"Puertas {about.run:04}"), (sheet.oddFooter, "&P / &N")):
        assert part is not None  # openpyxl makes both with the sheet
        part.center.text = f"{MARK} · {words}"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:2"
