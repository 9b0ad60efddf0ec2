"""What a map reads: lines in a box, fewer and simpler the more ground it shows."""

import threading
from pathlib import Path

import pytest

from directory_app.maps.streets import Level, Region, RoadClass, bring
from directory_app.maps.streets.geometry import box
from tests.data.town import CENTRE, SECOND_CENTRE, TownData, place

from .conftest import EVERYWHERE


def around(east: float, north: float, metres: float) -> tuple[int, int, int, int]:
    """A box around a point that lies so many metres from the corner of First and Main."""
    west, south = place(CENTRE, east - metres, north - metres)
    right, top = place(CENTRE, east + metres, north + metres)
    return (round(west * 1e7), round(right * 1e7), round(south * 1e7), round(top * 1e7))


def meets(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1] and one[2] <= other[3] and other[2] <= one[3]


@pytest.mark.parametrize("view", [(0, 0, 60), (300, 500, 10), (-2000, -300, 800), (0, 0, 9000)])
def test_exactly_the_lines_whose_box_meets_the_view(
    region: Region, view: tuple[float, float, float]
) -> None:
    wanted = around(*view)
    every = {(s.name, bytes(s.points)) for s in region.streets(EVERYWHERE) if
             meets(box(s.points), wanted)}  # fmt: skip
    assert {(s.name, bytes(s.points)) for s in region.streets(wanted)} == every


def test_main_roads_come_last_so_that_they_lie_on_top(region: Region) -> None:
    for level in Level:
        classes = [street.road_class for street in region.streets(EVERYWHERE, level)]
        assert classes == sorted(classes, reverse=True)


def test_lesser_streets_can_be_left_out_but_never_rails(region: Region) -> None:
    found = {s.road_class for s in region.streets(EVERYWHERE, least_class=RoadClass.PRIMARY)}
    assert found == {
        RoadClass.MOTORWAY, RoadClass.TRUNK, RoadClass.PRIMARY, RoadClass.RAILWAY, RoadClass.RIVER,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("level", "least"),
    [(Level.TOWN, RoadClass.TERTIARY), (Level.COUNTY, RoadClass.SECONDARY),
     (Level.STATE, RoadClass.PRIMARY)],
)  # fmt: skip
def test_from_afar_there_are_fewer_and_simpler_lines(
    region: Region, level: Level, least: RoadClass
) -> None:
    near = [s for s in region.streets(EVERYWHERE) if s.road_class <= least]
    far = [s for s in region.streets(EVERYWHERE, level) if s.road_class < RoadClass.RAILWAY]
    assert {s.road_class for s in far} == {s.road_class for s in near}
    assert len(far) <= len(near)
    assert sum(len(s.points) for s in far) < sum(len(s.points) for s in near)
    assert {s.name for s in far} == {s.name for s in near}


def test_a_street_of_many_blocks_is_one_line_from_afar(region: Region) -> None:
    lines = [s for s in region.streets(EVERYWHERE, Level.TOWN) if s.name == "North Main Street"]
    assert len(lines) == 2  # a Main Street in each town
    assert all(len(line.points) == 4 for line in lines)


def test_small_areas_can_be_left_out(region: Region) -> None:
    names = [area.name for area in region.areas(EVERYWHERE)]
    assert names == ["Laguna Honda", "La Isla", "Parque Hidalgo"]  # the large ones first
    assert [a.name for a in region.areas(EVERYWHERE, least_size=20_000)] == ["Laguna Honda"]
    assert list(region.areas(around(-9000, 0, 10))) == []


def test_towns_of_a_view(region: Region) -> None:
    west, south = SECOND_CENTRE
    near = tuple(round(v * 1e7) for v in (west - 0.01, west + 0.01, south - 0.01, south + 0.01))
    assert [town.name for town in region.towns(near)] == ["Las Cuevas"]  # type: ignore[arg-type]


def test_it_says_whose_data_it_is(region: Region, made: TownData) -> None:
    assert region.attribution == "© OpenStreetMap contributors, ODbL"
    about = region.about
    assert (about.name, about.kind, about.files) == ("springs", "osm", ("springs-latest.osm.pbf",))
    assert about.licence.startswith("Open Database License")
    assert about.bounds is not None
    west, south, east, north = about.bounds
    assert west < SECOND_CENTRE[0] < east
    assert south < CENTRE[1] < north
    assert about.size == region.path.stat().st_size


def test_threads_read_side_by_side(region: Region) -> None:
    counts: list[int] = []

    def count() -> None:
        counts.extend(len(list(region.streets(EVERYWHERE))) for _ in range(20))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(counts) == 80
    assert len(set(counts)) == 1


def test_cities_of_addresses_have_a_box(region: Region) -> None:
    from .conftest import rows

    (one, two) = rows(region.path, "SELECT key, addresses, west < east FROM city ORDER BY key")
    assert (one[0], one[2], two[0]) == ("las cuevas", 1, "pinon springs")


def test_a_region_is_small(extract: Path, made: TownData) -> None:
    """Not much more than its numbers: 100 bytes a door with everything."""
    assert bring([extract]).about.size < 200 * len(made.doors)
