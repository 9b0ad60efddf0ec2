"""Down the table with the editor open: the next business is read before the key comes."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from directory_app.store import Store
from directory_app.tasks import editing
from directory_app.ui.pages.directory.directory_page import DirectoryPage
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle


@pytest.fixture
def page(make_window: Callable[[Path], MainWindow], sample: Path) -> DirectoryPage:
    window = make_window(sample)
    window.resize(1280, 820)
    settle(window.runner)
    page = window.shell.page()
    page.rows.select_place(3)
    settle(window.runner)
    return page


def _shown(page: DirectoryPage) -> Any:
    return page.editor.who.dossier.business


def test_the_rows_above_and_below_are_shown_without_waiting(page: DirectoryPage) -> None:
    for place in (4, 3, 2):
        page.rows.select_place(place)
        assert _shown(page).id == page.table.row(place).id
        assert page.editor.notes.dossier.business.id == _shown(page).id
        settle(page.session.runner)


def test_a_row_far_away_is_read_when_it_is_shown(page: DirectoryPage) -> None:
    before, last = _shown(page).id, page.table.rowCount() - 1
    page.rows.select_place(last)
    assert _shown(page).id == before
    settle(page.session.runner)
    assert _shown(page).id == page.table.row(last).id


def test_what_was_written_meanwhile_is_what_is_shown(page: DirectoryPage) -> None:
    below = page.table.row(4).id
    page.session.write(lambda store: store.businesses.update(below, {"note": "Side door"}))
    settle(page.session.runner)
    page.rows.select_place(4)
    assert _shown(page).note == "Side door"


def test_one_that_is_gone_is_not_shown_from_memory(page: DirectoryPage) -> None:
    below = page.table.row(4)
    page.session.write(lambda store: store.businesses.delete([below.id]))
    settle(page.session.runner)
    page.editor.show_row(below)
    assert _shown(page).id != below.id


def test_what_was_typed_of_it_comes_with_it(page: DirectoryPage) -> None:
    page.editor.where.town.zip.setText("875")  # no ZIP: it cannot be applied, but is kept
    for place in (4, 3):
        page.rows.select_place(place)
        settle(page.session.runner)
    assert page.editor.where.town.zip.text() == "875"


def test_who_passes_by_is_not_compared_with_all_others(
    page: DirectoryPage, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    asked = []

    def same_phone(store: Store, dossier: Any) -> tuple[str, None]:
        asked.append(dossier.business.id)
        return dossier.business.id, None

    monkeypatch.setattr(editing, "same_phone", same_phone)
    for place in (4, 5, 6):
        page.rows.select_place(place)
    qtbot.waitUntil(lambda: bool(asked))
    settle(page.session.runner)
    assert asked == [page.table.row(6).id]


def test_a_long_list_keeps_no_business_waiting(page: DirectoryPage, qtbot: Any) -> None:
    page.session.warm()
    settle(page.session.runner)
    going_on, found = Event(), Event()
    page.session.ask(lambda _store: going_on.set() or found.wait(20))
    qtbot.waitUntil(going_on.is_set)
    last = page.table.rowCount() - 1
    page.rows.select_place(last)
    qtbot.waitUntil(lambda: _shown(page).id == page.table.row(last).id)
    found.set()
    settle(page.session.runner)


def test_what_is_being_saved_comes_first(page: DirectoryPage, qtbot: Any) -> None:
    last = page.table.rowCount() - 1
    business, saved = page.table.row(last).id, Event()

    def save(store: Store) -> None:
        saved.wait(20)
        store.drafts.set(business, {"typed": {"4": {"note": "half a sentence"}}})

    page.session.keep(save)
    page.rows.select_place(last)
    saved.set()
    qtbot.waitUntil(lambda: _shown(page).id == business)
    assert page.editor.notes.note.field.text() == "half a sentence"
