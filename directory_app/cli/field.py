"""Field directories: what a canvass needs, on a laptop that may get lost."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from directory_app import environment, tasks
from directory_app.cli.common import AsJson, Directory, answer, app, day, open_store, progress, tell
from directory_app.cli.packets import SECRET
from directory_app.store import Filter
from directory_app.tasks import field as fields
from directory_app.tasks import packets

field = typer.Typer(
    name="field",
    help="A directory to carry about: who said yes to print and the events, to look at and to "
    f"print from, with a last day. Its passphrase is its own: {SECRET}, or words that are made "
    "and told here.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(field)


@field.command("make")
def make(
    directory: Directory,
    *,
    out: Annotated[
        Path, typer.Option(metavar="FIELD.puertas", help="Where it goes, such as a USB stick.")
    ],
    until: Annotated[
        str, typer.Option(metavar="DAY", help="The last day on which it opens, 2026-12-06.")
    ],
    search: Annotated[
        str, typer.Option(metavar="TEXT", help="Only what matches, as in list --search.")
    ] = "",
    events: Annotated[
        list[str] | None,
        typer.Option("--event", metavar="ID", help="This event; else all until its last day."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Make a field directory. It counts as a print run that names everybody in it."""
    given = environment.secret(SECRET)
    passphrase = given or packets.new_passphrase()
    with open_store(directory, write=True) as store:
        tasks.check_search(store, search)
        codes = frozenset(store.browser.codes(Filter(text=search))) if search else None
        chosen = tuple(str(store.events.get(one).id) for one in events or ())
        order = fields.FieldOrder(out, passphrase, day(until), codes, chosen)
        made = fields.make_field(store, order, progress())
    tell("PRIVATE: for the coalition's own people. Tell the passphrase by telephone.")
    record = {
        "run": made.number,
        "path": str(made.path),
        "until": str(made.until),
        "businesses": made.businesses,
        "events": made.events,
    }
    told = [
        f"Run {made.number:04}: {made.businesses} businesses and {made.events} events in "
        f"{made.path}, until {made.until}",
        "It can be looked at and printed from, not changed. After its last day it is erased when "
        f"it is opened. Bring its folder home: puertas field return {directory} {made.path.name}",
    ]
    if not given:
        record["passphrase"] = passphrase
        told.append(f"passphrase: {passphrase}")
    answer(as_json, record, *told)


@field.command("return")
def return_(
    directory: Directory,
    folder: Annotated[
        Path, typer.Argument(metavar="FIELD.puertas", help="Its folder, or the journal in it.")
    ],
    as_json: AsJson = False,
) -> None:
    """Bring home what was printed from a field directory, so that a recall knows of it."""
    with open_store(directory, write=True) as store:
        came = fields.return_field(store, folder)
    record: dict[str, object] = {
        "field": came.number,
        "runs": list(came.fresh),
        "known": came.known,
        "copied": list(came.copied),
    }
    fresh = ", ".join(str(one) for one in came.fresh) or "none"
    answer(
        as_json,
        record,
        f"Of field directory {came.number}: new runs {fresh}; known before: {came.known}.",
        *(
            f"There are two copies of this field directory: number {one} stands on paper of both. "
            "The second is kept under a number of its own."
            for one in came.copied
        ),
    )


@field.command("list")
def list_(directory: Directory, as_json: AsJson = False) -> None:
    """Tell which field directories were made, and until when each opens. Changes nothing."""
    with open_store(directory) as store:
        out = fields.fields_out(store)
        today: dt.date = store.today()
    record = [
        {"number": one.number, "until": str(one.until), "ended": one.until < today} for one in out
    ]
    told = [
        f"{one.number:04}  until {one.until}{'  (ended)' if one.until < today else ''}"
        for one in out
    ]
    answer(as_json, record, *(told or ["No field directory was made from this one."]))
