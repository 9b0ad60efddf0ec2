"""The embedded geocoder: the gazetteer behind geopy's interface, without a network."""

from collections.abc import Mapping
from typing import Any

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from directory_app.geocoding import places
from directory_app.geocoding.places import Found, Query


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """An adapter that sends nothing: whoever calls it made a mistake."""

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """Refuse."""
        raise GeocoderServiceError("the gazetteer asks nobody")

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Refuse."""
        raise GeocoderServiceError("the gazetteer asks nobody")


class Gazetteer(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Towns and ZIP codes of the United States, baked in. Opens no socket."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=NoNetwork)

    def geocode(
        self,
        query: str | Mapping[str, str],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """Find an address in one line, or a dict with ``city``, ``state`` and ``postalcode``.

        The Location's ``raw`` has ``precision`` (``city`` or ``zip``), ``source`` and
        ``reason`` (a geocoding.reasons code of what is doubtful, or empty). None if the place
        is not known. ``timeout`` is there for geopy's sake.
        """
        found = places.find(_query(query))
        if found.position is None:
            return None
        location = _location(found)
        return location if exactly_one else [location]


def _query(query: str | Mapping[str, str]) -> Query:
    if isinstance(query, str):
        return places.read(query)
    value = {key: str(query.get(key) or "") for key in ("city", "state", "postalcode")}
    return Query(value["city"], value["state"], value["postalcode"])


def _location(found: Found) -> Location:
    assert found.position is not None  # asked for by the caller's check
    raw = {"precision": found.precision, "source": found.source, "reason": found.reason}
    return Location(found.label, (found.position.latitude, found.position.longitude), raw)
