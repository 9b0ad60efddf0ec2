"""Typing in a business that asked to be forgotten: a person is asked, and nothing typed is lost."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.store import Store
from directory_app.store.tombstones import bury
from directory_app.ui.alerts import Alert
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.window.main_window import MainWindow
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


@pytest.fixture
def window(make_window: Open, sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    _bury(made)
    return made


def _bury(window: MainWindow) -> None:
    store = window.session._opened_store()
    with store.write() as connection:
        bury(
            connection,
            name="El Zopilote",
            phones=["+15755550190"],
            address="",
            city="",
            on=dt.date(2026, 11, 2),
        )


def _named(window: MainWindow, name: str) -> list[Any]:
    settle(window.runner)
    found = window.session._opened_store().businesses.search("")
    return [one for one in found if one.business.name == name]


def _add(window: MainWindow, name: str, number: str = "") -> Any:
    page = window.shell.page()
    page.went_wrong.disconnect()  # what is left out is no mistake of the window
    page.add()
    settle(window.runner)
    page.editor.who.name.field.setText(name)
    if number:
        page.editor.who.phones.lines[0][0].setText(number)
    page.editor.save(page.editor.who)
    settle(window.runner)
    return page.editor


def _question(window: MainWindow) -> Alert:
    (alert,) = window.findChildren(Alert)
    return alert


def _press(window: MainWindow, words: str) -> None:
    (button,) = [one for one in _question(window).findChildren(Button) if one.text() == words]
    button.click()
    settle(window.runner)


@pytest.mark.parametrize("number", ["", "575 555 0190"])
def test_a_business_like_one_that_is_gone_waits_for_a_word(window: MainWindow, number: str) -> None:
    editor = _add(window, "Zopilote, El", number)
    assert _named(window, "Zopilote, El") == []
    told = " ".join(label.text() for label in _question(window).findChildren(Label))
    assert "“Zopilote, El”" in told
    assert not any(sign in told for sign in ("555", "name", "phone"))
    _press(window, "It is another business")
    (kept,) = _named(window, "Zopilote, El")
    assert editor.id == kept.business.id
    facts = window.session._opened_store().history.steps(kept.business.id)
    assert "another_one" in {change.field for step in facts for change in step.changes}


def test_leaving_it_out_keeps_what_was_typed_in_its_field(window: MainWindow) -> None:
    editor = _add(window, "Nuevo", "(575) 555-0190")
    _press(window, "Leave it out")
    assert _named(window, "Nuevo") == []
    assert editor.is_new and editor.who.name.field.text() == "Nuevo"
    assert editor.unfinished()


def test_enter_leaves_it_out(window: MainWindow) -> None:
    _add(window, "Nuevo", "(575) 555-0190")
    QTest.keyClick(_question(window).focusWidget(), Qt.Key.Key_Return)
    settle(window.runner)
    assert window.findChildren(Alert) == []
    assert _named(window, "Nuevo") == []


def test_an_edit_asks_too(window: MainWindow) -> None:
    page = window.shell.page()
    page.went_wrong.disconnect()
    row = page.table.row(1)
    page.beside.edit(row)
    settle(window.runner)
    page.editor.who.name.field.setText("El Zopilote")
    page.editor.save(page.editor.who)
    settle(window.runner)
    assert _named(window, "El Zopilote") == []
    _press(window, "It is another business")
    (kept,) = _named(window, "El Zopilote")
    assert kept.business.id == row.id


@pytest.mark.parametrize("leave", ["lock", "vanish"])
def test_a_lock_while_it_asks_loses_nothing(make_window: Open, sealed: Path, leave: str) -> None:
    window = make_window(sealed)
    window.end = lambda: None  # type: ignore[method-assign]
    window.centralWidget().field.setText(PASSPHRASE)
    window.centralWidget().unlock.click()
    settle(window.runner)
    _bury(window)
    _add(window, "Nuevo", "(575) 555-0190")
    getattr(window, leave)()
    with Store.open(sealed, passphrase=PASSPHRASE) as store:
        assert store.drafts.get("new")["changes"]["name"] == "Nuevo"
        assert store.businesses.search("Nuevo") == []
