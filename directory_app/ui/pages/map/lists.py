"""What is listed beside the map, and marked on it for that: one of six lists at a time.

``view``: what is in view; ``place``: what no zooming takes apart; ``area``: a box or circle;
``nearest``: to a place; ``choices``: what an address may be; ``event``: who is near one.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from directory_app.geocoding.candidates import Candidate
from directory_app.model.geo import Position
from directory_app.store.area import Area
from directory_app.store.browse import Browser
from directory_app.store.filters import Filter
from directory_app.store.pins import Pin, Spot
from directory_app.ui.jobs import Job
from directory_app.ui.pages.map import work
from directory_app.ui.pages.map.canvas import MapCanvas, Numbered
from directory_app.ui.pages.map.overlays import say_miles
from directory_app.ui.pages.map.places_list import Panel, Row
from directory_app.ui.plurals import count
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.geocoding import Located

_NEAREST = 12
#: A hair's breadth in degrees, so that what lies on the edge of a box is in it.
_HAIR = 1e-6


class Lists(QObject):
    """Reads and shows them.

    ``chosen(Pin)``: a row was chosen. ``opened(id)``: Enter. ``filtered(Filter)``: to the
    directory. ``not_found(address)``. ``all_wanted``: show all pins. ``page_wanted(key)``.
    """

    chosen = Signal(object)
    opened = Signal(str)
    filtered = Signal(object)
    not_found = Signal(str)
    all_wanted = Signal()
    page_wanted = Signal(str)
    went_wrong = Signal(object)

    def __init__(self, session: Session, canvas: MapCanvas, panel: Panel) -> None:
        super().__init__(panel)
        self._session, self._canvas, self._panel = session, canvas, panel
        self._looking: Job | None = None
        self.mode = "view"
        self.view = work.View((), 0, ())
        self._event: work.EventPlace | None = None
        self._by_route = False
        panel.closed.connect(self.show_view)
        panel.acted.connect(self._act)
        panel.list.picked.connect(self._picked)
        panel.list.opened.connect(self._opened)
        canvas.settled.connect(self.look)

    # -- what is in view

    def look(self) -> None:
        """Read what is in view, in a worker."""
        canvas = self._canvas
        self._session.interrupt(self._looking)
        wide, inner = canvas.view(0.4), canvas.view()
        cell = work.cell_of(canvas.frame.scale, canvas.frame.center.latitude)
        self._looking = self._session.look(
            lambda browser: work.look(browser, wide, inner, cell), self._looked
        )
        if canvas.event_at is not None:
            self._spread(canvas.event_at)

    def _looked(self, view: work.View) -> None:
        self.view = view
        self._canvas.set_spots(view.spots)
        self.tell_view()

    def refresh(self) -> None:
        """The directory changed: read again what is listed."""
        self.look()
        if self.mode == "event":
            self._list_event()
        elif self.mode == "area" and self._canvas.area is not None:
            self.list_area(self._canvas.area)

    def show_view(self) -> None:
        """List what is in view again."""
        self.mode, self._event = "view", None
        self._canvas.show_area(None)
        self._canvas.show_numbers((), None)
        self._canvas.found_at = None
        self._canvas.update()
        self.tell_view()

    def tell_view(self) -> None:
        """Say what is in view, unless another list is shown."""
        if self.mode != "view":
            return
        many = self.view.count
        title = count(many, self.tr("{n} business in view"), self.tr("{n} businesses in view"))
        note, act, icon = "", "", ""
        if many == 0:
            title, note, act, icon = self._none_in_view(title)
        elif many > work.LISTED:
            note = self.tr("Come closer to have them listed.")
        self._panel.tell(title, note, act=act, icon=icon)
        self._panel.show_rows([work.row(pin) for pin in self.view.pins], self._chosen_id())

    def _none_in_view(self, title: str) -> tuple[str, str, str, str]:
        """Title, note, button and icon: what to do depends on what there is elsewhere."""
        if self.view.elsewhere == "pins":
            note = self.tr("There is no pin here. Show all, or move the map.")
            return title, note, self.tr("Show all"), "corners-out"
        if self.view.elsewhere == "no pins":
            note = self.tr("A business is on the map once its address was found.")
            return self.tr("No pins yet"), note, self.tr("Find places…"), "crosshair-simple"
        note = self.tr("Bring in a list, and its businesses appear here.")
        return self.tr("No businesses yet"), note, self.tr("Import a list…"), "tray-arrow-down"

    def _chosen_id(self) -> str:
        return self._canvas.chosen.id if self._canvas.chosen else ""

    # -- the rows

    def _picked(self, row: Row) -> None:
        if isinstance(row.what, Candidate):
            self.go_to(row.what.position, str(row.what.precision))
            return
        if not self._canvas.view().contains(row.what.position):
            self._canvas.go_to(row.what.position)
        self.chosen.emit(row.what)

    def _opened(self, row: Row) -> None:
        if isinstance(row.what, Pin):
            self.opened.emit(row.what.id)
        else:
            self._picked(row)

    def _act(self) -> None:
        if self.mode == "area" and self._canvas.area is not None:
            self.filtered.emit(Filter(area=self._canvas.area))
        elif self.mode == "view":
            pages = {"no pins": "places", "nothing": "import"}
            if self.view.elsewhere in pages:
                self.page_wanted.emit(pages[self.view.elsewhere])
            else:
                self.all_wanted.emit()
        elif self.mode == "event":
            self._by_route = not self._by_route
            self._list_event()

    def _show(
        self, title: str, note: str, rows: list[Row], *, act: str = "", icon: str = ""
    ) -> None:
        self._panel.tell(title, note, act=act, can_close=True, icon=icon)
        self._panel.show_rows(rows, self._chosen_id())
        self._panel.show()

    def _here(self, many: int) -> str:
        return count(many, self.tr("{n} business here"), self.tr("{n} businesses here"))

    # -- one spot, an area, what is near

    def list_place(self, spot: Spot) -> None:
        """The businesses of one spot, which no zooming takes apart."""
        self.mode = "place"
        south, west, north, east = spot.bounds
        area = Area(south - _HAIR, west - _HAIR, north + _HAIR, east + _HAIR)

        def arrived(found: tuple[int, list[Pin]]) -> None:
            if self.mode == "place":
                note = self.tr("Only the town of these is known.") if spot.coarse else ""
                self._show(self._here(found[0]), note, [work.row(pin) for pin in found[1]])

        self._session.look(lambda browser: browser.inside(area, work.LISTED), arrived)

    def list_area(self, area: Area) -> None:
        """Count and list what is in a box or a circle."""
        self.mode, self._event = "area", None
        self._canvas.show_numbers((), None)
        self._canvas.show_area(area)

        def arrived(found: tuple[int, list[Pin]]) -> None:
            many, pins = found
            if self._canvas.area is not area:
                return
            note = self.tr("In the box.")
            if area.center is not None:
                words = self.tr("Within %1 of the middle, by straight line.")
                note = words.replace("%1", say_miles(area.miles))
            act = self.tr("Show these in the directory") if many else ""
            self._show(self._here(many), note, [work.row(pin) for pin in pins], act=act)

        self._session.look(lambda browser: browser.inside(area, work.LISTED), arrived)

    def list_nearest(self, position: Position) -> None:
        """The businesses nearest to a place, which is marked."""
        self.mode, self._event = "nearest", None
        self._canvas.show_numbers((), None)
        self._canvas.show_area(None)
        self._canvas.found_at = position
        self._canvas.update()

        def arrived(found: list[tuple[float, Pin]]) -> None:
            if self.mode == "nearest" and self._canvas.found_at == position:
                note = self.tr("Distances and minutes are by straight line, at 3 miles an hour.")
                rows = [work.row_from(pin, position) for _miles, pin in found]
                self._show(self.tr("The nearest businesses"), note, rows)

        self._session.look(lambda browser: browser.nearest(position, _NEAREST), arrived)

    # -- an address

    def find(self, address: str) -> None:
        """Look an address up on this laptop, and show it or what it may be."""
        self._session.look(
            lambda browser: work.find(address, browser.setting("home_state") or ""),
            partial(self._found, address),
            failed=self.went_wrong.emit,
        )

    def _found(self, address: str, located: "Located") -> None:
        if located.choices:
            self.mode = "choices"
            one, many = self.tr("{n} place could be meant"), self.tr("{n} places could be meant")
            title = count(len(located.choices), one, many)
            rows = [Row(each.label, "", each) for each in located.choices]
            self._show(title, self.tr("Choose one."), rows)
            self._canvas.fit([each.position for each in located.choices])
        elif located.position is None:
            self.not_found.emit(address)
        else:
            self.go_to(located.position, located.precision or "")

    def go_to(self, position: Position, precision: str) -> None:
        """Show a place with what is round about it, and list what is nearest."""
        coarse = precision in ("city", "zip")

        def arrived(scale: float) -> None:
            self._canvas.go_to(position, scale)
            self.list_nearest(position)

        self._session.look(lambda _browser: work.scale_for(position, coarse=coarse), arrived)

    # -- an event

    def show_event(self, event: work.EventPlace) -> None:
        """The star, and who is near, nearest first."""
        self._event, self._by_route, self.mode = event, False, "event"

        def arrived(pins: list[Pin]) -> None:
            self._canvas.show_area(None)
            self._canvas.found_at = None
            self._canvas.fit([event.position, *(pin.position for pin in pins)])
            self._show_event(event, pins)

        self._session.look(lambda browser: work.near_event(browser, event), arrived)

    def _list_event(self) -> None:
        event, by_route = self._event, self._by_route
        if event is None:
            return

        def near(browser: Browser) -> list[Pin]:
            pins = work.near_event(browser, event)
            return work.walk(pins, event.position) if by_route else pins

        self._session.look(near, lambda pins: self._show_event(event, pins))

    def _show_event(self, event: work.EventPlace, pins: list[Pin]) -> None:
        if self._event is not event:
            return
        numbered = [Numbered(str(number), pin) for number, pin in enumerate(pins, 1)]
        self._canvas.show_numbers(numbered, event.position)
        self._spread(event.position)
        words = self.tr(
            "Within %1. Distances and minutes are by straight line, at 3 miles an hour."
        )
        note = words.replace("%1", say_miles(event.miles or work.AROUND_EVENT))
        act = self.tr("Nearest first") if self._by_route else self.tr("In the order of a walk")
        rows = [
            work.row_from(each.pin, event.position, each.number, about=event.coarse)
            for each in numbered
        ]
        self._show(event.name, note, rows, act=act if pins else "", icon="path")

    def _spread(self, event_at: Position) -> None:
        """Move numbered markers apart, for the scale that is shown now."""
        numbered, frame, room = self._canvas.numbered, self._canvas.frame, self._canvas.room

        def arrived(aside: dict[str, tuple[float, float]]) -> None:
            if self._canvas.numbered is numbered and self._canvas.frame.scale == frame.scale:
                self._canvas.set_aside(aside)

        self._session.look(lambda _browser: work.spread(numbered, event_at, frame, room), arrived)
