"""The three-way table, and the lattice of consent, for any values."""

import copy
import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.compare import CONSENT, PHONE, Kind, Line, compare
from directory_app.model.packet import BLANK, COLUMNS, UNITS, Base, Entry
from directory_app.model.packet_review import Row, RowKind, choose

TODAY = dt.date(2026, 11, 24)
ID = "01a20ded-8bda-74a1-8c04-e3b208a669da"
CHANNEL = "print"
#: Units that any two texts may stand in.
TEXTS = ("name", "alternate_name", "email", "website", "price_range", "wheelchair")
STRICT = {"not_asked": 0, "yes": 1, "no": 2, "withdrawn": 3}

words = st.sampled_from(["", "uno", "dos", "tres"])
days = st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2027, 6, 1))
answers = st.builds(
    lambda answer, day, who, review: {
        "channel": CHANNEL,
        "answer": answer,
        "date": day,
        "asked_by": who,
        "given_by_role": "",
        "method": "",
        "language": "",
        "wording_version": "",
        "review_by": review,
    },
    st.sampled_from(["yes", "no", "withdrawn"]),
    days,
    st.sampled_from(["", "Ana", "Beto"]),
    days,
)


def entry(
    values: dict[str, Any] | None = None,
    phones: list[dict[str, Any]] | None = None,
    said: dict[str, Any] | None = None,
) -> Entry:
    known = {name: copy.copy(BLANK.get(name, "")) for name in COLUMNS} | {"name": "El Nopal"}
    return Entry(ID, "KXQF", known | (values or {}), phones or [], answers=[said] if said else [])


def phone(number: str, *, confidential: bool = False) -> dict[str, Any]:
    return {
        "number": number,
        "extension": "",
        "type": "voice",
        "languages": [],
        "confidential": confidential,
    }


def line(lines: list[Line], unit: str) -> Line | None:
    return next((one for one in lines if one.unit == unit), None)


def after(ours: dict[str, Any] | None, found: Line | None) -> dict[str, Any] | None:
    """What is here once a line is applied as it stands."""
    return ours if found is None or not found.take else found.theirs


@given(st.sampled_from(TEXTS), words, words, words)
def test_the_table_of_three_ways(unit: str, was: str, mine: str, other: str) -> None:
    base = entry({unit: was}).base()
    found = line(compare(entry({unit: mine}), entry({unit: other}), base, TODAY), unit)
    if mine == other:
        assert found is None
        return
    assert found is not None
    expected = Kind.TAKE if mine == was else Kind.KEEP if other == was else Kind.CONFLICT
    assert found.kind is expected
    assert found.take == {Kind.TAKE: True, Kind.KEEP: False, Kind.CONFLICT: None}[expected]


@given(st.sampled_from(TEXTS), words, words)
def test_without_a_base_nothing_that_is_here_goes_by_itself(
    unit: str, mine: str, other: str
) -> None:
    found = line(compare(entry({unit: mine}), entry({unit: other}), None, TODAY), unit)
    if mine and mine != other:
        assert found is not None and not found.take


@given(st.sets(st.integers(1, 4)), st.sets(st.integers(1, 4)), st.sets(st.integers(1, 4)))
def test_telephones_are_three_way_sets(was: set[int], mine: set[int], other: set[int]) -> None:
    def some(numbers: set[int]) -> Entry:
        return entry(phones=[phone(f"+1505555010{n}") for n in sorted(numbers)])

    lines = compare(some(mine), some(other), some(was).base(), TODAY)
    told = [one for one in lines if one.unit.startswith(PHONE)]
    both = [one for one in told if one.kind is Kind.CONFLICT]
    kept = set(mine)
    for one in told:
        if one.take:
            number = int(one.unit[-1])
            (kept.discard if one.theirs is None else kept.add)(number)
    # a number that both replaced waits for a person, and ours is there until then
    waits = {int(one.theirs["number"][-1]) for one in both if one.theirs}
    assert len(waits) == min(len(was - mine - other), len(mine - was), len(other - was))
    assert kept == (mine & other) | (mine - was) | (other - was) - waits


def test_a_number_that_both_changed_waits_for_a_person() -> None:
    was, mine, other = ([phone(f"+1505555010{n}")] for n in (1, 2, 3))
    (found,) = compare(entry(phones=mine), entry(phones=other), entry(phones=was).base(), TODAY)
    assert (found.ours, found.theirs) == (mine[0], other[0])
    assert found.open


def test_a_number_changed_here_and_its_kind_there_stand_side_by_side() -> None:
    was, mine = [phone("+15055550101")], [phone("+15055550102")]
    other = [was[0] | {"type": "cell"}]
    for one, two in ((mine, other), (other, mine)):
        found = compare(entry(phones=one), entry(phones=two), entry(phones=was).base(), TODAY)
        assert [(line.ours, line.theirs, line.open) for line in found] == [(one[0], two[0], True)]


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_confidential_number_stays_so(was: bool, mine: bool, other: bool) -> None:
    def one(confidential: bool) -> Entry:
        return entry(phones=[phone("+15055550101", confidential=confidential)])

    found = line(compare(one(mine), one(other), one(was).base(), TODAY), f"{PHONE}+15055550101")
    kept = after(one(mine).phones[0], found)
    assert kept is not None and kept["confidential"] == (mine or other)


