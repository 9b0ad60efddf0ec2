"""A disk that is full, and a folder that may only be read: on real file systems."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.store import Filter, Store

from .conftest import CHEAP, PASSPHRASE, business, fingerprint, phone, yes

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="mounts and owners are POSIX's")

#: Fills the disk but for a few pages, does one thing, and tells how it ended.
ON_A_FULL_DISK = """
import os, sys
from pathlib import Path
from directory_app.errors import UserError
from directory_app.model.draft import Draft, Verdict, VerdictKind
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
path, what, passphrase, room = Path(sys.argv[1]), sys.argv[2], sys.argv[3] or None, int(sys.argv[4])
with (path.parent / "ballast").open("wb", buffering=0) as ballast:
    try:
        while True:
            ballast.write(bytes(4096))
    except OSError:
        pass
    ballast.truncate(max(0, ballast.tell() - room))
from directory_app.store import recovery
from directory_app.store.rekey import encrypt, rekey
from directory_app.store.restore import restore_into
from directory_app.store.salvage import salvage
cheap = Cost(64, 1, 1)
verdicts = [Verdict(Draft(n, {"name": f"Tienda {n}"}), VerdictKind.CREATE) for n in range(2000)]
try:
    if what == "rekey":
        done = (
            rekey(path, passphrase, new_passphrase="new", cost=cheap)
            if passphrase
            else encrypt(path, "new", cost=cheap)
        )
        assert (done.backup is None) is ("disk is full" in done.trouble)
    elif what == "restore":
        restore_into(path, next((path / "backups").iterdir()), passphrase)
    elif what == "salvage":
        salvage(path, path.parent / "new.puertas", passphrase)
    elif what == "slots":
        with Store.open(path, passphrase=passphrase, write=True) as store:
            store.keys.change_passphrase(passphrase, "new", cheap)
            store.keys.set_recovery_code("new", recovery.new_code())
    elif what == "create":
        Store.create(path.parent / "new.puertas", passphrase=passphrase, cost=Cost(64, 1, 1))
    else:
        with Store.open(path, passphrase=passphrase, write=what == "import") as store:
            store.backups.write() if what == "backup" else store.imports.apply(verdicts)
    print("done")
except UserError as error:
    print("UserError", error)
except BaseException as error:
    print("bug", repr(error))
"""


def python(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def filled(path: Path, passphrase: str | None) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        for number in range(3):
            store.businesses.add(business(f"Canario {number}"), phones=[phone()], consents=[yes()])
    return path


@BOTH
@pytest.mark.parametrize("room", [0, 8_192, 200_000, 420_000])
@pytest.mark.parametrize("what", ["import", "backup", "create"])
def test_a_full_disk_is_one_sentence_and_leaves_all_as_it_was(
    small_disk: Path, what: str, room: int, passphrase: str | None
) -> None:
    path = filled(small_disk / "ours.puertas", passphrase)
    with Store.open(path, passphrase=passphrase) as store:
        old = store.backups.write()
    before = fingerprint(path)
    said = python(ON_A_FULL_DISK, str(path), what, passphrase or "", str(room))
    (small_disk / "ballast").unlink()
    assert said == "done" or "disk is full" in said
    assert said != "done" or room > 8_192
    if said != "done":
        after = fingerprint(path)
        if what == "import" and passphrase:  # rolled back, but sealed anew
            del before["directory.db"], after["directory.db"]
        assert after == before
        assert sorted(each.name for each in small_disk.iterdir()) == [path.name]
    with Store.open(path, passphrase=passphrase, write=True) as store:
        assert store.browser.count(Filter()) == (2_003 if (what, said) == ("import", "done") else 3)
        assert store.check() == []
    assert old.is_file()


@pytest.mark.parametrize("room", [0, 4_096, 100_000, 300_000, 450_000, 600_000, 2_000_000])
@pytest.mark.parametrize(
    ("what", "passphrase"),
    [
        ("rekey", PASSPHRASE),
        ("rekey", None),
        ("restore", PASSPHRASE),
        ("restore", None),
        ("salvage", PASSPHRASE),
        ("slots", PASSPHRASE),
    ],
)
def test_a_full_disk_leaves_the_old_key_or_the_new(
    small_disk: Path, what: str, room: int, passphrase: str | None
) -> None:
    """Whatever was left of the way, one of the two passphrases opens it, with every row."""
    path = filled(small_disk / "ours.puertas", passphrase)
    with Store.open(path, passphrase=passphrase) as store:
        store.backups.write()
    before = fingerprint(path)
    said = python(ON_A_FULL_DISK, str(path), what, passphrase or "", str(room))
    (small_disk / "ballast").unlink()
    assert said == "done" or "disk is full" in said
    assert said == "done" or room < 2_000_000
    assert said != "done" or room > 0
    for secret in (passphrase, "new"):
        with suppress(UserError), Store.open(path, passphrase=secret, write=True) as store:
            assert store.browser.count(Filter()) == 3
            # plain backups stay until there is an encrypted one
            assert [each for each in store.check() if "A backup is not" not in each] == []
            break
    else:
        pytest.fail("neither passphrase opens it")
    if said != "done" and secret == passphrase:
        after = fingerprint(path)
        assert {name: after[name] for name in before} == before
    assert not list(path.glob(".*"))


#: Everything is imported before the account is given up: it may not even reach the program.
AS_NOBODY = """
import os, sys
import directory_app.cli, directory_app.tasks, directory_app.store.store
from directory_app.store import Filter, Store
with Store.open(sys.argv[1], passphrase=sys.argv[2] or None) as store:  # what loads late
    store.businesses.search(""), store.check(), store.events.all(), store.history.steps()
if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    (__import__("pathlib").Path(sys.argv[1]) / "try").touch()
    print("writable")
except PermissionError:
    pass
with Store.open(sys.argv[1], passphrase=sys.argv[2] or None) as store:
    print(store.browser.count(Filter()), len(store.businesses.search("canario")), store.check())
try:
    Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True)
except Exception as error:
    print(type(error).__name__, error.message)
"""


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that any account may enter."""
    folder = Path(tempfile.mkdtemp(prefix="puertas-test-"))
    folder.chmod(0o755)
    yield folder
    for each in folder.rglob("*"):
        each.chmod(0o700)
    shutil.rmtree(folder)


@BOTH
def test_a_folder_that_may_only_be_read_opens_for_reading(
    reachable: Path, passphrase: str | None
) -> None:
    path = filled(reachable / "ours.puertas", passphrase)
    for each in [*path.rglob("*"), path]:
        each.chmod(0o500 if each.is_dir() else 0o400)
        if os.geteuid() == 0:
            os.chown(each, 65534, 65534)
    before = fingerprint(path)
    assert python(AS_NOBODY, str(path), passphrase or "").splitlines() == [
        "3 3 []",
        "UserError This directory cannot be changed: its folder is read-only.",
    ]
    assert fingerprint(path) == before
