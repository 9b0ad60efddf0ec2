"""What becomes of two entries that are one: pure rules, for the merge itself and for who looks on.

Rows are businesses, phones and answers as dicts by column name.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from directory_app.model import fields
from directory_app.model import ledger as model
from directory_app.model.fields import Kind, Merge
from directory_app.model.terms import LocationVisibility, Precision
from directory_app.model.text import fold
from directory_app.store import ledger

Values = Mapping[str, Any]

#: Kept of both, unless one is chosen: lists, and the private note.
JOINED = tuple(field.name for field in fields.BUSINESS if field.merge is Merge.JOIN)
#: What a pin was found by, and the pin: each is chosen as a whole.
ADDRESS, PIN, ASSURED = (fields.UNITS[unit] for unit in ("address", "pin", "assured"))
#: What somebody confirms who checks an entry (tasks.asking_again), but for what is joined.
CHECKED = frozenset(field.name for field in fields.BUSINESS if field.checked)
#: The less of a place is shown, the stricter.
_HIDDEN = [one.value for one in LocationVisibility]


def is_by_hand(one: Values) -> bool:
    """Whether a person put the pin where it is."""
    placed = one["latitude"] is not None
    return placed and bool(one["pin_locked"] or one["precision"] == Precision.MANUAL)


def takes_pin(keep: Values, drop: Values, take: Iterable[str]) -> bool:
    """Whether the dropped one's pin is kept: by hand before found, else with its address.

    Where both addresses are the same, a pin is better than none.
    """
    asked = set(take)
    hands = is_by_hand(keep), is_by_hand(drop)
    if hands[0] != hands[1]:
        return hands[1]
    if asked & {"latitude", "longitude"} or (not hands[0] and "address_1" in asked):
        return True
    lacks = keep["latitude"] is None and drop["latitude"] is not None
    return lacks and _place(keep) == _place(drop)


def _place(one: Values) -> tuple[str, str]:
    return fold(one["address_1"]), fold(one["city"])


def joined(field: str, mine: Any, theirs: Any) -> Any:
    """Both values of one of JOINED as one, ours first, nothing twice."""
    if fields.BY_NAME[field].kind is not Kind.LIST:
        lines = [line for text in (mine, theirs) for line in str(text or "").splitlines()]
        return "\n".join(_once(line for line in lines if line.strip()))
    return _once([*(mine or ()), *(theirs or ())])


def _once(texts: Iterable[str]) -> list[str]:
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(text.strip().casefold(), text)
    return list(kept.values())


def visibility(mine: str, theirs: str) -> str:
    """How much of the place may be shown: what the more careful of both answers said."""
    return max(mine, theirs, key=_HIDDEN.index)


def assured_by_other(keep: Values, drop: Values, take: Iterable[str]) -> bool:
    """Whether the dropped one's check counts: where its facts alone are kept, or it is older.

    What is checked are the facts that a person tells one by one; where some come from either
    entry, both were checked only as long ago as the older check says, or never.
    """
    differing = {name for name in CHECKED if drop[name] != keep[name]}
    taken = differing & set(take)
    if not taken:
        return False
    if taken == differing:
        return True
    mine, theirs = keep["assured_date"], drop["assured_date"]
    return mine is not None and (theirs is None or theirs < mine)


def why_prevails(row: Values, old: Values) -> str:
    """Why an answer counts before another for the same channel; "" if it does not.

    "stricter", "asked_again" (a talk after the refusal), "whole" (it says who asked and when),
    "later".
    """
    new, had = ledger.state_of(row), ledger.state_of(old)
    holds = model.merge(had, new).present
    if holds != new.present or holds == had.present or holds is None or had.present is None:
        return ""
    if holds.answer != had.answer:
        return "asked_again" if holds.is_yes else "stricter"
    return "whole" if holds.is_yes and not had.present.is_whole else "later"
