"""The "never again" file: refusals that come to a restore by themselves, and name nobody."""

import datetime as dt
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.model.draft import DraftConsent
from directory_app.model.terms import Channel
from directory_app.store import Store
from directory_app.store.backup import write
from directory_app.store.folder import Folder
from directory_app.store.never_again import ENDING
from directory_app.store.rekey import encrypt, rekey
from directory_app.store.restore import restore_as_new, restore_into
from directory_app.tasks import keep_safe

from .conftest import CHEAP, PASSPHRASE, TODAY, business, yes

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
THEN = dt.datetime(2026, 11, 1, 18, 0, tzinfo=dt.UTC)
ALL = tuple(channel.value for channel in Channel)
NAMES = ("Alba", "Brisa", "Cielo")


def opened(path: Path, passphrase: str | None = None, today: dt.date = TODAY) -> Store:
    return Store.open(path, passphrase=passphrase, write=True, today=lambda: today)


def made(path: Path, passphrase: str | None = None) -> Path:
    """Three businesses with every yes and names alone, and a backup of then elsewhere."""
    place = path.parent / "stick"
    place.mkdir()
    with Store.create(path, passphrase=passphrase, cost=CHEAP, today=lambda: TODAY) as store:
        bare = {"address_1": "", "city": "", "postal_code": ""}
        for name in NAMES:
            store.businesses.add(business(name, **bare), consents=[yes(each) for each in ALL])
        return write(Folder(path), store.opened.key, place, now=THEN)


def no(channel: str = "print") -> DraftConsent:
    return DraftConsent(channel, "no", TODAY, "Marisol")


def refuse(store: Store, name: str, *channels: str) -> None:
    store.consents.record(
        store.businesses.search(name)[0].business.id, [no(each) for each in channels]
    )


def file_in(place: Path) -> Path:
    (found,) = place.glob(f"*{ENDING}")
    return found


def listed(path: Path, passphrase: str | None = None, channel: str = "print") -> list[str]:
    """Who would go out, once somebody has said "nobody that I know of"."""
    with opened(path, passphrase) as store:
        assert store.listings.public(channel, TODAY) == []
        if store.browser.refusals_unknown_since() is not None:
            store.consents.say_refused([], "Marisol")
        assert store.check() == []
        return [each.name for each in store.listings.public(channel, TODAY)]


@BOTH
def test_refusals_after_the_backup_come_with_the_file(
    tmp_path: Path, passphrase: str | None
) -> None:
    path = tmp_path / "lost.puertas"
    saved = made(path, passphrase)
    with opened(path, passphrase) as store:
        store.backups.keep_never_again(saved.parent)
        refuse(store, "alba", "print", "web")
        store.consents.withdraw(store.businesses.search("brisa")[0].business.id)
        assert store.never_again_trouble is None
    shutil.rmtree(path)  # the laptop is gone, and with it all but the stick
    new = tmp_path / "new.puertas"
    done = restore_as_new(new, saved, passphrase)
    assert (done.brought.refusals, done.brought.day, done.brought.trouble) == (2, TODAY, ())
    assert done.unknown_since == TODAY  # it is asked for the time after the file's day
    assert listed(new, passphrase) == ["Cielo"]
    with opened(new, passphrase) as store:
        assert store.businesses.search("brisa") == []
        said = {
            name: one.answer for name, one in store.businesses.search("alba")[0].consents.items()
        }
        assert said == {"print": "no", "web": "no", "map": "yes", "share": "yes",
                        "geocode_online": "yes"}  # fmt: skip


def test_a_refusal_that_was_taken_out_stays_one_to_a_restore(tmp_path: Path) -> None:
    """Only a talk in which somebody asked again opens the door, so no older yes may."""
    path = tmp_path / "lost.puertas"
    saved = made(path)
    with opened(path) as store:
        store.backups.keep_never_again(saved.parent)
        refuse(store, "alba", "print")
        taken_out = DraftConsent("print", "not_asked", TODAY, "Marisol")
        store.consents.record(store.businesses.search("alba")[0].business.id, [taken_out])
        assert store.businesses.search("alba")[0].consents["print"].answer == "not_asked"
    restore_as_new(tmp_path / "new.puertas", saved, None)
    assert listed(tmp_path / "new.puertas") == ["Brisa", "Cielo"]


