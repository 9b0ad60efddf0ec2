"""Editing the selected together: a preview, one step, and never a consent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication

from directory_app.ui import language
from directory_app.ui.pages.directory.together import TogetherDialog
from directory_app.ui.window.main_window import MainWindow
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


@pytest.fixture
def window(make_window: Open, sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    return made


def _dialog(window: MainWindow, many: int = 4) -> Any:
    rows = window.shell.page().rows
    flags = QItemSelectionModel.SelectionFlag
    for place in range(many):
        rows.selectionModel().select(rows.model().index(place, 0), flags.Select | flags.Rows)
    window.shell.do("together")
    settle(window.runner)
    found = QApplication.activeModalWidget()
    assert isinstance(found, TogetherDialog)
    return found


def _choose(combo: Any, key: str) -> None:
    combo.set_value(key)
    combo.picked.emit(key)


def test_what_would_change_is_shown_and_is_one_step(window: MainWindow) -> None:
    dialog = _dialog(window)
    _choose(dialog.field, "city")
    dialog.typed.setText("Tucumcari")
    assert "4 of 4" in dialog.told.text()
    assert dialog.table.rows.rowCount() == 4
    codes = [dialog.table.rows.row(at).cells[0] for at in range(4)]
    dialog.attempt()
    settle(window.runner)
    store = window.session._opened_store()
    assert {store.businesses.get(code).business.city for code in codes} == {"Tucumcari"}
    window.shell.undo()
    settle(window.runner)
    assert {store.businesses.get(code).business.city for code in codes} != {"Tucumcari"}


def test_a_language_is_added_only_where_it_is_not(window: MainWindow) -> None:
    dialog = _dialog(window, 6)
    _choose(dialog.field, "languages")
    dialog.typed.setText("Vietnamese")
    found = dialog._outcomes
    assert found and all("vi" not in one.before and one.after[-1] == "vi" for one in found)
    dialog.reject()


def test_nothing_to_do_cannot_be_applied(window: MainWindow) -> None:
    dialog = _dialog(window)
    _choose(dialog.field, "city")
    assert not dialog.go.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("code", ["en", "es"])
def test_no_consent_is_offered_and_it_says_why(window: MainWindow, code: str) -> None:
    language.apply(code)
    dialog = _dialog(window)
    fields = [dialog.field.itemData(at) for at in range(dialog.field.count())]
    assert not {"print", "map", "web", "share", "geocode_online", "consent"} & set(fields)
    for field in fields:  # each has words for its choices
        _choose(dialog.field, field)
    assert unnamed_controls(dialog) == []
    dialog.reject()


def test_without_a_selection_it_says_what_to_do(window: MainWindow) -> None:
    window.shell.page().rows.clearSelection()
    window.shell.do("together")
    settle(window.runner)
    assert QApplication.activeModalWidget() is None


def test_of_very_many_the_first_are_shown_and_all_are_changed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory_app.ui.pages.directory.together._SHOWN", 3)
    dialog = _dialog(window, 5)
    _choose(dialog.field, "city")
    dialog.typed.setText("Tucumcari")
    assert dialog.table.rows.rowCount() == 3
    assert dialog.told.text() == "5 of 5 would change. The first 3 are shown."
    dialog.attempt()
    settle(window.runner)
    store = window.session._opened_store()
    assert sum(one.business.city == "Tucumcari" for one in store.businesses.search("")) == 5
