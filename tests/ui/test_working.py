"""The card of what is under way: its step, its time, Cancel, and what came of it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from directory_app.progress import Progress
from directory_app.ui import jobs, language
from directory_app.ui.jobs import Job, JobRunner
from directory_app.ui.widgets import how_far, working
from directory_app.ui.widgets.toast import Toast
from directory_app.ui.widgets.working import Working
from directory_app.ui.window.main_window import MainWindow
from tests.ui.waiting import settle

Open = Callable[[Path], MainWindow]


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(working.time, "monotonic", made)
    return made


@pytest.fixture
def card(qapp: QApplication) -> Iterator[Working]:
    page = QWidget()
    page.resize(800, 600)
    page.show()
    yield Working(page)
    page.close()
    page.deleteLater()


def _said(card: Working) -> tuple[str, str]:
    return card._label.whole_text(), card._more.whole_text()


def test_it_keeps_what_is_done_and_tells_the_step_and_the_time(card: Working, clock: Clock) -> None:
    job = Job("Bringing in list.csv")
    card.follow(job)
    assert _said(card) == ("Bringing in list.csv", "")
    for number in range(11):
        clock.now = float(number)
        job.progressed.emit(100 * number, 13_000, "comparing")
    card._say()
    assert _said(card) == (
        "Bringing in list.csv",
        "Comparing · 1,000 of 13,000 · about 2 minutes left",
    )
    job.ended.emit()
    assert card.isHidden()


def test_it_never_shows_a_name_that_work_tells_of(card: Working, clock: Clock) -> None:
    job = Job("Making the guide")
    card.follow(job)
    job.progressed.emit(1, 2, "Panadería zqxcanary")
    assert _said(card) == ("Making the guide", "")


def test_in_spanish_the_step_and_the_time_are_spanish(qapp: QApplication) -> None:
    language.apply("es")
    assert how_far.line(1200, 5000, "Locating", 95.0) == (
        "Encontrando lugares · 1,200 de 5,000 · faltan unos 2 minutos"
    )


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Reading EDGES", "Reading"),
        ("Reading addresses: 12,000", "Reading addresses"),
        ("Making the index", "Making the index"),
        ("", ""),
    ],
)
def test_steps_with_counts_or_files_in_them_are_known(
    qapp: QApplication, text: str, step: str
) -> None:
    assert how_far.step(text) == step


def test_another_slow_job_waits_for_its_turn(card: Working) -> None:
    first, second, third = Job("One"), Job("Two"), Job("Three")
    for job in (first, second, third):
        card.follow(job)
    assert _said(card)[0] == "One"
    second.is_over = True
    first.ended.emit()
    assert _said(card)[0] == "Three"
    third.ended.emit()
    assert card.isHidden()


def test_what_a_page_wants_no_more_is_not_called_stopped(card: Working) -> None:
    told: list[object] = []
    card.stopped.connect(told.append)
    job = Job("Looking")
    job.cancel()
    card.follow(job)
    job.was_stopped = True
    job.ended.emit()
    assert told == []


def test_a_save_has_no_cancel(card: Working) -> None:
    card.follow(Job("", must_finish=True))
    assert card._cancel.isHidden()


def test_what_a_person_stops_says_that_nothing_was_changed(
    make_window: Open, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "SLOW_MS", 10)
    window = make_window(sample)
    settle(window.runner)
    begun, told = threading.Event(), []

    def work(_store: object, progress: Progress) -> None:
        begun.set()
        for number in range(100_000):
            progress(number, 0, "")
            threading.Event().wait(0.001)

    window.session.ask(work, told.append, text="Counting doors")
    card = _card(window)
    card._cancel.click()
    settle(window.runner)
    toast = window.shell.page().findChild(Toast)
    assert toast.text() == "Stopped. Nothing was changed."
    assert told == []


def _card(window: MainWindow) -> Working:
    from pytestqt.wait_signal import SignalBlocker

    blocker = SignalBlocker(timeout=5000, raising=True)
    blocker.connect(window.runner.slow)
    blocker.wait()
    assert window.shell.working is not None
    return window.shell.working


def test_what_was_too_far_to_stop_is_done_and_not_called_stopped(qapp: QApplication) -> None:
    runner = JobRunner()
    begun, gate, done = threading.Event(), threading.Event(), []

    def work(_progress: Progress) -> bool:
        begun.set()
        return gate.wait(10)

    job = runner.start(work, done.append)
    assert begun.wait(10)
    job.cancel()
    gate.set()
    settle(runner)
    runner.shutdown()
    assert done == [True]
    assert not job.was_stopped
