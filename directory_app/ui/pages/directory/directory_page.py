"""The Directory: search, filters, the table, and the editor beside it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from directory_app.model.terms import Precision
from directory_app.store.filters import Filter, has_grammar
from directory_app.store.rows import BusinessRow
from directory_app.ui import plurals, theme
from directory_app.ui.pages import register
from directory_app.ui.pages.directory.columns import (
    Sorts,
    keep_sorts,
    kept_layout,
    kept_sorts,
    sorted_by,
)
from directory_app.ui.pages.directory.editor.editor_place import EditorPlace
from directory_app.ui.pages.directory.filter_bar import FilterBar
from directory_app.ui.pages.directory.search_box import SearchBox
from directory_app.ui.pages.directory.table_deeds import TableDeeds
from directory_app.ui.pages.directory.table_model import BusinessTable, Column
from directory_app.ui.pages.directory.table_view import TableView
from directory_app.ui.pages.page import Page
from directory_app.ui.parts.saved_lists import SavedSearch
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from directory_app.model.geo import Position
    from directory_app.store.browse import Browser
    from directory_app.tasks.why_empty import Culprit
    from directory_app.ui.jobs import Job
    from directory_app.ui.pages.directory.asked_words import AskedLine
    from directory_app.ui.pages.directory.completion import Completion
    from directory_app.ui.pages.directory.editor.editor import Editor
    from directory_app.ui.pages.directory.empty_table import EmptyTable
    from directory_app.ui.pages.directory.filter_bar import NameLine

#: Under which a new business without a name is kept: directory/saving.py, which loads the tables.
NEW_ROW = "new"


#: Letters from which the search box says what could be typed next.
LEAST_TYPED = 3
#: Where the line of chips and the name of a list are in the column of the page.
_BELOW_BAR = 2
#: How long nothing is typed before somebody is told what it is that leaves nothing.
_PAUSE_MS = 250
#: What an export or another program may have asked for, as it is typed.
_TYPED = {"category": "category", "city": "town", "review_state": "review"}


#: Below this width of the page the editor covers the table, with Back.
SHEET_BELOW = 1040 - 52
VIEWS = frozenset(view.key for view in register.VIEWS)


class DirectoryPage(Page):
    """The table of businesses and the editor of one."""

    list_named = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._typed: dict[str, Any] = {}
        self.table = BusinessTable(session)
        self.rows = TableView(self.table, "")
        self.view = "all"
        self.saved: SavedSearch | None = None
        self._whole: int | None = None
        self._shown: int | None = None
        self.empty: EmptyTable | None = None
        self.asked: AskedLine | None = None
        self.name_line: NameLine | None = None
        self.completion: Completion | None = None
        self._blaming: Job | None = None
        self._blame_soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._blame_soon.timeout.connect(self._find_culprit)
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
        hbox(
            self.tools,
            (self.box, 1),
            self.undo_button,
            self.export_button,
            self.add_button,
            margins=(12, 0, 12, 0),
            spacing=8,
        )

    def _lay_out(self) -> None:
        self.middle = QWidget()
        self.toast_place = self.middle
        column = vbox(self.middle, self.tools, self.bar)
        self._column = column
        self._place = QWidget()
        self._stack = QStackedLayout(self._place)
        self._stack.addWidget(self.rows)
        column.addWidget(self._place, 1)
        self._row = hbox(self, (self.middle, 1))
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

    def _connect_finding(self) -> None:
        self.box.searched.connect(self._searched)
        self.box.emptied.connect(self._leave_area)
        self.box.help_wanted.connect(self.how_to_search)
        self.box.line.textEdited.connect(self._offer)
        self.bar.asked.connect(self.ask_for)
        self.bar.begun.connect(self._begin_typing)
        self.bar.save_wanted.connect(self.save_list)
        self.bar.save_new_wanted.connect(self.save_new_list)
        self.bar.columns_menu.aboutToShow.connect(self._fill_columns)
        self.rows.columns_menu_wanted.connect(self._column_menu)
        self.bar.places_wanted.connect(lambda: self.wanted.emit("places", None))
        self.rows.sort_wanted.connect(self._sort)
        self.table.counted.connect(self._counted)
        self.rows.arrange(kept_layout())
        self.bar.filter = sorted_by(Filter(), kept_sorts())

    def side_key(self) -> str:
        """The row of the sidebar that is shown: a list or a view."""
        return self.saved.key if self.saved is not None else self.view

    def narrow(self, wanted: Filter) -> None:
        """Show another filter."""
        self.view = wanted.view
        self.bar.filter = wanted
        self.bar.show_list(self.saved)
        self.rows.show_sorts(wanted.sorts)
        if wanted.text != self.box.text():
            self.box.set_text(wanted.text)
        self._tell_asked(wanted)
        self.table.show(wanted)
        self.rows.scrollToTop()

    def show_view(self, view: str) -> None:
        """A row of the sidebar: what is typed stays, unless it was that of a list."""
        text = "" if self.saved is not None else self.box.text()
        self.saved = None
        self.narrow(self._in_order(Filter(view=view, text=text)))

    def show_filter(self, wanted: Filter) -> None:
        """What another page asks for; what can be typed is typed, so that it can be changed."""
        self.saved = None
        asked = [wanted.text]
        for name, key in _TYPED.items():
            if value := getattr(wanted, name):
                asked.append(f'{key}:"{value}"' if " " in value else f"{key}:{value}")
        if wanted.channel and wanted.answer:
            asked.append(f"consent.{wanted.channel}:{wanted.answer.replace('not_asked', 'none')}")
        text = " ".join(filter(None, asked))
        self.narrow(self._in_order(Filter(text=text, view=wanted.view, area=wanted.area)))

    def show_list(self, search: "SavedSearch") -> None:
        """A saved list."""
        self.saved = search
        self.narrow(self._in_order(search.filter))

    def _in_order(self, wanted: Filter) -> Filter:
        return sorted_by(wanted, self.bar.filter.sorts)

    def _searched(self, text: str) -> None:
        self.narrow(replace(self.bar.filter, text=text))

    def ask_for(self, text: str) -> None:
        """A menu, a chip or an example changed the text."""
        self.narrow(replace(self.bar.filter, text=text))

    def _begin_typing(self, text: str, back: int) -> None:
        """A menu began a filter; the rest is typed."""
        self.ask_for(text)
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)  # by a shortcut all is selected
        self.box.set_text(text, back)
        self._offer(text)

    def _leave_area(self) -> None:
        if self.bar.filter.area is not None:
            self.narrow(replace(self.bar.filter, area=None))

    def _tell_asked(self, wanted: Filter) -> None:
        """Chips of the filters, and what cannot be read of the text."""
        if self.asked is None and not has_grammar(wanted.text) and wanted.area is None:
            return
        if self.asked is None:
            from directory_app.ui.pages.directory.asked_words import AskedLine

            self._know_places()
            self.asked = AskedLine()
            self.asked.changed.connect(self.ask_for)
            self.asked.area_removed.connect(self._leave_area)
            self.asked.left.connect(self.box.line.setFocus)
            self._column.insertWidget(_BELOW_BAR, self.asked)
        self.asked.show_filter(wanted)

    def _know_places(self) -> None:
        """Let ``near:`` look here first for a town without a state."""
        from directory_app.tasks import know_places

        know_places(self.session.browser.setting("home_state") or "")

    def _offer(self, text: str) -> None:
        """Say what could be typed next, from the third letter or a colon on."""
        if self.completion is None and (len(text) < LEAST_TYPED or not self.isVisible()):
            return
        if self.completion is None:
            from directory_app.ui.pages.directory.completion import Completion

            self.completion = Completion(self.box.line, self.bar.tallies)
            self.box.line.completing = self.completion.popup.isVisible
        self.completion.offer()

    def open_filters(self) -> None:
        """Alt+F: the menu with every filter."""
        self.beside.close_sheet()
        self.bar.filters.open_menu()

    def how_to_search(self) -> None:
        """Alt+H: examples, each to be taken."""
        from directory_app.ui.pages.directory.search_help import SearchHelp
        from directory_app.ui.parts.help_guides import FINDING

        self.beside.close_sheet()
        sheet = SearchHelp(self.box)
        sheet.taken.connect(self._take_example)
        sheet.guide_wanted.connect(lambda: self.wanted.emit("help", FINDING))
        sheet.open_under(self.box)

    def _take_example(self, text: str) -> None:
        self.ask_for(text)
        self.window().activateWindow()  # the sheet was a window of its own
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_list(self) -> None:
        """Ctrl+S: what is changed of the list that is shown, else a new list."""
        wanted = self.bar.filter
        if self.saved is None or not self.bar.can_be_kept():
            self.save_new_list()
        elif (wanted.text, wanted.view) != (self.saved.text, self.saved.view):
            self._named(replace(self.saved, text=wanted.text, view=wanted.view))
            self.bar.show_list(self.saved)
            text = self.tr("The list “%1” is saved").replace("%1", self.saved.name)
            self.said.emit(text, "bookmark-simple", False)

    def save_new_list(self) -> None:
        """Give this search a name."""
        wanted = self.bar.filter
        if not self.bar.can_be_kept():
            first = self.tr("Search for something first: it becomes the list")
            self.said.emit(first, "info", False)
            return
        self._ask_name(SavedSearch(self._said_of(wanted.text), wanted.text, wanted.view))

    def rename_list(self, search: "SavedSearch") -> None:
        """Another name for a list."""
        self._ask_name(search)

    def _ask_name(self, search: "SavedSearch") -> None:
        if self.name_line is None:
            from directory_app.ui.pages.directory.filter_bar import NameLine

            self.name_line = NameLine()
            self.name_line.named.connect(self._named)
            self.name_line.left.connect(self.focus_first)
            self._column.insertWidget(_BELOW_BAR, self.name_line)
        self.name_line.ask(search)

    def _named(self, search: "SavedSearch") -> None:
        if self.saved is not None and self.saved.id == search.id:
            self.saved = search
        self.list_named.emit(search)

    def _said_of(self, text: str) -> str:
        """A name to begin with: what the chips and words say."""
        if not has_grammar(text):
            return text.strip()
        from directory_app.model.query import parse
        from directory_app.ui.pages.directory import asked_words

        said = [asked_words.clause(one).strip("“”«»") for one in parse(text).clauses]
        name = ", ".join(one.partition(": ")[2] or one for one in said)
        return name[:1].upper() + name[1:60]

    def _sort(self, sorts: Sorts) -> None:
        keep_sorts(sorts)
        self.narrow(sorted_by(self.bar.filter, sorts))

    def open_columns(self) -> None:
        """Alt+C: the menu of columns and order."""
        self.beside.close_sheet()
        self.bar.columns.open_menu()

    def _fill_columns(self) -> None:
        from directory_app.ui.pages.directory import column_menu

        column_menu.fill(self.bar.columns_menu, self.rows)

    def _column_menu(self, section: int, where: QPoint) -> None:
        from directory_app.ui.pages.directory import column_menu

        menu = Menu(self)
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
        self.bar.tallies.refresh()

    def _say_count(self) -> None:
        self.bar.show_count(self._shown, self._whole)

    def _show_empty(self, empty: bool) -> None:
        if not empty:
            self._blame_soon.stop()
            self._stack.setCurrentWidget(self.rows)
            return
        if self.empty is None:
            self.empty = self._make_empty()
            self._stack.addWidget(self.empty)
        self.empty.say(self.bar.filter, self._whole)
        had_keyboard = self.window().focusWidget() is self.rows
        self._stack.setCurrentWidget(self.empty)
        if had_keyboard:  # the table is hidden: it would be nowhere
            self.empty.state.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._blame_soon.start()

    def _make_empty(self) -> "EmptyTable":
        from directory_app.ui.pages.directory.empty_table import EmptyTable

        made = EmptyTable()
        made.import_wanted.connect(lambda: self.wanted.emit("import", None))
        made.add_wanted.connect(self.add)
        made.clear_wanted.connect(self._clear)
        made.rest_wanted.connect(self._show_rest)
        return made

    def _find_culprit(self) -> None:
        """Once typing pauses: which filter it is that leaves nothing."""
        wanted = self.bar.filter
        if not (wanted.text.strip() or wanted.area) or not self._whole:
            return

        def look(browser: "Browser") -> "Culprit | None":
            from directory_app.tasks.why_empty import culprit

            return culprit(browser, wanted)

        def arrived(found: "Culprit | None") -> None:
            if self.empty is not None and wanted == self.bar.filter:
                self.empty.blame(wanted, found)

        self.session.interrupt(self._blaming)
        self._blaming = self.session.look(look, arrived, failed=lambda _error: None, lane="count")

    def _show_rest(self, rest: Filter) -> None:
        self.narrow(self._in_order(rest))
        self.box.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.saved = None
        self.box.set_text("")
        self.wanted.emit("directory", "all")

    @property
    def editor(self) -> "Editor | None":
        """The editor, once somebody wanted it."""
        return self.beside.editor

    def _know_typed(self, editor: "Editor") -> None:
        typed, self._typed = self._typed, {}
        if typed:
            editor.take_up(typed)

    def _know_editor(self, editor: "Editor") -> None:
        self._know_typed(editor)
        editor.said.connect(self.said)
        editor.went_wrong.connect(self.went_wrong)
        editor.next_wanted.connect(self._next)
        editor.remove_wanted.connect(self.remove)
        editor.added.connect(self._added)
        editor.business_wanted.connect(self.show_business)
        editor.banner.compare_wanted.connect(lambda two: self.wanted.emit("duplicates", two))
        editor.runs_wanted.connect(lambda name: self.wanted.emit("runs", name))
        editor.page_wanted.connect(self._to_page)
        editor.place_wanted.connect(lambda asked: self.wanted.emit("places", asked))
        editor.where.map.can_move = self.session.writable
        editor.where.map.moved.connect(self._pin_moved)
        editor.where.map.large_wanted.connect(lambda: self.wanted.emit("map", editor.id))

    def _pin_moved(self, position: "Position") -> None:
        """The pin was dragged on the editor's map: it stays there from now on."""
        editor = self.editor
        if editor is None or not editor.id:
            return
        business_id = editor.id
        text = self.tr("Moved the pin of %1").replace("%1", editor.head.title.whole_text())
        self.session.write(
            lambda store: store.businesses.place(
                business_id, position, Precision.MANUAL.value, "manual", lock=True
            ),
            lambda _dossier: self.said.emit(text, "map-pin", True),
            failed=self._pin_not_moved,
        )

    def _pin_not_moved(self, error: Exception) -> None:
        self.went_wrong.emit(error)
        if self.editor is not None:
            self.editor.reload()

    def _chosen(self, row: BusinessRow | None) -> None:
        if row is not None and len(self.rows.selected_rows()) <= 1:
            self.beside.choose(row)

    def _open_editor(self, row: BusinessRow | None) -> None:
        if row is not None:
            self.beside.edit(row)

    def show_business(self, business_id: str, mend: str = "") -> None:
        """Find one business and open it, at the place where ``mend`` is mended (see mending)."""

        def arrived(row: BusinessRow) -> None:
            self._select(row)
            self._open_editor(row)
            if mend:
                self._mend(row, mend)

        self._find(business_id, arrived)

    def _mend(self, row: BusinessRow, mend: str) -> None:
        """Lead to a field as soon as the editor has read the business."""

        def shown(editor: Any) -> None:
            from directory_app.ui.pages.directory.editor.editor import lead_to

            self.beside.edit(row)
            # it reads the business in the same lane, so it has it when this is answered
            self.session.read(lambda _store: None, lambda _: lead_to(editor, row.id, mend))

        self.beside.want(shown)

    def _find(self, business_id: str, found: Callable[[BusinessRow], None]) -> None:
        def arrived(row_id: int) -> None:
            for row in self.session.browser.rows([row_id]):
                found(row)

        self.session.ask(
            lambda store: store.businesses.get(business_id).business.row_id,
            arrived,
            failed=self.went_wrong.emit,
        )

    def _added(self, business_id: str) -> None:
        """A new business is kept: show its row once the table has it."""

        def arrived(row: BusinessRow) -> None:
            if self.editor is not None and self.editor.id == business_id:
                self.table.refresh(lambda: self._select(row))

        self._find(business_id, arrived)

    def _select(self, row: BusinessRow) -> None:
        place = self.table.find(row.row_id)
        if place >= 0:
            self.rows.select_place(place)

    def add(self) -> None:
        """Ctrl+N: a new business in the editor."""
        self.beside.add()

    def can_leave(self) -> bool:
        """What was typed is saved first."""
        if self.editor is not None:
            self.editor.leave()
        return True

    def unfinished(self) -> dict[str, Any]:
        """What the editor has."""
        return self.editor.unfinished() if self.editor is not None else {}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Open the editor where it was, with what was typed."""
        for row, values in kept.items():
            if row == NEW_ROW:
                self.add()  # which asks for its draft by itself
            else:
                self._typed = values.get("typed", {})
                if self.editor is not None:
                    self._know_typed(self.editor)
                self.show_business(row)
