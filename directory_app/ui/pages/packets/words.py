"""What a packet says, in the language of the window: units by name, values, kinds, reasons."""

import datetime as dt
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.model.live import last_live_day
from directory_app.model.packet_compare import CONSENT, CONTACT, PHONE, Line
from directory_app.model.packet_review import Choice, Row, RowKind
from directory_app.model.terms import AddressType, Answer, LocationVisibility, PhoneType
from directory_app.ui.parts import history_words as history
from directory_app.ui.parts import words
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates, doors, pins

translate = QCoreApplication.translate
#: More of a text than this is not shown beside its other.
_LONGEST = 600

ICONS = {
    RowKind.NEW: "plus-circle",
    RowKind.CHANGED: "pencil-simple-line",
    RowKind.LIKE: "copy-simple",
    RowKind.MERGED: "hand-palm",
    RowKind.WITHDREW: "hand-palm",
    RowKind.GONE: "trash",
    RowKind.KNOWN: "question",
    RowKind.BLOCKED: "prohibit",
    RowKind.DELETED: "prohibit",
    RowKind.SAME: "check",
}
#: Ground and ink of a row's chip.
ROLES: dict[RowKind, tuple[str | None, str]] = {
    RowKind.NEW: (None, "ink"),
    RowKind.CHANGED: ("accent-tint", "accent-text"),
    RowKind.LIKE: ("warn-tint", "warn"),
    RowKind.MERGED: ("danger-tint", "danger"),
    RowKind.WITHDREW: ("danger-tint", "danger"),
    RowKind.GONE: ("selection-inactive", "ink-soft"),
    RowKind.KNOWN: ("warn-tint", "warn"),
    RowKind.BLOCKED: ("selection-inactive", "ink-soft"),
    RowKind.DELETED: ("selection-inactive", "ink-soft"),
    RowKind.SAME: (None, "ink-soft"),
}


def kind(row: Row) -> str:
    """What a packet says of a business, in a word or two."""
    return {
        RowKind.NEW: translate("Packets", "New"),
        RowKind.CHANGED: translate("Packets", "Differs"),
        RowKind.LIKE: translate("Packets", "Looks like"),
        RowKind.MERGED: translate("Packets", "Said no"),
        RowKind.WITHDREW: translate("Packets", "Withdrew"),
        RowKind.GONE: translate("Packets", "Deleted there"),
        RowKind.KNOWN: translate("Packets", "Another one?"),
        RowKind.BLOCKED: translate("Packets", "Stays out"),
        RowKind.DELETED: translate("Packets", "Stays out"),
        RowKind.SAME: translate("Packets", "Same"),
    }[row.kind]


def sentence(row: Row) -> str:
    """What that means, for the pane and a screen reader."""
    return {
        RowKind.NEW: translate("Packets", "It is not in this directory yet."),
        RowKind.CHANGED: translate("Packets", "It is in both directories."),
        RowKind.LIKE: translate(
            "Packets", "It may be one that is here already. Is it the same business?"
        ),
        RowKind.MERGED: translate(
            "Packets", "It was merged with another. What its owner refused holds here, too."
        ),
        RowKind.WITHDREW: translate(
            "Packets",
            "Its owner withdrew on the other laptop. It is used no more here, and archived. "
            "To forget it for good, open it afterwards and choose “They withdrew…”.",
        ),
        RowKind.GONE: translate(
            "Packets",
            "Somebody deleted it on the other laptop. It stays here unless you archive it.",
        ),
        RowKind.KNOWN: translate(
            "Packets",
            "A business like this one asked to be forgotten here. It stays out, unless you know "
            "that it is another one.",
        ),
        RowKind.BLOCKED: translate("Packets", "Its owner withdrew here. No packet brings it back."),
        RowKind.DELETED: translate("Packets", "It was deleted here. No packet brings it back."),
        RowKind.SAME: "",
    }[row.kind]


def choice(of: Choice) -> str:
    """What can be chosen for a business as a whole."""
    return {
        Choice.TAKE: translate("Packets", "Bring it in"),
        Choice.LEAVE: translate("Packets", "Leave it"),
        Choice.SAME: translate("Packets", "The same"),
        Choice.NEW: translate("Packets", "Another one"),
        Choice.ARCHIVE: translate("Packets", "Archive it"),
        Choice.UNDECIDED: translate("Packets", "Not yet"),
    }[of]


def differs(row: Row) -> str:
    """Which fields the packet would change, in a line: "Name, Hours"."""
    if row.kind is RowKind.LIKE and row.choice is Choice.UNDECIDED:
        return f"{row.code} {row.name}"
    shown = (
        [line for line in row.lines if line.take is not False or line.open] if row.compared else []
    )
    names = list(dict.fromkeys(unit(line.unit) for line in shown if line.why != "with_address"))
    if row.added:
        return town(row)
    if row.kind in (RowKind.WITHDREW, RowKind.BLOCKED, RowKind.DELETED, RowKind.GONE):
        return ""
    return ", ".join(names) or translate("Packets", "Nothing is taken")


def town(row: Row) -> str:
    """Where a business is."""
    return "" if row.entry is None else str(row.entry.values["city"])


def to_choose(number: int) -> str:
    """How many choices are open."""
    return count(
        number,
        translate("Packets", "{n} to choose", "one"),
        translate("Packets", "{n} to choose"),
    )


# -- units


