"""What was printed: numbered runs that can be recalled. Not undo steps."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from directory_app.errors import UserError
from directory_app.model.columns import utc_now
from directory_app.model.ids import new_id
from directory_app.model.listing import LastRun
from directory_app.model.print_run import PrintRun
from directory_app.model.recall import RunEntry
from directory_app.model.text import fold
from directory_app.store.dossier import make, rows_by
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
    entry = PRINT_RUN_ENTRY.c
    named = (
        select(entry.business_id, BUSINESS.c.code)
        .select_from(PRINT_RUN_ENTRY.outerjoin(BUSINESS, entry.business_id == BUSINESS.c.id))
        .where(entry.run_id == run.id)
    )
    found = connection.execute(named).all()
    codes = frozenset(row.code for row in found if row.code)
    return LastRun(run.number, run.copies, codes, sum(not row.code for row in found))


def names(connection: Connection, number: int) -> dict[str, str]:
    """Code and name of everybody on a run, in its order; who is erased since is not there."""
    entry = PRINT_RUN_ENTRY.c
    query = (
        select(BUSINESS.c.code, BUSINESS.c.name)
        .select_from(
            PRINT_RUN.join(PRINT_RUN_ENTRY, entry.run_id == PRINT_RUN.c.id).join(
                BUSINESS, entry.business_id == BUSINESS.c.id
            )
        )
        .where(PRINT_RUN.c.number == number)
        .order_by(entry.position)
    )
    return {row.code: row.name for row in connection.execute(query)}


def entries(connection: Connection, number: int) -> list[RunEntry]:
    """What a run said about each business, in its order; the purged ones are blank."""
    entry = PRINT_RUN_ENTRY.c
    query = (
        select(entry.position, entry.printed, BUSINESS.c.code)
        .select_from(
            PRINT_RUN.join(PRINT_RUN_ENTRY, entry.run_id == PRINT_RUN.c.id).outerjoin(
                BUSINESS, entry.business_id == BUSINESS.c.id
            )
        )
        .where(PRINT_RUN.c.number == number)
        .order_by(entry.position)
    )
    return [
        RunEntry(row.position + 1, row.code or "", json.loads(row.printed or "{}"))
        for row in connection.execute(query)
    ]


def naming(connection: Connection, text: str) -> set[int]:
    """The numbers of the runs on which a name, as printed, has a text in it (folded)."""
    wanted = fold(text)
    query = select(PRINT_RUN.c.number, PRINT_RUN_ENTRY.c.printed).join(
        PRINT_RUN_ENTRY, PRINT_RUN_ENTRY.c.run_id == PRINT_RUN.c.id
    )
    return {
        row.number
        for row in connection.execute(query)
        if row.printed and wanted in fold(str(json.loads(row.printed).get("name") or ""))
    }


def _is_taken(connection: Connection, number: int) -> bool:
    query = select(PRINT_RUN.c.id).where(PRINT_RUN.c.number == number)
    return connection.execute(query).first() is not None


def _event_name(connection: Connection, event_id: str | None) -> str:
    if event_id is None:
        return ""
    query = select(EVENT.c.name_en, EVENT.c.name_es).where(EVENT.c.id == event_id)
    row = connection.execute(query).first()
    return "" if row is None else str(row.name_en or row.name_es)
