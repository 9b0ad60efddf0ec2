"""What differs between two states of one directory, by kind and name. Changes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from directory_app.store import hold

#: (kind, table, key column, SQL of what a person calls it, tables that belong to it)
_KINDS = (
    (
        "businesses",
        "business",
        "id",
        "name || ' (' || code || ')'",
        (("phone", "business_id"), ("contact", "business_id"), ("consent", "business_id")),
    ),
    (
        "events",
        "event",
        "id",
        "coalesce(nullif(name_en, ''), name_es) || ', ' || date",
        (("evententry", "event_id"),),
    ),
    ("print_runs", "printrun", "id", "'No. ' || number", ()),
    ("people", "person", "id", "name", ()),
    ("lists", "savedlist", "id", "name", ()),
    ("settings", "setting", "key", "key", ()),
)
KINDS = tuple(kind for kind, *_ in _KINDS)


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: what only the directory has, only the backup, and both but not alike.

    Names, in the order of the alphabet. ``same`` counts what is alike.
    """

    kind: str
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    changed: tuple[str, ...]
    same: int


def compare(here: Any | None, there: Any) -> list[Difference]:
    """Compare two open driver connections; ``here`` None stands for one that cannot be read."""
    return [_compared(kind, here, there) for kind in KINDS]


def _compared(kind: str, here: Any | None, there: Any) -> Difference:
    mine = {} if here is None else _rows(here, kind)
    theirs = _rows(there, kind)
    both = mine.keys() & theirs.keys()
    changed = [key for key in both if mine[key][1] != theirs[key][1]]
    return Difference(
        kind,
        _names(mine, mine.keys() - both),
        _names(theirs, theirs.keys() - both),
        _names(mine, changed),
        len(both) - len(changed),
    )


def _names(rows: dict[str, tuple[str, int]], keys: Any) -> tuple[str, ...]:
    return tuple(sorted((rows[key][0] for key in keys), key=str.casefold))


def _rows(connection: Any, kind: str) -> dict[str, tuple[str, int]]:
    """Key -> (name, a hash of the row and of all that belongs to it)."""
    _, table, key, name, belongings = next(each for each in _KINDS if each[0] == kind)
    look: Callable[[str], Any] = connection.execute
    rows = look(f"SELECT {key}, {name}, * FROM {table}")  # noqa: S608 - names of our own tables
    found = {
        str(row[0]): (str(row[1] or ""), hash(tuple(row[2:])))
        for row in rows
        if row[0] not in (hold.SINCE, hold.ANSWERED)  # of the present one, whatever is restored
    }
    for belonging, owner in belongings:
        for row in look(f"SELECT {owner}, * FROM {belonging}"):  # noqa: S608 - the same
            known = found.get(str(row[0]))
            if known is not None:
                # added up, so that their order does not matter
                found[str(row[0])] = (known[0], known[1] + hash((belonging, tuple(row[1:]))))
    return found
