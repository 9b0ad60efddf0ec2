"""What a dropped file is: looked at, not guessed from its name alone."""

import gzip
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from directory_app.errors import UserError
from directory_app.maps.streets import point_columns, points, shapes, sources, tiger, unpacking
from directory_app.maps.streets.sources import Terms
from directory_app.progress import Progress, silent

_KNOWN = (
    "Known are OpenStreetMap extracts (.osm.pbf), TIGER/Line shapefiles, and address points "
    "as CSV, GeoJSON or shapefile; each also in a ZIP."
)
_ADDRESSES = frozenset({".csv", ".txt", ".tsv", ".geojson"})
_DATES = re.compile(
    r"[-_ ]?(?:latest|free|internal|(?:19|20)\d\d[-_]?[01]\d[-_]?[0-3]\d|(?:19|20)\d\d|\d{6})"
    r"(?=$|[-_. ])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """One file that can be read. ``layer`` tells it from others of its region.

    For address points ``headings`` are its columns and ``columns`` what each field is made of.
    """

    path: Path
    terms: Terms
    layer: str
    region: str
    headings: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def recognise(
    path: Path,
    folder: Path,
    columns: Mapping[str, str] | None = None,
    progress: Progress = silent,
) -> list[Found]:
    """What there is in a file or a ZIP, unpacked into ``folder`` where needed.

    ``columns`` is a person's word on address points. UserError with a sentence for whatever
    is no street data, and for street data that cannot be read.
    """
    if not path.exists():
        raise UserError(f"There is no file “{path.name}”.", "Check the name and the folder.")
    if path.is_dir():
        raise UserError(f"“{path.name}” is a folder.", "Add the files in it.")
    head = _head(path)
    if not head:
        raise UserError(f"“{path.name}” is empty.", "Download it once more.")
    if head.startswith(b"PK"):
        return _in_zip(path, folder, columns, progress)
    if head.startswith(b"\x1f\x8b"):
        path = _gunzip(path, folder, progress)
        head = _head(path)
    found = _single(path, head, columns)
    if found is None:
        raise UserError(f"“{path.name}” is no street data.", _KNOWN)
    return [found]


def default_name(path: Path) -> str:
    """A region's name from a file's: ``new-mexico-latest.osm.pbf`` is ``new-mexico``."""
    stem = re.sub(r"(?i)\.(osm\.pbf|pbf|zip|shp|csv|txt|tsv|geojson(\.gz)?)$", "", path.name)
    county = tiger.county_of(Path(stem))
    if county != stem:
        return f"tiger-{county}"
    return _DATES.sub("", stem).strip("-_. ") or stem


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(512)
    except PermissionError as error:
        raise UserError(
            f"“{path.name}” cannot be read.", "Check that this account may read it."
        ) from error


def _single(path: Path, head: bytes, columns: Mapping[str, str] | None) -> Found | None:
    region = default_name(path)
    if b"OSMHeader" in head[:64]:
        return Found(path, sources.OSM, f"osm {region}", region)
    if (head.lstrip()[:5] == b"<?xml" and b"<osm" in head) or path.suffix in (".o5m", ".bz2"):
        raise UserError(
            f"“{path.name}” is OpenStreetMap data in another format.", "Take the .osm.pbf of it."
        )
    suffix = path.suffix.lower()
    if suffix in (".shx", ".dbf", ".prj", ".cpg"):
        path = path.with_suffix(".shp")
        head, suffix = (_head(path), ".shp") if path.exists() else (b"", suffix)
    if head[:4] == b"\0\0\x27\x0a" and suffix == ".shp":
        return _shapefile(path, region, columns)
    if suffix in _ADDRESSES:
        return _points(path, region, columns)
    return None


def _shapefile(path: Path, region: str, columns: Mapping[str, str] | None) -> Found:
    table = shapes.look(path)
    layer = tiger.layer_of(table)
    if layer:
        return Found(path, sources.TIGER, f"{tiger.county_of(path)} {layer}", region)
    if table.shape_type in shapes.POINT:
        return _points(path, region, columns)
    raise UserError(
        f"“{path.name}” holds neither address points nor a known layer of TIGER/Line.",
        "Of TIGER/Line, ADDRFEAT, ROADS, EDGES, AREAWATER and AREALM are read.",
    )


def _points(path: Path, region: str, columns: Mapping[str, str] | None) -> Found:
    headings = points.headings(path)
    chosen = point_columns.choose(headings, columns or {}, has_points=path.suffix.lower() == ".shp")
    layer = f"points {default_name(path)}"
    return Found(path, sources.POINTS, layer, region, tuple(headings), chosen)


def _in_zip(
    path: Path, folder: Path, columns: Mapping[str, str] | None, progress: Progress
) -> list[Found]:
    inside = folder / f"{len(list(folder.iterdir()))}"
    inside.mkdir()
    found = []
    for part in unpacking.unpack(path, inside, progress):
        if part.suffix.lower() in (".shp", ".pbf", ".csv", ".geojson"):
            single = _single(part, _head(part), columns)
            if single is None:
                raise UserError(f"“{part.name}” in “{path.name}” is no street data.", _KNOWN)
            found.append(replace(single, region=default_name(path)))
    if not found:
        raise UserError(f"There is no street data in “{path.name}”.", _KNOWN)
    return found


def _gunzip(path: Path, folder: Path, progress: Progress) -> Path:
    """OpenAddresses' .geojson.gz, unpacked as far as its size can be believed."""
    target = folder / path.name.removesuffix(".gz")
    written, room = 0, unpacking.room_of(path)
    try:
        with gzip.open(path, "rb") as source, target.open("xb") as file:
            while chunk := source.read(1 << 20):
                written += len(chunk)
                if written > room:
                    raise unpacking.too_large()
                file.write(chunk)
                progress(0, 0, "Unpacking")
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise UserError(
            f"“{path.name}” is damaged or cut short.", "Download it once more."
        ) from error
    return target
