"""A conversation as it is recorded: who, when, how, which words, until when."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.model.consent import Consent
from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.model.live import year_after
from directory_app.store import Dossier, Filter, Store

from .conftest import TODAY, asked_again, yes

Add = Callable[..., Dossier]


def conversation(channel: str, answer: str, **other: object) -> Consent:
    said: dict[str, object] = {
        "date": TODAY,
        "asked_by": "Marisol",
        "given_by_role": "owner",
        "method": "phone",
        "language": "es",
        "wording_version": "es-1-3f9a2c1b",
    }
    return Consent(business_id="", channel=channel, answer=answer, **(said | other))


def test_all_of_it_is_kept_for_every_channel(store: Store, add: Add) -> None:
    made = add(consents=[]).business
    said = {"print": "yes", "map": "no", "web": "withdrawn", "share": "yes", "geocode_online": "no"}
    store.consents.record(made.id, [conversation(*pair) for pair in said.items()])
    kept = store.businesses.get(made.id).consents
    assert {channel: one.answer for channel, one in kept.items()} == said
    for one in kept.values():
        assert (one.date, one.asked_by, one.given_by_role) == (TODAY, "Marisol", "owner")
        assert (one.method, one.language, one.wording_version) == (
            "phone",
            "es",
            "es-1-3f9a2c1b",
        )
        assert one.review_by == (year_after(TODAY) if one.answer == "yes" else None)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=st.integers(0, 1500))
def test_when_to_ask_again_is_settable_and_twelve_months_at_most(
    store: Store, add: Add, days: int
) -> None:
    made = add(consents=[]).business
    wanted = TODAY + dt.timedelta(days)
    store.consents.record(made.id, [conversation("print", "yes", review_by=wanted)])
    until = store.businesses.get(made.id).consents["print"].review_by
    assert until == min(wanted, year_after(TODAY))
    codes = [one.code for one in store.listings.public("print", until)]
    assert made.code in codes
    after = [one.code for one in store.listings.public("print", until + dt.timedelta(1))]
    assert made.code not in after


def test_what_runs_out_in_60_days_is_to_be_asked_again(store: Store, add: Add) -> None:
    for days in (10, 59, 60, 61, 200):
        until = TODAY + dt.timedelta(days)
        add(f"In {days}", consents=[conversation("web", "yes", review_by=until)], phones=[])
    ending = [row.name for row in store.browser.first_rows(Filter(view="consent_ending"), 9)]
    assert ending == ["In 10", "In 59", "In 60"]


@pytest.mark.parametrize("stored", ["no", "withdrawn"])
@pytest.mark.parametrize("channel", ["print", "map", "web", "share", "geocode_online"])
def test_a_no_beats_every_later_imported_yes(
    store: Store, add: Add, stored: str, channel: str
) -> None:
    made = add(consents=[conversation(channel, stored)]).business
    later = DraftConsent(channel, "yes", TODAY + dt.timedelta(5), "Beto", "in_person")
    change = FieldChange(f"consent.{channel}", None, later, accepted=True)
    draft = Draft(2, {"name": made.name}, [], [later])
    store.imports.apply([Verdict(draft, VerdictKind.UPDATE, target=made.id, changes=[change])])
    assert store.businesses.get(made.id).consents[channel].answer == stored
    assert store.listings.public(channel, TODAY + dt.timedelta(6)) == []


def test_only_a_new_conversation_turns_a_no_into_a_yes(store: Store, add: Add) -> None:
    made = add(consents=[conversation("print", "no", date=dt.date(2026, 11, 20))]).business
    with pytest.raises(UserError, match="asked again"):
        store.consents.record(made.id, [yes(day=TODAY)])
    store.consents.record(made.id, [asked_again()])
    assert [one.code for one in store.listings.public("print", TODAY)] == [made.code]


def test_an_unknown_channel_or_answer_is_refused_whole(store: Store, add: Add) -> None:
    made = add(consents=[]).business
    for wrong in (DraftConsent("radio", "yes", TODAY, "A"), DraftConsent("map", "maybe")):
        with pytest.raises((ValueError, UserError)):
            store.consents.record(made.id, [yes(), wrong])
    assert store.businesses.get(made.id).consents == {}


@pytest.mark.parametrize("way", ["dialog", "call", "sheet", "editor"])
def test_a_no_that_is_older_than_the_talk_that_asked_again_is_told(
    add: Add, store: Store, way: str
) -> None:
    """A mistyped day would leave the yes standing without a word."""
    one = add().business.id
    no = DraftConsent("print", "no", TODAY - dt.timedelta(9), "Ana")
    store.consents.record(one, [no])
    again = DraftConsent("print", "yes", TODAY - dt.timedelta(2), "Ana", asked_again=True)
    store.consents.record(one, [again])
    older = DraftConsent("print", "no", TODAY - dt.timedelta(3), "Ana")
    with pytest.raises(UserError, match="somebody asked again"):
        store.consents.record(one, [older], way=way)
    store.consents.record(one, [DraftConsent("print", "no", TODAY, "Ana")], way=way)
    assert store.businesses.get(one).consents["print"].answer == "no"
