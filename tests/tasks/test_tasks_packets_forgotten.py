"""A packet brings back nobody who asked here to be forgotten, unless a person knows better."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Business
from directory_app.model.draft import DraftPhone
from directory_app.model.packet_review import Choice, Row, RowKind
from directory_app.store import Store
from directory_app.store.keys import Cost
from directory_app.tasks.packets import (
    PacketOrder,
    apply_packet,
    look_over,
    make_packet,
    open_packet,
    say_another,
)

TODAY = dt.date(2026, 11, 24)
WORDS = "acequia piñón adobe maíz horno lavanda"
#: Seven ways in which another laptop may have written it down, and what is said of each here.
VARIANTS = {
    "as it was": ("El Paisano", "+15055550166", "45 Sunset Parkway", "Santa Fe", Choice.LEAVE),
    "the town short": ("El Paisano", "", "", "SF", Choice.LEAVE),
    "the name turned": ("Paisano, El", "", "", "Santa Fe", Choice.LEAVE),
    "the street short": ("Otra", "+15055550166", "45 Sunset Pkwy", "", Choice.LEAVE),
    "a suite": ("The Paisano", "", "45 Sunset Pkwy, Ste 4", "", Choice.LEAVE),
    "a telephone alone": ("Otra", "+15055550166", "", "Clovis", Choice.UNDECIDED),
    "the house alone": ("Otra", "", "45 SUNSET PKWY", "Santa Fe", Choice.UNDECIDED),
}


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "here.puertas", passphrase=None, today=lambda: TODAY) as made:
        one = Business(code="", name="El Paisano", address_1="45 Sunset Parkway", city="Santa Fe")
        made.businesses.add(one, phones=[DraftPhone("+15055550166")])
        made.consents.withdraw(one.id)
        yield made


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "there.puertas", passphrase=None, today=lambda: TODAY) as made:
        yield made


def send(store: Store) -> Path:
    path = store.path.with_name(f"{store.runs.next_number()}.puertas-packet")
    make_packet(store, PacketOrder(path, WORDS, cost=Cost(64, 1, 1)))
    return path


def names(store: Store) -> set[str]:
    return {each.business.name for each in store.businesses.search("")}


@pytest.mark.parametrize("variant", VARIANTS)
def test_it_stays_out_until_a_person_says_that_it_is_another(
    here: Store, there: Store, variant: str
) -> None:
    name, number, address, city, choice = VARIANTS[variant]
    phones = [DraftPhone(number)] if number else []
    there.businesses.add(Business(code="", name=name, address_1=address, city=city), phones=phones)
    review = look_over(here, open_packet(send(there), WORDS))
    (row,) = review.rows
    assert (row.kind, row.choice, row.added) == (RowKind.KNOWN, choice, False)
    assert review.counts()["conflicts"] == (choice is Choice.UNDECIDED)
    assert apply_packet(here, review).left == 1
    assert names(here) == set()
    say_another(review, [row.entry.code.lower()])
    assert apply_packet(here, review).added == 1
    assert names(here) == {name}
    again = look_over(here, open_packet(send(there), WORDS))
    assert again.rows == []  # it is here: nobody is asked again


def test_a_word_that_nobody_asked_for_is_refused(here: Store, there: Store) -> None:
    there.businesses.add(Business(code="", name="Café Luna", city="Clovis"))
    review = look_over(here, open_packet(send(there), WORDS))
    with pytest.raises(UserError, match="nobody's word"):
        say_another(review, [review.rows[0].entry.code])


def test_a_row_that_says_it_is_new_is_looked_at_once_more(here: Store, there: Store) -> None:
    there.businesses.add(Business(code="", name="El Paisano", city="Santa Fe"))
    review = look_over(here, open_packet(send(there), WORDS))
    review.rows = [Row(RowKind.NEW, row.entry, choice=Choice.TAKE) for row in review.rows]
    assert apply_packet(here, review).late == 1
    assert names(here) == set()


def test_a_change_that_makes_one_that_is_here_like_it_is_left(here: Store, there: Store) -> None:
    here.businesses.add(Business(code="", name="Café Luna", city="Clovis"))
    path = send(here)
    apply_packet(there, look_over(there, open_packet(path, WORDS)))
    one = there.businesses.search("")[0].business.id
    there.businesses.update(
        one,
        {"name": "Paisano, El", "description_es": "café"},
        phones=[DraftPhone("+15055550166")],
    )
    applied = apply_packet(here, look_over(here, open_packet(send(there), WORDS)))
    assert (applied.changed, applied.known) == (1, 2)
    kept = here.businesses.get(one)
    assert (kept.business.name, kept.business.description_es) == ("Café Luna", "café")
    assert kept.phones == []
