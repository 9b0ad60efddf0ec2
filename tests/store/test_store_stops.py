"""What is never kept is stopped at the store, in every text field and by every way in."""

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Business, Phone
from directory_app.model.consent import Consent
from directory_app.model.contact import Contact
from directory_app.model.draft import Draft, DraftConsent, Verdict, VerdictKind
from directory_app.store import Filter, stops
from directory_app.store.tables import BUSINESS, CONSENT, CONTACT, PHONE

from .conftest import TODAY

WORDS = "SSN 123-45-6789, sin papeles"
TABLES = {"business": BUSINESS, "phone": PHONE, "contact": CONTACT, "consent": CONSENT}
#: Set by the store itself, or read as a choice: other words never come that far.
CHOICES = ("review_state", "location_visibility", "channel", "answer")
EVERY = [(table, name) for table in TABLES for name in stops.fields(table) if name not in CHOICES]
OWN = [name for table, name in EVERY if table == "business"]


def value(table, name):
    column = TABLES[table].c[name]
    return [WORDS] if "TextList" in repr(type(column.type)) else WORDS


@pytest.mark.parametrize(("table", "name"), EVERY)
def test_no_text_field_can_be_added_with_such_words(store, table, name):
    business = Business(code="", name="Tacos Mina")
    phone, contact = (
        Phone(business_id=business.id, number="+15055550101"),
        Contact(business_id=business.id, name="Mina"),
    )
    said = Consent(business_id=business.id, channel="print", answer="no", asked_by="Marisol")
    rows = {"business": business, "phone": phone, "contact": contact, "consent": said}
    setattr(rows[table], name, value(table, name))
    with pytest.raises(UserError) as raised:
        store.businesses.add(business, phones=[phone], contacts=[contact], consents=[said])
    assert name.replace("_", " ") in raised.value.hint
    assert "123" not in str(raised.value) + raised.value.hint
    assert store.browser.count(Filter()) == 0


@pytest.mark.parametrize("name", OWN)
def test_no_text_field_can_be_changed_to_such_words(store, name):
    made = store.businesses.add(Business(code="", name="Tacos Mina")).business.id
    new = value("business", name)
    with pytest.raises(UserError):
        store.businesses.update(made, {name: new})
    with pytest.raises(UserError):
        store.businesses.update_many({made: {name: new}})
    with pytest.raises(UserError):
        values = {"name": "Otra", name: new}
        store.imports.apply([Verdict(Draft(2, values), VerdictKind.CREATE)])


def test_what_a_person_let_in_stays_and_passes_again(store):
    text = "The mole was born in Puebla"
    made = store.businesses.add(
        Business(code="", name="Mole", note=text), let_in=[text]
    ).business.id
    store.businesses.update(made, {"note": f"{text}\nred door"})
    store.businesses.delete([made])
    store.history.undo()
    assert store.businesses.get(made).business.note == f"{text}\nred door"
    with pytest.raises(UserError):
        store.businesses.update(made, {"note": f"{text}\nthe owner was deported"})


@pytest.mark.parametrize(
    ("field", "had", "value"),
    [
        ("languages", ["es", "en"], ["es", "The owner is undocumented"]),
        ("description_en", "en\nDo", "The owner is undocumented"),
    ],
)
def test_what_was_there_is_no_part_of_another_word(store, field, had, value):
    """ "en" stood there: that takes no letters out of a word that is never kept."""
    made = store.businesses.add(Business(code="", name="Tacos Mina", **{field: had})).business
    with pytest.raises(UserError):
        store.businesses.update(made.id, {field: value})


@pytest.mark.parametrize("name", [one for table, one in EVERY if table == "consent"])
def test_no_answer_can_be_recorded_with_such_words(store, name):
    made = store.businesses.add(Business(code="", name="Tacos Mina")).business.id
    said = Consent(business_id=made, channel="print", answer="yes", date=TODAY, asked_by="Ana")
    setattr(said, name, WORDS)
    with pytest.raises(UserError):
        store.consents.record(made, [said])
    assert not store.businesses.get(made).consents


def test_a_refusal_in_a_list_counts_without_such_words(store):
    said = DraftConsent("print", "no", TODAY, WORDS, method=WORDS)
    draft = Draft(2, {"name": "Tacos Mina"}, consents=[said])
    assert store.imports.apply([Verdict(draft, VerdictKind.CREATE)]).created == 1
    (one,) = store.businesses.search("")
    kept = one.consents["print"]
    assert (kept.answer, kept.date, kept.asked_by, kept.method) == ("no", TODAY, "", "")


def test_an_answer_that_was_here_moves_with_its_words(store):
    keep, drop = (
        store.businesses.add(Business(code="", name=name)).business.id for name in ("A B", "C D")
    )
    store.consents.record(drop, [DraftConsent("print", "no", TODAY, "Ana")])
    store.opened.connection.execute("UPDATE consent SET method = ?", [WORDS])
    store.duplicates.merge(keep, drop, set())
    assert store.businesses.get(keep).consents["print"].answer == "no"
