"""The layouts as small painted pages to choose from: one tab stop, arrows choose."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import paint_box

_ACROSS = 3
_HIGH = 92
_GAP = 4


class LayoutThumbs(QWidget):
    """``items`` are (key, words). ``chosen(key)`` on a change."""

    chosen = Signal(str)
    focus_ring = "outside"

    def __init__(
        self, items: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "card")
        self._items, self._name, self._at = list(items), name, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._announce()

    def set_items(self, items: Sequence[tuple[str, str]], name: str) -> None:
        """Other words, after a change of language."""
        self._items, self._name = list(items), name
        self._announce()
        self.update()

    def value(self) -> str:
        """The key of the chosen layout."""
        return self._items[self._at][0]

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        keys = [item[0] for item in self._items]
        self._at = keys.index(key) if key in keys else 0
        self._announce()
        self.update()

    def _announce(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._items[self._at][1]}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._items) and at != self._at:
            self._at = at
            self._announce()
            self.update()
            self.chosen.emit(self.value())

    def sizeHint(self) -> QSize:
        """Three across."""
        rows = -(-len(self._items) // _ACROSS)
        return QSize(200, rows * (self._high() + _GAP) - _GAP)

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return self.sizeHint()

    def _high(self) -> int:
        return max(_HIGH, 70 + QFontMetrics(theme.font("small")).height())

    def _box(self, at: int) -> QRectF:
        wide = (self.width() - (_ACROSS - 1) * _GAP) / _ACROSS
        row, column = divmod(at, _ACROSS)
        return QRectF(column * (wide + _GAP), row * (self._high() + _GAP), wide, self._high())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each layout, its word, and the chosen one on a tint with a tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (key, words) in enumerate(self._items):
            self._paint(painter, self._box(at), key, words, at == self._at)
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, key: str, words: str, on: bool) -> None:
        if on:
            paint_box(painter, box, "selection", "accent", "card")
        page = QRectF(box.center().x() - 20, box.y() + 10, 40, 52)
        painter.fillRect(page, theme.color("base"))
        painter.setPen(QPen(theme.color("line-strong"), 1))
        painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
        _DRAWINGS.get(key, _plain)(painter, page)
        painter.setFont(theme.bold("small") if on else theme.font("small"))
        painter.setPen(theme.color("ink" if on else "ink-soft"))
        wide = painter.fontMetrics().horizontalAdvance(words)
        x = box.center().x() - wide / 2 + (9 if on else 0)
        if on:
            icons.paint(painter, round(x - 18), round(box.bottom() - 22), "check", "ink", 14)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(x, box.bottom() - 26, wide + 4, 22), flags, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        for at in range(len(self._items)):
            if self._box(at).contains(event.position()):
                self._choose(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose."""
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_ACROSS,
            Qt.Key.Key_Down: _ACROSS,
        }
        by = moves.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._at + by)


def _lines(painter: QPainter, x: float, y: float, wide: float, count: int) -> None:
    painter.setPen(QPen(theme.color("ink-soft"), 1.4))
    for at in range(count):
        painter.drawLine(QPointF(x, y + at * 5), QPointF(x + wide, y + at * 5))


def _plain(painter: QPainter, page: QRectF) -> None:
    _lines(painter, page.x() + 6, page.y() + 8, page.width() - 12, 8)


def _sheet(painter: QPainter, page: QRectF) -> None:
    painter.setPen(QPen(theme.color("ink"), 2))
    painter.drawLine(page.topLeft() + QPointF(6, 7), page.topLeft() + QPointF(26, 7))
    _lines(painter, page.x() + 6, page.y() + 14, 12, 7)
    _lines(painter, page.x() + 22, page.y() + 14, 12, 7)


_DRAWINGS: dict[str, Callable[[QPainter, QRectF], None]] = {"sheet": _sheet}
