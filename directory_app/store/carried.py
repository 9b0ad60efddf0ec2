"""What a restore must not undo: refusals, withdrawals, hidden places, and what was printed.

A backup is an older state, but an owner's no is not: whoever refused, withdrew or asked to be
hidden since then stays so, and what was printed or sent since then did happen.

Every refusal that stands in a directory, of entries that are no longer in it as well.

An entry is deleted or merged into another, but its owner's no is not: a backup in which the
entry is still there, with an older yes, must not bring that yes back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, select

from directory_app.model.ids import ID_LENGTH, new_id
from directory_app.model.known_again import match
from directory_app.model.ledger import REFUSALS
from directory_app.model.terms import LocationVisibility, Match
from directory_app.store import hold, ledger
from directory_app.store.tables import (
    ANOTHER,
    BUSINESS,
    CHANGE,
    CONSENT,
    MERGED,
    OUTBOUND_REQUEST,
    PRINT_RUN,
    PRINT_RUN_ENTRY,
    TOMBSTONE,
)
from directory_app.store.tombstones import KEY_SETTING, Tombstones

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


#: From the most open to the most hidden.
_HIDDEN = tuple(LocationVisibility)
_HERE = "here"
#: A temporary table of ids.
_SAME = "same_here"


@dataclass(frozen=True, slots=True)
class Carried:
    """How many answers, places and print runs were kept as they are now.

    ``homes``: ids of those that are somebody's home by now; their street has to go again.
    """

    refusals: int
    hidden: int
    print_runs: int
    homes: tuple[str, ...] = ()


def same_directory(here: Any, there: Any) -> bool:
    """Whether two databases are states of one directory: they share the key of their stones."""
    query = "SELECT value FROM setting WHERE key = ?"
    mine, theirs = (one.execute(query, (KEY_SETTING,)).fetchone() for one in (here, there))
    return mine is not None and mine == theirs


def carry_over(connection: Any, here: Path, key: bytes | None) -> Carried:
    """Copy into the restored database (``connection``) what holds from the present one."""
    text = "" if key is None else f"x'{key.hex()}'"
    connection.execute(f"ATTACH DATABASE ? AS {_HERE} KEY ?", (str(here), text))
    try:
        connection.execute("BEGIN IMMEDIATE")
        homes = _homes(connection)
        done = Carried(_refusals(connection), _hidden(connection), _runs(connection), homes)
        _add_missing(connection, OUTBOUND_REQUEST)
        _stones(connection)
        _same_here(connection)
        hold.carry_over(connection, _HERE)
        connection.execute("COMMIT")
        return done
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute(f"DETACH DATABASE {_HERE}")


def withdrawn(connection: Connection) -> list[str]:
    """The ids of businesses that a stone stands for, of those too that only the history has."""
    stones = Tombstones(connection)
    if not stones.any:
        return []
    owners = connection.execute(select(func.substr(CHANGE.c.row, 1, ID_LENGTH)).distinct())
    known = {*connection.execute(select(BUSINESS.c.id)).scalars(), *owners.scalars()}
    return sorted(stones.forgotten(known) | _alike(connection, stones))


def _alike(connection: Connection, stones: Tombstones) -> set[str]:
    """The ids of those that are known again by name, telephone and place.

    But for those of which a person said that they are others, and those that stand in the present
    directory as they are: it is that which tells who has gone.
    """
    known = stones.known_here(connection.execute(select(BUSINESS.c.id)).scalars())
    others = select(CHANGE.c.row).where(CHANGE.c.field == ANOTHER)
    said = set(connection.execute(others).scalars())
    tables = connection.exec_driver_sql("SELECT name FROM sqlite_temp_master").scalars()
    if _SAME in set(tables):
        said |= set(connection.exec_driver_sql(f"SELECT id FROM {_SAME}").scalars())  # noqa: S608 - our own name
    return {one for one, (_, traits) in known.items() if match(traits) is Match.SAME} - said


def _refusals(connection: Any) -> int:
    gather(connection, _HERE)
    return take_over(connection)


def take_over(connection: Any) -> int:
    """Let the refusals in standing.TABLE hold in a database; how many answers became another."""
    return ledger.carry_over(connection, TABLE)


def _hidden(connection: Any) -> int:
    ranks = " ".join(f"WHEN '{each.value}' THEN {rank}" for rank, each in enumerate(_HIDDEN))
    mine = f"FROM {_HERE}.business h WHERE h.id = business.id"
    return int(
        connection.execute(
            f"UPDATE main.business AS business SET location_visibility = "  # noqa: S608 - names of our own tables
            f"(SELECT h.location_visibility {mine}) "
            f"WHERE (SELECT CASE h.location_visibility {ranks} END {mine}) > "
            f"CASE location_visibility {ranks} END"
        ).rowcount
    )


def _homes(connection: Any) -> tuple[str, ...]:
    rows = connection.execute(
        f"SELECT b.id FROM main.business b JOIN {_HERE}.business h ON h.id = b.id "  # noqa: S608 - names of our own tables
        "WHERE h.address_type = 'home' AND b.address_type <> 'home' ORDER BY b.id"
    )
    return tuple(row[0] for row in rows)


def _runs(connection: Any) -> int:
    added = _add_missing(connection, PRINT_RUN)
    _add_missing(connection, PRINT_RUN_ENTRY, "WHERE run_id IN (SELECT id FROM main.printrun)")
    # one that was open in the backup is as it ended since; a business that was purged since is
    # told of by its place alone
    _as_here(connection, PRINT_RUN)
    _as_here(connection, PRINT_RUN_ENTRY)
    return added


def _same_here(connection: Any) -> None:
    """Note which businesses stand here and there with the same name, place and telephones."""
    connection.execute(f"CREATE TEMP TABLE {_SAME} (id VARCHAR PRIMARY KEY)")
    connection.execute(
        f"INSERT INTO {_SAME} SELECT b.id FROM main.business b JOIN {_HERE}.business h "  # noqa: S608 - names of our own tables
        "ON h.id = b.id AND h.name = b.name AND h.address_1 = b.address_1 AND h.city = b.city "
        "WHERE NOT EXISTS (SELECT 1 FROM main.phone p WHERE p.business_id = b.id AND p.number "
        f"NOT IN (SELECT number FROM {_HERE}.phone WHERE business_id = b.id))"
    )


def _stones(connection: Any) -> None:
    """Numbers say nothing of a stone, so those of here may be taken there: it gets another."""
    columns = _columns(TOMBSTONE, besides=("id",))
    connection.execute(
        f"INSERT OR IGNORE INTO main.tombstone ({columns}) "  # noqa: S608 - names of our own tables
        f"SELECT {columns} FROM {_HERE}.tombstone"
    )


def _as_here(connection: Any, table: Table) -> None:
    columns, name = _columns(table, besides=("id",)), table.name
    connection.execute(
        f"UPDATE main.{name} AS one SET ({columns}) = (SELECT {columns} FROM "  # noqa: S608 - names of our own tables
        f"{_HERE}.{name} h WHERE h.id = one.id) "
        f"WHERE EXISTS (SELECT 1 FROM {_HERE}.{name} h WHERE h.id = one.id)"
    )


def _add_missing(connection: Any, table: Table, where: str = "") -> int:
    columns = _columns(table)
    done = connection.execute(
        f'INSERT OR IGNORE INTO main."{table.name}" ({columns}) '  # noqa: S608 - names of our own tables
        f'SELECT {columns} FROM {_HERE}."{table.name}" {where}'
    )
    return int(done.rowcount)


def _columns(table: Table, besides: Iterable[str] = ()) -> str:
    return ", ".join(f'"{one.name}"' for one in table.columns if one.name not in besides)
