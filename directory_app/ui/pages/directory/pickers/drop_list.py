"""The list that drops from a field. The keyboard stays in the field; the list is made late."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.parts.choice_list import ChoiceList
from directory_app.ui.parts.finding import Choice
from directory_app.ui.widgets.base import Grounded

_MOST, _GAP, _EDGE, _WIDE = 8, 4, 4, 300


class DropList(Grounded, QWidget):
    """``picked(id)``. It lies over the window below ``field``, or above where there is no room."""

    picked = Signal(str)

    def __init__(self, name: str, field: QWidget) -> None:
        super().__init__(field.window())
        self.set_ground("raised", "line-strong", "field")
        self._field = field
        self.list = ChoiceList(name)
        self.list.picked.connect(lambda choice: self.picked.emit(choice.id))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, _EDGE, 1, _EDGE)
        column.addWidget(self.list)
        self.hide()

    def offer(self, choices: Sequence[Choice], keep: str = "") -> None:
        """Show these, with ``keep`` marked or the first; none hides the list."""
        if not choices:
            self.hide()
            return
        self.list.show_choices(choices, keep)
        self._place(len(choices))
        self.show()
        self.raise_()
        self._tell()

    def current(self) -> str:
        """The id of what Enter takes; "" while the list is hidden."""
        choice = self.list.current() if self.isVisible() else None
        return choice.id if choice is not None else ""

    def step(self, rows: int) -> None:
        """Up or down."""
        self.list.step(rows)
        self._tell()

    def _place(self, many: int) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        top = self._field.mapTo(window, QPoint(0, 0))
        wide = min(max(self._field.width(), _WIDE), window.width() - 2 * _GAP)
        left = max(_GAP, min(top.x() + self._field.width() - wide, window.width() - wide - _GAP))
        below = window.height() - top.y() - self._field.height() - 2 * _GAP
        above = top.y() - 2 * _GAP
        row = theme.height("row")
        want = min(many, _MOST) * row + 2 * _EDGE
        high = min(want, max(below, above))
        y = top.y() + self._field.height() + _GAP
        if want > below and above > below:
            y = top.y() - high - _GAP
        self.setGeometry(left, y, wide, high)

    def _tell(self) -> None:
        """A screen reader hears what is marked, for it follows the keyboard alone."""
        choice = self.list.current()
        if choice is not None and QAccessible.isActive():
            said = ", ".join(filter(None, (choice.words, choice.hint)))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))