def test_it_names_nobody_and_opens_for_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "lost.puertas"
    saved = made(path, PASSPHRASE)
    with opened(path, PASSPHRASE) as store:
        ids = [one.business.id for one in store.businesses.search("")]
        refuse(store, "alba", "print")
        file = file_in(path / "backups")
        data = file.read_bytes()
        size = len(data)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600 or os.name == "nt"
        for word in ("Alba", "Marisol", *ids):
            assert word.encode() not in data
        refuse(store, "brisa", "print", "web", "map")
        assert file.read_bytes() != data
        assert file.stat().st_size == size  # its size does not count the refusals
    # another directory's says nothing, whatever its passphrase
    other = tmp_path / "other.puertas"
    other.mkdir()
    other_saved = made(other / "other.puertas", PASSPHRASE)
    shutil.copy(file, other_saved.parent / file.name)
    done = restore_as_new(tmp_path / "new.puertas", other_saved, PASSPHRASE)
    assert (done.brought.day, done.brought.trouble) == (None, ())
    assert saved.exists()


@BOTH
@pytest.mark.parametrize("how", ["flipped", "cut", "empty", "slots"])
def test_a_file_that_was_changed_is_told_and_believed_in_nothing(
    tmp_path: Path, passphrase: str | None, how: str
) -> None:
    path = tmp_path / "lost.puertas"
    saved = made(path, passphrase)
    with opened(path, passphrase) as store:
        store.backups.keep_never_again(saved.parent)
        refuse(store, "alba", "print")
    file = file_in(saved.parent)
    data = bytearray(file.read_bytes())
    if how == "flipped":
        data[-100] ^= 1
    elif how == "slots":
        data[45] ^= 1
    file.write_bytes(data[: {"cut": 9_000, "empty": 0}.get(how, len(data))])
    done = restore_as_new(tmp_path / "new.puertas", saved, passphrase)
    (trouble,) = done.brought.trouble
    assert file.name in trouble
    assert done.brought.refusals == 0
    assert done.unknown_since == THEN.date()


def test_after_a_new_key_both_the_old_backup_and_the_new_file_open(tmp_path: Path) -> None:
    path, new_words = tmp_path / "lost.puertas", "turquesa burro ventana ladrillo"
    saved = made(path, PASSPHRASE)
    with opened(path, PASSPHRASE) as store:
        store.backups.keep_never_again(saved.parent)
    rekey(path, PASSPHRASE, new_passphrase=new_words, cost=CHEAP)
    with opened(path, new_words) as store:
        refuse(store, "alba", "print")
        assert store.never_again_trouble is None
    # the one of before stays beside it, for who has only the old words
    assert len(list(saved.parent.glob(f"*{ENDING}"))) == 2
    path.rename(tmp_path / "gone.puertas")
    done = restore_into_lost(path, saved, new_words)
    assert (done.brought.refusals, done.brought.day) == (1, TODAY)
    assert listed(path, PASSPHRASE) == ["Brisa", "Cielo"]


def restore_into_lost(path: Path, saved: Path, words: str):
    """Over a directory that cannot be read: its secret and that of the backup are both known."""
    (path / "backups").mkdir(parents=True)
    return restore_into(path, saved, words, backup_secret=PASSPHRASE)


def test_encrypting_later_leaves_the_plain_time_readable(tmp_path: Path) -> None:
    path = tmp_path / "lost.puertas"
    saved = made(path)
    encrypt(path, PASSPHRASE, cost=CHEAP)
    with opened(path, PASSPHRASE) as store:
        refuse(store, "alba", "print")
        file = file_in(path / "backups")
    done = restore_as_new(tmp_path / "new.puertas", saved, PASSPHRASE, never_again=[file])
    assert done.brought.refusals == 1


def test_it_is_written_beside_each_backup_that_goes_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "here.puertas"
    saved = made(path)
    with opened(path) as store:
        refuse(store, "alba", "print")
        assert not list(saved.parent.glob(f"*{ENDING}"))
        store.backups.write(saved.parent)
    assert file_in(saved.parent).exists()
    done = restore_as_new(tmp_path / "new.puertas", saved, None)
    assert done.brought.refusals == 1


def test_an_older_state_writes_over_no_newer_file(tmp_path: Path) -> None:
    """Restored without the file, held, and saved onto the stick where it lies."""
    path = tmp_path / "lost.puertas"
    saved = made(path)
    with opened(path) as store:
        store.backups.keep_never_again(saved.parent)
        refuse(store, "alba", "print")
        store.consents.withdraw(store.businesses.search("brisa")[0].business.id)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(saved, alone)
    held = tmp_path / "lost2" / "lost.puertas"
    held.parent.mkdir()
    assert restore_as_new(held, alone / saved.name, None).brought.day is None
    with opened(held) as store:
        store.backups.write(saved.parent)
        assert store.never_again_trouble is None
    done = restore_as_new(tmp_path / "new.puertas", saved, None)
    assert done.brought.refusals == 1
    assert listed(tmp_path / "new.puertas") == ["Cielo"]


