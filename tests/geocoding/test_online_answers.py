"""Replies of services, read with distrust."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geocoding import reasons
from directory_app.geocoding.online import answers
from directory_app.geocoding.online.failure import Failure
from directory_app.model.geo import Position
from tests.geocoding.services_on_loopback import house

HERE = Position(35.6655, -105.9645)
ROAD = {
    "lat": "35.6655", "lon": "-105.9645", "class": "highway", "type": "residential",
    "addresstype": "road", "address": {"road": "Llano Street", "city": "Santa Fe"},
}  # fmt: skip
TOWN = {"lat": "35.6655", "lon": "-105.9645", "class": "boundary", "type": "administrative",
        "addresstype": "city"}  # fmt: skip


@pytest.mark.parametrize(
    ("place", "precision"),
    [
        (house(), "rooftop"),
        (house(type="houses"), "interpolated"),
        (house(address=None), "rooftop"),
        ({"lat": "35.6655", "lon": "-105.9645", "type": "house"}, "rooftop"),
        (ROAD, "street"),
        (ROAD | {"addresstype": None, "type": "road"}, "street"),
        (house(**{"class": "shop", "type": "bakery", "addresstype": "shop"}), "rooftop"),
        (
            house(**{"class": "shop", "type": "bakery", "addresstype": "shop"})
            | {"address": {"road": "Llano Street"}},
            "street",
        ),
        (TOWN, "city"),
        (TOWN | {"addresstype": "postcode", "class": "place"}, "zip"),
        ({"lat": "35.6655", "lon": "-105.9645"}, "city"),
    ],
)
def test_nominatim_is_no_finer_than_its_word(place, precision):
    (answer,) = answers.nominatim([place])
    assert (answer.precision, answer.position) == (precision, HERE)


def test_nominatim_tells_street_number_and_town():
    (answer,) = answers.nominatim([house()])
    assert (answer.number, answer.street, answer.town) == ("1730", "Llano Street", "Santa Fe")


def feature(coordinates=(-105.9645, 35.6655), **properties):
    return {"features": [{"geometry": {"coordinates": list(coordinates)},
                          "properties": properties}]}  # fmt: skip


@pytest.mark.parametrize(
    ("properties", "precision"),
    [
        ({"housenumber": "1730", "street": "Llano Street", "type": "house"}, "rooftop"),
        ({"name": "Llano Street", "type": "street"}, "street"),
        ({"name": "A shop", "street": "Llano Street", "type": "house"}, "street"),
        ({"name": "Santa Fe", "type": "city"}, "city"),
    ],
)
def test_photon(properties, precision):
    (answer,) = answers.photon(feature(**properties))
    assert (answer.precision, answer.position) == (precision, HERE)


@pytest.mark.parametrize(
    ("properties", "precision"),
    [
        ({"layer": "address", "housenumber": "1730", "accuracy": "point"}, "rooftop"),
        (
            {"layer": "address", "housenumber": "1730", "accuracy": "point",
             "match_type": "interpolated"},
            "interpolated",
        ),
        ({"layer": "street", "name": "Llano Street", "accuracy": "centroid"}, "street"),
        ({"layer": "locality", "accuracy": "centroid"}, "city"),
    ],
)  # fmt: skip
def test_pelias(properties, precision):
    (answer,) = answers.pelias(feature(**properties))
    assert (answer.precision, answer.position) == (precision, HERE)


def test_census():
    match = {"matchedAddress": "1730 LLANO ST, SANTA FE, NM, 87505",
             "coordinates": {"x": -105.9645, "y": 35.6655}}  # fmt: skip
    (answer,) = answers.census({"result": {"addressMatches": [match]}})
    assert (answer.precision, answer.number, answer.street) == ("interpolated", "1730", "LLANO ST")
    assert (answer.town, answer.state) == ("SANTA FE", "NM")


@pytest.mark.parametrize(
    "change",
    [
        {"lat": None}, {"lon": None}, {"lat": "north"}, {"lat": "91"}, {"lon": "181"},
        {"lat": "nan"}, {"lat": "1e999"}, {"lat": [35.6]}, {"lat": True}, {"lat": {}},
        {"lat": 0, "lon": 0},
    ],
)  # fmt: skip
def test_coordinates_that_are_none_are_refused(change):
    with pytest.raises(Failure) as failed:
        answers.nominatim([house() | change])
    assert failed.value.reason == reasons.BAD_ANSWER


@pytest.mark.parametrize("reply", [{}, "x", 5, None, [5], [[]], [{}], {"features": 3}])
def test_replies_of_another_shape_are_refused(reply):
    for read in (answers.nominatim, answers.photon, answers.pelias, answers.census):
        with pytest.raises(Failure):
            read(reply)


def test_an_error_in_the_reply_is_one():
    with pytest.raises(Failure) as failed:
        answers.nominatim({"error": "Bandwidth limit exceeded"})
    assert failed.value.reason == reasons.SERVICE_ERROR


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["lat", "lon", "features", "address", "geometry", "class",
                                       "properties", "coordinates", "result"]), inner),
    max_leaves=12,
)  # fmt: skip


@given(JSON)
def test_any_json_is_answers_or_a_failure(reply):
    for read in (answers.nominatim, answers.photon, answers.pelias, answers.census):
        try:
            found = read(json.loads(json.dumps(reply)))
        except Failure:
            continue
        assert all(-90 <= one.position.latitude <= 90 for one in found)
