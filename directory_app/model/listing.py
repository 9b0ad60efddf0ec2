"""What may leave the laptop, and nothing else. Only store/listings.py makes these.

guides and exporting see these classes and never the tables: a filter can be forgotten, a
wall can't.
"""

import datetime as dt
from dataclasses import dataclass

from directory_app.model.fields import Told
from directory_app.model.geo import Position


@dataclass(frozen=True, slots=True)
class PublicPhone:
    """A telephone that may be printed: E.164 and a bare extension."""

    number: str
    extension: str = ""
    type: str = "voice"


@dataclass(frozen=True, slots=True)
class PublicListing(Told):
    """One business for one channel on one day, from live consent.

    ``address_1`` and ``address_2`` are already cut by location_visibility (street: no house
    number; town and none: empty). ``place`` serves to choose, order and measure; it is the
    pin, or the blurred point, or the town's point. ``place_is_pin`` says that it is the
    business's own, so that a distance may be printed; ``precision`` is its Precision.
    ``marker`` is the only coordinate that may enter an output, and is None unless the
    channel ``map`` is a live yes. ``cut`` are the fields out of which the street of a hidden
    place was taken.
    """

    place: Position | None = None
    place_is_pin: bool = False
    precision: str | None = None
    marker: Position | None = None
    phones: tuple[PublicPhone, ...] = ()
    consent_until: dt.date | None = None
    reviewed_by_second_person: bool = False
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffAnswer:
    """What was said for one channel (an Answer), and the last day of a yes that is live."""

    channel: str
    answer: str
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class StaffListing(Told):
    """One business as the coalition's own people see it: for visits and calls alone.

    The twin of PublicListing for what stays inside: no consent is needed for it, so only
    ``visit-sheets``, ``call-list`` and private files may take it. It has no contact persons,
    no private note and no confidential telephone, since paper can be lost; the address is
    whole unless it is a home's or hidden at the town or altogether. ``place`` orders a route.
    """

    place: Position | None = None
    phones: tuple[PublicPhone, ...] = ()
    location_visibility: str = "exact"
    review_state: str = "draft"
    answers: tuple[StaffAnswer, ...] = ()
    cut: tuple[str, ...] = ()

    def answer(self, channel: str) -> StaffAnswer:
        """What was said for a channel; not asked where nothing was."""
        found = (each for each in self.answers if each.channel == channel)
        return next(found, StaffAnswer(channel, "not_asked"))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A business that a channel may not show, by its code and the reason (a LeftOutReason)."""

    code: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """An event as the guide prints it. Times are local to ``timezone``; None means all day.

    ``order`` holds codes in the order a person chose; ``included`` and ``excluded`` are the
    codes that a person put in or left out by hand. ``precision`` is that of ``position`` (a
    Precision): from a venue that is only known by its town, no distance can be told.
    """

    id: str
    name_en: str
    name_es: str
    date: dt.date
    timezone: str = "America/Denver"
    starts: dt.time | None = None
    ends: dt.time | None = None
    venue: str = ""
    address: str = ""
    city: str = ""
    position: Position | None = None
    host: str = ""
    intro_en: str = ""
    intro_es: str = ""
    contact: str = ""
    radius_miles: float | None = None
    order: tuple[str, ...] = ()
    included: frozenset[str] = frozenset()
    excluded: frozenset[str] = frozenset()
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class LastRun:
    """The newest print run of an event: who stood on it, and how many are erased since."""

    number: int
    copies: int
    codes: frozenset[str]
    erased: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """That the directory came out of a backup: who said ``on`` a day who refused ``since`` it."""

    since: dt.date
    on: dt.date
    by: str


class LeftOutReason:
    """Why a listing may not be printed; preflight turns these into sentences."""

    NOT_ASKED = "not_asked"
    SAID_NO = "no"
    WITHDRAWN = "withdrawn"
    CONSENT_ENDED = "consent_ended"
    CONSENT_INCOMPLETE = "consent_incomplete"
    NOT_REVIEWED = "not_reviewed"
    ARCHIVED = "archived"
    CLOSED_FOR_GOOD = "closed_for_good"
    RESTORED = "restored"
    TWIN_REFUSED = "twin_refused"
    OUTSIDE_RADIUS = "outside_radius"
    NOT_PLACED = "not_placed"
    CLOSED_AT_EVENT = "closed_at_event"
    HOURS_UNKNOWN = "hours_unknown"
    EXCLUDED = "excluded"
