"""Linux: systemd-logind says when it sleeps and waits for us; desktops say when a screen locks.

logind's "delay" inhibitor is a file descriptor. As long as it is open, sleep waits (5 seconds at
most, as logind is set up by default). A lock ends this process, which closes it; where nothing
had to be locked, or a lock could not keep what was typed, it is closed here.
See org.freedesktop.login1(5) and https://systemd.io/INHIBITOR_LOCKS/.
"""

import contextlib
import os

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)

from directory_app.ui.away import buses
from directory_app.ui.away.base import Away

_LOGIND, _PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
_MANAGER, _SESSION = f"{_LOGIND}.Manager", f"{_LOGIND}.Session"
#: Who says ActiveChanged(true) when a screen locks: KDE and most others, then by their desktop.
_SCREENS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class LinuxAway(Away):
    """Listens on the system's bus and on the session's."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._system: QDBusConnection | None = None
        self._session: QDBusConnection | None = None
        self._holds: int | None = None
        self._stopped = False
        # Qt gives out a connection of the same name again, and these are ours alone
        self._names = (f"puertas-system-{id(self)}", f"puertas-session-{id(self)}")

    def start(self) -> None:
        """Greet both buses, and listen where one answers."""
        for address, then in (
            (buses.system_address(), self._hear_system),
            (buses.session_address(), self._hear_session),
        ):
            greeting = buses.Greeting(address, self)
            greeting.answered.connect(then)
            greeting.start()

    def stop(self) -> None:
        """Let sleep go on by itself."""
        self._stopped = True
        self._let_sleep()
        for name in self._names:
            QDBusConnection.disconnectFromBus(name)

    @property
    def holds_sleep(self) -> bool:
        """Whether sleep waits for us."""
        return self._holds is not None

    # -- the system's bus

    @Slot(bool)
    def _hear_system(self, answered: bool) -> None:
        if not answered or self._stopped:
            return
        bus = QDBusConnection.connectToBus(buses.system_address(), self._names[0])
        if not bus.isConnected():
            return
        self._system = bus
        # any sender: who else says it makes us lock, and nothing more
        buses.hear(bus, (_PATH, _MANAGER, "PrepareForSleep"), self, "_sleeps(bool)")
        self._hold_sleep()
        asked = (_LOGIND, _PATH, _MANAGER, "GetSession")
        buses.call(bus, asked, ["auto"], self, self._hear_own_session)

    def _hear_own_session(self, reply: QDBusMessage) -> None:
        """``loginctl lock-session`` says Lock on our session's path; on others' it is not ours."""
        found = reply.arguments()
        if self._system is None or not found or not isinstance(found[0], QDBusObjectPath):
            return
        path = found[0].path()
        buses.hear(self._system, (path, _SESSION, "Lock"), self, "_locks()")

    def _hold_sleep(self) -> None:
        if self._system is None or self._stopped:
            return
        asked = (_LOGIND, _PATH, _MANAGER, "Inhibit")
        why: list[object] = ["sleep", "Puertas", "Locks the list", "delay"]
        buses.call(self._system, asked, why, self, self._held)

    def _held(self, reply: QDBusMessage) -> None:
        arguments = reply.arguments()
        if not arguments or not isinstance(arguments[0], QDBusUnixFileDescriptor):
            return  # a policy that lets nobody delay sleep: then it is locked as it falls asleep
        self._let_sleep()
        self._holds = arguments[0].takeFileDescriptor()  # out of every copy of the reply
        if self._stopped:
            self._let_sleep()

    def _let_sleep(self) -> None:
        if self._holds is not None:
            with contextlib.suppress(OSError):
                os.close(self._holds)
            self._holds = None

    @Slot(bool)
    def _sleeps(self, begins: bool) -> None:
        if self._stopped:
            return
        if begins:
            self.about_to_sleep.emit()
            self._let_sleep()
        else:
            self._hold_sleep()

    @Slot()
    def _locks(self) -> None:
        if not self._stopped:
            self.screen_locked.emit()

    # -- the session's bus

    @Slot(bool)
    def _hear_session(self, answered: bool) -> None:
        if not answered or self._stopped:
            return
        bus = QDBusConnection.connectToBus(buses.session_address(), self._names[1])
        for interface in _SCREENS if bus.isConnected() else ():
            buses.hear(bus, ("", interface, "ActiveChanged"), self, "_screen(bool)")
        self._session = bus

    @Slot(bool)
    def _screen(self, is_locked: bool) -> None:
        if is_locked:
            self._locks()
