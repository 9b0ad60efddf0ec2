"""Backups, damage, and a process that is killed while it writes."""

import os
import random
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.progress import Cancelled
from directory_app.store import Filter, Store
from directory_app.store.restore import restore_as_new

from .conftest import CHEAP, PASSPHRASE, business, fingerprint, phone, yes

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])


def make(path: Path, passphrase: str | None, count: int = 3) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        for number in range(count):
            store.businesses.add(business(f"Canario {number}"), phones=[phone()], consents=[yes()])
    return path


@BOTH
def test_a_backup_opens_with_the_same_passphrase(path: Path, passphrase: str | None) -> None:
    make(path, passphrase)
    before = fingerprint(path)
    with Store.open(path, passphrase=passphrase) as store:
        saved = store.backups.write(path.parent)
        assert saved.suffix == ".puertas-backup"
    assert fingerprint(path) == before
    with zipfile.ZipFile(saved) as archive:
        assert all(each.compress_type == zipfile.ZIP_STORED for each in archive.infolist())
        assert set(archive.namelist()) == (
            {"directory.db"} | ({"keys.json"} if passphrase else set())
        )
    assert (b"Canario" in saved.read_bytes()) is (passphrase is None)
    restore_as_new(path.with_name("again.puertas"), saved, passphrase)
    with Store.open(path.with_name("again.puertas"), passphrase=passphrase, write=True) as again:
        assert again.browser.count(Filter()) == 3
        assert again.browser.undo_label() == "Add Canario 2"
    leftover = [each for each in path.parent.iterdir() if "partial" in each.name]
    assert leftover == []


def test_a_backup_goes_into_the_directory_by_default(path: Path) -> None:
    make(path, None)
    with Store.open(path, write=True) as store:
        one, other = store.backups.write(), store.backups.write()
    assert one != other
    assert sorted(path.glob("backups/*")) == sorted((one, other))
    if os.name != "nt":
        assert one.stat().st_mode & 0o077 == 0


def test_a_backup_overwrites_nothing_and_names_its_trouble(path: Path) -> None:
    make(path, None)
    there = path.with_name("letter.txt")
    there.write_text("dear")
    with Store.open(path) as store:
        with pytest.raises(UserError, match="already a file"):
            store.backups.write(there)
        with pytest.raises(UserError, match="cannot be written"):
            store.backups.write(path.parent / "nowhere" / "x.puertas-backup")
    assert there.read_text() == "dear"


def test_a_cancelled_backup_leaves_nothing(path: Path) -> None:
    make(path, None)

    def cancel(done: int, total: int, text: str) -> None:
        raise Cancelled

    before = fingerprint(path.parent)
    with Store.open(path) as store, pytest.raises(Cancelled):
        store.backups.write(path.parent, cancel)
    assert fingerprint(path.parent) == before
    assert sorted(each.name for each in path.parent.iterdir()) == [path.name]


def test_a_damaged_directory_is_not_kept_as_a_backup(path: Path) -> None:
    make(path, PASSPHRASE)
    flip(path / "directory.db", seed=4)
    with Store.open(path, passphrase=PASSPHRASE) as store, pytest.raises(UserError):
        store.backups.write(path.parent)
    assert list(path.parent.glob("*.puertas-backup")) == []


def test_what_is_no_backup_is_not_restored(path: Path) -> None:
    bad = path.with_name("bad.puertas-backup")
    bad.write_bytes(b"PK nothing")
    with pytest.raises(UserError, match="not a sound backup"):
        restore_as_new(path, bad, None)
    assert list(path.parent.iterdir()) == [bad]
    make(path, None)
    with pytest.raises(UserError, match="already something"):
        restore_as_new(path, bad, None)


def flip(database: Path, seed: int) -> None:
    """Change one byte, anywhere."""
    data = bytearray(database.read_bytes())
    place = random.Random(seed).randrange(len(data))
    data[place] ^= 0xFF
    database.write_bytes(data)


@pytest.mark.parametrize("seed", range(20))
def test_every_flipped_byte_of_an_encrypted_directory_is_found(path: Path, seed: int) -> None:
    make(path, PASSPHRASE)
    with Store.open(path, passphrase=PASSPHRASE) as store:
        assert store.check(quick=True) == []
    flip(path / "directory.db", seed)
    try:
        with Store.open(path, passphrase=PASSPHRASE) as store:
            assert store.check(quick=True)
            assert store.check()
    except UserError as error:
        assert "damaged" in error.message


