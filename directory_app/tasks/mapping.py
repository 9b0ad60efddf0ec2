"""A map that leaves the laptop: made, written, and counted as a print run."""

from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from directory_app import geocoding, guides
from directory_app.errors import UserError
from directory_app.model.listing import PublicEvent, PublicListing
from directory_app.model.recall import PlannedRun, Reserved
from directory_app.model.terms import Channel
from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.store.synced import Elsewhere
from directory_app.tasks import leaving
from directory_app.tasks.printing import COVER_WORDS, GUIDE_URL, MISTAKE_CONTACT


@dataclass(frozen=True, slots=True)
class MapOrder:
    """Which map is wanted: about an event, or of all; with the names below it, or without."""

    path: Path
    event_id: str = ""
    languages: tuple[str, ...] = ("en", "es")
    has_list: bool = True


@dataclass(frozen=True, slots=True)
class MapWritten:
    """A map that was written and counted as print run number ``run``.

    ``shown`` have a marker. ``unnamed`` said yes to the map but not to print: they are on no
    map with names. ``elsewhere``: something copies the folder in which it lies.
    """

    run: int
    pages: int
    shown: int
    unnamed: int
    paths: tuple[Path, ...]
    elsewhere: Elsewhere | None = None


def make_map(store: Store, order: MapOrder, progress: Progress = silent) -> MapWritten:
    """Write a map of those who said yes to it. UserError where there is nobody, or no room."""
    from directory_app.guides import map_sheet
    from directory_app.guides.layouts.furniture import Run

    if order.path.suffix.lower() not in (".pdf", ".png"):
        raise UserError(f"“{order.path.name}” is no name of a map.", "End it in .pdf or .png.")
    leaving.check_place(leaving.KINDS["map"], order.path)
    event = store.events.public(order.event_id) if order.event_id else _today(store)
    listings, unnamed = _allowed(store, event, has_list=order.has_list)
    options = guides.GuideOptions(
        languages=order.languages, say_immigrant=store.settings.get(COVER_WORDS) != "plain"
    )
    plan = guides.plan(event, listings, options)
    contact, url = store.settings.get(MISTAKE_CONTACT), store.settings.get(GUIDE_URL)

    def make(reserved: Reserved) -> leaving.Content:
        run = Run(reserved.number, reserved.made_at, contact, url)
        made = map_sheet.render(plan, run, has_list=order.has_list, has_event=bool(order.event_id))
        as_pictures = order.path.suffix.lower() == ".png"
        parts = map_sheet.pictures(made, progress) if as_pictures else (made.data,)
        readable = (("pdf", made.data),)
        return leaving.Content(tuple(parts), pages=made.pages, readable=readable)

    shown = [entry for entry in plan.entries if entry.listing.place_is_pin]
    run = PlannedRun(
        layout="map",
        channel=(Channel.PRINT if order.has_list else Channel.MAP).value,
        day=event.date,
        entries=[
            (each.listing.code, map_sheet.printed(each, has_list=order.has_list)) for each in shown
        ],
        event_id=order.event_id or None,
        languages=order.languages,
        use_by=plan.use_by,
    )
    left = leaving.leave(store, run, order.path, make)
    return MapWritten(
        left.number, left.content.pages, len(shown), unnamed, left.paths, left.elsewhere
    )


def _allowed(
    store: Store, event: PublicEvent, *, has_list: bool
) -> tuple[list[PublicListing], int]:
    """Who is on the map, and how many are not because they may not be named.

    A live yes to the map gives a marker; a name in the list needs a live yes to print too.
    """
    mapped = store.listings.public(
        Channel.MAP.value, on=event.date, town_point=geocoding.town_point
    )
    mapped = [each for each in mapped if each.marker is not None and each.place_is_pin]
    if not has_list:
        return mapped, 0
    named = store.listings.public(
        Channel.PRINT.value, on=event.date, town_point=geocoding.town_point
    )
    on_map = {each.code for each in mapped}
    both = [each for each in named if each.code in on_map and each.marker is not None]
    return both, len(mapped) - len(both)


def _today(store: Store) -> PublicEvent:
    """What stands in for an event on a map of all: today, nowhere."""
    today = store.today()
    return replace(
        PublicEvent("", "Map of businesses", "Mapa de negocios", today),
        timezone=str(ZoneInfo(store.timezone)),
    )
