"""What was typed for a new business is kept until it has a name, and not a moment longer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
NAME = "Carnicería Don Beto"


def _new(window: MainWindow) -> Any:
    page = window.shell.page()
    page.add()
    settle(window.runner)
    return page.editor


def _typed_with_a_pause(window: MainWindow) -> Any:
    editor = _new(window)
    editor.who.name.field.setText(NAME)
    editor.drafts.look()  # as it does when somebody stops typing
    settle(window.runner)
    editor.notes.note.field.setPlainText("Zopilote")
    editor.drafts.look()
    settle(window.runner)
    return editor


@pytest.fixture
def window(make_window: Open, sample: Path) -> MainWindow:
    made = make_window(sample)
    settle(made.runner)
    return made


def _draft(window: MainWindow) -> Any:
    found: list[Any] = []
    window.session.ask(lambda store: store.drafts.get("new"), found.append)
    settle(window.runner)
    return found[0]


def test_the_next_one_is_blank(window: MainWindow) -> None:
    editor = _typed_with_a_pause(window)
    assert _draft(window)["changes"]["name"] == NAME
    editor.leave()
    settle(window.runner)
    assert editor.head.title.whole_text() == NAME
    assert _draft(window) is None
    assert _new(window).who.name_text() == ""
    assert window.shell.page().editor.notes.note.field.toPlainText() == ""
    window.shell.page().editor.leave()
    settle(window.runner)
    with_name: list[int] = []
    window.session.ask(lambda store: len(store.businesses.search(NAME)), with_name.append)
    settle(window.runner)
    assert with_name == [1]


def test_a_deleted_one_does_not_come_back_in_the_form(window: MainWindow) -> None:
    editor = _typed_with_a_pause(window)
    editor.leave()
    settle(window.runner)
    own = editor.id
    window.session.write(lambda store: store.businesses.delete([own]), lambda _done: None)
    settle(window.runner)
    assert _new(window).who.name_text() == ""


def test_a_draft_whose_business_was_saved_is_none(window: MainWindow, sample: Path) -> None:
    """Killed between keeping the business and forgetting its draft."""
    editor = _typed_with_a_pause(window)
    kept = _draft(window)
    editor.leave()
    settle(window.runner)
    window.session.write(lambda store: store.drafts.set("new", kept), lambda _done: None)
    settle(window.runner)
    assert _new(window).who.name_text() == ""
