"""What the page of duplicates says: why two are alike, what a fact is called, and its value."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.tasks.comparing import Merge, Side
from directory_app.ui import plurals
from directory_app.ui.parts import field_words
from directory_app.ui.widgets import doors

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


def value(merge: Merge, key: str, place: int) -> str:
    """A fact of one of both in words; "" for nothing."""
    return field_words.unit(key, merge.values[place], merge.values[1 - place])


def phone_lines(side: Side) -> str:
    """The telephones, a line each."""
    told = (field_words.phone(one.model_dump()) for one in side.dossier.phones)
    return "\n".join(each.replace("\n", ", ") for each in told)


def contact_lines(side: Side) -> str:
    """Whom to ask, a line each."""
    return "\n".join(
        ", ".join(filter(None, (one.name, one.role, one.phone))) for one in side.dossier.contacts
    )


def checked(side: Side) -> str:
    """When somebody checked the entry, and who."""
    told = field_words.assured(side.dossier.business.model_dump())
    return told or translate("Duplicates", "Never")


def answer(side: Side, channel: str, today: dt.date) -> tuple[doors.DoorState, str]:
    """The door of an answer and what it says."""
    said = side.dossier.consents.get(channel)
    return field_words.answer(None if said is None else said.model_dump(), today)


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
