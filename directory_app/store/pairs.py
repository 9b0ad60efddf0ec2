"""Pairs of kept businesses that may be the same one, the likeliest first.

Only what shares a phone, an address, a name or a place is compared, so that a hundred
thousand businesses take seconds. Plain SQL: the sidebar's number needs no SQLAlchemy.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from directory_app.model.likeness import Known, known, phone_key, score, swaps
from directory_app.model.terms import Precision, ReviewState
from directory_app.progress import Progress, silent

#: Runs SQL and gives rows: of a Browser's connection, or of SQLAlchemy's.
Ask = Callable[[str], Iterable[Sequence[Any]]]

#: The columns of a business that are compared.
COMPARED = (
    *("id", "name_folded", "address_1", "city", "postal_code"),
    *("latitude", "longitude", "precision"),
)
_ARCHIVED = ReviewState.ARCHIVED.value
#: The middle of a town says nothing about who is where.
COARSE = frozenset((Precision.CITY.value, Precision.ZIP.value))
#: In a block of more than this many, each meets only so many that follow it by name.
_WINDOW = 60
#: Degrees north and east of a cell: at least the radius of ``likeness`` up to 60 degrees north.
_CELL, _WIDE = (0.0015, 0.0028), (0.0047, 0.0092)
#: Digits of a number among which two may be swapped: its area code is known.
_LAST = 7
_TELL_EVERY = 20_000
_AROUND = [(north, east) for north in (-1, 0, 1) for east in (-1, 0, 1)]
#: With no more than so many that changed, only their pairs are looked for again.
_FEW = 20


class Pair(NamedTuple):
    """Two that may be the same. ``reasons``: codes of ``likeness``; ``metres``: between pins."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    metres: float | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every pair, the likeliest first, and what was compared: the next one begins from it."""

    pairs: tuple[Pair, ...]
    entries: Mapping[str, Known]
    #: With those that a person said are two.
    whole: tuple[Pair, ...]


def ranked(ask: Ask, progress: Progress = silent, before: Ranking | None = None) -> Ranking:
    """Every pair, without the archived and those said to be two.

    After a few changes only those are compared again with all.
    """
    entries = _entries(ask)
    by_id = {entry.id: entry for entry in entries}
    changed = _changed(by_id, before)
    if before is None or len(changed) > _FEW:
        found = list(_all_pairs(entries, progress))
    else:
        found = [pair for pair in before.whole if changed.isdisjoint(pair[:2])]
        found += _pairs_of(by_id, changed)
    progress(len(entries), len(entries), "comparing")
    found.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    apart = kept_apart(ask)
    kept = [pair for pair in found if frozenset(pair[:2]) not in apart]
    return Ranking(tuple(kept), by_id, tuple(found))


def _changed(now: Mapping[str, Known], before: Ranking | None) -> set[str]:
    """Who is new, gone, or known by something else than before."""
    then = before.entries if before is not None else {}
    return {id for id in now.keys() | then.keys() if now.get(id) != then.get(id)}


def _all_pairs(entries: list[Known], progress: Progress) -> Iterator[Pair]:
    for at, others in enumerate(_candidates(entries)):
        if at % _TELL_EVERY == 0:
            progress(at, len(entries), "comparing")
        for other in others:
            yield from _pair(entries[at], entries[other])


def _pairs_of(by_id: Mapping[str, Known], changed: set[str]) -> Iterator[Pair]:
    """The pairs of a few with all, in the order that ``_all_pairs`` names both."""
    there = [by_id[id] for id in sorted(changed) if id in by_id]
    for one in there:
        for other in by_id.values():
            if other.id not in changed or one.id < other.id:
                yield from _pair(*sorted((one, other), key=_order))


def _pair(one: Known, other: Known) -> Iterator[Pair]:
    like = score(one, other)
    if like is not None:
        yield Pair(one.id, other.id, like.score, like.reasons, like.metres)


def kept_apart(ask: Ask) -> set[frozenset[str]]:
    """The pairs of ids that a person said are two."""
    return {frozenset(row) for row in ask('SELECT "first", "second" FROM notduplicate')}


