"""Possible duplicates of 100,000 businesses, a thousand of them written a second time by others."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kept import directory
from measure import Absolute, AtLeast, Figure, seconds
from twice import written_again

from directory_app.model.text import fold
from directory_app.store import Store
from directory_app.store.engine import connect
from directory_app.store.folder import inspect

_COUNT, _PLANTED = 100_000, 1_000


def measure() -> Iterator[Figure]:
    """How long they take, how many of the planted are found, how many of the found were planted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "planted.puertas"
        shutil.copytree(directory(_COUNT), path)
        planted = plant(path, random.Random(7))
        with Store.open(path, passphrase=None, write=False) as store:
            took = seconds(store.duplicates.pairs)
            ranking = store.duplicates.rank()
            again = seconds(lambda: store.duplicates.rank(ranking))
    found = [frozenset(pair[:2]) for pair in ranking.pairs]
    hits = len(planted & set(found))
    yield Absolute("duplicate pairs of 100,000", took, 10, "s", 10, "the limit")
    yield Absolute("the same after a change", again, 2, "s", 10, "only who changed")
    recall = 100 * hits / len(planted)
    yield AtLeast("planted duplicates found", recall, 100, "%", 99, "1,000 planted")
    first = planted & set(found[:_PLANTED])
    yield AtLeast("planted among the first 1,000", len(first) / 10, 100, "%", 0, "made data")
    precision = 100 * hits / len(found)
    yield AtLeast("precision (others in made data may be alike)", precision, 100, "%", 0, "planted")


def plant(path: Path, chance: random.Random) -> set[frozenset[str]]:
    """Write a thousand businesses a second time as somebody else would; the pairs of ids."""
    connection = connect(inspect(path).database, None, write=True)
    names = [row[1] for row in connection.execute("PRAGMA table_info(business)")]
    query = "SELECT * FROM business WHERE review_state <> 'archived' ORDER BY row_id"
    rows = connection.execute(query).fetchall()
    connection.execute("BEGIN IMMEDIATE")
    made = set()
    for number, values in enumerate(chance.sample(rows, _PLANTED), _COUNT + 1):
        row = dict(zip(names, values, strict=True))
        phone = "SELECT number FROM phone WHERE business_id = ? ORDER BY position LIMIT 1"
        found = connection.execute(phone, (row["id"],)).fetchone()
        copy, number_given = written_again(row, found[0] if found else "", chance)
        copy |= {"row_id": number, "id": f"planted-{number}", "code": f"Z{number}"}
        copy["name_folded"] = fold(copy["name"])
        _insert(connection, "business", {name: copy[name] for name in names})
        if number_given:
            own = {"id": f"phone-{number}", "business_id": copy["id"], "number": number_given}
            _insert(connection, "phone", _PHONE | own)
        made.add(frozenset((row["id"], copy["id"])))
    connection.execute("COMMIT")
    connection.close()
    return made


_PHONE = {"position": 0, "extension": "", "type": "voice", "languages": "[]", "confidential": 0}


def _insert(connection: Any, table: str, values: dict[str, Any]) -> None:
    marks = ",".join("?" * len(values))
    sql = f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})"
    connection.execute(sql, list(values.values()))