def test_a_sound_directory_has_no_problems(path: Path) -> None:
    make(path, PASSPHRASE)
    with Store.open(path, passphrase=PASSPHRASE) as store:
        assert store.check() == []


def test_check_finds_a_missing_index_entry_and_a_broken_reference(path: Path) -> None:
    make(path, None)
    with Store.open(path, write=True) as store:
        write = store.opened.connection.execute
        write("PRAGMA foreign_keys=OFF")
        write("DELETE FROM search WHERE rowid = 1")
        write("UPDATE phone SET business_id = 'nobody' WHERE rowid = 1")
        problems = " ".join(store.check())
    assert "search index lacks 1" in problems
    assert "phone -> business" in problems


def test_check_finds_text_that_the_index_does_not_have(path: Path) -> None:
    make(path, None)
    with Store.open(path, write=True) as store:
        store.opened.connection.execute("UPDATE search_content SET c0 = 'altered' WHERE id = 1")
        assert store.check()


IMPORT = """
import sys, os
from directory_app.model.draft import Draft, Verdict, VerdictKind
from directory_app.store import Store
store = Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True)
connection = store.opened.connection
connection.execute("PRAGMA cache_spill=20")  # so that half of it is in the file already
connection.execute("PRAGMA cache_size=20")
verdicts = [Verdict(Draft(n, {"name": f"Tienda {n}"}), VerdictKind.CREATE) for n in range(3000)]
real = store.step
from directory_app.store.step import Step
finish = Step.finish
def stop(self):
    finish(self)
    print("written", flush=True)
    sys.stdin.read()
Step.finish = stop
store.imports.apply(verdicts)
"""


@BOTH
def test_killed_in_mid_import_leaves_none_of_it(path: Path, passphrase: str | None) -> None:
    make(path, passphrase)
    process = start(IMPORT, str(path), passphrase or "")
    assert process.stdout.readline() == "written\n"
    kill(process)
    journal = path / "directory.db-journal"
    assert journal.exists()
    # a reading verb is the first to come by: it rolls back what was never finished
    with Store.open(path, passphrase=passphrase) as store:
        assert store.browser.count(Filter()) == 3
        assert store.check() == []
    assert not journal.exists()
    with Store.open(path, passphrase=passphrase, write=True) as store:
        store.businesses.add(business("Después"))
        assert store.browser.count(Filter()) == 4


def test_killed_in_mid_import_and_opened_for_writing(path: Path) -> None:
    make(path, None)
    process = start(IMPORT, str(path), "")
    process.stdout.readline()
    kill(process)
    with Store.open(path, write=True) as store:
        assert store.browser.count(Filter()) == 3
        assert store.check() == []


EDITS = """
import sys
from directory_app.model.business import Business
from directory_app.store import Store
store = Store.open(sys.argv[1], write=True)
made = store.businesses.add(Business(code="", name="0")).business
for number in range(1, 100000):
    store.businesses.update(made.id, {"name": str(number), "note": str(number)})
    print(number, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 7, 20])
def test_killed_while_editing_loses_nothing_that_was_saved(path: Path, lines: int) -> None:
    make(path, None, 0)
    process = start(EDITS, str(path))
    for _ in range(lines):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    told = [lines, *map(int, process.stdout.read().split())]
    process.wait()
    with Store.open(path, write=True) as store:
        kept = store.businesses.search("")[0].business
        assert kept.name == kept.note
        assert told[-1] <= int(kept.name) <= told[-1] + 1
        assert store.check() == []
        store.history.undo()
        assert int(store.businesses.search("")[0].business.name) == int(kept.name) - 1


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_a_full_disk_is_a_sentence_and_saves_nothing(path: Path) -> None:
    make(path, None)
    with Store.open(path, write=True) as store:
        pages = store.opened.connection.execute("PRAGMA page_count").fetchone()[0]
        store.opened.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(UserError, match="disk is full"):
            for number in range(500):
                store.businesses.add(business("x" * 3000 + str(number)))
        assert store.check() == []
        assert store.browser.count(Filter()) == len(store.history.steps())


def test_a_copied_folder_opens(path: Path, tmp_path: Path) -> None:
    make(path, PASSPHRASE)
    shutil.copytree(path, tmp_path / "copy.puertas")
    with Store.open(tmp_path / "copy.puertas", passphrase=PASSPHRASE, write=True) as store:
        assert store.browser.count(Filter()) == 3
