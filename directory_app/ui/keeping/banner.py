"""A line across the top of the window: what one has to know all the time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.icon_mark import IconMark


class Banner(Pane):
    """``pressed``: its button was. Plain words, an icon before them."""

    pressed = Signal()

    def __init__(self, text: str, deed: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{role}-tint", "b", parent)
        self.label = Label(text, "small", "ink", wrap=True)
        self.deed = Button(deed, "plain", size="small")
        self.deed.clicked.connect(self.pressed)
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 7)
        row.setSpacing(10)
        row.addWidget(IconMark("warning", role, fill=True))
        row.addWidget(self.label, 1)
        row.addWidget(self.deed)
