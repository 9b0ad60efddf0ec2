"""Start Puertas: the window, or a verb that does the same job without one."""

import gc
import sys
import threading
from pathlib import Path

from directory_app import environment, hardening
from directory_app.verbs import VERBS

#: Seconds after which the window stands.
AFTER_START = 0.5


def main() -> None:
    """Read the command line. No arguments, or one directory, open the window."""
    environment.take_secrets()
    hardening.no_core_dumps()
    arguments = sys.argv[1:]
    if not arguments:
        _open_window(None)
    elif len(arguments) == 1 and _names_a_directory(arguments[0]):
        _open_window(Path(arguments[0]))
    else:
        hardening.not_dumpable()  # a window is once the desktop knows it: ui/portal.py
        from directory_app import cli

        sys.exit(cli.run(arguments))


def _names_a_directory(argument: str) -> bool:
    """Whether a lone argument is a directory to open, and not a verb or a mistyped one."""
    if argument.startswith("-") or argument in VERBS:
        return False
    return argument.endswith(".puertas") or Path(argument).exists()


def _open_window(path: Path | None) -> None:
    # a search for cycles among everything that is being loaded costs a twentieth of the start
    gc.disable()
    later = threading.Timer(AFTER_START, gc.enable)
    later.daemon = True
    later.start()
    # here, because the verbs must work where Qt's system libraries are missing
    from directory_app.ui.app import run

    sys.exit(run(path))


if __name__ == "__main__":
    main()
