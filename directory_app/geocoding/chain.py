"""The chain of geocoders, finest first, each behind geopy's interface. None opens a socket.

A manual pin, address points, ranges of house numbers, the street or the corner, and at last
the gazetteer. ``locate`` walks the same rules without geopy, which is slow to import and
would make thousands of objects. The services that can be asked are in geocoding.online.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from directory_app.geocoding import finding, matching, places
from directory_app.geocoding.around import around
from directory_app.geocoding.candidates import Candidate, Finding
from directory_app.geocoding.gazetteer import Gazetteer, NoNetwork
from directory_app.geocoding.places import Query
from directory_app.geocoding.regions import regions
from directory_app.model.geo import Position
from directory_app.model.street_lines import LineKind, StreetLine, read
from directory_app.model.terms import Precision

#: An address in one line, or ``street``, ``city``, ``state`` and ``postalcode``.
Asked = str | Mapping[str, str]


class Offline(Geocoder):  # type: ignore[misc]  # geopy has no types
    """A geocoder of this laptop's own. Subclasses say what they find in ``find``."""

    def __init__(self) -> None:
        super().__init__(adapter_factory=NoNetwork)

    def find(self, street: str, query: Query) -> Finding:
        """What there is for a street line in a town."""
        raise NotImplementedError

    def geocode(
        self, query: Asked, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """The place, None if there is none or it could be more than one.

        With ``exactly_one`` False, a list: the one place, or all that it could be. ``raw`` of
        each has ``precision``, ``score`` and ``source``.
        """
        found = self.find(*_asked(query))
        taken = (found.best,) if found.best else ()
        if exactly_one:
            return _location(taken[0]) if taken else None
        return [_location(one) for one in taken or found.choices] or None


def _location(one: Any) -> Location:
    raw = {"precision": one.precision, "score": one.score, "source": one.source}
    return Location(one.label, (one.position.latitude, one.position.longitude), raw)


def _asked(query: Asked) -> tuple[str, Query]:
    if isinstance(query, str):
        return places.read_line(query)
    value = {key: str(query.get(key) or "") for key in ("street", "city", "state", "postalcode")}
    return value["street"], Query(value["city"], value["state"], value["postalcode"])


class ManualPin(Offline):
    """The pin that a person set: whatever the address says, it is there."""

    def __init__(self, position: Position | None) -> None:
        super().__init__()
        self.position = position

    def find(self, street: str, query: Query) -> Finding:
        """The pin."""
        if self.position is None:
            return finding.NOTHING
        return Finding(Candidate(street, self.position, Precision.MANUAL, 1.0, "person"))


class StreetData(Offline):
    """Downloaded street data. ``precisions`` are those that a subclass answers with."""

    precisions: frozenset[str] = frozenset(
        (Precision.ROOFTOP, Precision.INTERPOLATED, Precision.STREET)
    )

    def find(self, street: str, query: Query) -> Finding:
        """What the data has, if it is of these precisions."""
        known = regions()
        within = around(query, known)
        if not known or within is None:
            return finding.NOTHING
        found = matching.match(self.line(street), within, known)
        best = found.best if found.best and found.best.precision in self.precisions else None
        return replace(found, best=best) if best or found.choices else finding.NOTHING

    def line(self, street: str) -> StreetLine:
        """The street line as this geocoder reads it."""
        return read(street)


class AddressPoints(StreetData):
    """Only doors that are in the data."""

    precisions = frozenset((Precision.ROOFTOP,))


class Ranges(StreetData):
    """Numbers reckoned between others, and corners."""

    precisions = frozenset((Precision.INTERPOLATED,))


class Streets(StreetData):
    """Only the street, whatever the number."""

    precisions = frozenset((Precision.STREET,))

    def line(self, street: str) -> StreetLine:
        """The line without its number."""
        line = read(street)
        return replace(line, kind=LineKind.STREET) if line.kind == LineKind.HOUSE else line


class Chain(Geocoder):  # type: ignore[misc]  # geopy has no types
    """One geocoder after another, until one knows the place or names several."""

    def __init__(self, links: list[Geocoder] | None = None, pin: Position | None = None) -> None:
        super().__init__(adapter_factory=NoNetwork)
        self.links = links or [
            ManualPin(pin), AddressPoints(), Ranges(), Streets(), Gazetteer(),
        ]  # fmt: skip

    def geocode(
        self, query: Asked, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL
    ) -> Location | list[Location] | None:
        """What the first link that knows anything says.

        Where one names several places, nothing coarser is asked of the street data: the
        gazetteer's town is the answer, or with ``exactly_one`` False the several.
        """
        doubtful = False
        for link in self.links:
            if doubtful and isinstance(link, StreetData):
                continue
            found = link.geocode(query, exactly_one=False)
            if found and len(found) == 1:
                return found[0] if exactly_one else found
            if found and not exactly_one:
                return found
            doubtful = doubtful or bool(found)
        return None
