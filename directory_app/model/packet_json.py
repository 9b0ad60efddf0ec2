"""What is inside a packet, as JSON and back.

A packet may come from anybody who was told its passphrase, so nothing in it is believed: every
value has its type, its length and its vocabulary, or the whole packet is refused.
"""

import datetime as dt
import json
import math
import re
from collections.abc import Callable, Collection
from typing import Any

from directory_app.errors import UserError
from directory_app.model import fields
from directory_app.model.columns import utc_now
from directory_app.model.fields import UNITS, Kind
from directory_app.model.hours_osm import is_osm
from directory_app.model.packet import (
    ANSWER_FIELDS,
    BLANK,
    COLUMNS,
    CONTACT_FIELDS,
    FORMAT,
    PHONE_FIELDS,
    Entry,
    Packet,
    Plain,
)
from directory_app.model.terms import (
    Answer,
    Channel,
    PhoneType,
)

#: So many businesses at most, and so many of what one of them has several of.
MOST_ENTRIES = 50_000
MOST_EACH = 200
MOST_GONE = 500_000
#: The longest text, in letters.
LONGEST = 100_000
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_HEX = re.compile(r"[0-9a-f]{32}")
_NUMBER = re.compile(r"\+?[0-9*#]{2,24}")
_CODE = re.compile(r"[A-Z]{4,5}")
#: What no person types; a terminal could be led astray by it.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
#: So many signs that begin a thing, and that part two: each costs more memory than it is long.
_MOST_THINGS, _MOST_PARTS = 4_000_000, 12_000_000
_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2200, 1, 1)


class _UnsoundError(Exception):
    """A value that no packet of ours has."""


def unsound() -> UserError:
    """What is said of a packet that is sealed well and yet holds what it may not."""
    return UserError(
        "This packet holds something that Puertas does not write, so nothing of it was taken.",
        "Ask for a new packet, and whoever made it to bring their program up to date.",
    )


def newer() -> UserError:
    """What is said of a packet of a later version."""
    return UserError(
        "This packet was made by a newer Puertas.", "Bring this one up to date, then open it."
    )


# -- writing


def write(packet: Packet) -> bytes:
    """The packet as JSON; what is blank is left out. UserError where it is too much for one."""
    check_number(len(packet.entries))
    plain = {
        "format": FORMAT,
        "packet": packet.id,
        "directory": packet.directory,
        "made_at": packet.made_at.astimezone(dt.UTC).isoformat(),
        "name": packet.name,
        "by": packet.by,
        "number": packet.number,
        "withdrew": list(packet.withdrew),
        "deleted": list(packet.deleted),
        "businesses": [_plain(entry) for entry in packet.entries],
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), default=_day).encode()


def check_number(businesses: int) -> None:
    """UserError for more than a packet takes."""
    if businesses > MOST_ENTRIES:
        raise UserError(
            f"{businesses} businesses are too many for one packet.",
            f"It takes {MOST_ENTRIES}: choose a part of them.",
        )


def _plain(entry: Entry) -> Plain:
    values = {name: value for name, value in entry.values.items() if value != BLANK[name]}
    told = {
        "id": entry.id,
        "code": entry.code,
        "values": values,
        "phones": entry.phones,
        "contacts": entry.contacts,
        "answers": entry.answers,
        "archived": entry.archived,
        "also": list(entry.also),
        "without": list(entry.without),
        "seen": list(entry.seen),
        "merged": list(entry.merged),
    }
    return {name: value for name, value in told.items() if value}


def _day(value: Any) -> str:
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"not for a packet: {type(value)}")


# -- reading


def read(data: bytes) -> Packet:
    """The packet in these bytes, every value looked at. UserError where one is not sound."""
    try:
        _check_size(data)
        plain = json.loads(data, parse_constant=_refuse)
        plain = _map(plain)
        version = plain.get("format")
        if isinstance(version, int) and version > FORMAT:
            raise newer()
        return _packet(plain)
    except (_UnsoundError, ValueError, RecursionError, OverflowError) as error:
        raise unsound() from error


def _check_size(data: bytes) -> None:
    """A few bytes may stand for much memory: count before anything is made of them."""
    if data.count(b"{") + data.count(b"[") > _MOST_THINGS or data.count(b",") > _MOST_PARTS:
        raise _UnsoundError


def _refuse(text: str) -> Any:
    raise _UnsoundError(text)


def _packet(plain: Plain) -> Packet:
    if plain.get("format") != FORMAT:
        raise _UnsoundError
    made_at = _moment(plain.get("made_at"))
    entries = [_entry(_map(one)) for one in _list(plain.get("businesses", []), MOST_ENTRIES)]
    if made_at is None or len({entry.id for entry in entries}) != len(entries):
        raise _UnsoundError
    return Packet(
        id=_like(_HEX, plain.get("packet")),
        directory=_like(_HEX, plain.get("directory")),
        made_at=min(made_at, utc_now()),
        name=" ".join(_text(plain.get("name", ""), 200).split()),
        by=" ".join(_text(plain.get("by", ""), 200).split()),
        number=_count(plain.get("number", 0)),
        entries=entries,
        withdrew=_several(_HEX, plain.get("withdrew", []), MOST_GONE),
        deleted=_several(_HEX, plain.get("deleted", []), MOST_GONE),
    )


