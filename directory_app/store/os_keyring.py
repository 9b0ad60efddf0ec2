"""The operating system's keyring: where a secret of one key slot may lie, if a person wants it.

Whoever has the unlocked laptop then has the list, so it is never on by itself. A keyring may be
locked, gone or refused at any moment; each is a UserError here, whatever its program raises.
"""

import base64
import binascii
import contextlib
import secrets
from collections.abc import Iterator
from typing import Any

from directory_app.errors import UserError

SERVICE = "puertas"
SECRET_BYTES = 32
#: A backend with a lower priority keeps nothing, or keeps it in the open.
LEAST_PRIORITY = 1


def available() -> bool:
    """Whether this system has a keyring that keeps secrets encrypted (it may be locked)."""
    try:
        return _backend() is not None
    except UserError:
        return False


def keep_new_secret() -> tuple[str, bytes]:
    """Put a fresh random secret into the keyring and read it back: (its entry, the secret)."""
    entry, new = secrets.token_hex(16), secrets.token_bytes(SECRET_BYTES)
    backend = _backend()
    with _explained():
        backend.set_password(SERVICE, entry, base64.b64encode(new).decode("ascii"))
    if secret(entry) != new:
        forget(entry)
        raise _no_keyring()
    return entry, new


def secret(entry: str) -> bytes | None:
    """What the keyring keeps under an entry, None if it has none or cannot be asked."""
    try:
        backend = _backend()
        with _explained():
            kept = backend.get_password(SERVICE, entry)
        return None if kept is None else base64.b64decode(kept, validate=True)
    except (UserError, binascii.Error):
        return None


def put(entry: str, text: str) -> None:
    """Keep a text under an entry, in the place of what was there. UserError without a keyring."""
    backend = _backend()
    with _explained():
        backend.set_password(SERVICE, entry, text)


def get(entry: str) -> str | None:
    """The text under an entry, None if there is none. UserError if the keyring does not answer."""
    backend = _backend()
    with _explained():
        kept = backend.get_password(SERVICE, entry)
    return None if kept is None else str(kept)


def forget(entry: str) -> bool:
    """Take an entry out of the keyring; none is needed for this. False where it may be left."""
    from keyring.errors import PasswordDeleteError

    try:
        backend = _backend()
        with _explained(PasswordDeleteError):
            backend.delete_password(SERVICE, entry)
    except UserError:
        return False
    except PasswordDeleteError:
        # it says so where there was none as well as where it would not
        return secret(entry) is None
    return True


def _backend() -> Any:
    import keyring

    with _explained():
        backend = keyring.get_keyring()
        good = float(backend.priority) >= LEAST_PRIORITY
    if not good:
        raise _no_keyring()
    return backend


@contextlib.contextmanager
def _explained(*but: type[Exception]) -> Iterator[None]:
    """A keyring's errors as sentences; those of ``but`` go on as they are."""
    from keyring.errors import KeyringLocked

    try:
        yield
    except but:
        raise
    except KeyringLocked as error:
        raise UserError(
            "The keyring of this computer is locked.", "Unlock it, or use the passphrase."
        ) from error
    # D-Bus, Keychain and Windows have errors of their own, which no class holds together
    except Exception as error:
        raise _no_keyring() from error


def _no_keyring() -> UserError:
    return UserError(
        "This system has no keyring that Puertas can use.",
        "Use the passphrase; on Linux, GNOME Keyring or KWallet must run.",
    )
