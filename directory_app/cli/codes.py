"""A recovery code on its way to a person: to the terminal before them, or into a file by wish.

Whoever has the code has the list. So it goes into no pipe, no log of a scheduler and no file that
somebody made by ">": those are readable by others, and kept. A verb that makes one asks here
first, before it changes anything.
"""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from directory_app.errors import UserError
from directory_app.store import recovery
from directory_app.store.synced import elsewhere
from directory_app.tasks import leaving

_HELP = "Write the code into this file, which you alone may read, and show it nowhere."
To = Annotated[Path | None, typer.Option("--to", metavar="FILE", help=_HELP, show_default=False)]
CodeTo = Annotated[
    Path | None, typer.Option("--code-to", metavar="FILE", help=_HELP, show_default=False)
]
_TO_DO = (
    "Write it on paper and keep it away from the laptop: it opens the directory without the "
    "passphrase. It is not shown again."
)


@contextlib.contextmanager
def new_code(to: Path | None) -> Iterator[str]:
    """A fresh code that will be seen, for the directory to take within.

    Written into ``to`` first, so that no code is in force that nobody has; the file is taken
    away again where the directory did not take the code. UserError, and nothing is changed,
    where it would be shown to no terminal, or written where it leaves the laptop.
    """
    code = recovery.new_code()
    if to is None:
        _needs_terminal()
        yield code
        return
    _needs_a_new_place(to)
    leaving.hand_over("recovery-code", to, f"{code}\n".encode())
    try:
        yield code
    except BaseException:
        to.unlink(missing_ok=True)
        raise


def record(code: str | None, to: Path | None) -> dict[str, str | None]:
    """What ``--json`` says of it: the code on a terminal, else where it is."""
    if to is None:
        return {"code": code}
    return {"code": None, "code_file": str(to) if code else None}


def lines(code: str | None, to: Path | None) -> list[str]:
    """The same in words; none without a code."""
    if code is None:
        return []
    if to is None:
        return [code, "", _TO_DO]
    return [
        f"The recovery code is in {to}.",
        "Copy it onto paper and delete the file: whoever has it has the list.",
    ]


def _needs_terminal() -> None:
    if sys.stdout is None or not sys.stdout.isatty():
        raise UserError(
            "A recovery code is shown on a terminal only: whoever reads the output would have it.",
            "Run it in a terminal, or name a file of your own by --to (rekey, encrypt: --code-to).",
        )


def _needs_a_new_place(to: Path) -> None:
    if to.exists() or to.is_symlink():
        raise UserError(f"“{to.name}” is there already.", "Name a file that is not there yet.")
    found = elsewhere(to.absolute().parent)
    if found is not None:
        where = "a network share" if found.network else found.name
        raise UserError(
            f"“{to.parent.name}” leaves this laptop by itself ({where}).",
            "Name a file in a folder that stays here, or write the code on paper.",
        )
