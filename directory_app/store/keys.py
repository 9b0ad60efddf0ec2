"""The key of an encrypted directory, and keys.json: the slots that wrap it.

The database key is 32 random bytes. keys.json holds it wrapped, once a slot (slots.py). Nothing
in it is secret without a passphrase, a recovery code or what the system's keyring keeps. Slots
of kinds that this version does not know are passed over and kept.
"""

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from directory_app.errors import UserError
from directory_app.store import os_keyring, recovery
from directory_app.store.slots import (
    FULL_COST,
    KEY_BYTES,
    KEYRING,
    PASSPHRASE,
    RECOVERY,
    Cost,
    Slot,
    damaged,
    dump,
    open_slot,
    passphrase_slot,
    random_slot,
)
from directory_app.store.trouble import NewerVersionError

__all__ = ["FULL_COST", "KEYRING", "PASSPHRASE", "RECOVERY", "Cost", "SlotFact", "WrongSecretError"]

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
