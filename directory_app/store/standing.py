"""Every refusal that stands in a directory, of entries that are no longer in it as well.

An entry is deleted or merged into another, but its owner's no is not: a backup in which the
entry is still there, with an older yes, must not bring that yes back.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from directory_app.model.ids import new_id
from directory_app.model.ledger import REFUSALS
from directory_app.store.tables import CONSENT, MERGED

#: The table of the connection that ``gather`` makes; its columns are those of consent.
TABLE = "temp.standing"
#: The refusals as SQL lists them.
REFUSED = ", ".join(f"'{answer.value}'" for answer in REFUSALS)
#: What a refused row looks like; one that was taken out keeps its day (model/ledger.py).
IS_REFUSED = f"(answer IN ({REFUSED}) OR refused_on IS NOT NULL)"
_COLUMNS = ", ".join(f'"{column.name}"' for column in CONSENT.columns)
_FROM_JSON = ", ".join(
    f"json_extract(c.previous_value, '$.{column.name}')" for column in CONSENT.columns
)


def gather(connection: Any, schema: str) -> None:
    """Fill TABLE from a database that is attached as ``schema``: a row for each channel.

    A row with a yes is there, too, where an earlier refusal was outranked by a talk.

    Answers of deleted entries are in the history; what was refused of an entry holds for those
    that were merged into it, one by one.
    """
    connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
    connection.execute(
        f"CREATE TABLE {TABLE} AS SELECT {_COLUMNS} FROM {schema}.consent "  # noqa: S608 - names of our own tables
        f"WHERE {IS_REFUSED}"
    )
    connection.execute(
        f"INSERT INTO {TABLE} ({_COLUMNS}) SELECT {_FROM_JSON} FROM {schema}.change c "  # noqa: S608 - the same
        f"WHERE c.id IN ({last_deleted(schema)}) "
        f"AND ({refused_in('c.previous_value')})"
    )
    for dropped, kept in _merges(connection, schema):
        _hold_for(connection, dropped, kept)


def fill(connection: Any, rows: Iterable[Mapping[str, Any]]) -> None:
    """Fill TABLE with rows of consent that are known from elsewhere, as the driver keeps them."""
    names = [column.name for column in CONSENT.columns]
    connection.execute(f"DROP TABLE IF EXISTS {TABLE}")
    connection.execute(f"CREATE TABLE {TABLE} AS SELECT {_COLUMNS} FROM main.consent WHERE 0")  # noqa: S608 - names of our own tables
    connection.executemany(
        f"INSERT INTO {TABLE} ({_COLUMNS}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608 - the same
        [[row[name] for name in names] for row in rows],
    )


def refused_in(column: str) -> str:
    """SQL for whether a row of the history, as JSON, is one of a refusal that stands."""
    return (
        f"json_extract({column}, '$.answer') IN ({REFUSED}) OR "
        f"(json_extract({column}, '$.answer') <> 'yes' "
        f"AND json_extract({column}, '$.refused_on') IS NOT NULL)"
    )


def last_deleted(schema: str) -> str:
    """SQL for the last change, a deletion, of each answer whose entry is gone."""
    return (
        f"SELECT max(d.id) FROM {schema}.change d JOIN {schema}.action a ON a.id = d.action_id "  # noqa: S608 - the same
        "WHERE a.undone = 0 AND d.\"table\" = 'consent' AND d.field = '' "
        "AND d.replacement_value IS NULL "
        f'AND substr(d."row", 1, 36) NOT IN (SELECT id FROM {schema}.business) '
        'GROUP BY d."row"'
    )


def _merges(connection: Any, schema: str) -> list[tuple[str, str]]:
    """(dropped, kept) of the merges that stand, the last one first."""
    return list(
        connection.execute(
            f"SELECT json_extract(c.replacement_value, '$'), c.\"row\" FROM {schema}.change c "  # noqa: S608 - the same
            f"JOIN {schema}.action a ON a.id = c.action_id "
            "WHERE a.undone = 0 AND a.kind = 'merge' AND c.field = ? ORDER BY c.id DESC",
            (MERGED,),
        )
    )


def _hold_for(connection: Any, dropped: str, kept: str) -> None:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM {TABLE} WHERE business_id = ?",  # noqa: S608 - the same
        (kept,),
    ).fetchall()
    names = [column.name for column in CONSENT.columns]
    marks = ", ".join("?" * len(names))
    for row in rows:
        values = dict(zip(names, row, strict=True))
        there = (dropped, values["channel"])
        known = f"SELECT 1 FROM {TABLE} WHERE business_id = ? AND channel = ?"  # noqa: S608 - the same
        if connection.execute(known, there).fetchone() is None:
            copy = values | {"id": new_id(), "business_id": dropped}
            sql = f"INSERT INTO {TABLE} ({_COLUMNS}) VALUES ({marks})"  # noqa: S608 - the same
            connection.execute(sql, [copy[name] for name in names])
