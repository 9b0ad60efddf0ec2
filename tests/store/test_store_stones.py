"""Stones of who asked to be forgotten: they keep out, and tell nobody who it was."""

import ast
import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import directory_app
from directory_app.model import known_again
from directory_app.model.business import Business
from directory_app.model.draft import Draft, DraftPhone, FieldChange, Verdict, VerdictKind
from directory_app.model.phones import parse
from directory_app.store import Dossier, Store, backups, tombstones
from directory_app.store.restore import restore_into
from directory_app.store.salvage import salvage
from directory_app.store.tombstones import bury, bury_ids
from directory_app.store.trouble import KnownAgainError

from .conftest import CHEAP, PASSPHRASE, TODAY, business, phone, the_day, turn_back

SEEN = dt.date(2026, 11, 1)


def bury_one(store: Store, name: str = "Antojitos Doña Chuy", **other: object) -> None:
    known = {
        "phones": ["+15755550146", "+15755550147"],
        "address": "100 West 1st Street",
        "city": "Portales",
        "on": TODAY,
    }
    with store.write() as connection:
        bury(connection, name=name, **(known | other))


@pytest.mark.parametrize(
    ("name", "phones", "address", "city", "match"),
    [
        ("antojitos dona chuy", [], "", "PORTALES", "same"),
        ("Doña Chuy, Antojitos", [], "", "Portales, NM", "same"),
        ("Antojitos Doña Chuy", [], "", "Clovis", "ask"),
        ("Antojitos Doña Chuy", [], "", "", "ask"),
        ("Antojitos Doña Chuy", ["+15755550146"], "", "Clovis", "same"),
        ("Another", ["+15755550146", "(575) 555-0147"], "", "", "same"),
        ("Another", ["+15755550146"], "100 W 1st St", "Portales", "same"),
        ("Another", ["+15755550146"], "100 W First", "", "same"),
        ("Another", ["575-555-0146"], "", "Portales", "ask"),
        ("Another", [], "100 W. 1st St., Suite B", "Portales", "ask"),
        ("Another", ["+15755550199"], "102 W. 1st St.", "Portales", ""),
        ("", [], "", "", ""),
    ],
)
def test_two_signs_keep_out_and_one_asks(
    store: Store, name: str, phones: list[str], address: str, city: str, match: str
) -> None:
    assert store.imports.known_again(name, phones, address, city) == ""
    bury_one(store)
    assert store.imports.known_again(name, phones, address, city) == match


def test_the_name_of_a_town_alone_is_chance(store: Store) -> None:
    """Whoever had the name in that town had the name: a mark of the town without it is no sign."""
    town = known_again.Trait(known_again.Kind.TOWN, "nopal||clovis")
    assert known_again.match([town]) == ""
    assert known_again.match([town, town._replace(kind=known_again.Kind.NAME)]) == "same"


def stones(store: Store) -> list[tuple[object, ...]]:
    return store.opened.connection.execute("SELECT * FROM tombstone ORDER BY id").fetchall()


def test_a_mark_is_seventeen_bits_without_group_or_day(store: Store) -> None:
    bury_one(store)
    bury_one(store, "Otro Lado", phones=["+15755550101"], address="1 Oak", city="Clovis")
    with store.write() as connection:
        bury_ids(connection, ["0190f5a0-0000-7000-8000-000000000001"], TODAY)
    rows = stones(store)
    assert Counter(kind for _, _, kind, _, _ in rows) == {
        "called": 2, "called_town": 2, "door": 2, "phone": 3, "id": 1,
    }  # fmt: skip
    assert {month for *_, month in rows} == {SEEN.isoformat()}
    assert all(
        int(digest, 16) < 2**17 and len(digest) == 5
        for _, _, kind, digest, _ in rows
        if kind != "id"
    )
    # in the order of the marks: what was set together does not stand together
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert rows == sorted(rows, key=lambda row: row[1:4])


def test_marks_hold_no_word_and_differ_between_directories(store: Store) -> None:
    bury_one(store)
    mine = {row[3] for row in stones(store)}
    with Store.create(store.path.with_name("b.puertas"), passphrase=None) as other:
        bury_one(other)
        assert not mine & {row[3] for row in stones(other)}


