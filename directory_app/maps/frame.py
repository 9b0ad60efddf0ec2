"""What part of the earth a map shows, and how large.

Equirectangular about the centre: right to 0.5 % over a state, and a straight line is one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians

from directory_app.maps.basemap import Bounds, bounds_of
from directory_app.maps.ops import Point
from directory_app.model.geo import EARTH_RADIUS_MILES, Position

MILES_PER_DEGREE = radians(EARTH_RADIUS_MILES)
Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """The middle of a map and its scale in points a mile."""

    center: Position
    scale: float

    def project(self, position: Position, size: Size) -> Point:
        """A position as a point on a map of this size, y down."""
        north = (position.latitude - self.center.latitude) * MILES_PER_DEGREE
        east = (position.longitude - self.center.longitude) * self._miles_per_longitude()
        return size[0] / 2 + east * self.scale, size[1] / 2 - north * self.scale

    def unproject(self, point: Point, size: Size) -> Position:
        """The position that lies at a point of a map of this size."""
        east, north = (point[0] - size[0] / 2) / self.scale, (size[1] / 2 - point[1]) / self.scale
        return Position(
            self.center.latitude + north / MILES_PER_DEGREE,
            self.center.longitude + east / self._miles_per_longitude(),
        )

    def bounds(self, size: Size) -> Bounds:
        """The box that a map of this size shows."""
        low, high = self.unproject((0, size[1]), size), self.unproject((size[0], 0), size)
        return Bounds(low.latitude, low.longitude, high.latitude, high.longitude)

    def panned(self, right: float, down: float) -> "Frame":
        """The frame after its map was dragged by that many points."""
        return Frame(self.unproject((-right, -down), (0, 0)), self.scale)

    def zoomed(self, factor: float, at: Point, size: Size) -> "Frame":
        """The frame after zooming by a factor; what lies at the point stays there."""
        fixed = self.unproject(at, size)
        closer = Frame(self.center, self.scale * factor)
        x, y = closer.project(fixed, size)
        return closer.panned(at[0] - x, at[1] - y)

    def _miles_per_longitude(self) -> float:
        return MILES_PER_DEGREE * max(0.01, cos(radians(self.center.latitude)))


def around(
    positions: Iterable[Position], size: Size, margin: float = 0.0, least_miles: float = 2.0
) -> Frame:
    """The closest frame that holds all the positions, ``margin`` points from the edges.

    It never shows less than ``least_miles`` across the shorter side.
    """
    box = bounds_of(positions)
    center = Position((box.south + box.north) / 2, (box.west + box.east) / 2)
    room = max(1.0, size[0] - 2 * margin), max(1.0, size[1] - 2 * margin)
    high = (box.north - box.south) * MILES_PER_DEGREE
    wide = (box.east - box.west) * MILES_PER_DEGREE * max(0.01, cos(radians(center.latitude)))
    closest = min(room) / least_miles
    scales = [room[0] / wide if wide else closest, room[1] / high if high else closest]
    return Frame(center, min(closest, *scales))
