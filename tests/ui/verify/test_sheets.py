"""Visit sheets typed back, by keyboard, on the real window."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.model.draft import DraftConsent
from directory_app.store import Filter, Store
from tests.ui.verify.conftest import kept, press, type_fast
from tests.ui.waiting import settle


def a_business(sheets):
    with Store.open(sheets.session.path) as store:
        return store.browser.rows(store.browser.row_ids(Filter()))[0]


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
    sheets.head.by.setText("Beto")
    press(page, [*row.code, "n"])
    sheets.correction.line.setText("Tienda Nueva")
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
    sheets.head.by.setText("Beto")
    press(page, [*row.code, "a"])
    sheets.keys.at = sheets.keys.rows.index("map")
    press(page, "y")
    assert "map" not in sheets.keys.answers and "How exact" in sheets.told.text()
    press(page, ["t", Qt.Key.Key_Return])
    now = kept(page, row.id)
    assert now.consents["map"].answer == "yes"
    assert now.business.location_visibility == "town"


def test_an_answer_without_who_asked_is_not_kept(page, sheets):
    sheets.head.by.clear()
    press(page, [*a_business(sheets).code, "a"])
    sheets.keys.at = len(sheets.keys.rows) - 1
    press(page, ["y", Qt.Key.Key_Return])
    assert sheets.dossier is not None
    assert sheets.head.by_row.problem.text()


def test_who_is_nobody_is_said_at_once_and_opens_no_door(page, sheets):
    row = a_business(sheets)
    sheets.head.by.setText("personal de la oficina")
    sheets.head.by.editingFinished.emit()
    assert "names nobody" in sheets.head.by_row.problem.text()
    press(page, [*row.code, "a"])
    sheets.keys.at = len(sheets.keys.rows) - 1
    press(page, ["y", Qt.Key.Key_Return])
    assert sheets.dossier is not None
    assert page.window().focusWidget() is sheets.head.by
    sheets.head.by.setText("Beto")
    assert not sheets.head.by_row.problem.text()
    sheets.save_sheet()
    settle(sheets.session.runner)
    said = kept(page, row.id).consents.values()
    assert "Beto" in {one.asked_by for one in said if one.answer == "yes"}


def test_a_sheet_from_before_a_refusal_opens_no_door(page, sheets):
    """By keys alone: the date typed, the tick by Space, Enter; a later visit counts."""
    row, today = a_business(sheets), page.session.today()
    refused = today - dt.timedelta(10)
    no = DraftConsent("web", "no", refused, "Ana")
    sheets.session.write(lambda store: store.consents.record(row.id, [no]))
    settle(sheets.session.runner)
    sheets.head.by.setText("Beto")

    def say_yes(day):
        sheets.head.date.selectAll()
        QTest.keyClicks(sheets.head.date, f"{day.day} {day:%b} {day.year}")
        sheets._again()
        press(page, [*row.code, "a"])
        sheets.keys.at = sheets.keys.rows.index("web")
        press(page, ["y", Qt.Key.Key_Return])
        assert "Tick this" in sheets.head.again_row.problem.text()
        press(page, [Qt.Key.Key_Space])
        assert sheets.head.again.isChecked()
        assert sheets.head.again_row.problem.text() == ""
        press(page, [Qt.Key.Key_Return])

    say_yes(refused - dt.timedelta(20))
    assert "Only a visit on a later day" in sheets.head.again_row.problem.text()
    assert kept(page, row.id).consents["web"].answer == "no"
    press(page, [Qt.Key.Key_Escape])
    say_yes(refused + dt.timedelta(3))
    web = kept(page, row.id).consents["web"]
    assert (web.answer, web.asked_again_on) == ("yes", refused + dt.timedelta(3))


# -- under ten seconds a sheet


def test_a_sheet_with_one_number_and_four_answers_is_quick(page, sheets):
    """Somebody who types 40 words a minute, slowly, needs 0.3 seconds a key: 25 are 7.5."""
    row = a_business(sheets)
    sheets.head.by.setText("Beto")
    strokes = [*row.code, *"4n", *"5055550177", Qt.Key.Key_Return, *"aydnn", Qt.Key.Key_Return]
    type_fast(page, strokes)
    settle(page.session.runner, 20)
    assert len(strokes) <= 25
    now = kept(page, row.id)
    assert [phone.number for phone in now.phones][:1] == ["+15055550177"]
    answers = {name: one.answer for name, one in now.consents.items()}
    assert (answers["print"], answers["map"], answers["web"]) == ("yes", "yes", "no")
    assert now.business.location_visibility == "exact"


def test_who_types_ahead_of_the_look_up_and_of_the_saving_loses_nothing(page, sheets):
    """Three sheets in one breath: keys that come too early wait for where they belong."""
    with Store.open(sheets.session.path) as store:
        rows = store.browser.rows(store.browser.row_ids(Filter()))[:3]
    for row in rows:
        type_fast(page, [*row.code.lower(), *"yyyyyyy", Qt.Key.Key_Return])
    settle(page.session.runner, 20)
    today = page.session.today()
    checked = [kept(page, row.id).business for row in rows]
    assert [(one.assured_date, one.assured_method) for one in checked] == [(today, "in_person")] * 3
    assert sheets.code.text() == ""


def test_a_code_of_five_letters_is_typed_through(page, sheets):
    type_fast(page, "kxqfz")
    settle(page.session.runner, 20)
    assert sheets.code.text() == "KXQFZ"
    assert sheets.dossier is None


def test_another_code_over_an_open_sheet_opens_that_one(page, sheets):
    with Store.open(sheets.session.path) as store:
        first, other = store.browser.rows(store.browser.row_ids(Filter()))[:2]
    press(page, [*first.code, "y"])
    sheets.code.setFocus()
    sheets.code.selectAll()
    press(page, other.code)
    assert sheets.dossier.business.id == other.id
    assert sheets.keys.answers == {}


# -- what is not saved yet


def test_a_half_typed_sheet_is_there_again_when_its_code_is(page, sheets):
    code = a_business(sheets).code
    press(page, [*code, *"yn", *"Tien", Qt.Key.Key_Return, Qt.Key.Key_Escape])
    assert sheets.dossier is None
    assert code in sheets.half.text()
    press(page, code)
    assert not sheets.half.text()
    assert sheets.keys.answers == {"name": "right", "sells": "changed"}
    assert sheets.keys.typed["sells"] == "Tien"
    assert "before" in sheets.told.text()
    press(page, [Qt.Key.Key_Delete])
    assert sheets.keys.answers == {}


def test_what_is_saved_is_no_draft_any_more(page, sheets):
    row = a_business(sheets)
    press(page, [*row.code, "y"])
    sheets.drafts.look()
    settle(page.session.runner)
    with Store.open(page.session.path) as store:
        assert store.drafts.get(f"{row.id}/sheet")
    press(page, ["a", Qt.Key.Key_Return])
    with Store.open(page.session.path) as store:
        assert store.drafts.get(f"{row.id}/sheet") is None
    assert not sheets.half.text()


def test_a_wording_that_nobody_knows_gives_the_sheet_back(page, sheets):
    row = a_business(sheets)
    sheets.head.by.setText("Beto")
    sheets.head.words.setText("es-77-0000")
    type_fast(page, [*row.code, *"ay", Qt.Key.Key_Return])
    settle(page.session.runner, 20)
    assert sheets.dossier.business.id == row.id
    assert sheets.keys.answers["print"] == "yes"
    assert sheets.head.words_row.problem.text()
    assert page.window().focusWidget() is sheets.head.words
    assert kept(page, row.id).business.assured_date != page.session.today()


def test_what_became_wrong_meanwhile_is_asked_again(page, sheets):
    """A street was typed, and then it became a home: of that only the town is kept."""
    row = a_business(sheets)
    press(page, [*row.code, *"3n", *"12 Main St", Qt.Key.Key_Return, "a"])
    sheets.dossier.business.address_type = "home"
    press(page, [Qt.Key.Key_Return])
    assert sheets.dossier is not None
    assert sheets.correction.isVisible()
    assert sheets.correction.problem.text()


def test_what_is_said_is_kept_at_each_pause(page, sheets, qtbot):
    """So that neither a crash nor an empty battery loses a sheet: nothing else is done here."""
    row = a_business(sheets)
    press(page, [*row.code, *"yn", *"Tien"])

    def is_kept():
        with Store.open(page.session.path) as store:
            return store.drafts.get(f"{row.id}/sheet")

    typed = {"sells": "Tien"}
    qtbot.waitUntil(lambda: (is_kept() or {}).get("typing") == typed, timeout=8000)


def test_a_sheet_of_one_that_was_merged_is_that_of_the_one_that_stayed(page, sheets):
    with Store.open(sheets.session.path) as store:
        kept_row, gone = store.browser.rows(store.browser.row_ids(Filter()))[:2]
    page.session.write(lambda store: store.duplicates.merge(kept_row.id, gone.id))
    settle(page.session.runner)
    press(page, [*gone.code])
    assert sheets.dossier.business.id == kept_row.id
