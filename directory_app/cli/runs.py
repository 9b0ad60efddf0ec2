"""The print runs: what left, what may have left, and the numbers of which nothing came."""

from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from directory_app.cli.common import AsJson, Directory, answer, app, open_store
from directory_app.errors import UserError
from directory_app.store import Store
from directory_app.tasks.presets import passed_of_run

_STATES = {"pending": "begun, not finished", "failed": "nothing came of it"}


@app.command("runs")
def runs(
    directory: Directory,
    *,
    came_out: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="Say of a run left open that it came out.", show_default=False
        ),
    ] = None,
    nothing: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="Say of a run left open that nothing came of it.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Tell every print run, the newest first; settle one that was begun and not finished."""
    if came_out is not None and nothing is not None:
        raise UserError(
            "One run at a time is settled.", "Give --came-out or --nothing, and a number."
        )
    with open_store(directory, write=came_out is not None or nothing is not None) as store:
        if came_out is not None:
            store.runs.complete(came_out)
        if nothing is not None:
            store.runs.fail(nothing)
        records = _records(store)
    lines = [_line(each) for each in records]
    answer(as_json, records, *(lines or ["Nothing was printed or exported yet."]))


def _records(store: Store) -> list[dict[str, Any]]:
    zone = ZoneInfo(store.timezone)
    return [
        {
            "run": run.number,
            "state": run.state,
            "made_on": run.made_at.astimezone(zone).date().isoformat(),
            "event": run.event_name,
            "layout": run.layout,
            "copies": run.copies,
            "use_by": run.use_by.isoformat() if run.use_by else None,
            "passed_by": passed.by if (passed := passed_of_run(store, run.number)) else None,
        }
        for run in store.runs.all(with_failed=True)
    ]


def _line(record: dict[str, Any]) -> str:
    said = ", ".join(filter(None, (record["event"], record["layout"])))
    told = f"Run {record['run']:04}  {record['made_on']}  {said}  {record['copies']} copies"
    state = _STATES.get(record["state"])
    return f"{told}: {state}" if state else told
