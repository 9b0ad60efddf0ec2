"""Cells merged over several lines of a sheet: one town beside all its shops.

openpyxl's streaming reader does not tell them, so they are read from the sheet's own part.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

#: Stands in every lower cell of a merged one; ``ditto`` reads it as "the same as above".
MARK = "〃"
_CHUNK = 1024 * 1024
_MOST_BYTES = 1024 * 1024
_MOST_LINES = 500
_REFERENCE = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_START = re.compile(rb"<(?:\w+:)?mergeCells\b")


def fill(path: Path, part: str, rows: list[list[str]]) -> None:
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
            row[column] = row[column] or MARK


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
