"""Towns, states and ZIP codes to points: the table, the rules, and what cannot be placed."""

import pytest

from directory_app.geocoding import data, names, reasons
from directory_app.geocoding.places import Query, find, read
from directory_app.model.geo import Position, distance_miles
from directory_app.paths import resource

#: Town squares, court houses and plazas, from maps.
TOWNS = [
    ("Santa Fe", "NM", 35.6870, -105.9378),
    ("Clovis", "NM", 34.4048, -103.2052),
    ("Portales", "NM", 34.1862, -103.3344),
    ("Roswell", "NM", 33.3943, -104.5230),
    ("Española", "NM", 35.9911, -106.0806),
    ("Chimayó", "NM", 35.9981, -105.9409),
    ("Anthony", "NM", 32.0040, -106.6058),
    ("Vaughn", "NM", 34.6017, -105.2083),
    ("Taos", "NM", 36.4072, -105.5731),
    ("Las Cruces", "NM", 32.3122, -106.7783),
    ("Las Vegas", "NM", 35.5939, -105.2239),
    ("Truth or Consequences", "NM", 33.1284, -107.2528),
    ("Ft Sumner", "NM", 34.4717, -104.2456),
    ("Sunland Park", "NM", 31.7965, -106.5799),
    ("Hatch", "NM", 32.6654, -107.1529),
    ("Deming", "NM", 32.2687, -107.7586),
    ("El Paso", "TX", 31.7587, -106.4869),
    ("St. Louis", "MO", 38.6270, -90.1994),
]


@pytest.mark.parametrize(("name", "state", "latitude", "longitude"), TOWNS)
def test_a_town_is_found_near_its_middle(name, state, latitude, longitude):
    found = find(Query(name, state))
    assert found.position is not None
    kilometres = distance_miles(found.position, Position(latitude, longitude)) * 1.609
    # a town that GeoNames lacks stands at the middle of its ZIP code, and says so
    assert kilometres < (3 if found.precision == "city" else 15)


@pytest.mark.parametrize("name", ["Portales", "Clovis", "Roswell", "Santa Fe", "Española"])
def test_the_towns_of_the_coalition_are_precise(name):
    found = find(Query(name, "NM"))
    assert (found.precision, found.source, found.reason) == ("city", "geonames", "")


@pytest.mark.parametrize(
    "name", ["espanola", "ESPAÑOLA", "Espan\u0303ola", " Española ", "española"]
)
def test_case_accents_and_spaces_do_not_matter(name):
    assert find(Query(name, "NM")) == find(Query("Española", "NM"))


@pytest.mark.parametrize(
    ("written", "state", "town"),
    [
        ("Ft. Sumner", "NM", "Fort Sumner"),
        ("Saint Louis", "MO", "St. Louis"),
        ("St Louis", "MO", "St. Louis"),
        ("Mt. Vernon", "NY", "Mount Vernon"),
        ("N Las Vegas", "NV", "North Las Vegas"),
        ("T or C", "NM", "Truth or Consequences"),
        ("ABQ", "NM", "Albuquerque"),
        ("Coeur d'Alene", "ID", "Coeur d'Alene"),
        ("Coeur d’Alene", "ID", "Coeur d'Alene"),
    ],
)
def test_short_forms_are_written_out(written, state, town):
    assert find(Query(written, state)).label == f"{town}, {state}"


@pytest.mark.parametrize("state", ["NM", "nm", "N.M.", "New Mexico", "nuevo méxico", "N. Mex."])
def test_a_state_in_any_spelling(state):
    assert find(Query("Clovis", state)).label == "Clovis, NM"


def test_the_town_comes_before_the_zip_code():
    assert find(Query("Santa Fe", "NM", "87508")) == find(Query("Santa Fe", "NM"))


def test_in_a_large_town_the_zip_code_is_nearer():
    found = find(Query("Albuquerque", "NM", "87102"))
    assert found.precision == "zip"
    assert found.position == Position(35.0818, -106.6482)
    assert find(Query("Albuquerque", "NM")).precision == "city"


def test_the_zip_code_serves_where_the_town_is_unknown_and_says_so():
    found = find(Query("Nosuchtown", "NM", "88130"))
    assert (found.precision, found.reason) == ("zip", reasons.BY_ZIP_ALONE)
    assert find(Query("", "", "88130-1234")).label == "NM 88130"


