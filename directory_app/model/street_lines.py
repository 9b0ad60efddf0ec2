"""A street line taken apart: house number, street, unit, corner, box. Pure rules.

usaddress, a trained reader, is asked only where the rules find no house number in a line
that has digits: it takes longer, and it misreads "5 Calle Medico" where the town is in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from directory_app.model.street_words import DIRECTION, FIRST_KINDS, KIND, SPANISH_KINDS
from directory_app.model.streets import NUMBERED_ROADS, key, parts
from directory_app.model.text import fold

#: Street lines are short; what is longer is read from its beginning.
LONGEST_LINE = 200


class LineKind(StrEnum):
    """What a street line names."""

    HOUSE = "house"
    STREET = "street"
    CORNER = "corner"
    BOX = "box"
    RURAL = "rural"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class StreetLine:
    """A street line as read. ``key`` and ``cross_key`` are model.streets keys.

    ``number`` is the house number's whole digits, ``suffix`` what tells its neighbours apart
    ("a", "1/2", "125" of "123-125"), in small letters. ``cross`` is the other street of a
    corner. ``unit`` is as written.
    """

    kind: LineKind = LineKind.NOTHING
    number: int | None = None
    suffix: str = ""
    name: str = ""
    key: str = ""
    unit: str = ""
    cross: str = ""
    cross_key: str = ""


_BOX = re.compile(
    r"\b(?:p\.?\s?o\.?\s*b(?:ox|\.)|post office box|apartado(?: postal)?|apdo\.?)\s*+#?\s*+"
    r"\d[\w-]*+",
    re.IGNORECASE,
)
_RURAL = re.compile(
    r"\b(?:(?:r\.?\s?r\.?|rural (?:route|rt)\.?|h\.?\s?c\.?|highway contract|star route|rt\.?|"
    r"route|ruta)\s*+#?\s*+\d+[a-z]?[\s,]+box\s*+#?\s*+\d[\w-]*+|"
    r"(?:r\.?\s?r\.?|rural route|h\.?c\.?)\s*+#?\s*+\d+\s*$)",
    re.IGNORECASE,
)
_UNIT_WORDS = (
    r"suites?|ste|unit|apt|apartment|apto|depto|departamento|space|spc|bldg|building|edificio|"
    r"edif|room|rm|lot|lote|stall|local|interior|int|oficina|office|ofc|piso|floor|fl|trlr|trailer"
)
_UNIT = re.compile(
    rf"(?:(?<![,\s])[,\s]++|^)((?:(?:{_UNIT_WORDS})\b\.?\s*+#?|#|(?<=\s)no\.|(?<=\s)núm\.?)\s*+"
    r"(?:[A-Za-z]{0,2}-?\d{1,5}[A-Za-z]?(?:-\w{1,4})?|[A-Za-z]{1,2}))(?=\s*+(?:$|,))",
    re.IGNORECASE,
)
_HASH = re.compile(r"(?<=\s)(#\s*[\w-]{1,8})(?=\s)")
_FLOOR = re.compile(
    r"(?<![,\s])[,\s]++(\(?(?:(?:\d+(?:st|nd|rd|th)|ground|upper|lower)\s+floor|rear|upstairs|downstairs|"
    r"basement|atr[aá]s|planta\s+(?:alta|baja)))\)?(?=\s*+(?:$|,))",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:#|no\.|n[uú]m\.?|n[uú]mero)?\s*+(\d{1,6})(?!\d|(?:st|nd|rd|th|ra|ro|da|do)\b)"
    r"(?:\s*+-?\s*+([a-z])(?=[\s,]))??"
    r"(?:\s*([½¼¾]|\b\d/\d\b))?(?:\s?[-–]\s?(\d{1,6}[a-z]?|[a-z])(?=[\s,]))?[\s,]+(?=\S)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"^(#?\d{1,6})([a-z])(?=[\s,])", re.IGNORECASE)
_BLOCK = re.compile(r"^\d+\s+(?:block|blk|cuadra)\b\.?\s*+(?:of|de)?\s*", re.IGNORECASE)
_CORNER_WORDS = re.compile(
    r"^(?:(?:at|on|the|la|en|[ns][ew]|north\w*|south\w*)\s+)*"
    r"(?:corner(?: of)?|intersection(?: of)?|esquina(?: de)?|esq\.?(?: de)?)\s+",
    re.IGNORECASE,
)
_AND = re.compile(
    r"(?:(?<!\s)\s++)?[&@]\s*|(?<!\s)\s++(?:(?:and|at|y|con|esquina(?: con)?|esq\.?(?: con)?)|/)\s+"
    r"|(?<=[a-z])/(?=[a-z])",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"^(.*\D)[\s,](?:#|no\.|n[uú]m\.?)?(\d{1,5})([a-z]?)$", re.IGNORECASE)
_ROADS = frozenset(("rd", "st", "dr", "ln", "ct", "pl", "av", "sq", "pt"))  # "Impound Lot Rd"
_FRACTION = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
_DATA_NUMBER = re.compile(r"\s*+#?\s*+(\d{1,9})\s*(.*)$", re.DOTALL)


def house_number(text: str) -> tuple[int | None, str]:
    """A house number of the data as (digits, suffix): "6231-B" is (6231, "b").

    The digits are None where the text does not begin with any.
    """
    found = _DATA_NUMBER.match(text[:20])
    if found is None:
        return None, text.strip().lower()
    suffix = found[2].strip(" -–.;,").lower()
    return int(found[1]), _FRACTION.get(suffix, suffix)


@lru_cache(16_384)
def read(line: str) -> StreetLine:
    """Read a street line alone (no town, state or ZIP code behind it)."""
    text = " ".join(line[:LONGEST_LINE].split()).strip(" ,.;")
    for pattern, kind in ((_BOX, LineKind.BOX), (_RURAL, LineKind.RURAL)):
        if found := pattern.search(text):
            rest = (text[: found.start()] + text[found.end() :]).strip(" ,.;")
            other = _street_line(rest)
            return other if other.kind == LineKind.HOUSE else StreetLine(kind, name=text)
    return _street_line(text)


@lru_cache(16_384)
def place(line: str) -> str:
    """The one spelling by which two street lines are the same place; empty for nothing.

    Like lists, it leaves out the kind of street ("Road", "Parkway") behind a house number, and
    the unit; directions stand in one order, and so do the two streets of a corner.
    """
    found = read(line)
    if found.kind is LineKind.HOUSE:
        before, core, _, after = parts(found.key)
        ways = " ".join(sorted(filter(None, (before, after))))
        return f"{found.number}{found.suffix} {core} {ways}".strip()
    if found.kind is LineKind.CORNER:
        return " ".join(sorted((found.key, found.cross_key)))
    return found.key or fold(line)


def _street_line(text: str) -> StreetLine:
    if not text:
        return StreetLine()
    if block := _BLOCK.match(text):
        return _named(StreetLine(LineKind.STREET), text[block.end() :])
    rest, unit = _without_units(text)
    if not _starts_with_number(rest) and (corner := _corner(rest)):
        return replace(corner, unit=unit)
    return _house(rest, unit) or _house_behind(rest, unit) or _trained(text, rest, unit)


def _starts_with_number(text: str) -> bool:
    return _NUMBER.match(text) is not None or _GLUED.match(text) is not None


def _without_units(text: str) -> tuple[str, str]:
    """The line without units, and the units as written. A number in front stays."""
    units: list[str] = []
    while found := next(_units(text), None):
        units.append(found[1].strip(" ()"))
        text = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
    return " ".join(text.split()), ", ".join(reversed(units))


def _units(text: str) -> Iterator[re.Match[str]]:
    numbered = _starts_with_number(text)
    for pattern in (_FLOOR, _UNIT, _HASH):
        for found in pattern.finditer(text):
            marker_only = found[1][0] == "#" or found[1][:2].lower() in ("no", "nú")
            if marker_only and not numbered:
                continue
            said = re.sub(rf"^(?:{_UNIT_WORDS})\b\.?|^#|^no\.|^núm\.?", "", found[1], flags=re.I)
            left = (text[: found.start()] + text[found.end() :]).strip(" ,")
            if said.strip(" #") and fold(said) not in _ROADS and re.search(r"[^\W\d]", left):
                yield found


def _corner(text: str) -> StreetLine | None:
    bare = _CORNER_WORDS.sub("", text)
    sides = [side.strip(" ,.") for side in _AND.split(bare, maxsplit=1)]
    if len(sides) != 2 or not all(key(side) for side in sides):
        return None
    first, second = (side.split(",")[0] for side in sides)
    keys = key(first), key(second)
    return StreetLine(LineKind.CORNER, name=first, key=keys[0], cross=second, cross_key=keys[1])


def _house(text: str, unit: str) -> StreetLine | None:
    """A number and a street; the first of the parts between commas that begins with a number."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 1 and re.fullmatch(r"#?\d+[A-Za-z]?", parts[0]):
        parts[:2] = [f"{parts[0]} {parts[1]}"]
    for part in parts:
        if glued := _GLUED.match(part):
            number, suffix, rest = glued[1].strip("#"), glued[2].lower(), part[glued.end() :]
            return _named(StreetLine(LineKind.HOUSE, int(number), suffix, unit=unit), rest)
        if found := _NUMBER.match(part):
            suffix = next((group for group in found.groups()[1:] if group), "").lower()
            suffix = _FRACTION.get(suffix, suffix)
            line = StreetLine(LineKind.HOUSE, int(found[1]), suffix, unit=unit)
            return _named(line, part[found.end() :])
    return None


