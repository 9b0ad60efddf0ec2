"""Workbooks: read as a person sees them, once they were looked at; and written.

A few hundred kilobytes of zip can hold gigabytes of XML. So before openpyxl opens a workbook, the
zip directory says how large its members claim to be (and zipfile never hands out more than that);
then each part that openpyxl would read is streamed once, counting elements, in one megabyte of
memory.
"""

import datetime as dt
import io
import lzma
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, NoReturn, cast
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import DEFUSEDXML, Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import tostring

from directory_app.errors import UserError
from directory_app.formats.archives import zipped
from directory_app.formats.entry import About, Export, Value
from directory_app.formats.table import MAX_COLUMNS, MAX_ROWS, MERGED, Known, Table, too_many_rows
from directory_app.formats.text import protected
from directory_app.progress import Progress

#: What a formula shows when it failed. Its own text is asked for instead.
_ERRORS = frozenset({"#VALUE!", "#NAME?", "#REF!", "#DIV/0!", "#NULL!", "#NUM!", "#N/A"})
#: What openpyxl raises for a workbook whose parts do not fit together.
_DAMAGE = (DefusedXmlException, ParseError, KeyError, ValueError, TypeError, IndexError)
_LOOK_FOR_HEADINGS = 20
_TELL_EVERY = 500


