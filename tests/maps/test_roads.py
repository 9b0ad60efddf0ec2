"""Streets on a map: what is drawn at which scale, where names stand, whose data it says it is."""

from collections.abc import Iterator

import pytest
from PIL import ImageChops, ImageFilter, ImageStat

from directory_app.maps import road_names, shapes
from directory_app.maps.display import Place, Venue, build
from directory_app.maps.frame import Frame
from directory_app.maps.ops import Circle, Lines, Polygon, Polyline, Shape, Text
from directory_app.maps.small import small_map
from directory_app.maps.streets import Region, bring, shared_regions
from directory_app.model.geo import Position
from tests.data import town_files
from tests.data.town import CENTRE, town
from tests.maps import test_painters
from tests.maps.test_painters import on_paper, on_screen, raster

SIZE = (540.0, 400.0)
MIDDLE = Position(CENTRE[1], CENTRE[0])


@pytest.fixture(scope="module")
def regions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Region]]:
    folder = tmp_path_factory.mktemp("streets")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUERTAS_MAP_DATA", str(folder / "map-data"))
        bring([town_files.write_pbf(town(), folder / "springs-latest.osm.pbf")])
        yield shared_regions()


#: The fonts of the other tests of painters.
faces_on_screen = test_painters.font_for


def drawn(regions, style, miles=1.6, places=(), venue=None, center=MIDDLE):
    return build(Frame(center, SIZE[0] / miles), places, venue, SIZE, style, regions=regions)


def said(made):
    return {op.text for op in made.ops if isinstance(op, Text)}


def line_widths(made):
    return {op.width for op in made.ops if isinstance(op, Lines)}


def is_ribbon(op, style):
    return isinstance(op, Lines) and op.color == style.road and op.round_caps


def test_a_town_has_its_streets_names_and_the_owner_of_the_data(regions, style):
    made = drawn(regions, style)
    assert {"Calle Médico", "Avenida Juárez", "St Michael's Dr"} <= said(made)
    assert any("OpenStreetMap" in text for text in said(made))


def test_without_street_data_a_map_names_no_owner_of_any(style):
    assert not any("OpenStreetMap" in text for text in said(drawn([], style)))
    assert not any(isinstance(op, Lines) for op in drawn([], style).ops)


def test_sides_lie_under_all_ribbons_and_ribbons_under_names_and_markers(regions, style):
    made = drawn(regions, style, places=[Place("1", MIDDLE)])
    kinds = [
        "ribbon" if is_ribbon(op, style) else op.color == style.road_edge and "side"
        for op in made.ops
        if isinstance(op, Lines) and op.width > 1.4
    ]
    assert "side" in kinds
    assert "side" not in kinds[kinds.index("ribbon") :]
    last_ribbon = max(i for i, op in enumerate(made.ops) if isinstance(op, Lines))
    first_name = min(i for i, op in enumerate(made.ops) if isinstance(op, Text))
    assert last_ribbon < first_name
    assert made.markers[0].number == "1"


def test_from_afar_the_least_streets_go_first_and_then_all_but_the_main_roads(regions, style):
    near, town_wide, far = (drawn(regions, style, miles) for miles in (1.6, 9, 60))
    names = [said(each) for each in (near, town_wide, far)]
    assert "Avenida Juárez" in names[0]
    assert "Avenida Juárez" not in names[1]
    assert max(line_widths(far), default=0) < max(line_widths(town_wide)) < max(line_widths(near))


def test_only_close_up_the_least_streets_are_ribbons(regions, style):
    def thin(made):
        return [op for op in made.ops if isinstance(op, Lines) and op.color == style.minor_road]

    assert not thin(drawn(regions, style, 0.8))
    assert thin(drawn(regions, style, 2.6))


def test_names_cover_neither_each_other_nor_a_marker(regions, style):
    latitude, longitude = MIDDLE.latitude, MIDDLE.longitude
    places = [Place(str(i), Position(latitude + i * 0.0008, longitude)) for i in range(6)]
    made = drawn(regions, style, places=places, venue=Venue(MIDDLE, ("Event",)))
    texts = [op for op in made.ops if isinstance(op, Text)]
    names = [op for op in texts if op.size == style.label and op.weight == "bold"]
    spots = [(op.x, op.y) for op in names]
    assert len(set(spots)) == len(spots)
    for op in names:
        for marker in made.markers:
            reach = shapes.REACH[marker.shape] * marker.size
            assert abs(op.x - marker.x) > reach or abs(op.y - marker.y) > reach


