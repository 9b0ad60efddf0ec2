"""A directory that came out of a backup: nothing goes out until somebody says who refused since."""

import datetime as dt
import random
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.model.terms import Channel
from directory_app.records import business_record
from directory_app.store import Filter, Store, hold
from directory_app.store.backup import write
from directory_app.store.folder import Folder
from directory_app.store.hold import HeldError
from directory_app.store.keys import WrongSecretError
from directory_app.store.restore import preview, restore_as_new, restore_into
from directory_app.tasks.asking import may_ask
from tests.runs import record

from .conftest import CHEAP, PASSPHRASE, TODAY, business, fingerprint, phone, yes
from .test_store_restore import damage

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
#: The day of the backup; its UTC moment is in the middle of it everywhere in America.
THEN = dt.datetime(2026, 11, 1, 18, 0, tzinfo=dt.UTC)
ALL = tuple(channel.value for channel in Channel)


def saved(path: Path, passphrase: str | None = None, now: dt.datetime = THEN) -> Path:
    """Two businesses with every yes, and a backup of then."""
    with Store.create(path, passphrase=passphrase, cost=CHEAP, today=lambda: TODAY) as store:
        for name, last in (("Alba", "41"), ("Brisa", "42")):
            store.businesses.add(
                business(name), phones=[phone(last)], consents=[yes(each) for each in ALL]
            )
        return write(Folder(path), store.opened.key, path.parent, now=now)


