"""Downloaded street data, read for looking addresses up. All of its SQL for that is here.

The files are made by ``maps.streets`` (its schema.py says what is in them); they are public
data and hold nothing of the directory, so they are read with the standard library. One that
cannot be read is left out here: the map-data page is where it is told of.
"""

import sqlite3
import sys
import threading
from array import array
from collections import defaultdict
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from directory_app.model.geo import Position
from directory_app.paths import map_data_folder

#: Coordinates in the files are whole ten-millionths of a degree.
UNITS = 10_000_000
_FORMAT = 1
_APPLICATION_ID = 0x50557374
#: What is within a box, or names the town or the ZIP code that is looked for.
_HOUSES = (
    "SELECT number, number_value, name, unit, city, city_key, postal_code, longitude, latitude"
    " FROM addr WHERE key = ?1 AND (longitude BETWEEN ?2 AND ?3 AND latitude BETWEEN ?4 AND ?5"
    " OR city_key IN (?6, ?7) OR (?8 <> '' AND substr(postal_code, 1, 5) = ?8))"
    " ORDER BY number_value, id"
)
_RANGES = (
    "SELECT name, side, first, last, parity, city_key, postal_code, points FROM range WHERE key = ?"
)
_PIECES = (
    "SELECT s.name, s.points FROM street_box b JOIN street s USING (id) WHERE b.id IN"
    " (SELECT id FROM street WHERE key = ?1 UNION SELECT street FROM alias WHERE key = ?1)"
    " AND b.west <= ?3 AND b.east >= ?2 AND b.south <= ?5 AND b.north >= ?4"
)
_PAIRS = "SELECT DISTINCT a.key, s.key FROM alias a JOIN street s ON s.id = a.street"


class Box(NamedTuple):
    """A box in UNITS: what may be looked at."""

    west: int
    east: int
    south: int
    north: int


EARTH = Box(-180 * UNITS, 180 * UNITS, -90 * UNITS, 90 * UNITS)


class House(NamedTuple):
    """An address point. ``x`` and ``y`` are longitude and latitude in UNITS."""

    number: str
    value: int
    name: str
    unit: str
    city: str
    city_key: str
    postal_code: str
    x: int
    y: int
    origin: str


class Range(NamedTuple):
    """House numbers along a line, ``first`` at its beginning; ``points`` is flat x, y, ..."""

    name: str
    side: str
    first: int
    last: int
    parity: str
    city_key: str
    postal_code: str
    points: "array[int]"
    origin: str


class Piece(NamedTuple):
    """A stretch of a street."""

    name: str
    points: "array[int]"
    origin: str


class Region:
    """One file. Every thread has its own connection; what is asked again is remembered."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        self._local = threading.local()
        self.keys: tuple[str, ...] = tuple(key for (key,) in self._rows("SELECT key FROM key"))

        told = dict(self._rows("SELECT key, value FROM meta"))
        kind = told.get("kind", "points")
        #: Whose data it is: ``osm``, ``tiger``, or ``points`` with the region's name behind.
        self.origin = kind if kind in ("osm", "tiger") else f"points {self.name}"
        self.attribution: str = told.get("attribution", "")
        sides = tuple(float(side) for side in told.get("bounds", "").split(",") if side)
        #: West, south, east and north in degrees; empty where there is nothing.
        self.bounds = sides if len(sides) == 4 else ()

    def houses(self, key: str, box: Box, cities: tuple[str, str], code: str) -> list[House]:
        """Address points of a street, by number: those in the box, or naming town or ZIP code."""
        rows = self._rows(_HOUSES, (key, *box, *cities, code))
        return [House._make((*row, self.origin)) for row in rows]

    def ranges(self, key: str) -> list[Range]:
        """All ranges of house numbers of a street."""
        rows = self._rows(_RANGES, (key,))
        return [Range._make((*row[:-1], _points(row[-1]), self.origin)) for row in rows]

    def pieces(self, key: str, box: Box) -> list[Piece]:
        """Stretches near the box of streets that have this key, as a name or as another name."""
        rows = self._rows(_PIECES, (key, *box))
        return [Piece(name, _points(points), self.origin) for name, points in rows]

    def other_keys(self, key: str) -> list[str]:
        """What else streets of this key are called: of NM 14, Turquoise Trail."""
        return sorted(self._other_keys.get(key, ()))

    @cached_property
    def _other_keys(self) -> dict[str, set[str]]:
        pairs: dict[str, set[str]] = defaultdict(set)
        for one, other in self._rows(_PAIRS):
            if one and other and one != other:
                pairs[one].add(other)
                pairs[other].add(one)
        return pairs

    def towns(self, key: str) -> list[tuple[Position, int]]:
        """Towns of this folded name with their population, 0 where unknown."""
        rows = self._rows("SELECT longitude, latitude, population FROM town WHERE key = ?", (key,))
        return [(Position(y / UNITS, x / UNITS), people) for x, y, people in rows]

    @lru_cache(maxsize=64)  # noqa: B019 - regions live as long as the program
    def extent(self, city_key: str) -> tuple[int, int, int, int] | None:
        """West, south, east and north of the address points that name this town."""
        rows = self._rows("SELECT west, south, east, north FROM city WHERE key = ?", (city_key,))
        return rows[0] if rows else None

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            uri = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True)
            if connection.execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID:
                raise sqlite3.DatabaseError("not street data")
            if connection.execute("PRAGMA user_version").fetchone()[0] > _FORMAT:
                raise sqlite3.DatabaseError("street data of a newer program")
            self._local.connection = connection
        return connection.execute(query, values).fetchall()


def regions() -> tuple[Region, ...]:
    """All street data that can be read, by file name. A file that was replaced is read anew."""
    folder = map_data_folder()
    found = sorted(folder.glob("*.streets")) if folder.is_dir() else []
    opened = (_region(path, *_stamp(path)) for path in found if path.is_file())
    return tuple(region for region in opened if region is not None)


def _stamp(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino


@lru_cache(maxsize=64)
def _region(path: Path, *_stamp: int) -> Region | None:
    try:
        return Region(path)
    except sqlite3.DatabaseError:
        return None


def _points(blob: bytes) -> "array[int]":
    """The little-endian int32 pairs of a blob."""
    values = array("i")
    values.frombytes(blob)
    if sys.byteorder == "big":
        values.byteswap()
    return values
