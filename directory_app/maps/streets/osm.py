"""Reads OpenStreetMap extracts (.osm.pbf): streets, addresses, water, parks and towns.

Only what is listed in ``osm_tags`` is looked at; no name of a shop or a person is kept. Ways
need not be in order, so areas are put together here and not by the library, which insists.
"""

from array import array
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.maps.streets import osm_tags
from directory_app.maps.streets.geometry import UNITS, is_ring, join
from directory_app.maps.streets.writer import Writer
from directory_app.progress import Progress, silent

#: Ways and nodes between two calls of progress.
STEP = 2_000
#: Bytes of the heaviest file taken: its points must find room in memory.
HEAVIEST = 2_000_000_000


def read(path: Path, writer: Writer, progress: Progress = silent) -> Counter[str]:
    """Hand all that a map or a look-up needs to the writer; counts of what was left out.

    UserError for a file that is cut short, damaged or none of OpenStreetMap's.
    """
    if path.stat().st_size > HEAVIEST:
        raise UserError(
            "This extract is too large.", "Take the one of a single state or of a few counties."
        )
    reader = _Reader(path, writer, progress)
    try:
        reader.read()
    except RuntimeError as error:  # osmium has no class of its own for a damaged file
        raise UserError(
            f"“{path.name}” is cut short or damaged, or is no OpenStreetMap extract.",
            "Download it once more.",
        ) from error
    return reader.left_out


