"""Rows that were pasted, as a spreadsheet copies them: a list that never was a file.

It is kept in memory alone; nothing of it is put on the disk to be read.
"""

from dataclasses import dataclass

from directory_app.errors import UserError
from directory_app.formats.table import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Pasted:
    """The text of a clipboard. ``name`` is what messages call it."""

    text: str
    name: str = "clipboard"

    @property
    def suffix(self) -> str:
        """As of a file: it is a table of cells between tabs or commas."""
        return ".tsv"

    def data(self) -> bytes:
        """As a file would hold it. Raises UserError where it is too much."""
        data = self.text.encode("utf-8", "replace")
        if len(data) > MAX_BYTES:
            raise UserError("That is too much to paste.", "Save it as a file, and import that.")
        return data


def looks_like_rows(text: str) -> bool:
    """Whether a text is more than a word: cells side by side, or lines under one another."""
    lines = [line for line in text.splitlines() if line.strip()]
    return "\t" in text.strip() or len(lines) > 1
