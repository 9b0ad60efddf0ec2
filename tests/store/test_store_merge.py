"""One business of two: nothing kept by hand, said or asked for is lost, and undo has it all."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.store import Dossier, Store
from directory_app.store.engine import connect
from directory_app.store.folder import inspect
from tests.runs import record

from .conftest import phone, yes

Add = Callable[..., Dossier]
HERE, THERE = Position(35.66, -105.95), Position(35.6604, -105.95)


def placed(store: Store, made: Dossier, at: Position, by_hand: bool) -> str:
    id = made.business.id
    source = "manual" if by_hand else "rooftop"
    store.businesses.place(id, at, source, "x", lock=by_hand)
    return id


def pin(made: Dossier) -> tuple[Any, ...]:
    one = made.business
    return one.latitude, one.precision, one.pin_locked


# places


def test_a_pin_put_by_hand_wins_over_one_that_was_found(add: Add, store: Store) -> None:
    kept = placed(store, add("Uno"), HERE, by_hand=False)
    dropped = placed(store, add("Dos"), THERE, by_hand=True)
    assert pin(store.duplicates.merge(kept, dropped)) == (THERE.latitude, "manual", True)


def test_a_pin_put_by_hand_is_not_given_for_one_that_was_found(add: Add, store: Store) -> None:
    kept = placed(store, add("Uno"), HERE, by_hand=True)
    dropped = placed(store, add("Dos"), THERE, by_hand=False)
    merged = store.duplicates.merge(kept, dropped, {"latitude", "longitude", "address_1"})
    assert pin(merged) == (HERE.latitude, "manual", True)


def test_of_two_pins_put_by_hand_a_person_chooses(add: Add, store: Store) -> None:
    kept = placed(store, add("Uno"), HERE, by_hand=True)
    dropped = placed(store, add("Dos"), THERE, by_hand=True)
    assert pin(store.duplicates.merge(kept, dropped, {"latitude"}))[0] == THERE.latitude


def test_a_pin_goes_with_the_address_that_it_was_found_by(add: Add, store: Store) -> None:
    kept = placed(store, add("Uno"), HERE, by_hand=False)
    other = add("Dos", address_1="9 Main St", city="Clovis")
    dropped = placed(store, other, THERE, by_hand=False)
    merged = store.duplicates.merge(kept, dropped, {"address_1", "city"})
    assert pin(merged) == (THERE.latitude, "rooftop", False)


def test_a_missing_pin_comes_from_the_other_at_the_same_address(add: Add, store: Store) -> None:
    kept = add("Uno").business.id
    dropped = placed(store, add("Dos"), THERE, by_hand=False)
    assert pin(store.duplicates.merge(kept, dropped))[0] == THERE.latitude
    far = placed(store, add("Tres", address_1="9 Main St"), HERE, by_hand=False)
    lacking = add("Cuatro").business.id
    assert pin(store.duplicates.merge(lacking, far))[0] is None


def test_the_place_stays_as_hidden_as_either_owner_wanted(add: Add, store: Store) -> None:
    kept = add("Uno").business.id
    dropped = add("Dos", location_visibility="town").business.id
    merged = store.duplicates.merge(kept, dropped, {"location_visibility"})
    assert merged.business.location_visibility == "town"
    third = add("Tres").business.id
    assert (
        store.duplicates.merge(kept, third, {"location_visibility"}).business.location_visibility
        == "town"
    )


# what is kept of both


def test_private_notes_of_both_are_kept(add: Add, store: Store) -> None:
    kept = add("Uno", note="ask for the owner").business.id
    dropped = add("Dos", note="closed in August").business.id
    assert (
        store.duplicates.merge(kept, dropped).business.note == "ask for the owner\nclosed in August"
    )
    again = add("Tres", note="Closed in August").business.id
    assert (
        store.duplicates.merge(kept, again).business.note == "ask for the owner\nclosed in August"
    )


def test_lists_are_joined_unless_one_is_chosen(add: Add, store: Store) -> None:
    kept = add("Uno", languages=["es"], payment_accepted=["cash"]).business.id
    dropped = add("Dos", languages=["vi", "es"], payment_accepted=["snap"]).business.id
    merged = store.duplicates.merge(kept, dropped, alone={"payment_accepted"}).business
    assert merged.languages == ["es", "vi"]
    assert merged.payment_accepted == ["cash"]
    third = add("Tres", languages=["am"]).business.id
    assert store.duplicates.merge(kept, third, {"languages"}).business.languages == ["am"]


def test_contacts_of_both_are_kept_once(add: Add, store: Store) -> None:
    one, other = add("Uno").business.id, add("Dos").business.id
    rosa = {"name": "Rosa", "phone": "+15055550142"}
    store.businesses.update(one, {}, contacts=[Contact(business_id=one, **rosa)])
    store.businesses.update(
        other,
        {},
        contacts=[Contact(business_id=other, **rosa), Contact(business_id=other, name="Beto")],
    )
    assert [each.name for each in store.duplicates.merge(one, other).contacts] == ["Rosa", "Beto"]


def test_who_was_said_to_be_another_stays_so(add: Add, store: Store) -> None:
    kept, dropped, third = (add(name).business.id for name in ("Uno", "Dos", "Tres"))
    store.duplicates.keep_apart(dropped, third)
    store.duplicates.merge(kept, dropped)
    assert store.duplicates.kept_apart() == {frozenset((kept, third))}
    store.history.undo()
    assert store.duplicates.kept_apart() == {frozenset((dropped, third))}


# when it was checked


@pytest.mark.parametrize(
    ("taken", "stays"), [({"opening_hours"}, False), ({"website"}, True), (set(), True)]
)
def test_what_nobody_checked_is_not_passed_off_as_checked(
    add: Add, store: Store, taken: set[str], stays: bool
) -> None:
    day = dt.date(2026, 10, 1)
    kept = add("Uno", assured_date=day, assured_by="Ana").business.id
    dropped = add("Dos", opening_hours="Mo-Fr 08:00-15:00", website="https://dos.example")
    merged = store.duplicates.merge(kept, dropped.business.id, taken).business
    assert (merged.assured_date, merged.assured_by) == ((day, "Ana") if stays else (None, ""))


# events and paper


def test_who_was_left_out_of_an_event_is_not_brought_back(add: Add, store: Store) -> None:
    kept, dropped = add("Uno").business.id, add("Dos").business.id
    event = store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6))).id
    store.events.set_order(event, [kept])
    store.events.set_entry(event, dropped, included=False)
    store.duplicates.merge(kept, dropped)
    shown, code = store.events.public(event), store.businesses.get(kept).business.code
    assert (shown.order, shown.excluded) == ((code,), {code})


def test_paper_that_names_the_one_that_went_is_called_back(add: Add, store: Store) -> None:
    kept, dropped = add("Uno").business, add("Dos").business
    record(
        store,
        event_id=None,
        layout="sheet",
        languages="es",
        use_by=dt.date(2027, 1, 1),
        copies=40,
        sha256="",
        entries=[(dropped.code, {"name": "Dos", "number": 1})],
    )
    store.duplicates.merge(kept.id, dropped.id)
    assert store.consents.recall_list(kept.id).copies == 40
    assert store.consents.recall_list(dropped.code).code == kept.code
    store.history.undo()
    assert store.consents.recall_list(kept.id).copies == 0
    assert store.consents.recall_list(dropped.id).copies == 40


def test_a_code_on_paper_leads_to_the_one_that_stayed_for_who_types_it(
    add: Add, store: Store
) -> None:
    first, second, third = (add(name).business for name in ("Uno", "Dos", "Tres"))
    store.duplicates.merge(second.id, first.id)
    store.duplicates.merge(third.id, second.id)
    assert store.businesses.get(first.code.lower()).business.id == third.id
    with pytest.raises(UserError, match="no business"):
        store.businesses.get(first.id)
    store.history.undo()
    assert store.businesses.get(first.code).business.id == second.id
    store.history.undo()
    assert store.businesses.get(first.code).business.id == first.id
    store.businesses.delete([first.id])
    with pytest.raises(UserError, match="no business"):
        store.businesses.get(first.code)


# undo of all


def everything(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of what a merge may touch, but for what counts changes."""
    connection = connect(inspect(path).database, None, write=False)
    tables = ("business", "phone", "contact", "evententry", "notduplicate", "printrunentry")
    found = {}
    for table in tables:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        names = [name for name in names if name not in ("last_modified", "version")]
        wanted = ", ".join(f'"{name}"' for name in names)
        found[table] = sorted(
            connection.execute(f"SELECT {wanted} FROM {table}").fetchall(), key=str
        )
    consents = "SELECT business_id, channel, answer, date, asked_by, review_by FROM consent"
    found["consent"] = sorted(connection.execute(consents).fetchall(), key=str)
    connection.close()
    return found


