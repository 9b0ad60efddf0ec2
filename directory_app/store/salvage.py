"""Saving what can still be read of a damaged directory into a new one; what cannot is listed.

Row by row in the order of the row numbers: where a page cannot be read, the range is halved
until only its own rows are left out. The damaged directory is only read.
"""

import contextlib
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store import backup, carried, check, keys, search, withdrawal
from directory_app.store.damaged import DamagedFile
from directory_app.store.engine import connect, sqlalchemy_engine
from directory_app.store.folder import (
    PLAIN_HEADER,
    Folder,
    sync_folder,
    write_private,
)
from directory_app.store.tables import BUSINESS
from directory_app.store.trouble import explained

#: What the rows of a table are called when they are lost; the others are called by the table.
_WORDS = {
    "phone": "a telephone",
    "consent": "an answer",
    "contact": "a contact",
    "evententry": "a choice for an event",
    "change": "a change of the history",
    "action": "a step of the history",
    "printrun": "a print run",
    "printrunentry": "an entry of a print run",
    "tombstone": "a mark that a business withdrew",
}


@dataclass(slots=True)
class Salvaged:
    """What came of it: rows saved by table, and a phrase for each row that was not.

    ``businesses`` names those that could not be read. ``forgotten`` counts those that were left
    out, because they asked to be forgotten. ``key_from`` is the backup whose key file opened it,
    where the directory's own was damaged.
    """

    path: Path
    saved: dict[str, int] = field(default_factory=dict)
    businesses: list[str] = field(default_factory=list)
    lost: dict[str, int] = field(default_factory=dict)
    forgotten: int = 0
    key_from: Path | None = None

    def note(self, table: str, name: str = "") -> None:
        """Write down a row that is lost."""
        self.lost[table] = self.lost.get(table, 0) + 1
        if table == "business":
            self.businesses.append(name)

    def sentences(self) -> list[str]:
        """What could not be read, for a person."""
        counted = [
            f"{count} × {_WORDS.get(table, table)}"
            for table, count in self.lost.items()
            if table != "business"
        ]
        lost = [*self.businesses, *counted]
        told = [f"Not readable: {each}." for each in lost]
        if self.forgotten:
            told.append(
                f"Left out, because they asked to be forgotten: {self.forgotten} × a business."
            )
        return told


def salvage(path: Path, new: Path, secret: str | None, *, progress: Progress = silent) -> Salvaged:
    """Write what can be read of the directory at ``path`` into a new one at ``new``.

    It opens with the same passphrase. UserError if nothing can be read: the key is gone, or the
    beginning of the file is, which says where everything else is.
    """
    if new.exists() or new.is_symlink():
        raise UserError(f"There is already something at “{new.name}”.", "Choose another name.")
    folder = Folder(path)
    found = Salvaged(new)
    key, slots = _key(folder, secret, found)
    draft = Path(tempfile.mkdtemp(prefix=f".{new.name}.", suffix=".partial", dir=new.parent))
    try:
        with explained(), _begun(folder, key) as damaged:
            made = _new_folder(draft, slots)
            _fill(damaged, made, key, found, progress)
            _prove(made, key)
        sync_folder(draft)
        draft.rename(new)
        sync_folder(new.parent)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return found


def _key(folder: Folder, secret: str | None, found: Salvaged) -> tuple[bytes | None, bytes | None]:
    """The key and its slots, from the newest backup where the directory's own are damaged."""
    if not folder.database.is_file():
        raise UserError("The directory file is gone.", "Restore the latest backup.")
    with folder.database.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            return None, None
    try:
        if folder.encrypted:
            there, key = keys.unlock(folder, secret)
            return key, keys.document(there.keys)
        trouble = UserError("The key file (keys.json) of this directory is missing.")
    except keys.WrongSecretError:
        raise
    except UserError as error:
        trouble = error
    return _key_of_a_backup(folder, secret, found, trouble)


