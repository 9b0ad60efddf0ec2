"""How long work tells how far it is and learns that it should stop, and how long it still takes."""

from collections.abc import Callable

#: ``progress(done, total, text)``; total 0 means unknown. Calling it is also the cancel
#: point: the caller's function may raise Cancelled.
Progress = Callable[[int, int, str], None]

#: Seconds and reports before anything is known: the first steps are seldom like the rest.
LEAST_SECONDS, LEAST_REPORTS = 2.0, 3
#: Of fewer pieces, one may well take as long as all others together.
LEAST_TOTAL = 10
#: Seconds after which what was measured counts half.
HALF_LIFE = 6.0


class Cancelled(Exception):
    """Raised by a Progress when the person asked to stop. Work undoes itself and lets it pass."""


def silent(done: int, total: int, text: str) -> None:
    """A Progress that says nothing and never cancels."""


class TimeLeft:
    """Feed it ``heard(done, total, at)`` and ask ``seconds(at)``; ``at`` is in seconds.

    A step that begins again (less done, or another total) is another piece of work, and is
    measured anew: what the first one took says nothing of the second.
    """

    def __init__(self) -> None:
        self._begin(0, 0, 0.0)

    def _begin(self, done: int, total: int, at: float) -> None:
        self._total, self._done, self._at = total, done, at
        self._since, self._reports = at, 0
        self._steps = self._time = 0.0

    def heard(self, done: int, total: int, at: float) -> None:
        """So much is done of so much; a total of 0 is unknown."""
        if total <= 0 or total != self._total or done < self._done or at < self._at:
            self._begin(done, total, at)
            return
        gone, more = at - self._at, done - self._done
        fading = 0.5 ** (gone / HALF_LIFE)
        self._steps = self._steps * fading + more
        self._time = self._time * fading + gone
        self._done, self._at = done, at
        self._reports += more > 0

    def seconds(self, at: float) -> float | None:
        """Seconds until this piece is done; None while it is not known."""
        known = self._reports >= LEAST_REPORTS and self._at - self._since >= LEAST_SECONDS
        if not known or self._total < LEAST_TOTAL or self._done >= self._total or not self._steps:
            return None
        left = (self._total - self._done) * self._time / self._steps
        return max(left - max(at - self._at, 0.0), 0.0)


def rounded(seconds: float) -> tuple[int, str]:
    """As a person would say it: (how many, of "moment", "second", "minute" or "hour").

    Tens of seconds below a minute, fives above ten minutes; never a number that looks exact.
    """
    if seconds < 8:
        return 0, "moment"
    if seconds < 55:
        return max(round(seconds / 10), 1) * 10, "second"
    minutes = max(round(seconds / 60), 1)
    if minutes > 10:
        minutes = round(minutes / 5) * 5
    if minutes < 60:
        return minutes, "minute"
    return max(round(seconds / 3600), 1), "hour"
