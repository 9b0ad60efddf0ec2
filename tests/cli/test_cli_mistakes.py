"""Every verb and every wrong directory, option or file: status 2 and one sentence, never more."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOREIGN = "00000000-0000-7000-8000-000000000000"
#: Every verb that opens a directory, with arguments that would do; {dir} is the directory.
VERBS = {
    "import": ("import", "{dir}", "{list}"),
    "import dry": ("import", "{dir}", "{list}", "--dry-run"),
    "locate": ("locate", "{dir}"),
    "list": ("list", "{dir}"),
    "delete": ("delete", "{dir}", "KXWZ", "--yes"),
    "undo": ("undo", "{dir}"),
    "duplicates": ("duplicates", "{dir}"),
    "history": ("history", "{dir}"),
    "verify": ("verify", "{dir}", "--due"),
    "event add": ("event", "{dir}", "add", "--name", "N", "--date", "2026-12-06"),
    "event list": ("event", "{dir}", "list"),
    "guide": ("guide", "{dir}", "--event", FOREIGN, "--out", "{out}"),
    "backup": ("backup", "{dir}"),
    "check": ("check", "{dir}"),
}


def _missing(path: Path) -> None:
    """Nothing is there."""


def _a_file(path: Path) -> None:
    path.write_text("no directory", "utf-8")


def _an_empty_folder(path: Path) -> None:
    path.mkdir()


def _an_empty_database(path: Path) -> None:
    path.mkdir()
    (path / "directory.db").touch()


def _another_database(path: Path) -> None:
    path.mkdir()
    (path / "directory.db").write_bytes(b"SQLite format 3\0" + bytes(5000))


WRONG = (_missing, _a_file, _an_empty_folder, _an_empty_database, _another_database)


def refused(ran) -> None:
    """One sentence on standard error and nothing else."""
    assert ran.status == 2, (ran.out, ran.err)
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert ran.err.strip().endswith((".", "?", "!"))
    assert "Traceback" not in ran.err


@pytest.fixture
def fill(tmp_path: Path, neighbors: Path) -> Callable[..., list[str]]:
    def make(words: tuple[str, ...], directory: Path) -> list[str]:
        places = {"dir": directory, "list": neighbors, "out": tmp_path / "guide.pdf"}
        return [word.format(**places) for word in words]

    return make


@pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["words", "json"])
@pytest.mark.parametrize("wrong", WRONG, ids=lambda make: make.__name__.strip("_"))
@pytest.mark.parametrize("verb", VERBS)
def test_a_wrong_directory_is_refused(puertas, fill, tmp_path, verb, wrong, as_json):
    path = tmp_path / "otra — ñandú.puertas"
    wrong(path)
    refused(puertas(*fill(VERBS[verb], path), *as_json))
    if wrong is _missing:
        assert not path.exists()


@pytest.mark.parametrize("passphrase", ["", "wrong horse"])
@pytest.mark.parametrize("verb", VERBS)
def test_an_encrypted_directory_is_refused(puertas, fill, encrypted, monkeypatch, verb, passphrase):
    monkeypatch.setenv("PUERTAS_PASSPHRASE", passphrase)
    refused(puertas(*fill(VERBS[verb], encrypted), "--json"))


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory) -> Path:
    from directory_app.store import Store

    path = tmp_path_factory.mktemp("encrypted") / "secret.puertas"
    Store.create(path, passphrase="the right horse").close()
    return path


EVENT = ("event", "{dir}", "add", "--name", "N", "--date", "2026-12-06")
GUIDE = ("guide", "{dir}", "--event", "{event}", "--out", "{out}")
MISTAKES = {
    "from without to": (*EVENT, "--from", "10:00"),
    "to without from": (*EVENT, "--to", "10:00"),
    "an event without a name": (*EVENT[:3], "--name", " ", *EVENT[5:]),
    "a day that is none": (*EVENT[:-1], "2026-02-30"),
    "no radius": (*EVENT, "--radius", "0"),
    "a radius that is none": (*EVENT, "--radius", "nan"),
    "an unknown event": (*GUIDE[:3], FOREIGN, *GUIDE[4:]),
    "an event of no form": (*GUIDE[:3], "' OR 1=1 --", *GUIDE[4:]),
    "an unknown layout": (*GUIDE, "--layout", "poster-of-nothing"),
    "an unknown language": (*GUIDE, "--languages", "en,xx"),
    "no language": (*GUIDE, "--languages", ","),
    "out is a folder": (*GUIDE[:-1], "{folder}"),
    "out is in no folder": (*GUIDE[:-1], "{folder}/none/there/guide.pdf"),
    "out has no .pdf": (*GUIDE[:-1], "{folder}/guide"),
    "out is a list": (*GUIDE[:-1], "{list}"),
    "a negative limit": ("list", "{dir}", "--limit", "-1"),
    "a limit that is none": ("list", "{dir}", "--limit", "few"),
    "no such list": ("import", "{dir}", "{folder}/nothing.csv"),
    "a list that is a folder": ("import", "{dir}", "{folder}"),
    "a list that is empty": ("import", "{dir}", "{empty}"),
    "an unknown channel": ("import", "{dir}", "{list}", "--ok-means", "billboard"),
    "no channel": ("import", "{dir}", "{list}", "--ok-means", ""),
    "new over another": ("new", "{dir}", "--plain"),
    "sample over another": ("sample", "{dir}", "--plain"),
    "new in no folder": ("new", "{folder}/none/new.puertas", "--plain"),
    "backup into no folder": ("backup", "{dir}", "{folder}/none/there/b.puertas-backup"),
    "backup over a list": ("backup", "{dir}", "{list}"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_changes_nothing(puertas, imported, neighbors, tmp_path, mistake):
    event = puertas.json("event", imported, "add", "--name", "N", "--date", "2026-12-06")
    folder, empty = tmp_path / "a folder ñ", tmp_path / "empty.csv"
    folder.mkdir()
    empty.touch()
    places = {"dir": imported, "list": neighbors, "folder": folder, "event": event["id"]}
    places |= {"out": folder / "guide.pdf", "empty": empty}
    before = (imported / "directory.db").read_bytes(), neighbors.read_bytes()
    refused(puertas(*[word.format(**places) for word in MISTAKES[mistake]], "--json"))
    assert ((imported / "directory.db").read_bytes(), neighbors.read_bytes()) == before
    assert list(folder.iterdir()) == []


def test_an_empty_search_finds_everybody(puertas, imported):
    everything = puertas.json("list", imported)
    assert puertas.json("list", imported, "--search", "") == everything
    assert puertas.json("list", imported, "--search", "  ") == everything
    assert puertas.json("list", imported, "--search", '"*) OR NEAR(') == []
    assert puertas.json("list", imported, "--limit", "0") == []


def test_paths_may_hold_spaces_and_any_letters(puertas, tmp_path, neighbors):
    folder = tmp_path / "Año nuevo — 新年 (2)"
    folder.mkdir()
    directory, out = folder / "nuestro directorio.puertas", folder / "guía ñ.pdf"
    file = neighbors.rename(folder / "lista de ñandúes.csv")
    puertas.json("new", directory, "--plain")
    puertas.json("import", directory, file)
    event = puertas.json("event", directory, "add", "--name", "Ñ", "--date", "2026-12-06")
    answer = puertas.json("guide", directory, "--event", event["id"], "--out", out)
    assert answer["path"] == str(out)
    assert out.read_bytes().startswith(b"%PDF")
    backup = folder / "copia de ñ.puertas-backup"
    assert puertas.json("backup", directory, backup)["path"] == str(backup)


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_closed_pipe_ends_without_a_word(imported, as_json):
    command = [sys.executable, str(ROOT / "main.py"), "list", str(imported), *as_json]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()  # before anything is written, as "| head -0" does
    said = running.stderr.read()
    assert running.wait() == 0
    assert said == b""
    running.stderr.close()


@pytest.mark.parametrize(
    "verb", ["locate", "list", "undo", "backup", "check", "event list", "event add", "import dry"]
)
def test_json_is_alone_on_standard_output(puertas, fill, imported, verb):
    ran = puertas(*fill(VERBS[verb], imported), "--json")
    assert ran.status == 0, ran.err
    json.loads(ran.out)
    assert ran.err == ""


def test_a_search_of_which_a_part_cannot_be_read_finds_nothing_but_a_sentence(puertas, imported):
    for text in ("colour:red", "stale:long", 'near:"Santa Fe', "near:Xqzzyq<5mi"):
        refused(puertas("list", imported, "--search", text, "--json"))
    assert puertas.json("list", imported, "--search", "near:Clovis<1mi -has:pin") == []
