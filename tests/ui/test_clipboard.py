"""All that is copied takes one way: marked, taken back after its time, and at a lock."""

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QTextBrowser,
    QWidget,
)

from directory_app.ui import clipboard
from directory_app.ui.window.main_window import MainWindow
from directory_app.ui.window.welcome import Lock
from tests.ui.conftest import PASSPHRASE
from tests.ui.waiting import settle
from tests.ui.x_screen import needs_screen, screen

Open = Callable[[Path], MainWindow]
ROOT = Path(__file__).parents[2]
WORDS = "twelve yellow umbrellas"


@pytest.fixture
def keeper(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The program's; the offscreen platform never says that a copy is ours, so it is told."""
    made = clipboard._keeper()
    monkeypatch.setattr(made, "owns", lambda mode: mode == clipboard._CLIPBOARD)
    yield made
    made._clock.stop()
    qapp.clipboard().clear()


def marks() -> set[str]:
    data = QApplication.clipboard().mimeData()
    return {name for name in clipboard.MARKS if data.hasFormat(name)}


def _line() -> QWidget:
    made = QLineEdit(WORDS)
    made.selectAll()
    return made


def _area() -> QWidget:
    made = QPlainTextEdit(WORDS)
    made.selectAll()
    return made


def _page() -> QWidget:
    made = QTextBrowser()
    made.setHtml(f"<p><b>{WORDS}</b></p>")
    made.selectAll()
    return made


def _table() -> QWidget:
    model = QStandardItemModel()
    model.appendRow(QStandardItem(WORDS))
    made = QTableView()
    model.setParent(made)
    made.setModel(model)
    made.setCurrentIndex(model.index(0, 0))
    return made


@pytest.mark.parametrize("make", [_line, _area, _page, _table])
def test_what_a_widget_copies_by_itself_is_marked_and_timed(
    keeper: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch, make: Callable[[], QWidget]
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    QTest.keyClick(widget, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().strip() == WORDS
    assert marks() == set(clipboard.MARKS)
    assert keeper._clock.interval() == clipboard.TEXT_MS
    assert keeper._clock.isActive()
    keeper._clock.start(1)
    qtbot.waitUntil(lambda: not QApplication.clipboard().text())


def test_what_another_program_copied_stays_as_it_is(keeper: Any) -> None:
    keeper.owns = lambda _mode: False
    QApplication.clipboard().setText("somebody else's")
    assert marks() == set()
    assert not keeper._clock.isActive()
    clipboard.forget()
    assert QApplication.clipboard().text() == "somebody else's"


def test_a_passphrase_goes_sooner_than_words_and_these_than_rows(keeper: Any) -> None:
    intervals = []
    for copy in (
        lambda: clipboard.put_secret(WORDS),
        lambda: clipboard.put(WORDS),
        lambda: clipboard.put_rows("a", "<table></table>", "a"),
    ):
        copy()
        intervals.append(keeper._clock.interval())
    assert intervals == [30_000, 120_000, 600_000]


def test_its_time_is_over_and_only_ours_goes(keeper: Any, qtbot: Any) -> None:
    clipboard.put_secret(WORDS)
    keeper._clock.start(1)
    qtbot.waitUntil(lambda: not QApplication.clipboard().text())
    clipboard.put_secret(WORDS)
    QApplication.clipboard().mimeData()
    keeper.owns = lambda _mode: False
    QApplication.clipboard().setText("somebody else's")
    keeper.forget()
    assert QApplication.clipboard().text() == "somebody else's"


def test_a_passphrase_that_was_copied_does_not_outlive_a_lock(
    make_window: Open, sealed: Path, keeper: Any
) -> None:
    window = make_window(sealed)
    stage = window.centralWidget()
    assert isinstance(stage, Lock)
    stage.field.setText(PASSPHRASE)
    stage.unlock.click()
    settle(window.runner)
    window.shell.open_page("packets")
    settle(window.runner)
    home = window.shell.page().home
    home._copy()
    assert QApplication.clipboard().text() == home.words.text()
    window.lock()
    assert QApplication.clipboard().text() == ""


# -- nobody else writes to it


def writers(source: str) -> list[str]:
    """What in a module could reach the clipboard past our own."""
    found = []
    for node in ast.walk(ast.parse(source)):
        name = getattr(node, "attr", None) or getattr(node, "id", None)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "clipboard":
            found.append("clipboard()")
        elif name == "QClipboard":
            found.append("QClipboard")
        elif isinstance(node, ast.ImportFrom):
            found += [each.name for each in node.names if each.name == "QClipboard"]
    return found


def test_the_search_for_writers_finds_them() -> None:
    assert writers("QApplication.clipboard().setText('x')")
    assert writers("app.clipboard().setMimeData(data)")
    assert writers("from PySide6.QtGui import QClipboard")
    assert not writers("from directory_app.ui import clipboard\nclipboard.put('x')")


def test_nothing_else_in_the_program_reaches_the_clipboard() -> None:
    program = ROOT / "directory_app"
    found = {
        path.relative_to(program).as_posix()
        for path in program.rglob("*.py")
        if writers(path.read_text("utf-8"))
    }
    assert found == {"ui/clipboard.py"}


# -- on a real screen, with a second program that looks

_SCRIPT = """
import json, subprocess, sys
from PySide6.QtCore import QEventLoop, QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from directory_app.ui import clipboard

app = QApplication(["x"])
clipboard.install(app)
line = QLineEdit("twelve yellow umbrellas")
line.show()
QTest.qWaitForWindowActive(line)
line.setFocus()

LOOK = '''
import json, sys
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication(["look"])
board = app.clipboard()
told = {}
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    data = board.mimeData(mode)
    told[mode.name] = [data.text(), bytes(data.data("x-kde-passwordManagerHint").data()).decode()]
print(json.dumps(told))
'''

def look():
    child = subprocess.Popen([sys.executable, "-c", LOOK], stdout=subprocess.PIPE, text=True)
    while child.poll() is None:
        QTest.qWait(20)
    return json.loads(child.stdout.read())

QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
QTest.keyClick(line, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
before = look()
clipboard.forget()
print(json.dumps([before, look()]))
"""


@needs_screen
def test_a_second_program_sees_the_marks_and_then_nothing() -> None:
    """Ctrl+A and Ctrl+C in a plain field: the clipboard, and X11's own selection by the mouse."""
    with screen() as environment:
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT], cwd=ROOT, env=environment, timeout=60,
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    before, after = json.loads(done.stdout.splitlines()[-1])
    assert before["Clipboard"] == [WORDS, "secret"]
    assert before["Selection"] == [WORDS, "secret"]
    assert after == {"Clipboard": ["", ""], "Selection": ["", ""]}
