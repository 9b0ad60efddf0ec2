"""Make a directory of any size, fast: fictional businesses by bulk SQL, for measuring.

``python -m tests.bench.make PATH N`` or ``make_directory(path, n, seed)``. The same seed gives the
same businesses. A million take about a minute.
"""

import datetime as dt
import json
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from directory_app.model.ids import CODE_LETTERS
from directory_app.model.text import fold
from directory_app.store import keys
from directory_app.store.businesses import _DEFAULTS
from directory_app.store.engine import connect
from directory_app.store.folder import inspect
from directory_app.store.opening import create
from directory_app.store.search import _INSERT, index_row
from directory_app.store.tables import BUSINESS, encode

KINDS = (
    ("restaurant", ("Taquería", "Restaurante", "Cocina", "Comedor", "Kitchen", "Phở", "Grill")),
    ("bakery", ("Panadería", "Bakery", "Pastelería", "Tortillería")),
    ("grocery", ("Abarrotes", "Mercado", "Market", "Carnicería", "Tienda", "Grocery")),
    ("cafe", ("Café", "Coffee House", "Tea House")),
    ("food_truck", ("Lonchera", "Tacos", "Food Truck")),
    ("auto_repair", ("Taller", "Auto Eléctrico", "Llantera", "Auto Repair")),
    ("hair_salon", ("Salón", "Estética", "Peluquería", "Beauty Salon")),
    ("laundry", ("Lavandería", "Laundry")),
)
FIRST = [
    "La Esperanza",
    "El Nopal",
    "San Martín",
    "Doña Lupe",
    "Don Chuy",
    "Los Compadres",
    "La Güera",
    "El Paisano",
    "Himalayan",
    "Golden Lotus",
    "Sông Hương",
    "Al-Noor",
    "Habesha",
    "Łódź",
    "Nuevo Amanecer",
    "Río Pecos",
    "Tres Hermanas",
    "La Michoacana",
    "Flor de Oaxaca",
    "Mi Pueblito",
    "El Quetzal",
    "Saigon",
    "Kabul",
    "Kathmandu",
    "Addis",
    "Manila",
    "Guadalajara",
    "Tenochtitlán",
    "Puebla",
    "Veracruz",
    "La Frontera",
    "El Mirador",
    "La Estrella",
    "Buen Día",
]
LAST = [
    "Hermanos",
    "Express",
    "Norte",
    "Sur",
    "del Valle",
    "de la Villa",
    "Central",
    "Number One",
    "y Más",
    "Familia",
    "Original",
    "Plaza",
    "Corner",
    "Downtown",
    "Mesa",
    "Llano",
    "Bravo",
    "Sandía",
    "Luna",
    "Sol",
    "Viejo",
    "Nuevo",
    "Real",
    "Azul",
    "Verde",
    "Rojo",
]
TOWNS = (
    ("Santa Fe", "87505", 35.687, -105.938),
    ("Albuquerque", "87102", 35.084, -106.651),
    ("Roswell", "88201", 33.394, -104.523),
    ("Clovis", "88101", 34.405, -103.205),
    ("Portales", "88130", 34.186, -103.334),
    ("Española", "87532", 35.991, -106.081),
    ("Las Cruces", "88001", 32.312, -106.778),
)
STREETS = ("Cerrillos Rd", "Main St", "W 1st St", "Airport Rd", "Central Ave NE", "Agua Fria St")
HOURS = ("Tu-Su 08:00-15:00; Mo off", "Mo-Sa 09:00-20:00", "Mo-Fr 11:00-14:30,17:00-21:00", "24/7")
TONGUES = (["es"], ["es", "en"], ["vi", "en"], ["ar"], ["am", "en"], ["ne"], ["zh"], ["es", "nah"])
PRECISIONS = ("rooftop", "interpolated", "street", "city", "manual")
BATCH = 20_000
DAY = dt.date(2026, 11, 24)


def make_directory(
    path: Path, n: int, seed: int = 1, passphrase: str | None = None, cost: Any = keys.FULL_COST
) -> Path:
    """Make a directory of ``n`` businesses with phones, answers, hours and pins; its path."""
    create(path, passphrase, "America/Denver", cost)
    folder = inspect(path)
    key = keys.unwrap(folder.keys.read_bytes(), passphrase) if folder.encrypted else None
    connection = connect(folder.database, key, write=True)
    # nobody loses anything here, so speed comes first
    for pragma in ("synchronous=OFF", "cache_size=-400000", "secure_delete=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN IMMEDIATE")
    later = _drop_indexes(connection)
    _fill(connection, _businesses(n, random.Random(seed)))
    for statement in later:
        connection.execute(statement)
    connection.execute("COMMIT")
    connection.close()
    return path


