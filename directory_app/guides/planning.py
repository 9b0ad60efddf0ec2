"""What a guide will hold: choice, sections, order and numbers. Pure, the same every time."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from directory_app.guides import wording
from directory_app.guides.distances import Distance, distance, measured, ranked
from directory_app.guides.options import GuideOptions
from directory_app.model import categories, hours
from directory_app.model.listing import LeftOut, LeftOutReason, PublicEvent, PublicListing
from directory_app.model.terms import OpenState, Status
from directory_app.model.text import fold

#: Where use-by ends at the latest (Settled: the earlier of this and the first consent's end).
USE_DAYS = 60
#: Upper ends of the sections of a guide by distance, in miles.
BANDS = (1, 5, 25, 100)


@dataclass(frozen=True, slots=True)
class Entry:
    """One business in the guide. ``shape`` is the marker's, by category; solid if open."""

    number: int
    listing: PublicListing
    state: OpenState
    distance: Distance | None
    shape: str

    @property
    def solid(self) -> bool:
        """Whether the marker is filled: open at some time during the event."""
        return self.state == OpenState.OPEN


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part. ``letter`` is empty where ``shape`` says nothing (by town, by distance)."""

    key: str
    letter: str
    shape: str
    titles: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the pages will say, and what they leave out and why."""

    event: PublicEvent
    options: GuideOptions
    sections: tuple[Section, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of their numbers."""
        return tuple(entry for section in self.sections for entry in section.entries)

    def at_event(self, key: str, language: str) -> str:
        """What a sign or marker says of the event: of its day, where it has no times."""
        has_times = self.event.starts is not None
        return wording.at_event(key, language, has_times=has_times)

    @property
    def use_by(self) -> dt.date:
        """The earlier of event + 60 days and the first consent that ends."""
        ends = [e.listing.consent_until for e in self.entries if e.listing.consent_until]
        return min([self.event.date + dt.timedelta(days=USE_DAYS), *ends])

    @property
    def checked(self) -> tuple[dt.date, dt.date] | None:
        """First and last day on which an entry was assured; None if none ever was."""
        days = [e.listing.assured_date for e in self.entries if e.listing.assured_date]
        return (min(days), max(days)) if days else None


def make_plan(
    event: PublicEvent,
    listings: Iterable[PublicListing],
    options: GuideOptions | None = None,
    left_out: Iterable[LeftOut] = (),
) -> Plan:
    """Choose, order and number. What is not listed stands in ``left_out`` with its reason."""
    options = options or GuideOptions()
    kept: list[PublicListing] = []
    out = list(left_out)
    states: dict[str, OpenState] = {}
    for listing in listings:
        states[listing.code] = state_at(event, listing)
        reason = _reason_against(event, listing, options, states[listing.code])
        if reason:
            out.append(LeftOut(listing.code, listing.name, reason))
        else:
            kept.append(listing)
    ordered = sorted(kept, key=_order(event))
    return Plan(event, options, _sections(event, ordered, options, states), tuple(out))


def state_at(event: PublicEvent, listing: PublicListing) -> OpenState:
    """Open, closed or unknown during the event."""
    if listing.status != Status.ACTIVE:
        return OpenState.CLOSED
    if not listing.opening_hours:
        return OpenState.UNKNOWN
    return hours.open_during(
        listing.opening_hours, event.date, event.starts, event.ends, event.timezone
    )


def _reason_against(
    event: PublicEvent, listing: PublicListing, options: GuideOptions, state: OpenState
) -> str:
    """Why a listing stays out, or nothing. What a person put in by hand stays in."""
    if listing.code in event.excluded:
        return LeftOutReason.EXCLUDED
    if listing.code in event.included:
        return ""
    if event.radius_miles is not None and event.position is not None:
        miles = measured(event, listing)
        if miles is None:
            return LeftOutReason.NOT_PLACED
        if miles > event.radius_miles:
            return LeftOutReason.OUTSIDE_RADIUS
    if options.open_only and state != OpenState.OPEN:
        closed = state == OpenState.CLOSED
        return LeftOutReason.CLOSED_AT_EVENT if closed else LeftOutReason.HOURS_UNKNOWN
    return ""


def _order(event: PublicEvent) -> Callable[[PublicListing], tuple[int, float, str, str]]:
    """The key of the order: by hand first, then near to far as printed, then by name."""
    by_hand = {code: index for index, code in enumerate(event.order)}

    def key(listing: PublicListing) -> tuple[int, float, str, str]:
        told = distance(event, listing)
        miles = ranked(event, listing)
        far = float("inf") if miles is None else round(miles, 1) if told else round(miles)
        return by_hand.get(listing.code, len(by_hand)), far, fold(listing.name), listing.code

    return key


def _sections(
    event: PublicEvent,
    ordered: Sequence[PublicListing],
    options: GuideOptions,
    states: dict[str, OpenState],
) -> tuple[Section, ...]:
    groups: dict[str, list[PublicListing]] = {}
    for listing in ordered:
        groups.setdefault(_group(event, listing, options.group_by), []).append(listing)
    number = 0
    sections: list[Section] = []
    for key in _group_order(groups, options.group_by):
        entries = []
        for listing in groups[key]:
            number += 1
            shape = section_of(listing).shape
            entries.append(
                Entry(number, listing, states[listing.code], distance(event, listing), shape)
            )
        sections.append(_section(key, options, groups[key], tuple(entries)))
    return tuple(sections)


def section_of(listing: PublicListing) -> categories.Section:
    """The section of a listing's category."""
    return _by_key()[categories.get(listing.category).section]


def _by_key() -> dict[str, categories.Section]:
    return {section.key: section for section in categories.SECTIONS}


def _group(event: PublicEvent, listing: PublicListing, group_by: str) -> str:
    if group_by == "category":
        return section_of(listing).key
    if group_by == "town":
        return fold(listing.city)
    miles = ranked(event, listing)
    if miles is None:
        return "unknown"
    return next((str(end) for end in BANDS if miles <= end), "far")


def _group_order(groups: dict[str, list[PublicListing]], group_by: str) -> list[str]:
    """Categories as our list has them, bands near to far, towns by their nearest entry."""
    fixed = {
        "category": [section.key for section in categories.SECTIONS],
        "distance": [*map(str, BANDS), "far", "unknown"],
    }.get(group_by)
    if fixed is None:
        named = [key for key in groups if key]
        return [*named, *(key for key in groups if not key)]
    return [key for key in fixed if key in groups]


def _section(
    key: str,
    options: GuideOptions,
    listings: Sequence[PublicListing],
    entries: tuple[Entry, ...],
) -> Section:
    if options.group_by == "category":
        known = _by_key()[key]
        letter = "ABCDEFGH"[[s.key for s in categories.SECTIONS].index(key)]
        titles = tuple(known.en if lang == "en" else known.es for lang in options.languages)
        return Section(key, letter, known.shape, titles, entries)
    if options.group_by == "town" and key:
        return Section(key, "", "", (listings[0].city,), entries)
    word = "no_town" if options.group_by == "town" else "band"
    titles = tuple(wording.section(word, key, lang) for lang in options.languages)
    return Section(key, "", "", titles, entries)
