"""Files that leave the laptop: never inside a directory, and whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from directory_app.errors import UserError

#: What a directory is known by on the disk: the ending of its folder, and what lies in it.
_FOLDER, _BACKUP = ".puertas", ".puertas-backup"
_KEPT = ("directory.db", "keys.json")


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


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write ``data`` beside ``path``, and put it in its place once it is safe on the disk.

    A file that was there stays untouched unless the new one is whole. Everybody may read it,
    or its owner alone where it is ``private``. Raises UserError if it cannot be written, or as
    ``outside_directories`` does.
    """
    outside_directories(path)
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
    except OSError as error:
        raise _unwritable(path, error) from error
    partial = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.chmod(0o600 if private else 0o644)
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


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
