"""Finding a place for every address."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from directory_app import geocoding
from directory_app.geocoding import Located, reasons
from directory_app.model import street_lines
from directory_app.model.business import Business
from directory_app.model.geo import Position
from directory_app.model.street_lines import LineKind
from directory_app.model.terms import LocationVisibility, Precision
from directory_app.progress import Progress, silent
from directory_app.store import Dossier, Store
from directory_app.tasks import asking

if TYPE_CHECKING:
    from directory_app.geocoding import Candidate
    from directory_app.geocoding.online.client import Client
    from directory_app.geocoding.online.services import Service

#: What the offline places can find. A finer pin came from somewhere better.
COARSE = (None, Precision.CITY, Precision.ZIP)
_RANK = {
    None: 9, Precision.ZIP: 5, Precision.CITY: 4, Precision.STREET: 3, Precision.INTERPOLATED: 2,
    Precision.ROOFTOP: 1, Precision.MANUAL: 0,
}  # fmt: skip
#: Addresses between two looks at whether the person wants to stop.
_AT_ONCE = 500
#: Sources of pins that only this laptop's own data made.
_OFFLINE = ("osm", "tiger", "points", "streets", "geonames", "zipcodes")


@dataclass(frozen=True, slots=True)
class ToDo:
    """A business whose place a person should look at. ``reason`` is a sentence.

    ``code_of_reason`` is its geocoding.reasons code, ``precision`` that of the pin it has,
    ``choices`` are the places to choose from.
    """

    id: str
    code: str
    name: str
    reason: str
    code_of_reason: str
    precision: str | None = None
    choices: "tuple[Candidate, ...]" = ()


@dataclass(slots=True)
class Placement:
    """Where the businesses are after locating. ``placed`` counts those that it moved.

    ``by_precision`` counts every business that has a place, ``unplaced`` holds (code, name,
    reason as a sentence) of every one that has none; together they are all of them. ``work``
    has those that have no place and those whose place is doubtful. ``asked`` counts the
    requests that were sent.
    """

    by_precision: dict[str, int] = field(default_factory=dict)
    unplaced: list[tuple[str, str, str]] = field(default_factory=list)
    placed: int = 0
    work: list[ToDo] = field(default_factory=list)
    asked: int = 0


def locate(
    store: Store,
    progress: Progress = silent,
    *,
    redo: bool = False,
    service: "Service | None" = None,
    client: "Client | None" = None,
) -> Placement:
    """Find a place for every business that has none, or a finer one than it has.

    Pins that a person set stay, and so do finer ones. ``redo`` looks up all the others anew.
    Opens no socket without a ``service``; with one, asks it for those that are not at their
    door and whose owner agreed. One undo step; if the person stops it, what was found stays.
    """
    dossiers = store.search("")
    wanted = [each for each in dossiers if _is_wanted(each.business, redo=redo)]
    found: dict[str, Located] = {}
    asked = 0
    try:
        _look_up(wanted, found, progress)
        if service is not None:
            asked = _Asking(store, service, client, progress).all(dossiers, found)
    finally:
        placed = _move(store, dossiers, found, redo=redo)
    result = _placement(dossiers, found, placed)
    result.asked = asked
    return result


def work_list(store: Store) -> list[ToDo]:
    """What locating would leave to a person, worked out anew. Changes nothing.

    A business that a service was asked for in vain says so, until it has a finer pin.
    """
    dossiers = store.search("")
    wanted = [each.business for each in dossiers if _is_wanted(each.business, redo=False)]
    found = {one.id: one for one in geocoding.locate([_address(each) for each in wanted])}
    last: dict[str | None, str] = {}
    for request in store.requests():  # the newest first
        last.setdefault(request.business_id, request.outcome)
    for business in wanted:
        outcome = last.get(business.id, "")
        if business.precision in COARSE and geocoding.is_reason(outcome):
            found[business.id] = replace(found[business.id], reason=outcome)
    return _placement(dossiers, found, 0).work


def place_credits(store: Store) -> list[str]:
    """What must be written where the directory's pins are shown, by whose data found them."""
    sources = {each.business.geocode_source for each in store.search("")}
    return sorted({text for one in sources if (text := geocoding.attribution(one))})


def _is_wanted(business: Business, *, redo: bool) -> bool:
    """Whether to look a business up: not what a person placed, nor what is at its door."""
    if business.pin_locked or business.precision == Precision.MANUAL:
        return False
    return redo or business.precision != Precision.ROOFTOP


def _address(business: Business) -> geocoding.AddressToLocate:
    return geocoding.AddressToLocate(
        id=business.id,
        address_1=business.address_1 or _corner(business),
        city=business.city,
        state_province=business.state_province,
        postal_code=business.postal_code,
        address_type=business.address_type,
        pin_locked=business.pin_locked,
        town_only=geocoding.shows_town_only(business.location_visibility),
    )


