"""A packet of 10,000 businesses goes to another laptop and comes back with a thousand changes."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kept import directory
from measure import Absolute, Figure, seconds

from directory_app.model.packet_review import settle
from directory_app.store import Filter, Store
from directory_app.store.keys import Cost
from directory_app.tasks.packets import (
    PacketOrder,
    apply_packet,
    look_over,
    make_packet,
    open_packet,
)

_COUNT, _CHANGED = 10_000, 1_000
_WORDS = "acequia piñón adobe maíz horno lavanda"
#: A guess at the real cost takes a second of its own.
_CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def measure() -> Iterator[Figure]:
    """How long making, looking over and taking in last."""
    with tempfile.TemporaryDirectory() as folder:
        here, there = (Path(folder) / f"{name}.puertas" for name in ("here", "there"))
        for path in (here, there):
            shutil.copytree(directory(_COUNT), path)
        with Store.open(here, write=True) as ours, Store.open(there, write=True) as theirs:
            yield from _to_and_fro(ours, theirs, Path(folder) / "bench.puertas-packet")


def _to_and_fro(ours: Store, theirs: Store, path: Path) -> Iterator[Figure]:
    ids = [row.id for row in theirs.browser.first_rows(Filter(), _CHANGED)]
    theirs.businesses.update_many({one: {"website": f"https://{one}.example"} for one in ids})
    order = PacketOrder(path, _WORDS, cost=_CHEAP)
    took = seconds(lambda: make_packet(theirs, order))
    yield Absolute("a packet of 10,000", took, 10, "s", 10, "made and read back")
    found = []
    took = seconds(lambda: found.append(look_over(ours, open_packet(path, _WORDS))))
    yield Absolute("the same, opened and compared", took, 10, "s", 10, "field by field")
    settle(found[0].rows, theirs=True)
    took = seconds(lambda: apply_packet(ours, found[0]))
    yield Absolute("a thousand changes taken in", took, 5, "s", 5, "one step")
