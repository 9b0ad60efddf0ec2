"""Where a business stands in the directory: itself, what was merged into it, what names it."""

import json
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, or_, select

from directory_app.errors import UserError
from directory_app.model import phones
from directory_app.model.redaction import Identity
from directory_app.model.streets import key as streets_key
from directory_app.model.text import fold
from directory_app.store import dossier
from directory_app.store.dossier import LONGEST_CODE, Dossier, Row, find_row, owned_rows, rows_by
from directory_app.store.tables import (
    ACTION,
    BUSINESS,
    CHANGE,
    CONTACT,
    MERGED,
    PHONE,
    PRINT_RUN_ENTRY,
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
        return self._had("name")

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

    def identity(self) -> Identity:
        """Everything by which a text can name it, as it is and as it was."""
        contacts = self._contacts()
        said = phones.parse("; ".join(_some(contacts, "phone")))
        return Identity(
            names=frozenset(self.names | self._had("alternate_name")),
            people=frozenset(_some(contacts, "name")),
            phones=frozenset(self.numbers | {one.number for one in said.phones}),
            emails=frozenset(self._had("email") | _some(contacts, "email")),
            sites=frozenset(self._had("website") | self._pages()),
            streets=frozenset(self._had("address_1")),
            zips=frozenset(self._had("postal_code")),
            codes=frozenset(self._had("code")),
            ids=frozenset(self.ids),
        )

    def _had(self, field: str) -> set[str]:
        """Every value, but for none, that a field of text has and had."""
        had = {str(state[field]) for state in self.states if state.get(field)}
        return had | {str(value) for value in self._told(BUSINESS.name, field) if value}

    def _pages(self) -> set[str]:
        lists = [state.get("same_as") or () for state in self.states]
        lists += [value or () for value in self._told(BUSINESS.name, "same_as")]
        return {str(one) for some in lists for one in some}

    def _contacts(self) -> list[Row]:
        """Who answers for it, as far as known now and then; single fields as rows of one."""
        owned = owned_rows(self.connection, CONTACT, self.ids)
        found = [row for rows in owned.values() for row in rows]
        found += [value for value in self._told(CONTACT.name, "") if value]
        for field in ("name", "phone", "email"):
            found += [{field: value} for value in self._told(CONTACT.name, field)]
        return found

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

    def _told(self, table: str, field: str) -> list[Any]:
        """The values before and after each such change in the history."""
        found = []
        for one in self.ids:  # each by itself, or SQLite reads the whole history
            mine = (CHANGE.c.table == table, CHANGE.c.field == field, changes_of([one]))
            for pair in self.connection.execute(select(*_VALUES).where(*mine)).all():
                found += [json.loads(text) for text in pair if text is not None]
        return found

    def _merged_into(self, kept: Iterable[str]) -> set[str]:
        """The entries that merges, not taken back, dropped in favour of these."""
        merges = (
            select(CHANGE.c.action_id)
            .join(ACTION, ACTION.c.id == CHANGE.c.action_id)
            .where(ACTION.c.kind == "merge", ACTION.c.undone.is_(False))
            .where(CHANGE.c.table == BUSINESS.name, CHANGE.c.row.in_(kept), CHANGE.c.field != "")
        )
        steps = sorted(set(self.connection.execute(merges).scalars()))
        # by their steps alone, and the rest here: SQLite would read every change of a business
        query = select(CHANGE).where(CHANGE.c.action_id.in_(steps))
        changes = self.connection.execute(query).mappings() if steps else ()
        return {
            str(one["row"])
            for one in changes
            if one["table"] == BUSINESS.name
            and not one["field"]
            and one["replacement_value"] is None
        }


def deleted_twins(traces: Traces) -> list[str]:
    """The ids of entries that were deleted, or whose coming was undone, and were the same.

    The history has them whole. The same is who shares two of name, telephone and street with it,
    or its name and its town, as a list that brings it back would be known.
    """
    name, number = CHANGE.c.table == BUSINESS.name, CHANGE.c.table == PHONE.name
    said = [(name, f'"name_folded":{json.dumps(fold(one))}') for one in traces.names]
    said += [(number, f'"number":{json.dumps(one)}') for one in traces.numbers]
    rows: set[str] = set()
    for table, text in said:
        told = or_(*(column.contains(text, autoescape=True) for column in _VALUES))
        rows |= set(traces.connection.execute(select(CHANGE.c.row).where(table, told)).scalars())
    owners = {row.partition("/")[0] for row in rows} - set(traces.ids)
    there = {row["id"] for row in rows_by(traces.connection, BUSINESS, "id", owners)}
    gone = (Traces(traces.connection, one) for one in sorted(owners - there))
    return [one.id for one in gone if _is_same(traces, one)]


def _is_same(one: Traces, other: Traces) -> bool:
    named = bool(set(map(fold, one.names)) & set(map(fold, other.names)))
    towns = {fold(town) for _, town in one.addresses if town}
    streets = {streets_key(street) for street, _ in one.addresses if street}
    shared = (
        named,
        bool(one.numbers & other.numbers),
        any(streets_key(street) in streets for street, _ in other.addresses if street),
        named and any(fold(town) in towns for _, town in other.addresses),
    )
    return sum(shared) > 1


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


def _some(rows: Iterable[Row], field: str) -> set[str]:
    return {str(row[field]) for row in rows if row.get(field)}


def changes_of(ids: Iterable[str]) -> ColumnElement[bool]:
    """The changes of rows that belong to these businesses."""
    row = CHANGE.c.row
    # the range first: it is what an index is good for
    return or_(
        false(),
        *(and_(row >= one, row < f"{one}0", or_(row == one, row > f"{one}/")) for one in ids),
    )
