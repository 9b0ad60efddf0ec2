"""An address becomes a place: offline, and by a service where owner and person agree.

The geopy classes are in geocoding.online, because geopy is slow to import.
"""

from directory_app.geocoding.attribution import attribution
from directory_app.geocoding.candidates import AddressToAsk, Candidate
from directory_app.geocoding.locate import (
    HOME_STATE,
    AddressToLocate,
    Located,
    locate,
    locate_venue,
    most_common_state,
    shows_town_only,
    town_point,
)
from directory_app.geocoding.reasons import is_reason, sentence

__all__ = [
    "HOME_STATE",
    "AddressToAsk",
    "AddressToLocate",
    "Candidate",
    "Located",
    "attribution",
    "is_reason",
    "locate",
    "locate_venue",
    "most_common_state",
    "sentence",
    "shows_town_only",
    "town_point",
]
