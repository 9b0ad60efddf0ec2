"""An export that leaves the laptop: made, written, and counted as a print run."""

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from directory_app import exporting
from directory_app.errors import UserError
from directory_app.model.listing import LeftOut, PublicListing
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.progress import Progress, silent
from directory_app.store import Filter, Store
from directory_app.store.browse import Browser
from directory_app.store.synced import Elsewhere
from directory_app.tasks import leaving
from directory_app.tasks.finding import know_places
from directory_app.tasks.printing import COVER_WORDS, MISTAKE_CONTACT

#: What a recall list calls an export; behind it stands the format.
LAYOUT = "export-"


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which file is wanted, for which use (one of exporting.CHANNELS), and where it goes.

    ``only`` narrows it to some: ids, or what a filter shows. None is the whole directory.
    """

    path: Path
    format: str
    channel: str
    languages: tuple[str, ...] = ("en", "es")
    only: Collection[str] | Filter | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written and counted as print run number ``run``.

    ``elsewhere``: something copies the folder in which it lies to other machines.
    """

    run: int
    format: str
    channel: str
    exported: int
    left_out: tuple[LeftOut, ...]
    cannot_hold: tuple[str, ...]
    path: Path
    use_by: dt.date
    elsewhere: Elsewhere | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an export would hold, before it is made: how many of ``wanted`` go out, who does not.

    ``pins`` is how many of those that go have a marker. ``left_out`` are the first of them by
    name; ``reasons`` counts all of them by LeftOutReason, the most frequent first.
    """

    wanted: int
    goes: int
    pins: int
    left_out: tuple[LeftOut, ...]
    reasons: tuple[tuple[str, int], ...]
    use_by: dt.date


def export(store: Store, order: ExportOrder, progress: Progress = silent) -> Exported:
    """Write those who said yes to the channel, and nobody else, into a file of a format.

    It counts as a print run, so that a recall list names it. UserError for a format or a
    channel that is not there, for a path inside a directory, and where there is no room.
    """
    check(order)
    kind = leaving.KINDS[f"{LAYOUT}{order.format}"]
    leaving.check_place(kind, order.path)
    today = store.today()
    progress(0, 2, "choosing")
    listings, left_out = _chosen(store, order.channel, order.only)
    use_by = exporting.use_by(listings, today)
    contact = store.settings.get(MISTAKE_CONTACT)
    say_immigrant = store.settings.get(COVER_WORDS) != "plain"

    def make(reserved: Reserved) -> leaving.Content:
        progress(1, 2, "writing")
        about = exporting.About(
            run=reserved.number,
            channel=order.channel,
            made_on=today,
            use_by=use_by,
            languages=order.languages,
            mistake_contact=contact,
            say_immigrant=say_immigrant,
        )
        return leaving.Content((exporting.render(order.format, listings, about),))

    run = PlannedRun(
        layout=kind.name,
        channel=order.channel,
        entries=[(each.code, _told(each, order.channel)) for each in listings],
        languages=order.languages,
        use_by=use_by,
    )
    left = leaving.leave(store, run, order.path, make)
    progress(2, 2, "writing")
    return Exported(
        left.number,
        order.format,
        order.channel,
        len(listings),
        left_out,
        exporting.cannot_hold(order.format),
        order.path,
        use_by,
        left.elsewhere,
    )


def look_ahead(
    reads: Browser, channel: str, only: Collection[str] | Filter | None, today: dt.date
) -> Outlook:
    """Who would go out for a channel, and who would not and why. For a worker of its own."""
    if isinstance(only, Filter):
        know_places(reads.setting("home_state") or "")
    found = reads.outlook(channel, only)
    good = today + exporting.GOOD_FOR
    return Outlook(
        found.goes + found.reasons.total(),
        found.goes,
        found.pins,
        tuple(found.left_out),
        tuple(found.reasons.most_common()),
        min(found.ends or good, good),
    )


def check(order: ExportOrder) -> None:
    """Refuse a format or a channel that is not there. Raises UserError."""
    for word, those, what in (
        (order.format, exporting.NAMES, "format"),
        (order.channel, exporting.CHANNELS, "channel"),
    ):
        if word not in those:
            raise UserError(f"There is no {what} “{word}”.", f"There is: {', '.join(those)}.")


def _chosen(
    store: Store, channel: str, only: Collection[str] | Filter | None
) -> tuple[list[PublicListing], tuple[LeftOut, ...]]:
    """Who goes and who is left out, of those that are wanted; both by name."""
    today = store.today()
    listings = store.listings.public(channel, on=today)
    left_out = store.listings.left_out(channel, on=today)
    if only is not None:
        codes = _codes(store, only)
        listings = [each for each in listings if each.code in codes]
        left_out = [each for each in left_out if each.code in codes]
    return listings, tuple(left_out)


def _codes(store: Store, only: Collection[str] | Filter) -> set[str]:
    if isinstance(only, Filter):
        know_places(store.settings.get("home_state"))
        return store.browser.codes(only)
    return {row.code for row in store.businesses.rows(list(only))}


def _told(listing: PublicListing, channel: str) -> dict[str, Any]:
    """What the file says of one business; the place that only serves to choose is not in it."""
    told = {key: value for key, value in asdict(listing).items() if value not in ("", (), None)}
    return {"channel": channel} | {
        key: value for key, value in told.items() if not key.startswith("place")
    }
