"""Tabs with counts above a table. One tab stop, arrows choose."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import icons, theme

_PAD, _GAP, _ICON = 10, 4, 16


@dataclass(slots=True)
class Tab:
    """``apart`` draws a line before it; ``role`` is the colour of its icon."""

    key: str
    words: str
    icon: str = ""
    role: str = "ink-soft"
    count: int = 0
    apart: bool = False
    fill: bool = False


class Tabs(QWidget):
    """Words and counts, the chosen one on ``selection``. ``chosen(key)`` on a change.

    Where there is no room for words, the icons and counts stay.
    """

    chosen = Signal(str)
    focus_ring = "outside"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self._name = name
        self._tabs: list[Tab] = []
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tabs(self, tabs: Sequence[Tab], name: str = "") -> None:
        """Show these; the chosen key stays where it exists."""
        key = self.value()
        self._tabs = list(tabs)
        self._name = name or self._name
        self.set_value(key)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show other counts."""
        for tab in self._tabs:
            tab.count = counts.get(tab.key, 0)
        self._announce()
        self.update()

    def value(self) -> str:
        """The key of the chosen tab, or ""."""
        return self._tabs[self._at].key if self._tabs else ""

    def set_value(self, key: str) -> None:
        """Choose without a signal."""
        keys = [tab.key for tab in self._tabs]
        self._at = keys.index(key) if key in keys else 0
        self._announce()
        self.updateGeometry()
        self.update()

    def _announce(self) -> None:
        if self._tabs:
            tab = self._tabs[self._at]
            self.setAccessibleName(f"{self._name}: {tab.words} {tab.count}")
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._tabs) and at != self._at:
            self._at = at
            self._announce()
            self.update()
            self.chosen.emit(self.value())

    # -- measures

    def _wide(self, tab: Tab, words: bool) -> int:
        width = 2 * _PAD + QFontMetrics(theme.bold("body")).horizontalAdvance(str(tab.count)) + 6
        if words or not tab.icon:
            width += QFontMetrics(theme.bold("body")).horizontalAdvance(tab.words) + 2
        if tab.icon:
            width += _ICON + 6
        return width

    def _has_words(self) -> bool:
        return self._total(words=True) <= self.width()

    def _total(self, *, words: bool) -> int:
        apart = sum(17 for tab in self._tabs if tab.apart)
        return sum(self._wide(tab, words) + _GAP for tab in self._tabs) + apart

    def _boxes(self) -> list[QRectF]:
        words, x, boxes = self._has_words(), 0.0, []
        high = theme.height("row_sidebar", "body") - 2
        y = (self.height() - high) / 2
        for tab in self._tabs:
            x += 17 if tab.apart else 0
            boxes.append(QRectF(x, y, self._wide(tab, words), high))
            x += self._wide(tab, words) + _GAP
        return boxes

    def sizeHint(self) -> QSize:
        """Room for the words."""
        return QSize(self._total(words=True), theme.height("filterbar", "body"))

    def minimumSizeHint(self) -> QSize:
        """Room for the icons and counts."""
        return QSize(self._total(words=False), theme.height("filterbar", "body"))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._has_words()
        for at, box in enumerate(self._boxes()):
            self._paint(painter, box, self._tabs[at], at == self._at, words)
        painter.end()

    def _paint(self, painter: QPainter, box: QRectF, tab: Tab, on: bool, words: bool) -> None:
        if tab.apart:
            painter.fillRect(
                QRectF(round(box.x() - 11), box.y() + 2, 1, box.height() - 4), theme.color("line")
            )
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(box, self.focus_radius, self.focus_radius)
        x = box.x() + _PAD
        if tab.icon:
            icons.paint(painter, x, round(box.center().y() - 8), tab.icon, tab.role, _ICON)
            x += _ICON + 6
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setPen(theme.color("ink"))
        if words or not tab.icon:
            painter.setFont(theme.font("body"))
            painter.drawText(QRectF(x, box.y(), box.width(), box.height()), flags, tab.words)
            x += QFontMetrics(theme.font("body")).horizontalAdvance(tab.words) + 7
        painter.setFont(theme.bold("body"))
        painter.drawText(QRectF(x, box.y(), box.width(), box.height()), flags, str(tab.count))

    # -- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        for at, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self._choose(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the tab whose words are not shown."""
        tip = ""
        if not self._has_words():
            for tab, box in zip(self._tabs, self._boxes(), strict=True):
                tip = tab.words if box.contains(event.position()) else tip
        self.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._tabs) - 1,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)