def unit(name: str) -> str:
    """A unit by name."""
    if name.startswith(PHONE):
        return translate("Packets", "Telephone")
    if name.startswith(CONTACT):
        return translate("Packets", "Contact")
    if name.startswith(CONSENT):
        channel = doors.channel_name(name.removeprefix(CONSENT))
        return translate("Packets", "Answer: %1").replace("%1", channel)
    own = {
        "address": translate("Packets", "Address"),
        "pin": translate("Packets", "Pin"),
        "hours": translate("Packets", "Hours"),
        "assured": translate("Packets", "Checked"),
        "archived": translate("Packets", "Archived"),
    }
    return own.get(name) or history.field(name)


def value(line: Line, side: dict[str, Any] | None, today: dt.date) -> str:
    """What one side says; "" for nothing."""
    if line.unit.startswith(CONSENT):
        return answer(side, today)[1]
    return "" if side is None else of_unit(line.unit, side)


def of_unit(name: str, side: dict[str, Any]) -> str:
    """The value of a unit (no answer) in words."""
    if name.startswith(PHONE):
        return _phone(side)
    if name.startswith(CONTACT):
        return _lines(side, "name", "role", "phone", "email", "note")
    special = _SPECIAL.get(name)
    text = special(side) if special else history.value(name, side[name])
    text = "" if text == "—" else text
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def answer(side: dict[str, Any] | None, today: dt.date) -> tuple[doors.DoorState, str]:
    """The door of an answer, and its words with who asked and when."""
    if side is None:
        return doors.DoorState.NOT_ASKED, words.answer(Answer.NOT_ASKED)
    until = last_live_day(side["answer"], side["date"], side["asked_by"], side["review_by"])
    state = doors.state_of(side["answer"], until, today)
    said = doors.sentence("print", state, until).partition(": ")[2]
    said = said[:1].upper() + said[1:]
    asked = ", ".join(
        filter(None, (side["asked_by"], dates.long(side["date"]) if side["date"] else ""))
    )
    return state, "\n".join(filter(None, (said, asked)))


def _phone(side: dict[str, Any]) -> str:
    from directory_app.model import phones

    parts = [phones.display(side["number"], side["extension"], "window")]
    if side["type"] != PhoneType.VOICE:
        parts.append(_phone_kinds().get(side["type"], side["type"]))
    if side["languages"]:
        parts.append(history.value("languages", side["languages"]))
    if side["confidential"]:
        parts.append(history.field("confidential"))
    return "\n".join(parts)


def _phone_kinds() -> dict[str, str]:
    return {
        PhoneType.CELL: translate("Packets", "Cell phone"),
        PhoneType.TEXT: translate("Packets", "Text messages"),
        PhoneType.FAX: translate("Packets", "Fax"),
    }


def _lines(side: dict[str, Any], *names: str) -> str:
    return "\n".join(str(side[name]) for name in names if side[name])


def _address(side: dict[str, Any]) -> str:
    place = ", ".join(filter(None, (side["city"], side["state_province"])))
    kinds = {
        AddressType.HOME: translate("Packets", "A home"),
        AddressType.MOBILE: translate("Packets", "It moves about"),
        AddressType.POSTAL: translate("Packets", "For mail only"),
    }
    country = side["country"] if side["country"] != "US" else ""
    lines = (
        side["address_1"],
        side["address_2"],
        " ".join(filter(None, (place, side["postal_code"]))),
        side["county"],
        country,
        kinds.get(side["address_type"], ""),
    )
    return "\n".join(line for line in lines if line)


def _pin(side: dict[str, Any]) -> str:
    if side["latitude"] is None:
        return ""
    by_hand = history.field("pin_locked") if side["pin_locked"] else ""
    number = QLocale()
    place = "; ".join(number.toString(side[name], "f", 5) for name in ("latitude", "longitude"))
    return "\n".join(filter(None, (pins.pin_name(side["precision"]), place, by_hand)))


def _hours(side: dict[str, Any]) -> str:
    text = history.value("opening_hours", side["opening_hours"]).replace("; ", "\n")
    assumed = history.field("opening_hours_assumed") if side["opening_hours_assumed"] else ""
    return "\n".join(filter(None, ("" if text == "—" else text, assumed)))


def _assured(side: dict[str, Any]) -> str:
    day = dates.long(side["assured_date"]) if side["assured_date"] else ""
    return ", ".join(filter(None, (day, side["assured_by"])))


def _visibility(side: dict[str, Any]) -> str:
    return {
        LocationVisibility.EXACT: translate("Packets", "The exact place"),
        LocationVisibility.STREET: translate("Packets", "The street only"),
        LocationVisibility.TOWN: translate("Packets", "The town only"),
        LocationVisibility.NONE: translate("Packets", "Nothing"),
    }[LocationVisibility(side["location_visibility"])]


def _archived(side: dict[str, Any]) -> str:
    return history.value("archived", side["archived"])


_SPECIAL = {
    "address": _address,
    "pin": _pin,
    "hours": _hours,
    "assured": _assured,
    "location_visibility": _visibility,
    "archived": _archived,
}


def why(line: Line) -> str:
    """Why a line has no choice, or what to mind in choosing."""
    return {
        "no": translate("Packets", "A no always wins."),
        "taken_back": translate("Packets", "A yes was taken back: that wins."),
        "hidden": translate("Packets", "What hides more wins."),
        "home": translate("Packets", "A home keeps its town only."),
        "hand_pin": translate("Packets", "The pin here was placed by hand."),
        "with_address": translate("Packets", "The pin goes with the address."),
        "words": translate("Packets", "It may say something that we do not keep."),
    }.get(line.why, "")
