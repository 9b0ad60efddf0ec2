"""A name that holds two: its own script beside Latin letters. Splitting is only offered."""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_BRACKETED = re.compile(
    r"^(?P<outer>[^()（）\[\]]*[^()（）\[\]\s])\s*[(（\[](?P<inner>[^()（）\[\]]+)[)）\]]\s*$"
)
_LATIN = "LATIN"


def suggest_alternate(name: str) -> tuple[str, str] | None:
    """Split "Al-Noor Market (النور)" into ("Al-Noor Market", "النور"), or None.

    Offered only where one part is in Latin letters and the other in another script.
    """
    if name.isascii():
        return None
    if match := _BRACKETED.match(name):
        return _latin_first(match["outer"], match["inner"])
    for separator in ("/", "|", "·", " - ", " – ", " — "):
        if name.count(separator) == 1 and (pair := _latin_first(*name.split(separator))):
            return pair
    return _by_script(name)


def _latin_first(one: str, other: str) -> tuple[str, str] | None:
    one, other = one.strip(), other.strip()
    scripts = _is_latin(one), _is_latin(other)
    if scripts == (True, False):
        return one, other
    return (other, one) if scripts == (False, True) else None


def _by_script(name: str) -> tuple[str, str] | None:
    """Split where the script changes, if it changes once between words."""
    words = name.split()
    kinds = [_is_latin(word) for word in words]
    known = [kind for kind in kinds if kind is not None]
    changes = sum(a != b for a, b in pairwise(known))
    if changes != 1:
        return None
    at = next(i for i, kind in enumerate(kinds) if kind is not None and kind != known[0])
    return _latin_first(" ".join(words[:at]), " ".join(words[at:]))


def _is_latin(text: str) -> bool | None:
    """True if all letters are Latin, False if none is, None if there are none or both."""
    scripts = {_script(char) == _LATIN for char in text if char.isalpha()}
    return scripts.pop() if len(scripts) == 1 else None


@lru_cache(2048)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]
