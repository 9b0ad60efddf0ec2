"""A new key for a whole directory, and encrypting a plain one; killed at any moment."""

import os
import random
import shutil
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.store import Filter, Store, recovery
from directory_app.store.rekey import encrypt, rekey
from directory_app.store.restore import restore_as_new

from .conftest import CHEAP, PASSPHRASE, business, fingerprint, phone, yes
from .test_store_slots import MemoryKeyring, kinds, opens, ring  # noqa: F401 - a fixture

ROOT = Path(__file__).resolve().parents[2]
OTHER = "turquesa burro ventana ladrillo"


def make(path: Path, passphrase: str | None, count: int = 3) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        for number in range(count):
            store.businesses.add(business(f"Canario {number}"), phones=[phone()], consents=[yes()])
    return path


def assert_whole(path: Path, passphrase: str, count: int = 3) -> None:
    with Store.open(path, passphrase=passphrase, write=True) as store:
        assert store.encrypted
        assert store.check() == []
        assert store.browser.count(Filter()) == count
        assert len(store.businesses.search("canario")) == count
        assert store.browser.undo_label() == f"Add Canario {count - 1}"
    assert sorted(each.name for each in path.iterdir()) == [
        "backups", "directory.db", "keys.json", "lock",
    ]  # fmt: skip
    if os.name != "nt":
        assert stat.S_IMODE((path / "directory.db").stat().st_mode) == 0o600
        assert stat.S_IMODE((path / "keys.json").stat().st_mode) == 0o600


def test_rekey_gives_another_key_and_the_same_directory(path: Path) -> None:
    from directory_app.store.keys import unwrap

    make(path, PASSPHRASE)
    before = unwrap((path / "keys.json").read_bytes(), PASSPHRASE)
    stolen = (path / "keys.json").read_bytes()
    made = rekey(path, PASSPHRASE, cost=CHEAP)
    assert_whole(path, PASSPHRASE)
    assert unwrap((path / "keys.json").read_bytes(), PASSPHRASE) != before
    assert made.backup.is_file()
    (path / "keys.json").write_bytes(stolen)  # of no use any more
    assert "damaged" in refusal(path, PASSPHRASE)


def refusal(path: Path, passphrase: str | None) -> str:
    with pytest.raises(UserError) as caught:
        Store.open(path, passphrase=passphrase)
    return caught.value.message


def test_rekey_exchanges_passphrase_and_code(path: Path) -> None:
    make(path, PASSPHRASE)
    old, new = recovery.new_code(), recovery.new_code()
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        store.keys.set_recovery_code(PASSPHRASE, old)
    made = rekey(path, old, new_passphrase=OTHER, code=new, cost=CHEAP)
    assert made.recovery_replaced
    assert_whole(path, OTHER)
    assert opens(path, new)
    assert not opens(path, old)
    assert not opens(path, PASSPHRASE)
    assert rekey(path, new, new_passphrase=PASSPHRASE, cost=CHEAP).recovery_lost
    assert_whole(path, PASSPHRASE)
    assert not opens(path, new)


def test_a_code_alone_is_no_new_passphrase(path: Path) -> None:
    make(path, PASSPHRASE)
    code = recovery.new_code()
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        store.keys.set_recovery_code(PASSPHRASE, code)
    before = fingerprint(path)
    with pytest.raises(UserError, match="new passphrase is needed"):
        rekey(path, code, cost=CHEAP)
    with pytest.raises(UserError, match="not right"):
        rekey(path, "guess", cost=CHEAP)
    with pytest.raises(UserError, match="empty"):
        rekey(path, PASSPHRASE, new_passphrase="", cost=CHEAP)
    assert fingerprint(path) == before


def test_rekey_renews_the_keyring(path: Path, ring: MemoryKeyring) -> None:  # noqa: F811
    make(path, PASSPHRASE)
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        store.keys.use_keyring(PASSPHRASE)
    before = dict(ring.kept)
    rekey(path, PASSPHRASE, cost=CHEAP)
    assert len(ring.kept) == 1
    assert set(ring.kept) != set(before)
    with Store.open(path, keyring=True) as store:
        assert kinds(store) == {"passphrase", "keyring"}


def test_old_backups_stay_with_their_passphrase_or_go(path: Path) -> None:
    make(path, PASSPHRASE)
    with Store.open(path, passphrase=PASSPHRASE) as store:
        old = store.backups.write()
    made = rekey(path, PASSPHRASE, new_passphrase=OTHER, cost=CHEAP)
    assert made.old_backups == (old,)
    restore_as_new(path.with_name("old.puertas"), old, PASSPHRASE)
    assert opens(path.with_name("old.puertas"), PASSPHRASE)
    made = rekey(path, OTHER, drop_old_backups=True, cost=CHEAP)
    assert made.old_backups == ()
    assert list((path / "backups").iterdir()) == [made.backup]
    restore_as_new(path.with_name("new.puertas"), made.backup, OTHER)
    assert_whole(path.with_name("new.puertas"), OTHER)


def test_rekey_waits_for_no_other_writer(path: Path) -> None:
    make(path, PASSPHRASE)
    with (
        Store.open(path, passphrase=PASSPHRASE, write=True),
        pytest.raises(UserError, match="already open"),
    ):
        rekey(path, PASSPHRASE, cost=CHEAP)


def test_a_damaged_directory_is_not_rekeyed(path: Path) -> None:
    make(path, PASSPHRASE)
    data = bytearray((path / "directory.db").read_bytes())
    data[-2000] ^= 1
    (path / "directory.db").write_bytes(data)
    before = fingerprint(path)
    with pytest.raises(UserError, match=r"damaged|written anew"):
        rekey(path, PASSPHRASE, cost=CHEAP)
    assert fingerprint(path) == before


