"""What the directory keeps beside businesses: settings, people, remembered columns, drafts.

These are not undo steps.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from directory_app.errors import UserError
from directory_app.model.askers import is_named
from directory_app.model.columns import utc_now
from directory_app.model.contact import Person
from directory_app.model.ids import new_id
from directory_app.model.keeping import SavedList
from directory_app.store.database import Database
from directory_app.store.dossier import make
from directory_app.store.tables import EDIT_DRAFT, IMPORT_MAPPING, PERSON, SAVED_LIST, SETTING

_SHEET = "/sheet"


def put(connection: Connection, table: Table, key: dict[str, Any], values: dict[str, Any]) -> None:
    """Set the row with this key, adding it if there is none."""
    where = [table.c[name] == value for name, value in key.items()]
    if not connection.execute(update(table).where(*where).values(values)).rowcount:
        connection.execute(insert(table).values(key | values))


def setting(connection: Connection, key: str, default: str) -> str:
    """A setting of this directory."""
    value = connection.execute(select(SETTING.c.value).where(SETTING.c.key == key)).scalar()
    return default if value is None else str(value)


def set_setting(connection: Connection, key: str, value: str) -> None:
    """Keep a setting of this directory."""
    put(connection, SETTING, {"key": key}, {"value": value})


def remembered_columns(connection: Connection, fingerprint: str) -> dict[str, str] | None:
    """The columns chosen for a list with these headings, None if there was none yet."""
    query = select(IMPORT_MAPPING.c.columns).where(IMPORT_MAPPING.c.fingerprint == fingerprint)
    text = connection.execute(query).scalar()
    return None if text is None else json.loads(text)


def remember_columns(connection: Connection, fingerprint: str, columns: dict[str, str]) -> None:
    """Keep the columns chosen for a list with these headings."""
    text = json.dumps(columns, ensure_ascii=False)
    put(connection, IMPORT_MAPPING, {"fingerprint": fingerprint}, {"columns": text})


def people(connection: Connection) -> list[Person]:
    """Who works on this directory, by name."""
    rows = connection.execute(select(PERSON).order_by(PERSON.c.name)).mappings()
    return [make(Person, dict(row)) for row in rows]


def add_person(connection: Connection, name: str) -> Person:
    """Add somebody who works on this directory; one name is one person."""
    clean = " ".join(name.split())
    if not clean:
        raise UserError("A person needs a name.", "Enter a first name.")
    if not is_named(clean):  # who works here is whom the answers name as having asked
        raise UserError(f"“{clean}” names nobody.", "Enter a first name.")
    row = connection.execute(select(PERSON).where(PERSON.c.name == clean)).mappings().first()
    if row is not None:
        return make(Person, dict(row))
    made = {"id": new_id(), "name": clean}
    connection.execute(insert(PERSON).values(made))
    return make(Person, made)


def saved_lists(connection: Connection) -> list[SavedList]:
    """The searches with a name, in their order."""
    order = (SAVED_LIST.c.position, SAVED_LIST.c.name)
    rows = connection.execute(select(SAVED_LIST).order_by(*order)).mappings()
    return [make(SavedList, dict(row)) for row in rows]


def save_list(
    connection: Connection, name: str, query: str, list_id: str = "", position: int | None = None
) -> SavedList:
    """Keep a search (its text form is the caller's) under a name: at the end, or at a place.

    With ``list_id`` one that was deleted comes back as it was.
    """
    clean = " ".join(name.split())
    if not clean:
        raise UserError("A list needs a name.", "Type a short name for it.")
    ids = [one.id for one in saved_lists(connection)]
    at = len(ids) if position is None else max(0, min(position, len(ids)))
    row = {"id": list_id or new_id(), "name": clean, "query": query, "position": at}
    connection.execute(insert(SAVED_LIST).values(row))
    order_lists(connection, [*ids[:at], str(row["id"]), *ids[at:]])
    return make(SavedList, row)


def change_list(connection: Connection, list_id: str, changes: dict[str, str]) -> None:
    """Give a saved search another ``name`` or ``query``; nothing where it is gone."""
    kept = {key: value for key, value in changes.items() if key in ("name", "query")}
    if "name" in kept:
        kept["name"] = " ".join(kept["name"].split())
        if not kept["name"]:
            raise UserError("A list needs a name.", "Type a short name for it.")
    connection.execute(update(SAVED_LIST).where(SAVED_LIST.c.id == list_id).values(kept))


def order_lists(connection: Connection, ids: Sequence[str]) -> None:
    """Put the saved searches in this order; those that are not named come last."""
    known = [one.id for one in saved_lists(connection)]
    order = [*(one for one in ids if one in known), *(one for one in known if one not in ids)]
    for position, list_id in enumerate(order):
        where = SAVED_LIST.c.id == list_id
        connection.execute(update(SAVED_LIST).where(where).values(position=position))


def delete_list(connection: Connection, list_id: str) -> None:
    """Forget a saved search."""
    connection.execute(delete(SAVED_LIST).where(SAVED_LIST.c.id == list_id))


def draft_rows(ids: Iterable[str]) -> list[str]:
    """The rows of all drafts about these businesses: of the editor, of a sheet and of a call."""
    return [f"{one}{kind}" for one in ids for kind in ("", _SHEET, "/call")]


def half_sheets(connection: Connection) -> list[str]:
    """The ids of businesses of whose visit sheet something was typed and is not kept yet."""
    rows = connection.execute(select(EDIT_DRAFT.c.row).where(EDIT_DRAFT.c.row.endswith(_SHEET)))
    return [row.removesuffix(_SHEET) for row in rows.scalars()]


def draft(connection: Connection, row: str) -> dict[str, Any] | None:
    """What was typed for a business and not applied yet."""
    text = connection.execute(select(EDIT_DRAFT.c["values"]).where(EDIT_DRAFT.c.row == row))
    found = text.scalar()
    return None if found is None else json.loads(found)


def keep_draft(connection: Connection, row: str, values: dict[str, Any] | None) -> None:
    """Keep what was typed; None forgets it."""
    if values is None:
        connection.execute(delete(EDIT_DRAFT).where(EDIT_DRAFT.c.row == row))
        return
    text = json.dumps(values, ensure_ascii=False)
    put(connection, EDIT_DRAFT, {"row": row}, {"at": utc_now(), "values": text})


class People:
    """Who works on a directory."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> "list[Person]":
        """Who works on this directory, by name."""
        with self._db.read() as connection:
            return people(connection)

    def add(self, name: str) -> "Person":
        """Add somebody who works on this directory; one name is one person."""
        with self._db.write() as connection:
            return add_person(connection, name)


class SavedLists:
    """Searches with a name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def all(self) -> "list[SavedList]":
        """The searches with a name, in their order."""
        with self._db.read() as connection:
            return saved_lists(connection)

    def add(
        self, name: str, query: str, list_id: str = "", position: int | None = None
    ) -> "SavedList":
        """Keep a search under a name; ``query`` is the window's own text form of it.

        With ``list_id`` and ``position`` one that was deleted comes back. UserError without name.
        """
        with self._db.write() as connection:
            return save_list(connection, name, query, list_id, position)

    def update(self, list_id: str, changes: dict[str, str]) -> None:
        """Give a saved search another ``name`` or ``query``. UserError for an empty name."""
        with self._db.write() as connection:
            change_list(connection, list_id, changes)

    def order(self, ids: Sequence[str]) -> None:
        """Put the saved searches in this order."""
        with self._db.write() as connection:
            order_lists(connection, ids)

    def delete(self, list_id: str) -> None:
        """Forget a saved search."""
        with self._db.write() as connection:
            delete_list(connection, list_id)


class Drafts:
    """What was typed for a business and not applied yet."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, row: str) -> dict[str, Any] | None:
        """What was typed for a business (by id) and not applied yet."""
        with self._db.read() as connection:
            return draft(connection, row)

    def set(self, row: str, values: dict[str, Any] | None) -> None:
        """Keep what was typed (plain JSON values); None forgets it."""
        with self._db.write() as connection:
            keep_draft(connection, row, values)
