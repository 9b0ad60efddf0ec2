"""The pane of the hours: words, OSM, days, seasons and holidays in step, nothing lost."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.ui.pages.directory.hours.form import HoursForm
from tests.ui.accessible import unnamed_controls

OSM = 'Mo-Fr 08:00-17:00; May-Sep Mo-Fr 08:00-20:00; week 1 Mo 10:00-12:00; PH off || "call"'


@pytest.fixture
def form(qtbot: Any) -> HoursForm:
    made = HoursForm()
    qtbot.addWidget(made)
    made.resize(400, 700)
    made.show()
    made.told = []
    made.edited.connect(lambda osm, assumed: made.told.append((osm, assumed)))
    return made


def type_into(line: Any, text: str) -> None:
    line.line.setFocus()
    line.line.selectAll()
    QTest.keyClicks(line.line, text)


def day(form: HoursForm, number: int) -> Any:
    return form.week.days[number].row


def test_all_lines_show_the_same_hours(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    assert form.osm.line.text() == OSM
    assert form.words.line.text().startswith("Mon–Fri 8\N{NO-BREAK SPACE}am–5\N{NO-BREAK SPACE}pm")
    assert day(form, 0).line.text() == "8\N{NO-BREAK SPACE}am–5\N{NO-BREAK SPACE}pm"
    assert day(form, 6).line.text() == "closed"
    assert [row.months.line.text() for row in form.seasons.rows] == ["May–Sep"]
    assert form.holidays.choice.value() == "closed"
    assert "week 1" in form.kept.text()
    assert form.typed() == {}
    assert form.told == []


def test_a_day_is_typed_and_all_else_stays(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    type_into(day(form, 5), "9am-noon")
    assert form.told[-1][0] == OSM.replace("; May", "; Sa 09:00-12:00; May")
    assert form.osm.line.text() == form.told[-1][0]
    assert "Sat 9" in form.words.line.text()


def test_two_spans_and_past_midnight(form: HoursForm) -> None:
    form.show_hours("Mo-Sa 08:00-17:00; PH off", assumed=False)
    type_into(day(form, 4), "11am-2pm, 6pm-2am")
    assert "Fr 11:00-14:00,18:00-02:00" in form.told[-1][0]
    form.week.days[4]._copy([5])
    assert form.told[-1][0].startswith("Mo-Th 08:00-17:00; Fr-Sa 11:00-14:00,18:00-02:00; PH")


def test_osm_and_words_are_both_ways(form: HoursForm) -> None:
    form.show_hours("", assumed=False)
    type_into(form.osm, "Tu-Su 08:00-15:00")
    assert day(form, 1).line.text() == "8\N{NO-BREAK SPACE}am–3\N{NO-BREAK SPACE}pm"
    type_into(form.words, "Mon 9am-5pm; May-Sep: Mon 9am-8pm")
    assert form.osm.line.text() == "Mo 09:00-17:00; May-Sep Mo 09:00-20:00"
    assert len(form.seasons.rows) == 1


def test_what_cannot_be_read_stays_and_is_told_when_it_is_left(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    type_into(day(form, 2), "whenev")
    assert not day(form, 2).problem.text()  # not while it is being typed
    type_into(day(form, 3), "closed")
    assert "Not understood" in day(form, 2).problem.text()
    assert day(form, 2).line.text() == "whenev"
    assert form.typed() == {"day2": "whenev"}
    assert form.told[-1][0].startswith("Mo-We,Fr 08:00-17:00; Th off")
    type_into(day(form, 2), "8am-5pm")
    assert not day(form, 2).problem.text()
    assert form.typed() == {}


def test_esc_gives_up_what_cannot_be_read(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    type_into(day(form, 2), "whenev")
    QTest.keyClick(day(form, 2).line, Qt.Key.Key_Escape)
    assert day(form, 2).line.text() == "8\N{NO-BREAK SPACE}am–5\N{NO-BREAK SPACE}pm"
    assert form.typed() == {}
    assert form.told == []


def test_an_emptied_line_of_words_says_nothing_before_it_is_left(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    form.words.line.setFocus()
    form.words.line.selectAll()
    QTest.keyClick(form.words.line, Qt.Key.Key_Delete)
    assert form.told == []
    day(form, 0).line.setFocus()
    assert form.told[-1] == ("", False)


def test_arrows_go_from_day_to_day_and_copy(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    form.activateWindow()
    day(form, 4).line.setFocus()
    QTest.keyClick(day(form, 4).line, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is day(form, 5).line
    assert form.told[-1][0].startswith("Mo-Sa 08:00-17:00; May")


def test_the_menu_of_a_day(form: HoursForm) -> None:
    form.show_hours("Mo-Fr 08:00-17:00; PH off", assumed=False)
    menu = form.week.days[2]._made_menu()
    deeds = {action.text(): action for action in menu.actions() if action.text()}
    assert list(deeds) == [
        *("Closed", "Open 24 hours", "Open again later that day"),
        *("Copy to every day", "Copy to Monday–Friday", "Copy to Thursday"),
    ]
    deeds["Closed"].trigger()
    assert form.told[-1][0] == "Mo-Tu,Th-Fr 08:00-17:00; We off; PH off"
    deeds["Open 24 hours"].trigger()
    deeds["Copy to Monday–Friday"].trigger()
    assert form.told[-1][0] == "Mo-Fr 00:00-24:00; PH off"
    deeds["Copy to every day"].trigger()
    assert form.told[-1][0] == "Mo-Su 00:00-24:00; PH off"


def test_a_second_opening_waits_for_its_hours(form: HoursForm) -> None:
    form.show_hours("Mo-Fr 08:00-12:00", assumed=False)
    form.activateWindow()
    form.week.days[2].add_span()
    line = day(form, 2).line
    assert line.text().endswith("noon, ")
    QTest.keyClicks(line, "2pm-6pm")
    assert "We 08:00-12:00,14:00-18:00" in form.told[-1][0]


def test_a_part_of_the_year_is_added_changed_and_removed(form: HoursForm) -> None:
    form.show_hours("Mo-Fr 08:00-17:00; PH off", assumed=False)
    form.seasons.more.click()
    (row,) = form.seasons.rows
    type_into(row.months, "Jun-Aug")
    assert form.told == []  # no hours yet
    assert form.typed() == {"seasons": [["Jun-Aug", ""]]}
    type_into(row.hours, "Mon-Fri 8am-8pm")
    assert form.told[-1][0] == "Mo-Fr 08:00-17:00; Jun-Aug Mo-Fr 08:00-20:00; PH off"
    type_into(row.months, "May-Aug")
    assert "May-Aug Mo-Fr 08:00-20:00" in form.told[-1][0]
    row.cross.click()
    assert form.told[-1][0] == "Mo-Fr 08:00-17:00; PH off"
    assert form.seasons.rows == []


def test_holidays(form: HoursForm) -> None:
    form.show_hours("Mo-Fr 08:00-17:00; Su 10:00-14:00", assumed=False)
    choice = form.holidays.choice
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert form.told[-1][0].endswith("; PH off")
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert form.told[-1][0].endswith("; PH 10:00-14:00")
    assert choice.value() == "sunday"
    QTest.keyClick(choice, Qt.Key.Key_Right)
    type_into(form.holidays.own, "noon-3pm")
    assert form.told[-1][0].endswith("; PH 12:00-15:00")
    QTest.keyClick(choice, Qt.Key.Key_Home)
    assert form.told[-1][0] == "Mo-Fr 08:00-17:00; Su 10:00-14:00"


def test_am_and_pm_that_were_assumed_are_ticked_off(form: HoursForm) -> None:
    form.show_hours("Mo-Fr 08:00-17:00", assumed=True)
    assert form.assumed.isVisible()
    form.assumed.click()
    assert form.told[-1] == ("Mo-Fr 08:00-17:00", False)
    assert not form.assumed.isVisible()


def test_half_typed_lines_are_taken_up(form: HoursForm) -> None:
    form.show_hours(OSM, assumed=False)
    typed = {"words": "whenev", "day3": "8-", "seasons": [["Jun-", "8-"]], "holiday": "1"}
    form.take_up(typed)
    assert form.typed() == typed
    assert form.osm.line.text() == OSM


def test_hours_that_no_grid_can_show(form: HoursForm) -> None:
    form.show_hours('Mo-Fr 09:00+; Sa "by appointment"', assumed=False)
    assert not form.week.isVisible()
    assert form.no_week.isVisible()
    assert form.osm.line.text() == 'Mo-Fr 09:00+; Sa "by appointment"'


def test_every_line_has_a_name(form: HoursForm, qtbot: Any) -> None:
    form.show_hours(OSM, assumed=True)
    qtbot.waitUntil(form.seasons.rows[0].isVisible)
    assert unnamed_controls(form) == []
    names = [line.accessibleName() for line in form.findChildren(QWidget) if line.isVisible()]
    assert "Monday" in names
    assert "Part of the year 1" in names
