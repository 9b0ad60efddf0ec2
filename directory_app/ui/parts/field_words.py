"""What is kept of a business in words: fields and units by name, and their values.

Imports, packets, duplicates and the history say it alike: labels and choices are those of the
field table (model/fields.py). A value may be as Python has it, or as JSON kept it.
"""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.model import categories, fields, hours, languages, phones
from directory_app.model.compare import ARCHIVED, CONSENT, CONTACT, PHONE
from directory_app.model.fields import Kind
from directory_app.model.live import last_live_day
from directory_app.model.terms import AddressType, Answer, PhoneType, Precision
from directory_app.ui.parts import words
from directory_app.ui.widgets import dates, doors, pins

translate = QCoreApplication.translate
#: More of a text than this is not shown beside its other.
_LONGEST = 600


def name(key: str, table: str = "business") -> str:
    """What a field or a unit is called: "hours", "opening_hours", "phone:+1505...", "phones"."""
    kind, colon, rest = key.partition(":")
    if kind + colon == CONSENT:
        return translate("Packets", "Answer: %1").replace("%1", doors.channel_name(rest))
    own = {
        PHONE: translate("Packets", "Telephone"),
        "phones": translate("Duplicates", "Phone"),
        CONTACT: translate("Packets", "Contact"),
        "contacts": translate("Duplicates", "Contacts"),
        "checked": translate("Duplicates", "Checked"),
        ARCHIVED: translate("Packets", "Archived"),
    }
    return own.get(kind + colon) or fields.label(key, words.spoken_language(), table)


# -- one value


def value(key: str, given: Any, table: str = "business") -> str:
    """A value of a field in words; "" for none."""
    if given is None or given in ("", [], ()):
        return ""
    if isinstance(given, bool):
        return translate("Import", "Yes") if given else translate("Import", "No")
    field = fields.find(key, table)
    try:
        return _known(key, field, given)
    except (KeyError, ValueError, TypeError, AttributeError):
        return str(given)  # an older version of the program wrote other words


def _known(key: str, field: fields.Field | None, given: Any) -> str:
    told = _OWN.get(key)
    if told is not None:
        return told(given)
    if field is not None and field.kind is Kind.DAY:
        return dates.long(given if isinstance(given, dt.date) else dt.date.fromisoformat(given))
    if field is not None and field.kind is Kind.MOMENT:
        moment = given if isinstance(given, dt.datetime) else dt.datetime.fromisoformat(given)
        return dates.long(moment.date())
    choices = field.choices if field is not None else {}
    language = words.spoken_language()
    if isinstance(given, (list, tuple)):
        return ", ".join(
            fields.say(choices[one], language) if one in choices else str(one) for one in given
        )
    if given in choices:
        return fields.say(choices[given], language)
    return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)


def _hours(osm: str) -> str:
    return "; ".join(hours.words(osm, words.spoken_language())) if osm else ""


def _languages(codes: Sequence[str]) -> str:
    return ", ".join(languages.name(str(code), words.spoken_language()) for code in codes)


_OWN: Mapping[str, Callable[[Any], str]] = {
    "category": lambda key: categories.name(key, words.spoken_language()),
    "languages": _languages,
    "opening_hours": _hours,
    "precision": pins.pin_name,
    "answer": words.answer,
    "number": phones.display,
}

# -- a unit: several fields that make sense together


def unit(key: str, side: Mapping[str, Any], beside: Mapping[str, Any] | None = None) -> str:
    """What one version says of a unit, in some lines; "" for nothing.

    ``beside`` is the other version: what only tells them apart is told where they differ in it.
    """
    if key.startswith(PHONE):
        return phone(side)
    if key.startswith(CONTACT):
        return lines(side, "name", "role", "phone", "email", "note")
    if key == "address":
        return _address(side, side if beside is None else beside)
    told = _UNITS.get(key)
    text = told(side) if told is not None else value(key, side[key])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def lines(side: Mapping[str, Any], *names: str) -> str:
    """What these fields say, a line each."""
    return "\n".join(str(side[one]) for one in names if side[one])


def phone(side: Mapping[str, Any]) -> str:
    """A telephone: its number, and a line each for what sets it apart."""
    parts = [phones.display(side["number"], side["extension"], "window")]
    if side["type"] != PhoneType.VOICE:
        parts.append(value("type", side["type"], "phone"))
    parts.append(value("languages", side["languages"]))
    parts.append(name("confidential", "phone") if side["confidential"] else "")
    return "\n".join(filter(None, parts))


def _address(side: Mapping[str, Any], beside: Mapping[str, Any]) -> str:
    def told(key: str, usual: str) -> str:
        differs = side[key] != beside[key]
        return value(key, side[key]) if differs or side[key] != usual else ""

    street = ", ".join(filter(None, (side["address_1"], side["address_2"])))
    state = f"{side['state_province']} {side['postal_code']}".strip()
    return "\n".join(
        filter(
            None,
            (
                street,
                ", ".join(filter(None, (side["city"], state))),
                side["county"] if side["county"] != beside["county"] else "",
                told("country", "US"),
                told("address_type", AddressType.PHYSICAL.value),
            ),
        )
    )


def _pin(side: Mapping[str, Any]) -> str:
    if side["latitude"] is None:
        return translate("Duplicates", "No pin")
    number = QLocale()
    place = "; ".join(number.toString(side[one], "f", 5) for one in ("latitude", "longitude"))
    told = side["pin_locked"] and side["precision"] != Precision.MANUAL
    by_hand = name("pin_locked") if told else ""
    return "\n".join(filter(None, (pins.pin_name(side["precision"]), place, by_hand)))


def _hours_unit(side: Mapping[str, Any]) -> str:
    assumed = name("opening_hours_assumed") if side["opening_hours_assumed"] else ""
    text = value("opening_hours", side["opening_hours"]).replace("; ", "\n")
    return "\n".join(filter(None, (text, assumed)))


def assured(side: Mapping[str, Any]) -> str:
    """When somebody checked an entry, and who; "" for never."""
    return ", ".join(
        filter(None, (value("assured_date", side["assured_date"]), side["assured_by"]))
    )


_UNITS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "pin": _pin,
    "hours": _hours_unit,
    "assured": assured,
}


def answer(side: Mapping[str, Any] | None, today: dt.date) -> tuple[doors.DoorState, str]:
    """The door of an answer, and its words with who asked and when."""
    if side is None:
        return doors.DoorState.NOT_ASKED, words.answer(Answer.NOT_ASKED)
    until = last_live_day(side["answer"], side["date"], side["asked_by"], side["review_by"])
    state = doors.state_of(side["answer"], until, today)
    said = sentence(doors.sentence("print", state, until).partition(": ")[2])
    asked = ", ".join(
        filter(None, (side["asked_by"], dates.long(side["date"]) if side["date"] else ""))
    )
    return state, "\n".join(filter(None, (said, asked)))


def sentence(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]
