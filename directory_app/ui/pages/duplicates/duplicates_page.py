"""Possible duplicates: the likeliest pairs, and the two of one side by side, to merge or not."""

from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from directory_app.tasks import comparing
from directory_app.tasks.comparing import Merge
from directory_app.tasks.duplicates import Ranked, rank
from directory_app.ui.pages.duplicates.compare_pane import ComparePane
from directory_app.ui.pages.duplicates.pair_list import Item, PairList
from directory_app.ui.pages.page import Page
from directory_app.ui.parts import duplicate_words as words
from directory_app.ui.parts.duplicate_work import Beside
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import hbox, vbox

if TYPE_CHECKING:
    from directory_app.store.pairs import Ranking

#: So wide the list stands beside the two.
_BESIDE, _LIST = 820, 312
#: More pairs than this are not shown: nobody goes through them in one sitting.
_MOST = 1_000
_EMPTY, _BOTH = 0, 1
#: Milliseconds after a change before the pairs are looked for again.
_SOON = 150
Key = frozenset[str]


class DuplicatesPage(Page):
    """Left and Right choose, Up and Down go through the facts, Enter merges, N and S as told."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.items: list[Item] = []
        self._ranking: Ranking | None = None
        self._total = 0
        self._later: list[Key] = []
        self._own: tuple[str, str] | None = None  # two that a person brought here
        self._shown: Key | None = None
        self._stopped, self._in_pane = False, False
        self._pairs, self._two = Beside(session), Beside(session)
        self.title = Label(self.tr("Possible duplicates"), "page-name")
        self.count = Label("", "small", "ink-soft")
        self.list = PairList()
        self.pane = ComparePane()
        self.empty = EmptyState()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.look)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Possible duplicates"))
        self.list.setAccessibleName(self.tr("Pairs that may be one business"))
        self._tell()

    def _lay_out(self) -> None:
        self.side = Pane("base", "r")
        column = vbox(self.side, margins=(0, 0, 1, 0))
        head = Pane("window", "b")
        vbox(head, self.title, self.count, margins=(16, 10, 16, 11), spacing=2)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        both = QWidget()
        hbox(both, self.side, (self.pane, 1))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(both)
        self.toast_place = self.pane.view
        vbox(self, self.stack)

    def _connect(self) -> None:
        self.list.picked.connect(self._picked)
        self.list.opened.connect(self._to_pane)
        self.pane.back.connect(self._to_list)
        self.pane.merge_wanted.connect(self.merge)
        self.pane.apart_wanted.connect(self.keep_apart)
        self.pane.later_wanted.connect(self.put_off)
        self.empty.button.clicked.connect(self._begin)

    # -- coming here

    def open(self, argument: Any = None) -> None:
        """Show the list; with a pair of ids, those two first."""
        if isinstance(argument, tuple) and len(argument) == 2:
            self._own = (str(argument[0]), str(argument[1]))
            self._in_pane = True
            self._show_own()
        if self._ranking is None and not self._stopped and not self._pairs.is_busy:
            self.look()

    def resume(self, before: Self) -> None:
        """The same pairs, and the same facts of the two that are shown."""
        self.items, self._ranking, self._total = before.items, before._ranking, before._total
        self._later, self._own, self._shown = before._later, before._own, before._shown
        self._stopped, self._in_pane = before._stopped, before._in_pane
        if before.pane.merge is not None:
            self.pane.show_merge(before.pane.merge, self._why(), self.session.today())
        self._show()
        self.open()

    def reload(self) -> None:
        """The directory changed: look again, but not for every key that is pressed."""
        if not self._stopped:
            self._soon.start()

    # -- looking

    def look(self) -> None:
        """Look for pairs in a worker."""
        before = self._ranking
        self._stopped = False
        self._pairs.ask(
            lambda store, progress: rank(store, _MOST, before, progress),
            self._arrived,
            failed=self.went_wrong.emit,
            cancelled=self._was_stopped,
            text=self.tr("Looking for duplicates"),
        )
        self._tell()

    def _begin(self) -> None:
        if self._stopped:
            self.look()
        else:
            self.wanted.emit("import", None)

    def _was_stopped(self) -> None:
        self._stopped = self._ranking is None  # else what was found before is still shown
        self._tell()

    def _arrived(self, found: Ranked) -> None:
        self._ranking, self._total = found.ranking, found.total
        later = set(self._later)
        items = [Item(pair, later=False) for pair in found.pairs]
        now = [item for item in items if item.key not in later]
        self.items = now + [item._replace(later=True) for item in items if item.key in later]
        self._show()

    def _show(self) -> None:
        """Show the pairs, and go on with the one that was shown, or with what stands there now."""
        at = self.list.currentIndex().row()
        keys = [item.key for item in self.items]
        if self._shown in keys:
            at = keys.index(self._shown)
        elif self._own is not None:
            at = -1
        self.list.show_items(self.items, at if self._own is not None else max(at, 0))
        self._tell()
        self._fit()
        if self._own is not None:
            self._show_own()
        elif not self.items:
            self._shown = None

    def _tell(self) -> None:
        total = self._total
        shown = bool(self.items) or self._own is not None
        self.stack.setCurrentIndex(_BOTH if shown else _EMPTY)
        self.count.setText(
            count(total, self.tr("One pair"), self.tr("{n} pairs, the likeliest first"))
        )
        if self._stopped:
            self.empty.set_texts(
                self.tr("Stopped"),
                self.tr("The businesses were not all compared."),
                self.tr("Look again"),
                "arrow-counter-clockwise",
            )
        elif self._ranking is None:
            self.empty.set_texts(
                self.tr("Comparing all businesses…"), self.tr("By phone, name, place and address.")
            )
        else:
            self.empty.set_texts(
                self.tr("Nobody is here twice"),
                self.tr(
                    "No two businesses share a phone, a name or a place. To merge two that you "
                    "know are one, select both in the list and press Ctrl+M."
                ),
                self.tr("Import a list…"),
                "tray-arrow-down",
            )
        self.pane.allow(self.session.writable)

    # -- the two

    def _picked(self, item: Item) -> None:
        if self._own is not None and item.key != frozenset(self._own):
            self._own = None
        self._compare(item.pair.one.id, item.pair.other.id)

    def _show_own(self) -> None:
        assert self._own is not None
        self._tell()
        self._fit()
        keys = [item.key for item in self.items]
        if frozenset(self._own) in keys:
            self.list.selectRow(keys.index(frozenset(self._own)))
        self._compare(*self._own)

    def _compare(self, one: str, other: str) -> None:
        self._shown = frozenset((one, other))
        self._two.ask(
            lambda store, _progress: comparing.compare(store, one, other),
            self._show_two,
            failed=self._lost,
        )

    def _show_two(self, merge: Merge) -> None:
        before, focus = self.pane.merge, self.focusWidget()
        if before is not None and before.says() == merge.says():
            self.pane.say_why(self._why())
            return
        had = focus is not None and self.pane.isAncestorOf(focus)
        if before is not None:
            merge.go_on_from(before)
        self.pane.show_merge(merge, self._why(), self.session.today())
        if had or self._in_pane:
            self.pane.focus_first()

    def _why(self) -> str:
        for item in self.items:
            if item.key == self._shown:
                return words.reasons(item.pair.reasons, item.pair.metres)
        return self.tr("you chose these two")

    def _lost(self, error: Exception) -> None:
        """One of the two is gone meanwhile."""
        self._own = self._shown = None
        self.went_wrong.emit(error)
        self.look()

    def _read_two(self) -> Merge | None:
        """The two that are chosen, once they are read: never those that were shown before."""
        merge = self.pane.merge
        if merge is None or frozenset(one["id"] for one in merge.values) != self._shown:
            return None
        return merge

    # -- what is done

    def merge(self) -> None:
        """Make one of the two, as one step."""
        merge = self._read_two()
        if merge is None or not self.session.writable:
            return
        kept = merge.sides[merge.keep].dossier.business
        gone = merge.sides[merge.dropped()].dossier.business
        text = self.tr("Merged %1 (%2) into %3")
        text = text.replace("%1", gone.name).replace("%2", gone.code).replace("%3", kept.code)
        self._leave_pair()
        self.session.write(
            lambda store: comparing.merge(store, merge),
            lambda _dossier: self.said.emit(text, "copy-simple", True),
            failed=self._failed,
        )

    def keep_apart(self) -> None:
        """They are two, and that is remembered."""
        merge = self._read_two()
        if merge is None or not self.session.writable:
            return
        one, other = (side.dossier.business.id for side in merge.sides)
        self._leave_pair()
        self.session.write(
            lambda store: store.duplicates.keep_apart(one, other),
            lambda _nothing: self.said.emit(
                self.tr("These two are not the same, and will not come up again"), "check", True
            ),
            failed=self._failed,
        )

    def put_off(self) -> None:
        """The next pair; this one comes again at the end."""
        key = self._shown
        if key is None:
            return
        if self._own is not None:
            self._own = None
        self._later = [one for one in self._later if one != key] + [key]
        moved = [item._replace(later=True) for item in self.items if item.key == key]
        rest = [item for item in self.items if item.key != key]
        at = self.list.currentIndex().row()
        self.items = rest + moved
        self._shown = None
        self.list.show_items(self.items, at if at < len(rest) else 0)
        self._tell()

    def _failed(self, error: Exception) -> None:
        self.went_wrong.emit(error)
        self.look()

    def _leave_pair(self) -> None:
        """What is done is gone from the list at once, without waiting for another look."""
        key, self._own, self._shown = self._shown, None, None
        self.pane.merge = None
        at = self.list.currentIndex().row()
        before = len(self.items)
        self.items = [item for item in self.items if item.key != key]
        self._total -= before - len(self.items)
        self.list.show_items(self.items, at)
        self._tell()

    # -- room and keyboard

    def panes(self) -> list[QWidget]:
        """The list, the two, what is done about them."""
        if self.stack.currentIndex() == _EMPTY:
            return [self.empty]
        return [pane for pane in (self.list, self.pane.content, self.pane.bar) if pane.isVisible()]

    def focus_first(self) -> None:
        """Into the list, or to the two that were brought here."""
        if self._own is not None:
            self._in_pane = True
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_pane(self) -> None:
        if self.pane.merge is None:
            return
        self._in_pane = True
        self._fit()
        self.pane.focus_first()

    def _to_list(self) -> None:
        self._in_pane = False
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        """Beside the list, or in its place where there is no room."""
        wide = self.width() >= _BESIDE
        self.side.setMaximumWidth(_LIST if wide else 16_777_215)
        self.side.setMinimumWidth(_LIST if wide else 0)
        self.side.setVisible(wide or not self._in_pane)
        self.pane.setVisible(wide or self._in_pane)
        self.pane.fit(narrow=not wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One of both."""
        return QSize(420, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the two."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self.stack.currentIndex() == _EMPTY or not plain or not self._deed(event):
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text().upper()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.list.hasFocus():
            self.merge()
        elif key == Qt.Key.Key_Escape and not self.list.hasFocus():
            self._to_list()
        elif text == "N":
            self.keep_apart()
        elif text == "S":
            self.put_off()
        else:
            return False
        return True
