"""A part of the map as it may be told: who lies in it by the place that may leave the laptop.

A list of who is "within 260 ft" that goes out says where a hidden pin is, as surely as a coordinate
would. So whatever leaves is chosen by ``places.public_place``: the pin only where it is shown, the
middle of its cell where the street is, else the town's point.
"""

import json
from functools import lru_cache
from typing import Any

from directory_app.model.geo import Position
from directory_app.store.area import Area, town_of
from directory_app.store.places import public_place

SHOWN = "(business.location_visibility = 'exact' AND business.address_type <> 'home')"
_COLUMNS = (
    *("location_visibility", "address_type", "latitude", "longitude", "city", "state_province"),
)
_TOLD = f"told_inside(?, {', '.join(f'business.{name}' for name in _COLUMNS)})"
_NOTHING_ELSE = {"address_1": "", "address_2": "", "postal_code": "", "precision": None}


def terms(connection: Any, area: Area) -> tuple[str, list[Any]]:
    """As ``area.terms``, by the places that may be told."""
    connection.create_function("told_inside", len(_COLUMNS) + 1, _inside)
    where, values = area.terms()
    center = area.center and (area.center.latitude, area.center.longitude)
    told = json.dumps((area.south, area.west, area.north, area.east, center, area.miles))
    return f"(({SHOWN} AND {where}) OR (NOT {SHOWN} AND {_TOLD}))", [*values, told]


def _inside(told: str, *values: Any) -> int:
    row = _NOTHING_ELSE | dict(zip(_COLUMNS, values, strict=True))
    place = public_place(row, town_of).position
    return int(place is not None and _area(told).holds(place))


@lru_cache(64)
def _area(told: str) -> Area:
    south, west, north, east, center, miles = json.loads(told)
    return Area(south, west, north, east, Position(*center) if center else None, miles)
