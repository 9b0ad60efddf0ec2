"""What OpenStreetMap's tags mean for a map and for looking addresses up. Pure."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from directory_app.maps.streets.classes import (
    OSM_HIGHWAY,
    OSM_RAILWAY,
    OSM_WATERWAY,
    RoadClass,
)

#: Only things with one of these keys are looked at.
KEYS = (
    "highway", "railway", "waterway", "addr:housenumber", "addr:interpolation", "place",
    "natural", "landuse", "leisure",
)  # fmt: skip
#: Kinds of towns, and how they are spelt here.
PLACES = {
    kind: kind
    for kind in ("city", "town", "village", "hamlet", "suburb", "neighbourhood", "quarter")
}
_AREAS = {
    ("natural", "water"): "water",
    ("waterway", "riverbank"): "water",
    ("landuse", "reservoir"): "water",
    ("landuse", "basin"): "water",
    ("leisure", "park"): "park",
    ("leisure", "garden"): "park",
    ("leisure", "golf_course"): "park",
    ("leisure", "nature_reserve"): "park",
    ("leisure", "recreation_ground"): "park",
    ("landuse", "recreation_ground"): "park",
    ("landuse", "village_green"): "park",
    ("landuse", "cemetery"): "park",
    ("landuse", "forest"): "park",
    ("natural", "wood"): "park",
    ("landuse", "residential"): "town",
    ("landuse", "commercial"): "town",
    ("landuse", "retail"): "town",
    ("landuse", "industrial"): "town",
}
_OTHER_NAMES = ("alt_name", "old_name", "official_name", "loc_name", "short_name", "name:es",
                "name:en", "name_1", "name_2")  # fmt: skip
#: More numbers than this in one tag are no list of doors.
MOST_NUMBERS = 40


class House(NamedTuple):
    """An address: its numbers ("12;14" is two), and the street, which may be empty."""

    numbers: tuple[str, ...]
    street: str
    unit: str
    city: str
    postal_code: str


def line_class(tags: Mapping[str, str]) -> RoadClass | None:
    """The class of a way that is drawn as a line; None for anything else."""
    highway = tags.get("highway")
    if highway:
        return None if tags.get("area") == "yes" else OSM_HIGHWAY.get(highway)
    if tags.get("railway") in OSM_RAILWAY:
        return None if "service" in tags else RoadClass.RAILWAY
    return RoadClass.RIVER if tags.get("waterway") in OSM_WATERWAY else None


def names(tags: Mapping[str, str]) -> tuple[str, str, list[str]]:
    """A street's name, its highway numbers (``US 70;NM 14``) and its other names."""
    ref = ";".join(part.strip() for part in tags.get("ref", "").split(";") if part.strip())
    others = [
        part.strip()
        for key in _OTHER_NAMES
        if key in tags
        for part in tags[key].split(";")
        if part.strip()
    ]
    return tags.get("name", ""), ref, others


def area_kind(tags: Mapping[str, str]) -> str:
    """``water``, ``park``, ``town``, or nothing."""
    for key in ("natural", "waterway", "leisure", "landuse"):
        value = tags.get(key)
        if value and (key, value) in _AREAS:
            return _AREAS[key, value]
    return ""


def house(tags: Mapping[str, str]) -> House | None:
    """The address of a thing that has a house number; whose it is, is not looked at."""
    text = tags.get("addr:housenumber", "")
    numbers = tuple(
        dict.fromkeys(part.strip() for part in re.split(r"[;,]", text[:400]) if part.strip())
    )[:MOST_NUMBERS]
    if not numbers:
        return None
    return House(
        numbers,
        tags.get("addr:street") or tags.get("addr:place") or "",
        tags.get("addr:unit", ""),
        tags.get("addr:city", ""),
        tags.get("addr:postcode", "")[:5],
    )


def number_value(number: str) -> int | None:
    """The number of ``12`` or ``12B``."""
    found = re.match(r"\d{1,9}", number)
    return int(found[0]) if found else None


def population(text: str) -> int:
    """People of a town as OSM writes it; 0 where that is no number."""
    digits = re.sub(r"[,. ']", "", text)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
