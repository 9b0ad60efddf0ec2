"""What an export says of itself: its run, for which use, and until when it is good."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from directory_app.model.listing import PublicListing

#: No list is good for longer, whatever its owners said (as of a guide after its event).
GOOD_FOR = dt.timedelta(days=60)


@dataclass(frozen=True, slots=True)
class About:
    """One export. ``channel`` is print, web or share; ``languages`` of en and es, in order.

    ``run`` is the number that a recall list names it by. ``made_on`` is the day in the
    directory's own zone. Nothing in here tells who made it, or on which computer.
    """

    run: int
    channel: str
    made_on: dt.date
    use_by: dt.date
    languages: tuple[str, ...] = ("en", "es")
    mistake_contact: str = ""
    say_immigrant: bool = True


def use_by(listings: Sequence[PublicListing], made_on: dt.date) -> dt.date:
    """The earlier of 60 days from now and the first consent that ends."""
    ends = (listing.consent_until for listing in listings if listing.consent_until)
    return min((made_on + GOOD_FOR, *ends))
