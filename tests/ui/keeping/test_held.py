"""A lock on a full disk: nothing is shown, nothing typed is lost, and in the end it locks."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from directory_app.store import Store
from directory_app.ui import alerts
from directory_app.ui.pages.directory.editor import editor
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.widgets.base import Label
from directory_app.ui.window.held import HeldLock
from directory_app.ui.window.idle import SLEPT
from directory_app.ui.window.main_window import MainWindow
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TYPED = ("the yellow umbrella " * 20_000).strip()


def _unlocked(make_window: Open, path: Path) -> MainWindow:
    window = make_window(path)
    window.centralWidget().field.setText(PASSPHRASE)
    window.centralWidget().unlock.click()
    settle(window.runner)
    return window


def _set_room(window: MainWindow, more: int) -> None:
    """SQLite may make its file so many pages longer; with none, its disk is full."""

    def bound(store: Store) -> None:
        connection = store.opened.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + more}").fetchone()

    window.session.ask(bound)
    settle(window.runner)


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who types goes on: at a pause the editor would keep it, or tell of the full disk by itself.

    On a busy machine a beat of its clock came into the middle of these.
    """
    monkeypatch.setattr(editor, "PAUSE", 3_600_000)


@pytest.fixture
def typing(make_window: Open, sealed: Path) -> MainWindow:
    """A window in which something long is being typed, over a disk that is full."""
    window = _unlocked(make_window, sealed)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    window.shell.page().editor.notes.note.field.setPlainText(TYPED)
    _set_room(window, 0)
    return window


def _shown() -> HeldLock:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    assert [type(each) for each in shown] == [HeldLock]  # and no window with a name in it
    return shown[0]


def _try(window: MainWindow, held: HeldLock, secret: str) -> None:
    held.field.setText(secret)
    held.unlock.click()
    settle(window.runner)


def test_only_a_lock_is_shown_and_it_says_why(typing: MainWindow) -> None:
    typing.lock()
    said = " ".join(label.whole_text() for label in _shown().findChildren(Label))
    assert "The disk is full" in said
    assert "umbrella" not in said
    assert typing.property("started again") is None
    _try(typing, _shown(), PASSPHRASE)


def test_no_other_words_open_it(typing: MainWindow) -> None:
    typing.lock()
    _try(typing, _shown(), "four other paper words")
    assert _shown().problem.text()
    assert not typing.isVisible()
    _try(typing, _shown(), PASSPHRASE)


def test_the_passphrase_shows_all_as_it_was(typing: MainWindow, sealed: Path) -> None:
    editor = typing.shell.page().editor
    typing.lock()
    _try(typing, _shown(), PASSPHRASE)
    assert typing.isVisible()
    assert typing.idle._beat.isActive()
    assert editor.notes.note.field.toPlainText() == TYPED
    _set_room(typing, 10_000)
    typing.lock()
    assert typing.property("started again") == str(sealed)


def test_it_locks_by_itself_once_there_is_room_and_all_is_kept(
    typing: MainWindow, make_window: Open, sealed: Path
) -> None:
    typing.lock()
    held = _shown()
    held.try_again()
    assert typing.property("started again") is None
    _set_room(typing, 10_000)
    held.try_again()
    assert typing.property("started again") == str(sealed)
    after = _unlocked(make_window, sealed)
    settle(after.runner)
    assert after.shell.page().editor.notes.note.field.toPlainText() == TYPED


def test_a_dialog_is_there_again_over_its_window(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    window.shell.page().editor.ask()
    settle(window.runner)
    asking = window.findChild(AskDialog)
    asking.asked_by.setEditText(TYPED[:30_000])
    _set_room(window, 0)
    window.lock()
    _try(window, _shown(), PASSPHRASE)
    assert window.isVisible() and asking.isVisible() and asking.isModal()
    assert asking.asked_by.currentText() == TYPED[:30_000]
    asking.reject()


@pytest.mark.parametrize("answer", [True, False])
def test_giving_it_up_is_asked_first(
    typing: MainWindow, sealed: Path, answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    typing.lock()
    held = _shown()
    monkeypatch.setattr(alerts, "ask", lambda *_texts, **_more: answer)
    event = QCloseEvent()
    held.closeEvent(event)
    assert event.isAccepted() is False
    assert typing.property("started again") == (str(sealed) if answer else None)
    if not answer:
        _try(typing, held, PASSPHRASE)


def test_a_laptop_that_slept_shows_nothing_either(typing: MainWindow) -> None:
    typing.idle._looked = tuple(each - SLEPT - 1 for each in typing.idle._looked)
    typing.idle.look()
    _try(typing, _shown(), PASSPHRASE)
    assert typing.isVisible()


def test_where_nothing_is_typed_nothing_is_held(make_window: Open, sealed: Path) -> None:
    window = _unlocked(make_window, sealed)
    _set_room(window, 0)
    window.lock()
    assert window.property("started again") == str(sealed)
