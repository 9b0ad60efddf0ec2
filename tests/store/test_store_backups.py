"""Automatic backups: when they are due, which go, and what a wrong clock may not do."""

import datetime as dt
import shutil
import zipfile
from pathlib import Path

import pytest

from directory_app.store import Filter, Store, backups
from directory_app.store.folder import Folder
from directory_app.store.restore import restore_as_new

from .conftest import CHEAP, PASSPHRASE, business

START = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)


class Keeper:
    """A directory that is changed and backed up at times of our choosing."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.folder = Folder(store.path)

    def at(self, now: dt.datetime, *, change: bool = True) -> Path | None:
        if change:
            self.store.businesses.add(business(f"Tienda {now.isoformat()}"))
        return backups.automatic(self.folder, None, now=now)

    def numbers(self) -> list[int]:
        return sorted(each.number for each in backups.listed(self.folder))


@pytest.fixture
def keeper(store: Store) -> Keeper:
    return Keeper(store)


def test_the_first_is_due_at_once_and_opens(keeper: Keeper, tmp_path: Path) -> None:
    saved = keeper.at(START)
    assert saved is not None
    restore_as_new(tmp_path / "again.puertas", saved, None)
    with Store.open(tmp_path / "again.puertas") as again:
        assert again.browser.count(Filter()) == 1
        assert again.check() == []


def test_at_most_one_an_hour_and_none_without_a_change(keeper: Keeper) -> None:
    assert keeper.at(START)
    assert keeper.at(START + HOUR / 2) is None
    assert keeper.at(START + HOUR, change=False)  # what was changed half an hour ago
    assert keeper.at(START + 9 * HOUR, change=False) is None
    assert keeper.at(START + 10 * HOUR)
    assert keeper.numbers() == [1, 2, 3]


def test_ten_stay_and_the_last_of_each_month(keeper: Keeper) -> None:
    for number in range(34):  # every third day from 5 January to 14 April
        assert keeper.at(START + dt.timedelta(days=3 * number))
    kept = backups.listed(keeper.folder)
    assert [each.number for each in kept[:10]] == list(range(34, 24, -1))
    assert [each.made.date().isoformat() for each in kept[10:]] == ["2026-02-28", "2026-01-29"]


def test_a_clock_set_back_deletes_neither_the_newest_nor_stops_backups(keeper: Keeper) -> None:
    for hour in range(12):
        keeper.at(START + hour * HOUR)
    back = START - dt.timedelta(days=4000)
    newest = [keeper.at(back + dt.timedelta(minutes=minute)) for minute in range(3)]
    assert newest[0] is not None
    assert newest[1:] == [None, None]  # from then on the clock is believed again
    assert newest[0].exists()
    assert keeper.numbers()[-10:] == list(range(4, 14))
    with zipfile.ZipFile(newest[0]) as archive:
        assert archive.testzip() is None


def test_a_clock_far_ahead_and_back_again(keeper: Keeper) -> None:
    ahead = keeper.at(dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    for hour in range(15):
        assert keeper.at(START + hour * HOUR)
    assert ahead.exists()  # the last of its month
    assert keeper.numbers() == [1, *range(7, 17)]


def test_others_are_never_let_go(keeper: Keeper) -> None:
    by_hand = [keeper.store.backups.write() for _ in range(3)]
    letter = keeper.folder.backups / "letter.txt"
    letter.write_text("dear")
    strange = keeper.folder.backups / "mine-auto-7.puertas-backup"
    shutil.copy(by_hand[0], strange)
    for hour in range(15):
        keeper.at(START + hour * HOUR)
    assert all(each.exists() for each in (*by_hand, letter, strange))
    facts = {each.path: each for each in backups.listed(keeper.folder)}
    assert {facts[each].kind for each in (*by_hand, strange)} == {backups.BY_HAND}


def test_a_failed_backup_lets_none_go(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    for hour in range(10):
        keeper.at(START + hour * HOUR)

    def fail(*given: object, **named: object) -> Path:
        raise OSError(5, "broken")

    monkeypatch.setattr(backups.backup, "write", fail)
    with pytest.raises(OSError, match="broken"):
        keeper.at(START + 20 * HOUR)
    assert len(keeper.numbers()) == 10


def test_what_a_person_is_told(path: Path) -> None:
    with Store.create(path, passphrase=PASSPHRASE, cost=CHEAP) as store:
        store.businesses.add(business())
        saved = store.backups.automatic()
        assert store.backups.automatic() is None
        by_hand = store.backups.write()
        newest, first = store.backups.all()
    assert (newest.path, newest.kind, newest.encrypted) == (by_hand, "by_hand", True)
    assert (first.path, first.kind, first.number) == (saved, "automatic", 1)
    assert first.size == saved.stat().st_size
    assert abs(first.made - dt.datetime.now(dt.UTC)) < 10 * dt.timedelta(minutes=1)


def test_a_damaged_backup_is_listed(store: Store) -> None:
    saved = store.backups.automatic()
    saved.write_bytes(b"PK")
    assert [each.path for each in store.backups.all()] == [saved]
    store.businesses.add(business())
