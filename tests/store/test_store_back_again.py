"""A refusal outlives its entry, by every way in which the business comes back by hand."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.model.draft import DraftConsent
from directory_app.store import Dossier, Store

from .conftest import TODAY, asked_again, business, phone, yes

Add = Callable[..., Dossier]
NOPAL = {"name": "Taquería El Nopal", "address_1": "1420 Cerrillos Rd", "city": "Santa Fe"}


def listed(store: Store) -> list[str]:
    return [one.name for one in store.listings("print", TODAY)]


def refused(store: Store, add: Add, answer: str = "no") -> None:
    """An entry whose owner refused and that was deleted afterwards."""
    made = add().business.id
    store.record_consent(made, [DraftConsent("print", answer, TODAY, "Marisol")])
    store.delete([made])


@pytest.mark.parametrize("answer", ["no", "withdrawn", "not_asked"])
def test_who_refused_and_was_deleted_is_not_added_with_an_old_yes(
    store: Store, add: Add, answer: str
) -> None:
    refused(store, add, answer)
    with pytest.raises(UserError, match="refused"):
        store.add(business(), [phone()], [yes()])
    assert listed(store) == []
    back = store.add(business(), [phone()])
    assert back.consents["print"].answer == answer
    assert back.consents["print"].refused_on == TODAY
    with pytest.raises(UserError, match="refused"):
        store.record_consent(back.business.id, [yes()])


def test_whoever_becomes_like_one_that_refused_has_the_refusal(store: Store, add: Add) -> None:
    refused(store, add)
    made = store.add(business("Tmp", address_1="1 X St", city="Clovis"), [], [yes()]).business.id
    assert listed(store) == ["Tmp"]
    store.update(made, {"name": NOPAL["name"]})
    assert listed(store) == [NOPAL["name"]]  # in another town, at another house: another one
    store.update(made, NOPAL)
    assert listed(store) == []
    assert store.business(made).consents["print"].answer == "no"
    store.undo()
    assert listed(store) == []  # no refusal is undone


def test_a_telephone_makes_it_the_same_too(store: Store, add: Add) -> None:
    refused(store, add)
    made = store.add(business(city="Clovis", address_1="1 X St"), [], [yes()]).business.id
    assert listed(store) == [NOPAL["name"]]
    store.update(made, {}, phones=[phone()])
    assert listed(store) == []


def test_many_changed_together_have_it_too(store: Store, add: Add) -> None:
    refused(store, add)
    made = store.add(business("Tmp", address_1="1 X St", city="Clovis"), [], [yes()]).business.id
    store.update_together({made: NOPAL})
    assert listed(store) == []


def test_who_asked_again_since_keeps_the_yes(store: Store, add: Add) -> None:
    made = add().business.id
    store.record_consent(made, [DraftConsent("print", "no", TODAY - dt.timedelta(9), "Marisol")])
    store.delete([made])
    back = store.add(business(), [phone()]).business.id
    store.record_consent(back, [asked_again()])
    assert listed(store) == [NOPAL["name"]]
    store.update(back, {"address_1": "1420 Cerrillos Road", "note": "red door"})
    store.update(back, {"name": "Tmp"})
    store.update(back, {"name": NOPAL["name"]})
    assert listed(store) == [NOPAL["name"]]


def test_another_business_has_nothing_of_it(store: Store, add: Add) -> None:
    refused(store, add)
    store.add(business("Otra Tienda", address_1="1 Agua Fria St"), [phone("77")], [yes()])
    assert listed(store) == ["Otra Tienda"]
