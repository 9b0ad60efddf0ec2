"""What forgetting a business costs: every text of the directory is looked through for it, twice.

Once for the dialog, which asks what is only like it, and once when it is done.
``python tests/bench/bench_forgetting.py`` measures it alone.
"""

import json
import random
import shutil
import tempfile
from pathlib import Path
from typing import Any

from kept import directory
from measure import KEPT, Absolute, Figure, seconds

from directory_app.model.mentions import Settled
from directory_app.store import Store

SIZE, HISTORY = 10_000, 50_000
MADE = "2026-11-24T12:00:00.000000Z"
#: What people write; of a few hundred words, as notes are.
SAID = (
    "abre temprano los domingos y cierra cuando llueve toque la puerta azul junto al parque "
    "pregunte por la dueña habla español ask at the counter rings twice closed on holidays "
    "cash only next to the laundry behind the school new owner since spring llame antes de "
    "venir estacione atrás se mudó de la calle Main moved from Main St menu on the wall "
)


def measure() -> list[Figure]:
    """Looking and forgetting together, and each beside it."""
    kept = directory(SIZE)
    with tempfile.TemporaryDirectory(dir=KEPT.parent) as folder:
        copy = Path(folder) / "forgetting.puertas"
        shutil.copytree(kept, copy)
        with Store.open(copy, write=True) as store:
            code = _with_history(store)
            looking = seconds(lambda: store.consents.mentions(code))
            forgetting = seconds(lambda: store.consents.withdraw(code, Settled(rest=True)))
    name = f"look for who withdrew, and forget: {SIZE:,} businesses, {HISTORY:,} changes"
    apart = f"looking; forgetting {forgetting:.2f} s"
    return [Absolute(name, looking + forgetting, looking, "s", 5, apart)]


def _with_history(store: Store) -> str:
    """Each business as it came, and edits of notes, some of which name others; the code of one."""
    chance = random.Random(7)
    with store.write() as connection:
        sql = connection.exec_driver_sql
        names = [column[1] for column in sql("PRAGMA table_info(business)")]
        rows = [dict(zip(names, row, strict=True)) for row in sql("SELECT * FROM business")]
        actions: list[Any] = []
        changes: list[Any] = []
        for number in range(1, HISTORY + 1):
            row = rows[(number - 1) % len(rows)]
            kind = "add" if number <= len(rows) else "edit"
            label = f"{kind.title()} {row['name']}"
            actions.append((number, MADE, kind, label))
            if kind == "add":
                whole = {name: _value(value) for name, value in row.items()}
                after = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
                changes.append((number, "business", row["id"], "", None, after))
            else:
                said = [json.dumps(_note(chance, rows), ensure_ascii=False) for _ in range(2)]
                changes.append((number, "business", row["id"], "note", *said))
        connection.connection.executemany(
            "INSERT INTO action VALUES (?, ?, 'Marisol', ?, ?, 0, 1)", actions
        )
        connection.connection.executemany(
            'INSERT INTO change (at, by, action_id, "table", row, field, previous_value, '
            f"replacement_value) VALUES ('{MADE}', 'Marisol', ?, ?, ?, ?, ?, ?)",
            changes,
        )
    return str(rows[len(rows) // 3]["code"])


def _value(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value[:1] in ("[", "{") else value


def _note(chance: random.Random, rows: list[dict[str, Any]]) -> str:
    words = chance.choices(SAID.split(), k=chance.randint(4, 24))
    if chance.random() < 0.05:
        words.insert(2, str(chance.choice(rows)["name"]))
    return " ".join(words)


if __name__ == "__main__":
    from run import line

    print(*map(line, measure()), sep="\n")  # noqa: T201
