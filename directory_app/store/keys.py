"""The key of an encrypted directory, and keys.json: the slots that wrap it.

The database key is 32 random bytes. keys.json holds it wrapped, once a slot (keys.py). Nothing
in it is secret without a passphrase, a recovery code or what the system's keyring keeps. Slots
of kinds that this version does not know are passed over and kept.

Which key opens a database: its slots are in keys.json, or wait beside it to take its place.

The key slots of a directory: each wraps the same database key, sealed by another secret.

Three kinds: a passphrase that people know (Argon2id makes each guess dear), a recovery code on
paper and a secret in the system's keyring (both random, so HKDF is enough). The seal is
ChaCha20-Poly1305 and covers all that a slot says of itself, so that nothing can be swapped.
"""

import base64
import binascii
import datetime as dt
import json
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.store import os_keyring, recovery
from directory_app.store.engine import connect
from directory_app.store.folder import KEYS, NEXT_KEYS, Folder
from directory_app.store.trouble import NewerVersionError

KEY_BYTES = 32
#: What a keys.json may ask for, so that a bad one cannot take all memory: 2 GiB, 20 passes.
MOST_MEMORY_KIB = 2 * 1024 * 1024
MOST_PASSES = 20

PASSPHRASE, RECOVERY, KEYRING = "passphrase", "recovery", "keyring"
#: What the seal itself is made of; all else in a slot is covered by it.
_SEAL = ("nonce", "wrapped")

Slot = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess at the passphrase is (Argon2id, RFC 9106)."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


#: 0.9 s and 256 MiB a guess on a small laptop.
FULL_COST = Cost()


def passphrase_slot(key: bytes, passphrase: str, cost: Cost) -> Slot:
    """A slot that the passphrase opens."""
    if not passphrase.strip():
        raise UserError("The passphrase is empty.", "Choose four or more random words.")
    kdf = {
        "name": "argon2id",
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": _text(secrets.token_bytes(16)),
    }
    return _sealed(key, passphrase, {"kind": PASSPHRASE, "kdf": kdf})


def random_slot(key: bytes, kind: str, secret: bytes, **more: str) -> Slot:
    """A slot that a long random secret opens: of a recovery code, or in the keyring."""
    kdf = {"name": "hkdf-sha256", "salt": _text(secrets.token_bytes(16))}
    return _sealed(key, secret, {"kind": kind, "kdf": kdf} | more)


def open_slot(slot: Slot, secret: str | bytes) -> bytes | None:
    """The key in a slot, None where the secret is not its own; UserError where it is damaged."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        if slot["aead"] != "chacha20-poly1305":
            raise ValueError("not made by this program")
        stretched = _stretched(slot["kdf"], secret)
        nonce, wrapped = _bytes(slot["nonce"]), _bytes(slot["wrapped"])
        key = ChaCha20Poly1305(stretched).decrypt(nonce, wrapped, _bound(slot))
    except InvalidTag:
        return None
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise damaged() from error
    return key if len(key) == KEY_BYTES else None


def damaged() -> UserError:
    """What to say of slots that cannot be read."""
    return UserError(
        "The key file (keys.json) of this directory is damaged.",
        "Restore it, or the whole directory, from the latest backup.",
    )


def dump(content: dict[str, Any]) -> bytes:
    """JSON in one way of writing: what is sealed must be the same bytes ever after."""
    return json.dumps(content, sort_keys=True, indent=1).encode()


def _sealed(key: bytes, secret: str | bytes, slot: Slot) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(12)
    slot |= {"aead": "chacha20-poly1305", "made": dt.datetime.now(dt.UTC).date().isoformat()}
    cipher = ChaCha20Poly1305(_stretched(slot["kdf"], secret))
    wrapped = cipher.encrypt(nonce, key, _bound(slot))
    return slot | {"nonce": _text(nonce), "wrapped": _text(wrapped)}


def _stretched(kdf: dict[str, Any], secret: str | bytes) -> bytes:
    salt = _bytes(kdf["salt"])
    if kdf["name"] == "argon2id" and isinstance(secret, str):
        return _argon2(secret, salt, kdf)
    if kdf["name"] == "hkdf-sha256" and isinstance(secret, bytes):
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(SHA256(), KEY_BYTES, salt, b"puertas key slot").derive(secret)
    raise ValueError("not made by this program")


def _argon2(passphrase: str, salt: bytes, kdf: dict[str, Any]) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    cost = Cost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"]))
    if not _sane(cost):
        raise ValueError("it asks for too much")
    # NFC: the same words typed on a Mac (NFD) and elsewhere are the same passphrase
    secret = unicodedata.normalize("NFC", passphrase).encode()
    return hash_secret_raw(
        secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID
    )


def _sane(cost: Cost) -> bool:
    return (
        8 * cost.lanes <= cost.memory_kib <= MOST_MEMORY_KIB
        and 1 <= cost.passes <= MOST_PASSES
        and 1 <= cost.lanes <= 64
    )


def _bound(slot: Slot) -> bytes:
    return dump({name: value for name, value in slot.items() if name not in _SEAL})


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


VERSION = 1


class WrongSecretError(UserError):
    """The slots are sound, but neither the passphrase nor the code opens one."""


@dataclass(frozen=True, slots=True)
class SlotFact:
    """One slot as a person is told of it: its kind and the day it was made ("" unknown)."""

    kind: str
    made: str


def new_key() -> bytes:
    """A random database key."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, passphrase: str, cost: Cost = FULL_COST) -> bytes:
    """The bytes of a keys.json with one passphrase slot for ``key``."""
    return dump({"version": VERSION, "slots": [passphrase_slot(key, passphrase, cost)]})


