"""Segments: one of a few, side by side. One tab stop, arrows choose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import icons, theme

_PADDING = 12


class Segments(QWidget):
    """A choice of ``items``: (key, words) or (key, words, icon). ``chosen(key)`` on a change.

    ``name`` is what the choice is about, for a screen reader, which also hears the words of
    the chosen one. ``stretch=True`` shares the whole width.
    """

    chosen = Signal(str)
    focus_ring = "outside"

    def __init__(
        self,
        items: Sequence[tuple[str, ...]],
        name: str,
        *,
        stretch: bool = False,
        size: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self._name, self._style = name, size
        self._items = [(*item, "") if len(item) == 2 else item for item in items]
        self._at = 0
        across = QSizePolicy.Policy.Expanding if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._announce()

    def set_items(self, items: Sequence[tuple[str, ...]], name: str = "") -> None:
        """Other words (after a change of language); the chosen key stays where it exists."""
        key = self.value()
        self._items = [(*item, "") if len(item) == 2 else item for item in items]
        self._name = name or self._name
        self.set_value(key)
        self.updateGeometry()
        self.update()

    def value(self) -> str:
        """The key of the chosen one."""
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

    def _choose(self, index: int) -> None:
        if index != self._at and 0 <= index < len(self._items):
            self._at = index
            self._announce()
            self.update()
            self.chosen.emit(self.value())

    # -- measures

    def _font(self) -> QFont:
        return theme.bold(self._style)

    def _natural(self) -> list[int]:
        metrics = QFontMetrics(self._font())
        return [
            metrics.horizontalAdvance(words) + 2 * _PADDING + (22 if icon else 0)
            for _key, words, icon in self._items
        ]

    def _edges(self) -> list[float]:
        widths = self._natural()
        spare = (self.width() - sum(widths)) / len(widths)
        edges, x = [0.0], 0.0
        for width in widths:
            x += width + spare
            edges.append(x)
        return edges

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(sum(self._natural()), theme.height("segment", self._style))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the chosen ground and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = self.focus_radius
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(rect, radius, radius)
        self._paint_items(painter, rect)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("line-strong"), 1))
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()

    def _paint_items(self, painter: QPainter, rect: QRectF) -> None:
        edges = self._edges()
        whole = QPainterPath()
        whole.addRoundedRect(rect, self.focus_radius, self.focus_radius)
        painter.save()
        painter.setClipPath(whole)
        left, right = edges[self._at], edges[self._at + 1]
        painter.fillRect(QRectF(left, 0, right - left, self.height()), theme.color("accent-tint"))
        painter.restore()
        for index, (_key, words, icon) in enumerate(self._items):
            box = QRectF(edges[index], 0, edges[index + 1] - edges[index], self.height())
            self._paint_item(painter, box, words, icon, index == self._at)
            if index:
                painter.fillRect(
                    QRectF(round(box.x()), 1, 1, self.height() - 2), theme.color("line")
                )

    def _paint_item(self, painter: QPainter, box: QRectF, words: str, icon: str, on: bool) -> None:
        ink = "accent-text" if on else "ink-soft"
        painter.setFont(self._font() if on else theme.font(self._style))
        painter.setPen(theme.color(ink if self.isEnabled() else "disabled"))
        width = painter.fontMetrics().horizontalAdvance(words)
        x = box.center().x() - (width + (22 if icon else 0)) / 2
        if icon:
            icons.paint(painter, round(x), round(box.center().y() - 8), icon, ink, 16, fill=on)
            x += 22
        painter.drawText(
            QRectF(x, 0, width + 4, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words
        )

    # -- choosing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        edges = self._edges()
        for index in range(len(self._items)):
            if edges[index] <= event.position().x() < edges[index + 1]:
                self._choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End choose."""
        moves = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._items) - 1,
        }
        target = moves.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self._choose(target)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when enabled or disabled."""
        self.update()
        super().changeEvent(event)
