"""Who makes the data, on what terms, and what must be written on a map made with it."""

from typing import NamedTuple


class Terms(NamedTuple):
    """A source as the program tells of it; ``attribution`` goes on every map."""

    kind: str
    source: str
    licence: str
    attribution: str


OSM = Terms(
    "osm",
    "OpenStreetMap",
    "Open Database License (ODbL) 1.0",
    "© OpenStreetMap contributors, ODbL",
)
TIGER = Terms(
    "tiger",
    "TIGER/Line, U.S. Census Bureau",
    "public domain",
    "Streets: U.S. Census Bureau, TIGER/Line",
)
#: Of whose points they are, only the file itself could tell.
POINTS = Terms("points", "address points", "see where you got them", "")
