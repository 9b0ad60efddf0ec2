"""Stop drawing a guide once its first page is there, so that a preview can show it at once.

Layouts know nothing of it: they draw page after page, and the document stops them.
"""

from collections.abc import Callable
from contextvars import ContextVar
from typing import Protocol


class Finishing(Protocol):
    """A document that can be closed early."""

    def finish(self) -> bytes:
        """The whole file."""


class _Enough(Exception):  # not an error: the way out of a layout
    def __init__(self, document: Finishing) -> None:
        super().__init__()
        self.document = document


_FIRST_ALONE: ContextVar[bool] = ContextVar("first_alone", default=False)


def page_ended(document: Finishing) -> None:
    """To be called by a document after each page."""
    if _FIRST_ALONE.get():
        raise _Enough(document)


def first_page(render: Callable[[], bytes]) -> bytes:
    """Call ``render`` until it has ended one page; a PDF of that page alone."""
    token = _FIRST_ALONE.set(True)
    try:
        return render()
    except _Enough as enough:
        return enough.document.finish()
    finally:
        _FIRST_ALONE.reset(token)
