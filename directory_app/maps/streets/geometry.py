"""Lines and rings as the bytes of a street file, and what is done to them on the way in.

Positions are flat arrays of int32: longitude, latitude, longitude, ... in ten-millionths of a
degree.
"""

import struct
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence

UNITS = 10_000_000
#: West, east, south, north, in ten-millionths of a degree.
Box = tuple[int, int, int, int]
_SWAP = sys.byteorder == "big"


def whole(degrees: float) -> int:
    """Degrees as ten-millionths."""
    return round(degrees * UNITS)


def pack(values: Iterable[int]) -> bytes:
    """The bytes of a flat run of coordinates."""
    packed = array("i", values)
    if _SWAP:
        packed.byteswap()
    return packed.tobytes()


def unpack(blob: bytes) -> "array[int]":
    """The reverse of pack."""
    values = array("i")
    values.frombytes(blob)
    if _SWAP:
        values.byteswap()
    return values


def pack_rings(rings: Iterable[Sequence[int]]) -> bytes:
    """Rings in one blob: before each the number of its points."""
    return b"".join(struct.pack("<i", len(ring) // 2) + pack(ring) for ring in rings)


def unpack_rings(blob: bytes) -> Iterator["array[int]"]:
    """The reverse of pack_rings."""
    at = 0
    while at < len(blob):
        size = 8 * struct.unpack_from("<i", blob, at)[0]
        yield unpack(blob[at + 4 : at + 4 + size])
        at += 4 + size


def box(values: Sequence[int]) -> Box:
    """The smallest box around a flat run of coordinates, which must not be empty."""
    longitudes, latitudes = values[0::2], values[1::2]
    return min(longitudes), max(longitudes), min(latitudes), max(latitudes)


def is_ring(values: Sequence[int]) -> bool:
    """Whether a line ends where it began and encloses something."""
    return len(values) >= 8 and values[0] == values[-2] and values[1] == values[-1]


def join(lines: Sequence[Sequence[int]]) -> list[list[int]]:
    """Lines that meet end to end, joined to as few and as long ones as that makes.

    Where three or more meet, two of them go on as one. The first line of each keeps its
    direction; others may be turned round.
    """
    at_end: dict[tuple[int, int], list[int]] = {}
    for index, line in enumerate(lines):
        at_end.setdefault((line[0], line[1]), []).append(index)
        at_end.setdefault((line[-2], line[-1]), []).append(index)
    used = bytearray(len(lines))
    joined = []
    for index, line in enumerate(lines):
        if used[index]:
            continue
        used[index] = True
        chain = _grow(list(line), lines, at_end, used)
        if not is_ring(chain):
            chain = _turned(_grow(_turned(chain), lines, at_end, used))
        joined.append(chain)
    return joined


def _grow(
    chain: list[int],
    lines: Sequence[Sequence[int]],
    at_end: dict[tuple[int, int], list[int]],
    used: bytearray,
) -> list[int]:
    while not is_ring(chain):
        here = (chain[-2], chain[-1])
        waiting = at_end.get(here, [])
        while waiting and used[waiting[-1]]:
            waiting.pop()
        if not waiting:
            break
        index = waiting.pop()
        used[index] = True
        line = lines[index]
        chain.extend((line if (line[0], line[1]) == here else _turned(line))[2:])
    return chain


def _turned(line: Sequence[int]) -> list[int]:
    turned = list(line)
    turned[0::2], turned[1::2] = line[-2::-2], line[-1::-2]
    return turned


def simplify(line: Sequence[int], tolerance: int) -> list[int]:
    """Fewer points, none of the left out ones further than the tolerance off (Douglas-Peucker).

    Distances are in units of latitude, a degree of longitude taken as 0.8 of one, which is
    right enough from Mexico to Canada.
    """
    count = len(line) // 2
    if count < 3:
        return list(line)
    xs = [0.8 * value for value in line[0::2]]
    ys = line[1::2]
    keep = bytearray(count)
    keep[0] = keep[-1] = True
    spans = [(0, count - 1)]
    limit = float(tolerance) ** 2
    while spans:
        first, last = spans.pop()
        worst, at = _farthest(xs, ys, first, last)
        if worst > limit:
            keep[at] = True
            spans += [(first, at), (at, last)]
    kept = (2 * index for index in range(count) if keep[index])
    return [value for at in kept for value in (line[at], line[at + 1])]


def _farthest(xs: Sequence[float], ys: Sequence[int], first: int, last: int) -> tuple[float, int]:
    """The squared distance of the point farthest from the span, and which it is."""
    x0, y0 = xs[first], ys[first]
    dx, dy = xs[last] - x0, ys[last] - y0
    length = dx * dx + dy * dy
    worst, at = 0.0, first
    for index in range(first + 1, last):
        x, y = xs[index] - x0, ys[index] - y0
        along = 0.0 if length == 0 else min(1.0, max(0.0, (x * dx + y * dy) / length))
        off = (x - along * dx) ** 2 + (y - along * dy) ** 2
        if off > worst:
            worst, at = off, index
    return worst, at
