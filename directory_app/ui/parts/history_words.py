"""What a change says in the language of the window: fields by name, values in words."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from directory_app.store.history import HistoryChange
from directory_app.store.reverting import Conflict
from directory_app.ui.parts import field_words, words
from directory_app.ui.widgets import doors

translate = QCoreApplication.translate
#: More sentences nobody reads.
_LINES = 6


def _notes() -> dict[str, str]:
    """Notes that a step leaves beside fields."""
    return {
        "called": translate("History", "Call"),
        "reviewed": translate("History", "Approved by"),
        "merged": translate("History", "Merged with another entry"),
        "packet": translate("History", "Compared with a packet"),
        "another_one": translate("History", "Said to be another than one that was forgotten"),
        "included": translate("History", "On the guide"),
        "address": translate("History", "Address"),
    }


def field(name: str, table: str = "business") -> str:
    """A field by name, or a note that a step left."""
    return _notes().get(name) or field_words.name(name, table)


def table(name: str) -> str:
    """What a row is: a telephone, an answer, ..."""
    return {
        "business": translate("History", "Entry"),
        "phone": translate("History", "Telephone"),
        "consent": translate("History", "Answer"),
        "contact": translate("History", "Contact"),
        "event": translate("History", "Event"),
        "evententry": translate("History", "Choice for an event"),
        "notduplicate": translate("History", "Not a duplicate"),
    }.get(name, translate("History", "Entry"))


def change(one: HistoryChange) -> tuple[str, str, str]:
    """(what, before, after) of a change. A contact's own words are not told."""
    if one.table == "contact":
        return table("contact"), "", translate("History", "changed")
    if one.field:
        what = field(one.field, one.table)
        what = f"{table('consent')}: {what}" if one.table == "consent" else what
        before, after = (value(one.field, each, one.table) for each in (one.before, one.after))
        return what, before, after
    return table(one.table), whole(one.table, one.before), whole(one.table, one.after)


def whole(name: str, row: Any) -> str:
    """A row that came or went, by what one knows it."""
    if not row:
        return ""
    if name == "consent":
        channel = doors.channel_name(row["channel"])
        return f"{channel}: {value('answer', row['answer'], 'consent')}"
    if name == "phone":
        return value("number", row["number"], "phone")
    return str(row.get("name") or row.get("name_en") or row.get("name_es") or "✓")


def value(name: str, given: Any, table: str = "business") -> str:
    """A value in words; "—" for none."""
    if given and name in ("packet", "another_one"):
        return "✓"
    if name == "called" and given:
        return words.call_state(given)
    return field_words.value(name, given, table) or "—"


def conflicts(many: Sequence[Conflict]) -> str:
    """Why some were not taken back, a sentence a line; with how many, where it is several."""
    told = Counter(conflict(one) for one in many)
    lines = [f"{text} ({count})" if count > 1 else text for text, count in told.most_common(_LINES)]
    rest = sum(told.values()) - sum(count for _text, count in told.most_common(_LINES))
    if rest:
        lines.append(translate("History", "And %1 more.").replace("%1", str(rest)))
    return "\n".join(lines)


def conflict(one: Conflict) -> str:
    """Why something was not taken back."""
    what = field(one.field) if one.field else table(one.table)
    why = {
        "changed": translate("History", "%1 was changed since and stays."),
        "refused": translate("History", "%1: the owner’s no stays."),
        "printed": translate("History", "%1 was printed since and stays."),
        "gone": translate("History", "%1: what it belonged to is gone."),
        "withdrew": translate("History", "%1 withdrew and does not come back."),
    }[one.why]
    return why.replace("%1", what)
