"""The layouts as small painted pages to choose from: one tab stop, arrows choose."""

from collections.abc import Sequence
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
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.pages.guide import thumb_drawings
from directory_app.ui.widgets.base import paint_box

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
            thumb_drawings.draw(painter, item.key, QPointF(box.center().x(), box.y() + 37))
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
