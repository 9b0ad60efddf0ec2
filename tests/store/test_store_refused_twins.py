"""Who refused in one entry is not listed from another that is like it, until somebody speaks."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.model.business import Business, Phone
from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.model.listing import LeftOutReason
from directory_app.store import Store

from .conftest import TODAY

ASKED = TODAY - dt.timedelta(30)
NO_DAY = TODAY - dt.timedelta(2)


def add(store: Store, name: str = "Nopal", last: str = "42", **values: str) -> str:
    """An entry that said yes to print and to the map."""
    there = {"address_1": "1420 Cerrillos Rd", "city": "Santa Fe", **values}
    yes = [DraftConsent(channel, "yes", ASKED, "Ana") for channel in ("print", "map")]
    made = store.businesses.add(
        Business(code="", name=name, latitude=35.6, longitude=-105.9, precision="rooftop", **there),
        phones=[Phone(business_id="", number=f"+150555501{last}")],
        consents=yes,
    )
    return made.business.id


def listed(store: Store) -> list[str]:
    return [one.name for one in store.listings.public("print", TODAY)]


def say_no(store: Store, one: str, channel: str = "print") -> None:
    store.consents.record(one, [DraftConsent(channel, "no", NO_DAY, "Ana")])


def by_import(store: Store, one: str) -> None:
    said = DraftConsent("print", "no", NO_DAY, "Ana")
    change = FieldChange("consent.print", None, said)
    draft = Draft(2, {"name": "x"}, [], [said])
    store.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=one, changes=[change])])


def by_taking_out(store: Store, one: str) -> None:
    store.consents.record(one, [DraftConsent("print", "not_asked", NO_DAY, "Ana")], way="editor")


TWINS = pytest.mark.parametrize(
    "twin",
    [
        {"name": "El Nopal", "address_1": "1 Otra St", "last": "77"},  # name and town
        {"name": "Tienda Luz"},  # telephone and house: one owner, two entries
        {"name": "Nopal", "city": "", "address_1": ""},  # name and telephone
    ],
    ids=["name and town", "phone and house", "name and phone"],
)


@TWINS
@pytest.mark.parametrize("refuse", [say_no, by_import, by_taking_out])
def test_a_yes_of_its_twin_does_not_count(
    store: Store, twin: dict[str, str], refuse: Callable[[Store, str], None]
) -> None:
    first, second = add(store), add(store, **twin)
    assert len(listed(store)) == 2
    refuse(store, first)
    assert listed(store) == []
    reasons = {one.name: one.reason for one in store.listings.left_out("print", TODAY)}
    assert reasons[store.businesses.get(second).business.name] == LeftOutReason.TWIN_REFUSED
    store.duplicates.keep_apart(first, second)
    assert listed(store) == [store.businesses.get(second).business.name]


@pytest.mark.parametrize(
    "other",
    [
        {"name": "Tienda Luz", "last": "77"},  # the same house alone
        {"name": "Tienda Luz", "address_1": "1 Otra St"},  # the same telephone alone
        {"name": "Nopal", "address_1": "1 Otra St", "city": "Taos", "last": "77"},
    ],
)
def test_one_sign_alone_holds_nobody(store: Store, other: dict[str, str]) -> None:
    first, second = add(store), add(store, **other)
    say_no(store, first)
    assert listed(store) == [store.businesses.get(second).business.name]


def test_a_talk_after_it_counts(store: Store) -> None:
    first, second = add(store), add(store, name="El Nopal")
    say_no(store, first)
    again = DraftConsent("print", "yes", TODAY, "Ana", asked_again=True)
    store.consents.record(second, [again])
    assert listed(store) == ["El Nopal"]


def test_who_refused_the_map_has_no_marker_from_the_twin(store: Store) -> None:
    first, second = add(store), add(store, name="El Nopal")
    say_no(store, first, "map")
    assert [one.marker for one in store.listings.public("print", TODAY)] == [None, None]
    store.duplicates.keep_apart(first, second)
    assert {one.name: one.marker is None for one in store.listings.public("print", TODAY)} == {
        "Nopal": True, "El Nopal": False}  # fmt: skip


def test_who_becomes_like_it_is_held_too(store: Store) -> None:
    first, second = add(store), add(store, name="Luz", last="77")
    say_no(store, first)
    assert listed(store) == ["Luz"]
    store.businesses.update(second, {"name": "Nopal"})
    assert listed(store) == []
    store.history.undo()
    assert listed(store) == ["Luz"]


@pytest.mark.parametrize("steps", ["delete", "undo of adding", "archive", "merge"])
def test_a_refusal_outlives_its_entry_in_the_twin(store: Store, steps: str) -> None:
    second = add(store, name="El Nopal")
    if steps == "undo of adding":
        store.businesses.add(
            Business(code="", name="Nopal", city="Santa Fe"),
            consents=[DraftConsent("print", "no", NO_DAY, "Ana")],
        )
        store.history.undo()
    else:
        first = add(store)
        say_no(store, first)
        if steps == "delete":
            store.businesses.delete([first])
        elif steps == "archive":
            store.businesses.archive([first])
        else:
            store.duplicates.merge(add(store, name="Otro", last="88", address_1="9 Luna St"), first)
    assert "El Nopal" not in listed(store)
    yes = DraftConsent("print", "yes", TODAY, "Ana", asked_again=True)
    store.consents.record(second, [yes])
    assert "El Nopal" in listed(store)
    assert store.check() == []


def test_an_entry_that_was_said_to_be_another_is_left_its_yes(store: Store) -> None:
    first, second = add(store), add(store, name="El Nopal")
    say_no(store, first)
    store.duplicates.keep_apart(first, second)
    store.businesses.delete([first])
    assert listed(store) == ["El Nopal"]


def test_a_run_that_was_printed_names_it_as_fallen_away(store: Store) -> None:
    first, second = add(store), add(store, name="El Nopal")
    code = store.businesses.get(second).business.code
    say_no(store, first)
    assert [one.reason for one in store.listings.fallen_away("print", TODAY, [code])] == [
        LeftOutReason.TWIN_REFUSED
    ]


def test_who_is_forgotten_takes_the_yes_of_the_twin_along(store: Store) -> None:
    first, second = add(store), add(store, name="El Nopal")
    third = add(store, name="Luz", address_1="2 Luna St")  # the same telephone alone
    told = {one.name: one.same for one in store.consents.mentions(first).twins}
    assert told == {"El Nopal": True, "Luz": False}
    assert len(listed(store)) == 3, "looking changes nothing"
    store.consents.withdraw(first)
    assert listed(store) == ["Luz"]
    assert store.businesses.get(second).consents["print"].answer == "withdrawn"
    assert store.businesses.get(third).consents["print"].answer == "yes"
    store.history.undo()
    assert listed(store) == ["Luz"]


def test_who_is_forgotten_leaves_alone_who_is_said_to_be_another(store: Store) -> None:
    first, second = add(store), add(store, name="El Nopal")
    store.duplicates.keep_apart(first, second)
    store.consents.withdraw(first)
    assert listed(store) == ["El Nopal"]
