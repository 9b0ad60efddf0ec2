"""What Python collects is collected in the GUI thread only.

Python collects cycles in whatever thread happens to allocate. Widgets and models that wait in
such a cycle would be destroyed in a lane, beside a window that may be drawing them: Qt then ends
the process, at another place each time.
"""

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds between two looks; nothing is done where little was made since.
BEAT = 500


class Garbage(QObject):
    """From its making on, collects now and then, in the thread that made it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._beat = QTimer(self, interval=BEAT)
        self._beat.timeout.connect(collect)
        self._beat.start()


def collect() -> None:
    """As Python would by itself: the youngest mostly, all seldom."""
    made, limits = gc.get_count(), gc.get_threshold()
    oldest = next((age for age in (2, 1, 0) if made[age] > limits[age]), None)
    if oldest is not None:
        gc.collect(oldest)


def install(app: QObject) -> None:
    """Once for the QApplication."""
    if app.findChild(Garbage) is None:
        Garbage(app)
