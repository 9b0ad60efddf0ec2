"""Streets: the key that equal street names share, and what a street line says. Pure rules.

``key`` brings both sides of a comparison to one spelling: the names in the street data and
the names that people type. ``read`` takes a street line apart. Neither looks anything up.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from directory_app.model.street_words import (
    DIRECTION,
    DIRECTIONS,
    FIRST_KINDS,
    KIND,
    ONES,
    ORDINAL,
    SPELT,
    STATE_CODES,
    TENS,
    WORD,
)
from directory_app.model.text import fold

#: Names are short; what is longer is no name.
LONGEST = 120
_SYSTEMS = rf"us|u s|united states|state|estatal|federal|n m|n mex|new mexico|{STATE_CODES}"
_DESIGNATORS = r"highway|hiway|hwy|hway|highwy|route|rte|rt|ruta|carretera|carr"
_GLUED = re.compile(r"\b(us|nm|hwy|highway|sr|sh|cr|fm|rm|i|ih|rte|rt)(\d{1,4}[a-z]?)\b")
_INTERSTATE = re.compile(r"\b(?:i|ih|interstate(?: (?:hwy|highway))?)((?: \d{1,3}[a-z]?)+)\b")
_FARM = re.compile(
    r"\b(?:f m|fm|r m|rm|farm(?: to)? market|ranch(?: to)? market)(?: road| rd)? (\d{1,4}[a-z]?)\b"
)
_COUNTY = re.compile(
    r"\b(?:c r|cr|county|co)(?: (?:road|rd|highway|hwy|route|rte|rt))? (\w{1,5})\b"
    r"|\b(?:county|co) (?:road|rd|highway|hwy|route) (\w{1,5})\b"
)
_HIGHWAY = re.compile(
    rf"\b(?:(?:(?:{_SYSTEMS}) )?(?:{_DESIGNATORS})|(?:us|u s|united states)"
    r"|(?:state|estatal|n m|nm|new mexico) (?:road|rd)|s r|sr|s h|sh)"
    r" (\d{1,4}[a-z]?(?: \d{1,4}\b)*)\b"
)
_STATE_ROAD = re.compile(
    rf"^((?:(?:old|historic|{'|'.join(sorted(DIRECTION))}) )*)"
    rf"(?:(?:{STATE_CODES}|n m|new mexico|texas) )?"
    rf"(?:(?:st|state) (?:road|rd|{_DESIGNATORS})|(?:{STATE_CODES}|n m|new mexico|texas)"
    rf"(?: (?:road|rd|{_DESIGNATORS}))?)"
    r" (\d{1,4}[a-z]?(?: \d{1,4}\b)*)"
    rf"(?=$| (?:{'|'.join(sorted(DIRECTION))})$| (?:frontage|bypass|business|bus|loop|spur)\b)"
)
_NUMBERED = re.compile(r"(?<!\d)(\d++)(?:st|nd|rd|th|ra|ro|er|da|do|ta|to|ma|mo|va|vo|na|no)")
#: What keys of numbered roads begin with.
NUMBERED_ROADS = ("hwy", "i", "cr", "fm")
_SPLIT_ORDINAL = re.compile(
    rf"\b(\d*(?:1 st|3 rd))(?= (?!(?:{'|'.join(sorted(DIRECTION))})\b))|\b(\d+ (?:nd|th))\b"
)
_KING = re.compile(
    r"\b(?:(?:dr|doctor|rev|reverend) ){0,3}(?:martin luther king)(?: (?:jr|junior))?\b"
)


class Parts(NamedTuple):
    """A key taken apart: ``before`` and ``after`` are directions, ``kind`` is a KIND key.

    ``core`` is the name itself, never empty where the key is not. A kind that begins a Spanish
    name ("calle medico") is part of ``core`` and of ``kind`` not.
    """

    before: str
    core: str
    kind: str
    after: str


@lru_cache(65_536)
def key(name: str) -> str:
    """The key of a street's name; equal streets have equal keys. Empty for no name.

    "W. First Street" and "West 1st St" are "w 1 st"; "St Michaels Dr" and "Saint Michael's
    Drive" are "saint michaels dr"; "US-70", "US Highway 70", "Hwy 70" and "NM 70" are
    "hwy 70" (a key says which number, not whose road: the two are told apart by where they
    are). Idempotent.
    """
    text = _KING.sub("martin luther king", _roads(fold(name[:LONGEST])))
    text = _SPLIT_ORDINAL.sub(lambda found: found[0].split()[0], text)
    words = [_NUMBERED.sub(r"\1", word) if word[0].isdigit() else word for word in text.split()]
    words = _ordinals(words)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_spell(_quarters(_join(words))))


def _roads(text: str) -> str:
    """Numbered roads brought to "hwy 70", "i 25", "cr 5" and "fm 1788"."""
    if not any(letter.isdigit() for letter in text):
        return _COUNTY.sub(_county, text) if "county" in text or "cr " in text else text
    text = _GLUED.sub(r"\1 \2", text)
    text = _FARM.sub(r"fm \1", _INTERSTATE.sub(r"i\1", text))
    text = _HIGHWAY.sub(r"hwy \1", _STATE_ROAD.sub(r"\1hwy \2", _COUNTY.sub(_county, text)))
    return re.sub(r"\b(hwy \d+[a-z]?)((?: \d+)*) (?:hwy|road|rd)$", r"\1\2", text)


def _county(match: re.Match[str]) -> str:
    name = match[1] or match[2]
    named = name[0].isdigit() or len(name) == 1 or (len(name) == 2 and name not in KIND)
    return f"cr {name}" if named and name not in DIRECTION | {"st": ""} else match[0]


def _ordinals(words: list[str]) -> list[str]:
    made: list[str] = []
    for word in words:
        if made and made[-1] in TENS and word in ONES:
            made[-1] = str(TENS[made[-1]] + ONES[word])
        else:
            made.append(ORDINAL.get(word, word))
    return made


def _join(words: list[str]) -> list[str]:
    """Put "O Brien", "Mc Kinley" in one word, and drop "Jr" behind a name."""
    made: list[str] = []
    for place, word in enumerate(words):
        if (
            made
            and made[-1] in ("o", "mc")
            and len(word) > 2
            and word not in KIND
            and word not in DIRECTION
        ):
            made[-1] += word
        elif not (word in ("jr", "junior") and place > 1):
            made.append(word)
    return made


def _quarters(words: list[str]) -> list[str]:
    """Make one direction of "N.E." in front or at the end; in "N E St" the E is a name."""
    if len(words) > 2 and _is_quarter(words[-2:]) and words[-3] != "ave":
        words = [*words[:-2], words[-2] + words[-1]]
    if len(words) > 2 and _is_quarter(words[:2]) and words[2] not in KIND:
        words = [words[0] + words[1], *words[2:]]
    return words


def _is_quarter(words: list[str]) -> bool:
    return words[0] in ("n", "s") and words[1] in ("e", "w")


def _spell(words: list[str]) -> list[str]:
    """Each word in the spelling of keys. "st" and "dr" are settled by what follows them."""
    made = []
    for place, word in enumerate(words):
        later = words[place + 1 :]
        if word in ("st", "dr", "ste") and _is_title(word, words[:place], later):
            made.append({"st": "saint", "dr": "doctor", "ste": "sainte"}[word])
        elif word in DIRECTION:
            made.append(DIRECTION[word])
        elif word in WORD and not (word in KIND and place and not later):
            made.append(WORD[word])
        else:
            made.append(KIND.get(word, word))
    return made


def _is_title(word: str, earlier: list[str], later: list[str]) -> bool:
    """Whether "St" is Saint and "Dr" is Doctor: a name follows."""
    named = any(
        other not in KIND and other not in DIRECTION and not other.isdigit() for other in later
    )
    if named:
        return later[0] not in DIRECTION
    # "St Park Rd" and "Dr Lane Ave" hardly exist; "E St NW", "Main St" and "Oak St Ext" do
    bare = all(other in DIRECTION for other in earlier)
    return bare and len(later) > 1 and later[0] in KIND and len(later[0]) > 3


@lru_cache(65_536)
def parts(street_key: str) -> Parts:
    """A key taken apart, to compare names in which a direction or the kind is missing."""
    words = street_key.split()
    before = after = kind = ""
    if len(words) > 1 and words[-1] in DIRECTIONS and not _is_name(words[:-1], words[-1]):
        after, words = words[-1], words[:-1]
    if len(words) > 1 and words[0] in DIRECTIONS and not all(word in SPELT for word in words[1:]):
        before, words = words[0], words[1:]
    if len(words) > 1 and words[-1] in SPELT and words[0] not in NUMBERED_ROADS:
        kind, words = words[-1], words[:-1]
    return Parts(before, " ".join(words), kind, after)


def _is_name(words: list[str], direction: str) -> bool:
    """Whether a direction at the end is the street's name: the N of "Avenue N"."""
    bare = all(word in SPELT or word in DIRECTIONS for word in words)
    return bare and len(direction) == 1 and words[-1] in FIRST_KINDS


@lru_cache(65_536)
def letters(street_key: str) -> str:
    """A key with its kinds spelt out, to count how many letters two names differ in."""
    return " ".join(SPELT.get(word, word) for word in street_key.split())
