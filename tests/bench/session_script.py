"""A session in the real window, driven by keys: how long the GUI thread kept the person waiting.

``python tests/bench/session_script.py DIRECTORY SECONDS`` prints JSON: ``spans``, the
milliseconds of each turn of the event loop that took longer than one (from waking to waiting);
``turns``, how many there were; ``worst``, what the longest were in; ``rows``, milliseconds from
a key to the next business in the editor, or until it was given up; ``rounds``, how often
everything was done.
"""

import faulthandler
import json
import random
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent, QWheelEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

#: Spans longer than this (milliseconds) are named by where the GUI thread was.
NAMED = 50.0
PAGES = ("events", "consent", "map", "places", "runs", "import", "backups", "settings", "help")
WORDS = ("taq", "santa fe", "bakery", "pho", "clovis", "mercado", "zzz", "de la", "al-noor")


class Watch:
    """Times every turn of the event loop, and looks from a thread at what a long one is in."""

    def __init__(self) -> None:
        self.spans: list[float] = []
        self.turns = 0
        self.worst: list[tuple[float, str]] = []
        self._began = 0.0
        self._seen = ""
        self._gui = threading.get_ident()
        dispatcher = QAbstractEventDispatcher.instance()
        dispatcher.awake.connect(self._awake, Qt.ConnectionType.DirectConnection)
        dispatcher.aboutToBlock.connect(self._wait, Qt.ConnectionType.DirectConnection)
        threading.Thread(target=self._look, daemon=True).start()

    def _awake(self) -> None:
        self._seen = ""
        self._began = time.perf_counter()

    def _wait(self) -> None:
        began, self._began = self._began, 0.0
        if began:
            self.turns += 1
            took = (time.perf_counter() - began) * 1000
            if took > 1:
                self.spans.append(took)
            if took > NAMED:
                self.worst.append((took, self._seen))

    def _look(self) -> None:
        while True:
            time.sleep(0.01)
            began = self._began
            if began and time.perf_counter() - began > NAMED / 2000 and not self._seen:
                self._seen = _where(self._gui)


def _where(thread: int) -> str:
    """The innermost lines of ours that a thread is in.

    By faulthandler, which only reads: to ask Python 3.11 for another thread's frames crashes.
    """
    with tempfile.TemporaryFile("w+") as told:
        faulthandler.dump_traceback(told)
        told.seek(0)
        threads = told.read().split("\n\n")
    own = next((text for text in threads if f"0x{thread:016x}" in text), "")
    lines = re.findall(r'/directory_app/.*?([^/]+)", line (\d+)', own)[:3]
    return " < ".join(f"{file}:{line}" for file, line in lines)


def wait(seconds: float) -> None:
    """Let the event loop run, as it does while a person looks."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def wait_for(is_so: Callable[[], bool], longest: float = 5.0) -> bool:
    """Run the event loop until something is so; whether it came to be."""
    until = time.perf_counter() + longest
    while not is_so() and time.perf_counter() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 2)
    return is_so()


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key, through the event queue as the system sends it."""
    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.postEvent(widget, QKeyEvent(kind, key, none, text))


def type_(widget: QWidget, text: str) -> None:
    """Letters, five a second and more."""
    for letter in text:
        press(widget, Qt.Key.Key_A, letter)
        wait(0.06)


