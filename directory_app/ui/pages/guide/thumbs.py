"""The layouts as small painted pages to choose from: one tab stop, arrows choose."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.style import paint_box

#: Width and height of the drawings, in logical pixels.
_UPRIGHT, _DRAWN_ACROSS, _OPEN = (40.0, 52.0), (52.0, 40.0), (56.0, 42.0)
Draw = Callable[[QPainter, QRectF], None]


def draw(painter: QPainter, layout: str, middle: QPointF) -> None:
    """Draw a layout round ``middle``; one that is not known is a page of lines."""
    size, drawing = _DRAWINGS.get(layout, (_UPRIGHT, _plain))
    page = QRectF(round(middle.x() - size[0] / 2), round(middle.y() - size[1] / 2), *size)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("base"))
    painter.drawRect(page)
    drawing(painter, page)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("line-strong"), 1))
    painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _ink(painter: QPainter, wide: float = 1.3, role: str = "ink-soft") -> None:
    painter.setPen(QPen(theme.color(role), wide))


def _lines(
    painter: QPainter, page: QRectF, corner: tuple[float, float], wide: float, count: int
) -> None:
    """``count`` lines of text; ``corner`` is measured from the page's."""
    _ink(painter)
    for at in range(count):
        start = page.topLeft() + QPointF(corner[0], corner[1] + at * 5)
        painter.drawLine(start, start + QPointF(wide, 0))


def _title(painter: QPainter, page: QRectF, x: float, y: float, wide: float) -> None:
    _ink(painter, 2.2, "ink")
    start = page.topLeft() + QPointF(x, y)
    painter.drawLine(start, start + QPointF(wide, 0))


def _folds(painter: QPainter, page: QRectF, *xs: float) -> None:
    pen = QPen(theme.color("line-strong"), 1, Qt.PenStyle.DashLine)
    pen.setDashPattern([2, 2])
    painter.setPen(pen)
    for x in xs:
        at = round(page.x() + x) + 0.5
        painter.drawLine(QPointF(at, page.top()), QPointF(at, page.bottom()))


def _plain(painter: QPainter, page: QRectF) -> None:
    _lines(painter, page, (6, 8), page.width() - 12, 8)


def _sheet(painter: QPainter, page: QRectF) -> None:
    _title(painter, page, 6, 7, 20)
    _lines(painter, page, (6, 14), 12, 7)
    _lines(painter, page, (22, 14), 12, 7)


def _trifold(painter: QPainter, page: QRectF) -> None:
    _folds(painter, page, 17, 34)
    _lines(painter, page, (4, 8), 10, 6)
    _lines(painter, page, (21, 8), 10, 6)
    painter.fillRect(QRectF(page.x() + 38, page.y() + 10, 10, 5), theme.color("ink-soft"))
    _lines(painter, page, (38, 22), 8, 2)


def _booklet(painter: QPainter, page: QRectF) -> None:
    _lines(painter, page, (6, 8), 17, 6)
    _lines(painter, page, (33, 8), 17, 6)
    _ink(painter, 1, "line-strong")
    x = page.center().x()
    painter.drawLine(QPointF(x, page.top()), QPointF(x, page.bottom()))


def _pocket(painter: QPainter, page: QRectF) -> None:
    _folds(painter, page, 13, 26, 39)
    _ink(painter, 1.6, "ink")
    y = page.center().y()
    painter.drawLine(QPointF(page.x() + 13, y), QPointF(page.x() + 39, y))
    for column in range(4):
        for row in (0, 20):
            _lines(painter, page, (3 + 13 * column, row + 5), 7, 3)


def _large_print(painter: QPainter, page: QRectF) -> None:
    for at, wide in enumerate((20, 26, 28, 22)):
        _title(painter, page, 6, 10 + at * 10, wide)


def _poster(painter: QPainter, page: QRectF) -> None:
    box = QRectF(page.x() + 5.5, page.y() + 5.5, page.width() - 11, 26)
    painter.setPen(QPen(theme.color("ink-soft"), 1))
    painter.drawRect(box)
    painter.drawLine(box.bottomLeft() + QPointF(0, -6), box.topRight() + QPointF(-4, 0))
    painter.drawLine(box.topLeft() + QPointF(10, 0), box.bottomRight() + QPointF(-8, 0))
    _lines(painter, page, (6, 38), 12, 2)
    _lines(painter, page, (22, 38), 12, 2)


def _cards(painter: QPainter, page: QRectF) -> None:
    painter.setPen(QPen(theme.color("ink-soft"), 1))
    for column in range(2):
        for row in range(4):
            painter.drawRect(
                QRectF(page.x() + 4.5 + 16 * column, page.y() + 4.5 + 11.5 * row, 14, 9)
            )


def _visit_sheets(painter: QPainter, page: QRectF) -> None:
    _band(painter, page)
    for at in range(4):
        y = page.y() + 14.5 + at * 9
        painter.setPen(QPen(theme.color("ink-soft"), 1))
        painter.drawRect(QRectF(page.x() + 6.5, y, 5, 5))
        _lines(painter, page, (16, 17 + at * 9), 18, 1)


