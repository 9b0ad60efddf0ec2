"""Making ourselves known to the desktop's portal before our memory is shut.

xdg-desktop-portal gives Qt light or dark, and in a sandbox the dialogs that choose files. It
learns who asks by looking into ``/proc/PID/root``, once for each connection; of a process that
is not dumpable it may not, and refuses (flatpak/xdg-desktop-portal 785 and 1490, as KeePassXC
and Bitwarden met it). So it is asked something small first, over the connection that Qt uses.
"""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection

from directory_app import hardening
from directory_app.ui.away import buses

#: Milliseconds after which nothing is waited for any more.
_LONGEST = 2_000
_READ = (
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Settings",
    "Read",
)


def shut_memory_once_known(window: QObject) -> None:
    """Become not dumpable when the portal has answered, or there is none, or after two seconds.

    Nobody has typed a passphrase by then; unlocking shuts it at once, whatever was answered.
    """
    _Introduction(window).begin()


class _Introduction(QObject):
    def begin(self) -> None:
        QTimer.singleShot(_LONGEST, self, self.over)
        greeting = buses.Greeting(buses.session_address(), self)
        greeting.answered.connect(self._greeted)
        greeting.start()

    @Slot(bool)
    def _greeted(self, answered: bool) -> None:
        bus = QDBusConnection.sessionBus() if answered else None  # the one that Qt uses
        if bus is None or not bus.isConnected():
            self.over()
            return
        asked: list[object] = ["org.freedesktop.appearance", "color-scheme"]
        buses.call(bus, _READ, asked, self, lambda _reply: self.over())

    @Slot()
    def over(self) -> None:
        """Whatever was answered: known now, or not to be known."""
        hardening.not_dumpable()
