"""What a person may correct about how a list is read, and what was found out about it."""

from dataclasses import dataclass, field
from typing import Literal

#: More rows than this are asked to come in parts. One memory-sized bite, far above any list.
MAX_ROWS = 100_000
#: More columns than this are no list of businesses.
MAX_COLUMNS = 500
#: A file larger than this is not opened.
MAX_BYTES = 64 * 1024 * 1024
#: A cell longer than this was not typed by a person; it is reported and not stored.
MAX_CELL = 20_000

DELIMITERS = (",", ";", "\t", "|")
QUOTES = ('"', "'")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850")


#: What files are read: lists, and those of exchange.py.
Kind = Literal["csv", "xlsx", "geojson", "kml", "vcard", "hsds"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read a file. None means: find out.

    ``quote`` is a character, or empty for a file without quoting. ``heading_line`` counts
    from 1; 0 says that the list has no headings. ``spanish`` decides the language of
    descriptions and the order of dates. ``ok_means`` are the channels that the "ok to
    print" column speaks of.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    sheet: str | None = None
    heading_line: int | None = None
    spanish: bool | None = None
    ok_means: tuple[str, ...] = ("print",)


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
