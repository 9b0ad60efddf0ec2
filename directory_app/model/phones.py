"""Telephones: people's cells to E.164, and back to what is printed.

Lists hold brand-new and made-up numbers too, so a number is asked to be possible (its
length and shape), never to be assigned.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from directory_app.model.draft import DraftPhone
from directory_app.model.terms import PhoneType
from directory_app.model.text import fold

NO_AREA_CODE = "A phone number has no area code."
UNREADABLE = "A phone number could not be read."
LETTERS = "A phone number was spelt in letters; check its digits."
WORDS_LEFT = "Words beside a phone number were not understood."

_EMPTY = {"n a", "na", "none", "no phone", "no", "no tiene", "sin telefono", "ninguno", "no hay"}
_EMPTY |= {"unknown", "desconocido", "x", "tbd", "pending", "pendiente", "no number", "sin numero"}
_EXTENSION = (
    r"(?:[ ,;(]*(?<![a-z])(?:extensi[oó]n|extn?|x|int|anexo)[ .:#]*|[ ,]*\# ?)(\d{1,7})(?!\d)\)?"
)
#: Area code, exchange and line, each where the North American Numbering Plan allows it.
_CLEAR = (
    r"(?<![\d+])(?<!\b\d[-. ])(?<!\b\d\d[-. ])(?<!\b\d{3}[-. ])(?:\+?1[-. ]*)?"
    r"\(?(?P<area>[2-9]\d\d)\)?[-. /]*(?P<exchange>[2-9]\d\d)[-. ]*(?P<line>\d{4})(?!\d)"
)
_CLEAR_NUMBER = re.compile(f"{_CLEAR}(?:{_EXTENSION})?", re.IGNORECASE)
_FOREIGN = rf"(?:\+|(?<!\d)(?:011|00)[ -])[ (]*\d[\d ().-]{{5,20}}\d(?:{_EXTENSION})?"
_ANY_NUMBER = re.compile(f"{_CLEAR_NUMBER.pattern}|{_FOREIGN}", re.IGNORECASE)
_FOREIGN_NUMBER = re.compile(_FOREIGN, re.IGNORECASE)
_SEPARATOR = re.compile(r"[/;,|&\n\r]|(?<!\w)(?:[oóyeu]|or|and)(?!\w)", re.IGNORECASE)
_VANITY = re.compile(r"(?:\+?1[- .])?\(?[2-9]\d\d\)?[- .]*[2-9A-Z](?:[- .]?[0-9A-Z]){5,9}", re.I)
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | {"\xa0": " ", "\u202f": " "})
_LABELS = {
    PhoneType.CELL: "cell cel celular cellphone mobile movil c m",
    PhoneType.TEXT: "text texts texto textos mensajes sms whatsapp whats app wa",
    PhoneType.FAX: "fax f",
    PhoneType.VOICE: "tel telefono tels telefonos phone ph office oficina shop store tienda work "
    "main voice call llamar llame home casa trabajo t p no num numero number only solo",
}
_KIND_OF_LABEL = {word: kind for kind, words in _LABELS.items() for word in words.split()}


@dataclass(slots=True)
class PhoneReading:
    """What a cell held: numbers in their order, what is wrong, and the words not understood.

    ``problems`` are sentences that quote nothing of the cell. ``rest`` is what could not be
    read, as written, so that it can be kept in the note; empty when everything was read.
    """

    phones: list[DraftPhone] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    rest: str = ""


def parse(text: str, region: str = "US") -> PhoneReading:
    """Read the telephones of a cell. Never raises; ``region`` is an ISO 3166 country."""
    reading = PhoneReading()
    cell = _plain(text)
    american = region in {"US", "CA"}
    if american and (clear := _CLEAR_NUMBER.fullmatch(cell)):
        reading.phones.append(_clear_phone(clear))
        return reading
    if fold(cell) in _EMPTY or not re.search(r"\w", cell):
        return reading
    _read_cell(cell, region, _ANY_NUMBER if american else _FOREIGN_NUMBER, reading)
    reading.phones = list(dict.fromkeys(reading.phones))
    reading.problems = list(dict.fromkeys(reading.problems))
    return reading


def display(number: str, extension: str = "", style: Literal["print", "window"] = "print") -> str:
    """Write an E.164 number as people read it.

    "505-555-0142 x2" for paper, "(505) 555-0142 x2" for the window; numbers outside the
    North American plan in their international format. What is no E.164 comes back as it is.
    """
    tail = f" x{extension}" if extension else ""
    if re.fullmatch(r"\+1\d{10}", number):
        area = f"({number[2:5]}) " if style == "window" else f"{number[2:5]}-"
        return f"{area}{number[5:8]}-{number[8:]}{tail}"
    return _international(number) + tail


def _plain(text: str) -> str:
    """Ordinary digits, dashes and spaces; and no ".0" of a spreadsheet's float."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_DASHES)
        text = "".join(_plain_letter(letter) for letter in text)
    text = text.strip()
    return text[:-2] if re.fullmatch(r"\d{10,15}\.0", text) else text


