"""Two versions of a business, unit by unit, and three ways where it is known what both knew.

Pure rules; a person has the last word.

What only the other laptop changed is offered, what only this one changed stays, what both
changed waits for a person. An owner's no always wins, and so does what hides more: no choice
undoes it, and no packet turns a no into a yes.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from directory_app.model import never_collect
from directory_app.model.fields import UNITS
from directory_app.model.live import year_after
from directory_app.model.packet import (
    FREE_TEXTS,
    Base,
    Entry,
    Packet,
    Plain,
    digest,
    phone_key,
    same,
    told,
)
from directory_app.model.terms import AddressType, Answer, Channel, LocationVisibility, Precision

PHONE, CONTACT, CONSENT = "phone:", "contact:", "consent:"
#: The unit that says that an entry was taken out of every list.
ARCHIVED = "archived"
_STRICTNESS = {Answer.NOT_ASKED: 0, Answer.YES: 1, Answer.NO: 2, Answer.WITHDRAWN: 3}
_HIDDEN = tuple(each.value for each in LocationVisibility)
_ABSENT = {"answer": Answer.NOT_ASKED.value}


class Kind(StrEnum):
    """What became of a unit: the other changed it, only we did, both did, or it is held back."""

    TAKE = "take"
    KEEP = "keep"
    CONFLICT = "conflict"
    HELD = "held"


@dataclass(slots=True)
class Line:
    """One unit that differs. ``take``: whether theirs comes in; None: nobody has chosen yet.

    ``ours`` and ``theirs`` are dicts of the unit's columns (or a phone, contact or answer), None
    where there is none. ``fixed``: no choice, because a no or what hides more wins. ``why`` says
    what a person should know: no, hidden, home, hand_pin, words, taken_back, or "".
    """

    unit: str
    ours: Plain | None
    theirs: Plain | None
    kind: Kind
    take: bool | None
    fixed: bool = False
    why: str = ""

    @property
    def open(self) -> bool:
        """Whether a person still has to choose."""
        return self.kind is Kind.CONFLICT and self.take is None


def compare(ours: Entry, theirs: Entry, base: Base | None, today: dt.date) -> list[Line]:
    """Every unit in which two states of a business differ, in the order of reading."""
    lines = [_unit(name, ours, theirs, base) for name in UNITS if name not in theirs.without]
    lines += _phones(ours, theirs, base)
    if "contacts" not in theirs.without:
        lines += _contacts(ours, theirs, base)
    lines += consents(ours, theirs, base, today)
    lines.append(_archived(ours, theirs, base))
    found = [line for line in lines if line is not None]
    _pin_follows_address(found, ours)
    return found


def not_ahead(packet: Packet, today: dt.date) -> Packet:
    """The packet without days that are still to come: a wrong clock makes no yes and no check.

    A yes then lacks its day, and waits under "To ask". A day is let pass, for clocks differ.
    """
    last = today + dt.timedelta(days=1)
    return replace(packet, entries=[_not_ahead(entry, last) for entry in packet.entries])


def _not_ahead(entry: Entry, last: dt.date) -> Entry:
    answers = [
        one | {"date": None, "review_by": None} if (one["date"] or last) > last else one
        for one in entry.answers
    ]
    checked = entry.values["assured_date"]
    unchecked = {"assured_date": None, "assured_by": "", "assured_method": ""}
    ahead = checked is not None and checked > last
    if answers == entry.answers and not ahead:
        return entry
    values = entry.values | unchecked if ahead else entry.values
    return replace(entry, answers=answers, values=values)


def held_words(entry: Entry) -> list[Line]:
    """The free texts of a new business in which words stand that are never kept."""
    return [
        Line(name, None, entry.unit(name), Kind.HELD, take=False, why="words")
        for name in FREE_TEXTS
        if name not in entry.without and never_collect.find(str(entry.values[name]))
    ] + [
        Line(CONTACT + one["id"], None, one, Kind.HELD, take=False, why="words")
        for one in entry.contacts
        if _stops(one)
    ]


def hand_placed(values: Mapping[str, Any]) -> bool:
    """Whether a person put the pin where it is."""
    return bool(values["pin_locked"]) or values["precision"] == Precision.MANUAL


# -- one unit


def _unit(name: str, ours: Entry, theirs: Entry, base: Base | None) -> Line | None:
    mine, other = ours.unit(name), theirs.unit(name)
    if same(mine, other):
        return None
    if name == "assured":
        return _assured(mine, other)
    if name == "location_visibility":
        return _visibility(mine, other)
    line = _three_ways(name, mine, other, base)
    if name == "address" and AddressType.HOME in (mine["address_type"], other["address_type"]):
        return _home(line)
    if name == "pin" and hand_placed(mine) and line.kind is Kind.TAKE:
        line.kind, line.take, line.why = Kind.CONFLICT, None, "hand_pin"
    if name in FREE_TEXTS and line.take is not False and never_collect.find(str(other[name])):
        line.kind, line.take, line.why = Kind.HELD, False, "words"
    return line


def _three_ways(name: str, mine: Plain, other: Plain, base: Base | None) -> Line:
    blank_mine, blank_other = not told(mine), not told(other)
    if base is None or name in base.without:
        kind = Kind.KEEP if blank_other else Kind.TAKE if blank_mine else Kind.CONFLICT
    else:
        known = base.units.get(name, "")
        kind = _judged(_mark(mine) == known, _mark(other) == known)
    return Line(name, mine, other, kind, _TAKES[kind])


_TAKES = {Kind.TAKE: True, Kind.KEEP: False, Kind.CONFLICT: None, Kind.HELD: False}


def _judged(ours_stands: bool, theirs_stands: bool) -> Kind:
    """Of two that differ, which is the one that was there before."""
    if ours_stands:
        return Kind.TAKE
    return Kind.KEEP if theirs_stands else Kind.CONFLICT


def _mark(unit: Plain) -> str:
    """As ``Base.units`` has it: "" for a blank unit."""
    known = told(unit)
    return digest(known) if known else ""


def _assured(mine: Plain, other: Plain) -> Line:
    """The later check stands."""
    days = mine["assured_date"], other["assured_date"]
    later = days[1] is not None and (days[0] is None or days[1] > days[0])
    kind = Kind.TAKE if later else Kind.KEEP
    return Line("assured", mine, other, kind, later)


def _visibility(mine: Plain, other: Plain) -> Line:
    """What hides more wins; an owner who wants to be shown says so in a talk of our own."""
    name = "location_visibility"
    hides = _HIDDEN.index(other[name]) > _HIDDEN.index(mine[name])
    kind = Kind.TAKE if hides else Kind.KEEP
    return Line(name, mine, other, kind, hides, fixed=True, why="hidden")


def _home(line: Line) -> Line:
    """Where somebody lives is not kept: what one laptop knows to be a home is one."""
    assert line.ours is not None and line.theirs is not None
    mine, other = (one["address_type"] == AddressType.HOME for one in (line.ours, line.theirs))
    if other and not mine:
        return Line(line.unit, line.ours, line.theirs, Kind.TAKE, True, True, "home")
    if mine and not other:
        return Line(line.unit, line.ours, line.theirs, Kind.KEEP, False, True, "home")
    return line


def _pin_follows_address(lines: list[Line], ours: Entry) -> None:
    """A pin that was found goes with the address that it was found by; a hand-placed one stays."""
    address = next((line for line in lines if line.unit == "address"), None)
    pin = next((line for line in lines if line.unit == "pin"), None)
    if address is None or pin is None or hand_placed(ours.values):
        return
    pin.kind, pin.take, pin.fixed, pin.why = address.kind, address.take, True, "with_address"


# -- what a business has several of


def _phones(ours: Entry, theirs: Entry, base: Base | None) -> list[Line | None]:
    mine = {phone_key(one): one for one in ours.phones}
    other = {phone_key(one): one for one in theirs.phones}
    known = None if base is None else base.phones
    both = _both_changed(mine, other, known or {})
    paired = {key for pair in both for key in pair}
    return [
        *(
            _secret(_one_of(PHONE + key, mine.get(key), other.get(key), key, known))
            for key in dict.fromkeys((*mine, *other))
            if key not in paired
        ),
        *(Line(PHONE + one, mine[one], other[two], Kind.CONFLICT, None) for one, two in both),
    ]


def _both_changed(
    mine: Mapping[str, Plain], other: Mapping[str, Plain], known: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Of numbers that both changed, what each has in its place: keys here and there.

    A number that is gone was changed into one that is new, if there is any; the first into the
    first. Where a number stands on both sides it needs no pair.
    """
    new = [[key for key in some if key not in known] for some in (mine, other)]
    pairs = []
    for key, was in known.items():
        sides = [some.get(key) for some in (mine, other)]
        if all(sides) or any(one is not None and digest(one) == was for one in sides):
            continue
        if all(one is not None or fresh for one, fresh in zip(sides, new, strict=True)):
            here, there = (
                key if one is not None else fresh.pop(0)
                for one, fresh in zip(sides, new, strict=True)
            )
            pairs.append((here, there))
    return pairs


