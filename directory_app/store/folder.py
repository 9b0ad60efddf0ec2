"""The folder NAME.puertas: what lies in it, and what is wrong with one that cannot be opened.

The lock that keeps a second writer out. The system drops it when the process ends, however.
"""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from directory_app.errors import UserError
from directory_app.store import was_encrypted
from directory_app.store.trouble import DAMAGED, RESTORE

SUFFIX = ".puertas"
KEYS = "keys.json"
#: The slots of a database that is about to take the old one's place (see swap.py).
NEXT_KEYS = "keys.next.json"
PLAIN_HEADER = b"SQLite format 3\0"
#: Smaller than one page there is no database.
SMALLEST = 512


@dataclass(frozen=True, slots=True)
class Folder:
    """The places inside one directory folder."""

    path: Path
    #: The slots that open the database as it is: until a rekey is settled, those of NEXT_KEYS.
    keys_name: str = KEYS

    @property
    def database(self) -> Path:
        """The one SQLite file."""
        return self.path / "directory.db"

    @property
    def keys(self) -> Path:
        """The key slots; absent in a plain directory."""
        return self.path / self.keys_name

    @property
    def next_keys(self) -> Path:
        """The slots that come next, while a database is being exchanged."""
        return self.path / NEXT_KEYS

    @property
    def backups(self) -> Path:
        """Where backups go unless the person says otherwise."""
        return self.path / "backups"

    @property
    def lock(self) -> Path:
        """The file that the one writer holds locked."""
        return self.path / "lock"

    @property
    def encrypted(self) -> bool:
        """Whether it has key slots. Slots that wait for a database do not count yet."""
        return self.keys.exists() or (self.next_keys.exists() and not self._plain())

    def _plain(self) -> bool:
        with self.database.open("rb") as file:
            return file.read(len(PLAIN_HEADER)) == PLAIN_HEADER


def inspect(path: Path) -> Folder:
    """Look whether a path is a directory of ours, changing nothing.

    Raises UserError with its own sentence for: missing, not a folder, no database in it,
    unreadable, empty, cut short, key file lost, not encrypted though it should be or was, foreign.
    """
    folder = Folder(path)
    try:
        _inspect_folder(folder)
        header = _header(folder.database)
    except PermissionError as error:
        raise UserError(
            f"“{path.name}” cannot be read.", "Check that this account may read it."
        ) from error
    plain = header == PLAIN_HEADER
    if folder.encrypted and plain:
        raise UserError(
            "This directory has a key file, but its database is not encrypted.",
            "Do not enter anything; restore the latest backup.",
        )
    if not folder.encrypted and not plain:
        raise UserError(
            "This directory is encrypted, but its key file (keys.json) is missing.",
            "Restore the latest backup, which holds it, or put keys.json back.",
        )
    if plain:
        was_encrypted.refuse(path)
    return folder


def _inspect_folder(folder: Folder) -> None:
    name = folder.path.name
    if not folder.path.exists():
        raise UserError(f"There is no directory at “{name}”.", "Check the name and the folder.")
    if not folder.path.is_dir():
        raise UserError(
            f"“{name}” is a file, not a Puertas directory.",
            "A directory is a folder whose name ends in .puertas.",
        )
    if not folder.database.is_file():
        raise UserError(
            f"“{name}” is a folder without a directory in it.",
            "Choose a folder that Puertas made (its name ends in .puertas).",
        )


def _header(database: Path) -> bytes:
    size = database.stat().st_size
    if size == 0:
        raise UserError("The directory file is empty.", RESTORE)
    if size < SMALLEST:
        raise UserError(DAMAGED, RESTORE)
    with database.open("rb") as file:
        return file.read(len(PLAIN_HEADER))


def write_private(path: Path, data: bytes) -> None:
    """Write a new file that only this account may read, down to the disk; refuse to overwrite."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def tighten(folder: Folder) -> None:
    """Take away what other accounts may do with it, as where a file manager unpacked a backup.

    A disk that keeps no such rights, or a file of another account, stays as it is.
    """
    if os.name == "nt":
        return
    files = (folder.database, folder.path / KEYS, folder.lock)
    for each, rights in (
        (folder.path, 0o700),
        (folder.backups, 0o700),
        *((f, 0o600) for f in files),
    ):
        with contextlib.suppress(OSError):
            if each.stat().st_mode & 0o077:
                each.chmod(rights)


def sync_folder(path: Path) -> None:
    """Make renames within a folder survive a power loss (Windows needs and offers nothing)."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class WriterLock:
    """An exclusive lock on a file, held until ``release``; a killed process leaves none."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once; UserError if somebody holds it or the folder is read-only."""
        try:
            self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise UserError(
                "This directory cannot be changed: its folder is read-only.",
                "Copy the folder to a disk where you may write, or only look at it.",
            ) from error
        try:
            _take(self._descriptor)
        except OSError as error:
            self.release()
            raise UserError(
                "This directory is already open for changes, in another window or by a command.",
                "Close the other one or wait until it is done.",
            ) from error

    def release(self) -> None:
        """Let the next writer in. Safe to call twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
