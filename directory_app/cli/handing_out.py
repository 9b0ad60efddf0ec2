"""Events and the guides that are printed for them."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from directory_app import guides, tasks
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
from directory_app.guides import GuideOptions
from directory_app.guides.options import ENTRY_FIELDS, FIELDS
from directory_app.store.filters import VIEWS
from directory_app.tasks import printing
from directory_app.tasks.events import refuse_stopped

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
    wanted = {
        "name_en": name,
        "name_es": name_es,
        "date": day(date),
        "starts": clock_time(starts, "--from"),
        "ends": clock_time(ends, "--to"),
        "venue": venue,
        "address": address,
        "radius_miles": radius,
    }
    refuse_stopped(wanted)
    with open_store(context.obj, write=True) as store:
        record = tasks.event_record(tasks.add_event(store, wanted), store.timezone)
    answer(as_json, record, f"Added {name} on {record['date']}: {record['id']}")


@event_app.command("list")
def list_events(context: typer.Context, as_json: AsJson = False) -> None:
    """Tell every event. Changes nothing."""
    with open_store(context.obj) as store:
        records = [tasks.event_record(each, store.timezone) for each in store.events.all()]
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
    pass_stops: Annotated[
        bool,
        typer.Option(
            "--pass-stops", help="Print over what should be mended; your name is kept with the run."
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Make a guide as PDF: only what may be printed on that day. It counts as a print run."""
    if out.suffix.lower() != ".pdf":
        raise UserError(f"“{out.name}” is no name of a PDF.", "End it in .pdf.")
    choices = printing.Choices(
        event,
        _options(
            layout, languages, open_only=open_only, paper=paper, group_by=group_by,
            fields=fields, fit=fit, grey=grey, no_map=no_map, reading=reading,
        ),
        people=words(view, (*VIEWS, "everything"), "--view")[0],
        codes=_codes(codes),
    ).with_copies(copies)  # fmt: skip
    with open_store(directory, write=True) as store:
        made = printing.print_to_file(
            store, choices, out, progress(), keeping_to_sheets=True, pass_stops=pass_stops
        )
    tell_elsewhere(made.elsewhere)
    listed, pages = len(made.prepared.named), made.content.pages
    record = {"run": made.number, "pages": pages, "listed": listed, "path": str(out)}
    told = f"Run {made.number}: {_held(listed, pages)} in {out}"
    if choices.private:
        shred = "These sheets are private: hand them to your own people, and shred them afterwards."
        answer(as_json, record, told, shred)
        return
    for note in printing.check(made.prepared):
        if note.severity == "stop" or (not note.business_code and note.mend):
            who = f"{note.business_name}: " if note.business_name else ""
            print(f"note: {who}{note.message_en}", file=sys.stderr)
    left_out, sheets = made.prepared.plan.left_out, made.content.sheets
    record |= {
        "sheets": sheets,
        "copies": copies,
        "left_out": [{"code": each.code, "reason": each.reason} for each in left_out],
    }
    answer(
        as_json,
        record,
        told,
        *_how_to_print(layout, sheets, copies),
        *(f"left out: {each.code} {each.name} ({each.reason})" for each in left_out),
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
    choices = printing.Choices(
        event,
        _options(
            layout, languages, open_only=open_only, paper=paper, group_by=group_by,
            fields=fields, fit=fit, grey=grey, no_map=no_map, reading=reading,
        ),
    )  # fmt: skip
    with open_store(directory) as store:
        prepared = printing.prepare_now(store, choices)
        found = printing.check(prepared)
        fitted = printing.fit(prepared, progress())
    plan = prepared.plan
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


def _held(businesses: int, pages: int) -> str:
    """How much is on how many pages, as one says it."""
    listed = f"{businesses} {'business' if businesses == 1 else 'businesses'}"
    return f"{listed} on {pages} {'page' if pages == 1 else 'pages'}"


def _codes(codes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.strip().upper() for code in codes.split(",") if code.strip()))


def _options(
    layout: str,
    languages: str,
    *,
    paper: str,
    group_by: str,
    fields: str,
    no_map: bool,
    reading: bool,
    **more: Any,
) -> "GuideOptions":
    """What was chosen for one guide. UserError for what no guide can be."""
    return GuideOptions(
        layout,
        words(languages, ("en", "es"), "--languages"),
        words(group_by, ("category", "town", "distance"), "--group-by")[0],
        show_map=not no_map, without=_without(fields), paper=paper.lower(), imposed=not reading,
        **more,
    )  # fmt: skip


def _without(fields: str) -> frozenset[str]:
    """What is switched off: all that is not named, or what is named with a minus."""
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
    kind = next(each for each in guides.layout_kinds() if each.name == layout)
    edge = f"both sides, turned on the {kind.duplex} edge" if kind.duplex else "one side"
    return [f"Print {_sheets(sheets, copies)}: {edge}. {kind.fold_en}".rstrip()]
