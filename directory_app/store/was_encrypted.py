"""A directory that was encrypted and now is plain: somebody may have put another in its place.

Whoever types into it then writes for others to read. So this machine keeps of each place where an
encrypted directory was opened 24 bits of a keyed hash: too little to list places by, enough to
know one again. Encrypted backups beside a plain database say the same on any machine. The way on
for who did it on purpose is said in words, or PUERTAS_ALLOW_PLAIN=1. Standard library only.
"""

import contextlib
import hmac
import os
import secrets
from pathlib import Path

from directory_app import settings
from directory_app.errors import UserError

#: The environment's way to say that it is meant so.
OVERRIDE = "PUERTAS_ALLOW_PLAIN"
#: Hexadecimal digits that are kept of a place, and of how many places.
_DIGITS, _MOST = 6, 256


class WasEncryptedError(UserError):
    """A plain database lies where an encrypted one was."""

    def __init__(self) -> None:
        super().__init__(
            "This directory was encrypted, and the database in it now is not: somebody may have "
            "put another one in its place.",
            "Enter nothing. Restore the latest backup; or if you did this yourself, set "
            f"{OVERRIDE}=1.",
        )


def refuse(path: Path) -> None:
    """WasEncryptedError for a plain directory at a place where an encrypted one was."""
    if os.environ.get(OVERRIDE, "") == "1":
        return
    kept = settings.load()
    mark = _mark(kept.places_key, path)
    if mark in kept.plain_places:
        return
    if mark in kept.encrypted_places or _has_encrypted_backups(path):
        raise WasEncryptedError


def remember(path: Path) -> None:
    """Keep that an encrypted directory was opened here. Settings that cannot be kept stay."""
    kept = settings.load()
    mark = _mark(kept.places_key, path)
    if mark in kept.encrypted_places:
        return
    _keep(kept, path, encrypted=True)


def allow(path: Path) -> None:
    """A plain directory is meant to be here: made by this program, or allowed by a person."""
    kept = settings.load()
    if kept.places_key:
        _keep(kept, path, encrypted=False)


def _keep(kept: settings.Settings, path: Path, *, encrypted: bool) -> None:
    kept.places_key = kept.places_key or secrets.token_hex(16)
    mark = _mark(kept.places_key, path)
    others = [[one for one in marks if one != mark] for marks in _lists(kept)]
    others[not encrypted].insert(0, mark)
    kept.encrypted_places, kept.plain_places = (marks[:_MOST] for marks in others)
    # a home that cannot be written is no reason to open nothing
    with contextlib.suppress(OSError, UserError):
        settings.save(kept)


def _lists(kept: settings.Settings) -> tuple[list[str], list[str]]:
    return kept.encrypted_places, kept.plain_places


def _mark(key: str, path: Path) -> str:
    """By what a place is known again on this machine; "" where none was ever kept."""
    if not key:
        return ""
    place = str(path.resolve()).encode("utf-8", "surrogateescape")
    return hmac.digest(key.encode(), place, "sha256").hex()[:_DIGITS]


def _has_encrypted_backups(path: Path) -> bool:
    from directory_app.store import backups
    from directory_app.store.folder import Folder

    return any(
        fact.encrypted for fact in backups.listed(Folder(path)) if fact.kind != backups.DAMAGED
    )
