"""The rows of a step as they stand now, read in one go before any of them is taken back."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, or_, select

from directory_app.store.dossier import Row, rows_by
from directory_app.store.search import chunks
from directory_app.store.tables import (
    ACTION,
    CHANGE,
    EVENT_ENTRY,
    KEPT,
    NOT_DUPLICATE,
    PRINT_RUN_ENTRY,
    Kept,
)

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
