"""Pairs that may be one business."""

from directory_app.store import Store

from .conftest import business, phone


def ids(store: Store) -> list[set[str]]:
    return [{pair.one, pair.other} for pair in store.duplicate_pairs()]


def two(store: Store) -> set[str]:
    one = store.add(business(), phones=[phone()])
    other = store.add(business("El Nopal Taqueria", address_1="1420 Cerrillos Road, Suite 4"))
    return {one.business.id, other.business.id}


def test_swapped_words_without_accents_and_phone_are_a_pair(store: Store) -> None:
    pair = two(store)
    store.add(business("Panadería Luz", address_1="9 Main St"))
    assert ids(store) == [pair]
    assert store.duplicate_pairs()[0].reasons == ("address", "name")


def test_said_to_be_two_is_remembered(store: Store) -> None:
    pair = two(store)
    store.mark_not_duplicates(*pair)
    assert ids(store) == []
    store.undo()
    assert ids(store) == [pair]


def test_the_archived_are_left_out(store: Store) -> None:
    pair = two(store)
    store.archive([min(pair)])
    assert ids(store) == []


def test_outside_towns_pins_may_be_further_apart(store: Store) -> None:
    rural = {"address_1": "", "latitude": 35.0, "precision": "manual"}
    one = store.add(business(longitude=-105.0, **rural))
    other = store.add(business("Taqueria El Nopall", longitude=-105.004, **rural))
    assert ids(store) == [{one.business.id, other.business.id}]


def test_branches_with_numbers_are_not_one(store: Store) -> None:
    store.add(business("Nopal 1"))
    store.add(business("Nopal 2"))
    assert ids(store) == []


def test_the_number_of_the_sidebar_is_that_of_the_pairs(store: Store) -> None:
    pair = two(store)
    store.add(business("Panadería Luz", address_1="9 Main St"))
    assert store.reader().pair_count(most=3) == 1
    assert store.reader().pair_count(most=2) is None
    store.mark_not_duplicates(*pair)
    assert store.reader().pair_count(most=3) == 0


def test_after_a_change_the_pairs_are_what_they_would_be_from_the_start(store: Store) -> None:
    two(store)
    before = store.rank_duplicates()
    added = store.add(business("Taquería Nopal"), phones=[phone()]).business.id
    store.update(store.search("el nopal taqueria")[0].business.id, {"address_1": "9 Main St"})
    once, anew = store.rank_duplicates(before), store.rank_duplicates()
    assert once.pairs == anew.pairs
    assert any(added in pair[:2] for pair in once.pairs)
    store.delete([added])
    assert store.rank_duplicates(once).pairs == store.rank_duplicates().pairs
