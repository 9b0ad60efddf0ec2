"""The environment's secrets: taken out of it at the start, and handed to no process we start.

A variable whose name is ``PUERTAS_…PASSPHRASE`` is one, today's four and any that comes. As
long as it stands in the environment, every process that is started gets it, and on Linux
``/proc/PID/environ`` shows it even after it was unset: so its letters are overwritten, too.
"""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

_SECRET = re.compile(r"PUERTAS_(?:\w+_)?PASSPHRASE")
_taken: dict[str, str] = {}


def is_secret(name: str) -> bool:
    """Whether a variable of this name holds a passphrase."""
    return _SECRET.fullmatch(name) is not None


def take_secrets() -> None:
    """Keep what the environment holds of passphrases in this process alone.

    The first thing a program does; before it, nothing may be started.
    """
    for name in [name for name in os.environ if is_secret(name)]:
        _taken[name] = os.environ[name]
        _overwrite(name)
        del os.environ[name]


def secret(name: str) -> str | None:
    """The passphrase that a variable held at the start; None where there was none, or ""."""
    assert is_secret(name), name
    return _taken.get(name) or os.environ.get(name) or None


def for_children() -> dict[str, str]:
    """The environment of every process we start: ours without a passphrase."""
    return {name: value for name, value in os.environ.items() if not is_secret(name)}


def start(command: Sequence[str], **more: Any) -> "subprocess.Popen[str]":
    """Start a process whose output is read as text. ``more`` goes to ``subprocess.Popen``.

    The one way to start one without Qt: it gets ``for_children()``, and on Windows no console.
    """
    return subprocess.Popen(  # noqa: S603 - a list of arguments, and no shell
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=for_children() | {"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        **more,
    )


def _overwrite(name: str) -> None:
    """Blank the value where the system laid it when the process began.

    That place is what ``/proc/PID/environ`` and ``ps e`` show; Windows has none of its kind.
    """
    if sys.platform == "win32":
        return
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        getenv = ctypes.CDLL(None).getenv
        getenv.argtypes, getenv.restype = [ctypes.c_char_p], ctypes.c_void_p
        place = getenv(os.fsencode(name))
        if place:
            ctypes.memset(place, 0, len(ctypes.string_at(place)))
