"""Places to work through: addresses without a pin, or with a doubtful one, and what to do."""

from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from directory_app.model.geo import Position
from directory_app.model.terms import AddressType, Precision
from directory_app.tasks import placing
from directory_app.ui.jobs import Job
from directory_app.ui.pages.page import BesidePage
from directory_app.ui.pages.places.detail import PlaceDetail
from directory_app.ui.pages.places.online import OnlineRun, Outcome
from directory_app.ui.parts.doubt_line import failures, reason, result
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import pins
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import STRETCH, vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable
from directory_app.ui.widgets.toolbar import ActionBar, Toolbar

if TYPE_CHECKING:
    from directory_app.geocoding import Candidate
    from directory_app.tasks import ToDo

_COLUMNS = (
    TextColumn(190, strong=True),
    TextColumn(200, least=420),
    TextColumn(270),
    TextColumn(86, least=330),
)


class PlacesPage(BesidePage):
    """Enter goes to what can be done about the row; Esc comes back."""

    table: TextTable
    detail: PlaceDetail
    detail_width = 384

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.places = placing.NO_PLACES
        self._loaded = False
        self._job: Job | None = None
        self._reading: Job | None = None
        self._wanted = ""
        self.online: OnlineRun | None = None
        self.title = Label(self.tr("Places to work through"), "page-name")
        self.count = Label("", "body", "ink-soft")
        self.find_button = Button(self.tr("Find places"), "primary", icon="crosshair-simple")
        self.ask = Button(self.tr("Ask a service…"), "plain", icon="globe-simple")
        self.told = Remark("check-circle", "ok", fill=True)
        self.hint = Remark("road-horizon", "ink-soft", style="small", ink="ink-soft")
        self.table = TextTable(_COLUMNS)
        self.detail = PlaceDetail(session.runner)
        self.back_button = self.detail.back_button
        self.empty = EmptyState()
        self.credits = Label("", "small", "ink-soft", elide=True)
        self.streets = Button(self.tr("Street data…"), "plain", icon="road-horizon")
        self.lookups = Button(self.tr("Look-ups…"), "plain", icon="gear-six")
        self.narrow = ((self.count, 640), (self.credits, 520))
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Places"))
        self.lookups.setAccessibleName(self.tr("Settings of look-ups on the internet"))
        self.table.setAccessibleName(self.tr("Addresses to work through"))
        self.table.set_headings(
            (self.tr("Name"), self.tr("Address"), self.tr("Why"), self.tr("Pin"))
        )
        self._tell()

    # -- parts

    def _lay_out(self) -> None:
        head = Toolbar(self.title, STRETCH, self.count, self.ask, self.find_button, spacing=8)
        self.notes = Pane("window", "b")
        vbox(self.notes, self.told, self.hint, margins=(16, 8, 16, 8), spacing=4)
        self.bar = ActionBar((self.credits, 1), self.streets, self.lookups)
        self.lay_out(head, self.both(), above=(self.notes,), foot=self.bar)

    def _connect(self) -> None:
        self.find_button.clicked.connect(self.find_places)
        self.ask.clicked.connect(self.ask_service)
        self.streets.clicked.connect(lambda: self.wanted.emit("map-data", None))
        self.lookups.clicked.connect(lambda: self.wanted.emit("security", None))
        self.empty.button.clicked.connect(lambda: self.wanted.emit("map", None))
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _one: self.to_detail())
        detail = self.detail
        detail.taken.connect(self._take)
        detail.moved.connect(self._put)
        detail.map_wanted.connect(lambda: self._go("map"))
        detail.entry_wanted.connect(lambda: self._go("directory", "place"))
        detail.owner_wanted.connect(lambda: self._go("directory", "consent"))
        detail.moves.connect(self._moves)

    # -- reading

    def open(self, argument: Any = None) -> None:
        """Show the list; with a business's id, that row."""
        if isinstance(argument, str):
            self._wanted = argument
        self.reload()

    def resume(self, before: Self) -> None:
        """At the same address."""
        self.open(one.id if (one := before._current()) is not None else None)

    def reload(self) -> None:
        """Work the list out again."""
        if self._reading is not None:
            self._reading.cancel()  # the one that follows sees more
        self._reading = self.session.read_long(
            placing.read_places,
            self._arrived,
            failed=self.went_wrong.emit,
            text=self.tr("Looking through the addresses"),
        )

    def _arrived(self, read: placing.Places) -> None:
        current = self.table.current()
        wanted, self._wanted = self._wanted or (current.id if current else ""), ""
        at = self.table.currentIndex().row()
        self.places, self._loaded = read, True
        self._fill()
        ids = [one.id for one in read.rows]
        if ids:
            place = ids.index(wanted) if wanted in ids else min(max(at, 0), len(ids) - 1)
            self.table.selectRow(place)
        self._tell()

    def _fill(self) -> None:
        self.table.set_rows([self._row(one) for one in self.places.rows])
        self.show_content(bool(self.places.rows))
        self.fit()

    @staticmethod
    def _row(one: "ToDo") -> TextRow:
        cells = (
            one.name,
            one.address or "—",
            reason(one.code_of_reason),
            pins.pin_name(one.pin_precision),
        )
        return TextRow(cells, one)

    def _tell(self) -> None:
        read, many = self.places, len(self.places.rows)
        self.count.setText(
            count(many, self.tr("One address"), self.tr("{n} addresses")) if many else ""
        )
        self.table.set_rows([self._row(one) for one in read.rows])
        self.empty.set_texts(
            self.tr("No address waits here") if self._loaded else self.tr("Working it out…"),
            self.tr("Every address that can be found has its place."),
            self.tr("Go to the map"),
            "map-trifold",
        )
        self.hint.set_words(
            ""
            if read.has_streets
            else self.tr(
                "Without street data, an address is only found to its town. Bring in the streets "
                "of your state once; nothing is sent for it."
            )
        )
        self.notes.setVisible(bool(self.told.text() or self.hint.text()))
        self.credits.setText(" · ".join(read.credits))
        self.ask.setVisible(bool(read.service))
        self._allow()

    def _allow(self) -> None:
        working = self._job is not None and not self._job.is_over
        asked = self.online is not None and self.online.is_running
        for button in (self.find_button, self.ask):
            if button.hasFocus() and (working or asked) and self.places.rows:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # else Qt gives it anywhere
            button.setEnabled(self.session.writable and not working and not asked)
        self.detail.can_write = self.session.writable

    # -- one of them

    def _choose(self, one: "ToDo | None") -> None:
        if one is not self.detail.to_do:
            self.detail.show_to_do(one)
        self.fit()

    def _current(self) -> "ToDo | None":
        one: ToDo | None = self.table.current()
        return one

    def _go(self, page: str, mend: str = "") -> None:
        one = self._current()
        if one is not None:
            self.wanted.emit(page, (one.id, mend) if mend else one.id)

    def _take(self, choice: "Candidate") -> None:
        """A person says which of several places it is: it stays there."""
        self._place(choice.position, choice.precision, choice.source)

    def _put(self, position: Position) -> None:
        self._place(position, Precision.MANUAL.value, "manual")

    def _place(self, position: Position, precision: str, source: str) -> None:
        one = self._current()
        if one is None:
            return
        text = self.tr("Placed %1").replace("%1", one.name)
        self.session.write(
            lambda store: store.businesses.place(one.id, position, precision, source, lock=True),
            lambda _dossier: self._done(text, "map-pin"),
            failed=self._not_done,
        )

    def _moves(self) -> None:
        one = self._current()
        if one is None:
            return
        text = self.tr("%1 has no fixed place").replace("%1", one.name)
        changes = {"address_type": AddressType.MOBILE.value}
        self.session.write(
            lambda store: store.businesses.update(one.id, changes),
            lambda _dossier: self._done(text, "truck"),
            failed=self._not_done,
        )

    def _done(self, text: str, icon: str) -> None:
        self.said.emit(text, icon, True)
        self.to_table()

    def _not_done(self, error: Exception) -> None:
        self.went_wrong.emit(error)
        self.reload()

    # -- finding

    def find_places(self) -> None:
        """Look all addresses up in the data on this laptop."""
        self._job = self.session.write(
            placing.find_all,
            self._found,
            failed=self._not_done,
            cancelled=lambda: self._found(placing.NOT_BEGUN),
            text=self.tr("Finding places"),
        )
        self._allow()

    def _found(self, found: placing.Found) -> None:
        placement = found.placement
        if placement is None:
            self._say_result(
                self.tr("Stopped. What was found so far is placed; press again to go on."),
                "info",
                "ink-soft",
            )
            self.said.emit(self.tr("Stopped"), "info", found.moved)
            return
        self._say_result(result(placement), "check-circle", "ok")
        moved = count(placement.placed, self.tr("{n} pin placed"), self.tr("{n} pins placed"))
        text = moved if placement.placed else self.tr("No pin moved")
        self.said.emit(text, "map-pin", found.moved)

    def _say_result(self, text: str, icon: str, role: str) -> None:
        self.told.set_icon(icon, role)
        self.told.set_words(text)
        self._tell()

    # -- asking

    def ask_service(self) -> None:
        """Show what would be sent to the service of the settings, and send it if wanted."""
        if self.online is None:
            self.online = OnlineRun(self.session, self.window())
            self.online.is_off.connect(lambda: self.wanted.emit("security", None))
            self.online.went_wrong.connect(self.went_wrong)
            self.online.began.connect(self._allow)
            self.online.ended.connect(self._asked)
        self.online.begin()

    def _asked(self, outcome: Outcome) -> None:
        asked = outcome.placement.asked
        lines = [
            count(asked, self.tr("One request was sent."), self.tr("{n} requests were sent."))
            if asked
            else self.tr("Nothing was sent."),
            result(outcome.placement),
        ]
        if outcome.stopped:
            lines.insert(0, self.tr("Stopped; ask again to go on."))
        text = "\n".join([" ".join(lines), *failures(outcome.failures)])
        wrong = bool(outcome.failures) or outcome.stopped
        self._say_result(text, "info" if wrong else "check-circle", "ink-soft" if wrong else "ok")
        placed = outcome.placement.placed
        moved = count(placed, self.tr("{n} pin placed"), self.tr("{n} pins placed"))
        self.said.emit(moved if placed else self.tr("No pin moved"), "globe-simple", bool(placed))

    # -- room and keyboard

    def panes(self) -> list[QWidget]:
        """The table, the business, the foot."""
        if not self.places.rows:
            return [self.empty, self.bar]
        return [pane for pane in (self.table, self.detail, self.bar) if not pane.isHidden()]

    def is_chosen(self) -> bool:
        """Whether a row is."""
        return self._current() is not None

    def focus_detail(self) -> None:
        """To what can be done."""
        self.detail.focus_first()
