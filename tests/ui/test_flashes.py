"""No page shows a piece of itself as a window of its own while it is being made."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.ui.pages import register
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle


class _Watch(QObject):
    """Notes each window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


def test_no_page_flashes_a_window(
    make_window: Callable[[Path], MainWindow], sample: Path, qapp: QApplication
) -> None:
    window = make_window(sample)
    settle(window.runner)
    watch = _Watch()
    qapp.installEventFilter(watch)
    for entry in register.PAGES:
        window.shell.open_page(entry.key)
        settle(window.runner)
    window.shell.open_page("directory", "all")
    settle(window.runner)
    window.shell.page().rows.select_place(2)
    settle(window.runner)
    qapp.removeEventFilter(watch)
    assert watch.shown == []
