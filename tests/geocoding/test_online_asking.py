"""Whole batches against a service on this machine: who is asked for, what is sent, how often."""

import datetime as dt
import time

import pytest

from directory_app import tasks
from directory_app.errors import UserError
from directory_app.geocoding import reasons
from directory_app.geocoding.candidates import AddressToAsk
from directory_app.geocoding.online import services
from directory_app.geocoding.online.asking import what_is_sent
from directory_app.geocoding.online.client import Client
from directory_app.geocoding.online.pace import Pace
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.model.geo import Position
from directory_app.progress import Cancelled
from directory_app.store import Store
from tests.geocoding.services_on_loopback import house, nominatim, reply, serving

TODAY = dt.date(2026, 11, 24)
ASKED = dt.date(2026, 10, 12)


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "ours.puertas", passphrase=None, today=lambda: TODAY) as made:
        yield made


def add(store, line="1730 Llano St", answer="yes", name="La Secreta", archived=False, **values):
    usual = {"address_1": line, "city": "Santa Fe", "state_province": "NM", "postal_code": "87505"}
    consents = [DraftConsent("geocode_online", answer, ASKED, "Marisol")] if answer else []
    made = Business(code="", name=name, **(usual | values))
    id = store.businesses.add(made, consents=consents).business.id
    if archived:
        store.businesses.archive([id])
    return id


def run(store, server, kind="nominatim", rate=None, seconds=1.0, **more):
    service = services.service(f"{kind}={server.url}", rate)
    return tasks.locate(store, service=service, client=Client(seconds=seconds), **more)


def pin(store, id):
    return store.businesses.get(id).business


def test_an_owner_who_agreed_is_asked_for_and_gets_a_door(store):
    id = add(store, "1730 Llano St #4")
    with serving(nominatim) as server:
        placed = run(store, server)
    business = pin(store, id)
    assert (business.precision, business.geocode_source) == ("rooftop", "nominatim")
    assert (placed.asked, placed.work) == (1, [])
    (query,) = server.queries
    assert query["street"] == "1730 Llano St"
    assert (query["city"], query["state"]) == ("Santa Fe", "NM")
    assert set(query) == {"street", "city", "state", "format", "limit", "addressdetails",
                          "countrycodes"}  # fmt: skip
    assert tasks.place_credits(store) == ["© OpenStreetMap contributors, ODbL"]


def test_nothing_of_a_name_a_unit_or_directions_is_sent(store):
    add(store, "Plaza Escondida, 1730 Llano St, Suite 4", name="La Secreta")
    add(store, "detras de la casa de Rosa", name="Otra")
    with serving(nominatim) as server:
        placed = run(store, server)
    assert [query["street"] for query in server.queries] == ["1730 Llano St"]
    sent = str([server.queries, server.headers, server.paths])
    assert not any(word in sent for word in ("Secreta", "Escondida", "Suite", "Rosa", "87505"))
    assert [row.code_of_reason for row in placed.work] == [reasons.NOTHING_TO_ASK]


@pytest.mark.parametrize(
    "change",
    [
        {"answer": ""},
        {"answer": "no"},
        {"answer": "withdrawn"},
        {"address_type": "home"},
        {"address_type": "postal"},
        {"address_type": "mobile"},
        {"location_visibility": "town"},
        {"location_visibility": "none"},
        {"archived": True},
        {"status": "closed"},
        {"pin_locked": True, "latitude": 35.0, "longitude": -106.0, "precision": "manual"},
        {"latitude": 35.0, "longitude": -106.0, "precision": "rooftop"},
        {"city": ""},
        {"line": "PO Box 5"},
    ],
    ids=str,
)
def test_nobody_else_is_asked_for(store, change):
    add(store, **change)
    with serving(nominatim) as server:
        run(store, server, redo=True)
    assert server.queries == []
    assert store.requests.all() == []


def test_a_yes_that_has_run_out_is_none(store):
    old = [DraftConsent("geocode_online", "yes", dt.date(2025, 10, 1), "Marisol")]
    store.businesses.add(
        Business(code="", name="x", address_1="1 Main St", city="Santa Fe"), consents=old
    )
    with serving(nominatim) as server:
        placed = run(store, server)
    assert server.queries == []
    assert placed.work[0].code_of_reason == reasons.NO_CONSENT


@pytest.mark.parametrize(
    ("line", "sent"),
    [
        ("Llano St 4417-C", "Llano St, Santa Fe, NM"),
        ("4417 & 4419 Llano St", "Llano St, Santa Fe, NM"),
        ("Hwy 14 mm 14.5", "Hwy 14, Santa Fe, NM"),
        ("N123W456 Llano St", ""),
    ],
)
def test_no_odd_house_number_is_asked_where_only_the_street_is_shown(line, sent):
    assert what_is_sent(AddressToAsk("x", line, "Santa Fe", "NM", street_only=True))[1] == sent


