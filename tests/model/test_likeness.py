"""How like two businesses are."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.likeness import Known, address_key, is_swap, known, phone_key, score, swaps
from directory_app.model.text import fold

HERE = (35.0, -105.0)
NAMES = ("Taquería El Nopal", "El Nopal", "Nopal 2", "Rest. Luz", "", "東京")
ADDRESSES = ("1420 Cerrillos Rd", "1402 Cerrillos Rd", "", "9 Main St")
PHONES = ("5055550142", "5055550124", "5055550143")
PLACES = (None, HERE, (35.0009, -105.0), (35.0, -105.004), (35.01, -105.0))


def made(
    name: str,
    address: str = "",
    phones: frozenset[str] = frozenset(),
    position: tuple[float, float] | None = None,
) -> Known:
    return known(
        name, name_folded=fold(name), address=address, city="Clovis",
        phones=phones, position=position,
    )  # fmt: skip


#: Made once: on a busy machine Hypothesis gives up on what takes long to make.
MADE = st.sampled_from(
    [
        made(name, address, frozenset(phones), place)
        for name, address, place in product(NAMES, ADDRESSES, PLACES)
        for many in range(3)
        for phones in combinations(PHONES, many)
    ]
)


@given(MADE, MADE)
def test_it_does_not_matter_which_is_first(one: Known, other: Known) -> None:
    assert score(one, other) == score(other, one)


@given(MADE, MADE)
def test_a_score_is_of_a_hundred_and_has_a_reason(one: Known, other: Known) -> None:
    like = score(one, other)
    assert like is None or (0 < like.score <= 100 and like.reasons)


@pytest.mark.parametrize(
    "address", ["1420 W Cerrillos Road, Suite 4", "1420 Cerrillos Rd", "1420 cerrillos"]
)
def test_one_address_in_other_words(address: str) -> None:
    assert address_key(address) == "1420 cerrillos"


def test_a_country_code_may_lack() -> None:
    assert phone_key("+15055550142") == phone_key("(505) 555-0142")


def test_names_alike_fifty_metres_apart_are_a_pair_and_far_apart_are_none() -> None:
    near, far = (35.00045, -105.0), (35.1, -105.0)
    one, address = made("Taquería El Nopal", "1420 Cerrillos Rd", position=HERE), "9 Main St"
    like = score(one, made("Taqueria El Nopall", address, position=near))
    assert like is not None
    assert like.reasons == ("name", "place")
    assert like.metres == pytest.approx(50, abs=1)
    assert score(one, made("Taqueria El Nopall", address, position=far)) is None


def reasons(one: Known, other: Known) -> tuple[str, ...] | None:
    like = score(one, other)
    return None if like is None else like.reasons


def test_two_digits_swapped_are_seen_in_a_phone_and_a_house() -> None:
    one = made("El Nopal", "1420 Main St", frozenset(("5055550142",)))
    assert reasons(one, made("El Nopal", "", frozenset(("5055550124",)))) == ("phone_alike", "name")
    assert reasons(one, made("El Nopal", "1402 Main Street")) == ("address_alike", "name")
    assert reasons(one, made("La Luna", "1402 Main Street")) is None


@given(st.text("0123456789", min_size=4, max_size=10), st.integers(0, 8))
def test_numbers_with_two_digits_swapped_share_a_key(number: str, at: int) -> None:
    at %= len(number) - 1
    other = number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    assert is_swap(number, other) == (number != other)
    if number != other:
        assert set(swaps(number, 10)) & set(swaps(other, 10))


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("Panadería La Luz", "La Luz Bakery", True),  # the other language
        ("Restaurante Doña Lupe", "Dona Lupe", True),  # a word left out
        ("Abarrotes Hermanos Chávez", "Chavez Hnos. Grocery", True),
        ("Tacos Número Uno", "Tacos #1", True),
        ("Lavandería Río Pecos", "Lavanderia Rio Peccos", True),
        ("Panadería La Luz", "Lavandería La Luz", False),  # no more than a name in common
        ("Nopal 1", "Nopal 2", False),
        ("Nopal", "Nopal 2", False),
        ("Flor de Oaxaca", "Flor de Puebla", False),
    ],
)
def test_a_name_alone_in_one_town(one: str, other: str, pair: bool) -> None:
    assert (score(made(one), made(other)) is not None) is pair


def test_another_branch_at_the_same_phone_is_shown_to_a_person() -> None:
    phone = frozenset(("5055550142",))
    assert score(made("Nopal", phones=phone), made("Nopal 2", phones=phone)) is not None


def test_a_zip_tells_two_towns_apart_where_one_says_no_more() -> None:
    def at(city: str, zip: str) -> Known:
        return known(
            "", name_folded="la luz", address="", city=city, postal_code=zip,
            phones=frozenset(), position=None,
        )  # fmt: skip

    assert score(at("Clovis", "88101"), at("", "88101")) is not None
    assert score(at("Clovis", "88101"), at("", "87505")) is None
