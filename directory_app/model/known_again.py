"""By what a business that asked to be forgotten is known again. Pure rules: no key, no store.

A business has a few traits: what it is called, that with its town, each telephone, its house.
Each is brought to one spelling by the rules that lists are compared by, so that "Paisano, El" is
"El Paisano", "SF" is Santa Fe, and "45 Sunset Parkway" is "45 Sunset Pkwy, Ste 4". Two traits
that are known say that it is the same business; one alone can be chance, and asks a person.

What is kept is a mark of these spellings: whoever changes one (name_words, street_lines, streets,
towns and phones too) gives the spelling of before a kind of its own in ``old_traits``.
"""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from directory_app.model import name_words, phones, street_lines, streets
from directory_app.model.addresses import split
from directory_app.model.street_lines import LineKind
from directory_app.model.terms import Match
from directory_app.model.text import fold
from directory_app.model.towns import town_key


class Kind(StrEnum):
    """What a trait is. The values are stored with its mark, and are part of what is hashed."""

    NAME = "called"
    TOWN = "called_town"
    PHONE = "phone"
    ADDRESS = "door"
    # as traits were spelt before they were compared as lists are
    OLD_NAME = "name"
    OLD_TOWN = "name_town"
    OLD_ADDRESS = "address"


class Trait(NamedTuple):
    """One thing by which a business is known, in its one spelling."""

    kind: Kind
    text: str


#: The old kind of each, and what it is one with.
NOW = {Kind.OLD_NAME: Kind.NAME, Kind.OLD_TOWN: Kind.TOWN, Kind.OLD_ADDRESS: Kind.ADDRESS}


def traits(name: str, numbers: Iterable[str], address: str, city: str) -> list[Trait]:
    """The traits of a business; ``numbers`` in any form that people type."""
    return [*_named(name, city), *_phones(numbers), *_placed(address, city)]


def old_traits(name: str, address: str, city: str) -> Iterator[Trait]:
    """The spellings under which its traits may have been kept before; telephones had the same."""
    names, towns = _old_names(name), _old_towns(city)
    for one in names:
        yield Trait(Kind.OLD_NAME, one)
        yield from (Trait(Kind.OLD_TOWN, f"{one}|{town}") for town in towns if town)
    for line in _old_lines(address):
        yield from (Trait(Kind.OLD_ADDRESS, f"{line}|{town}") for town in towns)


def match(known: Collection[Trait]) -> Match:
    """What those traits of a business that are known again say, each counted once.

    A name with its town counts beside the name alone: where only the town's is known, it is by
    chance, for whoever had it had the name, too.
    """
    kinds = {trait.kind for trait in known}
    found = {trait for trait in known if trait.kind != Kind.TOWN or Kind.NAME in kinds}
    return Match.SAME if len(found) > 1 else Match.ASK if found else Match.NONE


@lru_cache(16_384)
def _named(name: str, city: str) -> tuple[Trait, ...]:
    words = name_words.read(fold(name))
    called = " ".join(words.called)
    if not called:
        return ()
    found = [Trait(Kind.NAME, called)]
    if town := _town(city):
        kinds = " ".join(sorted(words.kinds))
        found.append(Trait(Kind.TOWN, f"{called}|{kinds}|{town}"))
    return tuple(found)


def _phones(numbers: Iterable[str]) -> list[Trait]:
    read = dict.fromkeys(one for number in numbers for one in _numbers(number))
    return [Trait(Kind.PHONE, number) for number in read]


@lru_cache(16_384)
def _numbers(text: str) -> tuple[str, ...]:
    """The telephones of a text as E.164; one that is no number, with figures, as it was typed."""
    if text.startswith("+") and text[1:].isascii() and text[1:].isdigit():
        return (text,)
    read = tuple(one.number for one in phones.parse(text).phones)
    figures = sum(sign.isdecimal() for sign in text)
    return read or ((" ".join(text.split()),) if figures >= _FEWEST else ())


@lru_cache(16_384)
def _placed(address: str, city: str) -> tuple[Trait, ...]:
    """The house, in whatever town somebody puts it; without a number, what there is in its town.

    Like lists, it leaves the kind of street out, and the unit.
    """
    words = street_lines.place(address)
    if street_lines.read(address).kind is not LineKind.HOUSE and words:
        words = f"{words}|{_town(city)}"
    return (Trait(Kind.ADDRESS, words),) if words else ()


@lru_cache(4096)
def _town(city: str) -> str:
    """The key of a town, also of one that has its state or ZIP code behind it."""
    return town_key(split(city).city or city)


def _old_names(name: str) -> list[str]:
    """The folded name, and with an article brought to its front."""
    folded = fold(name)
    *others, last = folded.split() or [""]
    turned = " ".join([last, *others]) if others and last in _ARTICLES else folded
    return list(dict.fromkeys(filter(None, (folded, turned))))


def _old_towns(city: str) -> list[str]:
    return list(dict.fromkeys((fold(city), fold(split(city).city), _town(city))))


def _old_lines(address: str) -> list[str]:
    """A street line as it was kept, also where it is spelt out now, or shortened, or has a unit."""
    line = street_lines.read(address)
    lines = [fold(address)]
    if line.number is not None:
        house = f"{line.number}{line.suffix}"
        named = fold(line.name)
        lines += [f"{house} {text}" for text in (named, line.key, streets.letters(line.key))]
        lines += [f"{house} {_ordinal(line.key)}"]
    kept = (" ".join(_OLD_WORDS.get(word, word) for word in one.split()) for one in lines)
    return list(dict.fromkeys(filter(None, kept)))


def _ordinal(key: str) -> str:
    """A key with its numbered street as a list has it: "w 1 st" is "w 1st st"."""
    words = key.split()
    return " ".join(_ending(word) if word.isdigit() else word for word in words)


def _ending(number: str) -> str:
    teen = len(number) > 1 and number[-2] == "1"
    return number + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))


#: With fewer figures it is no telephone, but a word in its place.
_FEWEST = 5
_ARTICLES = frozenset(("el", "la", "los", "las", "the"))
#: How street words were shortened in marks that are kept since before; nothing new uses it.
_OLD_WORDS = {
    "street": "st", "road": "rd", "avenue": "ave", "av": "ave", "boulevard": "blvd",
    "drive": "dr", "lane": "ln", "highway": "hwy", "court": "ct", "place": "pl", "suite": "ste",
    "north": "n", "south": "s", "east": "e", "west": "w",
}  # fmt: skip
