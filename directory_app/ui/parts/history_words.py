"""What a change says in the language of the window: fields by name, values in words."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from directory_app.model import hours, languages
from directory_app.store.history import HistoryChange
from directory_app.store.reverting import Conflict
from directory_app.ui.parts import words
from directory_app.ui.widgets import dates, doors, pins

translate = QCoreApplication.translate
#: More sentences nobody reads.
_LINES = 6


def field(name: str) -> str:
    """A field by name."""
    return _fields().get(name, name)


def _fields() -> dict[str, str]:
    return {
        "name": translate("History", "Name"),
        "alternate_name": translate("History", "Name in own script"),
        "description_en": translate("History", "Description (English)"),
        "description_es": translate("History", "Description (Spanish)"),
        "category": translate("History", "Category"),
        "cuisine": translate("History", "Cuisine"),
        "languages": translate("History", "Languages"),
        "address_1": translate("History", "Street"),
        "address_2": translate("History", "Unit"),
        "city": translate("History", "Town"),
        "county": translate("History", "County"),
        "state_province": translate("History", "State"),
        "postal_code": translate("History", "ZIP code"),
        "country": translate("History", "Country"),
        "address_type": translate("History", "Kind of place"),
        "directions_en": translate("History", "Way there (English)"),
        "directions_es": translate("History", "Way there (Spanish)"),
        "latitude": translate("History", "Latitude"),
        "longitude": translate("History", "Longitude"),
        "precision": translate("History", "Pin"),
        "geocode_source": translate("History", "Pin found by"),
        "geocoded_at": translate("History", "Pin found on"),
        "pin_locked": translate("History", "Pin set by a person"),
        "location_visibility": translate("History", "What a map may show"),
        "email": translate("History", "E-mail"),
        "website": translate("History", "Website"),
        "same_as": translate("History", "Other pages"),
        "opening_hours": translate("History", "Hours"),
        "opening_hours_assumed": translate("History", "Hours assumed in part"),
        "hours_note_en": translate("History", "Note on hours (English)"),
        "hours_note_es": translate("History", "Note on hours (Spanish)"),
        "note": translate("History", "Note"),
        "payment_accepted": translate("History", "Payment"),
        "price_range": translate("History", "Prices"),
        "takeaway": translate("History", "Takeaway"),
        "delivery": translate("History", "Delivery"),
        "catering": translate("History", "Catering"),
        "wheelchair": translate("History", "Wheelchair"),
        "status": translate("History", "In business"),
        "review_state": translate("History", "Review"),
        "assured_date": translate("History", "Checked on"),
        "assured_by": translate("History", "Checked by"),
        "assured_method": translate("History", "Checked how"),
        "called": translate("History", "Call"),
        "reviewed": translate("History", "Approved by"),
        "merged": translate("History", "Merged with another entry"),
        "packet": translate("History", "Compared with a packet"),
        "another_one": translate("History", "Said to be another than one that was forgotten"),
        "number": translate("History", "Telephone"),
        "extension": translate("History", "Extension"),
        "confidential": translate("History", "Confidential"),
        "position": translate("History", "Place in the order"),
        "answer": translate("History", "Answer"),
        "date": translate("History", "Date"),
        "asked_by": translate("History", "Asked by"),
        "given_by_role": translate("History", "Who answered"),
        "method": translate("History", "Asked how"),
        "language": translate("History", "Asked in"),
        "wording_version": translate("History", "Wording"),
        "review_by": translate("History", "Yes until"),
        "type": translate("History", "Kind"),
        "included": translate("History", "On the guide"),
        "name_en": translate("History", "Name (English)"),
        "name_es": translate("History", "Name (Spanish)"),
        "venue": translate("History", "Venue"),
        "address": translate("History", "Address"),
        "starts_at": translate("History", "Begins"),
        "ends_at": translate("History", "Ends"),
        "host": translate("History", "Host"),
        "intro_en": translate("History", "Introduction (English)"),
        "intro_es": translate("History", "Introduction (Spanish)"),
        "contact": translate("History", "Whom to ask"),
        "radius_miles": translate("History", "Radius in miles"),
    }


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
        what = field(one.field) if one.table != "consent" else f"{table('consent')}: "
        what = what if one.table != "consent" else what + field(one.field)
        return what, value(one.field, one.before), value(one.field, one.after)
    return table(one.table), whole(one.table, one.before), whole(one.table, one.after)


def whole(name: str, row: Any) -> str:
    """A row that came or went, by what one knows it."""
    if not row:
        return ""
    if name == "consent":
        channel = doors.channel_name(row["channel"])
        return f"{channel}: {value('answer', row['answer'])}"
    if name == "phone":
        return value("number", row["number"])
    return str(row.get("name") or row.get("name_en") or row.get("name_es") or "✓")


def value(name: str, given: Any) -> str:
    """A value in words; "—" for none."""
    if given is None or given in ("", []):
        return "—"
    if isinstance(given, bool):
        return translate("History", "yes") if given else translate("History", "no")
    spoken = "es" if words.is_spanish() else "en"
    try:
        return _known(name, given, spoken)
    except (KeyError, ValueError, TypeError, AttributeError):
        return str(given)  # an older version of the program wrote other words


def _known(name: str, given: Any, spoken: str) -> str:
    if name in ("assured_date", "date", "review_by"):
        return dates.long(dt.date.fromisoformat(given))
    if name == "geocoded_at":
        return dates.long(dt.datetime.fromisoformat(given).date())
    if name == "languages":
        return ", ".join(languages.name(code, spoken) for code in given)
    if name == "opening_hours":
        return "; ".join(hours.words(given, spoken))
    if name in ("packet", "another_one"):
        return "✓"
    if name == "number":
        from directory_app.model import phones

        return phones.display(given)
    simple = {
        "category": words.category,
        "status": words.status,
        "review_state": words.review,
        "answer": words.answer,
        "precision": pins.pin_name,
        "called": words.call_state,
    }
    if name in simple:
        return simple[name](given)
    if isinstance(given, list):
        return ", ".join(map(str, given))
    return given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)


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
