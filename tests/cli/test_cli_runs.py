"""The print runs as a verb: each with what became of it, and one that was left open settled."""

from pathlib import Path

import pytest

from directory_app.model.recall import PlannedRun
from directory_app.store import Store

from .conftest import Puertas


@pytest.fixture
def left_open(directory: Path) -> Path:
    """As a kill leaves it: run 1 reserved, and 2 too."""
    from directory_app.model.business import Business

    with Store.open(directory, write=True) as store:
        code = store.businesses.add(Business(code="", name="Luz del Alba")).business.code
        for _ in range(2):
            store.runs.reserve(PlannedRun("sheet", [(code, {"name": "Luz del Alba"})]))
    return directory


def test_what_was_begun_and_not_finished_is_told_at_each_start(
    puertas: Puertas, left_open: Path
) -> None:
    for _ in range(2):
        said = puertas("event", left_open, "add", "--name", "Fair", "--date", "2030-01-01")
        assert "Run 0001 was begun on " in said.err and "Run 0002" in said.err
        assert "not finished" in said.err


def test_a_person_settles_it(puertas: Puertas, left_open: Path) -> None:
    code = puertas.json("list", left_open)[0]["code"]
    assert "begun, not finished" in puertas("recall", left_open, code).out
    assert puertas("runs", left_open, "--came-out", "1").status == 0
    told = puertas.json("runs", left_open, "--nothing", "2")
    assert [(run["run"], run["state"]) for run in told] == [(2, "failed"), (1, "complete")]
    said = puertas("event", left_open, "add", "--name", "Fair", "--date", "2030-01-01")
    assert "not finished" not in said.err
    assert [run["number"] for run in puertas.json("recall", left_open, code)["runs"]] == [1]
    lines = puertas("runs", left_open).out.splitlines()
    assert lines[0].startswith("Run 0002") and lines[0].endswith("nothing came of it")
    for wrong in ("1", "2", "9"):
        assert puertas("runs", left_open, "--nothing", wrong).status == 2
    assert puertas("runs", left_open, "--came-out", "1", "--nothing", "2").status == 2


def test_what_is_handed_out_may_lie_in_a_synced_folder_and_that_is_said(
    puertas: Puertas, imported: Path, tmp_path: Path
) -> None:
    dropbox = tmp_path / "Dropbox"
    dropbox.mkdir()
    said = puertas("export", imported, "--format", "csv", "--channel", "print",
                   "--out", dropbox / "l.csv")  # fmt: skip
    assert said.status == 0, said.err
    assert "a folder that Dropbox copies" in said.err
    code = puertas.json("list", imported)[0]["code"]
    said = puertas("recall", imported, code, "--to", dropbox / "r.pdf")
    assert said.status == 2
    assert "private, and Dropbox copies" in said.err
    assert [each.name for each in dropbox.iterdir()] == ["l.csv"]
