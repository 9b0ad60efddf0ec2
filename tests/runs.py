"""Print runs that are there already, for tests that are about something else."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from directory_app.model.print_run import PrintRun
from directory_app.model.recall import PlannedRun
from directory_app.store import Store


def record(
    store: Store,
    *,
    layout: str,
    entries: Sequence[tuple[str, Mapping[str, Any]]],
    event_id: str | None = None,
    languages: str | Sequence[str] = (),
    use_by: dt.date | None = None,
    copies: int = 1,
    sha256: str = "",
    made_at: dt.datetime | None = None,
) -> PrintRun:
    """A run that left, with the next number."""
    spoken = tuple(languages.split(",")) if isinstance(languages, str) else tuple(languages)
    planned = PlannedRun(layout, entries, event_id, spoken, use_by, copies, made_at=made_at)
    number = store.runs.reserve(planned).number
    store.runs.complete(number, sha256 or "0" * 64)
    return next(run for run in store.runs.all() if run.number == number)
