"""Keyrings to try: one in a file, and the system's own, asked for the same things."""

import contextlib
import json
import os
from pathlib import Path
from typing import Any

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

#: Set to "system" inside a session that has nothing of yours in it: see CONTRIBUTING.md.
WHICH = "PUERTAS_TEST_KEYRING"


class FileRing(KeyringBackend):
    """A keyring in a file, as keyring's own contract has it; it can be locked or break."""

    priority = 5  # type: ignore[assignment]

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.failing: Exception | None = None
        file.write_text("{}")

    def _all(self) -> dict[str, str]:
        if self.failing is not None:
            raise self.failing
        return dict(json.loads(self.file.read_text()))

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self.file.write_text(json.dumps(self._all() | {f"{service} {username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        kept = self._all()
        if kept.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError("no such password")
        self.file.write_text(json.dumps(kept))

    def entries(self) -> list[str]:
        """The names of all that Puertas keeps here."""
        return [one.split()[1] for one in json.loads(self.file.read_text())]

    def empty(self) -> None:
        self.file.write_text("{}")

    def lock(self) -> None:
        self.failing = KeyringLocked("dismissed")


class SystemRing:
    """The Secret Service of this session, with the same three hands."""

    def _items(self, bus: Any) -> list[Any]:
        import secretstorage

        return list(secretstorage.search_items(bus, {"service": "puertas"}))

    def entries(self) -> list[str]:
        import secretstorage

        with contextlib.closing(secretstorage.dbus_init()) as bus:
            return [item.get_attributes()["username"] for item in self._items(bus)]

    def empty(self) -> None:
        import secretstorage

        with contextlib.closing(secretstorage.dbus_init()) as bus:
            for item in self._items(bus):
                item.delete()

    def lock(self) -> None:
        import secretstorage

        with contextlib.closing(secretstorage.dbus_init()) as bus:
            secretstorage.get_default_collection(bus).lock()


def wants_system() -> bool:
    """Whether the session was begun for this: no test touches anybody's real keyring else."""
    return os.environ.get(WHICH) == "system"