def read(
    path: Path, wanted: str | None, known: Known, progress: Progress
) -> tuple[Table, str, tuple[str, ...]]:
    """Read one sheet: the wanted one, or one whose headings are ``known``, or the first filled.

    Returns the grid, the sheet's name and the names of the others. The workbook is checked
    before openpyxl opens it.
    """
    formulas = check(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table, name, others = _read(path, wanted, known, progress)
            if formulas:
                _mend_formulas(path, name, table)
            return table, name, others
    except _DAMAGE as error:
        raise damaged(path) from error


def _read(
    path: Path, wanted: str | None, known: Known, progress: Progress
) -> tuple[Table, str, tuple[str, ...]]:
    book = _open(path, data_only=True)
    try:
        names = _sheet_names(book)
        name = _choose(book, names, wanted, known)
        rows = _rows(path, book[name], progress)
        fill_merged(path, _part(book[name]), rows)
        table = Table(rows)
    finally:
        book.close()
    return table, name, tuple(other for other in names if other != name)


def _part(sheet: ReadOnlyWorksheet) -> str:
    """Where a sheet lies in the archive."""
    untyped: Any = sheet
    return str(untyped._worksheet_path)


def _open(path: Path, *, data_only: bool) -> Workbook:
    if not DEFUSEDXML:
        raise RuntimeError("openpyxl does not use defusedxml")
    return load_workbook(path, read_only=True, data_only=data_only, keep_links=False)


def _sheet_names(book: Workbook) -> list[str]:
    """Names of the sheets that hold cells; hidden ones last."""
    sheets = sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible")
    return [sheet.title for sheet in sheets]


def _choose(book: Workbook, names: list[str], wanted: str | None, known: Known) -> str:
    if not names:
        raise UserError("This workbook has no sheet with cells.", "Choose another file.")
    if wanted is not None:
        if wanted not in names:
            raise UserError(f"There is no sheet {wanted}.", f"There is: {', '.join(names)}.")
        return wanted
    heads = {name: list(_first_rows(book[name])) for name in names}
    best = max(names, key=lambda name: max(map(known, heads[name]), default=0) >= 2)
    if max(map(known, heads[best]), default=0) >= 2:
        return best
    return next((name for name in names if any(map(any, heads[name]))), names[0])


def _first_rows(sheet: ReadOnlyWorksheet) -> Iterator[list[str]]:
    for position, row in enumerate(_values(sheet)):
        if position >= _LOOK_FOR_HEADINGS * 3:
            return
        yield [text(value) for value in row[:MAX_COLUMNS]]


def _values(sheet: ReadOnlyWorksheet) -> Iterator[tuple[Any, ...]]:
    """Rows of values. The size that a sheet claims for itself is often wrong: not asked."""
    sheet.reset_dimensions()
    untyped: Any = sheet  # the stubs give it the methods of another class
    return cast("Iterator[tuple[Any, ...]]", untyped.iter_rows(values_only=True))


def _rows(path: Path, sheet: ReadOnlyWorksheet, progress: Progress) -> list[list[str]]:
    rows: list[list[str]] = []
    filled = 0
    for position, row in enumerate(_values(sheet)):
        if position % _TELL_EVERY == 0:
            progress(position, 0, "reading")
        cells = _trimmed(row)
        if len(cells) > MAX_COLUMNS:
            raise UserError(
                f"{path.name} has more than {MAX_COLUMNS} columns.", "Delete those not needed."
            )
        rows.append(cells)
        filled = len(rows) if cells else filled
        if filled > MAX_ROWS + 1_000:
            raise too_many_rows(path.name)
    del rows[filled:]
    return rows


def _trimmed(row: tuple[Any, ...]) -> list[str]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return [text(value) for value in row[:end]]


def text(value: Any) -> str:
    """A cell's value as text: whole numbers without ".0", dates and times in ISO order."""
    writer = _WRITERS.get(type(value))
    return writer(value) if writer else str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def _moment(value: dt.datetime) -> str:
    if value.time() == dt.time(0):
        return value.date().isoformat()
    return value.isoformat(sep=" ", timespec="minutes")


_WRITERS: dict[type, Callable[[Any], str]] = {
    str: str,
    type(None): lambda _: "",
    float: _number,
    bool: lambda value: "yes" if value else "no",
    dt.datetime: _moment,
    dt.date: dt.date.isoformat,
    dt.time: lambda value: value.isoformat(timespec="minutes"),
    dt.timedelta: lambda value: f"{int(value.total_seconds()) // 3600}:00",
}


def _mend_formulas(path: Path, name: str, table: Table) -> None:
    """A name such as "=Fresh Cuts" became a formula without a result: take its text back.

    Spreadsheet programs may have changed the case of its letters, so the line is noted.
    """
    book = _open(path, data_only=False)
    try:
        for line, row in enumerate(_values(book[name]), start=1):
            if line > len(table.rows):
                return
            for column, formula in enumerate(row):
                if isinstance(formula, str) and formula.startswith("="):
                    _mend_formula(table, line, column, formula)
    finally:
        book.close()


def _mend_formula(table: Table, line: int, column: int, formula: str) -> None:
    row = table.rows[line - 1]
    shown = row[column] if column < len(row) else ""
    if shown and shown not in _ERRORS:
        return
    row.extend([""] * (column + 1 - len(row)))
    # what calls a function was meant to be worked out, and nobody knows its result
    row[column] = "" if re.match(r"=\s*[A-Z][A-Z.]*\(", formula) else formula
    table.notes.append((line, "formula_text" if row[column] else "formula_no_result"))


# merged cells

_MOST_BYTES = 1024 * 1024
_MOST_LINES = 500
_REFERENCE = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_START = re.compile(rb"<(?:\w+:)?mergeCells\b")


def fill_merged(path: Path, part: str, rows: list[list[str]]) -> None:
    """Mark the lower cells of merged ones in ``rows``, where a line holds anything else.

    ``part`` is the sheet's place in the archive, "xl/worksheets/sheet1.xml".
    """
    for first_column, first, last_column, last in _ranges(path, part):
        if last_column == first_column and 0 < first < last <= first + _MOST_LINES:
            _fill(rows, first_column - 1, first - 1, min(last, len(rows)))


def _fill(rows: list[list[str]], column: int, first: int, end: int) -> None:
    top = rows[first] if first < end else []
    if column >= len(top) or not top[column].strip():
        return
    for row in rows[first + 1 : end]:
        if any(cell.strip() for cell in row):
            row.extend([""] * (column + 1 - len(row)))
            row[column] = row[column] or MERGED


def _ranges(path: Path, part: str) -> Iterator[tuple[int, int, int, int]]:
    """First column, first line, last column, last line of each merged cell, from 1."""
    for match in _REFERENCE.finditer(_listing(path, part)):
        yield _column(match[1]), int(match[2]), _column(match[3]), int(match[4])


def _column(letters: bytes) -> int:
    """Count a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _listing(path: Path, part: str) -> bytes:
    """The end of a sheet's part, from where its merged cells are listed; at most a megabyte."""
    with zipfile.ZipFile(path) as archive, archive.open(part.lstrip("/")) as stream:
        kept = b""
        found = False
        while chunk := stream.read(_CHUNK):
            kept += chunk
            if not found and (start := _START.search(kept)):
                kept, found = kept[start.start() :], True
            if found and len(kept) > _MOST_BYTES:
                break
            kept = kept if found else kept[-64:]
        return kept if found else b""


# what a workbook may unpack to

_MAX_MEMBERS = 2_000
_MAX_UNPACKED = 128 * 1024 * 1024
#: Real sheets pack 5 to 25 times; hundreds of times is padding.
_MAX_RATIO = 100
_RATIO_FROM = 2 * 1024 * 1024
#: Elements of one row or one string, and of a part that is neither sheet nor string table.
_MAX_RUN = 120_000
_MAX_ELEMENTS = 300_000
_MAX_STRINGS = 600_000
_CHUNK = 1024 * 1024

_AS_CSV = "Open it in a spreadsheet program, save the sheet as CSV and import that."
_ROW = re.compile(rb"</(?:\w+:)?row>|<(?:\w+:)?row\b[^>]*/>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_STRING = re.compile(rb"</(?:\w+:)?si>")
_ZIP_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
)


def check(path: Path) -> bool:
    """Refuse, with a sentence, what is no workbook or is too large. Needs a few megabytes.

    Returns whether any sheet holds formulas.
    """
    start = path.open("rb").read(8)
    if start.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _refuse_old(path)
    if not zipfile.is_zipfile(path):
        raise UserError(f"{path.name} is not a workbook, or it is damaged.", _AS_CSV)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_kind(path, archive)
            _check_directory(path, archive)
            found = [_check_member(path, archive, member) for member in archive.infolist()]
    except _ZIP_DAMAGE as error:
        raise damaged(path) from error
    return any(found)


def damaged(path: Path) -> UserError:
    """The sentence for a workbook that cannot be read."""
    return UserError(f"{path.name} is damaged and could not be opened.", _AS_CSV)


def _refuse_old(path: Path) -> NoReturn:
    """An OLE file: an encrypted workbook, or one of Excel 97 to 2003."""
    content = path.open("rb").read(256 * 1024)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UserError(
            f"{path.name} is locked with a password.",
            "Open it in a spreadsheet program, save it without the password and import that.",
        )
    raise UserError(
        f"{path.name} is in the old Excel format (.xls), which is not read.",
        "Open it in a spreadsheet program and save it as .xlsx or CSV.",
    )


def _check_kind(path: Path, archive: zipfile.ZipFile) -> None:
    names = set(archive.namelist())
    if "mimetype" in names and "content.xml" in names:
        raise UserError(
            f"{path.name} is an OpenDocument sheet (.ods), which is not read.",
            "Save it as .xlsx or CSV and import that.",
        )
    if any(info.flag_bits & 1 for info in archive.infolist()):
        raise UserError(
            f"{path.name} is locked with a password.",
            "Save it without the password and import that.",
        )
    if "xl/workbook.bin" in names:
        raise UserError(
            f"{path.name} is a binary workbook (.xlsb), which is not read.",
            "Save it as .xlsx or CSV and import that.",
        )
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise UserError(f"{path.name} is a zip file, but not a workbook.", _AS_CSV)


def _check_directory(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > _MAX_MEMBERS:
        _too_large(path)
    if sum(member.file_size for member in members) > _MAX_UNPACKED:
        _too_large(path)
    for member in members:
        packed = max(1, member.compress_size)
        if member.file_size > _RATIO_FROM and member.file_size / packed > _MAX_RATIO:
            _too_large(path)


def _check_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Stream one XML part, counting elements, so that none explodes once it is parsed."""
    name = member.filename
    if not name.endswith((".xml", ".rels")):
        return False
    if name.startswith("xl/worksheets/sheet") or "/sheet" in name:
        ends, most = _ROW, MAX_ROWS + 1_000
    elif name.endswith("sharedStrings.xml"):
        ends, most = _STRING, _MAX_STRINGS
    else:
        ends, most = None, _MAX_ELEMENTS
    with archive.open(member) as stream:
        return _count(path, stream, ends, most)


def _count(path: Path, stream: IO[bytes], ends: re.Pattern[bytes] | None, most: int) -> bool:
    """Count rows, strings or elements up to ``most``, and the elements of each of them."""
    count = run = 0
    formulas = False
    tail = b""
    while chunk := stream.read(_CHUNK):
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
            _too_large(path)
        formulas = formulas or (ends is _ROW and _FORMULA.search(tail + chunk) is not None)
        tail = chunk[-8:]
        pieces = ends.split(chunk) if ends else [chunk]
        count += len(pieces) - 1 if ends else chunk.count(b"<")
        runs = [piece.count(b"<") for piece in pieces]
        longest = max(run + runs[0], *runs)
        run = run + runs[0] if len(runs) == 1 else runs[-1]
        if ends is _ROW and count > most:
            raise too_many_rows(path.name)
        if count > most or (ends and longest > _MAX_RUN):
            _too_large(path)
    return formulas


def _too_large(path: Path) -> NoReturn:
    raise UserError(
        f"{path.name} unpacks to far more than a list of businesses and was not opened.", _AS_CSV
    )


# writing

#: A cell of Excel holds no more; openpyxl would cut it without a word.
_LONGEST_CELL = 32_767


def write(export: Export) -> bytes:
    """A workbook of two sheets, the list and what it is. Text is text; no cell is a formula."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Businesses"
    about = export.about
    for at, heading in enumerate(export.headings, start=1):
        put_text(sheet.cell(1, at), heading.text).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(at)].width = heading.width
    for line, (row, entry) in enumerate(zip(export.rows, export.entries, strict=True), start=2):
        for at, value in enumerate(row, start=1):
            if value not in ("", None):
                short_enough(entry.code, value)
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
