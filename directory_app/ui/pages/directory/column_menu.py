"""What can be done with columns: a menu for the header, for the button and for the keyboard.

Loaded when it is opened first.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from directory_app import settings
from directory_app.store.filters import Filter
from directory_app.ui.pages.directory.table_model import COLUMN_OF, SORTS, USUAL, Column
from directory_app.ui.parts import words
from directory_app.ui.widgets.menus import STAYS

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.table_view import TableView

#: What a row is known by, and what may leave the laptop: always there.
ALWAYS = (Column.NAME, Column.DOORS)
NARROWEST = 40
Sorts = tuple[tuple[str, bool], ...]


@dataclass(slots=True)
class Layout:
    """``shown`` in their order; ``widths`` are those that a person chose, in pixels."""

    shown: list[Column] = field(default_factory=lambda: list(USUAL))
    widths: dict[Column, int] = field(default_factory=dict)

    @property
    def is_free(self) -> bool:
        """Whether somebody chose more than there may be room for: it scrolls then."""
        return bool(self.widths) or any(column not in USUAL for column in self.shown)

    def set_shown(self, column: Column, shown: bool) -> None:
        """Show a column at its usual place, or hide it."""
        if not shown:
            if column not in ALWAYS and column in self.shown:
                self.shown.remove(column)
            return
        if column not in self.shown:
            after = [place for place, one in enumerate(self.shown) if one < column]
            self.shown.insert(max(after, default=-1) + 1, column)

    def move(self, column: Column, steps: int) -> bool:
        """Move a column to the right (or left); whether it could."""
        at = self.shown.index(column)
        to = at + steps
        if not 0 <= to < len(self.shown):
            return False
        self.shown.insert(to, self.shown.pop(at))
        return True


def sorts_after(sorts: Sorts, key: str, *, further: bool = False) -> Sorts:
    """The order after a click on a column; ``further``: it is added to what there is.

    A click on the main one turns it around. A further one goes up, then down, then away.
    """
    ways = dict(sorts)
    if not further:
        return ((key, sorts[0] == (key, False)),)
    if key not in ways:
        return (*sorts, (key, False))
    if ways[key] and len(sorts) > 1:
        return tuple(one for one in sorts if one[0] != key)
    return tuple((one, not down if one == key else down) for one, down in sorts)


def sorted_by(wanted: Filter, sorts: Sorts) -> Filter:
    """The same filter in another order."""
    from dataclasses import replace

    (sort, down), *then = sorts or (("name", False),)
    return replace(wanted, sort=sort, descending=down, then=tuple(then))


def kept_layout() -> Layout:
    """As it was left last time."""
    kept = settings.load()
    names = {column.name: column for column in Column}
    shown = [names[name] for name in dict.fromkeys(kept.columns) if name in names]
    widths = {
        names[name]: max(width, NARROWEST)
        for name, width in kept.column_widths.items()
        if name in names
    }
    if not shown:
        return Layout(widths=widths)
    return Layout([*(one for one in ALWAYS if one not in shown), *shown], widths)


def kept_sorts() -> Sorts:
    """The order of last time: by name as long as nobody chose."""
    found: dict[str, bool] = {}
    for name in settings.load().sort:
        key = name.removeprefix("-")
        if key in COLUMN_OF:
            found.setdefault(key, name.startswith("-"))
    return tuple(found.items()) or (("name", False),)


def keep_layout(layout: Layout) -> None:
    """Keep it; what is as usual is not written down, so that a later usual is one's own."""
    names = [column.name for column in layout.shown]
    usual = [column.name for column in USUAL]
    _keep(lambda kept: setattr(kept, "columns", [] if names == usual else names))
    widths = {column.name: width for column, width in layout.widths.items()}
    _keep(lambda kept: setattr(kept, "column_widths", widths))


def keep_sorts(sorts: Sorts) -> None:
    """Keep the order."""
    names = [f"-{key}" if down else key for key, down in sorts]
    _keep(lambda kept: setattr(kept, "sort", [] if names == ["name"] else names))


def _keep(change: Callable[[settings.Settings], None]) -> None:
    kept = settings.load()
    change(kept)
    settings.save(kept)


translate = QCoreApplication.translate


