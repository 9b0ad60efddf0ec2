"""Who was never asked for half a year is offered for purge."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model.draft import DraftConsent
from directory_app.model.ids import first_id, new_id
from directory_app.store import Dossier, Filter, Store

from .conftest import TODAY, yes

Add = Callable[..., Dossier]
VIEW = Filter(view="never_asked_6_months")


def made_on(day: dt.date) -> str:
    """An id (UUIDv7) of noon of a day."""
    moment = dt.datetime.combine(day, dt.time(12), dt.UTC)
    rest = new_id()[13:]
    return f"{first_id(moment)}{rest}"


def names(store: Store) -> list[str]:
    return [row.name for row in store.browser.first_rows(VIEW, 20)]


def test_only_who_waits_for_half_a_year_without_any_answer(store: Store, add: Add) -> None:
    old, young = TODAY - dt.timedelta(200), TODAY - dt.timedelta(170)
    for name, day, consents in (
        ("Old", old, []),
        ("Young", young, []),
        ("Said yes", old, [yes()]),
        ("Said yes to the web", old, [yes("web")]),
        ("Said no", old, [DraftConsent("print", "no", TODAY, "Ana")]),
        ("Half a yes", old, [DraftConsent("print", "yes", None, "")]),
    ):
        add(name, id=made_on(day), consents=consents, phones=[])
    add("Old and archived", id=made_on(old), consents=[], phones=[])
    store.businesses.archive([store.businesses.search("archived")[0].business.id])
    add("Old and closed", id=made_on(old), consents=[], phones=[], status="closed")
    assert names(store) == ["Old", "Old and closed"]
    assert store.browser.view_counts()["never_asked_6_months"] == 2
    store.consents.withdraw(store.businesses.search("closed")[0].business.id)
    assert names(store) == ["Old"]


def test_taking_an_answer_back_is_not_asking_never(store: Store, add: Add) -> None:
    """Not asked is no answer: who was entered by mistake waits again."""
    made = add("Old", id=made_on(TODAY - dt.timedelta(300))).business
    assert names(store) == []
    store.consents.record(made.id, [DraftConsent("print", "not_asked")])
    assert names(store) == ["Old"]


@pytest.mark.parametrize("days", [181, 182, 183])
def test_the_border_is_a_day(store: Store, add: Add, days: int) -> None:
    add("One", id=made_on(TODAY - dt.timedelta(days)), consents=[])
    assert names(store) == (["One"] if days == 183 else [])


@given(st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2200, 1, 1)), st.integers(1, 10**9))
def test_ids_sort_by_when_they_were_made(moment: dt.datetime, later: int) -> None:
    aware = moment.replace(tzinfo=dt.UTC)
    after = aware + dt.timedelta(milliseconds=later)
    milliseconds = int(after.timestamp() * 1000)
    value = milliseconds << 80 | 0x7 << 76 | 0x2 << 62
    made = str(uuid.UUID(int=value))
    assert first_id(aware) <= made
    assert (made < first_id(aware)) is False
    assert made > first_id(aware)


def test_an_id_of_now_lies_between_a_minute_ago_and_in_a_minute() -> None:
    now = dt.datetime.now(dt.UTC)
    minute = dt.timedelta(minutes=1)
    assert first_id(now - minute) < new_id() < first_id(now + minute)
