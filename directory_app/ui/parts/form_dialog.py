"""Dialogs of fields: with Cancel, and one thing to do."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox


class FormDialog(Dialog):
    """Add to ``column``; ``go`` is the button that Enter presses, ``cancel`` the other one."""

    def __init__(self, title: str, deed: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(440)
        self.title = Label(title, "title", wrap=True)
        self.go = Button(deed, "primary")
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.main = self.go
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.attempt)
        body = QWidget()
        self.column = vbox(body, margins=(24, 12, 24, 16), spacing=12)
        self._body = body
        head = Pane("window")
        vbox(head, self.title, margins=(24, 20, 24, 0))
        self.frame(head, self._body, self.cancel, self.go)

    def fit(self, width: int = 480) -> None:
        """As high as what is in it wants, for this width. Call it last."""
        self.column.addStretch()
        inside = self._body.layout()
        assert inside is not None
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else 0
        self.resize(width, max(high, inside.sizeHint().height()) + 132)

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins in the first field, so that a space presses no button."""
        super().showEvent(event)
        if self._body.isAncestorOf(self.focusWidget() or self):
            return
        fields = [*self._body.findChildren(QLineEdit), *self._body.findChildren(QPlainTextEdit)]
        places = [(one.mapTo(self, QPoint()).y(), one) for one in fields if one.isVisible()]
        if places:
            min(places, key=lambda one: one[0])[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def attempt(self) -> None:
        """The button was pressed. Overridden: check, and ``accept`` when it is done."""


class ShortForm(Dialog):
    """A title, a sentence, and a body that needs no scrolling; Enter accepts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setMinimumWidth(400)
        self._title = Label("", "heading", wrap=True)
        self._text = Label("", "body", "ink-soft", wrap=True)
        self.column = vbox(None, spacing=8)
        self.go = Button("", "primary")
        self.go.clicked.connect(self.accept)
        self.main = self.go
        vbox(
            self,
            self._title,
            self._text,
            4,
            (self.column, 1),
            12,
            self._buttons(),
            margins=(24, 20, 24, 16),
            spacing=8,
        )

    def set_words(self, title: str, text: str, go: str) -> None:
        """Say what it is about, and what the main button does."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.go.setText(go)

    def _buttons(self) -> QHBoxLayout:
        row = hbox(None, STRETCH, spacing=8)
        cancel = Button(QCoreApplication.translate("FormDialog", "Cancel"), "flat")
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row
