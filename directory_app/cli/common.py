"""What every verb shares: its usual arguments, opening a directory, reading and answering."""

import contextlib
import datetime as dt
import getpass
import json
import os
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from typer.core import TyperGroup

from directory_app import environment
from directory_app.errors import UserError
from directory_app.model.ledger import Why
from directory_app.progress import Progress, silent
from directory_app.store import Store, keys
from directory_app.store.folder import Folder, inspect
from directory_app.store.hold import HeldError
from directory_app.store.passphrases import strength
from directory_app.store.synced import Elsewhere
from directory_app.verbs import VERBS

Directory = Annotated[
    Path, typer.Argument(metavar="DIR.puertas", help="The directory, a folder.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer with JSON alone.")]
Plain = Annotated[bool, typer.Option("--plain", help="Without encryption.")]
#: Where a verb without a terminal finds the passphrase of the directory.
PASSPHRASE = "PUERTAS_PASSPHRASE"  # noqa: S105 - the name of a variable
#: Why an answer that a list or a packet brought was not let in.
NOT_KEPT = {
    Why.REFUSED: "they refused. Only a talk in which you ask again opens it.",
    Why.NOT_LATER: "they refused on that day or after it.",
    Why.INCOMPLETE: "they refused, and this yes lacks who asked, or when.",
    Why.FUTURE: "this yes has a day that is still to come.",
}
#: The first and the last year of an event.
_YEARS = (1900, 2200)


class _InOrder(TyperGroup):
    """Lists the verbs in the order of the work, and not of the files they are in."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # click's
        """Every verb once; one that has no place in the order comes last."""
        return sorted(self.commands, key=lambda name: (*VERBS, name).index(name))


app = typer.Typer(
    name="puertas",
    cls=_InOrder,
    help="A directory of immigrant-owned restaurants and stores. Without a verb, or with the "
    "name of a directory alone, the window opens. An encrypted directory asks for its "
    "passphrase, or takes it from PUERTAS_PASSPHRASE; who is working is PUERTAS_PERSON.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    # its traceback would show the passphrase among the local names
    pretty_exceptions_enable=False,
)


def _tell_version(asked: bool) -> None:
    if asked:
        print(f"puertas {metadata.version('puertas')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", is_eager=True, callback=_tell_version, help="Say which it is."),
    ] = False,
) -> None:
    """What stands before a verb; the text of the help is the app's own."""


def answer(as_json: bool, record: Any, *lines: str) -> None:
    """Print the record as JSON, or the lines for people; to nobody if they left ("| head")."""
    text = json.dumps(record, ensure_ascii=False, indent=1) if as_json else "\n".join(lines)
    try:
        print(text, flush=sys.stdout is not None)
    except BrokenPipeError:
        leave_quietly()


def leave_quietly() -> None:
    """Let what is still written go nowhere: nobody listens any more, and that is no mistake."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress() -> Progress:
    """A line on standard error that rewrites itself, where a person looks on."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, text: str) -> None:
        of = f"{done} of {total} " if total else ""
        print(f"\r\x1b[K{of}{text}"[:78], end="" if done < total else "\r\x1b[K", file=sys.stderr)

    return show


def new_passphrase(plain: bool) -> str | None:
    """The passphrase for a new directory; None where it shall be plain."""
    if plain:
        return None
    given = environment.secret(PASSPHRASE)
    if given:
        return told_if_weak(given)
    if not sys.stdin.isatty():
        raise UserError(
            "A new directory needs a passphrase.", "Set PUERTAS_PASSPHRASE, or say --plain."
        )
    first = getpass.getpass("Passphrase for the new directory: ")
    if getpass.getpass("The same again: ") != first:
        raise UserError("The two passphrases differ.", "Try once more.")
    return told_if_weak(first)


def told_if_weak(passphrase: str) -> str:
    """The passphrase as it came, after a sentence on stderr where it is easily guessed."""
    found = strength(passphrase)
    if found.score < 3:
        tell(f"Weak passphrase. {found.sentence_en}")
    return passphrase


