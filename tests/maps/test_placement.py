"""Markers repel each other, stay on the map, and are never dropped."""

from math import dist, hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.maps.lattice import Lattice
from directory_app.maps.placement import Rect, Wanted, apart, place

AREA = Rect(4, 4, 554, 398)
H = 15.0
reaches = st.sampled_from([0.50 * H, 0.64 * H, 0.62 * H, 0.70 * H])
wanted = st.builds(Wanted, st.floats(0, 558), st.floats(0, 402), reaches)
obstacle = st.builds(
    lambda x, y, w, h: Rect(x, y, x + w, y + h),
    st.floats(0, 500), st.floats(0, 350), st.floats(5, 120), st.floats(5, 60),
)  # fmt: skip


def assert_all_is_well(markers, stands, obstacles):
    for i, (marker, stand) in enumerate(zip(markers, stands, strict=True)):
        assert stand.free
        assert AREA.grown(-marker.reach + 1e-6).has(stand.x, stand.y)
        for box in obstacles:
            assert not box.grown(marker.reach - 1e-6).has(stand.x, stand.y)
        for other, at in zip(markers[:i], stands[:i], strict=True):
            need = apart(marker.reach, other.reach, H)
            assert hypot(stand.x - at.x, stand.y - at.y) >= need - 1e-3


@settings(deadline=None, max_examples=60)
@given(st.lists(wanted, max_size=60), st.lists(obstacle, max_size=4))
def test_no_two_overlap_and_all_are_on_the_map(markers, obstacles):
    stands = place(markers, AREA, obstacles, H)
    assert len(stands) == len(markers)
    assert_all_is_well(markers, stands, obstacles)


def test_a_hundred_on_one_point_find_room():
    markers = [Wanted(300.0, 200.0, 0.7 * H)] * 100
    assert_all_is_well(markers, place(markers, AREA, [], H), [])


def test_who_has_room_stays_where_it_is():
    markers = [Wanted(100, 100, 7.5), Wanted(150, 100, 7.5)]
    assert [(stand.x, stand.y) for stand in place(markers, AREA, [], H)] == [(100, 100), (150, 100)]


def test_the_same_places_stand_the_same_way_each_time():
    markers = [Wanted(200 + i % 3, 200, 8.0) for i in range(20)]
    assert place(markers, AREA, [], H) == place(markers, AREA, [], H)


def test_where_there_is_no_room_left_none_is_dropped_and_it_is_told():
    tiny = Rect(0, 0, 40, 40)
    stands = place([Wanted(20, 20, 7.5)] * 30, tiny, [], H)
    assert len(stands) == 30
    assert not all(stand.free for stand in stands)
    assert any(stand.free for stand in stands)


def test_a_thousand_on_too_small_a_map_come_to_an_end():
    """Looking for room that is not there once took a quarter of an hour."""
    markers = [Wanted(7.0 * (i % 80), 5.0 * (i // 13), 0.7 * H) for i in range(1000)]
    stands = place(markers, AREA, [], H)
    free = sum(stand.free for stand in stands)
    assert 250 < free < 1000


def test_a_crowd_finds_the_nearest_free_places_and_none_is_lost():
    area = Rect(0, 0, 400, 400)
    wanted = [Wanted(200 + i % 7, 200 + i % 5, 9.0) for i in range(250)]
    stands = place(wanted, area, [Rect(190, 190, 210, 210)], 14.0)
    assert all(stand.free for stand in stands)
    assert all(dist((s.x, s.y), (200, 200)) < 270 for s in stands)
    for i, one in enumerate(stands):
        for other in stands[:i]:
            assert dist((one.x, one.y), (other.x, other.y)) >= apart(9.0, 9.0, 14.0) - 1e-3


def test_the_nearest_open_point_is_the_nearest_of_all():
    lattice = Lattice(Rect(0, 0, 100, 60), 5.0)
    lattice.close(50, 30, 22.0)
    lattice.close_box(Rect(0, -1, 101, 11))
    everything = [(5.0 * i, 5.0 * j) for i in range(21) for j in range(13)]
    free = [p for p in everything if dist(p, (50, 30)) >= 22 and not (p[0] > 0 and p[1] < 11)]
    for start in ((50, 30), (3, 3), (99, 1), (47, 33), (-20, 200)):
        found = lattice.nearest(start, lambda x, y: True)
        assert dist(found, start) == min(dist(p, start) for p in free)
    assert lattice.open == len(free)


def test_a_full_lattice_has_no_nearest_point():
    lattice = Lattice(Rect(0, 0, 20, 20), 5.0)
    lattice.close(10, 10, 99)
    assert lattice.open == 0
    assert lattice.nearest((10, 10), lambda x, y: True) is None
