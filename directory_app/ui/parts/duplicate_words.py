"""What the page of duplicates says: why two are alike, what a fact is called, and its value."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.model import categories, languages, phones
from directory_app.model.terms import AddressType, LocationVisibility, Payment
from directory_app.tasks.comparing import FACTS, Merge, Side
from directory_app.ui import plurals
from directory_app.ui.parts import import_words
from directory_app.ui.parts import words as directory_words
from directory_app.ui.widgets import dates, doors, pins

translate = QCoreApplication.translate
_KILOMETRE = 1000
_FAR = 10_000


def distance(metres: float) -> str:
    """30 m, 1.2 km, 14 km: nobody measures nearer than ten metres."""
    locale = QLocale()
    if metres < _KILOMETRE:
        return f"{locale.toString(max(round(metres, -1), 10.0), 'f', 0)} m"
    return f"{locale.toString(metres / _KILOMETRE, 'f', 1 if metres < _FAR else 0)} km"


def reasons(codes: Sequence[str], metres: float | None) -> str:
    """Why two are alike, told as one would: "same phone, 30 m away"."""
    told = [_reasons()[code] for code in codes if code in _reasons()]
    if metres is not None and "address" not in codes:
        told.append(
            translate("Duplicates", "%1 away").replace("%1", distance(metres))
            if metres >= _SAME_SPOT
            else translate("Duplicates", "same spot")
        )
    return ", ".join(told)


#: Two pins nearer than this are one spot.
_SAME_SPOT = 5


def _reasons() -> dict[str, str]:
    return {
        "phone": translate("Duplicates", "same phone"),
        "phone_alike": translate("Duplicates", "phone alike"),
        "address": translate("Duplicates", "same address"),
        "address_alike": translate("Duplicates", "address alike"),
        "name": translate("Duplicates", "same name"),
        "name_alike": translate("Duplicates", "name alike"),
        "town": translate("Duplicates", "same town"),
    }


def sentence(words: str) -> str:
    """With a capital at its start."""
    return words[:1].upper() + words[1:]


def fact(key: str) -> str:
    """What a fact is called at the head of its line."""
    own = {
        "code": translate("Duplicates", "Code"),
        "address": translate("Duplicates", "Address"),
        "pin": translate("Duplicates", "Pin"),
        "location_visibility": translate("Duplicates", "Shown of the place"),
        "phones": translate("Duplicates", "Phone"),
        "contacts": translate("Duplicates", "Contacts"),
        "checked": translate("Duplicates", "Checked"),
        "status": translate("Duplicates", "Status"),
        "description_en": translate("Duplicates", "In English"),
        "description_es": translate("Duplicates", "In Spanish"),
        "hours_note_en": translate("Duplicates", "Note on hours (English)"),
        "hours_note_es": translate("Duplicates", "Note on hours (Spanish)"),
        "directions_en": translate("Duplicates", "Way there (English)"),
        "directions_es": translate("Duplicates", "Way there (Spanish)"),
    }
    return own.get(key) or import_words.field_name(key)


def value(merge: Merge, key: str, place: int) -> str:
    """A fact of one of both in words; "" for nothing."""
    values = merge.values[place]
    if key == "address":
        return _address(merge, place)
    if key == "pin":
        return _pin(values)
    name = FACTS[key][0]
    if name in _VALUES:
        return _VALUES[name](values[name])
    return import_words.value_words(name, values[name])


def _address(merge: Merge, place: int) -> str:
    """Two lines; the county and the kind only where they are what differs."""
    values, other = merge.values[place], merge.values[1 - place]
    street = ", ".join(filter(None, (values["address_1"], values["address_2"])))
    state = f"{values['state_province']} {values['postal_code']}".strip()
    town = ", ".join(filter(None, (values["city"], state)))
    lines = [street, town]
    if values["county"] != other["county"] and values["county"]:
        lines.append(values["county"])
    if values["address_type"] != other["address_type"]:
        lines.append(_kind(values["address_type"]))
    return "\n".join(line for line in lines if line)


def _kind(kind: str) -> str:
    return {
        AddressType.PHYSICAL: translate("Duplicates", "a place to visit"),
        AddressType.MOBILE: translate("Duplicates", "it moves (truck, stand)"),
        AddressType.POSTAL: translate("Duplicates", "mail only"),
        AddressType.HOME: translate("Duplicates", "a home: its town alone is kept"),
    }[AddressType(kind)]


def _pin(values: dict[str, Any]) -> str:
    if values["latitude"] is None:
        return translate("Duplicates", "No pin")
    if values["pin_locked"]:
        return translate("Duplicates", "Put there by hand")
    return pins.pin_name(values["precision"])


def _visibility(one: str) -> str:
    return {
        LocationVisibility.EXACT: translate("Duplicates", "The whole address"),
        LocationVisibility.STREET: translate("Duplicates", "The street only"),
        LocationVisibility.TOWN: translate("Duplicates", "The town only"),
        LocationVisibility.NONE: translate("Duplicates", "Nothing"),
    }[LocationVisibility(one)]


def _spoken(codes: list[str]) -> str:
    return ", ".join(languages.name(code, import_words.language()) for code in codes)


def _payment(kinds: list[str]) -> str:
    known = set(Payment)
    return ", ".join(directory_words.payment(k) if k in known else k for k in kinds)


_VALUES: dict[str, Callable[[Any], str]] = {
    "category": lambda key: categories.name(key, import_words.language()),
    "languages": _spoken,
    "payment_accepted": _payment,
    "status": directory_words.status,
    "location_visibility": _visibility,
}


def phone_lines(side: Side) -> str:
    """The telephones, a line each."""
    hidden = translate("Duplicates", "confidential")
    return "\n".join(
        phones.display(one.number, one.extension, "window")
        + (f" ({hidden})" if one.confidential else "")
        for one in side.dossier.phones
    )


def contact_lines(side: Side) -> str:
    """Whom to ask, a line each."""
    return "\n".join(
        ", ".join(filter(None, (one.name, one.role, one.phone))) for one in side.dossier.contacts
    )


def checked(side: Side) -> str:
    """When somebody checked the entry, and who."""
    business = side.dossier.business
    if business.assured_date is None:
        return translate("Duplicates", "Never")
    return ", ".join(filter(None, (dates.long(business.assured_date), business.assured_by)))


def answer(side: Side, channel: str, today: dt.date) -> tuple[doors.DoorState, str]:
    """The door of an answer and what it says."""
    from directory_app.model.live import last_live_day

    said = side.dossier.consents.get(channel)
    if said is None:
        state, until = doors.DoorState.NOT_ASKED, None
    else:
        until = last_live_day(said.answer, said.date, said.asked_by, said.review_by)
        state = doors.state_of(said.answer, until, today)
    words = doors.sentence(channel, state, until).partition(": ")[2]
    day = said.date if said is not None and said.answer in ("no", "withdrawn") else None
    return state, sentence(words) + (f", {dates.long(day)}" if day else "")


def why_answer(why: str) -> str:
    """Why an answer holds after merging."""
    return {
        "": translate("Duplicates", "Only one of both was asked."),
        "stricter": translate("Duplicates", "The stricter answer holds, whichever entry stays."),
        "asked_again": translate(
            "Duplicates", "Somebody asked again after the refusal; that answer holds."
        ),
        "whole": translate("Duplicates", "The answer that says who asked, and when, holds."),
        "later": translate("Duplicates", "Both say the same; the later answer holds."),
        "same": translate("Duplicates", "Both say the same."),
    }[why]


def runs(number: int) -> str:
    """On how many print runs an entry stands."""
    if not number:
        return translate("Duplicates", "never printed")
    return plurals.count(
        number,
        translate("Duplicates", "on one print run"),
        translate("Duplicates", "on {n} print runs"),
    )


def stays(merge: Merge) -> str:
    """Which code stays, and what becomes of paper that names the other."""
    kept, gone = (merge.sides[place] for place in (merge.keep, merge.dropped()))
    words = translate("Duplicates", "%1 stays. No printed guide names %2.")
    if gone.runs:
        words = plurals.count(
            gone.runs,
            translate(
                "Duplicates",
                "%1 stays. One print run goes on naming %2; it is on this business’s recall list.",
            ),
            translate(
                "Duplicates",
                "%1 stays. {n} print runs go on naming %2; they are on this business’s recall "
                "list.",
            ),
        )
    return words.replace("%1", kept.dossier.business.code).replace("%2", gone.dossier.business.code)
