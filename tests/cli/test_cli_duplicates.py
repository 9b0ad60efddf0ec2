"""duplicates, as people and scripts call it."""

import pytest

from directory_app.model.business import Business
from directory_app.store import Store


@pytest.fixture
def twice(tmp_path):
    """A directory with one business twice, and its path."""
    path = tmp_path / "twice.puertas"
    with Store.create(path, passphrase=None) as store:
        for name in ("Taquería El Nopal", "El Nopal Taqueria", "Flor de Oaxaca"):
            store.businesses.add(
                Business(code="", name=name, address_1="1420 Cerrillos Rd", city="Clovis")
            )
    return path


def test_a_pair_is_told_with_its_reasons(puertas, twice):
    (pair,) = puertas.json("duplicates", twice)
    assert {each["name"] for each in pair["businesses"]} == {
        "Taquería El Nopal",
        "El Nopal Taqueria",
    }
    assert pair["reasons"] == ["address", "name"]
    assert "same address, same name" in puertas("duplicates", twice).out


def test_a_limit_of_none_lists_none(puertas, twice):
    assert puertas.json("duplicates", twice, "--limit", "0") == []
    assert puertas("duplicates", twice, "--limit", "-1").status == 2


def test_two_that_a_person_says_are_two_come_up_no_more(puertas, twice):
    (pair,) = puertas.json("duplicates", twice)
    codes = [each["code"] for each in pair["businesses"]]
    assert puertas.json("duplicates", twice, "--apart", *codes) == {"apart": codes}
    assert puertas.json("duplicates", twice) == []
    assert puertas("duplicates", twice, "--apart", codes[0], codes[0]).status == 2
    assert puertas("duplicates", twice, "--apart", codes[0], "ZZZZ").status == 2
