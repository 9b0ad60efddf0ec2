"""A list of 10,000 rows: everything that importing does, against csv and executemany alone."""

import csv
import random
import tempfile
from pathlib import Path

from measure import Figure, seconds, side_by_side

from directory_app import tasks
from directory_app.store import Store
from directory_app.store.engine import connect

ROWS = 10_000
HEADINGS = (
    "Business Name", "What they sell", "Street Address", "City", "ST", "Zip", "Phone", "Website",
    "Hours", "Languages", "Ok to print?", "Who asked / when", "Notes",
)  # fmt: skip
FIRST = [
    "Sol",
    "Luna",
    "Estrella",
    "Río",
    "Monte",
    "Flor",
    "Rosa",
    "Palma",
    "Cielo",
    "Mar",
    "Nube",
    "Lirio",
    "Trigo",
    "Maíz",
    "Canela",
]
SECOND = [
    "Azul",
    "Verde",
    "Dorada",
    "Blanca",
    "Nueva",
    "Alta",
    "Brava",
    "Clara",
    "Serena",
    "Larga",
    "Dulce",
    "Fresca",
]
KINDS = (
    ("Taquería", "Mexican food - tacos"), ("Panadería", "Bakery"), ("Abarrotes", "Groceries"),
    ("Salón", "Hair salon"), ("Café", "Coffee and breakfast"), ("Llantera", "Tires"),
    ("Lavandería", "Laundromat"), ("Joyería", "Watch & shoe repair"),
)  # fmt: skip
STREETS = ("Cerrillos Rd", "Airport Road", "St Michaels Dr", "Agua Fria St", "Rufina Circle #4")
TOWNS = (
    ("Santa Fe", "87505"), ("Albuquerque", "87102"), ("Clovis", "88101"), ("Roswell", "88201"),
    ("Portales", "88130"),
)  # fmt: skip
HOURS = (
    "Tue-Sun 8am-3pm; closed Monday", "Daily 6-2", "M-Sat 9-8; Sun 10-6", "24/7", "by appointment",
    "Mon-Fri 11:00-14:30, 17:00-21:00; Sat 11:00-21:00", "L-S 8-20, D 9-18", "10-9 every day",
    "Thu Fri Sat 11-until sold out", "Mo-Th 8:00-15:00; Fr,Sa 8:00-21:00; Su off",
    "11:00 AM - 9:00 PM (closed Tue)",
)  # fmt: skip
SPOKEN = ("Spanish; English", "Spanish", "Vietnamese; English", "Spanish / K'iche'", "Amharic")
ASKED = ("Rosa 10/12/2025", "Tomás - phone - 9/30/25", "Rosa 2025-10-02", "")


def rows(count: int = ROWS) -> list[tuple[str, ...]]:
    """Rows as people type them, always the same ones. No two are the same business."""
    chance = random.Random(7)
    made = []
    for number in range(count):
        kind, sells = chance.choice(KINDS)
        town, postal_code = chance.choice(TOWNS)
        name = (
            f"{kind} {chance.choice(FIRST)} {chance.choice(SECOND)} {_word(chance)} {_word(chance)}"
        )
        phone = f"(505) 555-{number % 10_000:04}"
        made.append(
            (
                name, sells, f"{100 + number} {chance.choice(STREETS)}", town, "NM", postal_code,
                phone, "", chance.choice(HOURS), chance.choice(SPOKEN),
                chance.choice(("yes", "yes", "no", "")), chance.choice(ASKED), "green awning",
            )
        )  # fmt: skip
    return made


def _word(chance: random.Random) -> str:
    return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(3)).title()


def write_list(path: Path, count: int = ROWS) -> Path:
    """The list as a file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(rows(count))
    return path


def measure(times: int = 3) -> list[Figure]:
    """Seconds for both, on fresh plain files of the same driver and settings."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        file = write_list(place / "list.csv")
        numbers = iter(range(1_000_000))

        def ours() -> float:
            path = place / f"{next(numbers)}.puertas"
            with Store.create(path, passphrase=None) as store:
                return seconds(lambda: _import(store, file))

        def bare() -> float:
            path = place / f"{next(numbers)}.db"
            path.touch()
            return seconds(lambda: _bare(path, file))

        mine, plain = side_by_side(ours, bare, times)
    return [
        Figure("import of 10,000 CSV rows", mine, plain, "s", 100, "csv + executemany"),
    ]


def _import(store: Store, file: Path) -> None:
    applied = tasks.import_list(store, file).applied
    if applied.rows != ROWS or applied.created < ROWS * 0.99:
        raise AssertionError(applied)


def _bare(path: Path, file: Path) -> None:
    connection = connect(path, None, write=True)
    columns = ", ".join(f'"{heading}" TEXT' for heading in HEADINGS)
    connection.execute(f"CREATE TABLE list (id INTEGER PRIMARY KEY, {columns})")
    with file.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        connection.execute("BEGIN")
        marks = ",".join("?" * len(HEADINGS))
        connection.executemany(f"INSERT INTO list VALUES (NULL, {marks})", reader)
        connection.execute("COMMIT")
    connection.close()
