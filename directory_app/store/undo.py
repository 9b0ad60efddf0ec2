"""Taking steps back and doing them again."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, insert, select, tuple_, update

from directory_app.model.columns import utc_now
from directory_app.model.terms import Match, ReviewState
from directory_app.model.text import fold
from directory_app.store import ledger, search
from directory_app.store.dossier import owned_rows, rows_by
from directory_app.store.labels import StepLabel, next_step_sql
from directory_app.store.newcomers import Newcomers
from directory_app.store.refusals import Refusals
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONSENT,
    KEPT,
    PRINT_RUN_ENTRY,
    Kept,
    decode,
    row_from_json,
)

#: The column with the id of the business that a row is of, where it says who that is.
_OWNER = {"business": "id", "phone": "business_id"}


def next_action(connection: Connection, *, back: bool) -> tuple[int, StepLabel] | None:
    """The step that undo (``back``) or redo would take, and its label."""
    row = connection.exec_driver_sql(next_step_sql(back=back)).first()
    return None if row is None else (row[0], StepLabel(row[1], row[2]))


def take(connection: Connection, *, back: bool) -> StepLabel | None:
    """Undo the last step, or redo the last undone one; its label, None if there is none."""
    found = next_action(connection, back=back)
    if found is None:
        return None
    action_id, label = found
    replay = _replayed(connection, action_id, back=back)
    search.reindex(connection, replay.touched, replay.gone)
    connection.execute(update(ACTION).where(ACTION.c.id == action_id).values(undone=back))
    return label


def _replayed(connection: Connection, action_id: int, *, back: bool) -> "_Replay":
    """A step replayed, but for businesses that asked to be forgotten meanwhile as other entries."""
    out = frozenset[str]()
    while True:
        # no "with": on a full disk SQLite has ended the transaction, and there is no way back to it
        tried = connection.begin_nested()
        replay = _Replay(connection, action_id, out, back=back)
        for table, edits in _runs(_targets(connection, action_id, back=back)):
            replay.run(KEPT[table], edits)
        forgotten = replay.forgotten()
        if forgotten <= out:
            tried.commit()
            return replay
        tried.rollback()
        out |= forgotten


@dataclass(slots=True)
class _Edit:
    """What one row shall become: ``target`` None is gone, else the fields to set.

    ``whole`` says that the target is all of the row; ``left`` is the answer (of a consent)
    that the step being taken had on the side now left.
    """

    table: str
    row: str
    target: dict[str, Any] | None
    whole: bool
    left: Any = None


def _targets(connection: Connection, action_id: int, *, back: bool) -> list[_Edit]:
    """The rows of a step in the order of replaying, neighbouring changes of one row as one."""
    order = CHANGE.c.id.desc() if back else CHANGE.c.id
    columns = [
        CHANGE.c[name] for name in ("table", "row", "field", "previous_value", "replacement_value")
    ]
    found = connection.execute(
        select(*columns).where(CHANGE.c.action_id == action_id).order_by(order)
    )
    edits: list[_Edit] = []
    for table, row, field, before, after in found:
        wanted, left = (before, after) if back else (after, before)
        if not field:
            edits.append(_whole(table, row, wanted, left))
            continue
        if not edits or edits[-1].whole or (edits[-1].table, edits[-1].row) != (table, row):
            edits.append(_Edit(table, row, {}, whole=False))
        _set_field(edits[-1], field, wanted, left)
    return edits


def _whole(table: str, row: str, wanted: str | None, left: str | None) -> _Edit:
    target = None if wanted is None else row_from_json(KEPT[table].table, wanted)
    answer = None
    if table == "consent" and left is not None:
        answer = json.loads(left).get("answer")
    return _Edit(table, row, target, whole=True, left=answer)


def _set_field(edit: _Edit, field: str, wanted: str, left: str) -> None:
    column = KEPT[edit.table].table.c.get(field)
    if column is None or edit.target is None:
        return
    edit.target[field] = decode(column, json.loads(wanted))
    if field == "answer":
        edit.left = json.loads(left)


def _runs(edits: list[_Edit]) -> Iterator[tuple[str, list[_Edit]]]:
    """Neighbouring edits that can be done together: same table, all gone, all back, or one."""

    def kind(edit: _Edit) -> tuple[str, str]:
        if not edit.whole:
            return edit.table, edit.row
        return edit.table, " gone" if edit.target is None else " back"

    for (table, _), run in groupby(edits, kind):
        yield table, list(run)


class _Replay:
    """Puts the rows of one step to what they were before it (``back``) or after it."""

    def __init__(
        self, connection: Connection, action_id: int, out: frozenset[str], *, back: bool
    ) -> None:
        """``out``: ids of businesses that stay as they are, or away."""
        self.connection = connection
        self._out = out
        self._newcomers = Newcomers(connection)
        self.touched: set[str] = set()
        self.gone: list[int] = []
        self._now = utc_now()
        self._made = _creations(connection, action_id) if back else set[str]()
        self._printed = _printed(connection, self._made)
        self._refusals = Refusals(connection, action_id)

    def forgotten(self) -> set[str]:
        """The ids of businesses that it made like one that asked to be forgotten."""
        found = self._newcomers.found()
        return {one for one, (_, match) in found.items() if match is Match.SAME}

    def run(self, kept: Kept, edits: list[_Edit]) -> None:
        """Replay neighbouring edits of one table."""
        for some in search.chunks(edits, search.CHUNK):
            current = self._current(kept, [edit.row for edit in some])
            if kept.table is CONSENT:
                self._answers(some, current)
                continue
            allowed = [edit for edit in some if self._may(kept, edit, current.get(edit.row))]
            self._remove(kept, [current[e.row] for e in allowed if e.target is None])
            self._put_back(kept, [e for e in allowed if e.target and e.row not in current])
            for edit in allowed:
                if edit.target and edit.row in current:
                    self._change(kept, current[edit.row], edit.target)

    def _may(self, kept: Kept, edit: _Edit, current: dict[str, Any] | None) -> bool:
        """Whether an edit is still due: the row is there to change, and no refusal is lost."""
        if self._is_out(edit):
            return False
        if current is None:
            return edit.target is not None and edit.whole
        return not (edit.target is None and current.get("business_id") in self._printed)

    def _is_out(self, edit: _Edit) -> bool:
        row = edit.target or {}
        owners = {row.get(name) for name in ("business_id", "first", "second")}
        return not self._out.isdisjoint({edit.row.partition("/")[0], *owners})

    def _remove(self, kept: Kept, rows: list[dict[str, Any]]) -> None:
        if kept.table is BUSINESS:
            for row in rows:
                if row["id"] in self._printed:
                    # kept, with its answers, so that what was printed can be recalled
                    self._change(kept, row, {"review_state": ReviewState.ARCHIVED.value})
            rows = [row for row in rows if row["id"] not in self._printed]
            self.gone += [row["row_id"] for row in rows]
            self.touched.difference_update(row["id"] for row in rows)
        self._touch(kept, rows)
        self._notice(kept, rows)
        if rows:
            self.connection.execute(delete(kept.table).where(_among(kept, rows)))

    def _put_back(self, kept: Kept, edits: list[_Edit]) -> None:
        rows = [edit.target for edit in edits if edit.target is not None]
        rows = self._owned(kept, rows)
        if not rows:
            return
        if kept.table is BUSINESS:
            for row in rows:
                row |= {"version": row["version"] + 1, "last_modified": self._now}
            self._newcomers.adds(row["id"] for row in rows)
        self._notice(kept, rows)
        self.connection.execute(insert(kept.table), rows)
        self._touch(kept, rows)

    def _owned(self, kept: Kept, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """The rows whose business is there: an earlier step may have kept it out."""
        names = [name for name in ("business_id", "first", "second") if name in kept.table.c]
        if not (names and rows and self._newcomers.stones.any):
            return rows
        wanted = {row[name] for row in rows for name in names}
        there = {one["id"] for one in rows_by(self.connection, BUSINESS, "id", wanted)}
        return [row for row in rows if all(row[name] in there for name in names)]

    def _answers(self, edits: Sequence[_Edit], current: dict[str, dict[str, Any]]) -> None:
        """Answers go back by the rule of the ledger; a yes that was refused since becomes that no.

        Those of a business that goes altogether go with it.
        """
        owners = {_owner(edit) for edit in edits}
        owned = owned_rows(self.connection, CONSENT, owners)
        there = {(one["business_id"], one["channel"]): one for own in owned.values() for one in own}
        known = {row["id"] for row in rows_by(self.connection, BUSINESS, "id", owners)}
        made = self._made - self._printed
        gone = [each.row for each in edits if each.target is None and _owner(each) in made]
        ledger.replay_removal(self.connection, [current[row] for row in gone if row in current])
        for edit in edits:
            owner = _owner(edit)
            row = current.get(edit.row)
            if edit.target is None and owner in made:
                continue
            if edit.target is None and owner in self._printed:
                continue  # it is kept with its answers, so that what was printed can be recalled
            if owner not in known or (row is None and not (edit.whole and edit.target)):
                continue
            target = edit.target
            if target is not None:
                target = self._refusals.held(target if row is None else row | target)
                row = row or there.get((owner, target["channel"]))
            ledger.replay(self.connection, row, target, str(edit.left or ""))

    def _change(self, kept: Kept, current: dict[str, Any], target: dict[str, Any]) -> None:
        if kept.table is BUSINESS:
            target = target | {"version": current["version"] + 1, "last_modified": self._now}
            if "name" in target:
                target["name_folded"] = fold(target["name"])
        where = _among(kept, [current])
        self._notice(kept, [current])
        self.connection.execute(update(kept.table).where(where).values(target))
        self._touch(kept, [current])

    def _notice(self, kept: Kept, rows: Iterable[dict[str, Any]]) -> None:
        """Before something changes by which a business is known again."""
        column = _OWNER.get(kept.table.name)
        if column:
            self._newcomers.touches(row[column] for row in rows)

    def _touch(self, kept: Kept, rows: list[dict[str, Any]]) -> None:
        column = _OWNER.get(kept.table.name)
        if column:
            self.touched.update(row[column] for row in rows)

    def _current(self, kept: Kept, paths: list[str]) -> dict[str, dict[str, Any]]:
        found = self.connection.execute(
            select(kept.table).where(_among(kept, [kept.key_of(path) for path in paths]))
        ).mappings()
        return {kept.path(dict(row)): dict(row) for row in found}


def _owner(edit: _Edit) -> str:
    """The id of the business that an answer is of."""
    return edit.row.partition("/")[0]


def _among(kept: Kept, rows: Sequence[dict[str, Any]]) -> ColumnElement[bool]:
    """The rows with the keys of these."""
    if len(kept.key) == 1:
        name = kept.key[0]
        return kept.table.c[name].in_([row[name] for row in rows])
    columns = tuple_(*(kept.table.c[name] for name in kept.key))
    return columns.in_([tuple(row[name] for name in kept.key) for row in rows])


def _creations(connection: Connection, action_id: int) -> set[str]:
    """The businesses that a step made."""
    made = select(CHANGE.c.row).where(
        CHANGE.c.action_id == action_id,
        CHANGE.c.table == "business",
        CHANGE.c.field == "",
        CHANGE.c.previous_value.is_(None),
    )
    return set(connection.execute(made).scalars())


def _printed(connection: Connection, ids: set[str]) -> set[str]:
    """Which of these were printed since."""
    found = rows_by(connection, PRINT_RUN_ENTRY, "business_id", ids)
    return {row["business_id"] for row in found}
