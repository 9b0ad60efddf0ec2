"""What is done to a street file once all rows are in: order, indexes, and views from afar."""

import sqlite3
from collections import defaultdict
from typing import Any

from directory_app.maps.streets import schema
from directory_app.maps.streets.classes import RoadClass
from directory_app.maps.streets.geometry import box, join, pack, simplify, unpack
from directory_app.progress import Progress

#: Two points of one address nearer than this (about 50 m) are one: a shop in a house that has
#: the number, too. Farther ones stay, and a look-up finds two candidates.
SAME_PLACE = 5_000
#: A view from afar: its level, the least important class in it, and how far a line may be off
#: (town: 8 m, county: 40 m, state: 160 m).
LEVELS = (
    (1, RoadClass.TERTIARY, 700),
    (2, RoadClass.SECONDARY, 3_600),
    (3, RoadClass.PRIMARY, 14_000),
)


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """One more than the highest id."""
    query = f"SELECT coalesce(max(id), 0) + 1 FROM {table}"  # noqa: S608 - a table of ours
    return int(connection.execute(query).fetchone()[0])


def forget(connection: sqlite3.Connection, layer: str) -> None:
    """Take out all rows that came from this layer."""
    row = connection.execute("SELECT id FROM source WHERE layer = ?", (layer,)).fetchone()
    if row is None:
        return
    remove = "SELECT id FROM street WHERE source = ?"
    connection.execute(f"DELETE FROM alias WHERE street IN ({remove})", row)  # noqa: S608
    for table, tree in schema.BOXED:
        inner = f"SELECT id FROM {table} WHERE source = ?"  # noqa: S608 - tables of ours
        connection.execute(f"DELETE FROM {tree} WHERE id IN ({inner})", row)  # noqa: S608
    for table in schema.SOURCED:
        connection.execute(f"DELETE FROM {table} WHERE source = ?", row)  # noqa: S608
    connection.execute("DELETE FROM source WHERE id = ?", row)


def one_of_each_layer(connection: sqlite3.Connection) -> None:
    """Keep the lines of ROADS or EDGES and the numbers of ADDRFEAT where a county has several."""
    layers = dict(connection.execute("SELECT layer, id FROM source").fetchall())
    for layer, number in layers.items():
        county, _, kind = layer.rpartition(" ")
        roads = layers.get(f"{county} roads"), layers.get(f"{county} edges")
        if kind == "addrfeat" and any(roads):
            _forget_streets(connection, number)
        if kind == "edges" and layers.get(f"{county} addrfeat"):
            connection.execute("DELETE FROM range WHERE source = ?", (number,))
        if kind == "roads" and roads[1]:
            _forget_streets(connection, number)


def _forget_streets(connection: sqlite3.Connection, source: int) -> None:
    inner = "SELECT id FROM street WHERE source = ?"
    connection.execute(f"DELETE FROM alias WHERE street IN ({inner})", (source,))  # noqa: S608
    connection.execute(f"DELETE FROM street_box WHERE id IN ({inner})", (source,))  # noqa: S608
    connection.execute("DELETE FROM street WHERE source = ?", (source,))


def finish(
    connection: sqlite3.Connection, meta: dict[str, str], progress: Progress
) -> dict[str, int]:
    """Indexes, one row an address, keys, views from afar, and ``meta``; how many rows there are."""
    progress(0, 0, "Making the index")
    for statement in schema.INDEXES:
        connection.execute(statement)
    _one_row_an_address(connection)
    _keys(connection)
    _cities(connection)
    _overviews(connection, progress)
    counts = _counts(connection)
    values = meta | {f"count.{table}": str(rows) for table, rows in counts.items()}
    values["bounds"] = _bounds(connection)
    connection.executemany("INSERT OR REPLACE INTO meta VALUES (?,?)", list(values.items()))
    return counts


def shrink(connection: sqlite3.Connection) -> None:
    """Give back the room of rows that are gone, where that is a quarter of the file or more."""
    pages, free = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count")
    )
    if 4 * free > pages:
        connection.execute("VACUUM")