def passphrase_of(directory: Path) -> str | None:
    """The passphrase of an encrypted directory; None for a plain one.

    Also None where the system's keyring opens it, which somebody must have set up.
    """
    folder = inspect(directory)
    if not folder.encrypted:
        return None
    given = environment.secret(PASSPHRASE)
    if given:
        return given
    if _in_keyring(folder):
        return None
    return secret_of("This directory is encrypted.")


def secret_of(why: str) -> str:
    """A passphrase or a recovery code, from the environment or a prompt."""
    given = environment.secret(PASSPHRASE)
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError(why, "Set PUERTAS_PASSPHRASE.")
    return getpass.getpass("Passphrase or recovery code: ")


def _in_keyring(folder: Folder) -> bool:
    slots = keys.document(folder.keys)
    if not keys.keyring_entries(slots):
        return False
    return keys.unwrap_from_keyring(slots) is not None


@contextlib.contextmanager
def open_store(
    directory: Path, *, write: bool = False, secret: str | None = None
) -> Iterator[Store]:
    """The directory, opened with what the environment or a prompt says; a writer holds the lock.

    ``secret`` is a passphrase or a recovery code that is known already.
    After a change it is backed up, if that is due; a backup that fails undoes no change. That
    nothing may leave a restored directory yet is said beside every answer.
    """
    with Store.open(
        directory,
        passphrase=passphrase_of(directory) if secret is None else secret,
        write=write,
        person=os.environ.get("PUERTAS_PERSON"),
        keyring=True,
    ) as store:
        _tell_clock(store)
        if write:
            _tell_open_runs(store)
        yield store
        since = store.browser.refusals_unknown_since()
        if since is not None:
            tell(str(HeldError(since)))
        if write:
            _keep_safe(store)


def _tell_open_runs(store: Store) -> None:
    """At each start: paper or a file may be out there that nobody said was made."""
    for number, begun in store.browser.open_runs():
        day = begun.astimezone(ZoneInfo(store.timezone)).date().isoformat()
        tell(
            f"Run {number:04} was begun on {day} and not finished: if paper or a file came of it, "
            "a recall counts it. Say what became of it with “puertas runs”."
        )


def _tell_clock(store: Store) -> None:
    """Say where the computer's clock can't be right; PUERTAS_CLOCK=right is a person's word."""
    if os.environ.get("PUERTAS_CLOCK") == "right":
        store.confirm_clock()
    trouble = store.clock.trouble()
    if trouble is not None:
        tell(trouble.sentence())
        if trouble.ahead:
            tell("If the clock is right, set PUERTAS_CLOCK=right for this once.")


def _keep_safe(store: Store) -> None:
    from directory_app.tasks import keep_safe

    try:
        keep_safe(store, progress())
    except UserError as error:
        tell(f"The change is saved, but not backed up: {error}")


def tell_elsewhere(found: Elsewhere | None) -> None:
    """What may be handed out lies in a folder that leaves this laptop by itself."""
    if found is not None:
        where = "a network share" if found.network else f"a folder that {found.name} copies"
        tell(f"note: it lies in {where}; what is there is on other machines, old versions too.")


def tell(sentence: str) -> None:
    """Say something beside the answer, on standard error."""
    print(sentence, file=sys.stderr)


def words(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """A comma-separated list in which each is known and none comes twice."""
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    unknown = [word for word in words if word not in known]
    if unknown or not words:
        raise UserError(
            f"{option} does not know “{', '.join(unknown)}”.", f"It knows {', '.join(known)}."
        )
    return words


def day(text: str) -> dt.date:
    """A day in one way of writing, with room for the consents and use-by days around it."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = dt.date.min
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or not _YEARS[0] <= day.year <= _YEARS[1]:
        raise UserError(f"“{text}” is no date.", "Write it as 2026-12-06.")
    return day


def clock_time(text: str, option: str) -> dt.time | None:
    """A time on the event's own clock: one of another zone would silently be another time."""
    if not text:
        return None
    try:
        if not re.fullmatch(r"\d\d:\d\d", text):
            raise ValueError
        return dt.time.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"{option}: “{text}” is no time.", "Write it as 13:30.") from error
