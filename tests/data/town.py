"""Piñón Springs and Las Cuevas: two invented towns to try street data and look-ups on.

Always the same for the same seed. Streets in English and Spanish, with directions, ordinals,
letters, accents, apostrophes and highway numbers; house numbers that lie about where they
should and not quite, on both sides, some with units; a lake with an island, a river, a park, a
railway. Both towns have a Main Street, and many numbers on it twice.
"""

import math
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

Point = tuple[float, float]  # longitude, latitude in degrees

#: The corner of Main Street and First Street, in the plains where nothing is.
CENTRE: Point = (-104.9012, 34.6021)
SECOND_CENTRE: Point = (-104.7203, 34.5204)
FIRST_TOWN, SECOND_TOWN = "Piñón Springs", "Las Cuevas"
FIRST_ZIP, SECOND_ZIP = "88990", "88991"
METRES = 1 / 111_320  # of latitude, in degrees
BLOCK = 120.0  # metres
#: Doors lie this far from the centre line, in metres.
SETBACK = 14.0

_NUMBERED = (
    "1st St", "2nd St", "3rd St", "4th St", "5th St", "6th St", "7th St", "11th St", "12th St",
    "21st St",
)  # fmt: skip
#: Streets from south to north, west to east of Main Street: as their signs say.
_WEST = ("Ave A", "Ave B", "Ave C", "Cedar Ave", "Martin Luther King Jr Blvd", "St Michael's Dr")
_EAST = ("Calle Médico", "Camino Peñasco", "Avenida Juárez", "Paseo de la Loma", "Calle Ocho",
         "O'Keeffe Ln")  # fmt: skip
_LONG = {
    "St": "Street", "Ave": "Avenue", "Blvd": "Boulevard", "Dr": "Drive", "Ln": "Lane",
    "Rd": "Road", "Cir": "Circle", "Ct": "Court", "N": "North", "S": "South", "E": "East",
    "W": "West", "Hwy": "Highway",
}  # fmt: skip
_UNITS = ("", "", "", "", "", "", "A", "B", "101", "102", "3")