def _entry(plain: Plain) -> Entry:
    values = _map(plain.get("values", {}))
    if values.keys() - set(COLUMNS):
        raise _UnsoundError
    # what is blank is not in it, and needs no look
    known: Plain = {
        name: list(one) if isinstance(one, list) else one for name, one in BLANK.items()
    }
    known |= {name: _value(name, value) for name, value in values.items()}
    if not known["name"].strip() or (known["latitude"] is None) != (known["longitude"] is None):
        raise _UnsoundError
    _check_hours(known["opening_hours"])
    without = _list(plain.get("without", []), MOST_EACH)
    if any(one != "contacts" and one not in UNITS for one in without):
        raise _UnsoundError
    code = plain.get("code", "")
    return Entry(
        id=_like(_ID, plain.get("id")),
        code=_like(_CODE, code) if code else "",
        values=known,
        phones=_apart([_phone(_map(one)) for one in _list(plain.get("phones", []), MOST_EACH)]),
        contacts=[_contact(_map(one)) for one in _list(plain.get("contacts", []), MOST_EACH)],
        answers=_answers(_list(plain.get("answers", []), MOST_EACH)),
        archived=_flag(plain.get("archived", False)),
        also=_several(_ID, plain.get("also", []), MOST_EACH),
        without=tuple(without),
        seen=_several(_HEX, plain.get("seen", []), 10_000),
        merged=_several(_ID, plain.get("merged", []), MOST_EACH),
    )


def _value(name: str, value: Any) -> Any:
    field = fields.BY_NAME[name]
    match field.kind:
        case Kind.LIST:
            return [_text(one, 500) for one in _list(value, MOST_EACH)]
        case Kind.FLAG:
            return None if value is None else _flag(value)
        case Kind.MARK:
            return _flag(value)
        case Kind.NUMBER:
            return _degrees(value, 90 if name == "latitude" else 180)
        case Kind.CHOICE if field.choices:
            return value if value == field.nothing else _one_of(field.choices, value)
        case Kind.DAY:
            return _date(value)
        case Kind.MOMENT:
            return _moment(value)
    return _text(value, LONGEST)


def _phone(plain: Plain) -> Plain:
    found = {
        "number": _like(_NUMBER, plain.get("number")),
        "extension": _text(plain.get("extension", ""), 20),
        "type": _choice(PhoneType, plain.get("type")),
        "languages": [_text(one, 50) for one in _list(plain.get("languages", []), MOST_EACH)],
        "confidential": _flag(plain.get("confidential", False)),
    }
    return _all_of(found, plain, PHONE_FIELDS)


def _apart(phones: list[Plain]) -> list[Plain]:
    if len({(one["number"], one["extension"]) for one in phones}) != len(phones):
        raise _UnsoundError
    return phones


def _contact(plain: Plain) -> Plain:
    found = {name: _text(plain.get(name, ""), 10_000) for name in CONTACT_FIELDS}
    found["id"] = _like(_ID, plain.get("id"))
    return _all_of(found, plain, CONTACT_FIELDS)


def _answers(given: list[Any]) -> list[Plain]:
    found = [_answer(_map(one)) for one in given]
    if len({one["channel"] for one in found}) != len(found):
        raise _UnsoundError
    return found


def _answer(plain: Plain) -> Plain:
    found: Plain = {name: plain.get(name, "") for name in ANSWER_FIELDS}
    for name in ("asked_by", "given_by_role", "method", "language", "wording_version"):
        found[name] = _text(found[name], 500)
    found["channel"] = _choice(Channel, found["channel"])
    found["answer"] = _choice(Answer, found["answer"])
    found |= {"date": _date(plain.get("date")), "review_by": _date(plain.get("review_by"))}
    if found["answer"] == Answer.NOT_ASKED:
        raise _UnsoundError
    return _all_of(found, plain, ANSWER_FIELDS)


def _all_of(found: Plain, plain: Plain, fields: tuple[str, ...]) -> Plain:
    if plain.keys() - set(fields):
        raise _UnsoundError
    return found


# -- single values


def _map(value: Any) -> Plain:
    if not isinstance(value, dict):
        raise _UnsoundError
    return value


def _list(value: Any, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _UnsoundError
    return value


def _text(value: Any, most: int) -> str:
    if not isinstance(value, str) or len(value) > most or _CONTROL.search(value):
        raise _UnsoundError
    value.encode()  # half a surrogate pair is no text
    return value


def _like(pattern: re.Pattern[str], value: Any) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _UnsoundError
    return value


def _several(pattern: re.Pattern[str], value: Any, most: int) -> tuple[str, ...]:
    return tuple(_like(pattern, one) for one in _list(value, most))


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _UnsoundError
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**9:
        raise _UnsoundError
    return value


def _degrees(value: Any, most: int) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _UnsoundError
    if not math.isfinite(value) or abs(value) > most:
        raise _UnsoundError
    return float(value)


def _choice(kind: Callable[[Any], Any], value: Any) -> str:
    if not isinstance(value, str):
        raise _UnsoundError
    return str(kind(value).value)


def _one_of(choices: Collection[str], value: Any) -> str:
    if not isinstance(value, str) or value not in choices:
        raise _UnsoundError
    return value


def _date(value: Any) -> dt.date | None:
    if value is None:
        return None
    day = dt.date.fromisoformat(_text(value, 10))
    if not _FIRST <= day <= _LAST:
        raise _UnsoundError
    return day


def _moment(value: Any) -> dt.datetime | None:
    if value is None:
        return None
    moment = dt.datetime.fromisoformat(_text(value, 40))
    if moment.tzinfo is None or not _FIRST <= moment.date() <= _LAST:
        raise _UnsoundError
    return moment.astimezone(dt.UTC)


def _check_hours(osm: str) -> None:
    if len(osm) > 2_000 or (osm and not is_osm(osm)):
        raise _UnsoundError


def without_controls(value: Any) -> Any:
    """A value of an entry without what no packet takes, however deep it is in it."""
    if isinstance(value, str):
        return _CONTROL.sub("", value)
    if isinstance(value, dict):
        return {name: without_controls(one) for name, one in value.items()}
    return [without_controls(one) for one in value] if isinstance(value, list) else value
