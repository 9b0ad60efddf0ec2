"""The bar under the search: menus that narrow the table, the count, the columns."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.store.filters import Filter
from directory_app.ui import theme
from directory_app.ui.pages.directory.tallies import Tallies
from directory_app.ui.parts.saved_lists import SavedSearch
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import STRETCH, hbox
from directory_app.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.filter_menu import FilterMenu
    from directory_app.ui.parts.saved_lists import SavedSearch
    from directory_app.ui.session import Session


#: The views that offer to find places, and the width from which in words.
_WITH_PLACES = ("no_pin", "changed_this_week")
_ROOM = 620
#: Below this width the menu "Filter" alone is there: it has all the others.
_ROOM_FOR_MENUS = 460


class FilterBar(Pane):
    """``asked(text)``: a menu changed what is searched for.

    ``begun(text, back)``: the rest of it is to be typed, ``back`` letters before its end.
    ``columns_menu`` is filled by whoever has the table. ``save_wanted()``: keep this search, in
    the list that is shown where there is one; ``save_new_wanted()``: as another.
    ``places_wanted()``: to the addresses without a place; offered where they are, in the view
    of those without a pin and in what changed this week, where an import leads.
    """

    asked = Signal(str)
    begun = Signal(str, int)
    save_wanted = Signal()
    save_new_wanted = Signal()
    places_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self._session = session
        self.tallies = Tallies(session)
        self._filter = Filter()
        self.setFixedHeight(theme.height("filterbar"))
        self._row = hbox(self, margins=(4, 0, 8, 0), spacing=4)
        self.filters = self._menu_button("fill", icon="funnel-simple")
        self._menus = [self._menu_button(name) for name in ("categories", "towns", "consents")]
        self.save, self.save_new = Button("", "link"), Button(self.tr("As a new one…"), "link")
        self.save.clicked.connect(self.save_wanted)
        self.save_new.clicked.connect(self.save_new_wanted)
        self._list: SavedSearch | None = None
        self.count = Label("", "small", "ink-soft")
        self.columns = IconButton("columns", self.tr("Columns and order"))
        self.columns_menu = Menu(self)
        self.columns.set_menu(self.columns_menu)
        self.places = Button("", "flat", icon="crosshair-simple")
        self.places.clicked.connect(self.places_wanted)
        self.places.hide()
        self._row.addSpacing(8)
        for link in (self.save, self.save_new):
            link.hide()
            self._row.addWidget(link)
            self._row.addSpacing(4)
        self._row.addStretch(1)
        for widget in (self.places, self.count, self.columns):
            self._row.addWidget(widget)
        self.filters.setText(self.tr("Filter"))
        self.filters.setAccessibleName(self.tr("Filter: all that can be asked for"))
        texts = (self.tr("Category"), self.tr("Town"), self.tr("Consent"))
        for button, text in zip(self._menus, texts, strict=True):
            button.setText(text)
        self.save_new.setAccessibleName(self.tr("Save this search as a new list"))
        self._say_saving()
        for button in (self.filters, *self._menus, self.save_new):
            button.updateGeometry()
        self._say_places()

    @property
    def filter(self) -> Filter:
        """What the table shows."""
        return self._filter

    @filter.setter
    def filter(self, wanted: Filter) -> None:
        self._filter = wanted
        self.places.setVisible(wanted.view in _WITH_PLACES)
        self._say_saving()

    def show_list(self, search: "SavedSearch | None") -> None:
        """Which saved list is shown, if one is: what is changed of it can go into it."""
        self._list = search
        self._say_saving()

    def _say_saving(self) -> None:
        """Save a list, save into the one that is shown, or neither where nothing is changed."""
        shown, now = self._list, self._filter
        is_changed = shown is None or (shown.text, shown.view) != (now.text, now.view)
        self.save.setVisible(self.can_be_kept() and is_changed)
        self.save_new.setVisible(self.can_be_kept() and is_changed and shown is not None)
        if shown is None:
            self.save.setText(self.tr("Save list…"))
            self.save.setAccessibleName(self.tr("Save this search as a list"))
        else:
            self.save.setText(self.tr("Save list"))
            name = self.tr("Save this search in the list “%1”")
            self.save.setAccessibleName(name.replace("%1", shown.name))
        self.save.updateGeometry()

    def can_be_kept(self) -> bool:
        """Whether what is searched for can be a list: a part of the map cannot."""
        is_asked = bool(self._filter.text.strip()) and self._filter.area is None
        return is_asked and self._session.writable

    def _say_places(self) -> None:
        """In words where there is room."""
        name = self.tr("Find places…")
        self.places.setText(name if self.width() >= _ROOM else "")
        self.places.set_name(name)
        self.places.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words or the icon alone; all menus or the one that has them all."""
        super().resizeEvent(event)
        self._say_places()
        for button in self._menus:
            button.setVisible(self.width() >= _ROOM_FOR_MENUS)

    def show_count(self, shown: int | None, whole: int | None) -> None:
        """18 of 412; only the whole when nothing is left out."""
        if shown is None:
            self.count.setText("")
        elif whole is None or shown == whole:
            self.count.setText(f"{shown:n}")
        else:
            text = self.tr("%1 of %2").replace("%1", f"{shown:n}")
            self.count.setText(text.replace("%2", f"{whole:n}"))

    # -- menus

    def _menu_button(self, fill: str, *, icon: str = "") -> Button:
        """A button with a menu that the method ``fill`` of FilterMenu fills."""
        button = Button("", "flat", icon=icon, caret=True)
        menu = Menu(self)

        def refill() -> None:
            menu.clear()
            build: Callable[[QMenu], None] = getattr(self._filters_of(), fill)
            build(menu)

        menu.aboutToShow.connect(refill)
        button.set_menu(menu)
        self._row.addWidget(button)
        return button

    def _filters_of(self) -> "FilterMenu":
        from directory_app.ui.pages.directory.filter_menu import FilterMenu

        return FilterMenu(self.tallies, self.filter.text, self.asked.emit, self.begun.emit)


class NameLine(Pane):
    """``named(SavedSearch)`` with its name; ``left``: saved or not, the keyboard goes on."""

    named = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self._search = SavedSearch("", "")
        self.words = Label(self.tr("Name of the list"), "small", "ink-soft")
        self.field = Field(self.tr("Name of the list"))
        self.field.setMaxLength(60)
        self.field.setMaximumWidth(320)
        self.save, self.cancel = Button(self.tr("Save"), "plain"), Button(self.tr("Cancel"), "flat")
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self._leave)
        self.field.textChanged.connect(self._can_save)
        hbox(
            self,
            self.words,
            (self.field, 1),
            self.save,
            self.cancel,
            STRETCH,
            margins=(12, 4, 12, 4),
            spacing=8,
        )
        self.hide()

    def ask(self, search: SavedSearch) -> None:
        """Ask for the name; what ``search`` is called already can be changed."""
        self._search = search
        self.field.set_text(search.name)
        self._can_save(search.name)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _can_save(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    def _save(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            was = self._search
            self._leave()
            self.named.emit(SavedSearch(name, was.text, was.view, was.id))

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc leaves it be."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
