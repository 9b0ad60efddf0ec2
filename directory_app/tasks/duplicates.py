"""Pairs that may be one business, with what a table shows of both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from directory_app.progress import Progress, silent
from directory_app.store import Store
from directory_app.store.rows import BusinessRow

if TYPE_CHECKING:
    from directory_app.store.pairs import Pair, Ranking


class Duplicate(NamedTuple):
    """Two that may be one. ``score``: 0 to 100; ``metres`` between their pins, if both have one.

    ``reasons`` are codes of ``directory_app.model.likeness``.
    """

    one: BusinessRow
    other: BusinessRow
    score: float
    reasons: tuple[str, ...]
    metres: int | None


class Ranked(NamedTuple):
    """The likeliest pairs, how many there are in all, and what the next look begins from."""

    pairs: list[Duplicate]
    total: int
    ranking: "Ranking"


def duplicates_of(store: Store, limit: int, progress: Progress = silent) -> list[Duplicate]:
    """At most ``limit`` pairs, the likeliest first. For a worker."""
    return rank(store, limit, None, progress).pairs


def rank(
    store: Store, limit: int, before: "Ranking | None" = None, progress: Progress = silent
) -> Ranked:
    """At most ``limit`` pairs; quick where little changed since ``before``. For a worker."""
    ranking = store.duplicates.rank(before, progress)
    return Ranked(_told(store, ranking.pairs[:limit]), len(ranking.pairs), ranking)


def _told(store: Store, pairs: "Sequence[Pair]") -> list[Duplicate]:
    ids = dict.fromkeys(id for pair in pairs for id in pair[:2])
    rows = {row.id: row for row in store.businesses.rows(list(ids))}
    return [
        Duplicate(
            rows[pair.one],
            rows[pair.other],
            pair.score,
            pair.reasons,
            None if pair.metres is None else round(pair.metres),
        )
        for pair in pairs
        if pair.one in rows and pair.other in rows  # one may be gone by now
    ]
