"""The pane beside the map: what is listed and why, and what can be done with the list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui.pages.map.places_list import PlacesList, Row
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button, IconButton

WIDE = 292


class Panel(Translated, Pane):
    """``closed``: back to what is in view. ``acted``: its button was pressed."""

    closed = Signal()
    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self.setFixedWidth(WIDE)
        self.title = Label("", "heading", elide=True)
        self.note = Label("", "small", "ink-soft", wrap=True)
        self.close_button = IconButton("x", "", size="small")
        self.act = Button("", "plain", size="small")
        self.list = PlacesList()
        self.close_button.clicked.connect(self.closed)
        self.act.clicked.connect(self.acted)
        head = QHBoxLayout()
        head.setContentsMargins(14, 0, 8, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        below = QVBoxLayout()
        below.setContentsMargins(14, 0, 12, 8)
        below.setSpacing(8)
        below.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.act)
        row.addStretch()
        below.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(below)
        column.addWidget(self.list, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.close_button.set_name(self.tr("Close this list"))
        self.list.setAccessibleName(self.tr("Businesses on the map"))

    def tell(
        self, title: str, note: str = "", *, act: str = "", can_close: bool = False, icon: str = ""
    ) -> None:
        """Say what is listed."""
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.act.setText(act)
        self.act.set_icon(icon)
        self.act.setVisible(bool(act))
        self.close_button.setVisible(can_close)

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """List these."""
        self.list.show_rows(rows, chosen)
