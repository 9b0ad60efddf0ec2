"""The jobs that need several rooms at once, for the window and for the verbs alike.

Each takes an open Store and plain values and gives plain values back. What it needs is loaded
when it runs, so that a verb that only lists starts at once.
"""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.model.business import Business
from directory_app.model.draft import Applied, Problem, Verdict, VerdictKind
from directory_app.model.event import Event
from directory_app.model.listing import LeftOut
from directory_app.model.terms import Channel, Precision
from directory_app.progress import Progress, silent
from directory_app.store import Dossier, Store

if TYPE_CHECKING:
    from directory_app.guides import Entry
    from directory_app.importing import Reading

#: Half of the earth's girth in miles; no business is farther away.
WIDEST_RADIUS = 12_450
#: Settings of the directory: whom to call about a mistake, and where the guide is online.
MISTAKE_CONTACT = "mistake_contact"
GUIDE_URL = "guide_url"
#: What the offline places can find. A finer pin came from somewhere better.
COARSE = (None, Precision.CITY, Precision.ZIP)


# --- import ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Brought:
    """What an import did, or with a dry run would do, and what it could not read."""

    applied: Applied
    problems: list[Problem]


def import_list(
    store: Store,
    file: Path,
    *,
    ok_means: tuple[str, ...] = ("print",),
    dry_run: bool = False,
    progress: Progress = silent,
) -> Brought:
    """Read a list, compare it with the directory and apply what was found, in one step.

    Columns chosen before for a list with the same headings are used again. A dry run needs
    no store that can write, and changes nothing.
    """
    from directory_app import importing

    options = importing.ReadOptions(ok_means=ok_means)
    reading = importing.read(file, options=options, progress=progress)
    chosen = store.remembered_columns(reading.fingerprint)
    if chosen is not None and chosen != reading.columns:
        reading = importing.read(file, options=options, columns=chosen, progress=progress)
    verdicts = importing.match(reading.drafts, store, progress)
    applied = tally(verdicts) if dry_run else store.apply(verdicts, progress)
    return Brought(applied, _problems(reading))


def _problems(reading: "Reading") -> list[Problem]:
    """What reading found and what comparing found, in the order of lines."""
    found = dict.fromkeys(reading.problems)
    found |= dict.fromkeys(one for draft in reading.drafts for one in draft.problems)
    return sorted(found, key=lambda one: one.line)


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


# --- places ----------------------------------------------------------------------------------


@dataclass(slots=True)
class Placement:
    """Where the businesses are after locating. ``placed`` counts those that it moved.

    ``by_precision`` counts every business that has a place, ``unplaced`` holds (code, name,
    reason as a sentence) of every one that has none; together they are all of them.
    """

    by_precision: dict[str, int] = field(default_factory=dict)
    unplaced: list[tuple[str, str, str]] = field(default_factory=list)
    placed: int = 0


def locate(store: Store, progress: Progress = silent) -> Placement:
    """Find a place for every business that has none, or only a town's or a ZIP code's.

    Pins that a person set, and finer ones, stay. One undo step; opens no socket.
    """
    dossiers = store.search("")
    addresses = [_address(dossier.business) for dossier in dossiers]
    coarse = {each.business.id for each in dossiers if each.business.precision in COARSE}
    wanted = [each for each in addresses if each.id in coarse and not each.pin_locked]
    found = {located.id: located for located in geocoding.locate(wanted, progress)}
    moves = [
        (located.id, located.position, located.precision or "", located.source)
        for located in found.values()
        if located.position is not None
    ]
    placed = store.place_many(moves, progress) if moves else 0
    return _placement(dossiers, found, placed)


def _address(business: Business) -> geocoding.AddressToLocate:
    return geocoding.AddressToLocate(
        id=business.id,
        address_1=business.address_1,
        city=business.city,
        state_province=business.state_province,
        postal_code=business.postal_code,
        address_type=business.address_type,
        pin_locked=business.pin_locked,
    )


def _placement(
    dossiers: list[Dossier], found: dict[str, geocoding.Located], placed: int
) -> Placement:
    counts: Counter[str] = Counter()
    result = Placement(placed=placed)
    for dossier in dossiers:
        business, located = dossier.business, found.get(dossier.business.id)
        precision = (located and located.precision) or business.precision
        if precision:
            counts[str(precision)] += 1
        else:
            reason = geocoding.sentence(located.reason) if located and located.reason else ""
            result.unplaced.append((business.code, business.name, reason))
    finest_first = [precision.value for precision in Precision]
    result.by_precision = {name: counts[name] for name in finest_first if counts[name]}
    return result


# --- events ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as a person types it. Times are local; an end not after its start is next day."""

    name_en: str
    date: dt.date
    name_es: str = ""
    starts: dt.time | None = None
    ends: dt.time | None = None
    venue: str = ""
    address: str = ""
    radius_miles: float | None = None


