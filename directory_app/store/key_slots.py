"""What opens a directory: a passphrase, the recovery code, the system's keyring."""

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from directory_app.errors import UserError
from directory_app.store import keys, os_keyring, swap
from directory_app.store.database import Database
from directory_app.store.folder import WriterLock
from directory_app.store.trouble import explained

if TYPE_CHECKING:
    from directory_app.store.folder import Folder


def let_keyring_forget(folder: "Folder", patience: float) -> bool:
    """Take the keyring's slot from a directory that is closed here, in ``patience`` seconds.

    What is on the disk goes first, and the keyring is asked in a thread of its own: it may show
    a question or hang. While another process writes, the slot stays, and opens nothing once the
    keyring has forgotten its secret. False where something may be left.
    """
    try:
        lock = WriterLock(folder.lock)
    except UserError:
        entries = keys.keyring_entries(keys.document(folder.keys))
    else:
        try:
            entries = _drop_slot(folder)
        finally:
            lock.release()
    gone: set[str] = set()

    def forget() -> None:
        gone.update(entry for entry in entries if os_keyring.forget(entry))

    if entries:
        asking = Thread(target=forget, name="puertas-keyring", daemon=True)
        asking.start()
        asking.join(patience)
    return gone == entries


def _drop_slot(folder: "Folder") -> set[str]:
    """Take the slot out of keys.json; what the keyring still keeps for it. Under the lock."""
    before = keys.document(folder.keys)
    entries = keys.keyring_entries(before)
    if entries:
        after = keys.without(before, keys.KEYRING)
        swap.put_slots(folder, after, lambda read: read == after)
    return entries


class KeySlots:
    """What opens a directory."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def slots(self) -> list[keys.SlotFact]:
        """What opens this directory, for a person; nothing for a plain one."""
        folder = self._db.opened.folder
        return keys.facts(keys.document(folder.keys)) if self._db.encrypted else []

    def change_passphrase(self, secret: str, new: str, cost: keys.Cost = keys.FULL_COST) -> None:
        """Put a new passphrase in the place of the old one; takes some seconds.

        ``secret`` proves who asks: the passphrase until now, or the recovery code. Backups made
        before still open with the old one, and so does a stolen copy of the folder: against
        those only rekey helps, for what comes after.
        """

        def change(document: bytes, key: bytes) -> bytes:
            return keys.with_passphrase(document, key, new, cost)

        self._change_slots(secret, change, lambda document: keys.unwrap(document, new))

    def set_recovery_code(self, secret: str, code: str) -> None:
        """Let a code (``recovery.new_code()``, shown and written down before) open it.

        It takes the place of an earlier one. ``secret``: the passphrase or the old code.
        """

        def change(document: bytes, key: bytes) -> bytes:
            return keys.with_recovery(document, key, code)

        self._change_slots(secret, change, lambda document: keys.unwrap(document, code))

    def use_keyring(self, secret: str) -> None:
        """Let the system's keyring open it: whoever has the unlocked laptop then has the list."""
        before, made = (
            keys.keyring_entries(keys.document(self._encrypted_folder().keys)),
            set[str](),
        )

        def change(slots: bytes, key: bytes) -> bytes:
            after = keys.with_keyring(slots, key)
            made.update(keys.keyring_entries(after))
            return after

        try:
            self._change_slots(secret, change, keys.unwrap_from_keyring)
        except BaseException:
            for entry in made:
                os_keyring.forget(entry)
            raise
        for entry in before:
            os_keyring.forget(entry)

    def forget_keyring(self) -> bool:
        """Take the keyring's slot away, and what the keyring keeps. Needs no passphrase.

        False where the keyring could not be asked: the directory does not open by it any more,
        but backups from before may, as long as the entry is there.
        """
        entries = _drop_slot(self._encrypted_folder())
        left = [entry for entry in entries if not os_keyring.forget(entry)]
        return not left

    def _change_slots(
        self,
        secret: str,
        change: Callable[[bytes, bytes], bytes],
        opened: Callable[[bytes], bytes | None],
    ) -> None:
        """Write changed slots, prove that the new one opens, and only then replace the old."""
        folder, key = self._encrypted_folder(), self._db.opened.key or b""
        with explained(), self._db.writing:
            before = keys.document(folder.keys)
            if keys.unwrap(before, secret) != key:
                raise UserError("The key file is of another key.", "Open the directory again.")
            after = change(before, key)
            swap.put_slots(folder, after, lambda read: opened(read) == key)

    def _encrypted_folder(self) -> "Folder":
        if not self._db.writable:
            raise UserError(
                "This directory was opened only to look at.", "Open it for changes first."
            )
        if not self._db.encrypted:
            raise UserError("This directory is not encrypted.", "Encrypt it first.")
        return self._db.opened.folder
