"""A later list takes a yes back: a no always beats, a limit holds it until somebody asks again."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.importing import Reading, match
from directory_app.model.draft import DraftConsent, Verdict, VerdictKind
from directory_app.store import Store

HEAD = "Name,Street address,City,Zip,Phone,OK to print?,Who asked / when,Notes\n"
NOPAL = "Taquería El Nopal,1420 Cerrillos Rd,Santa Fe,87505,505-555-0142,"
EVENT_DAY = dt.date(2026, 12, 6)
Compare = Callable[[str], list[Verdict]]


@pytest.fixture
def compare(store: Store, read_text: Callable[..., Reading]) -> Compare:
    return lambda rows: match(read_text(HEAD + rows).drafts, store)


@pytest.fixture
def nopal(store: Store, compare: Compare) -> str:
    store.imports.apply(compare(NOPAL + "yes,Ana 10/1/2026,\n"))
    made = store.businesses.search("nopal")[0].business.id
    assert listed(store) == 1
    return made


def listed(store: Store) -> int:
    return len(store.listings.public("print", EVENT_DAY))


def stored(store: Store, business: str) -> str:
    consent = store.businesses.get(business).consents.get("print")
    return consent.answer if consent else "not_asked"


@pytest.mark.parametrize(
    "rest",
    [
        ",,does not want to be printed",
        ",,no quiere aparecer en la lista",
        "yes,Ana 11/2/2026,she said no now",
        ",,Doesn't want to be in the guide",
    ],
)
def test_a_note_that_refuses_takes_a_stored_yes_back(
    nopal: str, store: Store, compare: Compare, rest: str
) -> None:
    (verdict,) = compare(f"{NOPAL}{rest}\n")
    assert verdict.kind is VerdictKind.UPDATE
    assert "consent.print" in {change.field for change in verdict.changes if change.accepted}
    store.imports.apply([verdict])
    assert stored(store, nopal) == "no"
    assert listed(store) == 0


@pytest.mark.parametrize(
    "rest",
    [
        ",,only the phone",
        ",,solo el teléfono",
        ",,only the name please",
        "yes,Ana 11/2/2026,but don't show her phone",
        ",,ask her again before printing",
        "only the phone,,",
    ],
)
def test_a_note_with_a_limit_holds_a_stored_yes_back(
    nopal: str, store: Store, compare: Compare, rest: str
) -> None:
    (verdict,) = compare(f"{NOPAL}{rest}\n")
    assert verdict.kind is VerdictKind.UPDATE
    assert "limit_in_note" in {problem.code for problem in verdict.draft.problems}
    store.imports.apply([verdict])
    assert stored(store, nopal) == "not_asked"
    assert listed(store) == 0
    store.history.undo()  # what was taken back stays so until somebody asks again
    assert listed(store) == 0


def test_a_no_without_a_day_beats_a_yes_with_one(
    nopal: str, store: Store, compare: Compare
) -> None:
    (verdict,) = compare(f"{NOPAL}no,,\n")
    store.imports.apply([verdict])
    assert stored(store, nopal) == "no"


def test_a_no_from_before_the_yes_is_for_a_person_to_decide(
    nopal: str, store: Store, compare: Compare
) -> None:
    (verdict,) = compare(f"{NOPAL}no,Ana 2/1/2026,\n")
    assert [change.accepted for change in verdict.changes if change.field == "consent.print"] == [
        False
    ]
    store.imports.apply([verdict])
    assert listed(store) == 1


def test_a_person_may_untick_it(nopal: str, store: Store, compare: Compare) -> None:
    (verdict,) = compare(f"{NOPAL},,only the phone\n")
    for change in verdict.changes:
        change.accepted = False
    store.imports.apply([verdict])
    assert listed(store) == 1


def test_a_limit_leaves_a_stored_no_alone(nopal: str, store: Store, compare: Compare) -> None:
    store.consents.record(nopal, [DraftConsent("print", "no", dt.date(2026, 11, 1), "Ana")])
    store.imports.apply(compare(f"{NOPAL},,only the phone\n"))
    assert stored(store, nopal) == "no"


def test_every_channel_with_a_yes_is_taken_back(nopal: str, store: Store, compare: Compare) -> None:
    store.consents.record(nopal, [DraftConsent("map", "yes", dt.date(2026, 11, 1), "Ana")])
    store.imports.apply(compare(f"{NOPAL},,does not want to be listed\n"))
    answers = {name: one.answer for name, one in store.businesses.get(nopal).consents.items()}
    assert answers == {"print": "no", "map": "no"}


@pytest.mark.parametrize(
    ("note", "said"), [("does not want to be printed", "no"), ("only the phone", "not_asked")]
)
def test_a_repeated_line_takes_the_yes_of_the_first_back(
    store: Store, compare: Compare, note: str, said: str
) -> None:
    verdicts = compare(f"{NOPAL}yes,Ana 10/1/2026,\n{NOPAL},,{note}\n")
    store.imports.apply(verdicts)
    (made,) = store.businesses.search("nopal")
    assert stored(store, made.business.id) == said
    assert listed(store) == 0


@pytest.mark.parametrize(
    ("note", "said"),
    [("does not want to be printed", "no"), ("only the phone", "not_asked"), ("plain no", "no")],
)
def test_a_repeated_line_takes_a_stored_yes_back_too(
    nopal: str, store: Store, compare: Compare, note: str, said: str
) -> None:
    again = f"{NOPAL}no,,\n" if note == "plain no" else f"{NOPAL},,{note}\n"
    store.imports.apply(compare(f"{NOPAL}yes,Ana 10/1/2026,\n{again}"))
    assert stored(store, nopal) == said


def test_an_incomplete_yes_is_no_change_to_a_whole_one(
    nopal: str, store: Store, compare: Compare
) -> None:
    (verdict,) = compare(f"{NOPAL}yes,,\n")
    assert verdict.kind is VerdictKind.SKIP
    assert not verdict.changes


@pytest.mark.parametrize("note", ["only cash", "phone orders only", "call before you go"])
def test_other_notes_hold_nothing_back(
    nopal: str, store: Store, compare: Compare, note: str
) -> None:
    store.imports.apply(compare(f"{NOPAL},,{note}\n"))
    assert listed(store) == 1
