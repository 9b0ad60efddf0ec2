"""What a call or a visit found out, kept as one undo step.

A call leaves one fact in the history of its business, ``called`` and how it ended, which no
column holds: so attempts are counted, undo takes them back, and they are forgotten with the
business. Only what the owner confirmed or corrected gets the day (assured_date and its like).
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select, update

from directory_app.model.ledger import Way
from directory_app.model.terms import Status
from directory_app.store import businesses, keeping, ledger
from directory_app.store.database import Database
from directory_app.store.dossier import CHUNK, Row, find_row, owned_rows, rows_by
from directory_app.store.search import chunks
from directory_app.store.step import Step
from directory_app.store.tables import ACTION, BUSINESS, CHANGE, PHONE, SETTING

#: The setting that keeps the phone queue, so that it outlives the lock (tasks.verifying).
QUEUE = "verify_queue"
CALLED = "called"
CONFIRMED, CHANGED, NO_ANSWER = "confirmed", "changed", "no_answer"
WRONG_NUMBER, CLOSED = "wrong_number", "closed"
OUTCOMES = (CONFIRMED, CHANGED, NO_ANSWER, WRONG_NUMBER, CLOSED)
#: How somebody was asked: by telephone, or in person with a visit sheet; what the step is called.
KINDS = {"phone": "call", "in_person": "sheet"}


@dataclass(frozen=True, slots=True)
class Checked:
    """How one call or visit ended.

    ``changes`` are fields of the business, ``phones`` replaces its telephones, ``consents`` are
    the answers given (as for ``store.consents.record``); ``drop`` is the wrong number to take
    out. ``on`` is the day of it, today by default.
    """

    outcome: str
    method: str = "phone"
    by: str = ""
    on: dt.date | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    phones: Sequence[Any] | None = None
    consents: Sequence[Any] = ()
    drop: str = ""


@dataclass(frozen=True, slots=True)
class Called:
    """What the history says of calls to one business.

    ``last``: how the last one ended and in which step, at an aware moment; ``attempts``: how
    often in a row nobody answered.
    """

    last: str = ""
    action_id: int = 0
    at: dt.datetime | None = None
    attempts: int = 0


def check(step: Step, row: Row, checked: Checked, today: dt.date) -> None:
    """Keep what a call found out. ValueError for an outcome that is none."""
    if checked.outcome not in OUTCOMES or checked.method not in KINDS:
        raise ValueError(f"no outcome: {checked.outcome}, {checked.method}")
    if checked.outcome in (CONFIRMED, CHANGED):
        _found(step, row, checked, checked.on or today)
    elif checked.outcome == CLOSED:
        step.update("business", row, {"status": Status.CLOSED.value})
    elif checked.outcome == WRONG_NUMBER and checked.drop:
        _drop(step, row, checked.drop)
    step.note("business", row, CALLED, checked.outcome)


def _found(step: Step, row: Row, checked: Checked, on: dt.date) -> None:
    """What was corrected is an edit; what was only confirmed takes no approval away."""
    if checked.consents:
        way = Way.CALL if checked.method == "phone" else Way.SHEET
        ledger.told(ledger.record(step, row["id"], checked.consents, way).refused)
    if checked.changes or checked.phones is not None:
        businesses.edit(step, row, dict(checked.changes), checked.phones, None)
    now = find_row(step.connection, row["id"])
    if now["assured_date"] is not None and now["assured_date"] > on:
        return  # an old sheet typed in late does not make a newer check older
    step.update(
        "business",
        now,
        {
            "assured_date": on,
            "assured_by": checked.by or step.by,
            "assured_method": checked.method,
        },
    )


def _drop(step: Step, row: Row, number: str) -> None:
    kept = owned_rows(step.connection, PHONE, [row["id"]]).get(row["id"], [])
    step.delete("phone", [one for one in kept if one["number"] == number])


def calls(connection: Connection, ids: Iterable[str] | None = None) -> dict[str, Called]:
    """What is known of calls to these businesses (None: to any), by id.

    Who was never called is left out.
    """
    query = (
        select(CHANGE.c.row, CHANGE.c.replacement_value, CHANGE.c.at, CHANGE.c.action_id)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(CHANGE.c.table == "business", CHANGE.c.field == CALLED, ACTION.c.undone.is_(False))
        .order_by(CHANGE.c.id)
    )
    told: dict[str, list[Row]] = defaultdict(list)
    if ids is None:
        some = [query.where(ACTION.c.kind.in_(KINDS.values()))]
    else:
        some = [query.where(CHANGE.c.row.in_(part)) for part in chunks(list(ids), CHUNK)]
    for each in some:
        for row in connection.execute(each).mappings():
            told[row["row"]].append(dict(row))
    return {business: _called(rows) for business, rows in told.items()}


def _called(rows: list[Row]) -> Called:
    ends = [str(json.loads(row["replacement_value"])) for row in rows]
    attempts = 0
    while attempts < len(ends) and ends[-1 - attempts] == NO_ANSWER:
        attempts += 1
    return Called(ends[-1], rows[-1]["action_id"], rows[-1]["at"], attempts)


def codes_of(connection: Connection, ids: Iterable[str]) -> list[tuple[str, str]]:
    """(code, name) of these businesses, by code."""
    rows = rows_by(connection, BUSINESS, "id", ids)
    return sorted((str(row["code"]), str(row["name"])) for row in rows)


def forget(connection: Connection, ids: Iterable[str]) -> None:
    """Take businesses out of the phone queue, with what was typed for them."""
    query = select(SETTING.c.value).where(SETTING.c.key == QUEUE)
    queue = json.loads(connection.execute(query).scalar() or "{}")
    gone = set(ids)
    if not queue:
        return
    for name in ("ids", "later"):
        queue[name] = [one for one in queue.get(name, ()) if one not in gone]
    queue["given"] = {k: v for k, v in queue.get("given", {}).items() if k not in gone}
    here = update(SETTING).where(SETTING.c.key == QUEUE)
    connection.execute(here.values(value=json.dumps(queue, ensure_ascii=False)))


class Verification:
    """Calls and visits to owners."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def record(self, id: str, checked: "Checked") -> None:
        """Keep how a call or visit ended; one undo step, "Call to NAME" or "Visit sheet of"."""
        with self._db.step(KINDS.get(checked.method, "call")) as step:
            row = find_row(step.connection, id)
            step.label = row["name"]
            check(step, row, checked, self._db.today())

    def calls(self, ids: Iterable[str] | None = None) -> "dict[str, Called]":
        """How the last calls to these businesses (None: to any) ended, by id."""
        with self._db.read() as connection:
            return calls(connection, ids)

    def half_sheets(self) -> list[tuple[str, str]]:
        """(code, name) of those of whose visit sheet something was typed and is not kept yet."""
        with self._db.read() as connection:
            return codes_of(connection, keeping.half_sheets(connection))
