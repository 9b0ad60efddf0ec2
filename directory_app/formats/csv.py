"""CSV and its like: which delimiter and quote, the rows, none lost; and the file as we write it.

The csv module reads what is well formed. A record whose quotes are not, is split by hand, so
that one stray quote cannot swallow the rest of the list.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from directory_app.formats.entry import Export, Value
from directory_app.formats.table import DELIMITERS, QUOTES, Known, Table
from directory_app.formats.text import protected, unprotected

if TYPE_CHECKING:
    from _csv import Reader

_SAMPLE_ROWS = 60
_SAMPLE_CHARS = 256 * 1024
#: A quote that opens in one line and closes more than this many lines later was a stray.
_LONGEST_CELL_LINES = 200
csv.field_size_limit(256 * 1024 * 1024)


def sniff(text: str, known: Known) -> tuple[str, str]:
    """Find the delimiter and the quote (one character, or empty) of a text file.

    The pair wins that shows the most headings that are ``known``, then the most even rows, then
    columns.
    """
    if said := re.match(r"sep=(.)\r?\n", text):
        return said[1], '"'
    sample = text[:_SAMPLE_CHARS]
    return max(
        ((d, q) for q in _quotes_in(sample) for d in DELIMITERS),
        key=lambda pair: _evenness(sample, *pair, known=known, cut=len(text) > _SAMPLE_CHARS),
    )


def parse(text: str, delimiter: str, quote: str) -> Table:
    """Split text into rows; notes say (line, code) where quotes had to be mended."""
    table = Table()
    lines = list(io.StringIO(text, newline=""))
    if lines and re.fullmatch(r"sep=.\s*", lines[0]):
        lines[0] = "\r\n"
    start = 0
    while start < len(lines):
        start = _parse_from(lines, start, delimiter, quote, table)
    return table


def line_end(text: str) -> str:
    """The line end that a file uses most: CRLF, LF or CR."""
    sample = text[:_SAMPLE_CHARS]
    both = sample.count("\r\n")
    counts = {"CRLF": both, "LF": sample.count("\n") - both, "CR": sample.count("\r") - both}
    return max(counts, key=lambda name: counts[name])


def _parse_from(lines: list[str], start: int, delimiter: str, quote: str, table: Table) -> int:
    """Read on until a record is malformed; split that one by hand; say where to go on."""
    reader = _reader((lines[i] for i in range(start, len(lines))), delimiter, quote)
    begun = 0
    try:
        for row in reader:
            if reader.line_num - begun > _LONGEST_CELL_LINES:
                break
            begun = reader.line_num
            table.rows.append(row)
        else:
            return len(lines)
    except csv.Error:
        pass
    line = lines[start + begun].rstrip("\r\n")
    table.rows.append(_split_loose(line, delimiter, quote))
    table.notes.append((len(table.rows), "stray_quote"))
    return start + begun + 1


def _reader(lines: Iterable[str], delimiter: str, quote: str) -> "Reader":
    if not quote:
        return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE, strict=True)
    return csv.reader(lines, delimiter=delimiter, quotechar=quote, strict=True)


def _split_loose(line: str, delimiter: str, quote: str) -> list[str]:
    """Split one line whose quotes are astray: a cell ends where a quote meets a delimiter."""
    d, q = re.escape(delimiter), re.escape(quote)
    cell = re.compile(rf" *{q}((?:[^{q}]|{q}(?! *(?:{d}|$)))*){q} *(?={d}|$)|([^{d}]*)")
    cells: list[str] = []
    position = 0
    while position <= len(line):
        match = cell.match(line, position)
        if match is None:
            break
        quoted = match[1]
        cells.append(quoted.replace(quote * 2, quote) if quoted is not None else match[2])
        position = match.end() + 1
    return cells


def _quotes_in(sample: str) -> tuple[str, ...]:
    """Only a text that has single quotes and no double ones can be quoted with them."""
    return QUOTES if "'" in sample and '"' not in sample else QUOTES[:1]


def _evenness(
    sample: str, delimiter: str, quote: str, *, known: Known, cut: bool
) -> tuple[int, float, int]:
    rows = [row for row in parse(sample, delimiter, quote).rows if any(row)]
    rows = rows[: max(1, len(rows) - cut)][:_SAMPLE_ROWS]
    if not rows:
        return 0, 0.0, 0
    widths = Counter(len(row) for row in rows)
    width, often = widths.most_common(1)[0]
    best = max(known(row) for row in rows[:20])
    return best, often / len(rows) if width > 1 else 0.0, width


def unprotect(rows: list[list[str]]) -> None:
    """Take back what spreadsheets need so that text is no formula: '=x and ="87505"."""
    for row in rows:
        for position, cell in enumerate(row):
            if cell[:1] == "'":
                row[position] = unprotected(cell)
            elif cell[:2] == '="' and (inner := re.fullmatch(r'="([^"]*)"', cell)):
                row[position] = inner[1]


def write(export: Export) -> bytes:
    """The headings and a row a business."""
    return as_csv(chain([[heading.text for heading in export.headings]], export.rows))


def as_csv(rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; commas; lines end in CRLF (RFC 4180).

    Every cell is quoted, so that no reader has to guess by apostrophes.
    """
    out = io.StringIO()
    table = csv.writer(out, quoting=csv.QUOTE_ALL)
    table.writerows(map(_cell, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    """Numbers are ours and never formulas; every other cell was typed by somebody."""
    if isinstance(value, str):
        return protected(value)
    return "" if value is None else str(value)
