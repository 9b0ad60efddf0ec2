"""Reading the table of businesses in windows: raw rows, no SQLAlchemy, one connection a thread.

A million rows cost what a hundred do: the first page comes by LIMIT from an index, then the
ordered row ids (8 bytes a row) from a worker, then the rows on screen by their ids.
"""

import datetime as dt
import json
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from directory_app.model.live import Days
from directory_app.store import hold, pins
from directory_app.store.clock import LAST_DAY
from directory_app.store.engine import SMALL_CACHE, connect
from directory_app.store.filters import (
    FEW,
    VIEWS,
    Condition,
    Filter,
    condition,
    has_grammar,
    order_by,
    wanted,
)
from directory_app.store.first import Asked, FirstRows
from directory_app.store.labels import StepLabel, next_step_sql
from directory_app.store.rows import BusinessRow, columns, make_rows
from directory_app.store.trouble import explained

if TYPE_CHECKING:  # a start needs none of it
    from directory_app.model.geo import Position
    from directory_app.model.listing import Restored
    from directory_app.store.area import Area
    from directory_app.store.outlook import Counted
    from directory_app.store.pins import Pin, Spot

__all__ = ["Browser", "BusinessRow", "Filter"]


_NEWEST = (
    "SELECT max(at) FROM (SELECT max(at) AS at FROM action"
    " UNION ALL SELECT max(made_at) FROM printrun"
    " UNION ALL SELECT max(at) FROM outboundrequest)"
)