class Session:
    """What somebody does in a morning, a round at a time."""

    def __init__(self, window: object) -> None:
        self.window, self.chance = window, random.Random(7)
        self.rows: list[float] = []
        self.rounds = 0

    def steps(self) -> Iterator[Callable[[], None]]:
        """One round."""
        self.rounds += 1
        yield self.search
        yield self.scroll
        yield self.switch_rows
        yield self.edit
        for page in self.chance.sample(PAGES, 4):
            yield lambda page=page: self.visit(page)
        yield self.drag_map
        yield self.palette
        yield self.undo

    def directory(self) -> object:
        """The page of the directory, with everything in it."""
        self.window.shell.open_page("directory", "all")
        wait(0.15)
        return self.window.shell.pages["directory"]

    def search(self) -> None:
        """Type something, look, and take it out."""
        line = self.directory().box.line
        line.setFocus()
        type_(line, self.chance.choice(WORDS))
        wait(0.3)
        line.clear()
        wait(0.2)

    def scroll(self) -> None:
        """The wheel, and to the end and back."""
        table = self.directory().rows
        for _ in range(15):
            place = table.viewport().rect().center()
            spot = table.viewport().mapToGlobal(place)
            wheel = QWheelEvent(
                place, spot, place * 0, place * 0 + type(place)(0, -240),
                Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.postEvent(table.viewport(), wheel)
            wait(0.03)
        bar = table.verticalScrollBar()
        for part in (0.5, 1.0, 0.0):
            bar.setValue(round(bar.maximum() * part))
            wait(0.15)

    def switch_rows(self, times: int = 20) -> None:
        """Down, with the editor open: until the next business is in it."""
        page = self.directory()
        page.rows.setFocus()
        place = self.chance.randrange(50_000)
        wait_for(lambda: page.rows.model().rowCount() > place + times)
        page.rows.select_place(place)
        wait(0.2)  # its rows are read
        press(page.rows, Qt.Key.Key_Down)
        wait_for(lambda: _shown(page) is not None)
        wait(0.4)
        for _ in range(times):
            before = _shown(page)
            began = time.perf_counter()
            press(page.rows, Qt.Key.Key_Down)
            wait_for(lambda before=before: _shown(page) != before)
            self.rows.append((time.perf_counter() - began) * 1000)
            wait(0.05)

    def edit(self) -> None:
        """Change a telephone's neighbour: the English description."""
        page = self.directory()
        if page.editor is None or not page.editor.isVisible():
            return
        field = page.editor.who.name.field
        field.setFocus()
        type_(field, " b")
        press(page.rows, Qt.Key.Key_Down)
        wait(0.4)

    def visit(self, key: str) -> None:
        """Another page, for a moment."""
        self.window.shell.open_page(key)
        wait(0.5)

    def drag_map(self) -> None:
        """Arrow keys on the map."""
        self.window.shell.open_page("map")
        wait(0.6)
        canvas = self.window.shell.pages["map"].canvas
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Plus, Qt.Key.Key_Right) * 3:
            press(canvas, key)
            wait(0.05)

    def palette(self) -> None:
        """Ctrl+K, a few letters, and away."""
        self.window.shell.show_palette()
        wait(0.1)
        dialog = QApplication.activeModalWidget()
        type_(dialog.field, "taq")
        wait(0.2)
        dialog.reject()

    def undo(self) -> None:
        """Take the edit back."""
        self.window.shell.undo()
        wait(0.3)


def _shown(page: object) -> str | None:
    """The id of the business whose values are in the editor."""
    dossier = page.editor.who.dossier if page.editor is not None else None
    return None if dossier is None else dossier.business.id


def main() -> None:
    """Drive it for so long, and tell."""
    import os

    where, seconds = Path(sys.argv[1]), float(sys.argv[2])
    with tempfile.TemporaryDirectory() as kept:
        os.environ["PUERTAS_SETTINGS"] = str(Path(kept) / "settings.json")
        path = Path(shutil.copytree(where, Path(kept) / "session.puertas"))
        from directory_app.ui.app import prepare
        from directory_app.ui.window.main_window import MainWindow

        prepare(["bench"])
        window = MainWindow()
        window.resize(1280, 820)
        window.open(path)
        window.show()
        wait(3)
        session, watch = Session(window), Watch()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for step in session.steps():
                step()
                if time.monotonic() > until:
                    break
        told = {
            "spans": [round(span, 2) for span in watch.spans],
            "turns": watch.turns,
            "worst": sorted(watch.worst, reverse=True)[:10],
            "rows": [round(took, 2) for took in session.rows],
            "rounds": session.rounds,
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
