"""What workers make of the choices: who may be on a guide, and when."""

import datetime as dt

import pytest

from directory_app.errors import UserError
from directory_app.guides import GuideOptions, check_words
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.model.event import Event
from directory_app.model.terms import Answer
from directory_app.progress import Cancelled, silent
from directory_app.store import Store
from directory_app.tasks import presets, printing
from directory_app.tasks.printing import Choices
from directory_app.ui.pages.guide.making import preview


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "one.puertas", passphrase=None) as made:
        yield made


def said_yes(store, name: str, days_ago: int) -> None:
    business = Business(name=name, category="bakery", city="Santa Fe", review_state="approved")
    asked = store.today() - dt.timedelta(days=days_ago)
    consent = DraftConsent("print", Answer.YES, date=asked, asked_by="Maru")
    added = store.businesses.add(business, consents=[consent])
    store.businesses.approve([added.business.id])


def event(store, days: int) -> str:
    day = store.today() + dt.timedelta(days=days)
    return store.events.add(Event(name_en="Fair", date=day)).id


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
    mine = printing.prepare_now(store, Choices(event_id))
    assert sorted(mine.named.values()) == listed


def test_private_paper_comes_from_what_staff_may_see_and_guides_never_do(store) -> None:
    said_yes(store, "Said yes", 5)
    store.businesses.add(Business(name="Not asked", category="bakery", city="Clovis"))
    event_id = event(store, 3)
    public = Choices(event_id)
    assert list(printing.prepare_now(store, public).named.values()) == ["Said yes"]
    assert printing.gather(store, public).staff == ()
    private = Choices(event_id, GuideOptions("call-list"), "to_ask")
    made = printing.prepare_now(store, private)
    assert list(made.named.values()) == ["Not asked"]
    assert made.plan.entries == ()
    assert preview(made, silent).sheets == 1


def test_a_preview_stops_where_it_is_cancelled(store) -> None:
    said_yes(store, "Said yes", 5)
    choices = Choices(event(store, 3), GuideOptions("large-print"))
    prepared = printing.prepare_now(store, choices)

    def cancelled(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        preview(prepared, cancelled)


def test_what_is_asked_to_fit_counts_the_pages_that_are_shown(store) -> None:
    said_yes(store, "Said yes", 5)
    event_id = event(store, 3)
    for wanted, sheets, fits in ((2, 2, True), (2, 3, False)):
        choices = Choices(event_id, GuideOptions("large-print", fit=wanted))
        prepared = printing.prepare_now(store, choices)
        assert printing.fit(prepared, sheets=sheets).fits is fits


UNPRINTABLE = "Uruk \U00012000 Antiques"


def test_what_stops_a_guide_stops_it(store, tmp_path) -> None:
    """It was printed with a letter that no font has, though preflight had stopped it."""
    said_yes(store, UNPRINTABLE, 5)
    choices, path = Choices(event(store, 3)), tmp_path / "guide.pdf"
    with pytest.raises(UserError, match=r"This stops the guide: .*U\+12000"):
        printing.print_to_file(store, choices, path)
    with pytest.raises(UserError, match="This stops the guide"):
        printing.begin(store, choices, {})
    assert not path.exists() and store.runs.all() == []


def test_who_prints_over_it_is_kept_with_the_run(store, tmp_path) -> None:
    said_yes(store, UNPRINTABLE, 5)
    choices, path = Choices(event(store, 3)), tmp_path / "guide.pdf"
    with pytest.raises(UserError, match="Nobody said who"):
        printing.print_to_file(store, choices, path, pass_stops=True)
    store.people.add("Maru")
    made = printing.print_to_file(store, choices, path, pass_stops=True)
    assert path.exists()
    passed = presets.passed_of_run(store, made.number)
    assert passed == presets.Passed("Maru", ("missing_glyph",))
    again = printing.begin_again(store, made.number, 5)  # it needs nobody once more
    assert again.made.same
    said_yes(store, "Sound", 5)
    other = printing.print_to_file(store, choices, tmp_path / "b.pdf", pass_stops=True)
    assert presets.passed_of_run(store, other.number) == passed


def test_what_an_owner_said_is_passed_by_nobody(store, tmp_path, monkeypatch) -> None:
    said_yes(store, UNPRINTABLE, 5)
    store.people.add("Maru")
    choices = Choices(event(store, 3))
    monkeypatch.setattr(check_words, "FINAL", frozenset({"missing_glyph"}))
    with pytest.raises(UserError, match="This stops the guide") as refused:
        printing.print_to_file(store, choices, tmp_path / "guide.pdf", pass_stops=True)
    assert refused.value.hint == "Mend it first."


def test_a_sound_guide_is_passed_by_nobody(store, tmp_path) -> None:
    said_yes(store, "Sound", 5)
    made = printing.print_to_file(store, Choices(event(store, 3)), tmp_path / "guide.pdf")
    assert presets.passed_of_run(store, made.number) is None
