"""The saved lists in the sidebar: renamed, moved and deleted there, each with its count."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from directory_app.ui.parts.saved_lists import SavedLists, SavedSearch
from directory_app.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from directory_app.ui.shell.shell import Shell

translate = QCoreApplication.translate


class ListsInSide(QObject):
    """Between the sidebar, the directory's page and what is kept. One a Shell."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell, self._side = shell, shell.side
        self.saved = SavedLists(shell.session, self)
        self.saved.changed.connect(self._show)
        self.saved.counted.connect(lambda key, count: self._side.set_counts({key: count}))
        self.saved.kept.connect(self._kept)
        rows = self._side.list
        rows.own_wanted.connect(self._do)
        rows.own_menu_wanted.connect(self._open_menu)
        rows.own_dropped.connect(self._dropped)

    def refresh(self) -> None:
        """Something changed: read and count them again."""
        self.saved.refresh()

    def _show(self) -> None:
        self._side.set_own([(one.key, one.name) for one in self.saved.lists])

    def _kept(self, made: SavedSearch) -> None:
        self._shell.open_page("directory", made)
        self._shell.say(
            translate("Lists", "“%1” is under Lists now").replace("%1", made.name),
            "bookmark-simple",
        )

    # -- what keys, the menu and the mouse ask for

    def _do(self, key: str, what: str) -> None:
        one = self.saved.by_key(key)
        if one is None or not self._shell.session.writable:
            return
        at = self.saved.lists.index(one)
        if what == "rename":
            self._shell.open_page("directory", (one, what))
        elif what == "delete":
            self._delete(one)
        else:
            self.saved.move(one, at + (1 if what == "down" else -1))

    def _dropped(self, key: str, onto: str) -> None:
        one, other = self.saved.by_key(key), self.saved.by_key(onto)
        if one is not None and other is not None and self._shell.session.writable:
            self.saved.move(one, self.saved.lists.index(other))

    def _delete(self, one: SavedSearch) -> None:
        was_here = self._side.list.current_key() == one.key
        bring_back = self.saved.remove(one)
        if was_here:
            self._shell.open_page("directory", "all")
        text = translate("Lists", "The list “%1” is deleted; its businesses stay")
        self._shell.say_with(
            text.replace("%1", one.name),
            "bookmark-simple",
            translate("Lists", "Undo"),
            bring_back,
        )

    def _open_menu(self, key: str, where: QPoint) -> None:
        one = self.saved.by_key(key)
        if one is None:
            return
        menu = Menu(self._side)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu, one)
        menu.popup(where)

    def fill_menu(self, menu: QMenu, one: SavedSearch) -> None:
        """What can be done with one list."""
        opened = menu.addAction(translate("Lists", "Open"))
        opened.triggered.connect(partial(self._shell.open_page, "directory", one))
        at, last = self.saved.lists.index(one), len(self.saved.lists) - 1
        for text, keys, what, can in (
            (translate("Lists", "Rename…"), "F2", "rename", True),
            (translate("Lists", "Move up"), "Alt+Up", "up", at > 0),
            (translate("Lists", "Move down"), "Alt+Down", "down", at < last),
            (translate("Lists", "Delete"), "Del", "delete", True),
        ):
            action = menu.addAction(f"{text}\t{keys.replace('+', ' ')}")
            action.setEnabled(can and self._shell.session.writable)
            action.triggered.connect(partial(self._do, one.key, what))
