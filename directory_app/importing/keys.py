"""What makes two rows the same business: its name, its phones, its place."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from directory_app.importing.heading_rules import word_set
from directory_app.model import name_words, street_lines
from directory_app.model.text import fold
from directory_app.model.towns import town_key

_UNITS = word_set("ste|suite|unit|apt|local|space|spc|bldg|building|no|num|room|rm|lot|stall")
#: Words that many names share, so that they tell nothing apart.
_COMMON = word_set("the|el|la|los|las|de|del|y|and|restaurant|restaurante|llc|inc|co|company|s")
#: Likeness of folded names, 0 to 100 (rapidfuzz), from which they are the same or alike.
SAME_NAME = 92.0
LIKE_NAME = 82.0


@dataclass(slots=True)
class Entry:
    """One business as it is compared. ``at`` is its place in whatever list it came from."""

    at: int
    name: str
    core: str
    street: str
    unit: str
    city: str
    zip5: str
    phones: frozenset[str]

    @property
    def vague(self) -> bool:
        """Whether it has no phone or no street, so that its name must do."""
        return not (self.phones and self.street)


def entry(
    at: int,
    *,
    name_folded: str,
    address: tuple[str, str],
    city: str,
    postal_code: str,
    phones: tuple[str, ...],
) -> Entry:
    """Make what is compared from a folded name, (address_1, address_2), town, ZIP and phones."""
    street, unit = street_key(*address)
    core = " ".join(word for word in name_folded.split() if word not in _COMMON) or name_folded
    town = town_key(city)
    return Entry(at, name_folded, core, street, unit, town, postal_code[:5], frozenset(phones))


@lru_cache(65536)
def street_key(address_1: str, address_2: str = "") -> tuple[str, str]:
    """A street line's key and its unit: "1420 Cerrillos Road" and "1420 Cerrillos Rd." agree."""
    units = f"{street_lines.read(address_1).unit} {address_2}".replace("#", " ")
    unit = " ".join(word for word in fold(units).split() if word not in _UNITS)
    # a zero in front is kept: "01 Main" is a slip of "10 Main" rather than number 1
    zeros = re.match(r"\s*+(0++)(?=[1-9])", address_1)
    return (zeros[1] if zeros else "") + street_lines.place(address_1), unit


def same_place(a: Entry, b: Entry) -> bool:
    """The same street line in what may be the same town, and no two different units."""
    if not a.street or a.street != b.street:
        return False
    if a.unit and b.unit and a.unit != b.unit:
        return False
    return same_town(a, b) or bool(a.zip5 and a.zip5 == b.zip5)


def other_address(a: Entry, b: Entry) -> bool:
    """Two house numbers that are no slip of the other: 10 Main and 900 Main, not 1420 and 1402."""
    numbers = [re.match(r"(\d++)\w*+\s(.+)", entry.street) for entry in (a, b)]
    if numbers[0] is None or numbers[1] is None:
        return False
    (one, street), (other, street_b) = numbers[0].groups(), numbers[1].groups()
    return (street != street_b and one != other) or sorted(one) != sorted(other)


def same_town(a: Entry, b: Entry) -> bool:
    """The same town, as far as is known."""
    return not a.city or not b.city or a.city == b.city


def likeness(a: Entry, b: Entry) -> float:
    """How like two names are, 0 to 100. Different numbers in them make them different."""
    if a.name == b.name:
        return 100.0
    if a.core == b.core or a.name.replace(" ", "") == b.name.replace(" ", ""):
        return 99.0
    if _digits(a.name) != _digits(b.name):
        return 0.0
    ratio = fuzz.ratio(a.name, b.name)
    return max(ratio, fuzz.token_sort_ratio(a.core, b.core))


def contained(a: Entry, b: Entry) -> bool:
    """Whether the telling words of one name are all in the other: "Nopal", "Taqueria Nopal".

    What kind of business it is does not count: "El Nopal Tacos" is called as that one is.
    """
    if _digits(a.name) != _digits(b.name):
        return False
    if fuzz.token_set_ratio(a.core, b.core) >= 96 and min(len(a.core), len(b.core)) >= 4:
        return True
    return name_words.likeness(name_words.read(a.name), name_words.read(b.name)) >= SAME_NAME


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name) if any(char.isdigit() for char in name) else []
