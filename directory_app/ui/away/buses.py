"""D-Bus without waiting for it: the GUI thread connects only to a bus that has just answered.

QtDBus connects and says hello while its caller waits, up to 25 seconds and longer, and holds
Python's lock meanwhile, so that not even a thread helps. So a thread greets the bus first, by its
socket and with a short patience: what is absent, stopped or overloaded is left alone.
"""

import os
import socket
from collections.abc import Callable
from threading import Thread
from urllib.parse import unquote

from PySide6.QtCore import SLOT, QObject, Qt, Signal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
    QDBusPendingCallWatcher,
)

#: Seconds that a bus may take to answer a greeting, and milliseconds for a call to its services.
_PATIENCE = 2.0
_CALL_MS = 5_000
_SYSTEM = "unix:path=/run/dbus/system_bus_socket"


def system_address() -> str:
    """Where the system's bus listens, as D-Bus writes addresses."""
    return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM


def session_address() -> str:
    """Where this session's bus listens; "" where there is none."""
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    return given or (f"unix:path={runtime}/bus" if runtime else "")


def answers(address: str, patience: float = _PATIENCE) -> bool:
    """Whether a bus lets us in within ``patience`` seconds. Waits: not for the GUI thread."""
    return any(_greets(each, patience) for each in address.split(";") if each)


def _greets(address: str, patience: float) -> bool:
    place = _socket_of(address)
    if place is None or not hasattr(socket, "AF_UNIX"):
        return False
    who = str(os.getuid()).encode().hex().encode()
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as link:
            link.settimeout(patience)
            link.connect(place)
            link.sendall(b"\0AUTH EXTERNAL " + who + b"\r\n")
            return link.recv(64).startswith(b"OK ")
    except OSError:
        return False


def _socket_of(address: str) -> str | None:
    kind, _, rest = address.partition(":")
    pairs = dict(pair.partition("=")[::2] for pair in rest.split(","))
    if kind != "unix":
        return None
    if "abstract" in pairs:
        return "\0" + unquote(pairs["abstract"])
    return unquote(pairs["path"]) if "path" in pairs else None


class Greeting(QObject):
    """Greets a bus on a thread; ``answered(bool)`` comes once, in the thread that made it."""

    answered = Signal(bool)
    _back = Signal(bool)

    def __init__(self, address: str, parent: QObject) -> None:
        super().__init__(parent)
        self._back.connect(self.answered, Qt.ConnectionType.QueuedConnection)
        self._thread = Thread(target=self._greet, args=(address,), name="puertas-bus", daemon=True)

    def start(self) -> None:
        """Go, after ``answered`` was connected."""
        self._thread.start()

    def _greet(self, address: str) -> None:
        found = answers(address)
        try:
            self._back.emit(found)
        except RuntimeError:  # the window closed meanwhile
            return


def hear(bus: QDBusConnection, what: tuple[str, str, str], receiver: QObject, slot: str) -> None:
    """Connect (path, interface, signal) to a slot, as "name(bool)"; "" is any path.

    From whoever says it: to ask who owns a name would be to wait.
    """
    # text is what SLOT makes and connect takes, whatever the stubs say of both
    bus.connect("", *what, receiver, SLOT(slot))  # type: ignore[call-overload]


def call(
    bus: QDBusConnection,
    method: tuple[str, str, str, str],
    arguments: list[object],
    parent: QObject,
    done: Callable[[QDBusMessage], None],
) -> None:
    """Call (service, path, interface, method); ``done`` gets the reply, later, be it an error."""
    message = QDBusMessage.createMethodCall(*method)
    message.setArguments(arguments)
    pending: QDBusPendingCall = bus.asyncCall(message, _CALL_MS)
    watcher = QDBusPendingCallWatcher(pending, parent)

    def finished(_watcher: QDBusPendingCallWatcher) -> None:
        done(watcher.reply())
        watcher.deleteLater()

    watcher.finished.connect(finished)
