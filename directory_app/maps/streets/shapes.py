"""Opening shapefiles: whole, in longitude and latitude, and read row by row."""

import math
import re
import struct
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

import shapefile

from directory_app.errors import UserError
from directory_app.maps.streets.geometry import UNITS

#: Shape types of the format, the plain ones and those with heights and measures.
POINT, LINE, POLYGON = frozenset({1, 11, 21}), frozenset({3, 13, 23}), frozenset({5, 15, 25})
#: 180 degrees, in ten-millionths.
LIMIT = 180 * UNITS
#: What the library raises on bytes that are no shapefile, besides its own exception.
_ODD = (struct.error, EOFError, LookupError, ValueError, TypeError, AttributeError, AssertionError,
        OverflowError, MemoryError, UnicodeError)  # fmt: skip
_LON_LAT = re.compile(
    r"(?i)WGS[_ ]?(19)?84|NAD[_ ]?(19)?83|North[_ ]American[_ ](Datum[_ ])?(of[_ ])?1983"
)


class Table(NamedTuple):
    """What a shapefile says of itself before it is read."""

    shape_type: int
    fields: tuple[str, ...]
    rows: int


class Row(NamedTuple):
    """One feature: its values by field, as trimmed text, and its parts, each flat int32 points."""

    values: dict[str, str]
    parts: list[list[int]]


def look(path: Path) -> Table:
    """What is in a .shp and its .dbf. UserError if it is not whole or in another system."""
    check_projection(path)
    with _opened(path) as reader:
        fields = tuple(field.name for field in reader.fields if field.name != "DeletionFlag")
        return Table(reader.shapeType, fields, len(reader))


def rows(path: Path, wanted: tuple[str, ...]) -> Iterator[Row]:
    """Every feature that has a shape; its parts are empty where they have no place on Earth.

    UserError where the file ends too early.
    """
    with _opened(path) as reader:
        # in the file's own order, as the library gives the values whatever order is asked for
        fields = [field.name for field in reader.fields if field.name in wanted]
        records = reader.iterRecords(fields=fields, deleted_as_None=True)
        # strict: where one of the two files is cut short, what is left no longer fits together
        for shape, record in zip(reader.iterShapes(), records, strict=True):
            if record is not None and shape.points:
                values = dict(zip(fields, map(_text, record), strict=True))
                yield Row(values, _parts(shape))


def check_projection(path: Path) -> None:
    """UserError unless the .prj says WGS84 or NAD83 degrees; one that is missing says nothing."""
    found = _sibling(path, ".prj")
    if found is None:
        return
    text = found.read_text("utf-8", errors="replace")[:4_000]
    if text.lstrip().upper().startswith(("GEOGCS", "GEOGCRS")) and _LON_LAT.search(text):
        return
    named = re.search(r'"([^"]{1,80})"', text)
    raise UserError(
        f"“{path.name}” is in another coordinate system ({named[1] if named else 'unknown'}).",
        "Export it in longitude and latitude (WGS84 or NAD83).",
    )


def fits(parts: list[list[int]]) -> bool:
    """Whether all of a shape can be in degrees."""
    return all(min(part) >= -LIMIT and max(part) <= LIMIT for part in parts if part)


def in_degrees(longitude: float, latitude: float) -> bool:
    """Whether these can be degrees."""
    return -180 <= longitude <= 180 and -90 <= latitude <= 90


def no_degrees(file_name: str) -> UserError:
    """What is said of a file in feet or metres."""
    return UserError(
        f"“{file_name}” has coordinates that are no longitude and latitude.",
        "Export it in longitude and latitude (WGS84 or NAD83).",
    )


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    table = _sibling(path, ".dbf")
    if table is None:
        raise UserError(f"“{path.name}” lacks its .dbf file.", "Add the ZIP as it was downloaded.")
    code_page = _sibling(path, ".cpg")
    encoding = _encoding(code_page.read_text("ascii", errors="replace") if code_page else "")
    try:
        with ExitStack() as stack:
            shapes = stack.enter_context(path.open("rb"))
            _check_length(shapes, path.stat().st_size)
            records = stack.enter_context(table.open("rb"))
            # given open files and no names, so that nothing else is looked for, on disk or afar
            reader = shapefile.Reader(
                shp=shapes, dbf=records, encoding=encoding, encodingErrors="replace"
            )
            yield reader
    except (shapefile.ShapefileException, *_ODD) as error:
        raise UserError(
            f"“{path.name}” is damaged or cut short.", "Download it once more."
        ) from error


def _check_length(file: IO[bytes], size: int) -> None:
    """The header counts the whole file in pairs of bytes. EOFError where it has fewer."""
    header = file.read(100)
    if len(header) < 100 or 2 * int(struct.unpack_from(">i", header, 24)[0]) > size:
        raise EOFError
    file.seek(0)


def _encoding(code_page: str) -> str:
    name = code_page.strip().lower()
    return "cp1252" if "1252" in name else "latin-1" if "8859" in name else "utf-8"


def _sibling(path: Path, suffix: str) -> Path | None:
    """The file beside it with the other ending, in whatever case."""
    for candidate in (path.with_suffix(suffix), path.with_suffix(suffix.upper())):
        if candidate.is_file():
            return candidate
    return None


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a house number in a column of decimals
    return str(value).strip().strip("\0").strip()


def _parts(shape: Any) -> list[list[int]]:
    degrees = [value * UNITS for point in shape.points for value in point[:2]]
    if not all(map(math.isfinite, degrees)):
        return []
    flat = [round(value) for value in degrees]
    starts = [2 * start for start in getattr(shape, "parts", None) or (0,)]
    return [flat[a:b] for a, b in zip(starts, [*starts[1:], len(flat)], strict=True)]
