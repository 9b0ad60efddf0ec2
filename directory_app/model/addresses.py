"""Addresses: a cell to street line, unit, town, state and ZIP, or words that show the way.

Only the end of a cell is split off, in the order in which people write it; what is left is
the street line, as written. Nothing is looked up and no part is made up.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from directory_app.model.terms import AddressType
from directory_app.model.text import fold

_NAMES = (
    "alabama=AL|alaska=AK|arizona=AZ|arkansas=AR|california=CA|colorado=CO|connecticut=CT|"
    "delaware=DE|florida=FL|georgia=GA|hawaii=HI|idaho=ID|illinois=IL|indiana=IN|iowa=IA|"
    "kansas=KS|kentucky=KY|louisiana=LA|maine=ME|maryland=MD|massachusetts=MA|michigan=MI|"
    "minnesota=MN|mississippi=MS|missouri=MO|montana=MT|nebraska=NE|nevada=NV|"
    "new hampshire=NH|new jersey=NJ|new mexico=NM|nuevo mexico=NM|n mex=NM|n m=NM|"
    "new york=NY|nueva york=NY|north carolina=NC|north dakota=ND|ohio=OH|oklahoma=OK|"
    "oregon=OR|pennsylvania=PA|rhode island=RI|south carolina=SC|south dakota=SD|"
    "tennessee=TN|texas=TX|tejas=TX|utah=UT|vermont=VT|virginia=VA|washington=WA|"
    "west virginia=WV|wisconsin=WI|wyoming=WY|district of columbia=DC"
)
_STATES = {name: code for name, _, code in (pair.partition("=") for pair in _NAMES.split("|"))}
_CODES = frozenset(_STATES.values())
#: Two letters that are words too, and are a state only where they are written as one.
_WORDS = frozenset(("AL", "DE", "HI", "ID", "IN", "LA", "MA", "ME", "OH", "OK", "OR", "PA"))
_ZIP = re.compile(r"(?:^|[,\s])(\d{5}(?:-\d{4})?)\s*$")
_COUNTRY = re.compile(
    r"(?<![,\s])[,\s]++(?:USA|U\.S\.A\.?|United States|Estados Unidos|EE\.? ?UU\.?)\s*+$", re.I
)
_STATE_END = re.compile(
    r"(?:^|[,\s])(" + "|".join(sorted(_STATES, key=len, reverse=True)) + r"|nuevo m[eé]xico|"
    r"n\.\s?m(?:ex)?\.|[A-Za-z]{2})\.?\s*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?<![,\s])[,\s]++((?:(?:suite|ste|unit|apt|apartment|space|spc|sp|bldg|building|room|rm|lot|stall|"
    r"local|interior|int|no|oficina|office|piso|floor)\b\.?\s*+#?|#)\s*+[\w-]{1,8})\s*+$",
    re.IGNORECASE,
)
_POSTAL = re.compile(
    r"\b(?:p\.?\s?o\.?\s*b(?:ox|\.)|post office box|apartado(?: postal)?|apdo\.?)\s*+#?\s*+\d+",
    re.I,
)
_MOBILE = re.compile(
    r"\b(?:no (?:fixed|permanent|set) (?:address|location)|moves around|mobile(?: only)?$|"
    r"sin (?:domicilio|direccion|dirección|lugar) fij[oa]|ambulante)\b",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\b(corner|near|between|across|behind|next to|inside|by the|at the|parking lot|in front|"
    r"intersection|beside|off of)\b",
    re.IGNORECASE,
)
_SPANISH = re.compile(
    r"\b(esquina|esq\.?|entre|cerca|frente|atr[aá]s|junto|dentro|detr[aá]s|al lado|enfrente|"
    r"estacionamiento)\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"^(.*\b(?:st|street|rd|road|ave?|avenue|dr|drive|blvd|boulevard|ln|lane|hwy|highway|way|cir|"
    r"circle|ct|court|pl|place|pkwy|parkway|ter|terrace|trl|trail|loop|plaza)\b\.?"
    r"(?:\s+(?:n|s|e|w|ne|nw|se|sw)\b\.?)?(?:\s+(?:suite|ste|unit|apt|#)\.?\s*#?\s*[\w-]+)?)"
    r"\s+([^\d,]{3,})$",
    re.IGNORECASE,
)
_TOWNS = re.compile(
    r"^(.*\S)\s+(santa fe|clovis|portales|roswell|albuquerque|espa[nñ]ola|las cruces|"
    r"rio rancho|las vegas|taos|gallup|farmington|hobbs|carlsbad|artesia|alamogordo|los alamos|"
    r"los lunas|bel[eé]n|socorro|silver city|deming|lovington|tucumcari|ruidoso|grants|"
    r"bernalillo|texico|farwell|muleshoe|lubbock|amarillo|el paso)$",
    re.IGNORECASE,
)


#: What address_type says of a line that shows the way instead of naming a house.
DIRECTIONS = "directions"


@dataclass(frozen=True, slots=True)
class AddressParts:
    """The parts of an address; each is empty where the cell does not say it.

    ``address_2`` is the unit as written. ``directions`` are words that show the way where
    there is no street number, in ``directions_language`` ("" where the words do not tell).
    ``address_type`` is postal for a box for mail and mobile for "no fixed address". ``sure``
    is False where the town had to be told from the street by its shape.
    """

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""
    directions: str = ""
    directions_language: str = ""
    address_type: AddressType = AddressType.PHYSICAL
    sure: bool = True

    @property
    def postal(self) -> bool:
        """Whether it is only a box for mail, which no map shows."""
        return self.address_type is AddressType.POSTAL


@lru_cache(4096)
def state(text: str) -> str:
    """The two letters of a US state, from its name in English or Spanish; else as written."""
    bare = text.strip()
    key = fold(bare)
    if key.upper() in _CODES:
        return key.upper()
    return _STATES.get(key, bare)


def split(text: str) -> AddressParts:
    """Split a whole address from its end: country, ZIP, state, town, then the street line."""
    pieces = re.split(r"[\n;|]", "\n".join(text.splitlines()))
    rest = ", ".join(" ".join(piece.split()) for piece in pieces if piece.strip())
    rest = _COUNTRY.sub("", rest).strip(" ,.")
    postal_code = region = city = ""
    if (match := _ZIP.search(rest)) and not re.search(
        r"box\s*+#?\s*+$", rest[: match.start(1)], re.I
    ):
        postal_code, rest = match[1], rest[: match.start()].rstrip(" ,.")
    if (match := _STATE_END.search(rest)) and (region := _state_code(match[1])):
        rest = rest[: match.start()].rstrip(" ,")
    rest, city, sure = _split_town(rest, told=bool(region or postal_code))
    line = street(rest)
    return replace(line, city=city, state_province=region, postal_code=postal_code, sure=sure)


def address_type(line: str) -> str:
    """What a street line is: an AddressType, or DIRECTIONS where it only shows the way."""
    parts = street(line)
    if parts.directions and parts.address_type is AddressType.PHYSICAL:
        return DIRECTIONS
    return parts.address_type


def street(text: str) -> AddressParts:
    """Read a street line alone: its unit, a PO box, or directions instead of a number."""
    line = " ".join(text.split()).strip(" ,")
    if not line:
        return AddressParts()
    if _POSTAL.search(line):
        return AddressParts(line, address_type=AddressType.POSTAL)
    if _MOBILE.search(line):
        return AddressParts(directions=line, address_type=AddressType.MOBILE)
    if _is_way(line):
        language = "es" if _SPANISH.search(line) else "en" if _ENGLISH.search(line) else ""
        return AddressParts(directions=line, directions_language=language)
    unit = _UNIT.search(line)
    if unit and _stands_behind_a_house(unit):
        return AddressParts(line[: unit.start()].rstrip(" ,"), unit[1].strip())
    return AddressParts(line)


def _stands_behind_a_house(unit: re.Match[str]) -> bool:
    """Whether it is a unit indeed: a bare "#7" behind a road without a number is the house's."""
    before = unit.string[: unit.start()]
    bare = unit[1][0] == "#" or unit[1][:2].lower() == "no"
    numbered = re.search(r"^\D{0,2}\d", before) is not None
    return len(before) > 3 and bool(re.search(r"[^\W\d]", before)) and (numbered or not bare)


