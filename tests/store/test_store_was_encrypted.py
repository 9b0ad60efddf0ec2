"""A plain database where an encrypted directory was: refused, with what that means."""

import shutil
from pathlib import Path

import pytest

from directory_app import settings
from directory_app.store import Filter, Store
from directory_app.store.rekey import encrypt
from directory_app.store.restore import restore_as_new, restore_into
from directory_app.store.was_encrypted import OVERRIDE, WasEncryptedError, allow

from .conftest import CHEAP, PASSPHRASE, business


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PUERTAS_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.delenv(OVERRIDE, raising=False)


def sealed(path: Path) -> Path:
    """An encrypted directory that was opened here, and a backup of it elsewhere."""
    with Store.create(path, passphrase=PASSPHRASE, cost=CHEAP) as store:
        store.businesses.add(business("Alba"))
        return store.backups.write(path.parent)


def swapped(path: Path) -> None:
    """As somebody does who wants to read what is typed from now on."""
    other = path.with_name("theirs.puertas")
    Store.create(other, passphrase=None).close()
    shutil.rmtree(path / "backups")
    (path / "keys.json").unlink()
    shutil.copy(other / "directory.db", path / "directory.db")
    (path / "backups").mkdir()


@pytest.mark.parametrize("write", [True, False])
def test_a_plain_one_in_its_place_is_refused(path: Path, write: bool) -> None:
    sealed(path)
    swapped(path)
    before = (path / "directory.db").read_bytes()
    with pytest.raises(WasEncryptedError, match="somebody may have put another one"):
        Store.open(path, write=write)
    assert (path / "directory.db").read_bytes() == before


def test_a_backup_goes_back_in_its_place(path: Path) -> None:
    saved = sealed(path)
    swapped(path)
    done = restore_into(path, saved, None, backup_secret=PASSPHRASE)
    assert done.unknown_since is not None  # what lay there tells nothing of refusals
    with Store.open(path, passphrase=PASSPHRASE) as store:
        assert store.browser.count(Filter()) == 1


def test_on_a_machine_that_never_saw_it_its_encrypted_backups_tell(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = sealed(path)
    swapped(path)
    monkeypatch.setenv("PUERTAS_SETTINGS", str(tmp_path / "another.json"))
    Store.open(path).close()
    shutil.copy(saved, path / "backups")
    with pytest.raises(WasEncryptedError):
        Store.open(path)


def test_who_did_it_on_purpose_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = sealed(path)
    swapped(path)
    shutil.copy(saved, path / "backups")
    monkeypatch.setenv(OVERRIDE, "1")
    Store.open(path).close()
    monkeypatch.delenv(OVERRIDE)
    allow(path)
    Store.open(path).close()


def test_what_this_program_made_plain_there_is_meant(path: Path) -> None:
    sealed(path)
    shutil.rmtree(path)
    Store.create(path, passphrase=None).close()
    with Store.open(path, write=True) as store:
        saved = store.backups.write(path.parent)
    encrypt(path, PASSPHRASE, cost=CHEAP)
    Store.open(path, passphrase=PASSPHRASE).close()
    shutil.rmtree(path)
    restore_as_new(path, saved, None)
    Store.open(path).close()


def test_the_settings_name_no_place(path: Path) -> None:
    sealed(path)
    text = settings.settings_file().read_text("utf-8")
    kept = settings.load()
    assert [len(mark) for mark in kept.encrypted_places] == [6]
    assert path.stem not in text
    assert str(path.parent) not in text
