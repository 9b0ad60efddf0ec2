"""Undo steps as people see them: their labels, and who changed what."""

import datetime as dt
import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from directory_app.bulk import no_cycle_search
from directory_app.progress import Progress, silent
from directory_app.store import reverting, undo
from directory_app.store.database import Database
from directory_app.store.labels import StepLabel
from directory_app.store.search import chunks
from directory_app.store.tables import ACTION, CHANGE, KEPT

#: Steps in one IN list.
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class HistoryChange:
    """One field that changed, as plain JSON values.

    ``field`` is empty when a whole row came (``before`` None) or went (``after`` None); the
    value is then a dict.
    """

    table: str
    row: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One undo step. ``at`` is aware, in UTC. A list of steps has no ``changes``."""

    action_id: int
    at: dt.datetime
    by: str
    label: StepLabel
    undone: bool
    changes: tuple[HistoryChange, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryFilter:
    """Which steps: of a person (None: of anybody), of a business or event (its id), of days.

    ``since`` and ``until`` are aware moments, ``until`` not included.
    """

    by: str | None = None
    owner: str = ""
    since: dt.datetime | None = None
    until: dt.datetime | None = None


def step_ids(connection: Connection, wanted: HistoryFilter) -> "array[int]":
    """The numbers of all steps that are wanted, newest first: 8 bytes each, without words."""
    query = _wanted(select(ACTION.c.id), wanted).order_by(ACTION.c.id.desc())
    return array("q", connection.execute(query).scalars())


def steps_by_id(connection: Connection, ids: Sequence[int]) -> list[HistoryStep]:
    """These steps in the order asked, without their changes; those that are gone are left out."""
    rows: dict[int, Any] = {}
    for some in chunks(list(ids), _CHUNK):
        found = connection.execute(select(ACTION).where(ACTION.c.id.in_(some))).mappings()
        rows |= {row["id"]: row for row in found}
    return [_step(rows[number], ()) for number in ids if number in rows]


def changes_in(
    connection: Connection, action_id: int, owner: str = "", limit: int = 200
) -> tuple[int, list[HistoryChange]]:
    """How many changes a step made (of one business or event only, by its id), and the first."""
    where = [CHANGE.c.action_id == action_id, CHANGE.c.table.in_(KEPT)]
    if owner:
        where.append(of_owner(owner))
    # the number of one step's changes is counted by reading its part of an index
    total = len(connection.execute(select(CHANGE.c.id).where(*where)).all())
    query = select(CHANGE).where(*where).order_by(CHANGE.c.id).limit(limit)
    return total, [_change(row) for row in connection.execute(query).mappings()]


def people(connection: Connection) -> list[str]:
    """Everybody who ever changed something, by name."""
    found = connection.execute(select(ACTION.c.by).distinct()).scalars()
    return sorted(name for name in found if name)


def of_owner(owner: str) -> ColumnElement[bool]:
    """The changes of one business or event and of what belongs to it: one range of the index."""
    return (CHANGE.c.row == owner) | ((CHANGE.c.row > f"{owner}/") & (CHANGE.c.row < f"{owner}0"))


def steps(connection: Connection, limit: int) -> list[HistoryStep]:
    """The newest steps of the directory, newest first, without their changes."""
    rows = connection.execute(select(ACTION).order_by(ACTION.c.id.desc()).limit(limit)).mappings()
    return [_step(row, ()) for row in rows]


def steps_of(connection: Connection, owner: str, limit: int) -> list[HistoryStep]:
    """The newest steps that touched one business or event, with what they changed of it."""
    ids = list(step_ids(connection, HistoryFilter(owner=owner))[:limit])
    of_action: dict[int, list[HistoryChange]] = {}
    for some in chunks(ids, _CHUNK):
        changes = connection.execute(
            select(CHANGE)
            .where(CHANGE.c.table.in_(KEPT), of_owner(owner), CHANGE.c.action_id.in_(some))
            .order_by(CHANGE.c.id)
        ).mappings()
        for row in changes:
            of_action.setdefault(row["action_id"], []).append(_change(row))
    return [
        HistoryStep(step.action_id, step.at, step.by, step.label, step.undone, tuple(told))
        for step in steps_by_id(connection, ids)
        if (told := of_action.get(step.action_id, ()))
    ]


def _wanted(query: Select[Any], wanted: HistoryFilter) -> Select[Any]:
    if wanted.by is not None:
        query = query.where(ACTION.c.by == wanted.by)
    if wanted.since is not None:
        query = query.where(ACTION.c.at >= wanted.since)
    if wanted.until is not None:
        query = query.where(ACTION.c.at < wanted.until)
    if wanted.owner:
        touched = select(CHANGE.c.action_id).where(CHANGE.c.table.in_(KEPT), of_owner(wanted.owner))
        query = query.where(ACTION.c.id.in_(touched))
    return query


def _step(row: Any, changes: Iterable[HistoryChange]) -> HistoryStep:
    label = StepLabel(row["kind"], row["label"])
    return HistoryStep(row["id"], row["at"], row["by"], label, row["undone"], tuple(changes))


def _change(row: Any) -> HistoryChange:
    before, after = row["previous_value"], row["replacement_value"]
    return HistoryChange(
        row["table"],
        row["row"],
        row["field"],
        None if before is None else json.loads(before),
        None if after is None else json.loads(after),
    )


class History:
    """Undo steps: taken back, done again, and looked through."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def steps(self, id: str | None = None, limit: int = 200) -> "list[HistoryStep]":
        """The newest steps first; of one business or event (by its id) with their changes."""
        with self._db.read() as connection:
            if id is None:
                return steps(connection, limit)
            return steps_of(connection, id, limit)

    def undo(self) -> "StepLabel | None":
        """Take the last step back; its label, None if there is none."""
        with self._db.write() as connection:
            return undo.take(connection, back=True)

    def redo(self) -> "StepLabel | None":
        """Do the last undone step again; its label, None if there is none."""
        with self._db.write() as connection:
            return undo.take(connection, back=False)

    def ids(self, wanted: "HistoryFilter") -> "array[int]":
        """The numbers of the steps that are wanted, newest first."""
        with self._db.read() as connection:
            return step_ids(connection, wanted)

    def by_ids(self, ids: Sequence[int]) -> "list[HistoryStep]":
        """These steps in the order asked, without their changes."""
        with self._db.read() as connection:
            return steps_by_id(connection, ids)

    def changes(
        self, action_id: int, owner: str = "", limit: int = 200
    ) -> "tuple[int, list[HistoryChange]]":
        """How many changes a step made (of one business: ``owner``), and the first of them."""
        with self._db.read() as connection:
            return changes_in(connection, action_id, owner, limit)

    def people(self) -> list[str]:
        """Everybody who ever changed something."""
        with self._db.read() as connection:
            return people(connection)

    def last(self) -> int:
        """The number of the newest step, 0 without one."""
        with self._db.read() as connection:
            return int(connection.execute(select(func.max(ACTION.c.id))).scalar() or 0)

    def revert(self, action_id: int, progress: Progress = silent) -> reverting.Reverted:
        """Take one earlier step back as a new one; only what nobody changed since."""
        with no_cycle_search(), self._db.step("revert") as step:
            return reverting.revert(step, action_id, progress)