def add_event(store: Store, wanted: NewEvent) -> Event:
    """Add an event and find its place, which at best is its town's."""
    from directory_app.model import addresses

    zone = ZoneInfo(store.timezone)
    parts = addresses.split(wanted.address)
    home = store.setting("home_state", geocoding.HOME_STATE)
    located = geocoding.locate_venue(wanted.address, home)
    event = Event(
        name_en=wanted.name_en,
        name_es=wanted.name_es,
        date=wanted.date,
        starts_at=_moment(wanted.date, wanted.starts, zone),
        ends_at=_moment(_last_day(wanted), wanted.ends, zone),
        venue=wanted.venue,
        address_1=parts.address_1,
        address_2=parts.address_2,
        city=parts.city,
        state_province=parts.state_province,
        postal_code=parts.postal_code,
        radius_miles=wanted.radius_miles,
        precision=located.precision,
    )
    if located.position is not None:
        event.latitude, event.longitude = located.position.latitude, located.position.longitude
    return store.add_event(event)


def _last_day(wanted: NewEvent) -> dt.date:
    overnight = wanted.starts and wanted.ends and wanted.ends <= wanted.starts
    return wanted.date + dt.timedelta(1 if overnight else 0)


def _moment(day: dt.date, time: dt.time | None, zone: ZoneInfo) -> dt.datetime | None:
    return None if time is None else dt.datetime.combine(day, time, zone)


# --- guides ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class GuideOrder:
    """Which guide is wanted and where it goes."""

    event_id: str
    path: Path
    layout: str = "sheet"
    languages: tuple[str, ...] = ("en", "es")
    open_only: bool = False


@dataclass(frozen=True, slots=True)
class GuideMade:
    """A guide that was written and counted as print run number ``run``."""

    run: int
    pages: int
    listed: int
    left_out: tuple[LeftOut, ...]
    path: Path


def make_guide(store: Store, order: GuideOrder, progress: Progress = silent) -> GuideMade:
    """Plan, write and record one guide. UserError for a layout or an event that is not there."""
    from directory_app import guides

    if order.layout not in guides.layout_names():
        known = ", ".join(guides.layout_names())
        raise UserError(f"There is no layout “{order.layout}”.", f"There is: {known}.")
    _outside_directories(order.path)
    event = store.public_event(order.event_id)
    channel = Channel.PRINT.value
    plan = guides.plan(
        event,
        store.listings(channel, on=event.date, town_point=geocoding.town_point),
        guides.GuideOptions(order.layout, order.languages, open_only=order.open_only),
        store.left_out(channel, on=event.date),
    )
    number, made_at = store.next_run_number(), dt.datetime.now(dt.UTC)
    written = guides.write(
        plan,
        order.path,
        run_number=number,
        made_at=made_at,
        mistake_contact=store.setting(MISTAKE_CONTACT),
        guide_url=store.setting(GUIDE_URL),
        progress=progress,
    )
    store.record_print_run(
        event_id=order.event_id,
        layout=order.layout,
        languages=",".join(order.languages),
        use_by=plan.use_by,
        copies=0,
        sha256=written.sha256,
        entries=[(entry.listing.code, printed(entry)) for entry in plan.entries],
        number=number,
        made_at=made_at,
    )
    return GuideMade(number, written.pages, len(plan.entries), plan.left_out, order.path)


def _outside_directories(path: Path) -> None:
    """Refuse to write over what a directory keeps: its database, its keys, its backups."""
    if any((folder / "directory.db").exists() for folder in path.absolute().resolve().parents):
        raise UserError(
            f"“{path.name}” would lie inside a directory.", "Choose another folder for the guide."
        )


def printed(entry: "Entry") -> dict[str, Any]:
    """What a print run keeps of one entry: what stood on the paper."""
    listing = entry.listing
    return {
        "number": entry.number,
        "name": listing.name,
        "alternate_name": listing.alternate_name,
        "address": ", ".join(filter(None, (listing.address_1, listing.address_2))),
        "city": listing.city,
        "phones": [" x".join(filter(None, (p.number, p.extension))) for p in listing.phones],
        "opening_hours": listing.opening_hours,
        "state": str(entry.state),
    }


def event_record(event: Event, timezone: str) -> dict[str, Any]:
    """An event as plain values, its times local (``10:00``), None where it lasts all day."""
    zone = ZoneInfo(timezone)

    def clock(moment: dt.datetime | None) -> str | None:
        return None if moment is None else moment.astimezone(zone).strftime("%H:%M")

    same = ("name_es", "venue", "address_1", "city", "state_province", "postal_code")
    return {
        "id": event.id,
        "name": event.name_en or event.name_es,
        "date": event.date.isoformat(),
        "starts": clock(event.starts_at),
        "ends": clock(event.ends_at),
        "latitude": event.latitude,
        "longitude": event.longitude,
        "precision": event.precision,
        "radius_miles": event.radius_miles,
        **{name: getattr(event, name) for name in same},
    }
