"""Finding a place for every address."""

import contextlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from directory_app import geocoding
from directory_app.geocoding import Located
from directory_app.geocoding.regions import regions
from directory_app.model import street_lines
from directory_app.model.business import Business
from directory_app.model.geo import Position
from directory_app.model.street_lines import LineKind
from directory_app.model.terms import AddressType, Precision
from directory_app.progress import Cancelled, Progress, silent
from directory_app.store import Dossier, Store
from directory_app.tasks import asking, questions
from directory_app.tasks.questions import RANK, Asking, finest, known

if TYPE_CHECKING:
    from directory_app.geocoding import Candidate
    from directory_app.geocoding.online.client import Client
    from directory_app.geocoding.online.services import Service

#: What the offline places can find. A finer pin came from somewhere better.
COARSE = (None, Precision.CITY, Precision.ZIP)
#: Addresses between two looks at whether the person wants to stop.
_AT_ONCE = 500
#: Sources of pins that only this laptop's own data made.
_OFFLINE = ("osm", "tiger", "points", "streets", "geonames", "zipcodes")


@dataclass(frozen=True, slots=True)
class ToDo:
    """A business whose place a person should look at. ``reason`` is a sentence.

    ``code_of_reason`` is its geocoding.reasons code, ``precision`` the finer of the pin's and
    of what was found, ``choices`` are the places to choose from. ``address`` is one line,
    ``pin`` and ``pin_precision`` are what it has now, ``can_move`` tells a place to visit,
    which could turn out to be a truck or a stand.
    """

    id: str
    code: str
    name: str
    reason: str
    code_of_reason: str
    precision: str | None = None
    choices: "tuple[Candidate, ...]" = ()
    address: str = ""
    pin: Position | None = None
    pin_precision: str | None = None
    can_move: bool = False


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
    dossiers = store.businesses.search("")
    wanted = [each for each in dossiers if _is_wanted(each.business, redo=redo)]
    found: dict[str, Located] = {}
    asked = 0
    try:
        _look_up(wanted, found, progress)
        if service is not None:
            asker = Asking(
                service, asking.StoreJournal(store), client or asking.new_client(store, service)
            )
            asker.all(questions.of(store, dossiers, found, service), found, progress)
            asked = asker.sent
    finally:
        placed = _move(store, dossiers, found, redo=redo)
    result = _placement(dossiers, found, placed)
    result.asked = asked
    return result


@dataclass(slots=True)
class Inquiry:
    """What this laptop's own data says of all addresses, and what a service could be asked.

    Made by ``inquire``; ``found`` grows while the service is asked, then ``settle`` moves the
    pins. ``addresses`` are those that it was found for.
    """

    questions: list[questions.Question]
    found: dict[str, Located]
    addresses: dict[str, geocoding.AddressToLocate]


def inquire(store: Store, service: "Service", progress: Progress = silent) -> Inquiry:
    """Look all up on this laptop, and say what to ask for the rest. Sends and changes nothing."""
    dossiers = store.businesses.search("")
    wanted = [each for each in dossiers if _is_wanted(each.business, redo=False)]
    found: dict[str, Located] = {}
    _look_up(wanted, found, progress)
    addresses = {each.business.id: _address(each.business) for each in wanted}
    return Inquiry(questions.of(store, dossiers, found, service), found, addresses)


def settle(store: Store, inquiry: Inquiry, asked: int = 0) -> Placement:
    """Move the pins to what was found, in one undo step.

    Whoever has another address by now, or went, is left alone.
    """
    dossiers = store.businesses.search("")
    found = {
        id_: inquiry.found[id_]
        for each in dossiers
        if (id_ := each.business.id) in inquiry.found
        and _address(each.business) == inquiry.addresses.get(id_)
    }
    result = _placement(dossiers, found, _move(store, dossiers, found, redo=False))
    result.asked = asked
    return result


def work_list(store: Store, progress: Progress = silent) -> list[ToDo]:
    """What locating would leave to a person, worked out anew. Changes nothing.

    A business that a service was asked for in vain says so, until it has a finer pin. Who is
    archived needs no place. Read some at a time, so that a save gets in between.
    """
    ids = store.browser.without_sure_place()
    home = geocoding.most_common_state(_states(store))
    last: dict[str | None, str] = {}
    for request in store.requests.all():  # the newest first
        last.setdefault(request.business_id, request.outcome)
    work: list[ToDo] = []
    for done in range(0, len(ids), _AT_ONCE):
        progress(done, len(ids), "Locating")
        doubtful = store.businesses.by_row_ids(ids[done : done + _AT_ONCE])
        work += _placement(doubtful, _find(doubtful, home, last), 0).work
    return work


def _states(store: Store) -> Iterable[str]:
    """The state of each business."""
    return (state for state, count in store.browser.states() for _ in range(count))


