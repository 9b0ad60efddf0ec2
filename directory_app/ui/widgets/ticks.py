"""A box to tick, and its drawing for cells of tables."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QWidget,
)

from directory_app.ui import icons, theme
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.focus import KEYBOARD_REASONS


class TickBox(QAbstractButton):
    """A tick and its words. Toggled by click or Space. ``words_first`` puts the box behind."""

    focus_ring = "outside"

    def __init__(
        self,
        text: str = "",
        *,
        checked: bool = False,
        name: str = "",
        style: str = "body",
        words_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "tick")
        self.shows_ring = False
        self._style, self._words_first = style, words_first
        self.setCheckable(True)
        self.setChecked(checked)
        self.setText(text)
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box, gap and words."""
        metrics = QFontMetrics(theme.font(self._style))
        words = metrics.horizontalAdvance(self.text()) + 8 if self.text() else 0
        return QSize(16 + words + 2, max(20, metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box_x = self.width() - 16 if self._words_first else 0
        paint_tick(painter, box_x, self.height() / 2 - 8, self.isChecked(), self.isEnabled())
        painter.setFont(theme.font(self._style))
        ink = "ink-soft" if self._words_first else "ink"
        painter.setPen(theme.color(ink if self.isEnabled() else "disabled"))
        x = 0 if self._words_first else 24
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, self.width(), self.height()), int(flags), self.text())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring for the keyboard only."""
        self.shows_ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def paint_tick(painter: QPainter, x: float, y: float, on: bool, enabled: bool = True) -> None:
    """A 16 px tick box at (x, y), for widgets and delegates."""
    rect = QRectF(x, y, 16, 16)
    if on:
        paint_box(painter, rect, "accent" if enabled else "disabled", None, "tick")
        icons.paint(painter, x + 2, y + 2, "check", "on-accent", 12)
    else:
        paint_box(painter, rect, "base", "line-strong" if enabled else "line", "tick")
