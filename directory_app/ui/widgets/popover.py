"""A pane over the window beside what it is about. Esc, its button or a press elsewhere shuts it.

It lies inside the window, not in front of it: what it is about stays in sight, and nothing is
modal. Tab stays within; F6, the mouse and Esc leave.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from directory_app.ui import theme
from directory_app.ui.widgets.base import Grounded, Line, Scroll

#: Between the pane and the edge of the window, and what it is about.
_GAP = 8


class Popover(Grounded, QDialog):
    """``shut`` when it has gone. ``width`` is what it wants; it takes no more than there is."""

    shut = Signal()

    def __init__(self, name: str, width: int, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setAccessibleName(name)
        self.setWindowTitle(name)
        self.focus_radius = theme.length("radius", "dialog")
        self.set_ground("raised", "line-strong", "dialog")
        self._wide, self._anchor = width, anchor
        self._beside: QWidget = anchor
        self._home: QWidget | None = None
        anchor.window().installEventFilter(self)

    def frame(self, head: QWidget, body: QWidget, foot: QWidget) -> None:
        """Head and foot stay, the body scrolls between them."""
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._scroll = Scroll(body, "raised")
        bottom = QWidget()
        inner = QVBoxLayout(bottom)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(Line())
        inner.addWidget(foot)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(bottom)
        self._parts = (head, body, bottom)
        body.installEventFilter(self)

    def open_beside(self, pane: QWidget, first: QWidget) -> None:
        """Show it to the left of ``pane``, or over it, with the keyboard on ``first``."""
        self._beside, self._home = pane, QApplication.focusWidget() or self._anchor
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)
        self.show()
        self.place()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Go where there is room, as high as the words need."""
        window = self._anchor.window()
        room = window.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        wide = min(self._wide, room.width())
        head, body, foot = self._parts
        inside = wide - 2
        high = sum(part.sizeHint().height() for part in (head, foot)) + 2
        high += max(body.heightForWidth(inside - 10), body.sizeHint().height())
        high = min(high, room.height())
        pane = QRect(self._beside.mapTo(window, QPoint(0, 0)), self._beside.size())
        top = self._anchor.mapTo(window, QPoint(0, 0)).y() - _GAP
        left = pane.left() - wide - _GAP
        if left < room.left():
            left = room.right() - wide + 1
        top = max(room.top(), min(top, room.bottom() - high + 1))
        self.setGeometry(left, top, wide, high)

    def _place_again(self) -> None:
        if self.isVisible():
            self.place()

    def done(self, result: int) -> None:
        """Shut, and give the keyboard back to where it was."""
        focus = QApplication.focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.disconnect(self._moved)
        if had:  # before it is hidden: Qt would look for the next one within
            home = self._home if self._home is not None and isValid(self._home) else self._anchor
            (home if home.isVisible() else self._anchor).setFocus(Qt.FocusReason.OtherFocusReason)
        super().done(result)
        self.shut.emit()

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Somebody went on to something else in the window."""
        if now is None or isinstance(now, QMenu) or now is self or self.isAncestorOf(now):
            return
        if self.isVisible() and now.window() is self.window():
            self.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round within."""
        at = QApplication.focusWidget() or self
        step = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
        seen = step(at)
        while seen is not None and seen is not at:
            if self.isAncestorOf(seen) and _takes_tab(seen):
                reason = Qt.FocusReason.TabFocusReason
                seen.setFocus(reason if forward else Qt.FocusReason.BacktabFocusReason)
                self._scroll.ensureWidgetVisible(seen, 0, 40)
                return True
            seen = step(seen)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; Enter in a field is the field's own."""
        if event.key() == Qt.Key.Key_Escape:
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes, and grow with what is in it."""
        kind = event.type()
        if kind == QEvent.Type.LayoutRequest and watched is not self._anchor.window():
            QTimer.singleShot(0, self, self._place_again)
        elif kind == QEvent.Type.Resize and watched is self._anchor.window():
            self._place_again()
        return False


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisible()
