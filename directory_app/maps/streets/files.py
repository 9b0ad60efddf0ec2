"""The files of street data in the person's data folder: made whole or not at all, listed, removed.

``REGION.streets`` is a finished region. One being made is ``REGION.streets.partial.PROCESS``,
and what a killed program left of such a file is cleared away by the next one that is made.
"""

import contextlib
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from directory_app.errors import UserError
from directory_app.maps.streets import schema
from directory_app.paths import map_data_folder

SUFFIX = ".streets"
PARTIAL = ".partial"
LONGEST_NAME = 60
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)$")


def region_name(text: str) -> str:
    """A region's name as it can be a file's on every system. UserError if nothing is left."""
    name = re.sub(r"[^\w.\- ]+", "-", text.strip()).strip(" .-")[:LONGEST_NAME].strip(" .-")
    if not name or _RESERVED.match(name.split(".")[0]):
        raise UserError(f"“{text}” is no name for a region.", "Choose one of letters and digits.")
    return name


def path_of(name: str) -> Path:
    """Where the region of this name is, or would be."""
    return map_data_folder() / f"{region_name(name)}{SUFFIX}"


def paths() -> list[Path]:
    """The files of all regions, by name."""
    folder = map_data_folder()
    found = folder.glob(f"*{SUFFIX}") if folder.is_dir() else ()
    return sorted(path for path in found if path.is_file())


def remove(name: str) -> None:
    """Delete a region's file. UserError where there is none."""
    path = path_of(name)
    try:
        path.unlink()
    except FileNotFoundError as error:
        raise UserError(
            f"There is no street data called “{name}”.",
            "puertas map-data list shows what there is.",
        ) from error
    except PermissionError as error:
        raise UserError(
            f"“{name}” is in use and cannot be removed.", "Close the map, then try again."
        ) from error


@contextmanager
def making(name: str, *, keep: bool) -> Iterator[Path]:
    """A path to fill; at the end of the block, and only then, it becomes the region.

    With ``keep`` it starts as a copy of the region that is there. If the block fails or the
    program dies, the old region stays as it was.
    """
    target = path_of(name)
    _sweep(target.parent)
    partial = target.with_name(f"{target.name}{PARTIAL}.{os.getpid()}")
    try:
        with _room(target.parent):
            partial.unlink(missing_ok=True)
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            if keep and target.exists():
                shutil.copyfile(target, partial)
            yield partial
            _sync(partial)
            _rename(partial, target)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


@contextmanager
def workspace() -> Iterator[Path]:
    """An empty folder to unpack into, beside the regions; gone at the end of the block."""
    folder = map_data_folder()
    with _room(folder):
        _sweep(folder)
        work = folder / f"unpacked{PARTIAL}.{os.getpid()}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(mode=0o700)
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)


def check(path: Path) -> None:
    """UserError unless the file is street data that this program can read."""
    broken = UserError(
        f"The street data “{path.stem}” is damaged.", "Remove it and import it once more."
    )
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        with contextlib.closing(connection):
            kind = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            whole = connection.execute("SELECT 1 FROM meta WHERE key = 'made_at'").fetchone()
    except sqlite3.DatabaseError as error:
        raise broken from error
    if kind != schema.APPLICATION_ID or not whole:
        raise broken
    if version > schema.FORMAT:
        raise UserError(
            f"The street data “{path.stem}” was made by a newer Puertas.", "Install that one."
        )


def _sweep(folder: Path) -> None:
    """Make the folder, and clear away what killed programs left in it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"*{PARTIAL}.*"):
        if _being_made(left):
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _being_made(partial: Path) -> bool:
    """Whether the process that makes this file is alive; not known, it is taken for alive."""
    number = partial.suffix[1:]
    if not number.isdigit():
        return False
    if os.name == "nt":  # there, deleting a file that is open fails by itself
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


@contextmanager
def _room(folder: Path) -> Iterator[None]:
    """Say what a full disk or a folder that may not be written is."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise UserError(
                "There is no room left on the disk for this street data.", "Make some room."
            ) from error
        raise
    except PermissionError as error:
        raise UserError(
            f"“{folder}” cannot be written.", "Check that this account may write there."
        ) from error


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _rename(partial: Path, target: Path) -> None:
    try:
        partial.replace(target)
    except PermissionError as error:  # Windows, while a map is open
        raise UserError(
            f"“{target.stem}” is in use and cannot be replaced.", "Close the map, then try again."
        ) from error
    if os.name != "nt":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
