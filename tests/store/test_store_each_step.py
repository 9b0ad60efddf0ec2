"""Each kind of step in the history is taken back by its number, and what took it back, too.

A business with many steps and a directory with many are taken back to their first day.
"""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import pytest

from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.store import Store, labels
from directory_app.store.history import HistoryFilter
from directory_app.store.tables import BUSINESS as ROWS
from directory_app.store.tables import CONSENT, CONTACT, EVENT, EVENT_ENTRY, NOT_DUPLICATE, PHONE
from directory_app.store.verifying import Checked

from .conftest import business, phone, yes

#: What says when a row was written, and not what is in it.
STAMPS = {"last_modified", "version", "row_id"}


def everything(store: Store) -> dict[str, list[Any]]:
    """All rows, but for when they were written."""
    found = {}
    with store.read() as connection:
        for table in (ROWS, PHONE, CONSENT, CONTACT, EVENT, EVENT_ENTRY, NOT_DUPLICATE):
            rows = [dict(row) for row in connection.execute(table.select()).mappings()]
            plain = [{k: v for k, v in row.items() if k not in STAMPS} for row in rows]
            found[table.name] = sorted(plain, key=repr)
    return found


class Two:
    """Two businesses and an event, with something in each table."""

    def __init__(self, store: Store) -> None:
        consents = [yes(), yes("map")]
        self.one = store.businesses.add(business(), phones=[phone()], consents=consents).business.id
        self.other = store.businesses.add(business("Flor"), phones=[phone("43")]).business.id
        self.event = store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6))).id


def _import(store: Store, two: Two) -> None:
    draft = Draft(9, {"name": "Flor", "city": "Clovis"}, [phone("88")])
    changes = [FieldChange("city", "Santa Fe", "Clovis")]
    store.imports.apply(
        [
            Verdict(draft, VerdictKind.UPDATE, target=two.other, changes=changes),
            Verdict(Draft(10, {"name": "Nueva"}, [phone("89")]), VerdictKind.CREATE),
        ]
    )


def _answer(answer: str) -> list[DraftConsent]:
    return [DraftConsent("web", answer, dt.date(2026, 11, 1), "Beto")]


Deed = Callable[[Store, Two], Any]
DEEDS: dict[str, Deed] = {
    "add": lambda store, two: store.businesses.add(business("Tercera"), phones=[phone("44")]),
    "edit": lambda store, two: store.businesses.update(
        two.one, {"city": "Taos", "cuisine": ["new"]}, phones=[phone("45"), phone()]
    ),
    "delete": lambda store, two: store.businesses.delete([two.one]),
    "merge": lambda store, two: store.duplicates.merge(two.one, two.other, {"name"}),
    "import": _import,
    "consent": lambda store, two: store.consents.record(two.one, _answer("yes")),
    "place": lambda store, two: store.businesses.place(
        two.one, Position(35.6, -105.9), "street", "x"
    ),
    "place_many": lambda store, two: store.businesses.place_many(
        [
            (two.one, Position(35.6, -105.9), "street", "x"),
            (two.other, Position(35.7, -105.8), "city", "x"),
        ]
    ),
    "archive": lambda store, two: store.businesses.archive([two.one, two.other]),
    "not_duplicate": lambda store, two: store.duplicates.keep_apart(two.one, two.other),
    "event_add": lambda store, two: store.events.add(
        Event(name_es="Otra", date=dt.date(2026, 12, 7))
    ),
    "event_edit": lambda store, two: store.events.update(two.event, {"venue": "Salón"}),
    "event_delete": lambda store, two: store.events.delete(two.event),
    "event_entry": lambda store, two: store.events.set_entry(two.event, two.one, included=True),
    "event_order": lambda store, two: store.events.set_order(two.event, [two.other, two.one]),
    "call": lambda store, two: store.verification.record(
        two.one, Checked("changed", by="Ana", changes={"website": "https://nopal.example"})
    ),
    "sheet": lambda store, two: store.verification.record(
        two.one, Checked("confirmed", method="in_person", by="Ana", consents=_answer("yes"))
    ),
}
#: "revert" is what takes these back, and is taken back itself below; "approve" wants two people
#: (see test_store_review); a packet is another laptop's (see its own tests); what was said after
#: a restore is taken back by nothing (test_store_hold).
ELSEWHERE = {"revert", "approve", "packet", "refused_since", "nobody_refused_since"}


