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


def test_two_are_made_one_with_what_a_person_takes(puertas, twice):
    (pair,) = puertas.json("duplicates", twice)
    by_name = {each["name"]: each["code"] for each in pair["businesses"]}
    codes = list(by_name.values())
    wanted = by_name["El Nopal Taqueria"]
    done = puertas.json("duplicates", twice, "--merge", *codes, "--take", f"name={wanted}")
    assert {done["kept"], done["merged"]} == set(codes)
    assert done["took"] == {"name": wanted}
    left = puertas.json("list", twice, "--search", "nopal")
    assert [(each["name"], each["code"]) for each in left] == [("El Nopal Taqueria", done["kept"])]
    assert puertas("undo", twice).status == 0
    assert len(puertas.json("list", twice, "--search", "nopal")) == 2


def test_a_merge_that_cannot_be_is_refused(puertas, twice):
    (pair,) = puertas.json("duplicates", twice)
    one, other = (each["code"] for each in pair["businesses"])
    both = ("--merge", one, other)
    for wrong in (
        ("--merge", one, one),
        ("--merge", one, "ZZZZ"),
        (*both, "--apart", one, other),
        (*both, "--take", f"website={one}"),
        (*both, "--take", "name=ZZZZ"),
        (*both, "--take", "name=both"),
        ("--take", f"name={one}"),
    ):
        assert puertas("duplicates", twice, *wrong).status == 2, wrong
    assert len(puertas.json("duplicates", twice)) == 1
