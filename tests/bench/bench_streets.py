"""Street data: how long an import takes, and how fast what lies in a view is read.

The extract is ``columbus-roads.osm.pbf`` in the folder that ``./dev bench --data FOLDER`` or
PUERTAS_BENCH_DATA names; without one, an invented extract of the same size.
"""

import math
import os
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from big_region import BLOCK_EAST, BLOCK_NORTH, SOUTH, WEST, big_region, side_of, streets
from measure import KEPT, Absolute, Figure, seconds, side_by_side

from directory_app.maps.streets import Box, Level, Region, bring
from directory_app.maps.streets.geometry import UNITS

EXTRACT = "columbus-roads.osm.pbf"
MILLION = 1_000_000
#: Streets in the invented extract; Columbus has 8,443 with 7.6 points each.
INVENTED = 9_000
METRES_A_DEGREE = 111_320
METRES_A_MILE = 1_609.344


def measure(times: int = 7) -> list[Figure]:
    """The import against the library alone, and views of a million segments."""
    with tempfile.TemporaryDirectory() as folder, _map_data(Path(folder) / "map-data"):
        extract = _extract(Path(folder))
        _bare(extract)  # both libraries loaded
        mine, bare = side_by_side(
            lambda: seconds(lambda: _import(extract)),
            lambda: seconds(lambda: _bare(extract)),
            times,
        )
    name = f"street data: import of {extract.name}"
    return [
        Figure(name, mine, bare, "s", 3, "osmium: ways, locations, tags into lists"),
        *views(MILLION),
    ]


@contextmanager
def _map_data(folder: Path) -> Iterator[None]:
    """Imports go there meanwhile."""
    before = os.environ.get("PUERTAS_MAP_DATA")
    os.environ["PUERTAS_MAP_DATA"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("PUERTAS_MAP_DATA")
        if before is not None:
            os.environ["PUERTAS_MAP_DATA"] = before


def views(segments: int) -> list[Figure]:
    """Reading what lies in a window of 1200 x 860, a little further each time."""
    region = Region(kept_region(segments))
    figures = []
    for miles, level in ((1.5, Level.BLOCK), (5, Level.BLOCK), (30, Level.TOWN)):
        boxes = [_view(segments, miles, step) for step in range(30)]
        found = sum(len(list(region.streets(box, level))) for box in boxes) // len(boxes)
        time = statistics.median(_seconds_of(region, box, level) for box in boxes)
        name = (
            f"street data: {found} lines in a view {miles:g} miles wide, of {segments:,} segments"
        )
        figures.append(Absolute(name, 1000 * time, 16, "ms", 16, "a frame"))
    region.close()
    return figures


def _seconds_of(region: Region, box: Box, level: Level) -> float:
    return seconds(lambda: list(region.streets(box, level)))


def kept_region(segments: int) -> Path:
    """The generated region of so many segments, made once."""
    path = KEPT / f"streets-{segments}.streets"
    if not path.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        big_region(partial, segments).replace(path)
    return path


def middle(segments: int) -> tuple[float, float]:
    """Longitude and latitude in degrees of the middle of a generated region."""
    half = side_of(segments) // 2
    return (WEST + half * BLOCK_EAST) / UNITS, (SOUTH + half * BLOCK_NORTH) / UNITS


def _view(segments: int, miles: float, step: int) -> Box:
    longitude, latitude = middle(segments)
    high = miles * METRES_A_MILE / METRES_A_DEGREE / 2
    wide = high / math.cos(math.radians(latitude))
    west, south = longitude - wide + step * 1e-4, latitude - high * 860 / 1200
    box = (west, west + 2 * wide, south, south + 2 * high * 860 / 1200)
    return tuple(round(side * UNITS) for side in box)


def _import(extract: Path) -> None:
    counts = bring([extract], name="Bench").about.counts
    if counts["street"] < 8_000:
        raise AssertionError(counts)


def _bare(extract: Path) -> None:
    """What any reader must do at the least: osmium's own filter, tags and locations as lists."""
    import osmium

    processor = (
        osmium.FileProcessor(extract, osmium.osm.NODE | osmium.osm.WAY)
        .with_locations()
        .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
    )
    ways = [(dict(way.tags), [(node.lon, node.lat) for node in way.nodes]) for way in processor]
    if len(ways) < 8_000:
        raise AssertionError(len(ways))


def _extract(folder: Path) -> Path:
    data = os.environ.get("PUERTAS_BENCH_DATA")
    if data and (Path(data) / EXTRACT).is_file():
        return Path(data) / EXTRACT
    return _invented(folder / "invented.osm.pbf")


def _invented(path: Path) -> Path:
    import osmium
    from osmium.osm import mutable

    writer = osmium.SimpleWriter(str(path))
    made = list(streets(INVENTED))
    nodes: dict[tuple[int, int], int] = {}
    for _, _, points, _ in made:
        for place in zip(points[0::2], points[1::2], strict=True):
            if place not in nodes:
                nodes[place] = len(nodes) + 1
                location = (place[0] / UNITS, place[1] / UNITS)
                writer.add_node(mutable.Node(id=nodes[place], version=1, location=location))
    for number, (name, road_class, points, _) in enumerate(made, 1):
        refs = [nodes[place] for place in zip(points[0::2], points[1::2], strict=True)]
        tags = {"highway": _HIGHWAYS.get(int(road_class), "residential"), "name": name,
                "tiger:county": "Nowhere, NM", "tiger:reviewed": "no"}  # fmt: skip
        writer.add_way(mutable.Way(id=number, version=1, nodes=refs, tags=tags))
    writer.close()
    return path


_HIGHWAYS = {0: "motorway", 2: "primary", 3: "secondary", 4: "tertiary"}
