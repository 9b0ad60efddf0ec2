"""Many addresses to places, with what could not be placed as a list to work through."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from directory_app.geocoding import places, reasons
from directory_app.geocoding.names import state_code
from directory_app.geocoding.places import Query
from directory_app.model.geo import Position
from directory_app.model.terms import AddressType
from directory_app.progress import Progress, silent

#: How many addresses between two calls of the progress: a few milliseconds' work.
STEP = 100


@dataclass(frozen=True, slots=True)
class AddressToLocate:
    """What locate needs of a business. ``address_type`` is a terms.AddressType."""

    id: str
    address_1: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    address_type: str = AddressType.PHYSICAL
    pin_locked: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """Where an address is. Without a position, ``reason`` (geocoding.reasons) says why.

    With one, a reason is what is doubtful about it. ``precision`` is a terms.Precision.
    """

    position: Position | None = None
    precision: str | None = None
    source: str = ""
    reason: str = ""
    id: str = ""


def locate(
    addresses: Sequence[AddressToLocate], progress: Progress = silent, home_state: str = ""
) -> list[Located]:
    """One Located for each address, in its order. Opens no socket.

    ``home_state`` is taken where a town's name alone is not enough; without it, the state that
    most of the addresses are in.
    """
    home = home_state or most_common_state(address.state_province for address in addresses)
    located = []
    for done, address in enumerate(addresses):
        if done % STEP == 0:
            progress(done, len(addresses), "Locating")
        located.append(_locate(address, home))
    progress(len(addresses), len(addresses), "Locating")
    return located


def most_common_state(states: Iterable[str]) -> str:
    """The code of the state that most of these name; empty if none does."""
    codes = Counter(code for state in states if (code := state_code(state)))
    return codes.most_common(1)[0][0] if codes else ""


#: Where a town is whose state nobody wrote, unless the directory's setting says otherwise.
HOME_STATE = "NM"


def locate_venue(address: str, home_state: str = "") -> Located:
    """Where an event is, from its address in one line: at best the town."""
    found = places.find(replace(places.read(address), home_state=home_state))
    return Located(found.position, found.precision, found.source, found.reason)


@lru_cache(maxsize=4096)
def town_point(city: str, state: str) -> Position | None:
    """The point of a town, for choosing and sorting where there is no pin of its own."""
    return places.find(Query(city, state)).position


def _locate(address: AddressToLocate, home_state: str) -> Located:
    if address.pin_locked:
        return Located(reason=reasons.LOCKED, id=address.id)
    if address.address_type == AddressType.POSTAL:
        return Located(reason=reasons.POSTAL, id=address.id)
    found = places.find(
        Query(address.city, address.state_province, address.postal_code, home_state)
    )
    return Located(found.position, found.precision, found.source, found.reason, address.id)
