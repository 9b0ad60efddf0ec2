"""A file as rows of texts: what every reader gives, whatever the file is, and how much is read.

Where a file is no table (features, cards, placemarks), its reader gives each business as heading
to text, in the headings that lists have. So the same columns, checks, stops and questions of
consent follow as for a list.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from directory_app.errors import UserError

#: More rows than this are asked to come in parts. One memory-sized bite, far above any list.
MAX_ROWS = 100_000
#: More columns than this are no list of businesses.
MAX_COLUMNS = 500
#: A file larger than this is not opened.
MAX_BYTES = 64 * 1024 * 1024
#: A cell longer than this was not typed by a person; it is reported and not stored.
MAX_CELL = 20_000

_PARTS = "Split the list into files of fewer than {rows:,} rows and import them one by one."
#: Stands in every lower cell of a merged one: the same as above.
MERGED = "〃"

DELIMITERS = (",", ";", "\t", "|")
QUOTES = ('"', "'")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850")


#: How many cells of a row are headings that somebody knows.
Known = Callable[[list[str]], int]
#: What files are read.
Kind = Literal["csv", "xlsx", "geojson", "kml", "vcard", "hsds"]


@dataclass(frozen=True, slots=True)
class Source:
    """What was found out about the file, for the line above the review table.

    ``encoding`` is a Python codec name ("utf-8-sig" where there is a byte order mark) and
    empty for a workbook, as ``delimiter``, ``quote`` and ``line_end`` are; ``sheet`` is
    empty for a text file. ``rows`` counts what is below the headings, blank lines apart.
    """

    name: str
    kind: Kind
    rows: int = 0
    columns: int = 0
    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    line_end: str = ""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    heading_line: int = 1
    spanish: bool = False


@dataclass(slots=True)
class Table:
    """A file as a grid. ``rows`` are its lines in order, blank ones as empty lists.

    Line ``n`` is ``rows[n - 1]``: a quoted cell that spans lines makes one line here, as it
    does in a spreadsheet. ``notes`` are (line, code) of what was odd; line 0 is the file.
    """

    rows: list[list[str]] = field(default_factory=list)
    source: Source = field(default_factory=lambda: Source("", "csv"))
    notes: list[tuple[int, str]] = field(default_factory=list)


Record = Mapping[str, str]


@dataclass(slots=True)
class Records:
    """What a reader found. ``notes`` are (index of the record or -1 for the file, code)."""

    found: list[dict[str, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)

    def note(self, code: str, at: int = -1) -> None:
        """Report something once of a record, or of the file."""
        if (at, code) not in self.notes:
            self.notes.append((at, code))


def as_table(path: Path, records: Records) -> Table:
    """The headings in the order they were met, in line 1; a record a line. Raises UserError."""
    if not records.found:
        raise UserError(f"{path.name} has no business in it.", "Choose another file.")
    if len(records.found) > MAX_ROWS:
        raise UserError(f"{path.name} has more than {MAX_ROWS:,} entries.", "Import it in parts.")
    headings = list(dict.fromkeys(key for record in records.found for key in record))
    if len(headings) > MAX_COLUMNS:
        raise UserError(f"{path.name} has more than {MAX_COLUMNS} columns.", "Keep those needed.")
    rows = [headings, *([record.get(key, "") for key in headings] for record in records.found)]
    return Table(rows, notes=[(at + 2 if at >= 0 else 0, code) for at, code in records.notes])


def filled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Pairs as a record: what is empty is left out, what comes twice stands behind semicolons."""
    record: dict[str, str] = {}
    for heading, text in pairs:
        if text and text.strip():
            had = record.get(heading)
            record[heading] = f"{had}; {text}" if had and text not in had.split("; ") else text
    return record


def too_many_rows(name: str) -> UserError:
    """The sentence for a list above the cap."""
    return UserError(f"{name} has more than {MAX_ROWS:,} rows.", _PARTS.format(rows=MAX_ROWS))


def check_size(path: Path) -> None:
    """Refuse a file that is not there, is empty, or is larger than MAX_BYTES."""
    if not path.is_file():
        raise UserError(f"There is no file {path.name}.", "Check its name and its folder.")
    size = path.stat().st_size
    if size == 0:
        raise UserError(f"{path.name} is empty.", "Choose a file with at least one row.")
    if size > MAX_BYTES:
        limit = MAX_BYTES // (1024 * 1024)
        raise UserError(f"{path.name} is larger than {limit} MB.", _PARTS.format(rows=MAX_ROWS))
