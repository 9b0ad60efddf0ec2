"""The methods of Store about who is in it twice: finding, merging, and keeping apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from directory_app.bulk import no_cycle_search
from directory_app.progress import Progress, silent
from directory_app.store.core import StoreCore

if TYPE_CHECKING:
    from directory_app.model.likeness import Known
    from directory_app.store.dossier import Dossier
    from directory_app.store.pairs import Pair, Ranking


class DuplicateMethods(StoreCore):
    """Pairs, twins, and what is done about them."""

    def duplicate_pairs(self, progress: Progress = silent) -> "list[Pair]":
        """Pairs that may be one business, likeliest first; for a worker (a second at 10,000)."""
        from directory_app.store import pairs

        with no_cycle_search(), self._read() as connection:
            return list(pairs.ranked(connection.exec_driver_sql, progress).pairs)

    def rank_duplicates(
        self, before: "Ranking | None" = None, progress: Progress = silent
    ) -> "Ranking":
        """The same, and what it was made from; quick where little changed since ``before``."""
        from directory_app.store import pairs

        with no_cycle_search(), self._read() as connection:
            return pairs.ranked(connection.exec_driver_sql, progress, before)

    def twins(self, known: "Known", limit: int) -> "list[Pair]":
        """Kept businesses that may be the one that is known by this, likeliest first."""
        from directory_app.store import twins

        with self._read() as connection:
            return twins.of(connection, known)[:limit]

    def run_count_of(self, id: str) -> int:
        """How many print runs name a business, or one that was merged into it."""
        from directory_app.store.traces import Traces

        with self._read() as connection:
            return len({row["run_id"] for row in Traces(connection, id).printed_entries()})

    def kept_apart(self) -> set[frozenset[str]]:
        """The pairs of ids that a person said are two."""
        from directory_app.store import pairs

        with self._read() as connection:
            return pairs.kept_apart(connection.exec_driver_sql)

    def merge(
        self, keep: str, drop: str, take: Iterable[str] = (), alone: Iterable[str] = ()
    ) -> "Dossier":
        """Make one of two: ``keep`` stays, with the fields in ``take`` from ``drop``.

        Lists and notes are joined, but for those in ``take`` and ``alone``.
        """
        from directory_app.store import dossier, merge

        with self._step("merge") as step:
            row = dossier.find_row(step.connection, keep)
            step.label = row["name"]
            other = dossier.find_row(step.connection, drop)
            merge.merge(step, row, other, set(take), set(alone))
        with self._read() as connection:
            return dossier.one(connection, row["id"])

    def mark_not_duplicates(self, one: str, other: str) -> None:
        """Remember that a person said that these two are not the same."""
        from directory_app.store import businesses

        with self._step("not_duplicate") as step:
            step.label = businesses.label_of(step.connection, [one])
            businesses.keep_apart(step, one, other)
