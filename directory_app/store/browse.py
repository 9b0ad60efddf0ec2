"""Reading the table of businesses in windows: raw rows, no SQLAlchemy, one connection a thread.

A million rows cost what a hundred do: the first page comes by LIMIT from an index, then the
ordered row ids (8 bytes a row) from a worker, then the rows on screen by their ids.
"""

import datetime as dt
from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from directory_app.store.engine import connect
from directory_app.store.filters import FEW, VIEWS, Condition, Filter, condition, order_by
from directory_app.store.labels import StepLabel, next_step_sql
from directory_app.store.rows import BusinessRow, columns, make_rows
from directory_app.store.schema import SEARCH_COLUMNS
from directory_app.store.trouble import explained
from directory_app.store.words import has_grammar, match_expression, wanted

if TYPE_CHECKING:  # a start needs none of it
    from directory_app.model.geo import Position
    from directory_app.store.area import Area
    from directory_app.store.pins import Pin, Spot

__all__ = ["Browser", "BusinessRow", "Filter"]

#: More hits than this, and walking the names in order meets the first page sooner than sorting.
MANY_HITS = 4_000
#: Names walked in order before giving up and sorting after all.
LONGEST_WALK = 600
#: Whether a word begins with the value, as FTS5 would say: the text is folded and spaced.
_INDEXED_TEXT = " || ".join(f"' ' || text.c{n}" for n in range(len(SEARCH_COLUMNS)))
_HAS_WORD = f"instr({_INDEXED_TEXT}, ?) > 0"


