"""Which directory was open last: kept by the system's keyring, where a person wants it, or nowhere.

No file of ours and none of Qt's says where a directory lies. Whoever is logged in may read the
keyring, as the setting says.
"""

from pathlib import Path

from directory_app.errors import UserError
from directory_app.store import os_keyring

_ENTRY = "last-directory"


def keep(path: Path) -> None:
    """Remember it instead of the one before. UserError where there is no keyring."""
    os_keyring.put(_ENTRY, str(path))


def known() -> Path | None:
    """The directory, if it is still there and the keyring tells."""
    try:
        said = os_keyring.get(_ENTRY)
    except UserError:
        return None
    return Path(said) if said and Path(said).exists() else None


def forget() -> bool:
    """Take it out again. False where it may be left."""
    return os_keyring.forget(_ENTRY)
