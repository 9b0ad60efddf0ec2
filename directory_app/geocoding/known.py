"""What the street data has of one street where an address should be, remembered.

Judged once, so that the next number on the same street costs next to nothing.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from directory_app.geocoding import around as where
from directory_app.geocoding import ground
from directory_app.geocoding.around import Around
from directory_app.geocoding.ground import Point
from directory_app.geocoding.regions import House, Piece, Range, Region

#: Streets remembered: some 20 KB each.
MANY = 2_048
Regions = tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Doors:
    """Address points of a street by number; ``agrees`` says of each how well it lies."""

    values: tuple[int, ...] = ()
    houses: tuple[House, ...] = ()
    agrees: tuple[int, ...] = ()

    def between(self, first: int, last: int) -> list[tuple[House, int]]:
        """Those with a number from first to last, each with how well it lies."""
        low, high = bisect_left(self.values, first), bisect_right(self.values, last)
        return list(zip(self.houses[low:high], self.agrees[low:high], strict=True))

    def nearest(self, number: int) -> tuple[House, int] | None:
        """The best lying one with the nearest number."""
        every = list(zip(self.houses, self.agrees, strict=True))
        return min(every, key=lambda one: (-one[1], abs(one[0].value - number)), default=None)


@lru_cache(maxsize=MANY)
def doors(key: str, around: Around, regions: Regions) -> Doors:
    """The address points of a street."""
    found = [
        house
        for region in regions
        for house in region.houses(key, around.box, around.named, around.postal_code)
    ]
    judged = [(one, around.judge(one.city_key, one.postal_code, one.x, one.y)) for one in found]
    kept = sorted((one for one in judged if one[1]), key=lambda one: one[0].value)
    return Doors(
        tuple(one.value for one, _ in kept),
        tuple(one for one, _ in kept),
        tuple(agrees for _, agrees in kept),
    )


@lru_cache(maxsize=MANY)
def ranges(key: str, around: Around, regions: Regions) -> tuple[Range, ...]:
    """The ranges of a street, by their first number."""
    found = (one for region in regions for one in region.ranges(key))
    kept = [
        one
        for one in found
        if around.judge(one.city_key, one.postal_code, one.points[0], one.points[1])
        or around.judge(one.city_key, one.postal_code, one.points[-2], one.points[-1])
    ]
    return tuple(sorted(kept, key=attrgetter("first")))


@lru_cache(maxsize=MANY)
def pieces(key: str, around: Around, regions: Regions) -> tuple[tuple[Piece, Point, int], ...]:
    """The stretches of a street, each with its middle and how well that lies."""
    found = []
    for region in regions:
        for piece in region.pieces(key, around.box):
            middle = ground.along(piece.points, 0.5)
            if agrees := around.judge("", "", *middle):
                found.append((piece, middle, agrees))
    return tuple(found)


@lru_cache(maxsize=65_536)
def is_present(key: str, around: Around, regions: Regions) -> bool:
    """Whether there is a street of this key where the address should be."""
    if any(agrees >= where.NEAR for _, _, agrees in pieces(key, around, regions)):
        return True
    if any(agrees >= where.NEAR for agrees in doors(key, around, regions).agrees):
        return True
    return any(
        around.judge(one.city_key, one.postal_code, one.points[0], one.points[1]) >= where.NEAR
        for one in ranges(key, around, regions)
    )
