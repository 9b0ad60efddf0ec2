"""What workers make of the choices: who may be on a guide, and when."""

import datetime as dt
from pathlib import Path

import pytest

from directory_app.guides import GuideOptions
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.model.event import Event
from directory_app.model.terms import Answer
from directory_app.progress import Cancelled, silent
from directory_app.store import Store
from directory_app.tasks import GuideOrder
from directory_app.tasks.printing import plan_guide
from directory_app.ui.pages.guide import state
from directory_app.ui.pages.guide.state import Choices


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "one.puertas", passphrase=None) as made:
        yield made


def said_yes(store, name: str, days_ago: int) -> None:
    business = Business(name=name, category="bakery", city="Santa Fe", review_state="approved")
    asked = store.today() - dt.timedelta(days=days_ago)
    consent = DraftConsent("print", Answer.YES, date=asked, asked_by="Maru")
    added = store.add(business, consents=[consent])
    store.approve([added.business.id])


def event(store, days: int) -> str:
    day = store.today() + dt.timedelta(days=days)
    return store.add_event(Event(name_en="Fair", date=day)).id


@pytest.mark.parametrize(
    ("days", "listed"),
    [(-20, ["New"]), (0, ["New"]), (30, ["New"]), (400, [])],
)
def test_a_yes_must_hold_on_the_day_and_for_an_event_that_is_over_today(
    store, days, listed
) -> None:
    """A yes of a year and ten days ago held at an event twenty days ago; it holds no more."""
    said_yes(store, "Old", 375)
    said_yes(store, "New", 5)
    event_id = event(store, days)
    mine = state.prepare(state.gather(store, Choices(event_id)), Choices(event_id))
    assert sorted(mine.named.values()) == listed
    verb = plan_guide(store, GuideOrder(event_id, Path()))
    assert sorted(entry.listing.name for entry in verb.entries) == listed


def test_private_paper_comes_from_what_staff_may_see_and_guides_never_do(store) -> None:
    said_yes(store, "Said yes", 5)
    store.add(Business(name="Not asked", category="bakery", city="Clovis"))
    event_id = event(store, 3)
    public = Choices(event_id)
    assert list(state.prepare(state.gather(store, public), public).named.values()) == ["Said yes"]
    assert state.gather(store, public).staff == ()
    private = Choices(event_id, GuideOptions("call-list"), "to_ask")
    made = state.prepare(state.gather(store, private), private)
    assert list(made.named.values()) == ["Not asked"]
    assert made.plan.entries == ()
    assert state.preview(made, silent).sheets == 1


def test_a_preview_stops_where_it_is_cancelled(store) -> None:
    said_yes(store, "Said yes", 5)
    choices = Choices(event(store, 3), GuideOptions("large-print"))
    prepared = state.prepare(state.gather(store, choices), choices)

    def cancelled(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        state.preview(prepared, cancelled)


def test_what_is_asked_to_fit_counts_the_pages_that_are_shown(store) -> None:
    said_yes(store, "Said yes", 5)
    event_id = event(store, 3)
    for wanted, sheets, fits in ((0, 3, None), (2, 2, True), (2, 3, False)):
        choices = Choices(event_id, GuideOptions("large-print", fit=wanted))
        prepared = state.prepare(state.gather(store, choices), choices)
        found = state.fit(prepared, sheets, silent)
        assert (found.fits if found else None) is fits
