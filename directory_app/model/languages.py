"""Languages that people speak: their words to BCP 47 codes, and the names of codes."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from directory_app.model.language_names import TABLE
from directory_app.model.text import clean, fold

_SEPARATORS = re.compile(
    r"[;,/&+|()\n\r·•]|(?<!\w)(?:and|y|e|und|with|con|plus)(?!\w)", re.IGNORECASE
)
_DASHES = re.compile(r"[-–—\s]+")


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its shortest BCP 47 code and its names."""

    code: str
    en: str
    es: str
    spellings: tuple[str, ...]


def parse(text: str) -> list[str]:
    """Codes of the languages in a cell, in its order, each once.

    What has no code stays as it was written, so nothing is lost.
    """
    return list(_parse(text))


def name(code: str, language: str) -> str:
    """The name of a code in ``en`` or ``es`` (lower case, as Spanish writes it).

    What is no code comes back as it is. A regional code takes its language's name.
    """
    known = _by_code().get(code) or _by_code().get(code.partition("-")[0].lower())
    if known is None:
        return code
    return known.es if language == "es" else known.en


def all_languages() -> list[Language]:
    """Every language that has a code here, the commonest in our lists first."""
    return list(_by_code().values())


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for piece in _SEPARATORS.split(clean(text)):
        written = piece.strip(" .:-–—*")
        if written:
            found += _codes(written)
    return tuple(dict.fromkeys(found))


def _codes(written: str) -> list[str]:
    """The code of one name; of several names without a separator; or the words themselves."""
    whole = _by_spelling().get(fold(written))
    if whole:
        return [whole]
    parts = [_by_spelling().get(fold(part)) for part in _DASHES.split(written)]
    known = [part for part in parts if part]
    return known if known and len(known) == len(parts) else [written]


@cache
def _by_code() -> dict[str, Language]:
    languages = {}
    for line in TABLE.strip().splitlines():
        code, en, es, spellings = line.split("|")
        languages[code] = Language(code, en, es, tuple(s.strip() for s in spellings.split(",")))
    return languages


@cache
def _by_spelling() -> dict[str, str]:
    spellings: dict[str, str] = {}
    for known in _by_code().values():
        for spelling in (known.en, known.es, known.code, *known.spellings):
            spellings.setdefault(fold(spelling), known.code)
    return spellings
