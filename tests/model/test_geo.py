"""Distances, directions and the words for them."""

import pytest

from directory_app.model.geo import (
    COMPASS,
    Position,
    bearing,
    compass_point,
    compass_words,
    distance_miles,
    walking_minutes,
)

SANTA_FE = Position(35.6870, -105.9378)
ALBUQUERQUE = Position(35.0844, -106.6504)


def test_distance_between_two_known_towns():
    assert distance_miles(SANTA_FE, ALBUQUERQUE) == pytest.approx(57.8, abs=0.5)


def test_distance_is_nothing_to_itself_and_the_same_both_ways():
    assert distance_miles(SANTA_FE, SANTA_FE) == 0
    there, back = distance_miles(SANTA_FE, ALBUQUERQUE), distance_miles(ALBUQUERQUE, SANTA_FE)
    assert there == pytest.approx(back)


@pytest.mark.parametrize(
    ("north", "east", "point"),
    [(1, 0, "N"), (1, 1, "NE"), (0, 1, "E"), (-1, 1, "SE"), (-1, 0, "S"), (-1, -1, "SW"),
     (0, -1, "W"), (1, -1, "NW")],
)  # fmt: skip
def test_compass_point_near_the_equator(north, east, point):
    start = Position(0.0, 0.0)
    assert compass_point(start, Position(north * 0.01, east * 0.01)) == point


def test_a_bearing_just_west_of_north_is_still_north():
    assert bearing(Position(0, 0), Position(1, -0.01)) > 350
    assert compass_point(Position(0, 0), Position(1, -0.01)) == "N"


@pytest.mark.parametrize(
    ("miles", "minutes"), [(0, 1), (0.04, 1), (0.05, 1), (0.5, 10), (1, 20), (1.01, 21)]
)
def test_walking_minutes_round_up_at_three_miles_an_hour(miles, minutes):
    assert walking_minutes(miles) == minutes


def test_every_compass_point_has_its_own_word_in_both_languages():
    for language in ("en", "es"):
        assert len({compass_words(point, language) for point in COMPASS}) == 8
    assert compass_words("NE", "en") == "northeast"
    assert compass_words("SW", "es") == "suroeste"