def test_a_zip_code_of_another_place_does_not_move_the_town_and_is_named():
    found = find(Query("Clovis", "NM", "87505"))
    assert found.position == find(Query("Clovis", "NM")).position
    assert found.reason == reasons.ZIP_ELSEWHERE
    assert find(Query("Clovis", "NM", "00000")).reason == reasons.ZIP_UNKNOWN
    assert find(Query("Clovis", "NM", "8810l")).reason == reasons.ZIP_UNKNOWN


def test_without_a_state_the_zip_code_tells_it():
    assert find(Query("Clovis", "", "88101")).label == "Clovis, NM"
    assert find(Query("Clovis", "", "93612")).position is not None


def test_without_state_and_zip_code_only_a_sole_town_is_taken():
    assert find(Query("Portales")).label == "Portales, NM"
    assert find(Query("Gallup")).label == "Gallup, NM"
    assert find(Query("Clovis")).reason == reasons.WHICH_STATE
    assert find(Query("Clovis")).position is None


def test_the_home_state_decides_and_says_that_it_did():
    found = find(Query("Clovis", home_state="NM"))
    assert (found.label, found.reason) == ("Clovis, NM", reasons.STATE_ASSUMED)
    assert find(Query("Clovis", home_state="VT")).reason == reasons.WHICH_STATE
    assert find(Query("Clovis", "CA", home_state="NM")).label == "Clovis, CA"


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        (Query(), reasons.NO_TOWN),
        (Query("  ", " ", " "), reasons.NO_TOWN),
        (Query("Nosuchtown", "NM"), reasons.UNKNOWN_TOWN),
        (Query("Clovis", "Chihuahua"), reasons.UNKNOWN_STATE),
        (Query("nan", "nan", "nan"), reasons.UNKNOWN_STATE),
        (Query("<b>Clovis</b>", "NM"), reasons.UNKNOWN_TOWN),
        (Query("'; DROP TABLE town; --", "NM"), reasons.UNKNOWN_TOWN),
        (Query("x" * 10_000, "NM"), reasons.UNKNOWN_TOWN),
        (Query("x" * 10_000, "x" * 10_000, "9" * 10_000), reasons.UNKNOWN_STATE),
    ],
)
def test_what_cannot_be_placed_says_why(query, reason):
    found = find(query)
    assert (found.position, found.reason) == (None, reason)
    for language in ("en", "es"):
        assert reasons.sentence(reason, language).endswith(".")


def test_the_whole_place_in_the_town_cell():
    assert find(Query("Santa Fe, NM 87505")) == find(Query("Santa Fe", "NM"))
    assert find(Query("Clovis NM")).label == "Clovis, NM"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("1420 Cerrillos Rd, Santa Fe, NM 87505", ("santa fe", "nm", "87505")),
        ("2820 Cerrillos Rd Ste C, Santa Fe NM 87507", ("santa fe", "nm", "87507")),
        ("100 W 1st St, Portales, New Mexico 88130", ("portales", "new mexico", "88130")),
        ("321 N. Connelly, Clovis 88101", ("clovis", "", "88101")),
        ("1420 Cerrillos Rd Santa Fe NM", ("santa fe", "nm", "")),
        ("Santa Fe, NM, 87501-1826, USA", ("santa fe", "nm", "87501")),
        ("5 Calle Medico, Santa Fe", ("santa fe", "", "")),
        ("Parque de la Villa, Española, NM", ("espanola", "nm", "")),
        ("87505", ("", "", "87505")),
        ("Charleston, West Virginia", ("charleston", "west virginia", "")),
        ("Plaza de la", ("plaza de la", "", "")),
        ("", ("", "", "")),
        (",,, ,", ("", "", "")),
    ],
)
def test_an_address_in_one_line_is_read_from_its_end(text, query):
    read_as = read(text)
    assert (read_as.city, read_as.state, read_as.postal_code) == query


def test_every_state_has_a_town_and_every_town_a_state():
    codes = {names.state_code(name) for name in names.STATE_NAMES}
    assert len(codes) == 56
    assert {data.towns("springfield")[0].state} <= codes


def test_the_gazetteer_stays_small():
    assert resource("gazetteer", "us.sqlite").stat().st_size < 3_000_000
