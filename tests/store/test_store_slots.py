"""Passphrase, recovery code and keyring: what opens a directory, and how it is changed."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

from directory_app.errors import UserError
from directory_app.store import Filter, Store, os_keyring, recovery
from directory_app.store.key_slots import KeySlots
from directory_app.store.keys import Cost, new_key, unwrap, with_recovery, wrap

from .conftest import CHEAP, PASSPHRASE, business

ROOT = Path(__file__).resolve().parents[2]
OTHER = "turquesa burro ventana ladrillo"


class MemoryKeyring(KeyringBackend):
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
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    made = MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def opens(path: Path, secret: str | None, *, keyring: bool = False) -> bool:
    try:
        with Store.open(path, passphrase=secret, keyring=keyring) as store:
            return store.browser.count(Filter()) >= 0
    except UserError:
        return False


def kinds(store: Store) -> set[str]:
    return {slot.kind for slot in store.keys.slots()}


# the code itself


def test_a_code_is_eight_groups_and_never_the_same() -> None:
    codes = [recovery.new_code() for _ in range(50)]
    assert len(set(codes)) == 50
    for code in codes:
        assert [len(group) for group in code.split("-")] == [5] * 8
        assert not set(code) & set("ILOU")
        assert len(recovery.read(code).secret or b"") == 20
        assert recovery.normal(code) == code


@pytest.mark.parametrize(
    "written",
    [
        str.lower,
        lambda code: code.replace("-", " "),
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", "\n"),
        lambda code: code.replace("0", "O"),
        lambda code: code.replace("0", "o").replace("1", "l"),
        lambda code: code.replace("1", "I"),
        lambda code: code.replace("V", "u"),
        lambda code: f"  {code.replace('-', ' – ')}. ",
        lambda code: "".join(chr(ord(x) + 0xFEE0) if x != "-" else x for x in code),
    ],
)
def test_a_code_is_read_generously(written: object) -> None:
    for _ in range(20):
        code = recovery.new_code()
        assert recovery.read(written(code)) == recovery.read(code)
        assert recovery.read(code).secret


def test_every_slip_of_one_letter_is_found_in_its_group() -> None:
    code = recovery.new_code()
    plain = code.replace("-", "")
    for place, letter in enumerate(plain):
        for other in recovery.LETTERS:
            if other != letter:
                reading = recovery.read(plain[:place] + other + plain[place + 1 :])
                assert reading.secret is None
                assert reading.wrong_groups == (place // 5 + 1,)


def test_letters_and_groups_that_changed_places_are_found() -> None:
    for _ in range(20):
        groups = recovery.new_code().split("-")
        for one, other in combinations(range(8), 2):
            if groups[one] != groups[other]:
                changed = list(groups)
                changed[one], changed[other] = changed[other], changed[one]
                reading = recovery.read("-".join(changed))
                assert reading.wrong_groups == (one + 1, other + 1)
        letters = "".join(groups)
        for place in range(39):
            if place % 5 != 4 and letters[place] != letters[place + 1]:
                pair = letters[place + 1] + letters[place]
                swapped = letters[:place] + pair + letters[place + 2 :]
                assert recovery.read(swapped).wrong_groups == (place // 5 + 1,)


@given(st.text(max_size=80))
def test_any_text_is_read_without_failing(text: str) -> None:
    reading = recovery.read(text)
    assert reading.secret is None or len(reading.secret) == 20


def test_a_passphrase_is_not_taken_for_a_code() -> None:
    assert not recovery.read(PASSPHRASE).meant
    assert not recovery.read("correct horse battery staple and more x").meant
    key = new_key()
    document = with_recovery(wrap(key, "1" * 40, CHEAP), key, recovery.new_code())
    assert unwrap(document, "1" * 40) == key  # although it has the length of a code


# slots of a directory


def test_a_recovery_code_opens_and_sets_a_new_passphrase(encrypted: Store, path: Path) -> None:
    code = recovery.new_code()
    encrypted.keys.set_recovery_code(PASSPHRASE, code)
    assert kinds(encrypted) == {"passphrase", "recovery"}
    encrypted.close()
    with Store.open(path, passphrase=code.lower().replace("-", " "), write=True) as store:
        store.keys.change_passphrase(code, OTHER, CHEAP)
        store.businesses.add(business())
    assert opens(path, OTHER)
    assert opens(path, code)
    assert not opens(path, PASSPHRASE)


def test_a_new_code_takes_the_place_of_the_old(encrypted: Store, path: Path) -> None:
    old, new = recovery.new_code(), recovery.new_code()
    encrypted.keys.set_recovery_code(PASSPHRASE, old)
    encrypted.keys.set_recovery_code(old, new)
    encrypted.close()
    assert opens(path, new)
    with pytest.raises(UserError, match="another directory, or has been replaced"):
        Store.open(path, passphrase=old)


def test_a_slip_in_a_code_is_pointed_at(encrypted: Store, path: Path) -> None:
    code = recovery.new_code()
    encrypted.keys.set_recovery_code(PASSPHRASE, code)
    groups = code.split("-")
    groups[2] = ("1" if groups[2][0] == "0" else "0") + groups[2][1:]
    with pytest.raises(UserError, match="not right in group 3") as caught:
        Store.open(path, passphrase="-".join(groups))
    assert groups[2] not in str(caught.value)
    with pytest.raises(UserError, match="too short or too long"):
        Store.open(path, passphrase=code[:-6])


def test_only_who_knows_a_secret_changes_the_slots(encrypted: Store, path: Path) -> None:
    before = (path / "keys.json").read_bytes()
    with pytest.raises(UserError, match="passphrase is not right"):
        encrypted.keys.change_passphrase("guess", OTHER, CHEAP)
    with pytest.raises(UserError, match="passphrase is not right"):
        encrypted.keys.set_recovery_code("guess", recovery.new_code())
    with pytest.raises(UserError, match="passphrase is empty"):
        encrypted.keys.change_passphrase(PASSPHRASE, " ", CHEAP)
    with pytest.raises(UserError, match="not right"):
        encrypted.keys.set_recovery_code(PASSPHRASE, "no code")
    assert (path / "keys.json").read_bytes() == before


def test_a_plain_directory_and_one_to_look_at_have_no_slots_to_change(
    store: Store, path: Path
) -> None:
    assert store.keys.slots() == []
    with pytest.raises(UserError, match="not encrypted"):
        store.keys.change_passphrase(PASSPHRASE, OTHER, CHEAP)
    with Store.open(path) as reading, pytest.raises(UserError, match="only to look"):
        reading.keys.set_recovery_code(PASSPHRASE, recovery.new_code())


def test_changed_slots_are_private_and_travel_in_a_backup(encrypted: Store, path: Path) -> None:
    from directory_app.store.restore import restore_as_new

    code = recovery.new_code()
    encrypted.keys.set_recovery_code(PASSPHRASE, code)
    encrypted.keys.change_passphrase(PASSPHRASE, OTHER, CHEAP)
    if os.name != "nt":
        assert stat.S_IMODE((path / "keys.json").stat().st_mode) == 0o600
    restore_as_new(path.with_name("again.puertas"), encrypted.backups.write(), OTHER)
    assert opens(path.with_name("again.puertas"), code)
    assert opens(path.with_name("again.puertas"), OTHER)
    assert not opens(path.with_name("again.puertas"), PASSPHRASE)


def test_a_slot_that_does_not_prove_itself_replaces_nothing(
    encrypted: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from directory_app.store import keys

    before = (path / "keys.json").read_bytes()
    broken = wrap(new_key(), OTHER, CHEAP)
    monkeypatch.setattr(keys, "with_passphrase", lambda *given: broken)
    with pytest.raises(UserError, match="could not be written"):
        encrypted.keys.change_passphrase(PASSPHRASE, OTHER, CHEAP)
    assert (path / "keys.json").read_bytes() == before
    assert sorted(each.name for each in path.iterdir()) == [
        "backups", "directory.db", "keys.json", "lock",
    ]  # fmt: skip


def test_what_a_slot_says_of_itself_is_sealed(encrypted: Store, path: Path) -> None:
    file = path / "keys.json"
    content = json.loads(file.read_text())
    content["slots"][0]["made"] = "1999-01-01"
    file.write_text(json.dumps(content))
    assert not opens(path, PASSPHRASE)


def test_of_two_slots_a_damaged_one_does_not_close_the_other(encrypted: Store, path: Path) -> None:
    encrypted.keys.set_recovery_code(PASSPHRASE, code := recovery.new_code())
    file = path / "keys.json"
    content = json.loads(file.read_text())
    del content["slots"][0]["wrapped"]
    file.write_text(json.dumps(content))
    assert opens(path, PASSPHRASE)
    with pytest.raises(UserError, match=r"keys\.json"):
        Store.open(path, passphrase=code)


def test_slots_made_before_they_had_a_day_open(path: Path) -> None:
    key = new_key()
    content = json.loads(wrap(key, PASSPHRASE, CHEAP))
    assert content["slots"][0]["made"]
    old = (
        b'{"slots": [{"aead": "chacha20-poly1305", "kdf": {"lanes": 1, "memory_kib": 64, '
        b'"name": "argon2id", "passes": 1, "salt": "%s"}, "kind": "passphrase", '
        b'"nonce": "%s", "wrapped": "%s"}], "version": 1}'
    )
    from argon2.low_level import Type, hash_secret_raw
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    bound = json.dumps(
        {
            "kind": "passphrase",
            "aead": "chacha20-poly1305",
            "kdf": {
                "name": "argon2id",
                "memory_kib": 64,
                "passes": 1,
                "lanes": 1,
                "salt": "AAAAAAAAAAAAAAAAAAAAAA==",
            },
        },
        sort_keys=True,
        indent=1,
    ).encode()
    stretched = hash_secret_raw(b"palabra", bytes(16), 1, 64, 1, 32, Type.ID)
    import base64

    wrapped = base64.b64encode(ChaCha20Poly1305(stretched).encrypt(bytes(12), key, bound))
    assert unwrap(old % (b"A" * 22 + b"==", b"A" * 16, wrapped), "palabra") == key


# the system's keyring


def test_the_keyring_opens_only_when_it_is_asked(
    encrypted: Store, path: Path, ring: MemoryKeyring
) -> None:
    assert os_keyring.available()
    encrypted.keys.use_keyring(PASSPHRASE)
    assert kinds(encrypted) == {"passphrase", "keyring"}
    encrypted.close()
    assert opens(path, None, keyring=True)
    assert not opens(path, None)
    assert opens(path, PASSPHRASE)
    secret = next(iter(ring.kept.values()))
    assert secret not in (path / "keys.json").read_text()
    assert "puertas" in {service for service, _ in ring.kept}


def test_forgetting_the_keyring_leaves_nothing_in_it(
    encrypted: Store, path: Path, ring: MemoryKeyring
) -> None:
    encrypted.keys.use_keyring(PASSPHRASE)
    encrypted.keys.use_keyring(PASSPHRASE)  # a second time takes the place of the first
    assert len(ring.kept) == 1
    encrypted.keys.forget_keyring()
    encrypted.keys.forget_keyring()
    assert ring.kept == {}
    assert kinds(encrypted) == {"passphrase"}
    assert not opens(path, None, keyring=True)


def test_an_empty_keyring_asks_for_the_passphrase(
    encrypted: Store, path: Path, ring: MemoryKeyring
) -> None:
    encrypted.keys.use_keyring(PASSPHRASE)
    ring.kept.clear()
    with pytest.raises(UserError, match="needs its passphrase"):
        Store.open(path, keyring=True)


def test_without_a_keyring_there_is_a_sentence(encrypted: Store) -> None:
    before = keyring.get_keyring()
    try:
        from keyring.backends.fail import Keyring

        keyring.set_keyring(Keyring())
        assert not os_keyring.available()
        with pytest.raises(UserError, match="no keyring"):
            encrypted.keys.use_keyring(PASSPHRASE)
    finally:
        keyring.set_keyring(before)
    assert kinds(encrypted) == {"passphrase"}


def test_a_new_directory_has_no_slot_in_the_keyring(path: Path, ring: MemoryKeyring) -> None:
    Store.create(path, passphrase=PASSPHRASE, cost=CHEAP).close()
    assert ring.kept == {}


# killed while slots are rewritten

CHANGES = """
import sys
from directory_app.store import Store, recovery
from directory_app.store.keys import Cost
store = Store.open(sys.argv[1], passphrase="0", write=True)
print("ready", flush=True)
for number in range(100000):
    store.keys.change_passphrase(str(number), str(number + 1), Cost(64, 1, 1))
    print(number + 1, flush=True)
