"""Buttons: one filled a page; all else outlined, flat or a link."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets import tips
from directory_app.ui.widgets.focus import KEYBOARD_REASONS

#: kind -> ground, edge, ink; each for rest, hover, pressed
_LOOKS: dict[str, tuple[tuple[str | None, str | None, str], ...]] = {
    "primary": (
        ("accent", None, "on-accent"),
        ("accent-hover", None, "on-accent"),
        ("accent-press", None, "on-accent"),
    ),
    "plain": (
        ("base", "line-strong", "ink"),
        ("hover", "line-strong", "ink"),
        ("selection-inactive", "line-strong", "ink"),
    ),
    "danger": (
        ("base", "danger", "danger"),
        ("danger-tint", "danger", "danger"),
        ("danger-tint", "danger", "danger"),
    ),
    "flat": ((None, None, "ink-soft"), ("hover", None, "ink"), ("selection-inactive", None, "ink")),
    "link": (
        (None, None, "accent-text"),
        (None, None, "accent-text"),
        (None, None, "accent-text"),
    ),
}


class Button(QAbstractButton):
    """A button with an optional Phosphor icon and a key hint.

    ``kind``: primary, plain, flat, link, danger. ``size``: normal (32), small (26), main
    (44). ``keys`` is a hint drawn in a small box ("Ctrl F"). ``caret`` draws the sign of a
    menu; ``set_menu`` opens one. Without text, ``name`` is required and is tooltip too.
    """

    focus_ring = "outside"

    def __init__(
        self,
        text: str = "",
        kind: str = "plain",
        *,
        icon: str = "",
        size: str = "normal",
        keys: str = "",
        caret: bool = False,
        name: str = "",
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.kind, self.size_name, self.icon_name, self.keys = kind, size, icon, keys
        self.caret, self.icon_fill = caret, fill
        self.icon_role: str | None = None
        self.focus_radius = theme.length("radius", "button")
        self.shows_ring = False
        self._menu: QMenu | None = None
        self.setText(text)
        if name:
            self.set_name(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_name(self, name: str) -> None:
        """Name an icon-only button; shown as its tooltip."""
        self.setAccessibleName(name)
        self.setToolTip(tips.plain(name))

    def set_icon(self, name: str, *, fill: bool = False, role: str | None = None) -> None:
        """Show another icon."""
        self.icon_name, self.icon_fill, self.icon_role = name, fill, role
        self.updateGeometry()
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open ``menu`` under the button when it is pressed."""
        self._menu = menu
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Open the menu of ``set_menu``."""
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu(self) -> QMenu | None:
        """The menu given by ``set_menu``."""
        return self._menu

    # -- measures

    def label_font(self) -> QFont:
        """The font of the words: 600 for a filled or a link button, else 500."""
        style = "heading" if self.size_name == "main" else "small" if self._tight() else "body"
        return theme.bold(style) if self.kind in ("primary", "link") else theme.medium(style)

    def _tight(self) -> bool:
        return self.size_name == "small"

    def _padding(self) -> int:
        if self.kind == "link":
            return 2
        if not self.text():
            return 8
        return {"small": 8, "main": 24}.get(self.size_name, 12)

    def _parts_width(self) -> int:
        metrics = QFontMetrics(self.label_font())
        width = metrics.horizontalAdvance(self.text())
        if self.icon_name:
            width += self._icon_side() + (8 if self.text() else 0)
        if self.caret:
            width += 8 + 10
        if self.keys:
            width += 10 + self._keys_width()
        return width

    def _keys_width(self) -> int:
        return QFontMetrics(theme.font("caption")).horizontalAdvance(self.keys) + 10

    def _icon_side(self) -> int:
        return {"small": icons.SMALL, "main": icons.RAIL}.get(self.size_name, icons.ROW)

    def sizeHint(self) -> QSize:
        """Room for the words; never narrower."""
        token = {"small": "button_small", "main": "button_main"}.get(self.size_name, "button")
        high = theme.height(token)
        if self.kind == "link":
            high = QFontMetrics(self.label_font()).height() + 6
        wide = self._parts_width() + 2 * self._padding()
        return QSize(max(wide, high) if not self.text() else wide, high)

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never cut."""
        return self.sizeHint()

    # -- painting

    def _look(self) -> tuple[str | None, str | None, str]:
        looks = _LOOKS[self.kind]
        if not self.isEnabled():
            ground, edge, _ink = looks[0]
            return (None if self.kind == "primary" else ground), edge and "line", "disabled"
        if self.isDown():
            return looks[2]
        return looks[1] if self.underMouse() else looks[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, words, caret and keys."""
        ground, edge, ink = self._look()
        if self.kind == "primary" and not self.isEnabled():
            edge = "line"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ground or edge:
            _box(painter, QRectF(self.rect()), ground, edge, self.focus_radius)
        self._paint_parts(painter, ink)
        painter.end()

    def _paint_parts(self, painter: QPainter, ink: str) -> None:
        x = (self.width() - self._parts_width()) / 2
        middle = self.height() / 2
        if self.icon_name:
            side = self._icon_side()
            role = (self.icon_role or ink) if self.isEnabled() else ink
            icons.paint(
                painter,
                round(x),
                round(middle - side / 2),
                self.icon_name,
                role,
                side,
                fill=self.icon_fill,
            )
            x += side + (8 if self.text() else 0)
        x = self._paint_words(painter, x, ink)
        if self.caret:
            icons.paint(painter, round(x + 6), round(middle - 6), "caret-down", ink, 12)
        if self.keys:
            self._paint_keys(painter, x + 10, ink)

    def _paint_words(self, painter: QPainter, x: float, ink: str) -> float:
        if not self.text():
            return x
        face = self.label_font()
        width = QFontMetrics(face).horizontalAdvance(self.text())
        painter.setFont(face)
        painter.setPen(theme.color(ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, width + 4, self.height()), int(flags), self.text())
        if self.kind == "link" and self.underMouse() and self.isEnabled():
            base = self.height() / 2 + QFontMetrics(face).ascent() / 2 + 1
            painter.drawLine(QPointF(x, base), QPointF(x + width, base))
        return x + width

    def _paint_keys(self, painter: QPainter, x: float, ink: str) -> None:
        paint_keys(painter, QRectF(x, 0, self._keys_width(), self.height()), self.keys, ink)

    # -- states

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only when the keyboard came here."""
        self.shows_ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Show the resting ground."""
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too, and Alt+Down opens a menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or (
            event.key() == Qt.Key.Key_Down and self._menu is not None
        ):
            self.click()
            return
        super().keyPressEvent(event)


def paint_keys(painter: QPainter, rect: QRectF, keys: str, ink: str) -> None:
    """A key hint in its small box, centred in ``rect``."""
    face = theme.font("caption")
    high = QFontMetrics(face).height() + 2
    box = QRectF(rect.x(), rect.center().y() - high / 2, rect.width(), high)
    painter.setFont(face)
    painter.setPen(QPen(theme.color(ink), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), keys)


def _box(
    painter: QPainter, rect: QRectF, ground: str | None, edge: str | None, radius: float
) -> None:
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(theme.color(edge), 1))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class IconButton(Button):
    """A square flat button with an icon alone. ``name`` says what it does."""

    def __init__(
        self, icon: str, name: str, *, size: str = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "flat", icon=icon, name=name, size=size, parent=parent)
