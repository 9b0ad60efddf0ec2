from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from directory_app.maps.streets import geometry

coordinate = st.integers(-1_800_000_000, 1_800_000_000)
small = st.integers(-1_000, 1_000)
point = st.tuples(coordinate, coordinate)


def flat(points: list[tuple[int, int]]) -> list[int]:
    return [value for each in points for value in each]


@given(st.lists(point))
def test_points_come_back_as_they_were(points: list[tuple[int, int]]) -> None:
    assert list(geometry.unpack(geometry.pack(flat(points)))) == flat(points)


@given(st.lists(st.lists(point)))
def test_rings_come_back_as_they_were(rings: list[list[tuple[int, int]]]) -> None:
    packed = geometry.pack_rings([flat(ring) for ring in rings])
    assert [list(ring) for ring in geometry.unpack_rings(packed)] == [flat(r) for r in rings]


def test_points_are_little_endian_pairs() -> None:
    assert geometry.pack([1, -2]) == b"\x01\0\0\0\xfe\xff\xff\xff"


def test_the_box_is_west_east_south_north() -> None:
    assert geometry.box([5, 1, -2, 8, 3, 3]) == (-2, 5, 1, 8)


def test_lines_are_joined_whichever_way_they_run() -> None:
    joined = geometry.join([[0, 0, 1, 1], [2, 2, 1, 1], [3, 3, 2, 2], [9, 9, 8, 8]])
    assert joined == [[0, 0, 1, 1, 2, 2, 3, 3], [9, 9, 8, 8]]


def test_two_halves_make_a_ring() -> None:
    (ring,) = geometry.join([[0, 0, 4, 0, 4, 4], [0, 0, 0, 4, 4, 4]])
    assert geometry.is_ring(ring)
    assert len(ring) == 10


@given(st.lists(st.lists(st.tuples(small, small), min_size=2, max_size=5), max_size=12))
def test_joining_loses_no_stretch(lines: list[list[tuple[int, int]]]) -> None:
    def stretches(many: list[list[int]]) -> list[tuple[int, ...]]:
        found = []
        for line in many:
            for at in range(0, len(line) - 2, 2):
                ends = sorted([tuple(line[at : at + 2]), tuple(line[at + 2 : at + 4])])
                found.append((*ends[0], *ends[1]))
        return sorted(found)

    given_lines = [flat(line) for line in lines]
    assert stretches(geometry.join(given_lines)) == stretches(given_lines)


@given(st.lists(st.tuples(small, small), min_size=2, max_size=40), st.integers(0, 300))
def test_simplifying_keeps_ends_and_stays_near(points: list[tuple[int, int]], off: int) -> None:
    line = flat(points)
    simple = geometry.simplify(line, off)
    assert simple[:2] == line[:2]
    assert simple[-2:] == line[-2:]
    kept = list(zip(simple[0::2], simple[1::2], strict=True))
    left = iter(points)
    assert all(each in left for each in kept)  # some of the points, in their order
    for x, y in points:
        assert min(_off(x, y, a, b) for a, b in pairwise(kept)) <= off + 1e-6


def _off(x: int, y: int, a: tuple[int, int], b: tuple[int, int]) -> float:
    dx, dy = 0.8 * (b[0] - a[0]), b[1] - a[1]
    px, py = 0.8 * (x - a[0]), y - a[1]
    length = dx * dx + dy * dy
    along = 0.0 if length == 0 else min(1.0, max(0.0, (px * dx + py * dy) / length))
    return float(((px - along * dx) ** 2 + (py - along * dy) ** 2) ** 0.5)
