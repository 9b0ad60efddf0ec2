"""The embedded geocoder keeps geopy's manners and asks nobody."""

import socket

import pytest
from geopy.exc import GeocoderServiceError
from geopy.location import Location
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geocoding.gazetteer import Gazetteer


@pytest.fixture
def no_socket(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_it_answers_without_a_socket(no_socket):
    location = Gazetteer().geocode("1420 Cerrillos Rd, Santa Fe, NM 87505")
    assert isinstance(location, Location)
    assert location.address == "Santa Fe, NM"
    assert (location.latitude, location.longitude) == pytest.approx((35.687, -105.938), abs=0.01)
    assert location.raw == {"precision": "city", "source": "geonames", "reason": ""}


def test_it_takes_the_parts_of_an_address():
    location = Gazetteer().geocode({"city": "Albuquerque", "state": "NM", "postalcode": "87102"})
    assert location.raw["precision"] == "zip"
    assert location.address == "NM 87102"


def test_unknown_is_none():
    gazetteer = Gazetteer()
    for query in ("", "nowhere at all", "NaN", {"city": None, "state": "nan"}, {}):
        assert gazetteer.geocode(query) is None


def test_many_are_a_list():
    assert [str(found) for found in Gazetteer().geocode("Clovis, NM", exactly_one=False)] == [
        "Clovis, NM"
    ]


def test_its_adapter_refuses_to_send():
    gazetteer = Gazetteer()
    with pytest.raises(GeocoderServiceError):
        gazetteer.adapter.get_json("https://example.org", timeout=1, headers={})
    with pytest.raises(GeocoderServiceError):
        gazetteer.adapter.get_text("https://example.org", timeout=1, headers={})


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "<img src=x>, NM", "\0", "🌵, NM", "," * 10_000, "(" * 5000]
)
def test_odd_texts_are_no_crash(text):
    Gazetteer().geocode(text)
    Gazetteer().geocode({"city": text, "state": text, "postalcode": text})


@given(st.text(max_size=60))
def test_any_text_is_no_crash(text):
    gazetteer = Gazetteer()
    gazetteer.geocode(text)
    gazetteer.geocode({"city": text, "state": "NM"})
