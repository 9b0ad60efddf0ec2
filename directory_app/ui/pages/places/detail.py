"""One business whose place is doubtful: where it is now, why, and what can be done about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.geocoding import reasons
from directory_app.ui.jobs import JobRunner
from directory_app.ui.parts.doubt_line import reason, sureness
from directory_app.ui.parts.map_view import MapView
from directory_app.ui.widgets import pins
from directory_app.ui.widgets.base import Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.flow import Flow
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.geocoding import Candidate
    from directory_app.tasks import ToDo

_COLUMNS = (TextColumn(172, strong=True), TextColumn(108), TextColumn(72, least=300))
_MOST_SHOWN = 6


class PlaceDetail(Pane):
    """``taken(candidate)``: this place, a person says. ``moved(Position)``: dragged on the map.

    ``map_wanted``, ``entry_wanted``, ``owner_wanted``, ``moves``: of the one that is shown.
    Nothing is chosen until somebody chooses it.
    """

    taken = Signal(object)
    moved = Signal(object)
    map_wanted = Signal()
    entry_wanted = Signal()
    owner_wanted = Signal()
    moves = Signal()
    back = Signal()

    def __init__(self, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self.to_do: ToDo | None = None
        self.can_write = True
        self.back_button = Button(self.tr("Back"), "flat", icon="arrow-u-up-left", size="small")
        self.title = Label("", "title", wrap=True)
        self.address = Label("", "body", "ink-soft", wrap=True)
        self.why = Remark("warning", "warn", " ", fill=True)
        self.map = MapView(runner)
        self.choose = Label(self.tr("Which of these is it?"), "strong")
        self.choices = TextTable(_COLUMNS)
        self.take = Button(self.tr("It is here"), "plain", icon="check")
        self.put = Button(self.tr("Put it on the map…"), "plain", icon="map-trifold")
        self.owner = Button(self.tr("Ask the owner…"), "plain", icon="chat-circle-dots")
        self.no_place = Button(self.tr("It moves (truck, stand)"), "plain", icon="truck")
        self.entry = Button(self.tr("Open the entry"), "plain", icon="pencil-simple-line")
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("The place that is chosen"))
        self.choices.setAccessibleName(self.tr("Places that could be meant"))
        self.choices.set_headings((self.tr("Place"), self.tr("How near"), self.tr("How sure")))
        self._tell()

    def _lay_out(self) -> None:
        content = QWidget()
        column = vbox(content, margins=(17, 12, 16, 12), spacing=8)
        deeds = Flow(gap=8)
        for button in (self.put, self.entry, self.owner, self.no_place):
            deeds.addWidget(button)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.title, self.address, self.why, self.choose, self.choices):
            column.addWidget(widget)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.map)
        column.addLayout(deeds)
        column.addStretch()
        vbox(self, Scroll(content, "base"), margins=(1, 0, 0, 0))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.choices.chosen.connect(self._preview)
        self.choices.opened.connect(self._take)
        self.take.clicked.connect(lambda: self._take(self.choices.current()))
        self.map.moved.connect(self.moved)
        self.map.large_wanted.connect(self.map_wanted)
        self.put.clicked.connect(self.map_wanted)
        self.entry.clicked.connect(self.entry_wanted)
        self.owner.clicked.connect(self.owner_wanted)
        self.no_place.clicked.connect(self.moves)

    # -- showing

    def show_to_do(self, to_do: "ToDo | None") -> None:
        """Show another one."""
        self.to_do = to_do
        self._tell()

    def _tell(self) -> None:
        one = self.to_do
        if one is None:
            return
        self.title.setText(one.name)
        self.address.setText(one.address or self.tr("There is no address yet."))
        self.why.set_words(reason(one.code_of_reason))
        self.choices.set_rows([self._row(each) for each in one.choices])
        self.choices.fit_height(_MOST_SHOWN)
        for widget in (self.choose, self.choices, self.take):
            widget.setVisible(bool(one.choices))
        for button in (self.put, self.no_place, self.owner):
            button.setEnabled(self.can_write)
        self.owner.setVisible(one.code_of_reason == reasons.NO_CONSENT)
        self.no_place.setVisible(one.can_move)
        self.map.can_move = self.can_write
        self._preview(None)

    def _row(self, choice: "Candidate") -> TextRow:
        cells = (choice.label, pins.pin_name(choice.precision), sureness(choice.score))
        return TextRow(cells, choice)

    def _preview(self, choice: "Candidate | None") -> None:
        """The place under the cursor, or where the pin is now."""
        self.take.setEnabled(choice is not None and self.can_write)
        one = self.to_do
        if choice is not None:
            self.map.can_move = False
            self.map.set_pin(choice.position, choice.precision, self.tr("if it is here"))
        elif one is not None:
            self.map.can_move = self.can_write
            said = self.tr("where its pin is now") if one.pin else ""
            self.map.set_pin(one.pin, one.pin_precision, said)
        self.map.setVisible(choice is not None or (one is not None and one.pin is not None))

    def _take(self, choice: "Candidate | None") -> None:
        if choice is not None and self.can_write:
            self.taken.emit(choice)

    def focus_first(self) -> None:
        """To the choices, or to the first thing that can be done."""
        first: QWidget = self.choices if not self.choices.isHidden() else self.put
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
