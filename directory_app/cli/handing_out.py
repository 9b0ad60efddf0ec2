"""Events and the guides that are printed for them."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from directory_app import tasks
from directory_app.cli.common import (
    AsJson,
    Directory,
    answer,
    app,
    clock_time,
    day,
    open_store,
    progress,
    words,
)
from directory_app.errors import UserError

event_app = typer.Typer(help="The events that guides are made for.", rich_markup_mode=None)
app.add_typer(event_app, name="event", no_args_is_help=True)


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
    if bool(starts) != bool(ends):
        said, other = ("--from", "--to") if starts else ("--to", "--from")
        raise UserError(f"{said} needs {other}.", "Give both times, or neither for all day.")
    wanted = tasks.NewEvent(
        name_en=name,
        name_es=name_es,
        date=day(date),
        starts=clock_time(starts, "--from"),
        ends=clock_time(ends, "--to"),
        venue=venue,
        address=address,
        radius_miles=radius,
    )
    with open_store(context.obj, write=True) as store:
        record = tasks.event_record(tasks.add_event(store, wanted), store.timezone)
    answer(as_json, record, f"Added {name} on {record['date']}: {record['id']}")


@event_app.command("list")
def list_events(context: typer.Context, as_json: AsJson = False) -> None:
    """Tell every event. Changes nothing."""
    with open_store(context.obj) as store:
        records = [tasks.event_record(each, store.timezone) for each in store.events()]
    answer(as_json, records, *(f"{each['id']}  {each['date']}  {each['name']}" for each in records))


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
    if out.suffix.lower() != ".pdf":
        raise UserError(f"“{out.name}” is no name of a PDF.", "End it in .pdf.")
    order = tasks.GuideOrder(
        event_id=event,
        layout=layout,
        languages=words(languages, ("en", "es"), "--languages"),
        open_only=open_only,
        path=out,
    )
    with open_store(directory, write=True) as store:
        made = tasks.make_guide(store, order, progress())
    for note in made.notes:
        print(f"note: {note}", file=sys.stderr)
    record = {
        "run": made.run,
        "pages": made.pages,
        "listed": made.listed,
        "left_out": [{"code": each.code, "reason": each.reason} for each in made.left_out],
        "path": str(made.path),
    }
    answer(
        as_json,
        record,
        f"Run {made.run}: {made.listed} businesses on {made.pages} pages in {made.path}",
        *(f"left out: {each.code} {each.name} ({each.reason})" for each in made.left_out),
    )
