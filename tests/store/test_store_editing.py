"""Adding, editing, merging, deleting: what is kept, in how many steps, and what review says."""

import datetime as dt
from collections.abc import Callable

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.geo import Position
from directory_app.model.ids import CODE_LETTERS
from directory_app.store import Dossier, Filter, Store

from .conftest import TODAY, business, phone, yes

Add = Callable[..., Dossier]
PLAZA = Position(35.687, -105.938)


def test_what_is_added_reads_back_whole(store: Store) -> None:
    contact = Contact(business_id="", name="Lupe", role="owner", phone="+15055550143")
    made = store.businesses.add(
        business("Ñandú & <El Reloj>", cuisine=["oaxaqueña"], takeaway=True),
        phones=[DraftPhone("+15055550142", "2", "cell"), phone("43")],
        consents=[yes(), DraftConsent("map", "no", dt.date(2026, 10, 1), "Beto")],
        contacts=[contact],
    )
    read = store.businesses.get(made.business.code)
    assert read == made
    assert read.business.name == "Ñandú & <El Reloj>"
    assert read.business.name_folded == "nandu el reloj"
    assert (read.business.cuisine, read.business.takeaway) == (["oaxaqueña"], True)
    assert [(each.number, each.extension) for each in read.phones] == [
        ("+15055550142", "2"),
        ("+15055550143", ""),
    ]
    assert read.contacts[0].name == "Lupe"
    assert read.consents["print"].review_by == dt.date(2027, 10, 12)
    assert read.consents["map"].answer == "no"
    assert len(read.business.code) == 4
    assert set(read.business.code) <= set(CODE_LETTERS)


def test_a_business_is_found_by_id_and_by_code_in_any_case(add: Add, store: Store) -> None:
    made = add().business
    assert store.businesses.get(made.id).business.code == made.code
    assert store.businesses.get(made.code.lower()).business.id == made.id
    with pytest.raises(UserError, match="no business"):
        store.businesses.get("QQQQ")


def test_one_change_is_one_step_and_a_row_a_field(add: Add, store: Store) -> None:
    made = add().business
    store.businesses.update(made.id, {"city": "Clovis", "name": "Nopalito", "note": made.note})
    step = store.history.steps(made.id)[0]
    assert (step.label, step.label.kind, step.label.name) == (
        "Edit Nopalito",
        "edit",
        "Nopalito",
    )
    assert {(c.field, c.before, c.after) for c in step.changes} == {
        ("city", "Santa Fe", "Clovis"),
        ("name", "Taquería El Nopal", "Nopalito"),
    }
    created = store.history.steps(made.id)[1]
    assert {(c.table, c.field, c.before) for c in created.changes} == {
        ("business", "", None),
        ("phone", "", None),
        ("consent", "", None),
    }
    assert created.changes[0].after["name"] == "Taquería El Nopal"


def test_changing_nothing_is_no_step(add: Add, store: Store) -> None:
    made = add()
    before = store.history.steps()
    again = store.businesses.update(
        made.business.id, {"city": "Santa Fe"}, phones=made.phones, contacts=made.contacts
    )
    assert store.history.steps() == before
    assert again.business.version == made.business.version


def test_each_change_raises_the_version(add: Add, store: Store) -> None:
    made = add().business
    changed = store.businesses.update(made.id, {"website": "https://nopal.example"}).business
    assert changed.version > made.version
    assert changed.last_modified > made.last_modified


def test_fields_that_are_nobodys_to_edit_are_bugs(add: Add, store: Store) -> None:
    made = add().business
    for field in ("code", "id", "row_id", "name_folded", "birthplace"):
        with pytest.raises(ValueError, match=field):
            store.businesses.update(made.id, {field: "x"})
    with pytest.raises(UserError, match="needs a name"):
        store.businesses.update(made.id, {"name": "  "})
    assert store.businesses.get(made.id).business == made


def test_a_failed_change_leaves_nothing(add: Add, store: Store) -> None:
    made = add().business
    before = store.history.steps()
    with pytest.raises(ValueError, match="Answer"):
        store.consents.record(made.id, [yes("map"), DraftConsent("web", "maybe")])
    assert store.businesses.get(made.id).consents.keys() == {"print"}
    assert store.history.steps() == before