class _Reader:
    def __init__(self, path: Path, writer: Writer, progress: Progress) -> None:
        import osmium

        self._osmium = osmium
        self._path = path
        self._writer = writer
        self._progress = progress
        self._lines = osmium.geom.WKBFactory()
        self._interpolations: list[tuple[str, list[int], list[int]]] = []
        self.left_out: Counter[str] = Counter()

    def read(self) -> None:
        osmium = self._osmium
        areas = dict(self._multipolygons())
        locations = osmium.index.create_map("flex_mem")
        processor = (
            osmium.FileProcessor(self._path, osmium.osm.NODE | osmium.osm.WAY)
            .with_locations(locations)
            .with_filter(osmium.filter.KeyFilter(*osm_tags.KEYS))
        )
        for done, thing in enumerate(processor):
            if done % STEP == 0:
                self._progress(0, 0, f"Reading streets and addresses: {done:,}")
            if thing.is_way():
                self._way(thing)
            else:
                self._node(thing)
        self._interpolate()
        if areas:
            self._put_together(areas, locations)

    def _multipolygons(self) -> Iterator[tuple[int, tuple[str, str, list[int]]]]:
        """Relations that are areas: id, then kind, name and member ways."""
        osmium = self._osmium
        self._progress(0, 0, "Looking for lakes and parks")
        processor = osmium.FileProcessor(self._path, osmium.osm.RELATION).with_filter(
            osmium.filter.TagFilter(("type", "multipolygon"))
        )
        for relation in processor:
            tags = dict(relation.tags)
            kind = osm_tags.area_kind(tags)
            if kind:
                ways = [member.ref for member in relation.members if member.type == "w"]
                yield relation.id, (kind, tags.get("name", ""), ways)

    def _node(self, node: Any) -> None:
        tags = dict(node.tags)
        place = osm_tags.PLACES.get(tags.get("place", ""))
        location = node.location
        if not location.valid():
            return
        if place and tags.get("name"):
            self._writer.town(
                tags["name"],
                place,
                (location.x, location.y),
                osm_tags.population(tags.get("population", "")),
            )
        house = osm_tags.house(tags)
        if house:
            self._address(house, location.x, location.y)

    def _address(self, house: osm_tags.House, longitude: int, latitude: int) -> None:
        if not house.street:
            self.left_out["address without a street"] += 1
        for number in house.numbers:
            self._writer.address(
                number,
                house.street,
                (longitude, latitude),
                unit=house.unit,
                city=house.city,
                postal_code=house.postal_code,
            )

    def _way(self, way: Any) -> None:
        tags = dict(way.tags)
        road_class = osm_tags.line_class(tags)
        if road_class is not None:
            line = self._line(way)
            if line:
                name, ref, others = osm_tags.names(tags)
                self._writer.street(name, road_class, line, ref, others)
            return
        house = osm_tags.house(tags)
        kind = osm_tags.area_kind(tags)
        if house is None and not kind and "addr:interpolation" not in tags:
            return
        points = self._points(way)
        if "addr:interpolation" in tags:
            refs = [node.ref for node in way.nodes]
            self._interpolations.append((tags["addr:interpolation"], refs, points))
        elif house and points:
            self._address(house, *_middle(points))
        if kind and is_ring(points):
            self._writer.area(kind, tags.get("name", ""), [points])

    def _line(self, way: Any) -> "array[int] | None":
        """The way's points; made in one go by the library, which is twice as fast as one by one."""
        try:
            bare = bytes.fromhex(self._lines.create_linestring(way))
        except (self._osmium.InvalidLocationError, RuntimeError):
            self.left_out["street without positions"] += 1
            return None
        return array("i", [round(value * UNITS) for value in memoryview(bare)[9:].cast("d")])

    def _points(self, way: Any) -> list[int]:
        return [value for node in way.nodes if node.location.valid() for value in (node.x, node.y)]

    def _interpolate(self) -> None:
        """Lines of house numbers: between each two of their nodes that have one."""
        if not self._interpolations:
            return
        houses = self._houses({ref for _, refs, _ in self._interpolations for ref in refs})
        for rule, refs, points in self._interpolations:
            if len(points) != 2 * len(refs):
                self.left_out["house numbers without positions"] += 1
                continue
            known = [at for at, ref in enumerate(refs) if ref in houses]
            for first, last in pairwise(known):
                self._range(
                    rule, houses[refs[first]], houses[refs[last]],
                    points[2 * first : 2 * last + 2],
                )  # fmt: skip

    def _houses(self, wanted: set[int]) -> dict[int, osm_tags.House]:
        """The addresses of these nodes; read once more, since few of all nodes are wanted."""
        osmium = self._osmium
        self._progress(0, 0, "Reading lines of house numbers")
        processor = (
            osmium.FileProcessor(self._path, osmium.osm.NODE)
            .with_filter(osmium.filter.KeyFilter("addr:housenumber"))
            .with_filter(osmium.filter.IdFilter(wanted))
        )
        found = ((node.id, osm_tags.house(dict(node.tags))) for node in processor)
        return {number: house for number, house in found if house}

    def _range(
        self, rule: str, start: osm_tags.House, end: osm_tags.House, points: list[int]
    ) -> None:
        first, last = osm_tags.number_value(start.numbers[0]), osm_tags.number_value(end.numbers[0])
        parity = {"even": "E", "odd": "O", "all": "B"}.get(rule)
        if first is None or last is None or parity is None or not start.street:
            self.left_out["house numbers that count in no known way"] += 1
            return
        self._writer.range(
            start.street,
            (first, last),
            points,
            parity=parity,
            city=start.city,
            postal_code=start.postal_code,
        )

    def _put_together(self, areas: dict[int, tuple[str, str, list[int]]], locations: Any) -> None:
        """Join the ways of each relation to rings."""
        osmium = self._osmium
        wanted = {way for _, _, ways in areas.values() for way in ways}
        lines: dict[int, list[int]] = {}
        processor = (
            osmium.FileProcessor(self._path, osmium.osm.NODE | osmium.osm.WAY)
            .with_locations(locations)
            .with_filter(osmium.filter.EntityFilter(osmium.osm.WAY))
            .with_filter(osmium.filter.IdFilter(wanted))
        )
        for done, way in enumerate(processor):
            if done % STEP == 0:
                self._progress(done, len(wanted), "Putting lakes and parks together")
            lines[way.id] = self._points(way)
        for kind, name, ways in areas.values():
            given = [lines[way] for way in ways if len(lines.get(way, ())) >= 4]
            rings = [ring for ring in join(given) if is_ring(ring)]
            if rings:
                self._writer.area(kind, name, rings)
            else:
                self.left_out["area without a whole outline"] += 1


def _middle(points: list[int]) -> tuple[int, int]:
    """The middle of a house: the centre of its box, which lies near enough to its door."""
    longitudes, latitudes = points[0::2], points[1::2]
    return (min(longitudes) + max(longitudes)) // 2, (min(latitudes) + max(latitudes)) // 2
