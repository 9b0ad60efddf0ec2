"""One earlier step taken back: only what nobody changed since, and never a yes over a no."""

import datetime as dt
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from directory_app.errors import UserError
from directory_app.model.draft import Draft, DraftConsent, Verdict, VerdictKind
from directory_app.progress import Cancelled
from directory_app.store import Dossier, Filter, Store
from directory_app.store.history import HistoryFilter
from tests.runs import record

from .conftest import TODAY, business, phone, yes

Add = Callable[..., Dossier]
NO = DraftConsent("print", "no", dt.date(2026, 11, 1), "Beto")


def newest(store: Store) -> int:
    return store.history.steps(limit=1)[0].action_id


def test_an_older_step_goes_and_the_newer_one_stays(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.businesses.update(one.id, {"note": "old"})
    store.businesses.update(one.id, {"note": "wrong"})
    wrong = newest(store)
    store.businesses.update(one.id, {"city": "Taos"})
    done = store.history.revert(wrong)
    now = store.businesses.get(one.id).business
    assert (now.note, now.city, done.done, done.conflicts) == ("old", "Taos", 1, ())
    assert store.browser.undo_label() == "Undo of “Edit Uno”"
    store.history.undo()
    assert store.businesses.get(one.id).business.note == "wrong"


def test_a_field_changed_since_stays_and_is_named(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.businesses.update(one.id, {"note": "a", "email": "a@example.org"})
    both = newest(store)
    store.businesses.update(one.id, {"note": "b"})
    done = store.history.revert(both)
    now = store.businesses.get(one.id).business
    assert (now.note, now.email, done.done) == ("b", "", 1)
    assert [(c.field, c.why) for c in done.conflicts] == [("note", "changed")]


def test_a_step_of_which_nothing_can_go_leaves_no_step(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.businesses.update(one.id, {"note": "a"})
    first = newest(store)
    store.businesses.update(one.id, {"note": "b"})
    last = newest(store)
    assert store.history.revert(first).done == 0
    assert newest(store) == last


def test_no_revert_makes_a_yes_of_a_no(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.consents.record(one.id, [NO])
    done = store.history.revert(newest(store))
    assert store.businesses.get(one.id).consents["print"].answer == "no"
    assert [c.why for c in done.conflicts] == ["refused"]


def test_a_yes_that_was_taken_back_stays_so(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.consents.record(one.id, [DraftConsent("print", "not_asked")])
    taken = newest(store)
    store.consents.record(one.id, [NO])
    store.consents.record(one.id, [DraftConsent("print", "not_asked")])
    assert [each.why for each in store.history.revert(taken).conflicts] == ["refused"]
    assert store.businesses.get(one.id).consents["print"].answer == "not_asked"
    assert store.listings.public("print", TODAY) == []


def test_a_business_that_was_worked_on_since_is_not_taken_out(add: Add, store: Store) -> None:
    one = add("Uno").business
    made = newest(store)
    store.businesses.update(one.id, {"note": "asked for the owner"})
    done = store.history.revert(made)
    assert [c.why for c in done.conflicts] == ["changed"]
    assert len(store.businesses.get(one.id).phones) == 1


def test_an_untouched_new_business_goes_whole_and_a_deleted_one_comes_back(
    add: Add, store: Store
) -> None:
    one = add("Uno").business
    store.history.revert(newest(store))
    with pytest.raises(UserError):
        store.businesses.get(one.id)
    store.history.revert(newest(store))  # the revert is a step as others are
    back = store.businesses.get(one.id)
    assert (back.business.name, len(back.phones), back.consents["print"].answer) == (
        "Uno",
        1,
        "yes",
    )
    assert [row.name for row in store.browser.first_rows(_all("uno"), 5)] == ["Uno"]


def _all(text: str):  # type: ignore[no-untyped-def]  # a Filter
    from directory_app.store import Filter

    return Filter(text=text)


def test_what_was_printed_stays(add: Add, store: Store) -> None:
    one = add("Uno").business
    made = newest(store)
    record(
        store,
        event_id=None,
        layout="sheet",
        languages="en",
        use_by=TODAY,
        copies=1,
        sha256="",
        entries=[(one.code, {"name": "Uno"})],
    )
    assert [c.why for c in store.history.revert(made).conflicts] == ["printed"]
    assert store.businesses.get(one.id).business.review_state == "approved"


def test_a_step_taken_back_already_says_so(add: Add, store: Store) -> None:
    add("Uno")
    made = newest(store)
    store.history.undo()
    with pytest.raises(UserError, match="taken back already"):
        store.history.revert(made)


def test_the_history_is_looked_through_by_person_day_and_business(add: Add, store: Store) -> None:
    one, other = add("Uno").business, add("Dos").business
    store.set_person("Marisol")
    store.businesses.update(one.id, {"note": "a"}, phones=[phone("43")])
    found = store.history.ids(HistoryFilter(by="Marisol"))
    assert [str(s.label) for s in store.history.by_ids(found)] == ["Edit Uno"]
    assert len(store.history.ids(HistoryFilter(owner=other.id))) == 1
    assert list(store.history.ids(HistoryFilter())) == sorted(
        store.history.ids(HistoryFilter()), reverse=True
    )
    now = dt.datetime.now(ZoneInfo("UTC"))
    assert not store.history.ids(HistoryFilter(since=now + dt.timedelta(hours=1)))
    assert not store.history.ids(HistoryFilter(until=now - dt.timedelta(hours=1)))
    total, first = store.history.changes(found[0], limit=1)
    assert (total, len(first)) == (3, 1)
    assert store.history.people() == ["Marisol"]


def test_nothing_of_who_withdrew_is_in_the_history(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.businesses.update(one.id, {"note": "a"})
    edited = newest(store)
    store.consents.withdraw(one.id)
    assert not store.history.ids(HistoryFilter())
    with pytest.raises(UserError, match="not in the history"):
        store.history.revert(edited)
    assert yes().answer == "yes"


def test_an_import_of_thousands_goes_in_seconds_and_tells_how_far_it_is(store: Store) -> None:
    many = 3000
    store.imports.apply(
        [
            Verdict(
                Draft(n, {"name": f"Tienda {n}", "city": "Taos"}, [phone()]), VerdictKind.CREATE
            )
            for n in range(many)
        ]
    )
    told: list[int] = []
    started = time.perf_counter()
    done = store.history.revert(newest(store), lambda done, _total, _text: told.append(done))
    assert time.perf_counter() - started < 30  # it took more than 1 s a hundred
    assert (done.conflicts, store.browser.count(Filter(view="everything"))) == ((), 0)
    assert told[:2] == [0, 500]
    store.history.undo()
    assert store.browser.count(Filter(view="everything")) == many


def test_a_step_that_somebody_stops_changes_nothing(store: Store) -> None:
    ids = [store.businesses.add(business(f"Tienda {n}")).business.id for n in range(3)]
    store.businesses.update_many({one: {"city": "Taos"} for one in ids})

    def stop(_done: int, _total: int, _text: str) -> None:
        raise Cancelled

    step = newest(store)
    with pytest.raises(Cancelled):
        store.history.revert(step, stop)
    assert {one.city for one in store.businesses.bare(ids)} == {"Taos"}
    assert newest(store) == step
