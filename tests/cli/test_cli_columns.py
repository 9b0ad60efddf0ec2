"""A list with columns that have no place: what the verb says of them, and how one is kept."""

import json

import pytest

from directory_app.store import Store

LIST = (
    "Name,Booth,Phone,Owner,Immigration status\n"
    "Sol y Sombra,A-1,505-555-0101,Ana,x\n"
    "Mar Azul,the owner is undocumented,505-555-0102,Ana,y\n"
)


@pytest.fixture
def booths(tmp_path):
    file = tmp_path / "booths.csv"
    file.write_text(LIST, encoding="utf-8")
    return file


def test_columns_without_a_place_are_named_and_not_taken(puertas, directory, booths) -> None:
    told = puertas.json("import", directory, booths)
    assert told["columns_left_out"] == [
        {"heading": "Booth", "samples": ["A-1"], "filled": 2, "hidden": 1},
        {"heading": "Owner", "samples": ["Ana"], "filled": 2, "hidden": 0},
    ]
    assert "undocumented" not in json.dumps(told)
    with_words = puertas("import", directory, booths, "--dry-run").out
    assert "“Booth”" in with_words
    assert "--into-note Booth" in with_words
    assert "undocumented" not in with_words
    found = puertas.json("list", directory)
    assert not any("A-1" in json.dumps(one) for one in found)


def test_a_column_goes_into_the_note_by_its_heading(puertas, directory, booths) -> None:
    told = puertas.json("import", directory, booths, "--into-note", "Booth")
    assert [one["heading"] for one in told["columns_left_out"]] == ["Owner"]
    assert {one["line"] for one in told["problems"] if "note" in one["field"]} == {3}
    with Store.open(directory) as store:
        assert sorted(one.business.note for one in store.businesses.search("")) == [
            "",
            "Booth: A-1",
        ]


@pytest.mark.parametrize("heading", ["Stall", "Immigration status"])
def test_no_other_heading_is_taken(puertas, directory, booths, heading) -> None:
    ran = puertas("import", directory, booths, "--into-note", heading)
    assert ran.status == 2
    assert heading in ran.err
    assert puertas.json("list", directory) == []
