"""An OpenStreetMap extract becomes streets, doors, ranges, water, parks and towns."""

from collections import Counter
from pathlib import Path

import osmium
import pytest
from osmium.osm import mutable

from directory_app.maps.streets import Region, RoadClass, bring
from directory_app.maps.streets.osm_tags import house, line_class, names, population
from tests.data.town import TownData, metres

from .conftest import EVERYWHERE, rows


def write(path: Path, nodes: list[object], ways: list[object] = (), relations=()) -> Path:
    writer = osmium.SimpleWriter(str(path))
    for node in nodes:
        writer.add_node(node)
    for way in ways:
        writer.add_way(way)
    for relation in relations:
        writer.add_relation(relation)
    writer.close()
    return path


def node(number: int, longitude: float, latitude: float, **tags: str) -> object:
    kept = {key.replace("__", ":"): value for key, value in tags.items()}
    return mutable.Node(id=number, version=1, location=(longitude, latitude), tags=kept)


def way(number: int, nodes: list[int], **tags: str) -> object:
    kept = {key.replace("__", ":"): value for key, value in tags.items()}
    return mutable.Way(id=number, version=1, nodes=nodes, tags=kept)


def test_every_street_is_there_with_its_class_and_points(region: Region, made: TownData) -> None:
    got = Counter(
        (street.name, street.road_class, street.ref, len(street.points))
        for street in region.streets(EVERYWHERE)
        if street.road_class < RoadClass.RAILWAY
    )
    classes = {
        "motorway": RoadClass.MOTORWAY, "trunk": RoadClass.TRUNK, "primary": RoadClass.PRIMARY,
        "secondary": RoadClass.SECONDARY, "tertiary": RoadClass.TERTIARY,
        "residential": RoadClass.LOCAL,
    }  # fmt: skip
    assert got == Counter(
        (block.name, classes[block.highway], block.ref, 2 * len(block.points))
        for block in made.blocks
    )


def test_points_are_exact(region: Region, made: TownData) -> None:
    (trail,) = [street for street in region.streets(EVERYWHERE) if street.name == "Turquoise Trail"]
    (block,) = [block for block in made.blocks if block.name == "Turquoise Trail"]
    wanted = [round(value * 1e7) for point in block.points for value in point]
    assert list(trail.points) == wanted


def test_every_door_is_at_its_place(region: Region, made: TownData) -> None:
    found = {
        (number, unit, name, city): (longitude / 1e7, latitude / 1e7)
        for number, unit, name, city, longitude, latitude in rows(
            region.path, "SELECT number, unit, name, city, longitude, latitude FROM addr"
        )
    }
    for door in made.doors:
        place = found[door.number, door.unit, door.street, door.city]
        assert metres(place, (door.longitude, door.latitude)) < 0.05


def test_numbers_between_two_houses_are_a_range(region: Region) -> None:
    (row,) = rows(region.path, "SELECT key, first, last, parity, side, length(points) FROM range")
    assert row == ("cr 12", 11, 89, "O", "", 16)