def fill(menu: QMenu, view: "TableView") -> None:
    """Order, columns and their places, for the whole table."""
    menu.clear()
    _order(menu.addMenu(translate("ColumnMenu", "Sort by")), view, further=False)
    then = menu.addMenu(translate("ColumnMenu", "Then by"))
    _order(then, view, further=True)
    if len(view.table.filter.sorts) > 1:
        plain = menu.addAction(translate("ColumnMenu", "Sort by one column only"))
        plain.triggered.connect(lambda: view.sort_wanted.emit(view.table.filter.sorts[:1]))
    _places(menu.addMenu(translate("ColumnMenu", "Move a column")), view)
    menu.addSeparator()
    for column in Column:
        _tick(menu, view, column)
    menu.addSeparator()
    _reset(menu, view)


def of_column(menu: QMenu, view: "TableView", column: Column) -> None:
    """The same for the column under the mouse first."""
    menu.clear()
    if column in SORTS:
        _sort(menu, view, column)
        menu.addSeparator()
    left, right = translate("ColumnMenu", "Move left"), translate("ColumnMenu", "Move right")
    for text, steps in ((left, -1), (right, 1)):
        action = menu.addAction(text)
        action.setEnabled(_moved(view.columns, column, steps) is not None)
        action.triggered.connect(partial(_move, view, column, steps))
    hide = menu.addAction(translate("ColumnMenu", "Hide this column"))
    hide.setEnabled(column not in ALWAYS)
    hide.triggered.connect(partial(_show, view, column, False))
    more = menu.addMenu(translate("ColumnMenu", "Columns"))
    for one in Column:
        _tick(more, view, one)
    menu.addSeparator()
    _reset(menu, view)


def _sort(menu: QMenu, view: "TableView", column: Column) -> None:
    key, sorts = SORTS[column], view.table.filter.sorts
    for text, down in (
        (translate("ColumnMenu", "Sort upwards"), False),
        (translate("ColumnMenu", "Sort downwards"), True),
    ):
        _choice(menu, text, view, ((key, down),), ticked=sorts[0] == (key, down))
    if key == sorts[0][0]:
        return
    rest = tuple(one for one in sorts if one[0] != key)
    for text, down in (
        (translate("ColumnMenu", "Then upwards by this"), False),
        (translate("ColumnMenu", "Then downwards by this"), True),
    ):
        _choice(menu, text, view, (*rest, (key, down)), ticked=(key, down) in sorts)
    if key in dict(sorts):
        away = menu.addAction(translate("ColumnMenu", "Do not sort by this"))
        away.triggered.connect(lambda: view.sort_wanted.emit(rest))


def _choice(menu: QMenu, text: str, view: "TableView", sorts: "Sorts", *, ticked: bool) -> None:
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setChecked(ticked)
    action.triggered.connect(lambda: view.sort_wanted.emit(sorts))


def _order(menu: QMenu, view: "TableView", *, further: bool) -> None:
    """Each column that can be sorted by; once more turns it around."""
    sorts = view.table.filter.sorts
    for column, key in SORTS.items():
        if further and key == sorts[0][0]:
            continue
        text = words.sorted_column(column, key, sorts[1:] if further else sorts[:1])
        ticked = key in dict(sorts[1:]) if further else key == sorts[0][0]
        _choice(menu, text, view, sorts_after(sorts, key, further=further), ticked=ticked)


def _places(menu: QMenu, view: "TableView") -> None:
    for column in view.columns.shown:
        part = menu.addMenu(words.column(column))
        left, right = translate("ColumnMenu", "Move left"), translate("ColumnMenu", "Move right")
        for text, steps in ((left, -1), (right, 1)):
            action = part.addAction(text)
            action.setEnabled(_moved(view.columns, column, steps) is not None)
            action.triggered.connect(partial(_move, view, column, steps))


def _tick(menu: QMenu, view: "TableView", column: Column) -> None:
    action = menu.addAction(words.column(column))
    action.setCheckable(True)
    action.setChecked(column in view.columns.shown)
    action.setEnabled(column not in ALWAYS)
    action.setProperty(STAYS, True)
    action.toggled.connect(lambda on: _show(view, column, on))


def _reset(menu: QMenu, view: "TableView") -> None:
    usual = menu.addAction(translate("ColumnMenu", "Columns as usual"))
    usual.triggered.connect(lambda: view.rearranged(Layout()))


def _show(view: "TableView", column: Column, on: bool) -> None:
    layout = replace(view.columns, shown=list(view.columns.shown))
    layout.set_shown(column, on)
    view.rearranged(layout)


def _moved(layout: Layout, column: Column, steps: int) -> Layout | None:
    made = replace(layout, shown=list(layout.shown))
    return made if made.move(column, steps) else None


def _move(view: "TableView", column: Column, steps: int) -> None:
    made = _moved(view.columns, column, steps)
    if made is not None:
        view.rearranged(made)
