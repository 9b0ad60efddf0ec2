"""A dialog with a head, fields that scroll, and a foot with Cancel and one thing to do."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog


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
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(24, 12, 24, 16)
        self.column.setSpacing(12)
        self._body = body
        head = Pane("window")
        top = QVBoxLayout(head)
        top.setContentsMargins(24, 20, 24, 0)
        top.addWidget(self.title)
        self.frame(head, self._body, self.cancel, self.go)

    def fit(self, width: int = 480) -> None:
        """As high as what is in it wants, for this width. Call it last."""
        self.column.addStretch()
        inside = self._body.layout()
        assert inside is not None
        high = inside.heightForWidth(width) if inside.hasHeightForWidth() else 0
        self.resize(width, max(high, inside.sizeHint().height()) + 132)

    def attempt(self) -> None:
        """The button was pressed. Overridden: check, and ``accept`` when it is done."""
