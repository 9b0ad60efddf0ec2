"""Telephones of the editor: formatted as typed, split when pasted, kept in when locked."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.model.business import Phone
from directory_app.ui.pages.directory.editor.phones_field import PhonesField
from tests.ui.accessible import unnamed_controls


@pytest.fixture
def field(qtbot: Any) -> PhonesField:
    made = PhonesField()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def _line(field: PhonesField, number: int = 0) -> Any:
    return field.lines[number][0]


def test_digits_are_formatted_as_they_are_typed(field: PhonesField) -> None:
    _line(field).setFocus()
    QTest.keyClicks(_line(field), "50555501")
    assert _line(field).text() == "(505) 555-01"
    QTest.keyClicks(_line(field), "42x3")
    assert _line(field).text() == "(505) 555-0142 x3"
    assert [(one.number, one.extension) for one in field.phones()] == [("+15055550142", "3")]


def test_a_digit_in_the_middle_leaves_the_caret_there(field: PhonesField) -> None:
    _line(field).setFocus()
    QTest.keyClicks(_line(field), "505550142")
    _line(field).setCursorPosition(_line(field).text().index("55") + 2)
    QTest.keyClicks(_line(field), "5")
    assert _line(field).text() == "(505) 555-0142"
    assert _line(field).text()[: _line(field).cursorPosition()].endswith("5")


@pytest.mark.parametrize("text", ["505-555-0142 / 505-555-0143", "505.555.0142\n5055550143"])
def test_several_numbers_pasted_get_a_line_each(field: PhonesField, text: str) -> None:
    QApplication.clipboard().setText(text)
    _line(field).setFocus()
    _line(field).paste()
    assert field.texts() == ["(505) 555-0142", "(505) 555-0143"]
    assert QApplication.focusWidget() is _line(field, 1)


def test_a_lock_keeps_a_number_in(field: PhonesField) -> None:
    kept = Phone(business_id="b", number="+15055550142")
    field.set_phones([kept])
    assert not field.is_edited()
    field.locks[0].setFocus()
    QTest.keyClick(field.locks[0], Qt.Key.Key_Space)
    assert field.is_edited()
    (phone,) = field.phones()
    assert (phone.id, phone.confidential) == (kept.id, True)
    assert not kept.confidential  # what is kept is changed by the store alone
    field.set_phones([phone])
    assert field.locks[0].isChecked()
    assert not field.is_edited()


def test_a_new_number_may_be_locked_at_once(field: PhonesField) -> None:
    field.locks[0].setChecked(True)
    _line(field).setText("505-555-0142")
    assert [one.confidential for one in field.phones()] == [True]


def test_everything_has_a_name(field: PhonesField) -> None:
    field.set_phones([Phone(business_id="b", number="+15055550142") for _ in range(2)])
    assert unnamed_controls(field) == []
    assert "confidential" in field.locks[1].accessibleName()


def test_the_number_of_whom_to_ask_is_formatted_too(qtbot: Any) -> None:
    from directory_app.ui.pages.directory.editor.notes import Notes

    notes = Notes()
    qtbot.addWidget(notes)
    notes.show()
    QTest.keyClicks(notes.phone.field, "5055550142")
    assert notes.phone.field.text() == "(505) 555-0142"
