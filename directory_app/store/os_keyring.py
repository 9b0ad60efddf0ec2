"""The operating system's keyring: where a secret of one key slot may lie, if a person wants it.

Whoever has the unlocked laptop then has the list, so it is never on by itself.
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
    """Whether this system has a keyring that keeps secrets encrypted."""
    try:
        return _backend() is not None
    except UserError:
        return False


def keep_new_secret() -> tuple[str, bytes]:
    """Put a fresh random secret into the keyring and read it back: (its entry, the secret)."""
    entry, secret = secrets.token_hex(16), secrets.token_bytes(SECRET_BYTES)
    backend = _backend()
    with _explained():
        backend.set_password(SERVICE, entry, base64.b64encode(secret).decode("ascii"))
        kept = backend.get_password(SERVICE, entry)
    if kept is None or base64.b64decode(kept) != secret:
        raise _no_keyring()
    return entry, secret


def secret(entry: str) -> bytes | None:
    """What the keyring keeps under an entry, None if it has none or cannot be asked."""
    try:
        with _explained():
            kept = _backend().get_password(SERVICE, entry)
        return None if kept is None else base64.b64decode(kept, validate=True)
    except (UserError, binascii.Error):
        return None


def forget(entry: str) -> None:
    """Take an entry out of the keyring; none is needed for this."""
    from keyring.errors import KeyringError

    with contextlib.suppress(UserError, KeyringError):
        _backend().delete_password(SERVICE, entry)


def _backend() -> Any:
    import keyring

    backend = keyring.get_keyring()
    if float(backend.priority) < LEAST_PRIORITY:
        raise _no_keyring()
    return backend


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    from keyring.errors import KeyringError

    try:
        yield
    except KeyringError as error:
        raise _no_keyring() from error


def _no_keyring() -> UserError:
    return UserError(
        "This system has no keyring that Puertas can use.",
        "Use the passphrase; on Linux, GNOME Keyring or KWallet must run.",
    )
