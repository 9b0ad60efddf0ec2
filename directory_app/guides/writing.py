"""From a plan to the bytes of a guide, and to what a print run keeps of it."""

import datetime as dt
from dataclasses import dataclass, fields
from typing import Any

from directory_app.guides.layouts import Run, render
from directory_app.guides.layouts.layout import Rendered
from directory_app.guides.pdf import first_page
from directory_app.guides.planning import Entry, Plan
from directory_app.progress import Progress, silent


@dataclass(frozen=True, slots=True)
class Made:
    """A guide in memory. ``entries`` says for each code what was printed, for the print run.

    ``sheets`` are the sheets of paper that a copy takes; 0 where nobody counted.
    """

    data: bytes
    pages: int
    use_by: dt.date
    entries: tuple[tuple[str, dict[str, Any]], ...]
    sheets: int = 0


def make_guide(
    plan: Plan,
    *,
    run_number: int,
    made_at: dt.datetime,
    mistake_contact: str = "",
    guide_url: str = "",
    progress: Progress = silent,
) -> Made:
    """Set the guide of a reserved number; ``made_at`` must be aware.

    No layout opens a file: tasks.leaving writes it.
    """
    done = render(plan, Run(run_number, made_at, mistake_contact, guide_url), progress)
    entries = tuple((entry.listing.code, _printed(entry, done)) for entry in plan.entries)
    return Made(done.data, done.pages, plan.use_by, entries, done.sheets)


def planned(plan: Plan) -> list[tuple[str, dict[str, Any]]]:
    """Who will be on it, for a number that is reserved before the pages are set."""
    return [
        (entry.listing.code, {"number": entry.number, "name": entry.listing.name})
        for entry in plan.entries
    ]


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
    printed["number"] = entry.number
    return {"page": done.page_of[code], "state": str(entry.state), **printed}
