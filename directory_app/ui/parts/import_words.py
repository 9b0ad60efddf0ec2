"""What the import page calls things: verdicts, fields, values, in the language of the window."""

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from directory_app.importing import words
from directory_app.model import hours, never_collect, phones
from directory_app.model.draft import (
    Draft,
    DraftConsent,
    FieldChange,
    Problem,
    Verdict,
    VerdictKind,
)
from directory_app.model.live import last_live_day
from directory_app.model.terms import Channel
from directory_app.ui.parts import field_words
from directory_app.ui.widgets import dates, doors

ICONS = {
    VerdictKind.CREATE: "plus-circle",
    VerdictKind.UPDATE: "pencil-simple-line",
    VerdictKind.DUPLICATE: "copy-simple",
    VerdictKind.SKIP: "skip-forward",
    VerdictKind.ASK: "question",
    VerdictKind.BLOCKED: "prohibit",
}
#: Ground and ink of a verdict's chip. Create is quiet; fill is for exceptions.
ROLES: dict[VerdictKind, tuple[str | None, str]] = {
    VerdictKind.CREATE: (None, "ink"),
    VerdictKind.UPDATE: ("accent-tint", "accent-text"),
    VerdictKind.DUPLICATE: ("warn-tint", "warn"),
    VerdictKind.SKIP: ("selection-inactive", "ink-soft"),
    VerdictKind.ASK: ("warn-tint", "warn"),
    VerdictKind.BLOCKED: ("danger-tint", "danger"),
}


def language() -> str:
    """``es`` or ``en``: the language of the window, for names that the model translates."""
    return "es" if QLocale().language() == QLocale.Language.Spanish else "en"


def verdict_name(kind: VerdictKind) -> str:
    """Create, Update, Duplicate, Skip, Another one?, Blocked."""
    return {
        VerdictKind.CREATE: QCoreApplication.translate("Import", "Create"),
        VerdictKind.UPDATE: QCoreApplication.translate("Import", "Update"),
        VerdictKind.DUPLICATE: QCoreApplication.translate("Import", "Duplicate"),
        VerdictKind.SKIP: QCoreApplication.translate("Import", "Skip"),
        VerdictKind.ASK: QCoreApplication.translate("Import", "Another one?"),
        VerdictKind.BLOCKED: QCoreApplication.translate("Import", "Blocked"),
    }[kind]


def verdict_sentence(kind: VerdictKind, *, known: bool = False) -> str:
    """What choosing it does, for its tooltip and menu.

    ``known``: the row is like a business that asked to be forgotten.
    """
    if known and kind is VerdictKind.CREATE:
        return QCoreApplication.translate("Import", "It is another business: add it")
    if known and kind is VerdictKind.UPDATE:
        return QCoreApplication.translate(
            "Import", "It is another business: change the one we have"
        )
    return {
        VerdictKind.CREATE: QCoreApplication.translate("Import", "Add it as a new business"),
        VerdictKind.UPDATE: QCoreApplication.translate("Import", "Change the one we have"),
        VerdictKind.DUPLICATE: QCoreApplication.translate("Import", "It is there already"),
        VerdictKind.SKIP: QCoreApplication.translate("Import", "Leave this row out"),
        VerdictKind.ASK: QCoreApplication.translate(
            "Import", "It may have asked to be forgotten, and stays out until you say"
        ),
        VerdictKind.BLOCKED: QCoreApplication.translate("Import", "It asked to be taken out"),
    }[kind]


def field_name(name: str) -> str:
    """A field in a person's words; a name that is not known stays as it is."""
    return words.field_name(name, language())


def change_hint(change: FieldChange) -> str:
    """Why a change is not ticked, or who asked, for the right end of its heading."""
    kept = words.kept(getattr(change, "why", ""), language())
    if kept or not change.field.startswith("consent"):
        return kept
    asked_by, day = getattr(change.after, "asked_by", ""), getattr(change.after, "date", None)
    return ", ".join(filter(None, (asked_by, dates.long(day) if day else "")))


def value_words(name: str, value: Any) -> str:
    """A value of a field as one line; empty for nothing."""
    if name == "phones" and value:
        return ", ".join(phones.display(one.number, one.extension, "window") for one in value)
    return field_words.value(name, value)


def hours_words(osm: str) -> str:
    """Opening hours as a volunteer reads them: "Mon–Sat 9 am–8 pm; Sun 10 am–6 pm"."""
    return "; ".join(hours.words(osm, language())) if osm else ""


def print_door(draft: Draft, today: dt.date) -> tuple[doors.DoorState, str]:
    """The door of the answer to print that a row brings, and its sentence."""
    found = [consent for consent in draft.consents if consent.channel == Channel.PRINT]
    return consent_door(found[0] if found else None, today)


def consent_door(consent: DraftConsent | None, today: dt.date) -> tuple[doors.DoorState, str]:
    """The door of an answer as read, and its sentence."""
    if consent is None:
        state, until, channel = doors.DoorState.NOT_ASKED, None, str(Channel.PRINT)
    else:
        until = last_live_day(consent.answer, consent.date, consent.asked_by, None)
        state, channel = doors.state_of(consent.answer, until, today), consent.channel
    return state, doors.sentence(channel, state, until)


def problem_sentence(problem: Problem) -> str:
    """A problem in the language of the window."""
    return words.sentence(problem.code, language())


def why(verdict: Verdict) -> str:
    """Why a row ends as it does, short enough for a cell; of a duplicate also of which entry."""
    told = words.why(verdict, language())
    twin = verdict.target_code if verdict.kind == VerdictKind.DUPLICATE else ""
    return f"{told}: {twin}" if twin else told


def reason(verdict: Verdict) -> str:
    """What a verdict rests on: "Same name, phone and place"."""
    return words.why(replace(verdict, changes=[]), language())


def stopped_sentence(line: int, field: str, text: str) -> str:
    """Which words of a cell were stopped, and what they may say, for the person who decides."""
    hits = never_collect.find(text)
    if not hits:
        return QCoreApplication.translate("Import", "Line {line}, {field}.").format(
            line=line, field=field_name(field)
        )
    first = hits[0]
    return QCoreApplication.translate(
        "Import", "Line {line}, {field}: “{words}” may say {kind}."
    ).format(
        line=line,
        field=field_name(field),
        words=text[first.start : first.end],
        kind=never_collect.label(first.kind, language()),
    )


def added(change: FieldChange) -> list[Any] | None:
    """What a list gains (phones, languages), where nothing of it goes; None for other changes."""
    before, after = change.before, change.after
    if not isinstance(before, list) or not isinstance(after, list):
        return None
    return after[len(before) :] if before and after[: len(before)] == before else None