class Browser:
    """A read-only connection of one thread. Open one a thread; close it there or anywhere."""

    def __init__(
        self,
        database: Path,
        key: bytes | None = None,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        """Open ``database`` (directory.db) with its raw key, None if it is plain."""
        self._connection = connect(database, key, write=False)
        self._today = today

    def __enter__(self) -> "Browser":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection. Safe to call twice."""
        self._connection.close()

    def interrupt(self) -> None:
        """Stop a query that another thread is running on this one."""
        self._connection.interrupt()

    def first_rows(
        self, wanted_rows: Filter, limit: int, more: Sequence[str] = ()
    ) -> list[BusinessRow]:
        """The first rows in order, without counting or walking the rest; ``more``: see rows."""
        with explained():
            return self._rows(self._first_ids(wanted_rows, limit), more)

    def row_ids(self, wanted_rows: Filter) -> "array[int]":
        """The row_id of every row, in order, 8 bytes each. For a worker when there are many."""
        source, values = self._source(wanted_rows)
        found = array("q")
        with explained():
            cursor = self._connection.execute(
                f"SELECT business.row_id{source}{order_by(wanted_rows)}",
                values,
            )
            while batch := cursor.fetchmany(10_000):
                found.extend(row[0] for row in batch)
        return found

    def rows(self, row_ids: Iterable[int], more: Sequence[str] = ()) -> list[BusinessRow]:
        """The rows in the order asked; one that is gone meanwhile is left out.

        ``more`` names what each is to tell besides (of rows.MORE).
        """
        with explained():
            return self._rows(list(row_ids), more)

    def count(self, wanted_rows: Filter) -> int:
        """How many rows there are. For a worker when there are many."""
        source, values = self._source(wanted_rows)
        with explained():
            return int(self._value(f"SELECT count(*){source}", values))

    def view_counts(self) -> dict[str, int]:
        """How many rows each view of the sidebar has. For a worker when there are many."""
        return {view: self.count(Filter(view=view)) for view in VIEWS}

    def cities(self) -> list[tuple[str, int]]:
        """The towns and how many businesses (archived ones aside) each has, by name."""
        return self._tally("city")

    def categories(self) -> list[tuple[str, int]]:
        """The category keys in use and how many businesses each has."""
        return self._tally("category")

    def states(self) -> list[tuple[str, int]]:
        """The states as written and how many businesses each has. Reads every row."""
        return self._tally("state_province")

    def version(self) -> int:
        """A number that changes whenever another connection has committed."""
        return int(self._value("PRAGMA data_version", ()))

    def setting(self, key: str) -> str | None:
        """A setting of the directory."""
        with explained():
            row = self._connection.execute(
                "SELECT value FROM setting WHERE key = ?", (key,)
            ).fetchone()
        return None if row is None else str(row[0])

    def saved_lists(self) -> list[tuple[str, str, str]]:
        """The searches with a name in their order: id, name, query."""
        with explained():
            return self._connection.execute(
                "SELECT id, name, query FROM savedlist ORDER BY position, name"
            )
            return list(found)

    def people(self) -> list[str]:
        """The names of those who work on the directory."""
        with explained():
            rows = self._connection.execute("SELECT name FROM person ORDER BY name").fetchall()
        return [row[0] for row in rows]

    def undo_label(self) -> StepLabel | None:
        """What undo would take back, None if there is nothing."""
        return self._step_label(back=True)

    def redo_label(self) -> StepLabel | None:
        """What redo would do again, None if there is nothing."""
        return self._step_label(back=False)

    def event_count(self) -> int:
        """How many events there are."""
        with explained():
            return int(self._value("SELECT count(*) FROM event", ()))

    def run_count(self) -> int:
        """How many print runs there are."""
        with explained():
            return int(self._value("SELECT count(*) FROM printrun", ()))

    def purge_days(self) -> list[dt.date]:
        """The days on which businesses were purged, the first one first."""
        from directory_app.store import expiry

        with explained():
            return expiry.purge_days(self._connection)

    def spots(self, area: "Area", cell: tuple[float, float]) -> "list[Spot]":
        """Pins and clusters on the map (store.pins.spots). For a worker."""
        from directory_app.store import pins

        with explained():
            return pins.spots(self._connection, area, cell)

    def pin(self, business: int | str) -> "Pin | None":
        """The pin of a business by row_id, id or code; None where it has none."""
        from directory_app.store import pins

        with explained():
            if isinstance(business, str):
                return pins.by_id(self._connection, business)
            found = pins.by_row(self._connection, [business])
            return found[0] if found else None

    def inside(self, area: "Area", limit: int) -> "tuple[int, list[Pin]]":
        """How many businesses an area of the map has, and the first of them by name."""
        from directory_app.store import pins

        with explained():
            count = pins.count(self._connection, area)
            return count, pins.inside(self._connection, area, limit) if limit else []

    def nearest(self, position: "Position", limit: int) -> "list[tuple[float, Pin]]":
        """The nearest businesses with their miles, nearest first."""
        from directory_app.store import pins

        with explained():
            return pins.nearest(self._connection, position, limit)

    def extent(self) -> tuple[float, float, float, float] | None:
        """South, west, north and east of all pins; None without any."""
        from directory_app.store import pins

        with explained():
            return pins.extent(self._connection)

    def without_sure_place(self) -> "array[int]":
        """The rows, by name, whose pin nobody set and that is not at the door; no archived ones."""
        sql = (
            "SELECT row_id FROM business WHERE NOT pin_locked AND review_state <> 'archived'"
            " AND coalesce(precision, '') NOT IN ('rooftop', 'manual')"
            " ORDER BY name_folded, row_id"
        )
        with explained():
            return array("q", (row[0] for row in self._connection.execute(sql)))

    def pin_sources(self) -> list[str]:
        """What the directory's pins were found by, each once."""
        with explained():
            found = self._connection.execute("SELECT DISTINCT geocode_source FROM business")
            return [str(row[0] or "") for row in found]

    def _step_label(self, *, back: bool) -> StepLabel | None:
        with explained():
            row = self._connection.execute(next_step_sql(back=back)).fetchone()
        return None if row is None else StepLabel(row[1], row[2])

    def _tally(self, column: str) -> list[tuple[str, int]]:
        with explained():
            rows = self._connection.execute(
                f"SELECT {column}, count(*) FROM business "  # noqa: S608
                f"WHERE review_state <> 'archived' GROUP BY {column} ORDER BY {column}"
            ).fetchall()
        return [(value, count) for value, count in rows if value]

    def _value(self, sql: str, values: Sequence[Any]) -> Any:
        return self._connection.execute(sql, values).fetchone()[0]

    def _rows(self, row_ids: list[int], more: Sequence[str] = ()) -> list[BusinessRow]:
        if not row_ids:
            return []
        marks = ",".join("?" * len(row_ids))
        records = self._connection.execute(
            f"SELECT {columns(more)} FROM business WHERE row_id IN ({marks})",  # noqa: S608
            row_ids,
        ).fetchall()
        ids = [record[1] for record in records]
        answers = self._connection.execute(
            "SELECT business_id, channel, answer, date, asked_by, review_by FROM consent "  # noqa: S608
            f"WHERE business_id IN ({','.join('?' * len(ids))})",
            ids,
        ).fetchall()
        made = make_rows(records, answers, more)
        return [made[row_id] for row_id in row_ids if row_id in made]

    def _source(self, wanted_rows: Filter, *, first: bool = False) -> tuple[str, list[Any]]:
        """FROM and WHERE of a filter, its text included."""
        words, clause = self._parts(wanted_rows, first=first)
        if words is None:
            return f" FROM business{clause.where}", clause.values
        clause.terms.insert(0, "search MATCH ?")
        index = " INDEXED BY ix_business_in_order" if _is_plain(wanted_rows) else ""
        joined = f"business{index} ON business.row_id = search.rowid"
        source = f" FROM search CROSS JOIN {joined}{clause.where}"
        return source, [match_expression(words), *clause.values]

    def _parts(
        self, wanted_rows: Filter, *, first: bool = True
    ) -> tuple[list[str] | None, Condition]:
        """The words to search for, and all other conditions, those typed into the box too."""
        clause = condition(wanted_rows, self._today(), few=self._is_few(wanted_rows))
        if not has_grammar(wanted_rows.text):
            return wanted(wanted_rows.text), clause
        from directory_app.model.query import parse
        from directory_app.store.querying import Compiler

        query, compiler = (
            parse(wanted_rows.text),
            Compiler(self._connection, self._today(), first=first),
        )
        for part in query.rest:
            sql, values = compiler.clause(part)
            clause.add(sql, *values)
        return wanted(query.plain), clause

    def _is_few(self, wanted_rows: Filter) -> bool:
        if wanted_rows.channel is None or wanted_rows.answer is None:
            return False
        found = self._value(
            "SELECT count(*) FROM (SELECT 1 FROM consent WHERE channel = ? AND answer = ? LIMIT ?)",
            (wanted_rows.channel, wanted_rows.answer, FEW),
        )
        return bool(found < FEW)

    def _first_ids(self, wanted_rows: Filter, limit: int) -> list[int]:
        words, _clause = self._parts(wanted_rows)
        if words is not None and self._has_many(words):
            return self._walk(wanted_rows, words, limit) or self._sift(wanted_rows, words, limit)
        source, values = self._source(wanted_rows, first=True)
        rows = self._connection.execute(
            f"SELECT business.row_id{source}{order_by(wanted_rows)} LIMIT ?",
            [*values, limit],
        ).fetchall()
        return [row[0] for row in rows]

    def _has_many(self, words: list[str]) -> bool:
        """Whether so many have these words that they had better not be sorted."""
        hits = self._value(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)",
            (match_expression(words), MANY_HITS),
        )
        return bool(hits >= MANY_HITS)

    def _sift(self, wanted_rows: Filter, words: list[str], limit: int) -> list[int]:
        """The first hits by holding the sorted index against the set of them."""
        _words, clause = self._parts(wanted_rows)
        # the plus keeps SQLite from looking each hit up and sorting what it found
        hit = "+business.row_id IN (SELECT rowid FROM search WHERE search MATCH ?)"
        where = Condition([hit, *clause.terms], [match_expression(words), *clause.values])
        rows = self._connection.execute(
            f"SELECT business.row_id FROM business{where.where}"  # noqa: S608
            f"{order_by(wanted_rows)} LIMIT ?",
            [*where.values, limit],
        ).fetchall()
        return [row[0] for row in rows]

    def _walk(self, wanted_rows: Filter, words: list[str], limit: int) -> list[int] | None:
        """The first hits by reading the first businesses in order; None if they are too few.

        What half of the businesses have ("spanish") is found on the first few pages of the
        index, while FTS5 would hand over every hit.
        """
        _words, clause = self._parts(wanted_rows)
        cursor = self._connection.execute(
            f"SELECT business.row_id, {' AND '.join([_HAS_WORD] * len(words))}"  # noqa: S608
            " FROM business CROSS JOIN search_content AS text ON text.id = business.row_id"
            f"{clause.where}{order_by(wanted_rows)} LIMIT ?",
            [*(f" {word}" for word in words), *clause.values, LONGEST_WALK],
        )
        found = list(islice((row_id for row_id, hit in cursor if hit), limit))
        cursor.close()
        return found if len(found) == limit else None


def _is_plain(wanted_rows: Filter) -> bool:
    """Whether a search is only of text and by name: one index answers it then."""
    if has_grammar(wanted_rows.text):
        return False
    same = Filter(text=wanted_rows.text, view=wanted_rows.view, descending=wanted_rows.descending)
    return wanted_rows.view in ("all", "everything") and wanted_rows == same
