"""Not more often than a service wants to be asked: for the whole program, however many run.

The time of the last request to each host, and until when it wants to be left alone, are in a
small file beside the map data, under the system's file lock. It holds no address.
"""

import json
import math
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from directory_app.errors import UserError
from directory_app.paths import map_data_folder
from directory_app.store.folder import WriterLock

FILE, LOCK = "services.json", "services.lock"
TICK = 0.05
_here = threading.Lock()
_remembered: dict[str, dict[str, float]] = {}


class Pace:
    """The pace for one host: ``interval`` seconds from the end of one request to the next.

    Counted from the end, two never reach the service nearer to each other than that, however
    long one was on its way.
    """

    def __init__(self, host: str, interval: float, folder: Path | None = None) -> None:
        self.host = host
        self.interval = interval
        self._folder = folder or map_data_folder().parent

    def held(self) -> float:
        """Seconds for which the host wants to be left alone; 0 if it does not."""
        with self._kept() as kept:
            return max(0.0, kept.get("until", 0.0) - time.time())

    def hold(self, seconds: float) -> None:
        """Leave the host alone for so long."""
        with self._kept() as kept:
            kept["until"] = max(kept.get("until", 0.0), time.time() + seconds)

    def done(self) -> None:
        """A request has ended."""
        if self.interval:
            with self._kept() as kept:
                kept["last"] = time.time()

    def wait(self, check: Callable[[], None] = lambda: None) -> None:
        """Return when the next request may start, and take its place.

        ``check`` is called twenty times a second and may raise to stop.
        """
        while True:
            with self._kept() as kept:
                now = time.time()
                # a clock that was set back must not make us wait for a day
                last = min(kept.get("last", 0.0), now)
                due = max(last + self.interval, kept.get("until", 0.0))
                if due <= now:
                    kept["last"] = now
                    return
                kept["last"] = last
            check()
            time.sleep(min(TICK, due - now))

    @contextmanager
    def _kept(self) -> Iterator[dict[str, float]]:
        """What is known of the host, read and written under the lock."""
        with _here:
            lock = self._lock()
            try:
                every = self._read() if lock else _remembered
                mine = every.setdefault(self.host, {})
                before = dict(mine)
                yield mine
                if lock and mine != before:
                    self._write(every)
            finally:
                if lock:
                    lock.release()

    def _lock(self) -> WriterLock | None:
        """The lock; None where the folder cannot be written, so that only this process counts."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return None
        for _ in range(200):
            try:
                return WriterLock(self._folder / LOCK)
            except UserError as error:
                if isinstance(error.__cause__, PermissionError):
                    return None
                time.sleep(0.01)
        return None

    def _read(self) -> dict[str, dict[str, float]]:
        try:
            every = json.loads((self._folder / FILE).read_text("utf-8"))
            return {
                str(host): {
                    key: float(value)
                    for key, value in kept.items()
                    if key in ("last", "until") and math.isfinite(value)
                }
                for host, kept in every.items()
            }
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self, every: dict[str, dict[str, float]]) -> None:
        neighbour = self._folder / f"{FILE}.partial"
        neighbour.write_text(json.dumps(every), "utf-8")
        neighbour.replace(self._folder / FILE)
