"""One row on its way to a draft: its cells by field, and where readers put what they found."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from directory_app.importing import words
from directory_app.model import never_collect
from directory_app.model.draft import Draft, Severity
from directory_app.model.text import fold

#: What people write into a cell to say that there is nothing to write.
_NOTHING = frozenset({"na", "n a", "none", "ninguno", "ninguna", "nothing", "nada", "null"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its column's place and heading, its text, and its heading's language."""

    column: int
    heading: str
    text: str
    language: str

    @property
    def labelled(self) -> str:
        """The text under its heading, where it has one: "Wanted by: the fair"."""
        return f"{self.heading}: {self.text}" if self.heading else self.text


@dataclass(slots=True)
class Row:
    """A row's filled cells by field, the draft that they become, and its private note.

    ``left_out`` are the cells that have no place, held while the row is read: a refusal counts
    wherever it stands (consents.py). Nothing else of them is taken.
    """

    draft: Draft
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    left_out: list[Cell] = field(default_factory=list)

    def take(self, name: str) -> list[Cell]:
        """The field's cells that say something, stopped ones left out."""
        cells = self.cells.get(name)
        if not cells:
            return []
        return [cell for cell in cells if not is_nothing(cell.text)]

    def text(self, name: str) -> str:
        """The field's text on one line, empty if there is none."""
        cells = self.cells.get(name)
        if not cells:
            return ""
        if len(cells) == 1:
            text = cells[0].text
            return "" if is_nothing(text) else " ".join(text.split())
        return " ".join(" ".join(cell.text for cell in self.take(name)).split())

    def set(self, name: str, value: Any) -> None:
        """Keep a value; what is empty is left out, so that an update never blanks a field."""
        if value not in ("", [], None):
            self.draft.values[name] = value

    def keep(self, cell: Cell, label: str = "") -> None:
        """Put a cell into the note under its heading (or a label)."""
        self.notes.append(f"{label}: {cell.text}" if label else cell.labelled)

    def stop(self, name: str, text: str) -> None:
        """Keep words out of the draft, in memory alone, until a person decides."""
        self.problem(name, "never_collect", Severity.STOP)
        had = self.draft.stopped.get(name)
        self.draft.stopped[name] = f"{had}\n{text}" if had else text

    def stop_notes(self) -> None:
        """Stop what strict fields could not read (words beside a phone) where it may not stay."""
        for text in [text for text in self.notes if stopped(text)]:
            self.notes.remove(text)
            self.stop("note", text)

    def problem(self, name: str, code: str, severity: Severity = Severity.LOOK) -> None:
        """Report something about a field, in a sentence that quotes nothing."""
        problem = words.problem(self.draft.line, name, code, severity)
        if problem not in self.draft.problems:
            self.draft.problems.append(problem)


def is_nothing(text: str) -> bool:
    """Whether a cell only says that it is empty ("-", "n/a", "ninguno")."""
    return len(text) <= 12 and _is_nothing(text)


@lru_cache(4096)
def _is_nothing(text: str) -> bool:
    return not text.strip("-–—_.?*/ ") or fold(text) in _NOTHING


@lru_cache(8192)
def stopped(text: str) -> bool:
    """Whether a cell holds words that we never keep."""
    return bool(never_collect.find(text))
