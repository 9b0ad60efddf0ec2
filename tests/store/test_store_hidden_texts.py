"""The street of a home, or of a place that is hidden, goes from every text, and out of outputs."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from directory_app.model.contact import Contact
from directory_app.store import Dossier, Store
from tests.runs import record

from .conftest import business, phone, yes

Add = Callable[..., Dossier]
STREET = "3579 Obsidiana Rd"
TEXTS = ("description_en", "description_es", "hours_note_en", "hours_note_es", "alternate_name")


def left(path: Path) -> list[str]:
    data = (path / "directory.db").read_bytes()
    found = [word for word in ("Obsidiana", "obsidiana") if word.encode() in data]
    # a random id may hold the number, among its own digits or between its strokes
    return found + ["3579"] * bool(re.search(rb"(?<![0-9a-f-])3579(?![0-9a-f])", data))


@pytest.fixture
def told(store: Store, add: Add) -> tuple[str, str]:
    """The ids of a business whose street stands in many texts, and of another that tells it."""
    own = add("Cocina Alegre", address_1=STREET).business.id
    other = add("Otra", address_1="", phones=[phone("71")]).business
    store.businesses.update(own, dict.fromkeys(TEXTS, "Knock at 3579 Obsidiana Road. Ring twice."))
    store.businesses.update(
        own, {}, contacts=[Contact(business_id=own, name="Ana", note=f"at {STREET}")]
    )
    store.businesses.update(other.id, {"note": f"Across from {STREET}. On Obsidiana Rd too."})
    store.saved_lists.add("near", 'town:clovis near:"3579 Obsidiana Rd"')
    record(
        store, layout="sheet", languages="es", copies=1,
        entries=[(store.businesses.get(own).business.code, {"name": "Cocina", "address": STREET})],
    )  # fmt: skip
    store.drafts.set(own, {"description_es": f"En {STREET}", "address_1": STREET})
    store.drafts.set("new", {"note": f"at {STREET}"})
    return own, other.id


def test_a_home_is_told_by_no_text_any_more(
    store: Store, path: Path, told: tuple[str, str]
) -> None:
    own, other = told
    store.businesses.update(own, {"address_type": "home"})
    home = store.businesses.get(own)
    assert home.business.description_en == "Ring twice."
    assert home.contacts[0].note == ""
    # of another the name of a street alone tells nobody
    assert store.businesses.get(other).business.note == "On Obsidiana Rd too."
    assert [one.query for one in store.saved_lists.all()] == ["town:clovis"]
    store.businesses.update(other, {"note": ""})
    found = [word for word in left(path) if word == "3579"]
    assert found == []
    for _ in range(3):
        store.history.undo()
    assert "3579" not in left(path)
    assert store.check() == []


def test_what_comes_in_as_a_home_never_had_its_street_in_its_texts(
    store: Store, path: Path, add: Add
) -> None:
    said = "Bread, on Obsidiana, 3579"
    made = add("Cocina", address_1=STREET, address_type="home", description_en=said)
    assert made.business.description_en == "Bread, on […]"
    assert left(path) == []


@pytest.mark.parametrize(
    ("seen", "kept"),
    [
        ("street", "Knock at Obsidiana Road. Ring twice."),
        ("town", "Ring twice."),
        ("none", "Ring twice."),
    ],
)
def test_a_place_that_becomes_hidden_is_not_told_by_texts(
    store: Store, told: tuple[str, str], seen: str, kept: str
) -> None:
    own, other = told
    store.businesses.update(own, {"location_visibility": seen})
    hidden = store.businesses.get(own).business
    assert hidden.address_1 == STREET  # staff still find it
    assert hidden.description_en.replace("[…] ", "") == kept
    assert store.businesses.get(other).business.note == "On Obsidiana Rd too."
    assert [one.query for one in store.saved_lists.all()] == ["town:clovis"]
    store.history.undo()
    back = store.businesses.get(own).business
    assert (back.location_visibility, back.description_en) == (
        "exact",
        "Knock at 3579 Obsidiana Road. Ring twice.",
    )


@pytest.mark.parametrize("seen", ["street", "town", "none"])
def test_what_may_leave_never_tells_a_hidden_street(store: Store, add: Add, seen: str) -> None:
    """Whatever was typed afterwards, or before this version: the wall cuts it, and says so."""
    own = add("Cocina Alegre", address_1=STREET, location_visibility=seen).business
    store.businesses.update(own.id, dict.fromkeys(TEXTS, f"At {STREET}, upstairs."))
    (listing,) = store.listings.public("print", dt.date(2026, 12, 6))
    told = (each.name for each in fields(listing) if each.name != "cut")
    texts = " ".join(str(getattr(listing, name)) for name in told)
    assert "3579" not in texts
    assert ("Obsidiana" in texts) is (seen == "street")
    assert set(listing.cut) == set(TEXTS)
    (staff,) = store.listings.staff([own.id])
    said = f"{staff.description_en} {staff.hours_note_es}"
    assert ("3579" in said) is (seen == "street")


def test_an_exact_place_keeps_its_words(store: Store, add: Add) -> None:
    add("Cocina", address_1=STREET, description_en=f"At {STREET}", consents=[yes()])
    (listing,) = store.listings.public("print", dt.date(2026, 12, 6))
    assert (listing.description_en, listing.cut) == (f"At {STREET}", ())


def test_the_same_house_of_another_stays_with_it(store: Store, add: Add) -> None:
    own = add("Cocina", address_1=STREET).business.id
    shop = store.businesses.add(
        business("Tienda", address_1=STREET), phones=[phone("72")]
    ).business.id
    store.businesses.update(shop, {"description_en": f"We are at {STREET}."})
    store.businesses.update(own, {"address_type": "home"})
    kept = store.businesses.get(shop).business
    assert (kept.address_1, kept.description_en) == (STREET, f"We are at {STREET}.")