def unwrap(document: bytes, secret: str | None) -> bytes:
    """The database key from a keys.json, by a passphrase or a recovery code.

    UserError if no slot opens with it; of a code it names the groups that are not right.
    """
    slots = _slots(document)
    if not secret:
        raise WrongSecretError(
            "This directory is encrypted and needs its passphrase.",
            "Enter it, or set PUERTAS_PASSPHRASE for a command without a window.",
        )
    code = recovery.read(secret)
    key = None
    if code.secret is not None:
        key = _first_key(slots, RECOVERY, lambda slot: open_slot(slot, code.secret or b""))
    if key is None:
        key = _first_key(slots, PASSPHRASE, lambda slot: open_slot(slot, secret))
    if key is None:
        raise _not_right(code)
    return key


def unwrap_from_keyring(document: bytes) -> bytes | None:
    """The key by what the system's keyring keeps; None without a slot for it or if it is gone."""
    return _first_key(_slots(document), KEYRING, _open_by_keyring)


def facts(document: bytes) -> list[SlotFact]:
    """The slots of a keys.json, for a person."""
    return [
        SlotFact(str(slot.get("kind", "")), str(slot.get("made", ""))) for slot in _slots(document)
    ]


def with_passphrase(document: bytes, key: bytes, passphrase: str, cost: Cost = FULL_COST) -> bytes:
    """The same keys.json, with this passphrase in the place of the old one."""
    return _exchanged(document, PASSPHRASE, passphrase_slot(key, passphrase, cost))


def with_recovery(document: bytes, key: bytes, code: str) -> bytes:
    """The same keys.json, with this recovery code in the place of an old one."""
    secret = recovery.read(code).secret
    if secret is None:
        raise _not_right(recovery.read(code))
    return _exchanged(document, RECOVERY, random_slot(key, RECOVERY, secret))


def with_keyring(document: bytes, key: bytes) -> bytes:
    """The same keys.json, with a slot whose secret is put into the system's keyring now.

    UserError if there is no keyring, or where it would be the only slot.
    """
    if PASSPHRASE not in {slot.get("kind") for slot in _slots(document)}:
        raise UserError("The keyring may not be the only way in.", "Set a passphrase first.")
    entry, secret = os_keyring.keep_new_secret()
    slot = random_slot(key, KEYRING, secret, entry=entry)
    return _exchanged(document, KEYRING, slot)


def without(document: bytes, kind: str) -> bytes:
    """The same keys.json without its slots of a kind; the passphrase always stays."""
    if kind == PASSPHRASE:
        raise UserError("A directory keeps its passphrase.", "Change it instead.")
    return _exchanged(document, kind, None)


