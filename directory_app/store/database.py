"""An opened directory: its connections, its lock, and the frame around each read and change.

Settings of a directory. Standard library and driver only: a start asks for them.
"""

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakSet
from zoneinfo import ZoneInfo

from directory_app.errors import UserError
from directory_app.model.field_terms import SETTING, FieldTerms, read_terms
from directory_app.progress import Progress, silent
from directory_app.store import check, keys, opening
from directory_app.store.browse import Browser
from directory_app.store.clock import LAST_DAY, Clock
from directory_app.store.engine import connect, sqlalchemy_engine
from directory_app.store.hold import HeldError
from directory_app.store.trouble import explained

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from directory_app.store.step import Step


_FORGET = "DELETE FROM setting WHERE key = ? AND value = ?"
REMEMBER_SETTING = "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)"
DEFAULT_TIMEZONE = "America/Denver"


class Database:
    """What the parts of a Store stand on. Safe to use from several threads at once.

    Each thread reads through its own connection and sees what is committed, and changes go
    one after another through the writer's. A context manager; leaving it closes everything.
    """

    def __init__(
        self,
        path: Path,
        opened: opening.Opened,
        person: str | None = None,
        today: Callable[[], dt.date] | None = None,
        now: Callable[[], dt.datetime] | None = None,
    ) -> None:
        """Made by ``create`` and ``open``; nobody else calls this."""
        self.path = path
        self.opened = opened
        self._person = person
        self.writing = threading.RLock()
        self._local = threading.local()
        self._written: dt.date | None = None
        self._browsers: WeakSet[Browser] = WeakSet()
        #: How many refusals and withdrawals there were when a file last told of them.
        self._refusals: str | None = None
        #: Why the last refusal is not in every file for a restore (never_again.py); None: it is.
        self.never_again_trouble: UserError | None = None
        self.clock = Clock(self._newest_deed, self._zone, now, today)

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        passphrase: str | None,
        timezone: str = DEFAULT_TIMEZONE,
        person: str | None = None,
        cost: keys.Cost = keys.FULL_COST,
        today: Callable[[], dt.date] | None = None,
        now: Callable[[], dt.datetime] | None = None,
    ) -> Self:
        """Make a new directory and open it for changes. ``passphrase`` None makes it plain."""
        opening.create(Path(path), passphrase, timezone, cost)
        return cls.open(
            path, passphrase=passphrase, write=True, person=person, today=today, now=now
        )

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        passphrase: str | None = None,
        write: bool = False,
        person: str | None = None,
        today: Callable[[], dt.date] | None = None,
        now: Callable[[], dt.datetime] | None = None,
        keyring: bool = False,
    ) -> Self:
        """Open a directory; without ``write`` not a byte of it changes and no lock is taken.

        ``passphrase`` may also be the recovery code. With ``keyring`` and no passphrase, what
        the system's keyring keeps opens it, where a person has set that up.
        ``person`` is the name of who works; by default the only person there is. A passphrase
        given for a plain directory is ignored. ``now`` is the computer's clock, ``today`` a
        person's word in its place (clock.py). UserError says what is wrong.
        """
        place = Path(path).absolute()
        opened = opening.open_folder(place, passphrase, write=write, keyring=keyring)
        store = cls(place, opened, person, today, now)
        if store.field is not None:
            store._open_field(store.field, passphrase)
        return store

    def _open_field(self, terms: FieldTerms, passphrase: str | None) -> None:
        """End a field directory whose last day is over, by whichever clock; else note the day."""
        if self.clock.days().on > terms.until:
            self._end(terms, passphrase)
        elif self.opened.connection is not None:
            with self.write(of_run=True):
                pass

    def _end(self, terms: FieldTerms, passphrase: str | None) -> None:
        """Erase a field directory whose last day is over; always a UserError."""
        from directory_app.store import field

        writer = self
        if self.opened.connection is None:
            self.close()
            opened = opening.open_folder(self.path, passphrase, write=True)
            writer = type(self)(self.path, opened)
        field.end(writer, terms)
        raise UserError(
            f"This field directory ended on {terms.until}. What it held is erased.",
            "Bring its folder home: it still tells which guides were printed from it.",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection and let the next writer in. Safe to call twice."""
        for browser in list(self._browsers):
            browser.close()
        for name in ("_read_engine", "_write_engine"):
            if name in self.__dict__:
                self.__dict__.pop(name).dispose()
        if self.opened.connection is not None:
            self.opened.connection.close()
            self.opened.connection = None
        if self.opened.lock is not None:
            self.opened.lock.release()
            self.opened.lock = None

    @property
    def writable(self) -> bool:
        """Whether it was opened for changes. A field directory only ever prints."""
        return self.opened.connection is not None and self.field is None

    @cached_property
    def field(self) -> FieldTerms | None:
        """What a field directory is bound to (store/field.py); None for any other."""
        text = self.browser.setting(SETTING)
        return None if text is None else read_terms(text)

    @property
    def encrypted(self) -> bool:
        """Whether it is encrypted."""
        return self.opened.key is not None

    @property
    def timezone(self) -> str:
        """The IANA zone whose clock events and dates are in."""
        return self.browser.setting("timezone") or DEFAULT_TIMEZONE

    def today(self) -> dt.date:
        """The day by the directory's own clock: never earlier than what is written down."""
        return self.clock.today()

    @property
    def browser(self) -> Browser:
        """The calling thread's own read connection, opened once and closed with the store."""
        browser: Browser | None = getattr(self._local, "browser", None)
        if browser is None:
            browser = Browser(
                self.opened.folder.database, self.opened.key, self.today, self.clock.days
            )
            self._local.browser = browser
            self._browsers.add(browser)
        return browser

    @property
    def person(self) -> str:
        """Who works here now: as chosen, else the only person there is, else nobody ("")."""
        if self._person is not None:
            return self._person
        names = self.browser.people()
        return names[0] if len(names) == 1 else ""

    def refuse_on_hold(self) -> None:
        """HeldError where nothing may leave, because nobody said yet who refused since a backup."""
        since = self.browser.refusals_unknown_since()
        if since is not None:
            raise HeldError(since)

    def set_person(self, name: str | None) -> None:
        """Choose who works from now on."""
        self._person = name

    def _newest_deed(self) -> tuple[dt.datetime | None, dt.date | None]:
        return self.browser.newest_deed()

    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @cached_property
    def _read_engine(self) -> "Engine":
        folder, key = self.opened.folder, self.opened.key
        return sqlalchemy_engine(lambda: connect(folder.database, key, write=False), shared=False)

    @cached_property
    def _write_engine(self) -> "Engine":
        connection = self.opened.connection
        return sqlalchemy_engine(lambda: connection, shared=True)

    @contextmanager
    def read(self) -> Iterator["Connection"]:
        """A consistent view of what is committed."""
        with explained(), self._read_engine.connect() as connection:
            yield connection

    def _refuse_to_look_only(self, *, of_run: bool = False) -> None:
        if self.opened.connection is None:
            raise UserError(
                "This directory was opened only to look at.", "Open it for changes first."
            )
        if self.field is not None and not of_run:
            raise UserError(
                "This is a field directory: it is there to look at and to print from.",
                "Make the change on the laptop that it came from.",
            )

    @contextmanager
    def write(self, *, dated: bool = True, of_run: bool = False) -> Iterator["Connection"]:
        """One transaction of the writer: all of it or nothing.

        ``dated``: the day of it is remembered, so that no clock goes back behind it; else no
        trace of the day is left. ``of_run``: it keeps what is printed, which is all that may be
        written in a field directory.
        """
        self._refuse_to_look_only(of_run=of_run)
        from directory_app.store import never_again

        with explained(), self.writing:
            today = self.today()
            if self._refusals is None:
                self._refusals = never_again.counts(self.opened.connection)
            with self._write_engine.begin() as connection:
                yield connection
                if not dated:
                    connection.exec_driver_sql(_FORGET, (LAST_DAY, today.isoformat()))
                elif today != self._written:
                    connection.exec_driver_sql(REMEMBER_SETTING, (LAST_DAY, today.isoformat()))
            self._written = today if dated else self._written
            self.clock.note(today)
            self._tell_refusals()
        if self.field is not None:
            from directory_app.store import field

            field.keep_journal(self, self.field)

    def _tell_refusals(self) -> None:
        """Renew the files for a restore after a refusal or a withdrawal (under the lock).

        What is saved is saved: where a file cannot be written it is told by the next keep_safe.
        """
        from directory_app.store import never_again

        now = never_again.counts(self.opened.connection)
        if now == self._refusals:
            return
        try:
            self.renew_never_again()
            self._refusals = now
        except UserError as error:
            self.never_again_trouble = error

    def renew_never_again(self, place: Path | None = None) -> Path:
        """Write the file of refusals and withdrawals for a restore; where it is.

        Into the directory's backups and the folder that was chosen for it, or into ``place``
        alone. UserError where one of them cannot be written.
        """
        from directory_app.store import never_again, synced

        folder, key = self.opened.folder, self.opened.key
        with explained(), self.writing, self.read() as connection:
            sealing = never_again.sealing_of(connection, folder, key)
            places = [place] if place else never_again.places_of(connection, folder)
            written = []
            for each in places:
                if each != folder.backups:
                    synced.refuse_elsewhere(each)
                written.append(never_again.renew(connection, sealing, self.today(), each))
        if place is None:
            self.never_again_trouble = None
        return written[0]

    def confirm_clock(self) -> None:
        """A person says that the computer's clock, which is ahead, is right."""
        self.clock.confirm()
        if self.opened.connection is not None:
            with self.write(of_run=True):
                pass

    @contextmanager
    def trial(self) -> Iterator["Connection"]:
        """A transaction of the writer that is taken back at the end: to see what it would do."""
        self._refuse_to_look_only()
        with explained(), self.writing, self._write_engine.connect() as connection:
            trial = connection.begin()
            try:
                yield connection
            finally:
                trial.rollback()

    @contextmanager
    def step(self, kind: str, label: str = "") -> Iterator["Step"]:
        """One transaction and one undo step."""
        from directory_app.store.step import Step

        by = self.person
        with self.write() as connection:
            step = Step(connection, kind, label, by, at=self.clock.now(), on=self.today())
            step.another |= getattr(self._local, "another", frozenset())
            yield step
            step.finish()

    @contextmanager
    def another_one(self, ids: Iterable[str]) -> Iterator[None]:
        """Within it: a person said of these that they are others than who asked to be forgotten.

        Ids of businesses, as KnownAgainError tells them; it is filed in their history. For steps
        of the calling thread.
        """
        before: frozenset[str] = getattr(self._local, "another", frozenset())
        self._local.another = before | set(ids)
        try:
            yield
        finally:
            self._local.another = before

    def backup_source(self) -> Any:
        """A fresh read connection for a backup or a check."""
        return connect(self.opened.folder.database, self.opened.key, write=False)

    def check(self, progress: Progress = silent, *, quick: bool = False) -> list[str]:
        """Look for damage; a sentence for each problem, none if all is well.

        ``quick`` looks at every page and leaves out what belongs together: for each start.
        """
        return check.problems(self.opened.folder, self.opened.key, progress, quick=quick)


class Settings:
    """Settings of a directory."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str, default: str = "") -> str:
        """A setting of this directory."""
        found = self._db.browser.setting(key)
        return default if found is None else found

    def set(self, key: str, value: str) -> None:
        """Keep a setting of this directory. UserError for a time zone that there is not."""
        if key == "timezone":
            opening.check_timezone(value)
        with self._db.write() as connection:
            connection.exec_driver_sql(REMEMBER_SETTING, (key, value))
