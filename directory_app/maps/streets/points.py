"""Reads address points: a CSV, line-by-line GeoJSON (OpenAddresses), or a shapefile of points."""

import csv
import io
import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO, Any

from directory_app.errors import UserError
from directory_app.maps.streets import shapes
from directory_app.maps.streets.geometry import UNITS
from directory_app.maps.streets.writer import Writer
from directory_app.progress import Progress, silent

STEP = 5_000
#: A cell or a line longer than this is no address.
LONGEST = 100_000
_SAMPLE = 20
_NO_DEGREES = "address whose position is no longitude and latitude"
#: After so many of those, and no other, the file is in another system.
_ENOUGH = 100
Columns = Mapping[str, tuple[str, ...]]
_UNIT = re.compile(r"(?i)^(?:(?:unit|apt|apartment|suite|ste|spc|space|lot)\b\.?|#)\s*#?\s*(?=\S)")


def headings(path: Path) -> list[str]:
    """The headings of a list of points. UserError where there are none."""
    if path.suffix.lower() == ".shp":
        return list(shapes.look(path).fields)
    if path.suffix.lower() == ".geojson":
        with _text(path) as file:
            seen: dict[str, None] = {}
            for row in islice(_geojson(path, file), _SAMPLE):
                seen.update(dict.fromkeys(row))
        return list(seen)
    with _text(path) as file:
        return list(_table(file).fieldnames or ())


def read(path: Path, columns: Columns, writer: Writer, progress: Progress = silent) -> Counter[str]:
    """Hand the points to the writer; counts of rows that were left out and why."""
    left_out: Counter[str] = Counter()
    placed = 0
    for done, (row, place, share) in enumerate(_rows(path, columns)):
        if done % STEP == 0:
            progress(int(1000 * share), 1000, f"Reading addresses: {done:,}")
        number, street = (_joined(row, columns[field]) for field in ("number", "street"))
        if place is None:
            left_out["address without a position"] += 1
        elif not shapes.in_degrees(*place):
            left_out[_NO_DEGREES] += 1
            if not placed and left_out[_NO_DEGREES] >= _ENOUGH:
                break
        elif not street or not any(letter.isdigit() for letter in number):
            left_out["address without a number or a street"] += 1
        else:
            placed += 1
            writer.address(
                number,
                street,
                (round(place[0] * UNITS), round(place[1] * UNITS)),
                unit=_unit(_joined(row, columns.get("unit", ()))),
                city=_joined(row, columns.get("city", ())),
                postal_code=_joined(row, columns.get("postal_code", ()))[:5],
            )
    if left_out[_NO_DEGREES] and not placed:
        raise shapes.no_degrees(path.name)
    return left_out


#: A row, where it is in degrees, and what share of the file has been read.
_Row = tuple[Mapping[str, Any], tuple[float, float] | None, float]


def _rows(path: Path, columns: Columns) -> Iterator[_Row]:
    suffix = path.suffix.lower()
    if suffix == ".shp":
        yield from _shape_rows(path, columns)
    else:
        read_rows = _geojson if suffix == ".geojson" else _csv
        size = max(1, path.stat().st_size)
        with _text(path) as file:
            for row in read_rows(path, file):
                yield row, _place(row, columns), file.buffer.tell() / size  # type: ignore[attr-defined]  # it has one


def _shape_rows(path: Path, columns: Columns) -> Iterator[_Row]:
    wanted = tuple(dict.fromkeys(name for names in columns.values() for name in names))
    total = max(1, shapes.look(path).rows)
    for done, (row, parts) in enumerate(shapes.rows(path, wanted)):
        place = (parts[0][0] / UNITS, parts[0][1] / UNITS) if parts else None
        yield row, place, done / total


def _csv(path: Path, file: io.TextIOWrapper) -> Iterator[Mapping[str, Any]]:
    try:
        yield from _table(file)
    except csv.Error as error:
        raise UserError(f"“{path.name}” is no table of addresses.", "Export it as CSV.") from error


def _table(file: IO[str]) -> "csv.DictReader[str]":
    first = file.readline(LONGEST)
    file.seek(0)
    delimiter = max(",;\t|", key=first.count)
    return csv.DictReader(file, delimiter=delimiter)


def _geojson(path: Path, file: io.TextIOWrapper) -> Iterator[Mapping[str, Any]]:
    """OpenAddresses writes one feature a line; its position is put in as lon and lat."""
    while line := file.readline(LONGEST):
        if not line.strip():
            continue
        try:
            feature = json.loads(line)
            properties, geometry = feature["properties"], feature.get("geometry") or {}
            longitude, latitude = (geometry.get("coordinates") or ("", ""))[:2]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise UserError(
                f"“{path.name}” does not have one address a line.",
                "Only OpenAddresses' own kind of GeoJSON is read; or export it as CSV.",
            ) from error
        yield {**properties, "lon": longitude, "lat": latitude}


@contextmanager
def _text(path: Path) -> Iterator[io.TextIOWrapper]:
    """The file as text: UTF-8, or Windows-1252 where it is not that."""
    with path.open("rb") as file:
        sample = file.read(1 << 20)
    if b"\0" in sample:
        raise UserError(f"“{path.name}” is no text.", "Export it as CSV in UTF-8.")
    try:
        sample.decode("utf-8")
        encoding = "utf-8-sig"
    except UnicodeDecodeError as error:
        encoding = "utf-8-sig" if error.start > len(sample) - 4 else "cp1252"
    others = csv.field_size_limit(LONGEST)  # of the whole process: lists have longer cells
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            yield file
    finally:
        csv.field_size_limit(others)


def _place(row: Mapping[str, Any], columns: Columns) -> tuple[float, float] | None:
    try:
        longitude = float(_joined(row, columns["longitude"]))
        latitude = float(_joined(row, columns["latitude"]))
    except ValueError:
        return None
    known = math.isfinite(longitude) and math.isfinite(latitude) and (longitude or latitude)
    return (longitude, latitude) if known else None


def _joined(row: Mapping[str, Any], names: Sequence[str]) -> str:
    """The cells of these columns, one after the other, with single spaces."""
    if len(names) == 1:  # as most are, in a million rows
        cell = row.get(names[0])
        return "" if cell is None else " ".join(str(cell).split())
    return " ".join(word for name in names for word in str(row.get(name) or "").split())


def _unit(text: str) -> str:
    return _UNIT.sub("", text)
