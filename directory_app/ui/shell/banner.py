"""A line across the top of the window: what one has to know all the time."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.icon_mark import IconMark

#: Words, or what says them in the language of the moment.
Words = str | Callable[[], str]


class Banner(Translated, Pane):
    """``pressed``: its button was. Plain words, an icon before them.

    ``role`` is "warn" or "danger", or "accent" for what is no trouble. Without words for it there
    is no button.
    """

    pressed = Signal()

    def __init__(self, text: Words, deed: Words, role: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{role}-tint", "b", parent)
        self._words = (text, deed)
        self.label = Label("", "small", "ink", wrap=True)
        self.deed = Button("", "plain", size="small")
        self.deed.clicked.connect(self.pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 7)
        row.setSpacing(10)
        info = role == "accent"
        row.addWidget(IconMark("info" if info else "warning", role, fill=True))
        row.addWidget(self.label, 1)
        row.addWidget(self.deed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        text, deed = (words() if callable(words) else words for words in self._words)
        self.label.setText(text)
        self.deed.setText(deed)
        self.deed.setVisible(bool(deed))
        self.setAccessibleName(text)
