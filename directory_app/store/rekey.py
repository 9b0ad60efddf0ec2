"""A new key for a whole directory: encrypting a plain one, or exchanging a key that got about.

The directory must be closed. The whole database is written anew beside the old one, proven, and
put in its place with the slots of its key (swap.py): a process killed at any moment leaves a
directory that opens with the old or the new passphrase.
"""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store import backup, check, keys, os_keyring, recovery, swap
from directory_app.store.engine import connect
from directory_app.store.folder import Folder, WriterLock, inspect, write_private
from directory_app.store.schema import APPLICATION_ID
from directory_app.store.trouble import explained


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What came of it. ``old_backups`` still open with the old passphrase, or with none.

    ``backup`` is None where the disk had no room for one any more: ``trouble`` says why, and the
    old backups were kept.
    """

    backup: Path | None
    old_backups: tuple[Path, ...]
    recovery_replaced: bool
    recovery_lost: bool
    keyring_lost: bool
    trouble: str = ""


def rekey(
    path: Path,
    secret: str,
    *,
    new_passphrase: str | None = None,
    code: str | None = None,
    drop_old_backups: bool = False,
    cost: keys.Cost = keys.FULL_COST,
    progress: Progress = silent,
) -> Rekeyed:
    """Give a directory a new random key, so that a stolen keys.json or old passphrase is useless.

    ``secret`` is the passphrase until now (or the recovery code, then ``new_passphrase`` is
    needed). ``code`` (``recovery.new_code()``) becomes the recovery code; without one there is
    none afterwards. A slot in the keyring is renewed. A fresh backup is made under the new key;
    the older ones are kept unless ``drop_old_backups``.
    """
    passphrase = _passphrase(secret, new_passphrase)
    folder = inspect(path)
    if not folder.encrypted:
        raise UserError("This directory is not encrypted.", "Encrypt it first.")
    with _alone(folder, secret) as (folder, old_key):
        before = keys.facts(keys.document(folder.keys))
        entries = keys.keyring_entries(keys.document(folder.keys))
        key = keys.new_key()
        slots = _new_slots(key, passphrase, code, cost)
        slots, keyring_lost = _with_keyring(slots, key, wanted=bool(entries))
        _rebuild(folder, old_key, key, slots, progress)
        for entry in entries:
            os_keyring.forget(entry)
        had_code = any(fact.kind == keys.RECOVERY for fact in before)
        saved, old, trouble = _fresh_backup(folder, key, progress, drop=drop_old_backups)
    return Rekeyed(
        saved, old, had_code and bool(code), had_code and not code, keyring_lost, trouble
    )


def encrypt(
    path: Path,
    passphrase: str,
    *,
    code: str | None = None,
    keep_plain_backups: bool = False,
    cost: keys.Cost = keys.FULL_COST,
    progress: Progress = silent,
) -> Rekeyed:
    """Encrypt a plain directory in place.

    The plain database is overwritten with zeros, and so are the plain backups inside the
    directory unless they are to be kept; on a flash disk, and elsewhere, copies may remain.
    """
    folder = inspect(path)
    if folder.encrypted:
        raise UserError("This directory is encrypted already.", "Change its passphrase, or rekey.")
    with _alone(folder, None) as (folder, _):
        key = keys.new_key()
        slots = _new_slots(key, passphrase, code, cost)
        _rebuild(folder, None, key, slots, progress)
        saved, old, trouble = _fresh_backup(folder, key, progress, drop=not keep_plain_backups)
    return Rekeyed(saved, old, False, False, False, trouble)


def _passphrase(secret: str, new: str | None) -> str:
    if new is not None:
        return new
    if recovery.read(secret).secret is not None:
        raise UserError("A new passphrase is needed.", "The recovery code opened it this once.")
    return secret


def _new_slots(key: bytes, passphrase: str, code: str | None, cost: keys.Cost) -> bytes:
    """The slots of a new key, each proven."""
    slots = keys.wrap(key, passphrase, cost)
    if code is not None:
        slots = keys.with_recovery(slots, key, code)
    for secret in filter(None, (passphrase, code)):
        if keys.unwrap(slots, secret) != key:
            raise UserError("The new key could not be sealed.", "Nothing was changed; try again.")
    return slots


def _with_keyring(slots: bytes, key: bytes, *, wanted: bool) -> tuple[bytes, bool]:
    """The slots with a new one in the keyring if there was one; whether that was not possible."""
    if not wanted:
        return slots, False
    try:
        return keys.with_keyring(slots, key), False
    except UserError:
        return slots, True


@contextlib.contextmanager
def _alone(folder: Folder, secret: str | None) -> Iterator[tuple[Folder, bytes | None]]:
    """The directory to ourselves, unlocked, with nothing of a killed writer left in it."""
    key = None
    if folder.encrypted:
        folder, key = keys.unlock(folder, secret)
    lock = WriterLock(folder.lock)
    try:
        # opening for writing rolls back what a killed writer began
        connect(folder.database, key, write=True).close()
        yield swap.settle(folder, key), key
    finally:
        lock.release()


def _rebuild(
    folder: Folder, old: bytes | None, key: bytes, slots: bytes, progress: Progress
) -> None:
    with explained(), swap.rebuilding(folder) as work:
        draft = work / "directory.db"
        write_anew(folder, old, key, draft, progress)
        with _leftover(folder, plain=old is None):
            swap.exchange(folder, draft, slots)


def write_anew(
    folder: Folder, old: bytes | None, key: bytes, draft: Path, progress: Progress
) -> None:
    """Write a whole database under another key into ``draft``, and prove it."""
    # a read-only connection could attach nothing that may be written
    source = connect(folder.database, old, write=True)
    try:
        write_private(draft, b"")
        if old is None:
            _export(source, draft, key)
        else:
            _copy_pages(source, draft, key, progress)
        problems = check.file_problems(draft, key)
        if not problems and backup.counts_of(draft, key) != backup.row_counts(source):
            problems = ["The copy has fewer or more rows."]
    finally:
        source.close()
    if problems:
        raise UserError(
            f"The directory could not be written anew: {problems[0]}",
            "Nothing was changed. Check the directory and the disk.",
        )


def _copy_pages(source: Any, draft: Path, key: bytes, progress: Progress) -> None:
    """SQLite's own backup, which opens each page with the old key and seals it with the new."""
    copy = backup.unlocked_copy(draft, key)
    try:
        source.backup(
            copy,
            pages=backup.PAGES,
            progress=lambda _status, left, total: progress(total - left, total, ""),
        )
    finally:
        copy.close()


