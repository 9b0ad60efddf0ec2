"""A county's TIGER/Line files become streets and ranges, in whatever order they come."""

from pathlib import Path

import pytest

from directory_app.maps.streets import Brought, Region, RoadClass, bring
from directory_app.maps.streets.recognising import default_name
from directory_app.maps.streets.tiger import county_of
from tests.data import town_files
from tests.data.town import TownData

from .conftest import EVERYWHERE, rows


def ranges(region: Path) -> set[tuple[object, ...]]:
    return set(rows(region, "SELECT name, side, first, last, parity, postal_code FROM range"))


def wanted(made: TownData) -> set[tuple[object, ...]]:
    return {
        (block.short, mark, side.first, side.last, "O" if side.first % 2 else "E",
         block.postal_code)
        for block in made.blocks
        for mark, side in (("L", block.left), ("R", block.right))
        if side
    }  # fmt: skip


def test_each_side_of_each_block_is_a_range(
    county: list[Path], made: TownData, map_data: Path
) -> None:
    bring(county)
    assert ranges(map_data / "tiger-35998.streets") == wanted(made)


def test_edges_have_streets_ranges_and_rails(
    made: TownData, map_data: Path, tmp_path: Path
) -> None:
    brought = bring(town_files.write_tiger(made, tmp_path, edges=True))
    assert ranges(map_data / "tiger-35998.streets") == wanted(made)
    assert brought.about.counts["street"] == len(made.blocks) + 1  # the railway
    assert brought.left_out == {}


def test_numbers_run_from_the_first_point_on(county: list[Path], map_data: Path) -> None:
    """Acequia Road's upper half is drawn northwards to southwards and counts that way, too."""
    bring(county)
    (one,) = rows(
        map_data / "tiger-35998.streets",
        "SELECT first, last FROM range WHERE name = 'Acequia Rd' AND first > last AND side = 'L'",
    )
    assert one[0] > one[1]


def test_no_street_is_drawn_twice(county: list[Path], made: TownData) -> None:
    brought = bring(county)
    assert brought.about.counts["street"] == len(made.blocks)
    assert brought.about.counts["area"] == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0)])
def test_files_of_a_county_may_come_one_by_one(
    county: list[Path], made: TownData, map_data: Path, order: tuple[int, ...]
) -> None:
    for at in order:
        brought = bring([county[at]])
    assert brought.about.counts["street"] == len(made.blocks)
    assert brought.about.counts["area"] == 1
    assert len(brought.about.files) == 3
    assert ranges(map_data / "tiger-35998.streets") == wanted(made)
    _same_boxes_as_rows(map_data / "tiger-35998.streets")


def test_a_newer_file_takes_the_place_of_the_older(county: list[Path], map_data: Path) -> None:
    first = bring(county)
    again = bring([county[1]])
    assert again.about.counts == first.about.counts
    _same_boxes_as_rows(map_data / "tiger-35998.streets")


def test_a_region_does_not_grow_by_being_renewed(county: list[Path], map_data: Path) -> None:
    bring(county)
    size = (map_data / "tiger-35998.streets").stat().st_size
    for _ in range(3):
        bring(county[:2])
        assert (map_data / "tiger-35998.streets").stat().st_size <= 1.4 * size
    bring(county)
    assert (map_data / "tiger-35998.streets").stat().st_size == size


def _same_boxes_as_rows(region: Path) -> None:
    assert rows(region, "SELECT id FROM street ORDER BY id") == rows(
        region, "SELECT id FROM street_box ORDER BY id"
    )
    assert not rows(region, "SELECT 1 FROM alias WHERE street NOT IN (SELECT id FROM street)")


def test_two_counties_share_a_region(county: list[Path], tmp_path: Path, made: TownData) -> None:
    other = tmp_path / "tl_2025_35996_roads.zip"
    with_name = next(path for path in county if "roads" in path.name)
    import zipfile

    with zipfile.ZipFile(with_name) as source, zipfile.ZipFile(other, "w") as target:
        for name in source.namelist():
            target.writestr(name.replace("35998", "35996"), source.read(name))
    brought: Brought = bring([*county, other], name="Both")
    assert brought.about.name == "Both"
    assert brought.about.counts["street"] == 2 * len(made.blocks)


def test_highways_have_their_class_and_shield(county: list[Path], map_data: Path) -> None:
    bring(county)
    region = Region(map_data / "tiger-35998.streets")
    found = {(street.name, street.road_class, street.ref) for street in region.streets(EVERYWHERE)}
    region.close()
    assert ("I- 41", RoadClass.MOTORWAY, "I 41") in found
    assert ("E 1st St", RoadClass.LOCAL, "") in found


@pytest.mark.parametrize(
    ("name", "shield"),
    [
        ("US Hwy 70", "US 70"),
        ("State Rte 14", "NM 14"),
        ("State Hwy 599 Frontage", "NM 599"),
        ("I- 25", "I 25"),
        ("Statesman Rd", ""),
        ("Co Rd 12", ""),
    ],
)
def test_shields_are_read_from_names(name: str, shield: str) -> None:
    from directory_app.maps.streets.tiger import _shield

    assert _shield(name, "NM") == shield


def test_letters_before_a_number_are_kept_and_odd_numbers_told_of(
    tmp_path: Path, map_data: Path
) -> None:
    import shapefile

    stem = tmp_path / "tl_2025_55025_addrfeat"
    with shapefile.Writer(str(stem), shapeType=3) as writer:
        for field in ("TLID", "FULLNAME", "LFROMHN", "LTOHN", "RFROMHN", "RTOHN", "ZIPL", "ZIPR"):
            writer.field(field, "C", size=20)
        writer.line([[(-89.0, 43.0), (-89.0, 43.1)]])
        writer.record("1", "Main St", "N100", "N198", "101", "1-99", "53001", "53001")
    brought = bring([stem.with_suffix(".shp")])
    found = rows(map_data / "tiger-55025.streets", "SELECT prefix, first, last FROM range")
    assert found == [("N", 100, 198)]
    assert brought.left_out == {"house numbers that count in no known way": 1}


def test_parks_among_landmarks(tmp_path: Path, map_data: Path) -> None:
    import shapefile

    stem = tmp_path / "tl_2025_35998_arealm"
    square = [(-105, 35), (-105, 36), (-104, 36), (-104, 35), (-105, 35)]
    with shapefile.Writer(str(stem), shapeType=5) as writer:
        for field in ("AREAID", "FULLNAME", "MTFCC"):
            writer.field(field, "C", size=20)
        for number, code in enumerate(("K2180", "K2543")):
            writer.poly([square])
            writer.record(str(number), f"Place {number}", code)
    assert bring([stem.with_suffix(".shp")]).about.counts["area"] == 1


def test_names_of_files_tell_the_county() -> None:
    assert county_of(Path("tl_2025_35009_addrfeat.shp")) == "35009"
    assert default_name(Path("tl_2025_35009_addrfeat.zip")) == "tiger-35009"
    assert default_name(Path("new-mexico-latest.osm.pbf")) == "new-mexico"
    assert default_name(Path("new-mexico-250101.osm.pbf")) == "new-mexico"
    assert default_name(Path("NM_Address_Points_2024.csv")) == "NM_Address_Points"
