"""Where the businesses of a directory are, for the map in the window: plain SQL on one connection.

A map of a whole state may hold a million businesses. They are gathered on a grid of cells by
SQLite: a cell with one business is its pin, a cell with more a cluster. The grid lies on the
earth and not on the window, so that nothing regroups while the map is dragged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Any, NamedTuple

from directory_app.model.geo import Position, distance_miles
from directory_app.store.area import Area

#: From so many businesses in view on, only the index of places is read, not each business.
MANY = 20_000
#: Precisions that put a pin on a town or a ZIP code, not on a door.
_COARSE = "business.precision IN ('city', 'zip')"
_SHOWN = "business.review_state <> 'archived'"
_CELL = (
    "CAST((business.latitude + 90) / ? AS INTEGER), CAST((business.longitude + 180) / ? AS INTEGER)"
)
_SUMS = (
    "count(*), sum(business.latitude), sum(business.longitude), min(business.row_id),"
    " min(business.latitude), min(business.longitude),"
    " max(business.latitude), max(business.longitude)"
)
#: Cells of this share nearer to each other than their size are one cluster.
_REACH = 0.62
#: With cells higher than this (in degrees, some 1.4 miles), a door and its town are one place.
_TOWNS = 0.02


class Pin(NamedTuple):
    """One business on the map, with what its card says."""

    row_id: int
    id: str
    code: str
    name: str
    alternate_name: str
    category: str
    address_1: str
    address_2: str
    city: str
    latitude: float
    longitude: float
    precision: str | None
    locked: bool
    address_type: str

    @property
    def position(self) -> Position:
        """Where it is."""
        return Position(self.latitude, self.longitude)

    @property
    def is_coarse(self) -> bool:
        """Whether the pin stands for a town or a ZIP code."""
        return self.precision in ("city", "zip")


_COLUMNS = ", ".join(
    f"business.{name}"
    for name in (
        "row_id", "id", "code", "name", "alternate_name", "category", "address_1", "address_2",
        "city", "latitude", "longitude", "precision", "pin_locked", "address_type",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """A cluster of ``count`` businesses about a position, or the pin of one.

    ``pin`` is None for a cluster. ``coarse``: only the town's or ZIP code's point is known.
    ``bounds`` is (south, west, north, east) of what is in it.
    """

    position: Position
    count: int
    bounds: tuple[float, float, float, float]
    coarse: bool = False
    pin: Pin | None = None

    @property
    def is_one_place(self) -> bool:
        """Whether no zooming takes its businesses apart (100 feet and less)."""
        south, west, north, east = self.bounds
        return north - south < 0.0003 and east - west < 0.0003


@dataclass(slots=True)
class _Heap:
    """Businesses gathered so far."""

    count: int
    north: float  # sums of degrees
    east: float
    first: int
    bounds: tuple[float, float, float, float]
    coarse: bool

    @property
    def middle(self) -> tuple[float, float]:
        return self.north / self.count, self.east / self.count

    def take(self, other: "_Heap") -> None:
        self.count += other.count
        self.north += other.north
        self.east += other.east
        self.first = min(self.first, other.first)
        self.coarse = self.coarse and other.coarse
        mine, its = self.bounds, other.bounds
        self.bounds = (
            min(mine[0], its[0]), min(mine[1], its[1]), max(mine[2], its[2]), max(mine[3], its[3])
        )  # fmt: skip


def _heap(sums: Sequence[Any], *, coarse: bool) -> _Heap:
    """From the columns of _SUMS."""
    count, north, east, first, south, west, top, right = sums
    return _Heap(count, north, east, first, (south, west, top, right), coarse)


def spots(connection: Any, area: Area, cell: tuple[float, float]) -> list[Spot]:
    """Pins and clusters of an area; ``cell`` is the grid's height and width in degrees."""
    heaps = _near_merged(_cells(connection, area, cell), cell)
    alone = {pin.row_id: pin for pin in by_row(connection, _singles(heaps))}
    made = []
    for heap in heaps:
        lat, lon = heap.middle
        pin = alone.get(heap.first) if heap.count == 1 else None
        coarse = pin.is_coarse if pin else heap.coarse
        made.append(Spot(Position(lat, lon), heap.count, heap.bounds, coarse, pin))
    return made


def _singles(heaps: Iterable[_Heap]) -> list[int]:
    return [heap.first for heap in heaps if heap.count == 1]


def _cells(connection: Any, area: Area, cell: tuple[float, float]) -> list[_Heap]:
    where, values = area.terms()
    if _is_many(connection, where, values):
        return _counted(connection, where, values, cell)
    rows = connection.execute(
        f"SELECT {_SUMS}, {_COARSE} AS coarse FROM business INDEXED BY ix_business_by_place"  # noqa: S608
        f" WHERE {where} AND {_SHOWN} GROUP BY {_CELL}, coarse",
        [*values, *cell],
    ).fetchall()
    return [_heap(row[:8], coarse=bool(row[8])) for row in rows]


def _is_many(connection: Any, where: str, values: Sequence[Any]) -> bool:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM business WHERE {where} LIMIT ?)"  # noqa: S608
    return bool(connection.execute(sql, [*values, MANY]).fetchone()[0] >= MANY)