def _entries(ask: Ask) -> list[Known]:
    """What is compared, in the order of names."""
    phones: dict[str, set[str]] = defaultdict(set)
    for owner, number in ask("SELECT business_id, number FROM phone"):
        phones[owner].add(phone_key(number))
    kept = f"SELECT {', '.join(COMPARED)} FROM business WHERE review_state <> '{_ARCHIVED}'"  # noqa: S608 - our own
    return sorted((known_row(row, phones) for row in ask(kept)), key=_order)


def known_row(row: Sequence[Any], phones: Mapping[str, set[str]]) -> Known:
    """What is compared, from the columns COMPARED and the ``phone_key`` of each telephone."""
    id, name, address, city, postal_code, north, east, precision = row
    placed = north is not None and east is not None and precision not in COARSE
    return known(
        id,
        name_folded=name,
        address=address,
        city=city,
        postal_code=postal_code,
        phones=frozenset(phones.get(id, ())),
        position=(north, east) if placed else None,
    )


def _order(entry: Known) -> tuple[str, str]:
    return entry.core, entry.id


def _candidates(entries: list[Known]) -> Iterator[set[int]]:
    """For each entry, the later entries to compare it with."""
    found: list[set[int]] = [set() for _ in entries]
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for key in _keys(entry):
            blocks[key].append(at)
    for block in blocks.values():
        for place, at in enumerate(block):
            found[at].update(block[place + 1 : place + 1 + _WINDOW])
    _neighbours(entries, found, _CELL, range(len(entries)))
    wide = [at for at, entry in enumerate(entries) if not entry.address]
    _neighbours(entries, found, _WIDE, wide)
    _unplaced(entries, found)
    yield from found


def _keys(entry: Known) -> Iterator[tuple[str, ...]]:
    """What it may share with its twin, each once."""
    yield ("name", entry.core)
    if entry.address:
        number, _, street = entry.address.partition(" ")
        yield ("address", entry.address)
        for key in swaps(number, len(number)):
            yield ("address", key, street)
    for phone in entry.phones:
        yield ("phone", phone)
        for key in swaps(phone, _LAST):
            yield ("phone", key)


def _unplaced(entries: list[Known], found: list[set[int]]) -> None:
    """Add, for who has no address, those of its town with the same name but for a word."""
    towns = {entry.zip: entry.town for entry in entries if entry.zip and entry.town}
    lacking: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if not entry.address:
            for key in _name_keys(entry, towns):
                lacking[key].append(at)
    for at, entry in enumerate(entries) if lacking else ():
        for key in _name_keys(entry, towns):
            for other in lacking.get(key, ())[:_WINDOW]:
                if other != at:
                    found[min(at, other)].add(max(at, other))


def _name_keys(entry: Known, towns: Mapping[str, str]) -> set[tuple[str, ...]]:
    """Its town and telling words, each time without one of them, which may be mistyped."""
    called = entry.words.called
    town = entry.town or towns.get(entry.zip, "")
    keys = {(town, *called[:at], *called[at + 1 :]) for at in range(len(called))}
    return keys | {(town, "", entry.name.replace(" ", ""))}  # a space that slipped


def _neighbours(
    entries: list[Known], found: list[set[int]], size: tuple[float, float], walked: Iterable[int]
) -> None:
    """Add who has a pin in the same cell or one beside it."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        if entry.position is not None:
            cells[_cell(entry.position, size)].append(at)
    for at in walked:
        position = entries[at].position
        if position is None:
            continue
        north, east = _cell(position, size)
        for north_step, east_step in _AROUND:
            for other in cells.get((north + north_step, east + east_step), ()):
                there = entries[other].position
                assert there is not None
                if (
                    other != at
                    and abs(there[0] - position[0]) < size[0]
                    and abs(there[1] - position[1]) < size[1]
                ):
                    found[min(at, other)].add(max(at, other))


def _cell(position: tuple[float, float], size: tuple[float, float]) -> tuple[int, int]:
    return int(position[0] // size[0]), int(position[1] // size[1])
