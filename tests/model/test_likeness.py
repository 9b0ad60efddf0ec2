"""How like two businesses are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.likeness import Known, address_key, known, phone_key, score
from directory_app.model.text import fold

HERE = (35.0, -105.0)
NAMES = st.sampled_from(["Taquería El Nopal", "El Nopal", "Nopal 2", "Rest. Luz", "", "東京"])
PLACES = st.none() | st.tuples(st.floats(34.99, 35.01), st.floats(-105.01, -104.99))


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


MADE = st.builds(
    made,
    NAMES,
    st.sampled_from(["1420 Cerrillos Rd", "", "9 Main St"]),
    st.frozensets(st.sampled_from(["5055550142", "5055550143"])),
    PLACES,
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
