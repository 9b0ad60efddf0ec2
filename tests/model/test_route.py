"""The order of a walk."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.model.geo import Position
from directory_app.model.route import length_miles, order

PLACES = st.lists(
    st.builds(Position, st.floats(34.0, 34.2), st.floats(-105.2, -105.0)), max_size=25
)


def walked(stops, way, start=None):
    return length_miles([stops[index] for index in way], start)


@given(PLACES)
@settings(max_examples=50)
def test_every_stop_comes_once(stops):
    assert sorted(order(stops)) == list(range(len(stops)))


def test_a_street_is_walked_from_one_end():
    street = [Position(35.0, -106.0 + 0.001 * number) for number in (5, 2, 0, 4, 1, 3)]
    assert order(street, Position(35.0, -106.001)) == [2, 4, 1, 5, 3, 0]


def test_small_walks_are_near_the_shortest():
    chance = random.Random(3)
    for _ in range(20):
        stops = [Position(35 + chance.random() / 50, -106 + chance.random() / 50) for _ in range(7)]
        start = Position(35.01, -105.99)
        best = min(walked(stops, way, start) for way in itertools.permutations(range(7)))
        assert walked(stops, order(stops, start), start) <= best * 1.25


def test_a_tangle_is_undone():
    """Nearest first alone runs past the left one and has to come all the way back."""
    line = [0.0, 1.0, -1.1, 3.2, -5.5, 8.0]
    stops = [Position(35.0, -106.0 + place / 100) for place in line]
    assert walked(stops, order(stops)) <= walked(stops, [0, 1, 2, 3, 4, 5]) * 0.65


def test_many_stops_are_ordered_too_and_always_the_same():
    chance = random.Random(1)
    stops = [Position(35 + chance.random() / 10, -106 + chance.random() / 10) for _ in range(400)]
    way = order(stops)
    assert sorted(way) == list(range(400))
    assert way == order(stops)
    assert walked(stops, way) < walked(stops, range(400)) / 8
