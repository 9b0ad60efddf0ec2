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
    return [one.name for one in store.listings.public("print", TODAY)]


def refused(store: Store, add: Add, answer: str = "no") -> None:
    """An entry whose owner refused and that was deleted afterwards."""
    made = add().business.id
    store.consents.record(made, [DraftConsent("print", answer, TODAY, "Marisol")])
    store.businesses.delete([made])


@pytest.mark.parametrize("answer", ["no", "withdrawn", "not_asked"])
def test_who_refused_and_was_deleted_is_not_added_with_an_old_yes(
    store: Store, add: Add, answer: str
) -> None:
    refused(store, add, answer)
    with pytest.raises(UserError, match="refused"):
        store.businesses.add(business(), [phone()], [yes()])
    assert listed(store) == []
    back = store.businesses.add(business(), [phone()])
    assert back.consents["print"].answer == answer
    assert back.consents["print"].refused_on == TODAY
    with pytest.raises(UserError, match="refused"):
        store.consents.record(back.business.id, [yes()])


def test_whoever_becomes_like_one_that_refused_has_the_refusal(store: Store, add: Add) -> None:
    refused(store, add)
    made = store.businesses.add(
        business("Tmp", address_1="1 X St", city="Clovis"), [], [yes()]
    ).business.id
    assert listed(store) == ["Tmp"]
    store.businesses.update(made, {"name": NOPAL["name"]})
    assert listed(store) == [NOPAL["name"]]  # in another town, at another house: another one
    store.businesses.update(made, NOPAL)
    assert listed(store) == []
    assert store.businesses.get(made).consents["print"].answer == "no"
    store.history.undo()
    assert listed(store) == []  # no refusal is undone


def test_a_telephone_makes_it_the_same_too(store: Store, add: Add) -> None:
    refused(store, add)
    made = store.businesses.add(
        business(city="Clovis", address_1="1 X St"), [], [yes()]
    ).business.id
    assert listed(store) == [NOPAL["name"]]
    store.businesses.update(made, {}, phones=[phone()])
    assert listed(store) == []


def test_many_changed_together_have_it_too(store: Store, add: Add) -> None:
    refused(store, add)
    made = store.businesses.add(
        business("Tmp", address_1="1 X St", city="Clovis"), [], [yes()]
    ).business.id
    store.businesses.update_many({made: NOPAL})
    assert listed(store) == []


def test_who_asked_again_since_keeps_the_yes(store: Store, add: Add) -> None:
    made = add().business.id
    store.consents.record(made, [DraftConsent("print", "no", TODAY - dt.timedelta(9), "Marisol")])
    store.businesses.delete([made])
    back = store.businesses.add(business(), [phone()]).business.id
    store.consents.record(back, [asked_again()])
    assert listed(store) == [NOPAL["name"]]
    store.businesses.update(back, {"address_1": "1420 Cerrillos Road", "note": "red door"})
    store.businesses.update(back, {"name": "Tmp"})
    store.businesses.update(back, {"name": NOPAL["name"]})
    assert listed(store) == [NOPAL["name"]]


def test_another_business_has_nothing_of_it(store: Store, add: Add) -> None:
    refused(store, add)
    store.businesses.add(
        business("Otra Tienda", address_1="1 Agua Fria St"), [phone("77")], [yes()]
    )
    assert listed(store) == ["Otra Tienda"]
