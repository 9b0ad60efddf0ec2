"""vCard 3 and 4 (RFC 2426, RFC 6350): the cards of an address book.

What is said about people (their names, birthdays, pictures) is not read.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from directory_app.errors import UserError
from directory_app.importing.encodings import decode
from directory_app.importing.records import Records, filled

_LINE = re.compile(r"(?:[\w-]+\.)?([\w-]+)((?:;(?:\"[^\"]*\"|[^\":])*)?):(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\,;:nN])")
_GEO = re.compile(r"(?:geo:)?\s*([-+.\d]+)\s*[,;]\s*([-+.\d]+)", re.IGNORECASE)
_TEXTS = {"NICKNAME": "Other name", "EMAIL": "Email", "CATEGORIES": "Category",
          "LANG": "Languages", "NOTE": "Notes"}  # fmt: skip
#: What our own cards say once more, for us; the second heading is that of Spanish.
_OWN = {"X-PUERTAS-HOURS": ("Hours", "Hours"),
        "X-PUERTAS-DESCRIPTION": ("Description", "Descripción"),
        "X-PUERTAS-DIRECTIONS": ("Directions", "Cómo llegar"),
        "X-PUERTAS-HOURS-NOTE": ("Hours note", "Nota de horario")}  # fmt: skip
#: By which our own cards are known, and what is told apart in them.
_RUN, _UNIT = "X-PUERTAS-RUN", "X-PUERTAS-UNIT"
_READ = {*_TEXTS, *_OWN, _RUN, _UNIT, "BEGIN", "END", "VERSION", "PRODID", "UID", "KIND", "FN",
         "ORG", "ADR", "TEL", "URL", "GEO", "N", "REV", "X-PUERTAS-USE-BY"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Property:
    """A line of a card: its name and parameters in capitals, its value as written."""

    name: str
    parameters: str
    value: str


def read(path: Path) -> Records:
    """A business a card. Raises UserError for a file without one."""
    text = re.sub(r"\r\n|\r", "\n", decode(path.read_bytes(), None).text)
    if "BEGIN:VCARD" not in text.upper():
        raise UserError(f"{path.name} has no address card in it.", "Choose a .vcf file.")
    records = Records()
    card: list[Property] = []
    for line in re.sub(r"\n[ \t]", "", text).split("\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            if line.strip():
                records.note("file_left_out")
            continue
        one = Property(found[1].upper(), found[2].upper(), found[3])
        if one.name == "BEGIN":
            card = []
        elif one.name == "END":
            _add(card, records)
            card = []
        else:
            card.append(one)
    if card:
        _add(card, records)
    return records


def _add(card: list[Property], records: Records) -> None:
    first: dict[str, str] = {}
    for one in card:
        first.setdefault(one.name, one.value)
    organization = _parts(first.get("ORG", ""))[0]
    if not organization and first.get("KIND", "").lower() != "org":
        records.note("card_of_person", len(records.found))
    if any(one.name not in _READ for one in card):
        records.note("file_left_out")
    name = organization or _plain(first.get("FN", ""))
    pairs = [("Name", name), *(pair for one in card for pair in _pairs(one))]
    records.found.append(filled(pairs if _RUN not in first else _as_ours(pairs, first)))


def _as_ours(pairs: list[tuple[str, str]], first: dict[str, str]) -> list[tuple[str, str]]:
    """One of our own cards: its note is for people alone, its unit is told by itself."""
    unit, street = _plain(first.get(_UNIT, "")), [*_parts(first.get("ADR", "")), "", "", ""][2]
    line = street.removesuffix(unit).removesuffix(", ") if unit else street
    own = {"Street address": line, "Address line 2": unit}
    kept = [each for each in pairs if each[0] not in own and each[0] != "Notes"]
    return [*kept, *own.items()]


def _pairs(one: Property) -> list[tuple[str, str]]:
    if one.name == "CATEGORIES":
        return [("Category", _pieces(one.value, ",")[0])]
    if one.name in _TEXTS:
        return [(_TEXTS[one.name], _plain(one.value))]
    if one.name in _OWN:
        return [(_OWN[one.name]["LANGUAGE=ES" in one.parameters], _plain(one.value))]
    if one.name == "URL":
        social = "X-SOCIAL" in one.parameters or "facebook" in one.value
        return [("Social media" if social else "Website", one.value.strip())]
    if one.name == "TEL":
        return [_telephone(one)]
    if one.name == "ADR":
        return _address(one.value)
    if one.name == "GEO" and (found := _GEO.match(_plain(one.value))):
        return [("Latitude", found[1]), ("Longitude", found[2])]
    return []


def _telephone(one: Property) -> tuple[str, str]:
    """A tel URI (RFC 3966) or words; the kind is the heading."""
    number, _, extension = _plain(one.value).removeprefix("tel:").partition(";ext=")
    shown = f"{unquote(number)} x{extension}" if extension else unquote(number)
    for word, heading in (("CELL", "Cell"), ("FAX", "Fax"), ("TEXT", "WhatsApp")):
        if re.search(rf"\b{word}\b", one.parameters):
            return heading, shown
    return "Phone", shown


def _address(value: str) -> list[tuple[str, str]]:
    """Box, more, street, town, region, code, country (RFC 6350, section 6.3.1)."""
    box, more, street, city, state, code = [*_parts(value), *[""] * 6][:6]
    line, _, unit = street.partition(", ")
    second = "; ".join(filter(None, (unit, more)))
    return [("Street address", line or box), ("Address line 2", second), ("City", city),
            ("State", state), ("ZIP", code)]  # fmt: skip


def _parts(value: str) -> list[str]:
    return _pieces(value, ";")


def _pieces(value: str, sign: str) -> list[str]:
    """A value in its parts; a sign behind a backslash parts nothing."""
    found = re.findall(rf"(?s)((?:\\.|[^{sign}\\]|\\$)*)(?:{sign}|$)", value)
    return [_plain(each).strip() for each in found] or [""]


def _plain(value: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
