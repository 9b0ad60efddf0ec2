"""Settings, people, drafts, remembered columns and saved lists; and what the history tells."""

from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.store import Dossier, Store

Add = Callable[..., Dossier]


def test_a_setting_is_kept_changed_and_defaults(store: Store) -> None:
    assert store.settings.get("contact", "nobody") == "nobody"
    store.settings.set("contact", "505-555-0100")
    store.settings.set("contact", "")
    assert store.settings.get("contact", "nobody") == ""
    assert store.history.steps() == []


def test_one_name_is_one_person(store: Store) -> None:
    first = store.people.add("  Ana   María ")
    assert store.people.add("Ana María").id == first.id
    assert [one.name for one in store.people.all()] == ["Ana María"]
    with pytest.raises(UserError):
        store.people.add("  ")


def test_the_only_person_works_until_there_are_two(store: Store) -> None:
    assert store.person == ""
    store.people.add("Ana")
    assert store.person == "Ana"
    store.people.add("Beto")
    assert store.person == ""
    store.set_person("Beto")
    assert store.person == "Beto"


def test_a_draft_is_kept_until_it_is_forgotten(store: Store) -> None:
    values = {"name": "Panadería", "phones": [{"number": "+15055550101"}], "é": None}
    store.drafts.set("one", {"name": "x"})
    store.drafts.set("one", values)
    assert store.drafts.get("one") == values
    store.drafts.set("one", None)
    store.drafts.set("one", None)
    assert store.drafts.get("one") is None


def test_columns_and_lists_are_remembered(store: Store) -> None:
    store.imports.remember_columns("finger", {"Nombre": "name"})
    store.imports.remember_columns("finger", {"Nombre": "alternate_name"})
    assert store.imports.remembered_columns("finger") == {"Nombre": "alternate_name"}
    first, second = (
        store.saved_lists.add(" Clovis ", "city=Clovis"),
        store.saved_lists.add("Roswell", "x"),
    )
    assert [(one.name, one.position) for one in store.saved_lists.all()] == [
        ("Clovis", 0),
        ("Roswell", 1),
    ]
    store.saved_lists.delete(first.id)
    assert [one.id for one in store.saved_lists.all()] == [second.id]
    assert store.browser.saved_lists() == [(second.id, "Roswell", "x")]
    store.saved_lists.add("Clovis", "city=Clovis", first.id, 0)  # it was deleted by mistake
    store.saved_lists.update(second.id, {"name": "  Roswell   south ", "query": "y", "id": "no"})
    assert store.browser.saved_lists() == [
        (first.id, "Clovis", "city=Clovis"),
        (second.id, "Roswell south", "y"),
    ]
    third = store.saved_lists.add("Third", "z")
    store.saved_lists.order([third.id, "gone", first.id])
    assert [one.name for one in store.saved_lists.all()] == ["Third", "Clovis", "Roswell south"]
    store.saved_lists.delete(first.id)
    assert store.saved_lists.add("Last", "").position == 2
    for refused in (
        lambda: store.saved_lists.add("  ", "x"),
        lambda: store.saved_lists.update(third.id, {"name": ""}),
    ):
        with pytest.raises(UserError, match="A list needs a name"):
            refused()


def test_the_history_of_one_tells_nothing_of_another(store: Store, add: Add) -> None:
    one, other = add("Uno").business, add("Dos").business
    store.businesses.update(one.id, {"city": "Clovis"})
    store.businesses.update(other.id, {"city": "Roswell"})
    changes = [c for step in store.history.steps(one.id) for c in step.changes if c.field]
    assert [(c.field, c.before, c.after) for c in changes] == [("city", "Santa Fe", "Clovis")]
    rows = {c.row.split("/")[0] for step in store.history.steps(one.id) for c in step.changes}
    assert rows == {one.id}


def test_the_history_is_newest_first_and_limited(store: Store, add: Add) -> None:
    made = add().business
    for number in range(5):
        store.businesses.update(made.id, {"note": str(number)})
    assert len(store.history.steps(limit=3)) == 3
    newest = store.history.steps(made.id, limit=2)
    assert [step.changes[0].after for step in newest] == ["4", "3"]


def test_a_merge_is_told_in_the_history_of_the_one_kept(store: Store, add: Add) -> None:
    kept, dropped = add("Uno").business, add("Dos").business
    store.duplicates.merge(kept.id, dropped.id)
    told = {c.field: c.after for c in store.history.steps(kept.id)[0].changes}
    assert told["merged"] == dropped.id


@pytest.mark.parametrize("name", ["Staff", "unknown", "?", "la oficina"])
def test_who_works_here_has_a_name(store: Store, name: str) -> None:
    with pytest.raises(UserError, match="names nobody"):
        store.people.add(name)
    assert store.people.all() == []
