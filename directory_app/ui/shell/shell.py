"""The window once a directory is open: the sidebar or rail, the pages, toasts and progress.

Only this file connects pages: to each other, to the sidebar and to the keyboard.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from directory_app.ui import plurals
from directory_app.ui.drops import dropped_list, dropped_packet
from directory_app.ui.pages import register
from directory_app.ui.pages.page import Page, first_inside, holds
from directory_app.ui.parts.saved_lists import SavedLists, SavedSearch
from directory_app.ui.session import Session
from directory_app.ui.shell import deeds
from directory_app.ui.shell.side_pane import SidePane
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.menus import Menu
from directory_app.ui.widgets.remark import IconMark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from directory_app.ui.widgets.toast import Toast
    from directory_app.ui.widgets.working import Working

translate = QCoreApplication.translate
_TWO = 2


def _over(dialog: "QDialog") -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


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


#: The row of the drafts that says where the window was when it locked.
WINDOW = "window"
#: By page, its drafts by their row.
Unfinished = dict[str, dict[str, Any]]
#: Milliseconds between two looks whether pages of another language can go.
_SWEEP_MS = 500
#: Below this width the sidebar becomes the rail.
RAIL_BELOW = 1200


class Shell(QWidget):
    """Everything over one Session. ``lock_wanted`` closes it; ``went_wrong`` shows an alert.

    ``deed_wanted(key)``: a deed of ``deeds.DEEDS`` that is the window's.
    """

    lock_wanted = Signal()
    deed_wanted = Signal(str)
    went_wrong = Signal(object)
    settings_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.pages: dict[str, Page] = {}
        #: Pages in another language than the window's: what they show goes on in new ones.
        self._before: dict[str, Page] = {}
        self._outgoing: list[Page] = []
        self._sweep = QTimer(self, singleShot=True, interval=_SWEEP_MS)
        self._sweep.timeout.connect(self._let_go)
        self._wants_rail = False
        self._undo_label = ""
        self.side = SidePane(session)
        self.stack = QStackedWidget()
        layout = hbox(self, self.side)
        self._work = vbox(None, (self.stack, 1))
        layout.addLayout(self._work, 1)
        self.working: Working | None = None
        self._is_open = False
        self._count_soon = QTimer(self, singleShot=True, interval=120)
        self._count_soon.timeout.connect(self._count)
        self._connect()
        self.lists = ListsInSide(self)
        self.setAcceptDrops(True)
        self._coming: tuple[str, Any] = ("directory", "all")
        self._come(*self._coming)
        self.setAccessibleName(session.name)

    def _connect(self) -> None:
        self.side.picked.connect(self._picked)
        self.side.lock_wanted.connect(self.lock_wanted)
        self.side.rail_toggled.connect(self._toggle_rail)
        self.side.backup_wanted.connect(self.back_up)
        self.side.help_wanted.connect(self.show_help)
        self.session.changed.connect(self._changed)
        self.session.undo_changed.connect(self._labels)
        self.session.opened.connect(self._opened)
        self.session.runner.slow.connect(self._slow)
        own = self._deeds()
        for deed in deeds.DEEDS:
            if deed.keys and deed.key in own:
                QShortcut(QKeySequence(deed.keys), self, own[deed.key])

    def _deeds(self) -> dict[str, Callable[[], object]]:
        """What the shell itself does of ``deeds.DEEDS``, by their keys."""
        return {
            "palette": self.show_palette,
            "search": lambda: self.page().search(),
            "add": lambda: self.page().add(),
            "together": self.edit_together,
            "export": self.export_shown,
            "packet": self.send_shown,
            **self.finding(),
            "undo": self.undo,
            "merge": self.merge_two,
            "redo": self.redo,
            "next": lambda: self.next_pane(1),
            "previous": lambda: self.next_pane(-1),
            "back_up": self.back_up,
            "rail": self._toggle_rail,
            "lock": self.lock_wanted.emit,
            "keys": self.show_keys,
            "help": self.show_help,
        }

    # -- another language

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            # once the fields have heard it, and know what is typed from what they say themselves
            QTimer.singleShot(0, self, self._make_pages_again)

    def _make_pages_again(self) -> None:
        """In the language that is spoken now: this one at once, the others when they are shown.

        The pages before live until nothing is under way that calls them.
        """
        if not self.isVisible():
            return  # the window closed meanwhile, and its directory with it
        key, before = self._page_key(), self.page()
        focus = QApplication.focusWidget()
        had_keyboard = focus is not None and holds(before, focus)
        if focus is not None and had_keyboard:
            focus.clearFocus()  # what is typed goes into the field, and no section is left
        self._before |= self.pages
        self.pages.clear()
        for page in self._before.values():
            self.stack.removeWidget(page)  # of those that are in it
        made = self._page(key)
        self.stack.setCurrentWidget(made)
        if focus is not None and had_keyboard:
            (_counterpart(focus, before, made) or made).setFocus(Qt.FocusReason.OtherFocusReason)
        if self._is_open:
            self.session.refresh_labels()

    def _let_go(self) -> None:
        if not self.session.runner.is_idle():
            self._sweep.start()
            return
        for page in self._outgoing:
            page.deleteLater()
        self._outgoing.clear()

    # -- pages

    def page(self) -> Page:
        """The page that is shown."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def open_page(self, key: str, argument: Any = None) -> None:
        """Show a page, made at its first visit; its module is loaded beside the window."""
        self._coming = (key, argument)
        self._prepare(key, lambda: self._come(key, argument))

    def _come(self, key: str, argument: Any) -> None:
        if self._coming != (key, argument):
            return  # somebody wanted another page meanwhile
        leaves = self.stack.count() and self.stack.currentWidget() is not self.pages.get(key)
        if leaves and not self.page().can_leave():
            self.side.select(self._side_key())
            return
        left = self.stack.currentWidget()
        takes_keyboard = left is not None and holds(left, QApplication.focusWidget())
        fresh = key not in self.pages
        page = self._page(key)
        self.stack.setCurrentWidget(page)
        self._fit()
        if not fresh and key != "directory":
            page.reload()
        if takes_keyboard and page is not left:
            page.focus_first()  # else Qt gives it to whatever comes next
        page.open(argument)
        self.side.select(self._side_key())

    def _page(self, key: str) -> Page:
        if key not in self.pages:
            entry = register.BY_KEY[key]
            page = getattr(import_module(entry.module), entry.name)(self.session)
            page.said.connect(self.say)
            page.wanted.connect(self.open_page)
            page.went_wrong.connect(self.went_wrong)
            if hasattr(page, "backed_up"):
                page.backed_up.connect(self.side.refresh_backup)
            if hasattr(page, "list_named"):
                page.list_named.connect(self.lists.saved.keep)
            if hasattr(page, "settings_changed"):
                page.settings_changed.connect(self.settings_changed)
            self.pages[key] = page
            self.stack.addWidget(page)
            if key in self._before:
                before = self._before.pop(key)
                page.resume(before)
                self._outgoing.append(before)
                self._sweep.start()
        return self.pages[key]

    def _page_key(self) -> str:
        shown = self.stack.currentWidget()
        return next(key for key, page in self.pages.items() if page is shown)

    def _side_key(self) -> str:
        key = self._page_key()
        if key == "directory":
            return str(getattr(self.pages[key], "side_key", lambda: "all")())
        return register.BY_KEY[key].home or key

    def _picked(self, key: str) -> None:
        if key in register.BY_KEY:
            self.open_page(key)
        else:
            self.open_page("directory", self.lists.saved.by_key(key) or key)

    # -- what happened

    def say(self, text: str, icon: str = "check", undoable: bool = False) -> None:
        """Show a toast on the page."""
        actions = [(self.tr("Undo"), "Ctrl Z", self.undo)] if undoable else []
        Shell._toast(self.page()).show_text(text, icon=icon, actions=actions)

    def say_with(self, text: str, icon: str, words: str, act: Callable[[], None]) -> None:
        """Show a toast with a way back of its own."""
        Shell._toast(self.page()).show_text(text, icon=icon, actions=[(words, "", act)])

    @staticmethod
    def _toast(page: Page) -> "Toast":
        from directory_app.ui.widgets.toast import Toast

        place = getattr(page, "toast_place", page)
        found = place.findChild(Toast, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return found if isinstance(found, Toast) else Toast(place)

    def _slow(self, job: object) -> None:
        from directory_app.ui.widgets.working import Working

        if self.working is None:
            self.working = Working(self)
            self.working.stopped.connect(self._stopped)
        self.working.follow(job)  # type: ignore[arg-type]  # a Job, through a signal

    def _stopped(self, _job: object) -> None:
        """A page that knows more says it after this, and instead."""
        self.say(self.tr("Stopped. Nothing was changed."), "info")

    def undo(self) -> None:
        """Take back the last step, and say which."""
        self.session.undo(lambda label: self._said_undo(label, self.tr("Undone: %1")))

    def redo(self) -> None:
        """Do it again, and say what."""
        self.session.redo(lambda label: self._said_undo(label, self.tr("Done again: %1")))

    def _said_undo(self, label: str | None, words: str) -> None:
        if label is None:
            self.say(self.tr("There is nothing more to undo"), "info")
        else:
            self.say(words.replace("%1", str(label)), "arrow-u-up-left")

    def back_up(self) -> None:
        """Make a backup now."""
        self.session.ask(
            lambda store, progress: store.backups.write(progress=progress),
            lambda path: self._backed_up(),
            text=self.tr("Making a backup"),
        )

    def _backed_up(self) -> None:
        self.side.refresh_backup()
        self.say(self.tr("Backed up"), "check-circle")

    # -- the directory

    def _opened(self) -> None:
        self._is_open = True
        self.session.refresh_labels()
        self._count_soon.start()

    def _changed(self) -> None:
        for page in self.pages.values():
            if page is self.stack.currentWidget() or page is self.pages.get("directory"):
                page.reload()
        self._count_soon.start()

    def _labels(self, undo: str, redo: str) -> None:
        self._undo_label = undo
        directory = self.pages.get("directory")
        if directory is not None and hasattr(directory, "show_undo"):
            directory.show_undo(undo, redo)

    def _count(self) -> None:
        self.session.look(register.counts, self.side.set_counts)
        self.session.look(register.all_counts, self.side.set_counts, lane="count")
        self.lists.refresh()

    def show_banner(self, text: "Words", deed: "Words", role: str) -> "Banner":
        """A line over the pages that stays; connect its ``pressed``."""
        banner = Banner(text, deed, role)
        self._work.insertWidget(0, banner)
        return banner

    # -- over a lock

    def unfinished(self) -> Unfinished:
        """What is being edited. Ask before dialogs are hidden: what is not shown is done."""
        pages = self._before | self.pages
        return {key: found for key, page in pages.items() if (found := page.unfinished())}

    def keep_unfinished(self, typed: Unfinished) -> Exception | None:
        """Keep it in the directory itself, and where one is. Applies nothing.

        What was in the way, where something would be lost by it; None where nothing would.
        """
        session = self.session
        pages = {key: list(rows) for key, rows in typed.items()}
        rows = {row: values for found in typed.values() for row, values in found.items()}
        place = {"page": self._page_key(), "pages": pages}
        # where this cannot be written, a save under way was not either
        is_something = bool(rows) or session.runner.is_saving()
        if not session.writable:
            return None
        try:
            session.keep_now(lambda store: keep_drafts(store, {WINDOW: place, **rows}))
        except Exception as error:  # noqa: BLE001  # the lock goes on, and says so
            return error if is_something else None
        return None

    def take_up_unfinished(self) -> None:
        """After unlocking: be where one was, with what was typed; it is kept here alone now."""
        self.session.ask(take_drafts, self._take_up)

    def _take_up(self, found: tuple[str, dict[str, dict[str, Any]]]) -> None:
        shown, kept = found
        for key, rows in kept.items():
            if key != shown and key in register.BY_KEY:
                self._prepare(key, partial(self._take_up_in, key, rows))
        if shown in register.BY_KEY:
            self._coming = (shown, None)
            self._prepare(shown, lambda: self._come_with(shown, kept.get(shown, {})))

    def _come_with(self, key: str, rows: dict[str, Any]) -> None:
        self._come(key, None)  # somebody may have gone elsewhere by now
        if rows:
            self._take_up_in(key, rows)

    def _take_up_in(self, key: str, rows: dict[str, Any]) -> None:
        self._page(key).take_up(rows)

    def _prepare(self, key: str, done: Callable[[], None]) -> None:
        self.session.prepare(done, register.BY_KEY[key].module)

    # -- size and keyboard

    def _toggle_rail(self) -> None:
        self._wants_rail = not self._wants_rail
        self._fit()

    def _fit(self) -> None:
        shown = self.stack.currentWidget()
        narrow = self.width() < RAIL_BELOW or (isinstance(shown, Page) and shown.wants_rail)
        self.side.set_rail(self._wants_rail or narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sidebar or rail."""
        self._fit()
        super().resizeEvent(event)

    def next_pane(self, step: int) -> None:
        """F6: the keyboard goes to the next pane."""
        panes = [self.side.list, *[pane for pane in self.page().panes() if pane.isVisible()]]
        toast = Shell._toast(self.page())
        if self.working is not None and self.working.isVisible():
            panes.append(self.working)
        if toast.isVisible():
            panes.append(toast)
        focus = QApplication.focusWidget()
        at = next((n for n, pane in enumerate(panes) if holds(pane, focus)), -1)
        target = panes[(at + step) % len(panes)]
        if target is toast or target is self.working:
            target.take_keyboard()
            return
        first_inside(target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- dropping a list anywhere

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list or a packet."""
        if dropped_list(event) is not None or dropped_packet(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look it over on the import page, or on that of packets."""
        for page, path in (("import", dropped_list(event)), ("packets", dropped_packet(event))):
            if path is not None:
                event.acceptProposedAction()
                self.open_page(page, path)
                return

    def do(self, key: str) -> None:
        """Do what a deed's key does; what is the window's is asked of it."""
        own = self._deeds().get(key)
        if own is not None:
            own()
        else:
            self.deed_wanted.emit(key)

    def show_palette(self) -> None:
        """Ctrl+K: anywhere by a few letters."""
        from directory_app.ui.shell.palette import Palette

        _over(Palette(self.session, self.open_page, self.do, self.window()))

    def merge_two(self) -> None:
        """Ctrl+M: the two that are selected in the directory side by side, to be made one."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage

        page = self.page()
        rows = page.rows.selected_rows() if isinstance(page, DirectoryPage) else []
        if len(rows) == _TWO:
            self.open_page("duplicates", (rows[0].id, rows[1].id))
        else:
            self.say(translate("Doing", "Select two businesses in the directory first"), "info")

    def edit_together(self) -> None:
        """Ctrl+E: one change to all that are selected in the directory."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage
        from directory_app.ui.pages.directory.together import TogetherDialog

        page = self.page()
        rows = page.rows.selected_rows() if isinstance(page, DirectoryPage) else []
        if not rows or not self.session.writable:
            self.say(translate("Doing", "Select some businesses in the directory first"), "info")
            return
        dialog = TogetherDialog(self.session, [row.id for row in rows], self.window())
        dialog.went_wrong.connect(self.went_wrong)
        dialog.applied.connect(self._edited)
        _over(dialog)

    def _edited(self, many: int) -> None:
        one = translate("Doing", "One business edited")
        several = translate("Doing", "{n} businesses edited")
        self.say(plurals.count(many, one, several), "check", undoable=True)

    def export_shown(self) -> None:
        """Ctrl+Shift+E: to the export, with what the directory has selected or shows."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage

        page = self.page()
        part = page.to_export() if isinstance(page, DirectoryPage) else None
        self.open_page("export", part)

    def send_shown(self) -> None:
        """To the packets, with what the directory has selected or shows."""
        from directory_app.ui.pages.directory.directory_page import DirectoryPage

        page = self.page()
        part = page.to_export() if isinstance(page, DirectoryPage) else None
        self.open_page("packets", part)

    def finding(self) -> dict[str, Callable[[], object]]:
        """The deeds of finding, which go to the directory first."""
        return {
            "filter": lambda: self._find("open_filters"),
            "save_list": lambda: self._find("save_list"),
            "columns": lambda: self._find("open_columns"),
            "how_to_search": lambda: self._find("how_to_search"),
        }

    def _find(self, name: str) -> None:
        """Do what a method of the directory's page does, there."""
        if self._page_key() != "directory":
            self.open_page("directory")
        act = getattr(self.page(), name, None)  # another page, if that one would not be left
        if act is not None:
            act()

    def show_keys(self) -> None:
        """F1: the sheet of keys."""
        from directory_app.ui.shell.palette import KeySheet

        sheet = KeySheet(self.window())
        sheet.guides_wanted.connect(self.show_help)
        _over(sheet)

    def show_help(self) -> None:
        """Shift+F1: the part of the guides that is about this page."""
        from directory_app.ui.parts.help_guides import PARTS

        self.open_page("help", PARTS.get(self._page_key()))


def _counterpart(focus: QWidget, before: Page, page: Page) -> QWidget | None:
    """The widget of the new page that stands where the focus was; None where there is none."""
    place = before.findChildren(type(focus)).index(focus) if focus is not before else 0
    found = page.findChildren(type(focus))
    return found[place] if place < len(found) else None


def keep_drafts(store: Any, rows: dict[str, Any]) -> None:
    """Write drafts by row. For the store's thread."""
    for row, values in rows.items():
        store.drafts.set(row, values)


def take_drafts(store: Any) -> tuple[str, dict[str, dict[str, Any]]]:
    """Which page was shown, and by page the drafts of before the lock, which are forgotten.

    A new business stays: its editor forgets it when it is kept or thrown away.
    """
    place = store.drafts.get(WINDOW) if store.writable else None
    if not place:
        return "", {}
    kept: dict[str, dict[str, Any]] = {}
    for key, rows in place["pages"].items():
        kept[key] = {row: values for row in rows if (values := store.drafts.get(row)) is not None}
        for row in rows:
            if row != "new":
                store.drafts.set(row, None)
    store.drafts.set(WINDOW, None)
    return place["page"], kept


#: Words, or what says them in the language of the moment.
Words = str | Callable[[], str]


class Banner(Translated, Pane):
    """``pressed``: its button was. Plain words, an icon before them.

    ``role`` is "warn" or "danger", or "accent" for what is no trouble. Without words for it there
    is no button.
    """

    pressed = Signal()

    def __init__(self, text: Words, deed: Words, role: str, parent: QWidget | None = None) -> None:
        super().__init__(f"{role}-tint", "b", parent)
        self._words = (text, deed)
        self.label = Label("", "small", "ink", wrap=True)
        self.deed = Button("", "plain", size="small")
        self.deed.clicked.connect(self.pressed)
        row = hbox(self, margins=(16, 6, 12, 7), spacing=10)
        info = role == "accent"
        row.addWidget(IconMark("info" if info else "warning", role, fill=True))
        row.addWidget(self.label, 1)
        row.addWidget(self.deed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        text, deed = (words() if callable(words) else words for words in self._words)
        self.label.setText(text)
        self.deed.setText(deed)
        self.deed.setVisible(bool(deed))
        self.setAccessibleName(text)
