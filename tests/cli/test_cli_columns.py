"""A list with columns that have no place: what the verb says of them, and how one is kept."""

import json

import pytest

from directory_app.model.draft import DraftConsent
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
        {"heading": "Booth", "samples": ["A-1"], "filled": 2, "hidden": 1, "kept": 0},
        {"heading": "Owner", "samples": ["Ana"], "filled": 2, "hidden": 0, "kept": 0},
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


def test_what_is_kept_of_a_column_that_is_left_out_is_said(puertas, directory, tmp_path):
    file = tmp_path / "remarks.csv"
    file.write_text(
        "Name,City,Booth\nSol,Clovis,does not want to be printed\nLuna,Clovis,blue door\n", "utf-8"
    )
    (column,) = puertas.json("import", directory, file, "--dry-run")["columns_left_out"]
    assert (column["filled"], column["kept"]) == (2, 1)
    told = puertas("import", directory, file).out
    assert "Kept in the note: 1 that refuse or limit something." in told
    with Store.open(directory) as store:
        notes = {one.business.name: one.business.note for one in store.businesses.search("")}
    assert notes == {"Sol": "Booth: does not want to be printed", "Luna": ""}


@pytest.mark.parametrize("as_json", [True, False])
def test_an_answer_that_is_not_let_in_is_told(puertas, directory, tmp_path, monkeypatch, as_json):
    """Somebody says no between the comparing and the applying."""
    from directory_app.tasks import bringing

    file, placed = tmp_path / "yes.csv", bringing._place_moved
    head = "Name,City,Email,OK to print?,Who asked / when\n"

    def meanwhile(store, verdicts):
        (sol,) = store.businesses.search("")
        no = DraftConsent("print", "no", store.today(), "Ana")
        store.consents.record(sol.business.id, [no])
        return placed(store, verdicts)

    file.write_text(f"{head}Sol,Clovis,,,\n", "utf-8")
    puertas("import", directory, file)
    monkeypatch.setattr(bringing, "_place_moved", meanwhile)
    file.write_text(f"{head}Sol,Clovis,sol@sol.example,Yes,Ana 11/2/2026\n", "utf-8")
    if as_json:
        told = puertas.json("import", directory, file)
        assert told["answers_not_kept"] == [{"line": 2, "channel": "print", "why": "refused"}]
    else:
        assert "line 2, print: they refused." in puertas("import", directory, file).out
