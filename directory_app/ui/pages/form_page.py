"""A page of sections under one another, as the settings are: heading, fields, a hint."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui.pages.page import Page
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Line, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.toolbar import Toolbar

Words = Callable[[], str]
_WIDTH = 620


class FormPage(Page):
    """Add sections in ``__init__``, then call ``finish``. Words follow the language."""

    def __init__(
        self, session: Session, words: Words, parent: QWidget | None = None, *, width: int = _WIDTH
    ) -> None:
        super().__init__(session, parent)
        self._words: list[tuple[Callable[[str], None], Words]] = []
        self.title = Label("", "page-name")
        self._name = words
        content = QWidget()
        content.setMaximumWidth(width + 48)
        self.inner = QVBoxLayout(content)
        self.inner.setContentsMargins(24, 20, 24, 32)
        self.inner.setSpacing(8)
        self._first = True
        head = Toolbar(self.title, left=24, bottom=0, spacing=8)
        self.head_row = head.row
        self.head_row.addStretch()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(head)
        self.view = Scroll(content, "base")
        self.column.addWidget(self.view, 1)

    def finish(self) -> None:
        """All sections are there."""
        self.inner.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.setAccessibleName(self._name())
        self.title.setText(self._name())
        for put, words in self._words:
            put(words())

    def say(self, put: Callable[[str], None], words: Words) -> None:
        """Let a text follow the language."""
        self._words.append((put, words))

    # -- parts

    def section(self, words: Words, hint: Words | None = None) -> None:
        """A heading, parted from what is above by a line, and what it is about."""
        if not self._first:
            self.inner.addSpacing(14)
            self.inner.addWidget(Line())
            self.inner.addSpacing(14)
        self._first = False
        heading = Label("", "heading")
        self.say(heading.setText, words)
        self.inner.addWidget(heading)
        if hint is not None:
            self.hint(hint)

    def hint(self, words: Words) -> Label:
        """A sentence in small letters."""
        label = Label("", "small", "ink-soft", wrap=True)
        self.say(label.setText, words)
        self.inner.addWidget(label)
        return label

    def button(self, words: Words, icon: str = "", kind: str = "plain") -> Button:
        """A button that somebody puts somewhere."""
        made = Button("", kind, icon=icon)
        self.say(made.setText, words)
        return made

    def row(self, *widgets: QWidget) -> None:
        """Widgets side by side, at the left."""
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for widget in widgets:
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        self.inner.addWidget(holder)

    def panes(self) -> list[QWidget]:
        """One."""
        return [self]
