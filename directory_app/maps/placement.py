"""Where markers come to stand: they repel each other and whatever else must stay free.

First all of them push each other apart at once, which keeps a group in its shape; then each
that is still in the way goes to the nearest free place. None is ever dropped.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from directory_app.maps.lattice import Lattice
from directory_app.maps.ops import Point
from directory_app.maps.rects import Rect

__all__ = ["GAP", "Rect", "Stand", "Wanted", "apart", "place", "spiral"]

#: Markers' middles are 1.22 heights apart at least (print tokens), and their shapes never touch.
GAP = 1.22
_AIR = 0.08
_ROUNDS = 90
#: From so many markers on, fewer rounds: a full map has no shape to keep.
_MANY = 60
#: Reaches from a marker's place within which each spot is tried, before the whole area is.
_NEAR = 4
_GOLDEN = pi * (3 - 5**0.5)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A marker that would stand at (x, y). ``reach`` is how far it goes from there, in points."""

    x: float
    y: float
    reach: float


@dataclass(frozen=True, slots=True)
class Stand:
    """Where it does stand. Not ``free``: no place was left, and it lies over something."""

    x: float
    y: float
    free: bool


def place(
    wanted: Sequence[Wanted], area: Rect, obstacles: Sequence[Rect], height: float
) -> list[Stand]:
    """A stand for each, in order, inside the area and off the obstacles.

    ``height`` is the markers' height h. A thousand take about half a second.
    """
    at = _pushed_apart(wanted, area, obstacles, height)
    room = _Room(area, obstacles, height, min((each.reach for each in wanted), default=0.0))
    stands: list[Stand] = []
    for marker, point in zip(wanted, at, strict=True):
        stand = room.near(marker, point)
        room.add(stand.x, stand.y, marker.reach)
        stands.append(stand)
    return stands


def apart(a: float, b: float, height: float) -> float:
    """How far the middles of two markers of these reaches must be apart."""
    return max(GAP * height, a + b + _AIR * height)


