"""Filling a file of street data. A reader calls ``street``, ``address`` and so on, in any order.

The file that is written to is nobody's yet, so it has no journal and is not synced row by row;
``files.making`` gives it its name when it is whole.
"""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from directory_app.maps.streets import finishing, schema
from directory_app.maps.streets.classes import RoadClass
from directory_app.maps.streets.geometry import box, pack, pack_rings
from directory_app.maps.streets.names import street_key, town_key
from directory_app.progress import Progress, silent

#: Rows held before they are written. Streets are sorted by place, so that those of one view
#: lie together on the disk.
BATCH = 100_000
_NUMBER = re.compile(r"\D*(\d{1,9})")
#: Texts are cut to this; no street or town is that long.
LONGEST = 200


class Writer:
    """One region's file while it is made. Coordinates are whole ten-millionths of a degree."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``; a new one gets its tables."""
        self._connection = sqlite3.connect(path, isolation_level=None, cached_statements=32)
        for pragma in (
            "journal_mode=OFF",
            "synchronous=OFF",
            "locking_mode=EXCLUSIVE",
            "temp_store=MEMORY",
            "cache_size=-64000",
        ):
            self._connection.execute(f"PRAGMA {pragma}")
        if not self._connection.execute("PRAGMA user_version").fetchone()[0]:
            self._connection.executescript(schema.TABLES)
            self._connection.execute(f"PRAGMA application_id={schema.APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version={schema.FORMAT}")
        self._connection.execute("BEGIN")
        #: rows by table, once finished
        self.counts: dict[str, int] = {}
        self._source = 0
        self._streets: list[tuple[int, str, str, str, int, bytes, tuple[int, int, int, int]]] = []
        self._aliases: list[tuple[str, ...]] = []
        self._addresses: list[tuple[object, ...]] = []
        self._ranges: list[tuple[object, ...]] = []
        self._next_street = finishing.next_id(self._connection, "street")

    def begin(self, layer: str, file: str) -> None:
        """What follows comes from this file; what an older file of the layer gave is taken out."""
        self._flush()
        finishing.forget(self._connection, layer)
        made_at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        self._source = self._connection.execute(
            "INSERT INTO source(layer, file, made_at) VALUES (?,?,?) RETURNING id",
            (layer, file, made_at),
        ).fetchone()[0]

    def street(
        self,
        name: str,
        road_class: RoadClass,
        points: Sequence[int],
        ref: str = "",
        other_names: Iterable[str] = (),
    ) -> None:
        """A line of two points or more. ``ref`` is its highway numbers: ``US 70;NM 14``."""
        west, east, south, north = bounds = box(points)
        cell = (south + north >> 18) << 20 | (west + east >> 18) + 0x80000
        named = road_class < RoadClass.RAILWAY
        key = street_key(name) if named else ""
        aliases: tuple[str, ...] = ()
        if named and (ref or other_names):
            keys = map(street_key, (*other_names, *ref.split(";")))
            aliases = tuple({other for other in keys if other and other != key})
        self._streets.append((cell, name, key, ref, road_class, pack(points), bounds))
        self._aliases.append(aliases)
        if len(self._streets) >= BATCH:
            self._flush_streets()

    def address(
        self,
        number: str,
        street: str,
        place: tuple[int, int],
        *,
        unit: str = "",
        city: str = "",
        postal_code: str = "",
    ) -> None:
        """A house number at ``place`` (longitude, latitude). 12 in ``12-B`` is its value."""
        found = _NUMBER.match(number)
        key = street_key(street)
        if not found or not key:
            return
        self._addresses.append(
            (number, int(found[1]), street, key, unit, city, town_key(city), postal_code,
             *place, self._source)
        )  # fmt: skip
        if len(self._addresses) >= BATCH:
            self._flush_addresses()

    def range(
        self,
        street: str,
        ends: tuple[int, int],
        points: Sequence[int],
        *,
        side: str = "",
        parity: str = "",
        prefix: str = "",
        city: str = "",
        postal_code: str = "",
    ) -> None:
        """House numbers ``ends[0]`` at points[0] to ``ends[1]`` at the end; parity E, O or B."""
        key = street_key(street)
        if not key:
            return
        self._ranges.append(
            (key, street, side, *ends, parity or parity_of(*ends), prefix,
             town_key(city), postal_code, pack(points), self._source)
        )  # fmt: skip
        if len(self._ranges) >= BATCH:
            self._flush_addresses()

    def area(self, kind: str, name: str, rings: Sequence[Sequence[int]]) -> None:
        """Water, a park or a town's built-up ground. Rings are closed and fill even-odd."""
        boxes = [box(ring) for ring in rings]
        west, east = min(each[0] for each in boxes), max(each[1] for each in boxes)
        south, north = min(each[2] for each in boxes), max(each[3] for each in boxes)
        size = max(east - west, north - south)
        row = self._connection.execute(
            "INSERT INTO area(kind, name, size, rings, source) VALUES (?,?,?,?,?)",
            (kind, name, size, pack_rings(rings), self._source),
        ).lastrowid
        self._connection.execute(
            "INSERT INTO area_box VALUES (?,?,?,?,?)", (row, west, east, south, north)
        )

    def town(self, name: str, kind: str, place: tuple[int, int], population: int = 0) -> None:
        """A town, village or quarter. ``kind`` is OSM's value of ``place``."""
        self._connection.execute(
            "INSERT INTO town(name, key, kind, longitude, latitude, population, source)"
            " VALUES (?,?,?,?,?,?,?)",
            (name, town_key(name), kind, *place, population, self._source),
        )

    def drop_what_is_there_twice(self) -> None:
        """TIGER has each street in ADDRFEAT, ROADS and EDGES; one of them is enough."""
        self._flush()
        finishing.one_of_each_layer(self._connection)

    def finish(self, meta: dict[str, str], progress: Progress = silent) -> None:
        """Write what is left, the indexes and the views from afar, and ``meta``; then close."""
        self._flush()
        self.counts = finishing.finish(self._connection, meta, progress)
        self._connection.execute("COMMIT")
        finishing.shrink(self._connection)
        self.close()

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._connection.close()

    def _flush(self) -> None:
        self._flush_streets()
        self._flush_addresses()

    def _flush_streets(self) -> None:
        order = sorted(range(len(self._streets)), key=lambda at: self._streets[at][0])
        streets, aliases = self._streets, self._aliases
        rows, boxes, others = [], [], []
        for number, at in enumerate(order, self._next_street):
            _, name, key, ref, road_class, points, bounds = streets[at]
            rows.append((number, name, key, ref, road_class, points, self._source))
            boxes.append((number, *bounds))
            others += [(other, number) for other in aliases[at]]
        run = self._connection.executemany
        run("INSERT INTO street VALUES (?,?,?,?,?,?,?)", rows)
        run("INSERT INTO street_box VALUES (?,?,?,?,?)", boxes)
        run("INSERT INTO alias VALUES (?,?)", sorted(others))
        self._next_street += len(rows)
        self._streets, self._aliases = [], []

    def _flush_addresses(self) -> None:
        run = self._connection.executemany
        run("INSERT INTO addr VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)", self._addresses)
        run("INSERT INTO range VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)", self._ranges)
        self._addresses, self._ranges = [], []


def parity_of(first: int, last: int) -> str:
    """E or O where both ends are even or odd, else B."""
    if (first ^ last) & 1:
        return "B"
    return "O" if first & 1 else "E"
