"""The businesses near an event: who is listed, in which order, who is not and why."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from directory_app.geocoding import town_point
from directory_app.guides import GuideOptions, plan
from directory_app.model.listing import LeftOutReason, PublicEvent
from directory_app.model.terms import Channel, OpenState
from directory_app.model.text import fold
from directory_app.tasks.printing import consent_day

if TYPE_CHECKING:
    from directory_app.guides import Entry
    from directory_app.store.store import Store

#: Reasons that a person's tick can overrule; the others rest on consent and review.
BY_CHOICE = frozenset(
    {
        LeftOutReason.OUTSIDE_RADIUS,
        LeftOutReason.NOT_PLACED,
        LeftOutReason.CLOSED_AT_EVENT,
        LeftOutReason.HOURS_UNKNOWN,
        LeftOutReason.EXCLUDED,
    }
)


@dataclass(frozen=True, slots=True)
class NearbyRow:
    """One business at one event. ``reason`` is empty for what is listed.

    ``distance`` is told only as exactly as it is known: miles as printed, and the compass
    point. ``by_hand``: a person put it in or left it out.
    """

    code: str
    name: str
    alternate_name: str = ""
    category: str = ""
    city: str = ""
    state: OpenState = OpenState.UNKNOWN
    miles: str = ""
    point: str = ""
    about: bool = False
    reason: str = ""
    by_hand: bool = False

    @property
    def listed(self) -> bool:
        """Whether the guide will print it."""
        return not self.reason

    @property
    def can_choose(self) -> bool:
        """Whether a tick can put it in or out."""
        return self.listed or self.reason in BY_CHOICE


@dataclass(frozen=True, slots=True)
class Nearby:
    """An event with its rows: the listed in their order, then those left out."""

    event: PublicEvent
    rows: tuple[NearbyRow, ...]

    @property
    def listed(self) -> int:
        """How many the guide will print."""
        return sum(row.listed for row in self.rows)


def near(store: "Store", event_id: str) -> Nearby:
    """Look up who is near an event, in the worker that owns the Store."""
    event = store.events.public(event_id)
    day = consent_day(store, event.date)
    listings = store.listings.public(Channel.PRINT, day, town_point=town_point)
    known = {listing.code: listing for listing in listings}
    out = store.listings.left_out(Channel.PRINT, day)
    made = plan(event, listings, GuideOptions(group_by="distance"), out)
    order = {code: place for place, code in enumerate(event.order)}
    entries = sorted(made.entries, key=lambda entry: order.get(entry.listing.code, len(order)))
    rows = [_listed(event, entry) for entry in entries]
    for left in sorted(
        made.left_out, key=lambda one: (one.reason not in BY_CHOICE, fold(one.name))
    ):
        listing = known.get(left.code)
        rows.append(
            NearbyRow(
                left.code,
                left.name,
                listing.alternate_name if listing else "",
                listing.category if listing else "",
                listing.city if listing else "",
                reason=left.reason,
                by_hand=left.reason == LeftOutReason.EXCLUDED,
            )
        )
    return Nearby(event, tuple(rows))


def _listed(event: PublicEvent, entry: "Entry") -> NearbyRow:
    listing, far = entry.listing, entry.distance
    return NearbyRow(
        listing.code,
        listing.name,
        listing.alternate_name,
        listing.category,
        listing.city,
        entry.state,
        far.text() if far else "",
        far.point if far else "",
        bool(far and far.about),
        by_hand=listing.code in event.included,
    )
