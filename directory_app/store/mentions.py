"""Rows of small tables that hold certain words: answers of services, drafts, saved lists."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, delete, select

from directory_app.model.text import fold


def without(
    connection: Connection, table: Table, columns: Sequence[str], words: Iterable[str]
) -> None:
    """Delete the rows of a small table in whose text one of the words stands."""
    keys = [column.name for column in table.primary_key]
    wanted = [folded for folded in map(fold, words) if folded]
    for row in connection.execute(select(table)).mappings().all() if wanted else ():
        text = fold(" ".join(str(row[column]) for column in columns))
        if any(word in text for word in wanted):
            connection.execute(delete(table).where(*(table.c[key] == row[key] for key in keys)))
