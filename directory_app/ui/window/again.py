"""Starting the program again, which is how it locks: closing alone leaves words in memory."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

from directory_app import environment, paths


def command(path: Path) -> list[str]:
    """The program and its arguments: the directory's place, never a secret."""
    if getattr(sys, "frozen", False):
        return [sys.executable, str(path)]
    return [sys.executable, "-m", "directory_app", str(path)]


def start_again(path: Path) -> None:
    """A new process at the passphrase, and the end of this one at once.

    Everything must be saved and closed. ``os._exit``, because a dialog of the system may be
    open whose own loop would keep this process, and all that it has in memory, alive.
    """
    program, *arguments = command(path)
    process = QProcess()
    process.setProgram(program)
    process.setArguments(arguments)
    process.setWorkingDirectory(str(paths.ROOT))
    variables = QProcessEnvironment()
    for name, value in environment.for_children().items():
        variables.insert(name, value)
    process.setProcessEnvironment(variables)
    process.startDetached()
    os._exit(0)
