"""Street data: adding, listing, removing. It belongs to no directory."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from directory_app import tasks
from directory_app.cli.common import AsJson, answer, app, progress
from directory_app.errors import UserError
from directory_app.tasks import apart
from directory_app.tasks.apart import STEPS

if TYPE_CHECKING:
    from directory_app.maps.streets import About

map_data = typer.Typer(
    name="map-data",
    help="Street data for maps and for finding addresses, kept on this computer.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(map_data)


@map_data.command("add")
def add(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="An OpenStreetMap extract (.osm.pbf), TIGER/Line ZIPs of a county, or address "
            "points (CSV, GeoJSON, shapefile); of one source at a time.",
            show_default=False,
        ),
    ],
    *,
    name: Annotated[str, typer.Option(metavar="REGION", help="What to call the region.")] = "",
    map_columns: Annotated[
        str,
        typer.Option(
            metavar="FIELD=HEADING,...",
            help="Which columns address points are in, where their headings do not say so: "
            "number, street (one heading, or several joined by +), unit, city, postal_code, "
            "longitude, latitude.",
        ),
    ] = "",
    attribution: Annotated[
        str, typer.Option(metavar="TEXT", help="What maps must say of address points.")
    ] = "",
    as_json: AsJson = False,
    steps: Annotated[bool, typer.Option(STEPS, hidden=True)] = False,
) -> None:
    """Bring street data in. A newer file of the same kind takes the place of the older one."""
    how_far = apart.steps() if steps else progress()
    try:
        brought = tasks.add_map_data(files, name, map_columns, attribution, how_far)
    except UserError as error:
        if not steps:
            raise
        told = {"message": error.message, "hint": error.hint}
        print(json.dumps(told), file=sys.stderr)
        raise typer.Exit(2) from error
    more = {"left_out": brought.left_out, "waits": brought.waits}
    record = tasks.region_record(brought.about) | more
    left_out = [f"Left out: {count} × {reason}." for reason, count in brought.left_out.items()]
    if brought.waits:
        left_out.append("Something has the old data open; the new is used after the next start.")
    answer(as_json, record, f"Added {_line(brought.about)}", *left_out)


@map_data.command("list")
def listed(as_json: AsJson = False) -> None:
    """Show what street data there is, and on what terms."""
    regions, troubles = tasks.map_data()
    record = {"regions": [tasks.region_record(each) for each in regions], "problems": troubles}
    lines = [*map(_line, regions), *troubles] or ["There is no street data yet."]
    answer(as_json, record, *lines)


@map_data.command("remove")
def remove(
    name: Annotated[str, typer.Argument(metavar="REGION", show_default=False)],
    as_json: AsJson = False,
) -> None:
    """Delete a region's street data."""
    tasks.remove_map_data(name)
    answer(as_json, {"removed": name}, f"Removed {name}.")


def _line(about: "About") -> str:
    counts = about.counts
    return (
        f"{about.name}: {counts.get('street', 0):,} streets, {counts.get('addr', 0):,} addresses, "
        f"{counts.get('range', 0):,} ranges of numbers; {about.source}, {about.licence}; "
        f"{about.size / 1e6:,.1f} MB. Maps say “{about.attribution}”."
    )
