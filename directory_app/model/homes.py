"""A home kitchen keeps its town only: where somebody lives is never kept (design.md)."""

from collections.abc import Mapping
from typing import Any

from directory_app.model.terms import AddressType, Precision

#: Fields of a business that say where a home is.
WORDS = ("address_1", "address_2", "postal_code", "directions_en", "directions_es")
PIN: dict[str, Any] = {
    "latitude": None,
    "longitude": None,
    "precision": None,
    "geocode_source": "",
    "geocoded_at": None,
}
#: All of them, blank.
NOWHERE: dict[str, Any] = {**dict.fromkeys(WORDS, ""), **PIN}


def is_home(values: Mapping[str, Any]) -> bool:
    """Whether a business (its columns) is somebody's home."""
    return bool(values.get("address_type") == AddressType.HOME)


def may_be_placed(precision: str | None) -> bool:
    """Whether a home may have a pin as near as this: its town's, and no nearer."""
    return precision is None or precision == Precision.CITY


def to_blank(values: Mapping[str, Any]) -> dict[str, Any]:
    """What of a business must be blank because it is a home: fields and their blank values.

    Empty for any other business, and for a home of which nothing but its town is known.
    """
    if not is_home(values):
        return {}
    wanted = dict.fromkeys(WORDS, "")
    if not may_be_placed(values.get("precision")) or values.get("latitude") is None:
        wanted |= PIN
    return {name: blank for name, blank in wanted.items() if values.get(name) not in (blank, None)}
