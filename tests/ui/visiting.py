"""Going to every page of the window, each with something on it."""

from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle


def visit(window: MainWindow, key: str) -> None:
    """Show a page of the register: the guide of the first event, the directory with its editor."""
    argument = None
    if key == "guide":
        window.shell.open_page("events")
        settle(window.runner)
        argument = window.shell.page().events.event_at(0).id
    window.shell.open_page(key, argument)
    settle(window.runner, 10)
    if key == "directory":
        window.shell.page().rows.select_place(2)
        settle(window.runner, 10)
