"""The display list: what is on it, where it stands, and that nothing hangs over the edge."""

from dataclasses import replace
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.maps import furniture, shapes
from directory_app.maps.display import Place, Venue, build, moved
from directory_app.maps.frame import Frame, around
from directory_app.maps.inset import plan
from directory_app.maps.ops import Circle, Polygon, Polyline, Text
from directory_app.maps.placement import apart
from directory_app.model.geo import Position
from tests.maps.conftest import SANTA_FE, SHAPES

SIZE = (558.0, 402.0)
places = st.lists(
    st.builds(
        Position, st.floats(35.60, 35.72), st.floats(-106.05, -105.90)
    ),
    min_size=1, max_size=40,
)  # fmt: skip


def texts(display_list):
    return [op for op in display_list.ops if isinstance(op, Text)]


def words(display_list):
    return {op.text for op in texts(display_list)}


def assert_text_inside(display_list, measure):
    for op in texts(display_list):
        width = measure(op.text, op.size, op.weight)
        left = op.x - {"start": 0, "middle": width / 2, "end": width}[op.anchor]
        assert left >= 0, op
        assert left + width <= display_list.width, op
        assert op.y - 0.75 * op.size >= 0, op
        assert op.y + 0.22 * op.size <= display_list.height, op


def leads_home(display_list, marker):
    """Whether a leader ends at the marker's place."""
    return any(
        isinstance(op, Polyline) and op.points[0] == marker.anchor for op in display_list.ops
    )


@settings(deadline=None, max_examples=15)
@given(places, st.floats(200, 350))
def test_nothing_that_is_read_lies_on_a_fold(style, measure, positions, fold):
    spots = [Place(str(i + 1), p, SHAPES[i % 4]) for i, p in enumerate(positions)]
    frame = around(positions, SIZE, 30)
    made = build(frame, spots, None, SIZE, style, folds=(fold,))
    assert [marker.number for marker in made.markers] == [spot.number for spot in spots]
    for marker in made.markers:
        assert abs(marker.x - fold) > marker.size / 2, marker
    for op in texts(made):
        width = measure(op.text, op.size, op.weight)
        left = op.x - {"start": 0, "middle": width / 2, "end": width}[op.anchor]
        assert not left < fold < left + width, op


@settings(deadline=None, max_examples=25)
@given(places)
def test_every_place_has_a_marker_that_is_free_inside_and_led_home(style, positions):
    spots = [Place(str(i + 1), p, SHAPES[i % 4]) for i, p in enumerate(positions)]
    frame = around(positions, SIZE, 30)
    made = build(frame, spots, Venue(positions[0], ("Event",)), SIZE, style)
    assert [marker.number for marker in made.markers] == [spot.number for spot in spots]
    assert made.crowded == ()
    for marker in made.markers:
        reach = shapes.REACH[marker.shape] * marker.size
        assert reach <= marker.x <= SIZE[0] - reach
        assert reach <= marker.y <= SIZE[1] - reach
        if moved(marker) > 1.0:
            # a marker of a block is led home by the block's line
            assert leads_home(made, marker) or _in_block(made, marker)
    for one, other in combinations(made.markers, 2):
        need = apart(
            shapes.REACH[one.shape] * one.size, shapes.REACH[other.shape] * other.size, one.size
        )
        assert hypot(one.x - other.x, one.y - other.y) >= need - 1e-3


def _in_block(display_list, marker):
    return any(
        isinstance(op, Polygon)
        and len(op.points) == 28
        and min(x for x, _ in op.points) < marker.x < max(x for x, _ in op.points)
        and min(y for _, y in op.points) < marker.y < max(y for _, y in op.points)
        for op in display_list.ops
    )


@settings(deadline=None, max_examples=15)
@given(places)
def test_text_never_hangs_over_the_edge(style, measure, positions):
    spots = [Place(str(i + 1), p) for i, p in enumerate(positions)]
    maps = plan(
        spots, Venue(positions[-1], ("Event", "Evento")), SIZE, style,
        inset_size=(286, 202), languages=("en", "es"),
    )  # fmt: skip
    assert_text_inside(maps.main, measure)
    if maps.inset:
        assert_text_inside(maps.inset, measure)


@pytest.mark.parametrize("size", [(558, 402), (286, 202), (173, 281), (512, 300)])
def test_furniture_fits_any_layout(style, measure, doors, venue, size):
    maps = plan(doors, venue, size, style, languages=("en", "es"))
    assert_text_inside(maps.main, measure)
    assert "N" in words(maps.main)
    assert any(text.endswith(" mi") for text in words(maps.main))
    assert any("GeoNames" in text for text in words(maps.main))


def test_both_languages_are_on_the_rings(style, doors, venue):
    made = plan(doors, venue, SIZE, style, languages=("en", "es")).main
    assert {"1 mile", "1 milla", "2 miles", "2 millas", "Event", "Evento"} <= words(made)


def test_without_a_venue_there_is_neither_star_nor_ring(style, doors):
    made = plan(doors, None, SIZE, style).main
    assert not any("mile" in word for word in words(made))
    assert not any(isinstance(op, Polyline) and op.dash[:1] == (0.0,) for op in made.ops)


def test_the_scale_bar_is_as_long_as_it_says(style):
    frame = Frame(SANTA_FE, 30.0)
    (_, bar, label), _ = furniture.scale_bar(frame, SIZE, style)
    assert label.text == "2 mi"
    assert bar.points[2][0] - bar.points[1][0] == pytest.approx(60.0)


