"""The Directory: search, filters, the table, and the editor beside it."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from directory_app.store.filters import Filter
from directory_app.store.words import has_grammar
from directory_app.ui import plurals, theme
from directory_app.ui.directory import columns
from directory_app.ui.directory.editor_place import EditorPlace
from directory_app.ui.directory.filter_bar import FilterBar
from directory_app.ui.directory.search_box import SearchBox
from directory_app.ui.directory.table_model import BusinessTable, Column
from directory_app.ui.directory.table_view import TableView
from directory_app.ui.directory.with_editor import WithEditor
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.buttons import Button, IconButton

if TYPE_CHECKING:
    from directory_app.ui.directory.asked_line import AskedLine
    from directory_app.ui.directory.completion import Completion

#: Below this width of the page the editor covers the table, with Back.
SHEET_BELOW = 1040 - 52
VIEWS = ("all", "to_ask", "to_verify", "no_pin", "duplicates", "consent_ending")
#: Letters from which the search box says what could be typed next.
LEAST_TYPED = 3
#: A filter of the search box rather than a row of the sidebar.
CHANGED = "changed_this_week"


class DirectoryPage(WithEditor):
    """The table of businesses and the editor of one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.view = "all"
        self._whole: int | None = None
        self._typed: dict[str, Any] = {}
        self.table = BusinessTable(session)
        self.rows = TableView(self.table, "")
        self.empty: QWidget | None = None
        self.asked: AskedLine | None = None
        self.completion: Completion | None = None
        self._make_tools()
        self._lay_out()
        self._connect()
        self.rows.arrange(columns.kept_layout())
        self.bar.filter = columns.sorted_by(Filter(), columns.kept_sorts())
        self.retranslate()

    # -- parts

    def _make_tools(self) -> None:
        self.box = SearchBox()
        self.undo_button = IconButton("arrow-u-up-left", "")
        self.undo_button.setEnabled(False)
        self.add_button = Button("", "primary", icon="plus")
        self.bar = FilterBar(self.session)
        self.tools = Pane("window")
        self.tools.setFixedHeight(theme.height("toolbar"))
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 1)
        row.addWidget(self.undo_button)
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
        self.box.searched.connect(self._searched)
        self.box.chip_removed.connect(lambda key: self.narrow(self.bar.without(key)))
        self.box.line.textEdited.connect(self._offer)
        self.box.left_down.connect(self._into_table)
        self.bar.narrowed.connect(self.narrow)
        self.bar.columns_menu.aboutToShow.connect(self._fill_columns)
        self.rows.columns_menu_wanted.connect(self._column_menu)
        self.bar.places_wanted.connect(lambda: self.wanted.emit("places", None))
        self.rows.sort_wanted.connect(self._sort)
        self.rows.chosen.connect(self._chosen)
        self.rows.opened.connect(self._open_editor)
        self.beside.made.connect(self._know_editor)
        self.table.counted.connect(self._counted)
        self.table.failed.connect(self.went_wrong)
        self.undo_button.clicked.connect(lambda: self.session.undo(self._said_undo))
        self.add_button.clicked.connect(self.add)
        self.session.opened.connect(self._know_today)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Directory"))
        self.rows.setAccessibleName(self.tr("Businesses"))
        self.undo_button.set_name(self.tr("Undo"))
        self.add_button.setText(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add a business"))
        self.box.set_chips(self.bar.chips())
        self._tell_asked(self.bar.filter.text)
        self.rows.measure_again()
        self.rows.viewport().update()
        self._say_count()

    # -- coming here

    def open(self, argument: Any = None) -> None:
        """Show a view (of VIEWS, or what changed this week), a Filter, or one business (its id).

        (id, mend) leads to the field of that business where something is mended.
        """
        if isinstance(argument, Filter):
            self.box.line.clear()
            self.view = argument.view
            self.narrow(self._in_order(argument))
        elif argument == CHANGED:
            self.view = "all"
            self.box.line.clear()
            self.narrow(self._in_order(Filter(view=CHANGED)))
        elif argument is None or argument in VIEWS:
            self.view = argument or self.view
            self.narrow(self._in_order(Filter(view=self.view, text=self.box.text())))
        elif isinstance(argument, str | tuple):
            self.view = "all"
            self.show_business(*((argument,) if isinstance(argument, str) else argument))

    def _in_order(self, wanted: Filter) -> Filter:
        return columns.sorted_by(wanted, self.bar.filter.sorts)

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
        """Into the table."""
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Search, table, editor."""
        found: list[QWidget] = [self.box.line, self.rows]
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

    # -- filters

    def narrow(self, wanted: Filter) -> None:
        """Show another filter."""
        if wanted.view not in (self.view, CHANGED):
            self.view = wanted.view
        self.bar.filter = wanted
        self.rows.show_sorts(wanted.sorts)
        self.box.set_chips(self.bar.chips())
        self._tell_asked(wanted.text)
        self.table.show(wanted)
        self.rows.scrollToTop()

    def _tell_asked(self, text: str) -> None:
        """Chips of the filters in a text, and what cannot be read of it."""
        if self.asked is None and not has_grammar(text):
            return
        if self.asked is None:
            from directory_app.tasks import know_places
            from directory_app.ui.directory.asked_line import AskedLine

            know_places()
            self.asked = AskedLine()
            self.asked.changed.connect(self.box.line.setText)
            self._column.insertWidget(2, self.asked)
        self.asked.show_text(text)

    def _offer(self, text: str) -> None:
        """Say what could be typed next, from the third letter or a colon on."""
        if self.completion is None and (len(text) < LEAST_TYPED or not self.isVisible()):
            return
        if self.completion is None:
            from directory_app.ui.directory.completion import Completion

            self.completion = Completion(self.box.line, lambda: self.session.browser)
            self.box.line.completing = self.completion.popup.isVisible
        self.completion.offer()

    def _searched(self, text: str) -> None:
        self.narrow(replace(self.bar.filter, text=text))

    def _sort(self, sorts: columns.Sorts) -> None:
        columns.keep_sorts(sorts)
        self.narrow(columns.sorted_by(self.bar.filter, sorts))

    def _fill_columns(self) -> None:
        from directory_app.ui.directory import column_menu

        column_menu.fill(self.bar.columns_menu, self.rows)

    def _column_menu(self, section: int, where: QPoint) -> None:
        from directory_app.ui.directory import column_menu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if section < 0:
            column_menu.fill(menu, self.rows)
        else:
            column_menu.of_column(menu, self.rows, Column(section))
        menu.popup(where)

    def _counted(self, count: int) -> None:
        self._shown = count
        self._show_empty(count == 0)
        self._say_count()
        if self._whole is None:
            self._learn_whole()

    def _learn_whole(self) -> None:
        def arrived(whole: int) -> None:
            self._whole = whole
            self._say_count()
            self._show_empty(self.table.rowCount() == 0)

        self.session.look(lambda browser: browser.count(Filter()), arrived)

    def _say_count(self) -> None:
        self.bar.show_count(getattr(self, "_shown", None), self._whole)

    # -- the empty table

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self._stack.setCurrentWidget(self.rows)
            return
        from directory_app.ui.directory.empty_table import EmptyTable

        if not isinstance(self.empty, EmptyTable):
            self.empty = EmptyTable()
            self.empty.import_wanted.connect(lambda: self.wanted.emit("import", None))
            self.empty.add_wanted.connect(self.add)
            self.empty.clear_wanted.connect(self._clear)
            self._stack.addWidget(self.empty)
        self.empty.say(self.bar.filter, self._whole)
        self._stack.setCurrentWidget(self.empty)

    def _clear(self) -> None:
        self.box.line.clear()
        self.narrow(self._in_order(Filter(view="all")))
        self.wanted.emit("directory", "all")

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
            self.remove([row.id for row in self.rows.selected_rows()])
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

    def remove(self, ids: list[str]) -> None:
        """Delete some businesses; the toast offers Undo."""
        if not ids:
            return
        text = plurals.count(
            len(ids), self.tr("One business deleted"), self.tr("{n} businesses deleted")
        )
        if self.editor is not None:
            self.editor.forget()
            self.editor.hide()
        self.session.write(
            lambda store: store.delete(ids),
            lambda _nothing: self.said.emit(text, "minus", True),
            failed=self.went_wrong.emit,
        )
