"""Dialogs over a scrim: the window below is dimmed, never hidden."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui.widgets import room
from directory_app.ui.widgets.base import Pane, Scroll

#: What a window manager puts around a dialog.
_FRAME = QSize(8, 40)


class Scrim(Pane):
    """A flat shade over a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("scrim", parent=window)
        self._window = window
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False


class Dialog(QDialog):
    """A modal dialog on ``window`` ground, named, with the scrim while it is open."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self._scrim: Scrim | None = None
        #: What Enter in a field presses; a button that has the keyboard presses itself.
        self.main: QAbstractButton | None = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Esc goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.main is not None:
            self.main.click()
            return
        super().keyPressEvent(event)

    def frame(self, head: QWidget, body: QWidget, *foot: QWidget) -> None:
        """Lay out: a head, what scrolls between, and at the foot, to the right, what to press."""
        pane = Pane("window", "t")
        row = QHBoxLayout(pane)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addStretch()
        for button in foot:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(Scroll(body, "window"), 1)
        column.addWidget(pane)

    def showEvent(self, event: QShowEvent) -> None:
        """Dim what is below."""
        parent = self.parentWidget()
        if parent is not None and self._scrim is None:
            self._scrim = Scrim(parent.window())
            self._scrim.show()
        free = room.on_screen_of(self) - _FRAME
        self.resize(self.size().expandedTo(self.minimumSizeHint()).boundedTo(free))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the shade away."""
        if self._scrim is not None:
            self._scrim.hide()
            self._scrim.deleteLater()
            self._scrim = None
        super().hideEvent(event)
