"""What is done for a directory's safety when it is closed, and hourly while it is open."""

from dataclasses import dataclass
from pathlib import Path

from directory_app.progress import Progress, silent
from directory_app.store import Store


@dataclass(frozen=True, slots=True)
class KeptSafe:
    """The backup that was made, if one was due, and those that went for their age."""

    backup: Path | None
    deleted: tuple[Path, ...]


def keep_safe(store: Store, progress: Progress = silent) -> KeptSafe:
    """Back up if that is due, then delete backups that hold somebody who withdrew long ago.

    The file of refusals is renewed. UserError where it cannot be, once the rest is done.
    """
    saved = store.backups.automatic(progress)
    kept = KeptSafe(saved, tuple(store.backups.delete_expired(progress)))
    store.renew_never_again()
    return kept
