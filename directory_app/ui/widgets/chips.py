"""Chips: a filter in force, a language, a count of findings."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.ui import icons, theme

#: kind -> ground, edge, ink
_LOOKS: dict[str, tuple[str | None, str | None, str]] = {
    "accent": ("accent-tint", None, "accent-text"),
    "quiet": ("selection-inactive", None, "ink"),
    "outline": (None, "line-strong", "ink"),
    "warn": ("warn-tint", None, "warn"),
    "danger": ("danger-tint", None, "danger"),
    "ok": ("ok-tint", None, "ok"),
}


class Chip(QWidget):
    """Words in a pill. ``removable`` draws a cross; click, Space, Delete or Backspace removes.

    ``icon`` is drawn filled before the words. ``pressed`` follows a click on the words of a
    chip that is not removable.
    """

    removed = Signal()
    pressed = Signal()
    focus_ring = "outside"

    def __init__(
        self,
        text: str,
        kind: str = "accent",
        *,
        removable: bool = False,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self.kind, self._removable, self._icon = text, kind, removable, icon
        self.focus_radius = theme.length("radius", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if removable else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def text(self) -> str:
        """The words."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self._name()
        self.updateGeometry()
        self.update()

    def _name(self) -> None:
        name = self.tr("%1, remove") if self._removable else "%1"
        self.setAccessibleName(name.replace("%1", self._text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """24 px high, as wide as the words."""
        width = QFontMetrics(theme.medium("small")).horizontalAdvance(self._text) + 20
        width += 20 if self._removable else 0
        width += 20 if self._icon else 0
        return QSize(width, theme.height("chip", "small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        ground, edge, ink = _LOOKS[self.kind]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
        half = 0.5 if edge else 0.0
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        self._paint_words(painter, ink)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        x, middle = 10, self.height() / 2
        if self._icon:
            icons.paint(painter, x, round(middle - 7), self._icon, ink, 14, fill=True)
            x += 20
        painter.setFont(theme.medium("small"))
        painter.setPen(theme.color(ink))
        room = QRectF(x, 0, self.width() - x, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags), self._text)
        if self._removable:
            role = "ink-soft" if self.kind == "quiet" else ink
            icons.paint(painter, self.width() - 22, round(middle - 6), "x", role, 12)

    def enterEvent(self, event: QEnterEvent) -> None:
        """A hand over the cross."""
        if self._removable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Back to the arrow."""
        self.unsetCursor()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove or press."""
        (self.removed if self._removable else self.pressed).emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove from the keyboard."""
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
        if self._removable and event.key() in keys:
            self.removed.emit()
            return
        super().keyPressEvent(event)
