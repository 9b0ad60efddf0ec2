"""What was printed: numbered runs that can be recalled. Not undo steps."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from directory_app.errors import UserError
from directory_app.model.columns import utc_now
from directory_app.model.ids import new_id
from directory_app.model.listing import LastRun
from directory_app.model.print_run import PrintRun
from directory_app.model.recall import RunEntry
from directory_app.model.text import fold
from directory_app.store import traces
from directory_app.store.dossier import Row, make, rows_by
from directory_app.store.tables import BUSINESS, EVENT, PRINT_RUN, PRINT_RUN_ENTRY


def next_number(connection: Connection) -> int:
    """The number of the next run; numbers are never used twice."""
    return int(connection.execute(select(func.max(PRINT_RUN.c.number))).scalar() or 0) + 1


def record(
    connection: Connection,
    *,
    event_id: str | None,
    layout: str,
    languages: str | Sequence[str],
    use_by: dt.date | None,
    copies: int,
    sha256: str,
    entries: Sequence[tuple[str, dict[str, Any]]],
    number: int | None,
    made_at: dt.datetime | None,
) -> PrintRun:
    """Write down one run and what it said about each business (by code), in its order."""
    if number is not None and _is_taken(connection, number):
        raise UserError(
            f"There is already a print run with the number {number}.",
            f"The next free number is {next_number(connection)}.",
        )
    row = {
        "id": new_id(),
        "number": number or next_number(connection),
        "event_id": event_id,
        "event_name": _event_name(connection, event_id),
        "made_at": made_at or utc_now(),
        "use_by": use_by,
        "copies": copies,
        "layout": layout,
        "languages": languages if isinstance(languages, str) else ",".join(languages),
        "sha256": sha256,
    }
    connection.execute(insert(PRINT_RUN).values(row))
    ids = {
        found["code"]: found["id"]
        for found in rows_by(connection, BUSINESS, "code", [code for code, _ in entries])
    }
    made = [
        {
            "id": new_id(),
            "run_id": row["id"],
            "position": position,
            "business_id": ids.get(code),
            "printed": json.dumps(printed, ensure_ascii=False, default=str),
        }
        for position, (code, printed) in enumerate(entries)
    ]
    if made:
        connection.execute(insert(PRINT_RUN_ENTRY), made)
    return make(PrintRun, row)


def runs(connection: Connection) -> list[PrintRun]:
    """Every run, the newest first."""
    rows = connection.execute(select(PRINT_RUN).order_by(PRINT_RUN.c.number.desc())).mappings()
    return [make(PrintRun, dict(row)) for row in rows]


def add_copies(connection: Connection, number: int, copies: int) -> None:
    """Count more copies of a run that was printed again as it was. UserError if there is none."""
    more = update(PRINT_RUN).where(PRINT_RUN.c.number == number)
    counted = connection.execute(more.values(copies=PRINT_RUN.c.copies + copies)).rowcount
    if not counted:
        raise UserError(
            f"There is no print run with the number {number}.", "Choose one from the list."
        )


def last_of_event(connection: Connection, event_id: str, layouts: Sequence[str]) -> LastRun | None:
    """The newest run of an event in one of these layouts, and who stood on it; None without one."""
    query = (
        select(PRINT_RUN.c.id, PRINT_RUN.c.number, PRINT_RUN.c.copies)
        .where(PRINT_RUN.c.event_id == event_id, PRINT_RUN.c.layout.in_(layouts))
        .order_by(PRINT_RUN.c.number.desc())
        .limit(1)
    )
    run = connection.execute(query).first()
    if run is None:
        return None
    codes = [code for _, _, code in _entries(connection, PRINT_RUN.c.id == run.id)]
    there = frozenset(code for code in codes if code)
    return LastRun(run.number, run.copies, there, sum(not code for code in codes))


def _entries(
    connection: Connection, which: ColumnElement[bool]
) -> list[tuple[Row, str | None, str | None]]:
    """The entries of a run in order, each with the name and code of the business as it is now.

    One that was merged away since is the one that stayed; None for one that is gone.
    """
    query = (
        select(PRINT_RUN_ENTRY)
        .join(PRINT_RUN, PRINT_RUN_ENTRY.c.run_id == PRINT_RUN.c.id)
        .where(which)
        .order_by(PRINT_RUN_ENTRY.c.position)
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    now = traces.stayed(connection)
    owners = [now.get(row["business_id"], row["business_id"]) for row in rows]
    found = {
        row["id"]: row
        for row in rows_by(connection, BUSINESS, "id", [one for one in owners if one])
    }
    whose = [found.get(one, {}) for one in owners]
    return [(row, own.get("name"), own.get("code")) for row, own in zip(rows, whose, strict=True)]


def names(connection: Connection, number: int) -> dict[str, str]:
    """Code and name of everybody on a run, in its order; who is erased since is not there."""
    found = _entries(connection, PRINT_RUN.c.number == number)
    return {code: name for _, name, code in found if code and name}


def entries(connection: Connection, number: int) -> list[RunEntry]:
    """What a run said about each business, in its order; the purged ones are blank."""
    return [
        RunEntry(row["position"] + 1, code or "", json.loads(row["printed"] or "{}"))
        for row, _, code in _entries(connection, PRINT_RUN.c.number == number)
    ]


def naming(connection: Connection, text: str) -> set[int]:
    """The numbers of the runs on which a name, as printed, has a text in it (folded).

    What was merged into another since is found by the name of that, too.
    """
    wanted = fold(text)
    query = select(
        PRINT_RUN.c.number, PRINT_RUN_ENTRY.c.printed, PRINT_RUN_ENTRY.c.business_id
    ).join(PRINT_RUN_ENTRY, PRINT_RUN_ENTRY.c.run_id == PRINT_RUN.c.id)
    merged = _merged_names(connection)
    return {
        row.number
        for row in connection.execute(query)
        if row.printed
        and (
            wanted in fold(str(json.loads(row.printed).get("name") or ""))
            or wanted in merged.get(row.business_id, "")
        )
    }


def _merged_names(connection: Connection) -> dict[str, str]:
    """By the id of each entry that was merged away, what the one that stayed is called (folded)."""
    now = traces.stayed(connection)
    rows = rows_by(connection, BUSINESS, "id", set(now.values()))
    called = {row["id"]: fold(row["name"]) for row in rows}
    return {dropped: called[kept] for dropped, kept in now.items() if kept in called}


def _is_taken(connection: Connection, number: int) -> bool:
    query = select(PRINT_RUN.c.id).where(PRINT_RUN.c.number == number)
    return connection.execute(query).first() is not None


def _event_name(connection: Connection, event_id: str | None) -> str:
    if event_id is None:
        return ""
    query = select(EVENT.c.name_en, EVENT.c.name_es).where(EVENT.c.id == event_id)
    row = connection.execute(query).first()
    return "" if row is None else str(row.name_en or row.name_es)