def _drop_indexes(connection: Any) -> list[str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in rows:
        connection.execute(f'DROP INDEX "{name}"')
    return [sql for _, sql in rows]


def _fill(connection: Any, made: Iterator[tuple[Any, Any, Any]]) -> None:
    names = [column.name for column in BUSINESS.columns]
    marks = ",".join("?" * len(names))
    insert = f"INSERT INTO business ({','.join(names)}) VALUES ({marks})"
    while batch := list(islice(made, BATCH)):
        connection.executemany(insert, [row for row, _, _ in batch])
        connection.executemany(
            "INSERT INTO phone VALUES (?,?,0,?,'','voice','[]',0)",
            [phone for _, phone, _ in batch],
        )
        connection.executemany(
            "INSERT INTO consent VALUES (?,?,?,?,?,?,'','','','',?,NULL,?,NULL)",
            [consent for _, _, consents in batch for consent in consents],
        )
        places = [names.index(name) for name in _INDEXED]
        connection.executemany(
            _INSERT,
            [index_row([*(row[place] for place in places), phone[2]]) for row, phone, _ in batch],
        )


_INDEXED = (
    "row_id",
    "name",
    "alternate_name",
    "address_1",
    "address_2",
    "city",
    "category",
    "cuisine",
    "languages",
    "description_en",
    "description_es",
    "code",
)


def _businesses(n: int, chance: random.Random) -> Iterator[tuple[Any, Any, Any]]:
    names = [column.name for column in BUSINESS.columns]
    plain = {
        name: json.dumps(value) if isinstance(value, list) else encode(value)
        for name, value in _DEFAULTS.items()
    }
    for number in range(1, n + 1):
        row = plain | _values(number, n, chance)
        phone = (_id(number, 1), row["id"], f"+1{200 + number // 10_000}555{number % 10_000:04d}")
        yield tuple(row[name] for name in names), phone, list(_consents(number, row, chance))


def _values(number: int, n: int, chance: random.Random) -> dict[str, Any]:
    category, words = chance.choice(KINDS)
    name = " ".join(map(chance.choice, (words, FIRST, LAST, LAST)))
    town, postal_code, latitude, longitude = chance.choice(TOWNS)
    placed = chance.random() < 0.95
    day = DAY - dt.timedelta(days=chance.randrange(400))
    return {
        "row_id": number,
        "id": _id(number, 0),
        "code": _code(number, 4 if n <= 100_000 else 5),
        "name": name,
        "name_folded": fold(name),
        "category": category,
        "languages": json.dumps(chance.choice(TONGUES)),
        "address_1": f"{chance.randrange(1, 9999)} {chance.choice(STREETS)}",
        "city": town,
        "state_province": "NM",
        "postal_code": postal_code,
        "latitude": latitude + chance.gauss(0, 0.05) if placed else None,
        "longitude": longitude + chance.gauss(0, 0.05) if placed else None,
        "precision": chance.choice(PRECISIONS) if placed else None,
        "opening_hours": chance.choice(HOURS),
        "review_state": "archived" if chance.random() < 0.01 else "approved",
        "assured_date": day.isoformat() if chance.random() < 0.7 else None,
        "last_modified": f"{day.isoformat()}T12:00:00.000000Z",
        "version": 1,
    }


def _consents(number: int, row: dict[str, Any], chance: random.Random) -> Iterator[Any]:
    for place, (channel, share) in enumerate((("print", 0.8), ("map", 0.5), ("web", 0.2))):
        if chance.random() < share:
            answer = chance.choices(("yes", "no", "withdrawn"), (90, 9, 1))[0]
            day = DAY - dt.timedelta(days=chance.randrange(380))
            until = day + dt.timedelta(days=365) if answer == "yes" else None
            yield (
                _id(number, 2 + place),
                row["id"],
                channel,
                answer,
                day.isoformat(),
                "Marisol",
                None if until is None else until.isoformat(),
                day.isoformat() if until is None else None,
            )


def _id(number: int, kind: int) -> str:
    return f"01930000-{number >> 16:04x}-7{number & 0xFFF:03x}-8{kind:03x}-{number:012x}"


def _code(number: int, length: int) -> str:
    """Codes in no visible order, each once: a step that shares no factor with their number."""
    rest = number * 7_919_083 % 20**length
    letters = ""
    for _ in range(length):
        rest, digit = divmod(rest, 20)
        letters += CODE_LETTERS[digit]
    return letters


if __name__ == "__main__":
    make_directory(Path(sys.argv[1]), int(sys.argv[2]))
