"""Every field that the history tells of has a name in the person's language."""

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.model.event import Event
from directory_app.store.businesses import EDITABLE
from directory_app.ui import language
from directory_app.ui.history import words

#: What no person changes: told of nowhere.
WITHIN = {"id", "name_folded", "last_modified", "version", "row_id", "code"}


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_field_is_called_as_the_database_calls_it(qapp: QApplication, code: str) -> None:
    language.apply(code)
    fields = (set(EDITABLE) | set(Event.model_fields)) - WITHIN
    assert [name for name in sorted(fields) if name not in words._fields()] == []
    assert all(text and "_" not in text for text in words._fields().values())
    language.apply("en")
