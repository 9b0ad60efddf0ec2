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
        first = store.businesses.add(
            Business(code="", name="Taquería El Nopal", city="Clovis")
        ).business
        store.businesses.add(Business(code="", name="Flor de Oaxaca", city="Clovis"))
        store.businesses.update(first.id, {"city": "Portales"})
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
        store.consents.withdraw(code)
    assert "Nopal" not in puertas("history", path, "--json").out


def test_what_makes_no_sense_is_said(puertas, changed):
    path, _code = changed
    assert puertas("history", path, "ZZZZ").status == 2
    assert puertas("history", path, "--limit", "-1").status == 2


def test_contacts_stay_out(puertas, changed):
    path, _code = changed
    with Store.open(path, write=True) as store:
        someone = Contact(name="Zenaida Private", phone="505-555-0177")
        code = store.businesses.add(
            Business(code="", name="Abasto"), contacts=[someone]
        ).business.code
    said = puertas("history", path, code, "--json").out + puertas("history", path, code).out
    assert "a contact changed" in said
    assert "Zenaida" not in said
    assert "0177" not in said


# -- one step taken back


def test_a_step_is_taken_back_by_the_number_that_the_list_says(puertas, changed):
    path, code = changed
    line = puertas("history", path, code).out.splitlines()[0]
    number = line.split()[0].removeprefix("#")
    said = puertas("history", path, "--undo", number)
    assert said.status == 0
    assert said.out.startswith("Took back: Edit Taquería El Nopal (1 change)")
    with Store.open(path) as store:
        assert store.businesses.get(code).business.city == "Clovis"
    newest = puertas.json("history", path, "--limit", "1")[0]
    assert newest["kind"] == "revert"
    puertas("undo", path)  # which takes the taking back back
    with Store.open(path) as store:
        assert store.businesses.get(code).business.city == "Portales"


def test_what_was_changed_since_stays_and_is_told(puertas, changed):
    path, code = changed
    with Store.open(path, write=True) as store:
        own = store.businesses.get(code).business.id
        store.businesses.update(own, {"city": "Roswell", "website": "https://nopal.example"})
        store.businesses.update(own, {"city": "Clovis"})
    step = puertas.json("history", path)[1]["step"]
    record = puertas.json("history", path, "--undo", str(step))
    assert (record["step"], record["changes"]) == (step, 1)
    assert [(each["field"], each["why"]) for each in record["conflicts"]] == [("city", "changed")]
    with Store.open(path) as store:
        now = store.businesses.get(code).business
    assert (now.city, now.website) == ("Clovis", "")


def test_where_nothing_can_be_taken_back_it_says_why_and_changes_nothing(puertas, changed):
    path, _code = changed
    steps = puertas.json("history", path)
    first = steps[-1]["step"]  # the business was edited since it was added
    said = puertas("history", path, "--undo", str(first))
    assert said.status == 2
    assert "changed since and stays" in said.err
    assert puertas.json("history", path) == steps


def test_a_step_that_is_not_there_is_said(puertas, changed):
    path, code = changed
    for number in ("999", "0", "-3", str(2**70)):
        said = puertas("history", path, "--undo", number)
        assert (said.status, "not in the history" in said.err) == (2, True)
    assert puertas("history", path, code, "--undo", "1").status == 2
    assert puertas("history", path, "--undo", "three").status == 2


def test_what_was_forgotten_does_not_come_back_and_the_rest_still_can(puertas, changed):
    path, code = changed
    steps = {one["label"]: one["step"] for one in puertas.json("history", path)}
    with Store.open(path, write=True) as store:
        store.consents.withdraw(code)
    gone = puertas("history", path, "--undo", str(steps["Edit Taquería El Nopal"]))
    assert (gone.status, "Nopal" not in gone.err) == (2, True)
    other = puertas("history", path, "--undo", str(steps["Add Flor de Oaxaca"]))
    assert other.status == 0
