"""Locking in the middle of a sheet or a call: what was said is there again, and not applied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from directory_app.model.terms import AddressType
from directory_app.store import Filter, Store
from directory_app.tasks.verifying import Batch
from directory_app.ui.window.main_window import MainWindow
from tests.ui.conftest import PASSPHRASE
from tests.ui.verify.conftest import own, press
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


@pytest.fixture
def unlocked(make_window: Open, sealed: Path):
    def unlock() -> MainWindow:
        window = make_window(sealed)
        lock = window.centralWidget()
        lock.field.setText(PASSPHRASE)
        lock.unlock.click()
        settle(window.runner)
        return window

    return unlock


def on_the_page(window: MainWindow):
    window.shell.open_page("verify")
    settle(window.runner, 20)
    return window.shell.page()


def store_of(path: Path, *, write: bool = False) -> Store:
    return Store.open(path, passphrase=PASSPHRASE, write=write)


def first_row(path: Path):
    with store_of(path) as store:
        return store.browser.rows(store.browser.row_ids(Filter()))[0]


@pytest.fixture
def half_a_sheet(unlocked, sealed):
    """A sheet with an answer, a correction, and another that is being typed; then the lock."""
    window = unlocked()
    page = on_the_page(window)
    page.type_sheets()
    settle(window.runner)
    page.sheet.head.by.setText("Beto")
    row = first_row(sealed)
    press(page, [*row.code, *"yn", *"Pan y caf", Qt.Key.Key_Return, "3", "n", *"12 Ma"])
    window.lock()
    return row


def test_half_a_sheet_is_there_again_and_not_applied(half_a_sheet, unlocked, sealed):
    row = half_a_sheet
    with store_of(sealed) as store:
        assert store.businesses.get(row.id).business.address_1 != "12 Ma"
    again = unlocked()
    page = again.shell.page()
    sheet = page.sheet
    assert page.stack.currentWidget() is sheet
    assert sheet.dossier.business.id == row.id
    assert sheet.code.text() == row.code
    assert sheet.keys.answers == {"name": "right", "sells": "changed"}
    assert sheet.keys.typed["sells"] == "Pan y caf"
    assert (sheet.correction.isVisible(), sheet.correction.line.text()) == (True, "12 Ma")
    assert sheet.head.by.text() == "Beto"
    assert again.focusWidget() is sheet.correction.line


def test_a_lock_between_two_sheets_comes_back_to_the_sheets(unlocked, sealed):
    window = unlocked()
    page = on_the_page(window)
    page.type_sheets()
    settle(window.runner)
    page.sheet.head.by.setText("Beto")
    page.sheet.code.setText("KX")
    window.lock()
    sheet = unlocked().shell.page().sheet
    assert sheet.isVisible()
    assert (sheet.head.by.text(), sheet.code.text(), sheet.dossier) == ("Beto", "KX", None)


def test_what_was_typed_goes_with_a_business_that_withdraws(half_a_sheet, unlocked, sealed):
    with store_of(sealed, write=True) as store:
        store.consents.withdraw(half_a_sheet.id)
        assert store.drafts.get(f"{half_a_sheet.id}/sheet") is None
    again = unlocked()
    assert again.shell.page().sheet.dossier is None


def test_a_street_that_was_typed_goes_where_a_home_is(half_a_sheet, unlocked, sealed):
    with store_of(sealed, write=True) as store:
        store.businesses.update(half_a_sheet.id, {"address_type": AddressType.HOME})
        assert "12 Ma" not in str(store.drafts.get(f"{half_a_sheet.id}/sheet"))
    sheet = unlocked().shell.page().sheet
    assert sheet.keys.typed["sells"] == "Pan y caf"
    assert not sheet.correction.isVisible()


def test_a_correction_of_a_call_is_there_again(unlocked):
    window = unlocked()
    page = on_the_page(window)
    page.start(Batch(months=0))
    settle(window.runner, 20)
    business = own(page)
    press(page, "yc")
    page.call.lines.lines["address"].field.setText("14 Half St")
    window.lock()
    page = unlocked().shell.page()
    settle(page.session.runner, 20)
    line = page.call.lines.lines["address"]
    assert own(page).id == business.id
    assert page.call.lines.lines["name"].verdict == "right"
    assert (line.is_typing(), line.field.text()) == (True, "14 Half St")
