"""The key of an encrypted directory, and the slots of keys.json that wrap it.

The database key is 32 random bytes. keys.json holds it wrapped, once a slot: today by a
passphrase (Argon2id, then ChaCha20-Poly1305); a recovery code or the system's keyring can be
further slots of other kinds, which this version passes over. Nothing in it is secret.
"""

import base64
import binascii
import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

from directory_app.errors import UserError

VERSION = 1
KEY_BYTES = 32
#: What a keys.json may ask for, so that a bad one cannot take all memory: 2 GiB, 20 passes.
MOST_MEMORY_KIB = 2 * 1024 * 1024
MOST_PASSES = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess at the passphrase is (Argon2id, RFC 9106)."""

    memory_kib: int = 256 * 1024
    passes: int = 3
    lanes: int = 4


#: 0.9 s and 256 MiB a guess on a small laptop.
FULL_COST = Cost()


def new_key() -> bytes:
    """A random database key."""
    return secrets.token_bytes(KEY_BYTES)


def wrap(key: bytes, passphrase: str, cost: Cost = FULL_COST) -> bytes:
    """The bytes of a keys.json with one passphrase slot for ``key``."""
    if not passphrase.strip():
        raise UserError("The passphrase is empty.", "Choose four or more random words.")
    return _dump({"version": VERSION, "slots": [_passphrase_slot(key, passphrase, cost)]})


def unwrap(document: bytes, passphrase: str | None) -> bytes:
    """The database key from a keys.json; UserError if no slot opens with the passphrase."""
    slots = _slots(document)
    if not passphrase:
        raise UserError(
            "This directory is encrypted and needs its passphrase.",
            "Enter it, or set PUERTAS_PASSPHRASE for a command without a window.",
        )
    for slot in slots:
        if slot.get("kind") == "passphrase":
            key = _open_slot(slot, passphrase)
            if key is not None:
                return key
    raise UserError("The passphrase is not right.", "Check capitals and the keyboard layout.")


def _passphrase_slot(key: bytes, passphrase: str, cost: Cost) -> dict[str, Any]:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    slot: dict[str, Any] = {
        "kind": "passphrase",
        "kdf": {
            "name": "argon2id",
            "memory_kib": cost.memory_kib,
            "passes": cost.passes,
            "lanes": cost.lanes,
            "salt": _text(salt),
        },
        "aead": "chacha20-poly1305",
        "nonce": _text(nonce),
    }
    stretched = _stretch(passphrase, salt, cost)
    slot["wrapped"] = _text(ChaCha20Poly1305(stretched).encrypt(nonce, key, _bound(slot)))
    return slot


def _open_slot(slot: dict[str, Any], passphrase: str) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        kdf = slot["kdf"]
        cost = Cost(int(kdf["memory_kib"]), int(kdf["passes"]), int(kdf["lanes"]))
        salt, nonce = _bytes(kdf["salt"]), _bytes(slot["nonce"])
        wrapped = _bytes(slot["wrapped"])
        if not _sane(cost) or kdf["name"] != "argon2id" or slot["aead"] != "chacha20-poly1305":
            raise ValueError("not made by this program")
        stretched = _stretch(passphrase, salt, cost)
        key = ChaCha20Poly1305(stretched).decrypt(nonce, wrapped, _bound(slot))
    except InvalidTag:
        return None
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise _damaged() from error
    return key if len(key) == KEY_BYTES else None


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

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


def _bound(slot: dict[str, Any]) -> bytes:
    """What the seal also covers: the slot's kind and cost, so that neither can be swapped."""
    return _dump({name: slot[name] for name in ("kind", "kdf", "aead")})


def _slots(document: bytes) -> list[dict[str, Any]]:
    try:
        content = json.loads(document)
        version, slots = content["version"], content["slots"]
    except (ValueError, KeyError, TypeError) as error:
        raise _damaged() from error
    if not isinstance(version, int) or not isinstance(slots, list):
        raise _damaged()
    if version > VERSION:
        raise UserError(
            "This directory was made by a newer version of Puertas.", "Install the newer version."
        )
    return [slot for slot in slots if isinstance(slot, dict)]


def _damaged() -> UserError:
    return UserError(
        "The key file (keys.json) of this directory is damaged.",
        "Restore it, or the whole directory, from the latest backup.",
    )


def _dump(content: dict[str, Any]) -> bytes:
    return json.dumps(content, sort_keys=True, indent=1).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
