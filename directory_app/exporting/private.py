"""A spreadsheet for the coalition's own people: all that they work with, and marked PRIVATE.

It takes StaffListings and nothing else. There are no contact persons, no private notes and no
confidential telephones in it, because a file can be lost; a home says its town alone. Its own
words say nowhere whose businesses these are.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
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
from directory_app.model import fields
from directory_app.model.fields import Hiding
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


def _answer(channel: str) -> Callable[[StaffListing], str]:
    """Such as "yes, until 2027-10-12", "yes, not in force", "not asked"."""

    def value(each: StaffListing) -> str:
        said = each.answer(channel)
        if said.answer != "yes":
            return said.answer.replace("_", " ")
        return f"yes, until {said.until.isoformat()}" if said.until else "yes, not in force"

    return value


def _columns() -> Iterator[_Column]:
    """The code first, for a table is wide; what is staff's alone, and the answers, last."""
    code, phone = fields.BY_NAME["code"], fields.PHONE[0].column
    assert phone is not None
    told = [f for f in fields.BUSINESS if f is not code and f.hiding is not Hiding.PIN]
    told.sort(key=lambda field: field.column is not None and not field.column.public)
    for field in (code, *told):
        if field.name == "email":
            yield _Column(phone.heading, facts.telephones, phone.width)
        if field.column is not None:
            yield _Column(field.column.heading, partial(facts.cell, field), field.column.width)
    for channel, word in _CHANNELS:
        yield _Column(f"Puertas {word}", _answer(channel), 22)


_COLUMNS = tuple(_columns())


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
