"""The open directory, as the window's pages use it.

Reading rows: ``session.browser`` (this thread, for what is on screen) and ``session.look(work,
done)`` (a worker with its own Browser). Everything else: ``session.ask(work, done)`` for what
reads through the Store and ``session.write(work, done)`` for what changes it. Both run in the
one thread that owns the Store; ``session.read(work, done)`` beside it where nothing is being
saved. ``work`` gets the Store (and the Progress, if it takes two arguments) and returns a plain
value, which ``done`` gets in the GUI thread. After each write ``changed`` is emitted, then
``done`` is called.
"""

import datetime as dt
import inspect
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from directory_app.errors import UserError
from directory_app.progress import Cancelled, Progress
from directory_app.store.browse import Browser
from directory_app.store.folder import Folder
from directory_app.store.trouble import KnownAgainError
from directory_app.ui import steps
from directory_app.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from directory_app.store.store import Store

T = TypeVar("T")
#: The setting of a directory that says who of its people works with this window.
WORKS_HERE = "works_here"


@dataclass(frozen=True, slots=True)
class ClosedWork:
    """What can only be done while nobody has the directory open, the window neither.

    ``work(path, progress)`` in a worker; ``told(result)`` is what is said once it is done, by
    its message and hint, and ``opened(result)`` which directory is opened afterwards (None:
    the same one). ``text`` is what the window says meanwhile.
    """

    text: str
    work: Callable[[Path, Progress], Any]
    told: Callable[[Any], tuple[str, str]]
    opened: Callable[[Any], Path | None] = lambda _result: None


@dataclass(frozen=True, slots=True)
class WordNeeded:
    """A change that waits for a person to say whether it is another than who was forgotten.

    ``another()`` does it, ``leave()`` leaves it undone.
    """

    error: KnownAgainError
    another: Callable[[], object]
    leave: Callable[[], None]


