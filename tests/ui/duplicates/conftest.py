"""The window on a directory with three pairs, on the page of duplicates."""

import pytest

from tests.ui.duplicates.twins import fill
from tests.ui.waiting import settle


@pytest.fixture
def window(make_window, tmp_path):
    """The window on it."""
    made = make_window(fill(tmp_path / "twins.puertas"))
    settle(made.runner)
    return made


@pytest.fixture
def page(window):
    """The page that its row of the sidebar opens."""
    window.shell._picked("duplicates")
    settle(window.runner)
    return window.shell.page()