def test_undo_gives_back_all_of_both_and_redo_merges_again(
    add: Add, store: Store, path: Path
) -> None:
    one = add("Uno", note="a", languages=["es"], consents=[yes(), yes("map")])
    secret = Phone(business_id="", number="+15055550142", confidential=True)
    other = add(
        "Dos",
        note="b",
        languages=["vi"],
        location_visibility="street",
        phones=[secret, DraftPhone("+15055550143")],
        consents=[yes("print", dt.date(2026, 11, 1)), DraftConsent("share", "yes")],
    )
    kept = placed(store, one, HERE, by_hand=False)
    dropped = placed(store, other, THERE, by_hand=True)
    third = add("Tres", phones=[phone("44")]).business.id
    store.businesses.update(dropped, {}, contacts=[Contact(business_id=dropped, name="Beto")])
    store.duplicates.keep_apart(dropped, third)
    event = store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6))).id
    store.events.set_entry(event, dropped, included=False)
    before = everything(path)
    store.duplicates.merge(kept, dropped, {"name", "category"})
    merged = everything(path)
    assert merged != before
    store.history.undo()
    assert everything(path) == before
    store.history.redo()
    after = everything(path)
    assert {table: len(rows) for table, rows in after.items()} == {
        table: len(rows) for table, rows in merged.items()
    }
    assert after == merged
    assert store.check() == []


