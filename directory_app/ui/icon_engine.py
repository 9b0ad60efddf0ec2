"""A QIcon's engine: asks for the colour each time it paints, to follow light and dark."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from directory_app.ui import icons


class Engine(QIconEngine):
    """One icon in the colour of a role."""

    def __init__(self, name: str, role: str, fill: bool) -> None:
        super().__init__()
        self._name, self._role, self._fill = name, role, fill

    def clone(self) -> QIconEngine:
        """Qt wants copies."""
        return Engine(self._name, self._role, self._fill)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture."""
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        return icons.pixmap(self._name, role, min(size.width(), size.height()), fill=self._fill)

    def paint(self, painter: QPainter, rect: QRect, mode: object, state: object) -> None:
        """Draw it in the middle of its place."""
        role = "disabled" if mode == QIcon.Mode.Disabled else self._role
        side = min(rect.width(), rect.height())
        x = rect.x() + (rect.width() - side) / 2
        y = rect.y() + (rect.height() - side) / 2
        icons.paint(painter, x, y, self._name, role, side, fill=self._fill)
