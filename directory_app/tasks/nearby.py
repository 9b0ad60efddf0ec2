"""Which businesses lie near an address, how far, which way, and in what order to walk to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from directory_app import geocoding
from directory_app.errors import UserError
from directory_app.geocoding import Located
from directory_app.model import route
from directory_app.model.business import Business
from directory_app.model.geo import Position, compass_point, distance_miles, walking_minutes
from directory_app.model.terms import Precision, ReviewState, Status
from directory_app.store import Store
from directory_app.store.places import Place, public_place

#: A point of these stands for a whole town: how far it is to walk can't be told from it.
VAGUE = (Precision.CITY, Precision.ZIP)
#: Choices named in a sentence.
_NAMED = 4


@dataclass(frozen=True, slots=True)
class Nearby:
    """One business near a place. ``miles`` is a straight line, and so are the minutes on foot.

    ``position`` is where it may be said to be (store.places). ``minutes`` is None where only a
    town's or a ZIP code's point is known, or may be told.
    """

    code: str
    name: str
    city: str
    position: Position
    precision: str
    miles: float
    direction: str
    minutes: int | None


@dataclass(slots=True)
class Around:
    """What lies near an address. ``rows`` come nearest first, or in the order of the walk.

    ``unplaced`` counts businesses that have no pin at all, ``route_miles`` is the length of
    the walk in straight lines, None where no walk was asked for.
    """

    address: str
    center: Located
    rows: list[Nearby] = field(default_factory=list)
    unplaced: int = 0
    route_miles: float | None = None


def near(store: Store, address: str, miles: float, *, walk: bool = False) -> Around:
    """The businesses that trade within so many miles of an address, without the internet.

    All goes by the places that may be told, since what a verb says is soon in a file: the middle
    of its cell for who shows the street alone, the town's point for who hides more.
    UserError if the address is not found, or could be more than one place.
    """
    if not 0 < miles < 25_000:
        raise UserError(f"{miles:g} miles make no sense.", "Give a number above 0.")
    center = _center(store, address)
    assert center.position is not None  # _center raises
    found = Around(address, center)
    vague = center.precision in VAGUE
    for dossier in store.businesses.search(""):
        business = dossier.business
        if business.review_state == ReviewState.ARCHIVED or business.status == Status.CLOSED:
            continue
        if business.latitude is None or business.longitude is None:
            found.unplaced += 1
            continue
        told = public_place(business.model_dump(), geocoding.town_point)
        if told.position is None:
            found.unplaced += 1
            continue
        row = _row(business, told, center, vague)
        if row.miles <= miles:
            found.rows.append(row)
    found.rows.sort(key=lambda row: (row.miles, row.name, row.code))
    if walk:
        found.rows = in_walking_order(found.rows, center.position)
        stops = [row.position for row in found.rows]
        found.route_miles = route.length_miles(stops, center.position)
    return found


def in_walking_order(rows: Sequence[Nearby], start: Position) -> list[Nearby]:
    """The same rows in an order in which to walk from one to the next."""
    return [rows[index] for index in route.order([row.position for row in rows], start)]


def _center(store: Store, address: str) -> Located:
    states = (each.business.state_province for each in store.businesses.search(""))
    home = geocoding.most_common_state(states) or geocoding.HOME_STATE
    found = geocoding.locate_venue(address, home)
    if found.choices:
        named = "; ".join(choice.label for choice in found.choices[:_NAMED])
        raise UserError(f"“{address}” could be more than one place.", f"Which one: {named}?")
    if found.position is None:
        why = geocoding.sentence(found.reason) if found.reason else ""
        raise UserError(f"“{address}” was not found.", why)
    return found


def _row(business: Business, told: Place, center: Located, vague: bool) -> Nearby:
    assert center.position is not None and told.position is not None  # checked by near
    at = told.position
    away = distance_miles(center.position, at)
    unsure = vague or told.precision in VAGUE
    return Nearby(
        code=business.code,
        name=business.name,
        city=business.city,
        position=at,
        precision=str(told.precision or ""),
        miles=away,
        direction=compass_point(center.position, at),
        minutes=None if unsure else walking_minutes(away),
    )
