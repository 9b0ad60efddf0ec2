"""Events: the list at the left, the form, and the businesses near the one that is chosen."""

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from directory_app.model.event import Event
from directory_app.tasks.events import add_event, choose, order, save_event
from directory_app.tasks.near_event import Nearby, near
from directory_app.ui import theme
from directory_app.ui.pages.events.cards import EventCards, EventList
from directory_app.ui.pages.events.form import EventForm
from directory_app.ui.pages.events.nearby_table import NearbyModel, NearbyTable
from directory_app.ui.pages.page import ListPage
from directory_app.ui.parts.events import words
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.tabs import Segments
from directory_app.ui.widgets.toolbar import ActionBar, Toolbar

#: Widths below which the list, then the table, give way to what is at hand.
_THREE, _TWO = 980, 700
#: The cards need no more; the form takes what is left of the two.
_LIST = 256
_NO_LIMIT = 16_777_215
#: The row of a draft of an event that is not added yet.
NEW_EVENT = "event:new"


class EventsPage(ListPage):
    """Add, change and delete events; choose and order the businesses of one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._id: str | None = None
        self._new = False
        self._typed: dict[str, str] = {}
        self.nearby: Nearby | None = None
        today = session.today()
        self.events = EventList(today, session.timezone)
        self.cards = EventCards(self.events)
        self.form = EventForm(today)
        self.model = NearbyModel(self)
        self.table = NearbyTable(self.model)
        self.empty = EmptyState()
        self.none_near = EmptyState()
        self._title = Label(self.tr("Events"), "page-name")
        self.panes_choice = Segments([("list", ""), ("form", ""), ("near", "")], "")
        self.add_button = Button(self.tr("Add event"), "plain", icon="plus")
        self.guide_button = Button(
            self.tr("Make a guide…"), "primary", icon="file-text", size="main"
        )
        self.reset_button = Button(self.tr("Order by distance"), "link", size="small")
        self.summary = Label("", "body", elide=True)
        self._near_head = Label("", "strong", elide=True)
        self._near_hint = Label(
            self.tr("Drag, or Alt with the arrows, to order"), "small", "ink-soft", elide=True
        )
        self._arrange()
        self._connect()
        self.cards.setAccessibleName(self.tr("Events"))
        self.table.setAccessibleName(self.tr("Businesses near the event"))
        self.panes_choice.set_items(
            [
                ("list", self.tr("Events")),
                ("form", self.tr("Details")),
                ("near", self.tr("Who is near")),
            ],
            self.tr("Show"),
        )
        self.empty.set_texts(
            self.tr("No events yet"),
            self.tr(
                "A canvass, a church fair, a house party: add it, see who is near and open, "
                "and print a guide to hand out."
            ),
            self.tr("Add event"),
            "plus",
        )
        self._tell()

    # -- building

    def _arrange(self) -> None:
        head = Toolbar(self._title, STRETCH, self.panes_choice, 8, self.add_button)
        self.bar = ActionBar((self.summary, 1), self.guide_button)
        self.lay_out(head, self._work_area(), foot=self.bar)

    def _work_area(self) -> QWidget:
        area = QWidget()
        row = hbox(area)
        self.list_pane = Pane("window", "r")
        vbox(self.list_pane, self.cards, margins=(0, 8, 1, 8), spacing=None)
        self.form_pane = Pane("base", "r")
        vbox(self.form_pane, self.form, margins=(0, 0, 1, 0))
        self.near_pane = self._near_area()
        row.addWidget(self.list_pane, 1)
        row.addWidget(self.form_pane, 1)
        row.addWidget(self.near_pane, 1)
        return area

    def _near_area(self) -> QWidget:
        pane = Pane("base")
        column = vbox(pane)
        head = hbox(
            None,
            self._near_head,
            (self._near_hint, 1),
            self.reset_button,
            margins=(16, 10, 12, 8),
            spacing=12,
        )
        column.addLayout(head)
        self.near_stack = QStackedWidget()
        self.near_stack.addWidget(self.none_near)
        self.near_stack.addWidget(self.table)
        column.addWidget(self.near_stack, 1)
        return pane

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add)
        self.add_button.setVisible(self.session.field is None)
        self.panes_choice.chosen.connect(lambda _key: self._fit())
        self.empty.button.clicked.connect(self.add)
        self.cards.picked.connect(self.show_event)
        self.form.changed.connect(self._save)
        self.form.added.connect(self._add)
        self.form.cancelled.connect(self._cancel_new)
        self.form.deleted.connect(self._delete)
        self.model.chosen.connect(self._choose)
        self.model.ordered.connect(self._order)
        self.table.opened.connect(lambda code: self.wanted.emit("directory", code))
        self.reset_button.clicked.connect(lambda: self._order([]))
        self.guide_button.clicked.connect(lambda: self.wanted.emit("guide", self._id))

    # -- the page

    def open(self, argument: Any = None) -> None:
        """Show an event (its id), or the one that was shown."""
        if argument:
            self._id, self._new = str(argument), False
        self.reload()

    def reload(self) -> None:
        """Read the events again, then who is near the chosen one."""
        self.session.ask(lambda store: store.events.all(), self._show)

    def panes(self) -> list[QWidget]:
        """Cards, form, table, actions."""
        return [self.cards, self.form, self.table, self.bar]

    def add(self) -> None:
        """Ctrl+N: an empty form."""
        self._new, self._id = True, None
        self.show_content(True)
        self.cards.select("")
        self._show_near(None)
        self.panes_choice.set_value("form")
        self._fit()
        self.form.start_new()

    def unfinished(self) -> dict[str, Any]:
        """The form."""
        typed = self.form.unfinished() if self._new or self._id else {}
        return {self._id or NEW_EVENT: typed} if typed or self._id else {}

    def take_up(self, kept: dict[str, Any]) -> None:
        """The form again, on the event that it was of."""
        for event_id, typed in kept.items():
            if event_id == NEW_EVENT:
                self.add()
                self.form.take_up(typed)
            else:
                self._id, self._typed = event_id, typed
                self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One pane at a time where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any of the panes fits alone."""
        return QSize(560, 300)

    def _fit(self) -> None:
        """Three panes, or two with the list and the form in one place, or one."""
        wide, chosen = self.width(), self.panes_choice.value()
        three, two = wide >= _THREE, wide >= _TWO
        self.panes_choice.setVisible(not three and self._has_work())
        left = "form" if two and chosen == "near" else chosen
        self.list_pane.setVisible(three or left == "list")
        self.form_pane.setVisible(three or left == "form")
        self.near_pane.setVisible(two or chosen == "near")
        self._title.setVisible(wide >= 620 or three)
        for pane, width in ((self.list_pane, _LIST), (self.form_pane, self._form_width())):
            pane.setMaximumWidth(width if two else _NO_LIMIT)
            pane.setMinimumWidth(width if two else 0)

    def _form_width(self) -> int:
        """That of the editor, and more where there is more: an address is long."""
        least = theme.length("width", "editor")
        return min(least + max(0, self.width() - _THREE) // 3, least + 76)

    def _has_work(self) -> bool:
        return self.stack.currentIndex() == 1

    # -- showing

    def _show(self, events: list[Event]) -> None:
        self.events.set_events(events)
        if self._new:
            return
        if self._id is None or self.events.place_of(self._id) < 0:
            self._id = self.events.event_at(0).id if events else None
        self.show_content(bool(events))
        self._fit()
        if self._id is None:
            self._show_near(None)
            return
        self.cards.select(self._id)
        self.form.show_event(
            self.events.event_at(self.events.place_of(self._id)), self.session.timezone
        )
        typed, self._typed = self._typed, {}
        self.form.take_up(typed)
        self._look_near()

    def show_event(self, event_id: str) -> None:
        """Show another event."""
        self._id, self._new = event_id, False
        event = self.events.event_at(self.events.place_of(event_id))
        self.form.show_event(event, self.session.timezone)
        self._look_near()

    def _look_near(self) -> None:
        wanted = self._id
        if wanted is None:
            return

        def show(found: Nearby) -> None:
            if wanted == self._id:
                self._show_near(found)

        self.session.ask(lambda store: near(store, wanted), show)

    def _show_near(self, found: Nearby | None) -> None:
        self.nearby = found
        at = self.table.currentIndex()
        code = self.model.row(at.row()).code if at.isValid() else ""
        self.model.set_rows(found.rows if found else ())
        self.table.go_to(code)
        self.near_stack.setCurrentIndex(1 if found and found.rows else 0)
        self._tell()

    def _tell(self) -> None:
        found = self.nearby
        self._say_why_none()
        self.guide_button.setEnabled(self._id is not None)
        self.bar.setVisible(self._id is not None)  # a new event ends in the foot of its form
        self.reset_button.setVisible(bool(found and found.event.order))
        self._near_hint.setVisible(bool(found and found.listed > 1))
        if found is None:
            self._near_head.setText(self.tr("Who is near"))
            self.summary.setText("")
            return
        self._near_head.setText(
            count(found.listed, self.tr("{n} listed", "one"), self.tr("{n} listed"))
        )
        left = len(found.rows) - found.listed
        listed = count(
            found.listed, self.tr("{n} business listed"), self.tr("{n} businesses listed")
        )
        out = count(left, self.tr("{n} left out", "one"), self.tr("{n} left out"))
        self.summary.setText(f"{listed} · {out}")

    def _say_why_none(self) -> None:
        if self._new:
            self.none_near.set_texts(
                self.tr("Who will be near?"),
                self.tr("Add the event, and the businesses near it appear here."),
            )
        else:
            self.none_near.set_texts(
                self.tr("Nobody to list yet"),
                self.tr("Businesses appear here once they said yes to print."),
            )

    # -- changing

    def _save(self, fields: dict[str, Any]) -> None:
        event_id = self._id
        if event_id is not None:
            self.session.write(
                lambda store: save_event(store, event_id, fields),
                failed=self.went_wrong.emit,
            )

    def _add(self, fields: dict[str, Any]) -> None:
        self.session.write(
            lambda store: add_event(store, fields).id,
            self._added,
            failed=self.went_wrong.emit,
        )

    def _added(self, event_id: str) -> None:
        self._id, self._new = event_id, False
        self.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reload()
        self.said.emit(self.tr("Event added"), "check", True)

    def _cancel_new(self) -> None:
        self._new = False
        self.reload()

    def _delete(self) -> None:
        event_id = self._id
        if event_id is None:
            return
        name = words.event_name(self.events.event_at(self.events.place_of(event_id)))
        self._id = None
        said = self.tr("Deleted “{name}”; its print runs stay").format(name=name)
        self.session.write(
            lambda store: store.events.delete(event_id),
            lambda _nothing: self.said.emit(said, "trash", True),
            failed=self.went_wrong.emit,
        )

    def _choose(self, code: str, included: bool) -> None:
        event_id = self._id
        if event_id is None or self.nearby is None:
            return
        row = self.model.row(self.model.place_of(code))
        needed = not row.by_hand
        self.session.write(
            lambda store: choose(store, event_id, code, included, needed),
            failed=self.went_wrong.emit,
        )

    def _order(self, codes: list[str]) -> None:
        event_id = self._id
        if event_id is not None:
            self.session.write(
                lambda store: order(store, event_id, codes), failed=self.went_wrong.emit
            )
