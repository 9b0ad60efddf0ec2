"""The pane of the hours, beside the editor."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.pages.directory.hours.form import HoursForm
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.popover import Popover

_WIDTH = 408


class HoursPopover(Popover):
    """``edited(osm, assumed)`` as the form's. Nothing waits for the button: it only shuts."""

    edited = Signal(str, bool)

    def __init__(self, anchor: QWidget, osm: str, assumed: bool) -> None:
        super().__init__("", _WIDTH, anchor)
        title = self.tr("Hours")
        self.setAccessibleName(title)
        self.setWindowTitle(title)
        self.form = HoursForm()
        self.form.edited.connect(self.edited)
        self.form.show_hours(osm, assumed)
        self.cross = IconButton("x", self.tr("Close"))
        self.cross.clicked.connect(self.accept)
        self.ready = Button(self.tr("Done"))
        self.ready.clicked.connect(self.accept)
        self.frame(self._head(title), self.form, self._foot())

    def _head(self, title: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 8, 8, 4)
        row.addWidget(Label(title, "heading"), 1)
        row.addWidget(self.cross)
        return head

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(Label(self.tr("Shift+↓ copies a day"), "small", "ink-soft"), 1)
        row.addWidget(self.ready)
        return foot

    def typed(self) -> dict[str, Any]:
        """What is half-typed."""
        return self.form.typed()