"""


def killed_while_changing(path: Path, lines: int) -> int:
    """How often the passphrase was changed, as far as the process told."""
    process = subprocess.Popen(
        [sys.executable, "-c", CHANGES, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    for _ in range(lines):
        process.stdout.readline()
    process.kill()
    told = process.stdout.read().split()
    process.wait()
    return int(told[-1]) if told else lines - 1


def assert_old_or_new(path: Path, told: int) -> None:
    assert opens(path, str(told)) or opens(path, str(told + 1))
    assert not opens(path, str(told - 1))
    last = str(told) if opens(path, str(told)) else str(told + 1)
    with Store.open(path, passphrase=last, write=True) as store:
        assert store.check() == []
    assert not list(path.glob("*partial*"))


@pytest.mark.parametrize("lines", [2, 5, 9])
def test_killed_while_the_passphrase_is_changed(path: Path, lines: int) -> None:
    Store.create(path, passphrase="0", cost=CHEAP).close()
    assert_old_or_new(path, killed_while_changing(path, lines))


@pytest.mark.long
def test_killed_sixty_times_while_the_passphrase_is_changed(tmp_path: Path) -> None:
    for number in range(60):
        path = tmp_path / f"{number}.puertas"
        Store.create(path, passphrase="0", cost=CHEAP).close()
        assert_old_or_new(path, killed_while_changing(path, 2 + number % 20))


def test_the_usual_cost_is_not_weakened_by_a_change(path: Path) -> None:
    import inspect

    default = inspect.signature(KeySlots.change_passphrase).parameters["cost"].default
    assert default == Cost(256 * 1024, 3, 4)
