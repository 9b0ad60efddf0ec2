"""KML of Google My Maps or Earth, and KMZ, which is KML in a ZIP archive."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from directory_app.errors import UserError
from directory_app.importing import archives
from directory_app.importing.records import Records, filled
from directory_app.model import categories

_BREAKS = re.compile(r"<\s*(?:br|/p|/div|/tr|/li)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def read(path: Path, members: tuple[str, ...] = ()) -> Records:
    """A business a placemark. ``members`` are the KML files of a KMZ. Raises UserError."""
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
