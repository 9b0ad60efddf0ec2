"""The words of names: kinds in both languages, slips of the pen, short forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.name_words import is_slip, likeness, read
from directory_app.model.text import fold

WORDS = st.sampled_from([*("nopal", "nopall", "luz", "rio", "hermanos", "2", "3", "flor", "flro")])
NAMES = st.lists(WORDS, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("name", "called", "kinds"),
    [
        ("Panadería La Luz", ("luz",), {"bread"}),
        ("La Luz Bakery LLC", ("luz",), {"bread"}),
        ("Lonchrea El Nopal", ("nopal",), {"food"}),
        ("Hnos. Chávez #1", ("1", "chavez", "hermanos"), set()),
        ("The Kitchen", ("kitchen",), {"food"}),
        ("東京", ("東京",), set()),
        ("", (), set()),
    ],
)
def test_what_it_is_called_and_of_what_kind(name: str, called: tuple, kinds: set) -> None:
    assert read(fold(name)) == (called, frozenset(kinds))


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("nopal", "nopall", True),
        ("nopal", "npoal", True),
        ("orig", "original", True),
        ("sol", "sur", False),
        ("luz", "luis", False),
        ("12", "123", False),
        ("oaxaca", "puebla", False),
    ],
)
def test_a_slip_of_the_pen(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


@given(NAMES, NAMES)
def test_it_does_not_matter_which_is_first(one: str, other: str) -> None:
    mine, theirs = read(one), read(other)
    assert likeness(mine, theirs) == pytest.approx(likeness(theirs, mine))
    assert 0 <= likeness(mine, theirs) <= 100
    assert likeness(mine, mine) in (0, 100)
