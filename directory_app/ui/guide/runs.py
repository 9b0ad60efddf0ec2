"""A guide on its way out: written from what owners say now, and recorded once it is out.

For workers. ``write`` and ``again`` make a file and record nothing; ``record`` is called when
it was saved, or sent to the printer.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app import guides
from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.tasks import presets
from directory_app.tasks.presets import Preset
from directory_app.ui.guide import state
from directory_app.ui.guide.state import Choices, Prepared

if TYPE_CHECKING:
    from directory_app.guides.writing import Written
    from directory_app.model.print_run import PrintRun
    from directory_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that nobody has counted yet. ``same``: it is the paper of that run, once more.

    ``fell_away`` are the names of those who were on the pages before and are not any more.
    """

    prepared: Prepared
    written: "Written"
    number: int
    made_at: dt.datetime
    fell_away: tuple[str, ...] = ()
    same: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A guide that was counted as a print run."""

    run_number: int
    path: Path
    pages: int
    fell_away: tuple[str, ...] = ()
    same: bool = False


def write(
    store: "Store", choices: Choices, path: Path, shown: Mapping[str, str], progress: Progress
) -> Ready:
    """Ask for consent once more and write the file. ``shown``: who was on the pages on screen.

    The plan is made again from the directory as it is now: what was withdrawn since the
    preview is not printed.
    """
    gathered = state.gather(store, choices)
    prepared = state.prepare(gathered, choices)
    made_at = dt.datetime.now(dt.UTC)
    return _written(prepared, path, shown, progress, number=gathered.run_number, made_at=made_at)


def again(store: "Store", number: int, path: Path, progress: Progress) -> Ready:
    """Write a run once more, with consent asked for again.

    Where the paper says what it said, it is the same run; where anybody fell away or anything
    changed, it is a new one. UserError for a run whose options nobody kept, or whose event is
    not there any more.
    """
    run, preset = run_of(store, number), made_with(store, number)
    assert run.event_id is not None  # else it was not made_with anything
    choices = Choices(run.event_id, preset.options, preset.people)
    gathered = state.gather(store, choices)
    prepared = state.prepare(gathered, choices, imposed=preset.options.imposed)
    before = store.run_names(number)
    once_more = _written(prepared, path, before, progress, number=number, made_at=run.made_at)
    if once_more.written.sha256 == run.sha256:
        return Ready(prepared, once_more.written, number, run.made_at, same=True)
    made_at = dt.datetime.now(dt.UTC)
    return _written(prepared, path, before, progress, number=gathered.run_number, made_at=made_at)


def made_with(store: "Store", number: int) -> Preset:
    """What a run was made with. UserError for one whose options nobody kept, or without event."""
    preset = presets.of_run(store, number)
    if preset is None or run_of(store, number).event_id is None:
        raise UserError(
            f"Run {number:04} can't be made again: what it was made with was not kept.",
            "Open its event, choose a layout, and print a new one.",
        )
    return preset


def run_of(store: "Store", number: int) -> "PrintRun":
    """A print run by its number. UserError if there is none."""
    for run in store.print_runs():
        if run.number == number:
            return run
    raise UserError(f"There is no print run {number:04}.", "Choose one from the list of runs.")


def _written(
    prepared: Prepared,
    path: Path,
    shown: Mapping[str, str],
    progress: Progress,
    *,
    number: int,
    made_at: dt.datetime,
) -> Ready:
    gathered = prepared.gathered
    if prepared.staff is not None:
        from directory_app.guides.visits import write_private

        written = write_private(
            prepared.staff,
            path,
            run_number=number,
            made_at=made_at,
            mistake_contact=gathered.mistake_contact,
            progress=progress,
        )
    else:
        written = guides.write(
            prepared.plan,
            path,
            run_number=number,
            made_at=made_at,
            mistake_contact=gathered.mistake_contact,
            guide_url=gathered.guide_url,
            progress=progress,
        )
    gone = tuple(name for code, name in shown.items() if code not in prepared.named)
    return Ready(prepared, written, number, made_at, gone)


def record(store: "Store", ready: Ready, copies: int) -> Made:
    """Count it: a new run, or more copies of the one that it is."""
    if ready.same:
        store.count_more_copies(ready.number, copies)
    else:
        _record_new(store, ready, copies)
    written = ready.written
    return Made(ready.number, written.path, written.pages, ready.fell_away, ready.same)


def _record_new(store: "Store", ready: Ready, copies: int) -> None:
    choices = ready.prepared.choices
    store.record_print_run(
        event_id=choices.event_id,
        layout=choices.options.layout,
        languages=",".join(choices.options.languages),
        use_by=ready.written.use_by,
        copies=copies,
        sha256=ready.written.sha256,
        entries=ready.written.entries,
        number=ready.number,
        made_at=ready.made_at,
    )
    if not choices.private:
        presets.keep_for_run(store, ready.number, replace(choices.preset, copies=copies))