def test_who_shows_only_the_street_keeps_the_house_number(store):
    id = add(store, location_visibility="street")
    road = {"lat": "35.66", "lon": "-105.96", "class": "highway", "addresstype": "road",
            "address": {"road": "Llano Street"}}  # fmt: skip
    with serving(lambda handler, _: reply(handler, [road])) as server:
        run(store, server)
    assert [query["street"] for query in server.queries] == ["Llano St"]
    assert pin(store, id).precision == "street"


def test_one_address_is_asked_once_however_it_is_written_and_never_again(store):
    lines = ("1730 Llano St", "1730 LLANO STREET #4", "1730 llano st., Ste B")
    ids = [add(store, line, name=f"n{at}") for at, line in enumerate(lines)]
    with serving(nominatim) as server:
        assert run(store, server).asked == 1
        assert run(store, server, redo=True).asked == 0
    assert len(server.queries) == 1
    assert {pin(store, id).precision for id in ids} == {"rooftop"}
    assert len({(pin(store, id).latitude, pin(store, id).longitude) for id in ids}) == 1


def test_every_request_is_written_down(store):
    id = add(store)
    with serving(nominatim) as server:
        run(store, server)
    (row,) = store.requests.all()
    assert (row.business_id, row.sent) == (id, "1730 Llano St, Santa Fe, NM")
    assert row.service == f"nominatim {server.url.removeprefix('http://')}"
    assert row.outcome == "found"
    assert store.requests.forget([id]) == 1
    with serving(nominatim) as other:
        pass
    assert store.requests.all() == []
    assert other.queries == []


FAULTS = {
    reasons.NO_ANSWER: lambda handler, _: time.sleep(1),
    reasons.NOT_JSON: lambda handler, _: reply(handler, b"<html>busy</html>"),
    reasons.BAD_ANSWER: lambda handler, _: reply(handler, [house(lat=None)]),
    reasons.REDIRECTED: lambda handler, _: reply(handler, b"", 301, [("Location", "/else")]),
    reasons.BUSY: lambda handler, _: reply(handler, b"", 429),
    reasons.SERVICE_ERROR: lambda handler, _: reply(handler, b"", 500),
    reasons.TOO_LARGE: lambda handler, _: reply(handler, b" " * 1_100_000),
    reasons.NOTHING_FOUND: lambda handler, _: reply(handler, []),
    reasons.OTHER_STREET: lambda handler, _: reply(handler, [house(road="Luna Street")]),
    reasons.ELSEWHERE: lambda handler, _: reply(handler, [house(40.0, -83.0)]),
    reasons.NO_CONNECTION: lambda handler, _: handler.connection.close(),
}


@pytest.mark.parametrize("reason", FAULTS)
def test_each_fault_is_a_row_of_work_and_no_door(store, reason):
    id = add(store)
    with serving(FAULTS[reason]) as server:
        placed = run(store, server, seconds=0.3)
    (row,) = placed.work
    assert row.code_of_reason == reason
    assert row.reason.endswith(".")
    assert pin(store, id).precision == "city"
    assert [request.outcome for request in store.requests.all()] in ([reason], ["found"])
    if reason not in (reasons.OTHER_STREET, reasons.ELSEWHERE):
        assert [row.code_of_reason for row in tasks.work_list(store)] == [reason]


def test_a_street_or_a_town_is_recorded_as_what_it_is(store):
    street, town = add(store, "1730 Llano St"), add(store, "9 Luna St", name="b")

    def answer(handler, query):
        kind = "road" if "Llano" in query["street"] else "city"
        reply(handler, [{"lat": "35.66", "lon": "-105.96", "addresstype": kind,
                         "address": {"road": "Llano Street"}}])  # fmt: skip

    with serving(answer) as server:
        placed = run(store, server)
    assert pin(store, street).precision == "street"
    assert (pin(store, town).precision, pin(store, town).geocode_source) == ("city", "geonames")
    assert {row.code_of_reason for row in placed.work} == {
        reasons.ONLY_STREET,
        reasons.ONLY_TOWN,
    }


def test_another_number_on_the_street_is_only_the_street(store):
    id = add(store)
    with serving(lambda handler, _: reply(handler, [house(number="1800")])) as server:
        run(store, server)
    assert pin(store, id).precision == "street"


def test_two_equal_answers_are_shown_for_choice(store):
    id = add(store)
    both = [house(), house(35.70, -105.93)]
    with serving(lambda handler, _: reply(handler, both)) as server:
        placed = run(store, server)
    (row,) = placed.work
    assert (row.code_of_reason, len(row.choices)) == (reasons.CHOOSE, 2)
    assert pin(store, id).precision == "city"


def test_after_three_that_nobody_answered_nobody_is_asked(store):
    for at in range(6):
        add(store, f"{100 + at} Llano St", name=f"n{at}")
    with serving(lambda handler, _: handler.connection.close()) as server:
        placed = run(store, server)
    assert len(server.queries) == 3
    told = [row.code_of_reason for row in placed.work]
    assert (told.count(reasons.NO_CONNECTION), told.count(reasons.GIVEN_UP)) == (3, 3)


