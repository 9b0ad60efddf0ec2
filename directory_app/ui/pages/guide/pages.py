"""The view that shows a guide's real pages: side by side, zoomed, turned with the keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, QTimer, Signal
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
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from directory_app.ui import theme
from directory_app.ui.parts.paper.kinds import kind_of
from directory_app.ui.parts.paper.pictures import POINTS, Pdf
from directory_app.ui.widgets.base import ScrollBar

translate = QCoreApplication.translate
Size = tuple[float, float]
#: The panel of a trifold that folds in is so many points narrower (guides/layouts/trifold.py).
_NARROWER = 4.5
_POCKET_PAGES = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A page (from 0), or what lies of it between two distances from its left edge, in points."""

    page: int
    left: float
    right: float

    @property
    def wide(self) -> float:
        """Its width."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Spread:
    """What one sees at once, left to right, and the words below it."""

    parts: tuple[Part, ...]
    caption: str = ""

    @property
    def wide(self) -> float:
        """The width of all."""
        return sum(part.wide for part in self.parts)


def as_printed(layout: str, sizes: Sequence[Size]) -> list[Spread]:
    """Every side of every sheet by itself, in the order in which they are printed."""
    words = _printed_words(layout, len(sizes))
    return [Spread((Part(at, 0, size[0]),), words[at]) for at, size in enumerate(sizes)]


def as_folded(layout: str, sizes: Sequence[Size]) -> list[Spread]:
    """As the reader turns it: a trifold's panels, or the pages of a book two and two."""
    if kind_of(layout).reads == "panels":
        return _panels(sizes)
    book = _POCKET_PAGES if layout == "pocket" else len(sizes)
    spreads: list[Spread] = []
    for first in range(0, len(sizes), max(1, book)):
        last = min(first + book, len(sizes))
        spreads += _book(sizes, first, last)
    return spreads


def _book(sizes: Sequence[Size], first: int, last: int) -> list[Spread]:
    def part(at: int) -> Part:
        return Part(at, 0, sizes[at][0])

    spreads = [Spread((part(first),), translate("Spreads", "Cover"))]
    for left in range(first + 1, last, 2):
        if left + 1 < last:
            words = translate("Spreads", "Pages {a} and {b}")
            words = words.format(a=left - first + 1, b=left - first + 2)
            spreads.append(Spread((part(left), part(left + 1)), words))
        else:
            spreads.append(Spread((part(left),), translate("Spreads", "Back")))
    return spreads


def _panels(sizes: Sequence[Size]) -> list[Spread]:
    """Cover, cover opened, all open, back; of further sheets both sides as they are."""
    if len(sizes) < 2:
        return as_printed("trifold", sizes)
    wide = sizes[0][0]
    panel = (wide + _NARROWER) / 3
    flap = Part(0, 0, panel - _NARROWER)
    back = Part(0, panel - _NARROWER, 2 * panel - _NARROWER)
    cover = Part(0, 2 * panel - _NARROWER, wide)
    spreads = [
        Spread((cover,), translate("Spreads", "Cover")),
        Spread((Part(1, 0, panel), flap), translate("Spreads", "Opened once")),
        Spread((Part(1, 0, sizes[1][0]),), translate("Spreads", "Opened wide")),
        Spread((back,), translate("Spreads", "Back")),
    ]
    return spreads + as_printed("trifold", sizes)[2:]