def _counted(
    connection: Any, where: str, values: Sequence[Any], cell: tuple[float, float]
) -> list[_Heap]:
    """Many businesses, from the index of places alone; the archived are few and taken off."""
    rows = connection.execute(
        f"SELECT {_CELL}, {_SUMS} FROM business INDEXED BY ix_business_by_place"  # noqa: S608
        f" WHERE {where} GROUP BY 1, 2",
        [*cell, *values],
    ).fetchall()
    gone = connection.execute(
        f"SELECT {_CELL}, count(*), sum(business.latitude), sum(business.longitude)"  # noqa: S608
        f" FROM business WHERE {where} AND business.review_state = 'archived' GROUP BY 1, 2",
        [*cell, *values],
    ).fetchall()
    less = {row[:2]: row[2:] for row in gone}
    heaps = []
    for row in rows:
        count, north, east = less.get(row[:2], (0, 0.0, 0.0))
        if row[2] <= count:
            continue
        heap = _heap((row[2] - count, row[3] - north, row[4] - east, *row[5:10]), coarse=False)
        if count and heap.count == 1:
            heap.first = _first_left(connection, heap)
        heaps.append(heap)
    return heaps


def _first_left(connection: Any, heap: _Heap) -> int:
    """The one business of a cell whose others are archived."""
    south, west, north, east = heap.bounds
    where, values = Area(south, west, north, east).terms()
    sql = f"SELECT min(business.row_id) FROM business WHERE {where} AND {_SHOWN}"  # noqa: S608
    return int(connection.execute(sql, values).fetchone()[0])


def _near_merged(heaps: list[_Heap], cell: tuple[float, float]) -> list[_Heap]:
    """Neighbours across the edge of a cell as one; larger ones take the smaller ones in."""
    kept: dict[tuple[int, int], list[_Heap]] = {}
    made: list[_Heap] = []
    for heap in sorted(heaps, key=lambda each: (-each.count, each.first)):
        lat, lon = heap.middle
        y, x = int((lat + 90) / cell[0]), int((lon + 180) / cell[1])
        near = (
            other
            for row in (y - 1, y, y + 1)
            for column in (x - 1, x, x + 1)
            for other in kept.get((row, column), ())
        )
        taker = next(
            (
                other
                for other in near
                if (other.coarse == heap.coarse or cell[0] > _TOWNS)
                and hypot((other.middle[0] - lat) / cell[0], (other.middle[1] - lon) / cell[1])
                < _REACH
            ),
            None,
        )
        if taker is not None:
            taker.take(heap)
            continue
        kept.setdefault((y, x), []).append(heap)
        made.append(heap)
    return made


def by_row(connection: Any, row_ids: Sequence[int]) -> list[Pin]:
    """The pins of these rows that have one."""
    found: list[Pin] = []
    for start in range(0, len(row_ids), 900):
        part = row_ids[start : start + 900]
        marks = ",".join("?" * len(part))
        found += _pins(connection, f"business.row_id IN ({marks})", part)
    return found


def by_id(connection: Any, business_id: str) -> Pin | None:
    """The pin of one business, by its id or code; None where it has none."""
    found = _pins(connection, "(business.id = ? OR business.code = ?)", (business_id, business_id))
    return found[0] if found else None


def inside(connection: Any, area: Area, limit: int) -> list[Pin]:
    """The businesses of an area by name, at most so many."""
    where, values = area.terms()
    return _pins(connection, f"{where} ORDER BY business.name_folded LIMIT ?", [*values, limit])


def count(connection: Any, area: Area) -> int:
    """How many businesses an area has, the archived aside."""
    where, values = area.terms()
    archived = f"{where} AND +business.review_state = 'archived'"
    if _is_many(connection, where, values):
        archived = archived.replace("+", "")
        sql = "SELECT count(*) FROM business WHERE "
        whole = connection.execute(sql + where, values).fetchone()[0]
        return int(whole - connection.execute(sql + archived, values).fetchone()[0])
    sql = f"SELECT count(*) FROM business WHERE {where} AND {_SHOWN}"  # noqa: S608
    return int(connection.execute(sql, values).fetchone()[0])


def nearest(connection: Any, position: Position, limit: int) -> list[tuple[float, Pin]]:
    """The nearest businesses and how many miles away they are, nearest first."""
    miles = 0.5
    while miles < 500 and count(connection, Area.circle(position, miles)) < limit:
        miles *= 2
    found = inside(connection, Area.circle(position, miles), MANY)
    away = sorted(
        ((distance_miles(position, pin.position), pin) for pin in found),
        key=lambda each: (each[0], each[1].name, each[1].code),
    )
    return away[:limit]


def extent(connection: Any) -> tuple[float, float, float, float] | None:
    """South, west, north and east of all pins; None without any."""
    row = connection.execute(
        "SELECT min(latitude), min(longitude), max(latitude), max(longitude) FROM business"
        " INDEXED BY ix_business_by_place WHERE latitude IS NOT NULL"
    ).fetchone()
    return None if row is None or row[0] is None else (row[0], row[1], row[2], row[3])


def _pins(connection: Any, where: str, values: Sequence[Any]) -> list[Pin]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM business WHERE business.latitude IS NOT NULL AND {_SHOWN}"  # noqa: S608
        f" AND {where}",
        list(values),
    ).fetchall()
    return [Pin._make(row) for row in rows]
