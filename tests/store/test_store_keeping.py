"""Settings, people, drafts, remembered columns and saved lists; and what the history tells."""

from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.store import Dossier, Store

Add = Callable[..., Dossier]


def test_a_setting_is_kept_changed_and_defaults(store: Store) -> None:
    assert store.setting("contact", "nobody") == "nobody"
    store.set_setting("contact", "505-555-0100")
    store.set_setting("contact", "")
    assert store.setting("contact", "nobody") == ""
    assert store.history() == []


def test_one_name_is_one_person(store: Store) -> None:
    first = store.add_person("  Ana   María ")
    assert store.add_person("Ana María").id == first.id
    assert [one.name for one in store.people()] == ["Ana María"]
    with pytest.raises(UserError):
        store.add_person("  ")


def test_the_only_person_works_until_there_are_two(store: Store) -> None:
    assert store.person == ""
    store.add_person("Ana")
    assert store.person == "Ana"
    store.add_person("Beto")
    assert store.person == ""
    store.set_person("Beto")
    assert store.person == "Beto"


def test_a_draft_is_kept_until_it_is_forgotten(store: Store) -> None:
    values = {"name": "Panadería", "phones": [{"number": "+15055550101"}], "é": None}
    store.keep_draft("one", {"name": "x"})
    store.keep_draft("one", values)
    assert store.draft("one") == values
    store.keep_draft("one", None)
    store.keep_draft("one", None)
    assert store.draft("one") is None


def test_columns_and_lists_are_remembered(store: Store) -> None:
    store.remember_columns("finger", {"Nombre": "name"})
    store.remember_columns("finger", {"Nombre": "alternate_name"})
    assert store.remembered_columns("finger") == {"Nombre": "alternate_name"}
    first, second = store.save_list(" Clovis ", "city=Clovis"), store.save_list("Roswell", "x")
    assert [(one.name, one.position) for one in store.saved_lists()] == [
        ("Clovis", 0),
        ("Roswell", 1),
    ]
    store.delete_list(first.id)
    assert [one.id for one in store.saved_lists()] == [second.id]
    assert store.reader().saved_lists() == [(second.id, "Roswell", "x")]
    store.save_list("Clovis", "city=Clovis", first.id, 0)  # it was deleted by mistake
    store.change_list(second.id, {"name": "  Roswell   south ", "query": "y", "id": "no"})
    assert store.reader().saved_lists() == [
        (first.id, "Clovis", "city=Clovis"),
        (second.id, "Roswell south", "y"),
    ]
    third = store.save_list("Third", "z")
    store.order_lists([third.id, "gone", first.id])
    assert [one.name for one in store.saved_lists()] == ["Third", "Clovis", "Roswell south"]
    store.delete_list(first.id)
    assert store.save_list("Last", "").position == 2
    for refused in (
        lambda: store.save_list("  ", "x"),
        lambda: store.change_list(third.id, {"name": ""}),
    ):
        with pytest.raises(UserError, match="A list needs a name"):
            refused()


def test_the_history_of_one_tells_nothing_of_another(store: Store, add: Add) -> None:
    one, other = add("Uno").business, add("Dos").business
    store.update(one.id, {"city": "Clovis"})
    store.update(other.id, {"city": "Roswell"})
    changes = [c for step in store.history(one.id) for c in step.changes if c.field]
    assert [(c.field, c.before, c.after) for c in changes] == [("city", "Santa Fe", "Clovis")]
    rows = {c.row.split("/")[0] for step in store.history(one.id) for c in step.changes}
    assert rows == {one.id}


def test_the_history_is_newest_first_and_limited(store: Store, add: Add) -> None:
    made = add().business
    for number in range(5):
        store.update(made.id, {"note": str(number)})
    assert len(store.history(limit=3)) == 3
    newest = store.history(made.id, limit=2)
    assert [step.changes[0].after for step in newest] == ["4", "3"]


def test_a_merge_is_told_in_the_history_of_the_one_kept(store: Store, add: Add) -> None:
    kept, dropped = add("Uno").business, add("Dos").business
    store.merge(kept.id, dropped.id)
    told = {c.field: c.after for c in store.history(kept.id)[0].changes}
    assert told["merged"] == dropped.id


@pytest.mark.parametrize("name", ["Staff", "unknown", "?", "la oficina"])
def test_who_works_here_has_a_name(store: Store, name: str) -> None:
    with pytest.raises(UserError, match="names nobody"):
        store.add_person(name)
    assert store.people() == []
