"""The invented towns of ``town.py`` as the files that people download."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from tests.data.town import Block, Door, Point, Side, TownData

NAD83 = (
    'GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",'
    '6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'
)
STATE_PLANE = (
    'PROJCS["NAD_1983_StatePlane_New_Mexico_Central_FIPS_3002_Feet",' + NAD83 + ",PROJECTION["
    '"Transverse_Mercator"],UNIT["Foot_US",0.3048006096012192]]'
)
COUNTY = "tl_2025_35998"
#: OSM's kinds of roads as the Census Bureau's codes.
_CODES = {
    "motorway": "S1100", "trunk": "S1200", "primary": "S1200", "secondary": "S1200",
    "tertiary": "S1400", "residential": "S1400",
}  # fmt: skip


def write_pbf(
    made: TownData, path: Path, *, doors: Iterable[Door] | None = None, interpolations: bool = True
) -> Path:
    """An OpenStreetMap extract; ``doors`` chooses some (all unless said)."""
    import osmium

    path.unlink(missing_ok=True)
    writer = osmium.SimpleWriter(str(path))
    extract = _Extract()
    for block in made.blocks:
        extract.way(block.points, _tags(block))
    extract.way(made.railway, {"railway": "rail"})
    extract.way(made.river, {"waterway": "river", "name": "Río Callado"})
    extract.way(made.park, {"leisure": "park", "name": "Parque Hidalgo"})
    # the shore is two ways, one of them the wrong way round, as it often is
    shore = [
        extract.way(made.lake[:13], {}),
        extract.way(list(reversed(made.lake[12:])), {}),
    ]
    island = extract.way(made.island, {"natural": "wood", "name": "La Isla"})
    members = [("w", number, "outer") for number in shore] + [("w", island, "inner")]
    relation = {"type": "multipolygon", "natural": "water", "name": "Laguna Honda"}
    for name, kind, point, people in made.towns:
        extract.node(point, {"place": kind, "name": name, "population": str(people)})
    for door in made.doors if doors is None else doors:
        extract.door(door)
    if interpolations:
        for block in made.blocks[-2:]:
            extract.interpolation(block)
    extract.write(writer, [(1, relation, members)])
    writer.close()
    return path


def _tags(block: Block) -> dict[str, str]:
    tags = {"highway": block.highway, "name": block.name, "ref": block.ref,
            "alt_name": block.other_name}  # fmt: skip
    return {key: value for key, value in tags.items() if value}


class _Extract:
    """Nodes before ways, numbered from one; points that are equal are one node."""

    def __init__(self) -> None:
        self._number = count(1)
        self._at: dict[Point, int] = {}
        self._nodes: list[tuple[int, Point, dict[str, str]]] = []
        self._ways: list[tuple[int, list[int], dict[str, str]]] = []

    def node(self, point: Point, tags: dict[str, str]) -> int:
        number = next(self._number)
        self._nodes.append((number, point, tags))
        return number

    def way(self, points: Sequence[Point], tags: dict[str, str]) -> int:
        for point in points:
            if point not in self._at:
                self._at[point] = self.node(point, {})
        number = len(self._ways) + 1
        self._ways.append((number, [self._at[point] for point in points], tags))
        return number

    def door(self, door: Door) -> None:
        """A point, or where it has no unit and an even number a house."""
        tags = {
            "addr:housenumber": door.number, "addr:street": door.street, "addr:unit": door.unit,
            "addr:city": door.city, "addr:postcode": door.postal_code,
        }  # fmt: skip
        kept = {key: value for key, value in tags.items() if value}
        if door.unit or int(door.number) % 2:
            self.node((door.longitude, door.latitude), kept | {"shop": "yes", "name": "Nobody's"})
            return
        west, east = door.longitude - 4e-5, door.longitude + 4e-5
        south, north = door.latitude - 4e-5, door.latitude + 4e-5
        corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        self.way(corners, kept | {"building": "yes"})

    def interpolation(self, block: Block) -> None:
        """The left side's numbers as a line between two nodes that have one."""
        if block.left is None:
            return
        ends = [
            self.node(
                (point[0], point[1] + 1e-4),
                {"addr:housenumber": str(number), "addr:street": block.name},
            )
            for point, number in (
                (block.points[0], block.left.first), (block.points[-1], block.left.last),
            )
        ]  # fmt: skip
        rule = "even" if block.left.first % 2 == 0 else "odd"
        self._ways.append((len(self._ways) + 1, ends, {"addr:interpolation": rule}))

    def write(self, writer: Any, relations: list[tuple[int, dict[str, str], list[Any]]]) -> None:
        from osmium.osm import mutable

        for number, point, tags in self._nodes:
            writer.add_node(mutable.Node(id=number, version=1, location=point, tags=tags))
        for number, nodes, tags in self._ways:
            writer.add_way(mutable.Way(id=number, version=1, nodes=nodes, tags=tags))
        for number, tags, members in relations:
            writer.add_relation(mutable.Relation(id=number, version=1, members=members, tags=tags))


def write_tiger(made: TownData, folder: Path, *, edges: bool = False) -> list[Path]:
    """A county's TIGER/Line ZIPs: ADDRFEAT, ROADS and AREAWATER, or EDGES and AREAWATER."""
    water = _zip(folder / f"{COUNTY}_areawater.zip", lambda at: _area_water(made, at))
    if edges:
        return [_zip(folder / f"{COUNTY}_edges.zip", lambda at: _edges(made, at)), water]
    return [
        _zip(folder / f"{COUNTY}_addrfeat.zip", lambda at: _addrfeat(made, at)),
        _zip(folder / f"{COUNTY}_roads.zip", lambda at: _roads(made, at)),
        water,
    ]


