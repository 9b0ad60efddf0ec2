"""The verb of importing leaves out who may have asked to be forgotten, and says what to do."""

import pytest

from directory_app.model.business import Business
from directory_app.model.draft import DraftPhone
from directory_app.store import Store


@pytest.fixture
def rows(tmp_path, directory):
    with Store.open(directory, write=True) as store:
        gone = Business(code="", name="El Paisano", city="Santa Fe")
        store.businesses.add(gone, phones=[DraftPhone("+15055550166")])
        store.consents.withdraw(gone.id)
    file = tmp_path / "list.csv"
    file.write_text(
        "Name,City,Phone\nCafé Luna,Roswell,\nPaisano,SF,\nOtra,Clovis,505-555-0166\n",
        encoding="utf-8",
    )
    return file


def test_it_tells_which_lines_need_a_word_and_takes_it(puertas, directory, rows) -> None:
    for more in (["--dry-run"], []):
        told = puertas.json("import", directory, rows, *more)
        assert (told["created"], told["skipped"]) == (1, 2)
        said = {one["line"]: one["message"] for one in told["problems"]}
        assert "--another 3" in said[3] and "asked to be taken out" in said[3]
        assert "--another 4" in said[4] and "it may have asked to be forgotten" in said[4]
    told = puertas.json("import", directory, rows, "--another", "4")
    assert told["created"] == 1
    assert {one["name"] for one in puertas.json("list", directory)} == {"Café Luna", "Otra"}


def test_a_line_that_is_not_there_is_refused(puertas, directory, rows) -> None:
    ran = puertas("import", directory, rows, "--another", "9")
    assert ran.status == 2
    assert "no line 9" in ran.err
    assert puertas.json("list", directory) == []
