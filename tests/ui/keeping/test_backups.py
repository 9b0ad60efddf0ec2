"""Backups in the window: made, compared, restored; what a damaged directory offers."""

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from directory_app import settings
from directory_app.store import Store, synced
from directory_app.ui import alerts
from directory_app.ui.parts.restore_dialog import RestoreDialog, SalvageDialog
from directory_app.ui.shell.shell import Banner
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.mend import Elsewhere, Mend
from directory_app.ui.window.welcome import Lock
from tests.ui.accessible import unnamed_controls
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


def _opened(make_window: Open, path: Path, secret: str = "") -> MainWindow:
    window = make_window(path)
    if secret:
        _unlock(window, secret)
    settle(window.runner)
    return window


def _unlock(window: MainWindow, secret: str = PASSPHRASE) -> None:
    lock = window.centralWidget()
    assert isinstance(lock, Lock)
    lock.field.setText(secret)
    lock.unlock.click()
    settle(window.runner)


def _page(window: MainWindow) -> Any:
    window.shell.open_page("backups")
    settle(window.runner)
    return window.shell.page()


def test_backups_are_made_and_listed(make_window: Open, sealed: Path, tmp_path: Path) -> None:
    window = _opened(make_window, sealed, PASSPHRASE)
    page = _page(window)
    page.table.set_rows([])
    page.now.click()
    settle(window.runner)
    names = [page.table.rows.row(at).data.name for at in range(page.table.rows.rowCount())]
    assert names == sorted(
        (one.name for one in (sealed / "backups").glob("*.puertas-backup")), reverse=True
    )
    assert unnamed_controls(page) == []
    stick = tmp_path / "stick"
    stick.mkdir()
    page._back_up(stick)
    settle(window.runner)
    assert sorted(one.suffix for one in stick.iterdir()) == [
        ".puertas-backup",
        ".puertas-never-again",
    ]


def _told(dialog: RestoreDialog) -> str:
    return "\n".join(one.text() for one in dialog.found.findChildren(Remark))


def test_a_backup_is_compared_and_restored(make_window: Open, sealed: Path) -> None:
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        file = store.backups.write()
        gone, changed, *_rest = store.businesses.search("")
        store.businesses.delete([gone.business.id])
        store.businesses.update(changed.business.id, {"name": "Another <b>%2 name"})
    window = _opened(make_window, sealed, PASSPHRASE)
    told: list[str] = []
    window.tell = lambda message, hint: told.append(message)
    page = _page(window)
    page.open_restore(file)
    dialog = page.dialog
    dialog.go.click()
    assert dialog.secret.problem.text()
    dialog.secret.field.setText(PASSPHRASE)
    dialog.go.click()
    settle(window.runner)
    assert gone.business.name in _told(dialog)
    assert "as they were" in _told(dialog)
    assert unnamed_controls(dialog) == []
    dialog.go.click()
    settle(window.runner)
    assert told == ["The backup is restored"]
    lock = window.centralWidget()
    assert isinstance(lock, Lock)
    with Store.open(sealed, passphrase=PASSPHRASE) as store:
        assert store.businesses.get(gone.business.id).business.name == gone.business.name
        assert store.businesses.get(changed.business.id).business.name == changed.business.name


def test_the_lock_after_a_restore_takes_keys(make_window: Open, sealed: Path) -> None:
    """As the system sends them, to the window and not to the field: past whoever listens there."""
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        file = store.backups.write()
    window = _opened(make_window, sealed, PASSPHRASE)
    window.activateWindow()
    window.idle.start(5)  # as a window does a moment after it opened
    page = _page(window)
    page.open_restore(file)
    dialog = page.dialog
    assert dialog.focusWidget() is dialog.secret.field, "a space presses no button"
    dialog.secret.field.setText(PASSPHRASE)
    dialog.go.click()
    settle(window.runner)
    dialog.go.click()
    settle(window.runner)
    alert = QApplication.activeModalWidget()
    alert.accept()
    settle(window.runner)
    window.activateWindow()
    lock = window.centralWidget()
    lock.field.setFocus()
    for letter in PASSPHRASE:
        QTest.keyClick(window.windowHandle(), letter)
    assert lock.field.text() == PASSPHRASE
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    settle(window.runner)
    assert window.shell is not None


def test_a_wrong_passphrase_for_a_restore_changes_nothing(make_window: Open, sealed: Path) -> None:
    with Store.open(sealed, passphrase=PASSPHRASE, write=True) as store:
        file = store.backups.write()
    window = _opened(make_window, sealed, PASSPHRASE)
    page = _page(window)
    page.open_restore(file)
    page.dialog.secret.field.setText("wrong")
    page.dialog.go.click()
    settle(window.runner)
    assert "not right" in page.dialog.secret.problem.text()
    assert not page.dialog._seen
    page.dialog.reject()


def test_all_is_well_or_not(make_window: Open, sample: Path) -> None:
    page = _page(_opened(make_window, sample))
    page.check.click()
    settle(page.session.runner)
    assert page.result.text() == "All is well."


# -- damage


def _with_backup(path: Path) -> None:
    with Store.open(path, passphrase=PASSPHRASE, write=True) as store:
        store.backups.write()


