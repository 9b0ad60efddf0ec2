"""Events, the choices for them, and what is kept of print runs."""

import datetime as dt
from collections.abc import Callable

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from directory_app.errors import UserError
from directory_app.model.event import Event
from directory_app.model.listing import LastRun
from directory_app.model.mentions import Settled
from directory_app.store import Dossier, Store
from tests.runs import record

from .conftest import TODAY

Add = Callable[..., Dossier]
RUN = {"layout": "sheet", "use_by": None, "copies": 40, "sha256": "ab"}


@pytest.fixture
def fair(store: Store) -> Event:
    return store.events.add(Event(name_en="Fair", date=TODAY))


def test_events_come_with_the_latest_day_first(store: Store) -> None:
    for day in (3, 9, 6):
        store.events.add(Event(name_es=f"Feria {day}", date=dt.date(2026, 12, day)))
    assert [one.date.day for one in store.events.all()] == [9, 6, 3]


@pytest.mark.parametrize(
    "wrong",
    [
        {"name_en": "  "},
        {
            "starts_at": dt.datetime(2026, 12, 6, 18, tzinfo=dt.UTC),
            "ends_at": dt.datetime(2026, 12, 6, 17, tzinfo=dt.UTC),
        },
    ],
)
def test_an_event_that_cannot_be_is_refused(
    store: Store, fair: Event, wrong: dict[str, object]
) -> None:
    with pytest.raises(UserError):
        store.events.update(fair.id, wrong)
    assert store.events.get(fair.id).name_en == "Fair"


def test_an_event_that_is_gone_says_so(store: Store, fair: Event) -> None:
    store.events.delete(fair.id)
    for call in (store.events.get, store.events.public, store.events.delete):
        with pytest.raises(UserError, match="no such event"):
            call(fair.id)
    store.history.undo()
    assert store.events.get(fair.id).name_en == "Fair"


def test_a_choice_is_made_changed_and_taken_back(store: Store, fair: Event, add: Add) -> None:
    made = add().business
    store.events.set_entry(fair.id, made.id, included=True)
    assert store.events.public(fair.id).included == {made.code}
    store.events.set_entry(fair.id, made.id, included=False)
    assert store.events.public(fair.id).excluded == {made.code}
    store.events.set_entry(fair.id, made.id, included=None)
    told = store.events.public(fair.id)
    assert (told.included, told.excluded, told.order) == (frozenset(), frozenset(), ())
    store.history.undo()
    assert store.events.public(fair.id).excluded == {made.code}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.permutations(range(4)).flatmap(lambda p: st.integers(0, 4).map(lambda n: p[:n])),
                max_size=4))  # fmt: skip
def test_the_last_order_holds_whatever_came_before(
    store: Store, add: Add, orders: list[list[int]]
) -> None:
    """Each example starts with new businesses and a new event."""
    event = store.events.add(Event(name_en="Fair", date=TODAY))
    made = [add(f"N {number}", phones=[], consents=[]).business for number in range(4)]
    for order in orders:
        store.events.set_order(event.id, [made[place].id for place in order])
    last = orders[-1] if orders else []
    assert store.events.public(event.id).order == tuple(made[place].code for place in last)


def test_deleting_a_business_takes_its_choices_along_and_undo_brings_them(
    store: Store, fair: Event, add: Add
) -> None:
    made, other = add("Uno").business, add("Dos").business
    store.events.set_order(fair.id, [other.id, made.id])
    store.businesses.delete([made.id])
    assert store.events.public(fair.id).order == (other.code,)
    store.history.undo()
    assert store.events.public(fair.id).order == (other.code, made.code)


def test_runs_are_numbered_on_and_outlive_event_and_undo(store: Store, fair: Event) -> None:
    for languages in ("en,es", ["en", "es"]):
        record(store, event_id=fair.id, languages=languages, entries=[], **RUN)
    assert [one.number for one in store.runs.all()] == [2, 1]
    assert {one.languages for one in store.runs.all()} == {"en,es"}
    store.events.delete(fair.id)
    assert [one.event_name for one in store.runs.all()] == ["Fair", "Fair"]
    while store.history.undo():
        pass
    assert len(store.runs.all()) == 2


def test_a_run_of_no_event_has_no_name(store: Store) -> None:
    run = record(store, event_id=None, languages="es", entries=[("ZZZZ", {})], **RUN)
    assert (run.event_name, run.number) == ("", 1)


def test_the_last_run_of_an_event_tells_who_stood_on_it_and_who_is_erased(
    store: Store, fair: Event, add: Add
) -> None:
    one, other = add("Uno").business, add("Dos").business
    both = [(one.code, {}), (other.code, {})]
    assert store.runs.last_of_event(fair.id, ["sheet"]) is None
    record(store, event_id=fair.id, languages="en", entries=both[:1], **RUN)
    record(store, event_id=fair.id, languages="en", entries=both, **RUN)
    record(store, event_id=None, languages="en", entries=[], **RUN)
    layout = RUN["layout"]
    last = store.runs.last_of_event(fair.id, [layout])
    assert last == LastRun(2, RUN["copies"], frozenset({one.code, other.code}), 0)
    assert store.runs.last_of_event(fair.id, ["another"]) is None
    assert store.runs.names(2) == {one.code: "Uno", other.code: "Dos"}
    store.consents.withdraw(one.id, Settled(rest=True))
    gone = store.runs.last_of_event(fair.id, [layout])
    assert gone == LastRun(2, RUN["copies"], frozenset({other.code}), 1)
    assert store.runs.names(2) == {other.code: "Dos"}


def test_copies_of_the_same_paper_are_counted_together(store: Store, fair: Event) -> None:
    record(store, event_id=fair.id, languages="en", entries=[], **RUN)
    store.runs.add_copies(1, 25)
    assert [run.copies for run in store.runs.all()] == [RUN["copies"] + 25]
    with pytest.raises(UserError, match="number 9"):
        store.runs.add_copies(9, 1)
