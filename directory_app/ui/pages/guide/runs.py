"""A guide on its way out: planned from what owners say now, and out through the one way there is.

For workers. ``save`` writes a file; ``begin`` and ``begin_again`` make what a printer gets, under
a number that is reserved already; ``finish`` or ``give_up`` say how that ended.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.progress import Progress
from directory_app.tasks import leaving, presets
from directory_app.tasks.leaving import Content
from directory_app.tasks.presets import Preset
from directory_app.tasks.printing import guide_content, planned_guide
from directory_app.ui.pages.guide import state
from directory_app.ui.pages.guide.state import Choices, Prepared

if TYPE_CHECKING:
    from directory_app.model.print_run import PrintRun
    from directory_app.store.store import Store
    from directory_app.store.synced import Elsewhere


@dataclass(frozen=True, slots=True)
class Ready:
    """Pages for a printer. ``same``: it is the paper of that run, once more.

    ``begun`` is the reserved run, None for the same one. ``fell_away`` are the names of those who
    were on the pages before and are not any more.
    """

    number: int
    content: Content
    begun: leaving.Begun | None
    fell_away: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether it is more copies of a run that there is."""
        return self.begun is None


@dataclass(frozen=True, slots=True)
class Made:
    """A guide that is out. ``elsewhere``: something copies the folder in which its file lies."""

    run_number: int
    pages: int
    fell_away: tuple[str, ...] = ()
    same: bool = False
    path: Path | None = None
    elsewhere: "Elsewhere | None" = None


def save(
    store: "Store",
    choices: Choices,
    path: Path,
    shown: Mapping[str, str],
    progress: Progress,
    *,
    copies: int,
) -> Made:
    """Ask for consent once more and write the file. ``shown``: who was on the pages on screen.

    The plan is made again from the directory as it is now: what was withdrawn since the
    preview is not printed.
    """
    prepared = state.prepare(state.gather(store, choices), choices)
    left = leaving.leave(
        store,
        _planned(prepared, copies),
        path,
        lambda reserved: _content(store, prepared, reserved, progress),
    )
    gone = _fell_away(prepared, shown)
    return Made(left.number, left.content.pages, gone, path=path, elsewhere=left.elsewhere)


def begin(
    store: "Store", choices: Choices, copies: int, shown: Mapping[str, str], progress: Progress
) -> Ready:
    """The same for a printer: reserved and made, in memory."""
    return _begin(
        store, state.prepare(state.gather(store, choices), choices), copies, shown, progress
    )


def begin_again(store: "Store", number: int, copies: int, progress: Progress) -> Ready:
    """A run once more, with consent asked for again.

    Where the paper says what it said, it is the same run, and its copies are counted before
    they are printed; where anybody fell away or anything changed, it is a new one. UserError
    for a run whose options nobody kept, or whose event is not there any more.
    """
    run, preset = run_of(store, number), made_with(store, number)
    assert run.event_id is not None  # else it was not made_with anything
    choices = Choices(run.event_id, preset.options, preset.people)
    gathered = state.gather(store, choices)
    prepared = state.prepare(gathered, choices, imposed=preset.options.imposed)
    before = store.run_names(number)
    once_more = _content(store, prepared, Reserved(number, run.made_at), progress)
    if once_more.sha256 == run.sha256:
        leaving.read_back(store, _planned(prepared, copies), once_more)
        store.count_more_copies(number, copies)
        return Ready(number, once_more, None, _fell_away(prepared, before))
    return _begin(store, prepared, copies, before, progress)


def finish(store: "Store", ready: Ready) -> Made:
    """Paper came out."""
    if ready.begun is not None:
        leaving.finish(store, ready.begun)
    return Made(ready.number, ready.content.pages, ready.fell_away, ready.same)


def give_up(store: "Store", ready: Ready, copies: int) -> None:
    """No paper came out."""
    if ready.begun is not None:
        leaving.give_up(store, ready.begun)
    else:
        store.count_more_copies(ready.number, -copies)


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


def _begin(
    store: "Store", prepared: Prepared, copies: int, shown: Mapping[str, str], progress: Progress
) -> Ready:
    begun = leaving.begin(
        store,
        _planned(prepared, copies),
        lambda reserved: _content(store, prepared, reserved, progress),
    )
    return Ready(begun.number, begun.content, begun, _fell_away(prepared, shown))


def _planned(prepared: Prepared, copies: int) -> PlannedRun:
    choices = prepared.choices
    preset = replace(choices.preset, copies=copies)
    if prepared.staff is None:
        return planned_guide(prepared.plan, choices.event_id, preset)
    from directory_app.guides import visits

    return PlannedRun(
        layout=choices.options.layout,
        entries=visits.planned(prepared.staff),
        event_id=choices.event_id,
        languages=choices.options.languages,
        use_by=prepared.use_by,
        copies=copies,
    )


def _content(store: "Store", prepared: Prepared, reserved: Reserved, progress: Progress) -> Content:
    if prepared.staff is None:
        return guide_content(store, prepared.plan, reserved, progress)
    from directory_app.tasks.visiting import sheets_content

    return sheets_content(store, prepared.staff, reserved, progress)


def _fell_away(prepared: Prepared, shown: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for code, name in shown.items() if code not in prepared.named)
