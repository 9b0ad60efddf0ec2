"""Words that are never kept, in a field of the editor: explained, dropped, or said to be harmless.

A hit is a reason to ask a person, not a proof: "family recipe" is about the food. What was
stopped is not saved, and not kept over a lock either.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.model import never_collect
from directory_app.store import stops
from directory_app.ui.parts import words
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, hbox

if TYPE_CHECKING:
    from directory_app.model.never_collect import Hit


def spans(field: str, text: str) -> list[tuple[int, int]]:
    """Where the words are, from and to, in the order of the text."""
    return [(hit.start, hit.end) for hit in _hits(field, text)]


def explanation(field: str, text: str) -> str:
    """Why they are stopped, in the language of the window; "" if nothing is."""
    hits = _hits(field, text)
    language = "es" if words.is_spanish() else "en"
    return never_collect.explanation(hits[0].kind, language) if hits else ""


def without(field: str, text: str) -> str:
    """The text without those words, and without the gaps that they leave."""
    kept = text
    for start, end in reversed(spans(field, text)):
        kept = f"{kept[:start].rstrip(' ,;:(')} {kept[end:].lstrip(' ,;:.)')}"
    return "\n".join(" ".join(line.split()) for line in kept.splitlines()).strip()


def _hits(field: str, text: str) -> "list[Hit]":
    return stops.hits(field, text)  # what is stopped in the field is what is stopped at last


def fit(typed: Any) -> Any:
    """What is half-typed (text, or lists and dicts of it) without texts that must not be kept."""
    if isinstance(typed, dict):
        return {key: kept for key, value in typed.items() if (kept := fit(value))}
    if isinstance(typed, list):
        return typed if all(fit(value) or not value for value in typed) else []
    return "" if isinstance(typed, str) and spans("", typed) else typed


class StoppedBar(QWidget):
    """Under a field: ``dropped`` and ``kept``. Shown only while something is stopped."""

    dropped = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drop = Button(self.tr("Drop the words"), "plain", size="small")
        self.keep = Button(self.tr("It is about something else"), "link", size="small")
        hbox(self, self.drop, self.keep, STRETCH, margins=(20, 2, 0, 2), spacing=10)
        self.drop.clicked.connect(self.dropped)
        self.keep.clicked.connect(self.kept)
        self.hide()


class Stops:
    """Which texts a person said to be harmless, by field, for the business that is shown."""

    def __init__(self) -> None:
        self._harmless: dict[str, str] = {}

    def forget(self) -> None:
        """Another business is shown."""
        self._harmless.clear()

    def keep(self, field: str, text: str) -> None:
        """A person read it."""
        self._harmless[field] = text

    def kept(self) -> frozenset[str]:
        """Those texts."""
        return frozenset(self._harmless.values())

    def why(self, field: str, text: str, problem: Callable[[str, str], str] = explanation) -> str:
        """Why a text is stopped; "" if it is not, or somebody said that it is harmless."""
        if not text or self._harmless.get(field) == text:
            return ""
        return problem(field, text)
