"""Small pages in a column beside the large ones: to see where one is, and to go elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from directory_app.ui import theme
from directory_app.ui.pages.guide.paper_scroll import PaperScroll, paint_part
from directory_app.ui.pages.guide.spreads import Spread
from directory_app.ui.parts.paper.pictures import Pdf
from directory_app.ui.widgets.base import ScrollBar

#: The column is so wide; fewer spreads than this are all seen anyhow.
WIDTH, FROM = 104, 3
_THUMB, _GAP, _TOP = 72, 10, 12


class PageStrip(PaperScroll):
    """``chosen(at)``: a spread was clicked or arrowed to. ``wanted(pages, scale)`` as PagesView."""

    chosen = Signal(int)
    wanted = Signal(list, float)
    focus_ring = "inside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = 0
        self._pdf: Pdf | None = None
        self._spreads: Sequence[Spread] = ()
        self._images: dict[int, QImage] = {}
        self._at = 0
        self._name = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self._soon = QTimer(self, singleShot=True, interval=80)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._soon.start())

    def set_name(self, name: str) -> None:
        """What it is, for a screen reader."""
        self._name = name
        self._announce()

    def show_pdf(self, pdf: Pdf | None, spreads: Sequence[Spread]) -> None:
        """Show another; old pictures stay until new ones are there."""
        self._pdf, self._spreads = pdf, spreads
        self._at = min(self._at, max(0, len(spreads) - 1))
        pages = len(pdf.sizes) if pdf else 0
        self._images = {at: image for at, image in self._images.items() if at < pages}
        self._layout()
        self._announce()
        self._soon.start()

    def show_pictures(self, pdf: Pdf, drawn: dict[int, QImage]) -> None:
        """Take pictures that were asked for."""
        if pdf is self._pdf:
            self._images |= drawn
            self.viewport().update()

    def pictures(self) -> dict[int, QImage]:
        """The pictures that are there, by page."""
        return dict(self._images)

    def set_at(self, at: int) -> None:
        """Mark the spread that is looked at."""
        self._at = at
        self._announce()
        if at < len(self._spreads):
            box = self.boxes()[at]
            bar = self.verticalScrollBar()
            if not bar.value() <= box.y() <= bar.value() + self.viewport().height() - box.height():
                bar.setValue(round(box.center().y() - self.viewport().height() / 2))
        self.viewport().update()

    def _announce(self) -> None:
        caption = self._spreads[self._at].caption if self._spreads else ""
        self.setAccessibleName(": ".join(filter(None, (self._name, caption))))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    # -- geometry

    def _scale(self) -> float:
        """Logical pixels a point: the widest spread fills the column."""
        return _THUMB / max((spread.wide for spread in self._spreads), default=_THUMB)

    def _caption(self) -> int:
        return QFontMetrics(theme.font("caption")).height() + 4

    def boxes(self) -> list[QRectF]:
        """Where the small pages stand, in the coordinates of the whole."""
        boxes, y, scale = [], float(_TOP), self._scale()
        sizes = self._pdf.sizes if self._pdf else ()
        for spread in self._spreads:
            high = max(sizes[part.page][1] for part in spread.parts) * scale
            wide = spread.wide * scale
            boxes.append(QRectF((WIDTH - 8 - wide) / 2, y, wide, high))
            y += high + self._caption() + _GAP
        return boxes

    def _layout(self) -> None:
        high = max((box.bottom() for box in self.boxes()), default=0) + self._caption() + _TOP
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(high - room)))
        bar.setPageStep(room)
        bar.setSingleStep(24)
        self.viewport().update()

    def _ask(self) -> None:
        if self._pdf is None or not self.isVisible():
            return
        top = self.verticalScrollBar().value()
        view = QRectF(0, top - 200, WIDTH, self.viewport().height() + 400)
        seen = [at for at, box in enumerate(self.boxes()) if box.intersects(view)]
        pages = sorted({part.page for at in seen for part in self._spreads[at].parts})
        self.wanted.emit(pages, self._scale() * self.devicePixelRatioF())

    # -- Qt

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(WIDTH, 200)

    def minimumSizeHint(self) -> QSize:
        """May be low."""
        return QSize(WIDTH, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the small pages; the one that is looked at has a frame and bold words."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("sidebar"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme.color("line"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(0, -self.verticalScrollBar().value())
        for at, (box, spread) in enumerate(zip(self.boxes(), self._spreads, strict=True)):
            self._paint_spread(painter, box, spread, here=at == self._at)
        painter.end()

    def _paint_spread(self, painter: QPainter, box: QRectF, spread: Spread, *, here: bool) -> None:
        assert self._pdf is not None  # there are no spreads without it
        painter.fillRect(box, theme.color("paper"))
        x, scale = box.x(), self._scale()
        for part in spread.parts:
            wide, high = self._pdf.sizes[part.page]
            target = QRectF(x, box.y(), part.wide * scale, high * scale)
            paint_part(painter, target, self._images.get(part.page), part, wide)
            x += part.wide * scale
        painter.setPen(QPen(theme.color("accent" if here else "line-strong"), 2 if here else 1))
        painter.drawRect(box.adjusted(-1, -1, 1, 1) if here else box)
        painter.setFont(theme.bold("caption") if here else theme.font("caption"))
        painter.setPen(theme.color("ink" if here else "ink-soft"))
        below = QRectF(0, box.bottom() + 3, WIDTH - 8, self._caption())
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), spread.caption)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what is under the mouse."""
        y = event.position().y() + self.verticalScrollBar().value()
        for at, box in enumerate(self.boxes()):
            if box.y() <= y <= box.bottom() + self._caption():
                self._choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End."""
        last = len(self._spreads) - 1
        target = {
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_PageDown: self._at + 1,
            Qt.Key.Key_PageUp: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(max(0, min(target, last)))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._spreads):
            self.set_at(at)
            self.chosen.emit(at)