def test_encrypt_leaves_no_plain_byte(path: Path) -> None:
    make(path, None)
    with Store.open(path) as store:
        store.backups.write()
    code = recovery.new_code()
    made = encrypt(path, PASSPHRASE, code=code, cost=CHEAP)
    assert made.old_backups == ()
    assert_whole(path, PASSPHRASE)
    assert opens(path, code)
    for file in path.rglob("*"):
        if file.is_file():
            assert b"Canario" not in file.read_bytes()
            assert not file.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.skipif(os.name == "nt", reason="a file that is open cannot be replaced there")
def test_the_plain_file_is_overwritten_not_only_removed(path: Path) -> None:
    make(path, None)
    with (path / "directory.db").open("rb") as old:
        encrypt(path, PASSPHRASE, cost=CHEAP)
        left = old.read()
    assert left
    assert not left.strip(b"\0")


def test_encrypt_keeps_plain_backups_only_when_asked(path: Path) -> None:
    make(path, None)
    with Store.open(path) as store:
        old = store.backups.write()
    assert encrypt(path, PASSPHRASE, keep_plain_backups=True, cost=CHEAP).old_backups == (old,)
    assert b"Canario" in old.read_bytes()
    with Store.open(path, passphrase=PASSPHRASE) as store:
        assert any("not encrypted" in problem for problem in store.check())


def test_what_cannot_be_encrypted_or_rekeyed_says_so(path: Path) -> None:
    make(path, None)
    before = fingerprint(path)
    with pytest.raises(UserError, match="not encrypted"):
        rekey(path, PASSPHRASE, cost=CHEAP)
    with pytest.raises(UserError, match="empty"):
        encrypt(path, "", cost=CHEAP)
    assert fingerprint(path) == before
    encrypt(path, PASSPHRASE, cost=CHEAP)
    with pytest.raises(UserError, match="encrypted already"):
        encrypt(path, PASSPHRASE, cost=CHEAP)


# killed at each step, and at any moment

#: Dies for good at the step that it is told: (module, function, before or after it).
AT_A_STEP = """
import os, signal, sys
from pathlib import Path
from directory_app.store import rekey, swap, folder
from directory_app.store.keys import Cost
path, new, old, module, name, when = sys.argv[1:]
room = {"swap": swap, "rekey": rekey, "os": os, "Path": Path}[module]
real = getattr(room, name)
def die(*given, **named):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*given, **named)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(room, name, die)
cost = Cost(64, 1, 1)
if old:
    rekey.rekey(Path(path), old, new_passphrase=new, cost=cost)
else:
    rekey.encrypt(Path(path), new, cost=cost)
"""
STEPS = [
    ("rekey", "write_anew", "before"),
    ("rekey", "write_anew", "after"),
    ("swap", "write_private", "before"),
    ("swap", "write_private", "after"),
    ("swap", "_settled", "before"),
    ("swap", "_settled", "after"),
    ("rekey", "_fresh_backup", "before"),
    ("rekey", "_fresh_backup", "after"),
]


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
@pytest.mark.parametrize("step", STEPS, ids="-".join)
@pytest.mark.parametrize("old", [PASSPHRASE, ""], ids=["rekey", "encrypt"])
@pytest.mark.parametrize("looked_at", [False, True])
def test_killed_at_each_step(path: Path, step: tuple[str, ...], old: str, looked_at: bool) -> None:
    make(path, old or None)
    child = subprocess.run(
        [sys.executable, "-c", AT_A_STEP, str(path), OTHER, old, *step],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert child.returncode == -9, child.stderr
    new = step[1] in ("_settled", "_fresh_backup")
    if looked_at:  # a reader settles nothing, and reads all the same
        before = fingerprint(path)
        with Store.open(path, passphrase=OTHER if new else (old or None)) as store:
            assert store.check() == []
            assert store.browser.count(Filter()) == 3
            again = store.backups.write(path.parent)
        restore_as_new(path.with_name("again.puertas"), again, OTHER if new else old)
        assert fingerprint(path) == before
        with Store.open(path.with_name("again.puertas"), passphrase=OTHER if new else old) as store:
            assert store.browser.count(Filter()) == 3
    if new:
        assert_whole(path, OTHER)
        assert not opens(path, old or PASSPHRASE)
    elif old:
        assert_whole(path, old)
    else:
        with Store.open(path, write=True) as store:
            assert not store.encrypted
            assert store.check() == []
        assert not (path / "keys.next.json").exists()


REKEYS = """
import sys
from pathlib import Path
from directory_app.store import rekey
from directory_app.store.keys import Cost
for number in range(100000):
    rekey.rekey(Path(sys.argv[1]), str(number), new_passphrase=str(number + 1), cost=Cost(64, 1, 1))
    print(number + 1, flush=True)
"""


def killed_while_rekeying(template: Path, path: Path, seed: int) -> None:
    shutil.copytree(template, path)
    moment = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-c", REKEYS, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    told = process.stdout.readline()
    time.sleep(moment.uniform(0, 0.25))
    process.kill()
    last = int((told + process.stdout.read()).split()[-1])
    process.wait()
    passphrase = str(last) if opens(path, str(last)) else str(last + 1)
    assert_whole(path, passphrase)


@pytest.mark.parametrize("seed", range(4))
def test_killed_while_rekeying(tmp_path: Path, seed: int) -> None:
    template = make(tmp_path / "template.puertas", "0")
    killed_while_rekeying(template, tmp_path / "x.puertas", seed)


@pytest.mark.long
def test_killed_sixty_times_while_rekeying(tmp_path: Path) -> None:
    template = make(tmp_path / "template.puertas", "0")
    for seed in range(100, 160):
        killed_while_rekeying(template, tmp_path / f"{seed}.puertas", seed)