def _secret(line: Line | None) -> Line | None:
    """What one of both keeps confidential stays so."""
    if line is None or line.ours is None or line.theirs is None:
        return line
    if line.ours["confidential"] == line.theirs["confidential"]:
        return line
    only = {name for name in line.ours if line.ours[name] != line.theirs[name]}
    if only != {"confidential"}:
        return line
    hides = bool(line.theirs["confidential"])
    kind = Kind.TAKE if hides else Kind.KEEP
    return Line(line.unit, line.ours, line.theirs, kind, hides, True, "hidden")


def _contacts(ours: Entry, theirs: Entry, base: Base | None) -> list[Line | None]:
    mine, other = _persons(ours, theirs), _persons(theirs, ours)
    known = None if base is None or "contacts" in base.without else base.contacts
    lines = [
        _one_of(CONTACT + key, mine.get(key), other.get(key), key, known)
        for key in dict.fromkeys((*mine, *other))
    ]
    for line in lines:
        if line is not None and line.take is not False and line.theirs and _stops(line.theirs):
            line.kind, line.take, line.why = Kind.HELD, False, "words"
    return lines


def _persons(entry: Entry, beside: Entry) -> dict[str, Plain]:
    """The contacts by id, without those that the other has, word for word, under another id."""
    ids = {one["id"] for one in beside.contacts}
    words = {_said(one) for one in beside.contacts}
    return {one["id"]: one for one in entry.contacts if one["id"] in ids or _said(one) not in words}


