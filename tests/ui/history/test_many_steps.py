"""A hundred thousand steps: the page opens and scrolls without reading more than it shows."""

import threading

import pytest
from PySide6.QtCore import Qt

from directory_app.store import Filter, Store
from directory_app.store.engine import connect
from directory_app.store.history import History
from directory_app.ui.pages.history.history_page import PAGE
from tests.ui.waiting import settle

STEPS = 100_000


@pytest.fixture
def directory(sample):
    """The sample, of which one entry was edited as often."""
    with Store.open(sample) as store:
        row = store.browser.rows(store.browser.row_ids(Filter()))[0]
    connection = connect(sample / "directory.db", None, write=True)
    connection.execute("BEGIN")
    last = connection.execute("SELECT coalesce(max(id), 0) FROM action").fetchone()[0]
    numbers = range(last + 1, last + 1 + STEPS)
    at = "2026-11-01T09:00:00.000000Z"
    connection.executemany(
        'INSERT INTO action (id, at, "by", kind, label, undone, undoable)'
        " VALUES (?, ?, 'Beto', 'edit', ?, 0, 1)",
        [(number, at, f"{row.name} {number}") for number in numbers],
    )
    connection.executemany(
        'INSERT INTO change (at, "by", action_id, "table", "row", field, previous_value,'
        " replacement_value) VALUES (?, 'Beto', ?, 'business', ?, 'note', '\"a\"', '\"b\"')",
        [(at, number, row.id) for number in numbers],
    )
    connection.execute("COMMIT")
    connection.close()
    return sample


@pytest.fixture
def reads(monkeypatch):
    """How many steps were read each time, and that the window did not wait for any."""
    found, read = [], History.by_ids

    def watched(self, ids):
        assert threading.current_thread() is not threading.main_thread()
        found.append(len(ids))
        return read(self, ids)

    monkeypatch.setattr(History, "by_ids", watched)
    return found


def test_only_what_is_shown_of_many_steps_is_read(make_window, directory, reads):
    window = make_window(directory)
    settle(window.runner)
    window.shell.open_page("history")
    settle(window.runner, 20)
    page = window.shell.page()
    assert page.model.rowCount() >= STEPS
    assert sum(reads) <= 2 * PAGE
    bar = page.table.verticalScrollBar()
    for part in (0.5, 1.0):
        bar.setValue(round(bar.maximum() * part))
        settle(window.runner, 20)
        at = page.table.rowAt(page.table.viewport().height() // 2)
        told = page.model.index(at, 2).data(Qt.ItemDataRole.DisplayRole)
        assert told not in (None, "", "…")
    assert sum(reads) <= 8 * PAGE
    assert max(reads) <= PAGE