def test_a_folder_that_is_gone_is_told_and_the_change_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "here.puertas"
    saved = made(path)
    with opened(path) as store:
        store.backups.keep_never_again(saved.parent)
        shutil.rmtree(saved.parent)
        refuse(store, "alba", "print")
        assert store.never_again_trouble is not None
        assert store.businesses.search("alba")[0].consents["print"].answer == "no"
        with pytest.raises(UserError, match="is not there"):
            keep_safe(store)
        store.backups.keep_never_again(None)
        keep_safe(store)
        assert file_in(path / "backups").exists()
        with pytest.raises(UserError, match="no folder"):
            store.backups.keep_never_again(saved.parent)


def test_a_folder_that_is_copied_away_is_refused(tmp_path: Path) -> None:
    path, place = tmp_path / "here.puertas", tmp_path / "Dropbox"
    made(path)
    place.mkdir()
    with opened(path) as store, pytest.raises(UserError, match="Dropbox"):
        store.backups.keep_never_again(place)
    assert list(place.iterdir()) == []


deeds = st.lists(
    st.tuples(
        st.sampled_from(["no", "withdrawn", "withdraw", "delete", "backup", "save elsewhere"]),
        st.integers(0, 2),
        st.sampled_from(ALL),
        st.integers(1, 20),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=15, deadline=None)
@given(story=deeds, choice=st.integers(0, 7))
def test_no_refusal_is_ever_lost_through_a_restore(
    story: list[tuple[str, int, str, int]], choice: int
) -> None:
    """Whatever was refused on whatever day, and whichever backup is restored on a new laptop."""
    with tempfile.TemporaryDirectory() as place:
        stick = Path(place) / "stick"
        path = Path(place) / "lost.puertas"
        backups = [made(path)]
        refused: set[tuple[str, str]] = set()
        day = dt.date(2026, 11, 2)
        for deed, number, channel, later in story:
            day, name = day + dt.timedelta(days=later), NAMES[number]
            with opened(path, today=day) as store:
                there = store.businesses.search(name)
                if deed in ("backup", "save elsewhere"):
                    backups.append(store.backups.write(stick if deed == "save elsewhere" else None))
                elif there and deed == "withdraw":
                    store.consents.withdraw(there[0].business.id)
                    refused |= {(name, each) for each in ALL}
                elif there and deed == "delete":
                    store.businesses.delete([there[0].business.id])
                elif there:
                    said = DraftConsent(channel, deed, day, "Marisol")
                    store.consents.record(there[0].business.id, [said])
                    refused.add((name, channel))
        file = file_in(path / "backups") if refused else None
        new = Path(place) / "new.puertas"
        chosen = backups[choice % len(backups)]
        restore_as_new(new, chosen, None, never_again=[file] if file else [])
        end = day + dt.timedelta(days=1)
        with opened(new, today=end) as store:
            store.consents.say_refused([], "Marisol")
            for channel in ALL:
                out = {each.name for each in store.listings.public(channel, end)}
                assert not {name for name, use in refused if use == channel} & out


WRITES = """
import datetime as dt, sys
from pathlib import Path
from directory_app.model.draft import DraftConsent
from directory_app.store import Store
with Store.open(Path(sys.argv[1]), write=True) as store:
    ids = [one.business.id for one in store.businesses.search("")]
    for round in range(10_000):
        answer = ("no", "withdrawn")[round % 2] if round % 3 else "yes"
        said = DraftConsent("print", answer, dt.date.today(), "Marisol")
        store.consents.record(ids[round % 3], [said])
        print("done", flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_it_is_written(tmp_path: Path, seed: int) -> None:
    """The old file or the new one, never half of one; the next keeping brings it up to date."""
    path = tmp_path / "here.puertas"
    saved = made(path)
    process = subprocess.Popen(
        [sys.executable, "-c", WRITES, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    for _ in range(4):
        assert process.stdout.readline() == "done\n"
    time.sleep(random.Random(seed).uniform(0, 0.2))
    process.kill()
    process.communicate()
    file = file_in(path / "backups")
    first = restore_as_new(tmp_path / "first.puertas", saved, None, never_again=[file])
    assert first.brought.trouble == ()
    with opened(path) as store:
        keep_safe(store)
        refused = {
            one.business.name
            for one in store.businesses.search("")
            if one.consents["print"].answer in ("no", "withdrawn")
        }
    assert not list((path / "backups").glob("*.partial")), "what was left is cleared"
    new = tmp_path / "new.puertas"
    restore_as_new(new, saved, None, never_again=[file_in(path / "backups")])
    assert set(listed(new)) == set(NAMES) - refused
