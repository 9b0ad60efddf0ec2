"""An export of 10,000 in each format, against the bare writer of such a file on the same values.

Bare is what a script of ten lines does: ``csv.writer``, openpyxl's write-only workbook,
``json.dumps``, ElementTree, joined lines. It makes nothing plain, guards no formula,
and knows no consent.
"""

import csv
import datetime as dt
import io
import json
import random
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree as ET

from measure import Figure, seconds, side_by_side
from openpyxl import Workbook

from directory_app import exporting
from directory_app.exporting import About
from directory_app.exporting.columns import columns
from directory_app.exporting.facts import entry
from directory_app.formats.geojson import tags
from directory_app.model.geo import Position
from directory_app.model.listing import PublicListing, PublicPhone

MANY = 10_000
TODAY = dt.date(2026, 11, 24)
ABOUT = About(1, "share", TODAY, TODAY + dt.timedelta(60))
#: Which ratio each format should not exceed.
REACH = {"csv": 7, "xlsx": 2.5, "geojson": 6, "kml": 2, "vcard": 9, "hsds": 4, "html": 9}
_HOURS = ("Mo-Fr 08:00-18:00; Sa 09:00-14:00", "Tu-Su 11:00-21:00", "24/7", "")


def listings(many: int = MANY) -> list[PublicListing]:
    """Invented ones, always the same."""
    chance = random.Random(7)
    made = []
    for at in range(many):
        place = Position(35 + chance.random(), -106 + chance.random())
        made.append(
            PublicListing(
                code=f"Z{at:05}",
                name=f"Panadería Número {at}",
                category=chance.choice(("restaurant", "bakery", "grocery", "hair_salon")),
                description_en="Bread, cakes and coffee",
                description_es="Pan, pasteles y café",
                languages=("es", "en"),
                address_1=f"{at} Calle Inventada",
                city=chance.choice(("Santa Fe", "Clovis", "Roswell")),
                state_province="NM",
                postal_code="87505",
                precision="rooftop",
                marker=place if at % 2 else None,
                phones=(PublicPhone(f"+150555501{at % 100:02}"),),
                website=f"https://panaderia{at}.example",
                opening_hours=chance.choice(_HOURS),
                payment_accepted=("cash", "snap"),
                assured_date=TODAY,
            )
        )
    return made


def _csv(cells: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(cells)
    out.getvalue().encode()


def _xlsx(cells: list[list[str]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Businesses")
    for row in cells:
        sheet.append(row)
    book.save(io.BytesIO())


def _geojson(those: list[dict[str, str]]) -> None:
    features = [{"type": "Feature", "geometry": None, "properties": each} for each in those]
    json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def _kml(cells: list[list[str]]) -> None:
    root = ET.Element("kml")
    for row in cells:
        data = ET.SubElement(ET.SubElement(root, "Placemark"), "ExtendedData")
        for text in filter(None, row):
            ET.SubElement(ET.SubElement(data, "Data", name="x"), "value").text = text
    ET.indent(root)
    ET.tostring(root, encoding="utf-8")


def _lines(data: bytes) -> None:
    """Cards and pages: the finished lines, joined and encoded once more."""
    "\r\n".join(line.replace(",", "\\,") for line in data.decode().splitlines()).encode()


def _hsds(data: bytes) -> None:
    """The finished tables, read before, through ``csv.writer`` and ``zipfile``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tables = {name: archive.read(name).decode() for name in archive.namelist()}
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tables.items():
            out = io.StringIO()
            csv.writer(out).writerows(csv.reader(io.StringIO(text)))
            archive.writestr(name, out.getvalue())


def _bare(name: str, those: list[PublicListing]) -> tuple[Callable[[], object], str]:
    """What is measured against, on values that are ready, and what to call it."""
    if name in {"csv", "xlsx", "kml"}:
        cells = [[str(c.value(each, ABOUT) or "") for c in columns(ABOUT)] for each in those]
        work = {"csv": _csv, "xlsx": _xlsx, "kml": _kml}[name]
        told = {"csv": "csv.writer", "xlsx": "openpyxl write-only", "kml": "ElementTree"}[name]
        return lambda: work(cells), told
    if name == "geojson":
        properties = [tags(entry(each, ABOUT)) for each in those]
        return lambda: _geojson(properties), "json.dumps"
    data = exporting.render(name, those, ABOUT)
    if name == "hsds":
        return lambda: _hsds(data), "csv and zipfile"
    return lambda: _lines(data), "its lines joined"


def measure() -> list[Figure]:
    """A figure a format."""
    those = listings()
    made = []
    for name in exporting.NAMES:
        bare, told = _bare(name, those)
        ours, theirs = side_by_side(
            lambda name=name: seconds(lambda: exporting.render(name, those, ABOUT)),
            lambda bare=bare: seconds(bare),
            3,
        )
        title = exporting.known(name).title
        made.append(Figure(f"export of 10,000 as {title}", ours, theirs, "s", REACH[name], told))
    return made
