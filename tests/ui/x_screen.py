"""A screen of X11 in memory, for what the offscreen platform has not: selections and keys."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

#: Beside Xvfb: what Qt's plugin for X11 opens.
_LIBRARIES = (
    "libxcb-cursor.so.0",
    "libxcb-icccm.so.4",
    "libxcb-keysyms.so.1",
    "libxkbcommon-x11.so.0",
)


def _missing() -> str:
    import ctypes

    for name in _LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            return name
    return "" if shutil.which("Xvfb") else "Xvfb"


needs_screen = pytest.mark.skipif(bool(_missing()), reason=f"no {_missing()} on this computer")


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of programs that shall show themselves on it."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as server:  # fmt: skip
        os.close(writing)
        try:
            with os.fdopen(reading) as said:
                number = said.readline().strip()
            kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
            yield kept | {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()
