"""The verbs: the same jobs as the window, without one.

Standard output carries the answer alone, standard error everything said on the way. With
``--json`` the answer is one JSON value. Exit status: 0 done, 2 something that the person can
mend (one sentence on standard error), 1 a bug. A new verb is a function in one of the files
beside this one, which is named in verbs.py; it loads when it is asked for.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

import typer

from directory_app.cli.common import app, leave_quietly
from directory_app.errors import UserError
from directory_app.verbs import VERBS

__all__ = ["app", "run"]


def _load(arguments: Sequence[str]) -> None:
    """Import what has the verb that is asked for; all of them where help lists them."""
    verb = next((each for each in arguments if not each.startswith("-")), "")
    if verb in VERBS:
        import_module(f"directory_app.cli.{VERBS[verb]}")
    elif "--version" not in arguments:
        for module in sorted({*VERBS.values()}):
            import_module(f"directory_app.cli.{module}")


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        _load(arguments)
        status = app(list(arguments), prog_name="puertas", standalone_mode=False) or 0
        if sys.stdout is not None:  # a shell may have closed it
            sys.stdout.flush()
        return status
    except typer.Abort:
        return _fail("Stopped; nothing was changed.")
    except typer.TyperException as error:
        return _fail(error.format_message())
    except UserError as error:
        return _fail(str(error))
    except BrokenPipeError:
        leave_quietly()
        return 0
    except OSError as error:
        return _fail(f"{error.filename or 'A file'}: {error.strerror or error}.")


def _fail(sentence: str) -> int:
    words = " ".join(sentence.split())
    print(words if words.endswith((".", "?", "!")) else f"{words}.", file=sys.stderr)
    return 2
