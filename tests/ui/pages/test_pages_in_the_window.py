"""The pages inside the whole window: a dropped list, the way to a guide, names, languages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from directory_app.ui import language
from directory_app.ui.pages.events.nearby_table import Column
from directory_app.ui.widgets.toast import Toast
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle


@pytest.fixture
def window(make_window, sample):
    made = make_window(sample)
    made.resize(1280, 820)
    settle(made.runner)
    return made


def drop(window, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(300, 300),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.shell.dropEvent(event)


def test_a_list_dropped_on_the_window_is_looked_over(window, list_file) -> None:
    drop(window, list_file)
    settle(window.runner)
    page = window.shell.page()
    assert page is window.shell.pages["import"]
    assert page.model.rowCount() == 10
    assert len(page.model.review.places("update")) == 1


def test_other_files_are_not_taken(window, tmp_path) -> None:
    picture = tmp_path / "menu.png"
    picture.write_bytes(b"")
    drop(window, picture)
    settle(window.runner)
    assert "import" not in window.shell.pages


def test_applying_goes_to_the_directory_and_says_so_with_undo(window, list_file) -> None:
    drop(window, list_file)
    settle(window.runner)
    window.shell.page().bar.apply.click()
    settle(window.runner)
    assert window.shell.page() is window.shell.pages["directory"]
    assert window.shell.page().findChild(Toast).text() == "8 changes applied"
    assert window.shell.side.list.current_key() == "changed_this_week"
    assert window.shell.page().bar.filter.view == "changed_this_week"
    window.shell.undo()
    settle(window.runner)
    window.shell.open_page("directory", "all")
    settle(window.runner)
    assert window.session.browser.view_counts()["all"] == 18


def test_a_list_is_compared_again_when_the_directory_changed(window, list_file) -> None:
    drop(window, list_file)
    settle(window.runner)
    page = window.shell.page()
    at = page.model.review.places("update")[0]
    target = page.model.review.verdicts[at].target
    window.session.write(lambda store: store.businesses.delete([target]))
    settle(window.runner)
    assert page.model.review.places("update") == []


def test_from_the_event_to_its_guide_and_back(window) -> None:
    window.shell.open_page("events")
    settle(window.runner)
    window.shell.page().guide_button.click()
    settle(window.runner)
    page = window.shell.page()
    assert page is window.shell.pages["guide"]
    assert page.view.pages() == 2
    page.head.event_name.click()
    settle(window.runner)
    assert window.shell.page() is window.shell.pages["events"]


def test_a_finding_leads_to_the_business(window) -> None:
    window.shell.open_page("events")
    settle(window.runner)
    window.shell.page().guide_button.click()
    settle(window.runner)
    page = window.shell.page()
    row = next(row for row in page.checks.rows() if row.told.mend == "consent")
    row.button.click()
    settle(window.runner)
    assert window.shell.page() is window.shell.pages["directory"]


@pytest.mark.parametrize("key", ["import", "events", "guide", "runs"])
def test_every_control_has_a_name_in_both_languages(window, list_file, key: str) -> None:
    argument = list_file if key == "import" else None
    if key == "guide":
        window.shell.open_page("events")
        settle(window.runner)
        argument = window.shell.page().events.event_at(0).id
    window.shell.open_page(key, argument)
    settle(window.runner)
    assert unnamed_controls(window.shell.page()) == []
    language.apply("es")
    settle(window.runner)
    assert unnamed_controls(window.shell.page()) == []


def test_the_pages_speak_spanish_as_soon_as_it_is_chosen(window, list_file) -> None:
    window.shell.open_page("import", list_file)
    settle(window.runner)
    language.apply("es")
    settle(window.runner)
    page = window.shell.page()
    assert page.bar.apply.text() == "Aplicar 8 cambios"
    assert page.model.headerData(1, Qt.Orientation.Horizontal) == "Qué pasa"


@pytest.mark.parametrize("key", ["import", "events", "guide", "runs"])
def test_f6_finds_panes_on_each_page(window, key: str) -> None:
    window.shell.open_page(key)
    settle(window.runner)
    panes = [
        window.shell.side.list,
        *(one for one in window.shell.page().panes() if one.isVisible()),
    ]
    window.shell.side.list.setFocus()
    reached = []
    for _ in panes:
        window.shell.next_pane(1)
        focus = QApplication.focusWidget()
        reached.append(next(pane for pane in panes if pane is focus or pane.isAncestorOf(focus)))
    assert reached == [*panes[1:], panes[0]]


@pytest.mark.parametrize("width", [1280, 1366, 900])
def test_distances_are_shown_at_the_width_of_a_laptop(window, width) -> None:
    window.resize(width, 720)
    window.shell.open_page("events")
    settle(window.runner)
    table = window.shell.page().table
    assert table.isVisible()
    assert not table.isColumnHidden(Column.FAR)
    assert sum(table.columnWidth(column) for column in Column) <= table.viewport().width()
    out = window.shell.page().model.listed()  # the first that is left out says why across both
    assert table.columnSpan(out, Column.STATE) == 2