@given(
    mine=st.none() | answers,
    other=st.none() | answers,
    was=st.none() | answers,
    known=st.booleans(),
    choice=st.sampled_from([True, False, None]),
)
def test_never_more_yes_than_both_sides_allow(
    mine: dict[str, Any] | None,
    other: dict[str, Any] | None,
    was: dict[str, Any] | None,
    known: bool,
    choice: bool | None,
) -> None:
    base = entry(said=was).base() if known else None
    lines = compare(entry(said=mine), entry(said=other), base, TODAY)
    found = line(lines, CONSENT + CHANNEL)
    if found is not None:
        row = Row(RowKind.CHANGED, entry(), lines=lines)
        choose(row, found, take=choice)
    kept = after(mine, found)
    said = [STRICT[(one or {"answer": "not_asked"})["answer"]] for one in (mine, other)]
    got = STRICT[(kept or {"answer": "not_asked"})["answer"]]
    if max(said) >= STRICT["no"]:
        # a no stays a no, whatever a person chose
        assert got == max(said)
        return
    if known and was and was["answer"] == "yes" and 0 in said:
        assert got == 0  # a yes that one of both took back is gone
        return
    if got == STRICT["yes"]:
        assert kept in (mine, other)  # a yes is somebody's own, never put together from two


@given(answers.filter(lambda one: one["answer"] == "yes"), answers, st.booleans())
def test_a_yes_of_the_future_or_of_nobody_pushes_none_out(
    mine: dict[str, Any], other: dict[str, Any], known: bool
) -> None:
    base = entry(said=mine).base() if known else None
    found = line(compare(entry(said=mine), entry(said=other), base, TODAY), CONSENT + CHANNEL)
    whole = other["date"] is not None and other["date"] <= TODAY and other["asked_by"]
    if other["answer"] == "yes" and not whole:
        assert found is None or not found.take


def test_an_address_is_one_thing_and_a_found_pin_goes_with_it() -> None:
    place = {"address_1": "1 Main St", "latitude": 35.0, "longitude": -105.0, "precision": "street"}
    there = {"address_1": "2 Main St", "latitude": 36.0, "longitude": -105.0, "precision": "street"}
    lines = compare(entry(place), entry(there), entry(place).base(), TODAY)
    assert [one.unit for one in lines] == ["address", "pin"]
    row = Row(RowKind.CHANGED, entry(), lines=lines)
    choose(row, lines[0], take=False)
    assert not lines[1].take
    choose(row, lines[1], take=True)
    assert not lines[1].take  # it cannot be chosen alone


def test_a_pin_placed_by_hand_stays_while_the_address_moves() -> None:
    place = {"address_1": "1 Main St", "latitude": 35.0, "longitude": -105.0, "pin_locked": True}
    there = place | {"address_1": "2 Main St", "latitude": 36.0}
    lines = compare(entry(place), entry(there), entry(place).base(), TODAY)
    pin = line(lines, "pin")
    assert pin is not None and (pin.kind, pin.take, pin.why) == (Kind.CONFLICT, None, "hand_pin")


def test_words_that_are_never_kept_are_held_back() -> None:
    there = entry({"note": "the owner is undocumented"})
    (held,) = compare(entry(), there, entry().base(), TODAY)
    assert (held.kind, held.take, held.why) == (Kind.HELD, False, "words")


def test_what_stands_aside_makes_no_difference() -> None:
    pin = {"latitude": 35.0, "longitude": -105.0, "precision": "street"}
    one = entry(pin | {"geocode_source": "a"})
    other = entry(pin | {"geocode_source": "b"})
    assert compare(one, other, None, TODAY) == []


def test_every_column_is_in_one_unit() -> None:
    from directory_app.model.business import Business

    own = {"row_id", "id", "code", "name_folded", "last_modified", "version", "review_state"}
    assert sorted(COLUMNS) == sorted(set(Business.model_fields) - own)
    assert len(COLUMNS) == sum(len(columns) for columns in UNITS.values())


@given(st.booleans(), st.booleans(), st.booleans())
def test_taken_out_there_is_offered_and_put_back_there_is_not(
    was: bool, mine: bool, other: bool
) -> None:
    entries = [entry(), entry(), entry()]
    for one, archived in zip(entries, (was, mine, other), strict=True):
        one.archived = archived
    found = line(compare(entries[1], entries[2], entries[0].base(), TODAY), "archived")
    assert (found is not None) == (other and not mine)
    if found is not None:
        assert found.take == (not was)


def test_a_base_is_the_same_after_json() -> None:
    one = entry({"email": "a@b.example"}, [phone("+15055550101")])
    one.without = ("note",)
    assert Base.of(one.base().plain()) == one.base()
