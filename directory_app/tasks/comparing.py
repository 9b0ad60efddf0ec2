"""Two entries that may be one, fact by fact, and what becomes of them with each choice.

``compare`` reads both; a ``Merge`` holds what a person chooses and says what would come of it,
by the very rules of the merge itself (store.merging).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from directory_app.errors import UserError
from directory_app.model import fields
from directory_app.model.packet import same
from directory_app.model.terms import AddressType, Channel
from directory_app.store import merging

if TYPE_CHECKING:
    from directory_app.store import Store
    from directory_app.store.dossier import Dossier

#: Which of the two: 0 stands at the left, 1 at the right.
Place = Literal[0, 1]
#: What is chosen of a fact: "0", "1" or, of lists and notes, "both".
BOTH = "both"

#: The facts in the order in which they are shown, and the columns that each is made of.
FACTS: Mapping[str, tuple[str, ...]] = {
    unit: columns for unit, columns in fields.UNITS.items() if unit != "assured"
}
#: Decided by a rule rather than by a person.
RULED = frozenset(("location_visibility",))


class Side(NamedTuple):
    """One of the two, and how many print runs name it."""

    dossier: "Dossier"
    runs: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds for a channel afterwards: whose answer, and why ("" where only one has any)."""

    channel: str
    place: Place
    why: str


