"""Each field says in a line what to write and who sees it, to the eye and to the ear."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from directory_app.ui import language
from directory_app.ui.pages.directory.editor.editor import fields_of
from directory_app.ui.pages.directory.editor.field_help import HelpLine, help_for, seen
from tests.ui.waiting import settle


@pytest.fixture
def editor(make_window: Any, sample: Path) -> Any:
    window = make_window(sample)
    settle(window.runner)
    page = window.shell.page()
    page.rows.select_place(0)
    settle(window.runner)
    window.activateWindow()
    return page.editor


def _line(editor: Any) -> HelpLine:
    return editor.findChild(HelpLine)


def _typed_into(widget: QWidget) -> QWidget:
    from directory_app.ui.pages.directory.editor.phones_field import PhonesField

    if isinstance(widget, PhonesField):
        return widget.lines[0][0]
    return widget.focusProxy() or widget


def test_every_field_has_help_of_about_forty_letters(editor: Any) -> None:
    for field in fields_of(editor).values():
        text, who = help_for(field)
        assert 8 < len(text) <= 46, field
        assert seen(who), field


def test_nothing_that_is_bound_is_without_help(editor: Any) -> None:
    bound = {field for section in editor.sections for field in section._bound}
    told = set(fields_of(editor).values())
    assert bound - told <= {"opening_hours_assumed"}


def test_help_is_shown_while_a_field_has_the_keyboard(editor: Any) -> None:
    line = _line(editor)
    editor.window().shell.page().rows.setFocus()
    assert line.isHidden()
    editor.who.name.field.setFocus()
    assert line.isVisible()
    assert line.words.whole_text().startswith("As on the sign")
    assert line.seen.whole_text() == "Printed only after the owner's yes"
    editor.notes.note.field.setFocus()
    assert line.seen.whole_text() == "Never printed"
    editor.who.phones.lines[0][0].setFocus()
    assert "505" in line.words.whole_text()
    editor.window().shell.page().rows.setFocus()
    assert line.isHidden()


def test_help_is_the_description_until_there_is_a_problem(editor: Any) -> None:
    for widget, field in fields_of(editor).items():
        if field != "payment_accepted":
            assert help_for(field)[0] in _typed_into(widget).accessibleDescription(), field
    name = editor.who.name
    name.say("A business needs a name")
    assert name.field.accessibleDescription() == "A business needs a name"
    name.say("")
    assert "As on the sign" in name.field.accessibleDescription()


def test_help_follows_the_language(editor: Any) -> None:
    english, window = help_for("name")[0], editor.window()
    language.apply("es")
    settle(window.runner, 10)
    assert help_for("name")[0] != english
    editor = window.shell.page().editor
    editor.who.name.field.setFocus()
    assert _line(editor).words.whole_text() == help_for("name")[0]
