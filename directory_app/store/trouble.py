"""What the database driver and the system say, turned into what a person can mend."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlite

from directory_app.errors import UserError
from directory_app.model.terms import Match

DAMAGED = "The directory file is damaged."
RESTORE = "Restore the latest backup; keep the damaged folder until that has worked."
CUT_SHORT = "The directory file was cut short: its end is missing."

_KNOWN = (
    ("disk is full", "The disk is full, so nothing was saved.", "Free some space and try again."),
    ("malformed", DAMAGED, RESTORE),
    ("not a database", DAMAGED, RESTORE),
    ("locked", "The directory is busy in another window.", "Wait a moment and try again."),
    ("readonly", "The directory folder cannot be written.", "Check the rights of the folder."),
    ("disk i/o error", "The disk could not be read or written.", "Check the disk; back up soon."),
    ("unable to open", "The directory file cannot be opened.", "Check the rights of the folder."),
)
#: EDQUOT, a quota that is used up, is POSIX's.
_DISK = {
    errno.ENOSPC: "disk is full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "disk is full",
    errno.EIO: "disk i/o error",
}


class NewerVersionError(UserError):
    """A directory that a newer Puertas made: nothing is wrong with it."""

    def __init__(self) -> None:
        super().__init__(
            "This directory was made by a newer version of Puertas.",
            "Install the newer version; this one has changed nothing.",
        )


class KnownAgainError(UserError):
    """What would come in is like a business that asked to be forgotten: a person has to say.

    ``ids`` and ``names`` of those, in order; ``match`` is the weightiest. Doing it again within
    ``store.another_one(ids)`` lets them in.
    """

    def __init__(self, found: dict[str, tuple[str, Match]]) -> None:
        self.ids = tuple(found)
        self.match = Match.SAME if Match.SAME in {m for _, m in found.values()} else Match.ASK
        self.names = tuple(name for name, _ in found.values())
        names = ", ".join(f"“{name}”" for name in self.names[:3])
        more = f" + {len(found) - 3}" if len(found) > 3 else ""
        super().__init__(
            f"{names}{more}: this may be a business that asked to be forgotten.",
            "Add it only if you know that it is another one, and say so.",
        )


def explain(error: BaseException) -> UserError | None:
    """The sentence for a driver error (also one wrapped by SQLAlchemy), or None: a bug.

    Of the system's own errors it knows those of the disk; the rest depend on what was done.
    """
    if isinstance(error, OSError) and error.errno in _DISK:
        return _known_as(_DISK[error.errno])
    cause = getattr(error, "orig", None) or error
    if not isinstance(cause, sqlite.DatabaseError):
        return None
    return _known_as(str(cause).lower())


def _known_as(text: str) -> UserError | None:
    for words, message, hint in _KNOWN:
        if words in text:
            return UserError(message, hint)
    return None


@contextmanager
def explained() -> Iterator[None]:
    """Within it, driver errors that a person can mend become UserErrors; bugs stay bugs."""
    try:
        yield
    except Exception as error:
        known = explain(error)
        if known is None:
            raise
        raise known from error
