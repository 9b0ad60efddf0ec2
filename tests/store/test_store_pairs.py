"""Pairs that may be one business."""

from directory_app.store import Store

from .conftest import business, phone


def ids(store: Store) -> list[set[str]]:
    return [{pair.one, pair.other} for pair in store.duplicates.pairs()]


def two(store: Store) -> set[str]:
    one = store.businesses.add(business(), phones=[phone()])
    other = store.businesses.add(
        business("El Nopal Taqueria", address_1="1420 Cerrillos Road, Suite 4")
    )
    return {one.business.id, other.business.id}


def test_swapped_words_without_accents_and_phone_are_a_pair(store: Store) -> None:
    pair = two(store)
    store.businesses.add(business("Panadería Luz", address_1="9 Main St"))
    assert ids(store) == [pair]
    assert store.duplicates.pairs()[0].reasons == ("address", "name")


def test_said_to_be_two_is_remembered(store: Store) -> None:
    pair = two(store)
    store.duplicates.keep_apart(*pair)
    assert ids(store) == []
    store.history.undo()
    assert ids(store) == [pair]


def test_the_archived_are_left_out(store: Store) -> None:
    pair = two(store)
    store.businesses.archive([min(pair)])
    assert ids(store) == []


def test_outside_towns_pins_may_be_further_apart(store: Store) -> None:
    rural = {"address_1": "", "latitude": 35.0, "precision": "manual"}
    one = store.businesses.add(business(longitude=-105.0, **rural))
    other = store.businesses.add(business("Taqueria El Nopall", longitude=-105.004, **rural))
    assert ids(store) == [{one.business.id, other.business.id}]


def test_branches_with_numbers_are_not_one(store: Store) -> None:
    store.businesses.add(business("Nopal 1"))
    store.businesses.add(business("Nopal 2"))
    assert ids(store) == []


def test_the_number_of_the_sidebar_is_that_of_the_pairs(store: Store) -> None:
    pair = two(store)
    store.businesses.add(business("Panadería Luz", address_1="9 Main St"))
    assert store.browser.pair_count(most=3) == 1
    assert store.browser.pair_count(most=2) is None
    store.duplicates.keep_apart(*pair)
    assert store.browser.pair_count(most=3) == 0


def test_after_a_change_the_pairs_are_what_they_would_be_from_the_start(store: Store) -> None:
    two(store)
    before = store.duplicates.rank()
    added = store.businesses.add(business("Taquería Nopal"), phones=[phone()]).business.id
    store.businesses.update(
        store.businesses.search("el nopal taqueria")[0].business.id, {"address_1": "9 Main St"}
    )
    once, anew = store.duplicates.rank(before), store.duplicates.rank()
    assert once.pairs == anew.pairs
    assert any(added in pair[:2] for pair in once.pairs)
    store.businesses.delete([added])
    assert store.duplicates.rank(once).pairs == store.duplicates.rank().pairs