def _is_way(line: str) -> bool:
    """Whether words show the way: no house number, or a corner of two streets."""
    if re.match(r"#?\d[\w/-]*+\s+\S", line) and not re.match(r"\d+(st|nd|rd|th)\b", line, re.I):
        return False
    if _ENGLISH.search(line) or _SPANISH.search(line) or re.search(r"\s(&|and|y|con|/)\s", line):
        return True
    return not re.search(r"\d", line)


def _state_code(text: str) -> str:
    code = state(text)
    if code not in _CODES:
        return ""
    return "" if len(text) == 2 and code in _WORDS and not text.isupper() else code


def _split_town(rest: str, *, told: bool) -> tuple[str, str, bool]:
    """The street line, the town, and whether a comma told them apart."""
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    if len(parts) > 1 and not re.search(r"\d|#", parts[-1]) and not _UNIT.search(f" {parts[-1]}"):
        return ", ".join(parts[:-1]), parts[-1], True
    line = ", ".join(parts)
    if known := _TOWNS.match(f"- {line}"):
        way = re.sub(r"(?:^|\s)(?:in|en)$", "", known[1].removeprefix("-").rstrip(" ,"))
        return way.strip(), known[2], True
    if told and not re.search(r"\d", line):
        return "", line, True
    if told and (shaped := _KIND.match(line)):
        return shaped[1], shaped[2].strip(), False
    return line, "", True
