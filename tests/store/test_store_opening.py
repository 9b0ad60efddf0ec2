"""Making and opening directories: what is refused, in which words, and that nothing changes."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from directory_app.errors import UserError
from directory_app.store import Filter, Store
from directory_app.store.database import Database
from directory_app.store.engine import PRAGMAS, connect
from directory_app.store.keys import Cost, new_key, unwrap, wrap

from .conftest import CHEAP, PASSPHRASE, TODAY, business, fingerprint, phone, yes

ROOT = Path(__file__).resolve().parents[2]


def make(path: Path, passphrase: str | None = None) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        store.businesses.add(business("Panadería Canario Azul"), phones=[phone()], consents=[yes()])
    return path


def refused(path: Path, passphrase: str | None = None, *, write: bool = True) -> UserError:
    before = fingerprint(path.parent)
    with pytest.raises(UserError) as caught:
        Store.open(path, passphrase=passphrase, write=write)
    assert fingerprint(path.parent) == before
    assert caught.value.hint
    return caught.value


def test_a_new_directory_is_a_private_folder(path: Path) -> None:
    make(path, PASSPHRASE)
    assert sorted(each.name for each in path.iterdir()) == [
        "backups",
        "directory.db",
        "keys.json",
        "lock",
    ]
    if os.name != "nt":
        modes = {each.name: stat.S_IMODE(each.stat().st_mode) for each in path.iterdir()}
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
        assert modes == {
            "backups": 0o700,
            "directory.db": 0o600,
            "keys.json": 0o600,
            "lock": 0o600,
        }


@pytest.mark.skipif(os.name == "nt", reason="rights are POSIX's")
def test_what_others_may_read_is_told_and_mended_by_the_next_writer(path: Path) -> None:
    make(path)
    for each in (path, path / "directory.db", path / "backups"):
        each.chmod(0o755)
    with Store.open(path) as store:
        assert [problem for problem in store.check() if "Other accounts" in problem]
        assert store.check(quick=True) == []
    with Store.open(path, write=True) as store:
        assert store.check() == []
    assert stat.S_IMODE(path.stat().st_mode) == 0o700
    assert stat.S_IMODE((path / "directory.db").stat().st_mode) == 0o600


def test_a_plain_directory_has_no_key_file_and_says_so(path: Path) -> None:
    make(path)
    assert not (path / "keys.json").exists()
    with Store.open(path, passphrase="not asked for") as store:
        assert not store.encrypted
        assert not store.writable


def test_create_overwrites_nothing(path: Path) -> None:
    path.write_text("a letter")
    with pytest.raises(UserError, match="already something"):
        Store.create(path, passphrase=None)
    assert path.read_text() == "a letter"


def test_create_leaves_nothing_behind_when_it_fails(path: Path) -> None:
    with pytest.raises(UserError, match="passphrase is empty"):
        Store.create(path, passphrase="  ")
    assert list(path.parent.iterdir()) == []


def test_create_needs_a_time_zone_that_there_is(path: Path) -> None:
    with pytest.raises(UserError, match="time zone"):
        Store.create(path, passphrase=None, timezone="Mars/Olympus")
    assert list(path.parent.iterdir()) == []


def test_a_key_file_that_cannot_be_read_is_called_so(path: Path) -> None:
    make(path, PASSPHRASE)
    (path / "keys.json").unlink()
    (path / "keys.json").mkdir()
    with pytest.raises(UserError, match="cannot be read"):
        Store.open(path, passphrase=PASSPHRASE)


def test_create_in_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        Store.create(tmp_path / "nowhere" / "x.puertas", passphrase=None)


def test_the_right_passphrase_opens_however_its_accents_are_composed(path: Path) -> None:
    import unicodedata

    make(path, PASSPHRASE)
    with Store.open(path, passphrase=unicodedata.normalize("NFD", PASSPHRASE)) as store:
        assert store.encrypted
        assert store.browser.count(Filter()) == 1


def test_each_way_of_being_no_directory_has_its_own_sentence(tmp_path: Path) -> None:
    make(tmp_path / "locked.puertas", PASSPHRASE)
    plain = make(tmp_path / "plain.puertas")
    said = {
        "wrong": refused(tmp_path / "locked.puertas", "guess"),
        "none": refused(tmp_path / "locked.puertas"),
        "missing": refused(tmp_path / "missing.puertas"),
    }
    (tmp_path / "file.puertas").write_text("hello")
    said["file"] = refused(tmp_path / "file.puertas")
    (tmp_path / "folder.puertas").mkdir()
    said["folder"] = refused(tmp_path / "folder.puertas")
    for name, data in (("empty", b""), ("short", b"x" * 100)):
        shutil.copytree(plain, tmp_path / f"{name}.puertas")
        (tmp_path / f"{name}.puertas" / "directory.db").write_bytes(data)
        said[name] = refused(tmp_path / f"{name}.puertas")
    said["foreign"] = refused(foreign(tmp_path / "foreign.puertas"))
    said["no key file"] = refused(without_keys(tmp_path))
    said["not encrypted"] = refused(plain_with_keys(tmp_path), PASSPHRASE)
    sentences = [error.message for error in said.values()]
    assert len(set(sentences)) == len(sentences)
    assert all(message.endswith(".") for message in sentences)
    assert all("Traceback" not in message for message in sentences)


def foreign(path: Path) -> Path:
    path.mkdir()
    with sqlite3.connect(path / "directory.db") as connection:
        connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    return path


def without_keys(tmp_path: Path) -> Path:
    path = tmp_path / "nokeys.puertas"
    shutil.copytree(tmp_path / "locked.puertas", path)
    (path / "keys.json").unlink()
    return path


def plain_with_keys(tmp_path: Path) -> Path:
    path = tmp_path / "mixed.puertas"
    shutil.copytree(tmp_path / "plain.puertas", path)
    shutil.copy(tmp_path / "locked.puertas" / "keys.json", path / "keys.json")
    return path


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize("part", [0.5, 0.9, 0.999])
def test_a_file_cut_short_is_called_so(path: Path, passphrase: str | None, part: float) -> None:
    make(path, passphrase)
    database = path / "directory.db"
    os.truncate(database, int(database.stat().st_size * part))
    assert "cut short" in refused(path, passphrase).message


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_file_of_noise_is_called_damaged(path: Path, passphrase: str | None) -> None:
    make(path, passphrase)
    database = path / "directory.db"
    data = bytearray(database.read_bytes())
    data[16:] = os.urandom(len(data) - 16)
    database.write_bytes(data)
    assert "damaged" in refused(path, passphrase).message


def test_a_damaged_key_file_is_called_so(path: Path) -> None:
    make(path, PASSPHRASE)
    (path / "keys.json").write_text('{"version": 1, "slots": [{"kind": "passphrase"}]}')
    assert "keys.json" in refused(path, PASSPHRASE).message


def test_a_key_file_may_not_ask_for_all_memory(path: Path) -> None:
    make(path, PASSPHRASE)
    keys = path / "keys.json"
    keys.write_text(keys.read_text().replace('"memory_kib": 64', '"memory_kib": 999999999'))
    assert "keys.json" in refused(path, PASSPHRASE).message


def test_the_cost_in_the_key_file_is_sealed_with_the_key() -> None:
    key = new_key()
    document = wrap(key, PASSPHRASE, CHEAP)
    assert unwrap(document, PASSPHRASE) == key
    with pytest.raises(UserError, match="not right"):
        unwrap(document.replace(b'"passes": 1', b'"passes": 2'), PASSPHRASE)


def test_slots_of_kinds_that_come_later_are_passed_over() -> None:
    import json

    key = new_key()
    content = json.loads(wrap(key, PASSPHRASE, CHEAP))
    content["slots"].insert(0, {"kind": "recovery", "of": "another version"})
    assert unwrap(json.dumps(content).encode(), PASSPHRASE) == key


def test_the_usual_cost_is_what_was_decided() -> None:
    assert Cost() == Cost(memory_kib=256 * 1024, passes=3, lanes=4)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_newer_directory_is_refused_unopened(path: Path, passphrase: str | None) -> None:
    make(path, passphrase)
    with Database.open(path, passphrase=passphrase, write=True) as store:
        store.opened.connection.execute("PRAGMA user_version = 99")
        store.opened.connection.execute("UPDATE alembic_version SET version_num = '0099'")
    assert "newer version" in refused(path, passphrase).message
    assert "newer version" in refused(path, passphrase, write=False).message


def test_an_encrypted_file_shows_neither_a_header_nor_a_name(path: Path) -> None:
    make(path, PASSPHRASE)
    for file in path.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert not data.startswith(b"SQLite format 3")
            assert b"Canario" not in data
            assert b"5550142" not in data
    make(path.with_name("plain.puertas"))
    assert b"Canario" in (path.with_name("plain.puertas") / "directory.db").read_bytes()


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
@pytest.mark.parametrize("write", [False, True])
def test_every_connection_has_the_pragmas(path: Path, passphrase: str | None, write: bool) -> None:
    make(path, passphrase)
    with Store.open(path, passphrase=passphrase, write=write) as store:
        connections = [store.browser._connection]
        with store.read() as reading:
            connections.append(reading.connection.dbapi_connection)
            if write:
                connections.append(store.opened.connection)
            for connection in connections:
                assert pragmas(connection) == {
                    "journal_mode": "delete",
                    "synchronous": 3,
                    "foreign_keys": 1,
                    "busy_timeout": 5000,
                    "temp_store": 2,
                    "secure_delete": 1,
                }


def pragmas(connection: object) -> dict[str, object]:
    names = [pragma.split("=")[0] for pragma in PRAGMAS]
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


def test_errors_never_show_values(store: Store) -> None:
    with store.write() as connection:
        assert connection.engine.hide_parameters


def test_a_second_writer_is_refused_and_readers_are_not(path: Path) -> None:
    make(path)
    with Store.open(path, write=True), Store.open(path) as reader:
        assert "already open" in refused(path).message
        assert reader.browser.count(Filter()) == 1
    Store.open(path, write=True).close()


def test_a_second_writer_in_another_process_is_refused(path: Path) -> None:
    make(path)
    script = (
        "import sys; from directory_app.store import Store\n"
        "try: Store.open(sys.argv[1], write=True)\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    with Store.open(path, write=True):
        said = python(script, str(path))
    assert said.startswith("UserError This directory is already open")
    assert python(script, str(path)) == ""


def python(script: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_reading_changes_not_a_byte(path: Path, passphrase: str | None) -> None:
    make(path, passphrase)
    before = fingerprint(path)
    with Store.open(path, passphrase=passphrase) as store:
        code = store.browser.first_rows(Filter(), 5)[0].code
        store.businesses.get(code)
        store.businesses.search("canario")
        store.listings.public("print", TODAY)
        store.listings.left_out("map", TODAY)
        store.history.steps()
        store.browser.view_counts()
        assert store.check() == []
    assert fingerprint(path) == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_can_be_read(path: Path) -> None:
    make(path)
    path.chmod(0o500)
    try:
        with Store.open(path) as store:
            assert store.browser.count(Filter()) == 1
        assert "read-only" in refused(path).message
    finally:
        path.chmod(0o700)


def test_what_was_opened_to_look_at_cannot_be_changed(path: Path) -> None:
    make(path)
    with Store.open(path) as store, pytest.raises(UserError, match="only to look"):
        store.businesses.add(business())


def test_a_read_connection_cannot_write(path: Path) -> None:
    make(path)
    connection = connect(path / "directory.db", None, write=False)
    with pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM business")
    connection.close()


def test_the_first_page_needs_no_sqlalchemy(path: Path) -> None:
    make(path)
    script = (
        "import sys; from directory_app.store import Store, Filter\n"
        "from directory_app.store.browse import Browser\n"
        "store = Store.open(sys.argv[1], write=True)\n"
        "rows = store.browser\n"
        "print(len(rows.first_rows(Filter(), 50)), len(rows.row_ids(Filter(text='cana'))))\n"
        "print([name for name in ('sqlalchemy', 'sqlmodel', 'alembic') if name in sys.modules])"
    )
    assert python(script, str(path)).split("\n")[:2] == ["1 1", "[]"]
