"""Keeping the search index (FTS5) level with the businesses, in the same transaction."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from directory_app.model import categories, languages
from directory_app.store.schema import SEARCH_COLUMNS
from directory_app.store.words import indexed, indexed_phone

#: The columns of business whose change asks for new index text.
SEARCHED = frozenset(
    (
        "name",
        "alternate_name",
        "address_1",
        "address_2",
        "city",
        "category",
        "cuisine",
        "languages",
        "description_en",
        "description_es",
        "code",
    )
)
_READ = (
    "SELECT row_id, name, alternate_name, address_1, address_2, city, category, cuisine,"
    " languages, description_en, description_es, code,"
    " (SELECT group_concat(number, ' ' ORDER BY number) FROM phone"
    " WHERE phone.business_id = business.id AND NOT phone.confidential) FROM business WHERE "
)
_INSERT = (
    f"INSERT INTO search(rowid, {', '.join(SEARCH_COLUMNS)}) "  # noqa: S608
    f"VALUES ({', '.join('?' * (len(SEARCH_COLUMNS) + 1))})"
)
CHUNK = 1_000


def reindex(connection: Connection, ids: Iterable[str]) -> None:
    """Index these businesses anew; ids that are gone are passed over (see forget)."""
    for some in chunks(sorted(ids), CHUNK):
        marks = ",".join("?" * len(some))
        rows = connection.exec_driver_sql(f"{_READ}id IN ({marks})", tuple(some)).all()
        forget(connection, [row[0] for row in rows])
        if rows:
            connection.exec_driver_sql(_INSERT, [index_row(row) for row in rows])


def forget(connection: Connection, row_ids: Sequence[int]) -> None:
    """Erase the index text of rows."""
    if row_ids:
        connection.exec_driver_sql(
            "DELETE FROM search WHERE rowid = ?", [(row_id,) for row_id in row_ids]
        )


def rebuild(connection: Connection) -> None:
    """Index everything anew: after a migration, or when check finds it wrong."""
    connection.exec_driver_sql("DELETE FROM search")
    last = 0
    while True:
        rows = connection.exec_driver_sql(
            f"{_READ}row_id > ? ORDER BY row_id LIMIT ?", (last, CHUNK)
        ).all()
        if not rows:
            return
        connection.exec_driver_sql(_INSERT, [index_row(row) for row in rows])
        last = rows[-1][0]


def index_row(row: Sequence[Any]) -> tuple[Any, ...]:
    """The values of one index row from one row of ``_READ``."""
    row_id, name, alternate, street, unit, town, category, cuisine, spoken, en, es, code, phones = (
        row
    )
    return (
        row_id,
        indexed(name),
        indexed(alternate),
        indexed(f"{street} {unit}") if street or unit else "",
        indexed(town),
        _category_words(category),
        indexed(" ".join(json.loads(cuisine))) if cuisine != "[]" else "",
        _language_words(spoken),
        indexed(f"{en} {es}") if en or es else "",
        " ".join(map(indexed_phone, phones.split())) if phones else "",
        code.lower(),
    )


def chunks(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    """A sequence in pieces of at most ``size``."""
    return (items[start : start + size] for start in range(0, len(items), size))


@cache
def _category_words(key: str) -> str:
    """A category as both languages call it; its synonyms would find what is not there."""
    category = categories.get(key)
    return indexed(f"{category.en} {category.es}")


@cache
def _language_words(stored: str) -> str:
    """The languages of a business (stored JSON) as both languages call them."""
    codes = json.loads(stored)
    names = [languages.name(code, tongue) for code in codes for tongue in ("en", "es")]
    return indexed(" ".join(dict.fromkeys(names)))