def test_a_telephone_shares_its_mark_with_many_others(store: Store) -> None:
    bury_one(store)
    (secret,) = store.opened.connection.execute(
        "SELECT value FROM setting WHERE key = 'tombstone_key'"
    ).fetchone()
    kept = {row[3] for row in stones(store) if row[2] == "phone"}
    found = [
        number
        for last in range(400_000)
        if tombstones.mark(
            known_again.Trait(known_again.Kind.PHONE, number := f"+1575{last:07}"), secret
        )
        in kept
    ]
    assert len(found) >= 2  # 6.1 expected of a twenty-fifth of the area code


def test_without_stones_no_key_is_stretched(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str) -> bytes:
        raise AssertionError("stretched for nothing")

    monkeypatch.setattr(tombstones, "_stretched", never)
    store.businesses.add(business(), phones=[phone()])
    with store.write() as connection:
        bury_ids(connection, ["0190f5a0-0000-7000-8000-000000000001"], TODAY)
    store.businesses.add(business("Otra"), phones=[phone("43")])


# -- a file that brings them to another laptop


def test_stones_go_through_a_file_to_a_directory_that_lost_them(store: Store, path: Path) -> None:
    bury_one(store)
    with store.read() as connection:
        given_ = json.loads(json.dumps(tombstones.exported(connection)))
    assert not re.search(r"(?i)chuy|555|2026", json.dumps(given_["stones"]))
    with Store.create(path.with_name("new.puertas"), passphrase=None, today=the_day) as new:
        bury_one(new, "Otro Lado", phones=["+15755550101"], address="1 Oak", city="Clovis")
        with new.write() as connection:
            assert tombstones.brought_in(connection, given_, TODAY) == 6
            assert tombstones.brought_in(connection, given_, TODAY) == 0
        for who in (store, new):
            assert who.imports.known_again("Antojitos Doña Chuy", [], "", "Portales") == "same"
            assert who.imports.known_again("X", ["+15755550146"], "", "") == "ask"
        assert new.imports.known_again("Otro Lado", [], "", "Clovis") == "same"
        with new.read() as connection:
            back = tombstones.exported(connection)
    with store.write() as connection:
        tombstones.brought_in(connection, back, TODAY)
    assert store.imports.known_again("Otro Lado", [], "", "Clovis") == "same"
    assert store.imports.known_again("Antojitos Doña Chuy", [], "", "Portales") == "same"
    assert all(row[1] or row[2] != "secret" for row in stones(store))
    assert not any(row[1] and row[2] == "phone" and row[3] in {
        one[3] for one in stones(store) if not one[1]
    } for row in stones(store))  # fmt: skip  # its own come back as its own


def test_stones_of_the_same_directory_are_taken_as_its_own(store: Store) -> None:
    bury_one(store)
    with store.read() as connection:
        given_ = tombstones.exported(connection)
    rows = stones(store)
    store.opened.connection.execute("DELETE FROM tombstone")
    with store.write() as connection:
        assert tombstones.brought_in(connection, given_, TODAY) == 5
    assert stones(store) == rows


@pytest.mark.parametrize("wrong", [[["", "name of nobody", "00000"]], [["", "phone", "zz"]]])
def test_what_is_no_stone_is_refused(store: Store, wrong: list[list[str]]) -> None:
    with store.write() as connection, pytest.raises(ValueError):
        tombstones.brought_in(connection, {"secret": "00" * 32, "stones": wrong}, TODAY)


# -- backups go in time, though no day is kept

DAYS = st.integers(0, 800).map(lambda days: dt.date(2026, 1, 1) + dt.timedelta(days))


@given(made=DAYS, purged=st.lists(DAYS, min_size=1, max_size=4), offset=st.integers(-1, 1))
def test_a_backup_from_before_goes_within_thirty_days(
    made: dt.date, purged: list[dt.date], offset: int
) -> None:
    """Whatever the days were, of which the months are all that is kept."""
    backup = SimpleNamespace(
        path=Path("a"),
        made=dt.datetime.combine(made + dt.timedelta(offset), dt.time(12), dt.UTC),
    )
    months = sorted({day.replace(day=1) for day in purged})
    today = max([made, *purged])
    (told,) = backups.expiring([backup], months, today) or [None]
    later = [day for day in purged if day >= made]
    if later:
        assert told is not None
        assert told.delete_by <= min(later) + dt.timedelta(30)
    elif told is None:
        assert max(purged) < made


