"""Possible duplicates of 100,000 businesses, a thousand of them planted."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kept import directory
from measure import Absolute, AtLeast, Figure, seconds

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
            took = seconds(store.duplicate_pairs)
            found = {frozenset(pair[:2]) for pair in store.duplicate_pairs()}
    hits = len(planted & found)
    yield Absolute("duplicate pairs of 100,000", took, 10, "s", 10, "the limit")
    recall = 100 * hits / len(planted)
    yield AtLeast("planted duplicates found", recall, 100, "%", 99, "1,000 planted")
    precision = 100 * hits / len(found)
    yield AtLeast("precision (others in made data may be alike)", precision, 100, "%", 0, "planted")


def plant(path: Path, chance: random.Random) -> set[frozenset[str]]:
    """Write a corrupted copy of a thousand businesses; the pairs of ids."""
    connection = connect(inspect(path).database, None, write=True)
    names = [row[1] for row in connection.execute("PRAGMA table_info(business)")]
    query = "SELECT * FROM business WHERE review_state <> 'archived' ORDER BY row_id"
    rows = connection.execute(query).fetchall()
    connection.execute("BEGIN IMMEDIATE")
    made = set()
    for number, values in enumerate(chance.sample(rows, _PLANTED), _COUNT + 1):
        row = dict(zip(names, values, strict=True))
        copy = row | {"row_id": number, "id": f"planted-{number}", "code": f"Z{number}"}
        phones = _corrupt(copy, chance)
        marks = ",".join("?" * len(names))
        connection.execute(f"INSERT INTO business VALUES ({marks})", [copy[n] for n in names])
        if phones:
            connection.execute(
                "INSERT INTO phone SELECT ?, ?, position, number, '', type, languages, confidential"
                " FROM phone WHERE business_id = ? LIMIT 1",
                (f"phone-{number}", copy["id"], row["id"]),
            )
        made.add(frozenset((row["id"], copy["id"])))
    connection.execute("COMMIT")
    connection.close()
    return made


def _corrupt(copy: dict[str, Any], chance: random.Random) -> bool:
    """Change it as two people write one business; whether the phone stays."""
    words = copy["name"].split()
    how = chance.randrange(4)
    if how == 0:
        at = chance.randrange(len(copy["name"]) - 1)
        copy["name"] = copy["name"][:at] + copy["name"][at + 1 :]
    elif how == 1:
        copy["name"] = fold(copy["name"]).title()
    elif how == 2:
        copy["name"] = " ".join([words[-1], *words[:-1]])
    copy["name"] = copy["name"].replace("Restaurante", "Rest.")
    copy["name_folded"] = fold(copy["name"])
    if copy["latitude"] is not None and chance.random() < 0.7:
        copy["latitude"] += chance.choice((-1, 1)) * 50 / 111_195
    if chance.random() < 0.5:
        copy["address_1"] = copy["address_1"].replace(" Rd", " Road").replace(" St", " Street")
        copy["address_1"] += f", Suite {chance.randrange(1, 30)}"
    return chance.random() < 0.6