def test_a_file_that_was_cut_short_offers_its_backup(make_window: Open, sealed: Path) -> None:
    _with_backup(sealed)
    database = sealed / "directory.db"
    database.write_bytes(database.read_bytes()[:300])
    window = make_window(sealed)
    mend = window.centralWidget()
    assert isinstance(mend, Mend)
    assert unnamed_controls(window) == []
    window.tell = lambda message, hint: None
    mend.restore.click()
    dialog = window.findChild(RestoreDialog)
    dialog.secret.field.setText(PASSPHRASE)
    dialog.go.click()
    settle(window.runner)
    assert mend.error.message.split()[0] in _told(dialog)
    dialog.go.click()
    settle(window.runner)
    _unlock(window)
    assert window.shell.page().table.rowCount() == 18
    assert [one for one in (sealed / "backups").iterdir() if "-damaged-" in one.name]


@pytest.mark.parametrize("encrypted", [True, False])
def test_damage_in_the_first_rows_is_mended_like_any_other(
    make_window: Open, sealed: Path, sample: Path, encrypted: bool
) -> None:
    path = sealed if encrypted else sample
    with Store.open(path, passphrase=PASSPHRASE if encrypted else None) as store:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_business_by_name'"
        (page,) = store.browser._connection.execute(query).fetchone()
    with (path / "directory.db").open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes(64))
    window = make_window(path)
    window.show_error = lambda error: None
    window.runner.unhandled.disconnect()
    if encrypted:
        _unlock(window)
    settle(window.runner)
    assert isinstance(window.centralWidget(), Mend)
    assert window.session is None


def test_damage_found_at_the_start_is_said_and_can_be_salvaged(
    make_window: Open, sealed: Path, tmp_path: Path
) -> None:
    database = sealed / "directory.db"
    data = bytearray(database.read_bytes())
    middle = len(data) // 4096 // 2 * 4096 + 100
    data[middle] ^= 0xFF
    database.write_bytes(bytes(data))
    window = make_window(sealed)
    told: list[tuple[str, str]] = []
    window.tell = lambda message, hint: told.append((message, hint))
    window.show_error = lambda error: None
    window.runner.unhandled.disconnect()
    _unlock(window)
    if window.shell is not None:
        banner = window.shell.findChild(Banner)
        assert "damaged" in banner.label.whole_text()
        banner.deed.click()
        settle(window.runner)
    mend = window.centralWidget()
    assert isinstance(mend, Mend)
    mend.salvage.click()
    dialog = window.findChild(SalvageDialog)
    dialog.secret.field.setText(PASSPHRASE)
    dialog.go.click()
    settle(window.runner)
    assert "saved" in told[0][0]
    assert (sealed.parent / "sealed saved.puertas").is_dir()
    assert isinstance(window.centralWidget(), Lock)


@pytest.mark.parametrize("seed", range(20))
def test_any_flipped_byte_is_told_at_the_start(make_window: Open, sealed: Path, seed: int) -> None:
    database = sealed / "directory.db"
    data = bytearray(database.read_bytes())
    data[random.Random(seed).randrange(len(data))] ^= 0xFF
    database.write_bytes(bytes(data))
    window = make_window(sealed)
    window.show_error = lambda error: None
    window.runner.unhandled.disconnect()
    _unlock(window)
    settle(window.runner)
    if window.shell is not None:
        assert "damaged" in window.shell.findChild(Banner).label.whole_text()
    else:
        assert isinstance(window.centralWidget(), Mend)


def test_a_folder_that_may_only_be_read_is_shown_with_a_banner(
    make_window: Open, sample: Path, small_disk: Path
) -> None:
    """On a disk that lets nobody write, whoever asks."""
    place = small_disk / "ours.puertas"
    shutil.copytree(sample, place, ignore=shutil.ignore_patterns("backups"))
    (place / "backups").mkdir()
    again = ["mount", "-o", "remount,ro", str(small_disk)]
    subprocess.run(again, check=True)
    window = _opened(make_window, place)
    assert window.shell.page().table.rowCount() == 18
    banner = window.shell.findChild(Banner)
    assert banner.isVisible()
    assert "read-only" in banner.label.whole_text()
    assert not window.session.writable
    assert window.close()


def test_a_newer_or_foreign_directory_offers_no_mending(
    make_window: Open, tmp_path: Path, sample: Path
) -> None:
    foreign = tmp_path / "foreign.puertas"
    foreign.mkdir()
    window = MainWindow()
    told: list[object] = []
    window.show_error = told.append
    window.open(foreign)
    assert "without a directory in it" in str(told[0])
    assert not isinstance(window.centralWidget(), Mend)
    window.close()


def test_a_synced_folder_is_refused_and_can_be_allowed(
    make_window: Open, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Dropbox" / "ours.puertas"
    place.parent.mkdir()
    shutil.copytree(sample, place)
    monkeypatch.delenv(synced.OVERRIDE, raising=False)
    window = make_window(place)
    stage = window.centralWidget()
    assert isinstance(stage, Elsewhere)
    assert "Dropbox" in stage.said.text()
    assert unnamed_controls(window) == []
    monkeypatch.setattr(alerts, "ask", lambda *_a, **_k: False)
    stage.allow.click()
    assert window.centralWidget() is stage
    monkeypatch.setattr(alerts, "ask", lambda *_a, **_k: True)
    stage.allow.click()
    settle(window.runner)
    assert settings.load().allow_synced_folders
    assert window.shell.page().table.rowCount() == 18


def test_who_only_looks_is_told_all_the_time(make_window: Open, sealed: Path) -> None:
    with Store.open(sealed, passphrase=PASSPHRASE, write=True):
        window = _opened(make_window, sealed, PASSPHRASE)
        banner = window.shell.findChild(Banner)
        assert banner.isVisible()
        assert "Only to look at" in banner.label.whole_text()
        assert unnamed_controls(window) == []
    banner.deed.click()
    _unlock(window)
    assert window.shell.findChild(Banner) is None
    assert window.session.writable
