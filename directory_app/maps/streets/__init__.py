"""Street data: one SQLite file a region, filled from public files and read for drawing."""

from directory_app.maps.streets.classes import RoadClass
from directory_app.maps.streets.geometry import Box, join
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

__all__ = [
    "About",
    "Area",
    "Box",
    "Level",
    "Region",
    "RoadClass",
    "Street",
    "Town",
    "join",
    "open_regions",
    "troubles",
]
