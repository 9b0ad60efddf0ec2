"""What the page of places has done in the store's thread. Plain values."""

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from directory_app.geocoding.regions import regions
from directory_app.progress import Cancelled, Progress
from directory_app.tasks import asking, locate, place_credits, work_list

if TYPE_CHECKING:
    from directory_app.store.store import Store
    from directory_app.tasks import Placement, ToDo


@dataclass(frozen=True, slots=True)
class Places:
    """The list, whose data found the pins, whether there is street data, who may be asked."""

    rows: "list[ToDo]"
    credits: list[str]
    has_streets: bool
    service: str


NOTHING = Places([], [], has_streets=True, service="")


def read(store: "Store", progress: Progress) -> Places:
    """Work the list out."""
    service = store.setting(asking.SERVICE)
    rows = work_list(store, wordless(progress))
    return Places(rows, place_credits(store), bool(regions()), service)


@dataclass(frozen=True, slots=True)
class Found:
    """What looking came to: no ``placement`` if somebody stopped it; whether a step was made."""

    placement: "Placement | None"
    moved: bool


#: Stopped before it began.
NOT_BEGUN = Found(None, moved=False)


def find(store: "Store", progress: Progress) -> Found:
    """Find all. If somebody stops it, what was found by then is placed."""
    before = _last_step(store)
    placement = None
    with contextlib.suppress(Cancelled):
        placement = locate(store, wordless(progress))
    return Found(placement, moved=_last_step(store) != before)


def _last_step(store: "Store") -> int:
    return next((step.action_id for step in store.history(limit=1)), 0)


def wordless(progress: Progress) -> Progress:
    """How far, without the English words of the rooms below: the window says what it does."""
    return lambda done, total, _text: progress(done, total, "")
