"""locate and near, as people and scripts call them."""

import datetime as dt

import pytest

from directory_app.geocoding.online.services import CENSUS_WARNING
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.store import Store
from tests.data.town import FIRST_TOWN, FIRST_ZIP, town
from tests.geocoding.services_on_loopback import nominatim, reply, serving
from tests.geocoding.streets_file import write_town


@pytest.fixture(autouse=True)
def map_data(tmp_path, monkeypatch):
    folder = tmp_path / "map-data"
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(folder))
    return folder


@pytest.fixture
def ours(tmp_path):
    """Three businesses in a town that only the street data knows, and one in Santa Fe."""
    path = tmp_path / "town.puertas"
    with Store.create(path, passphrase=None) as store:
        asked = store.today() - dt.timedelta(30)
        yes = [DraftConsent("geocode_online", "yes", asked, "Marisol")]
        for line in ("112 W 1st St", "W 1st St & Ave C", "150 1st St"):
            store.businesses.add(
                Business(code="", name=f"At {line}", address_1=line, city=FIRST_TOWN,
                         state_province="NM", postal_code=FIRST_ZIP)
            )  # fmt: skip
        far = {"name": "Far", "address_1": "1730 Llano St #4", "city": "Santa Fe"}
        store.businesses.add(Business(code="", state_province="NM", **far), consents=yes)
    return path


@pytest.fixture
def streets(map_data):
    made = town()
    write_town(map_data / "town.streets", made, doors=made.doors, ranges=True)
    return made


def test_a_corner_in_the_directions_is_a_place_too(puertas, tmp_path, streets):
    path = tmp_path / "truck.puertas"
    with Store.create(path, passphrase=None) as store:
        truck = {"name": "Truck", "directions_en": "corner of W 1st St & Ave C"}
        store.businesses.add(Business(code="", city=FIRST_TOWN, state_province="NM", **truck))
        hidden = {"name": "Hidden", "directions_en": "behind the blue church"}
        store.businesses.add(Business(code="", city=FIRST_TOWN, state_province="NM", **hidden))
    answer = puertas.json("locate", path)
    assert answer["located"] == {"interpolated": 1, "city": 1}


def test_street_data_brings_businesses_to_their_doors(puertas, ours, streets):
    answer = puertas.json("locate", ours)
    assert answer["located"] == {"interpolated": 2, "city": 2} or answer["located"] == {
        "rooftop": 1, "interpolated": 1, "city": 2,
    }  # fmt: skip
    (work,) = answer["work"]
    assert work["reason_code"] == "choose"
    assert len(work["choices"]) == 2
    assert set(work["choices"][0]) == {
        "label", "latitude", "longitude", "precision", "score", "source",
    }  # fmt: skip
    assert "requests" not in answer
    assert puertas.json("locate", ours)["placed"] == 0


def test_without_online_nothing_is_asked(puertas, ours):
    with serving(nominatim) as server:
        refused = puertas("locate", ours, "--service", f"nominatim={server.url}")
    assert refused.status == 2
    assert "--online" in refused.err
    assert server.queries == []


def test_online_asks_the_service_and_says_how_often(puertas, ours):
    with serving(nominatim) as server:
        service = ("--service", f"nominatim={server.url}")
        first = puertas.json("locate", ours, "--online", *service)
        again = puertas.json("locate", ours, "--online", *service, "--redo")
    assert (first["requests"], again["requests"]) == (1, 0)
    assert first["located"]["rooftop"] == 1
    assert [query["street"] for query in server.queries] == ["1730 Llano St"]
    reasons = {row["reason_code"] for row in first["work"]}
    assert reasons == {"no_consent"}


def test_the_service_can_be_kept_in_the_settings(puertas, ours):
    with serving(nominatim) as server:
        service = ("--service", f"nominatim={server.url}", "--rate", "20", "--remember")
        puertas.json("locate", ours, "--online", *service)
    with Store.open(ours) as store:
        assert store.settings.get("geocode.service") == f"nominatim={server.url}"
        assert store.settings.get("geocode.rate") == "20"


def test_online_without_a_service_says_what_to_do(puertas, ours):
    refused = puertas("locate", ours, "--online")
    assert refused.status == 2
    assert "nothing leaves" in refused.err


def test_the_census_bureau_is_named_for_what_it_is(puertas, ours):
    refused = puertas("locate", ours, "--online", "--service", "census")
    assert refused.status == 2
    assert CENSUS_WARNING in refused.err


def test_a_service_that_fails_is_told_and_no_crash(puertas, ours):
    with serving(lambda handler, _: reply(handler, b"<html>")) as server:
        answer = puertas.json("locate", ours, "--online", "--service", f"nominatim={server.url}")
    row = next(row for row in answer["work"] if row["name"] == "Far")
    assert (row["reason_code"], row["precision"]) == ("not_json", "city")


def test_near_tells_distance_direction_and_minutes(puertas, ours, streets):
    puertas("locate", ours)
    answer = puertas.json("near", ours, "--address", f"W 1st St & Ave C, {FIRST_TOWN}, NM",
                          "--miles", "2")  # fmt: skip
    assert answer["center"]["precision"] == "interpolated"
    corner, *others = answer["businesses"]
    assert (corner["name"], corner["miles"], corner["walking_minutes"]) == (
        "At W 1st St & Ave C", 0.0, 1,
    )  # fmt: skip
    house = next(row for row in others if row["name"] == "At 112 W 1st St")
    assert house["direction"] == "E"
    assert 0.1 < house["miles"] < 0.5
    assert house["walking_minutes"] == pytest.approx(house["miles"] / 3 * 60, abs=1)
    assert house["straight_line"] is True
    vague = next(row for row in others if row["name"] == "At 150 1st St")
    assert (vague["precision"], vague["walking_minutes"]) == ("city", None)
    assert "Far" not in str(answer["businesses"])


def test_near_gives_the_order_of_a_walk(puertas, ours, streets):
    puertas("locate", ours)
    answer = puertas.json("near", ours, "--address", f"Ave C, {FIRST_TOWN}, NM", "--route")
    assert len(answer["businesses"]) == 3
    assert answer["route_miles"] > 0


def test_near_an_address_that_is_none_or_two_says_so(puertas, ours, streets):
    unknown = puertas("near", ours, "--address", "nowhere at all")
    assert unknown.status == 2
    twice = puertas("near", ours, "--address", f"150 1st St, {FIRST_TOWN}, NM")
    assert twice.status == 2
    assert "East 1st Street" in twice.err
    assert "West 1st Street" in twice.err
    assert puertas("near", ours, "--address", "Santa Fe, NM", "--miles", "0").status == 2
    assert puertas("near", ours, "--address", "Santa Fe, NM", "--miles", "nan").status == 2
