"""Taking one earlier step back, as a new step: only where nothing was changed since.

An owner's word outlives our mistakes: no answer of "no" or "withdrawn" becomes a yes by it.

The rows of a step as they stand now, read in one go before any of them is taken back.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, or_, select

from directory_app.errors import UserError
from directory_app.model import homes
from directory_app.model.terms import Answer, Match
from directory_app.progress import Progress, silent
from directory_app.store import ledger
from directory_app.store.dossier import Row, rows_by
from directory_app.store.labels import StepLabel
from directory_app.store.refusals import Refusals
from directory_app.store.search import chunks
from directory_app.store.step import UNRECORDED, Step
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    EVENT_ENTRY,
    KEPT,
    NOT_DUPLICATE,
    PHONE,
    PRINT_RUN_ENTRY,
    Kept,
    decode,
    encode,
    row_from_json,
)
from directory_app.store.tombstones import Tombstones

#: Ranges of the index in one query.
_RANGES = 200


class StandingRows:
    """``paths``: the rows of a step, each with its table. Each is read once, at the start."""

    def __init__(self, connection: Connection, paths: Iterable[tuple[str, str]]) -> None:
        self._connection = connection
        self._rows: dict[tuple[str, ...], Row] = {}
        by_table: dict[str, list[str]] = defaultdict(list)
        for table, path in paths:
            by_table[table].append(path)
        for table, some in by_table.items():
            kept = KEPT[table]
            first = kept.key[0]
            for row in rows_by(
                connection, kept.table, first, (kept.key_of(path)[first] for path in some)
            ):
                self._rows[(table, *(str(row[name]) for name in kept.key))] = row

    def of(self, kept: Kept, path: str) -> Row | None:
        """A row, None where there is none."""
        return self._rows.get((kept.table.name, *kept.key_of(path).values()))


def printed(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Which of these businesses are on a print run."""
    found = rows_by(connection, PRINT_RUN_ENTRY, "business_id", ids)
    return {row["business_id"] for row in found}


