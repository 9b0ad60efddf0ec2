"""What the street data page says: what each source is, on what terms, where to get it."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates

if TYPE_CHECKING:
    from directory_app.maps.streets import About

translate = QCoreApplication.translate


class Source(NamedTuple):
    """A kind of street data. ``where`` is to be read and copied: nothing here opens it."""

    name: str
    what: str
    where: str
    licence: str
    size: str


def sources() -> tuple[Source, ...]:
    """The three kinds, the easiest first."""
    return (
        Source(
            translate("MapData", "OpenStreetMap, a whole state"),
            translate(
                "MapData",
                "The best streets, parks and water; house numbers in some towns. Take the file "
                "that ends in .osm.pbf.",
            ),
            "https://download.geofabrik.de/north-america/us.html",
            translate(
                "MapData",
                "ODbL. Maps say “© OpenStreetMap contributors”; Puertas writes that by itself.",
            ),
            translate("MapData", "Some 100 MB a state, minutes to bring in."),
        ),
        Source(
            translate("MapData", "TIGER/Line, a county"),
            translate(
                "MapData",
                "All streets of a county, and which house numbers each block has. Take ADDRFEAT, "
                "ROADS and AREAWATER of your county: three ZIP files.",
            ),
            "https://www.census.gov/geographies/mapping-files/time-series/geo/tiger-line-file.html",
            translate("MapData", "Public domain."),
            translate("MapData", "A few MB a county, seconds to bring in."),
        ),
        Source(
            translate("MapData", "Address points"),
            translate(
                "MapData",
                "A point at each door: the best there is for pins. The state's 911 points or "
                "OpenAddresses, as CSV, GeoJSON or shapefile.",
            ),
            "https://openaddresses.io",
            translate("MapData", "It depends on who made them: say it when you add them."),
            translate("MapData", "Up to some 100 MB a state."),
        ),
    )


def size(bytes_: int) -> str:
    """12 MB, 0.4 MB."""
    return f"{QLocale().toString(bytes_ / 1e6, 'f', 0 if bytes_ >= 1e7 else 1)} MB"


def counts(about: "About") -> str:
    """28,896 streets, 12,000 addresses."""
    streets, points, ranges = (about.counts.get(key, 0) for key in ("street", "addr", "range"))
    told = []
    if streets:
        one, many = translate("MapData", "{n} street"), translate("MapData", "{n} streets")
        told.append(count(streets, one, many))
    if points:
        one, many = translate("MapData", "{n} address"), translate("MapData", "{n} addresses")
        told.append(count(points, one, many))
    if ranges:
        one = translate("MapData", "{n} row of house numbers")
        many = translate("MapData", "{n} rows of house numbers")
        told.append(count(ranges, one, many))
    return ", ".join(told)


def made(about: "About") -> str:
    """When it was brought in."""
    try:
        day = dt.datetime.fromisoformat(about.made_at).astimezone().date()
    except ValueError:
        return ""
    return translate("MapData", "brought in %1").replace("%1", dates.long(day))


def field_name(field: str) -> str:
    """What a column of address points can be."""
    return {
        "number": translate("MapData", "Number"),
        "street": translate("MapData", "Street"),
        "unit": translate("MapData", "Unit"),
        "city": translate("MapData", "Town"),
        "postal_code": translate("MapData", "ZIP code"),
        "longitude": translate("MapData", "Longitude"),
        "latitude": translate("MapData", "Latitude"),
    }[field]
