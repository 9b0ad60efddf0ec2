"""Reads the Census Bureau's TIGER/Line shapefiles: ADDRFEAT, ROADS, EDGES, AREAWATER, AREALM.

What the columns mean is in the TIGER/Line Shapefiles Technical Documentation, chapter 4; the
MTFCC codes are in its appendix. It has no towns in its addresses, only ZIP codes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from directory_app.maps.streets import shapes
from directory_app.maps.streets.classes import TIGER_ROAD, RoadClass
from directory_app.maps.streets.geometry import is_ring
from directory_app.maps.streets.writer import Writer
from directory_app.progress import Progress, silent

STEP = 1_000
_FILE = re.compile(r"tl_(?:rd)?\d{2,4}_(\w+?)_[a-z]+\d*$", re.IGNORECASE)
_HOUSE_NUMBER = re.compile(r"(\D*)(\d{1,9})")
_COLUMNS = (
    "TLID", "LINEARID", "FULLNAME", "MTFCC", "ROAD_MTFCC", "RTTYP", "ROADFLG", "RAILFLG",
    "LFROMHN", "LTOHN", "RFROMHN", "RTOHN", "LFROMADD", "LTOADD", "RFROMADD", "RTOADD",
    "ZIPL", "ZIPR", "PARITYL", "PARITYR",
)  # fmt: skip
#: Highways by how the Census Bureau spells them, to what is on the shield.
_SHIELDS = (
    (re.compile(r"I- ?(\d+\w?)"), "I"),
    (re.compile(r"(?:Old )?US (?:Hwy|Rte|Highway|Route) (\d+\w?)"), "US"),
    (re.compile(r"(?:State|St) (?:Rte|Hwy|Rd|Route|Highway|Road) (\d+\w?)"), ""),
)
#: Parks and cemeteries among the landmarks.
_PARKS = frozenset({f"K21{number}" for number in range(80, 91)} | {"K2582", "K2561"})
#: State codes by the Census Bureau's numbers.
_STATES = dict(
    re.findall(
        r"(\d\d)(\w\w)",
        "01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS "
        "21KY 22LA 23ME 24MD 25MA 26MI 27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC "
        "38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA 54WV 55WI 56WY "
        "72PR",
    )
)


def layer_of(table: shapes.Table) -> str:
    """Which of the layers a shapefile is, by its columns; empty if none of them."""
    has = set(table.fields)
    line, polygon = table.shape_type in shapes.LINE, table.shape_type in shapes.POLYGON
    if line and {"FULLNAME", "LFROMHN", "RTOHN"} <= has:
        return "addrfeat"
    if line and {"FULLNAME", "MTFCC", "LFROMADD", "ROADFLG"} <= has:
        return "edges"
    if line and {"FULLNAME", "MTFCC", "LINEARID", "RTTYP"} <= has:
        return "roads"
    if polygon and {"FULLNAME", "MTFCC", "HYDROID"} <= has:
        return "areawater"
    if polygon and {"FULLNAME", "MTFCC", "AREAID"} <= has:
        return "arealm"
    return ""


def county_of(path: Path) -> str:
    """The digits of state and county in the name of a TIGER/Line file, or else its whole name."""
    found = _FILE.match(path.stem)
    return found[1] if found else path.stem


def read(path: Path, writer: Writer, progress: Progress = silent) -> Counter[str]:
    """Hand one layer to the writer; counts of what was left out and why."""
    table = shapes.look(path)
    layer = layer_of(table)
    reader = _Reader(writer, _STATES.get(county_of(path)[:2], "SR"))
    take: Callable[[shapes.Row], None] = {
        "areawater": reader.water, "arealm": reader.landmark, "edges": reader.edge,
        "addrfeat": reader.feature, "roads": reader.road,
    }[layer]  # fmt: skip
    for done, row in enumerate(shapes.rows(path, _COLUMNS)):
        if done % STEP == 0:
            progress(done, table.rows, f"Reading {layer.upper()}")
        if not shapes.fits(row.parts):
            raise shapes.no_degrees(path.name)
        take(row)
    return reader.left_out


class _Reader:
    def __init__(self, writer: Writer, state: str) -> None:
        self._writer = writer
        self._state = state
        self._drawn: set[str] = set()
        self.left_out: Counter[str] = Counter()

    def road(self, row: shapes.Row) -> None:
        self._street(row, row.values.get("MTFCC", ""))

    def feature(self, row: shapes.Row) -> None:
        """A street with its numbers; it comes again where it has several runs of them."""
        number = row.values.get("TLID", "")
        if number not in self._drawn or not number:
            self._drawn.add(number)
            self._street(row, row.values.get("ROAD_MTFCC") or "S1400")
        self._ranges(row, "LFROMHN LTOHN ZIPL PARITYL", "RFROMHN RTOHN ZIPR PARITYR")

    def edge(self, row: shapes.Row) -> None:
        code = row.values.get("MTFCC", "")
        if row.values.get("ROADFLG") == "Y" or code in TIGER_ROAD:
            self._street(row, code)
            self._ranges(row, "LFROMADD LTOADD ZIPL PARITYL", "RFROMADD RTOADD ZIPR PARITYR")

    def water(self, row: shapes.Row) -> None:
        self._area("water", row)

    def landmark(self, row: shapes.Row) -> None:
        if row.values.get("MTFCC") in _PARKS:
            self._area("park", row)

    def _area(self, kind: str, row: shapes.Row) -> None:
        rings = [part for part in row.parts if is_ring(part)]
        if rings:
            self._writer.area(kind, row.values.get("FULLNAME", ""), rings)
        else:
            self.left_out["area without a whole outline"] += 1

    def _street(self, row: shapes.Row, code: str) -> None:
        name = row.values.get("FULLNAME", "")
        road_class = TIGER_ROAD.get(code)
        if road_class is None:
            self.left_out[f"line of kind {code or 'unknown'}"] += 1
            return
        ref = _shield(name, self._state)
        kind = row.values.get("RTTYP", "")
        if road_class <= RoadClass.SECONDARY:
            road_class = _highway_class(road_class, kind or ref[:1])
        for part in row.parts:
            if len(part) >= 4:
                self._writer.street(name, road_class, part, ref)

    def _ranges(self, row: shapes.Row, *sides: str) -> None:
        for side, columns in zip("LR", sides, strict=True):
            first, last, postal_code, parity = (
                row.values.get(name, "") for name in columns.split()
            )
            if first and last:
                self._range(row, side, (first, last), postal_code, parity)

    def _range(
        self, row: shapes.Row, side: str, ends: tuple[str, str], postal_code: str, parity: str
    ) -> None:
        first, last = map(_HOUSE_NUMBER.fullmatch, ends)
        if first is None or last is None or first[1] != last[1]:
            self.left_out["house numbers that count in no known way"] += 1
            return
        self._writer.range(
            row.values.get("FULLNAME", ""),
            (int(first[2]), int(last[2])),
            _one_line(row.parts),
            side=side,
            parity=parity if parity in ("E", "O", "B") else "",
            prefix=first[1].strip(),
            postal_code=postal_code,
        )


def _one_line(parts: Iterable[list[int]]) -> list[int]:
    return [value for part in parts for value in part]


def _shield(name: str, state: str) -> str:
    """What is on the highway's shield: ``US 70``; empty where the name is no highway number's."""
    for pattern, network in _SHIELDS:
        if found := pattern.match(name):
            return f"{network or state} {found[1]}"
    return ""


def _highway_class(road_class: RoadClass, kind: str) -> RoadClass:
    if kind == "I":
        return RoadClass.MOTORWAY
    if kind == "U":
        return RoadClass.TRUNK
    return road_class
