"""An owner's no outlives our mistakes: no undo, of whatever, brings a yes back over it."""

import datetime as dt
from collections.abc import Callable

from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.store import Dossier, Store

from .conftest import TODAY, asked_again, phone, yes

Add = Callable[..., Dossier]
NO = DraftConsent("print", "no", dt.date(2026, 11, 1), "Beto")
WITHDRAWN = DraftConsent("print", "withdrawn", dt.date(2026, 11, 2), "Beto")


def listed(store: Store) -> set[str]:
    return {one.code for one in store.listings.public("print", TODAY)}


def undo_all(store: Store) -> None:
    while store.history.undo() is not None:
        pass


def redo_all(store: Store) -> None:
    while store.history.redo() is not None:
        pass


def test_undoing_a_merge_keeps_the_no_that_the_one_of_both_said_later(
    add: Add, store: Store
) -> None:
    kept = add("Uno", consents=[], phones=[]).business
    dropped = add("Uno bis").business
    store.duplicates.merge(kept.id, dropped.id)
    store.consents.record(kept.id, [NO])
    store.history.undo()
    store.history.undo()
    assert store.businesses.get(dropped.id).consents["print"].answer == "no"
    assert listed(store) == set()


def test_a_later_withdrawal_holds_too_where_both_had_said_yes(add: Add, store: Store) -> None:
    kept = add("Uno", phones=[]).business
    dropped = add("Uno bis").business
    store.duplicates.merge(kept.id, dropped.id)
    store.consents.record(kept.id, [WITHDRAWN])
    undo_all(store)
    redo_all(store)
    assert listed(store) == set()


def test_a_chain_of_merges_carries_the_no_back_to_its_first_link(add: Add, store: Store) -> None:
    first, second, third = (add(name, phones=[]).business for name in ("Uno", "Dos", "Tres"))
    store.duplicates.merge(second.id, first.id)
    store.duplicates.merge(third.id, second.id)
    store.consents.record(third.id, [NO])
    for _ in range(3):
        store.history.undo()
    answers = [
        store.businesses.get(one.id).consents["print"].answer for one in (first, second, third)
    ]
    assert answers == ["no", "no", "no"]


def test_a_no_recorded_again_after_a_merge_holds_as_well(add: Add, store: Store) -> None:
    kept = add("Uno", consents=[NO], phones=[]).business
    dropped = add("Uno bis").business
    store.duplicates.merge(kept.id, dropped.id)
    store.consents.record(kept.id, [DraftConsent("print", "no", dt.date(2026, 11, 20), "Ana")])
    store.history.undo()
    store.history.undo()
    assert listed(store) == set()


def test_a_merge_taken_back_at_once_gives_each_its_own_answer(add: Add, store: Store) -> None:
    kept = add("Uno", consents=[NO], phones=[]).business
    dropped = add("Uno bis").business
    store.duplicates.merge(kept.id, dropped.id)
    store.history.undo()
    assert store.businesses.get(kept.id).consents["print"].answer == "no"
    assert listed(store) == {dropped.code}


def test_redoing_a_merge_takes_no_yes_over_a_no(add: Add, store: Store) -> None:
    kept = add("Uno", consents=[], phones=[]).business
    dropped = add("Uno bis").business
    store.duplicates.merge(kept.id, dropped.id)
    store.consents.record(kept.id, [NO])
    for _ in range(2):
        store.history.undo()
    for _ in range(2):
        store.history.redo()
    assert store.businesses.get(kept.id).consents["print"].answer == "no"
    assert store.check() == []


def test_undoing_a_delete_brings_the_answer_as_it_was(add: Add, store: Store) -> None:
    made = add().business
    store.consents.record(made.id, [NO])
    store.businesses.delete([made.id])
    store.history.undo()
    assert store.businesses.get(made.id).consents["print"].answer == "no"
    store.businesses.delete([made.id])
    undo_all(store)
    redo_all(store)
    assert listed(store) == set()


def test_an_answer_taken_out_and_a_no_given_anew_stay_a_no(add: Add, store: Store) -> None:
    made = add().business
    store.consents.record(made.id, [DraftConsent("print", "not_asked")])
    store.consents.record(made.id, [NO])
    store.history.undo()
    store.history.undo()
    assert listed(store) == set()


def test_undoing_an_import_that_brought_a_no_leaves_no_yes(add: Add, store: Store) -> None:
    made = add().business
    draft = Draft(2, {"name": made.name}, [phone()], [NO])
    change = FieldChange("consent.print", None, NO)
    store.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=made.id, changes=[change])])
    assert listed(store) == set()
    undo_all(store)
    redo_all(store)
    assert listed(store) == set()


def test_undoing_an_import_over_a_later_no(store: Store) -> None:
    draft = Draft(2, {"name": "Nueva"}, [phone()], [yes()])
    store.imports.apply([Verdict(draft, VerdictKind.CREATE)])
    made = store.businesses.search("nueva")[0].business
    store.consents.record(made.id, [WITHDRAWN])
    undo_all(store)
    redo_all(store)
    assert store.businesses.get(made.id).consents["print"].answer == "withdrawn"


def test_undoing_an_edit_touches_no_answer(add: Add, store: Store) -> None:
    made = add().business
    store.businesses.update(made.id, {"city": "Clovis"})
    store.consents.record(made.id, [NO])
    store.history.undo()
    store.history.undo()
    assert store.businesses.get(made.id).business.city == "Santa Fe"
    assert store.businesses.get(made.id).consents["print"].answer == "no"


def test_a_yes_given_after_the_no_can_be_taken_back_but_not_conjured(
    add: Add, store: Store
) -> None:
    made = add().business
    store.consents.record(made.id, [NO])
    store.consents.record(made.id, [asked_again(dt.date(2026, 11, 20))])
    assert listed(store) == {made.code}
    store.history.undo()
    assert listed(store) == set()
    store.history.redo()
    assert listed(store) == set()
