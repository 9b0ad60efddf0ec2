"""Withdrawing for good: who got paper is told, then nothing of the business is left."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.model.business import Phone
from directory_app.model.contact import Contact
from directory_app.model.draft import Draft, Verdict, VerdictKind
from directory_app.model.event import Event
from directory_app.model.geo import Position
from directory_app.model.mentions import Settled
from directory_app.store import Dossier, Filter, Store
from tests.runs import record

from .conftest import TODAY, business, phone, the_day, yes

Add = Callable[..., Dossier]
#: In every field of the one who withdraws; nobody else has them.
CANARY = "Zopilote"
#: One telling word is only like a name: a person has to say that it is meant.
TAKE_OUT = Settled(rest=True)
WORDS = (CANARY, CANARY.lower(), "5550166", "Obsidiana", "obsidiana")


@pytest.fixture
def canary(store: Store) -> Dossier:
    """A business with a long life: imported, edited, printed, merged, placed, undone."""
    draft = Draft(
        2,
        {"name": f"Taquería {CANARY}", "city": "Clovis", "address_1": "3579 Obsidiana Rd"},
        [phone("66")],
        [yes(), yes("map")],
    )
    others = [Draft(3 + n, {"name": f"Otra n{n:02}"}, [phone(f"7{n}")], [yes()]) for n in range(30)]
    store.imports.apply([Verdict(one, VerdictKind.CREATE) for one in (draft, *others)])
    made = store.businesses.search("zopilote")[0].business
    twin = store.businesses.add(
        business(f"{CANARY} Twin", address_1="3579 Obsidiana Rd"), phones=[phone("66")]
    ).business
    store.duplicates.merge(made.id, twin.id, {"description_en"})
    store.businesses.update(
        made.id,
        {"name": f"El {CANARY}", "description_es": f"{CANARY} feliz", "note": f"{CANARY} privado"},
        contacts=[Contact(business_id=made.id, name=f"Don {CANARY}")],
        phones=[phone("66"), Phone(business_id="", number="+15055550167", confidential=True)],
    )
    other = store.businesses.search("Otra n03")[0].business
    event = store.events.add(Event(name_en="Fair", date=dt.date(2026, 12, 6)))
    store.events.set_entry(event.id, made.id, included=True)
    store.events.set_order(event.id, [other.id, made.id])
    store.duplicates.keep_apart(made.id, other.id)
    store.businesses.place(made.id, Position(34.4, -103.2), "rooftop", CANARY)
    record(
        store,
        event_id=event.id,
        layout="sheet",
        languages="es",
        use_by=dt.date(2027, 1, 1),
        copies=60,
        sha256="",
        entries=[
            (other.code, {"number": 1, "name": other.name}),
            (made.code, {"number": 2, "name": f"El {CANARY}", "address": "3579 Obsidiana Rd"}),
        ],
    )
    store.drafts.set(made.id, {"name": f"El {CANARY} Nuevo"})
    store.drafts.set("new", {"name": f"Copia del El {CANARY}"})
    store.saved_lists.add(f"el {CANARY}", f"text=El {CANARY}")
    request = store.requests.begin(made.id, "census", "3579 Obsidiana Rd, Clovis NM")
    store.requests.end(request, "found")
    answer = '{"sent": "3579 Obsidiana Rd, Clovis NM"}'
    store.requests.keep_answer("3579 obsidiana rd clovis", "census", answer)
    store.businesses.archive([made.id])
    store.history.undo()
    return store.businesses.get(made.id)


def left(path: Path) -> list[str]:
    """Which of the words are anywhere in the folder, by file."""
    return [
        f"{word} in {file.name}"
        for file in path.rglob("*")
        if file.is_file() and file.suffix != ".puertas-backup"
        for word in WORDS
        for data in (file.read_bytes(),)
        if word.encode() in data
    ]


def test_no_byte_of_it_is_left(store: Store, path: Path, canary: Dossier) -> None:
    assert {found.split()[0] for found in left(path)} == set(WORDS)
    store.consents.withdraw(canary.business.id, TAKE_OUT)
    assert left(path) == []
    assert store.check() == []
    assert store.browser.count(Filter(view="everything")) == 30


def test_the_recall_list_says_which_paper_names_it(store: Store, canary: Dossier) -> None:
    for told in (
        store.consents.recall_list(canary.business.code),
        store.consents.withdraw(canary.business.id, TAKE_OUT).recall,
    ):
        assert (told.code, told.name) == (canary.business.code, f"El {CANARY}")
        assert told.copies == 60
        (run,) = told.runs
        assert (run.number, run.event_name, run.event_date) == (1, "Fair", dt.date(2026, 12, 6))
        assert (run.position, run.printed_number, run.copies) == (2, 2, 60)
        assert run.use_by == dt.date(2027, 1, 1)


def test_the_runs_keep_its_place_alone(store: Store, canary: Dossier) -> None:
    store.consents.withdraw(canary.business.id, TAKE_OUT)
    entries = store.opened.connection.execute(
        "SELECT position, business_id, printed FROM printrunentry ORDER BY position"
    ).fetchall()
    assert entries[1] == (1, None, "")
    assert "Otra n03" in entries[0][2]
    assert len(store.runs.all()) == 1


def test_no_undo_and_no_redo_brings_it_back(store: Store, path: Path, canary: Dossier) -> None:
    store.history.undo()
    store.consents.withdraw(canary.business.id, TAKE_OUT)
    for _ in range(40):
        store.history.undo()
    assert left(path) == []
    assert store.browser.count(Filter(view="everything")) in (
        0,
        1,
    )  # printed ones are kept, archived
    for _ in range(40):
        store.history.redo()
    assert left(path) == []
    assert store.check() == []
    assert store.browser.count(Filter(view="everything")) == 30


def test_what_can_be_undone_is_still_told_and_done(store: Store, canary: Dossier) -> None:
    other = store.businesses.search("Otra n05")[0].business
    store.businesses.update(other.id, {"city": "Roswell"})
    store.consents.withdraw(canary.business.id, TAKE_OUT)
    assert store.browser.undo_label() == "Edit Otra n05"
    store.history.undo()
    assert store.businesses.get(other.id).business.city == ""
    assert store.browser.undo_label() == "Put in order for the event Fair"


@pytest.mark.parametrize(
    "draft",
    [
        Draft(2, {"name": f"El {CANARY}", "city": "Clovis"}),
        Draft(2, {"name": f"Taquería {CANARY}", "city": "Clovis"}),
        Draft(2, {"name": "Otro nombre", "address_1": "3579 Obsidiana Road", "city": "Clovis"},
              [phone("66")]),
        Draft(2, {"name": f"{CANARY} Twin", "address_1": "x"}, [phone("66")]),
    ],
)  # fmt: skip
def test_no_list_brings_it_back(store: Store, canary: Dossier, draft: Draft) -> None:
    store.consents.withdraw(canary.business.id, TAKE_OUT)
    assert store.imports.forgotten([draft], [None]) == ["same"]
    applied = store.imports.apply([Verdict(draft, VerdictKind.CREATE)])
    assert applied.created == 0


def test_a_withdrawn_code_is_not_found_any_more(store: Store, canary: Dossier) -> None:
    store.consents.withdraw(canary.business.code, TAKE_OUT)
    for call in (
        store.businesses.get,
        store.consents.withdraw,
        store.consents.recall_list,
        store.consents.mentions,
    ):
        with pytest.raises(UserError, match="no business"):
            call(canary.business.code)


def test_one_that_was_taken_in_by_mistake_stays(store: Store, path: Path, add: Add) -> None:
    """A merge that was taken back leaves no word of the one that withdraws with the other."""
    kept = add("Quedarse", phones=[phone("80")]).business
    gone = add(f"El {CANARY}", phones=[phone("66")]).business
    store.duplicates.merge(kept.id, gone.id, {"name"})
    store.businesses.update(kept.id, {"note": "x"}, phones=[phone("80")])
    store.history.undo()
    store.history.undo()
    store.consents.withdraw(gone.id)
    assert left(path) == []
    store.history.redo()
    assert store.businesses.get(kept.id).business.name == "Quedarse"
    assert store.check() == []


def test_it_is_all_or_nothing(
    store: Store, canary: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    from directory_app.store import search

    def fail(*_: object) -> None:
        raise RuntimeError("killed here")

    monkeypatch.setattr(search, "forget", fail)
    with pytest.raises(RuntimeError):
        store.consents.withdraw(canary.business.id, TAKE_OUT)
    monkeypatch.undo()
    assert store.businesses.get(canary.business.id).phones
    assert store.imports.known_again(f"El {CANARY}", [], "", "Clovis") == ""


def test_a_reader_cannot_withdraw(store: Store, path: Path, canary: Dossier) -> None:
    with Store.open(path) as reader, pytest.raises(UserError, match="only to look"):
        reader.consents.withdraw(canary.business.id)


def test_who_was_deleted_before_is_still_in_the_history_and_can_withdraw(
    store: Store, path: Path, canary: Dossier
) -> None:
    store.businesses.delete([canary.business.id])
    assert left(path)
    assert store.consents.recall_list(canary.business.code).copies == 60
    told = store.consents.withdraw(canary.business.code.lower(), TAKE_OUT).recall
    assert (told.name, told.copies) == (f"El {CANARY}", 60)
    assert left(path) == []
    store.history.undo()
    assert left(path) == []
    assert store.imports.known_again(f"El {CANARY}", [], "", "Clovis") == "same"


def test_a_code_that_was_merged_away_is_the_one_that_was_kept(
    store: Store, path: Path, add: Add
) -> None:
    kept = add(f"El {CANARY}", phones=[phone("66")]).business
    gone = add(f"{CANARY} Dos", phones=[]).business
    store.duplicates.merge(kept.id, gone.id)
    told = store.consents.withdraw(gone.code).recall
    assert told.code == kept.code
    assert left(path) == []
    assert store.browser.count(Filter(view="everything")) == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_byte_is_left_whatever_was_done_before(store: Store, path: Path, seed: int) -> None:
    """Pages that were split, moved and merged hold no name of one that withdrew."""
    chance = random.Random(seed)

    def word() -> str:
        return "Q" + "".join(chance.choice("abcdefghijkl") for _ in range(chance.randint(8, 40)))

    drafts = [
        Draft(2 + n, {"name": (name := word()), "note": f"{name} " * chance.randint(0, 60)})
        for n in range(120)
    ]
    store.imports.apply([Verdict(draft, VerdictKind.CREATE) for draft in drafts])
    known = {each.business.id: {each.business.name} for each in store.businesses.search("")}
    for _ in range(40):
        one, other = chance.sample(sorted(known), 2)
        if chance.random() < 0.7:
            name = word()
            store.businesses.update(
                one, {"name": name, "note": f"{name} " * chance.randint(0, 150)}
            )
            known[one].add(name)
        else:
            store.duplicates.merge(one, other)
            known[one] |= known.pop(other)
    for gone in chance.sample(sorted(known), 15):
        store.consents.withdraw(gone)
        data = (path / "directory.db").read_bytes()
        assert not [name for name in known[gone] if name.encode() in data]
        assert not [name for name in known[gone] if name.lower().encode() in data]
    assert store.check() == []


def test_an_encrypted_directory_forgets_as_well(encrypted: Store) -> None:
    made = encrypted.businesses.add(
        business(f"El {CANARY}"), phones=[phone("66")], consents=[yes()]
    )
    encrypted.consents.withdraw(made.business.id)
    assert encrypted.imports.known_again(f"El {CANARY}", [], "", "Santa Fe") == "same"
    connection = encrypted.opened.connection
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
        assert CANARY.lower() not in str(rows).lower(), table
    assert encrypted.check() == []


# backups from before


@pytest.fixture
def later(path: Path, store: Store) -> Iterator[Callable[[int], Store]]:
    """The same directory so many days later."""
    opened: list[Store] = []

    def after(days: int) -> Store:
        for each in (store, *opened):
            each.close()
        made = Store.open(path, write=True, today=lambda: the_day() + dt.timedelta(days))
        opened.append(made)
        return made

    yield after
    for each in opened:
        each.close()


def written(folder: Path, day: dt.date, name: str = "coalition") -> Path:
    """A backup that says it was made at noon of a day."""
    file = folder / "backups" / f"{name}-{day:%Y%m%d}T120000000000Z.puertas-backup"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"not looked into")
    return file


def test_backups_from_before_expire_within_30_days(
    store: Store, path: Path, canary: Dossier, later: Callable[[int], Store]
) -> None:
    old = written(path, TODAY - dt.timedelta(3))
    assert store.backups.expiring() == []
    told = store.consents.withdraw(canary.business.id, TAKE_OUT).expiring
    # the day of the withdrawal is kept nowhere: 30 days after the backup are surely enough
    assert [(one.name, one.delete_by) for one in told] == [(old.name, TODAY + dt.timedelta(26))]
    new = written(path, TODAY + dt.timedelta(9))
    almost = later(25)
    assert almost.backups.delete_expired() == []
    assert old.exists()
    due = later(26)
    assert due.backups.delete_expired() == [old]
    assert not old.exists() and new.exists()
    assert due.backups.expiring() == []


def test_the_last_backup_goes_only_when_there_is_a_newer_one(
    store: Store, path: Path, canary: Dossier, later: Callable[[int], Store],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    from directory_app.store import backup

    old = written(path, TODAY)
    store.consents.withdraw(canary.business.id, TAKE_OUT)
    due = later(31)

    def fresh(*_: object, **__: object) -> Path:
        return written(path, TODAY + dt.timedelta(31), "fresh")

    monkeypatch.setattr(backup, "write", fresh)
    assert due.backups.delete_expired() == [old]
    left = (path / "backups").glob("*.puertas-backup")
    assert [each.name.split("-")[0] for each in left] == ["fresh"]


def test_without_a_withdrawal_no_backup_expires(
    store: Store, path: Path, later: Callable[[int], Store]
) -> None:
    written(path, TODAY - dt.timedelta(400))
    assert store.backups.delete_expired() == []
    assert later(400).backups.expiring() == []


# the last look before a page is made


def test_who_said_no_since_a_page_was_planned_falls_away(store: Store, add: Add) -> None:
    from directory_app.model.draft import DraftConsent

    made = [add(f"N {number}", phones=[phone(f"9{number}")]).business for number in range(4)]
    codes = [one.code for one in made]
    day = dt.date(2026, 12, 6)
    assert store.listings.fallen_away("print", day, codes) == []
    store.consents.record(made[1].id, [DraftConsent("print", "no", TODAY, "Ana")])
    store.consents.withdraw(made[2].id)
    told = [
        (one.code, one.name, one.reason) for one in store.listings.fallen_away("print", day, codes)
    ]
    assert told == [(codes[1], "N 1", "no"), (codes[2], "", "withdrawn")]
    assert len(store.listings.fallen_away("print", dt.date(2028, 1, 1), codes)) == 4
