"""A map as a file: it leaves the laptop, so it shows only who said yes to a map."""

from pathlib import Path
from typing import Annotated

import typer

from directory_app import tasks
from directory_app.cli.common import (
    AsJson,
    Directory,
    answer,
    app,
    open_store,
    progress,
    tell_elsewhere,
    words,
)


@app.command("map")
def draw_map(
    directory: Directory,
    *,
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="Where it goes: a name in .pdf or .png.")
    ],
    event: Annotated[
        str, typer.Option(metavar="ID", help="About this event, within its radius; else all.")
    ] = "",
    languages: Annotated[str, typer.Option(help="en, es or en,es.")] = "en,es",
    no_list: Annotated[
        bool, typer.Option("--no-list", help="Markers alone: no numbers and no names.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make a map of those who said yes to a map. It counts as a print run."""
    told = words(languages, ("en", "es"), "--languages")
    order = tasks.MapOrder(out, event, told, has_list=not no_list)
    with open_store(directory, write=True) as store:
        made = tasks.make_map(store, order, progress())
    record = {
        "run": made.run,
        "pages": made.pages,
        "shown": made.shown,
        "unnamed": made.unnamed,
        "paths": [str(path) for path in made.paths],
    }
    lines = [f"Run {made.run}: {made.shown} businesses on the map in {made.paths[0]}"]
    if made.unnamed:
        lines.append(
            f"Left out: {made.unnamed} who said yes to a map but not to print; --no-list shows "
            "them without a name."
        )
    tell_elsewhere(made.elsewhere)
    answer(as_json, record, *lines)
