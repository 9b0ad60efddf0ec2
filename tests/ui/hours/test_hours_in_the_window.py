"""The pane of the hours in the window: by the keyboard, beside the editor, at any size."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.store import Store
from tests.ui.accessible import cut_buttons, unnamed_controls
from tests.ui.waiting import settle

TAQUERIA = "Taquería La Puerta Azul"


@pytest.fixture
def editor(make_window: Any, sample: Path) -> Any:
    with Store.open(sample) as store:
        business = str(store.businesses.search(TAQUERIA)[0].business.id)
    window = make_window(sample)
    window.activateWindow()
    settle(window.runner)
    window.shell.page().open(business)
    settle(window.runner)
    return window.shell.page().editor


@pytest.fixture
def popover(editor: Any) -> Any:
    editor.when.edit.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(editor.when.edit, Qt.Key.Key_Return)
    return editor.when.popover


def test_enter_opens_it_esc_shuts_it_and_the_keyboard_is_back(editor: Any, popover: Any) -> None:
    assert QApplication.focusWidget() is popover.form.week.days[0].row.line
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert editor.when.popover is None
    assert QApplication.focusWidget() is editor.when.edit


def test_tab_goes_round_within(popover: Any) -> None:
    seen = []
    for _ in range(60):
        at = QApplication.focusWidget()
        assert popover.isAncestorOf(at)
        if at in seen:
            break
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    assert at is seen[0]
    wanted = (popover.ready, popover.cross, popover.form.osm.line, popover.form.holidays.choice)
    assert all(one in seen for one in wanted)
    QTest.keyClick(at, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is seen[-1]


def test_it_is_a_dialog_with_a_name_and_all_in_it_is_named(popover: Any) -> None:
    heard = QAccessible.queryAccessibleInterface(popover)
    assert heard.role() == QAccessible.Role.Dialog
    assert heard.text(QAccessible.Text.Name) == "Hours"
    assert unnamed_controls(popover) == []


def test_what_is_typed_is_in_the_grid_at_once_and_kept_when_it_is_shut(
    editor: Any, popover: Any
) -> None:
    line = popover.form.week.days[5].row.line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "9am-1pm, 5pm-9pm")
    assert editor.when.grid.week()[5] == [(540, 780), (1020, 1260)]
    assert "Sat" in editor.when.sentence.whole_text()
    editor.where.unit.field.setFocus()  # somebody goes on
    assert editor.when.popover is None
    settle(editor.session.runner)
    kept = editor.session._opened_store().businesses.get(editor.id).business
    assert "Sa 09:00-13:00,17:00-21:00" in kept.opening_hours


def test_the_grid_and_the_pane_are_in_step(editor: Any, popover: Any) -> None:
    editor.when.grid._day = 0
    editor.when.grid._set([(600, 900)])
    assert popover.form.week.days[0].row.line.text().startswith("10")
    assert "Mo 10:00-15:00" in popover.form.osm.line.text()


def test_enter_in_the_grid_opens_it_too(editor: Any) -> None:
    editor.when.grid.setFocus()
    QTest.keyClick(editor.when.grid, Qt.Key.Key_Return)
    assert editor.when.popover.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is editor.when.grid


def test_a_season_stays_when_the_grid_is_edited(editor: Any) -> None:
    osm = "Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00; PH off"
    editor.when._take(osm, assumed=True)
    assert editor.when.grid.isVisibleTo(editor)
    editor.when.grid._day = 5
    editor.when.grid._set([(540, 720)])
    assert editor.when._osm == osm.replace("; May", "; Sa 09:00-12:00; May")
    assert editor.when._assumed  # the other days are no surer for it


def test_am_and_pm_can_be_ticked_off_in_the_section(editor: Any) -> None:
    editor.when._take("Mo-Fr 08:00-17:00", assumed=True)
    assert editor.when.sure.isVisibleTo(editor)
    editor.when.sure.click()
    settle(editor.session.runner)
    kept = editor.session._opened_store().businesses.get(editor.id).business
    assert not kept.opening_hours_assumed
    assert editor.when.sure.isHidden()


@pytest.mark.parametrize("size", [(1280, 820), (1000, 700), (683, 384)])
def test_it_fits_into_every_window(editor: Any, size: tuple[int, int]) -> None:
    window = editor.window()
    window.resize(*size)
    settle(window.runner)
    editor.when.edit_hours()
    popover = editor.when.popover
    assert window.rect().contains(popover.geometry())
    assert cut_buttons(popover) == []
    window.resize(size[0] - 20, size[1] - 14)
    QApplication.processEvents()
    assert window.rect().contains(popover.geometry())


def test_it_goes_with_an_editor_that_has_no_room(editor: Any, popover: Any) -> None:
    popover.form.osm.put("Mo 08:00-")
    editor.window().resize(660, 370)
    settle(editor.session.runner)
    assert editor.when.popover is None
    assert editor.when.half.text() == "Not understood: “Mo 08:00-”"


def test_another_row_shuts_it(editor: Any, popover: Any) -> None:
    page = editor.window().shell.page()
    page.rows.select_place(0)
    settle(editor.session.runner)
    assert editor.when.popover is None


def test_it_goes_with_the_editor(editor: Any, popover: Any) -> None:
    line = popover.form.week.days[5].row
    line.put("9-1")
    editor.window().shell.open_page("history")
    settle(editor.session.runner)
    assert editor.when.popover is None
    kept = editor.session._opened_store().businesses.get(editor.id).business
    assert "Sa 09:00-13:00" in kept.opening_hours


def test_hours_of_a_new_business(editor: Any) -> None:
    page = editor.window().shell.page()
    page.add()
    settle(editor.session.runner)
    editor.when.edit_hours()
    popover = editor.when.popover
    popover.form.words.put("Tue-Sun 8am-3pm")
    popover.form.week.days[0].row.put("from ni")
    editor.who.name.field.setText("Panadería Nueva")
    popover.accept()
    editor.leave()
    settle(editor.session.runner)
    kept = editor.session._opened_store().businesses.get(editor.id).business
    assert (kept.name, kept.opening_hours) == ("Panadería Nueva", "Tu-Su 08:00-15:00")
    assert editor.when.half.text() == "Not understood: “from ni”"
