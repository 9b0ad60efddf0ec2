"""What can be done with the rows of the directory: copy, paste, export; and their menu."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from directory_app.ui import clipboard, icons
from directory_app.ui.pages.directory.table_model import Column
from directory_app.ui.plurals import count
from directory_app.ui.session import Session

if TYPE_CHECKING:
    from directory_app.store.store import Store
    from directory_app.ui.pages.directory.copying import Copied
    from directory_app.ui.pages.directory.table_view import TableView

#: More are for an export: a clipboard is for what one looks at.
MOST = 5_000


class TableDeeds(QObject):
    """Mounted by the directory page on its table.

    ``said(text, icon, undoable)``, ``pasted(Pasted)``, ``export_wanted``, ``open_wanted``,
    ``remove_wanted``: for the page to do.
    """

    said = Signal(str, str, bool)
    pasted = Signal(object)
    export_wanted = Signal()
    open_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, session: Session, view: "TableView") -> None:
        super().__init__(view)
        self._session, self._view = session, view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        for keys, deed in (
            (QKeySequence.StandardKey.Copy, self.copy),
            ("Ctrl+Shift+C", self.copy_with_headings),
            (QKeySequence.StandardKey.Paste, self.paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(deed)

    # -- copying

    def copy(self) -> None:
        """Ctrl+C: the selected rows, cells as a spreadsheet takes them."""
        self._copy(headings=False)

    def copy_with_headings(self) -> None:
        """Ctrl+Shift+C: with the names of the columns above."""
        self._copy(headings=True)

    def _copy(self, *, headings: bool) -> None:
        numbers = self._selected()
        if not numbers:
            self.said.emit(self.tr("Select the rows to copy first"), "info", False)
            return
        if len(numbers) > MOST:
            self.said.emit(self.tr("That is a lot to copy: export it instead"), "info", False)
            return
        table = self._view.table
        ids, more = table.row_ids_at(numbers), table.more
        columns, today = self._columns(), table.today

        def prepare(store: "Store") -> "Copied":
            from directory_app.tasks import readback
            from directory_app.ui.pages.directory import copying

            rows = store.browser.rows(ids, more)
            staff = {each.code: each for each in store.listings.staff([row.id for row in rows])}
            made = copying.prepare(rows, staff, columns, today, headings=headings)
            readback.guard_unnumbered(store, [("txt", made.text.encode())])
            return made

        def arrived(made: "Copied") -> None:
            left = len(numbers) - made.many
            if made.many:
                clipboard.put_rows(made.text, made.table, made.ours)
            one, many = self.tr("One row copied"), self.tr("{n} rows copied")
            said = count(made.many, one, many)
            if left:
                one = self.tr("one withdrew, closed for good or is archived", "one")
                many = self.tr("{n} withdrew, closed for good or are archived")
                said = f"{said}; {count(left, one, many)}"
            self.said.emit(said, "copy", False)

        self._session.ask(prepare, arrived)

    def _selected(self) -> list[int]:
        ranges = self._view.selectionModel().selection().toList()
        return sorted({n for each in ranges for n in range(each.top(), each.bottom() + 1)})

    def _columns(self) -> "list[Column]":
        """Those that are shown, from left to right."""
        header = self._view.horizontalHeader()
        shown = [column for column in Column if not self._view.isColumnHidden(column)]
        return sorted(shown, key=header.visualIndex)

    # -- pasting

    def paste(self) -> None:
        """Ctrl+V: rows of a spreadsheet go to the import, where they are looked over."""
        from directory_app.ui.parts import pasting

        if self._session.writable:
            pasting.paste(self.pasted.emit, self.said.emit)
        else:
            self.said.emit(self.tr("Nothing can be added: somebody else writes now"), "info", False)

    # -- the menu

    def _open_menu(self, at: QPoint) -> None:
        self.menu().popup(self._view.viewport().mapToGlobal(at))

    def menu(self) -> QMenu:
        """What can be done with the rows that are selected."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self._view.selectionModel().hasSelection()
        for words, icon, keys, deed, needs in (
            (self.tr("Open"), "pencil-simple-line", "", self.open_wanted.emit, True),
            ("", "", "", None, False),
            (self.tr("Copy"), "copy", "Ctrl+C", self.copy, True),
            (self.tr("Copy with headings"), "", "Ctrl+Shift+C", self.copy_with_headings, True),
            (self.tr("Paste rows…"), "clipboard-text", "Ctrl+V", self.paste, False),
            ("", "", "", None, False),
            (self.tr("Export these…"), "tray-arrow-up", "", self.export_wanted.emit, False),
            ("", "", "", None, False),
            (self.tr("Delete"), "trash", "", self.remove_wanted.emit, True),
        ):
            if deed is None:
                menu.addSeparator()
                continue
            action = menu.addAction(words, deed)
            if icon:
                action.setIcon(icons.icon(icon, "ink-soft"))
            if keys:
                # shown alone: the key itself is the shortcut's above
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(chosen or not needs)
        return menu
