"""Where names come to stand: beside their dot, inside the map, and over nothing else."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import hypot

from directory_app.maps.ops import Op, Point, Text
from directory_app.maps.placement import Rect
from directory_app.maps.style import MapStyle

#: Of a size in points: from the baseline up, and down.
ASCENT, DESCENT = 0.78, 0.22
LINE = 1.12
#: Taken boxes are kept by squares of so many points.
_CELL = 48.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text looks."""

    size: float
    weight: str
    color: str


class Labels:
    """What is taken on a map, and where there is room for one more text."""

    def __init__(self, area: Rect, style: MapStyle) -> None:
        self._area = area
        self._style = style
        self._taken: list[Rect] = []
        self._cells: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)

    def take(self, *boxes: Rect) -> None:
        """Keep these free of names."""
        self._taken += boxes
        for box in boxes:
            for cell in _cells(box):
                self._cells[cell].append(box)

    def take_line(self, start: Point, end: Point) -> None:
        """Keep a straight line free of names."""
        steps = int(hypot(end[0] - start[0], end[1] - start[1]) / 4) + 1
        for i in range(steps + 1):
            x = start[0] + (end[0] - start[0]) * i / steps
            y = start[1] + (end[1] - start[1]) * i / steps
            self.take(Rect(x - 2, y - 2, x + 2, y + 2))

    @property
    def last(self) -> Rect:
        """The box that was taken last."""
        return self._taken[-1]

    def is_free(self, box: Rect) -> bool:
        """Whether the box lies on the map and over nothing."""
        return self._area.holds(box) and not self.is_taken(box)

    def is_taken(self, box: Rect) -> bool:
        """Whether something lies in the box."""
        return any(box.meets(taken) for cell in _cells(box) for taken in self._cells.get(cell, ()))

    def fit(self, boxes: Iterable[Rect]) -> bool:
        """Take all of these if they are free, or none of them."""
        wanted = list(boxes)
        if not all(self.is_free(box) for box in wanted):
            return False
        self.take(*wanted)
        return True

    def beside(
        self, point: Point, aways: tuple[float, ...], lines: tuple[str, ...], look: Lettering,
        suits: Callable[[Rect], bool] = lambda box: True,
    ) -> tuple[Op, ...]:  # fmt: skip
        """The text right, left, above or below the point, or nothing where there is no room.

        ``aways`` are the distances from the point to try, one after the other; a box that does
        not ``suits`` is passed over.
        """
        width, height = self.extent(lines, look)
        for away in aways:
            for box, anchor in _around(point, away, width, height):
                if self.is_free(box) and suits(box):
                    self.take(box)
                    return self._lines(box, anchor, lines, look)
        return ()

    def centred(
        self, points: Iterable[Point], lines: tuple[str, ...], look: Lettering
    ) -> tuple[Op, ...]:
        """The text over the first of the points where there is room, or nothing."""
        width, height = self.extent(lines, look)
        for x, y in points:
            box = Rect(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            if self.is_free(box):
                self.take(box)
                return self._lines(box, "middle", lines, look)
        return ()

    def extent(self, lines: tuple[str, ...], look: Lettering) -> tuple[float, float]:
        """Width and height of the text in points, with its halo."""
        widest = max(self._style.measure(line, look.size, look.weight) for line in lines)
        high = look.size * (ASCENT + DESCENT + LINE * (len(lines) - 1))
        return widest + self._style.halo, high

    def _lines(
        self, box: Rect, anchor: str, lines: tuple[str, ...], look: Lettering
    ) -> tuple[Op, ...]:
        rim = self._style.halo / 2
        x = {
            "start": box.left + rim,
            "middle": (box.left + box.right) / 2,
            "end": box.right - rim,
        }[anchor]
        baseline = box.top + ASCENT * look.size
        return tuple(
            Text(
                x,
                baseline + i * LINE * look.size,
                line,
                look.size,
                look.weight,
                look.color,
                anchor,
                self._style.land,
                self._style.halo,
            )
            for i, line in enumerate(lines)
        )


def _cells(box: Rect) -> Iterator[tuple[int, int]]:
    """The squares of the map that a box reaches into."""
    for i in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for j in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield i, j


def _around(point: Point, away: float, width: float, height: float) -> Iterator[tuple[Rect, str]]:
    """Boxes of that size around a point, the best place first, with the text's anchor."""
    x, y = point
    near = away * 0.7
    left_right = ((x + away, "start"), (x - away - width, "end"))
    for top in (y - height / 2, y - height - near * 0.4, y + near * 0.4):
        for left, anchor in left_right:
            yield Rect(left, top, left + width, top + height), anchor
    for top in (y - away - height, y + away):
        yield Rect(x - width / 2, top, x + width / 2, top + height), "middle"
