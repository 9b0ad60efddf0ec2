"""Where nothing is to be seen, the page says what to do, and its button does it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from directory_app.model.business import Business
from directory_app.model.geo import Position
from directory_app.store import Store
from directory_app.store.filters import Filter
from directory_app.ui import language
from directory_app.ui.pages import register
from directory_app.ui.shell.shell import Banner
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.window.create_dialog import CreateDialog
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A directory with nothing in it."""
    path = tmp_path / "new.puertas"
    Store.create(path, passphrase=None).close()
    return path


def _on(window: MainWindow, key: str, argument: Any = None) -> Any:
    window.shell.open_page(key, argument)
    settle(window.runner)
    return window.shell.page()


def _states(page: Any) -> list[EmptyState]:
    return [state for state in page.findChildren(EmptyState) if state.isVisible()]


def test_each_view_of_a_new_directory_leads_to_its_first_list(make_window: Open, new: Path) -> None:
    window = make_window(new)
    settle(window.runner)
    for view in register.VIEWS:
        if view.key not in ("all", "to_ask", "to_verify", "no_pin", "consent_ending"):
            continue
        page = _on(window, "directory", view.key)
        (state,) = _states(page)
        assert state.title.text() == "No businesses yet"
        assert state.button.text() == "Import a list…"
    state.button.click()
    settle(window.runner)
    assert window.shell._page_key() == "import"
    assert _states(window.shell.page())[0].button.text() == "Choose a file…"


def test_the_first_business_can_be_added_by_hand_from_there(make_window: Open, new: Path) -> None:
    window = make_window(new)
    settle(window.runner)
    (state,) = _states(window.shell.page())
    state.other.click()
    settle(window.runner)
    editor = window.shell.page().editor
    assert editor.isVisible()
    assert editor.is_new


def test_a_view_that_is_done_leads_back_to_all(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    settle(window.runner)
    page = _on(window, "directory", Filter(view="all", text="zzzz"))
    (state,) = _states(page)
    assert state.title.text() == "Nothing matches"
    state.button.click()
    settle(window.runner)
    assert page.table.rowCount() == 18


@pytest.mark.parametrize(
    ("key", "title", "button", "leads_to"),
    [
        ("consent", "No businesses yet", "Import a list…", "import"),
        ("events", "No events yet", "Add event", "events"),
        ("guide", "A guide is made for an event", "Go to the events", "events"),
        ("runs", "Nothing printed yet", "Go to the events", "events"),
        ("places", "No address waits here", "Go to the map", "map"),
    ],
)
def test_each_page_of_a_new_directory_says_what_to_do(
    make_window: Open, new: Path, key: str, title: str, button: str, leads_to: str
) -> None:
    window = make_window(new)
    settle(window.runner)
    (state,) = _states(_on(window, key))
    assert (state.title.text(), state.button.text()) == (title, button)
    assert state.text.text()
    state.button.click()
    settle(window.runner)
    assert window.shell._page_key() == leads_to


@pytest.mark.parametrize(
    ("what", "title", "button", "leads_to"),
    [
        ("new", "No businesses yet", "Import a list…", "import"),
        ("no pins", "No pins yet", "Find places…", "places"),
        ("pins", "0 businesses in view", "Show all", "map"),
    ],
)
def test_a_map_without_pins_says_why(
    make_window: Open, new: Path, sample: Path, what: str, title: str, button: str, leads_to: str
) -> None:
    if what == "no pins":
        with Store.open(new, write=True) as store:
            store.businesses.add(Business(name="Tortas del Llano"))
    window = make_window(sample if what == "pins" else new)
    settle(window.runner)
    page = _on(window, "map")
    if what == "pins":
        page.canvas.go_to(Position(31.0, -109.0), 2000.0)
        settle(window.runner, 30)
    assert (page.panel.title.text(), page.panel.act.text()) == (title, button)
    page.panel.act.click()
    settle(window.runner, 30)
    assert window.shell._page_key() == leads_to
    if what == "pins":
        assert page.lists.view.count > 0


def test_in_a_new_directory_the_keyboard_is_on_what_to_do_first(
    make_window: Open, new: Path
) -> None:
    window = make_window(new)
    window.activateWindow()
    settle(window.runner)
    (state,) = _states(window.shell.page())
    assert window.focusWidget() is state.button
    window.shell.side.list.setFocus()
    window.shell.next_pane(2)
    assert window.focusWidget() is state.button


def test_whoever_looked_around_in_the_sample_can_begin_from_there(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    window = MainWindow()
    window.show_welcome()
    window.show()
    window.centralWidget().sample_choice.click()
    settle(window.runner)
    assert window.shell.page().table.rowCount() == 18
    banner = window.shell.findChild(Banner)
    assert banner.label.text() == "This is the sample: nothing in it is real."
    language.apply("es")
    settle(window.runner)
    assert banner.label.text() == "Esta es la muestra: nada en ella es real."
    language.apply("en")
    banner.deed.click()
    assert isinstance(qapp.activeModalWidget(), CreateDialog)
    qapp.activeModalWidget().folder = tmp_path
    qapp.activeModalWidget().plain.click()
    qapp.activeModalWidget().main.click()
    settle(window.runner)
    (state,) = _states(window.shell.page())
    assert state.title.text() == "No businesses yet"
    assert window.shell.findChild(Banner) is None
    window.close()
