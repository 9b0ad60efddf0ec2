"""The focus ring: 2 px, 1 px away from what has the keyboard, never cut by a style sheet.

One FocusRing a program follows QApplication.focusChanged. A widget says how it wants it by
``focus_ring``: ``outside`` (the default), ``inside`` (tables, lists that fill a pane) or
``none``; and by ``focus_radius``. A button that was reached by the mouse shows none.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from directory_app.ui import theme

_REACH = 3  # gap and ring


class FocusRing(QWidget):
    """Drawn over the neighbours of the focused widget; takes no mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVisible(False)
        self._at: QWidget | None = None
        self._around: QWidget | None = None
        app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        self.follow(now)

    def follow(self, now: QWidget | None) -> None:
        """Go around what has the keyboard now, if it wants a ring; or around its box."""
        self._leave()
        now = getattr(now, "ring_around", now)
        if (
            now is None
            or now.parentWidget() is None
            or getattr(now, "focus_ring", "none") == "none"
        ):
            return
        if not getattr(now, "shows_ring", True):
            return
        self._at = now
        self._around = _ground_of(now)
        for widget in self._chain():
            widget.installEventFilter(self)
        now.destroyed.connect(self._forget)
        self.setParent(self._around)
        self._place()
        self.show()

    def _chain(self) -> list[QWidget]:
        """The focused widget and what it lies in, up to the ring's own parent."""
        chain: list[QWidget] = []
        widget = self._at
        while widget is not None and widget is not self._around:
            chain.append(widget)
            widget = widget.parentWidget()
        return chain

    def _leave(self) -> None:
        if self._at is not None and isValid(self._at):  # it may be going at this moment
            for widget in self._chain():
                widget.removeEventFilter(self)
            self._at.destroyed.disconnect(self._forget)
        self._forget()

    def _forget(self) -> None:
        self._at = self._around = None
        self.hide()
        # never a child of what is deleted with its window
        self.setParent(None)

    def _place(self) -> None:
        if self._at is None or self._around is None:
            return
        outside = getattr(self._at, "focus_ring", "none") == "outside"
        reach = _REACH if outside else 0
        corner = self._at.mapTo(self._around, QPoint(0, 0))
        rect = QRect(corner, self._at.size())
        self.setGeometry(rect.adjusted(-reach, -reach, reach, reach))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the focused widget."""
        kind = event.type()
        if kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif kind == QEvent.Type.Hide:
            self.hide()
        elif kind == QEvent.Type.Show:
            self.show()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        if self._at is None:
            return
        radius = float(getattr(self._at, "focus_radius", theme.length("radius", "field")))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("focus"), theme.length("width", "focus_ring")))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, radius + 2, radius + 2)
        painter.end()


def _ground_of(widget: QWidget) -> QWidget:
    """The content of the nearest scroll area, to scroll and be cut with it; else the window."""
    ground = widget.parentWidget()
    while ground is not None and not ground.isWindow():
        above = ground.parentWidget()
        if above is not None and isinstance(above.parentWidget(), QAbstractScrollArea):
            return ground
        ground = above
    return ground or widget.window()


def install(app: QApplication) -> None:
    """Give the program its ring, once."""
    if not app.property("focusRing"):
        app.setProperty("focusRing", True)
        ring = FocusRing(app)
        app.aboutToQuit.connect(ring.deleteLater)
        cast("dict[str, object]", app.__dict__)["focus_ring_widget"] = ring


class RingByKeyboard:
    """Mixin of tables and lists that fill a pane: no ring until somebody uses the keyboard.

    A click, or a page that was opened by one, would else draw a frame around half a window.
    """

    focus_ring = "inside"
    shows_ring = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by the keyboard: with a ring at once."""
        self.shows_ring = event.reason() in _BY_HAND
        super().focusInEvent(event)  # type: ignore[misc]  # of the QWidget beside it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Used by the keyboard: now there is one."""
        if not self.shows_ring:
            self.shows_ring = True
            ring = QApplication.instance().__dict__.get("focus_ring_widget")
            if isinstance(ring, FocusRing) and isinstance(self, QWidget):
                ring.follow(self)
        super().keyPressEvent(event)  # type: ignore[misc]  # of the QWidget beside it


_BY_HAND = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
