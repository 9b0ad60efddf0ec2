"""What the models do not say about the file: its marks, its search table. Plain values."""

from typing import Any

#: "PUER": tells a directory from any other SQLite file.
APPLICATION_ID = 0x50554552
#: The newest Alembic revision of db/migrations, and how many there are up to it.
HEAD = "0005"
SCHEMA_VERSION = int(HEAD)

SEARCH_COLUMNS = (
    "name",
    "alternate_name",
    "street",
    "town",
    "category",
    "cuisine",
    "languages",
    "description",
    "phones",
    "code",
)
#: The folded text is lower case, without marks, and parted by spaces, so the plainest
#: tokenizer is right for every script. It keeps its own copy of the text: a contentless table
#: cannot erase what was deleted (secure-delete). Not detail=none, which is smaller: with
#: secure-delete it corrupts the index (SQLite 3.53.4, "fts5: checksum mismatch").
SEARCH_DDL = (
    f"CREATE VIRTUAL TABLE search USING fts5({', '.join(SEARCH_COLUMNS)}, "
    "tokenize='ascii', prefix='2 3', detail='column', columnsize=0)",
    "INSERT INTO search(search, rank) VALUES('secure-delete', 1)",
)


def mark(connection: Any) -> None:
    """Write the program's and the schema's marks, within the caller's transaction."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def create_all(connection: Any) -> None:
    """Create the newest schema in an empty file, as the migrations would, but at once."""
    from sqlmodel import SQLModel

    from directory_app.store import tables  # noqa: F401 - registers every table

    SQLModel.metadata.create_all(connection, checkfirst=False)
    for statement in SEARCH_DDL:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n\t"
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
    )
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))
    mark(connection)
