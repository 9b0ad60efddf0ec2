"""A morning of calls, by keyboard, on the real window."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.store import Store
from directory_app.tasks import verifying
from tests.ui.accessible import unnamed_controls
from tests.ui.verify.conftest import kept, own, press
from tests.ui.waiting import settle


def test_confirmed_opens_only_when_every_field_is_answered(page):
    first, cards = own(page), page.call.outcomes.cards
    assert page.call.lines.active == "name"
    press(page, "yyyyy")
    assert not cards["confirmed"].isEnabled()
    press(page, "1")
    assert own(page).id == first.id
    press(page, "s1")
    assert own(page).id != first.id
    now = kept(page, first.id).business
    assert (now.assured_date, now.assured_method) == (page.session.today(), "phone")
    page.session.undo()
    settle(page.session.runner, 20)
    assert kept(page, first.id).business.assured_date == first.assured_date


def test_a_change_is_typed_in_place_and_letters_are_letters_there(page):
    first = own(page)
    press(page, "c")
    line = page.call.lines.lines["name"]
    assert line.is_typing()
    for key in "Syl 1":
        QTest.keyClick(line.field, key)
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    settle(page.session.runner)
    assert own(page).id == first.id
    assert page.call.lines.active == "address"
    press(page, "2")
    assert kept(page, first.id).business.name == "Syl 1"
    assert page.session.browser.undo_label() == f"Call to {first.name}"


def test_a_wrong_correction_is_told_under_the_field(page):
    press(page, "yyc")
    line = page.call.lines.lines["hours"]
    line.field.setText("sometimes")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.problem.text() and line.is_typing()


def test_the_other_ends_of_a_call(page):
    first = own(page)
    press(page, "3")
    assert page.list.items.row(0).attempts == 1
    second = own(page)
    assert second.id != first.id
    press(page, "5")
    assert kept(page, second.id).business.status == "closed"
    third = own(page)
    numbers = len(kept(page, third.id).phones)
    press(page, "4")
    assert page.call.outcomes.is_asking()
    press(page, "y")
    assert len(kept(page, third.id).phones) == max(numbers - 1, 0)


def test_later_goes_on_and_the_queue_outlives_the_window(page, window, make_window, sample):
    first = own(page)
    press(page, "l")
    now = own(page)
    assert now.id != first.id
    press(page, "y")
    window.close()
    again = make_window(sample)
    settle(again.runner)
    again.shell.open_page("verify")
    settle(again.runner, 20)
    fresh = again.shell.page()
    assert own(fresh).id == now.id
    assert fresh.call.lines.lines["name"].verdict == "right"
    assert next(item.state for item in fresh.read.items) == "later"


# -- each of the six ends, by keys, and taken back


def undo(page):
    """Ctrl+Z: a window that nobody sees gets no shortcuts, so the key itself is asked."""
    bound = {one.key().toString(): one for one in page.window().findChildren(QShortcut)}
    assert bound["Ctrl+Z"].isEnabled()
    bound["Ctrl+Z"].activated.emit()
    settle(page.session.runner, 20)


def whole(page, id):
    """All that the list has of a business, but when it was written."""
    found = kept(page, id)
    business = found.business.model_dump(exclude={"last_modified", "version"})
    return business, [phone.number for phone in found.phones], sorted(found.consents)


ENDS = {
    "confirmed": "yyyyys1",
    "changed": ["y", "c", *"9 New St", Qt.Key.Key_Return, *"yyys2"],
    "no_answer": "3",
    "wrong_number": "4y",
    "wrong_number, left in": "4n",
    "closed": "5",
}


@pytest.mark.parametrize("end", ENDS)
def test_each_end_goes_on_and_is_taken_back_by_one_undo(page, end):
    first = own(page)
    before = whole(page, first.id)
    press(page, ENDS[end])
    settle(page.session.runner, 20)
    assert own(page).id != first.id
    state = next(item.state for item in page.read.items if item.row.id == first.id)
    assert state == end.partition(",")[0]
    changes = whole(page, first.id) != before
    assert changes == (end not in ("no_answer", "wrong_number, left in"))
    undo(page)
    assert whole(page, first.id) == before
    page.go_to(first.id)
    settle(page.session.runner, 20)
    assert own(page).id == first.id
    state = next(item.state for item in page.read.items if item.row.id == first.id)
    assert state == "open"


def test_a_key_pressed_twice_ends_one_call(page):
    first = own(page)
    for _ in range(3):
        QTest.keyClick(page.window().focusWidget(), "3")
    settle(page.session.runner, 20)
    with Store.open(page.session.path) as store:
        called = store.verification.calls(list(page.read.queue.ids))
    assert list(called) == [first.id]
    assert called[first.id].attempts == 1


def test_a_wrong_number_may_be_left_unsaid(page):
    first = own(page)
    press(page, ["4", Qt.Key.Key_Escape])
    assert not page.call.outcomes.is_asking()
    assert own(page).id == first.id


def test_who_wants_out_is_forgotten_and_the_next_is_called(page):
    first = own(page)
    press(page, "6")
    dialog = QApplication.activeModalWidget()
    assert type(dialog).__name__ == "WithdrawDialog"
    assert dialog.list.isVisible()  # who got paper with its name
    settle(page.session.runner, 20)
    dialog._field().setFocus()
    for key in [*first.code, Qt.Key.Key_Return]:
        QTest.keyClick(dialog.focusWidget(), key)
    settle(page.session.runner, 20)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    settle(page.session.runner, 20)
    assert own(page).id != first.id
    assert first.id not in [item.row.id for item in page.read.items]
    with Store.open(page.session.path) as store:
        assert not store.businesses.search(first.name)
    undo(page)  # nothing brings it back
    with Store.open(page.session.path) as store:
        assert not store.businesses.search(first.name)


# -- when to call


def test_the_call_says_whether_they_are_open(page, monkeypatch):
    business = own(page)
    business.opening_hours = "Tu-Su 08:00-15:00"
    told = []
    for day, hour in ((24, 9), (24, 16), (22, 20)):  # a Tuesday, and the Sunday before
        moment = dt.datetime(2026, 11, day, hour)
        monkeypatch.setattr(page.call, "moment", lambda at=moment: at)
        page.call._tell_open()
        told.append(page.call.open_now.whole_text().replace("\N{NO-BREAK SPACE}", " "))
    assert told == [
        "Open now, until 3 pm",
        "Closed until tomorrow, 8 am",
        "Closed until Tuesday, 8 am",
    ]


def test_where_nobody_knows_the_hours_nothing_is_said(page):
    own(page).opening_hours = ""
    page.call._tell_open()
    assert page.call.open_now.whole_text() == ""
    assert page.call.clock.isHidden()


# -- sheets for those who are left


def test_sheets_are_printed_for_who_is_still_to_be_called(page, tmp_path):
    first = own(page)
    press(page, "3")
    page.print_sheets.save_to(tmp_path / "sheets.pdf", page.side.to_do())
    settle(page.session.runner, 20)
    assert (tmp_path / "sheets.pdf").read_bytes().startswith(b"%PDF")
    with Store.open(page.session.path) as store:
        run = store.runs.all()[0]
        codes = {entry.code for entry in store.runs.entries(run.number)}
    assert run.layout == "visit-sheets"
    assert first.code not in codes
    assert codes == set(page.side.to_do())


def test_a_batch_is_visited_without_a_queue(window, tmp_path, monkeypatch):
    window.shell.open_page("verify")
    settle(window.runner, 20)
    page = window.shell.page()
    asked = []
    monkeypatch.setattr(page.print_sheets, "ask_where", asked.append)
    page.begin.months.set_value("0")
    page.begin.print.click()
    settle(window.runner)
    with Store.open(page.session.path) as store:
        whom = [row.code for row in verifying.whom(store, verifying.Batch(months=0))]
    assert asked == [whom]
    assert not page.read.items


def test_where_the_queue_has_no_room_its_deeds_are_in_a_menu(page):
    page.window().resize(700, 600)
    settle(page.session.runner)
    assert page.side.isHidden()
    menu = page.call.more.menu()
    menu.aboutToShow.emit()
    assert page.call.more.isVisible()
    words = [action.text() for action in menu.actions()]
    assert words == ["Print visit sheets…", "Type in visit sheets…", "End this queue"]
    menu.actions()[2].trigger()
    settle(page.session.runner, 20)
    assert page.stack.currentWidget() is page.begin


def test_every_control_has_a_name(page, window):
    assert unnamed_controls(window) == []
    page.type_sheets()
    settle(window.runner)
    assert unnamed_controls(window) == []
