"""An owner takes everything back: who got paper is listed, then the business is forgotten."""

import datetime as dt
import json
from typing import Any

from sqlalchemy import Connection

from directory_app.model.mentions import Mentions, Settled
from directory_app.model.recall import RecallList, RecallRun
from directory_app.model.terms import RunState
from directory_app.progress import Progress
from directory_app.store import purging
from directory_app.store.dossier import Row, rows_by
from directory_app.store.tables import EVENT, PRINT_RUN
from directory_app.store.traces import Traces, deleted_twins


def recall_list(connection: Connection, business: Row) -> RecallList:
    """Every print run that names the business (a row), the newest first."""
    traces = Traces(connection, business["id"])
    entries = traces.printed_entries()
    runs = {row["id"]: row for row in rows_by(connection, PRINT_RUN, "id", _ids(entries, "run_id"))}
    events = rows_by(connection, EVENT, "id", _ids(list(runs.values()), "event_id"))
    days = {row["id"]: row["date"] for row in events}
    found = [_run(runs[entry["run_id"]], entry, days) for entry in entries]
    found.sort(key=lambda run: (-run.number, run.position))
    return RecallList(business["code"], business["name"], tuple(found))


def withdraw(
    connection: Connection, business: Row, on: dt.date, settled: Settled, progress: Progress
) -> Mentions:
    """Set the tombstones of a business (a row), forget it, and sweep what others say of it.

    What was found. UnsettledError where a person has to say something first.
    """
    twins = purging.twins(connection, business["id"])
    ids = [business["id"], *deleted_twins(Traces(connection, business["id"]))]
    for one in ids:
        purging.bury(connection, one, on)
    swept = purging.forget(connection, ids, settled, progress)
    return Mentions(swept.certain, swept.likely, twins)


def _run(run: Row, entry: Row, days: dict[str, Any]) -> RecallRun:
    printed = json.loads(entry["printed"] or "{}")
    number = printed.get("number")
    return RecallRun(
        number=run["number"],
        event_name=run["event_name"],
        event_date=days.get(run["event_id"]),
        made_at=run["made_at"],
        use_by=run["use_by"],
        copies=run["copies"],
        layout=run["layout"],
        position=entry["position"] + 1,
        printed_number=number if isinstance(number, int) else None,
        pending=run["state"] == RunState.PENDING,
    )


def _ids(rows: list[Row], column: str) -> list[str]:
    return [row[column] for row in rows if row[column] is not None]