def test_phones_are_replaced_and_keep_their_row(add: Add, store: Store) -> None:
    made = add(phones=[phone("42"), phone("43")])
    first, second = made.phones
    edited = Phone(**second.model_dump() | {"number": "+15055550199"})
    after = store.businesses.update(
        made.business.id, {}, phones=[edited, DraftPhone(first.number), phone()]
    )
    assert [(each.id, each.number) for each in after.phones] == [
        (second.id, "+15055550199"),
        (first.id, first.number),
    ]
    assert [each.position for each in after.phones] == [0, 1]
    kept_number_moved = Phone(**first.model_dump() | {"number": "+15055550111"})
    swapped = store.businesses.update(
        made.business.id, {}, phones=[kept_number_moved, DraftPhone(first.number)]
    )
    assert len({each.id for each in swapped.phones}) == 2


def test_a_new_address_takes_out_the_pin_that_was_found_by_it(add: Add, store: Store) -> None:
    made = add().business
    store.businesses.place(made.id, PLAZA, "city", "gazetteer")
    assert store.businesses.update(made.id, {"note": "x"}).business.latitude == PLAZA.latitude
    moved = store.businesses.update(made.id, {"city": "Roswell"}).business
    assert (moved.latitude, moved.precision, moved.geocode_source) == (None, None, "")
    store.history.undo()
    assert store.businesses.get(made.id).business.latitude == PLAZA.latitude


def test_a_pin_set_by_hand_outlives_a_new_address(add: Add, store: Store) -> None:
    made = add().business
    store.businesses.place(made.id, PLAZA, "manual", "person", lock=True)
    assert store.businesses.update(made.id, {"city": "Roswell"}).business.latitude == PLAZA.latitude
    assert store.businesses.place_many([(made.id, Position(1.0, 2.0), "city", "gazetteer")]) == 0
    assert store.businesses.get(made.id).business.pin_locked


def test_many_pins_are_one_step(add: Add, store: Store) -> None:
    ids = [add(f"Café {n}").business.id for n in range(3)]
    placements = [(each, PLAZA, "zip", "gazetteer") for each in ids]
    assert store.businesses.place_many(placements) == 3
    assert store.browser.undo_label() == "Place 3 businesses"
    assert store.businesses.place_many(placements) == 0
    store.history.undo()
    assert store.browser.count(Filter(view="no_pin")) == 3


def test_alone_saving_approves_and_with_two_it_submits(add: Add, store: Store) -> None:
    store.people.add("Marisol")
    first = add().business
    assert first.review_state == "approved"
    assert store.history.steps()[0].by == "Marisol"
    store.people.add("Beto")
    store.set_person("Beto")
    assert store.businesses.update(first.id, {"note": "x"}).business.review_state == "submitted"
    with pytest.raises(UserError, match="changed by you"):
        store.businesses.approve([first.id])
    store.set_person("Marisol")
    store.businesses.approve([first.id])
    assert store.businesses.get(first.id).business.review_state == "approved"
    assert store.businesses.place(first.id, PLAZA, "city", "g").business.review_state == "approved"


def test_with_two_people_and_nobody_chosen_a_step_is_nobodys(add: Add, store: Store) -> None:
    store.people.add("Marisol")
    store.people.add("Beto")
    add()
    assert store.history.steps()[0].by == ""


def test_archived_entries_leave_the_lists_and_come_back_by_undo(add: Add, store: Store) -> None:
    made = add().business
    store.businesses.archive([made.id])
    assert store.browser.count(Filter()) == 0
    assert store.browser.count(Filter(view="everything")) == 1
    assert store.businesses.update(made.id, {"note": "x"}).business.review_state == "archived"
    store.history.undo()
    store.history.undo()
    assert store.browser.count(Filter()) == 1


def test_delete_takes_all_that_belongs_and_undo_brings_it_back(add: Add, store: Store) -> None:
    one, other = add("Uno"), add("Dos", phones=[phone("43")])
    store.duplicates.keep_apart(one.business.id, other.business.id)
    store.businesses.delete([one.business.id, other.business.id])
    assert store.browser.count(Filter(view="everything")) == 0
    assert store.browser.count(Filter(text="uno")) == 0
    assert store.check() == []
    assert store.history.undo() == "Delete 2 businesses"
    back = store.businesses.get(one.business.id)
    assert (back.phones, back.consents) == (one.phones, one.consents)
    assert store.browser.count(Filter(text="uno")) == 1
    assert store.check() == []


