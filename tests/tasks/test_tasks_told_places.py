"""What goes out is chosen and measured by the place that may be told, wherever the pin is."""

import csv
import dataclasses
import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory_app import geocoding, guides, tasks
from directory_app.model.business import Business, Phone
from directory_app.model.draft import DraftConsent
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.records import business_record, sentence_of
from directory_app.store import Filter, Store
from directory_app.store.area import Area
from directory_app.tasks import exporting, printing, private_export
from directory_app.tasks.finding import know_places

TODAY = dt.date(2026, 11, 24)
VENUE = Position(35.6716, -105.9596)
#: The middle of a cell of store.places, and how far a pin may be from it and stay in it.
STREET_CELL, HALF = Position(35.6710, -105.9590), 0.0009
NOBODY_KNOWS = st.floats(-HALF, HALF)


def yes(channel: str) -> DraftConsent:
    return DraftConsent(channel, "yes", TODAY - dt.timedelta(40), "Marisol")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("told") / "ours.puertas"
    with Store.create(path, passphrase=None, today=lambda: TODAY) as store:
        store.people.add("Marisol")
        for name, visibility in (("Open", "exact"), ("Street", "street"), ("Town", "town")):
            made = store.businesses.add(
                Business(
                    code="", name=name, category="bakery", address_1="12 Agua Fria St",
                    city="Santa Fe", state_province="NM", location_visibility=visibility,
                ),
                consents=[yes("print"), yes("map"), yes("web")],
            )  # fmt: skip
            store.businesses.place(made.business.id, VENUE, "rooftop", "person")
        store.events.add(
            Event(
                name_en="Fair", date=TODAY, latitude=VENUE.latitude, longitude=VENUE.longitude,
                radius_miles=1.0, city="Santa Fe", precision="rooftop",
            )
        )  # fmt: skip
        know_places("NM")
        yield store


def move(store: Store, name: str, position: Position) -> None:
    found = next(each for each in store.businesses.search("") if each.business.name == name)
    store.businesses.place(found.business.id, position, "rooftop", "person")


def everything(store: Store, folder) -> dict[str, object]:
    """Whatever goes out and depends on where something is, without numbers and days of runs."""
    circle = Area.circle(VENUE, 0.05)
    wanted = [
        Filter(area=circle),
        Filter(area=Area.circle(VENUE, 0.2)),
        Filter(area=Area.circle(VENUE, 3)),
    ]
    wanted += [Filter(text='near:"35.6716, -105.9596"<1mi'), Filter(text='near:"Santa Fe, NM"<1mi')]
    made: dict[str, object] = {}
    for at, one in enumerate(wanted):
        ahead = tasks.look_ahead(store.browser, "web", one, TODAY)
        made[f"ahead {at}"] = dataclasses.astuple(ahead)
        listings, left_out = exporting._chosen(store, "web", one)
        made[f"public {at}"] = [dataclasses.astuple(each) for each in listings], left_out
        made[f"who {at}"] = private_export.who_would_go(store.browser, one)
        ids = private_export._ids(store, one)
        made[f"private {at}"] = ids
        made[f"staff {at}"] = [each.code for each in store.listings.staff(one)]
        made[f"list {at}"] = [each.business.code for each in store.businesses.search(one.text)]
    (event,) = store.events.all()
    for layout in ("sheet", "booklet"):
        choices = printing.Choices(event.id, guides.GuideOptions(layout))
        plan = printing.prepare_now(store, choices).plan
        now = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
        made[layout] = guides.render_preview(plan, made_at=now)
    for miles in (0.05, 0.2, 3.0):
        around = tasks.near(store, "Santa Fe, NM", miles, walk=True)
        made[f"near {miles}"] = [dataclasses.astuple(row) for row in around.rows]
    return made


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(NOBODY_KNOWS, NOBODY_KNOWS, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_two_directories_that_differ_in_hidden_pins_alone_say_the_same(
    store, tmp_path, down, along, far_down, far_along
):
    def put(street: Position, town: Position) -> dict[str, object]:
        move(store, "Street", street)
        move(store, "Town", town)
        return everything(store, tmp_path)

    middle = put(STREET_CELL, VENUE)
    street = Position(STREET_CELL.latitude + down, STREET_CELL.longitude + along)
    town = Position(VENUE.latitude + far_down, VENUE.longitude + far_along)
    assert put(street, town) == middle


def test_an_export_of_who_is_within_260_feet_tells_nothing_of_a_hidden_pin(store, tmp_path):
    move(store, "Street", VENUE)
    move(store, "Town", VENUE)
    within = Filter(area=Area.circle(VENUE, 260 / 5280))
    on_screen = {row.name for row in store.browser.rows(store.browser.row_ids(within))}
    assert on_screen == {"Open", "Street", "Town"}
    order = tasks.ExportOrder(tmp_path / "near.csv", "csv", "web", only=within)
    assert tasks.export(store, order).exported == 1
    said = list(csv.DictReader((tmp_path / "near.csv").open(encoding="utf-8-sig")))
    assert [row["Name"] for row in said] == ["Open"]
    assert len(store.listings.staff(Filter(area=within.area), geocoding.town_point)) == 1


def test_who_hides_the_place_is_found_by_the_point_of_the_town(store, tmp_path):
    point = geocoding.town_point("Santa Fe", "NM")
    around_town = Filter(area=Area.circle(point, 0.01))
    assert store.browser.codes(around_town) == {
        each.business.code for each in store.businesses.search("") if each.business.name == "Town"
    }


def test_a_confidential_number_is_never_first_and_always_marked(store):
    made = store.businesses.add(
        Business(code="", name="Secretive", city="Clovis"),
        phones=[
            Phone(business_id="", number="+15055550171", confidential=True),
            Phone(business_id="", number="+15055550172"),
            Phone(business_id="", number="+15055550171", extension="2"),
        ],
    )
    record = business_record(store.businesses.get(made.business.code), TODAY)
    assert [(each["number"], each["confidential"]) for each in record["phones"]] == [
        ("+15055550172", False),
        ("+15055550171", True),
        ("+15055550171", True),
    ]
    assert "505-555-0172" in sentence_of(record)
    only = store.businesses.add(
        Business(code="", name="More so", city="Clovis"),
        phones=[Phone(business_id="", number="+15055550171", confidential=True)],
    )
    line = sentence_of(business_record(store.businesses.get(only.business.code), TODAY))
    assert line.endswith("Clovis  (confidential)")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("agua fria", {"Open", "Street"}),
        ("12", {"Open"}),
        ("12 agua", {"Open"}),
        ("bakery agua", {"Open", "Street"}),
        ('"agua fria st"', {"Open", "Street"}),
        ("agua or nowhere", {"Open", "Street"}),
        ("-agua", {"Town"}),
        ("-12", {"Street", "Town"}),
        ("santa fe", {"Open", "Street", "Town"}),
        ("bak", {"Open", "Street", "Town"}),
    ],
)
def test_words_choose_by_what_may_be_told(store, text, found):
    wanted, own = Filter(text=text), {"Open", "Street", "Town"}
    listings, _left_out = exporting._chosen(store, "print", wanted)
    assert {each.name for each in listings} & own == found
    assert {each.name for each in store.listings.staff(wanted)} & own == found
    assert tasks.look_ahead(store.browser, "print", wanted, TODAY).goes == len(listings)
