"""Where businesses are: finding their places, and what lies near one."""

from typing import Annotated, Any

import typer

from directory_app import tasks
from directory_app.cli.common import AsJson, Directory, answer, app, open_store, progress
from directory_app.errors import UserError
from directory_app.geocoding import Candidate, sentence
from directory_app.tasks.nearby import Around, Nearby


@app.command()
def locate(
    directory: Directory,
    *,
    online: Annotated[
        bool,
        typer.Option("--online", help="Ask a service, for those whose owner agreed and no others."),
    ] = False,
    service: Annotated[
        str,
        typer.Option(
            metavar="KIND=ADDRESS",
            help="nominatim, photon, pelias or census, and where it is. By default the one in "
            "the directory's settings.",
        ),
    ] = "",
    rate: Annotated[
        float | None,
        typer.Option(
            metavar="N",
            help="At most so many requests a second; 0 for no limit, on this laptop only.",
            show_default=False,
        ),
    ] = None,
    remember: Annotated[
        bool, typer.Option("--remember", help="Keep service and rate in the settings.")
    ] = False,
    contact: Annotated[
        str,
        typer.Option(
            metavar="E-MAIL",
            help="Whom a service may write to, kept in the settings. It must not say what the "
            "list is.",
        ),
    ] = "",
    allow_census: Annotated[
        bool,
        typer.Option(
            "--allow-census",
            help="Let the US Census geocoder be asked. It hands addresses to a federal agency.",
        ),
    ] = False,
    redo: Annotated[
        bool, typer.Option("--redo", help="Look up those that have a pin, too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Find a place for every address, without the internet. Pins set by hand stay."""
    if not online and (service or rate is not None or remember or allow_census or contact):
        raise UserError("Nothing is asked without --online.", "Say --online as well.")
    with open_store(directory, write=True) as store:
        chosen = None
        if online:
            if contact:
                tasks.set_identity(store, store.settings.get(tasks.asking.NAME), contact)
            chosen = tasks.online_service(store, service, rate, allow_census=allow_census)
            if remember:
                tasks.remember_service(store, chosen)
        located = tasks.locate(store, progress(), redo=redo, service=chosen)
    found = ", ".join(f"{count} {precision}" for precision, count in located.by_precision.items())
    answer(
        as_json,
        _placement_record(located, online=online),
        f"Located: {found or 'none'}.",
        *([f"Requests sent: {located.asked}."] if online else []),
        *(f"{row.code} {row.name}: {row.reason}" for row in located.work),
        *(
            f"  {choice.label} ({choice.precision})"
            for row in located.work
            for choice in row.choices
        ),
    )


def _placement_record(located: tasks.Placement, *, online: bool) -> dict[str, Any]:
    record: dict[str, Any] = {
        "located": located.by_precision,
        "placed": located.placed,
        "unplaced": [
            {"code": code, "name": name, "reason": reason}
            for code, name, reason in located.unplaced
        ],
        "work": [
            {
                "code": row.code,
                "name": row.name,
                "reason": row.reason,
                "reason_code": row.code_of_reason,
                "precision": row.precision,
                "choices": [_choice_record(choice) for choice in row.choices],
            }
            for row in located.work
        ],
    }
    return record | ({"requests": located.asked} if online else {})


def _choice_record(choice: Candidate) -> dict[str, Any]:
    return {
        "label": choice.label,
        "latitude": choice.position.latitude,
        "longitude": choice.position.longitude,
        "precision": choice.precision,
        "score": choice.score,
        "source": choice.source,
    }


@app.command()
def near(
    directory: Directory,
    address: Annotated[str, typer.Option(help="A street line and a town, or a town.")],
    miles: Annotated[float, typer.Option(metavar="N", help="How far around.")] = 5.0,
    route: Annotated[
        bool, typer.Option("--route", help="In an order to walk from one to the next.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Tell which businesses lie near an address. Straight lines; changes nothing."""
    with open_store(directory) as store:
        found = tasks.near(store, address, miles, walk=route)
    lines = [_line(row) for row in found.rows]
    answer(as_json, _around_record(found), *(lines or ["None lie so near."]))


def _line(row: Nearby) -> str:
    walk = f", {row.minutes} min on foot in a straight line" if row.minutes is not None else ""
    return f"{row.code} {row.name}, {row.city}: {row.miles:.1f} miles {row.direction}{walk}"


def _around_record(found: Around) -> dict[str, Any]:
    center = found.center
    assert center.position is not None  # tasks.near raises
    record: dict[str, Any] = {
        "center": {
            "address": found.address,
            "latitude": center.position.latitude,
            "longitude": center.position.longitude,
            "precision": str(center.precision),
            "score": center.score,
            "doubt": sentence(center.reason) if center.reason else "",
        },
        "businesses": [
            {
                "code": row.code,
                "name": row.name,
                "city": row.city,
                "latitude": row.position.latitude,
                "longitude": row.position.longitude,
                "precision": row.precision,
                "miles": round(row.miles, 3),
                "direction": row.direction,
                "walking_minutes": row.minutes,
                "straight_line": True,
            }
            for row in found.rows
        ],
        "unplaced": found.unplaced,
    }
    if found.route_miles is not None:
        record["route_miles"] = round(found.route_miles, 3)
    return record
