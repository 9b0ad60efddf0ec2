"""The first rows of an order by several keys: group by group of the first, the rest within.

One index gives the groups. A small one is sorted; a large one (a city of a statewide list) is
walked by the index of the second key instead, which meets its first rows soon.
"""

from collections.abc import Callable, Sequence
from typing import Any

from directory_app.store.filters import SORTS, Condition, Filter, order_by

#: From so many rows on a group is walked rather than sorted.
LARGE = 3_000
Ids = Callable[[str, Sequence[Any]], list[Any]]
Patiently = Callable[[str, Sequence[Any]], list[Any] | None]


class InGroups:
    """``ids(sql, values)`` reads one column; ``patiently`` gives up after a while (None)."""

    def __init__(self, ids: Ids, patiently: Patiently, wanted: Filter, clause: Condition) -> None:
        self._ids, self._patiently = ids, patiently
        self._wanted, self._clause = wanted, clause
        self._column = f"business.{SORTS[wanted.sort][0]}"
        # within a group the first key is the same for all
        self._within = f" ORDER BY {order_by(wanted).partition(', ')[2]}"

    def find(self, limit: int) -> list[int]:
        """The first ``limit`` row ids, in order."""
        found: list[int] = []
        values = self._value("", [])
        while values and len(found) < limit:
            found += self._of_group(values[0], limit - len(found))
            values = self._after(values[0])
        return found

    def _value(self, more: str, values: list[Any]) -> list[Any]:
        """The first value of the first key for which ``more`` holds; nothing if there is none."""
        where = Condition([*self._clause.terms], [*self._clause.values])
        if more:
            where.add(more, *values)
        way = " DESC" if self._wanted.descending else ""
        return self._ids(
            f"SELECT {self._column} FROM business{where.where}"  # noqa: S608 - our own words
            f" ORDER BY {self._column}{way} LIMIT 1",
            where.values,
        )

    def _after(self, value: Any) -> list[Any]:
        """The next value; what is not known comes first, downwards last."""
        column = self._column
        if self._wanted.descending:
            return (
                [] if value is None else self._value(f"({column} < ? OR {column} IS NULL)", [value])
            )
        if value is None:
            return self._value(f"{column} IS NOT NULL", [])
        return self._value(f"{column} > ?", [value])

    def _of_group(self, value: Any, limit: int) -> list[int]:
        column = self._column
        some = f"SELECT 1 FROM business WHERE {column} IS ? LIMIT ?"  # noqa: S608 - as above
        if len(self._ids(some, [value, LARGE])) == LARGE:
            # the plus keeps SQLite from the index of the first key: it walks that of the second
            walked = self._patiently(*self._query(f"+{column} IS ?", value, limit))
            if walked is not None:
                return walked
        return self._ids(*self._query(f"{column} IS ?", value, limit))

    def _query(self, term: str, value: Any, limit: int) -> tuple[str, list[Any]]:
        where = Condition([term, *self._clause.terms], [value, *self._clause.values])
        sql = f"SELECT business.row_id FROM business{where.where}{self._within} LIMIT ?"  # noqa: S608
        return sql, [*where.values, limit]
