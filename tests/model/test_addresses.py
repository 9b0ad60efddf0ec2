import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import addresses
from directory_app.model.addresses import DIRECTIONS
from directory_app.model.terms import AddressType


@pytest.mark.parametrize(
    ("cell", "parts"),
    [
        ("2820 Cerrillos Rd Ste C, Santa Fe NM 87507",
         ("2820 Cerrillos Rd", "Ste C", "Santa Fe", "NM", "87507")),
        ("1420 Cerrillos Rd, Santa Fe, NM 87505",
         ("1420 Cerrillos Rd", "", "Santa Fe", "NM", "87505")),
        ("100 W 1st St, Portales, New Mexico 88130",
         ("100 W 1st St", "", "Portales", "NM", "88130")),
        ("321 N. Connelly, Clovis 88101", ("321 N. Connelly", "", "Clovis", "", "88101")),
        ("114 N Main, Roswell NM", ("114 N Main", "", "Roswell", "NM", "")),
        ("114 N Main, Roswell, Nuevo México", ("114 N Main", "", "Roswell", "NM", "")),
        ("217 Johnson St, Santa Fe, NM 87501-1826",
         ("217 Johnson St", "", "Santa Fe", "NM", "87501-1826")),
        ("1600 St Michaels Dr #4, Santa Fe, NM",
         ("1600 St Michaels Dr", "#4", "Santa Fe", "NM", "")),
        ("1120 Hickox St, Santa Fe, NM, USA", ("1120 Hickox St", "", "Santa Fe", "NM", "")),
        ("5 Calle Medico, Santa Fe", ("5 Calle Medico", "", "Santa Fe", "", "")),
        ("5 Calle Medico", ("5 Calle Medico", "", "", "", "")),
        # without a number in front, "#7" is the number
        ("County Road 54 #7", ("County Road 54 #7", "", "", "", "")),
        ("Plaza del Sol, Local 5", ("Plaza del Sol", "Local 5", "", "", "")),
        ("2820 Cerrillos Rd. Suite B", ("2820 Cerrillos Rd.", "Suite B", "", "", "")),
        ("1701 4th St SW, Apt 2, Albuquerque NM 87102",
         ("1701 4th St SW", "Apt 2", "Albuquerque", "NM", "87102")),
        ("1120 Hickox St\nSanta Fe, NM 87505", ("1120 Hickox St", "", "Santa Fe", "NM", "87505")),
        ("114 N Main St; Roswell; NM; 88201", ("114 N Main St", "", "Roswell", "NM", "88201")),
        ("114 N Main St | Roswell NM | 88201", ("114 N Main St", "", "Roswell", "NM", "88201")),
        ("Santa Fe, NM", ("", "", "Santa Fe", "NM", "")),
        ("Clovis", ("", "", "Clovis", "", "")),
        ("en Clovis", ("", "", "Clovis", "", "")),
        ("PO Box 1123, Española, NM 87532", ("PO Box 1123", "", "Española", "NM", "87532")),
        ("", ("", "", "", "", "")),
    ],
)  # fmt: skip
def test_an_address_in_one_cell(cell, parts):
    found = addresses.split(cell)
    assert (found.address_1, found.address_2, found.city, found.state_province,
            found.postal_code) == parts  # fmt: skip
    assert found.sure


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("1420 Cerrillos Rd", AddressType.PHYSICAL),
        ("5 Calle Medico", AddressType.PHYSICAL),
        ("1060 Cerrillos Road", AddressType.PHYSICAL),
        ("PO Box 1123", AddressType.POSTAL),
        ("P.O. Box 7", AddressType.POSTAL),
        ("Apartado postal 12", AddressType.POSTAL),
        ("corner of W 1st St & Ave C", DIRECTIONS),
        ("esquina de la 1ra y Main", DIRECTIONS),
        ("behind the flea market", DIRECTIONS),
        ("no fixed address", AddressType.MOBILE),
        ("sin domicilio fijo", AddressType.MOBILE),
        ("", AddressType.PHYSICAL),
    ],
)
def test_what_a_street_line_is(line, kind):
    assert addresses.address_type(line) == kind


def test_directions_stay_as_written_and_know_their_language():
    found = addresses.split("corner of W 1st St & Ave C, Portales, NM 88130")
    assert (found.directions, found.directions_language) == ("corner of W 1st St & Ave C", "en")
    assert (found.address_1, found.city, found.postal_code) == ("", "Portales", "88130")
    assert addresses.street("esquina de la 1ra y Main").directions_language == "es"


@pytest.mark.parametrize(
    ("written", "code"),
    [("NM", "NM"), ("nm", "NM"), ("New Mexico", "NM"), ("Nuevo México", "NM"), ("N.M.", "NM"),
     ("Tejas", "TX"), ("Chihuahua", "Chihuahua"), ("", "")],
)  # fmt: skip
def test_states(written, code):
    assert addresses.state(written) == code


@given(st.text())
def test_any_text_is_taken_apart(cell):
    parts = addresses.split(cell)
    assert parts.state_province == addresses.state(parts.state_province)
    assert addresses.address_type(cell) in {*AddressType, DIRECTIONS}


@given(st.text(alphabet="abc XY 123,#.\nNMñ"))
def test_no_letter_or_digit_is_lost(cell):
    found = addresses.split(cell)
    parts = "".join((found.address_1, found.address_2, found.city, found.state_province,
                     found.postal_code, found.directions))  # fmt: skip
    kept = sorted(letter for letter in parts.casefold() if letter.isalnum())
    assert kept == sorted(letter for letter in cell.casefold() if letter.isalnum())


def test_a_way_ends_before_its_town():
    found = addresses.split("near the corner of 2nd and Main in Clovis")
    assert (found.directions, found.city) == ("near the corner of 2nd and Main", "Clovis")
