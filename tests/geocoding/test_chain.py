"""The chain behind geopy's interface gives what locate gives."""

import pytest
from geopy.geocoders.base import Geocoder

from directory_app.geocoding import AddressToLocate, locate
from directory_app.geocoding.chain import (
    AddressPoints,
    Chain,
    ManualPin,
    Ranges,
    Streets,
)
from directory_app.model.geo import Position
from tests.data.town import FIRST_TOWN, FIRST_ZIP


def asked(line, city=FIRST_TOWN):
    return {"street": line, "city": city, "state": "NM", "postalcode": FIRST_ZIP}


def test_every_link_is_a_geopy_geocoder():
    assert all(isinstance(link, Geocoder) for link in [*Chain().links, Chain()])


def test_a_pin_that_a_person_set_comes_first(doors):
    pin = Position(34.6, -104.9)
    found = Chain(pin=pin).geocode(asked("100 Cedar Ave"))
    assert (found.latitude, found.longitude) == (34.6, -104.9)
    assert found.raw["precision"] == "manual"
    assert ManualPin(None).geocode("anywhere") is None


def test_each_link_answers_with_its_own_precision(towns, doors):
    real = next(d for d in towns.doors if d.street == "Cedar Avenue")
    line = f"{real.number} Cedar Ave"
    assert AddressPoints().geocode(asked(line)).raw["precision"] == "rooftop"
    assert Ranges().geocode(asked(line)) is None
    assert Streets().geocode(asked(line)).raw["precision"] == "street"
    assert Streets().geocode(asked("1 Nowhere Rd")) is None


@pytest.mark.parametrize(
    "line", ["112 W 1st St", "W 1st St & Ave C", "Paseo de la Loma", "99999 Cedar Ave"]
)
def test_the_chain_agrees_with_locate(doors, line):
    (one,) = locate([AddressToLocate("x", line, FIRST_TOWN, "NM", FIRST_ZIP)])
    found = Chain().geocode(asked(line))
    assert found.raw["precision"] == one.precision
    assert (found.latitude, found.longitude) == (one.position.latitude, one.position.longitude)


def test_one_line_is_enough(towns, doors):
    real = next(d for d in towns.doors if d.street == "Cedar Avenue")
    found = Chain().geocode(f"{real.number} Cedar Ave, {FIRST_TOWN}, NM {FIRST_ZIP}")
    assert found.raw["precision"] == "rooftop"


def test_what_could_be_two_places_is_none_of_them_or_both(doors):
    assert Chain().geocode(asked("150 1st St")) is None
    both = Chain().geocode(asked("150 1st St"), exactly_one=False)
    assert both is None or len(both) > 1


def test_a_town_alone_is_the_gazetteers(doors):
    found = Chain().geocode("Santa Fe, NM")
    assert (found.raw["precision"], found.raw["source"]) == ("city", "geonames")