class _Room:
    """What of the area is still free."""

    def __init__(self, area: Rect, obstacles: Sequence[Rect], height: float, least: float) -> None:
        self._area = area
        self._obstacles = obstacles
        self._height = height
        self._least = least
        # two markers are never farther apart than this when they are in each other's way
        self._cell = 2 * height
        self._cells: dict[tuple[int, int], list[Wanted]] = defaultdict(list)
        self._lattice = Lattice(area.grown(-least), GAP * height / 2)
        for obstacle in obstacles:
            self._lattice.close_box(obstacle.grown(least))

    def add(self, x: float, y: float, reach: float) -> None:
        """Take the place of a marker."""
        self._cells[self._key(x, y)].append(Wanted(x, y, reach))
        self._lattice.close(x, y, apart(self._least, reach, self._height) - 1e-6)

    def near(self, marker: Wanted, start: Point) -> Stand:
        """The free place nearest to the start; the start itself if there is none at all."""
        reach = marker.reach
        if self._lattice.open:  # else the map is full, and looking would take long
            for x, y in spiral(start, reach / 2, _NEAR * reach):
                if self._is_free(x, y, reach):
                    return Stand(x, y, free=True)
            if found := self._lattice.nearest(start, lambda x, y: self._is_free(x, y, reach)):
                return Stand(*found, free=True)
        return Stand(*_clamped(start, self._area.grown(-marker.reach)), free=False)

    def _is_free(self, x: float, y: float, reach: float) -> bool:
        area = self._area
        if not (
            area.left + reach <= x <= area.right - reach
            and area.top + reach <= y <= area.bottom - reach
        ):
            return False
        for box in self._obstacles:
            if (
                box.left - reach < x < box.right + reach
                and box.top - reach < y < box.bottom + reach
            ):
                return False
        return not any(
            hypot(x - other.x, y - other.y) < apart(reach, other.reach, self._height) - 1e-6
            for other in self._around(x, y)
        )

    def _around(self, x: float, y: float) -> Iterator[Wanted]:
        column, row = self._key(x, y)
        for i in (column - 1, column, column + 1):
            for j in (row - 1, row, row + 1):
                yield from self._cells.get((i, j), ())

    def _key(self, x: float, y: float) -> tuple[int, int]:
        return int(x // self._cell), int(y // self._cell)


def spiral(start: Point, step: float, far: float) -> Iterator[Point]:
    """The start, then rings of points around it, nearest first."""
    yield start
    for ring in range(1, int(far / step) + 2):
        count = 6 * ring
        for i in range(count):
            angle = 2 * pi * i / count - pi / 2
            yield start[0] + ring * step * cos(angle), start[1] + ring * step * sin(angle)


def _pushed_apart(
    wanted: Sequence[Wanted], area: Rect, obstacles: Sequence[Rect], height: float
) -> list[Point]:
    """All markers after pushing each other, the obstacles and the edges for some rounds."""
    at = [list(point) for point in _fanned(wanted, height)]
    grown = {r: [each.grown(r) for each in obstacles] for r in {each.reach for each in wanted}}
    inner = {reach: area.grown(-reach) for reach in grown}
    for _ in range(
        _ROUNDS if len(wanted) <= _MANY else max(12, _ROUNDS * _MANY // len(wanted) // 2)
    ):
        moved = _push_pairs(at, wanted, height)
        for i, marker in enumerate(wanted):
            x, y = _off_obstacles(at[i][0], at[i][1], grown[marker.reach])
            at[i] = list(_clamped((x, y), inner[marker.reach]))
        if not moved:
            break
    return [(x, y) for x, y in at]


def _fanned(wanted: Sequence[Wanted], height: float) -> Iterator[Point]:
    """Markers of one and the same place, laid out like sunflower seeds around it."""
    seen: dict[tuple[int, int], int] = defaultdict(int)
    for marker in wanted:
        key = round(marker.x), round(marker.y)
        rank = seen[key]
        seen[key] += 1
        radius = 0.62 * GAP * height * rank**0.5
        yield marker.x + radius * cos(rank * _GOLDEN), marker.y + radius * sin(rank * _GOLDEN)


def _push_pairs(at: list[list[float]], wanted: Sequence[Wanted], height: float) -> bool:
    """Push each pair that is too near half of what is missing. True if any was."""
    moved = False
    for i, j in _near_pairs(at, 2 * height):
        need = apart(wanted[i].reach, wanted[j].reach, height)
        right, down = at[j][0] - at[i][0], at[j][1] - at[i][1]
        distance = hypot(right, down)
        if distance >= need - 1e-3:
            continue
        moved = True
        if distance < 1e-9:
            right, down, distance = cos(i + j), sin(i + j), 1.0
        push = (need - distance) / 2 / distance
        at[i][0] -= right * push
        at[i][1] -= down * push
        at[j][0] += right * push
        at[j][1] += down * push
    return moved


def _near_pairs(at: list[list[float]], cell: float) -> list[tuple[int, int]]:
    """The pairs of points in the same or a neighbouring cell, in order."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, (x, y) in enumerate(at):
        cells[int(x // cell), int(y // cell)].append(i)
    pairs = []
    for (column, row), members in cells.items():
        for dx, dy in ((0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)):
            for i in members:
                others = cells.get((column + dx, row + dy), ())
                pairs += [(i, j) for j in others if (dx, dy) != (0, 0) or i < j]
    return pairs


def _off_obstacles(x: float, y: float, boxes: Sequence[Rect]) -> Point:
    """The point moved out of each box by the shortest way."""
    for box in boxes:
        if box.left < x < box.right and box.top < y < box.bottom:
            ways = [(box.left, y), (box.right, y), (x, box.top), (x, box.bottom)]
            x, y = min(ways, key=lambda way: abs(way[0] - x) + abs(way[1] - y))
    return x, y


def _clamped(point: Point, inner: Rect) -> Point:
    return (
        max(inner.left, min(inner.right, point[0])),
        max(inner.top, min(inner.bottom, point[1])),
    )
