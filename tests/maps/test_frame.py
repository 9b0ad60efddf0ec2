"""What a map shows, and how large."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.maps.frame import Frame, around
from directory_app.model.geo import Position, distance_miles

SIZE = (558.0, 402.0)
positions = st.builds(Position, st.floats(25, 49), st.floats(-124, -67))


@given(st.lists(positions, min_size=1, max_size=12), st.floats(0, 60))
def test_a_frame_around_places_holds_them_all_within_its_margin(places, margin):
    frame = around(places, SIZE, margin)
    for place in places:
        x, y = frame.project(place, SIZE)
        assert margin - 0.01 <= x <= SIZE[0] - margin + 0.01
        assert margin - 0.01 <= y <= SIZE[1] - margin + 0.01


def test_a_single_place_is_in_the_middle_of_the_least_that_is_shown():
    frame = around([Position(35.6, -105.9)], SIZE, 0, least_miles=2.0)
    assert frame.project(Position(35.6, -105.9), SIZE) == (SIZE[0] / 2, SIZE[1] / 2)
    assert SIZE[1] / frame.scale == pytest.approx(2.0)


@given(positions, st.floats(0.1, 500), st.floats(0, 558), st.floats(0, 402))
def test_a_point_goes_to_the_earth_and_back(center, scale, x, y):
    frame = Frame(center, scale)
    back = frame.project(frame.unproject((x, y), SIZE), SIZE)
    assert back == pytest.approx((x, y), abs=1e-3)


def test_a_mile_is_as_many_points_as_the_scale_says_in_both_directions():
    center = Position(35.6870, -105.9378)
    frame = Frame(center, 40.0)
    for other in (Position(35.75, -105.9378), Position(35.6870, -105.85)):
        x, y = frame.project(other, SIZE)
        points = abs(x - SIZE[0] / 2) + abs(y - SIZE[1] / 2)
        assert points == pytest.approx(40.0 * distance_miles(center, other), rel=0.002)


def test_north_is_up_and_east_is_right():
    frame = Frame(Position(35, -105), 10.0)
    x, y = frame.project(Position(35.1, -104.9), SIZE)
    assert x > SIZE[0] / 2
    assert y < SIZE[1] / 2


def test_dragging_moves_the_earth_with_the_hand():
    frame = Frame(Position(35, -105), 10.0)
    place = Position(35.2, -105.3)
    x, y = frame.project(place, SIZE)
    dragged = frame.panned(30, -12).project(place, SIZE)
    assert dragged == pytest.approx((x + 30, y - 12), abs=0.2)


def test_zooming_leaves_what_is_under_the_pointer_where_it_is():
    frame = Frame(Position(35, -105), 10.0)
    under = frame.unproject((100, 80), SIZE)
    zoomed = frame.zoomed(2.0, (100, 80), SIZE)
    assert zoomed.scale == 20.0
    assert zoomed.project(under, SIZE) == pytest.approx((100, 80), abs=0.2)