class Session(QObject):
    """One directory, from unlocking to locking.

    ``changed``: something was written; pages read again. ``writing``: something will be: who
    reads what lasts gives way, because a save waits five seconds for readers, and no longer.
    ``undo_changed(undo, redo)``: the labels of the next undo and redo, "" where there is none.
    ``opened``: the Store is ready.
    ``closed_work(ClosedWork)``: something to be done while the directory is closed.
    """

    changed = Signal()
    writing = Signal()
    undo_changed = Signal(str, str)
    opened = Signal()
    read_only = Signal(object)
    closed_work = Signal(object)

    def __init__(
        self,
        path: Path,
        runner: JobRunner,
        store: "Store | None" = None,
        parent: QObject | None = None,
    ) -> None:
        """A plain directory needs no ``store``: it is opened by ``warm``, in the background."""
        super().__init__(parent)
        self.path = path
        self.runner = runner
        self.folder = Folder(path)
        self._store = store
        self.writable = store is not None and store.writable
        #: What a field directory is bound to; None for any other. One is always encrypted.
        self.field = store.field if store is not None else None
        #: Asks a person for a word that a change needs; without it the change has failed.
        self.ask_word: Callable[[WordNeeded], None] | None = None
        self.browser = self._new_browser()
        self._zone = self.browser.setting("timezone") or "America/Denver"
        self._lookers: dict[str, Browser] = {}
        self._looked: dict[str, Job] = {}

    @property
    def encrypted(self) -> bool:
        """Whether the directory has a passphrase."""
        return self.folder.encrypted

    @property
    def name(self) -> str:
        """What the person calls it: the folder's name without its ending."""
        return self.path.stem

    @property
    def timezone(self) -> "ZoneInfo":
        """The directory's zone."""
        return ZoneInfo(self._zone)

    def today(self) -> dt.date:
        """The day in the directory's zone; the laptop's own until it is opened."""
        if self._store is None:
            return dt.date.today()
        return self._store.today()

    def warm(self) -> None:
        """Load the Store in the background; to be called once the first rows are painted."""
        self.ask(lambda store: None, lambda _nothing: self.opened.emit())

    def prepare(self, done: Callable[[], None], *modules: str) -> None:
        """Load modules in a worker, then call ``done``; at once where they are loaded.

        What pulls in the tables takes half a second, and half of the window's memory: it is
        loaded when somebody first wants it, and never in the GUI thread.
        """
        if all(name in sys.modules for name in modules):
            done()
            return

        def load(_progress: Progress) -> None:
            for name in modules:
                import_module(name)

        self.runner.start(load, lambda _nothing: done(), lane="load")

    # -- reading

    def look(
        self,
        work: Callable[[Browser], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        lane: str = "look",
    ) -> Job:
        """Read rows in a worker, in series with other looks of the same lane.

        What may take long looks in the lane "count": nobody waits behind it, and a save stops it.
        """

        def looking(progress: Progress) -> T:
            browser = self._looker(lane)
            self._looked[lane] = progress.__self__  # type: ignore[attr-defined]  # Job.report
            try:
                return work(browser)
            finally:
                self._looked.pop(lane, None)

        return self.runner.start(looking, done, failed=failed, cancelled=cancelled, lane=lane)

    def interrupt(self, job: Job | None) -> None:
        """Stop the query of a look, if it is running, because its answer is not wanted any more."""
        if job is not None:
            job.cancel()
            for lane, looked in list(self._looked.items()):
                if looked is job:
                    self._lookers[lane].interrupt()

    def ask(
        self,
        work: Callable[..., T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        text: str = "",
    ) -> Job:
        """Read through the Store: a Dossier, settings, listings."""
        return self.runner.start(
            lambda progress: _given(work, self._opened_store(), progress),
            done,
            failed=failed,
            cancelled=cancelled,
            text=text,
            lane="store",
        )

    def read(
        self,
        work: "Callable[[Store], T]",
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Read through the Store what somebody waits to see: not behind a list that takes long.

        But behind what is being saved, so that it shows what was typed last.
        """
        store = self._store
        if store is None or self.runner.is_saving():
            return self.ask(work, done, failed=failed)
        return self.runner.start(lambda _progress: work(store), done, failed=failed, lane="rows")

    def read_long(
        self,
        work: Callable[..., T],
        done: Callable[[T], None],
        *,
        failed: Callable[[Exception], None] | None = None,
        text: str = "",
    ) -> Job:
        """Read a list that takes long, read anew after each save, so that no save waits for it.

        ``work`` reads some at a time: SQLite lets a save in only between two reads.
        """
        store = self._store
        if store is None:
            return self.ask(work, done, failed=failed, text=text)
        return self.runner.start(
            lambda progress: _given(work, store, progress),
            done,
            failed=failed,
            text=text,
            lane="list",
        )

    # -- writing

    def write(
        self,
        work: Callable[..., T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        text: str = "",
    ) -> Job:
        """Change the directory: one call is one transaction and one undo step.

        Give ``text`` to what takes long: closing the window cancels it. What has none is a
        save, and is finished first. What would bring back who asked to be forgotten waits for a
        person's word, whichever page began it, and ``failed`` for that.
        """

        def finish(result: tuple[T, str, str]) -> None:
            value, undo, redo = result
            self.undo_changed.emit(undo, redo)
            self.changed.emit()
            if done is not None:
                done(value)

        def change(progress: Progress) -> tuple[T, str, str]:
            store = self._opened_store()
            value = _given(work, store, progress)
            return value, *_labels(store.browser)

        def stopped(error: Exception) -> None:
            fail = failed or self.runner.unhandled.emit
            if not isinstance(error, KnownAgainError) or self.ask_word is None:
                fail(error)
                return
            again = partial(self.write, _with_word(work, error.ids), done)
            another = partial(again, failed=failed, cancelled=cancelled, text=text)
            # who leaves it out knows why nothing was saved
            self.ask_word(WordNeeded(error, another, partial(fail, Cancelled())))

        self.interrupt(self._looked.get("count"))
        self.writing.emit()
        return self.runner.start(
            change,
            finish,
            failed=stopped,
            cancelled=cancelled,
            text=text,
            lane="store",
            must_finish=not text,
        )

    def keep(self, work: "Callable[[Store], None]") -> Job:
        """Write what is no step and changes nothing on screen; closing waits for it."""
        return self.runner.start(
            lambda _progress: work(self._opened_store()), lane="store", must_finish=True
        )

    def keep_now(self, work: "Callable[[Store], None]") -> None:
        """The same, and wait until it is written; what goes wrong is raised here.

        For the lock, which may not go on before: what takes long and is no save is stopped.
        """
        self.runner.hurry()
        self.runner.within("store", lambda: work(self._opened_store()))

    def check(self, done: Callable[[list[str]], None]) -> None:
        """Look at every page of the file, as is done at each start; the problems, none if sound.

        Once the Store is open, beside what it does.
        """

        def look(store: "Store") -> None:
            self.runner.start(
                lambda progress: store.check(progress, quick=True), done, lane="check", quiet=True
            )

        self.ask(lambda store: store, look)

    def keep_safe(self) -> None:
        """A backup if one is due, which closing waits for; backups that had their time go.

        Nobody is there to read what went wrong, and nothing that was saved depends on it: the
        next start tells of a backup that is too old.
        """
        if self._store is None or not self.writable:
            return

        def keep(store: "Store") -> None:
            from directory_app.tasks import keep_safe

            try:
                keep_safe(store)
            except UserError as error:
                sys.stderr.write(f"{error}\n")

        self.keep(keep)

    def undo(self, done: Callable[[str | None], None] | None = None) -> Job:
        """Take back the last step; ``done`` gets its label, None if there was none."""
        return self.write(lambda store: steps.words(store.history.undo()) or None, done)

    def redo(self, done: Callable[[str | None], None] | None = None) -> Job:
        """Do again what was taken back."""
        return self.write(lambda store: steps.words(store.history.redo()) or None, done)

    def refresh_labels(self) -> None:
        """Say what undo and redo would do."""
        self.look(_labels, lambda labels: self.undo_changed.emit(*labels))

    def close(self) -> None:
        """Let go of the directory. Waits for what is under way."""
        self.runner.shutdown()
        for browser in (self.browser, *self._lookers.values()):
            browser.close()
        if self._store is not None:
            self._store.close()
            self._store = None

    # -- in the workers

    def _opened_store(self) -> "Store":
        if self._store is None:
            self._store, refused = open_store(self.path, None)
            if refused is not None:
                self.read_only.emit(refused)
            self.writable = self._store.writable
        return self._store

    def _looker(self, lane: str) -> Browser:
        if lane not in self._lookers:
            self._lookers[lane] = self._new_browser()
            if lane == "count":
                self._lookers[lane].keep_little()
        return self._lookers[lane]

    def _new_browser(self) -> Browser:
        if self._store is not None:
            return self._store.browser
        return Browser(self.folder.database, today=self.today)


def open_store(
    path: Path, passphrase: str | None, *, keyring: bool = False
) -> "tuple[Store, UserError | None]":
    """The Store with its lock; or, when somebody else writes, without it and the reason.

    For a worker: loads SQLAlchemy, and a passphrase takes about a second. ``passphrase`` may be
    the recovery code; with ``keyring`` the system's keyring is asked instead. UserError says
    what is wrong with the passphrase or the directory.
    """
    from directory_app.store.keys import WrongSecretError
    from directory_app.store.store import Store

    try:
        store = Store.open(path, passphrase=passphrase, write=True, keyring=keyring)
    except WrongSecretError:
        raise
    except UserError as error:
        return Store.open(path, passphrase=passphrase, keyring=keyring), error
    choose_person(store)
    return store, None


def choose_person(store: "Store") -> None:
    """Who works here, as was chosen last in this directory; else the store finds the only one."""
    chosen = store.settings.get(WORKS_HERE)
    if chosen and chosen in store.browser.people():
        store.set_person(chosen)


def _labels(browser: "Browser") -> tuple[str, str]:
    return steps.words(browser.undo_label()), steps.words(browser.redo_label())


def _with_word(work: Callable[..., T], ids: tuple[str, ...]) -> Callable[..., T]:
    """The work once a person said that these are others than who asked to be forgotten."""

    def saying(store: "Store", progress: Progress) -> T:
        with store.another_one(ids):
            return _given(work, store, progress)

    return saying


def _given(work: Callable[..., T], store: Any, progress: Progress) -> T:
    takes_two = len(inspect.signature(work).parameters) >= 2
    return work(store, progress) if takes_two else work(store)
