"""Homes that were stored with a street lose it when their directory is brought up to date."""

import json
from pathlib import Path

import pytest

from directory_app.model.homes import digest
from directory_app.store import Store
from directory_app.store.restore import restore_into

from .conftest import CHEAP, PASSPHRASE, business, phone, turn_back, yes

STREET = "77 Obsidiana Lane"
PRIVATE = {
    "address_1": STREET,
    "address_2": "Apt Obsidiana",
    "postal_code": "88101-0777",
    "directions_en": "behind Obsidiana church",
    "directions_es": "atrás de Obsidiana",
    "latitude": 34.412345,
    "longitude": -103.212345,
    "precision": "rooftop",
    "geocode_source": "us",
}


def older(path: Path, passphrase: str | None = None) -> dict[str, str]:
    """A directory as it was before homes kept their town only; its businesses by name."""
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        made = {
            name: store.businesses.add(
                business(name, **PRIVATE), phones=[phone()], consents=[yes()]
            ).business
            for name in ("Tamales Lupe", "Mole Gone", "Tienda")
        }
        store.businesses.update(made["Tamales Lupe"].id, {"address_1": f"{STREET} B"})
        store.businesses.delete([made["Mole Gone"].id])
        run = store.opened.connection.execute
        for name in ("Tamales Lupe", "Mole Gone"):
            one = made[name].id
            run("UPDATE business SET address_type = 'home' WHERE id = ?", (one,))
            for value in ("previous_value", "replacement_value"):
                run(
                    f"UPDATE change SET {value} = json_set({value}, '$.address_type', 'home') "
                    "WHERE \"row\" = ? AND field = ''",
                    (one,),
                )
        turn_back(run, "0001")
    return {name: one.id for name, one in made.items()}


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_home_keeps_its_town_and_its_telephone_only(path: Path, passphrase: str | None) -> None:
    ids = older(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True) as store:
        home = store.businesses.get(ids["Tamales Lupe"])
        told = home.business
        blank = [getattr(told, name) for name in PRIVATE if name not in ("latitude", "longitude")]
        assert not any(blank)
        assert (told.latitude, told.longitude, told.city) == (None, None, "Santa Fe")
        assert [each.number for each in home.phones] == ["+15055550142"]
        shop = store.businesses.get(ids["Tienda"]).business
        assert (shop.address_1, shop.latitude) == (STREET, 34.412345)
        assert [each.business.name for each in store.businesses.search("obsidiana")] == ["Tienda"]
        assert store.check() == []
    assert len(list((path / "backups").iterdir())) == 1


def test_no_history_has_the_street_of_a_home_not_of_a_deleted_one_either(path: Path) -> None:
    ids = older(path)
    with Store.open(path, write=True) as store:
        rows = store.opened.connection.execute(
            "SELECT previous_value, replacement_value FROM change WHERE \"table\" = 'business' "
            'AND "row" IN (?, ?)',
            (ids["Tamales Lupe"], ids["Mole Gone"]),
        )
        text = json.dumps([list(row) for row in rows])
        assert "Lupe" in text and "Gone" in text
        assert "bsidiana" not in text and "34.41" not in text and "0777" not in text
        store.history.undo()
        again = store.businesses.get(ids["Mole Gone"])
        assert (again.business.address_1, again.business.latitude) == ("", None)
        assert len(again.phones) == 1
        shops = store.opened.connection.execute(
            'SELECT count(*) FROM change WHERE "row" = ? AND replacement_value LIKE ?',
            (ids["Tienda"], f"%{STREET}%"),
        )
        assert shops.fetchone()[0] == 1


def test_the_street_of_a_home_is_in_no_byte_of_the_file(path: Path) -> None:
    ids = older(path)
    with Store.open(path, write=True) as store:
        store.businesses.update(ids["Tienda"], {"address_type": "home"})
    data = (path / "directory.db").read_bytes()
    assert b"Obsidiana" not in data and b"obsidiana" not in data