def _corner(business: Business) -> str:
    """The corner that the directions name, for whom has no street number: food trucks do."""
    ways = (business.directions_en, business.directions_es)
    return next((way for way in ways if street_lines.read(way).kind == LineKind.CORNER), "")


def _look_up(wanted: list[Dossier], found: dict[str, Located], progress: Progress) -> None:
    """Put where they are by this laptop's own data into ``found``, some at a time."""
    home = geocoding.most_common_state(each.business.state_province for each in wanted)
    for done in range(0, len(wanted), _AT_ONCE):
        progress(done, len(wanted), "Locating")
        some = [_address(each.business) for each in wanted[done : done + _AT_ONCE]]
        found.update((one.id, one) for one in geocoding.locate(some, home_state=home))
    progress(len(wanted), len(wanted), "Locating")


@dataclass(frozen=True, slots=True)
class _Asking:
    """Asking a service for those whose owner agreed."""

    store: Store
    service: "Service"
    client: "Client | None"
    progress: Progress

    def all(self, dossiers: list[Dossier], found: dict[str, Located]) -> int:
        """Put what comes into ``found``; the number of requests that were sent."""
        from directory_app.geocoding.online.asking import Asker
        from directory_app.geocoding.online.client import Client

        askable = [one for one in dossiers if asking.is_askable(one, _best(one.business, found))]
        done = 0

        def tell() -> None:
            self.progress(done, len(askable), "Asking the service")

        client = self.client or Client(proxies=self.store.setting(asking.PROXIES) == "yes")
        asker = Asker(self.service, asking.StoreJournal(self.store), client=client, check=tell)
        for done, dossier in enumerate(askable):  # noqa: B007 - tell() reads it
            tell()
            business = dossier.business
            mine = found.get(business.id, Located(id=business.id))
            if asking.may_ask(self.store, dossier):
                told = asker.locate(_address_to_ask(business))
                found[business.id] = _finer(mine, told, business.precision)
            elif not mine.choices:
                found[business.id] = replace(mine, reason=reasons.NO_CONSENT)
        self.progress(len(askable), len(askable), "Asking the service")
        return asker.sent


def _address_to_ask(business: Business) -> "geocoding.AddressToAsk":
    return geocoding.AddressToAsk(
        id=business.id,
        address_1=business.address_1,
        city=business.city,
        state_province=business.state_province,
        street_only=business.location_visibility == LocationVisibility.STREET,
    )


def _finer(mine: Located, told: Located, had: str | None) -> Located:
    """The answer if it is finer than what there is; else what there is, with the answer's word."""
    rank = min(_RANK[_known(mine.precision)], _RANK[_known(had)])
    if told.position is not None and _RANK[_known(told.precision)] < rank:
        return told
    choices = told.choices or mine.choices
    return replace(mine, reason=told.reason or mine.reason, choices=choices)


def _known(precision: str | None) -> Precision | None:
    return Precision(precision) if precision else None


def _best(business: Business, found: dict[str, Located]) -> str | None:
    """The finer of the pin it has and the one that was found."""
    located = found.get(business.id)
    precisions = (business.precision, located.precision if located else None)
    return min(precisions, key=lambda one: _RANK[_known(one)])


def _move(
    store: Store, dossiers: Iterable[Dossier], found: dict[str, Located], *, redo: bool
) -> int:
    moves: list[tuple[str, Position | None, str, str]] = []
    for dossier in dossiers:
        located = found.get(dossier.business.id)
        if located and located.position and _is_better(dossier.business, located, redo=redo):
            where = (located.position, located.precision or "", located.source)
            moves.append((dossier.business.id, *where))
    return store.place_many(moves) if moves else 0


def _is_better(business: Business, located: Located, *, redo: bool) -> bool:
    """Whether what was found takes the place of the pin there is."""
    had, new = _RANK[_known(business.precision)], _RANK[_known(located.precision)]
    if new < had or (new == had and (redo or business.precision in COARSE)):
        return True
    # the data that made the finer pin no longer says so
    return redo and business.geocode_source.split(" ")[0] in _OFFLINE


def _placement(dossiers: list[Dossier], found: dict[str, Located], placed: int) -> Placement:
    counts: Counter[str] = Counter()
    result = Placement(placed=placed)
    for dossier in dossiers:
        business, located = dossier.business, found.get(dossier.business.id)
        precision = _best(business, found)
        reason = geocoding.sentence(located.reason) if located and located.reason else ""
        if precision:
            counts[str(precision)] += 1
        else:
            result.unplaced.append((business.code, business.name, reason))
        if located and (located.reason or not precision):
            row = (business.id, business.code, business.name, reason, located.reason)
            result.work.append(ToDo(*row, precision, located.choices))
    finest_first = [precision.value for precision in Precision]
    result.by_precision = {name: counts[name] for name in finest_first if counts[name]}
    return result
