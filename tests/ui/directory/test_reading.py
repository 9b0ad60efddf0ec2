"""What the table reads in the GUI thread: words and orders of an index, and nothing else."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from directory_app.store.browse import Browser
from directory_app.store.filters import Filter
from directory_app.ui.pages.directory import table_model
from directory_app.ui.pages.directory.directory_page import DirectoryPage
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle


@pytest.fixture
def page(make_window: Callable[[Path], MainWindow], sample: Path) -> DirectoryPage:
    window = make_window(sample)
    settle(window.runner)
    return window.shell.page()


@pytest.fixture
def waited(page: DirectoryPage, monkeypatch: pytest.MonkeyPatch) -> list[Filter]:
    """What the GUI thread's own connection was asked to find."""
    found: list[Filter] = []
    first_rows = Browser.first_rows

    def watched(self: Browser, wanted: Filter, *args: Any) -> Any:
        if self is page.session.browser:
            found.append(wanted)
        return first_rows(self, wanted, *args)

    monkeypatch.setattr(Browser, "first_rows", watched)
    return found


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(view="duplicates"),
        Filter(view="consent_ending"),
        Filter(channel="print", answer="no"),
        Filter(text="town:clovis"),
        Filter(text="taq", city="Clovis"),
        Filter(then=(("code", False),)),
    ],
)
def test_what_asks_each_business_is_found_in_a_worker(
    page: DirectoryPage, waited: list[Filter], wanted: Filter
) -> None:
    page.narrow(wanted)
    settle(page.session.runner)
    assert waited == []
    shown = [page.table.row(place).row_id for place in range(page.table.rowCount())]
    assert shown == list(page.session.browser.row_ids(wanted))


def test_words_are_found_at_once_among_few_and_in_a_worker_among_many(
    page: DirectoryPage, waited: list[Filter], monkeypatch: pytest.MonkeyPatch
) -> None:
    page.narrow(Filter(text="momo"))
    assert [one.text for one in waited] == ["momo"]
    assert page.table.rowCount() == 1
    page.narrow(Filter())
    page.table.refresh()  # how many there are in all is known then
    settle(page.session.runner)
    monkeypatch.setattr(table_model, "MANY", 10)
    page.narrow(Filter(text="taquer"))
    settle(page.session.runner)
    assert [one.text for one in waited] == ["momo", ""]
    assert "Taquer" in page.table.row(0).name


def test_counting_the_views_keeps_no_search_waiting(
    page: DirectoryPage, monkeypatch: pytest.MonkeyPatch, qtbot: Any
) -> None:
    going_on, found = Event(), Event()

    def count(_self: Browser) -> dict[str, int]:
        going_on.set()
        assert found.wait(20)
        return {"all": 7}

    monkeypatch.setattr(Browser, "view_counts", count)
    page.session.changed.emit()  # all is counted again
    qtbot.waitUntil(going_on.is_set)
    page.narrow(Filter(text="town:clovis"))
    qtbot.waitUntil(lambda: page.table.filter.text == "town:clovis" and _all_in(page, "Clovis"))
    found.set()
    settle(page.session.runner)


def _all_in(page: DirectoryPage, town: str) -> bool:
    rows = [page.table.row(place) for place in range(page.table.rowCount())]
    return all(row is not None and row.city == town for row in rows)
