"""Events are added, changed and deleted; businesses near one are chosen and ordered."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.model.listing import LeftOutReason
from directory_app.store import Store
from directory_app.ui.pages.events.events_page import EventsPage
from directory_app.ui.pages.events.nearby_table import Column
from tests.ui.accessible import cut_buttons


@pytest.fixture
def session(open_session, sample_directory):
    return open_session(sample_directory)


@pytest.fixture
def page(qtbot, session, settled):
    holder = QWidget()
    made = EventsPage(session, holder)
    made.holder, made.wrong = holder, []
    made.went_wrong.connect(made.wrong.append)
    session.changed.connect(made.reload)
    qtbot.addWidget(holder)
    holder.resize(1228, 820)
    made.resize(1228, 820)
    holder.show()
    made.open(None)
    settled(session)
    return made


def fill(page: EventsPage, **texts: str) -> None:
    for name, text in texts.items():
        field = page.form.fields[name]
        field.setText(text) if hasattr(field, "setText") else field.setPlainText(text)


def type_in(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def listed(page: EventsPage) -> list[str]:
    return [page.model.row(at).name for at in range(page.model.listed())]


def test_a_directory_without_events_says_what_they_are_for(
    qtbot, open_session, empty_directory, settled
) -> None:
    session = open_session(empty_directory)
    page = EventsPage(session)
    qtbot.addWidget(page)
    page.open(None)
    settled(session)
    assert page.stack.currentWidget() is page.empty
    assert not page.guide_button.isEnabled()


def test_the_coming_events_are_cards_and_the_first_is_shown(page) -> None:
    assert page.events.rowCount() == 2
    first = page.events.event_at(0)
    assert first.date <= page.events.event_at(1).date
    assert page.form.fields["name_en"].text() == first.name_en
    assert page.nearby.listed == len(listed(page)) > 0


def test_an_event_is_added_with_its_place(page, session, settled, sample_directory) -> None:
    page.add()
    fill(
        page,
        name_en="House party",
        date="2027-01-09",
        starts="6 pm",
        ends="9",
        venue="Casa Ana",
        address="1301 Cerrillos Rd, Santa Fe, NM 87505",
        radius_miles="5",
    )
    page.form.add_button.click()
    settled(session)
    with Store.open(sample_directory) as store:
        made = next(one for one in store.events.all() if one.name_en == "House party")
    assert made.date == dt.date(2027, 1, 9)
    # 6 pm in Santa Fe in winter
    assert made.starts_at == dt.datetime(2027, 1, 10, 1, 0, tzinfo=dt.UTC)
    assert made.ends_at == dt.datetime(2027, 1, 10, 4, 0, tzinfo=dt.UTC)
    assert (made.address_1, made.city, made.postal_code) == (
        "1301 Cerrillos Rd",
        "Santa Fe",
        "87505",
    )
    assert made.precision == "city"
    assert made.radius_miles == 5
    assert page.form.place.words.whole_text() == "Middle of the town: no distances nearby"


def test_a_party_past_midnight_ends_the_next_day(page, session, settled, sample_directory) -> None:
    page.add()
    fill(page, name_en="Baile", date="2027-01-09", starts="8 pm", ends="1 am")
    page.form.add_button.click()
    settled(session)
    assert not page.wrong
    with Store.open(sample_directory) as store:
        made = next(one for one in store.events.all() if one.name_en == "Baile")
    assert made.ends_at - made.starts_at == dt.timedelta(hours=5)


def test_a_new_event_needs_a_name_and_a_day(page) -> None:
    page.add()
    page.form.add_button.click()
    assert page.form.rows["date"].problem.text() == "An event needs a day"
    fill(page, date="2027-01-09")
    page.form.add_button.click()
    assert page.form.rows["name_en"].problem.text() == "An event needs a name"
    assert page.events.rowCount() == 2


def test_a_field_is_saved_when_it_is_left_and_undone(page, qtbot, session, settled) -> None:
    before = page.form.fields["venue"].text()
    type_in(qtbot, page.form.fields["venue"], "Another hall")
    settled(session)
    assert page.events.event_at(0).venue == "Another hall"
    session.undo()
    settled(session)
    assert page.form.fields["venue"].text() == before


def test_another_day_takes_the_times_along(page, qtbot, session, settled) -> None:
    event = page.events.event_at(0)
    wall = event.starts_at.astimezone(session.timezone).time()
    type_in(qtbot, page.form.fields["date"], "2027-07-03")
    settled(session)
    moved = next(
        page.events.event_at(at)
        for at in range(page.events.rowCount())
        if page.events.event_at(at).id == event.id
    )
    assert moved.starts_at.astimezone(session.timezone).date() == dt.date(2027, 7, 3)
    assert moved.starts_at.astimezone(session.timezone).time() == wall


def test_a_wrong_time_is_told_and_not_saved(page, qtbot, session, settled) -> None:
    before = page.events.event_at(0).starts_at
    type_in(qtbot, page.form.fields["starts"], "soon")
    settled(session)
    assert page.form.rows["starts"].problem.text() == "Type a time, like 10 am"
    assert page.events.event_at(0).starts_at == before


def test_a_business_is_left_out_and_put_back(page, qtbot, session, settled) -> None:
    name = listed(page)[1]
    page.table.setCurrentIndex(page.model.index(1, Column.NAME))
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    settled(session)
    assert name not in listed(page)
    at = next(at for at in range(page.model.rowCount()) if page.model.row(at).name == name)
    assert page.model.row(at).reason == LeftOutReason.EXCLUDED
    page.model.toggle(at)
    settled(session)
    assert name in listed(page)


def test_who_did_not_say_yes_cannot_be_put_in(page, session, settled) -> None:
    refused = [at for at in range(page.model.rowCount()) if not page.model.row(at).can_choose]
    assert refused
    chosen: list[tuple[str, bool]] = []
    page.model.chosen.connect(lambda code, included: chosen.append((code, included)))
    page.model.toggle(refused[0])
    assert chosen == []


def test_alt_down_moves_a_business_and_distance_brings_it_back(
    page, qtbot, session, settled
) -> None:
    before = listed(page)
    page.table.setCurrentIndex(page.model.index(0, Column.NAME))
    qtbot.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settled(session)
    assert listed(page)[:2] == [before[1], before[0]]
    assert page.table.currentIndex().row() == 1
    page.reset_button.click()
    settled(session)
    assert listed(page) == before


def test_a_radius_leaves_out_what_is_too_far(page, qtbot, session, settled) -> None:
    type_in(qtbot, page.form.fields["radius_miles"], "1")
    settled(session)
    reasons = {page.model.row(at).reason for at in range(page.model.rowCount())}
    assert LeftOutReason.OUTSIDE_RADIUS in reasons


def test_deleting_asks_nothing_and_undo_brings_all_of_it_back(page, session, settled) -> None:
    told: list[tuple[str, str, bool]] = []
    page.said.connect(lambda *said: told.append(said))
    page.table.setFocus()
    page.table.selectRow(1)
    QTest.keyClick(page.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settled(session)
    before = listed(page)
    page.form.delete_button.click()
    settled(session)
    assert QApplication.activeModalWidget() is None
    assert page.events.rowCount() == 1
    assert told == [("Deleted “Canvass launch”; its print runs stay", "trash", True)]
    session.undo()
    settled(session)
    page.reload()
    settled(session)
    assert page.events.rowCount() == 2
    page.show_event(page.events.event_at(0).id)
    settled(session)
    assert listed(page) == before


def test_make_a_guide_goes_to_the_guide_of_the_event(page, qtbot) -> None:
    with qtbot.waitSignal(page.wanted) as asked:
        page.guide_button.click()
    assert asked.args == ["guide", page.events.event_at(0).id]


def test_rows_speak(page) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert page.model.index(0, Column.TICK).data(spoken) == "In the guide"
    assert page.model.index(0, Column.STATE).data(spoken) in {"Open", "Closed", "Call first"}


def test_at_the_smallest_size_nothing_is_cut(page, qtbot) -> None:
    page.resize(588, 360)
    qtbot.wait(20)
    assert page.size().width() == 588
    assert cut_buttons(page) == []


STOPPED = ("name_en", "name_es", "venue", "host", "contact", "intro_en", "intro_es")


@pytest.mark.parametrize("field", STOPPED)
def test_words_that_are_never_kept_are_on_no_event(page, session, settled, field) -> None:
    page.add_button.click()
    settled(session)
    fill(page, **{"name_en": "Fair", "date": "Dec 5", field: "For owners who are undocumented"})
    page.form.add_button.click()
    settled(session)
    assert "undocumented" not in str([one.model_dump() for one in stored(session)])
    assert "could hurt somebody" in page.form.rows[field].problem.text()
    assert "undocumented" not in str(page.form.unfinished())
    assert page.form.bars[field].isVisible()
    page.form.bars[field].drop.click()
    page.form.add_button.click()
    settled(session)
    assert "undocumented" not in str([one.model_dump() for one in stored(session)])
    assert [one for one in stored(session) if getattr(one, field).startswith("For")]


def test_what_only_looks_like_it_is_kept_on_an_event(page, session, settled) -> None:
    page.add_button.click()
    settled(session)
    text = "We talk about social security numbers"
    fill(page, name_en="Fair", date="Dec 5", venue="Iglesia San Rafael", intro_en=text)
    page.form.add_button.click()
    settled(session)
    assert page.form.rows["intro_en"].problem.text()
    assert not page.form.rows["venue"].problem.text()
    page.form.bars["intro_en"].keep.click()
    page.form.add_button.click()
    settled(session)
    assert [one.intro_en for one in stored(session)].count(text) == 1


def stored(session):
    with Store.open(session.path) as store:
        return store.events.all()