def test_a_backup_of_a_clock_that_was_ahead_goes_too() -> None:
    ahead = SimpleNamespace(path=Path("a"), made=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    (told,) = backups.expiring([ahead], [SEEN], TODAY)
    assert told.delete_by == SEEN + backups.WITHIN
    under_it = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    before = SimpleNamespace(path=Path("b"), made=under_it)
    (told,) = backups.expiring([before], [dt.date(2099, 1, 1)], TODAY)
    assert told.delete_by <= under_it.date() + backups.WITHIN


def test_nothing_is_kept_from_which_the_day_can_be_told(store: Store) -> None:
    made = store.businesses.add(business("Zopilote"), phones=[phone()])
    store.consents.withdraw(made.business.id)
    for (table,) in store.opened.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).fetchall():
        rows = store.opened.connection.execute(f'SELECT * FROM "{table}"').fetchall()
        assert TODAY.isoformat() not in str(rows), table


# -- directories from before


OLD = (
    ("name", "antojitos dona chuy"),
    ("name_town", "antojitos dona chuy|portales"),
    ("phone", "+15755550146"),
    ("address", "100 w 1st st|portales"),
)


def older(path: Path, passphrase: str | None = None) -> list[str]:
    """A directory whose stones are whole hashes, with group and day; the hashes."""
    import hmac

    with Store.create(path, passphrase=passphrase, cost=CHEAP, today=the_day) as store:
        run = store.opened.connection.execute
        turn_back(run, "0002")
        (secret,) = run("SELECT value FROM setting WHERE key = 'tombstone_key'").fetchone()
        digests = [
            hmac.digest(bytes.fromhex(secret), f"{kind}:{text}".encode(), "sha256").hex()
            for kind, text in OLD
        ]
        gone = tombstones.known_as("0190f5a0-0000-7000-8000-000000000001")
        for n, (kind, digest) in enumerate(
            [*zip((kind for kind, _ in OLD), digests, strict=True), ("id", gone)]
        ):
            run(
                "INSERT INTO tombstone VALUES (?, '2026-11-17', ?, ?, 'g1')",
                (f"stone-{n}", kind, digest),
            )
    return digests


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize(
    ("name", "phones", "address", "city", "match"),
    [
        ("Antojitos Doña Chuy", [], "", "Portales", "same"),
        ("The Doña", ["575 555 0146"], "100 West First Street", "Portales", "same"),
        ("X", ["+15755550146"], "", "", "ask"),
        ("X", [], "100 W 1st St, Ste 4", "Portales NM 88130", "ask"),
        ("X", [], "102 W 1st St", "Portales", ""),
    ],
)
def test_stones_from_before_keep_every_refusal(
    path: Path, passphrase: str | None, name: str, phones: list[str], address: str, city: str,
    match: str,
) -> None:  # fmt: skip
    older(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=True, today=the_day) as store:
        assert store.imports.known_again(name, phones, address, city) == match
        assert store.check() == []


def test_whole_hashes_are_gone_from_the_file_and_older_backups_go_in_time(path: Path) -> None:
    digests = older(path)
    assert digests[0].encode() in (path / "directory.db").read_bytes()
    with Store.open(path, write=True, today=the_day) as store:
        rows = stones(store)
        assert sorted(row[2] for row in rows) == ["address", "id", "name", "name_town", "phone"]
        assert {row[4] for row in rows} == {"2026-11-01"}
        (backup,) = [one.name for one in store.backups.expiring()]
        assert "before-" in backup
    data = (path / "directory.db").read_bytes()
    for word in (*digests, "stone-1", "2026-11-17"):
        assert word.encode() not in data
        assert word[:16].encode() not in data


def test_a_directory_without_stones_comes_up_without_expiring_anything(path: Path) -> None:
    older(path)
    with Store.open(path, write=True, today=the_day):
        pass
    other = path.with_name("b.puertas")
    older(other)
    import sqlcipher3.dbapi2 as sqlite

    connection = sqlite.connect(str(other / "directory.db"))
    connection.execute("DELETE FROM tombstone")
    connection.commit()
    connection.close()
    with Store.open(other, write=True, today=the_day) as store:
        assert store.backups.expiring() == []
        assert stones(store) == []


# -- every way of adding asks

