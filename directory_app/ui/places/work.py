"""What the page of places has done in the store's thread. Plain values."""

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


def read(store: "Store") -> Places:
    """Work the list out."""
    service = store.setting(asking.SERVICE)
    return Places(work_list(store), place_credits(store), bool(regions()), service)


def find(store: "Store", progress: Progress) -> "Placement | None":
    """Find all; None if somebody stopped it, and what was found by then is placed."""
    try:
        return locate(store, wordless(progress))
    except Cancelled:
        return None


def wordless(progress: Progress) -> Progress:
    """How far, without the English words of the rooms below: the window says what it does."""
    return lambda done, total, _text: progress(done, total, "")
