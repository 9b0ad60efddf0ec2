"""Restoring a backup over a directory: what differs, what is kept, what is never undone."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.model.draft import DraftConsent
from directory_app.model.event import Event
from directory_app.model.recall import PlannedRun
from directory_app.store import Filter, Store
from directory_app.store.database import Database
from directory_app.store.keys import WrongSecretError
from directory_app.store.rekey import encrypt, rekey
from directory_app.store.restore import preview, restore_as_new, restore_into
from tests.runs import record

from .conftest import CHEAP, PASSPHRASE, TODAY, business, fingerprint, phone, yes

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
OTHER = "turquesa burro ventana ladrillo"


def filled(path: Path, passphrase: str | None) -> Path:
    """Two businesses; its backup."""
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        for name, last in (("Alba", "41"), ("Brisa", "42")):
            store.businesses.add(business(name), phones=[phone(last)], consents=[yes()])
        return store.backups.write(path.parent)


def names(path: Path, passphrase: str | None) -> list[str]:
    with Store.open(path, passphrase=passphrase, write=True) as store:
        assert store.check() == []
        return [each.business.name for each in store.businesses.search("")]


def told(found: object, kind: str) -> tuple[object, ...]:
    each = next(each for each in found.differences if each.kind == kind)
    return each.only_here, each.only_there, each.changed, each.same


@BOTH
def test_a_preview_names_what_differs_and_changes_nothing(
    path: Path, passphrase: str | None
) -> None:
    saved = filled(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True) as store:
        alba, brisa = store.businesses.search("")
        store.businesses.delete([alba.business.id])
        store.businesses.update(brisa.business.id, {"name": "Brisa Nueva"}, phones=[phone("99")])
        made = store.businesses.add(business("Cielo"))
        store.events.add(Event(name_en="Fair", date=TODAY))
        store.people.add("Marisol")
        store.settings.set("mistake_contact", "505-555-0100")
    before = fingerprint(path)
    found = preview(path, saved, passphrase)
    assert fingerprint(path) == before
    code = made.business.code
    assert told(found, "businesses") == (
        (f"Cielo ({code})",),
        (f"Alba ({alba.business.code})",),
        (f"Brisa Nueva ({brisa.business.code})",),
        0,
    )
    assert told(found, "events") == ((f"Fair, {TODAY}",), (), (), 0)
    assert told(found, "people") == (("Marisol",), (), (), 0)
    assert told(found, "settings")[0] == ("mistake_contact",)
    assert found.problems == ()
    assert not found.passphrase_of_backup


@BOTH
def test_an_answer_or_a_phone_alone_makes_a_business_differ(
    path: Path, passphrase: str | None
) -> None:
    saved = filled(path, passphrase)
    assert told(preview(path, saved, passphrase), "businesses") == ((), (), (), 2)
    with Store.open(path, passphrase=passphrase, write=True) as store:
        store.opened.connection.execute("UPDATE consent SET asked_by = 'X' WHERE rowid = 1")
    assert len(told(preview(path, saved, passphrase), "businesses")[2]) == 1


@BOTH
def test_a_restore_brings_the_old_state_and_keeps_the_new(
    path: Path, passphrase: str | None
) -> None:
    saved = filled(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True) as store:
        store.businesses.delete([store.businesses.search("alba")[0].business.id])
        store.businesses.add(business("Cielo"))
    done = restore_into(path, saved, passphrase)
    assert names(path, passphrase) == ["Alba", "Brisa"]
    assert "-before-restore-" in done.kept.name
    restore_into(path, done.kept, passphrase)
    assert names(path, passphrase) == ["Brisa", "Cielo"]
    assert not list(path.glob(".*"))
    if os.name != "nt":
        assert (path / "directory.db").stat().st_mode & 0o077 == 0


@BOTH
def test_a_refusal_since_then_stays(path: Path, passphrase: str | None) -> None:
    saved = filled(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True, today=lambda: TODAY) as store:
        alba, brisa = (each.business.id for each in store.businesses.search(""))
        store.consents.record(alba, [DraftConsent("print", "withdrawn", TODAY, "Marisol")])
        store.consents.record(brisa, [DraftConsent("web", "no", TODAY, "Marisol")])
        store.businesses.update(brisa, {"location_visibility": "town"})
    done = restore_into(path, saved, passphrase)
    assert (done.refusals, done.hidden, done.not_carried) == (2, 1, False)
    with Store.open(path, passphrase=passphrase, today=lambda: TODAY) as store:
        assert [each.name for each in store.listings.public("print", TODAY)] == ["Brisa"]
        answers = {
            (each.channel, each.answer)
            for dossier in store.businesses.search("")
            for each in dossier.consents.values()
        }
        assert answers == {("print", "withdrawn"), ("print", "yes"), ("web", "no")}
        assert store.businesses.search("brisa")[0].business.location_visibility == "town"
        assert store.check() == []


def test_an_older_refusal_does_not_stand_against_a_backup_that_refuses_too(path: Path) -> None:
    filled(path, None)
    with Store.open(path, write=True) as store:
        alba = store.businesses.search("alba")[0].business.id
        store.consents.record(alba, [DraftConsent("print", "no", TODAY, "Before")])
        saved = store.backups.write()
        store.businesses.update(alba, {"location_visibility": "exact"})
    assert restore_into(path, saved, None).refusals == 0
    with Store.open(path) as store:
        assert store.businesses.search("alba")[0].consents["print"].asked_by == "Before"


@BOTH
def test_a_refusal_of_an_entry_that_was_deleted_since_then_stays(
    path: Path, passphrase: str | None
) -> None:
    saved = filled(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True, today=lambda: TODAY) as store:
        alba, brisa = (each.business.id for each in store.businesses.search(""))
        store.consents.record(alba, [DraftConsent("print", "no", TODAY, "Marisol")])
        store.consents.record(alba, [DraftConsent("web", "no", TODAY, "Marisol")])
        store.businesses.delete([alba])
        store.businesses.delete([brisa])
        store.history.undo()
    assert restore_into(path, saved, passphrase).refusals == 2
    with Store.open(path, passphrase=passphrase, today=lambda: TODAY) as store:
        assert [each.name for each in store.listings.public("print", TODAY)] == ["Brisa"]
        assert {
            name: one.answer for name, one in store.businesses.search("alba")[0].consents.items()
        } == {
            "print": "no",
            "web": "no",
        }
        assert store.check() == []


def test_a_refusal_after_a_merge_holds_for_what_was_merged(path: Path) -> None:
    saved = filled(path, None)
    with Store.open(path, write=True, today=lambda: TODAY) as store:
        alba, brisa = (each.business.id for each in store.businesses.search(""))
        last = store.businesses.add(
            business("Cima"), phones=[phone("77")], consents=[yes()]
        ).business.id
        store.duplicates.merge(brisa, alba)
        store.duplicates.merge(last, brisa)
        store.consents.record(last, [DraftConsent("print", "withdrawn", TODAY, "Marisol")])
    assert restore_into(path, saved, None).refusals == 2
    with Store.open(path, today=lambda: TODAY) as store:
        assert store.listings.public("print", TODAY) == []
        assert store.check() == []


def test_a_merge_that_was_undone_passes_no_refusal_on(path: Path) -> None:
    saved = filled(path, None)
    with Store.open(path, write=True, today=lambda: TODAY) as store:
        alba, brisa = (each.business.id for each in store.businesses.search(""))
        store.duplicates.merge(brisa, alba)
        store.history.undo()
        store.consents.record(brisa, [DraftConsent("print", "no", TODAY, "Marisol")])
    assert restore_into(path, saved, None).refusals == 1
    with Store.open(path, today=lambda: TODAY) as store:
        assert [each.name for each in store.listings.public("print", TODAY)] == ["Alba"]


def test_what_was_printed_since_then_is_still_known(path: Path) -> None:
    saved = filled(path, None)
    with Store.open(path, write=True) as store:
        alba = store.businesses.search("alba")[0].business
        record(
            store,
            event_id=None,
            layout="sheet",
            languages="en",
            use_by=TODAY,
            copies=40,
            sha256="0" * 64,
            entries=[(alba.code, {"name": "Alba"})],
        )
    assert told(preview(path, saved, None), "print_runs") == ((), (), (), 1), "it stays"
    assert restore_into(path, saved, None).print_runs == 1
    with Store.open(path) as store:
        (run,) = store.runs.all()
        assert (run.number, run.copies) == (1, 40)
        assert store.runs.next_number() == 2


@BOTH
def test_who_withdrew_since_then_does_not_come_back(path: Path, passphrase: str | None) -> None:
    saved = filled(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True) as store:
        store.consents.withdraw(store.businesses.search("alba")[0].business.id)
    found = preview(path, saved, passphrase)
    assert (found.withdrawn, told(found, "businesses")) == (1, ((), (), (), 1)), "nobody is named"
    assert restore_into(path, saved, passphrase).withdrawn == 1
    assert names(path, passphrase) == ["Brisa"]
    if passphrase is None:
        assert b"Alba" not in (path / "directory.db").read_bytes()
    with Store.open(path, passphrase=passphrase) as store:
        assert store.imports.known_again("Alba", ["+15055550141"], "1420 Cerrillos Rd", "Santa Fe")


@BOTH
def test_who_withdrew_with_a_name_alone_does_not_come_back(
    path: Path, passphrase: str | None
) -> None:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        bare = {"address_1": "", "city": "", "postal_code": ""}
        alba = store.businesses.add(business("Alba", **bare), consents=[yes()]).business.id
        gone = store.businesses.add(business("Brasa", **bare), consents=[yes()]).business.id
        store.businesses.update(alba, {"name": "Aurora"})
        store.businesses.delete([gone])
        saved = store.backups.write(path.parent)
        store.consents.withdraw(alba)
        store.consents.withdraw(gone)
    assert preview(path, saved, passphrase).withdrawn == 2
    assert restore_into(path, saved, passphrase).withdrawn == 2
    with Store.open(path, passphrase=passphrase, write=True, today=lambda: TODAY) as store:
        assert store.listings.public("print", TODAY) == []
        while store.history.undo():
            pass
        assert store.businesses.search("") == []
        assert store.check() == []
    if passphrase is None:
        data = (path / "directory.db").read_bytes()
        assert not any(name in data for name in (b"Alba", b"Aurora", b"Brasa"))


def test_another_directory_is_not_restored_over_this_one(path: Path) -> None:
    filled(path, None)
    other = filled(path.with_name("other.puertas"), None)
    before = fingerprint(path)
    for work in (preview, restore_into):
        with pytest.raises(UserError, match="another directory"):
            work(path, other, None)
    assert fingerprint(path) == before


def test_a_backup_from_before_a_rekey_comes_back_under_the_new_key(path: Path) -> None:
    saved = filled(path, PASSPHRASE)
    rekey(path, PASSPHRASE, new_passphrase=OTHER, drop_old_backups=True, cost=CHEAP)
    with pytest.raises(WrongSecretError, match="does not open this backup"):
        preview(path, saved, OTHER)
    assert not preview(path, saved, OTHER, backup_secret=PASSPHRASE).passphrase_of_backup
    restore_into(path, saved, OTHER, backup_secret=PASSPHRASE)
    assert names(path, OTHER) == ["Alba", "Brisa"]


def test_a_plain_backup_comes_back_encrypted(path: Path) -> None:
    saved = filled(path, None)
    encrypt(path, PASSPHRASE, cost=CHEAP)
    restore_into(path, saved, PASSPHRASE)
    assert names(path, PASSPHRASE) == ["Alba", "Brisa"]
    assert b"Alba" not in (path / "directory.db").read_bytes()


def test_an_encrypted_backup_encrypts_a_plain_directory(path: Path) -> None:
    filled(path, None)
    encrypt(path, PASSPHRASE, cost=CHEAP)
    with Store.open(path, passphrase=PASSPHRASE) as store:
        saved = store.backups.write(path.parent)
    shutil.rmtree(path)
    as_it_was(saved, path)
    found = preview(path, saved, None, backup_secret=PASSPHRASE)
    assert found.passphrase_of_backup
    done = restore_into(path, saved, None, backup_secret=PASSPHRASE)
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        assert store.browser.count(Filter()) == 2
        # told, not dropped: it is the state until then
        assert store.check() == [f"A backup is not encrypted: {done.kept.name}."]


def as_it_was(saved: Path, path: Path) -> None:
    """The same directory, plain again: as it was before it was encrypted."""
    restore_as_new(path, saved, PASSPHRASE)
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        plain, run = path.with_name("plain.db"), store.opened.connection.execute
        run("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
        run("SELECT sqlcipher_export('plain')").fetchall()
        for name in ("application_id", "user_version"):
            run(f"PRAGMA plain.{name} = {run(f'PRAGMA {name}').fetchone()[0]}")
        run("DETACH DATABASE plain")
    plain.replace(path / "directory.db")
    (path / "keys.json").unlink()


# a damaged directory


def damage(path: Path, how: str) -> None:
    database, slots = path / "directory.db", path / "keys.json"
    if how == "empty":
        database.write_bytes(b"")
    elif how == "short":
        os.truncate(database, 6000)
    elif how == "gone":
        database.unlink()
    elif how == "noise":
        database.write_bytes(random.Random(1).randbytes(40_000))
    elif how == "flipped":
        data = bytearray(database.read_bytes())
        data[30_000] ^= 0xFF
        database.write_bytes(data)
    elif how == "slots damaged":
        slots.write_text("{")
    elif how == "slots gone":
        slots.unlink()


@pytest.mark.parametrize(
    "how", ["empty", "short", "gone", "noise", "flipped", "slots damaged", "slots gone"]
)
def test_a_damaged_directory_is_restored_and_kept(path: Path, how: str) -> None:
    saved = filled(path, PASSPHRASE)
    damage(path, how)
    before = {
        name: (path / name).read_bytes()
        for name in ("directory.db", "keys.json")
        if (path / name).exists()
    }
    found = preview(path, saved, PASSPHRASE)
    assert found.problems
    done = restore_into(path, saved, PASSPHRASE)
    assert names(path, PASSPHRASE) == ["Alba", "Brisa"]
    assert "-damaged-" in done.kept.name
    import zipfile

    with zipfile.ZipFile(done.kept) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == before
    assert done.not_carried or how == "flipped"


def test_a_wrong_passphrase_is_not_damage(path: Path) -> None:
    saved = filled(path, PASSPHRASE)
    before = fingerprint(path)
    with pytest.raises(WrongSecretError):
        restore_into(path, saved, "guess")
    assert fingerprint(path) == before


@pytest.mark.parametrize("how", ["newer", "older"])
def test_another_version_is_not_damage(path: Path, how: str) -> None:
    saved = filled(path, PASSPHRASE)
    with Database.open(path, passphrase=PASSPHRASE, write=True) as store:
        run = store.opened.connection.execute
        run("UPDATE alembic_version SET version_num = ?", ("9999" if how == "newer" else "0000",))
        if how == "newer":
            run("PRAGMA user_version = 99")
    before = fingerprint(path)
    for work in (preview, restore_into):
        with pytest.raises(UserError, match=f"{how} version of Puertas"):
            work(path, saved, PASSPHRASE)
    assert fingerprint(path) == before


def test_what_is_no_directory_gets_no_backup(tmp_path: Path, path: Path) -> None:
    saved = filled(path, None)
    (tmp_path / "holiday").mkdir()
    with pytest.raises(UserError, match="not a Puertas directory"):
        restore_into(tmp_path / "holiday", saved, None)
    assert list((tmp_path / "holiday").iterdir()) == []


def test_a_damaged_backup_replaces_nothing(path: Path) -> None:
    saved = filled(path, PASSPHRASE)
    data = bytearray(saved.read_bytes())
    data[30_000] ^= 0xFF
    saved.write_bytes(data)
    before = fingerprint(path)
    with pytest.raises(UserError, match="not a sound backup"):
        restore_into(path, saved, PASSPHRASE)
    assert fingerprint(path) == before


RESTORES = """
import sys
from pathlib import Path
from directory_app.store.restore import restore_into
while True:
    for file in sys.argv[3:]:
        restore_into(Path(sys.argv[1]), Path(file), sys.argv[2])
        print("done", flush=True)
