"""Checked backups: one file with the database and the key slots.

The file is an uncompressed ZIP (``.puertas-backup``) with ``directory.db`` and, for an
encrypted directory, ``keys.json``: a person can take it apart with any file manager. The
database in it is encrypted with the same key, so the same passphrase opens it.
"""

import contextlib
import datetime as dt
import os
import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store import check, hold, synced
from directory_app.store.engine import connect, prepare
from directory_app.store.folder import Folder, WriterLock, sync_folder, write_private
from directory_app.store.swap import LOCK, clear_abandoned
from directory_app.store.trouble import explained

SUFFIX = ".puertas-backup"
DATABASE, KEYS = "directory.db", "keys.json"
#: In the name of one that holds a directory which was no longer sound.
DAMAGED = "damaged"
#: How often a directory is copied that others keep changing.
ATTEMPTS = 3
#: A backup is not compressed; one that somebody packed anew unpacks to no more than so many times.
MOST_UNPACKED = 50
#: Pages copied between two calls of progress.
PAGES = 2_000


def write(
    folder: Folder,
    key: bytes | None,
    to: Path | None = None,
    progress: Progress = silent,
    *,
    mark: str = "",
    note: bytes = b"",
    now: dt.datetime | None = None,
) -> Path:
    """Write a backup and say where it is; ``to`` None puts it into the directory's backups.

    ``mark`` is part of its name, ``note`` the comment of the ZIP (see backups.py).
    Copied with SQLite's own backup, checked page by page, row counts compared, and only then
    given its name. UserError if anything is there already or the copy is not perfect.
    """
    now = now or dt.datetime.now(dt.UTC)
    target = _target(folder, to, mark, now)
    if key is None and to is not None:
        synced.refuse_elsewhere(target)  # an encrypted one may lie anywhere
    if target.exists():
        raise UserError(f"There is already a file “{target.name}”.", "Choose another name.")
    try:
        work = Path(tempfile.mkdtemp(prefix=".backup.", suffix=".partial", dir=target.parent))
    except OSError as error:
        raise UserError(
            f"“{target.parent.name}” cannot be written.", "Choose a folder where you may write."
        ) from error
    try:
        with explained():
            _make(folder, key, work, target, progress=progress, note=note, now=now)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return target


def unpack(backup: Path, draft: Path) -> None:
    """Lay out a backup in an empty folder, as a directory that can be opened."""
    with _opened(backup) as archive:
        for name in (DATABASE, KEYS):
            if name in archive.namelist():
                write_private(draft / name, b"")
                with archive.open(name) as packed, (draft / name).open("r+b") as file:
                    shutil.copyfileobj(packed, file, 1 << 20)
                    file.flush()
                    os.fsync(file.fileno())
    (draft / "backups").mkdir(mode=0o700)
    write_private(draft / "lock", b"")


def put_aside(folder: Folder) -> Path:
    """Keep a directory that cannot be read, file by file and unproven, among its backups."""
    target = _target(folder, None, f"{DAMAGED}-", dt.datetime.now(dt.UTC))
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    with explained():
        descriptor = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w+b") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
                for each in sorted(folder.path.iterdir()):
                    if each.is_file() and each.name != folder.lock.name:
                        archive.write(each, each.name)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        sync_folder(target.parent)
    return target