def _plain_letter(letter: str) -> str:
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    return "" if unicodedata.category(letter) == "Cf" else letter


def _clear_phone(match: re.Match[str], kind: str = PhoneType.VOICE) -> DraftPhone:
    number = f"+1{match['area']}{match['exchange']}{match['line']}"
    return DraftPhone(number, match.group(4) or "", kind)


def _read_cell(cell: str, region: str, numbers: re.Pattern[str], reading: PhoneReading) -> None:
    """Read numbers one by one; the words between them label the one before or after."""
    found = list(numbers.finditer(cell))
    starts = [match.start() for match in found] + [len(cell)]
    before = _read_words(cell[: starts[0]], region, reading)
    kind_before = before[-1] if before else None
    for position, match in enumerate(found):
        gap = cell[match.end() : starts[position + 1]]
        last = position == len(found) - 1
        after, kind_next = _sort_gap(gap, last, region, reading)
        kind = kind_before or after or PhoneType.VOICE
        _add_number(match, region, kind, reading)
        kind_before = kind_next


def _sort_gap(
    gap: str, last: bool, region: str, reading: PhoneReading
) -> tuple[str | None, str | None]:
    """Which label in a gap is of the number before it, and which of the one after."""
    pieces = _SEPARATOR.split(gap)
    first = pieces[0]
    belongs_before = last or len(pieces) > 1 or first.strip().startswith("(")
    kinds = [_read_words(piece, region, reading) for piece in pieces]
    before = kinds[0][0] if belongs_before and kinds[0] else None
    after = None if last or (belongs_before and len(pieces) == 1) else next(iter(kinds[-1]), None)
    return before, after


def _read_words(text: str, region: str, reading: PhoneReading) -> list[str]:
    """Labels (as phone types) among words; whatever else is a number or is reported."""
    kinds: list[str] = []
    for piece in _SEPARATOR.split(text):
        words = fold(piece).split()
        if all(word in _KIND_OF_LABEL for word in words):
            kinds += [_KIND_OF_LABEL[word] for word in words]
        else:
            _read_unclear(piece.strip(" -.:*"), region, reading)
    return sorted(kinds, key=lambda kind: kind == PhoneType.VOICE)


def _read_unclear(piece: str, region: str, reading: PhoneReading) -> None:
    digits = len(re.sub(r"\D", "", piece))
    if _VANITY.fullmatch(piece) and not re.fullmatch(r"[\d\W]*", piece):
        dialled = re.sub(r"[^0-9]", "", piece.upper().translate(_KEYPAD))[-10:]
        if (match := _CLEAR_NUMBER.fullmatch(dialled)) is not None:
            reading.phones.append(_clear_phone(match))
            reading.problems.append(LETTERS)
            return
    phone = _library_phone(piece, region, PhoneType.VOICE) if digits >= 7 else None
    if phone is not None:
        reading.phones.append(phone)
        return
    problem = NO_AREA_CODE if digits == 7 else UNREADABLE if digits > 1 else WORDS_LEFT
    _report(piece, problem, reading)


def _add_number(match: re.Match[str], region: str, kind: str, reading: PhoneReading) -> None:
    if match.re is _ANY_NUMBER and match["line"]:
        reading.phones.append(_clear_phone(match, kind))
        return
    phone = _library_phone(match.group(0), region, kind)
    if phone is None:
        _report(match.group(0), UNREADABLE, reading)
    else:
        reading.phones.append(phone)


def _report(piece: str, problem: str, reading: PhoneReading) -> None:
    reading.problems.append(problem)
    reading.rest = "; ".join(filter(None, (reading.rest, piece.strip())))


def _library_phone(text: str, region: str, kind: str) -> DraftPhone | None:
    """Ask phonenumbers; None if it is no possible number with its area code."""
    import phonenumbers as library

    try:
        number = library.parse(text, region)
    except library.NumberParseException:
        return None
    if library.is_possible_number_with_reason(number) != library.ValidationResult.IS_POSSIBLE:
        return None
    e164 = library.format_number(number, library.PhoneNumberFormat.E164)
    if number.country_code == 1 and not re.fullmatch(r"\+1([2-9]\d\d){2}\d{4}", e164):
        return None
    return DraftPhone(e164, number.extension or "", kind)


def _international(number: str) -> str:
    import phonenumbers as library

    try:
        parsed = library.parse(number)
    except library.NumberParseException:
        return number
    return library.format_number(parsed, library.PhoneNumberFormat.INTERNATIONAL)
