"""Each verb on its own: what it answers, and what it leaves alone."""

import json
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from directory_app.verbs import VERBS

ROOT = Path(__file__).resolve().parents[2]
CHANNELS = ("print", "map", "web", "share", "geocode_online")


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# --- help and mistakes -----------------------------------------------------------------------


@pytest.mark.parametrize("verb", [*((verb,) for verb in VERBS), ("event", "d", "add")])
def test_every_verb_explains_itself(puertas, verb):
    said = puertas(*verb, "--help")
    assert said.status == 0
    assert said.out.startswith("Usage: puertas ")
    # street data and layouts are the program's; "event DIR add" has said it before
    alone = {"map-data", "layouts", "event", "packet", "field"}
    assert "DIR.puertas" in said.out or verb[0] in alone


def test_help_lists_every_verb(puertas):
    said = puertas("--help")
    assert [verb for verb in VERBS if f"\n  {verb} " not in said.out] == []


def test_the_program_says_its_version(puertas):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert puertas("--version").out == f"puertas {project['version']}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus", "x.puertas"),
        ("list",),
        ("list", "--limit", "many", "x"),
        ("list", "--limit", "-1", "x"),
        ("list", "nowhere.puertas"),
        ("import", "nowhere.puertas", "nothing.csv"),
        ("new", "secret.puertas"),
        ("guide", "nowhere.puertas"),
        ("event", "nowhere.puertas", "add", "--name", "N", "--date", "tomorrow"),
        ("event", "nowhere.puertas", "add", "--name", "N", "--date", "2026-12-06", "--from", "9h"),
        (
            "event",
            "nowhere.puertas",
            "add",
            "--name",
            "N",
            "--date",
            "2026-12-06",
            "--radius",
            "-1",
        ),
        ("undo", "nowhere.puertas", "--nonsense"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(puertas, arguments, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    said = puertas(*arguments)
    assert said.status == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.strip().endswith((".", "?"))
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


def test_main_py_is_the_same_as_the_verbs_and_keeps_standard_output_clean(tmp_path):
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "main.py"), *arguments]
        return subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8", cwd=tmp_path
        )

    made = run("sample", "s.puertas", "--plain", "--json")
    assert json.loads(made.stdout)["businesses"] == 18
    listed = run("list", "s.puertas", "--json", "--search", "habitat")
    assert json.loads(listed.stdout) == []
    assert "ሐረር" in run("list", "s.puertas", "--json").stdout
    refused = run("list", "s.puertas", "--limit", "x")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.count("\n") == 1


def test_a_mistyped_verb_opens_no_window():
    command = [sys.executable, str(ROOT / "main.py"), "lits"]
    ran = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert ran.returncode == 2
    assert "lits" in ran.stderr


# --- new -------------------------------------------------------------------------------------


def test_new_plain_makes_a_private_folder(directory):
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert (directory / "directory.db").read_bytes().startswith(b"SQLite format 3\0")
    assert not (directory / "keys.json").exists()


def test_new_refuses_what_is_there(puertas, directory):
    before = folder_bytes(directory)
    said = puertas("new", directory, "--plain")
    assert said.status == 2
    assert folder_bytes(directory) == before


def test_plain_wins_over_the_passphrase_variable(puertas, tmp_path, monkeypatch):
    monkeypatch.setenv("PUERTAS_PASSPHRASE", "correct horse battery")
    assert puertas("new", tmp_path / "p.puertas", "--plain").status == 0
    assert not (tmp_path / "p.puertas" / "keys.json").exists()


def test_an_encrypted_directory_needs_its_passphrase(puertas, tmp_path, monkeypatch, neighbors):
    path = tmp_path / "secret.puertas"
    monkeypatch.setenv("PUERTAS_PASSPHRASE", "correct horse battery")
    assert puertas("new", path).status == 0
    assert puertas("import", path, neighbors).status == 0
    assert len(puertas.json("list", path)) == 13
    assert b"Sol y Sombra" not in (path / "directory.db").read_bytes()
    monkeypatch.setenv("PUERTAS_PASSPHRASE", "wrong")
    said = puertas("list", path)
    assert (said.status, said.out) == (2, "")
    monkeypatch.delenv("PUERTAS_PASSPHRASE")
    assert puertas("list", path).status == 2


# --- import ----------------------------------------------------------------------------------


def test_import_counts_every_row(puertas, directory, neighbors):
    answer = puertas.json("import", directory, neighbors)
    assert {
        key: answer[key] for key in ("rows", "created", "updated", "duplicates", "skipped")
    } == {
        "rows": 14,
        "created": 13,
        "updated": 0,
        "duplicates": 1,
        "skipped": 0,
    }
    assert all(set(problem) == {"line", "field", "message"} for problem in answer["problems"])


