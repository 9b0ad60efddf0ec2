"""The words of a business's name apart: what kind it is, and what it is called.

"Panadería La Luz" and "La Luz Bakery" are called the same and are of one kind, in whichever
language, order and abbreviation somebody wrote them down. On folded names; pure.
"""

from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

#: Words that many names share, so that they tell nothing apart.
_COMMON = frozenset({
    "the", "el", "la", "los", "las", "lo", "de", "del", "y", "and", "e", "s", "a", "al", "at", "of",
    "llc", "inc", "co", "corp", "ltd", "no", "num", "number", "numero", "nm",
})  # fmt: skip
#: Words for a kind of business, in both languages and as they are cut short.
_KINDS = {
    "food": "restaurant restaurante restaurantes rest rte comedor kitchen cocina diner fonda cafe "
    "coffee cafeteria tacos taco taqueria tqa lonchera truck food foods grill cantina eatery",
    "goods": "tienda store shop market mercado mercadito mkt mart grocery groceries abarrotes "
    "abarrote super supermercado supermarket bodega minisuper tiendita",
    "bread": "panaderia bakery pan pasteleria pastel reposteria bakeshop",
    "meat": "carniceria carnes meat meats butcher",
    "hair": "salon estetica beauty peluqueria barber barberia barbershop hair nails unas spa",
    "laundry": "lavanderia laundry laundromat lavand",
    "cars": "taller auto autos automotriz mechanic mecanico llantera llantas tire tires electrico "
    "repair garage",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
#: Written short, or as a figure or a word.
_LONG = {
    "hnos": "hermanos", "hno": "hermano", "bros": "brothers", "orig": "original", "sn": "san",
    "sta": "santa", "sto": "santo", "mt": "mount", "intl": "international", "ntl": "national",
    "one": "1", "uno": "1", "two": "2", "dos": "2", "three": "3", "tres": "3", "four": "4",
    "cuatro": "4", "five": "5", "cinco": "5", "first": "1", "second": "2", "ii": "2", "iii": "3",
}  # fmt: skip
#: From so many letters on, one wrong is a slip; from twice as many, two.
_LEAST, _LONG_WORD = 4, 9
_LONG_KIND = 5
#: A word that is almost another counts so much of it.
_ALMOST = 0.92


class NameWords(NamedTuple):
    """``called``: the telling words in their order; ``kinds``: keys of what it is."""

    called: tuple[str, ...]
    kinds: frozenset[str]

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in it: "Nopal 2" is another branch than "Nopal 1"."""
        return frozenset(word for word in self.called if word.isdigit())


@lru_cache(16_384)
def read(folded: str) -> NameWords:
    """The words of a folded name. What has no telling word is called by all of it."""
    words = folded.split()
    kinds = frozenset(filter(None, map(_kind, words)))
    telling = [word for word in words if word not in _COMMON]
    called = [_LONG.get(word, word) for word in telling if not _kind(word)]
    return NameWords(tuple(sorted(called or telling or words)), kinds)


def spelt(word: str) -> str:
    """A folded word as ``read`` has it: "hnos" is "hermanos", "two" is "2"."""
    return _LONG.get(word, word)


def is_called(folded: str) -> bool:
    """Whether a folded name has a word that tells it: not so "The Market", "La Tienda"."""
    return any(word not in _COMMON and not _kind(word) for word in folded.split())


@lru_cache(65536)
def _kind(word: str) -> str:
    """The kind that a word says, also with a slip of the pen in a long one; else ""."""
    if word in _KIND_OF or len(word) < _LONG_KIND:
        return _KIND_OF.get(word, "")
    long = (one for one in _KIND_OF if len(one) >= _LONG_KIND)
    near = next((one for one in long if OSA.distance(one, word, score_cutoff=1) == 1), "")
    return _KIND_OF.get(near, "")


def likeness(one: NameWords, other: NameWords) -> float:
    """How much of both is the same, word by word: 0 to 100. Symmetric."""
    mine, theirs = list(one.called), list(other.called)
    whole = sum(map(len, mine)) + sum(map(len, theirs))
    same = 0.0
    for word in one.called:
        if word in theirs:
            mine.remove(word)
            theirs.remove(word)
            same += 2 * len(word)
    for length, word, twin in _almost(mine, theirs):
        if word in mine and twin in theirs:
            mine.remove(word)
            theirs.remove(twin)
            same += _ALMOST * length
    return 100 * same / whole if whole else 0.0


def _almost(mine: list[str], theirs: list[str]) -> list[tuple[int, str, str]]:
    """Pairs of words that are almost the same, the longest first."""
    found = [
        (len(word) + len(twin), word, twin)
        for word in mine
        for twin in theirs
        if is_slip(word, twin)
    ]
    return sorted(found, key=lambda pair: (-pair[0], min(pair[1:]), max(pair[1:])))


@lru_cache(65536)
def is_slip(one: str, other: str) -> bool:
    """Whether one word is the other with a slip of the pen, or a part of it alone."""
    if one.isdigit() or other.isdigit():
        return False
    short, long = sorted((one, other), key=len)
    if len(short) < _LEAST:
        return False
    if long.startswith(short) or long.endswith(short):
        return True
    most = 2 if len(short) >= _LONG_WORD else 1
    return bool(OSA.distance(one, other, score_cutoff=most) <= most)
