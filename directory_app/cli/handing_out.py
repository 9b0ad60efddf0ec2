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
    tell_elsewhere,
    words,
)
from directory_app.errors import UserError
from directory_app.store import Filter
from directory_app.store.filters import VIEWS
from directory_app.tasks import printing, visiting

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


Event = Annotated[str, typer.Option(metavar="ID", help="The event, by its id.")]
Layout = Annotated[str, typer.Option(metavar="NAME", help="See `puertas layouts`.")]
Languages = Annotated[str, typer.Option(help="en, es or en,es.")]
OpenOnly = Annotated[
    bool, typer.Option("--open-only", help="Leave out what is closed then or unknown.")
]
Paper = Annotated[
    str, typer.Option(metavar="NAME", help="letter, legal, tabloid, a4 or a5; the layout's own.")
]
GroupBy = Annotated[str, typer.Option(help="Sections by category, town or distance.")]
Fields = Annotated[
    str,
    typer.Option(
        metavar="NAMES",
        help="What to print, as name,phone,hours; or all but some, as -note,-qr.",
    ),
]
Fit = Annotated[
    int, typer.Option(metavar="N", min=0, help="At most so many sheets a copy; 0: any number.")
]
Copies = Annotated[int, typer.Option(metavar="N", min=1, help="How many will be printed.")]
Grey = Annotated[bool, typer.Option("--grey", help="Black and grey alone.")]
NoMap = Annotated[bool, typer.Option("--no-map", help="Without the map.")]
Reading = Annotated[
    bool, typer.Option("--reading", help="Pages one by one, for a screen, not set for folding.")
]
View = Annotated[
    str, typer.Option(metavar="NAME", help="visit-sheets, call-list: to_ask, to_verify, all, ...")
]
Codes = Annotated[
    str, typer.Option(metavar="CODES", help="visit-sheets, call-list: these alone, by code.")
]


@app.command()
def guide(
    directory: Directory,
    *,
    event: Event,
    out: Annotated[Path, typer.Option(metavar="FILE.pdf", help="Where the PDF goes.")],
    layout: Layout = "sheet",
    languages: Languages = "en,es",
    open_only: OpenOnly = False,
    paper: Paper = "",
    group_by: GroupBy = "category",
    fields: Fields = "",
    fit: Fit = 0,
    copies: Copies = 1,
    grey: Grey = False,
    no_map: NoMap = False,
    reading: Reading = False,
    view: View = "to_ask",
    codes: Codes = "",
    as_json: AsJson = False,
) -> None:
    """Make a guide as PDF: only what may be printed on that day. It counts as a print run."""
    if out.suffix.lower() != ".pdf":
        raise UserError(f"“{out.name}” is no name of a PDF.", "End it in .pdf.")
    told = words(languages, ("en", "es"), "--languages")
    if _is_private(layout):
        _visits(
            directory,
            visiting.VisitOrder(
                out, layout, _filter(view), _codes(codes), event, paper, told, copies
            ),
            as_json,
        )
        return
    order = tasks.GuideOrder(
        event_id=event, layout=layout, languages=told, open_only=open_only, path=out,
        group_by=_grouping(group_by), without=_without(fields), paper=paper.lower(), fit=fit,
        copies=copies, grey=grey, show_map=not no_map, imposed=not reading,
    )  # fmt: skip
    with open_store(directory, write=True) as store:
        made = tasks.make_guide(store, order, progress())
    tell_elsewhere(made.elsewhere)
    for note in made.notes:
        print(f"note: {note}", file=sys.stderr)
    record = {
        "run": made.run,
        "pages": made.pages,
        "sheets": made.sheets,
        "copies": copies,
        "listed": made.listed,
        "left_out": [{"code": each.code, "reason": each.reason} for each in made.left_out],
        "path": str(made.path),
    }
    answer(
        as_json,
        record,
        f"Run {made.run}: {_held(made.listed, made.pages)} in {made.path}",
        *_how_to_print(layout, made.sheets, copies),
        *(f"left out: {each.code} {each.name} ({each.reason})" for each in made.left_out),
    )


