"""The lock that keeps a second writer out. The system drops it when the process ends, however."""

import os
import sys
from pathlib import Path

from directory_app.errors import UserError


class WriterLock:
    """An exclusive lock on a file, held until ``release``; a killed process leaves none."""

    def __init__(self, path: Path) -> None:
        """Take the lock at once; UserError if somebody holds it or the folder is read-only."""
        try:
            self._descriptor: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise UserError(
                "This directory cannot be changed: its folder is read-only.",
                "Copy the folder to a disk where you may write, or only look at it.",
            ) from error
        try:
            _take(self._descriptor)
        except OSError as error:
            self.release()
            raise UserError(
                "This directory is already open for changes, in another window or by a command.",
                "Close the other one or wait until it is done.",
            ) from error

    def release(self) -> None:
        """Let the next writer in. Safe to call twice."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
