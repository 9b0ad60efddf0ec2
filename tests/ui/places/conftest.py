"""A directory in the invented town with addresses that are found, doubtful and not found."""

import datetime as dt

import pytest

from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.store import Store
from directory_app.tasks import asking
from tests.data.town import FIRST_TOWN, FIRST_ZIP, town
from tests.geocoding.streets_file import write_town
from tests.ui.waiting import settle

IN_TOWN = {
    "Taquería El Farol": "112 W 1st St",
    "Mercado La Loma": "150 1st St",
    "Modas Cristal": "12 Nowhere Lane",
}
IN_SANTA_FE = {"Café Amapola": "1730 Llano St #4", "Panadería Sol": "1732 Llano St"}
NOT_ASKED = "Barbería Don Chuy"


def fill(path, *, far=True):
    """Three businesses in the town; two in Santa Fe that said yes, one that did not."""
    here = {"city": FIRST_TOWN, "state_province": "NM", "postal_code": FIRST_ZIP}
    there = {"city": "Santa Fe", "state_province": "NM"}
    with Store.create(path, passphrase=None) as store:
        yes = [DraftConsent("geocode_online", "yes", store.today() - dt.timedelta(30), "Marisol")]
        for name, line in IN_TOWN.items():
            store.businesses.add(Business(code="", name=name, address_1=line, **here))
        for name, line in IN_SANTA_FE.items() if far else ():
            store.businesses.add(
                Business(code="", name=name, address_1=line, **there), consents=yes
            )
        if far:
            store.businesses.add(
                Business(code="", name=NOT_ASKED, address_1="1734 Llano St", **there)
            )
    return path


@pytest.fixture
def streets(tmp_path, monkeypatch):
    """The town's street data."""
    folder = tmp_path / "map-data"
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(folder))
    made = town()
    write_town(folder / "town.streets", made, doors=made.doors, ranges=True)
    return folder


@pytest.fixture
def directory(tmp_path, streets):
    """That directory; no look-up is switched on."""
    return fill(tmp_path / "places.puertas")


@pytest.fixture
def window(make_window, directory):
    """The whole window on it."""
    made = make_window(directory)
    settle(made.runner)
    return made


@pytest.fixture
def page(window):
    """The page of places."""
    return to_places(window)


def to_places(window):
    """Go to the page, and wait until it stands still."""
    window.shell.open_page("places")
    settle(window.runner, 20)
    return window.shell.page()


def switch_on(path, service):
    """Let a service be asked, before the window opens."""
    with Store.open(path, write=True) as store:
        store.settings.set(asking.SERVICE, service)


def rows_of(page):
    """The rows of the page of places, by name."""
    model = page.table.rows
    return {row.data.name: row for row in map(model.row, range(model.rowCount()))}
