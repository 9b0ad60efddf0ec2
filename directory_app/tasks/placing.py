"""Finding a place for every address."""

from collections import Counter
from dataclasses import dataclass, field

from directory_app import geocoding
from directory_app.model.business import Business
from directory_app.model.terms import Precision
from directory_app.progress import Progress, silent
from directory_app.store import Dossier, Store

#: What the offline places can find. A finer pin came from somewhere better.
COARSE = (None, Precision.CITY, Precision.ZIP)


@dataclass(slots=True)
class Placement:
    """Where the businesses are after locating. ``placed`` counts those that it moved.

    ``by_precision`` counts every business that has a place, ``unplaced`` holds (code, name,
    reason as a sentence) of every one that has none; together they are all of them.
    """

    by_precision: dict[str, int] = field(default_factory=dict)
    unplaced: list[tuple[str, str, str]] = field(default_factory=list)
    placed: int = 0


def locate(store: Store, progress: Progress = silent) -> Placement:
    """Find a place for every business that has none, or only a town's or a ZIP code's.

    Pins that a person set, and finer ones, stay. One undo step; opens no socket.
    """
    dossiers = store.search("")
    addresses = [_address(dossier.business) for dossier in dossiers]
    coarse = {each.business.id for each in dossiers if each.business.precision in COARSE}
    wanted = [each for each in addresses if each.id in coarse and not each.pin_locked]
    found = {located.id: located for located in geocoding.locate(wanted, progress)}
    moves = [
        (located.id, located.position, located.precision or "", located.source)
        for located in found.values()
        if located.position is not None
    ]
    placed = store.place_many(moves, progress) if moves else 0
    return _placement(dossiers, found, placed)


def _address(business: Business) -> geocoding.AddressToLocate:
    return geocoding.AddressToLocate(
        id=business.id,
        address_1=business.address_1,
        city=business.city,
        state_province=business.state_province,
        postal_code=business.postal_code,
        address_type=business.address_type,
        pin_locked=business.pin_locked,
    )


def _placement(
    dossiers: list[Dossier], found: dict[str, geocoding.Located], placed: int
) -> Placement:
    counts: Counter[str] = Counter()
    result = Placement(placed=placed)
    for dossier in dossiers:
        business, located = dossier.business, found.get(dossier.business.id)
        precision = (located and located.precision) or business.precision
        if precision:
            counts[str(precision)] += 1
        else:
            reason = geocoding.sentence(located.reason) if located and located.reason else ""
            result.unplaced.append((business.code, business.name, reason))
    finest_first = [precision.value for precision in Precision]
    result.by_precision = {name: counts[name] for name in finest_first if counts[name]}
    return result
