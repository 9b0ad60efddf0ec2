"""Waiting for the window without guessing how long."""

import time

from PySide6.QtCore import QEventLoop, QTimer

from directory_app.ui.jobs import JobRunner

LONGEST = 20.0


def settle(runner: JobRunner, beat_ms: int = 5) -> None:
    """Run the event loop until no job is under way and what they set off is done."""
    until = time.monotonic() + LONGEST
    calm = 0
    while calm < 4:
        loop = QEventLoop()
        QTimer.singleShot(beat_ms, loop.quit)
        loop.exec()
        calm = calm + 1 if runner.is_idle() else 0
        assert time.monotonic() < until, "jobs go on and on"
