"""An order in which to walk to many places: nearest first, then untangled. Pure.

Distances are straight lines. The first pass takes the nearest place not yet visited; then
2-opt turns a stretch of the way round wherever that makes it shorter, until nothing does
(Croes 1958). The same places always give the same order.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, hypot, radians

from directory_app.model.geo import Position, distance_miles

#: Places beyond which only near ones are considered for turning a stretch round.
MANY = 300
#: Each place's so many nearest are considered then.
NEAREST = 12
#: Rounds of untangling at most: it hardly ever takes ten.
ROUNDS = 60
#: A gain below this (of a degree, some 10 cm) is none.
_LEAST = 1e-6


def order(stops: Sequence[Position], start: Position | None = None) -> list[int]:
    """Indexes of the stops in the order of the walk, from ``start`` or else from the first one.

    The way is open: it ends at the last stop and does not come back.
    """
    if not stops:
        return []
    points = _flat([start or stops[0], *stops])
    way = _untangled(_nearest_first(points), points)
    return [index - 1 for index in way[1:]]


def length_miles(stops: Sequence[Position], start: Position | None = None) -> float:
    """How long the way is in this order, in miles."""
    way = [*([start] if start else []), *stops]
    return sum(distance_miles(a, b) for a, b in pairwise(way))


def _flat(positions: Sequence[Position]) -> list[tuple[float, float]]:
    """Points on a plane in degrees of latitude: right enough to compare ways in a county."""
    narrow = cos(radians(sum(each.latitude for each in positions) / len(positions)))
    return [(each.longitude * narrow, each.latitude) for each in positions]


def _nearest_first(points: list[tuple[float, float]]) -> list[int]:
    left = list(range(1, len(points)))
    way = [0]
    while left:
        here = points[way[-1]]
        best = min(left, key=lambda each: (_away(here, points[each]), each))
        left.remove(best)
        way.append(best)
    return way


def _away(a: tuple[float, float], b: tuple[float, float]) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _untangled(way: list[int], points: list[tuple[float, float]]) -> list[int]:
    """The way without stretches that are better walked the other way round."""
    near = _near(points)
    for _ in range(ROUNDS):
        if not _improve(way, points, near):
            break
    return way


def _near(points: list[tuple[float, float]]) -> list[frozenset[int]] | None:
    """The nearest places of each, where there are many; None where all are looked at."""
    if len(points) <= MANY:
        return None
    every = range(len(points))
    return [
        frozenset(sorted(every, key=lambda each: _away(points[at], points[each]))[: NEAREST + 1])
        for at in every
    ]


def _improve(
    way: list[int], points: list[tuple[float, float]], near: list[frozenset[int]] | None
) -> bool:
    """One round over all pairs of legs; whether anything was turned round."""
    better = False
    last = len(way) - 1
    for i in range(last - 1):
        for j in range(i + 2, last + 1):
            if near and way[j] not in near[way[i]]:
                continue
            a, b, c = points[way[i]], points[way[i + 1]], points[way[j]]
            gain = _away(a, b) - _away(a, c)
            if j < last:
                d = points[way[j + 1]]
                gain += _away(c, d) - _away(b, d)
            if gain > _LEAST:
                way[i + 1 : j + 1] = way[i + 1 : j + 1][::-1]
                better = True
    return better
