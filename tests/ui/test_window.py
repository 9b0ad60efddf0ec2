"""The whole window: opening, pages, keyboard, accessibility, undo, sizes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app import settings
from directory_app.store import Store
from directory_app.store.keys import Cost
from directory_app.ui.parts.consent.ask_dialog import AskDialog
from directory_app.ui.shell.shell import Banner
from directory_app.ui.window.create_dialog import CreateDialog
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock, Welcome
from tests.ui.accessible import unnamed_controls
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


def _opened(make_window: Open, path: Path) -> MainWindow:
    window = make_window(path)
    settle(window.runner)
    return window


def test_a_plain_directory_opens_on_its_table(make_window: Open, sample: Path) -> None:
    window = make_window(sample)
    page = window.shell.page()
    assert page.table.rowCount() == 18  # at once, before any job has run
    settle(window.runner)
    assert page.bar.count.text() == "18"
    window.shell.session.changed.emit()  # counts follow a change, a moment later
    QTest.qWait(150)
    settle(window.runner)
    assert window.shell.side.list.entries.rows[0].count == 18
    assert window.windowTitle() == "Puertas"  # lists of windows name no directory


def test_pages_name_every_control(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    window.shell.page().rows.select_place(3)
    settle(window.runner)
    assert unnamed_controls(window) == []
    window.shell.open_page("settings")
    settle(window.runner)
    assert unnamed_controls(window) == []


@pytest.mark.parametrize("kind", [Welcome, CreateDialog])
def test_the_first_start_names_every_control(qapp: QApplication, kind: type[QWidget]) -> None:
    stage = kind()
    stage.show()
    assert unnamed_controls(stage) == []
    stage.close()


def test_tab_goes_from_one_passphrase_to_the_other_and_the_eye_takes_no_letters(
    qapp: QApplication,
) -> None:
    dialog = CreateDialog()
    dialog.show()
    dialog.first.field.setFocus()
    QTest.keyClicks(dialog.first.field, "paper lamp")
    QTest.keyClick(dialog.first.field, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.second.field
    dialog.first.field.eye.setFocus()
    QTest.keyClicks(dialog.first.field.eye, "river")
    assert dialog.first.field.text() == "paper lamp"
    dialog.close()


def test_enter_in_a_field_makes_the_directory(qapp: QApplication, tmp_path: Path) -> None:
    dialog = CreateDialog()
    made: list[object] = []
    dialog.made.connect(made.append)
    dialog.folder = tmp_path
    dialog.show()
    for row in (dialog.first, dialog.second):
        QTest.keyClicks(row.field, "paper lamp river stone")
    QTest.keyClick(dialog.second.field, Qt.Key.Key_Return)
    assert [one.passphrase for one in made] == ["paper lamp river stone"]
    dialog.close()


def test_the_lock_names_every_control(qapp: QApplication) -> None:
    lock = Lock(Path("/d/ours.puertas"))
    lock.show()
    lock.refuse("The passphrase is not right.")
    assert unnamed_controls(lock) == []
    lock.close()


def test_a_wrong_passphrase_is_told_under_the_field(
    make_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ours.puertas"
    cheap = Cost(memory_kib=64, passes=1, lanes=1)
    Store.create(path, passphrase="four paper words here", cost=cheap).close()
    window = _opened(make_window, path)
    lock = window.centralWidget()
    assert isinstance(lock, Lock)
    lock.field.setText("wrong")
    lock.unlock.click()
    settle(window.runner)
    assert "not right" in lock.problem.text()
    lock.field.setText("four paper words here")
    lock.unlock.click()
    settle(window.runner)
    assert window.shell is not None
    assert window.shell.page().table.rowCount() == 0


def test_f6_goes_from_pane_to_pane_and_back(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    shell = window.shell
    page = shell.page()
    page.rows.select_place(0)
    settle(window.runner)
    page.rows.setFocus()
    shell.next_pane(1)
    assert page.editor.isAncestorOf(QApplication.focusWidget())
    shell.next_pane(1)
    assert QApplication.focusWidget() is shell.side.list
    shell.next_pane(1)
    assert QApplication.focusWidget() is page.box.line
    shell.next_pane(-1)
    assert QApplication.focusWidget() is shell.side.list


def test_escape_steps_from_editor_to_table_to_search(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    page = window.shell.page()
    page.rows.select_place(0)
    settle(window.runner)
    page.editor.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle(window.runner)
    assert QApplication.focusWidget() is page.rows
    assert not page.editor.isVisible()
    QTest.keyClick(page.rows, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.box.line


def test_the_sidebar_becomes_a_rail_and_the_editor_a_sheet(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    page = window.shell.page()
    assert window.shell.side.width() == 200
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.shell.side.width() == 52
    page.rows.select_place(0)
    settle(window.runner)
    assert not page.editor.isVisible()
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    settle(window.runner)
    assert page.editor.isVisible()
    assert not page.middle.isVisible()
    page.editor.head.back.click()
    assert page.middle.isVisible()


def test_the_smallest_window_keeps_name_and_doors(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    window.resize(640, 360)
    QApplication.processEvents()
    view = window.shell.page().rows
    shown = {column for column in range(7) if not view.isColumnHidden(column)}
    assert {1, 4} <= shown
    assert 6 not in shown


def test_settings_keep_whom_to_call_and_change_the_language(
    make_window: Open, sample: Path
) -> None:
    window = _opened(make_window, sample)
    window.shell.open_page("settings")
    settle(window.runner)
    page = window.shell.page()
    page.contact.field.setText("Casa del Barrio, 505-555-0100")
    page.contact.field.editingFinished.emit()
    page.language.chosen.emit("es")
    settle(window.runner)
    page = window.shell.page()
    assert page.title.text() == "Ajustes"
    assert settings.load().language == "es"
    page.language.chosen.emit("en")
    settle(window.runner)
    with Store.open(sample) as store:
        assert store.settings.get("mistake_contact") == "Casa del Barrio, 505-555-0100"


def test_the_ask_dialog_names_every_control(make_window: Open, sample: Path) -> None:
    window = _opened(make_window, sample)
    window.shell.page().rows.select_place(0)
    settle(window.runner)
    window.shell.page().editor.ask()
    settle(window.runner)
    dialog = window.findChild(AskDialog)
    assert unnamed_controls(dialog) == []
    dialog.reject()


def test_a_directory_that_somebody_else_changes_opens_to_look_at(
    make_window: Open, sample: Path
) -> None:
    with Store.open(sample, write=True):
        window = MainWindow()
        told: list[object] = []
        window.show_error = told.append
        window.open(sample)
        window.show()
        settle(window.runner)
        assert window.shell.page().table.rowCount() == 18
        banner = window.shell.findChild(Banner)
        assert "already open" in banner.label.whole_text()
        assert told == []
        assert window.session is not None
        assert not window.session.writable
        window.close()


def test_a_path_that_is_no_directory_shows_the_welcome(qapp: QApplication, tmp_path: Path) -> None:
    window = MainWindow()
    told: list[object] = []
    window.show_error = told.append
    window.open(tmp_path / "nothing.puertas")
    assert isinstance(window.centralWidget(), Welcome)
    assert "no directory" in str(told[0])
    window.close()


def test_what_was_wrong_goes_as_soon_as_it_is_typed_anew(qapp: QApplication) -> None:
    dialog = CreateDialog()
    dialog.show()
    QTest.keyClicks(dialog.first.field, "abc")
    QTest.keyClick(dialog.first.field, Qt.Key.Key_Return)
    assert dialog.first.problem.isVisible()
    QTest.keyClicks(dialog.first.field, "d")
    assert not dialog.first.problem.isVisible()
    dialog.close()


def test_in_a_low_window_the_rows_of_the_sidebar_come_closer(
    make_window: Open, sample: Path
) -> None:
    window = _opened(make_window, sample)
    rows = window.shell.side.list

    def height(at: int) -> int:
        return rows.visualRect(rows.entries.index(at)).height()

    window.resize(1280, 1200)
    settle(window.runner)
    assert height(0) == 30
    window.resize(1280, 820)
    settle(window.runner)
    assert 24 <= height(0) < 30
    assert rows.verticalScrollBar().maximum() == 0  # all of them are to be seen
    window.resize(1280, 400)
    settle(window.runner)
    assert height(0) >= 24
