"""Creating and opening the folder of a directory: the order in which things are looked at."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from directory_app.errors import UserError
from directory_app.store import keys, swap, synced, was_encrypted
from directory_app.store.engine import PAGE_SIZE, connect, cut_short, sqlalchemy_engine
from directory_app.store.folder import (
    Folder,
    WriterLock,
    inspect,
    sync_folder,
    tighten,
    write_private,
)
from directory_app.store.schema import APPLICATION_ID, HEAD, SCHEMA_VERSION, create_all
from directory_app.store.trouble import CUT_SHORT, DAMAGED, RESTORE, NewerVersionError, explained


@dataclass(slots=True)
class Opened:
    """An opened directory: its folder, its raw key, and for a writer the lock and connection."""

    folder: Folder
    key: bytes | None
    lock: WriterLock | None = None
    connection: Any = None


def create(
    path: Path,
    passphrase: str | None,
    timezone: str,
    cost: keys.Cost,
    finish: Callable[[Path], None] | None = None,
) -> None:
    """Make a new directory beside its final place and put it there in one move.

    ``finish`` gets the folder before the move, to fill it: who looks sees all of it or nothing.
    Refuses to overwrite anything; a failure leaves nothing behind.
    """
    check_timezone(timezone)
    refuse_taken(path)
    try:
        draft = Path(tempfile.mkdtemp(prefix=f".{path.name}.", suffix=".partial", dir=path.parent))
    except OSError as error:
        raise UserError(
            f"“{path.parent.name}” cannot be written.", "Choose a folder where you may write."
        ) from error
    try:
        with explained():
            _fill(Folder(draft), passphrase, timezone, cost)
            if finish is not None:
                finish(draft)
            sync_folder(draft)
            draft.rename(path)
            sync_folder(path.parent)
        if passphrase is None:
            was_encrypted.allow(path)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def refuse_taken(path: Path) -> None:
    """UserError unless a new directory may be made at this path."""
    if path.exists() or path.is_symlink():
        raise UserError(f"There is already something at “{path.name}”.", "Choose another name.")
    if not path.parent.is_dir():
        raise UserError(f"There is no folder “{path.parent.name}”.", "Create it or choose another.")
    synced.refuse_elsewhere(path)


def _fill(folder: Folder, passphrase: str | None, timezone: str, cost: keys.Cost) -> None:
    from directory_app.store.tables import SETTING
    from directory_app.store.tombstones import KEY_SETTING, new_hash_key

    key = None
    if passphrase is not None:
        key = keys.new_key()
        write_private(folder.keys, keys.wrap(key, passphrase, cost))
    folder.backups.mkdir(mode=0o700)
    write_private(folder.lock, b"")
    write_private(folder.database, b"")
    connection = connect(folder.database, key, write=True)
    engine = sqlalchemy_engine(lambda: connection, shared=True)
    settings = {"timezone": timezone, KEY_SETTING: new_hash_key()}
    try:
        with explained(), engine.begin() as transaction:
            create_all(transaction)
            rows = [{"key": name, "value": value} for name, value in settings.items()]
            transaction.execute(SETTING.insert(), rows)
    finally:
        connection.close()
    # a driver that ignored the key would show here
    connect(folder.database, key, write=False).close()


def open_folder(
    path: Path, passphrase: str | None, *, write: bool, keyring: bool = False
) -> Opened:
    """Look at everything read-only first; only then take the lock and open for writing."""
    folder = inspect(path)
    synced.refuse_elsewhere(path)
    key = None
    if folder.encrypted:
        folder, key = keys.unlock(folder, passphrase, keyring=keyring)
        was_encrypted.remember(path)
    revision = revision_of(folder, key)
    if not write:
        refuse_older(revision)
        return Opened(folder, key)
    lock = WriterLock(folder.lock)
    try:
        connection = connect(folder.database, key, write=True)
        folder = swap.settle(folder, key)
        tighten(folder)
    except BaseException:
        lock.release()
        raise
    opened = Opened(folder, key, lock, connection)
    if revision != HEAD:
        _migrate(opened)
    return opened


def refuse_older(revision: str) -> None:
    """UserError for a schema that a writer has to bring up to date first."""
    if revision != HEAD:
        raise UserError(
            "This directory was made by an older version of Puertas.",
            "Open it once in the window; it is backed up and brought up to date.",
        )


def bring_copy_up_to_date(folder: Folder, key: bytes | None) -> None:
    """Migrate a private copy, without a backup; UserError where it is not ours, or is newer."""
    if revision_of(folder, key) != HEAD:
        from directory_app.store.migrate import run

        connection = connect(folder.database, key, write=True)
        try:
            run(connection)
        finally:
            connection.close()


def check_timezone(timezone: str) -> None:
    """UserError unless there is such an IANA time zone."""
    try:
        ZoneInfo(timezone)
    except (ValueError, OSError, KeyError) as error:
        raise UserError(
            f"There is no time zone “{timezone}”.", "Choose one such as America/Denver."
        ) from error


def _migrate(opened: Opened) -> None:
    from directory_app.store.migrate import bring_up_to_date

    try:
        bring_up_to_date(opened.folder, opened.key, opened.connection)
    except BaseException:
        opened.connection.close()
        if opened.lock is not None:
            opened.lock.release()
        raise


def revision_of(folder: Folder, key: bytes | None) -> str:
    """The schema revision of a database that is ours, readable and not newer than we are."""
    connection = _connect_after_crash(folder, key)
    try:
        with explained():
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            found = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
            ).fetchone()[0]
            rows = connection.execute("SELECT version_num FROM alembic_version") if found else []
            revisions = [row[0] for row in rows]
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise UserError(
            "The database in this folder is not a Puertas directory.",
            "Choose a folder that Puertas made.",
        )
    if version > SCHEMA_VERSION:
        raise NewerVersionError
    if len(revisions) != 1:
        raise UserError(DAMAGED, RESTORE)
    return _not_newer(str(revisions[0]))


def _not_newer(revision: str) -> str:
    """The same; NewerVersionError for a revision after ours, or one that we know nothing of."""
    if not revision.isdecimal() or int(revision) > int(HEAD):
        raise NewerVersionError
    return revision


def _connect_after_crash(folder: Folder, key: bytes | None) -> Any:
    """Open read-only; if a killed writer left its journal, let SQLite roll it back first."""
    journal = swap.journal(folder)
    if not journal.exists() and folder.database.stat().st_size % PAGE_SIZE:
        raise UserError(CUT_SHORT, RESTORE)
    try:
        return connect(folder.database, key, write=False)
    except UserError as error:
        if not journal.exists() and cut_short(folder.database, key):
            raise UserError(CUT_SHORT, RESTORE) from error
        if not journal.exists() or not os.access(folder.path, os.W_OK):
            raise
        with contextlib.closing(_Lock(folder)):
            connect(folder.database, key, write=True).close()
        return connect(folder.database, key, write=False)


class _Lock(WriterLock):
    """A writer's lock for the moment of a rollback."""

    def __init__(self, folder: Folder) -> None:
        super().__init__(folder.lock)

    def close(self) -> None:
        """Let it go."""
        self.release()
