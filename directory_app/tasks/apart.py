"""A verb of ours run as a process of its own, for what would hold a window up.

The library that reads OpenStreetMap's files does not let other threads run while it looks for
the next thing: seconds at a time in a state's file, in which a window would stand still and
Cancel would do nothing. The verb is told ``--steps`` and then says on standard error, a line
each as JSON, how far it is ([done, total, text]) and what a person can mend ({message, hint}).
"""

import json
import sys
from collections.abc import Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from directory_app import environment
from directory_app.errors import UserError
from directory_app.paths import ROOT
from directory_app.progress import Progress

if TYPE_CHECKING:
    import subprocess

STEPS = "--steps"
#: Seconds after which progress is called again, so that Cancel is heard, though nothing came.
_BEAT = 0.1


def run_apart(verb: Sequence[str], progress: Progress) -> Any:
    """What the verb answers as JSON. UserError as it says; Cancelled ends it at once.

    A process that is killed from outside, or by a file that makes a library fail, is a
    UserError, too: what it was making is left behind for the next one to clear away.
    """
    command = [*_program(), *verb]
    with environment.start(command, cwd=ROOT) as child:
        try:
            return _followed(child, progress)
        except BaseException:
            child.kill()
            raise


def steps() -> Progress:
    """The Progress of a verb that was told --steps."""

    def say(done: int, total: int, text: str) -> None:
        sys.stderr.write(json.dumps([done, total, text]) + "\n")
        sys.stderr.flush()

    return say


def _program() -> list[str]:
    """What starts Puertas: a frozen one is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "directory_app"]


def _followed(child: "subprocess.Popen[str]", progress: Progress) -> Any:
    assert child.stdout is not None
    assert child.stderr is not None
    step: tuple[int, int, str] = (0, 0, "")
    other: list[str] = []
    for line in _lines(child.stderr):
        told = _told(line)
        if isinstance(told, list):
            step = (int(told[0]), int(told[1]), str(told[2]))
        elif isinstance(told, dict):
            raise UserError(str(told["message"]), str(told["hint"]))
        elif line:
            other.append(line)
        progress(*step)
    answer = child.stdout.read()
    if child.wait() == 0:
        return json.loads(answer)
    if child.returncode < 0 or child.returncode > 2:
        raise UserError(
            "Reading this file failed: it is damaged, or too large for this computer's memory.",
            "Download it once more, or take a smaller one.",
        )
    raise RuntimeError("".join(other) or f"exit status {child.returncode}")


def _told(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _lines(file: IO[str]) -> Iterator[str]:
    """The lines as they come, and an empty one whenever none came for a while."""
    queue: SimpleQueue[str | None] = SimpleQueue()

    def read() -> None:
        for line in file:
            queue.put(line)
        queue.put(None)

    Thread(target=read, name="puertas-steps", daemon=True).start()
    while True:
        try:
            line = queue.get(timeout=_BEAT)
        except Empty:
            yield ""
            continue
        if line is None:
            return
        yield line
