"""The bar under the search: four menus that narrow the table, the count, the columns."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from directory_app.model.terms import Answer, Channel, ReviewState
from directory_app.store.filters import Filter
from directory_app.ui import icons, theme
from directory_app.ui.directory import words
from directory_app.ui.session import Session
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button, IconButton

#: The views that offer to find places, and the width from which in words.
_WITH_PLACES = ("no_pin", "changed_this_week")
_ROOM = 620


class FilterBar(Translated, Pane):
    """``narrowed(filter)``: a menu was used. ``columns_menu`` is filled by whoever has the table.

    ``places_wanted()``: to the addresses without a place; offered where they are, in the view
    of those without a pin and in what changed this week, where an import leads.
    """

    narrowed = Signal(object)
    places_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self._session = session
        self._filter = Filter()
        self.setFixedHeight(theme.height("filterbar"))
        self._buttons: list[Button] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 0)
        row.setSpacing(4)
        for build in (self._categories, self._towns, self._consents, self._reviews):
            row.addWidget(self._menu_button(build))
        self.count = Label("", "small", "ink-soft")
        self._columns = IconButton("columns", "")
        self.columns_menu = QMenu(self)
        self._columns.set_menu(self.columns_menu)
        self.places = Button("", "flat", icon="crosshair-simple")
        self.places.clicked.connect(self.places_wanted)
        self.places.hide()
        row.addStretch(1)
        row.addWidget(self.places)
        row.addWidget(self.count)
        row.addWidget(self._columns)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        texts = (self.tr("Category"), self.tr("Town"), self.tr("Consent"), self.tr("Review"))
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
            button.updateGeometry()
        self._columns.set_name(self.tr("Columns and order"))
        self._say_places()

    @property
    def filter(self) -> Filter:
        """What the table shows."""
        return self._filter

    @filter.setter
    def filter(self, wanted: Filter) -> None:
        self._filter = wanted
        self.places.setVisible(wanted.view in _WITH_PLACES)

    def _say_places(self) -> None:
        """In words where there is room."""
        name = self.tr("Find places…")
        self.places.setText(name if self.width() >= _ROOM else "")
        self.places.set_name(name)
        self.places.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words or the icon alone."""
        super().resizeEvent(event)
        self._say_places()

    def show_count(self, shown: int | None, whole: int | None) -> None:
        """18 of 412; only the whole when nothing is left out."""
        if shown is None:
            self.count.setText("")
        elif whole is None or shown == whole:
            self.count.setText(f"{shown:n}")
        else:
            text = self.tr("%1 of %2").replace("%1", f"{shown:n}")
            self.count.setText(text.replace("%2", f"{whole:n}"))

    # -- chips

    def chips(self) -> list[tuple[str, str]]:
        """The filters in force as (key, words)."""
        wanted, made = self.filter, []
        if wanted.category:
            label = self.tr("category: %1").replace("%1", words.category(wanted.category))
            made.append(("category", label))
        if wanted.city:
            made.append(("city", self.tr("town: %1").replace("%1", wanted.city)))
        if wanted.channel and wanted.answer:
            channel = doors.channel_name(wanted.channel).lower()
            made.append(("channel", f"{channel}: {words.answer(wanted.answer).lower()}"))
        if wanted.review_state:
            made.append(("review_state", words.review(wanted.review_state).lower()))
        if wanted.area is not None:
            made.append(("area", self.tr("in a part of the map")))
        if wanted.view == "changed_this_week":
            made.append(("view", self.tr("changed: this week")))
        return made

    def without(self, key: str) -> Filter:
        """The filter with one chip taken away."""
        if key == "channel":
            return replace(self.filter, channel=None, answer=None)
        if key == "view":
            return replace(self.filter, view="all")
        cleared: dict[str, Any] = {key: None}
        return replace(self.filter, **cleared)

    # -- menus

    def _menu_button(self, build: Callable[[QMenu], None]) -> Button:
        button = Button("", "flat", caret=True)
        button.set_menu(self._menu(build))
        self._buttons.append(button)
        return button

    def _menu(self, build: Callable[[QMenu], None]) -> QMenu:
        menu = QMenu(self)

        def refill() -> None:
            menu.clear()
            build(menu)

        menu.aboutToShow.connect(refill)
        return menu

    def _choice(
        self, menu: QMenu, text: str, wanted: Filter, *, icon: str = "", group: QActionGroup
    ) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        if icon:
            action.setIcon(icons.icon(icon, "ink-soft"))
        action.setCheckable(True)
        action.setChecked(wanted == self.filter)
        action.setActionGroup(group)
        action.triggered.connect(lambda _on=False: self.narrowed.emit(wanted))
        return action

    def _categories(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        every = replace(self.filter, category=None)
        self._choice(menu, self.tr("All categories"), every, group=group)
        menu.addSeparator()
        for key, count in self._session.browser.categories():
            text = f"{words.category(key)}\t{count:n}"
            icon = words.category_icon(key)
            self._choice(menu, text, replace(self.filter, category=key), icon=icon, group=group)

    def _towns(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        self._choice(menu, self.tr("All towns"), replace(self.filter, city=None), group=group)
        menu.addSeparator()
        for city, count in self._session.browser.cities():
            wanted = replace(self.filter, city=city)
            self._choice(menu, f"{city}\t{count:n}", wanted, group=group)

    def _consents(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        every = replace(self.filter, channel=None, answer=None)
        self._choice(menu, self.tr("Any answer"), every, group=group)
        menu.addSeparator()
        for channel in Channel:
            part = menu.addMenu(doors.channel_name(channel))
            part.setIcon(icons.icon(doors.CHANNEL_ICONS[channel], "ink-soft"))
            for answer in Answer:
                wanted = replace(self.filter, channel=channel.value, answer=answer.value)
                self._choice(part, words.answer(answer), wanted, group=group)

    def _reviews(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        every = replace(self.filter, review_state=None)
        self._choice(menu, self.tr("Any state"), every, group=group)
        menu.addSeparator()
        for state in ReviewState:
            wanted = replace(self.filter, review_state=state.value)
            self._choice(menu, words.review(state), wanted, group=group)
        menu.addSeparator()
        week = replace(self.filter, view="changed_this_week")
        self._choice(menu, self.tr("Changed this week"), week, group=group)
