"""A day chosen in a calendar: by mouse and keys, typed as before, spoken, in both languages."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from directory_app.model.typed_days import read_day
from directory_app.store import Store
from directory_app.ui import language
from directory_app.ui.widgets.calendar import Calendar
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.day_field import DayField
from directory_app.ui.window.main_window import MainWindow
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def field(qapp: QApplication) -> Iterator[DayField]:
    over = QWidget()
    made = DayField("Day", lambda text: read_day(text, TODAY))
    QVBoxLayout(over).addWidget(made)
    over.show()
    yield made
    over.close()
    over.deleteLater()


def test_it_opens_on_what_is_typed_and_a_choice_is_committed(field: DayField) -> None:
    told: list[str] = []
    field.committed.connect(told.append)
    field.setText("5 Dec")
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.popup is not None
    calendar = field.popup.calendar
    assert calendar.selectedDate() == QDate(2026, 12, 5)
    assert unnamed_controls(field.popup) == []
    calendar.clicked.emit(QDate(2026, 12, 12))
    assert told == ["Sat 12 Dec 2026"]
    assert field.text() == "Sat 12 Dec 2026"


def test_escape_leaves_what_was_typed(field: DayField, qapp: QApplication) -> None:
    told: list[str] = []
    field.committed.connect(told.append)
    field.set_text("5 Dec")
    field.calendar.click()
    QTest.keyClick(field.popup.calendar, Qt.Key.Key_Escape)
    qapp.sendPostedEvents()
    assert field.text() == "5 Dec"
    assert told == []


def test_weeks_and_names_are_those_of_the_language(field: DayField) -> None:
    language.apply("es")
    field.open_calendar()
    calendar = field.popup.calendar
    assert calendar.locale().language().name == "Spanish"
    assert calendar._part("nextmonth").accessibleName() == "El mes siguiente"
    field.popup.close()


def test_no_weekend_is_red(qapp: QApplication) -> None:
    calendar = Calendar()
    colours = {calendar.weekdayTextFormat(day).foreground().color().name() for day in Qt.DayOfWeek}
    assert len(colours) == 1


def test_a_date_has_the_same_calendar_by_its_sign_and_by_keys(qapp: QApplication) -> None:
    field, told = DateField("Date", TODAY), []
    field.picked.connect(told.append)
    field.resize(150, 30)
    field.show()
    field.calendar.click()
    field.popup.calendar.clicked.emit(QDate(2026, 12, 1))
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    field.popup.calendar.clicked.emit(QDate(2026, 12, 2))
    assert told == [dt.date(2026, 12, 1), dt.date(2026, 12, 2)]
    field.close()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25 Oct 2026", dt.date(2026, 10, 25)),
        ("31 Oct", dt.date(2026, 10, 31)),
        ("2 feb", dt.date(2027, 2, 2)),
        ("10/25/2026", dt.date(2026, 10, 25)),
        ("2026-10-25", dt.date(2026, 10, 25)),
    ],
)
def test_a_date_is_what_was_typed(qapp: QApplication, typed: str, day: dt.date) -> None:
    field, told = DateField("Date", TODAY), []
    field.picked.connect(told.append)
    field.show()
    field.selectAll()
    QTest.keyClicks(field, typed)
    assert field.day() == told[-1] == day  # also for who goes on by a key, without leaving
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.day() == day
    assert field.text() == f"{day.day} {day:%b} {day.year}"
    field.close()


def test_what_is_no_day_or_out_of_range_is_marked_and_goes_back(qapp: QApplication) -> None:
    field = DateField("Date", TODAY)
    field.set_range(last=TODAY)
    field.show()
    for typed in ("25 Dec 2026", "soon", ""):
        field.selectAll()
        QTest.keyClicks(field, typed) if typed else QTest.keyClick(field, Qt.Key.Key_Delete)
        assert field.problem
        assert field.day() == TODAY
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert (field.text(), field.problem) == ("24 Nov 2026", False)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == TODAY
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.day() == TODAY - dt.timedelta(1)
    field.close()


def test_a_date_takes_no_more_room_than_its_words(qapp: QApplication) -> None:
    over, field = QWidget(), DateField("Date", TODAY)
    row = QHBoxLayout(over)
    row.addWidget(field)
    row.addStretch()
    over.resize(900, 60)
    over.show()
    assert field.width() == field.sizeHint().width()
    over.close()


def test_the_day_of_an_event_can_be_chosen(
    make_window: Callable[[Path], MainWindow], sample: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    window.shell.open_page("events")
    settle(window.runner)
    page = window.shell.page()
    event, day = page.form._event, page.form.fields["date"]
    assert isinstance(day, QLineEdit)
    day.open_calendar()
    day.popup.calendar.activated.emit(QDate(2031, 1, 4))
    settle(window.runner)
    with Store.open(sample) as store:
        assert store.events.get(event.id).date == dt.date(2031, 1, 4)
