"""The assured date moves by the ticks "checked today" alone, and they work by the keyboard."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.store import Store
from tests.ui.waiting import settle

TAQUERIA = "Taquería La Puerta Azul"


@pytest.fixture
def editor(make_window: Any, sample: Path) -> Any:
    with Store.open(sample) as store:
        business = str(store.businesses.search(TAQUERIA)[0].business.id)
    window = make_window(sample)
    settle(window.runner)
    window.shell.page().open(business)
    settle(window.runner)
    return window.shell.page().editor


def _kept(editor: Any) -> Any:
    settle(editor.session.runner)
    return editor.session._opened_store().businesses.get(editor.id).business


def _checked(editor: Any) -> tuple[dt.date | None, str]:
    kept = _kept(editor)
    return kept.assured_date, kept.assured_method


def test_no_edit_of_any_field_moves_it(editor: Any) -> None:
    before = _checked(editor)
    version = _kept(editor).version
    editor.who.website.field.setText("https://other.example")
    editor.who.category.field.take("bakery")
    editor.who.cuisines._append(["mexican"])
    editor.who.languages._append(["vi"])
    editor.who.phones.lines[0][0].setText("(505) 555-0190")
    editor.where.unit.field.setText("Suite 9")
    editor.notes.note.field.setPlainText("Side door")
    editor.when.edit_hours()
    editor.when.popover.form.week.days[0].row.put("9-5")
    editor.when.popover.form.assumed.click()
    editor.when.popover.accept()
    editor.leave()
    kept = _kept(editor)
    assert kept.version > version
    assert (kept.category, kept.address_2, kept.note) == ("bakery", "Suite 9", "Side door")
    assert "Mo" in kept.opening_hours
    assert _checked(editor) == before


def test_the_third_tick_moves_it_and_the_first_two_do_not(editor: Any) -> None:
    before = _checked(editor)
    ticks = [section.checked for section in (editor.who, editor.where, editor.when)]
    for tick in ticks[:2]:
        tick.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(tick, Qt.Key.Key_Space)
        assert tick.isChecked()
    assert _checked(editor) == before
    QTest.keyClick(ticks[2], Qt.Key.Key_Return)
    assert _checked(editor) == (editor.session.today(), "editor")


def test_ticks_can_be_reached_by_tab_and_have_names(editor: Any) -> None:
    for section in (editor.who, editor.where, editor.when):
        assert section.checked.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert section.checked.accessibleName().endswith("checked today")


def test_a_tick_that_waits_for_the_others_is_there_again_the_same_day(editor: Any) -> None:
    page = editor.window().shell.page()
    business = editor.id
    editor.who.checked.click()
    other = next(
        row.id
        for row in editor.session.browser.first_rows(page.table.filter, 3)
        if row.id != business
    )
    page.open(other)
    settle(editor.session.runner)
    assert not editor.who.checked.isChecked()
    page.open(business)
    settle(editor.session.runner)
    assert [one.checked.isChecked() for one in (editor.who, editor.where)] == [True, False]
    editor.where.checked.click()
    editor.when.checked.click()
    settle(editor.session.runner)
    assert _checked(editor)[0] == editor.session.today()
    editor.drafts.look()
    settle(editor.session.runner)
    assert editor.session._opened_store().drafts.get(business) is None


def test_a_tick_of_another_day_is_worth_nothing(editor: Any) -> None:
    editor.who.take_up({"checked": "2020-01-01"})
    assert not editor.who.checked.isChecked()
