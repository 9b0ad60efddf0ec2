"""Which key opens a database: its slots are in keys.json, or wait beside it to take its place."""

from dataclasses import replace
from pathlib import Path

from directory_app.errors import UserError
from directory_app.store import keys
from directory_app.store.engine import connect
from directory_app.store.folder import KEYS, NEXT_KEYS, Folder


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
        key = keys.unwrap_from_keyring(slots)
        if key is not None:
            return key
        if keys.keyring_entries(slots):
            raise keys.WrongSecretError(
                "This computer's keyring did not open the directory: it needs its passphrase.",
                "The keyring may be locked, or have been emptied.",
            )
    return keys.unwrap(slots, secret)


def _opens(database: Path, key: bytes) -> bool:
    try:
        connect(database, key, write=False).close()
    except UserError:
        return False
    return True
