"""The sample directory holds what a real list brings, and nothing real."""

import datetime as dt
import unicodedata

import pytest

from directory_app.errors import UserError
from directory_app.model.consent import last_live_day
from directory_app.sample import make_sample
from directory_app.store import Store

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def dossiers(tmp_path_factory):
    path = make_sample(tmp_path_factory.mktemp("sample") / "s.puertas", TODAY)
    with Store.open(path) as store:
        return store.businesses.search("")


def consents(dossiers):
    return [consent for dossier in dossiers for consent in dossier.consents.values()]


def test_it_holds_eighteen_businesses_and_two_events(tmp_path):
    path = make_sample(tmp_path / "s.puertas", TODAY)
    with Store.open(path) as store:
        assert len(store.businesses.search("")) == 18
        events = store.events.all()
    assert [each.date.weekday() for each in events] == [5, 5]
    assert all(each.date >= TODAY + dt.timedelta(7) for each in events)


def test_it_refuses_to_overwrite(tmp_path):
    make_sample(tmp_path / "s.puertas", TODAY)
    with pytest.raises(UserError):
        make_sample(tmp_path / "s.puertas", TODAY)


def test_every_answer_is_there(dossiers):
    assert {str(each.answer) for each in consents(dossiers)} >= {"yes", "no", "withdrawn"}
    assert any(not dossier.consents for dossier in dossiers), "somebody was never asked"


def test_a_yes_may_be_live_ending_ended_or_incomplete(dossiers):
    ends = [
        last_live_day(each.answer, each.date, each.asked_by, each.review_by)
        for each in consents(dossiers)
        if each.answer == "yes"
    ]
    known = [end for end in ends if end]
    assert None in ends
    assert any(end < TODAY for end in known)
    assert any(TODAY <= end < TODAY + dt.timedelta(60) for end in known)
    assert any(end > TODAY + dt.timedelta(60) for end in known)


def test_every_script_is_there(dossiers):
    letters = "".join(each.business.name + each.business.alternate_name for each in dossiers)
    scripts = {unicodedata.name(letter).split()[0] for letter in letters if letter.isalpha()}
    assert scripts >= {
        "LATIN", "ARABIC", "ETHIOPIC", "CJK", "HANGUL", "DEVANAGARI", "KHMER", "THAI", "CYRILLIC",
    }  # fmt: skip


def test_it_speaks_both_languages(dossiers):
    assert all(each.business.description_en and each.business.description_es for each in dossiers)


def test_markers_have_places(dossiers):
    pinned = [each.business for each in dossiers if each.business.latitude is not None]
    assert len(pinned) >= 12
    assert all(35.6 < each.latitude < 35.72 for each in pinned)
    assert {each.precision for each in pinned} >= {"rooftop", "manual", "street"}
