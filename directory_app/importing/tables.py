"""A file of any kind as one table: opened, headings found, rows made whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory_app.errors import UserError
from directory_app.formats import csv, exchange, xlsx
from directory_app.formats.encodings import decode
from directory_app.formats.table import (
    MAX_COLUMNS,
    MAX_ROWS,
    Source,
    Table,
    check_size,
    too_many_rows,
)
from directory_app.importing.headings import recognised
from directory_app.importing.options import ReadOptions
from directory_app.importing.pasted import Pasted
from directory_app.progress import Progress

_HEADINGS_WITHIN = 25
_WORKBOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_NO_LISTS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"SQLite format 3",
    b"\x7fELF",
)
#: Bytes that no text has in any encoding of lists; NUL is in UTF-16.
_CONTROLS = bytes(set(range(1, 32)) - set(b"\t\n\v\f\r\x1a\x1b"))


@dataclass(slots=True)
class Body:
    """A table below its headings. ``rows`` are (line, cells), blank lines left out."""

    source: Source
    headings: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


def load(path: Path | Pasted, options: ReadOptions, progress: Progress) -> Body:
    """Open a list of any kind. Raises UserError for what cannot be read as one."""
    if isinstance(path, Pasted):
        progress(0, 0, "reading")
        return _whole(path, _of_text(path, path.data(), options), options)
    check_size(path)
    with path.open("rb") as stream:
        start = stream.read(1_000)
    if (kind := exchange.kind_of(path, start)) is not None:
        table = exchange.load(path, kind)
        options = replace(options, heading_line=1)
    elif start.startswith((_ZIP, _OLE)) or path.suffix.lower() in {*_WORKBOOKS, ".xls", ".ods"}:
        table = _load_workbook(path, options, progress)
    else:
        progress(0, 0, "reading")
        table = _of_text(path, path.read_bytes(), options)
    return _whole(path, table, options)


def _whole(path: Path | Pasted, table: Table, options: ReadOptions) -> Body:
    if len(table.rows) > 2 * MAX_ROWS:
        raise too_many_rows(path.name)
    body = _below_headings(table, options)
    if len(body.rows) > MAX_ROWS:
        raise too_many_rows(path.name)
    return body


def _load_workbook(path: Path, options: ReadOptions, progress: Progress) -> Table:
    table, name, others = xlsx.read(path, options.sheet, recognised, progress)
    table.source = Source(path.name, "xlsx", sheet=name, other_sheets=others)
    return table


def _is_program(data: bytes) -> bool:
    """Whether a file is no text at all: more than one byte in fifty is a control character."""
    sample = data[:65_536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(64, len(sample) // 50)


def _of_text(path: Path | Pasted, data: bytes, options: ReadOptions) -> Table:
    if data.startswith(_NO_LISTS) or _is_program(data):
        raise UserError(
            f"{path.name} is not a list of rows.", "Choose a CSV file or a workbook (.xlsx)."
        )
    decoded = decode(data, options.encoding)
    if not decoded.text.strip():
        raise UserError(f"{path.name} is empty.", "Choose a file with at least one row.")
    found = csv.sniff(decoded.text, recognised)
    delimiter = options.delimiter or found[0]
    quote = found[1] if options.quote is None else options.quote
    table = csv.parse(decoded.text, delimiter, quote)
    if max(map(len, table.rows[:1000]), default=0) > MAX_COLUMNS:
        raise UserError(
            f"{path.name} has more than {MAX_COLUMNS} columns.", "Delete those not needed."
        )
    csv.unprotect(table.rows)
    table.notes += [(0, code) for code in decoded.notes]
    table.source = Source(
        path.name,
        "csv",
        encoding=decoded.encoding,
        delimiter=delimiter,
        quote=quote,
        line_end=csv.line_end(decoded.text),
    )
    return table


def _below_headings(table: Table, options: ReadOptions) -> Body:
    """Find the heading row, report what stands above it, and keep what is below."""
    at = options.heading_line - 1 if options.heading_line is not None else _find_headings(table)
    headings = table.rows[at] if 0 <= at < len(table.rows) else []
    body = Body(table.source, headings, notes=list(table.notes))
    for position in range(at):
        if any(cell.strip() for cell in table.rows[position]):
            body.notes.append((position + 1, "above_headings"))
    for position in range(at + 1, len(table.rows)):
        row = table.rows[position]
        if any(row) and any(cell.strip() for cell in row):
            body.rows.append((position + 1, row))
    body.source = replace(table.source, heading_line=at + 1, rows=len(body.rows))
    return body


def _find_headings(table: Table) -> int:
    """The index of the heading row, or -1 for a list that starts with its first business."""
    head = [(i, row) for i, row in enumerate(table.rows) if any(c.strip() for c in row)]
    head = head[:_HEADINGS_WITHIN]
    for fuzzy in (False, True):
        scores = [(recognised(row, fuzzy=fuzzy), -i) for i, row in head]
        best, minus = max(scores, default=(0, 0))
        alone = max((len(row) for _, row in head), default=0) == 1
        if best >= 2 or (best == 1 and alone):
            return -minus
    if not head:
        return -1
    return head[0][0] if _unlike_the_rest(head[0][1], [row for _, row in head[1:]]) else -1


def _unlike_the_rest(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a row has no digit, address or link where the rows below it do."""
    if any(re.search(r"\d{3}|@|://", cell) for cell in first):
        return False
    return any(re.search(r"\d{3}|@|://", cell) for row in rest for cell in row)