def _zip(path: Path, fill: Callable[[Path], None]) -> Path:
    stem = path.with_suffix("")
    fill(stem)
    stem.with_suffix(".prj").write_text(NAD83, "ascii")
    stem.with_suffix(".cpg").write_text("UTF-8", "ascii")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
            part = stem.with_suffix(suffix)
            archive.write(part, part.name)
            part.unlink()
    return path


def _shapes(stem: Path, kind: int, fields: Sequence[str]) -> Any:
    import shapefile

    writer = shapefile.Writer(str(stem), shapeType=kind, encoding="utf-8")
    for name in fields:
        writer.field(name, "C", size=100)
    return writer


def _ends(side: Side | None) -> tuple[str, str]:
    return (str(side.first), str(side.last)) if side else ("", "")


def _addrfeat(made: TownData, stem: Path) -> None:
    fields = ("TLID", "FULLNAME", "LFROMHN", "LTOHN", "RFROMHN", "RTOHN", "ZIPL", "ZIPR",
              "ROAD_MTFCC", "PARITYL", "PARITYR")  # fmt: skip
    with _shapes(stem, 3, fields) as writer:
        for number, block in enumerate(made.blocks):
            if block.left and block.right:
                writer.line([list(block.points)])
                writer.record(
                    str(number), block.short, *_ends(block.left), *_ends(block.right),
                    block.postal_code, block.postal_code, _CODES[block.highway],
                    *("E" if side.first % 2 == 0 else "O" for side in (block.left, block.right)),
                )  # fmt: skip


def _roads(made: TownData, stem: Path) -> None:
    with _shapes(stem, 3, ("LINEARID", "FULLNAME", "RTTYP", "MTFCC")) as writer:
        for number, block in enumerate(made.blocks):
            writer.line([list(block.points)])
            name = block.short or {"I 41": "I- 41"}.get(block.ref, "")
            kind = "I" if block.ref.startswith("I ") else ("U" if "US" in name else "M")
            writer.record(str(number), name, kind if name else "", _CODES[block.highway])


def _edges(made: TownData, stem: Path) -> None:
    fields = ("TLID", "FULLNAME", "MTFCC", "ROADFLG", "RAILFLG", "LFROMADD", "LTOADD", "RFROMADD",
              "RTOADD", "ZIPL", "ZIPR")  # fmt: skip
    with _shapes(stem, 3, fields) as writer:
        for number, block in enumerate(made.blocks):
            writer.line([list(block.points)])
            writer.record(
                str(number), block.short, _CODES[block.highway], "Y", "N", *_ends(block.left),
                *_ends(block.right), block.postal_code, block.postal_code,
            )  # fmt: skip
        writer.line([made.railway])
        writer.record("r1", "Southern Plains Rlwy", "R1011", "N", "Y", *[""] * 6)
        writer.line([[made.park[0], made.park[1]]])  # a property line: no road, no rail
        writer.record("p1", "", "P0001", "N", "N", *[""] * 6)


def _area_water(made: TownData, stem: Path) -> None:
    with _shapes(stem, 5, ("HYDROID", "FULLNAME", "MTFCC", "ALAND", "AWATER")) as writer:
        # outer rings run clockwise in a shapefile, holes the other way
        writer.poly([list(reversed(made.lake)), made.island])
        writer.record("1", "Laguna Honda", "H2030", "0", "282743")


#: Headings as New Mexico's 911 points have them, and as OpenAddresses has.
NM911 = ("ADDNUM", "PREDIR", "STNAME", "STTYPE", "UNIT", "POSTALCITY", "ZIP", "LON", "LAT")
OPEN_ADDRESSES = ("LON", "LAT", "NUMBER", "STREET", "UNIT", "CITY", "DISTRICT", "REGION",
                  "POSTCODE", "ID", "HASH")  # fmt: skip


def points_csv(doors: Iterable[Door], headings: Sequence[str] = OPEN_ADDRESSES) -> str:
    """Address points as a CSV; a column that these doors know nothing of is empty."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, headings, extrasaction="ignore")
    table.writeheader()
    table.writerows(_row(door) for door in doors)
    return out.getvalue()


def write_points_shapefile(doors: Iterable[Door], path: Path, projection: str = NAD83) -> Path:
    """Address points as a zipped shapefile with New Mexico's headings."""

    def fill(stem: Path) -> None:
        with _shapes(stem, 1, NM911[:-2]) as writer:
            for door in doors:
                writer.point(door.longitude, door.latitude)
                row = _row(door)
                writer.record(*(row[heading] for heading in NM911[:-2]))
        stem.with_suffix(".prj").write_text(projection, "ascii")

    _zip(path, fill)
    if projection != NAD83:
        _replace_member(path, f"{path.stem}.prj", projection)
    return path


def _replace_member(path: Path, member: str, text: str) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = text.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def _row(door: Door) -> dict[str, str]:
    words = door.street.split()
    before = words.pop(0) if words[0] in ("North", "South", "East", "West") else ""
    kind = words.pop() if len(words) > 1 and words[-1] in _TYPES else ""
    lon, lat = f"{door.longitude:.7f}", f"{door.latitude:.7f}"
    return {
        "ADDNUM": door.number, "PREDIR": before, "STNAME": " ".join(words), "STTYPE": kind,
        "UNIT": door.unit, "POSTALCITY": door.city, "ZIP": door.postal_code, "LON": lon,
        "LAT": lat, "NUMBER": door.number, "STREET": door.street, "CITY": door.city,
        "POSTCODE": door.postal_code, "DISTRICT": "", "REGION": "NM", "ID": "", "HASH": "",
    }  # fmt: skip


_TYPES = ("Street", "Avenue", "Boulevard", "Drive", "Lane", "Road", "Circle", "Court")