def test_towns_with_places_are_named_before_larger_ones(style):
    spots = [
        Place("1", Position(34.1862, -103.3344), coarse=True),
        Place("2", Position(33.3943, -104.5230), coarse=True),
        Place("3", Position(35.0844, -106.6504), coarse=True),
    ]
    made = plan(spots, None, SIZE, style).main
    bold = {op.text for op in texts(made) if op.weight == "bold"}
    assert {"Portales", "Roswell", "Albuquerque"} <= bold
    others = {op.text for op in texts(made) if op.weight == "semibold"}
    assert "Santa Rosa" in others
    assert not others & bold


def test_no_name_lies_over_another_or_over_a_marker(style, measure, doors, venue):
    maps = plan(doors, venue, SIZE, style, languages=("en", "es"))
    numbers = {marker.number for marker in maps.main.markers}
    boxes = []
    for op in texts(maps.main):
        width = measure(op.text, op.size, op.weight)
        left = op.x - {"start": 0, "middle": width / 2, "end": width}[op.anchor]
        if op.text not in numbers:
            boxes.append((left, op.y - 0.7 * op.size, left + width, op.y))
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    for left, top, right, bottom in boxes:
        for marker in maps.main.markers:
            inside_x = left - marker.size / 2 < marker.x < right + marker.size / 2
            assert not (inside_x and top - marker.size / 2 < marker.y < bottom + marker.size / 2)


def test_places_of_one_town_stand_in_a_block_in_the_order_of_their_numbers(style):
    spots = [Place(str(i + 1), SANTA_FE, coarse=True) for i in range(7)]
    made = plan(spots, Venue(Position(35.66, -105.95)), SIZE, style).main
    rows = sorted({marker.y for marker in made.markers})
    reading = sorted(made.markers, key=lambda marker: (rows.index(marker.y), marker.x))
    assert [marker.number for marker in reading] == [str(i + 1) for i in range(7)]
    assert len(rows) < 4
    assert leads_home(made, made.markers[0])


def test_open_is_solid_and_closed_is_an_outline(style):
    spots = [Place("1", SANTA_FE, solid=True), Place("2", Position(35.66, -105.98), solid=False)]
    made = plan(spots, None, SIZE, style).main
    figures = {op.text: op.color for op in texts(made) if op.text in "12"}
    assert figures == {"1": style.paper, "2": style.ink}
    bodies = [op for op in made.ops if isinstance(op, Circle) and op.radius > 5]
    assert {(op.fill, op.stroke) for op in bodies} >= {
        (style.ink, None), (style.paper, style.ink)
    }  # fmt: skip


def test_each_section_has_its_shape(style):
    for shape, corners in (("square", 4), ("diamond", 4), ("arch", 27)):
        body = shapes.marker(shape, "8", (0, 0), style, halo=False)[0]
        assert isinstance(body, Polygon)
        assert len(body.points) == corners
    assert isinstance(shapes.marker("circle", "8", (0, 0), style, halo=False)[0], Circle)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_reaches_no_farther_than_placing_reckons_with(shape):
    corners = shapes.outline(shape, 0, 0, 1.0)
    farthest = max(hypot(x, y) for x, y in corners)
    allowed = shapes.REACH[shape] + (0.07 if shape == "arch" else 0.005)
    assert farthest <= allowed


def test_no_line_with_meaning_is_thinner_than_copies_can_bear(style, doors, venue):
    maps = plan(doors, venue, SIZE, style, inset_size=(286, 202))
    for op in maps.main.ops:
        if isinstance(op, Polyline):
            assert op.width >= 0.6
        if isinstance(op, Polygon | Circle) and op.stroke:
            assert op.width >= 0.6


def test_the_crowded_part_gets_an_inset_with_its_markers_only_there(style, doors, venue):
    far = [
        Place("20", Position(34.4048, -103.2052), coarse=True),
        Place("21", Position(33.394, -104.523), coarse=True),
    ]
    maps = plan([*doors, *far], venue, SIZE, style, inset_size=(286, 202), languages=("en", "es"))
    assert maps.inset is not None
    assert maps.title == ("Santa Fe map", "Mapa de Santa Fe")
    assert set(maps.title) <= words(maps.main)
    assert {marker.number for marker in maps.main.markers} == {"20", "21"}
    assert [marker.number for marker in maps.inset.markers] == [spot.number for spot in doors]
    assert maps.inset_numbers == tuple(spot.number for spot in doors)
    assert "Event" in words(maps.inset)
    assert "Event" not in words(maps.main)


def test_no_inset_where_there_is_room_or_where_it_could_not_help(style, doors, venue):
    assert plan(doors[:3], venue, SIZE, style, inset_size=(286, 202)).inset is None
    same = [replace(spot, position=SANTA_FE) for spot in doors]
    assert plan(same, venue, SIZE, style, inset_size=(286, 202)).inset is None


def test_nothing_to_show_is_no_map(style):
    assert plan([], None, SIZE, style) is None


def test_the_same_input_is_the_same_map(style, doors, venue):
    one = plan(doors, venue, SIZE, style, inset_size=(286, 202))
    assert one == plan(doors, venue, SIZE, style, inset_size=(286, 202))


def test_many_markers_are_smaller_but_their_numbers_stay_legible(style):
    spots = [
        Place(str(i + 1), Position(35.60 + i % 20 * 0.006, -106.05 + i // 20 * 0.012))
        for i in range(260)
    ]
    made = plan(spots, None, SIZE, style).main
    assert made.crowded == ()
    assert made.markers[0].size < style.marker
    numbers = {marker.number for marker in made.markers}
    assert min(op.size for op in texts(made) if op.text in numbers) >= 7.3