def keyring_entries(document: bytes) -> set[str]:
    """The names under which the system's keyring keeps something for this keys.json."""
    return {str(slot.get("entry", "")) for slot in _slots(document) if slot["kind"] == KEYRING}


def _open_by_keyring(slot: Slot) -> bytes | None:
    secret = os_keyring.secret(str(slot.get("entry", "")))
    return None if secret is None else open_slot(slot, secret)


def _first_key(
    slots: list[Slot], kind: str, opened: Callable[[Slot], bytes | None]
) -> bytes | None:
    """The key of the first slot of a kind that opens; a damaged one counts if none does."""
    trouble: UserError | None = None
    for slot in slots:
        if slot.get("kind") == kind:
            try:
                key = opened(slot)
            except UserError as error:
                trouble = error
                continue
            if key is not None:
                return key
    if trouble is not None:
        raise trouble
    return None


def _exchanged(document: bytes, kind: str, slot: Slot | None) -> bytes:
    kept = [old for old in _slots(document) if old.get("kind") != kind]
    return dump({"version": VERSION, "slots": [*([slot] if slot else []), *kept]})


def _not_right(code: recovery.CodeReading) -> WrongSecretError:
    if code.wrong_groups:
        numbers = ", ".join(map(str, code.wrong_groups))
        return WrongSecretError(
            f"The recovery code is not right in group {numbers}.", "Compare it with the paper."
        )
    if code.secret is not None:
        return WrongSecretError(
            "This recovery code is of another directory, or has been replaced.",
            "Use the newest code, or the passphrase.",
        )
    if code.meant:
        return WrongSecretError(
            "The recovery code is too short or too long.",
            f"It has {recovery.GROUPS} groups of {recovery.GROUP_LENGTH} letters.",
        )
    return WrongSecretError(
        "The passphrase is not right.", "Check capitals and the keyboard layout."
    )


def _slots(document: bytes) -> list[Slot]:
    try:
        content = json.loads(document)
        version, slots = content["version"], content["slots"]
    except (ValueError, KeyError, TypeError) as error:
        raise damaged() from error
    if not isinstance(version, int) or not isinstance(slots, list):
        raise damaged()
    if version > VERSION:
        raise NewerVersionError
    return [slot for slot in slots if isinstance(slot, dict)]


def unlock(folder: Folder, secret: str | None, *, keyring: bool = False) -> tuple[Folder, bytes]:
    """The key of an encrypted directory, and the folder that knows where its slots are.

    ``secret`` is a passphrase or a recovery code; with ``keyring`` the system's keyring is
    asked where there is none. A process that was killed between exchanging the database and
    its slots leaves two files of slots: the one whose key opens the database is right.
    """
    files = [name for name in (KEYS, NEXT_KEYS) if (folder.path / name).exists()]
    found: list[tuple[Folder, bytes]] = []
    refusal: UserError | None = None
    for name in files:
        there = replace(folder, keys_name=name)
        try:
            found.append((there, _key(document(there.keys), secret, keyring=keyring)))
        except UserError as error:
            refusal = refusal or error
    if not found:
        raise refusal or AssertionError("an encrypted directory has slots")
    if len(files) > 1:
        found = [each for each in found if _opens(folder.database, each[1])] or found
    return found[0]


def document(file: Path) -> bytes:
    """The bytes of a file of slots."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UserError(
            "The key file (keys.json) of this directory cannot be read.",
            "Check that this account may read it.",
        ) from error


def _key(slots: bytes, secret: str | None, *, keyring: bool) -> bytes:
    if keyring and not secret:
        key = unwrap_from_keyring(slots)
        if key is not None:
            return key
        if keyring_entries(slots):
            raise WrongSecretError(
                "This computer's keyring did not open the directory: it needs its passphrase.",
                "The keyring may be locked, or have been emptied.",
            )
    return unwrap(slots, secret)


def _opens(database: Path, key: bytes) -> bool:
    try:
        connect(database, key, write=False).close()
    except UserError:
        return False
    return True
