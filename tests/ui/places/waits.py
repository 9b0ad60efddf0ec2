"""Running the event loop until something is so."""

import time

from PySide6.QtCore import QEventLoop, QTimer


def until(is_so, longest=20.0):
    """Let the window work until ``is_so()``."""
    ends = time.monotonic() + longest
    while not is_so():
        loop = QEventLoop()
        QTimer.singleShot(5, loop.quit)
        loop.exec()
        assert time.monotonic() < ends, "it never came"
