"""What stays of a street line where its owner agreed to the street and not to the door."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.house_numbers import five_digits, without_house_number

#: Street lines, and what of them may be printed; "" is the town alone.
LINES = (
    ("1420 Cerrillos Rd", "Cerrillos Rd"),
    ("100 W 1st St", "W 1st St"),
    ("12-14 Main St", "Main St"),
    ("321B N. Connelly", "N. Connelly"),
    ("5 Calle Medico", "Calle Medico"),
    ("PO Box 12", "PO Box 12"),
    ("PO Box 12, Zyxo Rd 4417", "Zyxo Rd"),
    ("1st St & Main", "1st St & Main"),
    ("1420-B Cerrillos Rd", "Cerrillos Rd"),
    ("Cerrillos Rd 1420", "Cerrillos Rd"),
    ("Plaza del Sol, 1420 Cerrillos Rd", "Plaza del Sol, Cerrillos Rd"),
    ("1600 St Michaels Dr #4", "St Michaels Dr"),
    ("2820 Cerrillos Rd. Suite B", "Cerrillos Rd."),
    ("no. 33 Calle Sol", "Calle Sol"),
    ("Núm. 33 Calle Sol", "Calle Sol"),
    ("Calle Real No. 45", "Calle Real"),
    ("Calle Real número 45-B", "Calle Real"),
    ("Av. Juárez 123 int. 4", "Av. Juárez"),
    ("House 7 Elm St", "Elm St"),
    ("Casa 7, Calle Luna", "Calle Luna"),
    ("Lote 7 Calle Luna", "Calle Luna"),
    ("Trailer 12, 500 Airport Rd", "Airport Rd"),
    ("N 123 Main St", "N Main St"),
    ("N 4th St", "N 4th St"),
    ("One Civic Plaza", "Civic Plaza"),
    ("Edificio 4, 12 Main St", "Main St"),
    ("77 Casa Blanca Rd", "Casa Blanca Rd"),
    ("77 Casa de Luna", "Casa de Luna"),
    ("77 Oak St Suite AB", "Oak St"),
    ("No Name Rd", "No Name Rd"),
    ("", ""),
    # what came through before
    ("Zyxo Rd 4417-C", "Zyxo Rd"),
    ("4417 & 4419 Main St", "Main St"),
    ("4417, 4419 and 4421 Main St", "Main St"),
    ("Av. Juarez 1204 Nte", "Av. Juarez Nte"),
    ("Zyxo Rd (4417)", "Zyxo Rd"),
    ("(4417) Zyxo Rd", "Zyxo Rd"),
    ("Hwy 14 mm 14.5", "Hwy 14"),
    ("US 285, Milepost 22", "US 285"),
    ("Carretera 45 Km 12", "Carretera 45"),
    ("Carretera 45 km 12,5", "Carretera 45"),
    ("Km 12", ""),
    ("RR 2 Box 15", ""),
    ("HC 61 Box 12 Zyxo Rd", ""),
    ("Zyxo Rd N° 12", "Zyxo Rd"),
    ("Zyxo Rd Nº 12", "Zyxo Rd"),
    ("Zyxo Rd #4", "Zyxo Rd"),
    ("#4 Zyxo Rd", "Zyxo Rd"),
    ("4417½ Zyxo Rd", "Zyxo Rd"),
    ("Zyxo Rd 4417 ½", "Zyxo Rd"),
    ("4417 C Zyxo Rd", "Zyxo Rd"),
    ("Zyxo Rd 4417 C", "Zyxo Rd"),
    ("Zyxo Rd 4417, 2nd floor", "Zyxo Rd"),
    ("Zyxo Rd 44\u200b17", "Zyxo Rd"),
    ("Zyxo Rd ４４１７", "Zyxo Rd"),
    ("Zyxo Rd ④", "Zyxo Rd"),
    ("4400 block of Main St", "Main St"),
    ("Zyxo Rd 4417, Santa Fe NM 87505-1234", "Zyxo Rd, Santa Fe NM"),
    ("Suite Four, Main St", "Main St"),
    # numbers of names
    ("5th Street", "5th Street"),
    ("4417 5th St NW", "5th St NW"),
    ("Fifth Street", "Fifth Street"),
    ("Calle 16 de Septiembre", "Calle 16 de Septiembre"),
    ("Av. 20 de Noviembre 1204 Nte", "Av. 20 de Noviembre Nte"),
    ("1° de Mayo 4417", "1° de Mayo"),
    ("Calle 5a", "Calle 5a"),
    ("5a Calle Real", "Calle Real"),
    ("4500 US 70", "US 70"),
    ("US-70 Bypass 4417", "US-70 Bypass"),
    ("Highway 285", "Highway 285"),
    ("State Road 14", "State Road 14"),
    ("12 US 84/285", "US 84/285"),
    ("4417 County Road 12A", "County Road 12A"),
    ("County Road 12", "County Road 12"),
    ("Main St & US 70", "Main St & US 70"),
    ("I-25 Frontage Rd", "I-25 Frontage Rd"),
    ("Old Las Vegas Hwy 4417", "Old Las Vegas Hwy"),
    ("200 Avenue C", "Avenue C"),
    ("4417 C St", "C St"),
    ("10000 Seven Bar Loop NW", "Seven Bar Loop NW"),
    ("US 285 & 4417", "US 285"),
    # who could say what these numbers are?
    ("Calle 5", ""),
    ("N123W456 Main St", ""),
    ("123 N 400 W", ""),
    ("Main St 四四一七", ""),
    ("Four Hundred Main St", ""),
    ("Calle Real doce", ""),
)


@pytest.mark.parametrize(("line", "street"), LINES)
def test_the_house_number_goes_and_the_street_stays(line: str, street: str) -> None:
    assert without_house_number(line) == street
    assert without_house_number(street) in (street, "")


STREETS = (
    *("Zyxo Rd", "Main Street", "Av. Juárez", "Calle 16 de Septiembre", "5th St", "US 84/285"),
    *("Camino de los Ríos", "County Road 12", "Highway 285", "St Michaels Dr", "Avenue C"),
    *("Old Las Vegas Hwy", "Calle Sol", "W 1st St", "Paseo del Norte NE", "Carretera 45"),
)
NUMBERS = st.integers(1000, 99_999).map(str)
SHAPES = st.sampled_from(
    (
        *("{n}", "{n}-C", "{n}C", "{n} C", "#{n}", "# {n}", "({n})", "N° {n}", "Nº{n}", "No. {n}"),
        *("{n}½", "{n} ½", "{n} 1/2", "{n} & {m}", "{n}-{m}", "{n}/{m}", "{n}, {m}", "{n} y {m}"),
        *("{n} and {m}", "mm {n}.5", "Milepost {n}", "Mile marker {n}", "Km {n}", "km {n}+{m}"),
        *("RR {n} Box {m}", "Box {n}", "Apt {n}", "Suite {n}-{m}", "int. {n}", "Lote {n}"),
        *("{n} Nte", "{n} block of", "[{n}]", "{n}.", "{n}:", "{n}–{m}", "núm. {n}", "C-{n}"),
        *("Unit {n} & {m}", "{n} bis", "{n}{m}X9", "esq. {n}", "{n}th floor", "87505-{n}"),
    )
)


@given(st.sampled_from(STREETS), SHAPES, NUMBERS, NUMBERS, st.integers(0, 3))
def test_no_house_number_survives_wherever_it_stands(
    street: str, shape: str, number: str, other: str, where: int
) -> None:
    said = shape.format(n=number, m=other)
    # nobody writes a number between "Highway" and the number that it names
    half = re.sub(r" (?!\S*\d)", f" {said} ", street, count=1)
    line = (f"{said} {street}", f"{street} {said}", f"{street}, {said}", half)[where]
    left = without_house_number(line)
    for digits in re.findall(r"\d+", left):
        assert digits in re.findall(r"\d+", street), (line, left)


@given(st.text(max_size=60))
def test_any_text_is_read_and_what_is_left_is_left_again(line: str) -> None:
    left = without_house_number(line)
    assert set(re.findall(r"\d+", without_house_number(left))) <= set(re.findall(r"\d+", left))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("87505-1234", "87505"),
        ("87505", "87505"),
        ("875051234", "87505"),
        ("87505 1234", "87505"),
        ("NM 87505–1234", "87505"),
        ("K1A 0B1", ""),
        ("8750", ""),
        ("", ""),
    ],
)
def test_a_zip_code_keeps_its_five_digits(typed: str, told: str) -> None:
    assert five_digits(typed) == told
