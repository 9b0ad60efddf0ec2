"""The key slots of a directory: each wraps the same database key, sealed by another secret.

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
from dataclasses import dataclass
from typing import Any

from directory_app.errors import UserError

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
