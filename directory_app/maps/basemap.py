"""The outline basemap that ships with the program: state and county lines, and towns.

One file, ``resources/basemap/us.bin``, with a compressed chunk for each state, so that a map
decodes only what it shows. ``db/build_basemap.py`` makes it; the format is here::

    4 bytes, little-endian   length of the index
    index, JSON              {"NM": [offset, length, south, west, north, east], ...}
    chunks, zlib             lines: count, then kind, number of points, points
                             towns: count, then length of name, name, point, population

Whole numbers are varints (7 bits a byte, low first), signed ones zigzag. Points are in units of
0.0001 degree (11 m), each the difference from the point before it in the chunk.
"""

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from directory_app.model.geo import Position
from directory_app.paths import resource

UNITS = 10_000
STATE_LINE, COUNTY_LINE = 0, 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in degrees."""

    south: float
    west: float
    north: float
    east: float

    def meets(self, other: "Bounds") -> bool:
        """Whether the two boxes have a point in common."""
        return (
            self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )

    def has(self, position: Position) -> bool:
        """Whether the point lies inside."""
        return (
            self.south <= position.latitude <= self.north
            and self.west <= position.longitude <= self.east
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """A border. ``kind`` is STATE_LINE or COUNTY_LINE."""

    kind: int
    points: tuple[Position, ...]
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Town:
    """A town with its population."""

    name: str
    position: Position
    population: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """What there is of one state. A line between two states is in one of them only."""

    outlines: tuple[Outline, ...]
    towns: tuple[Town, ...]


def outlines(bounds: Bounds) -> list[Outline]:
    """The borders that come near the box, counties before states, so that states lie on top."""
    near = [line for chunk in _chunks(bounds) for line in chunk.outlines]
    return sorted((line for line in near if line.bounds.meets(bounds)), key=lambda o: -o.kind)


def towns(bounds: Bounds) -> list[Town]:
    """The towns inside the box, the most populous first."""
    near = [town for chunk in _chunks(bounds) for town in chunk.towns if bounds.has(town.position)]
    return sorted(near, key=lambda town: (-town.population, town.name))


def encode(chunk: Chunk) -> bytes:
    """The bytes of a chunk, compressed."""
    out = bytearray()
    last = [0, 0]
    _put(out, len(chunk.outlines))
    for line in chunk.outlines:
        _put(out, line.kind)
        _put(out, len(line.points))
        for point in line.points:
            _put_point(out, point, last)
    _put(out, len(chunk.towns))
    for town in chunk.towns:
        name = town.name.encode()
        _put(out, len(name))
        out += name
        _put_point(out, town.position, last)
        _put(out, town.population)
    return zlib.compress(bytes(out), 9)


def decode(packed: bytes) -> Chunk:
    """The reverse of encode."""
    data = zlib.decompress(packed)
    numbers = _Reader(data)
    lines = tuple(_read_line(numbers) for _ in range(numbers.whole()))
    return Chunk(lines, tuple(_read_town(numbers) for _ in range(numbers.whole())))


def bounds_of(points: Iterable[Position]) -> Bounds:
    """The smallest box around the points; there must be one at least."""
    all_points = list(points)
    latitudes = [point.latitude for point in all_points]
    longitudes = [point.longitude for point in all_points]
    return Bounds(min(latitudes), min(longitudes), max(latitudes), max(longitudes))


@cache
def _file() -> tuple[bytes, dict[str, tuple[int, int, Bounds]]]:
    data = resource("basemap", "us.bin").read_bytes()
    size = int.from_bytes(data[:4], "little")
    index = json.loads(data[4 : 4 + size])
    body = data[4 + size :]
    return body, {
        state: (offset, length, Bounds(*box)) for state, (offset, length, *box) in index.items()
    }


@cache
def _chunk(state: str) -> Chunk:
    body, index = _file()
    offset, length, _ = index[state]
    return decode(body[offset : offset + length])


def _chunks(bounds: Bounds) -> Iterator[Chunk]:
    for state, (_, _, box) in _file()[1].items():
        if box.meets(bounds):
            yield _chunk(state)


def _put(out: bytearray, number: int) -> None:
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def _put_point(out: bytearray, point: Position, last: list[int]) -> None:
    for axis, degrees in enumerate((point.latitude, point.longitude)):
        value = round(degrees * UNITS)
        step = value - last[axis]
        last[axis] = value
        _put(out, step << 1 if step >= 0 else (-step << 1) - 1)


class _Reader:
    """Reads what _put and _put_point wrote, in order."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._latitude = 0
        self._longitude = 0

    def whole(self) -> int:
        """The next whole number."""
        shift = number = 0
        while True:
            byte = self._data[self._at]
            self._at += 1
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7

    def _step(self) -> int:
        number = self.whole()
        return number >> 1 if number % 2 == 0 else -((number + 1) >> 1)

    def point(self) -> Position:
        """The next point."""
        self._latitude += self._step()
        self._longitude += self._step()
        return Position(self._latitude / UNITS, self._longitude / UNITS)

    def text(self) -> str:
        """The next text."""
        size = self.whole()
        self._at += size
        return self._data[self._at - size : self._at].decode()


def _read_line(numbers: _Reader) -> Outline:
    kind = numbers.whole()
    points = tuple(numbers.point() for _ in range(numbers.whole()))
    return Outline(kind, points, bounds_of(points))


def _read_town(numbers: _Reader) -> Town:
    name = numbers.text()
    position = numbers.point()
    return Town(name, position, numbers.whole())
