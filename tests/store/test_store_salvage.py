"""Salvage: what can be read is saved, what cannot is named, the damaged file is only read."""

import os
import random
import shutil
import zipfile
from contextlib import closing, suppress
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.store import Filter, Store
from directory_app.store.damaged import DamagedFile
from directory_app.store.keys import unwrap
from directory_app.store.restore import restore_as_new
from directory_app.store.salvage import salvage

from .conftest import CHEAP, PASSPHRASE, business, fingerprint, phone, yes

BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four hundred businesses, encrypted, with phones and answers."""
    path = tmp_path_factory.mktemp("sound") / "ours.puertas"
    with Store.create(path, passphrase=PASSPHRASE, cost=CHEAP) as store:
        from directory_app.model.draft import Draft, DraftPhone, Verdict, VerdictKind

        drafts = [
            Draft(
                n,
                {"name": f"Tienda {n:03}", "city": "Santa Fe", "description_en": "x" * 300},
                phones=[DraftPhone(f"+1505555{n:04}")],
                consents=[yes()],
            )
            for n in range(400)
        ]
        store.imports.apply([Verdict(draft, VerdictKind.CREATE) for draft in drafts])
        store.backups.write()
    return path


@pytest.fixture
def damaged(sound: Path, tmp_path: Path) -> Path:
    path = tmp_path / "damaged.puertas"
    shutil.copytree(sound, path)
    return path


def spoil(path: Path, *pages: int) -> None:
    """Change one byte of each of these pages (from 0)."""
    with (path / "directory.db").open("r+b") as file:
        for page in pages:
            file.seek(page * PAGE + 1000)
            byte = file.read(1)
            file.seek(page * PAGE + 1000)
            file.write(bytes([byte[0] ^ 0xFF]))


def page_count(path: Path) -> int:
    return (path / "directory.db").stat().st_size // PAGE


def assert_accounted_for(path: Path, new: Path, passphrase: str | None) -> None:
    """Every business is either there or named, and what is there is whole."""
    found = salvage(path, new, passphrase)
    with Store.open(new, passphrase=passphrase, write=True) as store:
        assert store.check() == []
        there = {each.business.name for each in store.businesses.search("")}
        assert len(there) + len(found.businesses) == 400
        # whose name no index tells any more has a number at least
        nameless = sum(lost.startswith("business number") for lost in found.businesses)
        assert nameless < 5
        for number in range(400):
            name = f"Tienda {number:03}"
            named = any(lost.startswith(name.lower()) for lost in found.businesses)
            assert not (name in there and named)
            assert name in there or named or nameless
        assert len(store.businesses.search("tienda")) == len(there)
        store.businesses.add(business("Después"))
        store.history.undo()


def test_a_sound_directory_is_salvaged_whole(sound: Path, tmp_path: Path) -> None:
    before = fingerprint(sound)
    found = salvage(sound, tmp_path / "new.puertas", PASSPHRASE)
    assert fingerprint(sound) == before
    assert (found.businesses, found.lost, found.sentences()) == ([], {}, [])
    assert found.saved["business"] == found.saved["phone"] == found.saved["consent"] == 400
    with Store.open(tmp_path / "new.puertas", passphrase=PASSPHRASE, write=True) as store:
        assert store.check() == []
        assert store.browser.undo_label()
        store.history.undo()
        assert store.browser.count(Filter()) == 0
    if os.name != "nt":
        assert (tmp_path / "new.puertas").stat().st_mode & 0o077 == 0
        assert (tmp_path / "new.puertas" / "directory.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("seed", range(8))
def test_of_damaged_pages_every_row_is_saved_or_named(
    damaged: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    pages = chance.sample(range(1, page_count(damaged)), chance.choice((1, 2, 5)))
    spoil(damaged, *pages)
    before = fingerprint(damaged)
    try:
        assert_accounted_for(damaged, tmp_path / "new.puertas", PASSPHRASE)
    except UserError as error:
        assert "beginning" in error.message
        assert min(pages) < 40
        assert not (tmp_path / "new.puertas").exists()
    assert fingerprint(damaged) == before
    assert sorted(each.name for each in tmp_path.iterdir() if "partial" in each.name) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 140))
def test_of_many_damaged_pages(damaged: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    spoil(damaged, *chance.sample(range(100, page_count(damaged)), 12))
    assert_accounted_for(damaged, tmp_path / "new.puertas", PASSPHRASE)


def test_the_lost_are_named(damaged: Path, tmp_path: Path) -> None:
    """Damage the leaf that holds a known business, found by trying."""
    key = unwrap((damaged / "keys.json").read_bytes(), PASSPHRASE)
    for page in range(page_count(damaged) // 2, 0, -1):
        spoil(damaged, page)
        with suppress(UserError), closing(DamagedFile(damaged / "directory.db", key)) as file:
            if any(row is None for _, row in file.rows("business")):
                break
        spoil(damaged, page)  # back as it was
    found = salvage(damaged, tmp_path / "new.puertas", PASSPHRASE)
    assert all(name.startswith("tienda ") and "(" in name for name in found.businesses)
    assert 1 <= len(found.businesses) < 40
    # what belonged to them goes with them, and is told
    assert found.lost["phone"] == found.lost["consent"] == len(found.businesses)
    sentences = found.sentences()
    assert sentences[0] == f"Not readable: {found.businesses[0]}."
    assert f"Not readable: {len(found.businesses)} × a telephone." in sentences


def test_a_damaged_beginning_says_so(damaged: Path, tmp_path: Path) -> None:
    spoil(damaged, 0)
    with pytest.raises(UserError, match="beginning of the directory file"):
        salvage(damaged, tmp_path / "new.puertas", PASSPHRASE)
    assert not (tmp_path / "new.puertas").exists()


def test_a_damaged_key_file_is_taken_from_a_backup(damaged: Path, tmp_path: Path) -> None:
    (damaged / "keys.json").write_text("{")
    found = salvage(damaged, tmp_path / "new.puertas", PASSPHRASE)
    assert found.key_from is not None
    assert found.saved["business"] == 400
    for file in (damaged / "backups").iterdir():
        file.unlink()
    with pytest.raises(UserError, match=r"keys\.json"):
        salvage(damaged, tmp_path / "other.puertas", PASSPHRASE)


def test_a_lost_key_file_is_taken_from_a_backup(damaged: Path, tmp_path: Path) -> None:
    (damaged / "keys.json").unlink()
    assert salvage(damaged, tmp_path / "new.puertas", PASSPHRASE).saved["business"] == 400
    with pytest.raises(UserError, match="passphrase is not right"):
        salvage(damaged, tmp_path / "other.puertas", "guess")


def test_salvage_overwrites_nothing(damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("dear")
    with pytest.raises(UserError, match="already something"):
        salvage(damaged, tmp_path / "letter", PASSPHRASE)
    with pytest.raises(UserError, match="already something"):
        salvage(damaged, damaged, PASSPHRASE)


def test_a_file_cut_short_gives_what_is_left(damaged: Path, tmp_path: Path) -> None:
    os.truncate(damaged / "directory.db", page_count(damaged) * 3 // 4 * PAGE)
    found = salvage(damaged, tmp_path / "new.puertas", PASSPHRASE)
    assert 0 < found.saved["business"] <= 400
    with Store.open(tmp_path / "new.puertas", passphrase=PASSPHRASE) as store:
        assert store.check() == []


def test_a_plain_damaged_directory_is_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "plain.puertas"
    with Store.create(path, passphrase=None) as store:
        for number in range(60):
            store.businesses.add(business(f"Tienda {number}"), phones=[phone()], consents=[yes()])
    size = page_count(path)
    with (path / "directory.db").open("r+b") as file:
        for page in range(size // 2, size // 2 + 3):
            file.seek(page * PAGE)
            file.write(random.Random(page).randbytes(PAGE))
    found = salvage(path, tmp_path / "new.puertas", None)
    with Store.open(tmp_path / "new.puertas", write=True) as store:
        assert store.check() == []
        assert (
            store.browser.count(Filter()) == found.saved["business"] == 60 - len(found.businesses)
        )


def test_what_was_put_aside_can_be_salvaged_too(damaged: Path, tmp_path: Path) -> None:
    """The way back, should a restore over a damaged directory have been a mistake."""
    from directory_app.store.restore import restore_into

    saved = next((damaged / "backups").iterdir())
    spoil(damaged, page_count(damaged) - 3)
    kept = restore_into(damaged, saved, PASSPHRASE).kept
    with zipfile.ZipFile(kept) as archive:
        archive.extractall(tmp_path / "again.puertas")
    assert_accounted_for(tmp_path / "again.puertas", tmp_path / "new.puertas", PASSPHRASE)
    restore_as_new(tmp_path / "third.puertas", saved, PASSPHRASE)
