"""The field of a passphrase: hidden words, and an eye to look at them."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.fields import Field


class PassphraseField(Translated, Field):
    """Hidden words, with an eye to look at them. ``caps(bool)`` follows Caps Lock."""

    caps = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, height="search", parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setTextMargins(10, 0, 40, 0)
        self.eye = IconButton("eye", "", size="small", parent=self)
        self.eye.clicked.connect(self._toggle)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        shown = self.echoMode() == QLineEdit.EchoMode.Normal
        self.eye.set_name(self.tr("Hide the words") if shown else self.tr("Show the words"))
        self.eye.set_icon("eye-slash" if shown else "eye")

    def sizeHint(self) -> QSize:
        """40 px high."""
        return QSize(240, max(40, super().sizeHint().height()))

    def _toggle(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if hidden else modes.Password)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the right."""
        side = self.eye.sizeHint()
        self.eye.setGeometry(
            self.width() - side.width() - 7,
            (self.height() - side.height()) // 2,
            side.width(),
            side.height(),
        )
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell Caps Lock from what it makes of the letters."""
        if self.window().focusWidget() is self.eye:  # a key that the eye has no use for comes here
            event.ignore()
            return
        text = event.text()
        if text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps.emit(text.isupper() != shift and text.lower() != text.upper())
        super().keyPressEvent(event)
