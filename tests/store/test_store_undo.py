"""Undo and redo: back to the letter, and never over an owner's refusal."""

import datetime as dt
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from directory_app.model.draft import Draft, DraftConsent, FieldChange, Verdict, VerdictKind
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.store import Dossier, Filter, Store
from tests.runs import record

from .conftest import asked_again, business, phone, the_day, yes

Add = Callable[..., Dossier]
NO = DraftConsent("print", "no", dt.date(2026, 11, 1), "Beto")
KEPT = ("business", "phone", "consent", "contact", "event", "evententry", "notduplicate")


def everything(store: Store) -> dict[str, Any]:
    """Every row that has history, without what the store counts up itself."""
    connection = store.opened.connection
    found = {}
    for table in KEPT:
        names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        rows = connection.execute(f"SELECT * FROM {table}").fetchall()
        found[table] = sorted(
            str({n: v for n, v in zip(names, row, strict=True) if n not in _COUNTED})
            for row in rows
        )
    found["search"] = connection.execute("SELECT rowid, * FROM search ORDER BY rowid").fetchall()
    return found


_COUNTED = ("last_modified", "version")


def test_a_new_change_clears_redo(add: Add, store: Store) -> None:
    made = add().business
    store.businesses.update(made.id, {"city": "Clovis"})
    store.history.undo()
    assert store.browser.redo_label() == "Edit Taquería El Nopal"
    store.businesses.update(made.id, {"city": "Roswell"})
    assert store.browser.redo_label() is None
    assert store.history.redo() is None
    store.history.undo()
    assert store.businesses.get(made.id).business.city == "Santa Fe"


def test_there_is_an_end_to_undo(add: Add, store: Store) -> None:
    add()
    assert store.history.undo() == "Add Taquería El Nopal"
    assert store.history.undo() is None
    assert store.browser.undo_label() is None
    assert store.browser.count(Filter(view="everything")) == 0


def test_history_shows_what_was_undone(add: Add, store: Store) -> None:
    add()
    store.history.undo()
    assert [step.undone for step in store.history.steps()] == [True]


def test_undo_never_turns_a_no_into_a_yes(add: Add, store: Store) -> None:
    made = add(consents=[yes(), yes("map")]).business
    store.consents.record(made.id, [NO, DraftConsent("map", "withdrawn")])
    store.history.undo()
    answers = {name: each.answer for name, each in store.businesses.get(made.id).consents.items()}
    assert answers == {"print": "no", "map": "withdrawn"}


def test_undo_takes_back_a_refusal_that_stood_alone_but_not_its_day(add: Add, store: Store) -> None:
    made = add(consents=[]).business
    store.consents.record(made.id, [NO])
    store.history.undo()
    kept = store.businesses.get(made.id).consents["print"]
    assert (kept.answer, kept.refused_on) == ("not_asked", NO.date)
    store.history.redo()
    assert store.businesses.get(made.id).consents["print"].answer == "no"


def test_redoing_an_add_shows_no_yes_that_was_taken_back_later(add: Add, store: Store) -> None:
    made = add().business
    store.consents.record(made.id, [NO])
    store.history.undo()
    store.history.undo()
    assert store.browser.count(Filter(view="everything")) == 0
    store.history.redo()
    assert store.businesses.get(made.id).consents["print"].answer == "no"


def test_redo_does_not_turn_a_no_into_a_yes_either(add: Add, store: Store) -> None:
    made = add(consents=[NO]).business
    store.consents.record(made.id, [asked_again()])
    store.history.undo()
    store.history.redo()
    assert store.businesses.get(made.id).consents["print"].answer == "no"


def created(*names: str) -> list[Verdict]:
    drafts = [Draft(n, {"name": name}, [phone()], [yes()]) for n, name in enumerate(names, 2)]
    return [Verdict(draft, VerdictKind.CREATE) for draft in drafts]


def test_undoing_an_import_archives_what_was_printed(store: Store) -> None:
    store.imports.apply(created("Impreso", "No impreso"))
    code = store.browser.first_rows(Filter(text="impreso"), 1)[0].code
    record(
        store,
        event_id=None,
        layout="sheet",
        languages="es",
        use_by=None,
        copies=1,
        sha256="",
        entries=[(code, {"name": "Impreso"})],
    )
    assert store.history.undo() == "Import 2 businesses"
    kept = store.businesses.search("")
    assert [(each.business.name, each.business.review_state) for each in kept] == [
        ("Impreso", "archived")
    ]
    assert kept[0].phones
    assert kept[0].consents["print"].answer == "yes"
    assert store.listings.public("print", dt.date(2026, 12, 6)) == []
    store.history.redo()
    assert store.browser.count(Filter()) == 2
    assert store.businesses.get(code).business.review_state == "approved"
    assert store.check() == []


