"""An icon as a widget that says nothing by itself: the words beside it do."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from directory_app.ui import icons


class IconMark(QWidget):
    """``name`` in the colour of ``role``, ``size`` px square."""

    def __init__(
        self, name: str, role: str = "ink-soft", size: int = icons.ROW, *, fill: bool = False
    ) -> None:
        super().__init__()
        self._name, self._role, self._fill = name, role, fill
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str) -> None:
        """Show another."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        icons.paint(painter, 0, 0, self._name, self._role, self.width(), fill=self._fill)
        painter.end()