def _said(contact: Plain) -> tuple[Any, ...]:
    return tuple(value for name, value in contact.items() if name != "id")


def _stops(contact: Plain) -> bool:
    return bool(never_collect.find(str(contact["note"])))


def _one_of(
    unit: str, mine: Plain | None, other: Plain | None, key: str, known: dict[str, str] | None
) -> Line | None:
    if mine == other:
        return None
    if known is None:
        kind = Kind.KEEP if other is None else Kind.TAKE if mine is None else Kind.CONFLICT
    else:
        marks = ["" if one is None else digest(one) for one in (mine, other)]
        was = known.get(key, "")
        kind = _judged(marks[0] == was, marks[1] == was)
    return Line(unit, mine, other, kind, _TAKES[kind])


def _archived(ours: Entry, theirs: Entry, base: Base | None) -> Line | None:
    """Taken out there is offered here; put back there is not: a person does that."""
    if not theirs.archived or ours.archived:
        return None
    kind = Kind.KEEP if base is not None and base.archived else Kind.TAKE
    values = {ARCHIVED: False}, {ARCHIVED: True}
    return Line(ARCHIVED, *values, kind, kind is Kind.TAKE)


# -- consent


def consents(ours: Entry, theirs: Entry, base: Base | None, today: dt.date) -> list[Line | None]:
    """The answers that differ, by channel."""
    mine = {one["channel"]: one for one in ours.answers}
    other = {one["channel"]: one for one in theirs.answers}
    return [
        _consent(
            channel.value,
            mine.get(channel.value),
            other.get(channel.value),
            None if base is None else base.answers.get(channel.value, Answer.NOT_ASKED.value),
            today,
        )
        for channel in Channel
    ]


def _consent(
    channel: str, mine: Plain | None, other: Plain | None, was: str | None, today: dt.date
) -> Line | None:
    ours, theirs = (Answer((one or _ABSENT)["answer"]) for one in (mine, other))
    if (mine or _ABSENT) == (other or _ABSENT):
        return None
    kind, fixed, why = _answered(ours, theirs, was)
    if (ours, theirs) == (Answer.YES, Answer.YES):
        assert mine is not None and other is not None
        kind = Kind.TAKE if _newer(other, mine, today) else Kind.KEEP
        fixed = False
    return Line(CONSENT + channel, mine, other, kind, kind is Kind.TAKE, fixed, why)


def _answered(ours: Answer, theirs: Answer, was: str | None) -> tuple[Kind, bool, str]:
    """(kind, whether there is no choice, why) for two answers that are not both yes."""
    strict, other = _STRICTNESS[ours], _STRICTNESS[theirs]
    refusal = _STRICTNESS[Answer.NO]
    if max(strict, other) >= refusal:
        return (Kind.TAKE if other > strict else Kind.KEEP), True, "no"
    if was == Answer.YES:
        # one of both took a yes back, without a no: what holds back more wins
        return (Kind.TAKE if theirs is Answer.NOT_ASKED else Kind.KEEP), True, "taken_back"
    return (Kind.TAKE if other > strict else Kind.KEEP), other <= strict, ""


def _newer(one: Plain, other: Plain, today: dt.date) -> bool:
    """Whether a yes is of a later talk than another; of the same day the one that ends sooner."""
    if not _is_whole(one, today):
        return False
    if not _is_whole(other, today) or one["date"] != other["date"]:
        return not _is_whole(other, today) or bool(one["date"] > other["date"])
    return _ends(one) < _ends(other)


def _is_whole(answer: Plain, today: dt.date) -> bool:
    """Whether a yes says who asked and when, on a day that has been."""
    day = answer["date"]
    return day is not None and day <= today and bool(answer["asked_by"].strip())


def _ends(answer: Plain) -> dt.date:
    latest = year_after(answer["date"])
    return min(answer["review_by"] or latest, latest)
