"""What stands among the facts of a row: a remark with its icon, and a card with a question."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import icons
from directory_app.ui.widgets.base import Card, Label
from directory_app.ui.widgets.buttons import Button


class IconLabel(QWidget):
    """A severity's icon beside a sentence that may wrap."""

    def __init__(self, text: str, icon: str, role: str, ink: str = "ink-soft") -> None:
        super().__init__()
        self._icon, self._role = icon, role
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 0, 0)
        row.addWidget(Label(text, "small", ink, wrap=True))

    def paintEvent(self, event: object) -> None:
        """Draw the icon beside the first line."""
        painter = QPainter(self)
        icons.paint(painter, 0, 1, self._icon, self._role, 14, fill=True)
        painter.end()


class Offer(Card):
    """A card with one sentence and one or two buttons."""

    def __init__(
        self,
        title: str,
        text: str,
        buttons: Sequence[tuple[str, str, Callable[[], None]]],
        *,
        ground: str = "header",
        icon: str = "",
        ink: str = "ink",
    ) -> None:
        super().__init__(ground, None)
        self._icon, self._ink = icon, ink
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(4)
        head = Label(title, "strong", ink, wrap=True)
        head.setContentsMargins(24 if icon else 0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(Label(text, "small", "ink", wrap=True))
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, kind, act in buttons:
            button = Button(words, kind, size="small")
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch()
        column.addLayout(row)

    def paintEvent(self, event: object) -> None:
        """Draw the ground and the icon."""
        super().paintEvent(event)  # type: ignore[arg-type]  # a QPaintEvent
        if self._icon:
            painter = QPainter(self)
            icons.paint(painter, 12, 11, self._icon, self._ink, 16, fill=True)
            painter.end()
