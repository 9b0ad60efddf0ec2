"""Putting a new database, and the slots of its key, in the place of the old ones.

Two files cannot be renamed at once, so the order makes every moment safe: the new slots are
written beside the old ones, then the database is exchanged, then the slots take their place.
A killed process leaves the old database with both files of slots, or the new one with both;
keys.py takes those that open it, and the next writer settles it here.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from directory_app.errors import UserError
from directory_app.store.engine import connect
from directory_app.store.folder import (
    KEYS,
    NEXT_KEYS,
    Folder,
    WriterLock,
    sync_folder,
    write_private,
)

#: The folder in which a new database is made. One is enough: it is made under the writer's lock.
WORK = ".rebuilding.partial"
PARTIAL_KEYS = "keys.partial.json"
#: Held in a working folder by whoever works in it.
LOCK = "lock"
#: Seconds within which an empty working folder gets its lock.
JUST_MADE = 10


@contextlib.contextmanager
def rebuilding(folder: Folder) -> Iterator[Path]:
    """An empty private folder on the same disk, which is gone afterwards. Hold the lock."""
    work = folder.path / WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def exchange(folder: Folder, database: Path, slots: bytes | None) -> Folder:
    """Put a proven database in place, and with it the slots of its key; None keeps the slots.

    No connection to the old one may be open, and no journal of it may lie beside it.
    """
    if journal(folder).exists():
        raise UserError(
            "The directory is in the middle of a change.", "Open it once for changes, then again."
        )
    if slots is not None:
        folder.next_keys.unlink(missing_ok=True)
        write_private(folder.next_keys, slots)
        sync_folder(folder.path)
    database.replace(folder.database)
    sync_folder(folder.path)
    if slots is not None:
        folder = _settled(replace(folder, keys_name=NEXT_KEYS))
    return folder


def put_slots(folder: Folder, slots: bytes, proof: Callable[[bytes], bool]) -> None:
    """Replace the file of slots in one move, once what was written has proven itself."""
    partial = folder.path / PARTIAL_KEYS
    partial.unlink(missing_ok=True)
    write_private(partial, slots)
    if not proof(partial.read_bytes()):
        partial.unlink()
        raise UserError("The key file could not be written.", "Nothing was changed; try again.")
    partial.replace(folder.keys)
    sync_folder(folder.path)


def settle(folder: Folder, key: bytes | None) -> Folder:
    """Finish what a killed process began, under the writer's lock; the folder as it is then.

    ``folder`` knows (keys.py) which file of slots has ``key``, which must open the database.
    """
    shutil.rmtree(folder.path / WORK, ignore_errors=True)
    (folder.path / PARTIAL_KEYS).unlink(missing_ok=True)
    clear_abandoned(folder.path, ".restoring.*.partial")
    if not folder.next_keys.exists():
        return replace(folder, keys_name=KEYS)
    # somebody may have exchanged the database since the key was found
    connect(folder.database, key, write=False).close()
    return _settled(folder)


def _settled(folder: Folder) -> Folder:
    if folder.keys_name == NEXT_KEYS:
        folder.next_keys.replace(folder.path / KEYS)
    else:
        folder.next_keys.unlink()
    sync_folder(folder.path)
    return replace(folder, keys_name=KEYS)


def clear_abandoned(place: Path, pattern: str) -> None:
    """Remove working folders that killed processes left; one at work holds the lock in it."""
    for left in place.glob(pattern):
        with contextlib.suppress(UserError, OSError):
            if (left / LOCK).exists():
                WriterLock(left / LOCK).release()
            elif not any(left.iterdir()) and not _older(left, JUST_MADE):
                continue  # its lock comes next
            shutil.rmtree(left, ignore_errors=True)


def _older(folder: Path, seconds: float) -> bool:
    # a time to come is of a clock that was set back since
    return not 0 <= time.time() - folder.stat().st_mtime <= seconds


def overwrite(file: Path) -> None:
    """Write zeros over a file and remove it. On a flash disk old copies may remain."""
    with file.open("r+b") as opened:
        zero(opened.fileno())
    file.unlink()


def zero(descriptor: int) -> None:
    """Write zeros over an open file, down to the disk."""
    size = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    block = bytes(1 << 20)
    while size > 0:
        size -= os.write(descriptor, block[: min(size, len(block))])
    os.fsync(descriptor)


def journal(folder: Folder) -> Path:
    """Where SQLite keeps what it needs to take back an unfinished change."""
    return folder.database.with_name(folder.database.name + "-journal")
