"""The map: where the businesses are, what is near, and where a pin belongs."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from directory_app.geocoding.candidates import Candidate
from directory_app.model.geo import Position
from directory_app.model.terms import Precision
from directory_app.store.area import Area
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter
from directory_app.store.pins import Pin, Spot
from directory_app.store.rows import BusinessRow
from directory_app.ui import theme
from directory_app.ui.jobs import Job
from directory_app.ui.map import work
from directory_app.ui.map.canvas import CLOSEST, MapCanvas, Numbered
from directory_app.ui.map.card import Card
from directory_app.ui.map.overlays import Legend, say_miles
from directory_app.ui.map.panel import Panel
from directory_app.ui.map.places_list import Row
from directory_app.ui.pages import register
from directory_app.ui.pages.page import Page
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.fields import Field

if TYPE_CHECKING:
    from directory_app.geocoding import Located

#: Below this width of the page the list is hidden until somebody wants it.
_LIST_BELOW = 820
_NEAREST = 12


class MapPage(Page):
    """The map with its list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._looking: Job | None = None
        self._view = work.View((), 0, ())
        self._events: list[work.EventPlace] = []
        self._event: work.EventPlace | None = None
        self._by_route = False
        self._mode = "view"
        self._framed = False
        self._to_place: tuple[str, str] | None = None
        self.canvas = MapCanvas(session.runner)
        self.toast_place = self.canvas
        self.card = Card(self.canvas)
        self.legend = Legend(self.canvas)
        self.panel = Panel()
        self._make_tools()
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- parts

    def _make_tools(self) -> None:
        self.address = Field("")
        self.find_button = IconButton("magnifying-glass", "")
        self.near_button = Button("", "flat", icon="calendar-dots", caret=True)
        self.near_menu = QMenu(self)
        self.near_button.set_menu(self.near_menu)
        self.list_button = IconButton("list", "")
        self.data_button = IconButton("road-horizon", "")
        self.data_button.setVisible("map-data" in register.BY_KEY)
        self.closer = IconButton("plus", "", parent=self.canvas)
        self.farther = IconButton("minus", "", parent=self.canvas)
        self.whole = IconButton("corners-out", "", parent=self.canvas)
        self.key_button = IconButton("info", "", parent=self.canvas)
        for button in (self.closer, self.farther, self.whole, self.key_button):
            button.kind = "plain"

    def _lay_out(self) -> None:
        tools = Pane("window", "b")
        tools.setFixedHeight(theme.height("toolbar"))
        row = QHBoxLayout(tools)
        row.setContentsMargins(12, 0, 12, 1)
        row.setSpacing(6)
        for widget, share in (
            (self.address, 1), (self.find_button, 0), (self.near_button, 0),
            (self.data_button, 0), (self.list_button, 0),
        ):  # fmt: skip
            row.addWidget(widget, share)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addLayout(middle, 1)

    def _connect(self) -> None:
        self.address.returnPressed.connect(self._find)
        self.find_button.clicked.connect(self._find)
        self.near_menu.aboutToShow.connect(self._fill_events)
        self.list_button.clicked.connect(self._toggle_list)
        self.data_button.clicked.connect(lambda: self.wanted.emit("map-data", None))
        self.closer.clicked.connect(lambda: self.canvas.zoom(2.0**0.5))
        self.farther.clicked.connect(lambda: self.canvas.zoom(0.5**0.5))
        self.whole.clicked.connect(self.show_all)
        self.key_button.clicked.connect(self._toggle_legend)
        self.canvas.settled.connect(self.look)
        self.canvas.picked.connect(self._picked)
        self.canvas.number_picked.connect(lambda each: self.choose(each.pin))
        self.canvas.area_chosen.connect(self.choose_area)
        self.canvas.pin_moved.connect(self._moved)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.canvas.escaped.connect(self._step_back)
        self.canvas.moving_changed.connect(self.card.show_moving)
        self.card.open_wanted.connect(self._open_chosen)
        self.card.move_wanted.connect(self.move_chosen)
        self.card.kept.connect(lambda: self.canvas.stop_moving(keep=True))
        self.card.let_go.connect(self.canvas.stop_moving)
        self.card.closed.connect(lambda: self.choose(None))
        self.panel.closed.connect(self.show_view)
        self.panel.acted.connect(self._act)
        self.panel.list.picked.connect(self._row_picked)
        self.panel.list.opened.connect(self._row_opened)
        QShortcut(QKeySequence(Qt.Key.Key_Home), self.canvas, self.show_all,
                  context=Qt.ShortcutContext.WidgetShortcut)  # fmt: skip

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Map"))
        self.canvas.setAccessibleName(self.tr("Map"))
        self.canvas.setAccessibleDescription(
            self.tr("Arrow keys move it, plus and minus zoom, Home shows all. The list has all.")
        )
        self.address.setAccessibleName(self.tr("Search for an address"))
        self.address.setPlaceholderText(self.tr("Search for an address or a town"))
        self.find_button.set_name(self.tr("Search"))
        self.near_button.setText(self.tr("Near an event"))
        self.near_button.updateGeometry()
        self.list_button.set_name(self.tr("Show or hide the list"))
        self.data_button.set_name(self.tr("Street data for the map"))
        self.closer.set_name(self.tr("Closer"))
        self.farther.set_name(self.tr("Farther"))
        self.whole.set_name(self.tr("Show all"))
        self.key_button.set_name(self.tr("What the signs mean"))
        self.legend.retranslate()
        self._show_list()

    # -- coming here

    def open(self, argument: Any = None) -> None:
        """Show the map; with a business's id, that pin."""
        self.canvas.can_move = self.session.writable
        self.session.ask(work.event_places, self._know_events, failed=self.went_wrong.emit)
        if isinstance(argument, str) and argument:
            self.show_business(argument)
        elif not self._framed:
            QTimer.singleShot(0, self, self.show_all)
        else:
            self.canvas.redraw()

    def reload(self) -> None:
        """The directory changed."""
        self.look()
        if self.canvas.chosen is not None:
            self._choose_again(self.canvas.chosen.id)

    def panes(self) -> list[QWidget]:
        """Search, map, list."""
        found: list[QWidget] = [self.address, self.canvas]
        if not self.panel.isHidden():
            found.append(self.panel.list)
        return found

    def focus_first(self) -> None:
        """Into the map."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Ctrl+F."""
        self.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.address.selectAll()

    def _know_events(self, events: list[work.EventPlace]) -> None:
        self._events = events
        self.canvas.can_move = self.session.writable

    # -- what is in view

    def look(self) -> None:
        """Read what is in view, in a worker."""
        canvas = self.canvas
        self.session.interrupt(self._looking)
        wide, inner = canvas.view(0.4), canvas.view()
        cell = work.cell_of(canvas.frame.scale, canvas.frame.center.latitude)
        self._looking = self.session.look(
            lambda browser: work.look(browser, wide, inner, cell), self._looked
        )

        if self.canvas.event_at is not None:
            self._spread(self.canvas.event_at)

    def _spread(self, event_at: Position) -> None:
        """Move numbered markers apart, for the scale that is shown now."""
        numbered, frame, room = self.canvas.numbered, self.canvas.frame, self.canvas.room

        def arrived(aside: dict[str, tuple[float, float]]) -> None:
            if self.canvas.numbered is numbered and self.canvas.frame.scale == frame.scale:
                self.canvas.set_aside(aside)

        self.session.runner.start(
            lambda _progress: work.spread(numbered, event_at, frame, room), arrived, lane="look"
        )

    def _looked(self, view: work.View) -> None:
        self._view = view
        self.canvas.set_spots(view.spots)
        if self._mode == "view":
            self._show_list()

    def show_all(self) -> None:
        """Show all pins."""
        self._framed = True
        self.session.look(lambda browser: browser.extent(), self._frame_all)

    def _frame_all(self, extent: tuple[float, float, float, float] | None) -> None:
        if extent is None:
            self.canvas.show_frame(self.canvas.frame, soon=True)
            return
        south, west, north, east = extent
        self.canvas.fit([Position(south, west), Position(north, east)])

    # -- the list

    def show_view(self) -> None:
        """List what is in view again."""
        self._mode = "view"
        self._event = None
        self.canvas.show_area(None)
        self.canvas.show_numbers((), None)
        self.canvas.found_at = None
        self.canvas.update()
        self._show_list()

    def _show_list(self) -> None:
        if self._mode != "view":
            return
        many = self._view.count
        title = count(many, self.tr("{n} business in view"), self.tr("{n} businesses in view"))
        note = ""
        if many == 0:
            note = self.tr("There is no pin here. Show all, or move the map.")
        elif many > work.LISTED:
            note = self.tr("Come closer to have them listed.")
        self.panel.tell(title, note)
        self.panel.show_rows([work.row(pin) for pin in self._view.pins], self._chosen_id())

    def _chosen_id(self) -> str:
        return self.canvas.chosen.id if self.canvas.chosen else ""

    def _row_picked(self, row: Row) -> None:
        if isinstance(row.what, Candidate):
            self._show_found(row.what.position, str(row.what.precision))
            return
        if not self.canvas.view().contains(row.what.position):
            self.canvas.go_to(row.what.position)
        self.choose(row.what)

    def _row_opened(self, row: Row) -> None:
        if isinstance(row.what, Pin):
            self.wanted.emit("directory", row.what.id)
        else:
            self._row_picked(row)

    def _act(self) -> None:
        if self._mode == "area" and self.canvas.area is not None:
            self.wanted.emit("directory", Filter(area=self.canvas.area))
        elif self._mode == "event":
            self._by_route = not self._by_route
            self._list_event()

    # -- one business

    def show_business(self, business_id: str) -> None:
        """Go to a business's pin and choose it."""
        self._framed = True

        def look(browser: Browser) -> tuple[Pin | None, float]:
            pin = browser.pin(business_id)
            return pin, work.scale_for(pin.position, coarse=pin.is_coarse) if pin else 0.0

        def arrived(found: tuple[Pin | None, float]) -> None:
            pin, scale = found
            if pin is None:
                self._wants_place(business_id)
                return
            self._to_place = None
            self.canvas.go_to(pin.position, max(scale, self.canvas.frame.scale))
            self.choose(pin)

        self.session.look(look, arrived)

    def _wants_place(self, business_id: str) -> None:
        """A business without a pin: the menu of the map offers to put it there."""
        self.choose(None)
        if self._view.count == 0:
            self.show_all()

        def arrived(name: str) -> None:
            self._to_place = (business_id, name)
            text = self.tr("%1 has no pin yet. Right-click where it is.").replace("%1", name)
            self.said.emit(text, "map-pin", False)

        self.session.ask(
            lambda store: str(store.business(business_id).business.name),
            arrived,
            failed=self.went_wrong.emit,
        )

    def _choose_again(self, business_id: str) -> None:
        def arrived(pin: Pin | None) -> None:
            if self._chosen_id() == business_id and self.canvas.moving is None:
                self.choose(pin)

        self.session.look(lambda browser: browser.pin(business_id), arrived)

    def _picked(self, spot: Spot) -> None:
        if spot.pin is not None:
            self.choose(spot.pin)
        elif spot.is_one_place or self.canvas.frame.scale >= CLOSEST:
            self._list_place(spot)
        else:
            south, west, north, east = spot.bounds
            closer = self.canvas.frame.scale * 2
            self.canvas.fit([Position(south, west), Position(north, east)], 0.05)
            if self.canvas.frame.scale < closer:
                self.canvas.go_to(spot.position, closer)

    def _list_place(self, spot: Spot) -> None:
        """List the businesses of one spot, which no zooming takes apart."""
        south, west, north, east = spot.bounds
        hair = 1e-6
        area = Area(south - hair, west - hair, north + hair, east + hair)

        def arrived(found: tuple[int, list[Pin]]) -> None:
            self._mode = "place"
            many, pins = found
            title = count(many, self.tr("{n} business here"), self.tr("{n} businesses here"))
            note = self.tr("Only the town of these is known.") if spot.coarse else ""
            self.panel.tell(title, note, can_close=True)
            self.panel.show_rows([work.row(pin) for pin in pins], self._chosen_id())
            self.panel.show()

        self.session.look(lambda browser: browser.inside(area, work.LISTED), arrived)

    def choose(self, pin: Pin | None) -> None:
        """Choose a pin: mark it, here and in the list, and show its card."""
        self.canvas.choose(pin)
        if pin is None:
            self.card.hide()
            self.panel.list.choose("")
            return
        self.panel.list.choose(pin.id)

        def arrived(rows: list[BusinessRow]) -> None:
            if self._chosen_id() == pin.id:
                row = rows[0] if rows else None
                self.card.show_business(
                    pin, row, self.session.today(), can_move=self.canvas.can_move
                )
                self._arrange()
                self._clear_card(pin)

        self.session.look(lambda browser: browser.rows([pin.row_id]), arrived)

    def _clear_card(self, pin: Pin) -> None:
        """Move the map where the card, or something else that stands still, covers the pin."""
        point = self.canvas.at(pin.position).toPoint()
        for over in (self.card, self.legend):
            box = over.geometry().adjusted(-20, -20, 20, 20)
            if over.isVisible() and box.contains(point):
                self.canvas.pan(box.right() + 1 - point.x(), 0)
                return

    def _open_chosen(self) -> None:
        if self.canvas.chosen is not None:
            self.wanted.emit("directory", self.canvas.chosen.id)

    def move_chosen(self) -> None:
        """Move the chosen pin by keys or mouse."""
        if self.canvas.start_moving():
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self, pin: Pin, position: Position) -> None:
        self._place(pin.id, pin.name, position)

    def _place(self, business_id: str, name: str, position: Position) -> None:
        """A person's word on where it is: it stays, and can be undone."""
        text = self.tr("Moved the pin of %1").replace("%1", name)

        def done(_dossier: object) -> None:
            self.said.emit(text, "map-pin", True)
            if self.canvas.chosen is None:
                self.show_business(business_id)

        self.session.write(
            lambda store: store.place(
                business_id, position, Precision.MANUAL.value, "manual", lock=True
            ),
            done,
            failed=partial(self._not_moved, business_id),
        )

    def _not_moved(self, business_id: str, error: Exception) -> None:
        self.went_wrong.emit(error)
        self.look()
        self._choose_again(business_id)

    # -- an area

    def choose_area(self, area: Area) -> None:
        """Count and list what is in a box or a circle."""
        self._mode = "area"
        self._event = None
        self.canvas.show_numbers((), None)
        self.canvas.show_area(area)

        def arrived(found: tuple[int, list[Pin]]) -> None:
            many, pins = found
            title = count(many, self.tr("{n} business here"), self.tr("{n} businesses here"))
            note = self.tr("In the box.")
            if area.center is not None:
                words = self.tr("Within %1 of the middle, by straight line.")
                note = words.replace("%1", say_miles(area.miles))
            act = self.tr("Show these in the directory") if many else ""
            self.panel.tell(title, note, act=act, can_close=True)
            self.panel.show_rows([work.row(pin) for pin in pins], self._chosen_id())
            self.panel.show()

        self.session.look(lambda browser: browser.inside(area, work.LISTED), arrived)

    # -- an address

    def _find(self) -> None:
        address = self.address.text().strip()
        if not address:
            return
        home = self.session.browser.setting("home_state") or "NM"
        self.session.runner.start(
            lambda _progress: work.find(address, home),
            partial(self._found, address),
            failed=self.went_wrong.emit,
            lane="look",
        )

    def _found(self, address: str, located: "Located") -> None:
        if located.choices:
            self._mode = "choices"
            many = len(located.choices)
            title = count(many, self.tr("{n} place could be meant"),
                          self.tr("{n} places could be meant"))  # fmt: skip
            self.panel.tell(title, self.tr("Choose one."), can_close=True)
            self.panel.show_rows([Row(each.label, "", each) for each in located.choices])
            self.panel.show()
            self.canvas.fit([each.position for each in located.choices])
            return
        if located.position is None:
            text = self.tr("“%1” was not found.").replace("%1", address)
            self.said.emit(text, "info", False)
            return
        self._show_found(located.position, located.precision or "")

    def _show_found(self, position: Position, precision: str) -> None:
        coarse = precision in ("city", "zip")
        self.canvas.found_at = position
        self.canvas.go_to(position, work.scale_for(position, coarse=coarse))
        self.list_nearest(position)

    def list_nearest(self, position: Position) -> None:
        """List the businesses nearest to a place."""
        self._mode = "nearest"

        def arrived(found: list[tuple[float, Pin]]) -> None:
            if self._mode != "nearest":
                return
            note = self.tr("Distances and minutes are by straight line, at 3 miles an hour.")
            self.panel.tell(self.tr("The nearest businesses"), note, can_close=True)
            rows = [work.row_from(pin, position) for _miles, pin in found]
            self.panel.show_rows(rows, self._chosen_id())

        self.session.look(lambda browser: browser.nearest(position, _NEAREST), arrived)

    # -- an event

    def _fill_events(self) -> None:
        self.near_menu.clear()
        for event in self._events:
            action = self.near_menu.addAction(event.name.replace("&", "&&"))
            action.triggered.connect(partial(self.show_event, event))
        if not self._events:
            self.near_menu.addAction(self.tr("No event has a place yet")).setEnabled(False)

    def show_event(self, event: work.EventPlace, _on: bool = False) -> None:
        """The star, and who is near, nearest first."""
        self._event, self._by_route, self._mode = event, False, "event"
        self.choose(None)

        def arrived(pins: list[Pin]) -> None:
            self.canvas.show_area(None)
            self.canvas.fit([event.position, *(pin.position for pin in pins)])
            self._show_event(event, pins)

        self.session.look(lambda browser: work.near_event(browser, event), arrived)

    def _list_event(self) -> None:
        event, by_route = self._event, self._by_route
        if event is None:
            return

        def near(browser: Browser) -> list[Pin]:
            pins = work.near_event(browser, event)
            return work.walk(pins, event.position) if by_route else pins

        self.session.look(near, lambda pins: self._show_event(event, pins))

    def _show_event(self, event: work.EventPlace, pins: list[Pin]) -> None:
        if self._event is not event:
            return
        numbered = [Numbered(str(number), pin) for number, pin in enumerate(pins, 1)]
        self.canvas.show_numbers(numbered, event.position)
        self._spread(event.position)
        words = self.tr(
            "Within %1. Distances and minutes are by straight line, at 3 miles an hour."
        )
        note = words.replace("%1", say_miles(event.miles or work.AROUND_EVENT))
        act = self.tr("Nearest first") if self._by_route else self.tr("In the order of a walk")
        self.panel.tell(event.name, note, act=act if pins else "", can_close=True, icon="path")
        rows = [
            work.row_from(each.pin, event.position, each.number, about=event.coarse)
            for each in numbered
        ]
        self.panel.show_rows(rows, self._chosen_id())
        self.panel.show()

    # -- the menu

    def _open_menu(self, position: Position, on_screen: QPoint) -> None:
        menu = self.menu_at(position)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(on_screen)

    def menu_at(self, position: Position) -> QMenu:
        """What can be done at a place."""
        menu = QMenu(self)
        chosen = self.canvas.chosen
        name = chosen.name if chosen else self._to_place[1] if self._to_place else ""
        if name:
            words = self.tr("Put %1 here").replace("%1", name.replace("&", "&&"))
            here = menu.addAction(words)
            here.setEnabled(self.canvas.can_move)
            here.triggered.connect(lambda: self.put_here(position))
        near = menu.addAction(self.tr("Nearest businesses"))
        near.triggered.connect(lambda: self._nearest_to(position))
        menu.addSeparator()
        menu.addAction(self.tr("Closer")).triggered.connect(
            lambda: self.canvas.zoom(2.0, self.canvas.at(position))
        )
        menu.addAction(self.tr("Farther")).triggered.connect(
            lambda: self.canvas.zoom(0.5, self.canvas.at(position))
        )
        menu.addAction(self.tr("Show all")).triggered.connect(self.show_all)
        return menu

    def put_here(self, position: Position) -> None:
        """The chosen business belongs here, or the one that has no pin yet."""
        if self.canvas.chosen is None and self._to_place is not None:
            business_id, name = self._to_place
            self._to_place = None
            self._place(business_id, name, position)
        elif self.canvas.start_moving():
            self.canvas.move_pin(self.canvas.at(position))
            self.canvas.stop_moving(keep=True)

    def _nearest_to(self, position: Position) -> None:
        self.canvas.found_at = position
        self.canvas.update()
        self.list_nearest(position)
        self.panel.show()

    def _step_back(self) -> None:
        """Esc, and a click on nothing: the card goes, then the list of something."""
        if self.canvas.chosen is not None:
            self.choose(None)
        elif self._mode != "view":
            self.show_view()

    # -- where things are

    def _toggle_list(self) -> None:
        self.panel.setVisible(self.panel.isHidden())

    def _toggle_legend(self) -> None:
        self.legend.setVisible(self.legend.isHidden())
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list hides where the map would be too narrow."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            narrow = self.width() < _LIST_BELOW
            self.panel.setVisible(not narrow)
            self.legend.setVisible(not narrow)
            self.near_button.setText("" if narrow else self.tr("Near an event"))
        QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        right, top = self.canvas.width() - 12, 12
        for button in (self.closer, self.farther, self.whole, self.key_button):
            button.resize(button.sizeHint())
            button.move(right - button.width(), top)
            top += button.height() + 6
        self.card.fit()
        self.card.move(12, 12)
        self.legend.resize(self.legend.sizeHint())
        self.legend.move(12, self.canvas.height() - self.legend.height() - 48)
