"""The first rows of a filter in their order, by whichever way is short: no way is always.

What many businesses have is met soonest by walking an index that is in order; what few have, by
taking all of them and putting those in order. Which it is shows only on the way, so the walk is
given up after a while.

The first rows of an order by several keys: group by group of the first, the rest within.

One index gives the groups. A small one is sorted; a large one (a city of a statewide list) is
walked by the index of the second key instead, which meets its first rows soon.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from directory_app.store.filters import SORTS, Condition, Filter, match_expression, order_by
from directory_app.store.schema import SEARCH_COLUMNS

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


#: Words that all have to be there; of several such groups one is enough.
AnyOf = tuple[tuple[str, ...], ...]
#: More hits than this, and walking the names in order meets the first page sooner than sorting.
MANY_HITS = 4_000
#: Of so many hits, and of so many of all, the names tell where in the order the hits are.
SAMPLE = 500
#: So many names are walked in the time in which the name of one hit is looked up.
LOOK_UP = 2
#: Names walked in order before giving up and sorting after all.
LONGEST_WALK = 600
#: So many times the rows that are wanted are looked at before all hits are.
SLICE = 8
#: Steps of SQLite's machine (a million take some 200 ms) before a walk through all is given up.
PATIENCE = 500_000
#: Views that are one question to all telephones or answers: asked once, not slice by slice.
WHOLE_VIEWS = ("duplicates",)
#: Whether a word begins with the value, as FTS5 would say: the text is folded and spaced.
_INDEXED_TEXT = " || ".join(f"' ' || text.c{n}" for n in range(len(SEARCH_COLUMNS)))
_HAS_WORD = f"instr({_INDEXED_TEXT}, ?) > 0"
_BY_ROW_ID = "business INDEXED BY ix_business_in_order"
NOT_ARCHIVED = "business.review_state <> 'archived'"


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter as the index of words sees it, and what has to hold besides.

    Of each of ``hits`` one group of words has to be there; ``clause`` is all the rest.
    """

    hits: tuple[AnyOf, ...]
    clause: Condition

    @property
    def match(self) -> str:
        """The FTS5 expression of the hits."""
        if len(self.hits) == 1 and len(self.hits[0]) == 1:
            return match_expression(self.hits[0][0])
        return " AND ".join(f"({_any(one)})" for one in self.hits)

    def source(self, index: str = "") -> tuple[str, list[Any]]:
        """FROM and WHERE, and their values; the hits first, if there are any."""
        if not self.hits:
            return f" FROM business{self.clause.where}", self.clause.values
        where = Condition(["search MATCH ?", *self.clause.terms], [self.match, *self.clause.values])
        by = f" INDEXED BY {index}" if index else ""
        joined = f"business{by} ON business.row_id = search.rowid"
        return f" FROM search CROSS JOIN {joined}{where.where}", where.values


def _any(groups: AnyOf) -> str:
    return " OR ".join(f"({match_expression(words)})" for words in groups)


def is_by_name(wanted: Filter) -> bool:
    """Whether the order is that of the names: one index puts hits in it without their rows."""
    return [key for key, _down in wanted.sorts] == ["name"]