def _find(doubtful: list[Dossier], home: str, last: dict[str | None, str]) -> dict[str, Located]:
    """Where this laptop's own data has them; why not, as the service said that was asked last."""
    wanted = [each.business for each in doubtful]
    addresses = [_address(each) for each in wanted]
    found = {one.id: one for one in geocoding.locate(addresses, home_state=home)}
    for business in wanted:
        outcome = last.get(business.id, "")
        if business.precision in COARSE and geocoding.is_reason(outcome):
            found[business.id] = replace(found[business.id], reason=outcome)
    return found


def doubt(store: Store, dossier: Dossier) -> str:
    """Why one business has no sure place, as a code of geocoding.reasons; "" if it has."""
    business = dossier.business
    if not _is_wanted(business, redo=False):
        return ""
    (found,) = geocoding.locate([_address(business)])
    last = next(iter(store.requests.all(business.id)), None)
    if last is not None and business.precision in COARSE and geocoding.is_reason(last.outcome):
        return last.outcome
    return found.reason


def place_credits(store: Store) -> list[str]:
    """What must be written where the directory's pins are shown, by whose data found them."""
    sources = store.browser.pin_sources()
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


def _move(
    store: Store, dossiers: Iterable[Dossier], found: dict[str, Located], *, redo: bool
) -> int:
    moves: list[tuple[str, Position | None, str, str]] = []
    for dossier in dossiers:
        located = found.get(dossier.business.id)
        if located and located.position and _is_better(dossier.business, located, redo=redo):
            where = (located.position, located.precision or "", located.source)
            moves.append((dossier.business.id, *where))
    return store.businesses.place_many(moves) if moves else 0


def _is_better(business: Business, located: Located, *, redo: bool) -> bool:
    """Whether what was found takes the place of the pin there is."""
    had, new = RANK[known(business.precision)], RANK[known(located.precision)]
    if new < had or (new == had and (redo or business.precision in COARSE)):
        return True
    # the data that made the finer pin no longer says so
    return redo and business.geocode_source.split(" ")[0] in _OFFLINE


def _placement(dossiers: list[Dossier], found: dict[str, Located], placed: int) -> Placement:
    counts: Counter[str] = Counter()
    result = Placement(placed=placed)
    for dossier in dossiers:
        business, located = dossier.business, found.get(dossier.business.id)
        precision = finest(business.precision, located)
        reason = geocoding.sentence(located.reason) if located and located.reason else ""
        if precision:
            counts[str(precision)] += 1
        else:
            result.unplaced.append((business.code, business.name, reason))
        if located and (located.reason or not precision):
            result.work.append(_to_do(business, located, precision))
    finest_first = [precision.value for precision in Precision]
    result.by_precision = {name: counts[name] for name in finest_first if counts[name]}
    return result


def _to_do(business: Business, located: Located, precision: str | None) -> ToDo:
    pin = None
    if business.latitude is not None and business.longitude is not None:
        pin = Position(business.latitude, business.longitude)
    place = (business.city, f"{business.state_province} {business.postal_code}".strip())
    return ToDo(
        id=business.id,
        code=business.code,
        name=business.name,
        reason=geocoding.sentence(located.reason) if located.reason else "",
        code_of_reason=located.reason,
        precision=precision,
        choices=located.choices,
        address=", ".join(part for part in (business.address_1, *place) if part),
        pin=pin,
        pin_precision=business.precision,
        can_move=business.address_type == AddressType.PHYSICAL,
    )


# -- the list of places to look at


@dataclass(frozen=True, slots=True)
class Places:
    """The list, whose data found the pins, whether there is street data, who may be asked."""

    rows: list[ToDo]
    credits: list[str]
    has_streets: bool
    service: str


NO_PLACES = Places([], [], has_streets=True, service="")


def read_places(store: Store, progress: Progress) -> Places:
    """Work the list out."""
    service = store.settings.get(asking.SERVICE)
    rows = work_list(store, wordless(progress))
    return Places(rows, place_credits(store), bool(regions()), service)


@dataclass(frozen=True, slots=True)
class Found:
    """What looking came to: no ``placement`` if somebody stopped it; whether a step was made."""

    placement: Placement | None
    moved: bool


#: Stopped before it began.
NOT_BEGUN = Found(None, moved=False)


def find_all(store: Store, progress: Progress) -> Found:
    """Find all. If somebody stops it, what was found by then is placed."""
    before = _last_step(store)
    placement = None
    with contextlib.suppress(Cancelled):
        placement = locate(store, wordless(progress))
    return Found(placement, moved=_last_step(store) != before)


def _last_step(store: Store) -> int:
    return next((step.action_id for step in store.history.steps(limit=1)), 0)


def wordless(progress: Progress) -> Progress:
    """How far, without the English words of the rooms below: the window says what it does."""
    return lambda done, total, _text: progress(done, total, "")
