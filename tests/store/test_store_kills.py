"""Killed at any moment: an import is there whole or not at all, a backup has its name or not."""

import random
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from directory_app.store import Filter, Store

from .conftest import CHEAP, PASSPHRASE, business

ROOT = Path(__file__).resolve().parents[2]
ROWS = 2_000
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])

IMPORT = """
import sys
from directory_app.model.draft import Draft, Verdict, VerdictKind
from directory_app.store import Store
import directory_app.store.matching
verdicts = [Verdict(Draft(n, {"name": f"Tienda {n}"}), VerdictKind.CREATE) for n in range(2000)]
with Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True) as store:
    store.businesses.search("")
    print("ready", flush=True)
    store.imports.apply(verdicts)
print("done", flush=True)
"""

#: Stops for good at the step that it is told.
BACKUP = """
import sys
from directory_app.store import Store, backup
def stop(*given, **named):
    print("there", flush=True)
    sys.stdin.read()
setattr(backup, sys.argv[3], stop)
with Store.open(sys.argv[1], passphrase=sys.argv[2] or None) as store:
    store.backups.write()
"""


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def empty(path: Path, passphrase: str | None) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        store.businesses.add(business("Canario"))
    return path


def import_killed_after(path: Path, passphrase: str | None, seconds: float) -> None:
    process = start(IMPORT, str(path), passphrase or "")
    assert process.stdout.readline() == "ready\n"
    time.sleep(seconds)
    process.kill()
    process.communicate()


def import_killed_while_it_commits(path: Path, passphrase: str | None, seconds: float) -> None:
    """The moment that matters most: the journal is on the disk, the pages are not all there."""
    process = start(IMPORT, str(path), passphrase or "")
    journal = path / "directory.db-journal"
    while process.poll() is None and not journal.exists():
        pass
    time.sleep(seconds)
    process.kill()
    process.communicate()


def assert_all_or_none(path: Path, passphrase: str | None, seed: int) -> None:
    with Store.open(path, passphrase=passphrase, write=seed % 3 == 0) as store:
        count = store.browser.count(Filter())
        assert count in (1, 1 + ROWS)
        assert len(store.history.steps()) == (1 if count == 1 else 2)
        assert store.check() == []
    with Store.open(path, passphrase=passphrase, write=True) as store:
        store.businesses.add(business("Después"))
        assert store.browser.count(Filter()) == count + 1


def try_to_break(tmp_path: Path, passphrase: str | None, seeds: range) -> None:
    template = empty(tmp_path / "template.puertas", passphrase)
    for seed in seeds:
        path = tmp_path / f"{seed}.puertas"
        shutil.copytree(template, path)
        moment = random.Random(seed)
        if seed % 2:
            import_killed_while_it_commits(path, passphrase, moment.uniform(0, 0.02))
        else:
            import_killed_after(path, passphrase, moment.uniform(0, 0.6))
        assert_all_or_none(path, passphrase, seed)
        shutil.rmtree(path)


@BOTH
def test_an_import_killed_at_any_moment_is_there_whole_or_not_at_all(
    tmp_path: Path, passphrase: str | None
) -> None:
    try_to_break(tmp_path, passphrase, range(4))


@pytest.mark.long
@BOTH
def test_an_import_killed_sixty_times(tmp_path: Path, passphrase: str | None) -> None:
    try_to_break(tmp_path, passphrase, range(100, 160))


@BOTH
@pytest.mark.parametrize("step", ["_prove", "_pack", "sync_folder"])
def test_a_killed_backup_is_whole_or_has_no_name(
    tmp_path: Path, step: str, passphrase: str | None
) -> None:
    path = empty(tmp_path / "ours.puertas", passphrase)
    process = start(BACKUP, str(path), passphrase or "", step)
    assert process.stdout.readline() == "there\n"
    process.kill()
    process.communicate()
    left = sorted((path / "backups").iterdir())
    named = [each for each in left if not each.name.endswith(".partial")]
    assert len(named) == (step == "sync_folder")
    with Store.open(path, passphrase=passphrase) as store:
        assert store.check() == []
        named.append(store.backups.write())
    for number, each in enumerate(named):
        taken_apart(each, tmp_path / f"{number}.puertas", passphrase)
    # what the killed one left was cleared away by the next
    assert sorted((path / "backups").iterdir()) == sorted(named)


def taken_apart(backup: Path, path: Path, passphrase: str | None) -> None:
    """As a person does it with a file manager, where the program is not at hand."""
    with zipfile.ZipFile(backup) as archive:
        archive.extractall(path)
    with Store.open(path, passphrase=passphrase, write=True) as store:
        assert store.encrypted is (passphrase is not None)
        assert store.browser.count(Filter()) == 1
        assert store.check() == []
        store.backups.write()


def test_a_backup_that_is_being_made_is_not_cleared_away(tmp_path: Path) -> None:
    path = empty(tmp_path / "ours.puertas", None)
    process = start(BACKUP, str(path), "", "_pack")
    assert process.stdout.readline() == "there\n"
    with Store.open(path) as store:
        store.backups.write()
    assert len(list((path / "backups").glob(".*.partial"))) == 1
    process.kill()
    process.communicate()


def test_of_killed_backups_only_an_empty_folder_stays_and_only_for_seconds(path: Path) -> None:
    import os

    empty(path, None)
    with Store.open(path, write=True) as store:
        for name, lock, age in (
            ("half-cleared", False, 0),
            ("just-made", None, 0),
            ("made-long-ago", None, 60),
            ("of-a-clock-set-back", None, -60),
            ("killed", True, 0),
        ):
            left = path / "backups" / f".backup.{name}.partial"
            left.mkdir()
            if lock is not None:
                (left / "directory.db").touch()
            if lock:
                (left / "lock").touch()
            when = time.time() - age
            os.utime(left, (when, when))
        kept = [store.backups.write()]
    assert sorted((path / "backups").iterdir()) == sorted(
        [*kept, path / "backups" / ".backup.just-made.partial"]
    )


def test_a_change_while_the_copy_is_proven_does_not_spoil_the_backup(tmp_path: Path) -> None:
    path = empty(tmp_path / "ours.puertas", None)
    with Store.open(path, write=True) as store:
        told: list[int] = []

        def add_once(done: int, total: int, text: str) -> None:
            if done == total and not told:
                told.append(done)
                store.businesses.add(business("Entretanto"))

        saved = store.backups.write(progress=add_once)
        assert store.browser.count(Filter()) == 2
    with zipfile.ZipFile(saved) as archive:
        archive.extractall(tmp_path / "again.puertas")
    with Store.open(tmp_path / "again.puertas") as again:
        assert again.browser.count(Filter()) in (1, 2)
