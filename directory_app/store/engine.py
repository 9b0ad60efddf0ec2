"""Opening the database file: the driver, the key, the pragmas. Standard library and driver only.

SQLAlchemy is loaded by ``sqlalchemy_engine`` alone, when it is first needed.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sqlite

from directory_app.errors import UserError
from directory_app.model.askers import is_named
from directory_app.store.folder import PLAIN_HEADER
from directory_app.store.trouble import DAMAGED, RESTORE, explained

if TYPE_CHECKING:
    from sqlalchemy import Engine

#: design.md, Storage. DELETE with EXTRA lost no acknowledged commit in 450 power losses and
#: leaves no side file at rest; temporary files spilled plaintext; deleted text is overwritten.
PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "busy_timeout=5000",
    "temp_store=MEMORY",
    "secure_delete=ON",
)
#: SQLite's own, and SQLCipher's: a whole file has a multiple of it.
PAGE_SIZE = 4096
#: Every page read from an encrypted file is checked and decrypted, so more of them are kept (16
#: MB, where SQLite keeps 2): without, a search of 100,000 takes 1.5 times as long as in plain.
ENCRYPTED_CACHE = "cache_size=-16000"
#: For a connection that reads through everything: half a megabyte.
SMALL_CACHE = "cache_size=-500"
#: Pages that a transaction may hold in memory before it locks readers out (about 160 MB).
SPILL_AFTER = 40_000


def connect(database: Path, key: bytes | None, *, write: bool) -> Any:
    """Open one connection in manual transaction mode, with every pragma set.

    ``key`` is the raw 32-byte key, None for a plain file. Without ``write`` the file is opened
    read-only by the system's own means. The connection may go from thread to thread, but only
    one may use it at a time. UserError if it cannot be read with this key.
    """
    mode = "rw" if write else "ro"
    with explained():
        connection = sqlite.connect(
            f"{database.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        )
    try:
        with explained():
            prepare(connection, key)
            if write:
                connection.execute(f"PRAGMA cache_spill={SPILL_AFTER}")
        _prove_encrypted(connection, database, key)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: Any, key: bytes | None, *, damaged: bool = False) -> None:
    """Unlock a fresh connection, set the pragmas, and read the first page.

    ``damaged`` reads on where the file is shorter than it says; for salvage alone.
    """
    # what is wrong with a page is told in a sentence, not on standard error
    connection.execute("PRAGMA cipher_log_level=NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    if damaged:  # before anything that reads the schema, as setting the cache does
        connection.execute("PRAGMA writable_schema=ON")
    if key is not None:
        connection.execute(f"PRAGMA {ENCRYPTED_CACHE}")
    # by which hold.py asks whether a yes says who asked
    connection.create_function("is_named", 1, is_named, deterministic=True)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def cut_short(database: Path, key: bytes | None) -> bool:
    """Whether a file that does not open is only shorter than it says: its first page is whole."""
    return not _begins(database, key) and _begins(database, key, "PRAGMA writable_schema=ON")


def _begins(database: Path, key: bytes | None, first: str = "") -> bool:
    connection = sqlite.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)
    try:
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(first)
        connection.execute("PRAGMA user_version").fetchone()
    except sqlite.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def _prove_encrypted(connection: Any, database: Path, key: bytes | None) -> None:
    """A driver that forgets the key would silently write plaintext: look, do not trust."""
    if key is None:
        return
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise UserError(
            "This installation of Puertas cannot encrypt.", "Install it again, then open this."
        )
    with database.open("rb") as file:
        if file.read(len(PLAIN_HEADER)) == PLAIN_HEADER:
            raise UserError(DAMAGED, RESTORE)


def sqlalchemy_engine(connect_one: Callable[[], Any], *, shared: bool) -> "Engine":
    """An engine over connections of ours. Values never enter its messages or logs.

    ``shared`` keeps one connection for all (the writer); else a few are pooled (readers).
    Each transaction begins with an explicit BEGIN; the writer's takes the write lock at once.
    """
    from sqlalchemy import Connection, create_engine, event
    from sqlalchemy.pool import QueuePool, StaticPool

    engine = create_engine(
        "sqlite://",
        creator=connect_one,
        module=sqlite,
        poolclass=StaticPool if shared else QueuePool,
        hide_parameters=True,
    )
    begin = "BEGIN IMMEDIATE" if shared else "BEGIN"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
