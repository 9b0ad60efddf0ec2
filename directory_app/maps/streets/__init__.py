"""Street data: one SQLite file a region, filled from public files and read for drawing."""

from directory_app.maps.streets.bringing import Brought, bring, brought, look
from directory_app.maps.streets.classes import RoadClass
from directory_app.maps.streets.files import clear_away, remove
from directory_app.maps.streets.geometry import Box, join
from directory_app.maps.streets.point_columns import UnknownColumns
from directory_app.maps.streets.point_columns import parse as parse_columns
from directory_app.maps.streets.recognising import Found
from directory_app.maps.streets.region import (
    About,
    Area,
    Level,
    Region,
    Street,
    Town,
    open_regions,
    troubles,
)
from directory_app.maps.streets.shared import shared_regions

__all__ = [
    "About",
    "Area",
    "Box",
    "Brought",
    "Found",
    "Level",
    "Region",
    "RoadClass",
    "Street",
    "Town",
    "UnknownColumns",
    "bring",
    "brought",
    "clear_away",
    "join",
    "look",
    "open_regions",
    "parse_columns",
    "remove",
    "shared_regions",
    "troubles",
]
