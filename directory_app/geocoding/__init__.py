"""An address becomes a place, offline.

The geopy class is in geocoding.gazetteer, because geopy is slow to import.
"""

from directory_app.geocoding.locate import (
    AddressToLocate,
    Located,
    locate,
    locate_venue,
    most_common_state,
    town_point,
)
from directory_app.geocoding.reasons import sentence

__all__ = [
    "AddressToLocate",
    "Located",
    "locate",
    "locate_venue",
    "most_common_state",
    "sentence",
    "town_point",
]
