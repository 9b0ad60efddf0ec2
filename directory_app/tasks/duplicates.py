"""Pairs that may be one business, with what a table shows of both."""

from typing import NamedTuple

from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.store.rows import BusinessRow


class Duplicate(NamedTuple):
    """Two that may be one. ``score``: 0 to 100; ``metres`` between their pins, if both have one.

    ``reasons`` are codes of ``directory_app.model.likeness``.
    """

    one: BusinessRow
    other: BusinessRow
    score: float
    reasons: tuple[str, ...]
    metres: int | None


def duplicates_of(store: Store, limit: int, progress: Progress = silent) -> list[Duplicate]:
    """At most ``limit`` pairs, the likeliest first. For a worker."""
    pairs = store.duplicate_pairs(progress)[:limit]
    ids = dict.fromkeys(id for pair in pairs for id in pair[:2])
    rows = {row.id: row for row in store.rows_of(list(ids))}
    return [
        Duplicate(
            rows[pair.one],
            rows[pair.other],
            pair.score,
            pair.reasons,
            None if pair.metres is None else round(pair.metres),
        )
        for pair in pairs
    ]
