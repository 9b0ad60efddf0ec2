"""The small card of the business that is chosen on the map."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from directory_app.store.pins import Pin
from directory_app.store.rows import BusinessRow
from directory_app.ui import theme
from directory_app.ui.pages.map.work import EventPlace
from directory_app.ui.widgets import base, doors, pins
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.doors import Door
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import hbox

WIDE = 304


class Card(base.Card):
    """``open_wanted``, ``move_wanted``, ``kept`` and ``let_go`` (of a move), ``closed``."""

    open_wanted = Signal()
    move_wanted = Signal()
    kept = Signal()
    let_go = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", "line-strong", parent)
        self.pin: Pin | None = None
        self.name = Label("", "strong", elide=True)
        self.own = Label("", "small", "ink-soft", elide=True)
        self.address = Label("", "body", "ink", wrap=True)
        self.precision = pins.PinWords(Label("", "small", "ink-soft", elide=True), "adobe")
        self.doors = [Door() for _channel in doors.CHANNEL_ICONS]
        self.help = Label(
            self.tr("Drag the pin, or use the arrow keys; Enter puts it there, Esc leaves it."),
            "small",
            "ink-soft",
            wrap=True,
        )
        self.open_button = Button(self.tr("Open"), "plain", size="small")
        self.move_button = Button(self.tr("Move pin"), "link", size="small")
        self.keep_button = Button(self.tr("Put it here"), "plain", size="small")
        self.leave_button = Button(self.tr("Leave it"), "link", size="small")
        self.close_button = IconButton("x", self.tr("Close this card"), size="small")
        self._lay_out()
        self.open_button.clicked.connect(self.open_wanted)
        self.move_button.clicked.connect(self.move_wanted)
        self.keep_button.clicked.connect(self.kept)
        self.leave_button.clicked.connect(self.let_go)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def _lay_out(self) -> None:
        head, row, acts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button)
        row.addWidget(self.precision, 1)
        for door in self.doors:
            row.addWidget(door)
        row.setSpacing(4)
        for button in (self.open_button, self.keep_button, self.move_button, self.leave_button):
            acts.addWidget(button)
        acts.addStretch()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 12)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.own)
        column.addWidget(self.address)
        column.addLayout(row)
        column.addWidget(self.help)
        column.addSpacing(4)
        column.addLayout(acts)

    def show_business(
        self, pin: Pin, row: BusinessRow | None, today: dt.date, *, can_move: bool
    ) -> None:
        """Show a business and its doors."""
        self.pin = pin
        self.name.setText(pin.name)
        self.own.setText(pin.alternate_name)
        self.own.setVisible(bool(pin.alternate_name))
        street = " ".join(filter(None, (pin.address_1, pin.address_2)))
        self.address.setText(", ".join(filter(None, (street, pin.city))))
        words = pins.pin_name(pin.precision)
        self.precision.show_pin(pin.precision, words)
        for widget, door in zip(self.doors, row.doors if row else (), strict=False):
            state = doors.state_of(door.answer, door.until, today)
            widget.set_state(state, doors.sentence(door.channel, state, door.until))
        self.move_button.setEnabled(can_move)
        self.setAccessibleName(", ".join((pin.name, self.address.whole_text(), words)))
        self.show_moving(False)
        self.show()

    def show_moving(self, moving: bool) -> None:
        """Offer to keep where the pin is now, or to leave it where it was."""
        for widget in (self.keep_button, self.leave_button, self.help):
            widget.setVisible(moving)
        self.open_button.setVisible(not moving)
        self.move_button.setVisible(not moving)
        self.fit()

    def fit(self) -> None:
        """As high as its words, as wide as the map allows."""
        parent = self.parentWidget()
        wide = min(WIDE, parent.width() - 70) if parent is not None else WIDE
        self.setFixedWidth(max(180, wide))
        self._column.activate()
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))


class MapTools(Pane):
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
        hbox(
            self,
            (self.address, 1),
            self.find_button,
            self.near,
            self.data,
            self.list,
            margins=(12, 0, 12, 1),
            spacing=6,
        )
        self.address.returnPressed.connect(self._find)
        self.find_button.clicked.connect(self._find)
        self.menu.aboutToShow.connect(self._fill)
        self.address.setAccessibleName(self.tr("Search for an address"))
        self.address.setPlaceholderText(self.tr("Search for an address or a town"))
        self.find_button.set_name(self.tr("Search"))
        self.near.set_name(self.tr("Near an event"))
        self.list.set_name(self.tr("Show or hide the list"))
        self.data.set_name(self.tr("Street data for the map"))
        self.set_narrow(self._narrow)

    def set_narrow(self, narrow: bool) -> None:
        """With icons alone, where there is little room."""
        self._narrow = narrow
        self.near.setText("" if narrow else self.tr("Near an event"))
        self.near.updateGeometry()

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
