"""Arguments at the edge, and files that a verb must not write over."""

from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "more",
    [
        ("--date", "9999-12-31"),
        ("--date", "0001-01-01"),
        ("--date", "20261206"),
        ("--date", "2026-W49-7"),
        ("--date", "2026-12-06", "--from", "10:00Z"),
        ("--date", "2026-12-06", "--from", "10:00:00+02:00"),
        ("--date", "2026-12-06", "--to", "1000"),
    ],
)
def test_a_day_and_a_time_are_written_in_one_way(puertas, directory, more):
    ran = puertas("event", directory, "add", "--name", "N", *more, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_any_limit_is_a_limit(puertas, imported):
    everything = puertas.json("list", imported)
    assert puertas.json("list", imported, "--limit", "99999999999999999999") == everything


@pytest.mark.parametrize("name", ["directory.db", "keys.json", "backups/old.puertas-backup"])
def test_a_guide_is_never_written_into_a_directory(puertas, imported, name):
    event = puertas.json("event", imported, "add", "--name", "N", "--date", "2026-12-06")
    before = (imported / "directory.db").read_bytes()
    ran = puertas("guide", imported, "--event", event["id"], "--out", imported / name, "--json")
    assert (ran.status, ran.out) == (2, "")
    assert (imported / "directory.db").read_bytes() == before
    assert name == "directory.db" or not Path(imported / name).exists()


def test_a_closed_output_is_no_bug(puertas, directory, monkeypatch):
    monkeypatch.setattr("sys.stdout", None)
    from directory_app import cli

    assert cli.run(["check", str(directory)]) == 0
