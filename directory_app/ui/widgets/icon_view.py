"""An icon beside words, as a widget. It says nothing by itself."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from directory_app.ui import icons


class IconView(QWidget):
    """A Phosphor icon of ``size`` pixels."""

    def __init__(
        self,
        name: str,
        role: str = "ink-soft",
        size: int = icons.ROW,
        *,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._role, self._side, self._fill = name, role, size, fill
        self.setFixedSize(size, size)

    def set_icon(self, name: str, role: str, *, fill: bool = False) -> None:
        """Show another one."""
        self._name, self._role, self._fill = name, role, fill
        self.update()

    def sizeHint(self) -> QSize:
        """Its own size."""
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        icons.paint(painter, 0, 0, self._name, self._role, self._side, fill=self._fill)
        painter.end()
