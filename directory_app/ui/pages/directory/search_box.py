"""The search box: a magnifying glass, what is typed, its key, and how to search."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.base import Grounded, Keys, see_through
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.layouts import hbox
from directory_app.ui.widgets.remark import IconMark


class _Line(QLineEdit):
    """The words; Backspace where there are none takes the last chip away."""

    emptied = Signal()
    down = Signal()
    ring_target: QWidget
    #: Whether a list of what could be typed is open: it wants the arrows and Enter.
    completing: Callable[[], bool] = staticmethod(lambda: False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.completing():
                event.ignore()
            else:
                self.down.emit()
            return
        super().keyPressEvent(event)


class SearchBox(Grounded, QWidget):
    """``searched(text)`` at each key; ``emptied``: Backspace where nothing is typed.

    ``left_down``: to the table. ``help_wanted``: how to search.
    """

    searched = Signal(str)
    emptied = Signal()
    left_down = Signal()
    help_wanted = Signal()
    focus_ring = "outside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line()
        self.line.setFrame(False)
        self.line.setFont(theme.font("body"))
        self.line.ring_target = self
        see_through(self.line)
        self.set_ground("base", "line-strong", "field")
        self.focus_radius = theme.length("radius", "field")
        self._keys = Keys(self.tr("Ctrl F"))
        self._clear = IconButton("x", self.tr("Clear the search"), size="small")
        self._clear.clicked.connect(self.line.clear)
        self._clear.hide()
        self.help = IconButton("question", self.tr("How to search"), size="small")
        self.help.clicked.connect(self.help_wanted)
        hbox(
            self,
            IconMark("magnifying-glass", size=17),
            6,
            (self.line, 1),
            self._keys,
            self._clear,
            self.help,
            margins=(11, 0, 4, 0),
            spacing=2,
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._changed)
        self.line.emptied.connect(self.emptied)
        self.line.down.connect(self.left_down)
        self.line.setPlaceholderText(self.tr("Name, town, street, food, language…"))
        self.line.setAccessibleName(self.tr("Search the directory"))
        self._make_room()

    def set_text(self, text: str, back: int = 0) -> None:
        """Show a text without searching for it, the cursor ``back`` letters before its end."""
        if text != self.line.text():
            with QSignalBlocker(self.line):
                self.line.setText(text)
            self._fit(text)
        self.line.setCursorPosition(len(text) - back)

    def text(self) -> str:
        """The words as typed."""
        return self.line.text()

    def sizeHint(self) -> QSize:
        """34 px high."""
        return QSize(300, theme.height("search"))

    def _changed(self, text: str) -> None:
        self._fit(text)
        self.searched.emit(text)

    def _fit(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._make_room()

    def _make_room(self) -> None:
        self._keys.setVisible(not self.line.text() and self.width() > 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the key hint where there is no room."""
        self._make_room()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere is a click into the words."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)
