"""What services reply, read with distrust. Pure.

Each reader takes the parsed JSON of one service and gives what places it names. Whatever is
not as its documentation says raises Failure(BAD_ANSWER); an empty reply is an empty list.
"""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from directory_app.geocoding import reasons
from directory_app.geocoding.online.failure import Failure
from directory_app.model.geo import Position
from directory_app.model.terms import Precision

#: Places read of one reply at most.
MOST = 10
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Answer:
    """One place that a service names. What it did not say is empty.

    ``precision`` is a terms.Precision: never finer than the service's own word for it.
    """

    position: Position
    precision: str
    label: str = ""
    number: str = ""
    street: str = ""
    town: str = ""
    state: str = ""


def parse(body: bytes) -> Any:
    """The JSON of a reply. Failure(NOT_JSON) for anything else, NaN and endless nesting too."""
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Failure(reasons.NOT_JSON) from error


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _guarded(read: Callable[[Any], list[Answer]]) -> Callable[[Any], list[Answer]]:
    """A reader whose every stumble is a Failure: the reply was not what it should be."""

    def reader(reply: Any) -> list[Answer]:
        try:
            return read(reply)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise Failure(reasons.BAD_ANSWER) from error

    return reader


def position(latitude: Any, longitude: Any) -> Position:
    """Checked coordinates. ValueError or TypeError for what is missing, infinite or nowhere."""
    if isinstance(latitude, bool) or isinstance(longitude, bool):
        raise TypeError("no number")
    north, east = float(latitude), float(longitude)
    if not (math.isfinite(north) and math.isfinite(east)):
        raise ValueError("not finite")
    if abs(north) > 90 or abs(east) > 180 or (north == 0 and east == 0):
        raise ValueError("nowhere")
    return Position(round(north, 7), round(east, 7))


def _text(value: Any) -> str:
    return str(value)[:_LONGEST] if isinstance(value, str | int) else ""


def _first(values: Mapping[str, Any], *keys: str) -> str:
    return next((text for key in keys if (text := _text(values.get(key)))), "")


_TOWN = ("city", "town", "village", "hamlet", "municipality", "locality", "localadmin")
_TOWNS = {
    *_TOWN, "suburb", "neighbourhood", "borough", "district", "county", "state", "country",
    "region", "administrative", "macroregion", "macrocounty", "quarter", "isolated_dwelling",
}  # fmt: skip
_POSTAL = {"postcode", "postal_code", "postalcode", "zip"}
_ROAD = {"road", "street", "highway"}


@_guarded
def nominatim(reply: Any) -> list[Answer]:
    """Nominatim's ``/search`` in the format json or jsonv2."""
    if isinstance(reply, Mapping) and "error" in reply:
        raise Failure(reasons.SERVICE_ERROR)
    if not isinstance(reply, list):
        raise TypeError("no list")
    return [_nominatim(place) for place in reply[:MOST]]


def _nominatim(place: Mapping[str, Any]) -> Answer:
    details = place.get("address")
    address: Mapping[str, Any] = details if isinstance(details, Mapping) else {}
    number = _text(address.get("house_number"))
    return Answer(
        position(place["lat"], place["lon"]),
        _nominatim_precision(place, number, known=bool(address)),
        _text(place.get("display_name")),
        number,
        _first(address, "road", "pedestrian", "footway", "residential", "street"),
        _first(address, *_TOWN),
        _text(address.get("state")),
    )


def _nominatim_precision(place: Mapping[str, Any], number: str, *, known: bool) -> str:
    """What a place is. A house only where it says so: for an unknown number comes the road."""
    kind = _text(place.get("addresstype")) or _text(place.get("type"))
    houses = {kind, _text(place.get("type"))} & {"house", "houses", "building", "address"}
    group = _text(place.get("class")) or _text(place.get("category"))
    if group == "highway" or kind in _ROAD:
        return Precision.STREET
    if kind in _POSTAL:
        return Precision.ZIP
    if group == "boundary" or kind in _TOWNS:
        return Precision.CITY
    if number or (houses and not known):
        interpolated = _text(place.get("type")) == "houses"
        return Precision.INTERPOLATED if interpolated else Precision.ROOFTOP
    return Precision.STREET if known and _first(place["address"], "road") else Precision.CITY


@_guarded
def photon(reply: Any) -> list[Answer]:
    """Photon's ``/api``: GeoJSON, whose properties name street and house number."""
    return [_photon(feature) for feature in reply["features"][:MOST]]


def _photon(feature: Mapping[str, Any]) -> Answer:
    said = feature["properties"]
    number, street = _text(said.get("housenumber")), _text(said.get("street"))
    kind = _text(said.get("type"))
    if kind in _ROAD:
        street = street or _text(said.get("name"))
        precision: str = Precision.STREET
    elif number:
        precision = Precision.ROOFTOP
    elif kind in _TOWNS or not street:
        precision = Precision.ZIP if kind in _POSTAL else Precision.CITY
    else:
        precision = Precision.STREET
    label = ", ".join(part for part in (f"{number} {street}".strip(), _first(said, *_TOWN)) if part)
    return Answer(
        _geojson(feature), precision, label, number, street, _first(said, *_TOWN),
        _text(said.get("state")),
    )  # fmt: skip


@_guarded
def pelias(reply: Any) -> list[Answer]:
    """Pelias's ``/v1/search``: GeoJSON with ``layer``, ``accuracy`` and ``match_type``."""
    return [_pelias(feature) for feature in reply["features"][:MOST]]


def _pelias(feature: Mapping[str, Any]) -> Answer:
    said = feature["properties"]
    layer, accuracy = _text(said.get("layer")), _text(said.get("accuracy"))
    number, street = _text(said.get("housenumber")), _text(said.get("street"))
    if layer in ("address", "venue") and number:
        pointed = accuracy == "point" and said.get("match_type") != "interpolated"
        precision: str = Precision.ROOFTOP if pointed else Precision.INTERPOLATED
    elif layer in _ROAD:
        street = street or _text(said.get("name"))
        precision = Precision.STREET
    else:
        precision = Precision.ZIP if layer in _POSTAL else Precision.CITY
    return Answer(
        _geojson(feature), precision, _text(said.get("label")), number, street,
        _first(said, *_TOWN), _first(said, "region_a", "region"),
    )  # fmt: skip


def _geojson(feature: Mapping[str, Any]) -> Position:
    longitude, latitude = feature["geometry"]["coordinates"][:2]
    return position(latitude, longitude)


@_guarded
def census(reply: Any) -> list[Answer]:
    """The US Census Bureau's ``/geocoder/locations``: always reckoned from ranges."""
    return [_census(match) for match in reply["result"]["addressMatches"][:MOST]]


def _census(match: Mapping[str, Any]) -> Answer:
    label = _text(match.get("matchedAddress"))
    parts = [part.strip() for part in label.split(",")]
    number, _, street = parts[0].partition(" ")
    return Answer(
        position(match["coordinates"]["y"], match["coordinates"]["x"]),
        Precision.INTERPOLATED,
        label,
        number,
        street,
        parts[1] if len(parts) > 2 else "",
        parts[2] if len(parts) > 2 else "",
    )
