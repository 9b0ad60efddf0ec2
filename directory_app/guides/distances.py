"""How far and which way, said only as exactly as it is known (docs/decisions/distances.md)."""

from dataclasses import dataclass

from directory_app.model.geo import Position, compass_point, distance_miles
from directory_app.model.listing import PublicEvent, PublicListing
from directory_app.model.terms import Precision
from directory_app.model.text import fold

#: How far off a position may be, in miles. A town point lies up to 2 miles from the middle of
#: a town, and the town itself reaches about as far; a ZIP code of New Mexico up to 18. A street
#: may be six miles long within its town, and its pin is the middle.
ERROR_MILES = {Precision.STREET: 3.0, Precision.CITY: 3.0, Precision.ZIP: 10.0}
#: Positions that stand for a whole town or ZIP code.
_COARSE = (Precision.CITY, Precision.ZIP)
#: A coarse distance is told only where it is this many times its error.
WORTH_TELLING = 3.0


@dataclass(frozen=True, slots=True)
class Distance:
    """Miles and compass point from the venue; ``about`` where a position is coarse."""

    miles: float
    point: str
    about: bool = False

    def text(self) -> str:
        """The miles as printed: "0.4", "12", "103"."""
        if self.about or self.miles >= 10:
            return f"{self.miles:.0f}"
        return f"{max(self.miles, 0.1):.1f}"


def is_coarse(precision: str | None) -> bool:
    """Whether a position stands for a town or a ZIP code and not for a door."""
    return precision in _COARSE


def measured(event: PublicEvent, listing: PublicListing) -> float | None:
    """Miles from venue to listing for choosing and ordering; None if either has no place."""
    if event.position is None or listing.place is None:
        return None
    return distance_miles(event.position, listing.place)


def ranked(event: PublicEvent, listing: PublicListing) -> float | None:
    """Miles for the order and the sections of a list; None if either has no place.

    Who may be anywhere on a street or in a town is no nearer than that is wide.
    """
    miles = measured(event, listing)
    if miles is None or distance(event, listing) is not None:
        return miles
    precision = listing.precision if listing.place_is_pin else Precision.CITY
    return max(miles, _error(precision))


def distance(event: PublicEvent, listing: PublicListing) -> Distance | None:
    """What may be printed: nothing without a pin of the business's own, or within the error."""
    if event.position is None or listing.place is None or not listing.place_is_pin:
        return None
    miles = distance_miles(event.position, listing.place)
    point = compass_point(event.position, listing.place)
    error = _error(event.precision) + _error(listing.precision)
    if not error:
        return Distance(miles, point)
    if _same_town(event, listing) or miles < WORTH_TELLING * error:
        return None
    return Distance(_rounded(miles, error), point, about=True)


def reference(listing: PublicListing) -> Position | None:
    """The town's point, where a listing is placed by its town; None where it has a pin."""
    coarse = not listing.place_is_pin or listing.precision == Precision.CITY
    return listing.place if coarse and listing.city else None


def _error(precision: str | None) -> float:
    return ERROR_MILES.get(Precision(precision), 0.0) if precision else 0.0


def _same_town(event: PublicEvent, listing: PublicListing) -> bool:
    return bool(event.city) and fold(event.city) == fold(listing.city)


def _rounded(miles: float, error: float) -> float:
    """Whole miles, fives where a ZIP code is meant."""
    step = 1 if error < ERROR_MILES[Precision.ZIP] else 5
    return float(round(miles / step) * step)
