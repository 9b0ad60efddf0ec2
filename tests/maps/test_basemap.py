"""The outlines and towns that ship with the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.maps.basemap import (
    COUNTY_LINE,
    STATE_LINE,
    Bounds,
    Chunk,
    Outline,
    Town,
    bounds_of,
    decode,
    encode,
    outlines,
    towns,
)
from directory_app.model.geo import Position
from directory_app.paths import resource

NEW_MEXICO = Bounds(31.33, -109.05, 37.0, -103.0)
units = st.builds(
    Position,
    st.integers(-900_000, 900_000).map(lambda value: value / 10_000),
    st.integers(-1_800_000, 1_800_000).map(lambda value: value / 10_000),
)


def line(kind, points):
    return Outline(kind, tuple(points), bounds_of(points))


chunks = st.builds(
    lambda lines, names: Chunk(tuple(lines), tuple(names)),
    st.lists(st.builds(line, st.sampled_from([0, 1]), st.lists(units, min_size=1, max_size=9))),
    st.lists(st.builds(Town, st.text(max_size=20), units, st.integers(0, 9_000_000))),
)


@given(chunks)
def test_a_chunk_comes_back_as_it_was(chunk):
    assert decode(encode(chunk)) == chunk


def test_new_mexico_has_its_towns_largest_first():
    found = towns(NEW_MEXICO)
    names = [town.name for town in found]
    assert {"Santa Fe", "Clovis", "Portales", "Roswell", "Española", "Taos"} <= set(names)
    assert "Enchanted Hills" not in names
    populations = [town.population for town in found]
    assert populations == sorted(populations, reverse=True)


def test_towns_are_only_those_in_the_box():
    box = Bounds(34.1, -103.5, 34.5, -103.1)
    assert [town.name for town in towns(box)][:2] == ["Clovis", "Portales"]
    assert towns(Bounds(0, 0, 1, 1)) == []


def test_a_straight_border_is_where_it_should_be():
    """The northern border of New Mexico is the 37th parallel."""
    border = [
        point
        for outline in outlines(Bounds(36.9, -106.0, 37.1, -105.0))
        if outline.kind == STATE_LINE
        for point in outline.points
        if -106.0 < point.longitude < -105.0
    ]
    assert border
    assert all(point.latitude == pytest.approx(37.0, abs=0.01) for point in border)


def test_counties_come_before_states_so_that_states_lie_on_top():
    kinds = [outline.kind for outline in outlines(NEW_MEXICO)]
    assert kinds == sorted(kinds, reverse=True)
    assert kinds.count(COUNTY_LINE) > 60
    assert kinds.count(STATE_LINE) > 5


def test_every_state_is_there_and_the_file_is_small():
    for latitude, longitude in ((61.2, -149.9), (21.3, -157.8), (40.7, -74.0), (18.4, -66.1)):
        around = Bounds(latitude - 0.3, longitude - 0.3, latitude + 0.3, longitude + 0.3)
        assert outlines(around)
    assert resource("basemap", "us.bin").stat().st_size < 600_000
