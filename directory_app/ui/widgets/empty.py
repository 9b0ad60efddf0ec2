"""An empty state: a dotted door, what will be here, and the one thing to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Door, DoorState


class EmptyState(QWidget):
    """Centred in its place. ``button`` (of that kind) is hidden until it has words.

    ``other`` is a second way, told as a link below it where ``set_texts`` names one.
    """

    def __init__(
        self,
        title: str = "",
        text: str = "",
        parent: QWidget | None = None,
        *,
        button: str = "plain",
    ) -> None:
        super().__init__(parent)
        self.title = Label(title, "strong")
        self.text = Label(text, "body", "ink-soft", wrap=True)
        self.button = Button("", button)
        self.button.hide()
        self.other = Button("", "link", size="small")
        self.other.hide()
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.text.setFixedWidth(300)
        layout = QVBoxLayout(self)
        layout.addStretch()
        door = Door(DoorState.NOT_ASKED, 2.2)
        for widget in (door, self.title, self.text):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        for way in (self.button, self.other):
            layout.addWidget(way, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.setSpacing(6)
        self.text.setFixedHeight(max(self.text.heightForWidth(300), 0))
        layout.addStretch()

    def set_texts(
        self, title: str, text: str, button: str = "", icon: str = "", other: str = ""
    ) -> None:
        """Say what is empty and what to do."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setFixedHeight(self.text.heightForWidth(300))
        self.button.setText(button)
        self.button.set_icon(icon)
        self.button.setVisible(bool(button))
        self.other.setText(other)
        self.other.setVisible(bool(other))
