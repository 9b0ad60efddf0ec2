"""Undo steps as people see them: their labels, and who changed what."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from directory_app.store.labels import StepLabel
from directory_app.store.tables import ACTION, CHANGE, KEPT


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
    """One undo step. ``changes`` are given for one business only; ``at`` is aware, in UTC."""

    action_id: int
    at: dt.datetime
    by: str
    label: StepLabel
    undone: bool
    changes: tuple[HistoryChange, ...] = ()


def steps(connection: Connection, limit: int) -> list[HistoryStep]:
    """The newest steps of the directory, newest first, without their changes."""
    rows = connection.execute(select(ACTION).order_by(ACTION.c.id.desc()).limit(limit)).mappings()
    return [_step(row, ()) for row in rows]


def steps_of(connection: Connection, owner: str, limit: int) -> list[HistoryStep]:
    """The newest steps that touched one business or event, with what they changed of it."""
    own = (CHANGE.c.row == owner) | ((CHANGE.c.row > f"{owner}/") & (CHANGE.c.row < f"{owner}0"))
    changes = connection.execute(
        select(CHANGE).where(CHANGE.c.table.in_(KEPT), own).order_by(CHANGE.c.id)
    ).mappings()
    of_action: dict[int, list[HistoryChange]] = {}
    for row in changes:
        of_action.setdefault(row["action_id"], []).append(_change(row))
    newest = sorted(of_action, reverse=True)[:limit]
    actions = connection.execute(select(ACTION).where(ACTION.c.id.in_(newest))).mappings()
    by_id = {row["id"]: row for row in actions}
    return [_step(by_id[number], tuple(of_action[number])) for number in newest]


def _step(row: Any, changes: tuple[HistoryChange, ...]) -> HistoryStep:
    label = StepLabel(row["kind"], row["label"])
    return HistoryStep(row["id"], row["at"], row["by"], label, row["undone"], changes)


def _change(row: Any) -> HistoryChange:
    before, after = row["previous_value"], row["replacement_value"]
    return HistoryChange(
        row["table"],
        row["row"],
        row["field"],
        None if before is None else json.loads(before),
        None if after is None else json.loads(after),
    )
