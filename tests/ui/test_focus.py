"""Where the keyboard is, and when that is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app.ui import theme
from directory_app.ui.widgets.focus import FocusRing
from directory_app.ui.widgets.toast import Toast
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


@pytest.fixture
def events(make_window: Open, sample: Path) -> MainWindow:
    """A window on its events."""
    window = make_window(sample)
    settle(window.runner)
    window.shell.open_page("events")
    settle(window.runner)
    return window


def _ring(app: QApplication) -> FocusRing:
    return app.__dict__["focus_ring_widget"]


def test_coming_to_a_page_the_keyboard_is_in_its_first_pane(events: MainWindow) -> None:
    assert events.shell.page().cards.hasFocus()


def test_a_table_has_no_ring_until_a_key_is_pressed(events: MainWindow, qapp: QApplication) -> None:
    table = events.shell.page().table
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.rect().center() / 2)
    assert table.hasFocus()
    assert not _ring(qapp).isVisible()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert _ring(qapp).isVisible()


def test_a_table_reached_by_the_keyboard_has_its_ring_at_once(
    events: MainWindow, qapp: QApplication
) -> None:
    page = events.shell.page()
    while not page.table.hasFocus():
        events.shell.next_pane(1)
    assert _ring(qapp).isVisible()


def test_a_message_takes_the_keyboard_at_f6_and_not_before(events: MainWindow) -> None:
    events.shell.say("Event added", "check", True)
    toast = events.shell.page().toast_place.findChild(Toast)
    for _press in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert not toast.isAncestorOf(QApplication.focusWidget())
    events.shell.side.list.setFocus()
    events.shell.next_pane(-1)
    assert toast.isAncestorOf(QApplication.focusWidget())


def test_the_window_opens_within_its_screen(make_window: Open) -> None:
    window = MainWindow()
    room = QGuiApplication.primaryScreen().availableSize()
    assert window.size() == QSize(1280, 820).boundedTo(room - QSize(8, 40))
    window.deleteLater()


def test_no_widget_is_asked_for_its_screen() -> None:
    """PySide would delete the screen with the widget (see widgets/room.py): a crash, later."""
    ui = Path(theme.__file__).parent
    asking = [path.name for path in ui.rglob("*.py") if "self.screen()" in path.read_text("utf-8")]
    assert asking == []
