"""The bar over the map: searching an address, who is near an event, street data, the list."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from directory_app.ui import theme
from directory_app.ui.pages.map.work import EventPlace
from directory_app.ui.widgets.base import Pane, Translated
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.fields import Field


class MapTools(Translated, Pane):
    """``wanted(address)``: to be searched. ``near_wanted(EventPlace)``."""

    wanted = Signal(str)
    near_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self.events: Sequence[EventPlace] = ()
        self.address = Field("")
        self.find_button = IconButton("magnifying-glass", "")
        self.near = Button("", "flat", icon="calendar-dots", caret=True)
        self.menu = QMenu(self)
        self.near.set_menu(self.menu)
        self.data = IconButton("road-horizon", "")
        self.list = IconButton("list", "")
        self._narrow = False
        self.setFixedHeight(theme.height("toolbar"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 1)
        row.setSpacing(6)
        row.addWidget(self.address, 1)
        for button in (self.find_button, self.near, self.data, self.list):
            row.addWidget(button)
        self.address.returnPressed.connect(self._find)
        self.find_button.clicked.connect(self._find)
        self.menu.aboutToShow.connect(self._fill)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.address.setAccessibleName(self.tr("Search for an address"))
        self.address.setPlaceholderText(self.tr("Search for an address or a town"))
        self.find_button.set_name(self.tr("Search"))
        self.near.set_name(self.tr("Near an event"))
        self.near.setText("" if self._narrow else self.tr("Near an event"))
        self.near.updateGeometry()
        self.list.set_name(self.tr("Show or hide the list"))
        self.data.set_name(self.tr("Street data for the map"))

    def set_narrow(self, narrow: bool) -> None:
        """With icons alone, where there is little room."""
        self._narrow = narrow
        self.retranslate()

    def _find(self) -> None:
        address = self.address.text().strip()
        if address:
            self.wanted.emit(address)

    def _fill(self) -> None:
        self.menu.clear()
        for event in self.events:
            action = self.menu.addAction(event.name.replace("&", "&&"))
            action.triggered.connect(partial(self._near, event))
        if not self.events:
            self.menu.addAction(self.tr("No event has a place yet")).setEnabled(False)

    def _near(self, event: EventPlace, _on: bool = False) -> None:
        self.near_wanted.emit(event)
