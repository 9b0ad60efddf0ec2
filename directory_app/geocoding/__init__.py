"""An address becomes a place, offline.

The geopy class is in geocoding.gazetteer, because geopy is slow to import.
"""

from directory_app.geocoding.locate import (
    HOME_STATE,
    AddressToLocate,
    Located,
    locate,
    locate_venue,
    most_common_state,
    town_point,
)
from directory_app.geocoding.reasons import sentence

__all__ = [
    "HOME_STATE",
    "AddressToLocate",
    "Located",
    "locate",
    "locate_venue",
    "most_common_state",
    "sentence",
    "town_point",
]