def _export(source: Any, draft: Path, key: bytes) -> None:
    """Pages of a plain file have no room for a seal, so table by table."""
    version = source.execute("PRAGMA user_version").fetchone()[0]
    source.execute("ATTACH DATABASE ? AS draft KEY ?", (str(draft), f"x'{key.hex()}'"))
    try:
        for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON"):
            source.execute(f"PRAGMA draft.{pragma}")
        source.execute("SELECT sqlcipher_export('draft')").fetchall()
        # the export leaves these two behind
        source.execute(f"PRAGMA draft.application_id = {APPLICATION_ID}")
        source.execute(f"PRAGMA draft.user_version = {int(version)}")
    finally:
        source.execute("DETACH DATABASE draft")


@contextlib.contextmanager
def _leftover(folder: Folder, *, plain: bool) -> Iterator[None]:
    """Overwrite the plain file once it is no longer the directory's."""
    if not plain or os.name == "nt":  # which replaces no file that is open
        yield
        return
    descriptor = os.open(folder.database, os.O_RDWR)
    try:
        inode = os.fstat(descriptor).st_ino
        yield
        if folder.database.stat().st_ino != inode:
            swap.zero(descriptor)
    finally:
        os.close(descriptor)


def _fresh_backup(
    folder: Folder, key: bytes, progress: Progress, *, drop: bool
) -> tuple[Path | None, tuple[Path, ...], str]:
    """A backup under the new key, what is left of the old ones, and what went wrong.

    The new key is in place already, so that a full disk is no reason to call it undone.
    """
    old = sorted(folder.backups.glob(f"*{backup.SUFFIX}"))
    try:
        saved = backup.write(folder, key, progress=progress)
    except UserError as error:
        return None, tuple(old), str(error)
    if drop:
        for each in old:
            swap.overwrite(each)
        old = []
    return saved, tuple(old), ""
