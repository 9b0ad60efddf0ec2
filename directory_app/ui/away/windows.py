"""Windows: the messages of power and of the session, which come to every window.

Written from Microsoft's documentation and never run by us: WTSRegisterSessionNotification and
WM_WTSSESSION_CHANGE for the lock of the screen, WM_POWERBROADCAST with PBT_APMSUSPEND before
sleep. Windows waits about two seconds for whoever handles the latter.
"""

import contextlib
import ctypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from directory_app.ui.away.base import Away

_WM_POWERBROADCAST, _PBT_APMSUSPEND = 0x0218, 0x0004
_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK = 0x02B1, 0x7
_NOTIFY_FOR_THIS_SESSION = 0


class WindowsAway(Away):
    """Hears the messages of the window that it belongs to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._filter = _Filter(self)
        self._window = int(parent.winId()) if isinstance(parent, QWidget) else 0

    def start(self) -> None:
        """Ask for the session's messages; those of power come without."""
        with contextlib.suppress(OSError, AttributeError):
            _wtsapi().WTSRegisterSessionNotification(
                ctypes.c_void_p(self._window), _NOTIFY_FOR_THIS_SESSION
            )
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)

    def stop(self) -> None:
        """Hear them no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        with contextlib.suppress(OSError, AttributeError):
            _wtsapi().WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window))

    def hear(self, message: int, what: int) -> None:
        """One message: its number, and what its WPARAM says."""
        if (message, what) == (_WM_POWERBROADCAST, _PBT_APMSUSPEND):
            self.about_to_sleep.emit()
        elif (message, what) == (_WM_WTSSESSION_CHANGE, _WTS_SESSION_LOCK):
            self.screen_locked.emit()


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, away: WindowsAway) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:
        """Look at it and let it go on."""
        if bytes(kind) == b"windows_generic_MSG":
            found = _Message.from_address(int(message))
            self._away.hear(found.message, found.what)
        return False, 0


class _Message(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("what", ctypes.c_size_t),
    )


def _wtsapi() -> Any:
    return getattr(ctypes, "windll").wtsapi32  # noqa: B009 - only Windows' ctypes has it
