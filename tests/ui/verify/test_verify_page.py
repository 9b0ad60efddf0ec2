"""A morning of calls, by keyboard, on the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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


def test_who_wants_out_is_asked_about_in_the_withdraw_dialog(page):
    press(page, "6")
    dialog = QApplication.activeModalWidget()
    assert type(dialog).__name__ == "WithdrawDialog"
    dialog.close()


def test_every_control_has_a_name(page, window):
    assert unnamed_controls(window) == []
    page.type_sheets()
    settle(window.runner)
    assert unnamed_controls(window) == []
