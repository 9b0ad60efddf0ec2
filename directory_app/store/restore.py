"""Restoring a backup in the place of a directory, or where there is none.

The directory must be closed. What is there now is kept as a backup, a damaged one too. What
owners refused since then, who withdrew and what was printed stay as they are now (carried.py).
Where that cannot be told, nothing goes out until a person has said who refused since (hold.py).

What differs between two states of one directory, by kind and name. Changes nothing.
"""

import contextlib
import datetime as dt
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store import (
    backup,
    backups,
    check,
    hold,
    keys,
    opening,
    rekey,
    swap,
    was_encrypted,
    withdrawal,
)
from directory_app.store.carried import same_directory
from directory_app.store.engine import connect, sqlalchemy_engine
from directory_app.store.folder import Folder, WriterLock, inspect, sync_folder
from directory_app.store.never_again import NOTHING, Brought
from directory_app.store.trouble import NewerVersionError, explained

#: (kind, table, key column, SQL of what a person calls it, tables that belong to it)
_KINDS = (
    (
        "businesses",
        "business",
        "id",
        "name || ' (' || code || ')'",
        (("phone", "business_id"), ("contact", "business_id"), ("consent", "business_id")),
    ),
    (
        "events",
        "event",
        "id",
        "coalesce(nullif(name_en, ''), name_es) || ', ' || date",
        (("evententry", "event_id"),),
    ),
    ("print_runs", "printrun", "id", "'No. ' || number", ()),
    ("people", "person", "id", "name", ()),
    ("lists", "savedlist", "id", "name", ()),
    ("settings", "setting", "key", "key", ()),
)
KINDS = tuple(kind for kind, *_ in _KINDS)


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: what only the directory has, only the backup, and both but not alike.

    Names, in the order of the alphabet. ``same`` counts what is alike.
    """

    kind: str
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    changed: tuple[str, ...]
    same: int


def compare(here: Any | None, there: Any) -> list[Difference]:
    """Compare two open driver connections; ``here`` None stands for one that cannot be read."""
    return [_compared(kind, here, there) for kind in KINDS]


def _compared(kind: str, here: Any | None, there: Any) -> Difference:
    mine = {} if here is None else _rows(here, kind)
    theirs = _rows(there, kind)
    both = mine.keys() & theirs.keys()
    changed = [key for key in both if mine[key][1] != theirs[key][1]]
    return Difference(
        kind,
        _names(mine, mine.keys() - both),
        _names(theirs, theirs.keys() - both),
        _names(mine, changed),
        len(both) - len(changed),
    )


def _names(rows: dict[str, tuple[str, int]], keys: Any) -> tuple[str, ...]:
    return tuple(sorted((rows[key][0] for key in keys), key=str.casefold))


def _rows(connection: Any, kind: str) -> dict[str, tuple[str, int]]:
    """Key -> (name, a hash of the row and of all that belongs to it)."""
    _, table, key, name, belongings = next(each for each in _KINDS if each[0] == kind)
    look: Callable[[str], Any] = connection.execute
    rows = look(f"SELECT {key}, {name}, * FROM {table}")  # noqa: S608 - names of our own tables
    found = {
        str(row[0]): (str(row[1] or ""), hash(tuple(row[2:])))
        for row in rows
        if row[0] not in (hold.SINCE, hold.ANSWERED)  # of the present one, whatever is restored
    }
    for belonging, owner in belongings:
        for row in look(f"SELECT {owner}, * FROM {belonging}"):  # noqa: S608 - the same
            known = found.get(str(row[0]))
            if known is not None:
                # added up, so that their order does not matter
                found[str(row[0])] = (known[0], known[1] + hash((belonging, tuple(row[1:]))))
    return found


#: The beginning of the name of a folder in which a backup is laid out.
_WORK = ".restoring."


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore would do. ``problems`` of the directory as it is; none if it is sound.

    ``withdrawn`` businesses of the backup would be purged again. ``passphrase_of_backup``: from
    then on the passphrase that the backup was made with opens the directory. ``unknown_since``:
    nothing would go out until somebody has said who refused since that day. ``brought``: what
    the "never again" files beside the backup tell of refusals.
    """

    differences: tuple[Difference, ...]
    problems: tuple[str, ...]
    withdrawn: int
    passphrase_of_backup: bool
    unknown_since: dt.date | None = None
    brought: Brought = NOTHING


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. ``kept`` is where the state until then is.

    ``not_carried`` says that the directory was too damaged to tell who refused since then.
    ``unknown_since``: as in Preview.
    """

    kept: Path
    withdrawn: int
    refusals: int
    hidden: int
    print_runs: int
    not_carried: bool
    passphrase_of_backup: bool
    unknown_since: dt.date | None = None
    brought: Brought = NOTHING


@dataclass(frozen=True, slots=True)
class RestoredNew:
    """A backup that became a new directory. ``unknown_since`` and ``brought``: as in Preview."""

    path: Path
    unknown_since: dt.date
    brought: Brought = NOTHING


@dataclass(frozen=True, slots=True)
class _Here:
    """The directory as it is: its key where the slots could be opened, and what is wrong."""

    folder: Folder
    key: bytes | None
    known: bool
    problems: tuple[str, ...]


def preview(
    path: Path, file: Path, secret: str | None, *, backup_secret: str | None = None
) -> Preview:
    """Say what restoring a backup would change. Changes nothing.

    ``secret`` opens the directory, ``backup_secret`` the backup where that is another one.
    """
    here = _look(path, secret)
    with _unpacked(here.folder.path, _WORK, file, backup_secret or secret) as (there, key):
        theirs = connect(there.database, key, write=False)
        try:
            with _opened(here) as mine:
                _same(mine, theirs)
        finally:
            theirs.close()
        told = _Told(file, (backup_secret or "", secret or ""))
        # what would be there in the end: with the runs that stay, without who left since
        _done, gone, brought = _carried(here, there, key, told)
        _purge(there, key, gone)
        theirs = connect(there.database, key, write=False)
        try:
            with _opened(here) as mine:
                found = tuple(compare(mine, theirs))
        finally:
            theirs.close()
        since = _unknown_since(there, key)
        return Preview(found, here.problems, len(gone), not _keeps_slots(here, key), since, brought)


def restore_into(
    path: Path,
    file: Path,
    secret: str | None,
    *,
    backup_secret: str | None = None,
    never_again: Sequence[Path] = (),
    progress: Progress = silent,
) -> Restored:
    """Put the state of a backup in the place of a directory, whole or not at all.

    ``never_again`` are files of refusals that lie elsewhere than beside the backup.
    The present state is kept as a backup first. UserError if the backup is of another directory.
    """
    here = _look(path, secret)
    lock = WriterLock(here.folder.lock)
    try:
        if not here.problems:
            connect(here.folder.database, here.key, write=True).close()
        if here.known:
            here = _Here(swap.settle(here.folder, here.key), here.key, True, here.problems)
        with (
            explained(),
            _unpacked(here.folder.path, _WORK, file, backup_secret or secret) as (there, key),
        ):
            told = _Told(file, (backup_secret or "", secret or ""), never_again)
            return _exchange(here, there, key, told, progress)
    finally:
        lock.release()


def restore_as_new(
    path: Path,
    file: Path,
    secret: str | None,
    progress: Progress = silent,
    never_again: Sequence[Path] = (),
) -> RestoredNew:
    """Make a backup a new directory: opened, proven, brought up to date, and only then there.

    Nothing goes out of it until somebody has said who refused since the day of the backup.
    ``secret`` opens the backup. UserError if anything is there already; then nothing is.
    """
    opening.refuse_taken(path)
    swap.clear_abandoned(path.parent, f".{path.name}.*.partial")
    with explained(), _unpacked(path.parent, f".{path.name}.", file, secret) as (there, key):
        progress(0, 2, "")
        _prove(there, key)
        progress(1, 2, "")
        told = _Told(file, (secret or "",), never_again)
        _done, gone, brought = _carried(None, there, key, told)
        _purge(there, key, gone)
        since = _unknown_since(there, key)
        if since is None:
            raise AssertionError("what came out of a backup alone is on hold")
        sync_folder(there.path)
        there.path.rename(path)
        sync_folder(path.parent)
        if key is None:
            was_encrypted.allow(path)
    return RestoredNew(path, since, brought)


def _exchange(
    here: _Here, there: Folder, key: bytes | None, told: "_Told", progress: Progress
) -> Restored:
    with _opened(here) as mine:
        theirs = connect(there.database, key, write=False)
        _same(mine, theirs)
        theirs.close()
    carried, gone, brought = _carried(here, there, key, told)
    _purge(there, key, gone)
    since = _unknown_since(there, key)
    with swap.rebuilding(here.folder) as work:
        draft, slots = _sealed_anew(here, there, key, work, progress)
        kept = _keep(here, progress)
        swap.exchange(here.folder, draft, slots)
    return Restored(
        kept,
        len(gone),
        carried.refusals if carried else 0,
        carried.hidden if carried else 0,
        carried.print_runs if carried else 0,
        carried is None,
        not _keeps_slots(here, key),
        since,
        brought,
    )


def _look(path: Path, secret: str | None) -> _Here:
    """The directory, however damaged; but a wrong passphrase is not damage."""
    folder, key = Folder(path), None
    if not path.is_dir() or not any(
        each.exists() for each in (folder.database, folder.keys, folder.backups)
    ):
        raise UserError(
            f"“{path.name}” is not a Puertas directory.", "Restore the backup as a new one."
        )
    try:
        folder = inspect(path)
        if folder.encrypted:
            folder, key = keys.unlock(folder, secret)
    except (keys.WrongSecretError, NewerVersionError):
        raise
    except UserError as error:
        return _Here(folder, None, False, (error.message,))
    try:
        revision = opening.revision_of(folder, key)
    except NewerVersionError:
        raise
    except UserError as error:
        return _Here(folder, key, True, (error.message,))
    opening.refuse_older(revision)
    return _Here(folder, key, True, tuple(check.problems(folder, key, quick=True)))


@dataclass(frozen=True, slots=True)
class _Told:
    """Which backup, the secrets that may open what lies beside it, and files named besides."""

    backup: Path
    secrets: tuple[str, ...]
    files: Sequence[Path] = ()


@contextlib.contextmanager
def _unpacked(
    beside: Path, prefix: str, file: Path, secret: str | None
) -> Iterator[tuple[Folder, bytes | None]]:
    """The backup laid out in a private folder and brought up to date, with its key."""
    with (
        tempfile.TemporaryDirectory(
            prefix=prefix, suffix=".partial", dir=beside, ignore_cleanup_errors=True
        ) as work,
        contextlib.closing(_Alive(Path(work))),
    ):
        place = Path(work) / "there.puertas"
        place.mkdir(mode=0o700)
        backup.unpack(file, place)
        folder = inspect(place)
        key = None
        if folder.encrypted:
            try:
                folder, key = keys.unlock(folder, secret)
            except keys.WrongSecretError as error:
                raise keys.WrongSecretError(
                    "The passphrase does not open this backup.",
                    "It opens with the passphrase that was in use when it was made.",
                ) from error
        opening.bring_copy_up_to_date(folder, key)
        yield folder, key


class _Alive(WriterLock):
    """Held while a folder is worked in, so that nobody clears it away."""

    def __init__(self, work: Path) -> None:
        super().__init__(work / swap.LOCK)

    def close(self) -> None:
        """Let it go."""
        self.release()


@contextlib.contextmanager
def _opened(here: _Here) -> Iterator[Any | None]:
    """A read connection to the directory, None where it cannot be read."""
    if here.problems:
        yield None
        return
    connection = connect(here.folder.database, here.key, write=False)
    try:
        yield connection
    finally:
        connection.close()


def _same(mine: Any | None, theirs: Any) -> None:
    if mine is not None and not same_directory(mine, theirs):
        raise UserError(
            "This backup is of another directory.", "Restore it as a new directory instead."
        )


def _carried(
    here: _Here | None, there: Folder, key: bytes | None, told: _Told
) -> tuple[Any | None, list[str], Brought]:
    """Carry over what holds from now; what came of it (None: unreadable), who is withdrawn.

    Where there is nothing to carry over, the restored directory goes on hold, and files of
    refusals tell what they know.
    """
    from directory_app.store import carried, homes, never_again

    connection = connect(there.database, key, write=True)
    try:
        done = None
        if here is not None and here.known:
            with contextlib.suppress(sqlite.DatabaseError):
                done = carried.carry_over(connection, here.folder.database, here.key)
        if done is None:
            hold.mark(connection, hold.day_of_backup(connection, backups.made(told.backup)))
        engine = sqlalchemy_engine(lambda: connection, shared=True)
        with engine.begin() as transaction:
            homes.move_in(transaction, done.homes if done is not None else ())
            brought = NOTHING
            if hold.since(connection) is not None:
                sealing = never_again.sealing_of(transaction, there, key)
                today = hold.today_of(connection, dt.datetime.now(dt.UTC))
                beside = [told.backup.parent, *([here.folder.backups] if here else ())]
                files = dict.fromkeys((*told.files, *never_again.files_beside(*beside)))
                brought = never_again.bring_in(transaction, sealing, files, told.secrets, today)
                if brought.day is not None:
                    hold.mark_later(connection, min(brought.day, today))
            return done, carried.withdrawn(transaction), brought
    finally:
        connection.close()


def _unknown_since(there: Folder, key: bytes | None) -> dt.date | None:
    connection = connect(there.database, key, write=False)
    try:
        return hold.since(connection)
    finally:
        connection.close()


def _purge(there: Folder, key: bytes | None, ids: list[str]) -> None:
    connection = connect(there.database, key, write=True)
    try:
        engine = sqlalchemy_engine(lambda: connection, shared=True)
        with engine.begin() as transaction:
            withdrawal.forget(transaction, ids)
    finally:
        connection.close()


def _keeps_slots(here: _Here, there_key: bytes | None) -> bool:
    """Whether the restored directory opens as this one does now."""
    return here.key is not None or (here.known and there_key is None)


def _sealed_anew(
    here: _Here, there: Folder, key: bytes | None, work: Path, progress: Progress
) -> tuple[Path, bytes | None]:
    """The restored database under the key that it will have, and the slots that come with it."""
    if not _keeps_slots(here, key):
        if key is None:
            raise UserError(
                "This backup is not encrypted, but the directory is.",
                "Restore it as a new directory, and encrypt that.",
            )
        slots = keys.document(there.keys)
        return _moved(there, key, work), slots
    if here.key == key:
        return _moved(there, key, work), None
    if here.key is None:
        raise AssertionError("a plain directory keeps its slots only for a plain backup")
    draft = work / backup.DATABASE
    rekey.write_anew(there, key, here.key, draft, progress)
    return draft, None


def _prove(there: Folder, key: bytes | None) -> None:
    problems = check.file_problems(there.database, key)
    if problems:
        raise UserError(f"The backup is not sound: {problems[0]}", "Choose another backup.")


def _moved(there: Folder, key: bytes | None, work: Path) -> Path:
    _prove(there, key)
    return there.database.replace(work / backup.DATABASE)


def _keep(here: _Here, progress: Progress) -> Path:
    if not here.problems:
        return backup.write(here.folder, here.key, progress=progress, mark="before-restore-")
    kept = backup.put_aside(here.folder)
    swap.journal(here.folder).unlink(missing_ok=True)
    return kept