def named(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Which of them a choice for an event, or "not a duplicate", is about."""
    wanted = list(ids)
    found = {row["business_id"] for row in rows_by(connection, EVENT_ENTRY, "business_id", wanted)}
    for side in ("first", "second"):
        found |= {row[side] for row in rows_by(connection, NOT_DUPLICATE, side, wanted)}
    return found


def touched_since(connection: Connection, owners: Iterable[str], action_id: int) -> set[str]:
    """Of which a later step that is in force changed what belongs to them."""
    found: set[str] = set()
    for some in chunks(sorted(owners), _RANGES):
        query = (
            select(CHANGE.c.row)
            .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
            .where(
                or_(*map(_belongs, some)),
                CHANGE.c.table.in_(KEPT),
                CHANGE.c.action_id > action_id,
                ACTION.c.undone.is_(False),
            )
        )
        found |= {path.partition("/")[0] for path in connection.execute(query).scalars()}
    return found


def _belongs(owner: str) -> ColumnElement[bool]:
    return (CHANGE.c.row > f"{owner}/") & (CHANGE.c.row < f"{owner}0")


#: Why a change stays as it is.
CHANGED, REFUSED, PRINTED, GONE, WITHDREW = "changed", "refused", "printed", "gone", "withdrew"
#: Children go before the business that they belong to, and come after it.
_LAST = ("business", "event")
TELL_EVERY = 500
#: The rows of a step: table, path, and the changes of each.
Rows = list[tuple[str, str, list[Row]]]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that was not taken back: its field ("" for a whole row), and why not.

    ``why``: ``changed`` since, ``refused`` (the owner's no stays), ``printed`` since, ``gone``
    (what it belonged to is not there), ``withdrew`` (who it was about is forgotten for good).
    """

    table: str
    row: str
    field: str
    why: str


@dataclass(frozen=True, slots=True)
class Reverted:
    """What came of it: how many changes were taken back, and which stay."""

    label: StepLabel
    done: int
    conflicts: tuple[Conflict, ...]


def find(connection: Connection, action_id: int) -> Row:
    """The step, if it is there and in force; UserError where it is not."""
    row = connection.execute(select(ACTION).where(ACTION.c.id == action_id)).mappings().first()
    if row is None:
        raise UserError("This step is not in the history any more.", "Look at the list again.")
    if row["undone"]:
        raise UserError("This step is taken back already.", "Redo brings it back.")
    return dict(row)


def revert(step: Step, action_id: int, progress: Progress = silent) -> Reverted:
    """Take back what a step changed, row by row, where it is still as the step left it."""
    action = find(step.connection, action_id)
    label = StepLabel(action["kind"], action["label"])
    step.label = label.as_name
    step.takes_back = True
    rows = _rows(step.connection, action_id)
    work = _Revert(step, action_id, rows)
    for table, row, told in rows:
        work.look_at_owner(table, row, told)
    for done, (table, row, told) in enumerate(rows):
        if done % TELL_EVERY == 0:
            progress(done, len(rows), "")
        work.row(table, row, told)
    return Reverted(label, work.done, tuple(work.conflicts))


def _rows(connection: Connection, action_id: int) -> Rows:
    """The rows of a step, each with its changes: those that go first, then fields, then new."""
    query = select(CHANGE).where(CHANGE.c.action_id == action_id, CHANGE.c.table.in_(KEPT))
    found = [dict(row) for row in connection.execute(query.order_by(CHANGE.c.id)).mappings()]
    found.sort(key=lambda row: (row["table"], row["row"]))
    rows = [
        (table, row, list(told))
        for (table, row), told in groupby(found, lambda one: (one["table"], one["row"]))
    ]
    return sorted(rows, key=lambda one: _order(one[0], one[2]))


def _is_whole(told: Sequence[Row]) -> bool:
    """Whether a row came or went, and not only fields of it."""
    return any(not one["field"] for one in told)


def _order(table: str, told: Sequence[Row]) -> int:
    whole = [one for one in told if not one["field"]]
    parent = table in _LAST
    if whole and whole[-1]["replacement_value"] is None:
        return 3 if not parent else 2  # comes back: the business before what belongs to it
    if whole:
        return 1 if parent else 0  # goes: what belongs to it first
    return 1


def _numbers(rows: Rows) -> dict[str, list[str]]:
    """The telephones that would come back, by the id of their business."""
    found: dict[str, list[str]] = {}
    for table, path, told in rows:
        if table == PHONE.name and _is_whole(told) and (was := told[0]["previous_value"]):
            number = row_from_json(PHONE, was)["number"]
            found.setdefault(path.partition("/")[0], []).append(number)
    return found


class _Revert:
    """Takes rows back within one step."""

    def __init__(self, step: Step, action_id: int, rows: Rows) -> None:
        self.step = step
        self.connection = step.connection
        self.done = 0
        self.conflicts: list[Conflict] = []
        self._stay: set[str] = set()
        self._going: set[str] = set()
        self._refusals = Refusals(self.connection, action_id)
        self._stones = Tombstones(self.connection)
        self._numbers = _numbers(rows)
        self._standing = StandingRows(self.connection, ((table, path) for table, path, _ in rows))
        owners = {path for table, path, told in rows if table in _LAST and _is_whole(told)}
        self._printed = printed(self.connection, owners)
        self._named = named(self.connection, owners)
        self._touched = touched_since(self.connection, owners, action_id)

    def look_at_owner(self, table: str, path: str, told: list[Row]) -> None:
        """A business or event that has to stay keeps all that came with it."""
        kept = KEPT[table]
        whole = [one for one in told if not one["field"]]
        current = self._standing.of(kept, path) if table in _LAST and whole else None
        if current is None or whole[-1]["replacement_value"] is None:
            return
        why = self._reason_to_stay(kept, path, told, current)
        if why:
            self._stay.add(path)
            self._keep(kept, path, "", why)
        else:
            self._going.add(path)

    def row(self, table: str, path: str, told: list[Row]) -> None:
        """One row: it goes, comes back, or gets its fields back."""
        if path.partition("/")[0] in self._stay:
            return
        kept = KEPT[table]
        whole = [one for one in told if not one["field"]]
        current = self._standing.of(kept, path)
        if not whole:
            self._fields(kept, path, told, current)
        elif whole[0]["previous_value"] is None and whole[-1]["replacement_value"] is not None:
            self._remove(kept, path, told, current)
        elif whole[-1]["replacement_value"] is None and whole[0]["previous_value"] is not None:
            self._bring_back(kept, path, whole[0]["previous_value"], current)

    def _keep(self, kept: Kept, path: str, field: str, why: str) -> None:
        self.conflicts.append(Conflict(kept.table.name, path, field, why))

    # fields

    def _fields(self, kept: Kept, path: str, told: list[Row], current: Row | None) -> None:
        told = [one for one in told if kept.table.c.get(one["field"]) is not None]
        if not told:
            return  # facts that no column holds
        if current is None:
            self._keep(kept, path, told[0]["field"], GONE)
            return
        wanted, since = self._wanted(kept, told, current)
        if kept.table.name == "consent":
            self._answer(kept, path, current, current | wanted, since)
            return
        for field in since:
            self._keep(kept, path, field, CHANGED)
        if wanted:
            self._set(kept, current, wanted)

    def _answer(
        self, kept: Kept, path: str, current: Row, before: Row | None, since: list[str]
    ) -> None:
        """An answer is one thing: all of it goes back or nothing, and no yes over a refusal."""
        state = ledger.state_of(current)
        if before is not None and before["answer"] == Answer.YES and state.needs_asking_again:
            self._keep(kept, path, "answer", REFUSED)
        elif set(since) - {"refused_on", "recorded_at"}:
            self._keep(kept, path, "answer", CHANGED)
        else:
            size = self.step.size
            ledger.revert(self.step, current, before, current["answer"])
            self.done += self.step.size > size

    @staticmethod
    def _wanted(kept: Kept, told: list[Row], current: Row) -> tuple[Row, list[str]]:
        """What fields were before the step, and which of them were changed since."""
        first = {one["field"]: one for one in reversed(told)}
        last = {one["field"]: one for one in told}
        wanted, since = {}, []
        for field in first:
            column = kept.table.c[field]
            if current[field] == _value(column, last[field]["replacement_value"]):
                wanted[field] = _value(column, first[field]["previous_value"])
            else:
                since.append(field)
        return wanted, since

    def _set(self, kept: Kept, current: Row, wanted: Row) -> None:
        if kept.table is BUSINESS:
            after = current | wanted
            if homes.is_home(after) and not homes.is_home(current):
                self.step.at_home.add(current["id"])
            wanted = wanted | homes.to_blank(after)
        before = self.step.size
        self.step.update(kept.table.name, current, wanted)
        self.done += self.step.size - before

    # whole rows

    def _remove(self, kept: Kept, path: str, told: list[Row], current: Row | None) -> None:
        if current is None:
            return  # somebody took it out already
        why = self._reason_to_stay(kept, path, told, current)
        if why:
            self._keep(kept, path, "", why)
            return
        if kept.table.name == "consent":
            self._remove_answer(current)
        else:
            self.step.delete(kept.table.name, [current])
        self.done += 1

    def _remove_answer(self, current: Row) -> None:
        """It goes with its business; one of a business that stays leaves its refusal."""
        if current["business_id"] in self._going:
            ledger.remove_rows(self.step, [current])
        else:
            ledger.revert(self.step, current, None, current["answer"])

    def _reason_to_stay(self, kept: Kept, path: str, told: list[Row], current: Row) -> str:
        if kept.table is BUSINESS and current["id"] in self._printed:
            return PRINTED
        made = row_from_json(
            kept.table, [o for o in told if not o["field"]][-1]["replacement_value"]
        )
        for one in told:
            if one["field"] and kept.table.c.get(one["field"]) is not None:
                made[one["field"]] = _value(kept.table.c[one["field"]], one["replacement_value"])
        ours = UNRECORDED | {"row_id"}
        if any(encode(current[name]) != encode(made[name]) for name in made if name not in ours):
            return CHANGED
        if kept.table.name in _LAST and path in self._touched | self._named:
            return CHANGED
        return ""

    def _bring_back(self, kept: Kept, path: str, was: str, current: Row | None) -> None:
        if current is not None:
            self._keep(kept, path, "", CHANGED)
            return
        row = row_from_json(kept.table, was)
        if kept.table is BUSINESS:
            why = self._reason_to_go(row)
        else:
            why = "" if self._has_owner(kept, row) else GONE
        if kept.table.name == "consent" and not why:
            why = self._may_answer(row)
        if why:
            self._keep(kept, path, "", why)
            return
        if kept.table.name == "consent":
            ledger.revert(self.step, None, row, "")
        else:
            self.step.insert(kept.table.name, [row])
        self.done += 1

    def _reason_to_go(self, row: Row) -> str:
        """Why a business may not come back: its code is taken, or it withdrew under another."""
        row |= homes.to_blank(row)
        if rows_by(self.connection, BUSINESS, "code", [row["code"]]):
            return CHANGED
        where = (row["address_1"], row["city"])
        numbers = self._numbers.get(row["id"], ())
        return WITHDREW if self._stones.match(row["name"], numbers, *where) is Match.SAME else ""

    def _has_owner(self, kept: Kept, row: Row) -> bool:
        names = [name for name in ("business_id", "first", "second") if name in row]
        ids = {row[name] for name in names}
        return len(rows_by(self.connection, BUSINESS, "id", ids)) == len(ids)

    def _may_answer(self, row: Row) -> str:
        """Why an answer may not come back; a yes that was refused since comes back as that no."""
        own = rows_by(self.connection, KEPT["consent"].table, "business_id", [row["business_id"]])
        if any(one["channel"] == row["channel"] for one in own):
            return CHANGED
        row.update(self._refusals.held(row))
        return ""


def _value(column: Column[Any], text: str | None) -> Any:
    return decode(column, json.loads(text or "null"))
