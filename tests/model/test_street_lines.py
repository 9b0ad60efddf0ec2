"""Street lines as people write them, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.street_lines import LineKind, house_number, read

LLANO = (LineKind.HOUSE, 1730, "", "llano st")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("1730 Llano St", ""),
        ("1730 LLANO STREET.", ""),
        ("1730 Llano St #4", "#4"),
        ("1730 Llano St # 4", "# 4"),
        ("1730 Llano St, Ste B", "Ste B"),
        ("1730 Llano St Suite 100-A", "Suite 100-A"),
        ("1730 Llano St Unit 3", "Unit 3"),
        ("Ste B, 1730 Llano St", "Ste B"),
        ("1730 Llano St Bldg C Ste 4", "Bldg C, Ste 4"),
        ("1730 Llano St, 2nd Floor", "2nd Floor"),
        ("1730 Llano St (rear)", "rear"),
        ("1730 Llano St, upstairs", "upstairs"),
        ("1730 Llano St planta baja", "planta baja"),
        ("1730 Llano St B", "B"),
        ("1730 Llano St 4", "4"),
        ("1730 Llano St Local 5", "Local 5"),
        ("1730 #4 Llano St", "#4"),
        ("Plaza Mayor, 1730 Llano St", ""),
        ("1730 Llano St, Plaza Mayor", ""),
        ("1730, Llano St", ""),
        ("P.O. Box 123, 1730 Llano St", ""),
        ("Inside the market 1730 Llano St", ""),
    ],
)
def test_units_and_what_stands_around_are_no_part_of_the_street(line, unit):
    found = read(line)
    assert (found.kind, found.number, found.suffix, found.key) == LLANO
    assert found.unit == unit


@pytest.mark.parametrize(
    ("line", "number", "suffix", "key"),
    [
        ("5 Calle Medico", 5, "", "calle medico"),
        ("#5 Calle Médico", 5, "", "calle medico"),
        ("No. 5 Calle Medico", 5, "", "calle medico"),
        ("Calle Medico 5", 5, "", "calle medico"),
        ("Calle Médico #5", 5, "", "calle medico"),
        ("Avenida Cesar Chavez 200", 200, "", "ave cesar chavez"),
        ("1200 US 70", 1200, "", "hwy 70"),
        ("123 Highway 14 #5", 123, "", "hwy 14"),
        ("820 E Hwy 60/84", 820, "", "e hwy 60 84"),
        ("100 Road 14", 100, "", "rd 14"),
        ("100 W 1st St", 100, "", "w 1 st"),
        ("100 1st St", 100, "", "1 st"),
        ("200 Avenue C", 200, "", "ave c"),
        ("200 N Avenue C", 200, "", "n ave c"),
        ("21 1/2 Main St", 21, "1/2", "main st"),
        ("21½ Main St", 21, "1/2", "main st"),
        ("6237A Highway 9", 6237, "a", "hwy 9"),
        ("6231-B Hwy 9", 6231, "b", "hwy 9"),
        ("123-125 Main St", 123, "125", "main st"),
        ("123 Lewis and Clark Rd", 123, "", "lewis and clark rd"),
        ("12 Space Center Dr", 12, "", "space ctr dr"),
        ("100 C de Baca Ln", 100, "", "c de baca ln"),
        ("1234 St Michaels Dr E", 1234, "", "saint michaels dr e"),
    ],
)
def test_a_house_has_a_number_and_a_street(line, number, suffix, key):
    found = read(line)
    assert found.kind == LineKind.HOUSE
    assert (found.number, found.suffix, found.key) == (number, suffix, key)


@pytest.mark.parametrize(
    ("line", "key", "cross"),
    [
        ("W 1st St & Ave C", "w 1 st", "ave c"),
        ("W 1st St&Ave C", "w 1 st", "ave c"),
        ("W 1st St and Avenue C", "w 1 st", "ave c"),
        ("corner of Cerrillos Rd and 2nd St", "cerrillos rd", "2 st"),
        ("NE corner of Cerrillos Rd and 2nd St", "cerrillos rd", "2 st"),
        ("esquina de Calle Luna y Calle Sol", "calle luna", "calle sol"),
        ("Calle Luna esq. Calle Sol", "calle luna", "calle sol"),
        ("1st and Main", "1", "main"),
        ("N Prince St / E 21st St", "n prince st", "e 21 st"),
    ],
)
def test_a_corner_has_two_streets(line, key, cross):
    found = read(line)
    assert (found.kind, found.key, found.cross_key) == (LineKind.CORNER, key, cross)


@pytest.mark.parametrize(
    ("line", "kind", "key"),
    [
        ("Llano St", LineKind.STREET, "llano st"),
        ("Paseo de Peralta", LineKind.STREET, "paseo de peralta"),
        ("NM-14", LineKind.STREET, "hwy 14"),
        ("Calle 5", LineKind.STREET, "calle 5"),
        ("1200 block of Main St", LineKind.STREET, "main st"),
        ("PO Box 123", LineKind.BOX, ""),
        ("Apartado 7", LineKind.BOX, ""),
        ("RR 2 Box 44", LineKind.RURAL, ""),
        ("Rt 2 Box 44", LineKind.RURAL, ""),
        ("HC 74 Box 21", LineKind.RURAL, ""),
        ("", LineKind.NOTHING, ""),
        ("  ,  ", LineKind.NOTHING, ""),
    ],
)
def test_what_is_no_house_says_so(line, kind, key):
    found = read(line)
    assert (found.kind, found.key, found.number) == (kind, key, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("6237", (6237, "")),
        ("6237A", (6237, "a")),
        ("6231-B", (6231, "b")),
        ("21 1/2", (21, "1/2")),
        ("21½", (21, "1/2")),
        ("A", (None, "a")),
        ("", (None, "")),
    ],
)
def test_house_numbers_of_the_data(text, told):
    assert house_number(text) == told


@given(st.text(max_size=250))
def test_any_line_can_be_read(text):
    found = read(text)
    assert found.kind != LineKind.HOUSE or found.number is not None


@given(st.text(alphabet="12 #-,AbSt.&½/calleno", max_size=40))
def test_any_line_of_address_letters_can_be_read(text):
    read(text)
