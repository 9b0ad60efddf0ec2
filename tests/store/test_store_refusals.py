"""Undo of answers that were given, taken back and given anew."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.model.draft import DraftConsent
from directory_app.store import Dossier, Store

from .conftest import TODAY, asked_again

Add = Callable[..., Dossier]
FIRST = dt.date(2026, 11, 2)


def say(store: Store, made: Dossier, answer: str, day: dt.date) -> None:
    asked = answer == "yes"
    given = asked_again(day) if asked else DraftConsent("print", answer, day, "Ana")
    store.consents.record(made.business.id, [given])


@pytest.mark.parametrize(
    "answers",
    [
        ("not_asked", "no"),
        ("not_asked", "withdrawn"),
        ("not_asked", "yes", "no"),
        ("no", "yes", "withdrawn"),
        ("no", "not_asked", "yes"),
    ],
)
def test_no_number_of_undos_or_redos_lists_one_that_refused_last(
    store: Store, add: Add, answers: tuple[str, ...]
) -> None:
    made = add()
    for later, answer in enumerate(answers):
        say(store, made, answer, FIRST + dt.timedelta(later))
    refused = answers[-1] != "yes"
    while store.history.undo() is not None:
        assert not (refused and store.listings.public("print", TODAY))
    while store.history.redo() is not None:
        assert not (refused and store.listings.public("print", TODAY))
    if refused:
        assert store.businesses.get(made.business.id).consents["print"].answer == answers[-1]
    assert store.check() == []
