"""The directory page's part about finding: the search box, filters, lists, order, columns."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from directory_app.store.filters import Filter
from directory_app.store.words import has_grammar
from directory_app.ui.pages.directory.columns import (
    Sorts,
    keep_sorts,
    kept_layout,
    kept_sorts,
    sorted_by,
)
from directory_app.ui.pages.directory.filter_bar import FilterBar
from directory_app.ui.pages.directory.search_box import SearchBox
from directory_app.ui.pages.directory.table_model import Column
from directory_app.ui.pages.directory.with_editor import WithEditor
from directory_app.ui.parts.saved_lists import SavedSearch
from directory_app.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from directory_app.store.browse import Browser
    from directory_app.tasks.why_empty import Culprit
    from directory_app.ui.jobs import Job
    from directory_app.ui.pages.directory.asked_words import AskedLine
    from directory_app.ui.pages.directory.completion import Completion
    from directory_app.ui.pages.directory.empty_table import EmptyTable
    from directory_app.ui.pages.directory.filter_bar import NameLine

#: Letters from which the search box says what could be typed next.
LEAST_TYPED = 3
#: Where the line of chips and the name of a list are in the column of the page.
_BELOW_BAR = 2
#: How long nothing is typed before somebody is told what it is that leaves nothing.
_PAUSE_MS = 250
#: What an export or another program may have asked for, as it is typed.
_TYPED = {"category": "category", "city": "town", "review_state": "review"}


class WithFinding(WithEditor):
    """A part of DirectoryPage. ``list_named(SavedSearch)``: keep it."""

    list_named = Signal(object)
    box: SearchBox
    bar: FilterBar
    _column: QVBoxLayout
    _stack: QStackedLayout

    def _begin_finding(self) -> None:
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

    # -- what is shown

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

    # -- lists

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

    # -- order and columns

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

    # -- how many

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

    # -- the empty table

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
