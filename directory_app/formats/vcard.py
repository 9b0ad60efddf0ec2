"""vCard: reads 3 and 4 (RFC 2426, RFC 6350), writes 4.0, a card a business, for a telephone.

What is said about people (their names, birthdays, pictures) is not read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from directory_app.errors import UserError
from directory_app.formats.encodings import decode
from directory_app.formats.entry import About, Entry, Export, Phone
from directory_app.formats.table import Records, filled
from directory_app.model import categories
from directory_app.model.terms import PhoneType

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


#: Bytes of a line before it has to be folded (section 3.2), its line end left out.
_LINE_BYTES = 75
#: A language tag (RFC 5646), loosely; a language without a code is there as it was written.
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def write(export: Export) -> bytes:
    """The cards one after another, lines ending in CRLF and folded at 75 bytes."""
    lines = (line for entry in export.entries for line in _card(entry, export.about))
    return b"".join(map(_folded, lines))


def _card(entry: Entry, about: About) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//Puertas//EN"
    yield f"UID:urn:uuid:{entry.lasting_id('card')}"
    yield "KIND:org"
    yield f"FN:{_text(entry.name)}"
    yield f"ORG:{_text(entry.name)}"
    yield from _if("NICKNAME", entry.alternate_name)
    names = dict.fromkeys(categories.name(entry.category, each) for each in about.languages)
    yield f"CATEGORIES:{','.join(map(_text, names))}"
    yield from _adr(entry)
    yield from map(_tel, entry.phones)
    yield from _if("EMAIL", entry.email)
    yield from (f"URL:{_uri(link)}" for link in (entry.website,) if link)
    yield from (f"URL;TYPE=x-social:{_uri(link)}" for link in entry.same_as)
    yield from (f"LANG:{code}" for code in entry.languages if _TAG.fullmatch(code))
    yield from _place(entry)
    for language in about.languages:
        yield from _if(f"NOTE;LANGUAGE={language}", _note(entry, language))
    yield from _own(entry)
    yield f"X-PUERTAS-RUN:{about.run}"
    yield f"X-PUERTAS-USE-BY:{about.use_by.isoformat()}"
    yield "END:VCARD"


def _if(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}:{_text(text)}"


def _adr(entry: Entry) -> Iterator[str]:
    """Box and extended address stay empty, as section 6.3.1 asks; the unit is of the street."""
    street = ", ".join(filter(None, (entry.address_1, entry.address_2)))
    parts = (street, entry.city, entry.state_province, entry.postal_code)
    if any(parts):
        yield f"ADR:;;{';'.join(map(_text, parts))};"


def _tel(phone: Phone) -> str:
    """A tel URI (RFC 3966); our kinds are the card's own words."""
    extension = re.sub(r"\D", "", phone.extension)
    kind = phone.type if phone.type in set(PhoneType) else PhoneType.VOICE
    number = re.sub(r"[^\d+]", "", phone.number)
    return f"TEL;VALUE=uri;TYPE={kind}:tel:{number}{f';ext={extension}' if extension else ''}"


def _place(entry: Entry) -> Iterator[str]:
    point = entry.point
    if point is not None:
        longitude, latitude = point
        yield f"GEO:geo:{latitude},{longitude}"


def _note(entry: Entry, language: str) -> str:
    """What is sold, the hours, how to find it, and languages that have no code, a line each."""
    texts = (entry.descriptions, entry.directions, entry.hours_notes)
    sold, way, hours_note = (text.get(language, "") for text in texts)
    words = "; ".join(entry.hours_words(language))
    spoken = ", ".join(code for code in entry.languages if not _TAG.fullmatch(code))
    return "\n".join(filter(None, (sold, words, hours_note, way, spoken)))


def _own(entry: Entry) -> Iterator[str]:
    """What the note says for people, once more for our own import, each thing by itself."""
    yield from _if("X-PUERTAS-UNIT", entry.address_2)
    yield from _if("X-PUERTAS-HOURS", entry.opening_hours)
    for name, texts in (
        ("DESCRIPTION", entry.descriptions),
        ("DIRECTIONS", entry.directions),
        ("HOURS-NOTE", entry.hours_notes),
    ):
        for language, text in texts.items():
            yield f"X-PUERTAS-{name};LANGUAGE={language}:{_text(text)}"


def _text(text: str) -> str:
    """A text value (section 3.4): backslash, comma, semicolon and line end escaped."""
    for sign, escaped in (("\\", "\\\\"), (",", "\\,"), (";", "\\;"), ("\n", "\\n")):
        text = text.replace(sign, escaped)
    return text


def _uri(link: str) -> str:
    """A URI value has no escapes of its own: what may not stand in a URI is percent-encoded."""
    return quote(link, safe="%:/?#[]@!$&'()*+,;=~")


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 bytes, no letter of several bytes torn."""
    whole = line.encode()
    if len(whole) <= _LINE_BYTES:
        return whole + b"\r\n"
    pieces, piece, room = [], b"", _LINE_BYTES
    for letter in line:
        data = letter.encode()
        if len(piece) + len(data) > room:
            pieces.append(piece)
            piece, room = b"", _LINE_BYTES - 1  # the space in front counts
        piece += data
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"
