"""Records of a file that is no table (features, cards, placemarks), laid out as a table.

Each reader gives a business as heading to text, in the headings that lists have. So whatever a
file is, the same columns, checks, stops and questions of consent follow as for a list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from directory_app.errors import UserError
from directory_app.importing.options import MAX_COLUMNS, MAX_ROWS, Table

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
