"""Positions, distances and directions on the earth. Degrees are WGS 84, lengths are miles."""

from dataclasses import dataclass
from math import asin, atan2, ceil, cos, degrees, radians, sin, sqrt

#: Mean earth radius, IUGG: 6,371.0088 km.
EARTH_RADIUS_MILES = 3958.7613
COMPASS = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")


@dataclass(frozen=True, slots=True)
class Position:
    """A point in decimal degrees."""

    latitude: float
    longitude: float


def distance_miles(a: Position, b: Position) -> float:
    """Great-circle distance by the haversine formula (within 0.5 % of the geodesic)."""
    phi_a, phi_b = radians(a.latitude), radians(b.latitude)
    half = sin((phi_b - phi_a) / 2) ** 2
    half += cos(phi_a) * cos(phi_b) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * asin(min(1.0, sqrt(half)))


def bearing(a: Position, b: Position) -> float:
    """Initial bearing from a to b in degrees clockwise from north, 0 <= bearing < 360."""
    phi_a, phi_b = radians(a.latitude), radians(b.latitude)
    east = radians(b.longitude - a.longitude)
    y = sin(east) * cos(phi_b)
    x = cos(phi_a) * sin(phi_b) - sin(phi_a) * cos(phi_b) * cos(east)
    return degrees(atan2(y, x)) % 360


def compass_point(a: Position, b: Position) -> str:
    """One of the eight COMPASS points, the direction from a to b."""
    return COMPASS[round(bearing(a, b) / 45) % 8]


#: Speed of a person on foot, 3 miles an hour: what trail and transit guides reckon with.
WALKING_MILES_PER_MINUTE = 3 / 60
_COMPASS_WORDS = {
    "en": ["north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"],
    "es": ["norte", "noreste", "este", "sureste", "sur", "suroeste", "oeste", "noroeste"],
}


def walking_minutes(miles: float) -> int:
    """Minutes on foot for a straight-line distance, rounded up to whole minutes, at least 1."""
    return max(1, ceil(miles / WALKING_MILES_PER_MINUTE - 1e-9))


def compass_words(point: str, language: str) -> str:
    """A point of COMPASS as a word in ``en`` or ``es``: NE is "northeast", "noreste"."""
    return _COMPASS_WORDS[language][COMPASS.index(point)]
