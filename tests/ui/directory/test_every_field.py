"""Every field of the table that has a section stands in the editor, and is kept from there."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from directory_app.model import fields
from directory_app.ui import language
from directory_app.ui.pages.directory.editor.controls import Ticks
from directory_app.ui.pages.directory.editor.editor import fields_of
from directory_app.ui.pages.directory.editor.field_help import help_for
from directory_app.ui.pages.directory.pickers.category_field import CategoryField
from directory_app.ui.pages.directory.pickers.chips_field import ChipsField
from directory_app.ui.pages.directory.together import TogetherDialog
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.fields import Field, TextArea
from tests.field_samples import sample
from tests.ui.waiting import settle

IN_EDITOR = {field.name: field for field in fields.BUSINESS if field.section is not None}


@pytest.fixture
def window(make_window: Any, sample: Path) -> Any:
    made = make_window(sample)
    settle(made.runner)
    return made


@pytest.fixture
def editor(window: Any) -> Any:
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    return window.shell.page().editor


def _write(widget: QWidget, value: Any) -> None:
    """As a person would: through the control alone."""
    if isinstance(widget, Combo):
        widget.set_value({True: "yes", False: "no"}.get(value, value))
        assert widget.value(), value
    elif isinstance(widget, CategoryField):
        widget.set_value(value)
    elif isinstance(widget, ChipsField):
        widget.set_values(value)
    elif isinstance(widget, Ticks):
        for key, tick in widget.ticks.items():
            tick.setChecked(key in value)
    elif isinstance(widget, TextArea):
        widget.setPlainText("\n".join(value) if isinstance(value, list) else value)
    else:
        assert isinstance(widget, Field)
        widget.setText(value)


def test_each_field_is_typed_kept_and_shown_again(window: Any, editor: Any) -> None:
    controls = {name: widget for widget, name in fields_of(editor).items()}
    assert IN_EDITOR.keys() <= controls.keys()
    typed = {
        name: sample(field)
        for name, field in IN_EDITOR.items()
        if name != "opening_hours"  # hours have tests of their own
    }
    for name, value in typed.items():
        _write(controls[name], value)
    editor.leave()
    settle(window.runner)
    business = window.session._opened_store().businesses.get(editor.id).business
    assert {name: getattr(business, name) for name in typed} == typed
    assert not any(section.is_edited() for section in editor.sections)


@pytest.mark.parametrize("code", ["en", "es"])
def test_each_field_says_its_name_and_what_to_write(editor: Any, code: str) -> None:
    language.apply(code)
    for widget, name in fields_of(editor).items():
        assert widget.accessibleName(), name
        assert help_for(name)[0], name
        if isinstance(widget, Combo):
            assert all(widget.itemText(at) for at in range(widget.count())), name


def test_not_known_is_one_of_the_answers_and_can_be_said_again(window: Any, editor: Any) -> None:
    combo = editor.who.rows["delivery"].field
    combo.set_value("no")
    combo.picked.emit("no")
    settle(window.runner)
    store = window.session._opened_store()
    assert store.businesses.get(editor.id).business.delivery is False
    combo.set_value("")
    combo.picked.emit("")
    settle(window.runner)
    assert store.businesses.get(editor.id).business.delivery is None


@pytest.mark.parametrize("code", ["en", "es"])
def test_bulk_edit_offers_each_field_that_may_be_set_for_many(window: Any, code: str) -> None:
    language.apply(code)
    ids: list[str] = []
    dialog = TogetherDialog(window.session, ids, window)
    names = [dialog.field.itemData(at) for at in range(dialog.field.count())]
    assert set(names) == {field.name for field in fields.BUSINESS if field.bulk}
    assert {
        *["price_range", "takeaway", "delivery", "catering", "wheelchair", "same_as", "county"]
    } < {*names}
    for name in names:
        dialog.field.set_value(name)
        dialog.field.picked.emit(name)
        shown = dialog.choice if dialog.choice.isVisibleTo(dialog) else dialog.typed
        if shown is dialog.choice:
            assert all(shown.itemText(at) for at in range(shown.count())), name
    dialog.reject()