def test_import_says_which_lines_made_no_business(puertas, directory, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text(
        "Name,Phone,City\nSol,575-555-0101,Clovis\nSol,575-555-0101,Clovis\n"
        "Name,Phone,City\n,575-555-0102,Clovis\nTOTAL 2,,\n",
        "utf-8",
    )
    answer = puertas.json("import", directory, file)
    told = {each["line"]: each["message"] for each in answer["problems"]}
    assert told == {
        3: "This line is a duplicate: Same name and phone as line 2.",
        4: "Left out: The headings again.",
        5: "The row has no name.",
        6: "Left out: A total, not a business.",
    }
    again = puertas.json("import", directory, file)
    assert (again["created"], again["updated"], again["duplicates"]) == (0, 0, 1)


def test_import_names_stopped_words_by_place_and_never_repeats_them(puertas, directory, neighbors):
    said = puertas("import", directory, neighbors, "--json")
    assert {"line": 15, "field": "note"}.items() <= _problem(said.answer, 15, "note").items()
    assert "undocumented" not in said.out + said.err
    assert b"undocumented" not in b"".join(folder_bytes(directory).values())


def test_a_dry_run_says_the_same_and_writes_nothing(puertas, directory, neighbors):
    before = folder_bytes(directory)
    dry = puertas.json("import", directory, neighbors, "--dry-run")
    assert folder_bytes(directory) == before
    assert puertas.json("import", directory, neighbors) == dry


def test_the_same_file_twice_changes_nothing(puertas, directory, neighbors):
    puertas("import", directory, neighbors)
    before = puertas("list", directory, "--json").out
    again = puertas.json("import", directory, neighbors)
    assert (again["rows"], again["created"], again["updated"]) == (14, 0, 0)
    assert again["duplicates"] + again["skipped"] == 14
    assert puertas("list", directory, "--json").out == before


def test_ok_means_grants_the_channels_that_it_names(puertas, directory, neighbors):
    puertas("import", directory, neighbors, "--ok-means", "print,map")
    by_name = {each["name"]: each for each in puertas.json("list", directory)}
    assert by_name["Lavandería Marea"]["consent"] == {
        "print": "yes",
        "map": "yes",
        "web": "not_asked",
        "share": "not_asked",
        "geocode_online": "not_asked",
    }


def test_ok_means_refuses_what_is_no_channel(puertas, directory, neighbors):
    said = puertas("import", directory, neighbors, "--ok-means", "print,television")
    assert said.status == 2
    assert "television" in said.err
    assert puertas.json("list", directory) == []


def test_one_undo_takes_back_a_whole_import(puertas, directory, neighbors):
    puertas("import", directory, neighbors)
    assert puertas.json("undo", directory)["undone"]
    assert puertas.json("list", directory) == []
    assert puertas.json("undo", directory) == {"undone": None}


# --- locate and list -------------------------------------------------------------------------


def test_locate_places_towns_and_lists_what_it_could_not(puertas, directory, neighbors):
    puertas("import", directory, neighbors)
    answer = puertas.json("locate", directory)
    assert answer["located"] == {"city": 12}
    assert [each["name"] for each in answer["unplaced"]] == ["Mariscos Bahía"]
    assert set(answer["unplaced"][0]) == {"code", "name", "reason"}


def test_locate_leaves_better_pins_alone(puertas, tmp_path):
    path = tmp_path / "s.puertas"
    puertas("sample", path, "--plain")
    before = {each["code"]: each for each in puertas.json("list", path) if each["latitude"]}
    puertas("locate", path)
    after = {each["code"]: each for each in puertas.json("list", path)}
    assert len(before) == 13  # the home kitchen keeps its town alone
    for code, each in before.items():
        assert after[code]["latitude"] == each["latitude"]
        assert after[code]["precision"] == each["precision"]


def test_list_tells_the_promised_fields(puertas, imported):
    by_name = {each["name"]: each for each in puertas.json("list", imported)}
    jeweler = by_name["Joyería & Reparación <La Aguja>"]
    assert jeweler["phones"] == [
        {"number": "+15055550137", "extension": "2", "type": "voice", "confidential": False}
    ]
    assert jeweler["languages"] == ["es", "en"]
    assert jeweler["opening_hours"] == "Mo-Sa 10:00-17:30"
    assert tuple(jeweler["consent"]) == tuple(jeweler["live"]) == CHANNELS
    assert jeweler["consent"]["print"] == "yes"
    assert jeweler["live"] == dict.fromkeys(CHANNELS, False) | {"print": True}
    assert (jeweler["city"], jeweler["precision"]) == ("Santa Fe", "city")
    assert abs(jeweler["latitude"] - 35.69) < 0.05
    assert "contacts" not in jeweler


def test_list_says_yes_without_who_but_not_live(puertas, imported):
    tej = next(each for each in puertas.json("list", imported) if each["name"].startswith("Tej"))
    assert (tej["consent"]["print"], tej["live"]["print"]) == ("yes", False)


def test_list_searches_without_accents_and_limits(puertas, imported):
    assert [each["name"] for each in puertas.json("list", imported, "--search", "pho")] == [
        'Phở "Hai Con Mèo"'
    ]
    assert len(puertas.json("list", imported, "--limit", "3")) == 3
    assert puertas.json("list", imported, "--limit", "0") == []
    assert len(puertas.json("list", imported)) == 13


# --- events and guides -----------------------------------------------------------------------


def test_a_venue_without_a_state_is_at_home(puertas, directory):
    made = puertas.json(
        "event", directory, "add", "--name", "Fair", "--date", "2026-12-06", "--venue", "Salón",
        "--address", "1301 Cerrillos Rd, Santa Fe",
    )  # fmt: skip
    assert made["precision"] == "city"
    assert abs(made["latitude"] - 35.687) < 0.03  # and not Santa Fe in Texas


def test_an_event_keeps_its_day_times_and_place(puertas, directory):
    made = puertas.json(
        "event", directory, "add", "--name", "Fair", "--date", "2026-12-06", "--from", "22:00",
        "--to", "01:00", "--venue", "Hall", "--address", "1120 Hickox St, Santa Fe, NM 87505",
        "--radius", "2.5",
    )  # fmt: skip
    assert made["id"]
    assert (made["date"], made["starts"], made["ends"]) == ("2026-12-06", "22:00", "01:00")
    assert (made["radius_miles"], made["precision"]) == (2.5, "city")
    assert puertas.json("event", directory, "list") == [made]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--layout", "scroll"), ("--languages", "tlh"), ("--event", "no-such-event")],
)
def test_guide_refuses_what_it_does_not_know(puertas, imported, tmp_path, option, value):
    event = puertas.json("event", imported, "add", "--name", "N", "--date", "2026-12-06")["id"]
    wanted = {"--event": event, "--layout": "sheet", "--languages": "en"} | {option: value}
    out = tmp_path / "g.pdf"
    said = puertas(
        "guide", imported, *(part for pair in wanted.items() for part in pair), "--out", out
    )
    assert (said.status, said.out) == (2, "")
    assert value in said.err or "no such event" in said.err
    assert not out.exists()


