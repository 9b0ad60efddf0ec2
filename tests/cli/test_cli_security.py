"""Passphrase, code, key, backups, restore and salvage as a person types them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring as system_keyring
import pytest
from keyring.backend import KeyringBackend

from directory_app.errors import UserError
from directory_app.store import Filter, Store, keys, recovery

from .conftest import Puertas

if sys.platform != "win32":
    import pty
    import select

ROOT = Path(__file__).parents[2]
FIRST, SECOND = "acequia burro cometa dedal", "espiga farol guitarra hormiga"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2id at its least: the real cost has its own test."""
    real = keys.passphrase_slot
    least = keys.Cost(64, 1, 1)
    monkeypatch.setattr(keys, "passphrase_slot", lambda key, secret, _: real(key, secret, least))


@pytest.fixture
def locked(
    puertas: Puertas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, neighbors: Path
) -> Path:
    path = tmp_path / "locked.puertas"
    monkeypatch.delenv("PUERTAS_NEW_PASSPHRASE", raising=False)
    monkeypatch.setenv("PUERTAS_PASSPHRASE", FIRST)
    assert puertas("new", path).status == 0
    assert puertas("import", path, neighbors).status == 0
    return path


def opens(path: Path, secret: str) -> bool:
    try:
        with Store.open(path, passphrase=secret) as store:
            return store.browser.count(Filter(view="everything")) > 0
    except UserError as error:
        assert "not right" in str(error) or "replaced" in str(error)
        return False


