"""The SQLAlchemy tables behind the models, and their values as the history's JSON."""

import datetime as dt
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Column, Connection, Date, Table
from sqlmodel import SQLModel

from directory_app.model.business import Business, Phone
from directory_app.model.change import Action, Change
from directory_app.model.columns import TextList, UtcDateTime
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact, Person
from directory_app.model.event import Event, EventEntry
from directory_app.model.keeping import (
    EditDraft,
    GeocodeCache,
    ImportMapping,
    NotDuplicate,
    OutboundRequest,
    SavedList,
    Setting,
    Tombstone,
)
from directory_app.model.print_run import PrintRun, PrintRunEntry


def table_of(model: type[SQLModel]) -> Table:
    """The table of a model."""
    return cast(Table, model.__table__)  # type: ignore[attr-defined]  # SQLModel sets it


#: The field of a Change that says which entry (by id) a merge took into this one.
MERGED = "merged"
#: The fact in a history that a person said that it is another one, with who was forgotten.
ANOTHER = "another_one"
BUSINESS = table_of(Business)
PHONE = table_of(Phone)
CONSENT = table_of(Consent)
CONTACT = table_of(Contact)
EVENT = table_of(Event)
EVENT_ENTRY = table_of(EventEntry)
ACTION = table_of(Action)
CHANGE = table_of(Change)
PRINT_RUN = table_of(PrintRun)
PRINT_RUN_ENTRY = table_of(PrintRunEntry)
PERSON = table_of(Person)
SETTING = table_of(Setting)
TOMBSTONE = table_of(Tombstone)
IMPORT_MAPPING = table_of(ImportMapping)
SAVED_LIST = table_of(SavedList)
NOT_DUPLICATE = table_of(NotDuplicate)
EDIT_DRAFT = table_of(EditDraft)
GEOCODE_CACHE = table_of(GeocodeCache)
OUTBOUND_REQUEST = table_of(OutboundRequest)


@dataclass(frozen=True, slots=True)
class Kept:
    """A table with history. ``key`` names its rows; ``owner`` is a column put before it.

    Change.row is the owner and the key with a stroke between, so that a business's whole
    history is one range of the index: "ID" and everything from "ID/".
    """

    table: Table
    key: tuple[str, ...] = ("id",)
    owner: str | None = None

    def path(self, row: dict[str, Any]) -> str:
        """The name of a row in Change.row."""
        owner = (str(row[self.owner]),) if self.owner else ()
        return "/".join((*owner, *(str(row[name]) for name in self.key)))

    def key_of(self, path: str) -> dict[str, str]:
        """The key columns and values of a Change.row."""
        parts = path.split("/")[-len(self.key) :]
        return dict(zip(self.key, parts, strict=True))


@dataclass(frozen=True, slots=True)
class _Insert:
    """The INSERT of a whole row, the picker of its values, and what some of them need."""

    sql: str
    pick: Callable[[dict[str, Any]], tuple[Any, ...]]
    converted: tuple[tuple[int, Callable[[Any], Any]], ...]

    def values(self, row: dict[str, Any]) -> list[Any]:
        """A row's values as SQLite stores them."""
        made = list(self.pick(row))
        for place, convert in self.converted:
            made[place] = convert(made[place])
        return made


def _converters() -> dict[type, Callable[[Any], Any]]:
    return {Date: encode, UtcDateTime: encode, TextList: to_json}


@cache
def _insert_of(table: Table) -> _Insert:
    converters = _converters()
    kinds = enumerate(type(column.type) for column in table.columns)
    converted = tuple((place, converters[kind]) for place, kind in kinds if kind in converters)
    columns = [column.name for column in table.columns]
    names = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608
    return _Insert(sql, itemgetter(*columns), converted)


def insert_whole(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Insert rows that have every column, past SQLAlchemy.

    Over each of an import's many rows it takes longer than SQLite does.
    """
    made = _insert_of(table)
    connection.exec_driver_sql(made.sql, [tuple(made.values(row)) for row in rows])


def update_fields(
    connection: Connection, kept: Kept, row: dict[str, Any], fields: dict[str, Any]
) -> None:
    """Set fields of one row, found by its key; past SQLAlchemy for the same reason."""
    converters = _converters()
    columns = [kept.table.c[name] for name in fields]
    sets = ", ".join(f'"{column.name}" = ?' for column in columns)
    where = " AND ".join(f'"{name}" = ?' for name in kept.key)
    values = [
        converters.get(type(column.type), _same)(value)
        for column, value in zip(columns, fields.values(), strict=True)
    ]
    keys = [row[name] for name in kept.key]
    connection.exec_driver_sql(
        f'UPDATE "{kept.table.name}" SET {sets} WHERE {where}',  # noqa: S608 - our own names
        (*values, *keys),
    )


def _same(value: Any) -> Any:
    return value


KEPT = {
    kept.table.name: kept
    for kept in (
        Kept(BUSINESS),
        Kept(PHONE, owner="business_id"),
        Kept(CONSENT, owner="business_id"),
        Kept(CONTACT, owner="business_id"),
        Kept(EVENT),
        Kept(EVENT_ENTRY, owner="event_id"),
        Kept(NOT_DUPLICATE, key=("first", "second")),
    )
}


def encode(value: Any) -> Any:
    """A value of a column as plain JSON holds it."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def decode(column: Column[Any], value: Any) -> Any:
    """The value back, as the column's Python type."""
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime):
        return dt.datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return dt.date.fromisoformat(value)
    if isinstance(column.type, TextList):
        return list(value)
    return value


#: Made once: an import writes a row of history for each row of each table.
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=encode)


def to_json(value: Any) -> str:
    """One value as JSON text."""
    if value == []:
        return "[]"
    return _JSON.encode(value)


def row_to_json(row: dict[str, Any]) -> str:
    """A whole row as JSON text."""
    return _JSON.encode(row)


def row_from_json(table: Table, text: str) -> dict[str, Any]:
    """A whole row back; columns that the table no longer has are left out."""
    plain = json.loads(text)
    return {name: decode(table.c[name], value) for name, value in plain.items() if name in table.c}
