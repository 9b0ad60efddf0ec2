"""Work beside the window: a function of plain values in a thread, its result in the GUI thread.

``runner.start(work, done, ...)`` calls ``work(progress)`` in a lane. Each lane is one thread
that works in series: ``read`` for looking, ``write`` for the one Store that may change the
directory, ``make`` for layout and files. ``progress`` is a directory_app.progress.Progress:
it raises Cancelled once somebody pressed Cancel. ``done(result)``, ``failed(error)`` and
``cancelled()`` are called in the GUI thread. A failure without ``failed`` goes to
``runner.unhandled``. After half a second the runner says ``slow(job)``, and the window shows
what is going on, with Cancel.

A job, and what its functions hold (widgets, models), is let go of in the GUI thread only: Qt
ends the process, or stops it for good, when an object dies in a lane while the window uses it
or what it is connected to. So a lane is told a number; what it stands for stays with the GUI.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from directory_app.progress import Cancelled, Progress

T = TypeVar("T")
SLOW_MS = 500
_SHORTEST_BEAT = 0.05  # seconds between two reports of progress


class Job(QObject):
    """One piece of work under way. ``progressed(done, total, text)``; total 0: unknown."""

    progressed = Signal(int, int, str)
    ended = Signal()

    def __init__(self, text: str, *, must_finish: bool = False) -> None:
        super().__init__()
        self.text, self.must_finish = text, must_finish
        self.is_over = False
        #: Whether it ended because it was asked to; it may also have been too far for that.
        self.was_stopped = False
        self._stop = False
        self._last = 0.0

    def cancel(self) -> None:
        """Ask it to stop at its next progress."""
        self._stop = True

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._stop

    def report(self, done: int, total: int, text: str) -> None:
        """The Progress handed to the work; called in the worker's thread."""
        if self._stop:
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= _SHORTEST_BEAT or (total and done >= total):
            self._last = now
            self.progressed.emit(done, total, text)


@dataclass
class _Task:
    """All that belongs to a job; ``call`` is what the GUI thread does once the work is done."""

    job: Job
    work: Callable[[Progress], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None]
    cancelled: Callable[[], None] | None
    call: Callable[[], None] = field(default=lambda: None)


class _Post(QObject):
    """Where lanes say that a task is done. It outlives a runner that is deleted meanwhile."""

    arrived = Signal(int)

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self.tasks: dict[int, _Task] = {}

    def carry_out(self, number: int) -> None:
        """Do the work of a task. For a lane, which holds nothing of it when it says so."""
        _carry_out(self.tasks[number])
        self.arrived.emit(number)


class Lane:
    """One thread that works in series: concurrent.futures would cost a start 10 ms."""

    def __init__(self, name: str) -> None:
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name=f"puertas-{name}", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], None]) -> None:
        """Do it after all that was submitted before; it must not raise."""
        self._work.put(work)

    def finish(self) -> None:
        """Wait until all is done, and end."""
        self._work.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            work()
            del work  # not held while waiting for the next


class JobRunner(QObject):
    """Runs jobs. One for the window; ``shutdown`` before it goes."""

    slow = Signal(object)
    unhandled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, Lane] = {}
        self._jobs: set[Job] = set()
        self._numbers = count()
        self._is_closed = False
        self._post = _Post()
        self._post.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        cancelled: Callable[[], None] | None = None,
        text: str = "",
        lane: str = "read",
        must_finish: bool = False,
        quiet: bool = False,
    ) -> Job:
        """Begin; ``text`` is what the window says while it lasts.

        ``must_finish``: closing the window waits for it (a save) and does not cancel it. After
        ``close`` nothing begins any more. ``quiet``: never called slow, because nobody waits
        for it.
        """
        job = Job(text, must_finish=must_finish)
        if self._is_closed:
            job.is_over = True
            return job
        self._jobs.add(job)
        if lane not in self._lanes:
            self._lanes[lane] = Lane(lane)

        number = next(self._numbers)
        task = _Task(job, work, done, failed or self.unhandled.emit, cancelled)
        self._post.tasks[number] = task
        self._lanes[lane].submit(partial(self._post.carry_out, number))
        if not quiet:
            QTimer.singleShot(SLOW_MS, self, lambda: None if job.is_over else self.slow.emit(job))
        return job

    def within(self, lane: str, work: Callable[[], T]) -> T:
        """Do something in a lane that has begun, and wait for it. For a job of another lane.

        What it raises is raised here. ``store`` may be waited for from any other lane: it is
        the last that ends.
        """
        answers: SimpleQueue[tuple[T | None, Exception | None]] = SimpleQueue()

        def run() -> None:
            try:
                answers.put((work(), None))
            except Exception as error:  # noqa: BLE001  # it is raised where somebody waits
                answers.put((None, error))

        self._lanes[lane].submit(run)
        answer, error = answers.get()
        if error is not None:
            raise error
        return cast("T", answer)

    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._jobs

    def is_saving(self) -> bool:
        """Whether something is under way that must be finished."""
        return any(job.must_finish for job in self._jobs)

    def hurry(self) -> None:
        """Ask all that need not finish to stop."""
        for job in self._jobs:
            if not job.must_finish:
                job.cancel()

    def close(self) -> None:
        """Shut down, and begin nothing any more."""
        if self._is_closed:
            return
        self._is_closed = True
        self.shutdown()
        self._post.deleteLater()

    def shutdown(self) -> None:
        """Ask all that need not finish to stop, and wait for all."""
        self.hurry()
        for name in sorted(self._lanes, key=lambda name: name == "store"):
            self._lanes[name].finish()
        self._lanes.clear()

    def _deliver(self, number: int) -> None:
        task = self._post.tasks.pop(number)
        task.job.is_over = True
        self._jobs.discard(task.job)
        task.job.ended.emit()
        task.call()


def _carry_out(task: _Task) -> None:
    """Do the work here, in the lane, and say what is to be called in the GUI thread."""
    job, failed, done = task.job, task.failed, task.done
    try:
        if job.is_cancelled:
            raise Cancelled
        result = task.work(job.report)
    except Cancelled:
        _stopped(task)
    except Exception as error:  # noqa: BLE001  # every failure must reach the GUI thread
        if job.is_cancelled:  # its query was interrupted: that is how it stops
            _stopped(task)
        else:
            task.call = partial(failed, error)
    else:
        if done is not None:
            task.call = partial(done, result)


def _stopped(task: _Task) -> None:
    task.job.was_stopped = True
    if task.cancelled is not None:
        task.call = task.cancelled