def _one_row_an_address(connection: sqlite3.Connection) -> None:
    """Neighbours in order of longitude are compared, not all pairs: a road may have number 0
    fifty thousand times.
    """  # noqa: D205 - a sentence of two lines
    connection.execute(
        "DELETE FROM addr WHERE id IN (SELECT id FROM (SELECT id,"
        " longitude - lag(longitude) OVER same AS east, latitude - lag(latitude) OVER same AS north"
        " FROM addr WINDOW same AS (PARTITION BY key, number_value, number, unit, city_key"
        " ORDER BY longitude, latitude)) WHERE abs(east) < ?1 AND abs(north) < ?1)",
        (SAME_PLACE,),
    )
    # a shop often lacks the town that its building has
    connection.execute(
        "DELETE FROM addr AS bare WHERE city_key = '' AND EXISTS (SELECT 1 FROM addr AS told"
        " WHERE told.key = bare.key AND told.number_value = bare.number_value"
        " AND told.city_key <> '' AND told.number = bare.number AND told.unit = bare.unit"
        " AND abs(told.longitude - bare.longitude) < ?1"
        " AND abs(told.latitude - bare.latitude) < ?1)",
        (SAME_PLACE,),
    )


def _keys(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM key")
    connection.execute(
        "INSERT INTO key SELECT key FROM street WHERE key <> '' UNION SELECT key FROM alias"
        " UNION SELECT key FROM addr UNION SELECT key FROM range ORDER BY key"
    )


def _cities(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM city")
    connection.execute(
        "INSERT INTO city SELECT city_key, max(city), count(*), min(longitude), max(longitude),"
        " min(latitude), max(latitude) FROM addr WHERE city_key <> '' GROUP BY city_key"
    )


def _overviews(connection: sqlite3.Connection, progress: Progress) -> None:
    connection.execute("DELETE FROM overview")
    connection.execute("DELETE FROM overview_box")
    groups: dict[tuple[str, str, int], list[Any]] = defaultdict(list)
    query = "SELECT name, ref, class, points FROM street WHERE class <= ? OR class >= ?"
    for name, ref, road_class, points in connection.execute(
        query, (LEVELS[0][1], RoadClass.RAILWAY)
    ):
        groups[name, ref, road_class].append(unpack(points))
    rows: list[tuple[Any, ...]] = []
    boxes: list[tuple[int, ...]] = []
    for done, ((name, ref, road_class), lines) in enumerate(groups.items()):
        if done % 500 == 0:
            progress(done, len(groups), "Drawing the main roads from afar")
        for line in join(lines):
            for level, least, tolerance in LEVELS:
                if road_class <= least or road_class >= RoadClass.RAILWAY:
                    seen = simplify(line, tolerance)
                    row = len(rows) + 1
                    rows.append((row, level, name, ref, road_class, pack(seen)))
                    boxes.append((row, level, level, *box(seen)))
    connection.executemany("INSERT INTO overview VALUES (?,?,?,?,?,?)", rows)
    connection.executemany("INSERT INTO overview_box VALUES (?,?,?,?,?,?,?)", boxes)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    counts = {}
    for table in schema.SOURCED:
        query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a table of ours
        counts[table] = int(connection.execute(query).fetchone()[0])
    return counts


def _bounds(connection: sqlite3.Connection) -> str:
    """West, south, east and north in degrees of all there is; empty where there is nothing."""
    row = connection.execute(
        "SELECT min(w), min(s), max(e), max(n) FROM ("
        "SELECT min(west) w, min(south) s, max(east) e, max(north) n FROM street_box UNION ALL "
        "SELECT min(longitude), min(latitude), max(longitude), max(latitude) FROM addr UNION ALL "
        "SELECT min(west), min(south), max(east), max(north) FROM area_box)"
    ).fetchone()
    return "" if row[0] is None else ",".join(f"{value / 1e7:.7f}" for value in row)
