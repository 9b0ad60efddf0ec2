"""A region of any size, fast: a grid of fictional streets, for measuring.

``python -m tests.bench.big_region REGION SEGMENTS`` puts it with the other street data, or
``big_region(path, segments)``. A million segments take some seconds; the same number gives
the same region, as dense as a city's centre all over, which no real state is.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

from directory_app.maps.streets import files
from directory_app.maps.streets.classes import RoadClass
from directory_app.maps.streets.writer import Writer

#: The south-western corner, and a block, in ten-millionths of a degree.
WEST, SOUTH = -1_068_000_000, 348_000_000
BLOCK_EAST, BLOCK_NORTH = 12_000, 10_000  # about 110 m
#: Segments of one street.
PIECES = 5
META = {
    "title": "Bench", "kind": "osm", "source": "generated", "licence": "none",
    "attribution": "Nobody", "made_at": "2026-01-01T00:00:00+00:00",
}  # fmt: skip


def big_region(path: Path, segments: int) -> Path:
    """A street file of so many segments at ``path``; also the path."""
    path.unlink(missing_ok=True)
    writer = Writer(path)
    writer.begin("osm", "generated")
    for name, road_class, points, ref in streets(segments // PIECES):
        writer.street(name, road_class, points, ref)
    writer.finish(META)
    return path


def side_of(segments: int) -> int:
    """How many blocks wide and high the region is."""
    return math.ceil(math.sqrt(segments / 2) / PIECES) * PIECES


def streets(count: int) -> Iterator[tuple[str, RoadClass, list[int], str]]:
    """Streets to the east and to the north in turn, five blocks each, slightly uneven."""
    side = side_of(count * PIECES)
    made = 0
    for row in range(side + 1):
        for start in range(0, side, PIECES):
            for east in (True, False):
                if made == count:
                    return
                made += 1
                steps = range(start, start + PIECES + 1)
                places = [(step, row) if east else (row, step) for step in steps]
                name, road_class, ref = _named(row, east)
                yield name, road_class, [v for place in places for v in _point(*place)], ref


def _point(x: int, y: int) -> tuple[int, int]:
    shift = (x * 7 + y * 13) % 17 * 60
    return WEST + x * BLOCK_EAST + shift, SOUTH + y * BLOCK_NORTH - shift


def _named(row: int, east: bool) -> tuple[str, RoadClass, str]:
    name = f"{row} {'Street' if east else 'Avenue'}"
    for every, road_class in (
        (200, RoadClass.MOTORWAY), (100, RoadClass.PRIMARY), (40, RoadClass.SECONDARY),
        (10, RoadClass.TERTIARY),
    ):  # fmt: skip
        if row % every == 0:
            return name, road_class, f"US {row}" if every >= 100 else ""
    return name, RoadClass.LOCAL, ""


if __name__ == "__main__":
    with files.making(sys.argv[1], keep=False) as target:
        big_region(target, int(sys.argv[2]))
