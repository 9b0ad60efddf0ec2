"""Being told that the laptop is about to sleep, or that its screen locked.

A laptop that is taken is mostly one that slept in a bag: what is in its memory then can be read.
So an open directory is locked before, and the system waits for that where it can.
"""

import sys

from PySide6.QtCore import QObject

from directory_app.ui.away.base import Away

__all__ = ["Away", "watch"]


def watch(parent: QObject) -> Away:
    """What this system can tell, started; one that never says anything where it can't."""
    made = _of_this_system(parent)
    made.start()
    return made


def _of_this_system(parent: QObject) -> Away:
    if sys.platform == "win32":
        from directory_app.ui.away.windows import WindowsAway

        return WindowsAway(parent)
    if sys.platform == "darwin":
        from directory_app.ui.away.macos import MacAway

        return MacAway(parent)
    from directory_app.ui.away.linux import LinuxAway

    return LinuxAway(parent)