def test_a_print_run_is_no_step(add: Add, store: Store) -> None:
    made = add().business
    record(
        store,
        event_id=None,
        layout="sheet",
        languages="es",
        use_by=None,
        copies=1,
        sha256="",
        entries=[(made.code, {})],
    )
    assert store.browser.undo_label() == "Add Taquería El Nopal"


def test_undoing_a_large_import_is_whole_and_quick(store: Store) -> None:
    store.imports.apply(created(*(f"Tienda {number}" for number in range(2500))))
    full = everything(store)
    store.history.undo()
    assert store.browser.count(Filter(view="everything")) == 0
    assert all(not rows for rows in everything(store).values())
    store.history.redo()
    assert everything(store) == full


# every kind of change, by two numbers that choose what it is about
def _pick(store: Store, number: int) -> Dossier | None:
    rows = store.businesses.search("")
    return rows[number % len(rows)] if rows else None


def do_add(store: Store, a: int, b: int) -> None:
    store.businesses.add(
        business(f"Tienda {a} {'ñ' * b}"),
        phones=[phone(f"{a:02d}")],
        consents=[yes("map")] if b % 2 else [],
    )


def do_edit(store: Store, a: int, b: int) -> None:
    if found := _pick(store, a):
        changes = {"name": f"Otra {b}", "languages": ["vi"] * (b % 3), "takeaway": b % 2 == 0}
        store.businesses.update(found.business.id, changes)


def do_phones(store: Store, a: int, b: int) -> None:
    if found := _pick(store, a):
        store.businesses.update(
            found.business.id, {}, phones=[phone(f"{b:02d}"), *found.phones[: b % 2]]
        )


def do_consent(store: Store, a: int, b: int) -> None:
    """Only yeses: refusals are kept on purpose, see the tests above."""
    if found := _pick(store, a):
        channel = ("print", "web", "share")[b % 3]
        store.consents.record(found.business.id, [yes(channel, dt.date(2026, 1, 1 + b))])


def do_place(store: Store, a: int, b: int) -> None:
    if found := _pick(store, a):
        store.businesses.place(
            found.business.id, Position(35.0 + b / 7, -105.0), "street", "x", lock=b == 1
        )


def do_delete(store: Store, a: int, b: int) -> None:
    if found := _pick(store, a):
        store.businesses.delete([found.business.id])


def do_merge(store: Store, a: int, b: int) -> None:
    one, other = _pick(store, a), _pick(store, b)
    if one and other and one.business.id != other.business.id:
        store.duplicates.merge(one.business.id, other.business.id, {"name"})


def do_archive(store: Store, a: int, b: int) -> None:
    if found := _pick(store, a):
        store.businesses.archive([found.business.id])


def do_import(store: Store, a: int, b: int) -> None:
    verdicts = created(f"Lista {a}", f"Lista {b}")
    if found := _pick(store, a):
        draft = Draft(9, {"name": found.business.name, "city": "Clovis"}, [phone("88")])
        changes = [FieldChange("city", "", "Clovis"), FieldChange("phones", (), ())]
        verdicts.append(
            Verdict(draft, VerdictKind.UPDATE, target=found.business.id, changes=changes)
        )
    store.imports.apply(verdicts)


def do_event(store: Store, a: int, b: int) -> None:
    event = store.events.add(Event(name_en=f"Fair {a}", date=dt.date(2026, 12, 6)))
    if found := _pick(store, b):
        store.events.set_entry(event.id, found.business.id, included=b % 2 == 0)
        store.events.set_order(
            event.id, [each.business.id for each in store.businesses.search("")][: b % 4]
        )
    if a % 3 == 0:
        store.events.update(event.id, {"radius_miles": float(a)})


def do_apart(store: Store, a: int, b: int) -> None:
    one, other = _pick(store, a), _pick(store, b)
    if one and other:
        store.duplicates.keep_apart(one.business.id, other.business.id)


DEEDS = (
    do_add, do_edit, do_phones, do_consent, do_place, do_delete,
    do_merge, do_archive, do_import, do_event, do_apart,
)  # fmt: skip
deed = st.tuples(st.sampled_from(DEEDS), st.integers(0, 20), st.integers(0, 20))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(deed, min_size=1, max_size=10))
def test_undoing_everything_and_redoing_it_restores_to_the_letter(deeds: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.puertas"
        with Store.create(path, passphrase=None, today=the_day) as store:
            do_add(store, 50, 1)
            states = {0: everything(store)}
            for act, a, b in deeds:
                steps_before = len(store.history.steps())
                act(store, a, b)
                steps_now = len(store.history.steps())
                if steps_now == steps_before + 1:
                    states[steps_now - 1] = everything(store)
            steps = len(store.history.steps()) - 1
            last = everything(store)
            for left in reversed(range(steps)):
                store.history.undo()
                if left in states:
                    assert everything(store) == states[left]
            for taken in range(1, steps + 1):
                store.history.redo()
                if taken in states:
                    assert everything(store) == states[taken]
            assert everything(store) == last
            assert store.history.redo() is None
            assert store.check() == []
