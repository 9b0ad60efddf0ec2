"""Metres between points of the street data, and points along lines. Pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, radians

from directory_app.geocoding.regions import UNITS
from directory_app.model.geo import Position

#: Metres in a degree of latitude, on a sphere of the IUGG's mean radius.
_DEGREE = 111_195.08
#: How far from the middle of the street a house stands, and from a corner the first one.
OFFSET = 12.0
SETBACK = 15.0

Point = tuple[float, float]


def position(point: Point) -> Position:
    """A point of the data as a position in degrees."""
    return Position(round(point[1] / UNITS, 7), round(point[0] / UNITS, 7))


def scale(y: float) -> Point:
    """Metres in one unit of x and of y at this latitude."""
    metres = _DEGREE / UNITS
    return metres * cos(radians(y / UNITS)), metres


def metres(a: Point, b: Point) -> float:
    """The distance between two points of the data, on a plane: right to 0.1 % within a town."""
    x, y = scale(a[1])
    return hypot((b[0] - a[0]) * x, (b[1] - a[1]) * y)


def pairs(points: Sequence[int]) -> Iterator[Point]:
    """A flat run of coordinates, two by two."""
    return zip(points[0::2], points[1::2], strict=False)


def between(a: Point, b: Point, fraction: float) -> Point:
    """The point at this fraction of the way from a to b."""
    return a[0] + (b[0] - a[0]) * fraction, a[1] + (b[1] - a[1]) * fraction


def along(points: Sequence[int], fraction: float, side: str = "") -> Point:
    """A point at a fraction of a line's length, OFFSET to its left or right.

    ``side`` is L or R of the line as it runs; without one the point is on the line. Near its
    ends it keeps SETBACK from the corner, or a fifth of the length where that is less.
    """
    line = list(pairs(points))
    lengths = [metres(a, b) for a, b in pairwise(line)]
    total = sum(lengths)
    if total == 0:
        return line[0]
    inset = min(SETBACK, total / 5) if side else 0.0
    left = inset + min(max(fraction, 0.0), 1.0) * (total - 2 * inset)
    for a, b, length in zip(line, line[1:], lengths, strict=False):
        if left <= length and length:
            return _beside(a, b, left / length, side)
        left -= length
    return line[-1]


def _beside(a: Point, b: Point, fraction: float, side: str) -> Point:
    x, y = between(a, b, fraction)
    if side not in ("L", "R"):
        return x, y
    across, up = scale(y)
    east, north = (b[0] - a[0]) * across, (b[1] - a[1]) * up
    length = hypot(east, north)
    turn = OFFSET / length if side == "L" else -OFFSET / length
    return x - north * turn / across, y + east * turn / up


def crossing(one: Sequence[int], other: Sequence[int]) -> Iterator[Point]:
    """Points where two lines cross or touch."""
    for axis in (0, 1):
        mine, theirs = one[axis::2], other[axis::2]
        if max(mine) < min(theirs) or max(theirs) < min(mine):
            return
    first, second = list(pairs(one)), list(pairs(other))
    for a, b in pairwise(first):
        for c, d in pairwise(second):
            if max(a[0], b[0]) < min(c[0], d[0]) or max(c[0], d[0]) < min(a[0], b[0]):
                continue
            if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
                continue
            if (point := _meet(a, b, c, d)) is not None:
                yield point


def _meet(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """Where a stretch ab meets a stretch cd; the common end where they only touch."""
    for end in (a, b):
        if end in (c, d):
            return end
    run, rise = b[0] - a[0], b[1] - a[1]
    run_2, rise_2 = d[0] - c[0], d[1] - c[1]
    cross = run * rise_2 - rise * run_2
    if cross == 0:
        return None
    t = ((c[0] - a[0]) * rise_2 - (c[1] - a[1]) * run_2) / cross
    u = ((c[0] - a[0]) * rise - (c[1] - a[1]) * run) / cross
    if not (0 <= t <= 1 and 0 <= u <= 1):
        return None
    return between(a, b, t)


def clusters(points: Sequence[Point], apart: float) -> list[list[int]]:
    """Which points lie together: indexes, a list for each group, by its first point.

    A point belongs to the first group whose first point is ``apart`` metres away or nearer.
    """
    groups: list[list[int]] = []
    for index, point in enumerate(points):
        group = next((group for group in groups if metres(points[group[0]], point) <= apart), None)
        if group is None:
            groups.append([index])
        else:
            group.append(index)
    return groups


def middle(points: Sequence[Point]) -> Point:
    """The mean of some points."""
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)
