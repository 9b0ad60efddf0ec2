"""Street data of the invented towns (tests/data/town.py), or of a few lines, as a region's file."""

from collections.abc import Iterable
from pathlib import Path

from directory_app.maps.streets.classes import OSM_HIGHWAY
from directory_app.maps.streets.writer import Writer
from tests.data.town import Block, Door, Point, TownData


def flat(points: Iterable[Point]) -> list[int]:
    """Points in degrees as the flat whole numbers of the file."""
    return [round(value * 10_000_000) for point in points for value in point]


def write_town(
    path: Path,
    made: TownData,
    *,
    doors: Iterable[Door] = (),
    blocks: Iterable[Block] | None = None,
    ranges: bool = False,
    towns: bool = True,
) -> Path:
    """Streets, the doors given, the ranges of all blocks if asked for, and the towns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = Writer(path)
    writer.begin("35998 roads" if ranges else "osm", path.name)
    for block in made.blocks if blocks is None else blocks:
        points = flat(block.points)
        other = [block.other_name] if block.other_name else []
        writer.street(block.name, OSM_HIGHWAY[block.highway], points, block.ref, other)
        for side, numbers in (("L", block.left), ("R", block.right)):
            if ranges and numbers:
                ends = (numbers.first, numbers.last)
                writer.range(block.name, ends, points, side=side, postal_code=block.postal_code)
    for door in doors:
        x, y = flat([(door.longitude, door.latitude)])
        place = {"unit": door.unit, "city": door.city, "postal_code": door.postal_code}
        writer.address(door.number, door.street, (x, y), **place)
    for name, kind, point, population in made.towns if towns else ():
        x, y = flat([point])
        writer.town(name, kind, (x, y), population)
    writer.finish({"made_at": "2026-11-24", "kind": "tiger" if ranges else "osm"})
    return path
