"""How much of a place may leave the laptop: address and pin cut to what the owner agreed to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from directory_app.model.geo import Position
from directory_app.model.house_numbers import five_digits, without_house_number
from directory_app.model.terms import AddressType, LocationVisibility, Precision

#: A street-level place is moved to the middle of a cell of this many degrees (about 220 by
#: 180 metres in New Mexico): always the same one, so that asking again tells nothing more.
CELL = 0.002
#: Where a town is, by its name and state.
TownPoint = Callable[[str, str], Position | None]


@dataclass(frozen=True, slots=True)
class Place:
    """The public side of an address and its pin."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    position: Position | None = None
    is_pin: bool = False
    precision: str | None = None
    marker: Position | None = None
    exact: bool = False

    def without_marker(self) -> "Place":
        """The same for an owner who did not say yes to the map."""
        return replace(self, marker=None)


def public_place(row: dict[str, Any], town_point: TownPoint | None) -> Place:
    """Cut a business row to its location_visibility; a home shows its town at most.

    Exact keeps all. Street drops house number, unit, ZIP+4 and directions and blurs the pin. Town
    keeps the town, and its point to measure from. None keeps no address at all; the town's
    point only chooses and orders.
    """
    seen = visibility(row)
    if seen == LocationVisibility.EXACT:
        return _exact(row, town_point)
    if seen == LocationVisibility.STREET:
        return _street(row, town_point)
    place = _in_town(row, town_point)
    if seen == LocationVisibility.TOWN:
        return replace(place, city=row["city"], state_province=row["state_province"])
    return place


def visibility(row: dict[str, Any]) -> str:
    """How much of the place may leave: the owner's choice, and a home at most its town."""
    chosen = LocationVisibility(row["location_visibility"])
    if row["address_type"] == AddressType.HOME and chosen != LocationVisibility.NONE:
        return LocationVisibility.TOWN
    return chosen


def blurred(position: Position) -> Position:
    """The middle of the position's cell: stable, and the same for all its neighbours."""

    def middle(degrees: float) -> float:
        return round((degrees // CELL + 0.5) * CELL, 4)

    return Position(middle(position.latitude), middle(position.longitude))


def _exact(row: dict[str, Any], town_point: Any) -> Place:
    base = _pinned(row, town_point, _pin(row))
    return replace(
        base,
        address_1=row["address_1"],
        address_2=row["address_2"],
        city=row["city"],
        state_province=row["state_province"],
        postal_code=row["postal_code"],
        exact=True,
    )


def _street(row: dict[str, Any], town_point: Any) -> Place:
    pin = _pin(row)
    base = _pinned(row, town_point, None if pin is None else blurred(pin))
    coarse = base.precision in (Precision.CITY, Precision.ZIP)
    return replace(
        base,
        address_1=without_house_number(row["address_1"]),
        city=row["city"],
        state_province=row["state_province"],
        postal_code=five_digits(row["postal_code"]),
        precision=base.precision if coarse or not base.is_pin else Precision.STREET.value,
    )


def _pin(row: dict[str, Any]) -> Position | None:
    if row["latitude"] is None or row["longitude"] is None:
        return None
    return Position(row["latitude"], row["longitude"])


def _pinned(row: dict[str, Any], town_point: Any, pin: Position | None) -> Place:
    if pin is None:
        return _in_town(row, town_point)
    return Place(position=pin, is_pin=True, precision=row["precision"], marker=pin)


def _in_town(row: dict[str, Any], town_point: Any) -> Place:
    """Without a pin, or with a hidden one: the town's point serves to choose and order."""
    point = town_point(row["city"], row["state_province"]) if town_point and row["city"] else None
    return Place(position=point, precision=Precision.CITY.value if point else None)
