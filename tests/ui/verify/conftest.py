"""Fixtures of the page of verification, and keys as a person presses them."""

import pytest
from PySide6.QtTest import QTest

from directory_app.store import Store
from directory_app.tasks.verifying import Batch
from tests.ui.waiting import settle


@pytest.fixture
def window(make_window, sample):
    made = make_window(sample)
    settle(made.runner)
    return made


@pytest.fixture
def page(window):
    window.shell.open_page("verify")
    settle(window.runner, 20)
    page = window.shell.page()
    page.start(Batch(months=0))
    settle(window.runner, 20)
    return page


@pytest.fixture
def sheets(page):
    page.type_sheets()
    settle(page.session.runner)
    return page.sheet


def type_fast(page, keys):
    """Keys to whatever has the keyboard, without waiting for anything between them."""
    for key in keys:
        QTest.keyClick(page.window().focusWidget() or page, key)


def press(page, keys):
    """Keys, one by one, to whatever has the keyboard, as a person's would go."""
    for key in keys:
        type_fast(page, [key])
        settle(page.session.runner)


def own(page):
    return page.read.dossier.business


def kept(page, id):
    with Store.open(page.session.path) as store:
        return store.businesses.get(id)
