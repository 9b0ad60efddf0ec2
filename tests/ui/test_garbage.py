"""Widgets that wait in a cycle are destroyed in the GUI thread, whoever allocates meanwhile."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from directory_app.progress import Progress
from directory_app.ui import garbage
from directory_app.ui.jobs import JobRunner
from tests.ui.waiting import settle


class _Round(QWidget):
    """A widget without a parent, in a cycle."""

    def __init__(self, died: Callable[[], None]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, died)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.close()


def _make_much(_progress: Progress) -> list[list[int]]:
    return [[number] for number in range(20_000)]


def test_a_lane_collects_nothing(runner: JobRunner, qtbot: QtBot) -> None:
    died: list[str] = []
    kept: list[list[list[int]]] = []
    gc.collect()
    for _ in range(5):
        _Round(lambda: died.append(threading.current_thread().name))
        runner.start(_make_much, kept.append)
        settle(runner)
    qtbot.waitUntil(lambda: len(died) == 5, timeout=10_000)
    assert set(died) == {threading.main_thread().name}


def test_where_little_was_made_nothing_is_done(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.collect()
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    garbage.collect()
    assert asked == []
    much = [[number] for number in range(gc.get_threshold()[0] + 1)]
    garbage.collect()
    assert asked == [0]
    assert much


def test_one_collector_is_enough(qapp: QApplication) -> None:
    garbage.install(qapp)
    garbage.install(qapp)
    assert len(qapp.findChildren(garbage.Garbage)) == 1
    assert not gc.isenabled()
