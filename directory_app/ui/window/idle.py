"""Noticing that nobody is there: no key, no mouse, no touch for some minutes by the clock.

A laptop that slept is noticed by its clock, which went on meanwhile. Input is heard at the
windows of the system, before it reaches any widget: that costs nothing while one is painted.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

#: Seconds between two looks at the clock.
BEAT = 5
#: A look that comes so many seconds late means that the laptop slept.
SLEPT = 60
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """``due`` once, when ``minutes`` went by without input, or the laptop slept."""

    due = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        """``wall`` goes on while the laptop sleeps, ``steady`` when the clock is set back."""
        super().__init__(parent)
        self._wall, self._steady = wall, steady
        self._limit = 0.0
        self._touched = self._looked = (0.0, 0.0)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT * 1000)
        self._beat.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Begin to wait, or go on with another limit."""
        self._limit = minutes * 60.0
        self._touched = self._looked = self._now()
        if not self._beat.isActive():
            self._beat.start()
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.focusWindowChanged.connect(self._listen)
            for window in app.topLevelWindows():
                self._listen(window)

    def stop(self) -> None:
        """Wait no more."""
        if self._beat.isActive():
            self._beat.stop()
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.focusWindowChanged.disconnect(self._listen)

    def touched(self) -> None:
        """Somebody is there; unless it was too long ago, or the laptop woke up just now."""
        if not self.look():
            self._touched = self._now()

    def look(self) -> bool:
        """Whether it is time, which ``due`` then says."""
        if not self._beat.isActive():
            return False
        now = self._now()
        late = _since(self._looked, now) >= SLEPT
        self._looked = now
        if not late and _since(self._touched, now) < self._limit:
            return False
        self.stop()
        self.due.emit()
        return True

    def _now(self) -> tuple[float, float]:
        return self._wall(), self._steady()

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear input while it watches; what comes too late goes nowhere."""
        if self._beat.isActive() and event.type() in _INPUT:
            self.touched()
            return not self._beat.isActive()
        return False


def _since(before: tuple[float, float], now: tuple[float, float]) -> float:
    """By whichever clock more time went by: one may have been set, the other may have slept."""
    return max(after - earlier for earlier, after in zip(before, now, strict=True))
