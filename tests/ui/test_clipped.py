"""No word is cut: labels and buttons have the room that they ask for, in both languages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from directory_app.ui import language
from directory_app.ui.pages import register
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.window.main_window import MainWindow
from tests.ui.visiting import visit
from tests.ui.waiting import settle

#: A small laptop, and the same at 200 %.
SIZES = (QSize(1366, 700), QSize(683, 384))


def _cut(page: QWidget) -> list[str]:
    found = []
    for label in page.findChildren(Label):
        if label.isVisible() and not label.wordWrap() and not label._elide:
            lacking = label.sizeHint().width() - label.width()
            if lacking > 1:
                found.append(f"{label.whole_text()} (lacks {lacking})")
    for button in page.findChildren(Button):
        lacking = button.sizeHint().width() - button.width()
        if button.isVisible() and button.text() and lacking > 1:
            found.append(f"[{button.text()}] (lacks {lacking})")
    for label in page.findChildren(Label):
        if label.isVisible() and label.wordWrap() and label.whole_text():
            lacking = label.heightForWidth(label.width()) - label.height()
            if lacking > 2:
                found.append(f"{label.whole_text()} (lacks {lacking} of height)")
    return found


@pytest.mark.parametrize("code", ["en", "es"])
@pytest.mark.parametrize("size", SIZES)
def test_no_word_of_any_page_is_cut(
    make_window: Callable[[Path], MainWindow], sample: Path, code: str, size: QSize
) -> None:
    language.apply(code)
    window = make_window(sample)
    window.resize(size)
    settle(window.runner)
    cut = []
    for entry in register.PAGES:
        visit(window, entry.key)
        cut += [f"{entry.key}: {one}" for one in _cut(window)]
    assert cut == []