class FirstRows:
    """Row ids for one connection."""

    def __init__(self, connection: Any, wanted: Filter, asked: Asked, limit: int) -> None:
        self._connection, self._wanted, self._asked = connection, wanted, asked
        self._limit, self._order = limit, order_by(wanted)

    def find(self) -> list[int]:
        """The first ``limit`` of them, in order."""
        if self._wanted.then:
            return self._by_several()
        if not self._asked.hits:
            return self._walk_or_sort()
        # counted where they are: to hand over four thousand takes longer than the walk
        hits = "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)"
        if self._ids(hits, [self._asked.match, MANY_HITS])[0] < MANY_HITS:
            quick = self._is_plain and is_by_name(self._wanted)
            return self._joined("ix_business_in_order" if quick else "")
        found = self._walk()
        if found is not None:
            return found
        if is_by_name(self._wanted) and self._come_late():
            return self._by_name()
        return self._sift()

    def _by_several(self) -> list[int]:
        """By more keys than one: no index has that order, so hits are taken all and sorted."""
        if self._asked.hits:
            return self._joined()
        groups = InGroups(self._ids, self._patiently, self._wanted, self._asked.clause)
        return groups.find(self._limit)

    def _ids(self, sql: str, values: Sequence[Any]) -> list[Any]:
        return [row[0] for row in self._connection.execute(sql, values)]

    def _come_late(self) -> bool:
        """Whether more names stand before the first hits than looking up each hit's name costs.

        Told from some hits, the first by row_id, and from names at even distances: "tacos"
        are at the end of a list whose beginning nobody needs to read.
        """
        sql = "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"
        some = self._ids(sql, [self._asked.match, MANY_HITS])
        down, wanted = self._wanted.descending, self._limit * (1 if self._is_plain else SLICE)
        last = int(self._ids("SELECT max(row_id) FROM business", ())[0])
        hits = len(some) * last // some[-1]
        sample = sorted(self._names(some[:: -(-len(some) // SAMPLE)]), reverse=down)
        names = self._names([1 + last * place // SAMPLE for place in range(SAMPLE)])
        latest = sample[min(len(sample) - 1, wanted * len(sample) // hits)]
        before = sum(name > latest if down else name < latest for name in names)
        return bool(before * last > LOOK_UP * hits * len(names))

    def _names(self, row_ids: list[int]) -> list[str]:
        marks = ",".join("?" * len(row_ids))
        sql = f"SELECT name_folded FROM {_BY_ROW_ID} WHERE row_id IN ({marks})"  # noqa: S608
        return self._ids(sql, row_ids)

    @property
    def _is_plain(self) -> bool:
        """Whether nothing has to hold of a hit but what the index in order knows."""
        return set(self._asked.clause.terms) <= {NOT_ARCHIVED}

    def _joined(self, index: str = "") -> list[int]:
        """All hits that hold, put in order."""
        source, values = self._asked.source(index)
        sql = f"SELECT business.row_id{source}{self._order} LIMIT ?"
        return self._ids(sql, [*values, self._limit])

    def _by_name(self) -> list[int]:
        """The first of all hits by name, which an index has; then what else has to hold."""
        if self._is_plain:
            return self._joined("ix_business_in_order")
        if self._wanted.view in WHOLE_VIEWS:
            return self._joined()
        most = self._limit * SLICE
        first = Asked(self._asked.hits, Condition([], []))
        source, values = first.source("ix_business_in_order")
        ids = self._ids(f"SELECT business.row_id{source}{self._order} LIMIT ?", [*values, most])
        kept = self._those_that_hold(ids)
        if len(kept) >= self._limit or len(ids) < most:
            return kept[: self._limit]
        return self._joined()

    def _those_that_hold(self, ids: list[int]) -> list[int]:
        """These of the ids, in their order, for which all else holds."""
        marks = ",".join("?" * len(ids))
        clause = self._asked.clause
        where = Condition([f"business.row_id IN ({marks})", *clause.terms], [*ids, *clause.values])
        sql = f"SELECT business.row_id FROM business NOT INDEXED{where.where}"  # noqa: S608
        holds = set(self._ids(sql, where.values))
        return [row_id for row_id in ids if row_id in holds]

    def _sift(self) -> list[int]:
        """The first hits by holding the sorted index against the set of them."""
        clause = self._asked.clause
        # the plus keeps SQLite from looking each hit up and sorting what it found
        hit = "+business.row_id IN (SELECT rowid FROM search WHERE search MATCH ?)"
        where = Condition([hit, *clause.terms], [self._asked.match, *clause.values])
        sql = f"SELECT business.row_id FROM business{where.where}{self._order} LIMIT ?"  # noqa: S608
        return self._ids(sql, [*where.values, self._limit])

    def _walk(self) -> list[int] | None:
        """The first hits by reading the first businesses in order; None if they are too few.

        What half of the businesses have ("spanish") is found on the first few pages of the
        index, while FTS5 would hand over every hit.
        """
        clause, hits = self._asked.clause, self._asked.hits
        has = " AND ".join(f"({_has_any(groups)})" for groups in hits)
        typed = [f" {word}" for groups in hits for words in groups for word in words]
        cursor = self._connection.execute(
            f"SELECT business.row_id, {has}"  # noqa: S608 - our own words
            " FROM business CROSS JOIN search_content AS text ON text.id = business.row_id"
            f"{clause.where}{self._order} LIMIT ?",
            [*typed, *clause.values, LONGEST_WALK],
        )
        found = list(islice((row_id for row_id, hit in cursor if hit), self._limit))
        cursor.close()
        return found if len(found) == self._limit else None

    def _walk_or_sort(self) -> list[int]:
        """By an index in order as long as patience lasts; else all that hold, sorted."""
        source, values = self._asked.source()
        select, asked = f"SELECT business.row_id{source}", [*values, self._limit]
        found = self._patiently(f"{select}{self._order} LIMIT ?", asked)
        if found is None:
            # the plus leaves SQLite free to find them by any index, or by reading through
            free = self._order.replace("business.", "+business.")
            found = self._ids(f"{select}{free} LIMIT ?", asked)
        return found

    def _patiently(self, sql: str, values: Sequence[Any]) -> list[int] | None:
        """What is found within PATIENCE steps; None if that is not all."""
        gave_up = False

        def stop() -> int:
            nonlocal gave_up
            gave_up = True
            return 1

        self._connection.set_progress_handler(stop, PATIENCE)
        try:
            return self._ids(sql, values)
        except sqlite.OperationalError:
            if not gave_up:
                raise  # somebody else stopped it: its answer is not wanted any more
            return None
        finally:
            self._connection.set_progress_handler(None, PATIENCE)


def _has_any(groups: AnyOf) -> str:
    return " OR ".join(f"({' AND '.join([_HAS_WORD] * len(words))})" for words in groups)
