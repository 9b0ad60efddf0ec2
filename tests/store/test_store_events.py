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
    return store.add_event(Event(name_en="Fair", date=TODAY))


def test_events_come_with_the_latest_day_first(store: Store) -> None:
    for day in (3, 9, 6):
        store.add_event(Event(name_es=f"Feria {day}", date=dt.date(2026, 12, day)))
    assert [one.date.day for one in store.events()] == [9, 6, 3]


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
        store.update_event(fair.id, wrong)
    assert store.event(fair.id).name_en == "Fair"


def test_an_event_that_is_gone_says_so(store: Store, fair: Event) -> None:
    store.delete_event(fair.id)
    for call in (store.event, store.public_event, store.delete_event):
        with pytest.raises(UserError, match="no such event"):
            call(fair.id)
    store.undo()
    assert store.event(fair.id).name_en == "Fair"


def test_a_choice_is_made_changed_and_taken_back(store: Store, fair: Event, add: Add) -> None:
    made = add().business
    store.set_entry(fair.id, made.id, included=True)
    assert store.public_event(fair.id).included == {made.code}
    store.set_entry(fair.id, made.id, included=False)
    assert store.public_event(fair.id).excluded == {made.code}
    store.set_entry(fair.id, made.id, included=None)
    told = store.public_event(fair.id)
    assert (told.included, told.excluded, told.order) == (frozenset(), frozenset(), ())
    store.undo()
    assert store.public_event(fair.id).excluded == {made.code}


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.permutations(range(4)).flatmap(lambda p: st.integers(0, 4).map(lambda n: p[:n])),
                max_size=4))  # fmt: skip
def test_the_last_order_holds_whatever_came_before(
    store: Store, add: Add, orders: list[list[int]]
) -> None:
    """Each example starts with new businesses and a new event."""
    event = store.add_event(Event(name_en="Fair", date=TODAY))
    made = [add(f"N {number}", phones=[], consents=[]).business for number in range(4)]
    for order in orders:
        store.set_order(event.id, [made[place].id for place in order])
    last = orders[-1] if orders else []
    assert store.public_event(event.id).order == tuple(made[place].code for place in last)


def test_deleting_a_business_takes_its_choices_along_and_undo_brings_them(
    store: Store, fair: Event, add: Add
) -> None:
    made, other = add("Uno").business, add("Dos").business
    store.set_order(fair.id, [other.id, made.id])
    store.delete([made.id])
    assert store.public_event(fair.id).order == (other.code,)
    store.undo()
    assert store.public_event(fair.id).order == (other.code, made.code)


def test_runs_are_numbered_on_and_outlive_event_and_undo(store: Store, fair: Event) -> None:
    for languages in ("en,es", ["en", "es"]):
        record(store, event_id=fair.id, languages=languages, entries=[], **RUN)
    assert [one.number for one in store.print_runs()] == [2, 1]
    assert {one.languages for one in store.print_runs()} == {"en,es"}
    store.delete_event(fair.id)
    assert [one.event_name for one in store.print_runs()] == ["Fair", "Fair"]
    while store.undo():
        pass
    assert len(store.print_runs()) == 2


def test_a_run_of_no_event_has_no_name(store: Store) -> None:
    run = record(store, event_id=None, languages="es", entries=[("ZZZZ", {})], **RUN)
    assert (run.event_name, run.number) == ("", 1)


def test_the_last_run_of_an_event_tells_who_stood_on_it_and_who_is_erased(
    store: Store, fair: Event, add: Add
) -> None:
    one, other = add("Uno").business, add("Dos").business
    both = [(one.code, {}), (other.code, {})]
    assert store.last_run(fair.id, ["sheet"]) is None
    record(store, event_id=fair.id, languages="en", entries=both[:1], **RUN)
    record(store, event_id=fair.id, languages="en", entries=both, **RUN)
    record(store, event_id=None, languages="en", entries=[], **RUN)
    layout = RUN["layout"]
    last = store.last_run(fair.id, [layout])
    assert last == LastRun(2, RUN["copies"], frozenset({one.code, other.code}), 0)
    assert store.last_run(fair.id, ["another"]) is None
    assert store.run_names(2) == {one.code: "Uno", other.code: "Dos"}
    store.withdraw(one.id, Settled(rest=True))
    gone = store.last_run(fair.id, [layout])
    assert gone == LastRun(2, RUN["copies"], frozenset({other.code}), 1)
    assert store.run_names(2) == {other.code: "Dos"}


def test_copies_of_the_same_paper_are_counted_together(store: Store, fair: Event) -> None:
    record(store, event_id=fair.id, languages="en", entries=[], **RUN)
    store.count_more_copies(1, 25)
    assert [run.copies for run in store.print_runs()] == [RUN["copies"] + 25]
    with pytest.raises(UserError, match="number 9"):
        store.count_more_copies(9, 1)
