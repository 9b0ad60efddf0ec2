"""Making a directory, bringing lists in, looking and taking back."""

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from directory_app import tasks
from directory_app.cli.common import (
    NOT_KEPT,
    AsJson,
    Directory,
    Plain,
    answer,
    app,
    new_passphrase,
    open_store,
    progress,
    words,
)
from directory_app.errors import UserError
from directory_app.model.ledger import Why
from directory_app.model.terms import Channel
from directory_app.records import business_record, sentence_of
from directory_app.store import Filter, Store

if TYPE_CHECKING:
    from directory_app.importing.columns import ColumnLeftOut

#: What the database can count to.
_MOST = 2**63 - 1
_SEARCH_HELP = (
    "Only what matches, as in the window's search box: words, town:clovis category:bakery"
    " consent.print:none stale:>6m, - to exclude, or between alternatives. Words have two letters"
    " or more, a single one lists everything."
)


@app.command()
def new(directory: Directory, plain: Plain = False, as_json: AsJson = False) -> None:
    """Make an empty directory, encrypted unless --plain."""
    with Store.create(directory, passphrase=new_passphrase(plain)) as store:
        person = os.environ.get("PUERTAS_PERSON")
        if person:
            store.people.add(person)
        record = {"path": str(directory), "encrypted": store.encrypted}
    answer(as_json, record, f"Made {directory}.")


@app.command()
def sample(directory: Directory, plain: Plain = False, as_json: AsJson = False) -> None:
    """Make a directory with invented businesses, to look around in."""
    from directory_app.sample import make_sample

    make_sample(directory, passphrase=new_passphrase(plain), progress=progress())
    with open_store(directory) as store:
        record = {
            "path": str(directory),
            "businesses": store.browser.count(Filter(view="everything")),
        }
    answer(as_json, record, f"Made {directory} with {record['businesses']} invented businesses.")


@app.command("import")
def import_list(
    directory: Directory,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="CSV, XLSX, GeoJSON, KML, vCard or HSDS.")
    ],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say it all, change nothing.")] = False,
    ok_means: Annotated[
        str,
        typer.Option(
            metavar="CHANNELS", help="What a yes in the list's “ok to print” column grants."
        ),
    ] = "print",
    into_note: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HEADING",
            show_default=False,
            help="Keep a column that has no place here in the private note. May be repeated.",
        ),
    ] = None,
    another: Annotated[
        list[int] | None,
        typer.Option(
            metavar="LINE",
            help="This line is another business than the one like it that asked to be forgotten;"
            " may be given again.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring in a list. Nothing is dropped without being named."""
    channels = words(ok_means, tuple(channel.value for channel in Channel), "--ok-means")
    with open_store(directory, write=not dry_run) as store:
        brought = tasks.import_list(
            store,
            file,
            ok_means=channels,
            into_note=into_note or (),
            dry_run=dry_run,
            another=another or (),
            progress=progress(),
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
        "columns_left_out": [
            {
                "heading": one.heading,
                "samples": list(one.samples),
                "filled": one.filled,
                "hidden": one.hidden,
                "kept": one.kept,
            }
            for one in brought.left_out
        ],
        "answers_not_kept": [
            {"line": line, "channel": channel, "why": why} for line, channel, why in applied.refused
        ],
    }
    answer(
        as_json,
        record,
        "This would happen; nothing was changed." if dry_run else f"Imported {file.name}.",
        ", ".join(f"{name} {record[name]}" for name in list(record)[:5]),
        *(f"line {problem.line}, {problem.field}: {problem.message}" for problem in problems),
        *(
            f"line {line}, {channel}: {NOT_KEPT[Why(why)]}"
            for line, channel, why in applied.refused
        ),
        *map(_left_out, brought.left_out),
    )


def _left_out(column: "ColumnLeftOut") -> str:
    """Say which column was left out, with its first cells and how to keep it."""
    shown = ", ".join(f"“{sample}”" for sample in column.samples)
    if column.hidden:
        withheld = f"{column.hidden} with words that are never kept"
        shown = f"{shown}; {withheld}" if shown else withheld
    kept = f" Kept in the note: {column.kept} that refuse or limit something." * bool(column.kept)
    keep = f"To keep it all in the private note: --into-note {shlex.quote(column.heading)}"
    return (
        f"The column “{column.heading}” has no place here and was left out ({shown}).{kept} {keep}"
    )


@app.command("list")
def list_businesses(
    directory: Directory,
    search: Annotated[str, typer.Option(metavar="TEXT", help=_SEARCH_HELP)] = "",
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", help="At most so many.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell every business, in any state, by name. Changes nothing."""
    if limit is not None and limit < 0:
        raise UserError(f"A limit of {limit} makes no sense.", "Give it as 0 or more.")
    with open_store(directory) as store:
        tasks.check_search(store, search)
        found = store.businesses.search(search, None if limit is None else min(limit, _MOST))
        records = [business_record(each, store.today()) for each in found]
    answer(as_json, records, *map(sentence_of, records))


@app.command()
def delete(
    directory: Directory,
    codes: Annotated[
        list[str], typer.Argument(metavar="CODE...", help="The businesses, by their codes.")
    ],
    yes: Annotated[
        bool, typer.Option("--yes", help="None of them asked to be taken out: do not ask.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take out what was entered twice or by mistake. The history stays, and undo brings it back.

    Whose owner asked to be taken out is not for this: withdraw forgets it for good.
    """
    with open_store(directory, write=True) as store:
        found = list(
            {one.id: one for one in (store.businesses.get(c).business for c in codes)}.values()
        )
        if not yes:
            _ask_whether_they_wanted_out([f"{one.code} {one.name}" for one in found])
        store.businesses.delete([one.id for one in found])
    answer(
        as_json,
        {"deleted": [one.code for one in found]},
        f"Deleted: {', '.join(one.code for one in found)}. The history keeps them (puertas undo).",
        "Who asked to be taken out is forgotten for good by: puertas withdraw DIRECTORY CODE",
    )


def _ask_whether_they_wanted_out(names: list[str]) -> None:
    """UserError where nobody is there to answer, or somebody asked to be taken out."""
    hint = "Delete keeps the history. To forget one for good: puertas withdraw DIRECTORY CODE."
    if not sys.stdin.isatty():
        raise UserError(
            "Did an owner ask to be taken out?", f"{hint} If none did, say so with --yes."
        )
    typer.echo("\n".join(names), err=True)
    if typer.confirm("Did one of their owners ask to be taken out?", err=True):
        raise UserError("Nothing was deleted.", hint)


@app.command()
def undo(directory: Directory, as_json: AsJson = False) -> None:
    """Take back the last step."""
    with open_store(directory, write=True) as store:
        label = store.history.undo()
    answer(
        as_json, {"undone": label}, f"Took back: {label}" if label else "There is nothing to undo."
    )
