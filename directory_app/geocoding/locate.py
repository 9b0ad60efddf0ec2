"""Many addresses to places, with what could not be placed as a list to work through."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from directory_app.geocoding import places, reasons
from directory_app.geocoding.candidates import Candidate
from directory_app.geocoding.names import state_code
from directory_app.geocoding.places import Query
from directory_app.geocoding.regions import Region, regions
from directory_app.model.geo import Position
from directory_app.model.street_lines import LineKind, read
from directory_app.model.terms import AddressType, LocationVisibility, Precision
from directory_app.progress import Progress, silent

#: How sure a point is that only stands for its town or ZIP code.
TOWN_SCORE = {Precision.CITY: 0.3, Precision.ZIP: 0.2}
#: How many addresses between two calls of the progress: a few milliseconds' work.
STEP = 100


@dataclass(frozen=True, slots=True)
class AddressToLocate:
    """What locate needs of a business. ``address_type`` is a terms.AddressType.

    ``town_only`` is a place whose owner lets only the town be known. A home is one always.
    """

    id: str
    address_1: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    address_type: str = AddressType.PHYSICAL
    pin_locked: bool = False
    town_only: bool = False


def shows_town_only(visibility: str) -> bool:
    """Whether an owner with this terms.LocationVisibility lets only the town be known."""
    return visibility in (LocationVisibility.TOWN, LocationVisibility.NONE)


@dataclass(frozen=True, slots=True)
class Located:
    """Where an address is. Without a position, ``reason`` (geocoding.reasons) says why.

    With one, a reason is what is doubtful about it. ``precision`` is a terms.Precision,
    ``score`` how sure it is, up to 1. Where more than one place could be meant, none is taken:
    ``choices`` has them, and the position is the town's.
    """

    position: Position | None = None
    precision: str | None = None
    source: str = ""
    reason: str = ""
    id: str = ""
    score: float = 0.0
    choices: tuple[Candidate, ...] = ()


def locate(
    addresses: Sequence[AddressToLocate], progress: Progress = silent, home_state: str = ""
) -> list[Located]:
    """One Located for each address, in its order. Opens no socket.

    The street data that was downloaded brings it to its door; without any, to its town.
    ``home_state`` is taken where a town's name alone is not enough; without it, the state that
    most of the addresses are in.
    """
    home = home_state or most_common_state(address.state_province for address in addresses)
    streets = regions()
    located = []
    for done, address in enumerate(addresses):
        if done % STEP == 0:
            progress(done, len(addresses), "Locating")
        located.append(_locate(address, home, streets))
    progress(len(addresses), len(addresses), "Locating")
    return located


def most_common_state(states: Iterable[str]) -> str:
    """The code of the state that most of these name; empty if none does."""
    codes = Counter(code for state in states if (code := state_code(state)))
    return codes.most_common(1)[0][0] if codes else ""


#: Where a town is whose state nobody wrote, unless the directory's setting says otherwise.
HOME_STATE = "NM"


def locate_venue(address: str, home_state: str = "") -> Located:
    """Where an event is, from its address in one line: at its door if the street data has it."""
    line, query = places.read_line(address)
    return _place(line, replace(query, home_state=home_state), regions())


@lru_cache(maxsize=4096)
def town_point(city: str, state: str) -> Position | None:
    """The point of a town, for choosing and sorting where there is no pin of its own."""
    return places.find(Query(city, state)).position


def _locate(address: AddressToLocate, home_state: str, streets: tuple[Region, ...]) -> Located:
    if address.pin_locked:
        return Located(reason=reasons.LOCKED, id=address.id)
    if address.address_type == AddressType.POSTAL:
        return Located(reason=reasons.POSTAL, id=address.id)
    query = Query(address.city, address.state_province, address.postal_code, home_state)
    if address.town_only or address.address_type == AddressType.HOME:
        return replace(_place("", query, streets), id=address.id)
    return replace(_place(address.address_1, query, streets), id=address.id)


def _place(street_line: str, query: Query, streets: tuple[Region, ...]) -> Located:
    """A street line in a town: the door, the street, else the town with what is doubtful."""
    if not streets:
        return _in_town(query, "")
    from directory_app.geocoding.around import around  # late: what only street data needs
    from directory_app.geocoding.matching import is_covered, match

    line = read(street_line)
    within = around(query, streets)
    if within is None:
        return _in_town(query, "")
    found = match(line, within, streets)
    if found.best:
        best = found.best
        unsure = line.kind == LineKind.HOUSE and best.precision == Precision.STREET
        reason = reasons.NUMBER_UNKNOWN if unsure else ""
        return Located(best.position, best.precision, best.source, reason, score=best.score)
    if found.choices:
        town = _in_town(query, "", within.middle)
        return replace(town, reason=reasons.CHOOSE, choices=found.choices)
    missing = reasons.STREET_UNKNOWN if line.key and is_covered(within, streets) else ""
    told = reasons.RURAL if line.kind == LineKind.RURAL else missing
    return _in_town(query, told, within.middle)


def _in_town(query: Query, reason: str, middle: Position | None = None) -> Located:
    """The town's point or the ZIP code's; else the middle that the street data knows of it.

    What is doubtful about the town is told before what is doubtful about the street.
    """
    found = places.find(query)
    if found.position is None and middle is not None:
        return Located(middle, Precision.CITY, "streets", reason, score=TOWN_SCORE[Precision.CITY])
    score = TOWN_SCORE[Precision(found.precision)] if found.precision else 0.0
    return Located(
        found.position, found.precision, found.source, found.reason or reason, score=score
    )
