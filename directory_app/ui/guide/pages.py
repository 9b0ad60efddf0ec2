"""The real pages of a PDF as pictures, and the view that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from directory_app.progress import Progress, silent
from directory_app.ui import theme
from directory_app.ui.widgets.base import ScrollBar

POINTS = 72.0
_GAP, _MARGIN, _CAPTION = 24, 14, 28
#: Steps of the zoom, in parts of the paper's own size; 0 is "fit".
ZOOMS = (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
#: Pictures of so many pages at the most are kept.
_KEPT = 24


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF in memory and its pages' sizes in points."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]


def opened(data: bytes) -> Pdf:
    """Look at a PDF. To be called in the one thread that uses pdfium."""
    document = pdfium.PdfDocument(data)
    try:
        return Pdf(data, tuple(document.get_page_size(at) for at in range(len(document))))
    finally:
        document.close()


def pictures(
    pdf: Pdf, pages: Sequence[int], scale: float, *, grey: bool = False, progress: Progress = silent
) -> dict[int, QImage]:
    """Draw pages at ``scale`` pixels a point; ``grey`` as a copier would give them."""
    document = pdfium.PdfDocument(pdf.data)
    drawn: dict[int, QImage] = {}
    try:
        for done, at in enumerate(pages):
            progress(done, len(pages), "")
            drawn[at] = _picture(document[at], scale, grey)
    finally:
        document.close()
    return drawn


def _picture(page: pdfium.PdfPage, scale: float, grey: bool) -> QImage:
    bitmap = page.render(
        scale=scale, force_bitmap_format=pdfium.raw.FPDFBitmap_BGRx, prefer_bgrx=True
    )
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_RGB32,
    ).copy()
    bitmap.close()
    page.close()
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if grey else image


class PagesView(QAbstractScrollArea):
    """White pages side by side where they fit, else one under the other.

    ``wanted(pages, scale, grey)`` asks for pictures; they come back by ``show_pictures``.
    """

    wanted = Signal(list, float, bool)
    zoomed = Signal(float)
    focus_ring = "inside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = 0
        self._pdf: Pdf | None = None
        self._images: dict[int, QImage] = {}
        self._captions: Sequence[str] = ()
        self._zoom = 0.0
        self._grey = False
        self._asked: tuple[object, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
        self._soon = QTimer(self, singleShot=True, interval=40)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())

    # -- what is shown

    def show_pdf(self, pdf: Pdf | None, captions: Sequence[str] = ()) -> None:
        """Show another PDF. The old pictures stay until the new ones are there."""
        same = self._pdf is not None and pdf is not None and self._pdf.sizes == pdf.sizes
        self._pdf, self._captions = pdf, captions
        if not same:
            self._images = {}
        self._asked = ()
        self._layout()
        self._ask()

    def show_pictures(self, pdf: Pdf, drawn: dict[int, QImage]) -> None:
        """Take pictures that were asked for."""
        if pdf is not self._pdf:
            return
        if len(self._images) + len(drawn) > _KEPT:
            self._images = {}
        self._images |= drawn
        self.viewport().update()

    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pdf.sizes) if self._pdf else 0

    def pictures(self) -> dict[int, QImage]:
        """The pictures that are shown now, by page."""
        return dict(self._images)

    def set_grey(self, grey: bool) -> None:
        """Show a copier's grey, or the colours."""
        self._grey = grey
        self._asked = ()
        self._ask()

    def zoom(self) -> float:
        """The zoom; 0 is "fit"."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Another zoom."""
        self._zoom = zoom
        self._layout()
        self._soon.start()
        self.zoomed.emit(zoom)

    def step_zoom(self, by: int) -> None:
        """One step nearer or farther; from "fit" it starts at what is shown."""
        if self._zoom:
            at = ZOOMS.index(self._zoom) + by
        else:
            now = self.scale() * POINTS / 96
            nearer = [at for at, zoom in enumerate(ZOOMS) if zoom > now * 1.02]
            farther = [at for at, zoom in enumerate(ZOOMS) if zoom < now * 0.98]
            at = nearer[0] if by > 0 and nearer else farther[-1] if farther else 0
        self.set_zoom(ZOOMS[max(0, min(at, len(ZOOMS) - 1))])

    # -- geometry

    def scale(self) -> float:
        """Logical pixels a point."""
        if self._zoom:
            return self._zoom * 96 / POINTS
        if not self._pdf:
            return 1.0
        wide, high = (max(size[axis] for size in self._pdf.sizes) for axis in (0, 1))
        room = self.viewport().size()
        by_height = (room.height() - 2 * _MARGIN - _CAPTION) / high
        by_width = (room.width() - 2 * _MARGIN) / wide
        return max(0.2, min(by_height, by_width) if by_height > 0.45 else by_width)

    def _across(self) -> int:
        """How many pages stand side by side."""
        if not self._pdf:
            return 1
        wide = max(size[0] for size in self._pdf.sizes) * self.scale()
        fits = int((self.viewport().width() - 2 * _MARGIN + _GAP) // (wide + _GAP))
        return max(1, min(fits, len(self._pdf.sizes)))

    def boxes(self) -> list[QRectF]:
        """Where the pages stand, in the coordinates of the whole."""
        if not self._pdf:
            return []
        scale, across = self.scale(), self._across()
        boxes, y = [], float(_MARGIN)
        sizes = self._pdf.sizes
        for first in range(0, len(sizes), across):
            row = [
                QSize(round(w * scale), round(h * scale)) for w, h in sizes[first : first + across]
            ]
            total = sum(one.width() for one in row) + _GAP * (len(row) - 1)
            x = max(float(_MARGIN), (self.viewport().width() - total) / 2)
            for one in row:
                boxes.append(QRectF(round(x), y, one.width(), one.height()))
                x += one.width() + _GAP
            y += max(one.height() for one in row) + _CAPTION
        return boxes

    def _layout(self) -> None:
        boxes = self.boxes()
        high = max((box.bottom() for box in boxes), default=0) + _CAPTION
        wide = max((box.right() for box in boxes), default=0) + _MARGIN
        room = self.viewport().size()
        for bar, whole, part in (
            (self.verticalScrollBar(), high, room.height()),
            (self.horizontalScrollBar(), wide, room.width()),
        ):
            bar.setRange(0, max(0, round(whole - part)))
            bar.setPageStep(part)
            bar.setSingleStep(24)
        self.viewport().update()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible(self) -> list[int]:
        view = QRectF(self._offset(), self.viewport().size()).adjusted(0, -200, 0, 200)
        return [at for at, box in enumerate(self.boxes()) if box.intersects(view)]

    def _ask(self) -> None:
        if not self._pdf or not self.isVisible():
            return
        scale = self.scale() * self.devicePixelRatioF()
        pages = self._visible()
        asked = (id(self._pdf), tuple(pages), round(scale, 3), self._grey)
        if asked != self._asked:
            self._asked = asked
            self.wanted.emit(pages, scale, self._grey)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._layout()
        self._soon.start()

    def showEvent(self, event: object) -> None:
        """Ask for what is seen now."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self._soon.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pages, their edges and their names."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("sidebar"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._offset())
        pen = QPen(theme.color("line-strong"), 1)
        pen.setCosmetic(True)
        for at, box in enumerate(self.boxes()):
            painter.fillRect(box, theme.color("paper"))
            if at in self._images:
                painter.drawImage(box, self._images[at])
            painter.setPen(pen)
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
            if at < len(self._captions):
                painter.setFont(theme.font("small"))
                painter.setPen(theme.color("ink-soft"))
                below = QRectF(box.x(), box.bottom() + 2, box.width(), _CAPTION - 4)
                painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._captions[at])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits, the rest scrolls."""
        keys = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        if event.key() in keys:
            self.step_zoom(keys[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_0:
            self.set_zoom(0.0)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
