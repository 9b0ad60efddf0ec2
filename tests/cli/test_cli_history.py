"""history, as people and scripts call it."""

import pytest

from directory_app.model.business import Business
from directory_app.model.contact import Contact
from directory_app.store import Store


@pytest.fixture
def changed(tmp_path):
    """Two businesses, of which the first moved; the path, and its code."""
    path = tmp_path / "changed.puertas"
    with Store.create(path, passphrase=None) as store:
        store.set_person("Marisol")
        first = store.add(Business(code="", name="Taquería El Nopal", city="Clovis")).business
        store.add(Business(code="", name="Flor de Oaxaca", city="Clovis"))
        store.update(first.id, {"city": "Portales"})
        return path, first.code


def test_the_directory_tells_its_steps_newest_first(puertas, changed):
    path, _code = changed
    steps = puertas.json("history", path)
    assert [step["kind"] for step in steps] == ["edit", "add", "add"]
    assert steps[0]["by"] == "Marisol"


def test_one_business_tells_its_own_changes_alone(puertas, changed):
    path, code = changed
    steps = puertas.json("history", path, code)
    assert [step["kind"] for step in steps] == ["edit", "add"]
    cities = [each for each in steps[0]["changes"] if each["field"] == "city"]
    assert [(each["before"], each["after"]) for each in cities] == [("Clovis", "Portales")]
    said = puertas("history", path, code).out
    assert 'city: "Clovis" -> "Portales"' in said
    assert "Flor de Oaxaca" not in said


def test_a_step_taken_back_says_so(puertas, changed):
    path, _code = changed
    puertas("undo", path)
    assert puertas.json("history", path, "--limit", "1")[0]["undone"]
    assert "(taken back)" in puertas("history", path).out


def test_nothing_of_a_withdrawn_business_is_told(puertas, changed):
    path, code = changed
    with Store.open(path, write=True) as store:
        store.withdraw(code)
    assert "Nopal" not in puertas("history", path, "--json").out


def test_what_makes_no_sense_is_said(puertas, changed):
    path, _code = changed
    assert puertas("history", path, "ZZZZ").status == 2
    assert puertas("history", path, "--limit", "-1").status == 2


def test_contacts_stay_out(puertas, changed):
    path, _code = changed
    with Store.open(path, write=True) as store:
        someone = Contact(name="Zenaida Private", phone="505-555-0177")
        code = store.add(Business(code="", name="Abasto"), contacts=[someone]).business.code
    said = puertas("history", path, code, "--json").out + puertas("history", path, code).out
    assert "a contact changed" in said
    assert "Zenaida" not in said
    assert "0177" not in said
