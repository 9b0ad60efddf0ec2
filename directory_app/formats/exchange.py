"""Files of other programs that hold businesses and are no lists: maps, cards, packages.

Each becomes a table with the headings of lists, and is read on as one. So a yes counts only with
who asked and when, what is never kept is stopped, and pins of hand stay where they are.
"""

from importlib import import_module
from pathlib import Path

from directory_app.formats import archives
from directory_app.formats.table import Kind, Source, Table, as_table

_BY_ENDING: dict[str, Kind] = {".geojson": "geojson", ".kml": "kml", ".vcf": "vcard"}
_ZIP = b"PK\x03\x04"


def kind_of(path: Path, start: bytes) -> Kind | None:
    """What a file is, by its first bytes and its ending; None for a list or anything else."""
    if start.startswith(_ZIP):
        return _kind_of_archive(path)
    begins = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if begins[:11].upper() == b"BEGIN:VCARD":
        return "vcard"
    if b"<kml" in begins:
        return "kml"
    if begins.startswith(b"{") and path.suffix.lower() == ".json":
        return "geojson"
    return _BY_ENDING.get(path.suffix.lower())


def load(path: Path, kind: Kind) -> Table:
    """The file as a table with its headings in line 1. Raises UserError."""
    table = as_table(path, import_module(f"directory_app.formats.{kind}").read(path))
    table.source = Source(path.name, kind)
    return table


def _kind_of_archive(path: Path) -> Kind | None:
    if path.suffix.lower() == ".kmz" or archives.names(path, ".kml"):
        return "kml"
    names = {name.rpartition("/")[2] for name in archives.names(path, ".csv")}
    return "hsds" if names & {"organizations.csv", "organization.csv"} else None
