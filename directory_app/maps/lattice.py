"""Points all over a map, to find the nearest one that is still free."""

from collections.abc import Callable, Iterator
from math import dist, hypot, inf

from directory_app.maps.ops import Point
from directory_app.maps.rects import Rect


class Lattice:
    """Points all over an area, those that are taken closed, to find the nearest open one."""

    def __init__(self, area: Rect, step: float) -> None:
        self._left, self._top, self._step = area.left, area.top, step
        self._columns = max(0, int((area.right - area.left) / step) + 1)
        self._rows = max(0, int((area.bottom - area.top) / step) + 1)
        self._is_open = bytearray(b"\x01") * (self._columns * self._rows)
        #: How many points are open.
        self.open = len(self._is_open)

    def close(self, x: float, y: float, radius: float) -> None:
        """Close the points nearer to (x, y) than that."""
        for i, j in self._within(Rect(x - radius, y - radius, x + radius, y + radius)):
            px, py = self._left + i * self._step, self._top + j * self._step
            if hypot(px - x, py - y) < radius:
                self._close(i, j)

    def close_box(self, box: Rect) -> None:
        """Close the points inside a box."""
        for i, j in self._within(box):
            if box.has(self._left + i * self._step, self._top + j * self._step):
                self._close(i, j)

    def nearest(self, start: Point, is_free: Callable[[float, float], bool]) -> Point | None:
        """The open point nearest to the start that is also free for a marker of its size."""
        middle = (
            min(max(self._index(start[0] - self._left), 0), self._columns),
            min(max(self._index(start[1] - self._top), 0), self._rows),
        )
        best: Point | None = None
        far = inf
        ring = 0
        while ring <= max(self._columns, self._rows) and (ring - 1) * self._step <= far:
            for i, j in self._ring(middle, ring):
                point = self._left + i * self._step, self._top + j * self._step
                away = dist(point, start)
                if away < far and is_free(*point):
                    best, far = point, away
            ring += 1
        return best

    def _ring(self, middle: tuple[int, int], ring: int) -> Iterator[tuple[int, int]]:
        """The open points so many steps from the middle one, to the side or up and down."""
        column, row = middle
        rows, columns = self._rows, self._columns
        for j in range(max(0, row - ring), min(rows - 1, row + ring) + 1):
            edge = abs(j - row) == ring
            steps = range(-ring, ring + 1) if edge else (-ring, ring) if ring else (0,)
            for step in steps:
                if 0 <= (i := column + step) < columns and self._is_open[j * columns + i]:
                    yield i, j

    def _within(self, box: Rect) -> Iterator[tuple[int, int]]:
        first_column, last_column = self._index(box.left - self._left), self._columns - 1
        last_column = min(last_column, self._index(box.right - self._left) + 1)
        first_row, last_row = self._index(box.top - self._top), self._rows - 1
        last_row = min(last_row, self._index(box.bottom - self._top) + 1)
        for j in range(max(0, first_row), last_row + 1):
            for i in range(max(0, first_column), last_column + 1):
                yield i, j

    def _index(self, away: float) -> int:
        return int(away // self._step)

    def _close(self, i: int, j: int) -> None:
        place = j * self._columns + i
        self.open -= self._is_open[place]
        self._is_open[place] = 0
