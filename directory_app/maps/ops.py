"""The display list: what a map draws, in page points with y down, in the order of drawing.

Both painters replay exactly these. Colours are ``#RRGGBB``. Angles are degrees, clockwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape, filled, stroked or both. ``opacity`` is that of the fill."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line. ``dash`` is lengths on and off in points; (0, n) with round caps is dots."""

    points: tuple[Point, ...]
    color: str
    width: float
    dash: tuple[float, ...] = ()
    round_caps: bool = True


@dataclass(frozen=True, slots=True)
class Lines:
    """Many open lines of one look: what a map has thousands of. As Polyline otherwise."""

    parts: Sequence[Sequence[Point]]
    color: str
    width: float
    dash: tuple[float, ...] = ()
    round_caps: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """Closed rings filled even-odd, so that a ring within another is a hole."""

    rings: Sequence[Sequence[Point]]
    fill: str


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, filled, stroked or both. ``opacity`` is that of the fill."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text. ``y`` is its baseline; ``anchor`` is start, middle or end.

    ``weight`` is regular, semibold, bold or black. A ``halo`` is drawn first, as a stroke of
    ``halo_width`` (both sides together) round the letters. ``angle`` turns the line about its
    anchor, in degrees, clockwise.
    """

    x: float
    y: float
    text: str
    size: float
    weight: str
    color: str
    anchor: str = "start"
    halo: str | None = None
    halo_width: float = 0.0
    angle: float = 0.0


Op = Polygon | Polyline | Lines | Shape | Circle | Text


@dataclass(frozen=True, slots=True)
class PlacedMarker:
    """Where a place's marker came to stand, and where the place is."""

    number: str
    x: float
    y: float
    anchor: Point
    size: float
    shape: str


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A map of ``width`` by ``height`` points. Nothing is drawn outside of it.

    ``crowded`` are the numbers of markers that found no free place: they are drawn, but over
    others. Whoever prints the map should say so, or draw a larger one.
    """

    width: float
    height: float
    ops: tuple[Op, ...]
    markers: tuple[PlacedMarker, ...] = ()
    crowded: tuple[str, ...] = ()

    def __add__(self, ops: tuple[Op, ...]) -> "DisplayList":
        """The same map with more drawn on top."""
        return DisplayList(self.width, self.height, self.ops + ops, self.markers, self.crowded)