def test_a_lake_of_two_shores_has_an_island(region: Region) -> None:
    (lake,) = [area for area in region.areas(EVERYWHERE) if area.name == "Laguna Honda"]
    assert lake.kind == "water"
    assert sorted(len(ring) // 2 for ring in lake.rings) == [10, 25]
    kinds = {area.name: area.kind for area in region.areas(EVERYWHERE)}
    assert kinds["Parque Hidalgo"] == "park"


def test_rails_and_rivers_are_lines_that_no_address_is_on(region: Region) -> None:
    lines = {s.road_class: s.name for s in region.streets(EVERYWHERE)}
    assert lines[RoadClass.RIVER] == "Río Callado"
    assert RoadClass.RAILWAY in lines
    assert not rows(region.path, "SELECT * FROM street WHERE class >= 9 AND key <> ''")


def test_towns_come_with_their_people(region: Region) -> None:
    towns = [(town.name, town.kind, town.population) for town in region.towns(EVERYWHERE)]
    assert towns == [("Piñón Springs", "town", 8412), ("Las Cuevas", "village", 640)]


def test_a_street_is_found_by_its_highway_number_and_other_names(region: Region) -> None:
    found = rows(
        region.path,
        "SELECT DISTINCT name FROM street JOIN alias ON alias.street = street.id"
        " WHERE alias.key = 'hwy 285'",
    )
    assert found == [("South Main Street",)]
    assert rows(region.path, "SELECT 1 FROM key WHERE key = 'hwy 285'")


def test_nobody_is_named(region: Region) -> None:
    """The extract has a shop with a name at every other door; none may be in the file."""
    assert b"Nobody" not in region.path.read_bytes()


def test_one_address_that_is_there_twice_is_one_row(tmp_path: Path) -> None:
    address = {"addr__housenumber": "12", "addr__street": "Main Street"}
    nodes = [
        node(1, -104.0, 34.0, **address),
        node(2, -104.0001, 34.0001, shop="yes", **address),
        node(3, -104.2, 34.0, **address),  # another Main Street
        node(4, -104.0, 34.0, addr__unit="B", **address),
        node(5, -104.2001, 34.0, addr__city="Las Cuevas", **address),
    ]
    bring([write(tmp_path / "a.osm.pbf", nodes)])
    found = rows(tmp_path / "map-data" / "a.streets", "SELECT unit, city, longitude FROM addr")
    assert sorted(found) == [
        ("", "", -1_040_001_000),
        ("", "Las Cuevas", -1_042_001_000),
        ("B", "", -1_040_000_000),
    ]


def test_several_numbers_in_one_tag_are_several_doors(tmp_path: Path) -> None:
    nodes = [node(1, -104.0, 34.0, addr__housenumber="12;14, 16A", addr__street="Calle Uno")]
    bring([write(tmp_path / "a.osm.pbf", nodes)])
    found = rows(tmp_path / "map-data" / "a.streets", "SELECT number, number_value FROM addr")
    assert sorted(found) == [("12", 12), ("14", 14), ("16A", 16)]


def test_an_address_without_a_street_is_told_of(tmp_path: Path) -> None:
    nodes = [
        node(1, -104.0, 34.0, addr__housenumber="12"),
        node(2, -104.0, 34.0, addr__housenumber="12", addr__street="Calle Uno"),
    ]
    brought = bring([write(tmp_path / "a.osm.pbf", nodes)])
    assert brought.left_out == {"address without a street": 1}


def test_ways_in_any_order_make_areas(tmp_path: Path) -> None:
    """Extracts made by cutting are not always sorted; the library's own areas refuse these."""
    nodes = [node(1, 0, 0), node(2, 1, 0), node(3, 1, 1), node(4, 0, 1)]
    ways = [
        way(9, [1, 2, 3]),
        way(5, [1, 2, 3, 4, 1], leisure="park", name="Cinco"),
        way(7, [1, 4, 3]),
    ]
    lake = mutable.Relation(
        id=1, version=1, tags={"type": "multipolygon", "natural": "water"},
        members=[("w", 9, "outer"), ("w", 7, "outer")],
    )  # fmt: skip
    brought = bring([write(tmp_path / "a.osm.pbf", nodes, ways, [lake])])
    assert brought.about.counts["area"] == 2


def test_an_outline_that_is_cut_off_is_told_of(tmp_path: Path) -> None:
    nodes = [node(1, 0, 0), node(2, 1, 0), node(3, 1, 1), node(4, 2, 2)]
    lake = mutable.Relation(
        id=1, version=1, tags={"type": "multipolygon", "natural": "water"},
        members=[("w", 9, "outer"), ("w", 7, "outer")],
    )  # fmt: skip
    ways = [way(1, [1, 2], highway="residential"), way(9, [1, 2, 3]), way(7, [3, 4])]
    brought = bring([write(tmp_path / "a.osm.pbf", nodes, ways, [lake])])
    assert brought.left_out == {"area without a whole outline": 1}


def test_a_street_whose_points_are_missing_is_told_of(tmp_path: Path) -> None:
    nodes = [node(1, 0, 0), node(2, 1, 0)]
    ways = [way(1, [1, 2], highway="residential"), way(2, [1, 77], highway="residential")]
    brought = bring([write(tmp_path / "a.osm.pbf", nodes, ways)])
    assert brought.about.counts["street"] == 1
    assert brought.left_out == {"street without positions": 1}


@pytest.mark.parametrize(
    ("tags", "road_class"),
    [
        ({"highway": "motorway_link"}, RoadClass.MOTORWAY),
        ({"highway": "living_street"}, RoadClass.LOCAL),
        ({"highway": "footway"}, RoadClass.PATH),
        ({"highway": "proposed"}, None),
        ({"highway": "pedestrian", "area": "yes"}, None),
        ({"railway": "rail"}, RoadClass.RAILWAY),
        ({"railway": "rail", "service": "yard"}, None),
        ({"railway": "abandoned"}, None),
        ({"waterway": "river"}, RoadClass.RIVER),
        ({"building": "yes"}, None),
    ],
)
def test_lines_have_a_class(tags: dict[str, str], road_class: RoadClass | None) -> None:
    assert line_class(tags) == road_class


def test_names_are_split_and_trimmed() -> None:
    tags = {"name": "A", "ref": "US 70 ; NM 14;", "alt_name": "B; C", "old_name": "D"}
    assert names(tags) == ("A", "US 70;NM 14", ["B", "C", "D"])


def test_a_house_may_belong_to_a_place_without_streets() -> None:
    found = house(
        {"addr:housenumber": "3", "addr:place": "Las Cuevas", "addr:postcode": "88991-12"}
    )
    assert found is not None
    assert (found.street, found.postal_code) == ("Las Cuevas", "88991")


@pytest.mark.parametrize(("text", "people"), [("1,234", 1234), ("about 5", 0), ("", 0), ("²", 0)])
def test_people_are_counted_only_where_they_are_numbers(text: str, people: int) -> None:
    assert population(text) == people
