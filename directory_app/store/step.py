"""One undo step in the making: every change goes through it and leaves its row in Change."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from directory_app.model.columns import utc_now
from directory_app.model.terms import Match
from directory_app.model.text import fold
from directory_app.store import homes, search, stops
from directory_app.store.ledger import Book
from directory_app.store.newcomers import TRAITS, Newcomers
from directory_app.store.tables import (
    ACTION,
    ANOTHER,
    BUSINESS,
    KEPT,
    encode,
    insert_whole,
    row_to_json,
    to_json,
    update_fields,
)
from directory_app.store.trouble import KnownAgainError

#: Kept by the store itself and not part of anybody's edit.
UNRECORDED = frozenset(("last_modified", "version", "name_folded"))
_FILE = (
    'INSERT INTO change (at, "by", action_id, "table", "row", field, previous_value,'
    " replacement_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class Step:
    """Writes within one transaction, remembers what changed, and files it under one Action.

    Rows are dicts of Python values by column name. Nothing is committed here.
    """

    def __init__(
        self,
        connection: Connection,
        kind: str,
        label: str,
        by: str = "",
        *,
        at: dt.datetime | None = None,
        on: dt.date | None = None,
    ) -> None:
        """``at`` is the aware moment of it and ``on`` the directory's day (see clock.py)."""
        self.connection = connection
        self.kind, self.label, self.by = kind, label, by
        self.at = at or utc_now()
        self.on = on or self.at.date()
        self._changes: list[tuple[str, str, str, str | None, str | None]] = []
        self._reindex: set[str] = set()
        self._gone: list[int] = []
        self._next_row_id: int | None = None
        #: Businesses that are a home from now on: no step keeps their street.
        self.at_home: set[str] = set()
        #: Businesses that hide more of their place: the texts of others don't tell it either.
        self.hidden: set[str] = set()
        #: Of which a person said: it is another one than who asked to be forgotten.
        self.another: set[str] = set()
        #: That were here before with all that they are known by, as after a merge.
        self.here_before: set[str] = set()
        #: Whether it takes an earlier step back: then what comes was here, and one sign is no news.
        self.takes_back = False
        #: Texts that a person read and let in, although words in them are never kept.
        self.let_in: set[str] = set()
        self._newcomers = Newcomers(connection)

    @property
    def size(self) -> int:
        """How many changes there are so far."""
        return len(self._changes)

    def insert(
        self, table: str, rows: Iterable[dict[str, Any]], *, by_ledger: bool = False
    ) -> None:
        """Add rows; a business gets its row_id here. Answers are written by the ledger alone."""
        _refuse_answers(table, by_ledger)
        made = list(rows)
        if not made:
            return
        for row in made:
            self._stop_words(table, row, {})
        if table == "business":
            self._number(made)
            self._reindex.update(row["id"] for row in made)
            self._newcomers.adds(row["id"] for row in made)
        elif table == "phone":
            self._reindex.update(row["business_id"] for row in made)
            self._newcomers.touches(row["business_id"] for row in made)
        kept = KEPT[table]
        insert_whole(self.connection, kept.table, made)
        self._changes += ((table, kept.path(row), "", None, row_to_json(row)) for row in made)

    def update(
        self, table: str, row: dict[str, Any], changes: dict[str, Any], *, by_ledger: bool = False
    ) -> dict[str, Any]:
        """Set fields of a row as it was read; returns the new row. Equal values are no change."""
        _refuse_answers(table, by_ledger)
        real = {name: value for name, value in changes.items() if row[name] != value}
        if not real:
            return row
        self._stop_words(table, real, row)
        kept = KEPT[table]
        path = kept.path(row)
        self._changes += (
            (table, path, name, to_json(row[name]), to_json(value))
            for name, value in real.items()
            if name not in UNRECORDED
        )
        if table == "business":
            if TRAITS & real.keys():
                self._newcomers.touches([row["id"]])
            real |= self.stamp(row, real)
            if search.SEARCHED & real.keys():
                self._reindex.add(row["id"])
        elif table == "phone":
            self._reindex.add(row["business_id"])
            if "number" in real:
                self._newcomers.touches([row["business_id"]])
        update_fields(self.connection, kept, row, real)
        return {**row, **real}

    def delete(
        self, table: str, rows: Iterable[dict[str, Any]], *, by_ledger: bool = False
    ) -> None:
        """Remove rows as they were read. Children of a business must go first."""
        _refuse_answers(table, by_ledger)
        gone = list(rows)
        kept = KEPT[table]
        if table == "phone":
            self._newcomers.touches(row["business_id"] for row in gone)
        for row in gone:
            where = [kept.table.c[name] == row[name] for name in kept.key]
            self.connection.execute(delete(kept.table).where(*where))
            self._changes.append((table, kept.path(row), "", row_to_json(row), None))
            if table == "phone":
                self._reindex.add(row["business_id"])
        if table == "business":
            self._gone += [row["row_id"] for row in gone]
            self._reindex.difference_update(row["id"] for row in gone)

    def note(self, table: str, row: dict[str, Any], field: str, value: Any) -> None:
        """File a fact about a row that no column holds; undo and redo pass it by."""
        self._changes.append((table, KEPT[table].path(row), field, to_json(None), to_json(value)))

    def _stop_words(self, table: str, values: dict[str, Any], before: dict[str, Any]) -> None:
        """Stop what is never kept, but for what only moves: it was here."""
        if not (self.takes_back or self.here_before):
            stops.check(table, values, before, self.let_in)

    def stamp(self, row: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
        """What goes with any change of a business."""
        also = {"last_modified": self.at, "version": row["version"] + 1}
        if "name" in changes:
            also["name_folded"] = fold(changes["name"])
        return also

    def finish(self) -> int | None:
        """File the changes, clear what could be redone, index; the action's id, None if empty.

        KnownAgainError if it would bring back who asked to be forgotten, unless somebody said of
        each that it is another one. That is filed. A refusal outlives its entry: who was
        deleted and is back has it (``hold_refusals``).
        """
        self._look_at_newcomers()
        self.hold_refusals()
        search.reindex(self.connection, self._reindex, self._gone)
        self._reindex.clear()
        self._gone.clear()
        if not self._changes:
            return None
        filed, self._changes = self._changes, []
        self._clear_redo()
        action = {"at": self.at, "by": self.by, "kind": self.kind, "label": self.label}
        made = self.connection.execute(insert(ACTION).values(**action, undone=False, undoable=True))
        action_id = int(made.inserted_primary_key[0])  # type: ignore[index]  # one row was made
        shared = (encode(self.at), self.by, action_id)
        # past SQLAlchemy, which takes longer over each of an import's many rows than SQLite does
        self.connection.exec_driver_sql(_FILE, [(*shared, *change) for change in filed])
        if self.at_home:
            homes.scrub(self.connection, self.at_home)
        if self.hidden:
            homes.hide(self.connection, self.hidden)
        return action_id

    def hold_refusals(self) -> None:
        """Give businesses of this step the refusals of entries that are gone and were the same.

        A way of adding that tells a person which answers are not kept calls it before these.
        """
        held = self._newcomers.refused()
        book = Book(self, held)
        for one, states in held.items():
            book.hold(one, states)
        book.close()

    def _look_at_newcomers(self) -> None:
        found = self._newcomers.found()
        said = self.another | self.here_before
        unsaid = {
            one: (name, match)
            for one, (name, match) in found.items()
            if one not in said and not (self.takes_back and match is Match.ASK)
        }
        if unsaid:
            raise KnownAgainError(unsaid)
        for one in found.keys() & self.another:
            self.note("business", {"id": one}, ANOTHER, True)

    def _clear_redo(self) -> None:
        undone = ACTION.c.undone.is_(True) & ACTION.c.undoable.is_(True)
        self.connection.execute(update(ACTION).where(undone).values(undoable=False))

    def _number(self, rows: list[dict[str, Any]]) -> None:
        if self._next_row_id is None:
            last = self.connection.execute(select(func.max(BUSINESS.c.row_id))).scalar()
            self._next_row_id = (last or 0) + 1
        for row in rows:
            row["row_id"] = self._next_row_id
            row["name_folded"] = fold(row["name"])
            self._next_row_id += 1


def _refuse_answers(table: str, by_ledger: bool) -> None:
    if table == "consent" and not by_ledger:
        raise ValueError("an answer is written by store/ledger.py alone")
