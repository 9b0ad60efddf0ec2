"""Choices under one another, each with a picture, a title and a line: one tab stop."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import paint_box

_LEFT, _ICON, _RIGHT, _PAD, _GAP = 40, 20, 12, 7, 2
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ChoiceCard(NamedTuple):
    """A choice: its key, picture, title and the line below; ``apart``: a line stands above it."""

    key: str
    icon: str
    title: str
    line: str
    apart: bool = False


class ChoiceCards(QWidget):
    """``chosen(key)`` on a change; arrows, Home and End choose, as radio buttons do."""

    chosen = Signal(str)
    focus_ring = "outside"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "card")
        self._items: list[ChoiceCard] = []
        self._name, self._at, self._hover = "", 0, -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_items(self, items: Sequence[ChoiceCard], name: str) -> None:
        """These choices, and what they are about; the chosen key stays."""
        key = self.value()
        self._items, self._name = list(items), name
        self.set_value(key)
        self._fit()

    def value(self) -> str:
        """The key of the chosen one, "" before there are any."""
        return self._items[self._at].key if self._items else ""

    def set_value(self, key: str) -> None:
        """Choose without a signal; the first where there is no such key."""
        keys = [item.key for item in self._items]
        self._at = keys.index(key) if key in keys else 0
        self._announce()
        self.update()

    def _announce(self) -> None:
        item = self._items[self._at]
        self.setAccessibleName(f"{self._name}: {item.title}")
        self.setAccessibleDescription(item.line)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._items) and at != self._at:
            self._at = at
            self._announce()
            self.update()
            self.chosen.emit(self.value())

    # -- geometry

    def _high(self, at: int, width: int) -> int:
        title, line = QFontMetrics(theme.medium("body")), QFontMetrics(theme.font("small"))
        room = QRect(0, 0, max(width - _LEFT - _RIGHT, 60), 500)
        words = line.boundingRect(room, _WRAP, self._items[at].line).height()
        return 2 * _PAD + title.height() + words

    def _boxes(self, width: int) -> list[QRectF]:
        boxes, y = [], 0.0
        for at, item in enumerate(self._items):
            y += 13 if item.apart else 0
            high = self._high(at, width)
            boxes.append(QRectF(0, y, width, high))
            y += high + _GAP
        return boxes

    def sizeHint(self) -> QSize:
        """As high as the words need."""
        boxes = self._boxes(max(self.width(), 160))
        return QSize(240, round(boxes[-1].bottom()) if boxes else 0)

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(160, self.sizeHint().height())

    def _fit(self) -> None:
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        self._fit()

    def _under(self, point: QPointF) -> int:
        boxes = self._boxes(self.width())
        return next((at for at, box in enumerate(boxes) if box.contains(point)), -1)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each choice; the chosen one on a tint with its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (item, box) in enumerate(zip(self._items, self._boxes(self.width()), strict=True)):
            if item.apart:
                painter.fillRect(QRectF(0, box.y() - 8, box.width(), 1), theme.color("line"))
            if at == self._at:
                paint_box(painter, box, "selection", "accent", "card")
            elif at == self._hover:
                paint_box(painter, box, "hover", None, "card")
            self._paint_item(painter, item, box, on=at == self._at)
        painter.end()

    def _paint_item(self, painter: QPainter, item: ChoiceCard, box: QRectF, *, on: bool) -> None:
        role = "accent-text" if on else "ink-soft"
        icons.paint(painter, 12, round(box.y()) + _PAD + 1, item.icon, role, _ICON)
        painter.setFont(theme.bold("body") if on else theme.medium("body"))
        painter.setPen(theme.color("ink"))
        words = box.adjusted(_LEFT, _PAD, -_RIGHT, 0)
        high = painter.fontMetrics().height()
        cut = painter.fontMetrics().elidedText(
            item.title, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(QRectF(words.x(), words.y(), words.width(), high), 0, cut)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink" if on else "ink-soft"))
        painter.drawText(words.adjusted(0, high, 0, 0), _WRAP, item.line)

    # -- choosing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be chosen."""
        self._hover = self._under(event.position())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No hover outside."""
        self._hover = -1
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        self._choose(self._under(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        targets = {
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)
