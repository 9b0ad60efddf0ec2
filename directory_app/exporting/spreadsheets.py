"""CSV and XLSX: rows that our own import reads back, and that no program takes for formulas."""

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from directory_app.errors import UserError
from directory_app.exporting.about import About
from directory_app.exporting.columns import Value, columns
from directory_app.exporting.plain import protected, zipped
from directory_app.model.listing import PublicListing

#: A cell of Excel holds no more; openpyxl would cut it without a word.
_LONGEST_CELL = 32_767


def as_csv(listings: Sequence[PublicListing], about: About) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; commas; lines end in CRLF (RFC 4180).

    Every cell is quoted, so that no reader has to guess by apostrophes.
    """
    used = columns(about)
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL)
    table.writerow(column.heading for column in used)
    for listing in listings:
        table.writerow(_cell(column.value(listing, about)) for column in used)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    """Numbers are ours and never formulas; every other cell was typed by somebody."""
    if isinstance(value, str):
        return protected(value)
    return "" if value is None else str(value)


def as_xlsx(listings: Sequence[PublicListing], about: About) -> bytes:
    """A workbook of two sheets, the list and what it is. Text is text; no cell is a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Businesses"
    used = columns(about)
    for at, column in enumerate(used, start=1):
        put_text(sheet.cell(1, at), column.heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = column.width
    for line, listing in enumerate(listings, start=2):
        for at, column in enumerate(used, start=1):
            value = column.value(listing, about)
            if value not in ("", None):
                short_enough(listing.code, value)
                put_text(sheet.cell(line, at), value)
    sheet.freeze_panes = "B2"
    _tell_about(book, about)
    book.properties.creator = "Puertas"
    book.properties.title = f"Run {about.run}, use by {about.use_by.isoformat()}"
    return same_bytes(book, dt.datetime.combine(about.made_on, dt.time()))


def short_enough(code: str, value: Value) -> None:
    """Refuse a text that Excel would cut. Raises UserError."""
    if isinstance(value, str) and len(value) > _LONGEST_CELL:
        raise UserError(
            f"A text of {code} is too long for a cell of a workbook.",
            "Shorten it, or export as CSV.",
        )


def put_text(cell: Cell | MergedCell, value: Value) -> Cell:
    """Set a cell; a text stays a text, even when somebody edits it in Excel later."""
    assert isinstance(cell, Cell)  # nothing is merged here
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = protected(value) != value
    return cell


def _tell_about(book: Workbook, about: About) -> None:
    sheet = book.create_sheet("About")
    facts = (
        ("Puertas run", str(about.run)),
        ("For", about.channel),
        ("Made on", about.made_on.isoformat()),
        ("Use by", about.use_by.isoformat()),
        ("Mistakes", about.mistake_contact),
    )
    for line, (name, value) in enumerate(facts, start=1):
        put_text(sheet.cell(line, 1), name).font = Font(bold=True)
        put_text(sheet.cell(line, 2), value)
    sheet.column_dimensions["B"].width = 30


def same_bytes(book: Workbook, day: dt.datetime) -> bytes:
    """The workbook without the time of saving, which openpyxl writes in two places.

    In memory alone: ``Workbook.save`` leaves each sheet in a temporary file on its way.
    """
    out = io.BytesIO()
    _InMemory(book, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)).save()
    said = book.properties
    said.created = said.modified = day
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["docProps/core.xml"] = tostring(said.to_tree())
    return zipped(parts)


class _InMemory(ExcelWriter):
    """openpyxl's writer of workbooks without drawings, and without its temporary files."""

    _archive: zipfile.ZipFile

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet."""
        sheet = io.BytesIO()
        writer: Any = WorksheetWriter(ws, out=sheet)
        writer.write()
        ws._drawing = None
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], sheet.getvalue())
        self.manifest.append(ws)
