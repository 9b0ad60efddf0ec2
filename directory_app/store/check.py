"""Looking for damage: every page, every reference, the search index, the schema."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store.engine import connect
from directory_app.store.folder import Folder
from directory_app.store.schema import HEAD

#: Sentences are for people: of many damaged pages, the first few say enough.
MOST = 20


def problems(
    folder: Folder, key: bytes | None, progress: Progress = silent, *, quick: bool = False
) -> list[str]:
    """A sentence for each problem of a directory, none if all is well.

    ``quick`` looks at every page of the database, as is done at each start, and leaves the rest.
    """
    found = file_problems(folder.database, key, progress, quick=quick)
    return found if quick else found + _around(folder)


def file_problems(
    database: Path,
    key: bytes | None,
    progress: Progress = silent,
    *,
    quick: bool = False,
    revision: str = "",
) -> list[str]:
    """The same for a database file alone, of another revision of the schema if that is said."""
    try:
        connection = connect(database, key, write=False)
    except UserError as error:
        return [error.message]
    try:
        found: list[str] = []
        looks: tuple[Callable[[Any, bool], list[str]], ...] = (
            _pages,
            _references,
            _search_index,
            partial(_schema, revision or HEAD),
        )
        if quick:
            looks = (_every_page, looks[-1])
        for done, look in enumerate(looks):
            progress(done, len(looks), "")
            try:
                found += look(connection, key is not None)
            except sqlite.DatabaseError as error:
                found.append(f"The database is damaged ({error}).")
        return found[:MOST]
    finally:
        connection.close()


def _pages(connection: Any, encrypted: bool) -> list[str]:
    found = _seals(connection) if encrypted else []
    return found + _structure(connection, "integrity_check")


def _every_page(connection: Any, encrypted: bool) -> list[str]:
    """Every page, by the quickest means there is: a plain file has no seals."""
    return _seals(connection) if encrypted else _structure(connection, "quick_check")


def _seals(connection: Any) -> list[str]:
    # integrity_check alone misses a flipped byte; the seal of each page does not
    rows = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    return [f"A page does not match its seal: {row[0]}." for row in rows]


def _structure(connection: Any, pragma: str) -> list[str]:
    rows = connection.execute(f"PRAGMA {pragma}({MOST})").fetchall()
    return [f"The database is damaged: {row[0]}." for row in rows if row[0] != "ok"]


def _references(connection: Any, _encrypted: bool) -> list[str]:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    tables = sorted({f"{row[0]} -> {row[2]}" for row in rows})
    return [f"Rows refer to something that is gone: {table}." for table in tables]


def _search_index(connection: Any, _encrypted: bool) -> list[str]:
    """FTS5's own integrity-check writes, so compare from outside: same rows, whole index."""
    missing = connection.execute(
        "SELECT count(*) FROM business WHERE row_id NOT IN (SELECT id FROM search_content)"
    ).fetchone()[0]
    stray = connection.execute(
        "SELECT count(*) FROM search_content WHERE id NOT IN (SELECT row_id FROM business)"
    ).fetchone()[0]
    if missing or stray:
        return [f"The search index lacks {missing} businesses and has {stray} too many."]
    return []


def _schema(revision: str, connection: Any, _encrypted: bool) -> list[str]:
    rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    if [row[0] for row in rows] != [revision]:
        return ["The directory is not at the schema of this version."]
    return []


def _around(folder: Folder) -> list[str]:
    """What lies beside the database: who may read it, and backups that a stranger could."""
    from directory_app.store.backups import listed

    if folder.encrypted:
        plain = [each.path.name for each in listed(folder) if not each.encrypted]
        return [f"A backup is not encrypted: {name}." for name in plain[:MOST]]
    if os.name == "nt":
        return []
    return [
        f"Other accounts of this computer may read “{each.name}”."
        for each in (folder.path, folder.database, folder.backups)
        if each.exists() and each.stat().st_mode & 0o077
    ]
