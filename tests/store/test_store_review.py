"""Second-person review: whoever changed an entry last cannot be the one who approves it."""

from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.model.draft import Draft, FieldChange, Verdict, VerdictKind
from directory_app.store import Dossier, Store, review

from .conftest import TODAY, business

Add = Callable[..., Dossier]
APPROVED = {"review_state": "approved"}


@pytest.fixture
def two(store: Store) -> Store:
    for name in ("Marisol", "Beto"):
        store.people.add(name)
    store.set_person("Marisol")
    return store


def state(store: Store, code: str) -> str:
    return store.businesses.get(code).business.review_state


def reviewed(store: Store) -> dict[str, bool]:
    return {
        one.code: one.reviewed_by_second_person for one in store.listings.public("print", TODAY)
    }


def test_nobody_cannot_approve(two: Store, add: Add) -> None:
    made = add().business
    two.set_person(None)
    with pytest.raises(UserError, match="who you are"):
        two.businesses.approve([made.id])
    two.set_person("  ")
    with pytest.raises(UserError):
        two.businesses.approve([made.id])
    assert state(two, made.code) == "submitted"


def test_a_name_that_is_nobodys_here_cannot_approve(two: Store, add: Add) -> None:
    made = add().business
    two.set_person("Somebody Else")
    with pytest.raises(UserError, match="not one of the people"):
        two.businesses.approve([made.id])


@pytest.mark.parametrize("person", ["Marisol", None, ""])
def test_update_is_no_way_around_the_second_person(
    two: Store, add: Add, person: str | None
) -> None:
    made = add().business
    two.set_person(person)
    with pytest.raises(UserError):
        two.businesses.update(made.id, APPROVED)
    with pytest.raises(UserError):
        two.businesses.update(made.id, APPROVED | {"city": "Clovis"})
    assert state(two, made.code) == "submitted"
    assert two.businesses.get(made.id).business.city == "Santa Fe"


def test_a_change_that_says_approved_is_still_to_be_approved(two: Store, add: Add) -> None:
    made = add().business
    two.set_person("Beto")
    two.businesses.approve([made.id])
    two.businesses.update(made.id, APPROVED | {"city": "Clovis"})
    assert state(two, made.code) == "submitted"
    with pytest.raises(UserError, match="last changed by you"):
        two.businesses.approve([made.id])


def test_a_second_person_may_approve_by_an_update_too(two: Store, add: Add) -> None:
    made = add().business
    two.set_person("Beto")
    two.businesses.update(made.id, APPROVED)
    assert reviewed(two) == {made.code: True}


def test_who_changes_what_they_approve_is_no_second_person(two: Store, add: Add) -> None:
    made = add().business
    two.set_person("Beto")
    with pytest.raises(UserError, match="last changed by you"):
        two.businesses.update(made.id, APPROVED | {"city": "Clovis"})


def test_an_import_cannot_approve(two: Store, add: Add) -> None:
    made = add().business
    change = FieldChange("review_state", "submitted", "approved")
    draft = Draft(2, {"name": made.name, "review_state": "approved"})
    two.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=made.id, changes=[change])])
    assert state(two, made.code) == "submitted"


def test_an_approval_from_when_there_was_one_person_is_no_second_review(
    store: Store, add: Add
) -> None:
    store.people.add("Marisol")
    store.set_person("Marisol")
    made = add().business
    store.businesses.update(made.id, {"review_state": "submitted"})
    store.businesses.approve([made.id])
    store.people.add("Beto")
    assert reviewed(store) == {made.code: False}
    store.set_person("Beto")
    store.businesses.approve([made.id])
    assert reviewed(store) == {made.code: True}


def test_an_approval_ends_with_the_next_change(store: Store, add: Add) -> None:
    """With one person a change stays approved; the earlier approval does not cover it."""
    store.people.add("Beto")
    made = store.businesses.add(business()).business
    store.set_person("Marisol")
    store.people.add("Marisol")
    store.businesses.approve([made.id])
    assert state(store, made.code) == "approved"
    store.set_person("Beto")
    store.businesses.update(made.id, {"city": "Clovis"})
    assert state(store, made.code) == "submitted"
    store.set_person("Marisol")
    store.businesses.approve([made.id])
    assert state(store, made.code) == "approved"


def test_an_approval_that_was_undone_does_not_count(two: Store, add: Add) -> None:
    made = add().business
    two.set_person("Beto")
    two.businesses.approve([made.id])
    two.history.undo()
    assert state(two, made.code) == "submitted"
    two.history.redo()
    assert reviewed(two) == {made.code: True}


def test_merging_into_an_archived_entry_leaves_it_archived(store: Store, add: Add) -> None:
    kept, dropped = add("Uno").business, add("Dos").business
    store.businesses.archive([kept.id])
    store.duplicates.merge(kept.id, dropped.id)
    assert state(store, kept.code) == "archived"


def test_alone_one_may_approve_by_an_update(store: Store, add: Add) -> None:
    made = add().business
    store.businesses.update(made.id, {"review_state": "draft"})
    store.businesses.update(made.id, APPROVED)
    assert state(store, made.code) == "approved"


def test_looking_up_who_changed_an_entry_walks_no_history(store: Store) -> None:
    """With an OR over two ranges SQLite walked all of it: a minute for 5,000 approvals."""
    connection = store.opened.connection
    for query in (f"SELECT {review._LAST_EDIT.format(id='?1')}", review._APPROVALS):
        values = ("x",) if "?1" in query else ()
        plan = connection.execute(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
        looks = [row[3] for row in plan if " edit " in f"{row[3]} "]
        assert len(looks) == 2
        assert all("USING INDEX ix_change_row" in look for look in looks), looks
