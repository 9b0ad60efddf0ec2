"""The Directory: search, filters, the table, and the editor beside it."""

from typing import Any, Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from directory_app.store.filters import Filter
from directory_app.ui import plurals, theme
from directory_app.ui.pages import register
from directory_app.ui.pages.directory.editor.editor_place import EditorPlace
from directory_app.ui.pages.directory.filter_bar import FilterBar
from directory_app.ui.pages.directory.search_box import SearchBox
from directory_app.ui.pages.directory.table_deeds import TableDeeds
from directory_app.ui.pages.directory.table_model import BusinessTable
from directory_app.ui.pages.directory.table_view import TableView
from directory_app.ui.pages.directory.with_finding import WithFinding
from directory_app.ui.parts.saved_lists import SavedSearch
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.buttons import Button, IconButton

#: Below this width of the page the editor covers the table, with Back.
SHEET_BELOW = 1040 - 52
VIEWS = frozenset(view.key for view in register.VIEWS)


class DirectoryPage(WithFinding):
    """The table of businesses and the editor of one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._typed: dict[str, Any] = {}
        self.table = BusinessTable(session)
        self.rows = TableView(self.table, "")
        self._begin_finding()
        self.deeds = TableDeeds(session, self.rows)
        self._make_tools()
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Directory"))
        self.rows.setAccessibleName(self.tr("Businesses"))
        self.add_button.setAccessibleName(self.tr("Add a business"))
        self._tell_asked(self.bar.filter)
        self.rows.measure_again()
        self.rows.viewport().update()
        self._say_count()

    # -- parts

    def _make_tools(self) -> None:
        self.box = SearchBox()
        self.undo_button = IconButton("arrow-u-up-left", self.tr("Undo"))
        self.undo_button.setEnabled(False)
        self.export_button = IconButton("tray-arrow-up", self.tr("Export these…"))
        self.add_button = Button(self.tr("Add"), "primary", icon="plus")
        self.bar = FilterBar(self.session)
        self.tools = Pane("window")
        self.tools.setFixedHeight(theme.height("toolbar"))
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.export_button)
        row.addWidget(self.add_button)

    def _lay_out(self) -> None:
        self.middle = QWidget()
        self.toast_place = self.middle
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.bar)
        self._column = column
        self._place = QWidget()
        self._stack = QStackedLayout(self._place)
        self._stack.addWidget(self.rows)
        column.addWidget(self._place, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.middle, 1)
        self.beside = EditorPlace(self.session, self.rows, self.middle, self._row)

    def _connect(self) -> None:
        self._connect_finding()
        self.box.left_down.connect(self._into_table)
        self.rows.chosen.connect(self._chosen)
        self.rows.opened.connect(self._open_editor)
        self.beside.made.connect(self._know_editor)
        self.table.failed.connect(self.went_wrong)
        self.undo_button.clicked.connect(lambda: self.session.undo(self._said_undo))
        self.export_button.clicked.connect(self._export)
        self.deeds.said.connect(self.said)
        self.deeds.pasted.connect(lambda rows: self.wanted.emit("import", rows))
        self.deeds.export_wanted.connect(self._export)
        self.deeds.open_wanted.connect(lambda: self._open_editor(self.rows.current_row()))
        self.deeds.remove_wanted.connect(self._remove_selected)
        self.add_button.clicked.connect(self.add)
        for button in (self.add_button, self.export_button):
            button.setVisible(self.session.field is None)
        self.session.opened.connect(self._know_today)

    # -- coming here

    def open(self, argument: Any = None) -> None:
        """Show a view (of VIEWS), a Filter, a SavedSearch, or one business (its id).

        (id, mend) leads to the field of that business where something is mended;
        (SavedSearch, "rename") asks for another name of a list.
        """
        if isinstance(argument, Filter):
            self.show_filter(argument)
        elif isinstance(argument, SavedSearch):
            self.show_list(argument)
        elif argument is None:
            self.narrow(self.bar.filter)
        elif argument in VIEWS:
            self.show_view(argument)
        elif isinstance(argument, tuple) and isinstance(argument[0], SavedSearch):
            self.show_list(argument[0])
            self.rename_list(argument[0])
        elif isinstance(argument, str | tuple):
            self.view, self.saved = "all", None
            self.show_business(*((argument,) if isinstance(argument, str) else argument))

    def resume(self, before: Self) -> None:
        """The same part of the table, the same row, and the editor with what is typed."""
        self.view, self.saved = before.view, before.saved
        self.narrow(before.bar.filter)
        if kept := before.unfinished():
            self.take_up(kept)
        elif row := before.rows.current_row():
            self.table.refresh(lambda: self._select(row))

    def reload(self) -> None:
        """Read the table again, staying where it is."""
        chosen = self.rows.current_row()
        self._whole = None

        def settle() -> None:
            if chosen is not None:
                place = self.table.find(chosen.row_id)
                if place >= 0 and place != self.rows.currentIndex().row():
                    self.rows.select_place(place)
            self._learn_whole()

        self.table.refresh(settle)
        if self.editor is not None:
            self.editor.reload()

    def focus_first(self) -> None:
        """Into the table, or on what to do without one."""
        empty = self.empty is not None and self._stack.currentWidget() is self.empty
        into = self.empty.state.button if self.empty is not None and empty else self.rows
        into.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Search, table, editor."""
        shown = self._stack.currentWidget() or self.rows  # the table, or what to do without one
        found: list[QWidget] = [self.box.line, shown]
        if self.editor is not None:
            found.append(self.editor)
        return found

    def search(self) -> None:
        """Ctrl+F."""
        self.beside.close_sheet()
        self.box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.line.selectAll()

    def _know_today(self) -> None:
        """The directory's own day, which may not be the laptop's."""
        self.table.today = self.session.today()
        self.rows.viewport().update()

    # -- size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one at a time."""
        super().resizeEvent(event)
        self.beside.fit(narrow=self.width() < SHEET_BELOW)

    # -- keyboard

    def _into_table(self) -> None:
        if self.table.rowCount():
            if not self.rows.currentIndex().isValid():
                self.rows.select_place(0)
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self) -> None:
        number = self.rows.currentIndex().row() + 1
        if number < self.table.rowCount():
            self.rows.select_place(number)
            self._open_editor(self.rows.current_row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back: editor, table, search. Delete removes what is selected."""
        if event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif event.key() == Qt.Key.Key_Delete and self.rows.hasFocus():
            self._remove_selected()
        else:
            super().keyPressEvent(event)

    def _step_back(self) -> None:
        elsewhere = self.rows.hasFocus() or self.box.line.hasFocus()
        if self.editor is not None and self.editor.isVisible() and not elsewhere:
            self.beside.close()
            return
        if self.rows.hasFocus():
            self.box.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.box.line.text():
            self.box.line.clear()

    # -- undo and delete

    def show_undo(self, undo: str, redo: str) -> None:
        """Say what undo would take back."""
        self.undo_button.setEnabled(bool(undo))
        self.undo_button.set_name(
            self.tr("Undo: %1").replace("%1", undo) if undo else self.tr("Undo")
        )

    def _said_undo(self, label: str | None) -> None:
        if label:
            self.said.emit(self.tr("Undone: %1").replace("%1", label), "arrow-u-up-left", False)

    def _to_page(self, key: str, business: str) -> None:
        """To the history of one, or to a phone queue of all that are selected."""
        selected = [row.id for row in self.rows.selected_rows()]
        several = selected if business in selected else [business]
        self.wanted.emit(key, several if key == "verify" else business)

    def _remove_selected(self) -> None:
        self.remove([row.id for row in self.rows.selected_rows()])

    def _export(self) -> None:
        self.wanted.emit("export", self.to_export())

    def to_export(self) -> Filter | list[str]:
        """What an export begins with: several selected ones, else what is shown."""
        selected = [row.id for row in self.rows.selected_rows()]
        return selected if len(selected) > 1 else self.bar.filter

    def remove(self, ids: list[str]) -> None:
        """Ask whether some businesses are to be deleted, or forgotten because they asked for it."""
        from directory_app.ui.pages.directory.delete_dialog import DeleteDialog

        if not ids:
            return
        names = [row.name for row in self.rows.selected_rows() if row.id in ids]
        one = names[0] if len(ids) == len(names) == 1 else ""
        dialog = DeleteDialog(len(ids), one, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.delete_wanted.connect(lambda: self._delete(ids))
        dialog.forget_wanted.connect(lambda: self._forget(ids[0]))
        dialog.open()

    def _forget(self, business_id: str) -> None:
        """Open the dialog that forgets one for good."""
        from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog

        dialog = WithdrawDialog(business_id, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.went_wrong.connect(self.went_wrong)
        dialog.withdrawn.connect(self._put_away)
        dialog.open()

    def _put_away(self) -> None:
        """Show nothing of who is gone."""
        if self.editor is not None:
            self.editor.forget()
            self.editor.hide()

    def _delete(self, ids: list[str]) -> None:
        """Delete some businesses; the toast offers Undo."""
        text = plurals.count(
            len(ids), self.tr("One business deleted"), self.tr("{n} businesses deleted")
        )
        self._put_away()
        self.session.write(
            lambda store: store.businesses.delete(ids),
            lambda _nothing: self.said.emit(text, "minus", True),
            failed=self.went_wrong.emit,
        )
