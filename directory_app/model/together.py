"""One change to many businesses: which fields it may be, and what becomes of each.

Consent is none of them: one person, one answer. Nor is what tells one business from another
(name, street, telephone), nor what is private.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from directory_app.model.business import Business
from directory_app.model.categories import CATEGORIES
from directory_app.model.terms import LocationVisibility, Payment, Status


class Kind(StrEnum):
    """What a field holds: one of some choices, words, yes or no or not known, or several."""

    CHOICE = "choice"
    WORDS = "words"
    FLAG = "flag"
    SEVERAL = "several"


class Deed(StrEnum):
    """What is done to a field. Only several can be added to and taken from."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


#: The fields, and what each holds.
FIELDS: dict[str, Kind] = {
    "category": Kind.CHOICE,
    "status": Kind.CHOICE,
    "location_visibility": Kind.CHOICE,
    "cuisine": Kind.SEVERAL,
    "languages": Kind.SEVERAL,
    "payment_accepted": Kind.SEVERAL,
    "city": Kind.WORDS,
    "county": Kind.WORDS,
    "state_province": Kind.WORDS,
    "takeaway": Kind.FLAG,
    "delivery": Kind.FLAG,
    "catering": Kind.FLAG,
}
#: The choices of those that have some.
CHOICES: dict[str, tuple[str, ...]] = {
    "category": tuple(category.key for category in CATEGORIES),
    "status": tuple(Status),
    "location_visibility": tuple(LocationVisibility),
    "payment_accepted": tuple(Payment),
}


@dataclass(frozen=True, slots=True)
class Change:
    """``value``: a text, True, False or None for a FLAG; of SEVERAL one entry."""

    field: str
    value: Any
    deed: Deed = Deed.SET

    def __post_init__(self) -> None:
        """ValueError for a field that is none of FIELDS, or a deed that it does not take."""
        several = FIELDS.get(self.field) == Kind.SEVERAL
        if self.field not in FIELDS or several == (self.deed == Deed.SET):
            raise ValueError(f"no change for many: {self.field} {self.deed}")

    def applied(self, before: Any) -> Any:
        """What a field holds afterwards."""
        if self.deed == Deed.SET:
            return self.value
        kept = [one for one in before if one != self.value]
        if self.deed == Deed.REMOVE:
            return kept
        return before if self.value in before else [*before, self.value]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of one business."""

    id: str
    code: str
    name: str
    before: Any
    after: Any


def preview(businesses: Iterable[Business], change: Change) -> list[Outcome]:
    """Those that would change, in their order."""
    found = []
    for one in businesses:
        before = getattr(one, change.field)
        after = change.applied(before)
        if after != before:
            found.append(Outcome(one.id, one.code, one.name, before, after))
    return found
