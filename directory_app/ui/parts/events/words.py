"""What the events page calls things: days, times, states, reasons."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.model.event import Event
from directory_app.model.listing import LeftOutReason
from directory_app.model.terms import OpenState
from directory_app.ui.widgets import dates

#: Icon and colour of a business's state at the event. Shape first.
STATE_ICONS = {
    OpenState.OPEN: ("check", "ok"),
    OpenState.CLOSED: ("x", "ink-soft"),
    OpenState.UNKNOWN: ("phone", "warn"),
}


def state_name(state: OpenState) -> str:
    """Open, Closed, Call first."""
    return {
        OpenState.OPEN: QCoreApplication.translate("Events", "Open"),
        OpenState.CLOSED: QCoreApplication.translate("Events", "Closed"),
        OpenState.UNKNOWN: QCoreApplication.translate("Events", "Call first"),
    }[state]


def all_states() -> list[str]:
    """What can be said of a business at an event."""
    return [state_name(state) for state in OpenState]


def reason_name(reason: str) -> str:
    """Why a business is not listed, in a few words."""
    return {
        LeftOutReason.NOT_ASKED: QCoreApplication.translate("Events", "Not asked yet"),
        LeftOutReason.SAID_NO: QCoreApplication.translate("Events", "Said no"),
        LeftOutReason.WITHDRAWN: QCoreApplication.translate("Events", "Took back their yes"),
        LeftOutReason.CONSENT_ENDED: QCoreApplication.translate(
            "Events", "Their yes ends before the event"
        ),
        LeftOutReason.CONSENT_INCOMPLETE: QCoreApplication.translate(
            "Events", "A yes without who asked or when"
        ),
        LeftOutReason.NOT_REVIEWED: QCoreApplication.translate("Events", "Not reviewed yet"),
        LeftOutReason.RESTORED: QCoreApplication.translate(
            "Events", "Restored: who refused since is not known"
        ),
        LeftOutReason.TWIN_REFUSED: QCoreApplication.translate(
            "Events", "An entry like it said no"
        ),
        LeftOutReason.ARCHIVED: QCoreApplication.translate("Events", "Archived"),
        LeftOutReason.CLOSED_FOR_GOOD: QCoreApplication.translate("Events", "Closed for good"),
        LeftOutReason.OUTSIDE_RADIUS: QCoreApplication.translate("Events", "Too far away"),
        LeftOutReason.NOT_PLACED: QCoreApplication.translate("Events", "Has no place on the map"),
        LeftOutReason.CLOSED_AT_EVENT: QCoreApplication.translate("Events", "Closed then"),
        LeftOutReason.HOURS_UNKNOWN: QCoreApplication.translate("Events", "Hours not known"),
        LeftOutReason.EXCLUDED: QCoreApplication.translate("Events", "Left out by you"),
    }.get(reason, reason)


def clock(time: dt.time) -> str:
    """10 am, 1:30 pm, in both languages: as hours and guides say it in New Mexico."""
    shown = f"{time.hour % 12 or 12}" + (f":{time.minute:02}" if time.minute else "")
    return f"{shown} {'am' if time.hour < 12 else 'pm'}"


def span(starts: dt.time | None, ends: dt.time | None) -> str:
    """10 am–1 pm; from 10 am; until 1 pm; "" for all day."""
    if starts and ends:
        first, last = clock(starts), clock(ends)
        if first[-3:] == last[-3:] and first.endswith("m"):
            first = first[:-3]
        return f"{first}–{last}"
    if starts:
        return QCoreApplication.translate("Events", "from {time}").format(time=clock(starts))
    if ends:
        return QCoreApplication.translate("Events", "until {time}").format(time=clock(ends))
    return ""


def when(day: dt.date, starts: dt.time | None, ends: dt.time | None) -> str:
    """Sat 5 Dec 2026, 10 am–1 pm."""
    return ", ".join(filter(None, (dates.weekday(day), span(starts, ends))))


def event_name(event: Event) -> str:
    """The name in the language of the window, else the other one."""
    spanish = QLocale().language() == QLocale.Language.Spanish
    names = (event.name_es, event.name_en) if spanish else (event.name_en, event.name_es)
    return names[0] or names[1]


def miles(number: str, point: str, *, about: bool) -> str:
    """0.4 mi NE; about 12 mi S; "" without a distance."""
    if not number:
        return ""
    words = (
        QCoreApplication.translate("Events", "about {miles} mi {point}")
        if about
        else QCoreApplication.translate("Events", "{miles} mi {point}")
    )
    return words.format(miles=number, point=compass(point))


def compass(point: str) -> str:
    """A compass point in the language of the window: W is O in Spanish."""
    if QLocale().language() == QLocale.Language.Spanish:
        return point.replace("W", "O")
    return point