"""


def killed_while_restoring(template: Path, files: list[Path], path: Path, seed: int) -> None:
    shutil.copytree(template, path)
    process = subprocess.Popen(
        [sys.executable, "-c", RESTORES, str(path), PASSPHRASE, *map(str, files)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "done\n"
    time.sleep(random.Random(seed).uniform(0, 0.3))
    process.kill()
    process.communicate()
    assert names(path, PASSPHRASE) in (["Alba", "Brisa"], ["Alba", "Brisa", "Cielo"])
    assert not list(path.glob(".*.partial/*"))


def two_states(tmp_path: Path) -> tuple[Path, list[Path]]:
    template = tmp_path / "template.puertas"
    first = filled(template, PASSPHRASE)
    with Store.open(template, passphrase=PASSPHRASE, write=True) as store:
        store.businesses.add(business("Cielo"))
        second = store.backups.write(tmp_path)
    return template, [first, second]


@pytest.mark.parametrize("seed", range(3))
def test_killed_while_restoring(tmp_path: Path, seed: int) -> None:
    template, files = two_states(tmp_path)
    killed_while_restoring(template, files, tmp_path / "x.puertas", seed)


@pytest.mark.long
def test_killed_sixty_times_while_restoring(tmp_path: Path) -> None:
    template, files = two_states(tmp_path)
    for seed in range(100, 160):
        killed_while_restoring(template, files, tmp_path / f"{seed}.puertas", seed)


def test_a_run_that_was_open_in_the_backup_is_as_it_ended_since(path: Path) -> None:
    filled(path, None)
    with Store.open(path, write=True) as store:
        alba = store.businesses.search("alba")[0].business
        planned = PlannedRun("sheet", [(alba.code, {"name": "Luz del Alba"})])
        for _ in range(2):
            store.runs.reserve(planned)
        saved = store.backups.write()
        store.runs.complete(1, "1" * 64)
        store.runs.add_copies(1, 4)
        store.runs.fail(2)
    restore_into(path, saved, None)
    with Store.open(path) as store:
        runs = store.runs.all(with_failed=True)
        assert [(run.number, run.state, run.copies) for run in runs] == [
            (2, "failed", 1),
            (1, "complete", 5),
        ]
