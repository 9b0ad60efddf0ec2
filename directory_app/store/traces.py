"""Where a business stands in the directory: itself, what was merged into it, what names it."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, false, or_, select

from directory_app.errors import UserError
from directory_app.store import dossier
from directory_app.store.dossier import LONGEST_CODE, Dossier, Row, find_row, owned_rows, rows_by
from directory_app.store.refusals import MERGED
from directory_app.store.tables import ACTION, BUSINESS, CHANGE, PHONE, PRINT_RUN_ENTRY

#: Texts of other businesses in which a person may have named it.
_TEXTS = (
    *("note", "directions_en", "directions_es", "description_en", "description_es"),
    *("hours_note_en", "hours_note_es", "alternate_name"),
)


_VALUES = (CHANGE.c.previous_value, CHANGE.c.replacement_value)


class Traces:
    """One business (by id) and the entries that were merged into it and are gone."""

    def __init__(self, connection: Connection, business_id: str) -> None:
        self.connection = connection
        self.id = business_id

    @cached_property
    def ids(self) -> list[str]:
        """Its id, and those of entries that merges took into it."""
        same, fresh = {self.id}, {self.id}
        while fresh:
            fresh = self._merged_into(fresh) - same
            same |= fresh
        there = {row["id"] for row in rows_by(self.connection, BUSINESS, "id", same)}
        return [self.id, *sorted(same - there - {self.id})]

    @cached_property
    def states(self) -> list[Row]:
        """The row as it is, then as the history has it whole."""
        found = rows_by(self.connection, BUSINESS, "id", self.ids)
        return found + [value for value in self._told(BUSINESS.name, "") if value]

    @cached_property
    def names(self) -> set[str]:
        """Every name that it has and had."""
        had = {str(state["name"]) for state in self.states if state.get("name")}
        return had | {str(value) for value in self._told(BUSINESS.name, "name") if value}

    @cached_property
    def addresses(self) -> set[tuple[str, str]]:
        """(street, town) of where it is and was."""
        return {
            (str(state.get("address_1") or ""), str(state.get("city") or ""))
            for state in self.states
        }

    @cached_property
    def numbers(self) -> set[str]:
        """Every telephone that it has and had, E.164."""
        owned = owned_rows(self.connection, PHONE, self.ids)
        found = {row["number"] for rows in owned.values() for row in rows}
        found |= {str(value["number"]) for value in self._told(PHONE.name, "") if value}
        return found | {str(value) for value in self._told(PHONE.name, "number") if value}

    def own_changes(self) -> ColumnElement[bool]:
        """The changes of rows that belong to it: ID and everything from ID/."""
        return changes_of(self.ids)

    def printed_entries(self) -> list[Row]:
        """Entries of print runs about it, those included that only name it."""
        entry = PRINT_RUN_ENTRY.c
        mine = rows_by(self.connection, PRINT_RUN_ENTRY, "business_id", self.ids)
        query = select(PRINT_RUN_ENTRY).where(entry.business_id.is_(None), entry.printed != "")
        loose = map(dict, self.connection.execute(query).mappings())
        return mine + [row for row in loose if json.loads(row["printed"]).get("name") in self.names]

    def mentioned_by(self) -> list[str]:
        """The codes of other businesses whose texts name it: only a person can reword those."""
        named = or_(
            *(
                BUSINESS.c[text].contains(name, autoescape=True)
                for text in _TEXTS
                for name in self.names
            )
        )
        query = select(BUSINESS.c.code).where(BUSINESS.c.id.not_in(self.ids), named)
        return sorted(self.connection.execute(query).scalars())

    def _told(self, table: str, field: str) -> list[Any]:
        """The values before and after each such change in the history."""
        query = select(*_VALUES).where(
            CHANGE.c.table == table, CHANGE.c.field == field, self.own_changes()
        )
        pairs = self.connection.execute(query).all()
        return [json.loads(text) for pair in pairs for text in pair if text is not None]

    def _merged_into(self, kept: Iterable[str]) -> set[str]:
        """The entries that merges, not taken back, dropped in favour of these."""
        merges = (
            select(CHANGE.c.action_id)
            .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
            .where(ACTION.c.kind == "merge", ACTION.c.undone.is_(False))
            .where(CHANGE.c.table == BUSINESS.name, CHANGE.c.row.in_(kept), CHANGE.c.field != "")
        )
        dropped = select(CHANGE.c.row).where(
            CHANGE.c.action_id.in_(merges),
            CHANGE.c.table == BUSINESS.name,
            CHANGE.c.field == "",
            CHANGE.c.replacement_value.is_(None),
        )
        return set(self.connection.execute(dropped).scalars())


def find(connection: Connection, id_or_code: str) -> Row:
    """The row of a business by id or code, also of one that was deleted or merged away.

    Deleting keeps a business in the history, so that it can be undone; it has to be found there
    when its owner withdraws. One that was merged away is the one that was kept.
    """
    try:
        return find_row(connection, id_or_code)
    except UserError:
        row = _in_history(connection, id_or_code)
        if row is None:
            raise
    merged = select(CHANGE.c.row).join(ACTION, ACTION.c.id == CHANGE.c.action_id)
    kept = connection.execute(
        merged.where(
            CHANGE.c.field == MERGED,
            CHANGE.c.replacement_value == json.dumps(row["id"]),
            ACTION.c.undone.is_(False),
        ).order_by(CHANGE.c.id.desc())
    ).scalar()
    return row if kept is None else find(connection, kept)


def one(connection: Connection, id_or_code: str) -> Dossier:
    """A business by its id or code; of one that was merged away, by its code, the one that stayed.

    UserError if there is none.
    """
    try:
        return dossier.one(connection, id_or_code)
    except UserError:
        kept = None if len(id_or_code) > LONGEST_CODE else kept_for(connection, id_or_code)
        if kept is None:
            raise
    return dossier.one(connection, kept)


def kept_for(connection: Connection, code: str) -> str | None:
    """The id of the entry into which that with this code was merged, and so on; None if none."""
    text = CHANGE.c.previous_value.contains(f'"code":"{code.upper()}"', autoescape=True)
    went = select(CHANGE.c.action_id, CHANGE.c.row).join(ACTION, ACTION.c.id == CHANGE.c.action_id)
    went = went.where(
        ACTION.c.kind == "merge",
        ACTION.c.undone.is_(False),
        CHANGE.c.table == BUSINESS.name,
        CHANGE.c.field == "",
        text,
    )
    found = connection.execute(went.order_by(CHANGE.c.id.desc())).first()
    return None if found is None else str(find(connection, found.row)["id"])


def stayed(connection: Connection) -> dict[str, str]:
    """By the id of each entry that was merged away, the id of the one that has it now."""
    merges = (
        select(CHANGE.c.replacement_value, CHANGE.c.row)
        .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
        .where(ACTION.c.kind == "merge", ACTION.c.undone.is_(False), CHANGE.c.field == MERGED)
        .order_by(CHANGE.c.id.desc())
    )
    found: dict[str, str] = {}
    for dropped, kept in connection.execute(merges):
        found[json.loads(dropped)] = found.get(kept, kept)
    return found


def _in_history(connection: Connection, id_or_code: str) -> Row | None:
    """The last that the history knows of a business that is gone."""
    by_id = len(id_or_code) > 8
    code = f'"code":"{id_or_code.upper()}"'
    said = or_(*(c.contains(code, autoescape=True) for c in _VALUES))
    query = (
        select(*_VALUES)
        .where(CHANGE.c.table == BUSINESS.name, CHANGE.c.field == "")
        .where(CHANGE.c.row == id_or_code if by_id else said)
        .order_by(CHANGE.c.id.desc())
    )
    for pair in connection.execute(query):
        for text in filter(None, pair):
            row = json.loads(text)
            if by_id or row["code"] == id_or_code.upper():
                return dict(row)
    return None


def changes_of(ids: Iterable[str]) -> ColumnElement[bool]:
    """The changes of rows that belong to these businesses."""
    row = CHANGE.c.row
    return or_(false(), *((row == one) | ((row > f"{one}/") & (row < f"{one}0")) for one in ids))
