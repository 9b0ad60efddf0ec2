"""Applying an import: one step, strict about refusals, and twice is the same as once."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.progress import Cancelled
from directory_app.store import Dossier, Filter, Store

from .conftest import phone, yes

Add = Callable[..., Dossier]


def create(name: str, line: int = 2, **values: object) -> Verdict:
    draft = Draft(line, {"name": name, **values}, [phone()], [yes()])
    return Verdict(draft, VerdictKind.CREATE)


def update(target: str, draft: Draft, *changes: FieldChange) -> Verdict:
    return Verdict(draft, VerdictKind.UPDATE, target=target, changes=list(changes))


def test_rows_are_created_whole_in_one_step(store: Store) -> None:
    applied = store.imports.apply(
        [create("Uno", city="Clovis"), create("=Dos", 3, languages=["es"])]
    )
    assert (applied.rows, applied.created, applied.skipped) == (2, 2, 0)
    found = store.businesses.search("")
    assert [each.business.name for each in found] == ["=Dos", "Uno"]
    assert found[1].business.city == "Clovis"
    assert found[0].business.languages == ["es"]
    assert all(each.business.review_state == "approved" for each in found)
    assert found[0].phones[0].number == "+15055550142"
    assert found[0].consents["print"].review_by == dt.date(2027, 10, 12)
    assert store.browser.undo_label() == "Import 2 businesses"
    assert len(store.history.steps()) == 1
    assert store.history.steps()[0].action_id == applied.action_id
    assert len({each.business.code for each in found}) == 2


def test_rows_read_are_all_accounted_for(add: Add, store: Store) -> None:
    made = add().business
    draft = Draft(3, {"name": made.name})
    verdicts = [
        create("Nuevo"),
        update(made.id, draft, FieldChange("city", "Santa Fe", "Clovis")),
        update(made.id, draft),
        Verdict(draft, VerdictKind.DUPLICATE, target=made.id),
        Verdict(draft, VerdictKind.BLOCKED),
        Verdict(draft, VerdictKind.SKIP),
    ]
    applied = store.imports.apply(verdicts)
    assert (applied.created, applied.updated, applied.duplicates, applied.skipped) == (1, 1, 1, 3)
    assert applied.rows == 6


def test_what_changes_nothing_is_no_step(add: Add, store: Store) -> None:
    made = add()
    before = store.history.steps()
    draft = Draft(2, {"name": made.business.name, "city": "Santa Fe"}, [phone()], [yes()])
    changes = [
        FieldChange("city", "Santa Fe", "Santa Fe"),
        FieldChange("phones", (), ()),
        FieldChange("consent.print", None, None),
    ]
    applied = store.imports.apply([update(made.business.id, draft, *changes)])
    assert (applied.updated, applied.skipped, applied.action_id) == (0, 1, None)
    assert store.history.steps() == before
    assert store.businesses.get(made.business.id) == made


def test_only_ticked_changes_are_made(add: Add, store: Store) -> None:
    made = add().business
    draft = Draft(2, {"city": "Clovis", "note": "new"}, [phone("99")], [yes("map")])
    store.imports.apply(
        [
            update(
                made.id,
                draft,
                FieldChange("city", "Santa Fe", "Clovis", accepted=False),
                FieldChange("note", "", "new"),
                FieldChange("phones", (), (), accepted=False),
                FieldChange("consent.map", None, None, accepted=False),
            )
        ]
    )
    after = store.businesses.get(made.id)
    assert (after.business.city, after.business.note) == ("Santa Fe", "new")
    assert len(after.phones) == 1
    assert after.consents.keys() == {"print"}


@pytest.mark.parametrize("refusal", ["no", "withdrawn"])
def test_an_imported_yes_never_covers_a_refusal(add: Add, store: Store, refusal: str) -> None:
    kept = DraftConsent("print", refusal, dt.date(2026, 9, 1), "Beto")
    made = add(consents=[kept])
    change = FieldChange("consent.print", refusal, "yes")
    applied = store.imports.apply([update(made.business.id, Draft(2, {}, [], [yes()]), change)])
    assert applied.updated == 0
    assert store.businesses.get(made.business.id).consents == made.consents


def test_an_imported_no_covers_a_yes(add: Add, store: Store) -> None:
    made = add().business
    draft = Draft(2, {}, [], [DraftConsent("print", "no")])
    store.imports.apply([update(made.id, draft, FieldChange("consent.print", "yes", "no"))])
    kept = store.businesses.get(made.id).consents["print"]
    assert (kept.answer, kept.review_by, kept.asked_by) == ("no", None, "")


def test_of_two_answers_in_one_row_the_stricter_counts(store: Store) -> None:
    draft = Draft(2, {"name": "Dos"}, [], [DraftConsent("print", "no"), yes()])
    store.imports.apply([Verdict(draft, VerdictKind.CREATE)])
    assert store.businesses.search("dos")[0].consents["print"].answer == "no"


def test_a_yes_without_who_or_when_is_kept_and_waits(store: Store) -> None:
    draft = Draft(2, {"name": "Sola"}, [], [DraftConsent("print", "yes")])
    store.imports.apply([Verdict(draft, VerdictKind.CREATE)])
    kept = store.businesses.search("sola")[0].consents["print"]
    assert (kept.answer, kept.date, kept.review_by) == ("yes", None, None)
    assert store.listings.public("print", dt.date(2026, 12, 6)) == []
    assert store.browser.count(Filter(view="to_ask")) == 1


def test_two_rows_may_update_one_business(add: Add, store: Store) -> None:
    made = add().business
    store.imports.apply(
        [
            update(made.id, Draft(2), FieldChange("city", "", "Clovis")),
            update(made.id, Draft(3, {}, [phone("77")]), FieldChange("phones", (), ())),
            update(made.id, Draft(4, {}, [phone("77")]), FieldChange("phones", (), ())),
        ]
    )
    after = store.businesses.get(made.id)
    assert after.business.city == "Clovis"
    assert [each.number[-2:] for each in after.phones] == ["42", "77"]
    assert [each.position for each in after.phones] == [0, 1]


def test_with_two_people_an_import_submits(store: Store) -> None:
    store.people.add("Marisol")
    store.people.add("Beto")
    store.imports.apply([create("Uno")])
    assert store.businesses.search("")[0].business.review_state == "submitted"
    assert store.listings.public("print", dt.date(2026, 12, 6)) == []


def test_cancelling_leaves_nothing(store: Store) -> None:
    def cancel(done: int, total: int, text: str) -> None:
        if done >= 500:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.imports.apply([create(f"Tienda {n}") for n in range(600)], cancel)
    assert store.browser.count(Filter(view="everything")) == 0
    assert store.history.steps() == []
    store.imports.apply([create("Otra")])
    assert store.browser.count(Filter()) == 1