# --- keeping ---------------------------------------------------------------------------------


def test_reading_verbs_never_change_a_byte(puertas, imported, neighbors, tmp_path):
    before = folder_bytes(imported)
    times = {path: path.stat().st_mtime_ns for path in imported.rglob("*")}
    assert puertas("list", imported).status == 0
    assert puertas("list", imported, "--search", "taco", "--json").status == 0
    assert puertas("event", imported, "list").status == 0
    assert puertas("check", imported).status == 0
    assert puertas("import", imported, neighbors, "--dry-run").status == 0
    assert puertas("backup", imported, tmp_path / "b").status == 0
    assert folder_bytes(imported) == before
    assert {path: path.stat().st_mtime_ns for path in imported.rglob("*")} == times


def test_backup_makes_one_file_and_says_where(puertas, imported):
    path = Path(puertas.json("backup", imported)["path"])
    assert path.is_file()
    assert path.parent == imported / "backups"


def test_check_finds_a_damaged_directory(puertas, imported):
    assert puertas.json("check", imported) == {"ok": True, "problems": []}
    database = imported / "directory.db"
    content = bytearray(database.read_bytes())
    content[4096 * 3 : 4096 * 4] = bytes(4096)
    database.write_bytes(content)
    assert puertas("check", imported).status == 2


def _problem(answer, line, field):
    found = [each for each in answer["problems"] if (each["line"], each["field"]) == (line, field)]
    assert found, answer["problems"]
    return found[0]


def test_an_event_says_nothing_that_is_never_kept(puertas, directory) -> None:
    words = ("event", directory, "add", "--date", "2030-01-05")
    for name, venue in (("Help for the undocumented", ""), ("Fair", "Sala (dueña indocumentada)")):
        ran = puertas(*words, "--name", name, "--venue", venue)
        assert ran.status == 2
        assert "could hurt somebody" in ran.err
        assert "ndocument" not in ran.err
    assert puertas.json("event", directory, "list") == []
