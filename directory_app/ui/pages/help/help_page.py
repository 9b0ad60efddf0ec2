"""Help: the guides for staff and for volunteers, with their parts at the left and a search."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import language, theme
from directory_app.ui.pages.help.reader import Reader
from directory_app.ui.pages.page import Page
from directory_app.ui.parts.help_guides import FILES, Guide, load
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.sidebar import Entry, SidebarList
from directory_app.ui.widgets.toolbar import Toolbar

_PARTS_WIDTH = 296
#: Below this width the parts go, and the text has it all.
_NARROW = 640


class HelpPage(Page):
    """``open((guide, place))`` shows a part, ``open(None)`` where one was."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = Label("", "page-name")
        self.field = Field("")
        self.field.setMaximumWidth(280)
        self.told = Label("", "small", "ink-soft")
        self.parts = SidebarList("")
        self.reader = Reader("")
        self._guides: dict[str, Guide] = {}
        self._shown = ""
        self._lay_out()
        self.parts.picked.connect(self._picked)
        self.reader.passed.connect(self._passed)
        self.field.returnPressed.connect(self._find)
        self.field.textEdited.connect(lambda _text: self.told.setText(""))
        theme.watch().changed.connect(self.reader.repaint_colors)
        self.retranslate()

    def _lay_out(self) -> None:
        head = Toolbar(self.title)
        head.row.addStretch()
        head.row.addWidget(self.told)
        head.row.addWidget(self.field, 1)
        self._side = Pane("window", "r")
        self._side.setFixedWidth(_PARTS_WIDTH)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 8, 1, 8)
        side.addWidget(self.parts)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.reader, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(row, 1)

    def retranslate(self) -> None:
        """Set the texts, and the guides in the language that is spoken now."""
        self.setAccessibleName(self.tr("Help"))
        self.title.setText(self.tr("Help"))
        self.field.setAccessibleName(self.tr("Search in the guides"))
        self.field.setPlaceholderText(self.tr("Search in the guides"))
        self.parts.setAccessibleName(self.tr("Parts of the guides"))
        self.reader.setAccessibleName(self.tr("The guide"))
        self._guides = {key: load(key, language.current()) for key in FILES}
        rows = []
        for key, guide in self._guides.items():
            rows.append(Entry(key, guide.headings[0]))
            rows += [
                Entry(f"{key}:{place}", words, "file-text")
                for place, words in enumerate(guide.headings)
                if place
            ]
        self.parts.entries.set_rows(rows)
        shown, self._shown = self._shown or "volunteers", ""
        self._show(shown, 0)

    # -- reading

    def open(self, argument: Any = None) -> None:
        """Show a part: (guide, place of its heading)."""
        if argument is not None:
            self._show(*argument)

    def _show(self, key: str, place: int) -> None:
        if key != self._shown:
            self._shown = key
            self.reader.show_guide(self._guides[key].text)
        self.reader.go_to(place)
        self.parts.select(f"{key}:{place}")

    def _picked(self, key: str) -> None:
        guide, _, place = key.partition(":")
        self._show(guide, int(place))

    def _passed(self, place: int) -> None:
        self.parts.select(f"{self._shown}:{place}")

    def _find(self) -> None:
        """The next place in this guide, else in the others."""
        words = self.field.text().strip()
        if not words or self.reader.find_next(words):
            self.told.setText("")
            return
        for key, guide in self._guides.items():
            if words.casefold() in guide.text.casefold() and key != self._shown:
                self._show(key, 0)
                if self.reader.find_next(words):
                    return
        self.told.setText(self.tr("Not in the guides"))

    # -- keyboard and size

    def panes(self) -> list[QWidget]:
        """Parts, and the text."""
        return [self.reader, self.parts] if self._side.isVisible() else [self.reader]

    def search(self) -> None:
        """Ctrl+F."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The parts stand beside the text where there is room."""
        super().resizeEvent(event)
        self._side.setVisible(self.width() >= _NARROW)
