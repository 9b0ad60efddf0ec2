"""Everybody can use every page: each control has a name for a screen reader, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from directory_app.ui import language
from directory_app.ui.window.main_window import MainWindow
from tests.ui.access_walk import LANGUAGES, unnamed
from tests.ui.waiting import settle


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_control_of_any_page_or_dialog_is_without_a_name(
    make_window: Callable[[Path], MainWindow], sample: Path, code: str
) -> None:
    language.apply(code)
    window = make_window(sample)
    settle(window.runner)
    assert unnamed(window, code) == []
