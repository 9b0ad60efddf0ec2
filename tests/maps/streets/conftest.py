"""Street data in a folder of its own, and the invented towns as files."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))

from directory_app.maps.streets import Region, bring  # noqa: E402  the path comes first
from tests.data import town_files  # noqa: E402
from tests.data.town import TownData, town  # noqa: E402

EVERYWHERE = (-1_800_000_000, 1_800_000_000, -900_000_000, 900_000_000)


@pytest.fixture(autouse=True)
def map_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder of street data."""
    folder = tmp_path / "map-data"
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def made() -> TownData:
    """Piñón Springs and Las Cuevas."""
    return town()


@pytest.fixture(scope="session")
def extract(made: TownData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both towns as an OpenStreetMap extract."""
    return town_files.write_pbf(made, tmp_path_factory.mktemp("osm") / "springs-latest.osm.pbf")


@pytest.fixture(scope="session")
def county(made: TownData, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """ADDRFEAT, ROADS and AREAWATER as they are downloaded."""
    return town_files.write_tiger(made, tmp_path_factory.mktemp("tiger"))


@pytest.fixture
def region(extract: Path) -> Iterator[Region]:
    """The extract, brought in and open."""
    bring([extract])
    opened = Region(Path(os.environ["PUERTAS_MAP_DATA"]) / "springs.streets")
    yield opened
    opened.close()


def rows(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    """What a street file answers."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()
