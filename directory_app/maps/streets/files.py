"""The files of street data in the person's data folder: made whole or not at all, listed, removed.

``REGION.streets`` is a finished region. One being made ends in ``.partial.PROCESS``, and what a
killed program left of such a file is cleared away by the next one that is made. Windows lets
nobody replace a file that is open: there a new region waits as ``REGION.streets.ready`` until
nobody has the old one open, at the next start at the latest.
"""

import contextlib
import errno
import os
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from directory_app.errors import UserError
from directory_app.maps.streets import schema
from directory_app.paths import map_data_folder

SUFFIX = ".streets"
PARTIAL = ".partial"
READY = ".ready"
_MARK = f"{PARTIAL}.{os.getpid()}"
#: Where it cannot be told whether a process is alive (Windows), its files are left so long.
_A_DAY = 86_400
LONGEST_NAME = 60
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
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


def newest(name: str) -> Path:
    """The region's newest file: the one that waits to take the place of the other, if any."""
    path = path_of(name)
    ready = path.with_name(path.name + READY)
    return ready if ready.exists() else path


def paths() -> list[Path]:
    """The files of all regions, by name. What waits takes its place now, if it can."""
    folder = map_data_folder()
    if not folder.is_dir():
        return []
    for ready in folder.glob(f"*{SUFFIX}{READY}"):
        with contextlib.suppress(PermissionError):  # still open
            ready.replace(ready.with_suffix(""))
    found = folder.glob(f"*{SUFFIX}")
    return sorted(path for path in found if path.is_file())


def remove(name: str) -> None:
    """Delete a region's file. UserError where there is none."""
    path = path_of(name)
    try:
        path.with_name(path.name + READY).unlink(missing_ok=True)
        path.unlink()
    except FileNotFoundError as error:
        raise UserError(
            f"There is no street data called “{name}”.",
            "puertas map-data list shows what there is.",
        ) from error
    except PermissionError as error:
        raise UserError(
            f"“{name}” is in use and cannot be removed.", "Try again after the next start."
        ) from error


@contextmanager
def making(name: str, *, keep: bool) -> Iterator[Path]:
    """A path to fill; at the end of the block, and only then, it becomes the region.

    With ``keep`` it starts as a copy of the region, which must be there. If the block fails or the
    program dies, the old region stays as it was.
    """
    target = path_of(name)
    with _room(target.parent):
        clear_away()
        handle, text = tempfile.mkstemp(_MARK, f"{target.name}.", target.parent)  # 0600
        os.close(handle)
        partial = Path(text)
        try:
            if keep:
                shutil.copyfile(newest(name), partial)
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
        clear_away()
        work = Path(tempfile.mkdtemp(_MARK, "unpacked.", folder))  # 0700
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


def clear_away() -> None:
    """Make the folder, and clear away what killed programs left in it."""
    folder = map_data_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in folder.glob(f"*{PARTIAL}.*"):
        if _being_made(left):
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _being_made(partial: Path) -> bool:
    """Whether the process that makes this file is alive."""
    number = partial.suffix[1:]
    if not number.isdigit():
        return False
    if os.name == "nt":
        return time.time() - partial.stat().st_mtime < _A_DAY
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
    full = UserError("There is no room left on the disk for street data.", "Make some room.")
    try:
        yield
    except sqlite3.OperationalError as error:
        if "full" in str(error) or "disk I/O" in str(error):
            raise full from error
        raise
    except OSError as error:
        if error.errno in _FULL:
            raise full from error
        if isinstance(error, PermissionError):
            raise UserError(
                f"“{folder}” cannot be written.", "Check that this account may write there."
            ) from error
        raise


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _rename(partial: Path, target: Path) -> None:
    ready = target.with_name(target.name + READY)
    try:
        partial.replace(target)
    except PermissionError:  # Windows, while a map or a look-up has it open
        partial.replace(ready)
    else:
        ready.unlink(missing_ok=True)  # an older one, that now waits for nothing
    if os.name != "nt":
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
