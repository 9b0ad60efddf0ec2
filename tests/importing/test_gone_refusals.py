"""A no outlives its entry: a later list with a yes brings the business back with the no."""

import datetime as dt
from collections.abc import Callable, Iterable

import pytest

from directory_app.importing import Reading, match
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, DraftPhone, Verdict, VerdictKind
from directory_app.store import Store

HEAD = "Name,Street address,City,Zip,Phone,OK to print?,Who asked / when\n"
YES = ",yes,Ana 11/20/2026\n"
NOPAL = "Taquería El Nopal,1420 Cerrillos Rd,Santa Fe,87505,505-555-0142" + YES
SAID_ON = dt.date(2026, 11, 2)
EVENT_DAY = dt.date(2026, 12, 6)
Compare = Callable[[str], list[Verdict]]


@pytest.fixture
def compare(store: Store, read_text: Callable[..., Reading]) -> Compare:
    return lambda rows: match(read_text(HEAD + rows).drafts, store)


def add(
    store: Store,
    name: str = "Taquería El Nopal",
    answer: str = "no",
    last: str = "42",
    day: dt.date | None = SAID_ON,
) -> str:
    business = Business(
        code="", name=name, category="restaurant", address_1="1420 Cerrillos Road", city="Santa Fe"
    )
    said = [DraftConsent("print", answer, day, "Marisol")] if answer else []
    return store.businesses.add(business, [DraftPhone(f"+150555501{last}")], said).business.id


def answers(store: Store) -> list[tuple[str, str, dt.date | None]]:
    return [
        (one.business.name, said.answer, said.date)
        for one in store.businesses.search("")
        for said in one.consents.values()
        if said.channel == "print"
    ]


def codes(verdicts: Iterable[Verdict]) -> set[str]:
    return {one.code for verdict in verdicts for one in verdict.draft.problems}


@pytest.mark.parametrize("answer", ["no", "withdrawn"])
def test_a_deleted_entry_comes_back_with_its_no(
    store: Store, compare: Compare, answer: str
) -> None:
    store.businesses.delete([add(store, answer=answer)])
    (verdict,) = verdicts = compare(NOPAL)
    assert (verdict.kind, verdict.reason) == (VerdictKind.CREATE, "kept_no")
    assert "no_outlived" in codes(verdicts)
    assert store.imports.apply(verdicts).created == 1
    assert answers(store) == [("Taquería El Nopal", answer, SAID_ON)]
    assert store.listings.public("print", EVENT_DAY) == []
    assert store.check() == []


@pytest.mark.parametrize(
    "row",
    [
        "TAQUERIA EL NOPAL,,Santa Fe,," + YES,
        "Taquería El Nopal,,,,505-555-0142" + YES,
        "Nopalito,1420 Cerrillos Rd,Santa Fe,87505,505-555-0142" + YES,
    ],
)
def test_it_is_known_by_name_and_town_or_by_two_of_three(
    store: Store, compare: Compare, row: str
) -> None:
    store.businesses.delete([add(store)])
    store.imports.apply(compare(row))
    assert [said for _, said, _ in answers(store)] == ["no"]


@pytest.mark.parametrize(
    "row",
    [
        "Otra Tienda,1 Agua Fria St,Santa Fe,87507,505-555-0142" + YES,
        "Otra Tienda,1420 Cerrillos Rd,Santa Fe,87505,505-555-0177" + YES,
        "Taquería El Nopal,1 Agua Fria St,Taos,87571,505-555-0177" + YES,
    ],
)
def test_another_business_keeps_its_yes(store: Store, compare: Compare, row: str) -> None:
    store.businesses.delete([add(store)])
    verdicts = compare(row)
    store.imports.apply(verdicts)
    assert [said for _, said, _ in answers(store)] == ["yes"]
    assert "no_outlived" not in codes(verdicts)


def test_what_is_back_by_undo_and_what_said_yes_stays_out_of_it(
    store: Store, compare: Compare
) -> None:
    store.businesses.delete([add(store, answer="yes")])
    assert compare(NOPAL)[0].reason == "new"
    gone = add(store)
    store.businesses.delete([gone])
    store.history.undo()
    assert compare(NOPAL)[0].target == gone


def test_a_person_who_chooses_to_create_gets_the_no_as_well(store: Store, compare: Compare) -> None:
    store.businesses.delete([add(store)])
    verdicts = compare(NOPAL)
    verdicts[0].draft.consents = [DraftConsent("print", "yes", dt.date(2026, 11, 20), "Ana")]
    store.imports.apply(verdicts)
    assert answers(store) == [("Taquería El Nopal", "no", SAID_ON)]


def test_a_merged_away_entry_has_what_the_kept_one_refused(store: Store, compare: Compare) -> None:
    kept = add(store, "Mercado Luna", answer="", last="43")
    dropped = add(store, answer="yes")
    store.duplicates.merge(kept, dropped, set())
    store.businesses.update(kept, {"address_1": "9 Calle Luna", "city": "Taos"}, phones=[])
    store.consents.record(kept, [DraftConsent("print", "no", SAID_ON, "Marisol")])
    store.imports.apply(compare(NOPAL))
    assert ("Taquería El Nopal", "no", SAID_ON) in answers(store)
    assert store.listings.public("print", EVENT_DAY) == []


def test_a_merged_away_no_that_the_kept_one_took_back_is_no_more(
    store: Store, compare: Compare
) -> None:
    kept = add(store, "Mercado Luna", answer="", last="43")
    store.duplicates.merge(kept, add(store), set())
    store.businesses.update(kept, {"address_1": "9 Calle Luna", "city": "Taos"}, phones=[])
    again = DraftConsent("print", "yes", dt.date(2026, 11, 9), "Ana", asked_again=True)
    store.consents.record(kept, [again])
    assert "no_outlived" not in codes(compare(NOPAL))


def test_a_twin_that_was_never_asked_gets_the_no_of_the_deleted_one(
    store: Store, compare: Compare
) -> None:
    twin = add(store, answer="")
    store.businesses.delete([add(store)])
    (verdict,) = compare(NOPAL)
    assert verdict.target == twin
    store.imports.apply([verdict])
    assert answers(store) == [("Taquería El Nopal", "no", SAID_ON)]


@pytest.mark.parametrize("apart", [False, True])
def test_a_twin_keeps_its_yes_where_a_person_said_that_it_is_another(
    store: Store, compare: Compare, apart: bool
) -> None:
    twin = add(store, answer="yes", day=dt.date(2026, 11, 9))
    gone = add(store, day=None)
    if apart:
        store.duplicates.keep_apart(twin, gone)
    store.businesses.delete([gone])
    assert [said for _, said, _ in answers(store)] == ["yes" if apart else "no"]


@pytest.mark.parametrize("answer", ["no", "taken out"])
def test_an_entry_whose_adding_was_taken_back_comes_back_with_its_no(
    store: Store, compare: Compare, answer: str
) -> None:
    one = add(store, answer="yes")
    said = "no" if answer == "no" else "not_asked"
    store.consents.record(one, [DraftConsent("print", said, SAID_ON, "Ana")], way="editor")
    store.history.undo()
    store.history.undo()
    assert answers(store) == []
    store.imports.apply(compare(NOPAL))
    assert store.listings.public("print", EVENT_DAY) == []
