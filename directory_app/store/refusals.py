"""What owners refused after a step: undo and redo may bring no yes back over it.

The history keeps every refusal, also one whose step was taken back. A merge says that two
entries are one business, so what the kept one refused afterwards holds for the dropped one.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from directory_app.model import ledger as model
from directory_app.model.columns import utc_now
from directory_app.model.ledger import NOTHING, State
from directory_app.model.terms import Answer
from directory_app.store import ledger
from directory_app.store.dossier import CHUNK, rows_by
from directory_app.store.search import chunks
from directory_app.store.tables import ACTION, CHANGE, CONSENT, MERGED, row_from_json


class Refusals:
    """The refusals that were recorded after one step, by business and channel."""

    def __init__(self, connection: Connection, action_id: int) -> None:
        self._connection, self._action_id = connection, action_id

    def of(self, business_id: str, channel: str) -> State:
        """What was refused since, of the entry or of one that it was merged into."""
        found = NOTHING
        for one in sorted(self._one_business(business_id)):
            found = model.merge(found, self._later.get((one, channel), NOTHING))
        return found

    def of_all(self, ids: Collection[str]) -> list[tuple[str, State]]:
        """What each of these refused, a state a channel."""
        return [(one, state) for (one, _), state in self._later.items() if one in ids]

    def held(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row of the history that would come back, with what was refused since."""
        state = model.merge(ledger.state_of(row), self.of(row["business_id"], row["channel"]))
        return row | (ledger.columns_of(state) if state.present is not None else {})

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
    def _later(self) -> dict[tuple[str, str], State]:
        """Every later refusal as one, by (business_id, channel)."""
        found: dict[tuple[str, str], State] = defaultdict(lambda: NOTHING)
        for row in self._stated():
            state = ledger.state_of(row, _today())
            if state.refusal is not None:
                key = row["business_id"], row["channel"]
                found[key] = model.merge(found[key], state)
        return dict(found)

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
            elif field == "refused_on" and known is not None and json.loads(after or "null"):
                on = dt.date.fromisoformat(json.loads(after))
                stated.append(known | {"answer": Answer.NOT_ASKED.value, "refused_on": on})
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


def _today() -> dt.date:
    return utc_now().date()