Add = Callable[..., Dossier]
#: What withdrew, and seven ways in which somebody may write it down again.
GONE = {"address_1": "45 Sunset Parkway", "city": "Santa Fe"}
GONE_PHONE = "+15055550166"
VARIANTS = {
    "as it was": ("El Paisano", "+15055550166", "45 Sunset Parkway", "Santa Fe", "same"),
    "the town short": ("El Paisano", "", "", "SF", "same"),
    "the name turned": ("Paisano, El", "", "", "Santa Fe, NM", "same"),
    "the street short": ("Otra Tienda", "(505) 555-0166", "45 Sunset Pkwy.", "", "same"),
    "a suite and no town": ("The Paisano", "", "45 sunset pkwy, Ste 4", "", "same"),
    "a telephone alone": ("Otra Tienda", "505.555.0166", "", "Clovis", "ask"),
    "the house alone": ("Otra Tienda", "", "45 SUNSET PKWY #2", "Santa Fe", "ask"),
}
variants = pytest.mark.parametrize("variant", VARIANTS)


@pytest.fixture
def gone(store: Store) -> Store:
    made = store.businesses.add(business("El Paisano", **GONE), phones=[DraftPhone(GONE_PHONE)])
    store.consents.withdraw(made.business.id)
    return store


def draft_of(variant: str) -> Draft:
    name, number, address, city, _ = VARIANTS[variant]
    values = {"name": name, "address_1": address, "city": city}
    phones = [DraftPhone(one.number) for one in parse(number).phones]
    return Draft(2, {key: value for key, value in values.items() if value}, phones)


def as_business(draft: Draft) -> Business:
    return Business(code="", **draft.values)


def names(store: Store) -> set[str]:
    return {each.business.name for each in store.businesses.search("")}


@variants
def test_adding_by_hand_asks(gone: Store, variant: str) -> None:
    draft = draft_of(variant)
    with pytest.raises(KnownAgainError) as caught:
        gone.businesses.add(as_business(draft), phones=draft.phones)
    assert caught.value.match == VARIANTS[variant][4]
    assert not re.search(r"555|Sunset", str(caught.value))
    assert names(gone) == set()
    with gone.another_one(caught.value.ids), pytest.raises(KnownAgainError):
        gone.businesses.add(as_business(draft), phones=draft.phones)  # one of another id
    wanted = as_business(draft)
    with gone.another_one([wanted.id]):
        made = gone.businesses.add(wanted, phones=draft.phones)
    (told,) = [
        (change.field, change.after)
        for step in gone.history.steps(made.business.id)
        for change in step.changes
        if change.field == "another_one"
    ]
    assert told == ("another_one", True)
    # what it is known by is no news any more
    gone.businesses.update(made.business.id, {"note": "x", "name": draft.name.upper()})


@variants
def test_an_edit_that_turns_one_business_into_another_asks(gone: Store, variant: str) -> None:
    draft = draft_of(variant)
    made = gone.businesses.add(Business(code="", name="Café Luna", city="Roswell")).business
    wanted = dict(draft.values)
    with pytest.raises(KnownAgainError):
        gone.businesses.update(made.id, wanted, phones=draft.phones)
    assert gone.businesses.get(made.id).business.name == "Café Luna"
    with gone.another_one([made.id]):
        gone.businesses.update(made.id, wanted, phones=draft.phones)
    assert gone.businesses.get(made.id).business.name == draft.name


def test_editing_many_asks_of_those_that_become_like_it(gone: Store) -> None:
    ids = [
        gone.businesses.add(Business(code="", name=f"N{n}", city="Roswell")).business.id
        for n in range(3)
    ]
    changes = {one: {"address_1": "45 Sunset Pkwy" if one == ids[1] else "9 Oak"} for one in ids}
    with pytest.raises(KnownAgainError) as caught:
        gone.businesses.update_many(changes)
    assert caught.value.ids == (ids[1],)
    with gone.another_one(caught.value.ids):
        gone.businesses.update_many(changes)
    assert gone.businesses.get(ids[1]).business.address_1 == "45 Sunset Pkwy"


@variants
def test_a_list_leaves_it_out_whatever_its_verdict_says(gone: Store, variant: str) -> None:
    draft = draft_of(variant)
    other = Draft(3, {"name": "Café Luna", "city": "Roswell"})
    rows = [Verdict(draft, VerdictKind.CREATE), Verdict(other, VerdictKind.CREATE)]
    applied = gone.imports.apply(rows)
    assert (applied.created, applied.skipped, names(gone)) == (1, 1, {"Café Luna"})
    gone.imports.apply([Verdict(draft, VerdictKind.CREATE, another=True)])
    assert names(gone) == {"Café Luna", draft.name}