def _call_list(painter: QPainter, page: QRectF) -> None:
    _band(painter, page)
    _lines(painter, page, (6, 15), 12, 7)
    _lines(painter, page, (24, 15), 10, 7)


def _band(painter: QPainter, page: QRectF) -> None:
    """The dark band over private paper."""
    painter.fillRect(QRectF(page.x(), page.y(), page.width(), 8), theme.color("ink"))


_DRAWINGS: dict[str, tuple[tuple[float, float], Draw]] = {
    "sheet": (_UPRIGHT, _sheet),
    "trifold": (_DRAWN_ACROSS, _trifold),
    "booklet": (_OPEN, _booklet),
    "pocket": (_DRAWN_ACROSS, _pocket),
    "large-print": (_UPRIGHT, _large_print),
    "poster": (_UPRIGHT, _poster),
    "cards": (_UPRIGHT, _cards),
    "visit-sheets": (_UPRIGHT, _visit_sheets),
    "call-list": (_UPRIGHT, _call_list),
}


_ACROSS = 3
_HIGH = 92
_GAP = 4
_ICON = 14
#: The width of the pane's content at 100 %.
_USUAL = 229


class Thumb(NamedTuple):
    """A layout: its key, its word, what it is for, and whether it stays inside the coalition."""

    key: str
    words: str
    purpose: str = ""
    private: bool = False


class LayoutThumbs(QWidget):
    """``chosen(key)`` on a change. ``private_word`` is said with the private ones."""

    chosen = Signal(str)
    focus_ring = "outside"

    def __init__(self, items: Sequence[Thumb], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "card")
        self._items, self._name, self._at = list(items), name, 0
        self._private_word = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._announce()

    def set_items(self, items: Sequence[Thumb], name: str, private_word: str) -> None:
        """Other words, after a change of language."""
        self._items, self._name, self._private_word = list(items), name, private_word
        self._announce()
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def value(self) -> str:
        """The key of the chosen layout."""
        return self._items[self._at].key

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        keys = [item.key for item in self._items]
        self._at = keys.index(key) if key in keys else 0
        self._announce()
        self.update()

    def _announce(self) -> None:
        item = self._items[self._at]
        private = [self._private_word] if item.private else []
        self.setAccessibleName(f"{self._name}: {', '.join([item.words, *private])}")
        self.setAccessibleDescription(item.purpose)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._items) and at != self._at:
            self._at = at
            self._announce()
            self.update()
            self.chosen.emit(self.value())

    # -- geometry

    def sizeHint(self) -> QSize:
        """Three across."""
        rows = -(-len(self._items) // _ACROSS)
        return QSize(_USUAL, rows * (self._high(self.width()) + _GAP) - _GAP)

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher: words go on two lines."""
        super().resizeEvent(event)
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())

    def _high(self, width: int) -> int:
        lines = max((len(self._broken(item, width)) for item in self._items), default=1)
        return max(_HIGH, 71 + lines * QFontMetrics(theme.font("small")).height())

    def _broken(self, item: Thumb, width: int) -> list[str]:
        """The words, on two lines where one is too short for them."""
        room = (width - (_ACROSS - 1) * _GAP) / _ACROSS
        wide = QFontMetrics(theme.bold("small")).horizontalAdvance(item.words)
        if wide <= room or " " not in item.words:
            return [item.words]
        first, rest = item.words.rsplit(" ", 1)
        return [first, rest]

    def _box(self, at: int) -> QRectF:
        wide = (self.width() - (_ACROSS - 1) * _GAP) / _ACROSS
        row, column = divmod(at, _ACROSS)
        high = self._high(self.width())
        return QRectF(column * (wide + _GAP), row * (high + _GAP), wide, high)

    def _under(self, point: QPointF) -> int:
        return next((at for at in range(len(self._items)) if self._box(at).contains(point)), -1)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each layout, its word, and the chosen one on a tint with a tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, item in enumerate(self._items):
            box = self._box(at)
            if at == self._at:
                paint_box(painter, box, "selection", "accent", "card")
            draw(painter, item.key, QPointF(box.center().x(), box.y() + 37))
            self._paint_words(painter, box, item, on=at == self._at)
        painter.end()

    def _paint_words(self, painter: QPainter, box: QRectF, item: Thumb, *, on: bool) -> None:
        painter.setFont(theme.bold("small") if on else theme.font("small"))
        role = "ink" if on else "ink-soft"
        if on:
            icons.paint(painter, round(box.x()) + 4, round(box.y()) + 4, "check", role, _ICON)
        if item.private:
            right = round(box.right()) - _ICON - 2
            icons.paint(painter, right, round(box.y()) + 4, "lock-simple", role, _ICON)
        metrics = painter.fontMetrics()
        painter.setPen(theme.color(role))
        y = box.y() + 67
        for words in self._broken(item, self.width()):
            x = box.center().x() - metrics.horizontalAdvance(words) / 2
            painter.drawText(QPointF(x, y + metrics.ascent()), words)
            y += metrics.height()

    # -- choosing

    def event(self, event: QEvent) -> bool:
        """What a layout is for, in its tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._items[at].purpose if at >= 0 else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        self._choose(self._under(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        targets = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Up: self._at - _ACROSS,
            Qt.Key.Key_Down: self._at + _ACROSS,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)
