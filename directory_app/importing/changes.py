"""What a row of a list would change in a business that we have, field by field.

A change that a person should decide is there but not ticked: the same place in other words,
a yes against a stored no, a pin that was placed by hand.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from rapidfuzz import fuzz

from directory_app.importing.consents import limits, refuses
from directory_app.importing.keys import SAME_NAME, street_key
from directory_app.model import categories, fields, homes, hours, languages
from directory_app.model.draft import Draft, DraftConsent, FieldChange
from directory_app.model.house_numbers import without_house_number
from directory_app.model.terms import Answer, Precision
from directory_app.model.text import fold
from directory_app.store.matching import MatchDetail

#: From what these say, a cuisine may have been read.
_SOLD = ("name", "description_en", "description_es")
_LISTS = fields.names(fields.Kind.LIST)
_PIN = ("latitude", "longitude", "precision", "geocode_source")
_ROUGH = (None, Precision.CITY, Precision.ZIP)
_REFUSALS = (Answer.NO, Answer.WITHDRAWN)
#: Compared as a pair with opening_hours, or kept by hand.
_NOT_ALONE = frozenset({"opening_hours_assumed", *_PIN})


def changes(draft: Draft, stored: MatchDetail) -> list[FieldChange]:
    """The fields that differ, in the draft's order; phones and consents last."""
    found: list[FieldChange] = []
    for name, after in draft.values.items():
        if name in _NOT_ALONE or name not in stored.values:
            continue
        if name in homes.NOWHERE and homes.is_home(stored.values):
            continue
        found += _field(name, stored.values, after, draft)
    found += _position(draft, stored)
    found += _phones(draft, stored)
    for consent in draft.consents:
        found += _consent(consent, stored.consents.get(consent.channel))
    return found + _taken_back(draft, stored)


def taken_back(draft: Draft) -> Answer | None:
    """What the words of a row make of a yes: a no, not asked (it has a limit), or None."""
    codes = {one.code for one in draft.problems}
    texts = [str(draft.values.get("note", "")), *draft.stopped.values()]
    if "refusal_in_note" in codes or any(map(refuses, texts)):
        return Answer.NO
    return Answer.NOT_ASKED if "limit_in_note" in codes or any(map(limits, texts)) else None


def _taken_back(draft: Draft, stored: MatchDetail) -> list[FieldChange]:
    """A no in the words of a row, or a limit, touches every stored yes that it does not name."""
    answer = taken_back(draft)
    if answer is None:
        return []
    named = {one.channel for one in draft.consents}
    return [
        FieldChange(f"consent.{channel}", old, DraftConsent(channel, answer))
        for channel, old in stored.consents.items()
        if old.answer == Answer.YES and channel not in named
    ]


def _field(name: str, values: dict[str, Any], after: Any, draft: Draft) -> list[FieldChange]:
    before = values[name]
    if before == after or _says_it_elsewhere(name, values, after, draft):
        return []
    if name in _LISTS:
        new = [item for item in after if not _has(name, values, item)]
        return [FieldChange(name, before, [*before, *new])] if new else []
    if before in ("", None):
        return _with_hours(name, FieldChange(name, before, after), values, draft)
    compare = _COMPARE.get(name)
    change = compare(values, after) if compare else FieldChange(name, before, after)
    return [] if change is None else _with_hours(name, change, values, draft)


def _with_hours(
    name: str, change: FieldChange, values: dict[str, Any], draft: Draft
) -> list[FieldChange]:
    """Hours bring along whether they were assumed; checked ones stay against assumed ones."""
    if name != "opening_hours":
        return [change]
    assumed = bool(draft.values.get("opening_hours_assumed"))
    if change.before and assumed and values["assured_date"] and not values["opening_hours_assumed"]:
        change.accepted = False
    if assumed == values["opening_hours_assumed"]:
        return [change]
    also = FieldChange("opening_hours_assumed", not assumed, assumed, change.accepted)
    return [change, also]


