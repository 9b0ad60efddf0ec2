"""Answers remember the newest refusal: its day stays, also when it was taken out or outranked.

Until now a refusal was one row that the next answer overwrote, and that vanished when it was
cleared. The history tells of each: of "no" and "withdrawn", and of a yes that was taken back. So
what was cleared is a row again that says "not asked" and when it was refused, and a yes that was
said on the day of a refusal or before is that refusal again.
"""

import json
from collections import defaultdict
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

FIELDS = ("answer", "date", "asked_by", "given_by_role", "method", "language", "wording_version")
REFUSALS = ("no", "withdrawn")
Row = dict[str, Any]
Key = tuple[str, str]


def upgrade() -> None:
    for name, kind in (
        ("recorded_at", sa.Text()),
        ("refused_on", sa.Date()),
        ("asked_again_on", sa.Date()),
    ):
        op.add_column("consent", sa.Column(name, kind, nullable=True))
    connection = op.get_bind()
    today = connection.exec_driver_sql("SELECT date('now')").scalar_one()
    told = _History(connection, today)
    there = {
        (row["business_id"], row["channel"]): dict(row)
        for row in connection.exec_driver_sql("SELECT * FROM consent").mappings()
    }
    for key, row in there.items():
        _keep(connection, row, told.refused.get(key), told.written.get(row["id"]), today)
    ids = {row[0] for row in connection.exec_driver_sql("SELECT id FROM business")}
    for key, refusal in told.refused.items():
        if key not in there and key[0] in ids:
            _bring_back(connection, key, refusal)


class _History:
    """The newest refusal of each business and channel, and when each answer was written."""

    def __init__(self, connection: Any, today: str) -> None:
        self.refused: dict[Key, Row] = {}
        self.written: dict[str, str] = {}
        self._today = today
        self._kept_by = dict(
            connection.exec_driver_sql(
                "SELECT json_extract(c.replacement_value, '$'), c.\"row\" FROM change c "
                "JOIN action a ON a.id = c.action_id "
                "WHERE a.kind = 'merge' AND a.undone = 0 AND c.field = 'merged'"
            ).all()
        )
        self._rows: dict[str, Row] = {
            f"{row['business_id']}/{row['id']}": dict(row)
            for row in connection.exec_driver_sql("SELECT * FROM consent").mappings()
        }
        changes = connection.exec_driver_sql(
            'SELECT at, action_id, "row", field, previous_value, replacement_value FROM change '
            "WHERE \"table\" = 'consent' ORDER BY id"
        ).all()
        steps: dict[tuple[int, str], list[Any]] = defaultdict(list)
        for change in changes:
            steps[change[1], change[2]].append(change)
        for (_, path), some in steps.items():
            self._step(path, some)

    def _step(self, path: str, changes: list[Any]) -> None:
        """One row within one step: what it said afterwards, and whether a yes went."""
        at = changes[0][0]
        self.written[path.rsplit("/", maxsplit=1)[-1]] = at
        whole = [json.loads(text) for c in changes for text in c[4:6] if text and not c[3]]
        row = (whole[-1] if whole else self._rows.get(path, {})) | {
            "id": path.rsplit("/", maxsplit=1)[-1]
        }
        before = {c[3]: json.loads(c[4]) for c in changes if c[3] and c[4]}
        after = {c[3]: json.loads(c[5]) for c in changes if c[3] and c[5]}
        gone = any(not c[3] and c[5] is None for c in changes)
        self._rows[path] = row | after
        if "channel" not in row:
            return
        for said in (row | before if before else row, row | after):
            if said.get("answer") in REFUSALS:
                self._refuse(path, said, min(said.get("date") or at[:10], at[:10]), at)
        if gone and row.get("answer") == "yes":
            self._refuse(path, row | {"answer": "not_asked", "date": at[:10]}, at[:10], at)

    def _refuse(self, path: str, row: Row, day: str, at: str) -> None:
        business = path.split("/", maxsplit=1)[0]
        seen = {business}
        while (kept := self._kept_by.get(business)) is not None and kept not in seen:
            seen.add(kept)
            business = kept
        key = business, row["channel"]
        old = self.refused.get(key)
        if old is None or (day, at) >= (old["refused_on"], old["at"]):
            self.refused[key] = row | {"refused_on": min(day, self._today), "at": at}


def _keep(connection: Any, row: Row, told: Row | None, at: str | None, today: str) -> None:
    """Give a stored answer its days; a yes of the day of a refusal or before is none any more."""
    more: Row = {"recorded_at": at}
    if row["answer"] in REFUSALS:
        day = min(row["date"] or (at or today)[:10], today)
        more["refused_on"] = max(day, told["refused_on"]) if told else day
    elif row["answer"] == "yes" and told is not None:
        more["refused_on"] = told["refused_on"]
        if (row["date"] or "") > told["refused_on"]:
            more["asked_again_on"] = row["date"]
        else:
            said = {name: told.get(name) for name in FIELDS}
            more |= {**said, "review_by": None, "recorded_at": told["at"]}
    sets = ", ".join(f'"{name}" = ?' for name in more)
    connection.exec_driver_sql(
        f"UPDATE consent SET {sets} WHERE id = ?", (*more.values(), row["id"])
    )


def _bring_back(connection: Any, key: Key, told: Row) -> None:
    """A refusal that was cleared: nobody is asked, but its day stays."""
    blank = dict.fromkeys(FIELDS, "")
    row = blank | {
        "id": told["id"],
        "business_id": key[0],
        "channel": key[1],
        "answer": "not_asked",
        "date": told["refused_on"],
        "recorded_at": told["at"],
        "refused_on": told["refused_on"],
    }
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" * len(row))
    connection.exec_driver_sql(
        f"INSERT INTO consent ({names}) VALUES ({marks})", tuple(row.values())
    )
