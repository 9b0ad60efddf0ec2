"""Many addresses at once: what gets a pin, what does not, and why."""

import pytest

from directory_app.geocoding import AddressToLocate, locate, locate_venue, town_point
from directory_app.progress import Cancelled


def address(identity="a", **fields):
    return AddressToLocate(**{"id": identity, "city": "Santa Fe", "state_province": "NM", **fields})


def test_the_order_and_the_names_are_kept():
    located = locate([address("one"), address("two", city=""), address("three", city="Clovis")])
    assert [found.id for found in located] == ["one", "two", "three"]
    assert [found.precision for found in located] == ["city", None, "city"]


def test_a_po_box_gets_no_pin():
    (found,) = locate([address(address_type="postal", city="Española", postal_code="87532")])
    assert (found.position, found.reason) == (None, "postal")


def test_a_pin_placed_by_a_person_is_left_alone():
    (found,) = locate([address(pin_locked=True)])
    assert (found.position, found.reason) == (None, "locked")


@pytest.mark.parametrize("kind", ["mobile", "home", "physical"])
def test_whatever_else_has_a_town_gets_the_town(kind):
    (found,) = locate([address(address_type=kind, address_1="", city="Portales")])
    assert found.precision == "city"
    assert found.position == town_point("Portales", "NM")


def test_neither_town_nor_zip_code():
    (found,) = locate([address(city="", state_province="NM")])
    assert (found.position, found.reason) == (None, "no_town")


def test_a_lone_town_goes_where_the_rest_of_the_list_is():
    found = locate([address(city="Clovis", state_province=""), address()])
    assert (found[0].position, found[0].reason) == (town_point("Clovis", "NM"), "state_assumed")


def test_progress_is_told_and_can_stop_the_work():
    told = []
    locate([address()] * 250, lambda done, total, text: told.append((done, total)))
    assert told == [(0, 250), (100, 250), (200, 250), (250, 250)]

    def stop(done, total, text):
        raise Cancelled

    with pytest.raises(Cancelled):
        locate([address()], stop)


def test_a_venue_is_placed_by_its_address():
    found = locate_venue("1730 Llano St, Santa Fe, NM 87505")
    assert found.precision == "city"
    assert found.position == town_point("Santa Fe", "NM")
    assert locate_venue("1730 Llano St, Santa Fe").reason == "which_state"
    assert locate_venue("1730 Llano St, Santa Fe", home_state="NM").position == found.position
    assert locate_venue("somewhere").reason == "unknown_town"


def test_the_point_of_an_unknown_town_is_none():
    assert town_point("Nosuchtown", "NM") is None
    assert town_point("", "") is None