def row_counts(connection: Any) -> dict[str, int]:
    """How many rows each table has."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    counts = {}
    for (name,) in names:
        query = f'SELECT count(*) FROM "{name}"'  # noqa: S608 - a name from sqlite_master
        counts[str(name)] = int(connection.execute(query).fetchone()[0])
    return counts


def _target(folder: Folder, to: Path | None, mark: str, now: dt.datetime) -> Path:
    stamp = now.strftime("%Y%m%dT%H%M%S%fZ")
    name = f"{folder.path.stem}-{mark}{stamp}{SUFFIX}"
    if to is None:
        with contextlib.suppress(FileExistsError):
            folder.backups.mkdir(mode=0o700)
        return folder.backups / name
    return to / name if to.is_dir() else to


def _make(
    folder: Folder,
    key: bytes | None,
    work: Path,
    target: Path,
    *,
    progress: Progress,
    note: bytes,
    now: dt.datetime,
) -> None:
    alive = WriterLock(work / LOCK)
    try:
        clear_abandoned(target.parent, ".backup.*.partial")
        _copy(folder, key, work / DATABASE, progress, now)
        partial = work / (target.name + ".partial")
        _pack(folder, work / DATABASE, partial, note)
        partial.replace(target)
        sync_folder(target.parent)
    finally:
        alive.release()


def _copy(
    folder: Folder, key: bytes | None, target: Path, progress: Progress, now: dt.datetime
) -> None:
    """Copy and prove the database; once more where somebody changed it in the meantime."""
    source = connect(folder.database, key, write=False)
    try:
        for _ in range(ATTEMPTS):
            version = _version(source)
            _copy_once(source, key, target, progress, now)
            problems = _prove(source, key, target)
            if not problems:
                return
            if version == _version(source):
                break
            target.unlink()
    finally:
        source.close()
    raise UserError(
        f"The backup was not kept, because it is not sound: {problems[0]}",
        "Check the directory and the disk, then try again.",
    )


def _version(connection: Any) -> int:
    """A number that is another one after somebody else has changed the database."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _copy_once(
    source: Any, key: bytes | None, target: Path, progress: Progress, now: dt.datetime
) -> None:
    """Copy the database, and let the copy bear its day: see hold.py."""
    write_private(target, b"")

    def tell(_status: int, remaining: int, total: int) -> None:
        progress(total - remaining, total, "")

    copy = unlocked_copy(target, key)
    try:
        source.backup(copy, pages=PAGES, progress=tell)
        hold.mark(copy, hold.today_of(copy, now))
    finally:
        copy.close()


def unlocked_copy(target: Path, key: bytes | None) -> Any:
    """A connection to an empty file, for pages to be copied into."""
    import sqlcipher3.dbapi2 as sqlite

    copy = sqlite.connect(target, isolation_level=None)
    prepare(copy, key)
    return copy


def _prove(source: Any, key: bytes | None, copy: Path) -> list[str]:
    # before a migration the directory, and so its copy, is of the revision of then
    revision = source.execute("SELECT version_num FROM alembic_version").fetchone()
    problems = check.file_problems(copy, key, revision=str(revision[0]) if revision else "")
    expected = row_counts(source)
    expected["setting"] += hold.since(source) is None  # the copy bears its day
    if not problems and counts_of(copy, key) != expected:
        problems = ["The copy has fewer or more rows than the directory."]
    return problems


def counts_of(database: Path, key: bytes | None) -> dict[str, int]:
    """The same of a closed database file."""
    connection = connect(database, key, write=False)
    try:
        return row_counts(connection)
    finally:
        connection.close()


def _pack(folder: Folder, database: Path, partial: Path, note: bytes) -> None:
    descriptor = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.write(database, DATABASE)
            if folder.encrypted:
                archive.write(folder.keys, KEYS)
            archive.comment = note
        file.flush()
        os.fsync(file.fileno())
        with zipfile.ZipFile(file) as archive:
            if archive.testzip() is not None:
                raise UserError("The backup could not be read back.", "Check the disk.")


def _opened(backup: Path) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(backup)
        told = sum(each.file_size for each in archive.infolist())
        is_bomb = told > backup.stat().st_size * MOST_UNPACKED
        # what it unpacks to is looked at before anything of it is unpacked
        if is_bomb or DATABASE not in archive.namelist() or archive.testzip() is not None:
            raise zipfile.BadZipFile
    except (zipfile.BadZipFile, OSError) as error:
        raise UserError(
            f"“{backup.name}” is not a sound backup of a directory.", "Choose another backup."
        ) from error
    return archive