def _printed_words(layout: str, pages: int) -> list[str]:
    """What stands below each side."""
    kind = kind_of(layout)
    if kind.reads == "panels" and pages == 2:
        return [translate("Spreads", "Outside"), translate("Spreads", "Inside")]
    if kind.duplex == "short":
        front, back = (
            translate("Spreads", "Sheet {n}, front"),
            translate("Spreads", "Sheet {n}, back"),
        )
        return [(back if at % 2 else front).format(n=at // 2 + 1) for at in range(pages)]
    if layout == "sheet" and pages == 2:
        return [translate("Spreads", "Front"), translate("Spreads", "Back")]
    if pages < 2:
        return [""] * pages
    words = (
        translate("Spreads", "Sheet {n}") if not kind.duplex else translate("Spreads", "Page {n}")
    )
    return [words.format(n=at + 1) for at in range(pages)]


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


_GAP, _MARGIN, _CAPTION = 24, 14, 28
#: Steps of the zoom, in parts of the paper's own size; 0 is "fit".
ZOOMS = (0.0, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
#: Pictures of so many pages at the most are kept.
_KEPT = 24
#: Where the window is lower than this a whole page would be too small: its width is fitted.
_LEAST_HIGH = 300


class PagesView(PaperScroll):
    """White pages side by side where they fit, else one under the other.

    ``wanted(pages, scale, grey)`` asks for pictures; they come back by ``show_pictures``.
    ``turned(at)``: the spread that is looked at is another one now.
    """

    wanted = Signal(list, float, bool)
    zoomed = Signal(float)
    turned = Signal(int)
    focus_ring = "inside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = 0
        self._pdf: Pdf | None = None
        self._spreads: Sequence[Spread] = ()
        self._images: dict[int, QImage] = {}
        self._zoom = 0.0
        self._grey = False
        self._at = 0
        self._name = ""
        self._asked: tuple[object, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
        self._soon = QTimer(self, singleShot=True, interval=15)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    # -- what is shown

    def set_name(self, name: str) -> None:
        """What the pages are, for a screen reader; it also hears which one is looked at."""
        self._name = name
        self._announce()

    def show_pdf(self, pdf: Pdf | None, spreads: Sequence[Spread] = ()) -> None:
        """Show another PDF. The old pictures stay until the new ones are there."""
        before = self._pdf.sizes if self._pdf else ()
        sizes = pdf.sizes if pdf else ()
        self._images = {
            at: image
            for at, image in self._images.items()
            if at < len(sizes) and at < len(before) and sizes[at] == before[at]
        }
        self._pdf, self._spreads = pdf, spreads
        self._at = min(self._at, max(0, len(spreads) - 1))
        self._asked = ()
        self._layout()
        self._announce()
        self._ask()

    def show_first(self, pdf: Pdf, spread: Spread, image: QImage) -> None:
        """The first page of a PDF that is still being made, at once.

        The pages behind it stay as they were until the rest is there.
        """
        if not self._pdf or self._pdf.sizes[0] != pdf.sizes[0]:
            self.show_pdf(pdf, [spread])
        self._images[0] = image
        self.viewport().update()

    def show_pictures(self, pdf: Pdf, drawn: dict[int, QImage]) -> None:
        """Take pictures that were asked for."""
        if pdf is not self._pdf:
            return
        if len(self._images) + len(drawn) > _KEPT:
            seen = set(self._visible())
            self._images = {at: image for at, image in self._images.items() if at in seen}
        self._images |= drawn
        self.viewport().update()

    def pages(self) -> int:
        """How many pages there are."""
        return len(self._pdf.sizes) if self._pdf else 0

    def spreads(self) -> Sequence[Spread]:
        """What stands side by side."""
        return self._spreads

    def pictures(self) -> dict[int, QImage]:
        """The pictures that are shown now, by page."""
        return dict(self._images)

    def set_grey(self, grey: bool) -> None:
        """Show a copier's grey, or the colours."""
        if grey != self._grey:
            self._grey = grey
            self._asked = ()
            self._ask()

    # -- where one is

    def at(self) -> int:
        """The spread that is looked at, from 0."""
        return self._at

    def turn_to(self, at: int) -> None:
        """Look at another spread: its top comes to the top."""
        if self._spreads:
            at = max(0, min(at, len(self._spreads) - 1))
            self._set_at(at)
            self.verticalScrollBar().setValue(round(self.boxes()[at].y() - _MARGIN))
            self._set_at(at)

    def _set_at(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self._announce()
            self.turned.emit(at)

    def _announce(self) -> None:
        words = self._name
        if self._spreads:
            caption = self._spreads[self._at].caption
            place = self.tr("{n} of {all}").format(n=self._at + 1, all=len(self._spreads))
            words = ": ".join(filter(None, (self._name, ", ".join(filter(None, (caption, place))))))
        self.setAccessibleName(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _scrolled(self) -> None:
        self._soon.start()
        middle = self._offset().y() + self.viewport().height() / 3
        boxes = self.boxes()
        above = [at for at, box in enumerate(boxes) if box.y() <= middle]
        if above:
            row = boxes[above[-1]].y()
            if boxes[self._at].y() != row:
                self._set_at(next(at for at in above if boxes[at].y() == row))

    # -- zoom

    def zoom(self) -> float:
        """The zoom; 0 is "fit"."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Another zoom."""
        at = self._at
        self._zoom = zoom
        self._layout()
        self.turn_to(at)
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

    # -- geometry, in logical pixels

    def _size(self, spread: Spread) -> tuple[float, float]:
        """Width and height in points."""
        sizes = self._pdf.sizes if self._pdf else ()
        return spread.wide, max(sizes[part.page][1] for part in spread.parts)

    def scale(self) -> float:
        """Logical pixels a point."""
        if self._zoom:
            return self._zoom * 96 / POINTS
        if not self._spreads:
            return 1.0
        sizes = [self._size(spread) for spread in self._spreads]
        wide, high = (max(size[axis] for size in sizes) for axis in (0, 1))
        room = self.viewport().size()
        by_height = (room.height() - 2 * _MARGIN - _CAPTION) / high
        by_width = (room.width() - 2 * _MARGIN) / wide
        return max(0.2, min(by_height, by_width) if room.height() >= _LEAST_HIGH else by_width)

    def _across(self) -> int:
        """How many spreads stand side by side."""
        wide = max(spread.wide for spread in self._spreads) * self.scale()
        fits = int((self.viewport().width() - 2 * _MARGIN + _GAP) // (wide + _GAP))
        return max(1, min(fits, len(self._spreads)))

    def boxes(self) -> list[QRectF]:
        """Where the spreads stand, in the coordinates of the whole."""
        if not self._spreads:
            return []
        scale, across = self.scale(), self._across()
        boxes, y = [], float(_MARGIN)
        sizes = [self._size(spread) for spread in self._spreads]
        for first in range(0, len(sizes), across):
            row = [
                QRectF(0, y, round(w * scale), round(h * scale))
                for w, h in sizes[first : first + across]
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
        """The pages that are seen, or are about to be."""
        view = QRectF(self._offset(), self.viewport().size()).adjusted(0, -200, 0, 200)
        seen = [at for at, box in enumerate(self.boxes()) if box.intersects(view)]
        return sorted({part.page for at in seen for part in self._spreads[at].parts})

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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pages, their edges and their names."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("sidebar"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._offset())
        for box, spread in zip(self.boxes(), self._spreads, strict=True):
            self._paint_spread(painter, box, spread)
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink-soft"))
            below = QRectF(box.x() - _GAP, box.bottom() + 2, box.width() + 2 * _GAP, _CAPTION - 4)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), spread.caption)
        painter.end()

    def _paint_spread(self, painter: QPainter, box: QRectF, spread: Spread) -> None:
        assert self._pdf is not None  # there are no spreads without it
        pen = QPen(theme.color("line-strong"), 1)
        pen.setCosmetic(True)
        painter.fillRect(box, theme.color("paper"))
        x, scale = box.x(), box.width() / spread.wide
        for part in spread.parts:
            wide, high = self._pdf.sizes[part.page]
            target = QRectF(x, box.y(), part.wide * scale, high * scale)
            paint_part(painter, target, self._images.get(part.page), part, wide)
            painter.setPen(pen)
            if part is not spread.parts[0]:
                painter.drawLine(target.topLeft(), target.bottomLeft())
            x += target.width()
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits; Page Down, Page Up, Home and End turn; arrows scroll."""
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.step_zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.set_zoom(0.0)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn_to(self._leads_to(Qt.Key(key)))
        else:
            super().keyPressEvent(event)

    def _leads_to(self, key: Qt.Key) -> int:
        last = len(self._spreads) - 1
        return {
            Qt.Key.Key_PageDown: self._at + 1,
            Qt.Key.Key_PageUp: self._at - 1,
            Qt.Key.Key_Home: 0,
        }.get(key, last)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


#: The column is so wide; fewer spreads than this are all seen anyhow.
WIDTH, FROM = 104, 3
_THUMB, _THUMB_GAP, _TOP = 72, 10, 12


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
            y += high + self._caption() + _THUMB_GAP
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
