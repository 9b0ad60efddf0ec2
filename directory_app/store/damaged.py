"""Reading a database file in which some pages cannot be read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from directory_app.errors import UserError
from directory_app.store.engine import prepare
from directory_app.store.trouble import explained

#: Rows asked for at once where all is well.
STRIDE = 2_048
#: Where the last page of a table cannot be read, so many rows may have been on it.
ON_A_PAGE = 1_000
#: The indexes that have the name of each business in them.
_NAMED_BY = (
    "ix_business_in_order",
    "ix_business_by_name",
    "ix_business_by_city",
    "ix_business_by_category",
    "ix_business_by_review",
)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The row numbers that are told of somewhere; ``complete`` if one index was read whole."""

    known: list[int]
    complete: bool
    last: int


class DamagedFile:
    """A read connection that is opened anew after each failure: one that failed stays dead."""

    def __init__(self, database: Path, key: bytes | None) -> None:
        """UserError if not even its first page can be read."""
        self._database, self._key = database, key
        self._connection = _connected(database, key)

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def marks(self) -> dict[str, int]:
        """The program's and the schema's mark."""
        return {
            name: int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("application_id", "user_version")
        }

    def schema(self) -> list[str]:
        """The statements that make the tables and indexes, tables first."""
        shadows = tuple(f"{name}_" for name in self._virtual())
        rows = self._connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' "
            "ORDER BY type != 'table', rowid"
        ).fetchall()
        made = [sql for name, sql in rows if not name.startswith(shadows or ("\0",))]
        secure = "INSERT INTO {0}({0}, rank) VALUES('secure-delete', 1)"
        return made + [secure.format(name) for name in self._virtual()]

    def tables(self) -> list[str]:
        """The tables whose rows are to be saved; a search index is built anew."""
        virtual = self._virtual()
        rows = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        names = [str(row[0]) for row in rows]
        return [
            name
            for name in names
            if name not in virtual and not name.startswith(tuple(f"{one}_" for one in virtual))
        ]

    def columns(self, table: str) -> list[str]:
        """The names of its columns."""
        return [str(row[1]) for row in self._connection.execute(f'PRAGMA table_info("{table}")')]

    def names(self) -> dict[int, str]:
        """What each business is called, by its row, as far as the indexes still say so."""
        called: dict[int, str] = {}
        sources = [f"row_id, name_folded FROM business INDEXED BY {each}" for each in _NAMED_BY]
        for source in (*sources, "id, c0 FROM search_content"):
            for row_id, name in self._as_far_as(source)[0]:
                called.setdefault(row_id, name)
        codes = self._as_far_as("row_id, code FROM business INDEXED BY ix_business_by_code")[0]
        for row_id, code in codes:
            called[row_id] = f"{called.get(row_id, '')} ({code})".strip()
        return called

    def rows(self, table: str) -> Iterator[tuple[int, tuple[Any, ...] | None]]:
        """Every row number with its values; None for a row that is there and cannot be read."""
        numbers = self._numbers(table)
        listed = ", ".join(f'"{name}"' for name in self.columns(table))
        query = f'SELECT rowid, {listed} FROM "{table}" NOT INDEXED WHERE rowid BETWEEN ? AND ?'  # noqa: S608 - as named in the file
        for start in self._starts(numbers):
            yield from self._between(query, start, min(start + STRIDE - 1, numbers.last), numbers)

    def _starts(self, numbers: _Numbers) -> Iterator[int]:
        """Where to read from: everywhere up to the last row, or where rows are known to be."""
        if not numbers.complete:
            yield from range(min(numbers.known, default=0), numbers.last + 1, STRIDE)
            return
        covered = -1
        for number in numbers.known:
            if number > covered:
                yield number
                covered = number + STRIDE - 1

    def _between(
        self, query: str, first: int, last: int, numbers: _Numbers
    ) -> Iterator[tuple[int, tuple[Any, ...] | None]]:
        try:
            rows = self._all(query, (first, last))
        except (UserError, sqlite.Error):
            there = numbers.known[
                bisect_left(numbers.known, first) : bisect_right(numbers.known, last)
            ]
            if numbers.complete and not there:
                return
            if numbers.complete:  # nothing is beside what is known
                first, last = there[0], there[-1]
            if first == last:
                if there or first <= max(numbers.known, default=-1):
                    yield first, None
                return
            middle = (first + last) // 2
            yield from self._between(query, first, middle, numbers)
            yield from self._between(query, middle + 1, last, numbers)
            return
        yield from ((int(row[0]), tuple(row[1:])) for row in rows)

    def _numbers(self, table: str) -> _Numbers:
        """Ask every index, and the table itself from both ends, as far as each can be read."""
        found: set[int] = set()
        complete = False
        names = [str(row[1]) for row in self._try(f'PRAGMA index_list("{table}")') or ()]
        for name in names:
            read, whole = self._numbers_by(f'"{table}" INDEXED BY "{name}"')
            complete |= whole
            found |= read
        read, whole = self._numbers_by(f'"{table}" NOT INDEXED ORDER BY rowid')
        found |= read
        complete |= whole
        backwards, _ = self._numbers_by(f'"{table}" NOT INDEXED ORDER BY rowid DESC')
        found |= backwards
        last = max(found, default=-1)
        if not complete and not backwards:
            last += ON_A_PAGE
        return _Numbers(sorted(found), complete, last)

    def _numbers_by(self, source: str) -> tuple[set[int], bool]:
        """The row numbers up to the first page that cannot be read; whether that is all."""
        rows, whole = self._as_far_as(f"rowid FROM {source}")
        return {int(row[0]) for row in rows}, whole

    def _as_far_as(self, selected: str) -> tuple[list[Any], bool]:
        """The rows of a SELECT up to the first page that cannot be read; whether that is all."""
        rows: list[Any] = []
        try:
            # one by one: fetchall would lose what was read before the failure
            rows.extend(self._connection.execute(f"SELECT {selected}"))
        except sqlite.Error:
            self._reopen()
            return rows, False
        return rows, True

    def _virtual(self) -> list[str]:
        rows = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
        )
        return [str(row[0]) for row in rows.fetchall()]

    def _try(self, query: str) -> list[Any] | None:
        try:
            return self._all(query)
        except (UserError, sqlite.Error):
            return None

    def _all(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        try:
            return list(self._connection.execute(query, values).fetchall())
        except sqlite.Error:
            self._reopen()
            raise

    def _reopen(self) -> None:
        self._connection.close()
        self._connection = _connected(self._database, self._key)


def _connected(database: Path, key: bytes | None) -> Any:
    """A read-only connection that puts up with a file that was cut short."""
    with explained():
        connection = sqlite.connect(
            f"{database.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None
        )
    try:
        with explained():
            prepare(connection, key, damaged=True)
    except BaseException:
        connection.close()
        raise
    return connection
