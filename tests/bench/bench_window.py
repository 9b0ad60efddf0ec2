"""The window: its start, its memory, and search as you type, against a bare QTableView."""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import inf
from pathlib import Path

from kept import directory
from measure import KEPT, Absolute, Figure, environment, resident_mib, side_by_side, spawn

from directory_app.store.browse import Browser
from directory_app.store.engine import connect
from directory_app.store.filters import Filter, match_expression, wanted

BARE = "tests/bench/bare_table.py"
QUERIES = 200
#: What fits on a screen.
SHOWN = 50
#: Time for what is loaded after the first paint: the ids of a million rows, the tables.
SETTLE = 4.0


def starts(count: int, reach: float, times: int = 7) -> Figure:
    """Spawn to first painted row, milliseconds; the bare table always has 10,000 rows."""
    path = str(directory(count))
    ours, bare = side_by_side(
        lambda: _start("main.py", path, PUERTAS_TRACE_START="exit"), lambda: _start(BARE), times
    )
    name = f"start to first painted row, {count:,} businesses"
    return Figure(name, ours, bare, "ms", reach, "bare QTableView, 10,000 rows")


def memory(count: int, times: int = 3) -> Figure:
    """Resident MiB once everything is loaded."""
    path = str(directory(count))
    ours, bare = side_by_side(
        lambda: _resident("main.py", path, PUERTAS_TRACE_START="stay"),
        lambda: _resident(BARE, "--stay"),
        times,
    )
    name = f"resident memory, {count:,} businesses open"
    return Figure(name, ours, bare, "MiB", 2, "bare QTableView, 10,000 rows")


def _settings() -> str:
    KEPT.mkdir(parents=True, exist_ok=True)
    return str(KEPT / "settings.json")


def _start(*command: str, **more: str) -> float:
    began = time.monotonic()
    child = spawn(*command, PUERTAS_SETTINGS=_settings(), **more)
    painted = _first_paint(child.stdout)
    child.wait()
    return (painted - began) * 1000


def _resident(*command: str, **more: str) -> float:
    child = spawn(*command, PUERTAS_SETTINGS=_settings(), **more)
    try:
        _first_paint(child.stdout)
        time.sleep(SETTLE)
        return resident_mib(child.pid)
    finally:
        child.kill()
        child.wait()


def _first_paint(lines: "Iterator[str] | None") -> float:
    assert lines is not None
    for line in lines:
        return float(line)
    raise AssertionError("it ended before it painted a row")


# --- search ----------------------------------------------------------------------------------


def searches(count: int = 100_000) -> list[Figure]:
    """p95 from key to painted rows in the real window, and the query beside bare FTS."""
    path = directory(count)
    typed = _typed(path)
    return [_keys_to_rows(path, typed, count), *_queries_alone(path, typed, count)]


def _typed(path: Path) -> list[str]:
    """What people have typed after each key: beginnings of words of names, two letters or more."""
    chance = random.Random(5)
    with _browser(path) as browser:
        rows = browser.first_rows(Filter(), 5_000)
    found: list[str] = []
    while len(found) < QUERIES:
        word = chance.choice(chance.choice(rows).name.split())
        found += [word[:end] for end in range(2, min(len(word), 7) + 1)]
    return found[:QUERIES]


def _keys_to_rows(path: Path, typed: list[str], count: int) -> Figure:
    from PySide6.QtWidgets import QApplication

    with _window(path) as (page, painted):
        QApplication.processEvents()
        took = []
        for text in typed:
            page.box.line.setText(text[:-1])
            _settle()
            painted.clear()
            began = time.perf_counter()
            _press(page.box.line, text[-1])
            while not painted:
                QApplication.processEvents()
            took.append((painted[0] - began) * 1000)
    p95 = statistics.quantiles(took, n=20)[-1]
    median = statistics.median(took)
    name = f"search as you type, {count:,} businesses, p95 of {len(took)} keys to painted rows"
    return Absolute(name, p95, median, "ms", 16, "its own median")


def _press(line: object, letter: str) -> None:
    """A key as the system sends it; QTest takes only ASCII."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(line, event)


def _queries_alone(path: Path, typed: list[str], count: int) -> list[Figure]:
    """The first page of rows and their answers, by name, beside FTS alone.

    What comes first by name is known only once every hit is, so the bare query hands over
    every hit. One that stops at as many hits as the page has, in no order, stands below it.
    """
    bare = connect(path / "directory.db", None, write=False)
    every = "SELECT rowid FROM search WHERE search MATCH ?"

    def timed(work: Callable[[], object]) -> float:
        began = time.perf_counter()
        work()
        return (time.perf_counter() - began) * 1000

    with _browser(path) as browser:
        took = []
        for text in [*typed, *typed]:
            words = match_expression(wanted(text) or [])
            took.append(
                (
                    timed(lambda text=text: browser.first_rows(Filter(text=text), SHOWN)),
                    timed(lambda words=words: bare.execute(every, (words,)).fetchall()),
                    timed(
                        lambda words=words: bare.execute(
                            f"{every} LIMIT {SHOWN}", (words,)
                        ).fetchall()
                    ),
                )
            )
    bare.close()
    warm = took[len(typed) :]
    ours, all_hits, some = (statistics.median(column) for column in zip(*warm, strict=True))
    name = f"the query alone, {count:,} businesses"
    return [
        Figure(name, ours, all_hits, "ms", 3, "bare FTS query, every hit"),
        Figure(f"{name} (to compare)", ours, some, "ms", inf, f"FTS, any {SHOWN} hits"),
    ]


@contextmanager
def _browser(path: Path) -> Iterator[Browser]:
    with Browser(path / "directory.db") as browser:
        yield browser


@contextmanager
def _window(path: Path) -> "Iterator[tuple[object, list[float]]]":
    """The real window on a directory, and the moments at which its rows were painted."""
    import os

    os.environ.update(environment(PUERTAS_SETTINGS=_settings()))
    from directory_app.ui.app import prepare
    from directory_app.ui.pages.directory.directory_page import DirectoryPage
    from directory_app.ui.pages.directory.table_view import TableView
    from directory_app.ui.window.main_window import MainWindow

    application = prepare(["bench"])
    painted: list[float] = []
    paint = TableView.paintEvent

    def noting(view: TableView, event: object) -> None:
        paint(view, event)
        painted.append(time.perf_counter())

    TableView.paintEvent = noting
    window = MainWindow()
    window.open(path)
    window.show()
    _settle(SETTLE)
    page = window.findChild(DirectoryPage)
    page.box.line.setFocus()
    yield page, painted
    window.close()
    TableView.paintEvent = paint
    application.processEvents()


def _settle(seconds: float = 0.02) -> None:
    """Let what is under way come to its end."""
    from PySide6.QtWidgets import QApplication

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.002)
