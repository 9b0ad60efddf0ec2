"""What every system's watch has in common."""

from PySide6.QtCore import QObject, Signal


class Away(QObject):
    """``about_to_sleep``: lock now, the system waits while slots run. ``screen_locked``."""

    about_to_sleep = Signal()
    screen_locked = Signal()

    def start(self) -> None:
        """Begin to listen. Returns at once; a system that is silent or hangs is no mistake."""

    def stop(self) -> None:
        """Listen no more, and hold no sleep up."""
