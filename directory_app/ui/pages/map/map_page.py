"""The map: where the businesses are, what is near, and where a pin belongs."""

from functools import partial
from typing import Any, Self

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.model.geo import Position
from directory_app.model.terms import Precision
from directory_app.store.browse import Browser
from directory_app.store.pins import Pin, Spot
from directory_app.store.rows import BusinessRow
from directory_app.ui.pages.map import work
from directory_app.ui.pages.map.canvas import CLOSEST, MapCanvas
from directory_app.ui.pages.map.card import Card, MapTools
from directory_app.ui.pages.map.lists import Lists
from directory_app.ui.pages.map.overlays import Legend
from directory_app.ui.pages.map.places_list import Panel
from directory_app.ui.pages.page import Page
from directory_app.ui.session import Session
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.layouts import hbox, vbox

#: Below this width of the page the list is hidden until somebody wants it.
_LIST_BELOW = 820


class MapPage(Page):
    """The map with its list."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._framed = False
        self._to_place: tuple[str, str] | None = None
        self.canvas = MapCanvas(session.runner)
        self.toast_place = self.canvas
        self.card = Card(self.canvas)
        self.legend = Legend(self.canvas)
        self.tools = MapTools()
        self.panel = Panel()
        self.lists = Lists(session, self.canvas, self.panel)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Map"))
        self.canvas.setAccessibleName(self.tr("Map"))
        self.canvas.setAccessibleDescription(
            self.tr("Arrow keys move it, plus and minus zoom, Home shows all. The list has all.")
        )
        self.lists.tell_view()

    # -- parts

    def _make_buttons(self) -> None:
        self.closer = IconButton("plus", self.tr("Closer"), parent=self.canvas)
        self.farther = IconButton("minus", self.tr("Farther"), parent=self.canvas)
        self.whole = IconButton("corners-out", self.tr("Show all"), parent=self.canvas)
        self.key_button = IconButton("info", self.tr("What the signs mean"), parent=self.canvas)
        for button in (self.closer, self.farther, self.whole, self.key_button):
            button.kind = "plain"

    def _lay_out(self) -> None:
        middle = hbox(None, (self.canvas, 1), self.panel)
        vbox(self, self.tools, (middle, 1))

    def _connect(self) -> None:
        self.tools.wanted.connect(self.lists.find)
        self.tools.near_wanted.connect(self.show_event)
        self.tools.list.clicked.connect(self._toggle_list)
        self.tools.data.clicked.connect(lambda: self.wanted.emit("map-data", None))
        self.closer.clicked.connect(lambda: self.canvas.zoom(2.0**0.5))
        self.farther.clicked.connect(lambda: self.canvas.zoom(0.5**0.5))
        self.whole.clicked.connect(self.show_all)
        self.key_button.clicked.connect(self._toggle_legend)
        self.canvas.picked.connect(self._picked)
        self.canvas.number_picked.connect(lambda each: self.choose(each.pin))
        self.canvas.area_chosen.connect(self.lists.list_area)
        self.canvas.pin_moved.connect(self._moved)
        self.canvas.menu_wanted.connect(self._open_menu)
        self.canvas.escaped.connect(self._step_back)
        self.canvas.moving_changed.connect(self.card.show_moving)
        self.card.open_wanted.connect(self._open_chosen)
        self.card.move_wanted.connect(self.move_chosen)
        self.card.kept.connect(lambda: self.canvas.stop_moving(keep=True))
        self.card.let_go.connect(self.canvas.stop_moving)
        self.card.closed.connect(lambda: self.choose(None))
        self.lists.chosen.connect(self.choose)
        self.lists.opened.connect(lambda business_id: self.wanted.emit("directory", business_id))
        self.lists.filtered.connect(lambda narrow: self.wanted.emit("directory", narrow))
        self.lists.not_found.connect(self._not_found)
        self.lists.all_wanted.connect(self.show_all)
        self.lists.page_wanted.connect(lambda key: self.wanted.emit(key, None))
        self.lists.went_wrong.connect(self.went_wrong)
        self.canvas.all_wanted.connect(self.show_all)

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

    def resume(self, before: Self) -> None:
        """The same part of the map, and the same pin."""
        self._framed, self._to_place = before._framed, before._to_place
        self.tools.address.setText(before.tools.address.text())
        self.open()
        if before._framed:
            self.canvas.show_frame(before.canvas.frame, soon=True)
        if before.canvas.chosen is not None:
            self.choose(before.canvas.chosen)

    def reload(self) -> None:
        """The directory changed."""
        self.lists.refresh()
        if self.canvas.chosen is not None:
            self._choose_again(self.canvas.chosen.id)

    def panes(self) -> list[QWidget]:
        """Search, map, list."""
        found: list[QWidget] = [self.tools.address, self.canvas]
        if not self.panel.isHidden():
            found.append(self.panel.list)
        return found

    def focus_first(self) -> None:
        """Into the map."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """Ctrl+F."""
        self.tools.address.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.address.selectAll()

    def _know_events(self, events: list[work.EventPlace]) -> None:
        self.tools.events = events
        self.canvas.can_move = self.session.writable

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
        if self.lists.view.count == 0:
            self.show_all()

        def arrived(name: str) -> None:
            self._to_place = (business_id, name)
            text = self.tr("%1 has no pin yet. Right-click where it is.").replace("%1", name)
            self.said.emit(text, "map-pin", False)

        self.session.ask(
            lambda store: str(store.businesses.get(business_id).business.name),
            arrived,
            failed=self.went_wrong.emit,
        )

    def _chosen_id(self) -> str:
        return self.canvas.chosen.id if self.canvas.chosen else ""

    def _choose_again(self, business_id: str) -> None:
        def arrived(pin: Pin | None) -> None:
            if self._chosen_id() == business_id and self.canvas.moving is None:
                self.choose(pin)

        self.session.look(lambda browser: browser.pin(business_id), arrived)

    def _picked(self, spot: Spot) -> None:
        if spot.pin is not None:
            self.choose(spot.pin)
        elif spot.is_one_place or self.canvas.frame.scale >= CLOSEST:
            self.lists.list_place(spot)
        else:
            south, west, north, east = spot.bounds
            closer = self.canvas.frame.scale * 2
            self.canvas.fit([Position(south, west), Position(north, east)], 0.05)
            if self.canvas.frame.scale < closer:
                self.canvas.go_to(spot.position, closer)

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
            lambda store: store.businesses.place(
                business_id, position, Precision.MANUAL.value, "manual", lock=True
            ),
            done,
            failed=partial(self._not_moved, business_id),
        )

    def _not_moved(self, business_id: str, error: Exception) -> None:
        self.went_wrong.emit(error)
        self.lists.look()
        self._choose_again(business_id)

    # -- an address

    def _not_found(self, address: str) -> None:
        self.said.emit(self.tr("“%1” was not found.").replace("%1", address), "info", False)

    # -- an event

    def show_event(self, event: work.EventPlace) -> None:
        """The star, and who is near."""
        self.choose(None)
        self.lists.show_event(event)

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
        near.triggered.connect(lambda: self.lists.list_nearest(position))
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

    def _step_back(self) -> None:
        """Esc, and a click on nothing: the card goes, then the list of something."""
        if self.canvas.chosen is not None:
            self.choose(None)
        elif self.lists.mode != "view":
            self.lists.show_view()

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
            self.tools.set_narrow(narrow)
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
