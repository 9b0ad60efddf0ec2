"""From a plan to a file: in memory first, then to a temporary file, then renamed."""

import datetime as dt
import errno
import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.guides.enough import first_page
from directory_app.guides.layouts import Rendered, Run, render
from directory_app.guides.planning import Entry, Plan
from directory_app.progress import Progress, silent

#: What a directory is known by on the disk: the ending of its folder, and what lies in it.
_FOLDER, _BACKUP = ".puertas", ".puertas-backup"
_KEPT = ("directory.db", "keys.json")


@dataclass(frozen=True, slots=True)
class Written:
    """A guide on disk. ``entries`` says for each code what was printed, for the print run.

    ``sheets`` are the sheets of paper that a copy takes; 0 where nobody counted.
    """

    pages: int
    sha256: str
    path: Path
    use_by: dt.date
    entries: tuple[tuple[str, dict[str, Any]], ...]
    sheets: int = 0


def write_guide(
    plan: Plan,
    path: Path,
    *,
    run_number: int,
    made_at: dt.datetime,
    mistake_contact: str = "",
    guide_url: str = "",
    progress: Progress = silent,
) -> Written:
    """Write the guide. A file that was there stays untouched unless the new one is whole.

    ``made_at`` must be aware. Raises UserError if the file cannot be written, or would lie
    inside a directory, over its database, its keys or its backups.
    """
    outside_directories(path)
    run = Run(run_number, made_at, mistake_contact, guide_url)
    done = render(plan, run, progress)
    entries = tuple((entry.listing.code, _printed(entry, done)) for entry in plan.entries)
    written = put(path, done.data, done.pages, plan.use_by, entries)
    return replace(written, sheets=done.sheets)


def put(
    path: Path,
    data: bytes,
    pages: int,
    use_by: dt.date,
    entries: tuple[tuple[str, dict[str, Any]], ...],
) -> Written:
    """Write a whole file in the place of ``path``. Raises UserError as write_guide does."""
    outside_directories(path)
    _replace(path, data)
    return Written(pages, hashlib.sha256(data).hexdigest(), path, use_by, entries)


def outside_directories(path: Path) -> None:
    """Refuse to write over what a directory keeps; through a link or a detour, too."""
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
            "Choose another folder for the guide.",
        )


def _is_directory(folder: Path) -> bool:
    if folder.suffix.casefold() == _FOLDER:
        return True
    return any(os.path.lexists(folder / name) for name in _KEPT)


def preview(
    plan: Plan,
    *,
    made_at: dt.datetime,
    mistake_contact: str = "",
    guide_url: str = "",
    progress: Progress = silent,
) -> Rendered:
    """The same pages in memory; where the run number stands they say "Preview"."""
    return render(plan, Run(0, made_at, mistake_contact, guide_url), progress)


def preview_first(
    plan: Plan,
    *,
    made_at: dt.datetime,
    mistake_contact: str = "",
    guide_url: str = "",
    progress: Progress = silent,
) -> bytes:
    """The first page alone, as a PDF. Only for plans that are not imposed for folding."""
    run = Run(0, made_at, mistake_contact, guide_url)
    return first_page(lambda: render(plan, run, progress).data)


def _printed(entry: Entry, done: Rendered) -> dict[str, Any]:
    """What the page says of one business, as JSON takes it."""
    code = entry.listing.code
    said = done.facts[code]
    printed = {field.name: getattr(said, field.name) for field in fields(said)}
    printed["phones"] = [phone.shown for phone in said.phones]
    return {"page": done.page_of[code], "state": str(entry.state), **printed}


def _replace(path: Path, data: bytes) -> None:
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
        partial.chmod(0o644)
        partial.replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


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
        f"The guide could not be written to “{path.name}”: {reason}.",
        "Choose another folder, or make room on the disk, and try again.",
    )