@variants
def test_an_update_by_a_list_asks_too(gone: Store, variant: str) -> None:
    draft = draft_of(variant)
    made = gone.businesses.add(Business(code="", name="Café Luna", city="Roswell")).business
    changes = [FieldChange(name, "", value) for name, value in draft.values.items()]
    changes += [FieldChange("phones", [], draft.phones)] if draft.phones else []
    verdict = Verdict(draft, VerdictKind.UPDATE, target=made.id, changes=changes)
    assert gone.imports.apply([verdict]).updated == 0
    assert names(gone) == {"Café Luna"}
    verdict.another = True
    assert gone.imports.apply([verdict]).updated == 1
    assert names(gone) == {draft.name}


def test_an_update_whose_parts_make_it_one_that_is_gone_does_not_stop_the_list(
    gone: Store,
) -> None:
    """A name without its town, on an entry in that town: known only once both are together."""
    made = gone.businesses.add(Business(code="", name="Café Luna", city="Santa Fe")).business
    draft = Draft(2, {"name": "El Paisano"})
    row = Verdict(draft, VerdictKind.UPDATE, "", made.id)
    row.changes = [FieldChange("name", "Café Luna", "El Paisano")]
    other = Verdict(Draft(3, {"name": "Otra"}), VerdictKind.CREATE)
    assert gone.imports.apply([row, other]).created == 1
    assert names(gone) == {"Café Luna", "Otra"}


def _bury_gone(store: Store) -> None:
    with store.write() as connection:
        bury(connection, name="El Paisano", phones=[GONE_PHONE], address=GONE["address_1"],
             city=GONE["city"], on=TODAY)  # fmt: skip


@variants
def test_nothing_taken_back_is_who_asked_to_be_forgotten(store: Store, variant: str) -> None:
    """By undo, redo or one step alone; one sign does not keep out what was here before."""
    draft = draft_of(variant)
    stays_out = VARIANTS[variant][4] == "same"
    made = store.businesses.add(as_business(draft), phones=draft.phones).business
    store.businesses.delete([made.id])
    deletion = store.history.steps()[0].action_id
    _bury_gone(store)
    back = set() if stays_out else {draft.name}
    store.history.undo()
    assert names(store) == back
    store.history.undo()
    store.history.redo()
    assert names(store) == back
    store.history.redo()
    assert names(store) == set()
    store.history.revert(deletion)
    assert names(store) == back
    assert store.check() == []


@variants
def test_salvage_takes_out_what_may_not_be_in_it(store: Store, path: Path, variant: str) -> None:
    draft = draft_of(variant)
    store.businesses.add(as_business(draft), phones=draft.phones)
    _bury_gone(store)
    store.close()
    found = salvage(path, path.with_name("saved.puertas"), None)
    assert found.forgotten == (VARIANTS[variant][4] == "same")


def test_undo_brings_no_twin_back_that_was_deleted_before(store: Store, add: Add) -> None:
    twin = add("El Paisano", **GONE, phones=[DraftPhone(GONE_PHONE)]).business
    edited = add("Paisano, El", **GONE, phones=[DraftPhone(GONE_PHONE)]).business
    other = add("Café Luna", phones=[phone("77")]).business
    store.businesses.update(
        edited.id, {"name": "La Nueva", "address_1": "9 Oak St"}, phones=[phone("78")]
    )
    store.businesses.delete([twin.id, other.id])
    with store.write() as connection:
        bury(connection, name="El Paisano", phones=[GONE_PHONE], address=GONE["address_1"],
             city=GONE["city"], on=TODAY)  # fmt: skip
    store.history.undo()
    assert names(store) == {"Café Luna", "La Nueva"}
    store.history.undo()
    assert names(store) == {"Café Luna", "La Nueva"}
    assert store.check() == []
    while store.history.undo():
        pass
    while store.history.redo():
        pass
    assert "El Paisano" not in names(store) and "Paisano, El" not in names(store)
    assert store.check() == []


def test_taking_one_step_back_brings_no_twin_back(store: Store, add: Add) -> None:
    twin = add("El Paisano", **GONE, phones=[DraftPhone(GONE_PHONE)]).business
    store.businesses.delete([twin.id])
    deletion = store.history.steps()[0].action_id
    with store.write() as connection:
        bury(connection, name="X", phones=[GONE_PHONE], address=GONE["address_1"], city="",
             on=TODAY)  # fmt: skip
    done = store.history.revert(deletion)
    assert {one.why for one in done.conflicts} == {"withdrew", "gone"}
    assert names(store) == set()


