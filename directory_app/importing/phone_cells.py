"""Telephones in a list: several columns, several in a cell, each with its kind."""

import re
from dataclasses import replace

from directory_app.importing.rows import Row
from directory_app.model import phones
from directory_app.model.draft import DraftPhone
from directory_app.model.terms import PhoneType

_AS_NUMBER = re.compile(r"(\d+)(?:\.(\d+))?(?:[eE]\+?(\d{1,2}))?")
_KINDS = {
    "phone": PhoneType.VOICE,
    "cell": PhoneType.CELL,
    "whatsapp": PhoneType.TEXT,
    "fax": PhoneType.FAX,
}
_CODES = {
    phones.NO_AREA_CODE: "phone_no_area",
    phones.UNREADABLE: "phone_unread",
    phones.LETTERS: "phone_letters",
    phones.WORDS_LEFT: "phone_words",
}


def read(row: Row) -> None:
    """Read every phone column; what could not be read stays in the note, and is flagged."""
    found: dict[tuple[str, str], DraftPhone] = {}
    for field, kind in _KINDS.items():
        for cell in row.take(field):
            reading = phones.parse(_whole_number(cell.text))
            for phone in reading.phones:
                typed = phone.type != PhoneType.VOICE
                own = phone if typed else replace(phone, type=str(kind))
                found.setdefault((phone.number, phone.extension), own)
            for problem in reading.problems:
                row.problem("phone", _CODES.get(problem, "phone_unread"))
            if reading.rest:
                row.notes.append(f"{cell.heading}: {reading.rest}")
    row.draft.phones = list(found.values())


def _whole_number(text: str) -> str:
    """Take a spreadsheet's number back: "5.755550142E+09", "5755550142.0".

    One that was cut to fewer digits than a telephone has stays as it is, and unread.
    """
    match = _AS_NUMBER.fullmatch(text.strip())
    if match is None:
        return text
    digits, power = match[1] + (match[2] or "").rstrip("0"), int(match[3] or 0)
    if match[3] is None:
        return match[1] if not (match[2] or "").strip("0") else text
    return digits if len(digits) == power + 1 else text
