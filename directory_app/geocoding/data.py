"""The baked gazetteer of US towns and ZIP codes. All of its SQL is here.

It is a read-only resource that ships with the program and holds nothing of the directory;
that is why it is read with the standard library and not through the store.
``db/build_gazetteer.py`` makes it.
"""

import sqlite3
import threading
from functools import lru_cache
from typing import NamedTuple

from directory_app.model.geo import Position
from directory_app.paths import resource

#: Coordinates are kept as whole hundred-thousandths of a degree (1.1 m).
SCALE = 100_000


class Town(NamedTuple):
    """One town. ``population`` is 0 where unknown; ``source`` is ``geonames`` or ``zipcodes``."""

    name: str
    state: str
    position: Position
    population: int
    source: str


class Zip(NamedTuple):
    """One ZIP code: the middle of its area, and its post office's town."""

    code: str
    state: str
    position: Position


_local = threading.local()


def _connection() -> sqlite3.Connection:
    """One connection a thread; immutable, so that nothing is locked and no file is made."""
    if not hasattr(_local, "connection"):
        uri = f"{resource('gazetteer', 'us.sqlite').as_uri()}?mode=ro&immutable=1"
        _local.connection = sqlite3.connect(uri, uri=True)
    connection: sqlite3.Connection = _local.connection
    return connection


def _position(latitude: int, longitude: int) -> Position:
    return Position(latitude / SCALE, longitude / SCALE)


def _town(row: tuple[str, str, int, int, int]) -> Town:
    state, name, latitude, longitude, population = row
    source = "geonames" if population >= 0 else "zipcodes"
    return Town(name, state, _position(latitude, longitude), max(0, population), source)


_TOWN = "SELECT state, name, latitude, longitude, population FROM town "


@lru_cache(maxsize=4096)
def town(key: str, state: str) -> Town | None:
    """The town with this town_key in the state with this code."""
    row = _connection().execute(f"{_TOWN} WHERE key = ? AND state = ?", (key, state)).fetchone()
    return _town(row) if row else None


@lru_cache(maxsize=1024)
def towns(key: str) -> tuple[Town, ...]:
    """All towns of that key, in any state, the most populous first."""
    rows = _connection().execute(f"{_TOWN} WHERE key = ? ORDER BY population DESC, state", (key,))
    return tuple(_town(row) for row in rows)


@lru_cache(maxsize=4096)
def zip_code(number: int) -> Zip | None:
    """The ZIP code with these digits (names.zip_key)."""
    row = (
        _connection()
        .execute("SELECT state, latitude, longitude FROM zip WHERE number = ?", (number,))
        .fetchone()
    )
    return Zip(f"{number:05}", row[0], _position(row[1], row[2])) if row else None


@lru_cache(maxsize=1024)
def _towns_in(latitude: int, longitude: int) -> tuple[Town, ...]:
    """Towns with a population whose position lies in or next to this cell of half a degree."""
    half = SCALE // 2
    rows = _connection().execute(
        f"{_TOWN} WHERE population > 0 AND latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?",
        (
            *((latitude - 1) * half, (latitude + 2) * half),
            *((longitude - 1) * half, (longitude + 2) * half),
        ),
    )
    return tuple(_town(row) for row in rows)


def towns_near(at: Position) -> tuple[Town, ...]:
    """The towns with a known population some 30 miles around."""
    return _towns_in(int(at.latitude // 0.5), int(at.longitude // 0.5))