def test_names_read_from_left_to_right_or_upwards(regions, style):
    angles = [op.angle for op in drawn(regions, style).ops if isinstance(op, Text) and op.angle]
    assert angles
    assert all(-101 <= angle < 79 for angle in angles)


def test_an_island_is_a_hole_in_its_lake(regions, style):
    shapes_drawn = [op for op in drawn(regions, style, 3.0).ops if isinstance(op, Shape)]
    lake = next(op for op in shapes_drawn if len(op.rings) == 2)
    assert lake.fill == style.water_ground


def test_a_highway_has_its_shield(regions, style):
    made = drawn(regions, style, 3.0)
    numbers = said(made) & {"70", "14"}
    assert numbers
    assert any(isinstance(op, Polygon | Circle) and op.width == 1.2 for op in made.ops)


def test_rings_run_under_the_roads_and_their_miles_over_them(regions, style):
    made = drawn(regions, style, venue=Venue(MIDDLE, ("Event",)))
    where = dict(enumerate(made.ops))
    ring = max(i for i, op in where.items() if isinstance(op, Polyline) and op.dash == (0.0, 3.4))
    ribbon = min(i for i, op in where.items() if is_ribbon(op, style))
    miles = min(i for i, op in where.items() if isinstance(op, Text) and "mile" in op.text)
    assert ring < ribbon < miles


def test_two_sources_of_the_same_streets_are_not_drawn_over_each_other(
    tmp_path, monkeypatch, style
):
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(tmp_path / "map-data"))
    bring([town_files.write_pbf(town(), tmp_path / "springs-latest.osm.pbf")])
    alone = said(drawn(shared_regions(), style))
    folder = tmp_path / "tiger"
    folder.mkdir()
    bring(town_files.write_tiger(town(), folder))
    both = shared_regions()
    assert len(both) == 2
    assert said(drawn(both, style)) == alone


def test_a_region_that_was_replaced_is_opened_anew(tmp_path, monkeypatch):
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(tmp_path / "map-data"))
    extract = town_files.write_pbf(town(), tmp_path / "springs-latest.osm.pbf")
    bring([extract])
    first = shared_regions()
    assert shared_regions() == first
    bring([extract])
    assert shared_regions() != first


def test_the_small_map_shows_the_block_of_a_door_and_whose_data_that_is(regions, style):
    made = small_map(MIDDLE, "rooftop", 300, 98, style, regions=regions)
    assert any(isinstance(op, Lines) and op.color == style.road for op in made.ops)
    assert any("OpenStreetMap" in text for text in said(made))
    coarse = small_map(MIDDLE, "city", 300, 98, style, regions=regions)
    assert max(line_widths(coarse), default=0) < max(line_widths(made))


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("East Palace Avenue", "E Palace Ave"),
        ("Avenue of the Arts", "Avenue of the Arts"),
        ("North Street", "North St"),
        ("Paseo de Peralta", "Paseo de Peralta"),
        ("Main Street North", "Main St N"),
        ("Broadway", "Broadway"),
    ],
)
def test_names_are_shortened_as_signs_shorten_them(written, short):
    assert road_names.shorter(written) == short


def test_both_painters_draw_the_same_streets(regions, style, draw_text, faces_on_screen):
    places, venue = [Place("1", MIDDLE)], Venue(MIDDLE, ("Event", "Evento"))
    made = drawn(regions, style, places=places, venue=venue)
    bare = drawn([], style, places=places, venue=venue)
    paper, screen, other = (
        each.convert("L").filter(ImageFilter.GaussianBlur(2))
        for each in (
            raster(on_paper(made, draw_text)),
            on_screen(made, faces_on_screen),
            raster(on_paper(bare, draw_text)),
        )
    )
    difference = ImageStat.Stat(ImageChops.difference(paper, screen)).mean[0]
    assert difference < 2.5
    assert ImageStat.Stat(ImageChops.difference(paper, other)).mean[0] > 3 * difference
