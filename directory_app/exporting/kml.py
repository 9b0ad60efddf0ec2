"""KML 2.2 for Google My Maps and Earth: a folder a section, a placemark a business.

There is neither ``<address>`` nor ``<description>``: from an address Google makes a pin, whether
the owner said yes to one or not, and a description is shown as HTML.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from directory_app.exporting import facts
from directory_app.exporting.about import About
from directory_app.exporting.columns import columns
from directory_app.model import categories
from directory_app.model.listing import PublicListing

NAMESPACE = "http://www.opengis.net/kml/2.2"
#: What the placemark says by itself, or every row alike.
_ELSEWHERE = ("Name", "Latitude", "Longitude", "Puertas run", "Use by")


def as_kml(listings: Sequence[PublicListing], about: About) -> bytes:
    """A document of placemarks; who has no marker has no point, and so no pin."""
    root = ET.Element("kml", xmlns=NAMESPACE)
    document = ET.SubElement(root, "Document")
    _text(document, "name", f"Puertas run {about.run}, use by {about.use_by.isoformat()}")
    _data(document, {"Puertas run": str(about.run), "Use by": about.use_by.isoformat(),
                     "For": about.channel, "Mistakes": about.mistake_contact})  # fmt: skip
    for section in categories.SECTIONS:
        here = [each for each in listings if categories.section(each.category) == section]
        if here:
            folder = ET.SubElement(document, "Folder")
            _text(folder, "name", section.es if about.languages[0] == "es" else section.en)
            for listing in here:
                _placemark(folder, listing, about)
    ET.indent(root)
    data: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _placemark(folder: ET.Element, listing: PublicListing, about: About) -> None:
    placemark = ET.SubElement(folder, "Placemark", id=listing.code)
    _text(placemark, "name", listing.name)
    values = {
        column.heading: str(value)
        for column in columns(about)
        if column.heading not in _ELSEWHERE
        if (value := column.value(listing, about))
    }
    _data(placemark, values)
    point = facts.coordinates(listing)
    if point is not None:
        longitude, latitude = point
        place = ET.SubElement(placemark, "Point")
        _text(place, "coordinates", f"{longitude},{latitude}")


def _data(parent: ET.Element, values: dict[str, str]) -> None:
    extended = ET.SubElement(parent, "ExtendedData")
    for name, value in values.items():
        if value:
            _text(ET.SubElement(extended, "Data", name=name), "value", value)


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = text