def test_a_town_s_pin_stays(path: Path) -> None:
    ids = older(path)
    with Store.open(path, write=True) as store:
        run = store.opened.connection.execute
        run(
            "UPDATE business SET latitude = 34.4, longitude = -103.2, precision = 'city' "
            "WHERE id = ?",
            (ids["Tamales Lupe"],),
        )
        turn_back(run, "0001")
    with Store.open(path, write=True) as store:
        assert store.businesses.get(ids["Tamales Lupe"]).business.latitude == 34.4


def test_requests_answers_and_drafts_of_a_home_have_no_street(path: Path) -> None:
    ids = older(path)
    home = ids["Tamales Lupe"]
    with Store.open(path, write=True) as store:
        turn_back(store.opened.connection.execute, "0001")
        store.requests.begin(home, "nominatim", f"{STREET}, Santa Fe")
        store.requests.keep_answer(f"{STREET}, Santa Fe", "nominatim", "{}")
        store.drafts.set(home, {"typed": {"1": {"address_1": STREET}}})
    with Store.open(path, write=True) as store:
        assert [each.sent for each in store.requests.all(home)] == [""]
        assert store.requests.answer(f"{STREET}, Santa Fe", "nominatim") is None
        assert store.drafts.get(home) is None


def _shop(store: Store) -> str:
    made = store.businesses.add(business("Tienda", **PRIVATE)).business.id
    store.requests.begin(made, "nominatim", f"{STREET}, Santa Fe")
    store.requests.keep_answer(f"{STREET}, Santa Fe", "nominatim", "{}")
    store.drafts.set(made, {"typed": {"0": {"name": "La Nueva"}, "1": {"address_1": STREET}}})
    return made


def test_who_becomes_a_home_leaves_no_street_beside_it(path: Path) -> None:
    with Store.create(path, passphrase=None) as store:
        made = _shop(store)
        store.businesses.update(made, {"address_type": "home"})
        assert [each.sent for each in store.requests.all(made)] == [""]
        assert store.requests.answer(f"{STREET}, Santa Fe", "nominatim") is None
        assert store.drafts.get(made) == {"typed": {"0": {"name": "La Nueva"}, "1": {}}}
    data = (path / "directory.db").read_bytes()
    assert b"Obsidiana" not in data and b"obsidiana" not in data


def test_backups_with_the_street_of_a_home_go_within_thirty_days(path: Path) -> None:
    with Store.create(path, passphrase=None) as store:
        made = _shop(store)
        store.backups.write()
        assert store.backups.expiring() == []
        store.businesses.update(made, {"address_type": "home"})
        store.backups.write()
        assert len(store.backups.expiring()) == 2  # of one day: either may be the older


def test_a_restore_brings_no_street_of_a_home_back(path: Path) -> None:
    with Store.create(path, passphrase=None) as store:
        made = _shop(store)
        file = store.backups.write()
        store.businesses.update(made, {"address_type": "home"})
    restore_into(path, file, None)
    with Store.open(path, write=True) as store:
        told = store.businesses.get(made).business
        assert (told.address_type, told.address_1, told.latitude) == ("home", "", None)
        assert store.businesses.search("obsidiana") == []
    data = (path / "directory.db").read_bytes()
    assert b"Obsidiana" not in data and b"obsidiana" not in data


def test_who_is_no_home_is_known_until_the_address_changes_or_it_is_forgotten(path: Path) -> None:
    with Store.create(path, passphrase=None) as store:
        made = store.businesses.add(business("Tienda", address_1="Apt 3, 12 Main St")).business
        other = store.businesses.add(business("Otra", address_1="Apt 4, 9 Pine St")).business
        store.businesses.say_not_home(made.id, made.address_1)
        store.businesses.say_not_home(other.id, other.address_1)
    with Store.open(path, write=True) as store:
        assert store.businesses.not_homes()[made.id] == digest("APT 3, 12 main st")
        assert store.businesses.not_homes()[made.id] != digest("Apt 3, 14 Main St")
        store.businesses.update(other.id, {"address_type": "home"})
        assert set(store.businesses.not_homes()) == {made.id}
        store.consents.withdraw(made.id)
        assert store.businesses.not_homes() == {}
