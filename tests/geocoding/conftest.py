"""The invented towns as street data, in a folder of its own."""

import pytest

from tests.data.town import town
from tests.geocoding.streets_file import write_town


@pytest.fixture(scope="session")
def towns():
    return town()


@pytest.fixture(autouse=True)
def map_data(tmp_path, monkeypatch):
    """Where the street data is; empty unless the test puts something in."""
    folder = tmp_path / "map-data"
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def door_file(towns, tmp_path_factory):
    """All streets and all doors."""
    path = tmp_path_factory.mktemp("doors") / "town.streets"
    return write_town(path, towns, doors=towns.doors)


@pytest.fixture
def doors(door_file, map_data):
    """The street data has every door."""
    map_data.mkdir(parents=True)
    (map_data / "town.streets").symlink_to(door_file)
    return map_data


@pytest.fixture(scope="session")
def range_file(towns, tmp_path_factory):
    """All streets and the ranges of their numbers, but no doors."""
    path = tmp_path_factory.mktemp("ranges") / "county.streets"
    return write_town(path, towns, ranges=True)


@pytest.fixture
def ranges(range_file, map_data):
    """The street data has ranges alone."""
    map_data.mkdir(parents=True)
    (map_data / "county.streets").symlink_to(range_file)
    return map_data
