"""How long work tells how far it is, and learns that it should stop."""

from collections.abc import Callable

#: ``progress(done, total, text)``; total 0 means unknown. Calling it is also the cancel
#: point: the caller's function may raise Cancelled.
Progress = Callable[[int, int, str], None]


class Cancelled(Exception):
    """Raised by a Progress when the person asked to stop. Work undoes itself and lets it pass."""


def silent(done: int, total: int, text: str) -> None:
    """A Progress that says nothing and never cancels."""
