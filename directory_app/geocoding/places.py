"""Town, state and ZIP code to a point, by rule. Towns first: they are nearer to the door.

Measured in New Mexico: the middle of a ZIP code lies 2-30 km from its addresses, a town's
point 0.2-3 km, except in cities of over 100,000 people, where the ZIP code is the nearer one.
"""

import re
from dataclasses import dataclass, replace

from directory_app.geocoding import data, names, reasons
from directory_app.geocoding.data import Town, Zip
from directory_app.model.geo import Position, distance_miles
from directory_app.model.terms import Precision
from directory_app.model.text import fold
from directory_app.model.towns import town_key

LARGE_TOWN = 100_000
#: A ZIP code that lies farther than this from its town was mistyped.
FAR_MILES = 40.0
#: Addresses are short; what is longer is read from its end.
LONGEST_QUERY = 300
_COUNTRY = re.compile(
    r"[\s,]+(?:usa|u\.s\.a?\.?|united states(?: of america)?|ee\.? ?uu\.?)\s*$", re.I
)
_WORDS_THAT_ARE_CODES = frozenset(
    ("al", "as", "co", "de", "hi", "id", "in", "la", "ma", "me", "mi", "oh", "ok", "or", "pa")
)
_ZIP = re.compile(r"[\s,]*\b(\d{5})(?:-\d{4})?\s*$")


@dataclass(frozen=True, slots=True)
class Found:
    """Where a place is, and what is to be said about it.

    ``reason`` is a geocoding.reasons code: why there is no position, or what is doubtful
    about the one there is; empty if all is well.
    """

    position: Position | None = None
    precision: str | None = None
    source: str = ""
    reason: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What an address says about where it is.

    ``home_state`` is the state of the rest of the directory: it decides where the name of a
    town alone does not, and Found.reason says that it did.
    """

    city: str = ""
    state: str = ""
    postal_code: str = ""
    home_state: str = ""


def find(query: Query) -> Found:
    """The point for a town, state and ZIP code, each of which may be empty or wrong."""
    found = _find(query)
    if found.reason in (reasons.UNKNOWN_TOWN, reasons.BY_ZIP_ALONE):
        # "Santa Fe, NM 87505" typed into the town's own cell
        inner = read(query.city)
        state, postal_code = query.state or inner.state, query.postal_code or inner.postal_code
        again = _find(Query(inner.city, state, postal_code))
        found = again if again.position and not again.reason else found
    if found.reason == reasons.WHICH_STATE and query.home_state:
        again = _find(replace(query, state=query.home_state))
        found = replace(again, reason=reasons.STATE_ASSUMED) if again.position else found
    return found


def _find(query: Query) -> Found:
    area = _area(query.postal_code)
    state = names.state_code(query.state)
    if query.state.strip() and not state and area is None:
        return Found(reason=reasons.UNKNOWN_STATE)
    state = state or (area.state if area else None)
    town, why = _town(query.city, state)
    if town is None:
        return _at_zip(area, reasons.BY_ZIP_ALONE) if area else Found(reason=why)
    if area is None:
        return _at_town(town, reasons.ZIP_UNKNOWN if query.postal_code.strip() else "")
    if distance_miles(town.position, area.position) > FAR_MILES:
        return _at_town(town, reasons.ZIP_ELSEWHERE)
    zip_is_nearer = town.population > LARGE_TOWN or town.source == "zipcodes"
    return _at_zip(area, "") if zip_is_nearer else _at_town(town, "")


def read(text: str) -> Query:
    """An address in one line, from its end: country, ZIP code, state, town.

    The town is the last part after a comma, or the longest run of last words that is a town.
    """
    rest = _COUNTRY.sub("", text[-LONGEST_QUERY:])
    postal_code = ""
    if found := _ZIP.search(rest):
        postal_code, rest = found.group(1), rest[: found.start()]
    parts = [words for part in rest.split(",") if (words := fold(part).split())]
    state = _last_state(rest, parts)
    if state:
        parts[-1] = parts[-1][: -len(state.split())]
    town = next((part for part in reversed(parts) if part), [])
    return Query(_last_town(town, state, postal_code), state, postal_code)


def read_line(text: str) -> tuple[str, Query]:
    """An address in one line as its street line, as written, and the rest of it."""
    query = read(text)
    rest = _COUNTRY.sub("", text[-LONGEST_QUERY:])
    if found := _ZIP.search(rest):
        rest = rest[: found.start()]
    words = list(re.finditer(r"[^\s,]+", rest))
    tail = f"{query.city} {query.state}".strip()
    for word in reversed(words):
        if fold(rest[word.start() :]) == tail:
            return rest[: word.start()].strip(" ,"), query
    return rest.strip(" ,"), query


def _last_state(rest: str, parts: list[list[str]]) -> str:
    """The words at the end of the last part that name a state, or nothing.

    "de la" names no state, ", LA" does: a code that is also a word must stand alone or in
    capitals.
    """
    tail = " ".join(parts[-1]) if parts else ""
    state = next((name for name in names.STATE_NAMES if f" {tail}".endswith(f" {name}")), "")
    if len(state) == 2 and tail != state and not rest.rstrip(" .,").endswith(state.upper()):
        return "" if state in _WORDS_THAT_ARE_CODES else state
    return state


def _area(postal_code: str) -> Zip | None:
    number = names.zip_key(postal_code)
    return data.zip_code(number) if number is not None else None


def _last_town(words: list[str], state: str, postal_code: str) -> str:
    """The longest run of last words that is a town; all of them if none is."""
    area = _area(postal_code)
    code = names.state_code(state) or (area.state if area else None)
    for start in range(max(0, len(words) - 6), len(words)):
        run = " ".join(words[start:])
        if _town(run, code)[0] is not None:
            return run
    return " ".join(words)


def _town(name: str, state: str | None) -> tuple[Town | None, str]:
    """The town and, where there is none, why."""
    key = town_key(name)
    if not key:
        return None, reasons.NO_TOWN
    if state:
        return data.town(key, state), reasons.UNKNOWN_TOWN
    known = data.towns(key)
    if not known:
        return None, reasons.UNKNOWN_TOWN
    # a name that only one town of 500 people or more bears is that town
    sole = len(known) == 1 or (known[0].population > 0 and known[1].population == 0)
    return (known[0], "") if sole else (None, reasons.WHICH_STATE)


def _at_town(town: Town, doubt: str) -> Found:
    precision = Precision.CITY if town.source == "geonames" else Precision.ZIP
    return Found(town.position, precision, town.source, doubt, f"{town.name}, {town.state}")


def _at_zip(area: Zip, doubt: str) -> Found:
    return Found(area.position, Precision.ZIP, "zipcodes", doubt, f"{area.state} {area.code}")
