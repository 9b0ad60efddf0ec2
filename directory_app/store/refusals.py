"""What owners refused after a step: undo and redo may bring no yes back over it.

The history keeps every refusal, also one whose step was taken back. A merge says that two
entries are one business, so what the kept one refused afterwards holds for the dropped one.
"""

import json
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from directory_app.model.terms import Answer
from directory_app.store import answers
from directory_app.store.dossier import CHUNK, rows_by
from directory_app.store.search import chunks
from directory_app.store.tables import ACTION, CHANGE, CONSENT, row_from_json

#: The field of a Change that says which entry (by id) a merge took into this one.
MERGED = "merged"


class Refusals:
    """The refusals that were recorded after one step, by business and channel."""

    def __init__(self, connection: Connection, action_id: int) -> None:
        self._connection, self._action_id = connection, action_id

    def instead_of(self, yes: dict[str, Any]) -> dict[str, Any] | None:
        """What a yes that would come back has to say instead; None if nobody refused since."""
        found = None
        for one in sorted(self._one_business(yes["business_id"])):
            refused = self._later.get((one, yes["channel"]))
            if refused and (found is None or _stricter(refused, found)):
                found = refused
        return found

    def _one_business(self, business_id: str) -> set[str]:
        """The entry and those that it was merged into, at this step or later, one by one."""
        same = {business_id}
        for dropped, kept in self._merges:
            if dropped in same:
                same.add(kept)
        return same

    @cached_property
    def _merges(self) -> list[tuple[str, str]]:
        """(dropped, kept) of the merges from this step on, in their order."""
        rows = self._connection.execute(
            select(CHANGE.c.replacement_value, CHANGE.c.row)
            .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
            .where(
                ACTION.c.kind == "merge",
                CHANGE.c.action_id >= self._action_id,
                CHANGE.c.field == MERGED,
            )
            .order_by(CHANGE.c.id)
        )
        return [(json.loads(dropped), kept) for dropped, kept in rows]

    @cached_property
    def _later(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The fields of the strictest later refusal, by (business_id, channel)."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for row in self._stated():
            key = row["business_id"], row["channel"]
            if row["answer"] in answers.REFUSALS and _stricter(row, found.get(key)):
                found[key] = {name: row[name] for name in answers.FIELDS}
        return found

    def _stated(self) -> list[dict[str, Any]]:
        """Consent rows as later steps wrote or left them."""
        wrote = self._connection.execute(
            select(CHANGE.c.row, CHANGE.c.field, CHANGE.c.replacement_value)
            .where(CHANGE.c.action_id > self._action_id, CHANGE.c.table == CONSENT.name)
            .order_by(CHANGE.c.id)
        ).all()
        ids = {path.split("/")[-1] for path, *_ in wrote}
        rows = {row["id"]: row for row in rows_by(self._connection, CONSENT, "id", ids)}
        gone = self._whole([path for path, *_ in wrote if path.split("/")[-1] not in rows])
        stated = list(rows.values())
        for path, field, after in wrote:
            known = rows.get(path.split("/")[-1]) or gone.get(path)
            if not field and after is not None:
                stated.append(_plain(after))
            elif field == "answer" and known is not None:
                stated.append(known | {"answer": json.loads(after), "review_by": None})
        return stated

    def _whole(self, paths: list[str]) -> dict[str, dict[str, Any]]:
        """Consent rows that are gone, as the history has them."""
        found: dict[str, dict[str, Any]] = {}
        for some in chunks(list(dict.fromkeys(paths)), CHUNK):
            query = select(CHANGE).where(
                CHANGE.c.table == CONSENT.name, CHANGE.c.row.in_(some), CHANGE.c.field == ""
            )
            for row in self._connection.execute(query).mappings():
                text = row["replacement_value"] or row["previous_value"]
                found[row["row"]] = _plain(text or "{}")
        return found


def _plain(text: str) -> dict[str, Any]:
    return row_from_json(CONSENT, text)


def _stricter(one: dict[str, Any], other: dict[str, Any] | None) -> bool:
    if other is None:
        return True
    return answers.STRICTNESS[Answer(one["answer"])] >= answers.STRICTNESS[Answer(other["answer"])]
