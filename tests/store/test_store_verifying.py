"""Calls and visits: one step each, a day only for what was confirmed, attempts counted."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.model.draft import DraftConsent
from directory_app.store import Dossier, Store
from directory_app.store.verifying import OUTCOMES, Checked

from .conftest import TODAY, phone

Add = Callable[..., Dossier]


def test_a_confirmed_call_moves_the_day_and_is_one_step(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.set_person("Marisol")
    store.verification.record(one.id, Checked("confirmed"))
    now = store.businesses.get(one.id).business
    assert (now.assured_date, now.assured_by, now.assured_method) == (TODAY, "Marisol", "phone")
    assert store.history.undo() == "Call to Uno"
    now = store.businesses.get(one.id).business
    assert (now.assured_date, now.assured_by) == (None, "")
    assert store.verification.calls([one.id]) == {}


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES if one not in OUTCOMES[:2]])
def test_no_other_end_of_a_call_moves_the_day(add: Add, store: Store, outcome: str) -> None:
    one = add("Uno").business
    store.verification.record(one.id, Checked(outcome, changes={"note": "x"}))
    now = store.businesses.get(one.id).business
    assert (now.assured_date, now.note) == (None, "")
    assert store.verification.calls([one.id])[one.id].last == outcome


def test_attempts_are_counted_until_somebody_answers(add: Add, store: Store) -> None:
    one = add("Uno").business
    for _ in range(3):
        store.verification.record(one.id, Checked("no_answer"))
    assert store.verification.calls([one.id])[one.id].attempts == 3
    store.history.undo()
    assert store.verification.calls([one.id])[one.id].attempts == 2
    store.verification.record(one.id, Checked("confirmed"))
    assert store.verification.calls([one.id])[one.id].attempts == 0


def test_a_wrong_number_goes_only_by_choice(add: Add, store: Store) -> None:
    one = add("Uno", phones=[phone("42"), phone("43")]).business
    store.verification.record(one.id, Checked("wrong_number"))
    assert len(store.businesses.get(one.id).phones) == 2
    store.verification.record(one.id, Checked("wrong_number", drop="+15055550142"))
    assert [each.number for each in store.businesses.get(one.id).phones] == ["+15055550143"]


def test_who_closed_is_closed_and_on_no_list(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.verification.record(one.id, Checked("closed"))
    assert store.businesses.get(one.id).business.status == "closed"
    assert store.listings.public("print", TODAY) == []


def test_a_confirmation_takes_no_approval_away_and_a_correction_does(
    add: Add, store: Store
) -> None:
    store.people.add("Marisol")
    store.people.add("Beto")
    store.set_person("Marisol")
    one = add("Uno").business
    store.set_person("Beto")
    store.businesses.approve([one.id])
    store.verification.record(one.id, Checked("confirmed"))
    assert store.businesses.get(one.id).business.review_state == "approved"
    store.verification.record(one.id, Checked("changed", changes={"note": "new"}))
    assert store.businesses.get(one.id).business.review_state == "submitted"
    with pytest.raises(UserError, match="changed by you"):
        store.businesses.approve([one.id])


def test_a_sheet_brings_corrections_and_answers_in_one_step(add: Add, store: Store) -> None:
    one = add("Uno", consents=[]).business
    day = dt.date(2026, 11, 20)
    answer = DraftConsent("print", "yes", day, "Beto", method="in_person")
    sheet = Checked("changed", "in_person", "Beto", day, {"name": "Uno y medio"}, None, [answer])
    store.verification.record(one.id, sheet)
    now = store.businesses.get(one.id)
    assert (now.business.name, now.business.assured_date) == ("Uno y medio", day)
    assert (now.business.assured_method, now.business.assured_by) == ("in_person", "Beto")
    assert now.consents["print"].answer == "yes"
    assert store.history.undo() == "Visit sheet of Uno"
    assert store.businesses.get(one.id).business.name == "Uno"
    assert "print" not in store.businesses.get(one.id).consents


def test_an_old_sheet_makes_no_newer_check_older(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.verification.record(one.id, Checked("confirmed"))
    store.verification.record(one.id, Checked("confirmed", "in_person", on=dt.date(2026, 10, 1)))
    assert store.businesses.get(one.id).business.assured_date == TODAY


def test_who_withdraws_takes_the_calls_along(add: Add, store: Store) -> None:
    one = add("Uno").business
    store.verification.record(one.id, Checked("no_answer"))
    store.consents.withdraw(one.id)
    assert store.verification.calls([one.id]) == {}