class Browser:
    """A read-only connection of one thread. Open one a thread; close it there or anywhere."""

    def __init__(
        self,
        database: Path,
        key: bytes | None = None,
        today: Callable[[], dt.date] = dt.date.today,
        days: Callable[[], Days] | None = None,
    ) -> None:
        """Open ``database`` (directory.db) with its raw key, None if it is plain.

        ``days`` are those by which a yes is live (Clock.days); without, today alone.
        """
        self._connection = connect(database, key, write=False)
        self._today = today
        self._days = days or (lambda: Days(today(), today()))

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

    def keep_little(self) -> None:
        """Take little memory: for reading through everything, which no memory makes faster."""
        self._connection.execute(f"PRAGMA {SMALL_CACHE}")

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
        if wanted_rows == Filter(view="to_verify"):
            # most are in it: read through, where an index would lead to each of them in turn
            source = source.replace("FROM business", "FROM business NOT INDEXED", 1)
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
            found = self._connection.execute(
                "SELECT id, name, query FROM savedlist ORDER BY position, name"
            )
            return list(found)

    def newest_deed(self) -> tuple[dt.datetime | None, dt.date | None]:
        """The moment of the newest step, print run or request, and the newest day of any deed."""
        with explained():
            moment = self._connection.execute(_NEWEST).fetchone()[0]
        day = self.setting(LAST_DAY)
        return (
            dt.datetime.fromisoformat(moment) if moment else None,
            dt.date.fromisoformat(day) if day else None,
        )

    def outlook(self, channel: str, only: "Filter | Collection[str] | None" = None) -> "Counted":
        """Who would go out for a channel today and who would not; of a filter, of ids, or all.

        Of a filter ``as_told``, since it is for what goes out.
        """
        from directory_app.store import outlook

        chosen = self._chosen(only)
        with explained():
            return outlook.counted(self._connection, channel, self._days(), chosen)

    def staff_outlook(self, only: "Filter | Collection[str] | None" = None) -> tuple[int, int]:
        """How many a private file of these would hold, and how many it would leave out."""
        from directory_app.store import outlook

        chosen = self._chosen(only)
        with explained():
            return outlook.staff_counted(self._connection, chosen)

    def codes(self, wanted_rows: Filter) -> set[str]:
        """The codes of all that a filter chooses to go out (``as_told``). For a worker."""
        source, values = self._source(wanted_rows.told())
        with explained():
            found = self._connection.execute(f"SELECT business.code{source}", values)
            return {row[0] for row in found}

    def _chosen(self, only: "Filter | Collection[str] | None") -> set[int] | None:
        """The row_ids of a filter, as told, or of ids."""
        if only is None or isinstance(only, Filter):
            return None if only is None else set(self.row_ids(only.told()))
        with explained():
            found = self._connection.execute(
                "SELECT row_id FROM business WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(only)),),
            )
            return {row[0] for row in found}

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
            return int(self._value("SELECT count(*) FROM printrun WHERE state <> 'failed'", ()))

    def open_runs(self) -> list[tuple[int, dt.datetime]]:
        """Number and time (aware) of the print runs that were begun and not finished."""
        with explained():
            rows = self._connection.execute(
                "SELECT number, made_at FROM printrun WHERE state = 'pending' ORDER BY number"
            ).fetchall()
        return [(row[0], dt.datetime.fromisoformat(row[1])) for row in rows]

    def pair_count(self, most: int) -> int | None:
        """How many pairs may be one business; None where there are more businesses than that."""
        from directory_app.store import pairs

        with explained():
            if self._value("SELECT count(*) FROM business", ()) > most:
                return None
            return len(pairs.ranked(self._connection.execute).pairs)

    def refusals_unknown_since(self) -> dt.date | None:
        """The day of the backup that this came out of, until somebody says who refused since."""
        with explained():
            return hold.since(self._connection)

    def restored(self) -> "Restored | None":
        """What was said after a restore, for as long as preflight tells of it."""
        with explained():
            return hold.answered(self._connection, self._today())

    def purge_months(self) -> list[dt.date]:
        """The first days of the months in which something was forgotten for good, in order."""
        from directory_app.store import backups

        with explained():
            return backups.purge_months(self._connection)

    def spots(self, area: "Area", cell: tuple[float, float]) -> "list[Spot]":
        """Pins and clusters on the map (store.pins.spots). For a worker."""
        with explained():
            return pins.spots(self._connection, area, cell)

    def pin(self, business: int | str) -> "Pin | None":
        """The pin of a business by row_id, id or code; None where it has none."""
        with explained():
            if isinstance(business, str):
                return pins.by_id(self._connection, business)
            found = pins.by_row(self._connection, [business])
            return found[0] if found else None

    def inside(self, area: "Area", limit: int) -> "tuple[int, list[Pin]]":
        """How many businesses an area of the map has, and the first of them by name."""
        with explained():
            count = pins.count(self._connection, area)
            return count, pins.inside(self._connection, area, limit) if limit else []

    def nearest(self, position: "Position", limit: int) -> "list[tuple[float, Pin]]":
        """The nearest businesses with their miles, nearest first."""
        with explained():
            return pins.nearest(self._connection, position, limit)

    def extent(self) -> tuple[float, float, float, float] | None:
        """South, west, north and east of all pins; None without any."""
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
        live = hold.since(self._connection) is None
        made = make_rows(records, answers, more, live=live)
        return [made[row_id] for row_id in row_ids if row_id in made]

    def _source(self, wanted_rows: Filter) -> tuple[str, list[Any]]:
        """FROM and WHERE of a filter, its text included."""
        if not wanted_rows.text:
            clause = self._condition(wanted_rows)
            return f" FROM business{clause.where}", clause.values
        return self._asked(wanted_rows).source(_index_of(wanted_rows))

    def _asked(self, wanted_rows: Filter, *, first: bool = False) -> "Asked":
        """The hits to search for, and all other conditions, those typed into the box too."""
        clause = self._condition(wanted_rows, first=first)
        if not (wanted_rows.as_told or has_grammar(wanted_rows.text)):
            words = wanted(wanted_rows.text)
            return Asked(((tuple(words),),) if words else (), clause)
        from directory_app.store.querying import compile_text

        made = compile_text(
            self._connection,
            self._today(),
            wanted_rows.text,
            first=first,
            as_told=wanted_rows.as_told,
        )
        for sql, values in made.terms:
            clause.add(sql, *values)
        return Asked(made.hits, clause)

    def _condition(self, wanted_rows: Filter, *, first: bool = False) -> Condition:
        """All conditions but the text."""
        made = condition(wanted_rows, self._today(), few=self._is_few(wanted_rows), first=first)
        if wanted_rows.as_told and wanted_rows.area is not None:
            from directory_app.store import told_area

            where, values = told_area.terms(self._connection, wanted_rows.area)
            made.add(where, *values)
        return made

    def _is_few(self, wanted_rows: Filter) -> bool:
        if wanted_rows.channel is None or wanted_rows.answer is None:
            return False
        found = self._value(
            "SELECT count(*) FROM (SELECT 1 FROM consent WHERE channel = ? AND answer = ? LIMIT ?)",
            (wanted_rows.channel, wanted_rows.answer, FEW),
        )
        return bool(found < FEW)

    def _first_ids(self, wanted_rows: Filter, limit: int) -> list[int]:
        if _is_at_start(wanted_rows):
            source, values = self._source(wanted_rows)
            sql = f"SELECT business.row_id{source}{order_by(wanted_rows)} LIMIT ?"
            return [row[0] for row in self._connection.execute(sql, [*values, limit])]
        asked = self._asked(wanted_rows, first=True)
        return FirstRows(self._connection, wanted_rows, asked, limit).find()


def _is_at_start(wanted_rows: Filter) -> bool:
    """Whether there is nothing to find: what a start shows needs no more than an index."""
    return wanted_rows == Filter(sort=wanted_rows.sort, descending=wanted_rows.descending)


def _index_of(wanted_rows: Filter) -> str:
    """The index that answers a search alone, if it is only of words and by name."""
    if has_grammar(wanted_rows.text):
        return ""
    same = Filter(text=wanted_rows.text, view=wanted_rows.view, descending=wanted_rows.descending)
    is_plain = wanted_rows.view in ("all", "everything") and wanted_rows == same
    return "ix_business_in_order" if is_plain else ""
