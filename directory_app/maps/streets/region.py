"""Reading street data for drawing: what lies in a box, coarser the more ground it covers."""

import sqlite3
import threading
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from directory_app.errors import UserError
from directory_app.maps.streets import files
from directory_app.maps.streets.classes import RoadClass
from directory_app.maps.streets.geometry import Box, unpack, unpack_rings
from directory_app.model.geo import Position


class Level(IntEnum):
    """How far away the view is. BLOCK has every line as it is; the others fewer, simplified.

    TOWN down to tertiary roads (8 m), COUNTY to secondary (40 m), STATE to primary (160 m);
    railways and rivers are in all of them.
    """

    BLOCK = 0
    TOWN = 1
    COUNTY = 2
    STATE = 3


class Street(NamedTuple):
    """A line to draw. ``points`` is flat: longitude, latitude, ... in ten-millionths of a degree.

    ``ref`` has the highway numbers: ``US 70;NM 14``.
    """

    road_class: RoadClass
    name: str
    ref: str
    points: "array[int]"


class Area(NamedTuple):
    """Water, a park or a town's ground (``kind``); rings are flat points, filled even-odd."""

    kind: str
    name: str
    rings: tuple["array[int]", ...]


class Town(NamedTuple):
    """A town, village or quarter; population 0 where unknown. ``kind`` is OSM's ``place``."""

    name: str
    kind: str
    position: Position
    population: int


@dataclass(frozen=True, slots=True)
class About:
    """What a region says of itself; bounds are west, south, east, north in degrees.

    ``files`` are the names of the files that it was made from, ``layers`` what each of them is.
    """

    name: str
    kind: str
    source: str
    licence: str
    attribution: str
    made_at: str
    bounds: tuple[float, float, float, float] | None
    counts: dict[str, int]
    files: tuple[str, ...]
    size: int
    layers: tuple[str, ...]


class Region:
    """One file of street data, open for reading. Safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        """Open a finished region; UserError if it is damaged, foreign or from a newer program."""
        files.check(path)
        self.path = path
        self.name = path.name.removesuffix(files.READY).removesuffix(files.SUFFIX)
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self.about = self._about()

    @property
    def attribution(self) -> str:
        """What must be written on every map made with this data."""
        return self.about.attribution

    def streets(
        self, box: Box, level: Level = Level.BLOCK, least_class: int = RoadClass.RIVER
    ) -> Iterator[Street]:
        """Lines that come near the box, those nobody misses first, so that main roads lie on top.

        ``box`` is west, east, south, north in ten-millionths. ``least_class`` leaves out
        streets of a higher class than that, railways and rivers never.
        """
        west, east, south, north = box
        if level is Level.BLOCK:
            rows = self._query(
                "SELECT s.class, s.name, s.ref, s.points FROM street_box b JOIN street s USING (id)"
                " WHERE b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ?"
                " AND (s.class <= ? OR s.class >= ?)",
                (east, west, north, south, least_class, RoadClass.RAILWAY),
            )
        else:
            rows = self._query(
                "SELECT s.class, s.name, s.ref, s.points FROM overview_box b"
                " JOIN overview s USING (id) WHERE b.least <= ? AND b.most >= ?"
                " AND b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ?"
                " AND (s.class <= ? OR s.class >= ?)",
                (level, level, east, west, north, south, least_class, RoadClass.RAILWAY),
            )
        rows.sort(key=itemgetter(0), reverse=True)
        for road_class, name, ref, points in rows:
            yield Street(_CLASSES[road_class], name, ref, unpack(points))

    def areas(self, box: Box, least_size: int = 0) -> Iterator[Area]:
        """Areas near the box that are ``least_size`` long or more, the large ones first."""
        west, east, south, north = box
        rows = self._query(
            "SELECT a.kind, a.name, a.rings, a.size FROM area_box b JOIN area a USING (id)"
            " WHERE b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ? AND a.size >= ?"
            " ORDER BY a.size DESC, a.id",
            (east, west, north, south, least_size),
        )
        for kind, name, rings, _ in rows:
            yield Area(kind, name, tuple(unpack_rings(rings)))

    def towns(self, box: Box) -> list[Town]:
        """Towns in the box, the most populous first."""
        west, east, south, north = box
        rows = self._query(
            "SELECT name, kind, latitude / 1e7, longitude / 1e7, population FROM town"
            " WHERE longitude BETWEEN ? AND ? AND latitude BETWEEN ? AND ?"
            " ORDER BY population DESC, name",
            (west, east, south, north),
        )
        return [Town(name, kind, Position(y, x), people) for name, kind, y, x, people in rows]

    def close(self) -> None:
        """Let go of the file. Nobody may be reading."""
        for connection in self._all:
            connection.close()
        self._all.clear()
        self._local = threading.local()

    def _query(self, sql: str, values: tuple[object, ...] = ()) -> list[Any]:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # one that an import is about to replace stays readable: it keeps its open file
            uri = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
            connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
            connection.execute("PRAGMA mmap_size=1073741824")
            self._local.connection = connection
            self._all.append(connection)
        try:
            return connection.execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise UserError(
                f"The street data “{self.name}” is damaged.", "Remove it and import it once more."
            ) from error

    def _about(self) -> About:
        meta = {str(key): str(value) for key, value in self._query("SELECT * FROM meta")}
        sources = self._query("SELECT file, layer FROM source ORDER BY id")
        sides = [float(part) for part in meta.get("bounds", "").split(",") if part]
        counts = {
            key.removeprefix("count."): int(value)
            for key, value in meta.items()
            if key.startswith("count.")
        }
        bounds = (sides[0], sides[1], sides[2], sides[3]) if len(sides) == 4 else None
        return About(
            meta.get("title", self.name), meta.get("kind", ""), meta.get("source", ""),
            meta.get("licence", ""), meta.get("attribution", ""), meta.get("made_at", ""),
            bounds, counts, tuple(str(file) for file, _ in sources), self.path.stat().st_size,
            tuple(str(layer) for _, layer in sources),
        )  # fmt: skip


_CLASSES = {int(each): each for each in RoadClass}


def open_regions() -> list[Region]:
    """All regions that can be read, by name. One that is damaged is left out; see ``troubles``."""
    regions = []
    for path in files.paths():
        try:
            regions.append(Region(path))
        except UserError:
            continue
    return regions


def troubles() -> list[UserError]:
    """What is wrong with the regions that ``open_regions`` leaves out."""
    found = []
    for path in files.paths():
        try:
            Region(path).close()
        except UserError as error:
            found.append(error)
    return found
