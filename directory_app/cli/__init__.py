"""The verbs: the same jobs as the window, without one.

Standard output carries the answer alone, standard error everything said on the way. With
``--json`` the answer is one JSON value. Exit status: 0 done, 2 something that the person can
mend (one sentence on standard error), 1 a bug. A new verb is a function in one of the files
beside this one; a new file is named below.
"""

import sys
from collections.abc import Sequence

import typer

from directory_app.cli import (
    consent,
    curating,
    duplicates,
    exporting,
    field,
    handing_out,
    history,
    keeping,
    map_data,
    maps,
    packets,
    places,
    runs,
    security,
    verifying,
)
from directory_app.cli.common import app, leave_quietly
from directory_app.errors import UserError

__all__ = [
    "app",
    "consent",
    "curating",
    "duplicates",
    "exporting",
    "field",
    "handing_out",
    "history",
    "keeping",
    "map_data",
    "maps",
    "packets",
    "places",
    "run",
    "runs",
    "security",
    "verifying",
]


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
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
