"""What the large and the small pages have in common: white paper in a column that scrolls."""

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QImage, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea

from directory_app.ui.pages.guide.spreads import Part


class PaperScroll(QAbstractScrollArea):
    """Lays out again and asks for pictures, by ``_soon``, whenever more or fewer are seen."""

    _soon: QTimer

    def _layout(self) -> None:
        """Fit the scroll bars to the pages."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._layout()
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is seen now."""
        super().showEvent(event)
        self._soon.start()


def paint_part(
    painter: QPainter, target: QRectF, image: QImage | None, part: Part, page_width: float
) -> None:
    """Draw the part of a page's picture that is seen; nothing where there is none yet."""
    if image is None:
        return
    per = image.width() / page_width
    painter.drawImage(target, image, QRectF(part.left * per, 0, part.wide * per, image.height()))
