"""A morning of calls, by keyboard, on the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.store import Filter, Store
from directory_app.tasks.verifying import Batch
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle


@pytest.fixture
def window(make_window, sample):
    made = make_window(sample)
    settle(made.runner)
    return made


@pytest.fixture
def page(window):
    window.shell.open_page("verify")
    settle(window.runner, 20)
    page = window.shell.page()
    page.start(Batch(months=0))
    settle(window.runner, 20)
    return page


def press(page, keys):
    """Keys, one by one, to whatever has the keyboard, as a person's would go."""
    for key in keys:
        target = page.window().focusWidget() or page
        QTest.keyClick(target, key)
        settle(page.session.runner)


def own(page):
    return page.read.dossier.business


def kept(page, id):
    with Store.open(page.session.path) as store:
        return store.business(id)


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


# visit sheets


@pytest.fixture
def sheets(page):
    page.type_sheets()
    settle(page.session.runner)
    return page.sheet


def a_business(sheets):
    with Store.open(sheets.session.path) as store:
        return store.rows(store.row_ids(Filter()))[0]


def test_a_sheet_with_nothing_changed_takes_twelve_strokes(page, sheets):
    row = a_business(sheets)
    strokes = [*row.code, *"yyyyyyy", Qt.Key.Key_Return]
    press(page, strokes)
    assert len(strokes) <= 12
    now = kept(page, row.id).business
    assert (now.assured_date, now.assured_method) == (page.session.today(), "in_person")
    assert sheets.dossier is None
    assert page.window().focusWidget() is sheets.code


def test_a_sheet_keeps_answers_and_a_correction_in_one_step(page, sheets):
    row = a_business(sheets)
    sheets.by.setText("Beto")
    press(page, [*row.code, "n"])
    sheets.correction.setText("Tienda Nueva")
    press(page, [Qt.Key.Key_Return, "a", Qt.Key.Key_Down])
    sheets.keys.at = sheets.keys.rows.index("web")
    press(page, ["n", Qt.Key.Key_Return])
    now = kept(page, row.id)
    assert now.business.name == "Tienda Nueva"
    web = now.consents["web"]
    assert (web.answer, web.asked_by, web.method) == ("no", "Beto", "in_person")
    assert web.wording_version.startswith("es-")
    assert page.session.browser.undo_label() == f"Visit sheet of {row.name}"


def test_a_wrong_code_says_so_with_near_ones(page, sheets):
    code = a_business(sheets).code
    wrong = code[:3] + next(letter for letter in "BCDFG" if letter != code[3])
    press(page, wrong)
    told = sheets.code_row.problem.text()
    assert "No business" in told and code in told


def test_a_sheet_typed_twice_is_noticed(page, sheets):
    code = a_business(sheets).code
    press(page, [*code, "a", Qt.Key.Key_Return])
    press(page, code)
    assert "already" in sheets.told.text()


def test_a_yes_to_the_map_says_how_exact(page, sheets):
    row = a_business(sheets)
    sheets.by.setText("Beto")
    press(page, [*row.code, "a"])
    sheets.keys.at = sheets.keys.rows.index("map")
    press(page, "y")
    assert "map" not in sheets.keys.answers and "How exact" in sheets.told.text()
    press(page, ["t", Qt.Key.Key_Return])
    now = kept(page, row.id)
    assert now.consents["map"].answer == "yes"
    assert now.business.location_visibility == "town"


def test_an_answer_without_who_asked_is_not_kept(page, sheets):
    sheets.by.clear()
    press(page, [*a_business(sheets).code, "a"])
    sheets.keys.at = len(sheets.keys.rows) - 1
    press(page, ["y", Qt.Key.Key_Return])
    assert sheets.dossier is not None
    assert sheets.by_row.problem.text()
