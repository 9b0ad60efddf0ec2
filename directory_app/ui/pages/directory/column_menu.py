"""What can be done with columns: a menu for the header, for the button and for the keyboard.

Loaded when it is opened first.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from directory_app.ui.pages.directory.columns import ALWAYS, Layout, Sorts, sorts_after
from directory_app.ui.pages.directory.table_model import SORTS, Column
from directory_app.ui.parts import words
from directory_app.ui.widgets.menus import STAYS

if TYPE_CHECKING:
    from directory_app.ui.pages.directory.table_view import TableView


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