def test_a_service_that_wants_to_be_left_alone_is(store):
    for at in range(3):
        add(store, f"{100 + at} Llano St", name=f"n{at}")
    busy = [("Retry-After", "60")]
    with serving(lambda handler, _: reply(handler, b"", 429, busy)) as server:
        placed = run(store, server)
        again = run(store, server)
    assert len(server.queries) == 1
    assert {row.code_of_reason for row in placed.work} == {reasons.BUSY, reasons.LEFT_ALONE}
    assert {row.code_of_reason for row in again.work} == {reasons.LEFT_ALONE}


def test_a_short_wait_is_waited(store):
    add(store, "100 Llano St")
    add(store, "102 Llano St", name="b")
    first = []

    def answer(handler, query):
        if not first:
            first.append(1)
            reply(handler, b"", 503, [("Retry-After", "1")])
        else:
            nominatim(handler, query)

    with serving(answer) as server:
        run(store, server)
    assert len(server.queries) == 2
    assert server.times[1] - server.times[0] >= 0.9


def test_what_was_found_before_a_stop_is_kept_and_the_rest_goes_on_later(store):
    ids = [add(store, f"{100 + at} Llano St", name=f"n{at}") for at in range(6)]

    def stop(done, total, text):
        if text == "Asking the service" and done == 3:
            raise Cancelled

    with serving(nominatim) as server:
        with pytest.raises(Cancelled):
            run(store, server, progress=stop)
        assert [pin(store, id).precision for id in ids].count("rooftop") == 3
        run(store, server)
    assert len(server.queries) == 6
    assert {pin(store, id).precision for id in ids} == {"rooftop"}


def test_the_pace_holds_for_all_who_ask(tmp_path):
    began = time.monotonic()
    for _ in range(2):
        Pace("somewhere", 0.2, tmp_path).wait()
    assert time.monotonic() - began >= 0.19
    kept = (tmp_path / "services.json").read_text()
    (tmp_path / "services.json").write_text(kept.replace('"last": ', '"last": 9'))
    Pace("somewhere", 0.1, tmp_path).wait()  # a time that lies ahead is not waited for


def test_requests_keep_the_distance_that_is_set(store):
    for at in range(3):
        add(store, f"{100 + at} Llano St", name=f"n{at}")
    with serving(nominatim) as server:
        run(store, server, rate=5)
    assert server.times[2] - server.times[0] >= 0.35  # two fifths of a second, but for the way


@pytest.mark.parametrize(("kind", "path"), [("photon", "/api"), ("pelias", "/v1/search"),
                                            ("census", "/geocoder/locations/address")])  # fmt: skip
def test_the_other_services(store, kind, path):
    id = add(store)
    point = {"coordinates": [-105.9645, 35.6655]}
    said = {"housenumber": "1730", "street": "Llano St", "layer": "address", "accuracy": "point"}
    replies = {
        "photon": {"features": [{"geometry": point, "properties": said}]},
        "pelias": {"features": [{"geometry": point, "properties": said}]},
        "census": {"result": {"addressMatches": [
            {"matchedAddress": "1730 LLANO ST, SANTA FE, NM, 87505",
             "coordinates": {"x": -105.9645, "y": 35.6655}}]}},
    }  # fmt: skip
    with serving(lambda handler, _: reply(handler, replies[kind])) as server:
        run(store, server, kind)
    assert server.paths == [path]
    business = pin(store, id)
    assert Position(business.latitude, business.longitude) == Position(35.6655, -105.9645)
    assert business.precision == ("interpolated" if kind == "census" else "rooftop")


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("bing=https://example.org", None),
        ("nominatim=ftp://example.org", None),
        ("nominatim=http://example.org", None),
        ("nominatim=https://user:pass@example.org", None),
        ("nominatim=https://", None),
        ("nominatim=https://example.org:99999", None),
        ("pelias", None),
        ("nominatim", 0),
        ("nominatim", -1),
    ],
)
def test_a_service_that_makes_no_sense_is_refused(text, rate):
    with pytest.raises(UserError):
        services.service(text, rate)


def test_only_this_laptop_has_no_limit_unless_set():
    assert services.service("nominatim=http://127.0.0.1:8088").interval == 0
    assert services.service("nominatim=http://localhost:8088", 2).interval == 0.5
    assert services.service("nominatim").interval == 1.0
    assert services.service("nominatim", 50).interval == 1.0
    assert services.service("nominatim=https://maps.example.org", 0.5).interval == 2.0


def test_nothing_is_asked_until_a_person_chose_a_service(store):
    with pytest.raises(UserError, match="nothing leaves"):
        tasks.online_service(store)
    store.settings.set("geocode.service", "nominatim=http://127.0.0.1:1")
    assert tasks.online_service(store).url == "http://127.0.0.1:1"


def test_the_census_bureau_needs_a_word_of_its_own(store):
    with pytest.raises(UserError, match="federal agency"):
        tasks.online_service(store, "census")
    assert tasks.online_service(store, "census", allow_census=True).kind == "census"
