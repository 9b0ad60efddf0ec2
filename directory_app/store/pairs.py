"""Pairs of kept businesses that may be the same one, the likeliest first.

Only what shares a phone, an address, a name or a place is compared, so that a hundred
thousand businesses take seconds.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from directory_app.model.likeness import Known, known, phone_key, score
from directory_app.model.terms import ReviewState
from directory_app.progress import Progress, silent
from directory_app.store.tables import BUSINESS, NOT_DUPLICATE, PHONE

#: In a block of more than this many, each meets only so many that follow it by name.
_WINDOW = 60
#: Degrees north and east of a cell: at least the radius of ``likeness`` up to 60 degrees north.
_CELL, _WIDE = (0.0015, 0.0028), (0.0047, 0.0092)
_TELL_EVERY = 20_000
_AROUND = [(north, east) for north in (-1, 0, 1) for east in (-1, 0, 1)]


class Pair(NamedTuple):
    """Two that may be the same. ``reasons``: codes of ``likeness``; ``metres``: between pins."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]
    metres: float | None


def ranked(connection: Connection, progress: Progress = silent) -> list[Pair]:
    """Every pair, the likeliest first; without the archived and those said to be two."""
    entries = _entries(connection)
    apart = kept_apart(connection)
    found: list[Pair] = []
    for one, others in enumerate(_candidates(entries)):
        if one % _TELL_EVERY == 0:
            progress(one, len(entries), "comparing")
        for other in others:
            like = score(entries[one], entries[other])
            if like is not None:
                ids = entries[one].id, entries[other].id
                found.append(Pair(*ids, like.score, like.reasons, like.metres))
    progress(len(entries), len(entries), "comparing")
    kept = [pair for pair in found if frozenset(pair[:2]) not in apart]
    return sorted(kept, key=lambda pair: (-pair.score, pair.one, pair.other))


def kept_apart(connection: Connection) -> set[frozenset[str]]:
    """The pairs of ids that a person said are two."""
    columns = NOT_DUPLICATE.c
    rows = connection.execute(select(columns.first, columns.second))
    return {frozenset((first, second)) for first, second in rows}


def _entries(connection: Connection) -> list[Known]:
    """What is compared, in the order of names."""
    phones: dict[str, set[str]] = defaultdict(set)
    for owner, number in connection.execute(select(PHONE.c.business_id, PHONE.c.number)):
        phones[owner].add(phone_key(number))
    column = BUSINESS.c
    query = select(
        column.id,
        column.name_folded,
        column.address_1,
        column.city,
        column.latitude,
        column.longitude,
    ).where(column.review_state != ReviewState.ARCHIVED)
    made = [
        known(
            id,
            name_folded=name,
            address=address,
            city=city,
            phones=frozenset(phones.get(id, ())),
            position=None if north is None else (north, east),
        )
        for id, name, address, city, north, east in connection.execute(query)
    ]
    return sorted(made, key=lambda entry: (entry.core, entry.id))


def _candidates(entries: list[Known]) -> Iterator[set[int]]:
    """For each entry, the later entries to compare it with."""
    found: list[set[int]] = [set() for _ in entries]
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        blocks["name", entry.core].append(at)
        if entry.address:
            blocks["address", entry.address].append(at)
        for phone in entry.phones:
            blocks["phone", phone].append(at)
    for block in blocks.values():
        for place, at in enumerate(block):
            found[at].update(block[place + 1 : place + 1 + _WINDOW])
    _neighbours(entries, found, _CELL, range(len(entries)))
    wide = [at for at, entry in enumerate(entries) if not entry.address]
    _neighbours(entries, found, _WIDE, wide)
    yield from found


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
                if other != at:
                    found[min(at, other)].add(max(at, other))


def _cell(position: tuple[float, float], size: tuple[float, float]) -> tuple[int, int]:
    return int(position[0] // size[0]), int(position[1] // size[1])
