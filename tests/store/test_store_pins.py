"""Pins and clusters of the map by plain SQL: what is counted, gathered and listed where."""

import random

import pytest

from directory_app.model.geo import Position, distance_miles
from directory_app.store import Filter, pins
from directory_app.store.area import Area
from tests.store.conftest import business

ALL = Area(34.0, -107.0, 37.0, -104.0)
FINE, ROUGH = (0.0005, 0.0006), (0.5, 0.6)
PLAZA = Position(35.6870, -105.9378)


@pytest.fixture
def placed(store):
    """Adds a business with a pin; its id."""

    def place(name, latitude, longitude, precision="rooftop", **values):
        made = store.businesses.add(business(name, **values)).business.id
        store.businesses.place(made, Position(latitude, longitude), precision, "test")
        return made

    return place


def browse(store):
    return store.browser


def test_far_apart_they_are_pins_and_from_afar_a_cluster(store, placed):
    placed("One", 35.68, -105.94)
    placed("Two", 35.69, -105.95)
    near = browse(store).spots(ALL, FINE)
    assert sorted(spot.pin.name for spot in near) == ["One", "Two"]
    (cluster,) = browse(store).spots(ALL, ROUGH)
    assert (cluster.count, cluster.pin) == (2, None)
    assert cluster.position.latitude == pytest.approx(35.685)
    assert cluster.bounds == (35.68, -105.95, 35.69, -105.94)


def test_a_cell_s_edge_between_two_neighbours_makes_no_two_clusters(store, placed):
    cell = (0.01, 0.01)
    placed("North of the edge", 35.7001, -105.945)
    placed("South of the edge", 35.6999, -105.945)
    (cluster,) = browse(store).spots(ALL, cell)
    assert cluster.count == 2


def test_what_stands_for_a_town_is_not_gathered_with_doors(store, placed):
    placed("Door", 35.6870, -105.9378)
    placed("Somewhere", 35.6870, -105.9378, "city")
    placed("Somewhere else", 35.6870, -105.9378, "city")
    found = browse(store).spots(ALL, FINE)
    assert sorted((spot.count, spot.coarse) for spot in found) == [(1, False), (2, True)]
    assert next(spot for spot in found if spot.coarse).is_one_place


def test_from_afar_a_town_and_its_doors_are_one_cluster(store, placed):
    placed("Door", 35.6890, -105.9378)
    placed("Somewhere", 35.6870, -105.9378, "city")
    (cluster,) = browse(store).spots(ALL, (0.05, 0.06))
    assert (cluster.count, cluster.coarse) == (2, False)


def test_who_has_no_pin_or_is_archived_is_not_on_it(store, placed):
    store.businesses.add(business("Nowhere"))
    gone = placed("Gone", 35.68, -105.94)
    placed("Here", 35.68, -105.94)
    store.businesses.archive([gone])
    (spot,) = browse(store).spots(ALL, ROUGH)
    assert spot.pin.name == "Here"
    assert browse(store).inside(ALL, 9)[0] == 1
    assert browse(store).pin(gone) is None


def test_with_many_the_index_alone_gives_the_same_counts(store, placed, monkeypatch):
    chance = random.Random(5)
    for number in range(40):
        placed(f"Shop {number}", 35 + chance.random(), -106 + chance.random())
    gone = placed("Gone", 35.5, -105.5)
    store.businesses.archive([gone])
    few = browse(store).spots(ALL, (0.2, 0.2))
    monkeypatch.setattr(pins, "MANY", 5)
    many = browse(store).spots(ALL, (0.2, 0.2))
    assert sum(spot.count for spot in many) == 40
    assert sorted(spot.count for spot in many) == sorted(spot.count for spot in few)
    assert browse(store).inside(ALL, 0)[0] == 40


def test_a_lone_one_beside_an_archived_one_keeps_its_name_among_many(store, placed, monkeypatch):
    store.businesses.archive([placed("Gone", 35.5, -105.5)])
    placed("Here", 35.5, -105.5)
    monkeypatch.setattr(pins, "MANY", 1)
    (spot,) = browse(store).spots(ALL, ROUGH)
    assert (spot.count, spot.pin and spot.pin.name) == (1, "Here")


def test_a_circle_holds_what_is_within_its_miles_and_the_table_shows_the_same(store, placed):
    chance = random.Random(9)
    for number in range(60):
        placed(
            f"Shop {number:02}",
            PLAZA.latitude + chance.uniform(-0.05, 0.05),
            PLAZA.longitude + chance.uniform(-0.05, 0.05),
        )
    area = Area.circle(PLAZA, 2.0)
    count, found = browse(store).inside(area, 100)
    whole = browse(store).inside(ALL, 100)[1]
    near = {pin.name for pin in whole if distance_miles(PLAZA, pin.position) <= 2.0}
    assert 5 < count < 55
    assert {pin.name for pin in found} == near
    rows = browse(store).first_rows(Filter(area=area), 100)
    assert [row.name for row in rows] == sorted(near)
    assert browse(store).count(Filter(area=area)) == count


def test_a_box_is_the_same_from_any_two_corners():
    one, other = Position(35.1, -105.2), Position(35.4, -105.9)
    assert Area.box(one, other) == Area.box(other, one) == Area(35.1, -105.9, 35.4, -105.2)


def test_the_nearest_come_first_however_far_they_are(store, placed):
    placed("Far", 36.9, -104.1)
    placed("Near", 35.69, -105.94)
    placed("Nearer", 35.687, -105.938)
    found = browse(store).nearest(PLAZA, 3)
    assert [pin.name for _miles, pin in found] == ["Nearer", "Near", "Far"]
    assert found[0][0] < 0.05
    assert [pin.name for _miles, pin in browse(store).nearest(PLAZA, 1)] == ["Nearer"]


def test_the_extent_holds_all_pins(store, placed):
    assert browse(store).extent() is None
    placed("One", 35.1, -105.2)
    placed("Two", 35.4, -105.9)
    assert browse(store).extent() == (35.1, -105.9, 35.4, -105.2)


def test_a_pin_is_found_by_row_id_and_code(store, placed):
    made = placed("One", 35.1, -105.2, address_2="# 4")
    pin = browse(store).pin(made)
    assert pin is not None
    assert browse(store).pin(pin.row_id) == browse(store).pin(pin.code) == pin
    assert (pin.address_2, pin.precision, pin.is_coarse) == ("# 4", "rooftop", False)
