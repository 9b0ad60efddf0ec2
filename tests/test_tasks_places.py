"""Places as jobs: what is asked beside the store, and what is done with the answers."""

import datetime as dt

import pytest

from directory_app import tasks
from directory_app.geocoding.online import services
from directory_app.geocoding.online.client import Client
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.store import Store
from directory_app.tasks import placing, questions
from directory_app.tasks.asking import StoreJournal
from tests.geocoding.services_on_loopback import nominatim, serving

SANTA_FE = {"city": "Santa Fe", "state_province": "NM", "postal_code": "87505"}


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Two at one address, one of which agreed; one that shows its street only, and agreed."""
    monkeypatch.setenv("PUERTAS_MAP_DATA", str(tmp_path / "map-data"))
    with Store.create(tmp_path / "places.puertas", passphrase=None) as made:
        asked = made.today() - dt.timedelta(30)
        yes = [DraftConsent("geocode_online", "yes", asked, "Marisol")]
        line = "1730 Llano St Suite B"
        made.businesses.add(
            Business(code="", name="Said yes", address_1=line, **SANTA_FE), consents=yes
        )
        made.businesses.add(Business(code="", name="Not asked", address_1=line, **SANTA_FE))
        made.businesses.add(
            Business(code="", name="Street only", address_1="1812 Llano St",
                     location_visibility="street", **SANTA_FE),
            consents=yes,
        )  # fmt: skip
        yield made


def named(store, name):
    return next(one.business for one in store.businesses.search("") if one.business.name == name)


def ask(store, url, inquiry):
    asking = questions.Asking(
        services.service(f"nominatim={url}"), StoreJournal(store), Client(),
        allows=lambda question: questions.still_allowed(store, question),
    )  # fmt: skip
    asking.all(inquiry.questions, inquiry.found)
    return asking


def test_what_is_shown_is_what_is_written_down_as_sent(store):
    with serving(nominatim) as server:
        inquiry = tasks.inquire(store, services.service(f"nominatim={server.url}"))
        shown = sorted(one.sent for one in inquiry.questions if one.leaves)
        assert server.queries == []
        assert store.requests.all() == []
        ask(store, server.url, inquiry)
    assert shown == ["1730 Llano St, Santa Fe, NM", "Llano St, Santa Fe, NM"]
    assert sorted(one.sent for one in store.requests.all()) == shown


def test_an_answer_for_an_address_that_was_changed_moves_no_pin(store):
    with serving(nominatim) as server:
        inquiry = tasks.inquire(store, services.service(f"nominatim={server.url}"))
        ask(store, server.url, inquiry)
    store.businesses.update(named(store, "Said yes").id, {"address_1": "9 Other St"})
    store.businesses.delete([named(store, "Street only").id])
    tasks.settle(store, inquiry)
    assert named(store, "Said yes").precision is None
    assert named(store, "Not asked").precision == "city"


def test_a_change_right_before_its_request_stops_it(store):
    with serving(nominatim) as server:
        inquiry = tasks.inquire(store, services.service(f"nominatim={server.url}"))
        store.businesses.update(named(store, "Said yes").id, {"address_1": "9 Other St"})
        no = DraftConsent("geocode_online", "no", store.today(), "Marisol")
        store.consents.record(named(store, "Street only").id, [no])
        assert ask(store, server.url, inquiry).sent == 0
        assert server.queries == []


def test_nobody_works_on_the_place_of_an_archived_business(store):
    store.businesses.add(Business(code="", name="Gone", address_1="9 A St", city="Zzyzx Wells"))
    assert [row.name for row in tasks.work_list(store)] == ["Gone"]
    assert tasks.doubt(store, store.businesses.get(named(store, "Gone").id)) == "unknown_town"
    store.businesses.archive([named(store, "Gone").id])
    assert tasks.work_list(store) == []


def test_the_work_is_the_same_however_many_are_read_at_once(store, monkeypatch):
    for at in range(5):
        store.businesses.add(
            Business(code="", name=f"Gone {at}", address_1="9 A St", city="Zzyzx Wells")
        )
    whole = tasks.work_list(store)
    assert len(whole) == 5
    monkeypatch.setattr(placing, "_AT_ONCE", 2)
    told = []
    assert tasks.work_list(store, lambda *how_far: told.append(how_far[:2])) == whole
    assert [done for done, _total in told] == list(range(0, told[0][1], 2))
