"""Jobs: results in the GUI thread, in series within a lane, cancel, failure."""

import ast
import gc
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from directory_app.errors import UserError
from directory_app.progress import Progress
from directory_app.ui import jobs
from directory_app.ui.jobs import JobRunner
from tests.ui.waiting import settle


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.shutdown()


def test_the_result_arrives_in_the_gui_thread(runner: JobRunner) -> None:
    got: list[object] = []
    runner.start(
        lambda _progress: threading.current_thread().name,
        lambda name: got.extend([name, threading.current_thread() is threading.main_thread()]),
    )
    settle(runner)
    assert got == ["puertas-read", True]


def test_one_lane_works_in_series_and_in_order(runner: JobRunner) -> None:
    seen: list[int] = []
    for number in range(20):
        runner.start(lambda _progress, n=number: n, seen.append, lane="store")
    settle(runner)
    assert seen == list(range(20))


def test_two_lanes_do_not_wait_for_each_other(runner: JobRunner) -> None:
    gate, got = threading.Event(), []
    runner.start(lambda _progress: gate.wait(10), got.append, lane="store")
    runner.start(lambda _progress: gate.set(), lane="look")
    settle(runner)
    assert got == [True]


def test_a_failure_is_told_to_who_asked_or_to_the_window(runner: JobRunner) -> None:
    told: list[str] = []
    runner.unhandled.connect(lambda error: told.append(f"window: {error}"))

    def fail(_progress: Progress) -> None:
        raise UserError("It did not work.")

    runner.start(fail, lambda _done: told.append("done"))
    runner.start(fail, failed=lambda error: told.append(f"page: {error}"))
    settle(runner)
    assert told == ["window: It did not work.", "page: It did not work."]


def test_cancel_stops_work_at_its_next_progress(runner: JobRunner) -> None:
    begun, told = threading.Event(), []
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        assert go_on.wait(10)
        progress(1, 2, "half")
        told.append("went on")

    job = runner.start(
        work, lambda _done: told.append("done"), cancelled=lambda: told.append("cancelled")
    )
    assert begun.wait(10)
    job.cancel()
    go_on.set()
    settle(runner)
    assert told == ["cancelled"]