def test_a_merge_of_two_that_are_here_is_nobodys_return(store: Store, add: Add) -> None:
    one = add("Café Luna", city="Roswell", address_1="1 Oak", phones=[phone("77")]).business
    other = add("Luna Café", city="Roswell", address_1="1 Oak", phones=[DraftPhone(GONE_PHONE)])
    with store.write() as connection:
        bury(connection, name="", phones=[GONE_PHONE], address="", city="", on=TODAY)
    store.duplicates.merge(one.id, other.business.id)
    assert len(store.businesses.get(one.id).phones) == 2


def test_salvage_leaves_out_who_asked_to_be_forgotten(store: Store, add: Add, path: Path) -> None:
    add("El Paisano", **GONE, phones=[DraftPhone(GONE_PHONE)])
    add("Café Luna", phones=[phone("77")])
    with store.write() as connection:
        bury(connection, name="El Paisano", phones=[], address="", city="Santa Fe", on=TODAY)
    said = business("Paisano", address_1="9 Oak")
    with store.another_one([said.id]):
        store.businesses.add(said, phones=[phone("78")])
    store.close()
    found = salvage(path, path.with_name("saved.puertas"), None)
    assert (found.forgotten, found.saved["business"]) == (1, 2)
    assert "asked to be forgotten: 1" in " ".join(found.sentences())
    with Store.open(found.path, today=the_day) as saved:
        assert names(saved) == {"Café Luna", said.name}
        assert saved.check() == []


def test_a_restore_takes_nobody_out_who_stands_here_beside_the_stones(
    store: Store, add: Add, path: Path
) -> None:
    """A twin that a person left, when the other entry was forgotten, is no return."""
    gone = add("El Paisano", **GONE, phones=[DraftPhone(GONE_PHONE)]).business
    twin = add("El Paisano", **GONE, phones=[DraftPhone(GONE_PHONE)]).business
    edited = add("El Paisano", **GONE, phones=[DraftPhone(GONE_PHONE)]).business
    file = store.backups.write()
    store.businesses.update(
        edited.id, {"name": "La Nueva", "address_1": "9 Oak St"}, phones=[phone("78")]
    )
    store.consents.withdraw(gone.id)
    store.close()
    assert restore_into(path, file, None).withdrawn == 2
    with Store.open(path, write=True, today=the_day) as restored:
        assert [each.business.id for each in restored.businesses.search("")] == [twin.id]


#: Where rows of businesses are written, and the test here that tries it.
WRITERS = {
    ("store/businesses.py", "add"): test_adding_by_hand_asks,
    ("store/matching.py", "_create"): test_a_list_leaves_it_out_whatever_its_verdict_says,
    ("store/packet_apply.py", "_add"): None,  # tests/tasks/test_tasks_packets_forgotten.py
    ("store/carried.py", "_add_missing"): None,  # print runs and requests alone
    ("store/reverting.py", "_bring_back"): test_taking_one_step_back_brings_no_twin_back,
    ("store/undo.py", "_put_back"): test_undo_brings_no_twin_back_that_was_deleted_before,
    ("store/salvage.py", "_copy"): test_salvage_leaves_out_who_asked_to_be_forgotten,
    (
        "store/field.py",
        "fill",
    ): None,  # who may be printed at home alone
}


def test_every_way_of_writing_a_business_is_one_that_asks() -> None:
    """From the code: who inserts into a table that may be that of businesses."""
    found = set()
    root = Path(directory_app.__file__).parent
    for file in sorted(root.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and any(map(_writes, ast.walk(function))):
                found.add((file.relative_to(root).as_posix(), function.name))
    assert found == set(WRITERS)


def _writes(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = " ".join(node.value.lower().split())
        return bool(re.search(r'insert (or \w+ )?into "?(main\."?)?(business\b|$)', text))
    if not isinstance(node, ast.Call):
        return False
    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if called != "insert" or not node.args:
        return False
    first = ast.unparse(node.args[0])
    named = isinstance(node.args[0], ast.Constant)
    return first in ("'business'", "BUSINESS") or (not named and "kept" in first)
