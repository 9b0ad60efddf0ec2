"""KML: reads Google My Maps and Earth, KMZ too (KML in a ZIP archive); writes 2.2 for them."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from directory_app.errors import UserError
from directory_app.formats import archives
from directory_app.formats.entry import Entry, Export, Value
from directory_app.formats.table import Records, filled
from directory_app.model import categories

_BREAKS = re.compile(r"<\s*(?:br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def read(path: Path) -> Records:
    """A business a placemark. Raises UserError."""
    members = archives.names(path, ".kml")
    parts = archives.read_members(path, members).values() if members else [path.read_bytes()]
    records = Records()
    for part in parts:
        _walk(_root(path, part), "", records)
    return records


def _root(path: Path, data: bytes) -> Element:
    """The document. Entities, and what refers outside, are refused and never expanded."""
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise UserError(
            f"{path.name} is not KML that can be read.", "Export it again, or ask for a CSV file."
        ) from error
    return root


def _walk(start: Element, name: str, records: Records) -> None:
    """Every placemark with the name of its folder, however deep; no recursion."""
    waiting = [(start, name)]
    while waiting:
        element, folder = waiting.pop()
        if _tag(element) == "Placemark":
            records.found.append(_record(element, folder))
            continue
        here = _said(element, "name") if _tag(element) == "Folder" else folder
        waiting += [(child, here) for child in reversed(element)]


def _record(placemark: Element, folder: str) -> dict[str, str]:
    data = list(_data(placemark))
    headings = {heading.casefold() for heading, _ in data}
    told = _plain(_said(placemark, "description"))
    if all(value in told for _, value in data) and data:
        told = ""  # Google repeats the columns there
    latitude, longitude = _point(placemark)
    own = [("Name", _said(placemark, "name")), ("Address", _said(placemark, "address"))]
    own += [("Phone", _said(placemark, "phoneNumber")), ("Description", told)]
    own += [("Latitude", latitude), ("Longitude", longitude)]
    if categories.guess(folder):
        own.append(("Category", folder))
    return filled([*((k, v) for k, v in own if k.casefold() not in headings), *data])


def _data(placemark: Element) -> Iterator[tuple[str, str]]:
    for element in placemark.iter():
        if _tag(element) == "Data" and (name := element.get("name")):
            yield name, _said(element, "value")
        elif _tag(element) == "SimpleData" and (name := element.get("name")):
            yield name, (element.text or "").strip()


def _point(placemark: Element) -> tuple[str, str]:
    """Latitude and longitude of its point, as written."""
    for element in placemark.iter():
        if _tag(element) == "Point":
            parts = _said(element, "coordinates").split(",")
            if len(parts) > 1:
                return parts[1].strip(), parts[0].strip()
    return "", ""


def _said(element: Element, tag: str) -> str:
    return next(((each.text or "").strip() for each in element if _tag(each) == tag), "")


def _tag(element: Element) -> str:
    """Without its namespace: there are several of KML."""
    return str(element.tag).rpartition("}")[2]


def _plain(html: str) -> str:
    """The words of a description; it is HTML as a rule."""
    return unescape(_TAG.sub("", _BREAKS.sub("\n", html))).strip()


NAMESPACE = "http://www.opengis.net/kml/2.2"
#: What the placemark says by itself, or every row alike.
_ELSEWHERE = ("Name", "Latitude", "Longitude", "Puertas run", "Use by")


def write(export: Export) -> bytes:
    """Placemarks in a folder a section; who has no marker has no point, and so no pin.

    There is neither ``<address>`` nor ``<description>``: from an address Google makes a pin,
    whether the owner said yes to one or not, and a description is shown as HTML.
    """
    about = export.about
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", f"Puertas run {about.run}, use by {about.use_by.isoformat()}")
    _put_data(document, {"Puertas run": str(about.run), "Use by": about.use_by.isoformat(),
                         "For": about.channel, "Mistakes": about.mistake_contact})  # fmt: skip
    headings = [heading.text for heading in export.headings]
    both = list(zip(export.entries, export.rows, strict=True))
    for section in categories.SECTIONS:
        here = [each for each in both if categories.section(each[0].category) == section]
        if here:
            folder = ET.SubElement(document, "Folder")
            _text(folder, "name", section.es if about.languages[0] == "es" else section.en)
            for entry, row in here:
                _placemark(folder, entry, zip(headings, row, strict=True))
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _placemark(folder: ET.Element, entry: Entry, cells: Iterable[tuple[str, Value]]) -> None:
    placemark = ET.SubElement(folder, "Placemark", id=entry.code)
    _text(placemark, "name", entry.name)
    values = {heading: str(value) for heading, value in cells if value}
    _put_data(placemark, {key: text for key, text in values.items() if key not in _ELSEWHERE})
    if entry.point is not None:
        longitude, latitude = entry.point
        place = ET.SubElement(placemark, "Point")
        _text(place, "coordinates", f"{longitude},{latitude}")


def _put_data(parent: ET.Element, values: dict[str, str]) -> None:
    extended = ET.SubElement(parent, "ExtendedData")
    for name, value in values.items():
        if value:
            _text(ET.SubElement(extended, "Data", name=name), "value", value)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