def test_the_passphrase_is_changed_without_being_an_argument(
    puertas: Puertas, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUERTAS_NEW_PASSPHRASE", SECOND)
    said = puertas("passphrase", locked)
    assert said.status == 0, said.err
    assert SECOND not in said.out + said.err
    assert opens(locked, SECOND)
    assert not opens(locked, FIRST)


def test_without_a_new_passphrase_there_is_a_sentence(puertas: Puertas, locked: Path) -> None:
    said = puertas("passphrase", locked)
    assert (said.status, said.out) == (2, "")
    assert "PUERTAS_NEW_PASSPHRASE" in said.err
    assert opens(locked, FIRST)


def test_a_weak_passphrase_is_called_weak(
    puertas: Puertas, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUERTAS_NEW_PASSPHRASE", "password1")
    said = puertas("passphrase", locked)
    assert said.status == 0
    assert "Weak passphrase" in said.err
    assert "password1" not in said.err


def on_terminal(path: Path, *arguments: str) -> str:
    """What a verb of a process of its own shows on a terminal."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "directory_app", arguments[0], str(path), *arguments[1:]]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=slave, stdout=slave, stderr=subprocess.PIPE
    ) as child:
        os.close(slave)
        shown = b""
        while child.poll() is None or select.select([master], [], [], 0.1)[0]:
            try:
                shown += os.read(master, 4096)
            except OSError:  # the terminal's end, as Linux says it
                break
    os.close(master)
    assert child.returncode == 0, shown
    return shown.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_recovery_code_is_shown_once_on_a_terminal_and_opens(
    puertas: Puertas, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = on_terminal(locked, "recovery").splitlines()[0]
    assert recovery.read(code).secret
    monkeypatch.setenv("PUERTAS_PASSPHRASE", code.lower())
    assert puertas("list", locked).status == 0
    newer = json.loads(on_terminal(locked, "recovery", "--json"))["code"]
    assert opens(locked, newer)
    assert not opens(locked, code)


@pytest.mark.parametrize(
    ("verb", "more"),
    [("recovery", ()), ("recovery", ("--json",)), ("rekey", ("--recovery-code",))],
)
def test_into_a_pipe_or_a_file_by_a_sign_no_code_goes(
    puertas: Puertas, locked: Path, verb: str, more: tuple[str, ...]
) -> None:
    before = (locked / "keys.json").read_bytes()
    said = puertas(verb, locked, *more)
    assert said.status == 2
    assert "terminal only" in said.err
    assert "--to" in said.err
    assert said.out == ""
    assert (locked / "keys.json").read_bytes() == before


def test_by_wish_the_code_goes_into_a_file_that_its_owner_alone_reads(
    puertas: Puertas, locked: Path, tmp_path: Path
) -> None:
    to = tmp_path / "code.txt"
    record = puertas.json("recovery", locked, "--to", to)
    code = to.read_text().strip()
    assert record == {"code": None, "code_file": str(to)}
    assert opens(locked, code)
    if sys.platform != "win32":
        assert to.stat().st_mode & 0o777 == 0o600
    again = puertas("recovery", locked, "--to", to)
    assert again.status == 2
    assert "there already" in again.err
    assert opens(locked, code)
    other = puertas("rekey", locked, "--code-to", tmp_path / "other.txt")
    assert other.status == 0
    newer = (tmp_path / "other.txt").read_text().strip()
    assert newer not in other.out + other.err
    assert opens(locked, newer)


def test_a_code_that_the_directory_did_not_take_is_in_no_file(
    puertas: Puertas, locked: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUERTAS_PASSPHRASE", "not the passphrase at all")
    assert puertas("recovery", locked, "--to", tmp_path / "code.txt").status == 2
    assert not (tmp_path / "code.txt").exists()


@pytest.mark.parametrize("place", ["Dropbox", "inside"])
def test_a_code_is_written_nowhere_from_where_it_leaves(
    puertas: Puertas, locked: Path, tmp_path: Path, place: str
) -> None:
    folder = locked if place == "inside" else tmp_path / place
    folder.mkdir(exist_ok=True)
    before = (locked / "keys.json").read_bytes()
    assert puertas("recovery", locked, "--to", folder / "code.txt").status == 2
    assert not (folder / "code.txt").exists()
    assert (locked / "keys.json").read_bytes() == before


def test_rekey_and_its_answer(
    puertas: Puertas, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUERTAS_NEW_PASSPHRASE", SECOND)
    to = locked.parent / "code.txt"
    record = puertas.json("rekey", locked, "--code-to", to, "--drop-old-backups")
    assert record["old_backups"] == []
    assert Path(record["backup"]).is_file()
    assert opens(locked, SECOND)
    assert opens(locked, to.read_text().strip())
    assert not opens(locked, FIRST)
    monkeypatch.setenv("PUERTAS_PASSPHRASE", SECOND)
    said = puertas("rekey", locked)
    assert "recovery code of before is void" in said.err
    assert "still open as before" in said.out


def test_encrypt_a_plain_directory(
    puertas: Puertas, imported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert puertas("encrypt", imported).status == 2
    monkeypatch.setenv("PUERTAS_NEW_PASSPHRASE", SECOND)
    record = puertas.json("encrypt", imported)
    assert record["old_backups"] == []
    assert opens(imported, SECOND)
    said = puertas("encrypt", imported)
    assert said.status == 2
    assert "encrypted already" in said.err
    for file in imported.rglob("*"):
        assert not file.is_file() or b"SQLite format 3" not in file.read_bytes()


def test_a_change_is_backed_up_by_itself(puertas: Puertas, locked: Path) -> None:
    listed = puertas.json("backups", locked)
    assert [each["kind"] for each in listed] == ["automatic"]
    assert listed[0]["encrypted"]
    puertas("undo", locked)  # within the hour
    assert len(puertas.json("backups", locked)) == 1


def test_restore_looks_first_and_brings_back(puertas: Puertas, locked: Path) -> None:
    saved = puertas.json("backup", locked)["path"]
    before = puertas.json("list", locked)
    puertas("undo", locked)
    assert puertas.json("list", locked) == []
    look = puertas.json("restore", locked, saved, "--preview")
    businesses = next(each for each in look["differences"] if each["kind"] == "businesses")
    assert len(businesses["only_there"]) == len(before)
    assert puertas.json("list", locked) == []
    assert "would come back" in puertas("restore", locked, saved, "--preview").out
    done = puertas.json("restore", locked, saved)
    assert puertas.json("list", locked) == before
    assert "before-restore" in done["kept"]
    assert puertas("restore", locked, saved, "--preview").out == "Nothing differs.\n"


def test_restore_as_a_new_directory(puertas: Puertas, locked: Path) -> None:
    saved = puertas.json("backup", locked)["path"]
    again = locked.with_name("again.puertas")
    assert puertas("restore", again, saved, "--preview").status == 2
    assert puertas("restore", again, saved).status == 0
    shown = puertas.json("list", again)
    assert not any(each.pop("live")["print"] for each in shown)  # until it is said who refused
    there = puertas.json("list", locked)
    assert any(each.pop("live")["print"] for each in there)
    assert len(shown) == len(there) > 1
    assert {each["id"] for each in shown} == {each["id"] for each in there}


def test_a_damaged_directory_is_restored_or_salvaged(puertas: Puertas, locked: Path) -> None:
    saved = puertas.json("backup", locked)["path"]
    count = len(puertas.json("list", locked))
    database = locked / "directory.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 0xFF
    database.write_bytes(data)
    said = puertas("check", locked, "--quick")
    assert said.status == 2
    assert "seal" in said.out
    salvaged = puertas.json("salvage", locked, locked.with_name("new.puertas"))
    assert salvaged["saved"]["business"] + len(salvaged["businesses_lost"]) == count
    assert puertas("check", locked.with_name("new.puertas")).status == 0
    assert "damaged" in puertas.json("restore", locked, saved)["kept"]
    assert puertas("check", locked).status == 0
    assert len(puertas.json("list", locked)) == count


class Ring(KeyringBackend):
    """A keyring like the system's, in memory."""

    priority = 5  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = system_keyring.get_keyring(), Ring()
    system_keyring.set_keyring(made)
    yield made
    system_keyring.set_keyring(before)


def test_the_keyring_opens_it_until_it_is_switched_off(
    puertas: Puertas, locked: Path, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = puertas("keyring", locked)
    assert "whoever has your unlocked laptop has the list" in said.out
    assert len(ring.kept) == 1
    monkeypatch.delenv("PUERTAS_PASSPHRASE")
    assert puertas("list", locked).status == 0
    assert puertas("keyring", locked, "--off").status == 0
    assert ring.kept == {}
    said = puertas("list", locked)
    assert (said.status, said.out) == (2, "")
    assert "encrypted" in said.err


def test_every_answer_is_json_and_names_no_secret(
    puertas: Puertas, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PUERTAS_NEW_PASSPHRASE", SECOND)
    for verb in (["passphrase"], ["backups"], ["check"]):
        said = puertas(verb[0], locked, *verb[1:], "--json")
        json.loads(said.out)
        assert FIRST not in said.out + said.err
        assert SECOND not in said.out + said.err
        monkeypatch.setenv("PUERTAS_PASSPHRASE", SECOND)


def test_the_verbs_that_open_no_window_know_these() -> None:
    from directory_app.verbs import VERBS

    assert {"passphrase", "recovery", "rekey", "encrypt", "restore", "salvage", "backups"} <= set(
        VERBS
    )


@pytest.mark.parametrize(("passphrase", "warned"), [("password1", True), (FIRST, False)])
def test_a_new_directory_says_when_its_passphrase_is_weak(
    puertas: Puertas,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    passphrase: str,
    warned: bool,
) -> None:
    monkeypatch.setenv("PUERTAS_PASSPHRASE", passphrase)
    said = puertas("new", tmp_path / "new.puertas", "--json")
    assert said.status == 0, said.err
    assert said.answer["encrypted"]
    assert ("Weak passphrase." in said.err) is warned
    assert passphrase not in said.out + said.err
