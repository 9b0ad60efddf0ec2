"""The matcher: telephones and coordinates in any writing, names that are meant, many at once."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.forbidden import Forbidden, Hidden, Owner, Secret, Shown
from directory_app.model.forbidden_search import Piece, Search, coordinates_in, numbers_in

WHO = Owner("QWRT", "Somebody")


def hidden(*texts: str) -> tuple[Hidden, ...]:
    return tuple(Hidden(WHO, text) for text in texts)


def found(forbidden: Forbidden, text: str, **more) -> set[Secret]:
    return {leak.secret for leak in Search(forbidden, **more).find([Piece("here", text)])}


SEPARATORS = st.sampled_from(("", " ", "-", ".", "/", " - ", "\n", "\u2013", ") ", "\u00a0"))


@given(
    st.integers(200, 999), st.integers(200, 999), st.integers(0, 9999), SEPARATORS, SEPARATORS,
    st.sampled_from(("", "+1", "1", "+1-", "1 ", "001 ", "tel:+1", "(")),
    st.sampled_from(("", "\u200b", "x12", " x2", ".", ", 505", ")", " ask for Ana")),
)  # fmt: skip
def test_a_number_is_found_however_it_is_written(area, first, last, gap, other, before, behind):
    number = f"+1{area}{first}{last:04}"
    said = f"Call {before}{area}{gap}{first}{other}{last:04}{behind}"
    assert found(Forbidden(phones=hidden(number)), said) == {Secret.PHONE}


@given(st.integers(0, 10**10 - 1), st.text("0123456789-. ()", max_size=40))
def test_other_numbers_are_not_taken_for_it(number, text):
    digits = f"{number:010}"
    if digits not in "".join(filter(str.isdigit, text)) and digits[-7:] not in text:
        looked_for = {found for found, _ in numbers_in(text)}
        assert digits not in looked_for


def test_seven_digits_behind_another_area_code_are_another_number():
    forbidden = Forbidden(phones=hidden("+15055550171"))
    assert found(forbidden, "575-555-0171, 915 555-0171") == set()
    assert found(forbidden, "Tel. 555-0171") == {Secret.PHONE}
    assert found(forbidden, "555-0171-22") == set()


@given(
    st.floats(31, 37), st.floats(-109, -103), st.integers(4, 9),
    st.sampled_from(("{} {}", "{},{}", "[{}, {}]", "@{},{},17z", "lat={}&lon={}", "{}; {}")),
    st.booleans(),
)  # fmt: skip
def test_a_pair_of_degrees_is_found_in_either_order(latitude, longitude, decimals, shape, turned):
    pair = f"{latitude:.{decimals}f}", f"{longitude:.{decimals}f}"
    text = shape.format(*(reversed(pair) if turned else pair))
    near = [
        (lat, lon)
        for _, lat, lon, _ in coordinates_in(text)
        if abs(lat - latitude) < 0.001 and abs(lon - longitude) < 0.001
    ]
    assert near


@pytest.mark.parametrize(
    ("name", "text", "is_meant"),
    [
        ("El Nopal", "Next to EL NOPAL, the blue door", True),
        ("El Nopal", "planted el nopal himself", False),
        ("Taquería El Nopal", "the taqueria el nopal of old", True),
        ("The Market", "The Market opens at 8", False),
        ("La Esquina", "La Esquina is round the corner", False),
        ("Puebla", "Puebla", True),
        ("Puebla", "Mole of Puebla", False),
        ("Nopalito's", "Nopalitos", True),
        ("四川小馆", "邻居是四川小馆", True),
        ("Phở Sông Hương", "PHO SONG HUONG", True),
    ],
)
def test_a_name_has_to_be_meant(name, text, is_meant):
    forbidden = Forbidden(names=hidden(name))
    everyday = frozenset(("esquina", "market"))
    said = found(forbidden, text, common=everyday.__contains__)
    assert said == ({Secret.NAME} if is_meant else set())


def test_names_of_who_may_be_there_and_our_own_words_are_free():
    forbidden = Forbidden(
        names=hidden("El Nopal", "Open House", "Main Street Grill"),
        facts=("Taquería El Nopal", "812 Main St"),
        shown=(Shown(WHO, "description_en", "Beside Main Street Grill"),),
    )
    own = " open house | bakery "
    assert found(forbidden, "El Nopal\nOpen House", own_words=lambda: own) == set()
    assert found(forbidden, "Main Street Grill", own_words=lambda: own) == {Secret.NAME}


def test_a_name_that_had_no_room_is_one():
    forbidden = Forbidden(
        names=hidden("Panadería Xilófono Azul", "Taquería Sol Viejo"), facts=("Taquería Sol Nuevo",)
    )
    for cut in ("3 Panadería Xilófono…", "Panadería Xiló… 505", "Panadería Xilófono A…"):
        assert found(forbidden, cut) == {Secret.NAME}, cut
    for other in ("Panadería…", "Taquería Sol…", "Taquería S…", "Panadería Xi lo…", "Azul…"):
        assert found(forbidden, other) == set(), other


def test_words_of_a_note_count_where_nobody_else_says_them():
    note = "Her cousin Anselmo cooks on Thursdays, open from nine to five, Main St 12 Santa Fe NM"
    forbidden = Forbidden(notes=hidden(note), facts=("12 Main St Santa Fe NM",))
    assert found(forbidden, "cousin anselmo COOKS on thursdays") == {Secret.NOTE}
    assert found(forbidden, "Open from nine to five") == set()
    assert found(forbidden, "12 Santa Fe NM") == set()
    said = Shown(WHO, "description_en", "cousin Anselmo cooks on Thursdays")
    known = Forbidden(notes=hidden(note), shown=(said,))
    assert found(known, "cousin Anselmo cooks on Thursdays") == set()


def test_ten_thousand_names_cost_little_more_than_ten():
    text = "\n".join(
        f"{n} Taquería Sol de Oro {n}, 12 Main St, 505-555-{n:04}" for n in range(2000)
    )
    many = Forbidden(
        names=hidden(*(f"Taquería Sol Número {n} Norte" for n in range(10_000))),
        phones=hidden(*(f"+1575{n:07}" for n in range(10_000))),
        streets=hidden(*(f"{n} Calle Zafiro" for n in range(10_000))),
        notes=hidden(*(f"what was said on day {n} by whom and of whom" for n in range(1_000))),
    )
    few = Forbidden(names=hidden("Taquería Sol Norte"))
    seconds = []
    for forbidden in (few, many):
        search = Search(forbidden)
        began = time.perf_counter()
        assert search.find([Piece("here", text)]) == []
        seconds.append(time.perf_counter() - began)
    assert seconds[1] < 20 * max(seconds[0], 0.05)
