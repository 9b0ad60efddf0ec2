"""Bringing in a list."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.model.draft import Applied, Problem, Severity, Verdict, VerdictKind
from directory_app.progress import Progress, silent
from directory_app.store import Store

if TYPE_CHECKING:
    from directory_app.importing import Reading
    from directory_app.importing.columns import ColumnLeftOut


@dataclass(slots=True)
class Brought:
    """What an import did, or with a dry run would do, and what it could not read or place."""

    applied: Applied
    problems: list[Problem]
    left_out: "list[ColumnLeftOut]"


def import_list(
    store: Store,
    file: Path,
    *,
    ok_means: tuple[str, ...] = ("print",),
    into_note: Sequence[str] = (),
    dry_run: bool = False,
    another: Collection[int] = (),
    progress: Progress = silent,
) -> Brought:
    """Read a list, compare it with the directory and apply what was found, in one step.

    Columns chosen before for a list with the same headings are used again. A column without a
    place is left out, but for those whose heading is in ``into_note``: their cells go to the
    private note. A dry run needs no store that can write, and changes nothing. ``another``: the
    lines of which a person said that they are other businesses than those like them that asked
    to be forgotten.
    """
    from directory_app import importing

    options = importing.ReadOptions(ok_means=ok_means)
    reading = importing.read(file, options=options, progress=progress)
    chosen = store.remembered_columns(reading.fingerprint)
    if chosen is not None and chosen != reading.columns:
        reading = importing.read(file, options=options, columns=chosen, progress=progress)
    if into_note:
        chosen = reading.into_note(into_note)
        reading = importing.read(file, options=options, columns=chosen, progress=progress)
    verdicts = importing.match(reading.drafts, store, progress)
    _say_another(verdicts, another)
    applied = tally(verdicts) if dry_run else store.apply(verdicts, progress)
    return Brought(applied, _problems(reading, verdicts), reading.left_out)


def _say_another(verdicts: list[Verdict], lines: Collection[int]) -> None:
    """Let rows in that a person knows to be other businesses than who asked to be forgotten."""
    by_line = {verdict.draft.line: verdict for verdict in verdicts}
    for line in lines:
        if line not in by_line:
            raise UserError(f"The list has no line {line}.", "Look at what the import said of it.")
        verdict = by_line[line]
        if verdict.kind in (VerdictKind.ASK, VerdictKind.BLOCKED):
            # the second is what would have happened if nobody like it had been forgotten
            verdict.kind, verdict.another = verdict.offered[1], True


def _problems(reading: "Reading", verdicts: list[Verdict]) -> list[Problem]:
    """What reading and comparing found, and which lines were left out, in the order of lines."""
    found = dict.fromkeys(reading.problems)
    found |= dict.fromkeys(one for draft in reading.drafts for one in draft.problems)
    found |= dict.fromkeys(filter(None, map(_left_out, verdicts)))
    return sorted(found, key=lambda one: one.line)


#: Skipped with a problem of their own, or with nothing to tell: everything is there already.
_TOLD = frozenset({"no_name", "kept_no", "nothing_to_change"})


def _left_out(verdict: Verdict) -> Problem | None:
    """Say why a line made no business, where nothing else says it."""
    from directory_app.importing import words

    if verdict.kind in {VerdictKind.CREATE, VerdictKind.UPDATE} or verdict.reason in _TOLD:
        return None
    what = "This line is a duplicate" if verdict.kind == VerdictKind.DUPLICATE else "Left out"
    message = f"{what}: {words.why(verdict)}"
    if verdict.kind == VerdictKind.DUPLICATE and verdict.target_line is None:
        message += f" as {verdict.target_code} in the directory"
    if verdict.kind in (VerdictKind.ASK, VerdictKind.BLOCKED):
        line = verdict.draft.line
        message += f". If you know that it is another business, say so: --another {line}"
    return Problem(verdict.draft.line, "name", "left_out", f"{message}.", Severity.NOTE)


def tally(verdicts: list[Verdict]) -> Applied:
    """What applying the verdicts would count, without applying them."""
    kinds = Counter(verdict.kind for verdict in verdicts)
    updated = sum(
        verdict.kind == VerdictKind.UPDATE and any(change.accepted for change in verdict.changes)
        for verdict in verdicts
    )
    created, duplicates = kinds[VerdictKind.CREATE], kinds[VerdictKind.DUPLICATE]
    skipped = len(verdicts) - created - updated - duplicates
    return Applied(len(verdicts), created, updated, duplicates, skipped)
