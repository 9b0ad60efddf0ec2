"""Stones of who asked to be forgotten: they keep out, and tell nobody who it was."""

import datetime as dt
import json
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.model import known_again
from directory_app.store import Store, expiry, tombstones
from directory_app.store.tombstones import bury, bury_ids

from .conftest import CHEAP, PASSPHRASE, TODAY, business, phone, the_day, turn_back

SEEN = dt.date(2026, 11, 1)


def bury_one(store: Store, name: str = "Antojitos Doña Chuy", **other: object) -> None:
    known = {
        "phones": ["+15755550146", "+15755550147"],
        "address": "100 West 1st Street",
        "city": "Portales",
        "on": TODAY,
    }
    with store._write() as connection:
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
    assert store.known_again(name, phones, address, city) == ""
    bury_one(store)
    assert store.known_again(name, phones, address, city) == match


def test_the_name_of_a_town_alone_is_chance(store: Store) -> None:
    """Whoever had the name in that town had the name: a mark of the town without it is no sign."""
    town = known_again.Trait(known_again.Kind.TOWN, "nopal||clovis")
    assert known_again.match([town]) == ""
    assert known_again.match([town, town._replace(kind=known_again.Kind.NAME)]) == "same"


def stones(store: Store) -> list[tuple[object, ...]]:
    return store._opened.connection.execute("SELECT * FROM tombstone ORDER BY id").fetchall()


def test_a_mark_is_seventeen_bits_without_group_or_day(store: Store) -> None:
    bury_one(store)
    bury_one(store, "Otro Lado", phones=["+15755550101"], address="1 Oak", city="Clovis")
    with store._write() as connection:
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
    (secret,) = store._opened.connection.execute(
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
    store.add(business(), phones=[phone()])
    with store._write() as connection:
        bury_ids(connection, ["0190f5a0-0000-7000-8000-000000000001"], TODAY)
    store.add(business("Otra"), phones=[phone("43")])


# -- a file that brings them to another laptop


def test_stones_go_through_a_file_to_a_directory_that_lost_them(store: Store, path: Path) -> None:
    bury_one(store)
    with store._read() as connection:
        given_ = json.loads(json.dumps(tombstones.exported(connection)))
    assert not re.search(r"(?i)chuy|555|2026", json.dumps(given_["stones"]))
    with Store.create(path.with_name("new.puertas"), passphrase=None, today=the_day) as new:
        bury_one(new, "Otro Lado", phones=["+15755550101"], address="1 Oak", city="Clovis")
        with new._write() as connection:
            assert tombstones.brought_in(connection, given_, TODAY) == 6
            assert tombstones.brought_in(connection, given_, TODAY) == 0
        for who in (store, new):
            assert who.known_again("Antojitos Doña Chuy", [], "", "Portales") == "same"
            assert who.known_again("X", ["+15755550146"], "", "") == "ask"
        assert new.known_again("Otro Lado", [], "", "Clovis") == "same"
        with new._read() as connection:
            back = tombstones.exported(connection)
    with store._write() as connection:
        tombstones.brought_in(connection, back, TODAY)
    assert store.known_again("Otro Lado", [], "", "Clovis") == "same"
    assert store.known_again("Antojitos Doña Chuy", [], "", "Portales") == "same"
    assert all(row[1] or row[2] != "secret" for row in stones(store))
    assert not any(row[1] and row[2] == "phone" and row[3] in {
        one[3] for one in stones(store) if not one[1]
    } for row in stones(store))  # fmt: skip  # its own come back as its own


def test_stones_of_the_same_directory_are_taken_as_its_own(store: Store) -> None:
    bury_one(store)
    with store._read() as connection:
        given_ = tombstones.exported(connection)
    rows = stones(store)
    store._opened.connection.execute("DELETE FROM tombstone")
    with store._write() as connection:
        assert tombstones.brought_in(connection, given_, TODAY) == 5
    assert stones(store) == rows


@pytest.mark.parametrize("wrong", [[["", "name of nobody", "00000"]], [["", "phone", "zz"]]])
def test_what_is_no_stone_is_refused(store: Store, wrong: list[list[str]]) -> None:
    with store._write() as connection, pytest.raises(ValueError):
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
    (told,) = expiry.expiring([backup], months, today) or [None]
    later = [day for day in purged if day >= made]
    if later:
        assert told is not None
        assert told.delete_by <= min(later) + dt.timedelta(30)
    elif told is None:
        assert max(purged) < made


def test_a_backup_of_a_clock_that_was_ahead_goes_too() -> None:
    ahead = SimpleNamespace(path=Path("a"), made=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    (told,) = expiry.expiring([ahead], [SEEN], TODAY)
    assert told.delete_by == SEEN + expiry.WITHIN
    under_it = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    before = SimpleNamespace(path=Path("b"), made=under_it)
    (told,) = expiry.expiring([before], [dt.date(2099, 1, 1)], TODAY)
    assert told.delete_by <= under_it.date() + expiry.WITHIN


def test_nothing_is_kept_from_which_the_day_can_be_told(store: Store) -> None:
    made = store.add(business("Zopilote"), phones=[phone()])
    store.withdraw(made.business.id)
    for (table,) in store._opened.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    ).fetchall():
        rows = store._opened.connection.execute(f'SELECT * FROM "{table}"').fetchall()
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
        run = store._opened.connection.execute
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
        assert store.known_again(name, phones, address, city) == match
        assert store.check() == []


def test_whole_hashes_are_gone_from_the_file_and_older_backups_go_in_time(path: Path) -> None:
    digests = older(path)
    assert digests[0].encode() in (path / "directory.db").read_bytes()
    with Store.open(path, write=True, today=the_day) as store:
        rows = stones(store)
        assert sorted(row[2] for row in rows) == ["address", "id", "name", "name_town", "phone"]
        assert {row[4] for row in rows} == {"2026-11-01"}
        (backup,) = [one.name for one in store.expiring_backups()]
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
        assert store.expiring_backups() == []
        assert stones(store) == []