def _named(line: StreetLine, name: str) -> StreetLine:
    """The line with its street's name, and a unit that only stands behind taken from it."""
    name = name.strip(" ,.;")
    words = name.split()
    if line.kind == LineKind.HOUSE and len(words) > 2 and _is_bare_unit(words):
        unit = line.unit or words[-1]
        line, name = replace(line, unit=unit), " ".join(words[:-1])
    return replace(line, name=name, key=key(name))


def _is_bare_unit(words: list[str]) -> bool:
    """Whether the last word is a unit: "1730 Llano St B", but not "200 Avenue C"."""
    last = fold(words[-1])
    if not re.fullmatch(r"[a-z]|[a-z]?\d{1,4}[a-z]?", last) or last in DIRECTION:
        return False
    before = [fold(word) for word in words[:-1]]
    if before[0] in DIRECTION and len(before) > 1:
        before = before[1:]
    if before[-1] in DIRECTION and len(before) > 2:
        before = before[:-1]
    if key(" ".join(words)).split()[0] in NUMBERED_ROADS:
        return False
    named = len(before) > 1 and KIND.get(before[0]) not in FIRST_KINDS
    return named and KIND.get(before[-1], "hwy") != "hwy"


def _house_behind(text: str, unit: str) -> StreetLine | None:
    """Read "Calle Medico 5", as people write it who grew up with Spanish."""
    found = _LAST_NUMBER.match(text)
    words = fold(found[1]).split() if found else []
    if not found or len(words) < 2 or KIND.get(words[0]) not in {*SPANISH_KINDS, "ave"}:
        return None
    number, suffix = int(found[2]), found[3].lower()
    return _named(StreetLine(LineKind.HOUSE, number, suffix, unit=unit), found[1])


def _trained(text: str, rest: str, unit: str) -> StreetLine:
    """What usaddress finds where the rules found no number; else a street without one."""
    street = _named(StreetLine(LineKind.STREET, unit=unit), rest.split(",", maxsplit=1)[0])
    if not re.search(r"\d", text) or re.match(r"(?:old |[nsew] )*+(?:hwy|i|cr|fm) ", street.key):
        return street
    import usaddress  # late: it loads its model

    found: dict[str, list[str]] = {}
    for word, label in usaddress.parse(text):
        found.setdefault(label, []).append(word.strip(" ,;"))
    number = found.get("AddressNumber", [""])[0]
    name = " ".join(
        word for label, words in found.items() if label.startswith("StreetName") for word in words
    )
    if not re.fullmatch(r"\d{1,6}[A-Za-z]?", number) or not key(name):
        return street
    value, suffix = house_number(number)
    return _named(StreetLine(LineKind.HOUSE, value, suffix, unit=unit), name)