def opened(path: Path, passphrase: str | None = None, *, write: bool = True) -> Store:
    return Store.open(path, passphrase=passphrase, write=write, today=lambda: TODAY)


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A directory that was restored where none was."""
    path = tmp_path / "held.puertas"
    restore_as_new(path, saved(tmp_path / "lost.puertas"), None)
    return path


@BOTH
def test_restored_where_no_directory_is_nothing_is_live(
    tmp_path: Path, passphrase: str | None
) -> None:
    path = tmp_path / "new.puertas"
    file = saved(tmp_path / "lost.puertas", passphrase)
    done = restore_as_new(path, file, passphrase)
    assert done.unknown_since == THEN.date()
    with opened(path, passphrase, write=False) as store:
        assert store.browser.refusals_unknown_since() == THEN.date()
        assert store.browser.count(Filter()) == 2
        for channel in ALL:
            assert store.listings.public(channel, TODAY) == []
            reasons = {one.reason for one in store.listings.left_out(channel, TODAY)}
            counted = store.browser.outlook(channel)
            assert (reasons, counted.goes, dict(counted.reasons)) == (
                {"restored"}, 0, {"restored": 2}
            )  # fmt: skip
            assert store.browser.count(Filter(text=f"consent.{channel}:yes")) == 0
        for row in store.browser.first_rows(Filter(), 10):
            assert all(door.answer == "yes" and door.until is None for door in row.doors)
        for one in store.businesses.search(""):
            assert not any(business_record(one, TODAY)["live"].values())
            assert not may_ask(store, one)
        # nobody who said yes is asked for it once more
        assert store.browser.count(Filter(view="to_ask")) == 0


def test_nothing_leaves_a_held_directory(held: Path) -> None:
    with opened(held) as store:
        ids = [one.business.id for one in store.businesses.search("")]
        ways = (
            lambda: store.listings.staff(ids),
            lambda: store.packets.contents(ids, private=False),
            lambda: store.requests.begin(ids[0], "nominatim", "1420 Cerrillos Rd"),
            lambda: store.runs.add_copies(1, 5),
            lambda: record(store, layout="sheet", entries=[]),
            lambda: store.field_directories.content(codes=None, events=[], until=TODAY),
        )  # fmt: skip
        for way in ways:
            with pytest.raises(HeldError, match=r"backup of 2026-11-01.*refused or withdrew since"):
                way()
        assert store.runs.all() == []
        assert store.requests.all() == []


def test_a_new_yes_is_not_live_before_it_is_answered(held: Path) -> None:
    with opened(held) as store:
        store.businesses.add(business("Cielo"), consents=[yes(day=TODAY)])
        assert store.listings.public("print", TODAY) == []
        store.consents.say_refused([], "Marisol")
        assert [each.name for each in store.listings.public("print", TODAY)] == [
            "Alba",
            "Brisa",
            "Cielo",
        ]


def test_who_is_named_refuses_every_use_and_it_stands_in_the_history(held: Path) -> None:
    with opened(held) as store:
        alba = store.businesses.search("alba")[0].business
        assert store.consents.say_refused([alba.code], "Marisol") == 1
        assert store.browser.refusals_unknown_since() is None
        for channel in ALL:
            assert [each.name for each in store.listings.public(channel, TODAY)] == ["Brisa"]
        answers = store.businesses.get(alba.id).consents
        assert {(one.answer, one.date, one.asked_by) for one in answers.values()} == {
            ("withdrawn", TODAY, "Marisol")
        }
        (step, *_) = store.history.steps()
        assert (step.by, str(step.label)) == (
            "Marisol",
            "Said who refused since the backup of 2026-11-01",
        )
        assert store.browser.undo_label() != step.label
        with pytest.raises(UserError, match="it is known who refused"):
            store.consents.say_refused([], "Marisol")
        store.history.revert(step.action_id)
        for _ in range(9):
            store.history.undo()
        assert not any(each.name == "Alba" for each in store.listings.public("print", TODAY))


def test_nobody_is_an_answer_and_stands_in_the_history(held: Path) -> None:
    with opened(held) as store:
        assert store.consents.say_refused([], "Marisol") == 0
        assert len(store.listings.public("print", TODAY)) == 2
        (step, *_) = store.history.steps()
        assert (step.by, str(step.label)) == (
            "Marisol",
            "Said that nobody refused since the backup of 2026-11-01",
        )
        assert store.check() == []


@pytest.mark.parametrize("by", ["", "  "])
def test_who_answers_has_a_name(held: Path, by: str) -> None:
    with opened(held) as store:
        with pytest.raises(UserError, match="who they are"):
            store.consents.say_refused([], by)
        with pytest.raises(UserError, match="no business “NONE”"):
            store.consents.say_refused(
                [store.businesses.search("alba")[0].business.code, "NONE"], "Marisol"
            )
        assert store.browser.refusals_unknown_since() == THEN.date()
        assert store.businesses.search("alba")[0].consents["print"].answer == "yes"


def test_preflight_tells_of_it_for_thirty_days(held: Path) -> None:
    with opened(held) as store:
        store.consents.say_refused([], "Marisol")
        assert store.browser.restored() is not None
    for days, told in ((30, True), (31, False), (-400, True)):
        later = TODAY + dt.timedelta(days=days)
        with Store.open(held, today=lambda day=later: day) as store:
            found = store.browser.restored()
        assert (found is not None) is told
        if found is not None:
            assert (found.since, found.on, found.by) == (THEN.date(), TODAY, "Marisol")


@BOTH
def test_restoring_over_a_sound_directory_asks_nobody(
    tmp_path: Path, passphrase: str | None
) -> None:
    path = tmp_path / "here.puertas"
    file = saved(path, passphrase)
    assert preview(path, file, passphrase).unknown_since is None
    assert restore_into(path, file, passphrase).unknown_since is None
    with opened(path, passphrase) as store:
        assert len(store.listings.public("print", TODAY)) == 2


def test_a_held_directory_stays_held_over_a_restore_and_an_answered_one_answered(
    held: Path,
) -> None:
    with opened(held) as store:
        later = store.backups.write(held.parent)
    assert restore_into(held, later, None).unknown_since == THEN.date()
    with opened(held) as store:
        store.consents.say_refused([], "Marisol")
    assert restore_into(held, later, None).unknown_since is None
    with opened(held) as store:
        assert store.browser.restored() is not None
        assert len(store.listings.public("print", TODAY)) == 2


@pytest.mark.parametrize("how", ["gone", "noise", "slots gone"])
def test_over_what_cannot_be_read_it_is_asked(tmp_path: Path, how: str) -> None:
    path = tmp_path / "here.puertas"
    file = saved(path, PASSPHRASE)
    damage(path, how)
    assert preview(path, file, PASSPHRASE).unknown_since == THEN.date()
    done = restore_into(path, file, PASSPHRASE)
    assert (done.not_carried, done.unknown_since) == (True, THEN.date())
    with opened(path, PASSPHRASE) as store:
        assert store.listings.public("print", TODAY) == []


def test_a_backup_unpacked_by_hand_is_held_too(tmp_path: Path) -> None:
    file = saved(tmp_path / "lost.puertas")
    path = tmp_path / "by-hand.puertas"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(path)
    with opened(path) as store:
        assert store.browser.refusals_unknown_since() == THEN.date()
        assert store.listings.public("print", TODAY) == []


def test_a_backup_of_an_earlier_version_is_held_since_its_last_step(tmp_path: Path) -> None:
    file = saved(tmp_path / "lost.puertas")
    path, bare = tmp_path / "old.puertas", tmp_path / "old.puertas-backup"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(path)
    with opened(path) as store:
        run = store.opened.connection.execute
        run("DELETE FROM setting WHERE key = ?", (hold.SINCE,))
        run("UPDATE action SET at = '2026-10-20T18:00:00.000000Z'")
    with zipfile.ZipFile(bare, "w") as archive:
        archive.write(path / "directory.db", "directory.db")
    assert restore_as_new(tmp_path / "new.puertas", bare, None).unknown_since == dt.date(
        2026, 10, 20
    )


def test_the_directory_itself_is_not_marked_by_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "here.puertas"
    saved(path)
    with opened(path) as store:
        before = fingerprint(path)["directory.db"]
        store.backups.write()
        assert fingerprint(path)["directory.db"] == before
        assert len(store.listings.public("print", TODAY)) == 2


# what a backup is that is restored as a new directory


def test_a_wrong_passphrase_restores_nothing(tmp_path: Path) -> None:
    file = saved(tmp_path / "lost.puertas", PASSPHRASE)
    with pytest.raises(WrongSecretError, match="does not open this backup"):
        restore_as_new(tmp_path / "new.puertas", file, "guess")
    assert sorted(each.name for each in tmp_path.iterdir()) == [file.name, "lost.puertas"]


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "bomb.puertas-backup"
    with (
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("directory.db", "w", force_zip64=True) as file,
    ):
        for _ in range(200):
            file.write(bytes(1 << 20))
    started = time.monotonic()
    with pytest.raises(UserError, match="not a sound backup"):
        restore_as_new(tmp_path / "new.puertas", bomb, None)
    assert time.monotonic() - started < 1
    assert [each.name for each in tmp_path.iterdir()] == [bomb.name]


@pytest.mark.parametrize("seed", range(6))
def test_a_spoilt_backup_is_not_restored_as_new(tmp_path: Path, seed: int) -> None:
    """Of another schema, or with a flipped byte that the archive does not notice."""
    file = saved(tmp_path / "lost.puertas", PASSPHRASE)
    spoilt = tmp_path / "spoilt.puertas-backup"
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(spoilt, "w") as other:
        data = bytearray(archive.read("directory.db"))
        data[random.Random(seed).randrange(5000, len(data))] ^= 0x40
        other.writestr("directory.db", bytes(data))
        other.writestr("keys.json", archive.read("keys.json"))
    with pytest.raises(UserError, match=r"not sound|damaged"):
        restore_as_new(tmp_path / "new.puertas", spoilt, PASSPHRASE)
    assert not (tmp_path / "new.puertas").exists()
    assert not list(tmp_path.glob(".*"))


RESTORES = """
import shutil, sys
from pathlib import Path
from directory_app.store.restore import restore_as_new
path = Path(sys.argv[1])
while True:
    restore_as_new(path, Path(sys.argv[2]), sys.argv[3])
    print("done", flush=True)
    path.rename(path.with_name("away"))
    shutil.rmtree(path.with_name("away"))
"""


def killed_while_restoring(file: Path, path: Path, seed: int) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", RESTORES, str(path), str(file), PASSPHRASE],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout.readline() == "done\n"
    time.sleep(random.Random(seed).uniform(0, 0.3))
    process.kill()
    process.communicate()
    if path.exists():
        with opened(path, PASSPHRASE) as store:
            assert store.browser.refusals_unknown_since() == THEN.date()
            assert store.listings.public("print", TODAY) == []
        shutil.rmtree(path)
    assert restore_as_new(path, file, PASSPHRASE).unknown_since == THEN.date()
    assert not list(path.parent.glob(f".{path.name}.*.partial"))


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_restoring_as_new(tmp_path: Path, seed: int) -> None:
    killed_while_restoring(
        saved(tmp_path / "lost.puertas", PASSPHRASE), tmp_path / "x.puertas", seed
    )


@pytest.mark.long
def test_killed_sixty_times_while_restoring_as_new(tmp_path: Path) -> None:
    file = saved(tmp_path / "lost.puertas", PASSPHRASE)
    for seed in range(100, 160):
        killed_while_restoring(file, tmp_path / f"{seed}.puertas", seed)