def test_where_all_that_differs_is_of_the_other_its_check_counts(add: Add, store: Store) -> None:
    day = dt.date(2026, 10, 1)
    kept = add("Uno").business.id
    dropped = add("Uno!", assured_date=day, assured_by="Ana").business.id
    assert store.duplicates.merge(kept, dropped, {"name"}).business.assured_date == day


def test_a_whole_run_names_the_one_that_stayed_and_nobody_as_deleted(
    add: Add, store: Store
) -> None:
    kept, dropped = add("Uno").business, add("Dos").business
    event = store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6))).id
    run = record(
        store,
        event_id=event,
        layout="sheet",
        languages="es",
        use_by=dt.date(2027, 1, 1),
        copies=40,
        sha256="",
        entries=[(dropped.code, {"name": "Dos", "number": 1})],
    )
    store.duplicates.merge(kept.id, dropped.id)
    (entry,) = store.runs.entries(run.number)
    assert (entry.code, entry.name) == (kept.code, "Dos")
    assert store.runs.names(run.number) == {kept.code: "Uno"}
    last = store.runs.last_of_event(event, ["sheet"])
    assert last is not None
    assert (last.codes, last.erased) == ({kept.code}, 0)
    assert store.runs.naming("uno") == {run.number}
    store.history.undo()
    assert store.runs.names(run.number) == {dropped.code: "Dos"}
    assert store.runs.naming("uno") == set()
    store.businesses.delete([dropped.id])
    assert store.runs.entries(run.number)[0].code == ""
