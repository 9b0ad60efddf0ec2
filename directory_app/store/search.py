"""Keeping the search index (FTS5) level with the businesses, in the same transaction."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection

from directory_app.model import categories, languages
from directory_app.store.filters import indexed, indexed_phone
from directory_app.store.schema import SEARCH_COLUMNS

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


def reindex(connection: Connection, ids: Iterable[str], gone: Iterable[int] = ()) -> None:
    """Index these businesses anew, and erase the text of the row ids that are ``gone``.

    All erasing comes first, in one go and in the order of the row ids: erased in pieces, ten
    thousand take ten times as long, for FTS5 writes out what it has gathered at each step back.
    """
    row_ids: list[int] = []
    for some in chunks(list(ids), CHUNK):
        marks = ",".join("?" * len(some))
        query = f"SELECT row_id FROM business WHERE id IN ({marks})"  # noqa: S608
        row_ids += connection.exec_driver_sql(query, tuple(some)).scalars()
    row_ids.sort()
    forget(connection, {*row_ids, *gone})
    for rows in chunks(row_ids, CHUNK):
        marks = ",".join("?" * len(rows))
        query = f"{_READ}row_id IN ({marks}) ORDER BY row_id"
        found = connection.exec_driver_sql(query, tuple(rows)).all()
        connection.exec_driver_sql(_INSERT, [index_row(row) for row in found])


def forget(connection: Connection, row_ids: Iterable[int]) -> None:
    """Erase the index text of rows."""
    marks = [(row_id,) for row_id in sorted(row_ids)]
    if marks:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", marks)


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
