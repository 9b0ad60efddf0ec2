"""Where an address should lie, so that a street of the same name in the next town is not it."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians, sqrt

from directory_app.geocoding import data, names, places
from directory_app.geocoding.places import Query
from directory_app.geocoding.regions import EARTH, UNITS, Box, Region
from directory_app.model.geo import Position, distance_miles
from directory_app.model.text import fold
from directory_app.model.towns import town_key

#: Nothing that names the right town lies farther from it than this.
FAR_MILES = 60.0
#: Miles in a degree of latitude, rounded down so that the box is rather too large.
MILES = 69.0
#: A ZIP code in the country is some 15 miles across.
ZIP_NEAR, ZIP_FAR = 8.0, 12.0
#: How well a place agrees with an address: not at all; it may be offered; it may be taken;
#: its town is named; its ZIP code is named.
NOT, OFFERED, NEAR, IN_TOWN, IN_ZIP = range(5)


@dataclass(frozen=True, slots=True)
class Centre:
    """A middle with how far its ground reaches for sure and at most, in miles."""

    position: Position
    near: float
    far: float


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of where an address should be. Hashable, so that answers are remembered."""

    cities: frozenset[str] = frozenset()
    postal_code: str = ""
    centres: tuple[Centre, ...] = ()
    town: str = ""
    typed: str = ""
    box: Box = EARTH

    @property
    def named(self) -> tuple[str, str]:
        """The town's name as the data may have it."""
        return self.town, self.typed

    @property
    def middle(self) -> Position | None:
        """The middle, where there is one."""
        return self.centres[0].position if len(self.centres) == 1 else None

    def judge(self, city_key: str, postal_code: str, x: float, y: float) -> int:
        """How well a place of the data agrees: one of NOT to IN_ZIP.

        ``city_key`` and ``postal_code`` are what the data says of it, empty where nothing.
        """
        named = bool(city_key) and town_key(city_key) in self.cities
        code = postal_code[:5]
        same_code = bool(code) and code == self.postal_code
        at = Position(y / UNITS, x / UNITS)
        distance, centre = self._nearest(at)
        if named or same_code:
            return NOT if distance > FAR_MILES else IN_ZIP if same_code else IN_TOWN
        if centre is None or distance > centre.far:
            return NOT
        other_code = bool(code and self.postal_code)
        if city_key or other_code:
            both = bool(city_key) and other_code
            return NOT if both or distance > centre.near else OFFERED
        if distance <= centre.near or not _another_town(self.town, at, distance):
            return NEAR
        return OFFERED

    def _nearest(self, at: Position) -> tuple[float, Centre | None]:
        """Miles to the nearest centre, and which; with none, no distance is too far."""
        found = [(distance_miles(at, centre.position), centre) for centre in self.centres]
        return min(found, key=lambda each: each[0] / each[1].far) if found else (0.0, None)

    def miles(self, x: float, y: float) -> float:
        """How far a place is from the nearest centre."""
        return self._nearest(Position(y / UNITS, x / UNITS))[0]


@lru_cache(maxsize=4096)
def around(query: Query, regions: tuple[Region, ...]) -> Around | None:
    """What town, state and ZIP code say; None where they say nothing that can be used."""
    if not query.city.strip() and not query.postal_code.strip():
        return None
    inner = places.read(query.city) if "," in query.city else query
    city = inner.city or query.city
    number = names.zip_key(query.postal_code or inner.postal_code)
    area = data.zip_code(number) if number is not None else None
    state = query.state or inner.state or (area.state if area else "") or query.home_state
    key, code = town_key(city), f"{number:05}" if number is not None else ""
    centres = _town_centres(key, fold(city), names.state_code(state), regions) if key else []
    if area and not centres:
        centres = [Centre(area.position, ZIP_NEAR, ZIP_FAR)]
    cities = frozenset((key,)) if key else frozenset()
    return Around(cities, code, tuple(centres), key, fold(city), _box(centres))


def _box(centres: list[Centre]) -> Box:
    """A box around all that may belong to the centres; where there are none, the earth."""
    if not centres:
        return EARTH
    boxes = [_box_of(centre) for centre in centres]
    return Box(
        min(box.west for box in boxes), max(box.east for box in boxes),
        min(box.south for box in boxes), max(box.north for box in boxes),
    )  # fmt: skip


def _box_of(centre: Centre) -> Box:
    at, north = centre.position, centre.far / MILES
    east = north / max(0.1, cos(radians(at.latitude)))
    sides = (at.longitude - east, at.longitude + east, at.latitude - north, at.latitude + north)
    return Box(*(round(side * UNITS) for side in sides))


def _town_centres(
    key: str, folded: str, state: str | None, regions: tuple[Region, ...]
) -> list[Centre]:
    """The town in the gazetteer; else where the street data has it, or addresses that name it."""
    known = data.town(key, state) if state else None
    if known is not None:
        return [Centre(known.position, *_reach(known.population))]
    found = [town for region in regions for town in region.towns(folded)]
    if found:
        return [Centre(at, *_reach(population)) for at, population in found]
    extents = [extent for region in regions if (extent := region.extent(folded))]
    return [_centre(*extent) for extent in extents]


def _centre(west: int, south: int, east: int, north: int) -> Centre:
    at = Position((south + north) / 2 / UNITS, (west + east) / 2 / UNITS)
    reach = distance_miles(at, Position(north / UNITS, east / UNITS)) + 0.5
    return Centre(at, reach, reach + 3)


def _reach(population: int) -> tuple[float, float]:
    """Miles from its middle that a town covers, and that addresses carry its name.

    Measured on towns of New Mexico and Ohio: 1,000 people cover a mile, and four times the
    people twice the way.
    """
    near = 1.0 + 0.6 * sqrt(max(population, 500) / 1000)
    return near, 2 * near + 3


@lru_cache(maxsize=65_536)
def _another_town(town: str, at: Position, distance: float) -> bool:
    """Whether a place on the outskirts lies within a town of another name, and nearer to it."""
    for other in data.towns_near(at):
        miles = 69.0 * hypot(
            at.latitude - other.position.latitude,
            (at.longitude - other.position.longitude) * 0.8,
        )
        nearer = miles < min(distance, _reach(other.population)[0])
        if nearer and town_key(other.name) != town:
            return True
    return False
