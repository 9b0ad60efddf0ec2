"""Who is like a business that somebody is typing in."""

from collections.abc import Callable

import pytest

from directory_app.model.likeness import Known, known
from directory_app.model.text import fold
from directory_app.store import Dossier, Store

from .conftest import business, phone

Add = Callable[..., Dossier]


def typed(name: str, **values: object) -> Known:
    usual: dict = {"address": "", "city": "", "phones": frozenset(), "position": None}
    own = values.pop("id", "")
    return known(own, name_folded=fold(name), **(usual | values))


def found(store: Store, asked: Known) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (store.businesses.get(one.other).business.name, one.reasons)
        for one in store.duplicates.twins(asked, 9)
    ]


@pytest.fixture
def nopal(store: Store) -> str:
    for at in range(30):
        store.businesses.add(business(f"Otra Cosa {at:02}", address_1=f"{at + 1} Main St"))
    made = store.businesses.add(
        business(latitude=35.66, longitude=-105.96, precision="rooftop"), phones=[phone()]
    )
    return made.business.id


@pytest.mark.parametrize(
    ("name", "values", "reason"),
    [
        ("Taqueria Nopal", {"phones": frozenset(("5055550142",))}, "phone"),
        ("El Nopal Taquería", {"city": "Santa Fe"}, "name"),
        ("Taqueria El Nopall", {"address": "1420 Cerrillos Road"}, "address"),
        ("Taquería Nopal", {"position": (35.6602, -105.96)}, "place"),
    ],
)
def test_it_is_known_by_any_of_phone_name_house_and_place(
    store: Store, nopal: str, name: str, values: dict, reason: str
) -> None:
    ((twin, reasons),) = found(store, typed(name, **values))
    assert twin == "Taquería El Nopal"
    assert reason in reasons


def test_never_itself_nor_the_archived_nor_who_was_said_to_be_another(
    store: Store, nopal: str
) -> None:
    phones = frozenset(("5055550142",))
    assert found(store, typed("Taqueria El Nopal", id=nopal, phones=phones)) == []
    other = store.businesses.add(business("El Nopal"), phones=[phone()]).business.id
    mine = typed("El Nopal", id=other, phones=phones)
    assert len(found(store, mine)) == 1
    store.duplicates.keep_apart(nopal, other)
    assert found(store, mine) == []
    store.history.undo()
    store.businesses.archive([nopal])
    assert found(store, mine) == []


def test_what_it_finds_is_what_the_page_would_say(store: Store, nopal: str) -> None:
    other = store.businesses.add(
        business("El Nopal Taqueria", address_1="1420 Cerrillos Road")
    ).business.id
    (pair,) = store.duplicates.pairs()
    asked = store.duplicates.rank().entries[other]
    (twin,) = store.duplicates.twins(asked, 9)
    assert (twin.other, twin.score, twin.reasons) == (nopal, pair.score, pair.reasons)
