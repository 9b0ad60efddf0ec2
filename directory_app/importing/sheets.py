"""Sheets of a workbook as grids of text, each cell as a person sees it."""

import datetime as dt
import re
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from directory_app.errors import UserError
from directory_app.importing import merged
from directory_app.importing.headings import recognised
from directory_app.importing.options import MAX_COLUMNS, MAX_ROWS, Table
from directory_app.importing.workbook_check import check, damaged, too_many_rows
from directory_app.progress import Progress

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

#: What a formula shows when it failed. Its own text is asked for instead.
_ERRORS = frozenset({"#VALUE!", "#NAME?", "#REF!", "#DIV/0!", "#NULL!", "#NUM!", "#N/A"})
#: What openpyxl raises for a workbook whose parts do not fit together.
_DAMAGE = (DefusedXmlException, ParseError, KeyError, ValueError, TypeError, IndexError)
_LOOK_FOR_HEADINGS = 20
_TELL_EVERY = 500


def read(path: Path, wanted: str | None, progress: Progress) -> tuple[Table, str, tuple[str, ...]]:
    """Read one sheet: the wanted one, or the first whose headings we know, or the first filled.

    Returns the grid, the sheet's name and the names of the others. The workbook is checked
    before openpyxl opens it.
    """
    formulas = check(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table, name, others = _read(path, wanted, progress)
            if formulas:
                _mend_formulas(path, name, table)
            return table, name, others
    except _DAMAGE as error:
        raise damaged(path) from error


def _read(path: Path, wanted: str | None, progress: Progress) -> tuple[Table, str, tuple[str, ...]]:
    book = _open(path, data_only=True)
    try:
        names = _sheet_names(book)
        name = _choose(book, names, wanted)
        rows = _rows(path, book[name], progress)
        merged.fill(path, _part(book[name]), rows)
        table = Table(rows)
    finally:
        book.close()
    return table, name, tuple(other for other in names if other != name)


def _part(sheet: "ReadOnlyWorksheet") -> str:
    """Where a sheet lies in the archive."""
    untyped: Any = sheet
    return str(untyped._worksheet_path)


def _open(path: Path, *, data_only: bool) -> "Workbook":
    from openpyxl import DEFUSEDXML, load_workbook

    if not DEFUSEDXML:
        raise RuntimeError("openpyxl does not use defusedxml")
    return load_workbook(path, read_only=True, data_only=data_only, keep_links=False)


def _sheet_names(book: "Workbook") -> list[str]:
    """Names of the sheets that hold cells; hidden ones last."""
    sheets = sorted(book.worksheets, key=lambda sheet: sheet.sheet_state != "visible")
    return [sheet.title for sheet in sheets]


def _choose(book: "Workbook", names: list[str], wanted: str | None) -> str:
    if not names:
        raise UserError("This workbook has no sheet with cells.", "Choose another file.")
    if wanted is not None:
        if wanted not in names:
            raise UserError(f"There is no sheet {wanted}.", f"There is: {', '.join(names)}.")
        return wanted
    heads = {name: list(_first_rows(book[name])) for name in names}
    best = max(names, key=lambda name: max(map(recognised, heads[name]), default=0) >= 2)
    if max(map(recognised, heads[best]), default=0) >= 2:
        return best
    return next((name for name in names if any(map(any, heads[name]))), names[0])


def _first_rows(sheet: "ReadOnlyWorksheet") -> Iterator[list[str]]:
    for position, row in enumerate(_values(sheet)):
        if position >= _LOOK_FOR_HEADINGS * 3:
            return
        yield [text(value) for value in row[:MAX_COLUMNS]]


def _values(sheet: "ReadOnlyWorksheet") -> Iterator[tuple[Any, ...]]:
    """Rows of values. The size that a sheet claims for itself is often wrong: not asked."""
    sheet.reset_dimensions()
    untyped: Any = sheet  # the stubs give it the methods of another class
    return cast("Iterator[tuple[Any, ...]]", untyped.iter_rows(values_only=True))


def _rows(path: Path, sheet: "ReadOnlyWorksheet", progress: Progress) -> list[list[str]]:
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
            raise too_many_rows(path)
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
