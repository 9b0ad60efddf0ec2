"""What was printed: numbered runs that can be recalled. Not undo steps."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from directory_app.errors import UserError
from directory_app.model.columns import utc_now
from directory_app.model.field_terms import FIRST, read_terms
from directory_app.model.field_terms import SETTING as FIELD
from directory_app.model.ids import new_id
from directory_app.model.listing import LastRun
from directory_app.model.live import Days
from directory_app.model.print_run import PrintRun
from directory_app.model.recall import MADE_WITH, PRIVATE_LAYOUTS, PlannedRun, Reserved, RunEntry
from directory_app.model.terms import Channel, RunState
from directory_app.model.text import fold
from directory_app.store import listings, traces
from directory_app.store.database import Database
from directory_app.store.dossier import Row, make, rows_by
from directory_app.store.keeping import set_setting
from directory_app.store.tables import BUSINESS, EVENT, PRINT_RUN, PRINT_RUN_ENTRY, SETTING

#: So many are told by name.
_NAMED = 12


def next_number(connection: Connection) -> int:
    """The number of the next run; numbers are never used twice, also after a failure.

    Those from FIRST on are of field directories (store/field.py): 130001 is the first of number 13.
    """
    number = PRINT_RUN.c.number
    terms = select(SETTING.c.value).where(SETTING.c.key == FIELD)
    if (text := connection.execute(terms).scalar()) is not None:
        last = connection.execute(select(func.max(number))).scalar()
        return int(last or read_terms(text).first_run - 1) + 1
    mine = select(func.max(number)).where(number < FIRST)
    following = int(connection.execute(mine).scalar() or 0) + 1
    if following < FIRST:
        return following
    return int(connection.execute(select(func.max(number))).scalar() or 0) + 1


def reserve(connection: Connection, run: PlannedRun) -> Reserved:
    """Take the next number for a run that is about to leave, with who will be on it."""
    made_at = run.made_at or utc_now()
    number = next_number(connection)
    row = {
        "id": new_id(),
        "number": number,
        "event_id": run.event_id,
        "event_name": _event_name(connection, run.event_id),
        "made_at": made_at,
        "use_by": run.use_by,
        "copies": run.copies,
        "layout": run.layout,
        "languages": ",".join(run.languages),
        "sha256": "",
        "state": RunState.PENDING.value,
    }
    connection.execute(insert(PRINT_RUN).values(row))
    codes = [code for code, _ in run.entries]
    ids = {found["code"]: found["id"] for found in rows_by(connection, BUSINESS, "code", codes)}
    made = [
        {
            "id": new_id(),
            "run_id": row["id"],
            "position": position,
            "business_id": ids.get(code),
            "printed": _as_json(printed),
        }
        for position, (code, printed) in enumerate(run.entries)
    ]
    if made:
        connection.execute(insert(PRINT_RUN_ENTRY), made)
    if run.made_with:
        set_setting(connection, f"{MADE_WITH}{number}", run.made_with)
    return Reserved(number, made_at)


def tell_printed(
    connection: Connection, number: int, sha256: str, printed: Sequence[Mapping[str, Any]]
) -> None:
    """What a reserved run came to say, in the order of its entries; none: as it was planned.

    Who was forgotten meanwhile stays blank.
    """
    found = _of_number(connection, number)
    connection.execute(update(PRINT_RUN).where(PRINT_RUN.c.id == found["id"]).values(sha256=sha256))
    entry = PRINT_RUN_ENTRY.c
    mine = update(PRINT_RUN_ENTRY).where(
        entry.run_id == found["id"], entry.position == bindparam("at"), entry.printed != ""
    )
    said = [{"at": at, "says": _as_json(each)} for at, each in enumerate(printed)]
    if said:
        connection.execute(mine.values(printed=bindparam("says")), said)


def settle(connection: Connection, number: int, state: RunState) -> None:
    """Say of a run that was begun that it left, or that nothing came of it.

    Of nothing, nobody is kept. UserError where there is no such run, or it was settled before.
    """
    found = _of_number(connection, number)
    if found["state"] != RunState.PENDING:
        raise UserError(
            f"Run {number} was not left open: there is nothing to settle.",
            "Choose one of which it says that it was begun and not finished.",
        )
    mine = PRINT_RUN.c.id == found["id"]
    connection.execute(update(PRINT_RUN).where(mine).values(state=state.value))
    if state == RunState.FAILED:
        entries = PRINT_RUN_ENTRY.c.run_id == found["id"]
        connection.execute(delete(PRINT_RUN_ENTRY).where(entries))
        with_it = SETTING.c.key == f"{MADE_WITH}{number}"
        connection.execute(delete(SETTING).where(with_it))


def runs(connection: Connection, *, with_failed: bool = False) -> list[PrintRun]:
    """Every run that left or may have left, the newest first; ``with_failed``: those too."""
    query = select(PRINT_RUN).order_by(PRINT_RUN.c.number.desc())
    if not with_failed:
        query = query.where(PRINT_RUN.c.state != RunState.FAILED)
    rows = connection.execute(query).mappings()
    return [make(PrintRun, dict(row)) for row in rows]


def add_copies(connection: Connection, number: int, copies: int) -> None:
    """Count more copies of a run that was printed again as it was. UserError if there is none."""
    mine = PRINT_RUN.c.id == _of_number(connection, number)["id"]
    connection.execute(update(PRINT_RUN).where(mine).values(copies=PRINT_RUN.c.copies + copies))


def last_of_event(connection: Connection, event_id: str, layouts: Sequence[str]) -> LastRun | None:
    """The newest run of an event in one of these layouts, and who stood on it; None without one."""
    query = (
        select(PRINT_RUN.c.id, PRINT_RUN.c.number, PRINT_RUN.c.copies)
        .where(
            PRINT_RUN.c.event_id == event_id,
            PRINT_RUN.c.layout.in_(layouts),
            PRINT_RUN.c.state != RunState.FAILED,
        )
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


def _of_number(connection: Connection, number: int) -> Row:
    query = select(PRINT_RUN).where(PRINT_RUN.c.number == number)
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UserError(
            f"There is no print run with the number {number}.", "Choose one from the list."
        )
    return dict(row)


def _as_json(printed: Mapping[str, Any]) -> str:
    return json.dumps(printed, ensure_ascii=False, default=str)


def _event_name(connection: Connection, event_id: str | None) -> str:
    if event_id is None:
        return ""
    query = select(EVENT.c.name_en, EVENT.c.name_es).where(EVENT.c.id == event_id)
    row = connection.execute(query).first()
    return "" if row is None else str(row.name_en or row.name_es)


def refuse_reprint(connection: Connection, number: int, days: Days) -> None:
    """UserError, with names, where a run names anybody who may not be printed any more.

    What stays inside the coalition asks nobody.
    """
    layouts = {run.number: run.layout for run in runs(connection)}
    if layouts.get(number) in PRIVATE_LAYOUTS:
        return
    named = entries(connection, number)
    codes = [one.code for one in named if one.code]
    fallen = listings.fallen_away(connection, Channel.PRINT, days, codes)
    names = [one.name or one.code for one in fallen]
    names += [str(one.printed.get("name") or "—") for one in named if not one.code]
    if names:
        told = ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        raise UserError(
            f"These may not be printed any more: {told}.",
            "Make the guide again: it takes a new number, without them. Call back this one.",
        )


class Runs:
    """Print runs."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def next_number(self) -> int:
        """The number that the next print run will have."""
        with self._db.read() as connection:
            return next_number(connection)

    def reserve(self, run: "PlannedRun") -> "Reserved":
        """Keep the number of a run and who will be on it, before anything is written.

        HeldError in a restored directory, until somebody has said who refused since the backup.
        """
        self._db.refuse_on_hold()
        with self._db.write(of_run=True) as connection:
            return reserve(connection, run)

    def tell_printed(
        self, number: int, sha256: str, printed: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        """What is about to be sent to a printer for a reserved run; it is not out yet."""
        with self._db.write(of_run=True) as connection:
            tell_printed(connection, number, sha256, printed)

    def complete(
        self, number: int, sha256: str = "", printed: Sequence[Mapping[str, Any]] = ()
    ) -> None:
        """A reserved run is out; ``sha256`` and what it says, unless ``tell_printed`` did."""
        with self._db.write(of_run=True) as connection:
            if sha256:
                tell_printed(connection, number, sha256, printed)
            settle(connection, number, RunState.COMPLETE)

    def fail(self, number: int) -> None:
        """Nothing came of a reserved run. Its number is not used again, and names nobody."""
        with self._db.write(of_run=True) as connection:
            settle(connection, number, RunState.FAILED)

    def add_copies(self, number: int, copies: int) -> None:
        """A run is printed again as it was: count its copies. UserError if there is none.

        The ledger is asked again, as of today: UserError, with names, where somebody who is on
        it may not be printed any more. Fewer copies (none came out) ask nobody.
        """
        self._db.refuse_on_hold()
        with self._db.write(of_run=True) as connection:
            if copies > 0:
                refuse_reprint(connection, number, self._db.clock.days())
            add_copies(connection, number, copies)

    def names(self, number: int) -> dict[str, str]:
        """Code and name of everybody on a print run who is still in the directory."""
        with self._db.read() as connection:
            return names(connection, number)

    def last_of_event(self, event_id: str, layouts: Sequence[str]) -> "LastRun | None":
        """The newest print run of an event in one of these layouts, None where there is none."""
        with self._db.read() as connection:
            return last_of_event(connection, event_id, layouts)

    def entries(self, number: int) -> "list[RunEntry]":
        """What a run said about each business, in its order."""
        with self._db.read() as connection:
            return entries(connection, number)

    def naming(self, text: str) -> set[int]:
        """The numbers of the runs that printed a business with this text in its name."""
        with self._db.read() as connection:
            return naming(connection, text)

    def all(self, *, with_failed: bool = False) -> "list[PrintRun]":
        """Every run that left or may have left, the newest first.

        ``with_failed`` also tells the numbers of which nothing came.
        """
        with self._db.read() as connection:
            return runs(connection, with_failed=with_failed)

    def count_of(self, id: str) -> int:
        """How many print runs name a business, or one that was merged into it."""
        with self._db.read() as connection:
            return len({row["run_id"] for row in traces.Traces(connection, id).printed_entries()})