def _says_it_elsewhere(name: str, values: dict[str, Any], after: Any, draft: Draft) -> bool:
    """Whether the business says the same in another field, where a list has but one for both.

    A page on a network in the column of websites; a street without a number, or a corner, that
    was read as the way there; a unit that stands in the line of the street.
    """
    if name == "website":
        return _bare(after) in map(_bare, values["same_as"])
    if name in ("directions_en", "directions_es"):
        told = [each for each in after.split("; ") if not _is_within(each, values["address_1"])]
        return not told or "; ".join(told).split() == values[name].split()
    if name == "address_2":
        line = values["address_1"]
        return _is_within(after, line) or street_key("", after)[1] == street_key(line)[1]
    # a kind that was read from the line does not undo the one that was chosen for it
    same = fold(str(draft.values.get("address_1", ""))) == fold(values["address_1"])
    return name == "address_type" and same


def _is_within(words: str, line: str) -> bool:
    return bool(fold(words)) and f" {fold(words)} " in f" {fold(line)} "


def _has(name: str, values: dict[str, Any], item: str) -> bool:
    """Whether a list holds a thing already, in other words, or says it elsewhere."""
    had = values[name]
    if name == "same_as":
        return _bare(item) in {*map(_bare, had), _bare(values["website"])}
    if name == "languages":
        return item in {*had, *(code for each in had for code in languages.parse(each))}
    if name == "cuisine":
        said = (*had, categories.name(values["category"], "en"), *(values[each] for each in _SOLD))
        return item in {*had, *categories.cuisines("; ".join(said))}
    return item in had


def _name(values: dict[str, Any], after: str) -> FieldChange:
    """The same name in another spelling is kept: which one is right, a person can tell."""
    alike = fuzz.ratio(fold(values["name"]), fold(after)) >= SAME_NAME
    return FieldChange("name", values["name"], after, not alike)


def _street(values: dict[str, Any], after: str) -> FieldChange | None:
    """A list that names our street, and no door in it, knows less than we do."""
    before = values["address_1"]
    if fold(after) == fold(without_house_number(before)):
        return None
    same = street_key(before)[0] == street_key(after)[0]
    return FieldChange("address_1", before, after, not same)


def _by_fold(name: str) -> Callable[[dict[str, Any], str], FieldChange | None]:
    """Other case, accents or dots are no change worth making."""

    def compare(values: dict[str, Any], after: str) -> FieldChange | None:
        same = fold(values[name]) == fold(after)
        return None if same else FieldChange(name, values[name], after)

    return compare


def _unit(values: dict[str, Any], after: str) -> FieldChange | None:
    same = street_key("", f"unit {values['address_2']}") == street_key("", f"unit {after}")
    return None if same else FieldChange("address_2", values["address_2"], after)


def _zip(values: dict[str, Any], after: str) -> FieldChange | None:
    """Nine digits are news to five, five are none to nine."""
    before = values["postal_code"]
    return None if before.startswith(after) else FieldChange("postal_code", before, after)


def _category(values: dict[str, Any], after: str) -> FieldChange:
    """A guess from the list's words does not undo a choice."""
    before = values["category"]
    return FieldChange("category", before, after, before == "other")


def _note(values: dict[str, Any], after: str) -> FieldChange | None:
    """Lines that the note lacks are added to it."""
    before = values["note"]
    had = {line.strip() for line in before.splitlines()}
    new = [line for line in after.splitlines() if line.strip() and line.strip() not in had]
    return FieldChange("note", before, "\n".join([before, *new])) if new else None


def _link(values: dict[str, Any], after: str) -> FieldChange | None:
    before = values["website"]
    same = _bare(before) == _bare(after)
    return None if same else FieldChange("website", before, after)


def _bare(link: str) -> str:
    return link.rsplit("://", maxsplit=1)[-1].removeprefix("www.").rstrip("/").casefold()


def _text(name: str) -> Callable[[dict[str, Any], str], FieldChange | None]:
    """Another break of lines is no change: most files and cells have none."""

    def compare(values: dict[str, Any], after: str) -> FieldChange | None:
        same = values[name].split() == after.split()
        return None if same else FieldChange(name, values[name], after)

    return compare


