"""The key that closes at once: nothing asked, nothing shown, nothing typed lost, no way back in."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app import settings
from directory_app.store import Store, keys
from directory_app.store.folder import Folder, WriterLock
from directory_app.ui import alerts
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock
from tests.ui.conftest import CHEAP, PASSPHRASE
from tests.ui.keeping.rings import FileRing
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]
TYPED = "the yellow umbrella"
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    real = keys.passphrase_slot
    monkeypatch.setattr(
        keys, "passphrase_slot", lambda key, secret, _cost: real(key, secret, CHEAP)
    )
    monkeypatch.setattr(alerts, "ask", lambda *_a, **_k: pytest.fail("it asked"))


@pytest.fixture
def ring(tmp_path: Path, sealed: Path) -> Iterator[FileRing]:
    """A keyring that opens the directory."""
    before, made = keyring.get_keyring(), FileRing(tmp_path / "ring.json")
    keyring.set_keyring(made)
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        store.keys.use_keyring(PASSPHRASE)
    assert made.entries()
    yield made
    keyring.set_keyring(before)


def unlocked(make_window: Open, path: Path) -> MainWindow:
    window = make_window(path)
    window.centralWidget().field.setText(PASSPHRASE)
    window.centralWidget().unlock.click()
    settle(window.runner)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    return window


def press(widget: QWidget, modifiers: Qt.KeyboardModifier = BOTH) -> None:
    """As the system sends it: to its window, and not to a widget."""
    QTest.keyClick(widget.window().windowHandle(), Qt.Key.Key_L, modifiers)


def shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def slots(path: Path) -> set[str]:
    return {fact.kind for fact in keys.facts(Folder(path).keys.read_bytes())}


def test_it_is_closed_and_the_keyring_and_the_clipboard_know_nothing(
    make_window: Open, sealed: Path, ring: FileRing
) -> None:
    window = unlocked(make_window, sealed)
    window.shell.page().editor.notes.note.field.setPlainText(TYPED)
    QApplication.clipboard().setText("what another program copied")
    press(window)
    assert window.property("ended")
    assert window.property("started again") is None
    assert shown() == []
    assert QApplication.clipboard().text() == ""
    assert slots(sealed) == {keys.PASSPHRASE}
    assert ring.entries() == []
    again = unlocked(make_window, sealed)
    assert again.shell.page().editor.notes.note.field.toPlainText() == TYPED


def test_it_is_heard_over_the_lock(make_window: Open, sealed: Path, ring: FileRing) -> None:
    """Where one click would open it."""
    window = make_window(sealed)
    assert not window.centralWidget().keyring.isHidden()
    press(window)
    assert window.property("ended")
    assert slots(sealed) == {keys.PASSPHRASE}
    assert ring.entries() == []


@pytest.mark.parametrize("locks", [True, False])
def test_both_keys_are_heard_in_a_dialog(make_window: Open, sealed: Path, locks: bool) -> None:
    window = unlocked(make_window, sealed)
    window.shell.page().editor.ask()
    settle(window.runner)
    dialog = next(each for each in shown() if each is not window)
    assert dialog.isModal()
    press(dialog, Qt.KeyboardModifier.ControlModifier if locks else BOTH)
    assert window.property("started again" if locks else "ended")
    assert shown() == []


def test_a_keyring_that_hangs_holds_nothing_up(
    make_window: Open, sealed: Path, ring: FileRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked(make_window, sealed)
    monkeypatch.setattr(FileRing, "delete_password", lambda *_: time.sleep(8))
    began = time.monotonic()
    press(window)
    assert time.monotonic() - began < 6
    assert window.property("ended")
    assert slots(sealed) == {keys.PASSPHRASE}


def test_while_another_writes_the_keyring_forgets_its_secret(
    make_window: Open, sealed: Path, ring: FileRing
) -> None:
    lock = WriterLock(Folder(sealed).lock)
    window = make_window(sealed)
    press(window)
    lock.release()
    assert window.property("ended")
    assert ring.entries() == []
    with pytest.raises(keys.WrongSecretError):
        Store.open(sealed, keyring=True)


def test_a_full_disk_does_not_keep_it_open(make_window: Open, sealed: Path) -> None:
    window = unlocked(make_window, sealed)

    def bound(store: Store) -> None:
        connection = store.opened.connection
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}").fetchone()

    window.session.ask(bound)
    settle(window.runner)
    window.shell.page().editor.notes.note.field.setPlainText(TYPED * 20_000)
    window.runner.unhandled.disconnect()
    window.shell.went_wrong.disconnect()  # that the disk is full is no surprise here
    press(window)
    assert window.property("ended")
    assert shown() == []


def test_a_plain_directory_and_the_welcome_close_too(
    make_window: Open, sample: Path, sealed: Path
) -> None:
    window = make_window(sample)
    settle(window.runner)
    press(window)
    assert window.property("ended")
    other = make_window(sealed)
    other.show_welcome()
    press(other)
    assert other.property("ended")


def test_the_key_can_be_switched_off_and_the_act_is_still_to_be_found(
    make_window: Open, sealed: Path
) -> None:
    window = unlocked(make_window, sealed)
    window.shell.open_page("security")
    settle(window.runner)
    page: Any = window.shell.page()
    assert page.vanish_key.isChecked()
    assert page.with_screen.isChecked()
    page.vanish_key.click()
    assert not settings.load().vanish_key
    press(window)
    assert not window.property("ended")
    window.shell.deed_wanted.emit("vanish")  # chosen in the palette
    assert window.property("ended")


def test_the_lock_is_still_one_key(make_window: Open, sealed: Path) -> None:
    window = unlocked(make_window, sealed)
    press(window, Qt.KeyboardModifier.ControlModifier)
    assert window.property("started again") == str(sealed)
    assert isinstance(make_window(sealed).centralWidget(), Lock)
