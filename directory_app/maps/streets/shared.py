"""Regions that stay open, for whoever draws one map after the other."""

import threading

from directory_app.errors import UserError
from directory_app.maps.streets import files
from directory_app.maps.streets.region import Region

_Mark = tuple[str, int, int]
_lock = threading.Lock()
_open: dict[_Mark, Region] = {}


def shared_regions() -> list[Region]:
    """All regions that can be read, by name, each opened once for as long as its file stays.

    One that was replaced is let go of when nobody draws with it any more. Safe to use from any
    thread; never close what this gives.
    """
    found: dict[_Mark, Region] = {}
    with _lock:
        for path in files.paths():
            try:
                state = path.stat()
                mark = (str(path), state.st_mtime_ns, state.st_size)
                found[mark] = _open.get(mark) or Region(path)
            except (OSError, UserError):  # gone meanwhile, or damaged: see region.troubles
                continue
        _open.clear()
        _open.update(found)
    return list(found.values())
