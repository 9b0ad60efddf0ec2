"""An owner takes everything back: who got paper is listed, then the business is forgotten."""

import datetime as dt
import json
from typing import Any

from sqlalchemy import Connection

from directory_app.model.recall import RecallList, RecallRun
from directory_app.model.terms import RunState
from directory_app.store import purging
from directory_app.store.dossier import Row, rows_by
from directory_app.store.tables import EVENT, PRINT_RUN
from directory_app.store.traces import Traces


def recall_list(connection: Connection, business: Row) -> RecallList:
    """Every print run that names the business (a row), the newest first."""
    traces = Traces(connection, business["id"])
    entries = traces.printed_entries()
    runs = {row["id"]: row for row in rows_by(connection, PRINT_RUN, "id", _ids(entries, "run_id"))}
    events = rows_by(connection, EVENT, "id", _ids(list(runs.values()), "event_id"))
    days = {row["id"]: row["date"] for row in events}
    found = [_run(runs[entry["run_id"]], entry, days) for entry in entries]
    found.sort(key=lambda run: (-run.number, run.position))
    mentioned = tuple(traces.mentioned_by())
    return RecallList(business["code"], business["name"], tuple(found), mentioned)


def withdraw(connection: Connection, business: Row, on: dt.date) -> None:
    """Set the tombstones of a business (a row), then forget it."""
    purging.bury(connection, business["id"], on)
    purging.forget(connection, [business["id"]])


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
