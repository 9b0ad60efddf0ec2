"""The verbs: the same jobs as the window, without one.

Standard output carries the answer alone, standard error everything said on the way. With
``--json`` the answer is one JSON value. Exit status: 0 done, 2 something that the person can
mend (one sentence on standard error), 1 a bug.
"""

import datetime as dt
import getpass
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from directory_app import tasks
from directory_app.errors import UserError
from directory_app.model.terms import Channel
from directory_app.progress import Progress, silent
from directory_app.records import business_record, sentence_of
from directory_app.store import Filter, Store
from directory_app.store.folder import inspect

Directory = Annotated[
    Path, typer.Argument(metavar="DIR.puertas", help="The directory, a folder.", show_default=False)
]
#: What the database can count to.
_MOST = 2**63 - 1
#: The first and the last year of an event.
_YEARS = (1900, 2200)
AsJson = Annotated[bool, typer.Option("--json", help="Answer with JSON alone.")]
Plain = Annotated[bool, typer.Option("--plain", help="Without encryption.")]

app = typer.Typer(
    name="puertas",
    help="A directory of immigrant-owned restaurants and stores. Without a verb, or with the "
    "name of a directory alone, the window opens. An encrypted directory asks for its "
    "passphrase, or takes it from PUERTAS_PASSPHRASE; who is working is PUERTAS_PERSON.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    # its traceback would show the passphrase among the local names
    pretty_exceptions_enable=False,
)
event_app = typer.Typer(help="The events that guides are made for.", rich_markup_mode=None)
app.add_typer(event_app, name="event", no_args_is_help=True)


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
    except BrokenPipeError:  # | head: nobody listens to its last flush either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _fail(f"{error.filename or 'A file'}: {error.strerror or error}.")


def _fail(sentence: str) -> int:
    words = " ".join(sentence.split())
    print(words if words.endswith((".", "?", "!")) else f"{words}.", file=sys.stderr)
    return 2