@dataclass(slots=True)
class Merge:
    """Both sides, which of them stays, and what is chosen where they differ."""

    sides: tuple[Side, Side]
    keep: Place = 0
    picks: dict[str, str] = field(default_factory=dict)
    values: tuple[dict[str, Any], dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        """Choose what is likeliest: the printed one stays, what was checked last counts."""
        one, other = (side.dossier.business.model_dump() for side in self.sides)
        self.values = (one, other)
        self.keep = _likelier(self.sides)
        self.picks = {key: self._first(key) for key in self.to_choose()}

    def says(self) -> tuple[object, ...]:
        """All that is told of both, to be held against what was read before."""
        belongs = [
            [one.model_dump() for one in (*d.phones, *d.contacts, *d.consents.values())]
            for d in (side.dossier for side in self.sides)
        ]
        return self.values, belongs, [side.runs for side in self.sides]

    def go_on_from(self, before: "Merge") -> None:
        """Keep what was chosen of the same two before one of them changed."""
        ids = [[values["id"] for values in one.values] for one in (self, before)]
        if ids[0] == ids[1]:
            self.keep = before.keep
            self.picks |= {key: before.picks[key] for key in self.picks.keys() & before.picks}

    # -- what there is to choose

    def to_choose(self) -> list[str]:
        """The facts that differ and that a person decides, in their order."""
        return [key for key in FACTS if self.differs(key) and not self.is_ruled(key)]

    def alike(self) -> list[str]:
        """The facts that are the same in both and not blank."""
        shown = (key for key in FACTS if key != "pin" and not self.differs(key))
        return [key for key in shown if not self.is_blank(key, 0)]

    def differs(self, key: str) -> bool:
        """Whether the two say something else."""
        if key == "pin":
            one, other = ((v["latitude"], v["longitude"]) for v in self.values)
            return one != other
        mine, theirs = ({name: values[name] for name in FACTS[key]} for values in self.values)
        return not same(mine, theirs)

    def is_ruled(self, key: str) -> bool:
        """Whether no person chooses it: a pin is, unless both were put by hand."""
        if key == "pin":
            return not all(merging.is_by_hand(one) for one in self.values)
        return key in RULED

    def is_blank(self, key: str, place: int) -> bool:
        """Whether one of them says nothing."""
        names = merging.ADDRESS[:3] if key == "address" else FACTS[key][:1]
        return all(self.values[place][name] in ("", None, []) for name in names)

    def can_be_both(self, key: str) -> bool:
        """Whether both values can be kept: lists and notes, where neither is blank."""
        blank = self.is_blank(key, 0) or self.is_blank(key, 1)
        return key in merging.JOINED and not blank

    def _first(self, key: str) -> str:
        blanks = [place for place in (0, 1) if self.is_blank(key, place)]
        if blanks:
            return str(1 - blanks[0])
        if self.can_be_both(key):
            return BOTH
        if key == "address":  # where somebody lives is not kept because of an older entry
            homes = [p for p in (0, 1) if self.values[p]["address_type"] == AddressType.HOME]
            if len(homes) == 1:
                return str(homes[0])
        return str(self._checked_last())

    def _checked_last(self) -> int:
        one, other = (values["assured_date"] for values in self.values)
        if one == other:
            return self.keep
        return 0 if other is None or (one is not None and one > other) else 1

    def choose(self, key: str, what: str) -> None:
        """Take "0", "1" or "both" of a fact."""
        self.picks[key] = what

    def choose_by_code(self, key: str, code: str) -> None:
        """The same by the code of an entry, or "both". UserError where there is no such choice."""
        codes = [side.dossier.business.code for side in self.sides]
        if key not in self.picks:
            known = ", ".join(self.picks) or "nothing"
            raise UserError(f"There is no choice about “{key}”.", f"They differ in: {known}.")
        if code.lower() == BOTH and self.can_be_both(key):
            self.choose(key, BOTH)
        elif code.upper() in codes:
            self.choose(key, str(codes.index(code.upper())))
        else:
            ways = [*codes, BOTH] if self.can_be_both(key) else codes
            raise UserError(f"“{code}” is none of these two.", f"Give {' or '.join(ways)}.")

    def took(self) -> dict[str, str]:
        """Whose each fact is, by code, or "both"."""
        codes = {str(place): side.dossier.business.code for place, side in enumerate(self.sides)}
        return {key: codes.get(what, what) for key, what in self.picks.items()}

    # -- what comes of it

    def dropped(self) -> Place:
        """The one that goes."""
        return 0 if self.keep else 1

    def take(self) -> set[str]:
        """The columns that come from the one that goes."""
        gone = str(self.dropped())
        return {name for key, what in self.picks.items() if what == gone for name in FACTS[key]}

    def alone(self) -> set[str]:
        """The lists that stay as the kept one has them."""
        stays = str(self.keep)
        return {key for key, what in self.picks.items() if what == stays and key in merging.JOINED}

    def pin(self) -> Place | None:
        """Whose pin is kept; None where neither has one afterwards."""
        keep, drop = self.values[self.keep], self.values[self.dropped()]
        if merging.takes_pin(keep, drop, self.take()):
            return self.dropped() if drop["latitude"] is not None else None
        moved = self.picks.get("address") == str(self.dropped()) and not merging.is_by_hand(keep)
        return None if keep["latitude"] is None or moved else self.keep

    def pin_by_hand(self) -> bool:
        """Whether a person put one of the two pins where it is, and not the other."""
        hands = [merging.is_by_hand(one) for one in self.values]
        return hands[0] != hands[1]

    def visibility(self) -> Place:
        """Whose word on how much of the place may be shown counts."""
        mine, theirs = (values["location_visibility"] for values in self.values)
        return 0 if merging.visibility(mine, theirs) == mine else 1

    def check(self) -> Place:
        """Whose check of the entry counts."""
        keep, drop = self.values[self.keep], self.values[self.dropped()]
        return self.dropped() if merging.assured_by_other(keep, drop, self.take()) else self.keep

    def answers(self) -> list[Answer]:
        """What holds of each channel for which one of both has an answer."""
        found = []
        for channel in Channel:
            rows = [side.dossier.consents.get(channel.value) for side in self.sides]
            mine, theirs = rows[self.keep], rows[self.dropped()]
            if mine is None and theirs is None:
                continue
            if mine is None or theirs is None:
                found.append(Answer(channel.value, self.keep if mine else self.dropped(), ""))
                continue
            why = merging.why_prevails(theirs.model_dump(), mine.model_dump())
            back = merging.why_prevails(mine.model_dump(), theirs.model_dump())
            place = self.dropped() if why else self.keep
            found.append(Answer(channel.value, place, why or back or "same"))
        return found


def _likelier(sides: tuple[Side, Side]) -> Place:
    """Which entry stays: on more paper, then with more answers, then the older one."""

    def rank(side: Side) -> tuple[int, int]:
        said = [one for one in side.dossier.consents.values() if one.answer == "yes"]
        return side.runs, len(said)

    one, other = rank(sides[0]), rank(sides[1])
    if one != other:
        return 0 if one > other else 1
    ids = [side.dossier.business.id for side in sides]
    return 0 if ids[0] <= ids[1] else 1  # they begin with when they were made


def compare(store: "Store", one: str, other: str) -> Merge:
    """Read two entries by id or code; UserError if one is gone, or both are one. For a worker."""
    sides = [_side(store, each) for each in (one, other)]
    if sides[0].dossier.business.id == sides[1].dossier.business.id:
        raise UserError("That is one business.", "Give the codes of two.")
    return Merge((sides[0], sides[1]))


def _side(store: "Store", one: str) -> Side:
    dossier = store.businesses.get(one)
    return Side(dossier, store.runs.count_of(dossier.business.id))


def merge(store: "Store", wanted: Merge) -> "Dossier":
    """Do it, as one step."""
    keep, drop = (wanted.sides[p].dossier.business.id for p in (wanted.keep, wanted.dropped()))
    return store.duplicates.merge(keep, drop, wanted.take(), wanted.alone())
