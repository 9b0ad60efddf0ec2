"""Searches with a name, and how many businesses each has now.

They are kept in the directory: what somebody searches for may tell whom the list is about.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from directory_app.model.ids import new_id
from directory_app.store.filters import VIEWS, Filter, has_grammar

if TYPE_CHECKING:
    from directory_app.store.browse import Browser
    from directory_app.store.store import Store
    from directory_app.ui.jobs import Job
    from directory_app.ui.session import Session

#: Longer than this nobody waits for a number: a long read would keep a save waiting.
PATIENCE_MS = 2_000
_KEY = "list:"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A name, what is typed, and the view it is typed in. ``id`` is "" until it is kept."""

    name: str
    text: str
    view: str = "all"
    id: str = ""

    @property
    def key(self) -> str:
        """Its row in the sidebar."""
        return f"{_KEY}{self.id}"

    @property
    def query(self) -> str:
        """The form in which the directory keeps it."""
        return json.dumps({"text": self.text, "view": self.view}, ensure_ascii=False)

    @property
    def filter(self) -> Filter:
        """What it shows."""
        return Filter(text=self.text, view=self.view)


def of_row(list_id: str, name: str, query: str) -> SavedSearch:
    """A list as the directory keeps it; what is not of the window's form is what was typed."""
    try:
        kept = json.loads(query)
        text, view = str(kept["text"]), str(kept.get("view", "all"))
    except (ValueError, TypeError, KeyError):
        text, view = query, "all"
    return SavedSearch(name, text, view if view in VIEWS else "all", list_id)


class SavedLists(QObject):
    """``changed``: others, or in another order. ``counted(key, n)``: None takes too long.

    ``kept(SavedSearch)``: a new one, with its id.
    """

    changed = Signal()
    counted = Signal(str, object)
    kept = Signal(object)

    def __init__(self, session: "Session", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.lists: list[SavedSearch] = []
        self._to_count: list[SavedSearch] = []
        self._job: Job | None = None
        self._unsaved = 0
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)

    def by_key(self, key: str) -> SavedSearch | None:
        """The list of a row of the sidebar."""
        return next((one for one in self.lists if one.key == key), None)

    def refresh(self) -> None:
        """Read them, then count."""
        self._session.look(lambda browser: browser.saved_lists(), self._arrived)

    def _arrived(self, rows: Sequence[tuple[str, str, str]]) -> None:
        if self._unsaved:
            return  # read before what was just changed here was written: read again then
        self._put([of_row(*row) for row in rows])
        self.count()

    # -- counting

    def count(self) -> None:
        """Count each, one after the other, beside all else."""
        self._session.interrupt(self._job)
        self._to_count = list(self.lists)
        self._next()

    def _next(self) -> None:
        self._patience.stop()
        self._job = None
        if not self._to_count:
            return
        one = self._to_count.pop(0)

        def arrived(number: int | None) -> None:
            if self._job is job:
                self.counted.emit(one.key, number)
                self._next()

        def over() -> None:
            arrived(None)

        job = self._session.look(
            _counting(one.filter),
            arrived,
            failed=lambda _error: over(),
            cancelled=over,
            lane="count",
        )
        self._job = job
        self._patience.start()

    def _give_up(self) -> None:
        self._session.interrupt(self._job)

    # -- changing

    def keep(self, wanted: SavedSearch) -> None:
        """A new list, or another name or search for one that there is."""
        if wanted.id:
            changes = {"name": wanted.name, "query": wanted.query}
            self._put([wanted if one.id == wanted.id else one for one in self.lists])
            self._save(lambda store: store.saved_lists.update(wanted.id, changes))
            return
        made = replace(wanted, id=new_id())
        self._put([*self.lists, made])
        self._save(partial(_save_list, made, len(self.lists)))
        self.kept.emit(made)

    def remove(self, one: SavedSearch) -> Callable[[], None]:
        """Forget one; what comes back brings it back."""
        at = self.lists.index(one)
        self._put([other for other in self.lists if other.id != one.id])
        self._save(lambda store: store.saved_lists.delete(one.id))

        def bring_back() -> None:
            self._put([*self.lists[:at], one, *self.lists[at:]])
            self._save(partial(_save_list, one, at))

        return bring_back

    def move(self, one: SavedSearch, to: int) -> None:
        """Put one at another place."""
        others = [other for other in self.lists if other.id != one.id]
        to = max(0, min(to, len(others)))
        self._put([*others[:to], one, *others[to:]])
        ids = [each.id for each in self.lists]
        self._save(lambda store: store.saved_lists.order(ids))

    def _save(self, work: "Callable[[Store], None]") -> None:
        """Write what is shown already; once all is written, read what there is."""
        self._unsaved += 1
        self._session.keep(work).ended.connect(self._is_saved)

    def _is_saved(self) -> None:
        self._unsaved -= 1
        if not self._unsaved:
            self.refresh()

    def _put(self, lists: list[SavedSearch]) -> None:
        if lists != self.lists:
            self.lists = lists
            self.changed.emit()


def _save_list(one: SavedSearch, at: int, store: "Store") -> None:
    store.saved_lists.add(one.name, one.query, one.id, at)


def _counting(wanted: Filter) -> "Callable[[Browser], int]":
    def count(browser: "Browser") -> int:
        if has_grammar(wanted.text):
            from directory_app.model.query import parse
            from directory_app.tasks import know_places

            if parse(wanted.text).places():
                know_places(browser.setting("home_state") or "")
        return browser.count(wanted)

    return count
