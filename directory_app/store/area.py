"""A part of the map as SQL: a box, or a circle in it. Standard library only.

Where ``near:"1420 Cerrillos Rd"`` is: asked of whoever was handed in.

The store itself looks up nothing. Standard library only. Answers are kept as long as the
program runs, by the words typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING, Any

from directory_app.model.geo import EARTH_RADIUS_MILES, Position

if TYPE_CHECKING:
    from directory_app.model.geo import Position


_MILES_PER_DEGREE = radians(EARTH_RADIUS_MILES)


@dataclass(frozen=True, slots=True)
class Area:
    """What lies in a box of degrees; with ``center``, only within ``miles`` of it.

    Distances are those of the map (maps.frame: a plane about the centre), so that what lies in
    the circle that was drawn is what is found.
    """

    south: float
    west: float
    north: float
    east: float
    center: Position | None = None
    miles: float = 0.0

    @classmethod
    def circle(cls, center: Position, miles: float) -> "Area":
        """All within so many miles of a point."""
        high = miles / _MILES_PER_DEGREE
        wide = miles / _miles_per_longitude(center)
        lat, lon = center.latitude, center.longitude
        return cls(lat - high, lon - wide, lat + high, lon + wide, center, miles)

    @classmethod
    def box(cls, one: Position, other: Position) -> "Area":
        """The box between two corners."""
        south, north = sorted((one.latitude, other.latitude))
        west, east = sorted((one.longitude, other.longitude))
        return cls(south, west, north, east)

    def contains(self, position: Position) -> bool:
        """Whether a position lies in the box."""
        inside = self.south <= position.latitude <= self.north
        return inside and self.west <= position.longitude <= self.east

    def holds(self, position: Position) -> bool:
        """Whether a position lies in the box and, with a centre, in the circle."""
        if self.center is None or not self.contains(position):
            return self.contains(position)
        down = (position.latitude - self.center.latitude) * _MILES_PER_DEGREE
        along = (position.longitude - self.center.longitude) * _miles_per_longitude(self.center)
        return down * down + along * along <= self.miles**2

    def terms(self) -> tuple[str, list[Any]]:
        """A condition over ``business`` and its values; nothing in it needs a math function."""
        where = "business.latitude BETWEEN ? AND ? AND business.longitude BETWEEN ? AND ?"
        values: list[Any] = [self.south, self.north, self.west, self.east]
        if self.center is None:
            return where, values
        down, along = (
            f"(business.latitude - ?) * {_MILES_PER_DEGREE}",
            "(business.longitude - ?) * ?",
        )
        where += f" AND ({down}) * ({down}) + ({along}) * ({along}) <= ?"
        lat, lon, narrow = (
            self.center.latitude,
            self.center.longitude,
            _miles_per_longitude(self.center),
        )
        return where, [*values, lat, lat, lon, narrow, lon, narrow, self.miles**2]


def _miles_per_longitude(at: Position) -> float:
    return _MILES_PER_DEGREE * max(0.01, cos(radians(at.latitude)))


_finders: "list[Callable[[str], Position | None]]" = []
_towns: "list[Callable[[str, str], Position | None]]" = []
_kept: "dict[str, Position | None]" = {}
MOST_KEPT = 200


def find_places_by(
    finder: "Callable[[str], Position | None]",
    towns: "Callable[[str, str], Position | None] | None" = None,
) -> None:
    """Hand in what knows places and towns (geocoding's own data, never a service)."""
    _finders[:] = [finder]
    _towns[:] = [towns] if towns else []
    _kept.clear()


def place_of(text: str) -> "Position | None":
    """Where a place is; None if nobody knows."""
    if text not in _kept:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        _kept[text] = _finders[0](text) if _finders else None
    return _kept[text]


def town_of(city: str, state: str) -> "Position | None":
    """The point that a town is measured from; None if nobody knows."""
    return _towns[0](city, state) if _towns else None
