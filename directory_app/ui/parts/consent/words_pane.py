"""The words that are read aloud, in the owner's language, and beside them one's own."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model import languages
from directory_app.ui.parts import words
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.remark import Remark

if TYPE_CHECKING:
    from directory_app.model.wordings import Wording
    from directory_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words by language; ``own`` is the window's own language."""

    by_language: "dict[str, Wording]"
    own: str

    def read_in(self, code: str) -> "Wording":
        """What is read to somebody who speaks this; one's own words where there are none."""
        return self.by_language.get(code) or self.by_language[self.own]

    def has(self, code: str) -> bool:
        """Whether there are words in a language."""
        return code in self.by_language


def load(store: "Store", own: str) -> Wordings:
    """All words there are. For a worker."""
    from directory_app.tasks import wordings

    known = wordings.languages(store)
    return Wordings({code: wordings.wording(store, code) for code in known}, own)


def name_of(code: str) -> str:
    """A language as the window calls it, with a capital."""
    return languages.name(code, "es" if words.is_spanish() else "en").capitalize()


class _Column(QWidget):
    """A head of two ends and the paragraphs."""

    def __init__(self, style: str, role: str) -> None:
        super().__init__()
        self._style, self._role = style, role
        self.left, self.right = Label("", "strong"), Label("", "small", "ink-soft")
        head = QHBoxLayout()
        head.addWidget(self.left, 1)
        head.addWidget(self.right)
        self._paragraphs: list[Label] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 12, 24, 12)
        self.column.setSpacing(8)
        self.column.addLayout(head)
        self.column.addStretch()

    def show_words(self, paragraphs: tuple[str, ...]) -> None:
        """Show these instead."""
        while len(self._paragraphs) < len(paragraphs):
            label = Label("", self._style, self._role, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.column.insertWidget(self.column.count() - 1, label)
            self._paragraphs.append(label)
        for at, label in enumerate(self._paragraphs):
            label.setText(paragraphs[at] if at < len(paragraphs) else "")
            label.setVisible(at < len(paragraphs))


class WordsPane(Pane):
    """Both columns in a view of their own, which the keyboard scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "b", parent)
        self.aloud, self.own = _Column("read-aloud", "ink"), _Column("body", "ink-soft")
        self.note = Remark("warning", "warn", ink="warn", style="small", fill=True)
        self.note.setContentsMargins(24, 8, 24, 0)
        self._between = Line(vertical=True)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.aloud, 1)
        self._columns.addWidget(self._between)
        self._columns.addWidget(self.own, 1)
        self.content = content
        self.view = Scroll(content, "base")
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setAccessibleName(self.tr("The words to read aloud"))
        self.view.focus_ring = "inside"  # type: ignore[attr-defined]  # asked by the ring
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.view, 1)

    def set_narrow(self, narrow: bool) -> None:
        """One column under the other where there is no room for two."""
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def show_words(self, found: Wordings, code: str) -> None:
        """Show what is read in a language."""
        read, own = found.read_in(code), found.by_language[found.own]
        said = self.tr("Read aloud · %1").replace("%1", name_of(read.language))
        self.aloud.left.setText(said)
        version = self.tr("wording %1, %2").replace("%1", str(read.version))
        self.aloud.right.setText(version.replace("%2", dates.long(read.date)))
        self.aloud.show_words(read.before)
        both = read.language != own.language
        self.own.left.setText(name_of(own.language))
        self.own.right.setText(self.tr("for you"))
        self.own.show_words(own.before)
        self.own.setVisible(both)
        self._between.setVisible(both)
        text = self.tr("We have no words in %1: say these in it, or ask somebody who speaks it")
        missing = bool(code) and not found.has(code)
        self.note.set_words(text.replace("%1", name_of(code)) if missing else "")

    def whole_height(self, width: int) -> int:
        """How high all words are."""
        note = self.note.heightForWidth(width) if self.note.text() else 0
        return self.content.heightForWidth(width) + note + 3