@dataclass(frozen=True, slots=True)
class Side:
    """House numbers on one side of a block: from the first point of the block to its last."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Block:
    """A street from crossing to crossing. ``name`` is written out, ``short`` as on the sign."""

    name: str
    short: str
    highway: str
    points: tuple[Point, ...]
    left: Side | None
    right: Side | None
    city: str
    postal_code: str
    ref: str = ""
    other_name: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """A house number where its door is."""

    number: str
    unit: str
    street: str
    city: str
    postal_code: str
    longitude: float
    latitude: float


@dataclass(slots=True)
class TownData:
    """All there is in both towns."""

    blocks: list[Block] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)
    railway: list[Point] = field(default_factory=list)
    river: list[Point] = field(default_factory=list)
    park: list[Point] = field(default_factory=list)
    lake: list[Point] = field(default_factory=list)
    island: list[Point] = field(default_factory=list)
    towns: list[tuple[str, str, Point, int]] = field(default_factory=list)


def town(seed: int = 7) -> TownData:
    """Both towns. ``TownData.doors`` has about 2,300 doors."""
    made = TownData()
    chance = random.Random(seed)
    _grid(made, CENTRE, FIRST_TOWN, FIRST_ZIP, _NUMBERED, _WEST, _EAST)
    _grid(made, SECOND_CENTRE, SECOND_TOWN, SECOND_ZIP, _NUMBERED[:4], _WEST[:2], ("Calle Real",))
    _odd_streets(made)
    _highways(made)
    _doors(made, chance)
    _ground(made)
    made.towns = [
        (FIRST_TOWN, "town", CENTRE, 8_412),
        (SECOND_TOWN, "village", SECOND_CENTRE, 640),
    ]
    return made


def place(centre: Point, east: float, north: float) -> Point:
    """The point so many metres east and north of another."""
    longitude = centre[0] + east * METRES / math.cos(math.radians(centre[1]))
    return round(longitude, 7), round(centre[1] + north * METRES, 7)


def metres(one: Point, other: Point) -> float:
    """How far two near points are apart."""
    east = (other[0] - one[0]) * math.cos(math.radians(one[1]))
    return math.hypot(east, other[1] - one[1]) / METRES


def written_out(short: str) -> str:
    """``W 1st St`` as ``West 1st Street``: how OpenStreetMap spells what signs shorten."""
    words = short.split()
    if words[0] == "Ave" and len(words[1]) == 1:
        return f"Avenue {words[1]}"
    first, *rest = words
    if first in ("St", "Dr"):  # Saint and Doctor
        return " ".join([first, *(_LONG.get(word, word) for word in rest)])
    return " ".join(_LONG.get(word, word) for word in words)


def _grid(
    made: TownData, centre: Point, city: str, postal_code: str, numbered: tuple[str, ...],
    west: tuple[str, ...], east: tuple[str, ...],
) -> None:  # fmt: skip
    """Numbered streets run east and west from Main Street, the others north from First Street."""
    columns, rows = range(-len(west), len(east) + 1), range(len(numbered))
    for row, street in enumerate(numbered):
        for column in list(columns)[:-1]:
            inner, outer = sorted((column, column + 1), key=abs)
            ends = [place(centre, x * BLOCK, row * BLOCK) for x in (inner, outer)]
            side = "W" if column < 0 else "E"
            _block(made, f"{side} {street}", ends, abs(inner) + 1, city, postal_code, side == "E")
    for column in columns:
        names = (*reversed(west), "", *east)
        street = names[column + len(west)] or "N Main St"
        for row in list(rows)[:-1]:
            ends = [place(centre, column * BLOCK, y * BLOCK) for y in (row, row + 1)]
            _block(made, street, ends, row + 1, city, postal_code, False)
    for row in range(4):
        ends = [place(centre, 0, -y * BLOCK) for y in (row, row + 1)]
        _block(made, "S Main St", ends, row + 1, city, postal_code, True, "US 285;NM 14")


def _block(
    made: TownData, short: str, points: list[Point], hundred: int, city: str, postal_code: str,
    even_left: bool, ref: str = "", highway: str = "",
) -> None:  # fmt: skip
    even = Side(100 * hundred, 100 * hundred + 98)
    odd = Side(100 * hundred + 1, 100 * hundred + 99)
    left, right = (even, odd) if even_left else (odd, even)
    kind = highway or ("secondary" if "Main" in short else "residential")
    made.blocks.append(
        Block(written_out(short), short, kind, tuple(points), left, right, city, postal_code, ref)
    )


def _odd_streets(made: TownData) -> None:
    """Streets that bend, and one whose numbers run downwards."""
    for turn, short in enumerate(("Vía Sin Salida", "Rufina Cir", "Los Niños Ct", "Acequia Rd")):
        start = (-900.0 - 260 * turn, 300.0)
        bend = [
            place(CENTRE, start[0] + 90 * math.sin(angle / 4), start[1] + 45 * angle)
            for angle in range(9)
        ]
        for part in range(2):
            points = bend[4 * part : 4 * part + 5]
            _block(made, short, points, part + 1, FIRST_TOWN, FIRST_ZIP, turn % 2 == 0)
    last = made.blocks.pop()  # Acequia Road, upper half, counted the other way
    points = tuple(reversed(last.points))
    left = Side(last.right.last, last.right.first) if last.right else None
    right = Side(last.left.last, last.left.first) if last.left else None
    made.blocks.append(
        Block(last.name, last.short, last.highway, points, left, right, last.city, last.postal_code)
    )


def _highways(made: TownData) -> None:
    """Highways out of town, known by number more than by name."""
    west = [place(CENTRE, -800 - 700 * step, -60 * step * step) for step in range(8)]
    made.blocks.append(
        Block("US Highway 70", "US 70", "trunk", tuple(west), Side(4501, 4899), Side(4500, 4898),
              FIRST_TOWN, FIRST_ZIP, "US 70")
    )  # fmt: skip
    south = [place(CENTRE, 150 * math.sin(step), -480 - 500 * step) for step in range(9)]
    made.blocks.append(
        Block("Turquoise Trail", "NM 14", "primary", tuple(south), Side(1, 399), Side(2, 398),
              FIRST_TOWN, FIRST_ZIP, "NM 14", "State Road 14")
    )  # fmt: skip
    freeway = [place(CENTRE, -3000 + 1000 * step, 2600 + 40 * step) for step in range(24)]
    for shift in (0, 25):
        points = tuple(place(point, 0, shift) for point in freeway)
        points = points if shift else tuple(reversed(points))
        made.blocks.append(
            Block("", "", "motorway", points, None, None, FIRST_TOWN, FIRST_ZIP, "I 41")
        )
    road = [place(SECOND_CENTRE, 400 + 300 * step, 30 * step) for step in range(6)]
    made.blocks.append(
        Block("County Road 12", "CR 12", "tertiary", tuple(road), Side(11, 89), Side(10, 88),
              SECOND_TOWN, SECOND_ZIP)
    )  # fmt: skip


def _doors(made: TownData, chance: random.Random) -> None:
    for block in made.blocks:
        for side, towards in ((block.left, 1.0), (block.right, -1.0)):
            if side and chance.random() < 0.85:
                made.doors += _face(block, side, towards, chance)


def _face(block: Block, side: Side, towards: float, chance: random.Random) -> Iterator[Door]:
    """Doors on one side of a block: three to six, near where their numbers say, not quite."""
    count = chance.randint(3, 6)
    steps = abs(side.last - side.first) // 2
    chosen = sorted(chance.sample(range(steps + 1), count))
    for step in chosen:
        number = side.first + (2 if side.last > side.first else -2) * step
        along = min(0.98, max(0.02, (step + 0.5) / (steps + 1) + chance.uniform(-0.02, 0.02)))
        longitude, latitude = beside(block.points, along, towards * SETBACK)
        unit = chance.choice(_UNITS)
        for each in (unit, "C") if unit == "B" else (unit,):
            yield Door(
                str(number), each, block.name, block.city, block.postal_code, longitude, latitude
            )


def beside(points: tuple[Point, ...], along: float, left: float) -> Point:
    """A point that share of the way along a line, and so many metres to its left."""
    lengths = [metres(a, b) for a, b in pairwise(points)]
    wanted = along * sum(lengths)
    for start, end, length in zip(points, points[1:], lengths, strict=False):
        if wanted <= length or end == points[-1]:
            part = wanted / length
            east = (end[0] - start[0]) * math.cos(math.radians(start[1])) / METRES
            north = (end[1] - start[1]) / METRES
            scale = left / length
            return place(start, part * east - scale * north, part * north + scale * east)
        wanted -= length
    return points[-1]


def _ground(made: TownData) -> None:
    made.railway = [place(CENTRE, -2500 + 500 * step, -260 - 9 * step) for step in range(11)]
    made.river = [
        place(CENTRE, 1500 + 80 * math.sin(step), -2000 + 400 * step) for step in range(12)
    ]
    made.park = _circle(place(CENTRE, -1.5 * BLOCK, 6.5 * BLOCK), 50, 4)
    middle = place(CENTRE, 1900, 500)
    made.lake = _circle(middle, 300, 24)
    made.island = _circle(middle, 60, 9)


def _circle(centre: Point, radius: float, corners: int) -> list[Point]:
    turns = [2 * math.pi * corner / corners for corner in range(corners)]
    ring = [place(centre, radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
    return [*ring, ring[0]]
