"""The warning before a private file: ticked, then saved; nothing else lets everything out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.ticks import TickBox


class PrivateDialog(Dialog):
    """Accepted only once the promise is ticked."""

    def __init__(self, businesses: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        title = self.tr("This file holds what nobody said yes to")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(520)
        self.promise = TickBox(self.tr("It stays with our own people, and is deleted after"))
        self.save = Button(self.tr("Save the private file…"), "danger", icon="file-lock")
        self.save.setEnabled(False)
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.promise.toggled.connect(self.save.setEnabled)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(title, businesses)
        self.promise.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, title: str, businesses: int) -> None:
        one = self.tr("{n} business is in it, whatever its owner answered.")
        many = self.tr("{n} businesses are in it, whatever their owners answered.")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label(title, "heading", wrap=True))
        column.addWidget(Label(count(businesses, one, many), "body", "ink-soft", wrap=True))
        for icon, words in self._points():
            column.addWidget(Remark(icon, "danger", words))
        column.addSpacing(8)
        column.addWidget(self.promise)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)

    def _points(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                "lock-simple",
                self.tr("The file is not encrypted: whoever has the laptop or stick reads it."),
            ),
            (
                "warning",
                self.tr("Anyone who reads it can find these people. Do not mail or upload it."),
            ),
            (
                "stack",
                self.tr("It is marked PRIVATE, numbered, and recorded among the print runs."),
            ),
        )