@app.command()
def preflight(
    directory: Directory,
    *,
    event: Event,
    layout: Layout = "sheet",
    languages: Languages = "en,es",
    open_only: OpenOnly = False,
    paper: Paper = "",
    group_by: GroupBy = "category",
    fields: Fields = "",
    fit: Fit = 0,
    copies: Copies = 1,
    grey: Grey = False,
    no_map: NoMap = False,
    reading: Reading = False,
    as_json: AsJson = False,
) -> None:
    """Tell what to know before printing a guide. Changes nothing, counts nothing."""
    order = tasks.GuideOrder(
        event_id=event, layout=layout, languages=words(languages, ("en", "es"), "--languages"),
        open_only=open_only, path=Path(), group_by=_grouping(group_by),
        without=_without(fields), paper=paper.lower(), fit=fit, copies=copies, grey=grey,
        show_map=not no_map, imposed=not reading,
    )  # fmt: skip
    with open_store(directory) as store:
        plan, found, fitted = printing.check_guide(store, order, progress())
    record = {
        "listed": len(plan.entries),
        "left_out": len(plan.left_out),
        "sheets": fitted.sheets,
        "copies": copies,
        "paper": fitted.sheets * copies,
        "fits": fitted.fits,
        "choices": [
            {
                "kind": each.kind,
                "sheets": each.sheets,
                "listed": each.listed,
                "gone": list(each.gone),
                "radius_miles": each.radius_miles,
            }
            for each in fitted.choices
        ],
        "findings": [
            {
                "severity": str(each.severity),
                "code": each.code,
                "business": each.business_code,
                "name": each.business_name,
                "message": each.message_en,
                "message_es": each.message_es,
                "mend": each.mend,
            }
            for each in found
        ],
    }
    answer(
        as_json,
        record,
        f"{len(plan.entries)} businesses, {_sheets(fitted.sheets, copies)}.",
        *(f"it would fit {printing.choice_words(each)}" for each in fitted.choices),
        *(
            f"{each.severity}: {f'{each.business_name}: ' if each.business_name else ''}"
            f"{each.message_en}"
            for each in found
        ),
    )


@app.command()
def layouts(as_json: AsJson = False) -> None:
    """Tell the layouts: what each is for, on which paper, and how it is folded."""
    from directory_app import guides

    known = guides.layout_kinds()
    record = [
        {
            "name": each.name,
            "title": each.title_en,
            "purpose": each.purpose_en,
            "paper": list(each.papers),
            "duplex": each.duplex,
            "fold": each.fold_en,
            "private": each.private,
        }
        for each in known
    ]
    answer(
        as_json,
        record,
        *(f"{each.name:<13} {each.purpose_en} ({', '.join(each.papers)})" for each in known),
    )


def _visits(directory: Path, order: visiting.VisitOrder, as_json: bool) -> None:
    with open_store(directory, write=True) as store:
        made = visiting.make_visits(store, order, progress())
    record = {"run": made.run, "pages": made.pages, "listed": made.listed, "path": str(made.path)}
    answer(
        as_json,
        record,
        f"Run {made.run}: {_held(made.listed, made.pages)} in {made.path}",
        "These sheets are private: hand them to your own people, and shred them afterwards.",
    )


def _held(businesses: int, pages: int) -> str:
    """How much is on how many pages, as one says it."""
    listed = f"{businesses} {'business' if businesses == 1 else 'businesses'}"
    return f"{listed} on {pages} {'page' if pages == 1 else 'pages'}"


def _is_private(layout: str) -> bool:
    from directory_app import guides

    return any(each.name == layout and each.private for each in guides.layout_kinds())


def _filter(view: str) -> Filter:
    known = (*VIEWS, "everything")
    return Filter(view=words(view, known, "--view")[0])


def _codes(codes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.strip().upper() for code in codes.split(",") if code.strip()))


def _grouping(group_by: str) -> str:
    return words(group_by, ("category", "town", "distance"), "--group-by")[0]


def _without(fields: str) -> frozenset[str]:
    """What is switched off: all that is not named, or what is named with a minus."""
    from directory_app.guides.options import ENTRY_FIELDS, FIELDS

    names = [name.strip() for name in fields.split(",") if name.strip()]
    if not names:
        return frozenset()
    off = [name[1:] for name in names if name.startswith("-")]
    on = [name for name in names if not name.startswith("-")]
    always = ("name", "number")
    words(",".join([*off, *on]), (*FIELDS, *always), "--fields")
    if off and on:
        raise UserError(
            "--fields either names what to print, or with minus signs what to leave out.",
            "Write it as name,phone,hours or as -note,-qr.",
        )
    if off:
        return frozenset(off) - set(always)
    # parts of the guide stay unless they are named among others of them
    parts = set(FIELDS) - set(ENTRY_FIELDS)
    gone = set(ENTRY_FIELDS) - set(on)
    return frozenset(gone | (parts - set(on) if parts & set(on) else set()))


def _sheets(sheets: int, copies: int) -> str:
    said = f"{sheets} sheet{'s' if sheets != 1 else ''} of paper"
    return f"{said} a copy, {sheets * copies} for {copies} copies" if copies > 1 else said


def _how_to_print(layout: str, sheets: int, copies: int) -> list[str]:
    from directory_app import guides

    kind = next(each for each in guides.layout_kinds() if each.name == layout)
    edge = f"both sides, turned on the {kind.duplex} edge" if kind.duplex else "one side"
    return [f"Print {_sheets(sheets, copies)}: {edge}. {kind.fold_en}".rstrip()]
