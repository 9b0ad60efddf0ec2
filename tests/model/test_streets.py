"""Equal streets have equal keys, and different ones different keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.street_words import DIRECTION, KIND, ORDINAL
from directory_app.model.streets import key, letters, parts

SAME = """
W. First Street|West 1st St|w 1st st|W Primera St|WEST FIRST ST.
St Michaels Dr|Saint Michael's Drive|ST. MICHAEL’S DR
US 70|US-70|Highway 70|Hwy 70|U.S. Highway 70|US Hwy 70|US70|United States Highway 70
NM-14|State Road 14|NM 14|State Hwy 14|St Rd 14|SR 14|NM14|New Mexico 14|N.M. 14|Hwy 14
State Highway 14|NM State Road 14|NM Hwy 14|Highway 14|New Mexico State Road 14
Old NM 14|Old State Road 14|Old Highway 14
US 285 S|US Hwy 285 South|Highway 285 S.
US 60/84|US 60-84|US Highway 60/84
I-25|Interstate 25|I 25
County Road 5|CR 5|Co Rd 5|CR-5|C.R. 5|County Rd 5
FM 1788|Farm to Market Road 1788|FM Road 1788
Avenida Cesar Chavez|Ave. César Chávez|Avenue Cesar Chavez
Camino Alire|Cam Alire|Cmno Alire|CAMINO ALIRE
Calle Medico|Cll Médico|CALLE MÉDICO
Calle 1|Calle Primera|Calle 1ra
Vía Caballero|Via Caballero
Paseo de Peralta|PASEO DE PERALTA|Pso de Peralta
Twenty-First Street|21st St
O'Brien Ave|O Brien Avenue|OBrien Av
McKinley St|Mc Kinley Street
Martin Luther King Jr Blvd|MLK Blvd|Dr. Martin Luther King, Jr. Boulevard
Avenue C|Ave C|AVE. C|Avenida C
E St NW|E Street Northwest|E St N.W.
NE 3rd St|N.E. Third St|Northeast 3rd Street
Lomas Blvd NE|Lomas Boulevard N.E.
North Main Street|N Main St|N. Main St
Mount Hermon Road|Mt. Hermon Rd
East Dublin – Granville Road|E Dublin-Granville Rd
NM 599 Frontage Rd|NM-599 Frontage Road
The Plaza|Plaza
Dr Pepper Dr|Doctor Pepper Drive
"""
DIFFERENT = """
W 1st St|E 1st St|1st St|W 1st Ave|N 1st St
St Andre St|St Andrew St
N E St|NE St|N St|E St
Main St|Main Ave|Main St Ext
US 70|I-70|CR 70|Old US 70|Road 70|70th St
San Francisco St|Saint Francis St
Calle Luna|Luna St
Avenue N|Avenue E|N Avenue
"""


@pytest.mark.parametrize("names", SAME.strip().splitlines())
def test_equal_streets_have_equal_keys(names):
    assert len({key(name) for name in names.split("|")}) == 1


@pytest.mark.parametrize("names", DIFFERENT.strip().splitlines())
def test_different_streets_have_different_keys(names):
    assert len({key(name) for name in names.split("|")}) == len(names.split("|"))


@pytest.mark.parametrize(
    ("name", "taken_apart"),
    [
        ("W 1st St", ("w", "1", "st", "")),
        ("E St NW", ("", "e", "st", "nw")),
        ("Avenue N", ("", "ave n", "", "")),
        ("West Avenue N", ("w", "ave n", "", "")),
        ("North St", ("", "n", "st", "")),
        ("Calle Medico", ("", "calle medico", "", "")),
        ("US 285 South", ("", "hwy 285", "", "s")),
        ("Paseo del Norte NE", ("", "paseo del n", "", "ne")),
        ("Parkway", ("", "pkwy", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_a_key_is_taken_apart(name, taken_apart):
    assert parts(key(name)) == taken_apart


def test_kinds_are_spelt_out_to_count_letters():
    assert letters(key("Cerrillos Rd")) == "cerrillos road"
    assert letters(key("Calle Medico")) == "calle medico"


WORDS = st.sampled_from(
    [*KIND, *DIRECTION, *ORDINAL, "luna", "michaels", "o", "mc", "70", "1st", "us", "nm", "jr", "c"]
)


@given(st.lists(WORDS, max_size=6).map(" ".join) | st.text(max_size=150))
def test_any_text_has_a_key_that_can_be_taken_apart(text):
    made = key(text)
    assert made == " ".join(made.split())
    whole = parts(made)
    assert bool(whole.core) == bool(made)
    assert " ".join(part for part in whole[:1] + whole[1:] if part) == made
