"""Files that leave the laptop: never inside a directory, and whole or not at all."""

import errno
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from directory_app.errors import UserError

#: What a directory is known by on the disk: the ending of its folder, and what lies in it.
_FOLDER, _BACKUP = ".puertas", ".puertas-backup"
_KEPT = ("directory.db", "keys.json")
#: How a file is called until it is whole: it has no name of an event or a business in it.
_PARTIAL = ".puertas-"
_BINARY = getattr(os, "O_BINARY", 0)


def outside_directories(path: Path) -> None:
    """Refuse to write over what a directory keeps; through a link or a detour, too.

    Raises UserError where ``path`` lies inside a directory, or is one, or is named as a backup.
    """
    # the rename would take the place of a link: both what it is and where it leads count
    try:
        places = {path.absolute().resolve(), path.parent.absolute().resolve() / path.name}
    except RuntimeError:  # links that go round in a circle
        raise _unwritable(path, OSError(errno.ELOOP, os.strerror(errno.ELOOP))) from None
    inside = any(_is_directory(folder) for place in places for folder in place.parents)
    backup = any(place.suffix.casefold() == _BACKUP for place in places)
    if inside or backup or any(_is_directory(place) for place in places):
        raise UserError(
            f"“{path.name}” would lie inside a directory, or over a backup of one.",
            "Choose another folder for it.",
        )


def write_whole(
    path: Path,
    data: bytes,
    *,
    private: bool = False,
    look: Callable[[Path], object] | None = None,
) -> None:
    """Write ``data`` beside ``path``, and put it in its place once it is safe on the disk.

    A file that was there stays untouched unless the new one is whole. Its owner alone may read
    it where it is ``private``, whatever the umask; else the umask says who. ``look`` reads what
    lies on the disk before it gets its name: what it raises leaves nothing behind.
    Raises UserError if it cannot be written, or as ``outside_directories`` does.
    """
    outside_directories(path)
    try:
        with _partial(path, 0o600 if private else 0o666) as (file, partial):
            file.write(data)
            file.flush()
            if look is not None:
                look(partial)
            os.fsync(file.fileno())
            if os.name == "nt":
                file.close()  # Windows renames no file that is open
            partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error


@contextmanager
def _partial(path: Path, mode: int) -> Iterator[tuple[BinaryIO, Path]]:
    """A new file in the folder of ``path`` whose name says nothing; gone unless it was renamed.

    It is held by a lock as long as somebody writes it, so that what a kill left is known, and
    removed by the next one who writes there.
    """
    _sweep(path.parent)
    partial = path.with_name(f"{_PARTIAL}{secrets.token_hex(8)}.partial{path.suffix}")
    handle = os.open(partial, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        with os.fdopen(handle, "w+b") as file:
            with suppress(OSError):  # some file systems know no locks
                _hold(file)
            if mode == 0o600:
                partial.chmod(mode)  # whatever a umask took away
            yield file, partial
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what writers that were killed left in this folder."""
    for left in folder.glob(f"{_PARTIAL}*.partial*"):
        with suppress(OSError):
            if os.name == "nt":
                left.unlink()  # refused as long as somebody has it open
                continue
            with left.open("rb") as file:
                _hold(file)
                left.unlink()


def _hold(file: BinaryIO) -> None:
    """Lock a file as long as it is open. OSError where another process holds it."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_directory(folder: Path) -> bool:
    if folder.suffix.casefold() == _FOLDER:
        return True
    return any(os.path.lexists(folder / name) for name in _KEPT)


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, error: OSError) -> UserError:
    reason = error.strerror or "the disk refused it"
    return UserError(
        f"“{path.name}” could not be written: {reason}.",
        "Choose another folder, or make room on the disk, and try again.",
    )