def test_merging_keeps_the_stricter_answer_and_both_phones(add: Add, store: Store) -> None:
    keep = add(consents=[yes(), yes("map")])
    drop = add(
        "Taqueria el Nopal",
        phones=[phone(), phone("77")],
        website="https://nopal.example",
        consents=[DraftConsent("print", "no", dt.date(2026, 9, 1), "Beto"), yes("web")],
    )
    merged = store.duplicates.merge(keep.business.id, drop.business.id, {"website"})
    assert merged.business.name == "Taquería El Nopal"
    assert merged.business.website == "https://nopal.example"
    assert [each.number for each in merged.phones] == ["+15055550142", "+15055550177"]
    answers = {channel: each.answer for channel, each in merged.consents.items()}
    assert answers == {"print": "no", "map": "yes", "web": "yes"}
    assert store.browser.count(Filter(view="everything")) == 1
    store.history.undo()
    assert store.businesses.get(drop.business.id).phones == drop.phones
    restored = store.businesses.get(keep.business.id)
    assert restored.phones == keep.phones
    assert restored.consents.keys() == {"print", "map"}
    # the refusal of the merged one is never undone
    assert restored.consents["print"].answer == "no"
    with pytest.raises(UserError, match="same business"):
        store.duplicates.merge(keep.business.id, keep.business.id)


def test_an_answer_can_be_changed_and_taken_back(add: Add, store: Store) -> None:
    made = add().business
    store.consents.record(made.id, [DraftConsent("print", "withdrawn", dt.date(2026, 11, 1))])
    kept = store.businesses.get(made.id).consents["print"]
    assert (kept.answer, kept.review_by) == ("withdrawn", None)
    store.consents.record(made.id, [DraftConsent("print", "not_asked")])
    left = store.businesses.get(made.id).consents["print"]
    assert (left.answer, left.refused_on) == ("not_asked", TODAY)


def test_a_review_by_is_twelve_months_at_most(add: Add, store: Store) -> None:
    made = add(consents=[yes(day=dt.date(2024, 2, 29))])
    assert made.consents["print"].review_by == dt.date(2025, 2, 28)


def test_people_are_one_a_name(store: Store) -> None:
    assert store.people.add(" Marisol ").id == store.people.add("Marisol").id
    assert [each.name for each in store.people.all()] == ["Marisol"]
    with pytest.raises(UserError):
        store.people.add(" ")


def test_settings_columns_lists_and_drafts_are_kept(store: Store) -> None:
    store.settings.set("report_to", "505-555-0100")
    store.settings.set("report_to", "505-555-0101")
    assert store.settings.get("report_to") == "505-555-0101"
    assert store.settings.get("nothing", "so") == "so"
    assert store.timezone == "America/Denver"
    assert store.imports.remembered_columns("abc") is None
    store.imports.remember_columns("abc", {"Giro": "category"})
    assert store.imports.remembered_columns("abc") == {"Giro": "category"}
    saved = store.saved_lists.add("Airport Road", "text=airport")
    assert [each.name for each in store.saved_lists.all()] == ["Airport Road"]
    store.saved_lists.delete(saved.id)
    assert store.saved_lists.all() == []
    store.drafts.set("an id", {"name": "half typ"})
    assert store.drafts.get("an id") == {"name": "half typ"}
    store.drafts.set("an id", None)
    assert store.drafts.get("an id") is None
    assert store.history.steps() == []


def test_many_are_read_and_changed_in_one_go_and_one_that_is_gone_stops_it_all(
    store: Store,
) -> None:
    ids = [store.businesses.add(business(f"Tienda {n}")).business.id for n in range(3)]
    assert [one.name for one in store.businesses.bare([*reversed(ids), "gone"])] == [
        "Tienda 2",
        "Tienda 1",
        "Tienda 0",
    ]
    told: list[int] = []
    changes: dict[str, dict[str, object]] = {one: {"city": "Taos"} for one in ids}
    store.businesses.update_many(changes, lambda done, total, _text: told.append(total))
    assert {one.city for one in store.businesses.bare(ids)} == {"Taos"}
    assert told == [3]
    store.businesses.delete([ids[1]])
    with pytest.raises(UserError, match="no business"):
        store.businesses.update_many({one: {"city": "Clovis"} for one in ids})
    assert {one.city for one in store.businesses.bare(ids)} == {"Taos"}
