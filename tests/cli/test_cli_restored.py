"""A backup where no directory is, as a person types it: held until somebody says who refused."""

import datetime as dt
from pathlib import Path

import pytest

from directory_app.store import Store

from .conftest import Puertas


@pytest.fixture
def saved(puertas: Puertas, imported: Path, tmp_path: Path) -> Path:
    """A backup of the imported list; the directory stays where it is."""
    return Path(puertas.json("backup", imported, tmp_path)["path"])


def goes(path: Path) -> int:
    with Store.open(path) as store:
        return len(store.listings.public("print", store.today()))


def test_until_it_is_answered_every_verb_that_hands_out_refuses(
    puertas: Puertas, saved: Path, imported: Path, tmp_path: Path
) -> None:
    path = tmp_path / "new.puertas"
    event = puertas.json(
        "event", imported, "add", "--name", "Fair", "--date",
        (dt.date.today() + dt.timedelta(9)).isoformat(), "--address", "Santa Fe, NM",
    )["id"]  # fmt: skip
    saved.unlink()
    saved = Path(puertas.json("backup", imported, tmp_path)["path"])
    done = puertas.json("restore", path, saved)
    assert done["refusals_unknown_since"]
    before = sorted(each.name for each in tmp_path.iterdir())
    pdf, csv = tmp_path / "out.pdf", tmp_path / "out.csv"
    for verb in (
        ("guide", path, "--event", event, "--out", pdf),
        ("guide", path, "--event", event, "--layout", "call-list", "--out", pdf),
        ("export", path, "--format", "csv", "--channel", "share", "--out", csv),
        ("packet", "make", path, "--out", tmp_path / "out.puertas-packet"),
        ("map", path, "--out", pdf),
    ):
        said = puertas(*verb)
        assert said.status == 2, verb
        assert said.err.count("nobody has said yet who refused") == 1, verb
        assert said.out == ""
    assert sorted(each.name for each in tmp_path.iterdir()) == before
    assert all(not any(each["live"].values()) for each in puertas.json("list", path))
    assert "nobody has said yet who refused" in puertas("list", path).err
    found = puertas.json("preflight", path, "--event", event)
    assert "left_out_restored" in {each["code"] for each in found["findings"]}


def test_answered_later_by_codes(
    puertas: Puertas, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.puertas"
    assert "--refused-since" in puertas("restore", path, saved).out
    code = next(each["code"] for each in puertas.json("list", path))
    said = puertas("restore", path, "--refused-since", code)
    assert (said.status, "PUERTAS_PERSON" in said.err) == (2, True)
    monkeypatch.setenv("PUERTAS_PERSON", "Marisol")
    assert puertas("restore", path, "--refused-since", "ZZZZ").status == 2
    assert goes(path) == 0
    done = puertas.json("restore", path, "--refused-since", code)
    assert (done["refused"], done["by"]) == (1, "Marisol")
    assert goes(path) > 0
    one = next(each for each in puertas.json("list", path) if each["code"] == code)
    assert set(one["consent"].values()) <= {"no", "withdrawn"}
    assert puertas.json("history", path)[0]["by"] == "Marisol"
    assert puertas("restore", path, "--refused-since", "none").status == 2


def test_answered_at_the_restore(
    puertas: Puertas, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.puertas"
    monkeypatch.setenv("PUERTAS_PERSON", "Marisol")
    done = puertas.json("restore", path, saved, "--refused-since", "none")
    assert done["refusals_unknown_since"] is None
    assert goes(path) > 0


def test_over_a_sound_directory_nobody_is_asked(
    puertas: Puertas, saved: Path, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUERTAS_PERSON", "Marisol")
    code = next(each["code"] for each in puertas.json("list", imported))
    assert puertas.json("restore", imported, saved)["refusals_unknown_since"] is None
    said = puertas("restore", imported, saved, "--refused-since", code)
    assert (said.status, "nobody was recorded" in said.err) == (2, True)


def test_without_a_backup_and_without_an_answer_it_asks_which(
    puertas: Puertas, directory: Path
) -> None:
    said = puertas("restore", directory)
    assert (said.status, "Which backup?" in said.err) == (2, True)