def _answer(as_json: bool, record: Any, *lines: str) -> None:
    """Print the record as JSON, or the lines for people."""
    if as_json:
        print(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        print("\n".join(lines))


def _progress() -> Progress:
    """A line on standard error that rewrites itself, where a person looks on."""
    if not sys.stderr.isatty():
        return silent

    def show(done: int, total: int, text: str) -> None:
        of = f"{done} of {total} " if total else ""
        print(f"\r\x1b[K{of}{text}"[:78], end="" if done < total else "\r\x1b[K", file=sys.stderr)

    return show


# --- opening ---------------------------------------------------------------------------------


def _new_passphrase(plain: bool) -> str | None:
    """The passphrase for a new directory; None where it shall be plain."""
    if plain:
        return None
    given = os.environ.get("PUERTAS_PASSPHRASE")
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError(
            "A new directory needs a passphrase.", "Set PUERTAS_PASSPHRASE, or say --plain."
        )
    first = getpass.getpass("Passphrase for the new directory: ")
    if getpass.getpass("The same again: ") != first:
        raise UserError("The two passphrases differ.", "Try once more.")
    return first


def _passphrase(directory: Path) -> str | None:
    """The passphrase of an encrypted directory; None for a plain one."""
    if not inspect(directory).encrypted:
        return None
    given = os.environ.get("PUERTAS_PASSPHRASE")
    if given:
        return given
    if not sys.stdin.isatty():
        raise UserError("This directory is encrypted.", "Set PUERTAS_PASSPHRASE.")
    return getpass.getpass("Passphrase: ")


def _open(directory: Path, *, write: bool = False) -> Store:
    return Store.open(
        directory,
        passphrase=_passphrase(directory),
        write=write,
        person=os.environ.get("PUERTAS_PERSON"),
    )


# --- making one ------------------------------------------------------------------------------


@app.command()
def new(directory: Directory, plain: Plain = False, as_json: AsJson = False) -> None:
    """Make an empty directory, encrypted unless --plain."""
    with Store.create(directory, passphrase=_new_passphrase(plain)) as store:
        person = os.environ.get("PUERTAS_PERSON")
        if person:
            store.add_person(person)
        record = {"path": str(directory), "encrypted": store.encrypted}
    _answer(as_json, record, f"Made {directory}.")


@app.command()
def sample(directory: Directory, plain: Plain = False, as_json: AsJson = False) -> None:
    """Make a directory with invented businesses, to look around in."""
    from directory_app.sample import make_sample

    make_sample(directory, passphrase=_new_passphrase(plain), progress=_progress())
    with _open(directory) as store:
        record = {"path": str(directory), "businesses": store.count(Filter(view="everything"))}
    _answer(as_json, record, f"Made {directory} with {record['businesses']} invented businesses.")


# --- curating --------------------------------------------------------------------------------


@app.command("import")
def import_list(
    directory: Directory,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv or .xlsx file.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say it all, change nothing.")] = False,
    ok_means: Annotated[
        str,
        typer.Option(
            metavar="CHANNELS", help="What a yes in the list's “ok to print” column grants."
        ),
    ] = "print",
    as_json: AsJson = False,
) -> None:
    """Bring in a list. Nothing is dropped without being named."""
    channels = _words(ok_means, tuple(channel.value for channel in Channel), "--ok-means")
    with _open(directory, write=not dry_run) as store:
        brought = tasks.import_list(
            store, file, ok_means=channels, dry_run=dry_run, progress=_progress()
        )
    applied, problems = brought.applied, brought.problems
    record = {
        "rows": applied.rows,
        "created": applied.created,
        "updated": applied.updated,
        "duplicates": applied.duplicates,
        "skipped": applied.skipped,
        "problems": [
            {"line": problem.line, "field": problem.field, "message": problem.message}
            for problem in problems
        ],
    }
    _answer(
        as_json,
        record,
        "This would happen; nothing was changed." if dry_run else f"Imported {file.name}.",
        ", ".join(f"{name} {record[name]}" for name in list(record)[:5]),
        *(f"line {problem.line}, {problem.field}: {problem.message}" for problem in problems),
    )


@app.command()
def locate(directory: Directory, as_json: AsJson = False) -> None:
    """Find a place for every address, without the internet. Pins set by hand stay."""
    with _open(directory, write=True) as store:
        located = tasks.locate(store, _progress())
    record = {
        "located": located.by_precision,
        "placed": located.placed,
        "unplaced": [
            {"code": code, "name": name, "reason": reason}
            for code, name, reason in located.unplaced
        ],
    }
    found = ", ".join(f"{count} {precision}" for precision, count in located.by_precision.items())
    _answer(
        as_json,
        record,
        f"Located: {found or 'none'}.",
        *(f"{code} {name}: {reason}" for code, name, reason in located.unplaced),
    )


@app.command("list")
def list_businesses(
    directory: Directory,
    search: Annotated[str, typer.Option(metavar="TEXT", help="Only what matches.")] = "",
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="N", min=0, max=_MOST, clamp=True, help="At most so many.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell every business, in any state, by name. Changes nothing."""
    with _open(directory) as store:
        found = store.search(search, limit)
        records = [business_record(each, store.today()) for each in found]
    _answer(as_json, records, *map(sentence_of, records))


@app.command()
def undo(directory: Directory, as_json: AsJson = False) -> None:
    """Take back the last step."""
    with _open(directory, write=True) as store:
        label = store.undo()
    _answer(
        as_json, {"undone": label}, f"Took back: {label}" if label else "There is nothing to undo."
    )


# --- handing out -----------------------------------------------------------------------------


@event_app.callback()
def event(context: typer.Context, directory: Directory) -> None:
    """The events that guides are made for."""
    context.obj = directory


@event_app.command("add")
def add_event(
    context: typer.Context,
    *,
    name: Annotated[str, typer.Option(metavar="N", help="In English, or in both.")],
    date: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Its local day.")],
    venue: Annotated[str, typer.Option(metavar="TEXT", help="The name of the place.")] = "",
    address: Annotated[str, typer.Option(metavar="TEXT", help="Its address, in one line.")] = "",
    starts: Annotated[str, typer.Option("--from", metavar="HH:MM")] = "",
    ends: Annotated[str, typer.Option("--to", metavar="HH:MM")] = "",
    radius: Annotated[
        float | None,
        typer.Option(metavar="MILES", help="How far away a business may be.", show_default=False),
    ] = None,
    name_es: Annotated[str, typer.Option(metavar="N", help="Its Spanish name.")] = "",
    as_json: AsJson = False,
) -> None:
    """Add an event. Without times it lasts all day."""
    if radius is not None and not 0 < radius < tasks.WIDEST_RADIUS:
        raise UserError(f"A radius of {radius:g} miles makes no sense.", "Give it as 3 or 2.5.")
    wanted = tasks.NewEvent(
        name_en=name,
        name_es=name_es,
        date=_day(date),
        starts=_time(starts, "--from"),
        ends=_time(ends, "--to"),
        venue=venue,
        address=address,
        radius_miles=radius,
    )
    with _open(context.obj, write=True) as store:
        record = tasks.event_record(tasks.add_event(store, wanted), store.timezone)
    _answer(as_json, record, f"Added {name} on {record['date']}: {record['id']}")


@event_app.command("list")
def list_events(context: typer.Context, as_json: AsJson = False) -> None:
    """Tell every event. Changes nothing."""
    with _open(context.obj) as store:
        records = [tasks.event_record(each, store.timezone) for each in store.events()]
    _answer(
        as_json, records, *(f"{each['id']}  {each['date']}  {each['name']}" for each in records)
    )


@app.command()
def guide(
    directory: Directory,
    *,
    event: Annotated[str, typer.Option(metavar="ID", help="The event, by its id.")],
    out: Annotated[Path, typer.Option(metavar="FILE.pdf", help="Where the PDF goes.")],
    layout: Annotated[str, typer.Option(help="How it is laid out.")] = "sheet",
    languages: Annotated[str, typer.Option(help="en, es or en,es.")] = "en,es",
    open_only: Annotated[
        bool, typer.Option("--open-only", help="Leave out what is closed then or unknown.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make a guide as PDF: only what may be printed on that day. It counts as a print run."""
    order = tasks.GuideOrder(
        event_id=event,
        layout=layout,
        languages=_words(languages, ("en", "es"), "--languages"),
        open_only=open_only,
        path=out,
    )
    with _open(directory, write=True) as store:
        made = tasks.make_guide(store, order, _progress())
    record = {
        "run": made.run,
        "pages": made.pages,
        "listed": made.listed,
        "left_out": [{"code": each.code, "reason": each.reason} for each in made.left_out],
        "path": str(made.path),
    }
    _answer(
        as_json,
        record,
        f"Run {made.run}: {made.listed} businesses on {made.pages} pages in {made.path}",
        *(f"left out: {each.code} {each.name} ({each.reason})" for each in made.left_out),
    )


# --- keeping ---------------------------------------------------------------------------------


@app.command()
def backup(
    directory: Directory,
    to: Annotated[
        Path | None, typer.Argument(metavar="[TO]", help="A file or a folder.", show_default=False)
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a verified copy in one file, in the directory's own backups unless TO is given."""
    with _open(directory) as store:
        path = store.backup(to, _progress())
    _answer(as_json, {"path": str(path)}, f"Backed up to {path}.")


@app.command()
def check(directory: Directory, as_json: AsJson = False) -> None:
    """Look whether the directory is whole. Changes nothing; exit status 2 if it is not."""
    with _open(directory) as store:
        problems = store.check(_progress())
    _answer(as_json, {"ok": not problems, "problems": problems}, *(problems or ["All is well."]))
    if problems:
        raise typer.Exit(2)


# --- reading arguments -----------------------------------------------------------------------


def _words(text: str, known: tuple[str, ...], option: str) -> tuple[str, ...]:
    """A comma-separated list in which each is known and none comes twice."""
    words = tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    unknown = [word for word in words if word not in known]
    if unknown or not words:
        raise UserError(
            f"{option} does not know “{', '.join(unknown)}”.", f"It knows {', '.join(known)}."
        )
    return words


def _day(text: str) -> dt.date:
    """A day in one way of writing, with room for the consents and use-by days around it."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = dt.date.min
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or not _YEARS[0] <= day.year <= _YEARS[1]:
        raise UserError(f"“{text}” is no date.", "Write it as 2026-12-06.")
    return day


def _time(text: str, option: str) -> dt.time | None:
    if not text:
        return None
    """A time on the event's own clock: one of another zone would silently be another time."""
    try:
        if not re.fullmatch(r"\d\d:\d\d", text):
            raise ValueError
        return dt.time.fromisoformat(text)
    except ValueError as error:
        raise UserError(f"{option}: “{text}” is no time.", "Write it as 13:30.") from error
