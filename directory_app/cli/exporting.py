"""Files for other programs: spreadsheets, maps, address books, other coalitions, the web."""

from pathlib import Path
from typing import Annotated

import typer

from directory_app import exporting as formats
from directory_app.cli.common import (
    AsJson,
    Directory,
    answer,
    app,
    open_store,
    progress,
    tell,
    tell_elsewhere,
    words,
)
from directory_app.errors import UserError
from directory_app.store import Filter
from directory_app.tasks import check_search, exporting


@app.command("export")
def export(
    directory: Directory,
    *,
    format_: Annotated[
        str, typer.Option("--format", metavar="NAME", help=", ".join(formats.NAMES) + ".")
    ],
    channel: Annotated[
        str,
        typer.Option(
            metavar="USE", help="Who said yes to this: print, web, or share (other coalitions)."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where it goes; hsds is a ZIP.")],
    languages: Annotated[str, typer.Option(help="en, es or en,es.")] = "en,es",
    search: Annotated[str, typer.Option(help="Only those that this finds, as in list.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write who said yes to a use into a file for another program. It counts as a print run."""
    order = exporting.ExportOrder(
        out,
        _one(format_, formats.NAMES, "--format"),
        _one(channel, formats.CHANNELS, "--channel"),
        words(languages, ("en", "es"), "--languages"),
        Filter(text=search) if search else None,
    )
    _tell_before(order)
    with open_store(directory, write=True) as store:
        check_search(store, search)
        made = exporting.export(store, order, progress())
    record = {
        "format": made.format,
        "channel": made.channel,
        "exported": made.exported,
        "left_out": [{"code": each.code, "reason": each.reason} for each in made.left_out],
        "cannot_hold": list(made.cannot_hold),
        "path": str(made.path),
        "run": made.run,
        "use_by": made.use_by.isoformat(),
    }
    tell_elsewhere(made.elsewhere)
    many = "1 business" if made.exported == 1 else f"{made.exported} businesses"
    answer(
        as_json,
        record,
        f"Run {made.run}: {many} in {made.path}, to be used by {made.use_by.isoformat()}",
        *(f"left out: {each.code} {each.name} ({each.reason})" for each in made.left_out),
    )


def _one(text: str, known: tuple[str, ...], option: str) -> str:
    chosen = words(text, known, option)
    if len(chosen) > 1:
        raise UserError(f"{option} takes one of them at a time.", "Run it once for each.")
    return chosen[0]


def _tell_before(order: exporting.ExportOrder) -> None:
    """What is lost, and an ending that other programs will not know, before anything is done."""
    kind = formats.known(order.format)
    for sentence in formats.cannot_hold(order.format):
        tell(f"note: {kind.program}: {sentence}")
    name = order.path.name
    if order.path.suffix.lower() != kind.ending:
        tell(f"note: programs expect {kind.program} to end in {kind.ending}, unlike “{name}”.")
