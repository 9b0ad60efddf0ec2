"""What may leave the laptop: live consent, the cut of the address, and why the rest stays."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.errors import UserError
from directory_app.model.consent import Consent, is_live
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.event import Event
from directory_app.model.geo import Position, distance_miles
from directory_app.model.live import earliest_live, year_after
from directory_app.store import Dossier, Filter, Store
from directory_app.store.places import blurred, public_place
from tests.runs import record

from .conftest import TODAY, business, phone, yes

Add = Callable[..., Dossier]
EVENT_DAY = dt.date(2026, 12, 6)
DOOR = Position(35.66912, -105.95873)
TOWN = Position(35.687, -105.938)


def town_point(city: str, state: str) -> Position | None:
    return TOWN if (city, state) == ("Santa Fe", "NM") else None


def codes(store: Store, channel: str = "print", on: dt.date = EVENT_DAY) -> list[str]:
    return [each.code for each in store.listings.public(channel, on)]


def reasons(store: Store, channel: str = "print", on: dt.date = EVENT_DAY) -> dict[str, str]:
    return {each.name: each.reason for each in store.listings.left_out(channel, on)}


def test_only_a_live_yes_is_listed_and_every_other_has_its_reason(
    add_other: Add, store: Store
) -> None:
    no = DraftConsent("print", "no", dt.date(2026, 10, 1), "Beto")
    listed = add_other("Listed").business
    add_other("Unasked", consents=[])
    add_other("Asked for the map", consents=[yes("map")])
    add_other("Refused", consents=[no])
    add_other("Withdrew", consents=[DraftConsent("print", "withdrawn")])
    add_other("Ended", consents=[yes(day=dt.date(2025, 12, 5))])
    add_other("Last day", consents=[yes(day=dt.date(2025, 12, 6))])
    add_other("No date", consents=[DraftConsent("print", "yes", None, "Beto")])
    add_other("Nobody asked", consents=[DraftConsent("print", "yes", dt.date(2026, 10, 1), "  ")])
    add_other("Closed", status="closed")
    add_other("Closed for now", status="temporarily_closed")
    store.businesses.archive([add_other("Archived").business.id])
    store.businesses.update(add_other("Draft").business.id, {"review_state": "draft"})
    names = {each.name for each in store.listings.public("print", EVENT_DAY)}
    assert names == {"Listed", "Last day", "Closed for now"}
    assert reasons(store) == {
        "Unasked": "not_asked",
        "Asked for the map": "not_asked",
        "Refused": "no",
        "Withdrew": "withdrawn",
        "Ended": "consent_ended",
        "No date": "consent_incomplete",
        "Nobody asked": "consent_incomplete",
        "Closed": "closed_for_good",
        "Archived": "archived",
        "Draft": "not_reviewed",
    }
    assert listed.code in codes(store)
    assert codes(store, on=dt.date(2028, 1, 1)) == []


def test_a_day_to_come_is_refused(add: Add, store: Store) -> None:
    with pytest.raises(UserError, match="still to come"):
        add("Not yet", consents=[yes(day=dt.date(2026, 12, 7))])
    assert store.browser.count(Filter()) == 0


def test_everybody_is_listed_or_left_out(add: Add, store: Store) -> None:
    for number in range(12):
        add(f"N {number}", consents=[yes()] if number % 3 else [])
    assert len(codes(store)) + len(store.listings.left_out("print", EVENT_DAY)) == 12


def test_a_review_by_earlier_than_a_year_ends_the_yes(add: Add, store: Store) -> None:
    early = Consent(
        business_id="",
        channel="print",
        answer="yes",
        date=dt.date(2026, 10, 12),
        asked_by="Marisol",
        review_by=dt.date(2026, 12, 5),
    )
    add(consents=[early])
    assert len(codes(store, on=dt.date(2026, 12, 5))) == 1
    assert reasons(store) == {"Taquería El Nopal": "consent_ended"}


@given(
    asked=st.dates(dt.date(2023, 1, 1), dt.date(2030, 1, 1)),
    on=st.dates(dt.date(2023, 1, 1), dt.date(2030, 1, 1)),
    today=st.dates(dt.date(2023, 1, 1), dt.date(2030, 1, 1)),
)
def test_the_first_live_day_is_told_from_either_end(
    asked: dt.date, on: dt.date, today: dt.date
) -> None:
    assert (asked >= earliest_live(on)) == (year_after(asked) >= on)
    live = earliest_live(on) <= asked <= min(on, today)
    assert is_live("yes", asked, "Ana", None, on, today) == live


def test_a_listing_holds_what_may_be_printed_and_nothing_private(store: Store) -> None:
    store.businesses.add(
        business(
            "Joyería <El Reloj>",
            note="owner is shy",
            cuisine=["x"],
            directions_en="behind the church",
            payment_accepted=["snap"],
        ),
        phones=[phone(), DraftPhone("+15055550177", "2")],
        consents=[yes()],
    )
    first = store.businesses.search("joyeria")[0]
    secret = [*first.phones]
    secret[1].confidential = True
    store.businesses.update(first.business.id, {}, phones=secret)
    listing = store.listings.public("print", EVENT_DAY)[0]
    assert listing.name == "Joyería <El Reloj>"
    assert listing.languages == ("es", "en")
    assert listing.directions_en == "behind the church"
    assert [each.number for each in listing.phones] == ["+15055550142"]
    assert listing.consent_until == dt.date(2027, 10, 12)
    assert "shy" not in repr(listing)
    assert "5550177" not in repr(listing)


def test_a_marker_needs_a_live_yes_to_the_map(add_other: Add, store: Store) -> None:
    seen = {
        "Both": [yes(), yes("map")],
        "Print alone": [yes()],
        "Map refused": [yes(), DraftConsent("map", "no")],
        "Map ended": [yes(), yes("map", dt.date(2025, 1, 1))],
        "Map lacks who": [yes(), DraftConsent("map", "yes", dt.date(2026, 10, 1))],
    }
    for name, consents in seen.items():
        store.businesses.place(add_other(name, consents=consents).business.id, DOOR, "rooftop", "x")
    add_other("No pin", consents=[yes(), yes("map")])
    listings = {each.name: each for each in store.listings.public("print", EVENT_DAY, town_point)}
    assert {name for name, each in listings.items() if each.marker} == {"Both"}
    assert listings["Both"].marker == DOOR
    assert listings["Print alone"].place == DOOR
    assert listings["Print alone"].place_is_pin
    assert (listings["No pin"].place, listings["No pin"].place_is_pin) == (TOWN, False)
    assert listings["No pin"].precision == "city"


ROW = {
    "address_1": "1420 Cerrillos Rd",
    "address_2": "Suite B",
    "city": "Santa Fe",
    "state_province": "NM",
    "postal_code": "87505",
    "address_type": "physical",
    "latitude": DOOR.latitude,
    "longitude": DOOR.longitude,
    "precision": "rooftop",
}


def place(visibility: str, **values: object):
    return public_place(ROW | {"location_visibility": visibility} | values, town_point)


def test_the_place_is_cut_to_what_the_owner_agreed_to() -> None:
    exact, street, town, none = map(place, ("exact", "street", "town", "none"))
    assert (exact.address_1, exact.address_2, exact.marker) == (
        "1420 Cerrillos Rd",
        "Suite B",
        DOOR,
    )
    assert (street.address_1, street.address_2, street.city) == ("Cerrillos Rd", "", "Santa Fe")
    assert street.marker == street.position == blurred(DOOR) != DOOR
    assert street.precision == "street"
    assert (town.address_1, town.postal_code, town.city) == ("", "", "Santa Fe")
    assert (town.position, town.is_pin, town.marker) == (TOWN, False, None)
    assert (none.address_1, none.city, none.state_province, none.marker) == ("", "", "", None)
    assert none.position == TOWN


def test_a_zip_code_of_a_street_says_no_block_of_it() -> None:
    assert place("street", postal_code="87505-1234").postal_code == "87505"
    assert place("exact", postal_code="87505-1234").postal_code == "87505-1234"
    assert place("street", address_1="N123W456 Calle Sol").address_1 == ""


def test_a_home_shows_its_town_at_most() -> None:
    assert place("exact", address_type="home") == place("town")
    assert place("street", address_type="home") == place("town")
    assert place("none", address_type="home") == place("none")


def test_a_hidden_place_prints_no_directions(add: Add, store: Store) -> None:
    add(location_visibility="street", directions_en="the blue door", directions_es="azul")
    listing = store.listings.public("print", EVENT_DAY)[0]
    assert (listing.directions_en, listing.directions_es) == ("", "")


@given(
    st.floats(-89, 89, allow_nan=False),
    st.floats(-179, 179, allow_nan=False),
)
def test_a_blurred_place_is_near_stable_and_shared(latitude: float, longitude: float) -> None:
    there = blurred(Position(latitude, longitude))
    assert distance_miles(there, Position(latitude, longitude)) < 0.11
    assert blurred(there) == there


def test_a_second_person_who_approved_shows(add: Add, store: Store) -> None:
    store.people.add("Marisol")
    early = add("Early")
    assert not store.listings.public("print", EVENT_DAY)[0].reviewed_by_second_person
    store.people.add("Beto")
    store.set_person("Marisol")
    late = add("Late")
    assert codes(store) == [early.business.code]
    store.set_person("Beto")
    store.businesses.approve([late.business.id])
    seen = {
        each.name: each.reviewed_by_second_person
        for each in store.listings.public("print", EVENT_DAY)
    }
    assert seen == {"Early": False, "Late": True}


def test_an_event_is_told_in_local_time_with_the_choices(add: Add, store: Store) -> None:
    made = [add(f"N {number}").business for number in range(4)]
    event = store.events.add(
        Event(
            name_en="Church fair",
            date=EVENT_DAY,
            starts_at=dt.datetime(2026, 12, 6, 17, 0, tzinfo=dt.UTC),
            ends_at=dt.datetime(2026, 12, 6, 20, 30, tzinfo=dt.UTC),
            address_1="1 Plaza",
            latitude=DOOR.latitude,
            longitude=DOOR.longitude,
            radius_miles=3.0,
        )
    )
    store.events.set_order(event.id, [made[2].id, made[0].id])
    store.events.set_entry(event.id, made[1].id, included=False)
    store.events.set_entry(event.id, made[0].id, included=True)
    public = store.events.public(event.id)
    assert (public.starts, public.ends) == (dt.time(10), dt.time(13, 30))
    assert public.position == DOOR
    assert public.order == (made[2].code, made[0].code)
    assert public.included == {made[0].code}
    assert public.excluded == {made[1].code}
    store.events.set_order(event.id, [])
    assert store.events.public(event.id).order == ()
    assert store.events.public(event.id).included == {made[0].code}
    store.history.undo()
    assert store.events.public(event.id).order == (made[2].code, made[0].code)
    store.events.delete(event.id)
    assert store.events.all() == []
    store.history.undo()
    assert store.events.public(event.id) == public


def test_print_runs_are_numbered_and_remember_what_was_said(add: Add, store: Store) -> None:
    made = add().business
    event = store.events.add(Event(name_es="Feria", date=EVENT_DAY))
    assert store.runs.next_number() == 1
    for expected in (1, 2):
        run = record(
            store,
            event_id=event.id,
            layout="sheet",
            languages=("en", "es"),
            use_by=EVENT_DAY,
            copies=40,
            sha256="ab",
            entries=[(made.code, {"name": made.name})],
        )
        assert run.number == expected
    newest = store.runs.all()[0]
    assert (newest.number, newest.event_name, newest.languages) == (2, "Feria", "en,es")
    rows = store.opened.connection.execute(
        "SELECT business_id, printed FROM printrunentry"
    ).fetchall()
    assert set(rows) == {(made.id, '{"name": "Taquería El Nopal"}')}


def test_the_views_ask_what_the_listings_answer(add_other: Add, store: Store) -> None:
    add_other("Live")
    add_other("Ended", consents=[yes(day=dt.date(2025, 11, 23))])
    add_other("Ends soon", consents=[yes(day=dt.date(2025, 12, 30))])
    add_other("No", consents=[DraftConsent("print", "no")])
    add_other("Unasked", consents=[])
    names = {
        view: {row.name for row in store.browser.first_rows(Filter(view=view), 50)}
        for view in ("to_ask", "consent_ending")
    }
    assert names == {"to_ask": {"Ended", "Unasked"}, "consent_ending": {"Ends soon"}}
    live = {each.name for each in store.listings.public("print", TODAY)}
    assert live == {"Live", "Ends soon"}


def test_for_a_day_that_is_past_a_yes_has_to_live_today(add: Add, store: Store) -> None:
    past = TODAY - dt.timedelta(20)
    ended = yes(day=year_before(TODAY) - dt.timedelta(10))
    assert is_live("yes", ended.date, ended.asked_by, None, past, TODAY)
    gone = add("Ended Since", consents=[ended])
    add("Asked Since", consents=[yes(day=past + dt.timedelta(1))])
    assert [one.name for one in store.listings.public("print", past)] == ["Asked Since"]
    assert [(one.code, one.reason) for one in store.listings.left_out("print", past)] == [
        (gone.business.code, "consent_ended")
    ]
    assert [
        one.code for one in store.listings.fallen_away("print", past, [gone.business.code])
    ] == [gone.business.code]


def year_before(day: dt.date) -> dt.date:
    return day.replace(year=day.year - 1)