def _key_of_a_backup(
    folder: Folder, secret: str | None, found: Salvaged, trouble: UserError
) -> tuple[bytes, bytes]:
    from directory_app.store.backups import listed

    refusal = trouble
    for fact in listed(folder):
        with contextlib.suppress(zipfile.BadZipFile, KeyError, OSError):
            with zipfile.ZipFile(fact.path) as archive:
                slots = archive.read(backup.KEYS)
            try:
                key = keys.unwrap(slots, secret)
            except UserError as error:
                refusal = error
                continue
            found.key_from = fact.path
            return key, slots
    raise refusal


@contextlib.contextmanager
def _begun(folder: Folder, key: bytes | None) -> Iterator[DamagedFile]:
    """The damaged file, open: where its first page cannot be read there is nothing to salvage."""
    try:
        damaged = DamagedFile(folder.database, key)
    except UserError as error:
        raise UserError(
            "The beginning of the directory file is damaged, so nothing in it can be found.",
            "Restore the latest backup.",
        ) from error
    try:
        yield damaged
    finally:
        damaged.close()


def _new_folder(draft: Path, slots: bytes | None) -> Folder:
    folder = Folder(draft)
    if slots is not None:
        write_private(folder.keys, slots)
    folder.backups.mkdir(mode=0o700)
    write_private(folder.lock, b"")
    write_private(folder.database, b"")
    return folder


def _fill(
    damaged: DamagedFile, made: Folder, key: bytes | None, found: Salvaged, progress: Progress
) -> None:
    connection = connect(made.database, key, write=True)
    try:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute("BEGIN IMMEDIATE")
        for statement in damaged.schema():
            connection.execute(statement)
        names = damaged.names()
        tables = damaged.tables()
        for done, table in enumerate(tables):
            progress(done, len(tables), "")
            _copy(damaged, connection, table, names, found)
        _drop_orphans(connection, found)
        for pragma, value in damaged.marks().items():
            connection.execute(f"PRAGMA {pragma} = {value}")
        connection.execute("COMMIT")
        connection.execute("PRAGMA foreign_keys=ON")
        _bring_up_to_date(connection, made, key)
        found.forgotten = _settle(connection)
        found.saved["business"] = found.saved.get("business", 0) - found.forgotten
    finally:
        connection.close()


def _copy(
    damaged: DamagedFile, connection: Any, table: str, names: dict[int, str], found: Salvaged
) -> None:
    columns = damaged.columns(table)
    listed = ", ".join(f'"{name}"' for name in columns)
    marks = ", ".join("?" * len(columns))
    insert = f'INSERT OR IGNORE INTO "{table}" ({listed}) VALUES ({marks})'  # noqa: S608 - as named in the file
    saved = 0
    for row_id, row in damaged.rows(table):
        if row is not None and connection.execute(insert, row).rowcount:
            saved += 1
        else:
            found.note(table, names.get(row_id, f"business number {row_id}"))
    found.saved[table] = saved


def _drop_orphans(connection: Any, found: Salvaged) -> None:
    """Rows of something that is lost go too, and are listed; what hung on them as well."""
    while rows := connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, row_id in {(row[0], row[1]) for row in rows}:
            connection.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (row_id,))  # noqa: S608 - as named in the file
            found.note(table)
            found.saved[table] -= 1


def _bring_up_to_date(connection: Any, made: Folder, key: bytes | None) -> None:
    from directory_app.store.migrate import run  # alembic
    from directory_app.store.schema import HEAD

    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if revision is None:  # its one row was lost
        connection.execute("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    elif revision[0] != HEAD:
        run(connection)


def _settle(connection: Any) -> int:
    """Index what was saved, and leave out who asked to be forgotten; how many that were."""
    with sqlalchemy_engine(lambda: connection, shared=True).begin() as transaction:
        search.rebuild(transaction)
        there = set(transaction.execute(select(BUSINESS.c.id)).scalars())
        forgotten = carried.withdrawn(transaction)
        withdrawal.forget(transaction, forgotten)
        return len(there.intersection(forgotten))


def _prove(made: Folder, key: bytes | None) -> None:
    problems = check.file_problems(made.database, key)
    if problems:
        raise UserError(
            f"What was salvaged is not sound: {problems[0]}", "Restore the latest backup."
        )
