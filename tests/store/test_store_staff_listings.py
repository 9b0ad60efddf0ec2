"""What the coalition's own people get on paper, and what not even they do."""

import datetime as dt

import pytest

from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact
from directory_app.store import Filter, Store


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "s.puertas", passphrase=None) as store:
        store.people.add("Ana")
        yield store


def add(store, name="Uno", answer="not_asked", **fields):
    business = Business(
        code="", name=name,
        **{"address_1": "12 Calle Inventada", "city": "Santa Fe", "note": "secret note", **fields},
    )  # fmt: skip
    phones = [
        Phone(business_id=business.id, number="+15055550101"),
        Phone(business_id=business.id, number="+15055550102", confidential=True),
    ]
    consents = [
        Consent(business_id=business.id, channel="print", answer=answer, date=store.today(),
                asked_by="Ana", given_by_role="owner", method="visit")
    ]  # fmt: skip
    contacts = [Contact(business_id=business.id, name="Rosa Privada", phone="+15055550103")]
    return store.businesses.add(
        business, phones=phones, consents=consents, contacts=contacts
    ).business


def test_who_was_never_asked_is_there(store):
    one = add(store)
    (found,) = store.listings.staff([one.id])
    assert (found.code, found.name, found.address_1) == (one.code, "Uno", "12 Calle Inventada")
    assert found.answer("print").answer == "not_asked"
    assert found.answer("map").answer == "not_asked"


def test_contacts_notes_and_confidential_telephones_are_not(store):
    (found,) = store.listings.staff([add(store).id])
    said = repr(found)
    for secret in ("secret note", "Rosa", "5550102", "5550103"):
        assert secret not in said
    assert [phone.number for phone in found.phones] == ["+15055550101"]


@pytest.mark.parametrize("answer", ["withdrawn"])
def test_who_withdrew_is_left_alone(store, answer):
    assert store.listings.staff([add(store, answer=answer).id]) == []


@pytest.mark.parametrize("fields", [{"status": "closed"}, {"review_state": "archived"}])
def test_the_closed_and_the_archived_are_left_out(store, fields):
    one = add(store, **fields)
    if "review_state" in fields:
        store.businesses.archive([one.id])
    assert store.listings.staff([one.id]) == []


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"location_visibility": "street"}, "12 Calle Inventada"),
        ({"location_visibility": "town"}, ""),
        ({"location_visibility": "none"}, ""),
        ({"address_type": "home"}, ""),
    ],
)
def test_an_address_is_whole_unless_it_is_hidden_or_a_home(store, fields, address):
    (found,) = store.listings.staff([add(store, **fields).id])
    assert found.address_1 == address


def test_a_yes_says_until_when_it_is_live(store):
    (found,) = store.listings.staff([add(store, answer="yes").id])
    assert found.answer("print").until == store.today() + dt.timedelta(365) or (
        found.answer("print").until.year == store.today().year + 1
    )


def test_the_order_is_that_of_the_ids_and_a_filter_chooses(store):
    ids = [add(store, name).id for name in ("Zeta", "Alfa", "Medio")]
    assert [each.name for each in store.listings.staff(ids)] == ["Zeta", "Alfa", "Medio"]
    assert [each.name for each in store.listings.staff([ids[1], "no such id", ids[0]])] == [
        "Alfa",
        "Zeta",
    ]
    assert [each.name for each in store.listings.staff(Filter())] == ["Alfa", "Medio", "Zeta"]