def test_only_long_work_is_called_slow(runner: JobRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SLOW_MS", 30)
    slow: list[str] = []
    runner.slow.connect(lambda job: slow.append(job.text))
    gate = threading.Event()
    runner.start(lambda _progress: None, text="short", lane="look")
    runner.slow.connect(lambda _job: gate.set())
    runner.start(lambda _progress: gate.wait(10), text="long", lane="store")
    settle(runner, 10)
    assert slow == ["long"]


def test_what_nobody_waits_for_is_never_called_slow(
    runner: JobRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "SLOW_MS", 10)
    slow: list[str] = []
    gate = threading.Event()
    runner.slow.connect(lambda job: slow.append(job.text))
    runner.slow.connect(lambda _job: gate.set())
    runner.start(lambda _progress: gate.wait(10), text="quiet", lane="check", quiet=True)
    runner.start(lambda _progress: gate.wait(10), text="slow", lane="store")
    settle(runner, 10)
    assert slow == ["slow"]


def test_progress_is_reported_to_the_end(runner: JobRunner) -> None:
    reports: list[tuple[int, int]] = []
    listening = threading.Event()

    def work(progress: Progress) -> None:
        listening.wait(10)
        for number in range(1000):
            progress(number + 1, 1000, "")

    job = runner.start(work)
    job.progressed.connect(lambda done, total, _text: reports.append((done, total)))
    listening.set()
    settle(runner)
    assert reports[-1] == (1000, 1000)
    assert len(reports) < 100  # not one event a row


class _Held(QObject):
    """What a job's functions hold: a page's model, say."""

    def look(self, _progress: Progress) -> None: ...

    def fail(self, _progress: Progress) -> None:
        raise UserError("It did not work.")

    def hear(self, _result: object) -> None: ...


@pytest.mark.parametrize("way", ["look", "fail"])
def test_a_job_and_what_it_holds_die_in_the_gui_thread(runner: JobRunner, way: str) -> None:
    died: list[str] = []

    def watch(one: QObject) -> None:
        weakref.finalize(one, lambda: died.append(threading.current_thread().name))

    for _ in range(20):
        held = _Held()
        job = runner.start(getattr(held, way), held.hear, failed=held.hear, quiet=True)
        watch(held)
        watch(job)
        del held, job
        settle(runner, 1)
    settle(runner)
    gc.collect()
    assert died == [threading.main_thread().name] * 40


def test_a_runner_deleted_with_a_job_under_way_is_missed_by_nobody(qapp: QApplication) -> None:
    runner, gate, ends = JobRunner(), threading.Event(), []
    heard: list[object] = []
    runner.start(lambda _progress: gate.wait(10), heard.append)
    runner.start(lambda _progress: ends.append(threading.current_thread()), heard.append)
    lanes = [one for one in threading.enumerate() if one.name == "puertas-read"]
    Shiboken.delete(runner)
    gate.set()
    until = threading.Event()
    while not ends and lanes[-1].is_alive():
        until.wait(0.01)
    assert ends  # the lane went on after the first job's end was told
    assert heard == []
    runner.shutdown()


def test_closing_waits_for_saves_and_begins_nothing_more(qapp: QApplication) -> None:
    runner = JobRunner()
    done: list[str] = []
    gate = threading.Event()
    runner.start(lambda _progress: gate.wait(10), lane="store", must_finish=True)
    runner.start(lambda _progress: done.append("save"), lane="store", must_finish=True)
    runner.start(lambda _progress: done.append("look"), lane="store")
    threading.Timer(0.02, gate.set).start()
    runner.close()
    assert done == ["save"]
    assert runner.start(lambda _progress: done.append("late")).is_over
    assert done == ["save"]


def test_a_job_may_wait_for_another_lane_and_gets_what_it_raises(runner: JobRunner) -> None:
    got: list[object] = []
    runner.start(lambda _progress: None, lane="store")

    def fail() -> None:
        raise ValueError("no such row")

    def work(_progress: Progress) -> int:
        with pytest.raises(ValueError, match="no such row"):
            runner.within("store", fail)
        return runner.within("store", lambda: 7)

    runner.start(work, got.append, lane="online")
    settle(runner)
    assert got == [7]


def _tells(work: ast.expr, around: ast.FunctionDef) -> bool:
    """Whether work takes ``progress``: a lambda, or a function made where it is handed on."""
    made = {one.name: one.args for one in ast.walk(around) if isinstance(one, ast.FunctionDef)}
    taken = work.args if isinstance(work, ast.Lambda) else made.get(getattr(work, "id", ""))
    return taken is not None and any(one.arg == "progress" for one in taken.args)


def _begins(tree: ast.Module) -> dict[int, ast.Call]:
    """By its line, every call that begins a job with work that tells how far it is."""
    return {
        node.lineno: node
        for around in ast.walk(tree)
        if isinstance(around, ast.FunctionDef)
        for node in ast.walk(around)
        if isinstance(node, ast.Call)
        and node.args
        and getattr(node.func, "attr", "") in ("ask", "write", "start")
        and _tells(node.args[0], around)
    }


def test_work_that_tells_how_far_it_is_has_words_for_the_person_who_waits() -> None:
    ui = Path(jobs.__file__).parent
    seen, mute = 0, []
    for file in sorted(ui.rglob("*.py")):
        if file.name == "session.py" and file.parent == ui:
            continue  # it hands on words, and its looks are short
        for line, call in _begins(ast.parse(file.read_text("utf-8"))).items():
            seen += 1
            if not {"text", "quiet"} & {word.arg for word in call.keywords}:
                mute.append(f"{file.relative_to(ui)}:{line}")
    assert seen >= 10
    assert mute == []


def test_what_comes_later_is_forgotten_with_what_it_is_about() -> None:
    """``QTimer.singleShot`` names whose end takes it away: a page may be gone by then."""
    ui = Path(jobs.__file__).parent
    calls = [
        (f"{file.relative_to(ui)}:{node.lineno}", len(node.args))
        for file in sorted(ui.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "singleShot"
    ]
    assert len(calls) >= 5
    assert [where for where, given in calls if given < 3] == []
