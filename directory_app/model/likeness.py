"""How like two kept businesses are: by name, phone, place and address. Pure, no store.

``score`` is the one rule. Its reasons are codes: "phone", "name", "name_alike", "place",
"address".
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians

from rapidfuzz import fuzz

from directory_app.model.text import fold

#: Metres in which two pins are the same place; the second where neither town nor number helps.
NEAR, NEAR_OUTSIDE = 150.0, 500.0
_METRES = 111_195.0  # of one degree of latitude, on a sphere of 6,371 km
#: Words that many names share, so that they tell nothing apart.
_COMMON = frozenset({
    "the", "el", "la", "los", "las", "de", "del", "y", "and", "s",
    "restaurant", "restaurante", "rest", "llc", "inc", "co",
})  # fmt: skip
_WAYS = frozenset({
    "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west",
    "norte", "sur", "calle", "avenida",
})  # fmt: skip
_SAME, _ALIKE, _RELATED = 95.0, 82.0, 50.0


@dataclass(frozen=True, slots=True)
class Known:
    """What of a business is compared. ``phones`` are digits, ``position`` degrees north, east."""

    id: str
    name: str
    core: str
    address: str
    town: str
    phones: frozenset[str]
    position: tuple[float, float] | None

    @property
    def radius(self) -> float:
        """Metres in which another pin is the same place: more without a house number."""
        return NEAR if self.address else NEAR_OUTSIDE


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two are: 0 to 100, why, and how far apart their pins are, if both have one."""

    score: float
    reasons: tuple[str, ...]
    metres: float | None


def known(
    id: str,
    *,
    name_folded: str,
    address: str,
    city: str,
    phones: frozenset[str],
    position: tuple[float, float] | None,
    postal_code: str = "",
) -> Known:
    """Make what is compared from what is kept."""
    words = [word for word in name_folded.split() if word not in _COMMON]
    core = " ".join(sorted(words)) or name_folded
    return Known(id, name_folded, core, address_key(address), _town(city), phones, position)


def phone_key(number: str) -> str:
    """The last ten digits, so that a country code may lack."""
    return re.sub(r"\D", "", number)[-10:]


@lru_cache(65536)
def address_key(address: str) -> str:
    """House number and telling street word: "1420 W Cerrillos Road, Suite 4" is "1420 cerrillos".

    Empty without a house number.
    """
    words = fold(address).split()
    if len(words) < 2 or not words[0][0].isdigit():
        return ""
    return f"{words[0]} {next((w for w in words[1:] if w not in _WAYS), words[1])}"


@lru_cache(4096)
def _town(city: str) -> str:
    return fold(city)


def metres(one: Known, other: Known) -> float | None:
    """How far apart their pins are, in metres on a plane; None without two pins."""
    if one.position is None or other.position is None:
        return None
    (north, east), (north_b, east_b) = one.position, other.position
    middle = (north + north_b) / 2
    return _METRES * hypot(north - north_b, (east - east_b) * cos(radians(middle)))


def score(one: Known, other: Known) -> Likeness | None:
    """How like two are; None if they are hardly the same. Symmetric."""
    phone = not one.phones.isdisjoint(other.phones)
    apart = metres(one, other)
    place = apart is not None and apart <= max(one.radius, other.radius)
    address = bool(one.address) and one.address == other.address and _may_be_same_town(one, other)
    if not (phone or place or address) and (one.core != other.core or not _unplaced(one, other)):
        return None
    name = _name(one, other)
    if name < (_RELATED if phone else 70.0 if address else _ALIKE):
        return None
    reasons = [code for code, holds in (("phone", phone), ("address", address)) if holds]
    reasons += ["name"] if name >= _SAME else ["name_alike"] if name >= _ALIKE else []
    reasons += ["place"] if place else []
    total = 0.55 * name + 20 * phone + 15 * address + (10 if place else 0)
    return Likeness(round(total, 1), tuple(reasons), apart)


def _unplaced(one: Known, other: Known) -> bool:
    """Whether one lacks a pin or address to be told apart by, in what may be the same town."""
    lacks = (one.position is None or other.position is None) and not (one.address and other.address)
    return lacks and _may_be_same_town(one, other)


def _may_be_same_town(one: Known, other: Known) -> bool:
    return not one.town or not other.town or one.town == other.town


def _name(one: Known, other: Known) -> float:
    if one.name == other.name:
        return 100.0
    if one.core == other.core:
        return 99.0
    if _digits(one.name) != _digits(other.name):
        return 0.0
    return max(fuzz.ratio(one.name, other.name), fuzz.ratio(one.core, other.core))


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name) if any(map(str.isdigit, name)) else []
