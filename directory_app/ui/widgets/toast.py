"""A toast: what was done, with Undo. Bottom centre of its page, eight seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QFont,
    QKeyEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import Grounded, Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import IconMark

SECONDS = 8


class _Action(Button):
    """Words in the toast's own action colour, with a key hint; or the cross."""

    keys_gap = 4

    def __init__(self, text: str, keys: str = "", icon: str = "", name: str = "") -> None:
        super().__init__(text, "toast", icon=icon, keys=keys)
        self.focus_radius = theme.length("radius", "tick")
        self.icon_role = "on-toast"
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Qt hands the keyboard on to whatever takes it when a button is greyed or hidden: never
        # to a message that is gone in a moment. F6 comes here (``take_keyboard``)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def label_font(self) -> QFont:
        """As strong as a link."""
        return theme.bold("body")

    def icon_side(self) -> int:
        """A small cross."""
        return icons.SMALL

    def sizeHint(self) -> QSize:
        """As wide as the words."""
        return QSize(self.parts_width() + 2, 24)


class Toast(Grounded, QWidget):
    """Child of the page it belongs to; follows its size. Paused by hover or focus.

    ``show_text("17 changes applied", icon="check", actions=[("Undo", "Ctrl Z", undo)])``.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.set_ground("toast", None, "toast")
        self._page = page
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 12, 0)
        self._row.setSpacing(8)
        page.installEventFilter(self)
        self.hide()

    def show_text(
        self,
        text: str,
        *,
        icon: str = "check",
        actions: list[tuple[str, str, Callable[[], None]]] | None = None,
        stay: bool = False,
    ) -> None:
        """Say it; ``stay`` keeps it until it is closed (a failure)."""
        self._clear()
        label = Label(text, "body", "on-toast", elide=True)
        label = Label(text, "body", "on-toast", elide=True)
        if icon:
            self._row.addWidget(IconMark(icon, "on-toast"))
        self._row.addWidget(label, 1)
        for part in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            # while the last one is still to be seen, Qt shows it later, and it has no width
            part.setVisible(self._row.indexOf(part) >= 0)
        self._row.addSpacing(6)
        for words, keys, act in actions or []:
            self._add(_Action(words, keys), act)
        self._add(_Action("", icon="x", name=self.tr("Close this message")), lambda: None)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if stay:
            self._timer.stop()
        else:
            self._timer.start(SECONDS * 1000)

    def text(self) -> str:
        """What it says, or said last."""
        return self.accessibleName()

    def take_keyboard(self) -> None:
        """F6 came here: its actions can be reached until it is gone."""
        self._timer.stop()
        actions = self.findChildren(_Action)
        for action in actions:
            action.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if actions:
            actions[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add(self, button: _Action, act: Callable[[], None]) -> None:
        def pressed() -> None:
            self.hide()
            act()

        button.clicked.connect(pressed)
        self._row.addWidget(button)
        button.show()

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _place(self) -> None:
        self._row.activate()
        high = theme.height("toast")
        wide = min(self._row.sizeHint().width() + 8, self._page.width() - 32)
        self.setGeometry(
            (self._page.width() - wide) // 2, self._page.height() - high - 4, wide, high
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the page."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while somebody reads."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count again."""
        self._timer.start(SECONDS * 1000)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)
