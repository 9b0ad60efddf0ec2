"""While the directory is closed and something is done to it; the window shows how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.doors import Mark


class Busy(Pane):
    """The mark and what is going on."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__("window", "", parent)
        self.label = Label(text, "heading", wrap=True)
        self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(Mark(64), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.label)
        column.addStretch(3)
