"""What is counted before an export is what the wall then lets out, of everybody and of a part."""

import datetime as dt
from collections import Counter
from itertools import product

import pytest

from directory_app import exporting
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent
from directory_app.model.geo import Position
from directory_app.store import Filter, Store
from directory_app.store import outlook as outlooks

ANSWERS = ("not_asked", "no", "withdrawn", "yes", "old", "unsigned", "future", "short", "")
PLACES = (("exact", "rooftop"), ("street", "rooftop"), ("exact", "city"), ("street", "zip"),
          ("town", "rooftop"), ("none", "manual"), ("exact", ""))  # fmt: skip


def consent(channel, answer, today):
    days = {
        "old": today - dt.timedelta(400),
    }
    given = answer if answer in ("not_asked", "no", "withdrawn") else "yes"
    who = {"unsigned": "", "future": "Futura"}.get(answer, "Ana")
    return DraftConsent(channel, given, days.get(answer, today - dt.timedelta(30)), who)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("outlook") / "d.puertas"
    with Store.create(path, passphrase=None) as store:
        store.people.add("Ana")
        today = store.today()
        for at, (answer, mapped, place) in enumerate(
            product(ANSWERS, ("", "yes", "old", "no"), PLACES)
        ):
            those = [("print", answer), ("map", mapped)]
            made = store.businesses.add(
                Business(
                    code="",
                    name=f"Tienda {at:03}",
                    city=("Santa Fe", "Clovis")[at % 2],
                    location_visibility=place[0],
                    status="closed" if at % 17 == 5 else "active",
                    address_type="home" if at % 13 == 3 else "physical",
                ),
                consents=[consent(channel, each, today) for channel, each in those if each],
            ).business
            if place[1] and at % 13 != 3:
                store.businesses.place(made.id, Position(35.6, -105.9), place[1], "person")
            if at % 19 == 7:
                store.businesses.archive([made.id])
        future = (today + dt.timedelta(3)).isoformat()  # as an older version let it in
        late = "UPDATE consent SET date = ? WHERE asked_by = 'Futura'"
        store.opened.connection.execute(late, (future,))
        store.people.add("Beto")  # from now on a second person has to look
        store.businesses.add(
            Business(code="", name="Nueva"),
            consents=[consent("print", "yes", today)],
        )
        yield store


def check(store, only, codes):
    today = store.today()
    found = store.browser.outlook("print", only)
    listings = [each for each in store.listings.public("print", today) if each.code in codes]
    left_out = [each for each in store.listings.left_out("print", today) if each.code in codes]
    assert found.goes == len(listings) > 0
    assert found.left_out == left_out
    assert found.reasons == Counter(each.reason for each in left_out)
    assert found.pins == sum(exporting.has_pin(each) for each in listings)
    assert found.ends == min(each.consent_until for each in listings)


def everybody(store):
    return store.browser.codes(Filter(view="everything"))


def test_everybody_is_counted_as_the_wall_lets_them_out(store):
    check(store, None, everybody(store))


def test_a_filter_and_ids_narrow_it(store):
    clovis = Filter(city="Clovis")
    codes = store.browser.codes(clovis)
    assert codes == {row.code for row in store.browser.rows(store.browser.row_ids(clovis))}
    check(store, clovis, codes)
    ids = [row.id for row in store.browser.rows(store.browser.row_ids(clovis))][:60]
    some = {row.code for row in store.businesses.rows(ids)}
    check(store, ids, some)


def test_more_than_are_told_are_counted(store, monkeypatch):
    monkeypatch.setattr(outlooks, "MOST", 3)
    found = store.browser.outlook("print")
    assert len(found.left_out) == 3
    assert found.reasons.total() > 100


def test_nobody_has_no_last_day(store):
    found = store.browser.outlook("share", Filter(text="zzzz"))
    assert (found.goes, found.pins, found.ends, found.reasons) == (0, 0, None, Counter())


def test_a_private_file_is_counted_as_it_is_made(store):
    for only in (Filter(), Filter(city="Clovis"), Filter(view="everything")):
        ids = [row.id for row in store.browser.rows(store.browser.row_ids(only))]
        goes = len(store.listings.staff(ids))
        assert store.browser.staff_outlook(only) == (goes, len(ids) - goes)
        assert store.browser.staff_outlook(ids) == (goes, len(ids) - goes)