def test_every_kind_of_step_is_tried_here() -> None:
    assert set(DEEDS) | ELSEWHERE == set(labels._WORDS)


@pytest.mark.parametrize("kind", DEEDS)
def test_it_goes_by_its_number_comes_back_and_goes_again(store: Store, kind: str) -> None:
    two = Two(store)
    before = everything(store)
    DEEDS[kind](store, two)
    after = everything(store)
    step = store.history.steps(limit=1)[0]
    assert (step.label.kind, after != before) == (kind, True)

    done = store.history.revert(step.action_id)
    assert (done.conflicts, everything(store)) == ((), before)
    back = store.history.steps(limit=1)[0]
    assert back.label.kind == "revert"
    assert str(back.label) == f"Undo of “{step.label}”"

    store.history.undo()  # what took it back is taken back: it is done again
    assert everything(store) == after
    store.history.redo()
    assert everything(store) == before
    done = store.history.revert(back.action_id)  # and by its own number
    assert (done.conflicts, everything(store)) == ((), after)


@pytest.mark.parametrize("kind", [kind for kind in DEEDS if kind != "delete"])
def test_what_was_forgotten_since_stays_forgotten(store: Store, kind: str) -> None:
    two = Two(store)
    DEEDS[kind](store, two)
    number = store.history.steps(limit=1)[0].action_id
    store.consents.withdraw(two.one)
    if number in store.history.ids(HistoryFilter()):
        store.history.revert(number)
    rows = everything(store)
    assert two.one not in [row["id"] for row in rows["business"]]
    assert two.one not in [row["business_id"] for row in (*rows["consent"], *rows["phone"])]
    assert "Nopal" not in str(rows)


FIELDS = {
    "city": ("Taos", "Clovis", "Roswell"),
    "note": ("", "blue door", "ask Ana"),
    "website": ("", "https://a.example", "https://b.example"),
    "takeaway": (True, False, None),
    "cuisine": ([], ["thai"], ["thai", "lao"]),
}


def test_a_business_with_many_steps_goes_back_to_its_first_day(store: Store) -> None:
    chance = random.Random(7)
    one = store.businesses.add(business(), phones=[phone()]).business.id
    first = everything(store)
    for _ in range(120):
        field = chance.choice(sorted(FIELDS))
        store.businesses.update(one, {field: chance.choice(FIELDS[field])})
    numbers = list(store.history.ids(HistoryFilter(owner=one)))
    assert len(numbers) > 60
    assert numbers == sorted(numbers, reverse=True)
    for number in numbers[:-1]:
        assert store.history.revert(number).conflicts == ()
    assert everything(store) == first
    told = store.history.by_ids(list(store.history.ids(HistoryFilter(owner=one))))
    assert sum(step.label.kind == "revert" for step in told) == len(numbers) - 1


def test_one_step_amid_many_goes_alone(store: Store) -> None:
    many = [store.businesses.add(business(f"Tienda {n}")).business.id for n in range(60)]
    for one in many:
        store.businesses.update(one, {"city": "Taos"})
        store.businesses.update(one, {"note": "seen"})
    wrong = next(
        step.action_id
        for step in store.history.steps(many[30], 10)
        if any(change.field == "city" for change in step.changes)
    )
    assert store.history.revert(wrong).conflicts == ()
    cities = {each.business.id: each.business.city for each in store.businesses.search("")}
    assert {one for one, city in cities.items() if city == "Santa Fe"} == {many[30]}
    assert len(store.history.ids(HistoryFilter())) == 181
    assert [len(store.history.steps(one, 10)) for one in (many[0], many[30])] == [3, 4]
