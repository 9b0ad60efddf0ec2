"""The two numbers in the settings, what they mean today, and that the sidebar follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from directory_app.store import Filter, Store
from directory_app.store.filters import DUE_DAYS
from directory_app.tasks import verifying
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle


@pytest.fixture
def checking(window):
    window.shell.open_page("settings")
    settle(window.runner, 20)
    return window.shell.page().checking


def test_what_is_typed_is_counted_at_once_and_kept_after_a_pause(checking, window, qtbot):
    with Store.open(window.session.path) as store:
        due = store.browser.view_counts()["to_verify"]
        many = store.browser.count(Filter(text="-status:closed"))
    assert checking.due_told.whole_text() == f"So {due} of {many} are due today."
    checking.due.setFocus()
    QTest.keyClick(checking.due, Qt.Key.Key_Up)
    checking.due.set_value(1)
    checking.due.changed.emit(1)
    qtbot.waitUntil(lambda: checking.due_told.whole_text() != f"So {due} of {many} are due today.")
    counted = int(checking.due_told.whole_text().split()[1])
    assert counted > due

    def is_kept():
        with Store.open(window.session.path) as store:
            return store.settings.get(DUE_DAYS) == "1"

    qtbot.waitUntil(is_kept)
    settle(window.runner, 20)
    with Store.open(window.session.path) as store:
        assert store.browser.view_counts()["to_verify"] == counted
    assert unnamed_controls(window) == []


def test_what_is_kept_is_shown(window, qtbot):
    with Store.open(window.session.path) as store:
        assert store.settings.get(verifying.AGAIN_DAYS) == ""
    window.session.write(lambda store: store.settings.set(verifying.AGAIN_DAYS, "9"))
    settle(window.runner)
    window.shell.open_page("settings")
    settle(window.runner, 20)
    assert window.shell.page().checking.again.value() == 9
