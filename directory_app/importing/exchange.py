"""Files of other programs that hold businesses and are no lists: maps, cards, packages.

Each becomes a table with the headings of lists, and is read on as one. So a yes counts only with
who asked and when, what is never kept is stopped, and pins of hand stay where they are.
"""

from pathlib import Path

from directory_app.importing import archives
from directory_app.importing.options import Kind, Source, Table
from directory_app.importing.records import as_table

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
    if kind == "geojson":
        from directory_app.importing.geojson_file import read as read_features

        records = read_features(path)
    elif kind == "kml":
        from directory_app.importing.kml_file import read as read_placemarks

        records = read_placemarks(path, _members(path, ".kml"))
    elif kind == "vcard":
        from directory_app.importing.vcard_file import read as read_cards

        records = read_cards(path)
    else:
        from directory_app.importing.hsds_file import read as read_package

        records = read_package(path, _members(path, ".csv"))
    table = as_table(path, records)
    table.source = Source(path.name, kind)
    return table


def _kind_of_archive(path: Path) -> Kind | None:
    if path.suffix.lower() == ".kmz" or _members(path, ".kml"):
        return "kml"
    names = {name.rpartition("/")[2] for name in _members(path, ".csv")}
    return "hsds" if names & {"organizations.csv", "organization.csv"} else None


def _members(path: Path, ending: str) -> tuple[str, ...]:
    return tuple(name for name in archives.names(path) if name.lower().endswith(ending))
