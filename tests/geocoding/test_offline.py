"""What this laptop knows by itself: nobody is asked, and odd texts are no crash."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.geocoding import AddressToLocate, locate, locate_venue, places
from directory_app.geocoding.places import Query
from tests.data.town import FIRST_TOWN, FIRST_ZIP


@pytest.fixture
def no_socket(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_town_is_found_without_a_socket(no_socket):
    found = locate_venue("1420 Cerrillos Rd, Santa Fe, NM 87505")
    assert (found.precision, found.source, found.reason) == ("city", "geonames", "")
    assert (found.position.latitude, found.position.longitude) == pytest.approx(
        (35.687, -105.938), abs=0.01
    )


def test_a_zip_code_counts_where_the_town_is_large():
    found = places.find(Query("Albuquerque", "NM", "87102"))
    assert (found.label, found.precision) == ("NM 87102", "zip")


@pytest.mark.parametrize("text", ["", "nowhere at all", "NaN"])
def test_an_unknown_place_has_no_position(text):
    assert places.find(places.read(text)).position is None
    assert places.find(Query(text, text, text)).position is None


def test_a_door_is_found_without_a_socket(no_socket, towns, doors):
    real = next(d for d in towns.doors if d.street == "Cedar Avenue")
    (found,) = locate(
        [AddressToLocate("x", f"{real.number} Cedar Ave", FIRST_TOWN, "NM", FIRST_ZIP)]
    )
    assert found.precision == "rooftop"
    venue = locate_venue(f"{real.number} Cedar Ave, {FIRST_TOWN}, NM {FIRST_ZIP}")
    assert venue.position == found.position


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "<img src=x>, NM", "\0", "🌵, NM", "," * 10_000, "(" * 5000]
)
def test_odd_texts_are_no_crash(text):
    places.find(places.read(text))
    places.find(Query(text, text, text))
    locate_venue(text)


@given(st.text(max_size=60))
def test_any_text_is_no_crash(text):
    places.find(places.read(text))
    places.find(Query(text, "NM", ""))
