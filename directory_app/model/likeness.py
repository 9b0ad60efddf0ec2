"""How like two kept businesses are: by name, phone, place and address. Pure, no store.

``score`` is the one rule. Its reasons are codes: "phone", "phone_alike" (two digits swapped),
"address", "address_alike", "name", "name_alike", "place", "town" (nothing but name and town).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import cos, hypot, radians

from rapidfuzz import fuzz

from directory_app.model import name_words
from directory_app.model.name_words import NameWords
from directory_app.model.text import fold
from directory_app.model.towns import town_key

#: Metres in which two pins are the same place; the second where neither town nor number helps.
NEAR, NEAR_OUTSIDE = 150.0, 500.0
_METRES = 111_195.0  # of one degree of latitude, on a sphere of 6,371 km
_WAYS = frozenset({
    "n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west",
    "norte", "sur", "calle", "avenida",
})  # fmt: skip
_SAME, _ALIKE = 95.0, 82.0
#: How alike names have to be at least beside each kind of evidence, the strongest first.
_LEAST = {"phone": 55.0, "address": 70.0, "place": 82.0, "phone_alike": 82.0, "address_alike": 82.0}
#: ... and where nothing but the town is known of either.
_LEAST_ALONE = 93.0
_POINTS = {"phone": 20, "address": 15, "place": 10, "phone_alike": 12, "address_alike": 10}
#: Taken off where one is a bakery and the other a laundry.
_OTHER_KIND = 10.0


@dataclass(frozen=True, slots=True)
class Known:
    """What of a business is compared. ``phones`` are digits, ``position`` degrees north, east.

    ``core`` are the telling words of the name; ``address`` is ``address_key``; ``mixes`` are the
    digits of telephones and of the house in order, the same however two of them were swapped.
    """

    id: str
    name: str
    core: str
    words: NameWords
    address: str
    town: str
    zip: str
    phones: frozenset[str]
    position: tuple[float, float] | None
    mixes: tuple[frozenset[str], str]

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
    words = name_words.read(name_folded)
    return Known(
        id,
        name_folded,
        " ".join(words.called),
        words,
        address_key(address),
        town_key(city),
        postal_code[:5],
        phones,
        position,
        (frozenset("".join(sorted(one)) for one in phones), _mixed_address(address_key(address))),
    )


@lru_cache(65536)
def _mixed_address(key: str) -> str:
    number, _, street = key.partition(" ")
    return f"{''.join(sorted(number))} {street}"


def phone_key(number: str) -> str:
    """The last ten digits, so that a country code may lack."""
    return re.sub(r"\D", "", number)[-10:]


def swaps(digits: str, last: int) -> list[str]:
    """Keys of a number, one for each two neighbours among its ``last`` digits, both in order.

    Two numbers that differ by two swapped digits share one of them.
    """
    size = len(digits)
    return [
        f"{digits[:at]}{min(two)}-{max(two)}{digits[at + 2 :]}"
        for at in range(max(size - last, 0), size - 1)
        if (two := digits[at : at + 2])[0] != two[-1]
    ]


def is_swap(one: str, other: str) -> bool:
    """Whether one number is the other with two neighbours swapped."""
    if len(one) != len(other) or one == other:
        return False
    at = next(n for n, (mine, theirs) in enumerate(zip(one, other, strict=True)) if mine != theirs)
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


@lru_cache(65536)
def address_key(address: str) -> str:
    """House number and telling street word: "1420 W Cerrillos Road, Suite 4" is "1420 cerrillos".

    Empty without a house number.
    """
    words = fold(address).split()
    if len(words) < 2 or not words[0][0].isdigit():
        return ""
    return f"{words[0]} {next((w for w in words[1:] if w not in _WAYS), words[1])}"


def metres(one: Known, other: Known) -> float | None:
    """How far apart their pins are, in metres on a plane; None without two pins."""
    if one.position is None or other.position is None:
        return None
    (north, east), (north_b, east_b) = one.position, other.position
    middle = (north + north_b) / 2
    return _METRES * hypot(north - north_b, (east - east_b) * cos(radians(middle)))


def score(one: Known, other: Known) -> Likeness | None:
    """How like two are; None if they are hardly the same. Symmetric."""
    apart = metres(one, other)
    evidence = _evidence(one, other, apart)
    if not evidence and not _unplaced(one, other):
        return None
    least = min((_LEAST[code] for code in evidence), default=_LEAST_ALONE)
    name = _name(one, other, alone=not evidence)
    if name < least:
        return None
    reasons = [code for code in evidence if code != "place"]
    reasons += ["name"] if name >= _SAME else ["name_alike"] if name >= _ALIKE else []
    reasons += ["place"] if "place" in evidence else [] if evidence else ["town"]
    total = 0.55 * name + sum(_POINTS[code] for code in evidence)
    return Likeness(round(total, 1), tuple(reasons), apart)


def _evidence(one: Known, other: Known, apart: float | None) -> list[str]:
    """What beside the name says that they are one."""
    found = []
    near = _may_be_same_town(one, other)
    if not one.phones.isdisjoint(other.phones):
        found.append("phone")
    elif near and not one.mixes[0].isdisjoint(other.mixes[0]) and _is_phone_swap(one, other):
        found.append("phone_alike")
    if near and one.address and other.address:
        if one.address == other.address:
            found.append("address")
        elif one.mixes[1] == other.mixes[1] and _is_house_swap(one, other):
            found.append("address_alike")
    if apart is not None and apart <= max(one.radius, other.radius):
        found.append("place")
    return found


def _is_phone_swap(one: Known, other: Known) -> bool:
    return any(is_swap(mine, theirs) for mine in one.phones for theirs in other.phones)


def _is_house_swap(one: Known, other: Known) -> bool:
    return is_swap(one.address.partition(" ")[0], other.address.partition(" ")[0])


def _unplaced(one: Known, other: Known) -> bool:
    """Whether one lacks a pin or address to be told apart by, in what may be the same town."""
    lacks = (one.position is None or other.position is None) and not (one.address and other.address)
    return lacks and _may_be_same_town(one, other)


def _may_be_same_town(one: Known, other: Known) -> bool:
    """Whether neither town nor ZIP says that they are in different ones."""
    if one.town and other.town:
        return one.town == other.town
    return not one.zip or not other.zip or one.zip == other.zip


def _name(one: Known, other: Known, *, alone: bool) -> float:
    """How alike the names are; ``alone``: nothing else is known, so a branch is another."""
    if one.name == other.name:
        return 100.0
    mine, theirs = one.words, other.words
    if mine.numbers != theirs.numbers and (alone or (mine.numbers and theirs.numbers)):
        return 0.0
    conflict = mine.kinds and theirs.kinds and mine.kinds.isdisjoint(theirs.kinds)
    off = _OTHER_KIND if conflict else 0.0
    if one.core == other.core or one.name.replace(" ", "") == other.name.replace(" ", ""):
        return 99.0 - off
    alike = name_words.likeness(mine, theirs)
    if not alone:  # words that were torn apart or joined, and scripts without spaces
        alike = max(alike, fuzz.ratio(one.core, other.core), fuzz.ratio(one.name, other.name))
    return min(alike, 98.0) - off
