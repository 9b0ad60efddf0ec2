"""Bringing in a list: read and match it, then locate what is new and apply it in one step.

The window looks the verdicts over between the two; the verb takes them as they are.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.geocoding import AddressToLocate, locate, shows_town_only
from directory_app.importing import words
from directory_app.importing.options import ReadOptions
from directory_app.importing.pasted import Pasted
from directory_app.model.draft import (
    Applied,
    Draft,
    FieldChange,
    Problem,
    Severity,
    Verdict,
    VerdictKind,
)
from directory_app.model.terms import AddressType
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.tasks.editing import ADDRESS, pin_fields, pin_of

if TYPE_CHECKING:
    from directory_app.importing import Reading
    from directory_app.importing.columns import ColumnLeftOut


@dataclass(frozen=True, slots=True)
class Request:
    """Which file or pasted rows, and what a person corrected. ``columns`` is None until one was."""

    path: Path | Pasted
    options: ReadOptions = field(default_factory=ReadOptions)
    columns: dict[str, str] | None = None


@dataclass(slots=True)
class Loaded:
    """A file that was read and matched."""

    request: Request
    reading: "Reading"
    verdicts: list[Verdict]


def load(store: Store, request: Request, progress: Progress) -> Loaded:
    """Read a file, with the columns remembered for its headings, and match it."""
    from directory_app.importing import match, read

    reading = read(
        request.path, options=request.options, columns=request.columns, progress=progress
    )
    if request.columns is None:
        remembered = store.imports.remembered_columns(reading.fingerprint)
        if remembered and remembered != reading.columns:
            reading = read(
                request.path, options=request.options, columns=remembered, progress=progress
            )
    return Loaded(request, reading, match(reading.drafts, store, progress))


def apply(
    store: Store,
    reading: "Reading",
    verdicts: Sequence[Verdict],
    progress: Progress = silent,
) -> Applied:
    """Place what is new, offline, then write everything in one transaction and one undo step.

    Cancelled in time, nothing at all is written. The columns of the list are remembered for the
    next one with its headings.
    """
    applied = store.imports.apply(_place_moved(store, _place_new(verdicts, progress)), progress)
    store.imports.remember_columns(reading.fingerprint, reading.columns)
    return applied


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
    loaded = load(store, Request(file, ReadOptions(ok_means=ok_means)), progress)
    if into_note:
        columns = loaded.reading.into_note(into_note)
        loaded = load(store, replace(loaded.request, columns=columns), progress)
    reading, verdicts = loaded.reading, loaded.verdicts
    _say_another(verdicts, another)
    applied = tally(verdicts) if dry_run else apply(store, reading, verdicts, progress)
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
    if verdict.kind in {VerdictKind.CREATE, VerdictKind.UPDATE} or verdict.reason in _TOLD:
        return None
    what = "This line is a duplicate" if verdict.kind == VerdictKind.DUPLICATE else "Left out"
    why = words.why(verdict)
    if verdict.kind is VerdictKind.ASK:
        why = "it may have asked to be forgotten"
    message = f"{what}: {why}"
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


def _place_new(verdicts: Sequence[Verdict], progress: Progress) -> list[Verdict]:
    """New businesses with their places. The given verdicts stay as they are."""
    new = [
        place
        for place, verdict in enumerate(verdicts)
        if verdict.kind == VerdictKind.CREATE and "latitude" not in verdict.draft.values
    ]
    found = locate([_address(verdicts[place].draft) for place in new], progress)
    placed = list(verdicts)
    for place, located in zip(new, found, strict=True):
        draft = verdicts[place].draft
        draft = replace(draft, values=draft.values | pin_fields(located))
        placed[place] = replace(verdicts[place], draft=draft)
    return placed


def _place_moved(store: Store, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Updates whose address changes get the place of the new one, unless a person pinned it."""
    return [_moved(store, verdict) if _moves(verdict) else verdict for verdict in verdicts]


def _moves(verdict: Verdict) -> bool:
    return verdict.kind == VerdictKind.UPDATE and any(
        change.accepted and change.field in ADDRESS for change in verdict.changes
    )


def _moved(store: Store, verdict: Verdict) -> Verdict:
    kept = store.businesses.get(verdict.target or "").business
    changes = {change.field: change.after for change in verdict.changes if change.accepted}
    if "latitude" in changes:
        return verdict
    pin = pin_of(kept, changes)
    added = [FieldChange(name, getattr(kept, name), value) for name, value in pin.items()]
    return replace(verdict, changes=[*verdict.changes, *added])


def _address(draft: Draft) -> AddressToLocate:
    values = draft.values
    return AddressToLocate(
        id=str(draft.line),
        address_1=str(values.get("address_1", "")),
        city=str(values.get("city", "")),
        state_province=str(values.get("state_province", "")),
        postal_code=str(values.get("postal_code", "")),
        address_type=str(values.get("address_type", AddressType.PHYSICAL)),
        town_only=shows_town_only(str(values.get("location_visibility", ""))),
    )
