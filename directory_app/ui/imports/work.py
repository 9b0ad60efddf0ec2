"""What an import does in the worker: read and match, then locate and apply. Plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from directory_app.geocoding import AddressToLocate, Located, locate, shows_town_only
from directory_app.importing.options import ReadOptions
from directory_app.importing.pasted import Pasted
from directory_app.model.columns import utc_now
from directory_app.model.draft import Applied, Draft, FieldChange, Verdict, VerdictKind
from directory_app.model.terms import AddressType, Precision
from directory_app.progress import Progress

if TYPE_CHECKING:
    from directory_app.importing import Reading
    from directory_app.store.store import Store

#: Fields whose change asks for a new look at where a business is.
_ADDRESS = frozenset({"address_1", "city", "state_province", "postal_code"})


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


def load(store: "Store", request: Request, progress: Progress) -> Loaded:
    """Read a file, with the columns remembered for its headings, and match it."""
    from directory_app.importing import match, read

    reading = read(
        request.path, options=request.options, columns=request.columns, progress=progress
    )
    if request.columns is None:
        remembered = store.remembered_columns(reading.fingerprint)
        if remembered and remembered != reading.columns:
            reading = read(
                request.path, options=request.options, columns=remembered, progress=progress
            )
    return Loaded(request, reading, match(reading.drafts, store, progress))


def apply(
    store: "Store",
    verdicts: Sequence[Verdict],
    fingerprint: str,
    columns: Mapping[str, str],
    progress: Progress,
) -> Applied:
    """Place what is new, offline, then write everything in one transaction and one undo step.

    Cancelled in time, nothing at all is written.
    """
    placed = _place_moved(store, _place_new(verdicts, progress))
    applied = store.apply(placed, progress)
    store.remember_columns(fingerprint, dict(columns))
    return applied


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
        draft = replace(draft, values=draft.values | _pin(located))
        placed[place] = replace(verdicts[place], draft=draft)
    return placed


def _place_moved(store: "Store", verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Updates whose address changes get the place of the new one, unless a person pinned it."""
    return [_moved(store, verdict) if _moves(verdict) else verdict for verdict in verdicts]


def _moves(verdict: Verdict) -> bool:
    return verdict.kind == VerdictKind.UPDATE and any(
        change.accepted and change.field in _ADDRESS for change in verdict.changes
    )


def _moved(store: "Store", verdict: Verdict) -> Verdict:
    kept = store.business(verdict.target or "").business
    if kept.pin_locked or kept.precision == Precision.MANUAL:
        return verdict
    now = {name: getattr(kept, name) for name in (*_ADDRESS, "address_type")}
    changes = {change.field: change.after for change in verdict.changes if change.accepted}
    if "latitude" in changes:
        return verdict
    pin = _pin(locate([_address(verdict.draft, now | changes)])[0])
    added = [FieldChange(name, getattr(kept, name), value) for name, value in pin.items()]
    return replace(verdict, changes=[*verdict.changes, *added])


def _address(draft: Draft, values: Mapping[str, object] | None = None) -> AddressToLocate:
    values = values or draft.values
    return AddressToLocate(
        id=str(draft.line),
        address_1=str(values.get("address_1", "")),
        city=str(values.get("city", "")),
        state_province=str(values.get("state_province", "")),
        postal_code=str(values.get("postal_code", "")),
        address_type=str(values.get("address_type", AddressType.PHYSICAL)),
        town_only=shows_town_only(str(values.get("location_visibility", ""))),
    )


def _pin(place: Located) -> dict[str, object]:
    if place.position is None:
        return {}
    return {
        "latitude": place.position.latitude,
        "longitude": place.position.longitude,
        "precision": place.precision,
        "geocode_source": place.source,
        "geocoded_at": utc_now(),
    }
