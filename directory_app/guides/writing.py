"""From a plan to a file: in memory first, then to a temporary file, then renamed."""

import datetime as dt
import hashlib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from directory_app.files import outside_directories, write_whole
from directory_app.guides.enough import first_page
from directory_app.guides.layouts import Rendered, Run, render
from directory_app.guides.planning import Entry, Plan
from directory_app.progress import Progress, silent


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
    write_whole(path, data)
    return Written(pages, hashlib.sha256(data).hexdigest(), path, use_by, entries)


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