def _hours(values: dict[str, Any], after: str) -> FieldChange | None:
    """The same week, with its days named one by one or in other order, is no change."""
    before = values["opening_hours"]
    weeks = [hours.week(each) if hours.is_valid(each) else None for each in (before, after)]
    same = weeks[0] is not None and weeks[0] == weeks[1]
    return None if same else FieldChange("opening_hours", before, after)


_COMPARE: dict[str, Callable[[dict[str, Any], Any], FieldChange | None]] = {
    "name": _name,
    "address_1": _street,
    "address_2": _unit,
    "city": _by_fold("city"),
    "county": _by_fold("county"),
    "state_province": _by_fold("state_province"),
    "country": _by_fold("country"),
    "email": _by_fold("email"),
    "postal_code": _zip,
    "category": _category,
    "note": _note,
    "website": _link,
    "opening_hours": _hours,
    **{name: _text(name) for name in fields.FREE if name not in ("name", "alternate_name", "note")},
}
#: So far in degrees may a position be from the pin and tell nothing new: what its decimals leave
#: open, and for a street the middle of its cell, to which what leaves is moved.
_OPEN = {Precision.ROOFTOP: 6e-7, Precision.STREET: 0.0011}


def _position(draft: Draft, stored: MatchDetail) -> list[FieldChange]:
    """A position from the list; a pin placed by hand or locked is never touched."""
    values = stored.values
    if "latitude" not in draft.values or homes.is_home(values):
        return []
    if (values["latitude"], values["longitude"]) == (
        draft.values["latitude"],
        draft.values["longitude"],
    ):
        return []
    if _is_the_pin(draft, values):
        return []
    by_hand = values["pin_locked"] or values["precision"] == Precision.MANUAL
    rough = values["precision"] in _ROUGH
    ours = values["geocode_source"] == draft.values.get("geocode_source")
    accepted = not by_hand and (rough or ours)
    return [FieldChange(name, values[name], draft.values.get(name), accepted) for name in _PIN]


def _is_the_pin(draft: Draft, values: dict[str, Any]) -> bool:
    """Whether a position is the stored pin again, as fine as the list has it."""
    if values["latitude"] is None or values["precision"] in _ROUGH:
        return False
    open_ = _OPEN.get(Precision(draft.values["precision"]), 0.0)
    return all(
        abs(values[name] - draft.values[name]) <= open_ for name in ("latitude", "longitude")
    )


def _phones(draft: Draft, stored: MatchDetail) -> list[FieldChange]:
    had = {(phone.number, phone.extension) for phone in stored.phones}
    bare = {phone.number for phone in stored.phones}
    new = [
        phone
        for phone in draft.phones
        if (phone.number, phone.extension) not in had
        and (phone.extension or phone.number not in bare)
    ]
    return [FieldChange("phones", stored.phones, [*stored.phones, *new])] if new else []


def _consent(new: DraftConsent, old: DraftConsent | None) -> list[FieldChange]:
    """An answer against the stored one. A refusal stands against every imported yes."""
    name = f"consent.{new.channel}"
    if old is None or old.answer == Answer.NOT_ASKED:
        return [FieldChange(name, old, new)]
    if old.answer in _REFUSALS and new.answer not in _REFUSALS:
        return [FieldChange(name, old, new, accepted=False)]
    if old.answer == new.answer:
        if new.answer == Answer.YES and _is_whole(old) and not _is_whole(new):
            return []
        newer = _later(new.date, old.date) or bool(new.asked_by and not old.asked_by)
        return [FieldChange(name, old, new)] if newer and not _later(old.date, new.date) else []
    if old.answer == Answer.WITHDRAWN:
        return []
    # a no without a day is as new as the list that brings it
    outdated = new.date is not None and _later(old.date, new.date)
    return [FieldChange(name, old, new, accepted=not outdated)]


def _is_whole(one: DraftConsent) -> bool:
    """Whether it says who asked and when, as a live yes must."""
    return one.date is not None and bool(one.asked_by.strip())


def _later(one: dt.date | None, other: dt.date | None) -> bool:
    """Whether a day is known and after the other, or the other is not known."""
    return one is not None and (other is None or one > other)
