"""One change to many businesses: which fields it may be, and what becomes of each.

Consent is none of them: one person, one answer. Nor is what tells one business from another
(name, street, telephone), nor what is private.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from directory_app.model import fields
from directory_app.model.business import Business
from directory_app.model.categories import CATEGORIES
from directory_app.model.fields import Kind


class Deed(StrEnum):
    """What is done to a field. Only several can be added to and taken from."""

    SET = "set"
    ADD = "add"
    REMOVE = "remove"


#: The fields, and what each holds.
FIELDS: dict[str, Kind] = {field.name: field.kind for field in fields.BUSINESS if field.bulk}
#: The choices of those that have some.
CHOICES: dict[str, tuple[str, ...]] = {
    name: tuple(fields.BY_NAME[name].choices) for name in FIELDS if fields.BY_NAME[name].choices
} | {"category": tuple(category.key for category in CATEGORIES)}


@dataclass(frozen=True, slots=True)
class Change:
    """``value``: a text, True, False or None for a FLAG; of a LIST one entry."""

    field: str
    value: Any
    deed: Deed = Deed.SET

    def __post_init__(self) -> None:
        """ValueError for a field that is none of FIELDS, or a deed that it does not take."""
        several = FIELDS.get(self.field) == Kind.LIST
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
