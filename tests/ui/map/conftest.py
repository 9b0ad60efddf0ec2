"""A directory whose businesses stand at doors of the invented town, and the map's pages."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from directory_app.model.business import Business
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.store import Store
from tests.data import town_files
from tests.data.town import FIRST_TOWN, FIRST_ZIP, town
from tests.ui.waiting import settle

NAMES = (
    ("Taquería El Farol", "restaurant"), ("Mercado La Loma", "grocery"),
    ("Modas Cristal", "clothing"), ("Barbería Don Chuy", "barber"),
    ("Café Amapola", "cafe"), ("Panadería Sol", "bakery"),
)  # fmt: skip
#: Doors of the town, some blocks apart.
_EVERY = 37


def at_doors(path: Path, many: int = len(NAMES)) -> Path:
    """A plain directory with so many businesses at doors, one in its town, one without a pin."""
    doors = [door for door in town().doors if door.city == FIRST_TOWN][::_EVERY][:many]
    where = {"city": FIRST_TOWN, "state_province": "NM", "postal_code": FIRST_ZIP}
    with Store.create(path, passphrase=None) as store:
        for number, door in enumerate(doors):
            name, category = NAMES[number % len(NAMES)]
            line = f"{door.number} {door.street}"
            made = store.businesses.add(
                Business(code="", name=name, category=category, address_1=line, **where)
            )
            store.businesses.place(
                made.business.id, Position(door.latitude, door.longitude), "rooftop", "streets"
            )
        made = store.businesses.add(
            Business(code="", name="Cocina Olivia", category="restaurant", **where)
        )
        middle = Position(doors[0].latitude, doors[0].longitude)
        store.businesses.place(made.business.id, middle, "city", "x")
        store.businesses.add(Business(code="", name="Sin Lugar", category="restaurant", **where))
        store.events.add(
            Event(name_en="Street fair", name_es="Feria", date=dt.date(2026, 12, 6),
                  latitude=doors[2].latitude, longitude=doors[2].longitude,
                  precision="rooftop", radius_miles=5.0)
        )  # fmt: skip
    return path


@pytest.fixture(scope="session")
def town_once(tmp_path_factory):
    """The directory and the street data, made once."""
    folder = tmp_path_factory.mktemp("town")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PUERTAS_MAP_DATA", str(folder / "map-data"))
        from directory_app.maps.streets import bring

        bring([town_files.write_pbf(town(), folder / "springs-latest.osm.pbf")])
    at_doors(folder / "town.puertas")
    return folder


@pytest.fixture
def map_data(town_once, tmp_path, monkeypatch):
    """The town's street data, a copy of its own."""
    folder = Path(shutil.copytree(town_once / "map-data", tmp_path / "map-data"))
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(folder))
    return folder


@pytest.fixture
def window(make_window, town_once, tmp_path, map_data):
    """The whole window on that directory."""
    path = shutil.copytree(town_once / "town.puertas", tmp_path / "town.puertas")
    made = make_window(Path(path))
    settle(made.runner)
    return made


@pytest.fixture
def to_page(window):
    """Goes to a page of the window and waits until it stands still."""

    def go(key, argument=None):
        window.shell.open_page(key, argument)
        calm(window)
        return window.shell.page()

    return go


@pytest.fixture
def page(to_page):
    """The map page."""
    return to_page("map")


def calm(window):
    """Wait for jobs, and for what waits until the map stands still."""
    settle(window.runner, 45)
