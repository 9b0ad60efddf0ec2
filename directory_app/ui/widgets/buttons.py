"""Buttons, ticks and chips: Qt's own, drawn by the style. One is filled a page."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QSizePolicy, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.style import keys_width
from directory_app.ui.widgets import tips
from directory_app.ui.widgets.focus import KEYBOARD_REASONS


class RingForKeys:
    """Mixin, named first: a ring only for who came by the keyboard, and Enter presses, too."""

    focus_ring = "outside"
    shows_ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only when the keyboard came here."""
        self.shows_ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)  # type: ignore[misc]  # of the QWidget beside it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """As Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()  # type: ignore[attr-defined]  # of the button beside it
            return
        super().keyPressEvent(event)  # type: ignore[misc]  # of the QWidget beside it


class Button(RingForKeys, QPushButton):
    """A button with an optional Phosphor icon and a key hint.

    ``kind``: primary, plain, flat, link, danger; more are in ``style``. ``size``: normal (32),
    small (26), main (44). ``keys`` is a hint drawn in a small box ("Ctrl F"). ``caret`` draws
    the sign of a menu; ``set_menu`` opens one. Without text, ``name`` is required and is
    tooltip too.
    """

    #: Between icon and words; before the keys.
    gap, keys_gap = 8, 10

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
        #: The icon behind the words.
        self.caret = "caret-down" if caret else ""
        self.icon_fill, self.icon_role = fill, ""
        self.focus_radius = theme.length("radius", "button")
        self._menu: QMenu | None = None
        self.setAutoDefault(False)  # a dialog says itself what Enter presses
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
        self.icon_name, self.icon_fill, self.icon_role = name, fill, role or ""
        self.updateGeometry()
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """Open ``menu`` under the button when it is pressed."""
        self._menu = menu
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Open the menu of ``set_menu``."""
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() - 1)))

    def menu(self) -> QMenu:
        """The menu given by ``set_menu``."""
        return self._menu  # type: ignore[return-value]  # Qt's says so of none, too

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens a menu."""
        if event.key() == Qt.Key.Key_Down and self._menu is not None:
            self.click()
            return
        super().keyPressEvent(event)

    # -- measures, for the style

    def corner(self) -> float:
        """The radius of its corners."""
        return self.focus_radius

    def label_font(self) -> QFont:
        """The font of the words: 600 for a filled or a link button, else 500."""
        style = {"main": "heading", "small": "small"}.get(self.size_name, "body")
        return theme.bold(style) if self.kind in ("primary", "link") else theme.medium(style)

    def icon_side(self) -> int:
        """How large its icon is."""
        return {"small": icons.SMALL, "main": icons.RAIL}.get(self.size_name, icons.ROW)

    def padding(self) -> int:
        """At its left and right."""
        if self.kind == "link":
            return 2
        if not self.text():
            return 8
        return {"small": 8, "main": 24}.get(self.size_name, 12)

    def parts_width(self) -> int:
        """Of icon, words, caret and keys."""
        width = QFontMetrics(self.label_font()).horizontalAdvance(self.text())
        if self.icon_name:
            width += self.icon_side() + (self.gap if self.text() else 0)
        if self.caret:
            width += 8 + 10
        if self.keys:
            width += self.keys_gap + keys_width(self.keys)
        return width

    def first(self, width: float) -> float:
        """Where its parts begin: they stand in the middle."""
        return (width - self.parts_width()) / 2

    def sizeHint(self) -> QSize:
        """Room for the words; never narrower."""
        token = {"small": "button_small", "main": "button_main"}.get(self.size_name, "button")
        high = theme.height(token)
        if self.kind == "link":
            high = QFontMetrics(self.label_font()).height() + 6
        wide = self.parts_width() + 2 * self.padding()
        return QSize(max(wide, high) if not self.text() else wide, high)

    def minimumSizeHint(self) -> QSize:
        """The same: a button is never cut."""
        return self.sizeHint()


class IconButton(Button):
    """A square flat button with an icon alone. ``name`` says what it does."""

    def __init__(
        self, icon: str, name: str, *, size: str = "normal", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "flat", icon=icon, name=name, size=size, parent=parent)


class TickBox(RingForKeys, QCheckBox):
    """A tick and its words. ``words_first`` puts the box behind."""

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
        super().__init__(text, parent)
        self.focus_radius = theme.length("radius", "tick")
        #: Read by the style.
        self.face, self.words_first = theme.font(style), words_first
        self.setChecked(checked)
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box, gap and words."""
        metrics = QFontMetrics(self.face)
        words = metrics.horizontalAdvance(self.text()) + 8 if self.text() else 0
        return QSize(16 + words + 2, max(20, metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Anywhere on it."""
        return self.rect().contains(pos)


class Chip(Button):
    """What is chosen, in a pill with a cross: a click, Space, Delete or Backspace removes it."""

    removed = Signal()

    def __init__(self, text: str, kind: str = "accent", *, parent: QWidget | None = None) -> None:
        super().__init__(text, f"chip-{kind}", size="small", parent=parent)
        self.focus_radius = theme.length("radius", "chip")
        self.caret = "x"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.removed)
        self._name()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._name()
        self.updateGeometry()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("%1, remove").replace("%1", self.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def corner(self) -> float:
        """A pill."""
        return self.height() / 2

    def first(self, width: float) -> float:
        """Words to the left, the cross to the right."""
        return 10

    def sizeHint(self) -> QSize:
        """24 px high, as wide as the words and the cross."""
        return QSize(self.parts_width() + 22, theme.height("chip", "small"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace, too."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)
