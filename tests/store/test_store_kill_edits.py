"""kill -9 while somebody edits, and while a directory is brought up to date."""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from directory_app import paths
from directory_app.store import Filter, Store
from directory_app.store.restore import restore_as_new
from directory_app.store.schema import HEAD

from .conftest import CHEAP, PASSPHRASE, business, phone, yes
from .test_store_home_upgrade import STREET, older
from .test_store_schema import NEXT, SECOND

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signal there")

#: Adds, changes, asks and deletes as a person would, and tells each deed once it is saved.
EDITS = """
import random, sys
from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.store import Store
import datetime as dt
chance = random.Random(int(sys.argv[3]))
store = Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True, person="Marisol")
alive = []
def tell(*words):
    print(*words, flush=True)
tell("ready")
for number in range(1, 100000):
    deed = chance.random()
    if deed < 0.4 or len(alive) < 3:
        name = f"Tienda {number}"
        phones = [DraftPhone(f"+1505555{number:04}")]
        made = store.businesses.add(Business(code="", name=name), phones=phones)
        alive.append(made.business.id)
        tell("add", made.business.id, number)
    elif deed < 0.7:
        one = chance.choice(alive)
        phones = [DraftPhone(f"+1505555{number:04}")]
        store.businesses.update(one, {"note": str(number)}, phones=phones)
        tell("edit", one, number)
    elif deed < 0.9:
        one = chance.choice(alive)
        store.consents.record(one, [DraftConsent("print", "no", dt.date(2026, 11, 1), str(number))])
        tell("ask", one, number)
    else:
        one = alive.pop(chance.randrange(len(alive)))
        store.businesses.delete([one])
        tell("delete", one, number)
"""


def deeds_until_killed(path: Path, passphrase: str | None, seed: int) -> list[list[str]]:
    """Start editing, kill within a deed behind the first; every deed that was told as saved."""
    moment = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-c", EDITS, str(path), passphrase or "", str(seed)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n"
    said = "".join(process.stdout.readline() for _ in range(moment.randint(2, 20)))
    time.sleep(moment.uniform(0, 0.02))  # where within the next deed, not whether there is one
    process.kill()
    said += process.stdout.read()
    process.wait()
    assert process.returncode == -9
    # a line that was cut short was not told
    return [line.split() for line in said.splitlines() if line.count(" ") == 2]


def assert_nothing_lost(path: Path, passphrase: str | None, told: list[list[str]]) -> None:
    expected: dict[str, dict[str, str]] = {}
    for deed, one, number in told:
        if deed == "add":
            expected[one] = {"add": number}
        elif deed == "delete":
            del expected[one]
        else:
            expected[one][deed] = number
    with Store.open(path, passphrase=passphrase, write=True) as store:
        assert store.check() == []
        there = {each.business.id: each for each in store.businesses.search("")}
        # of the deed that was under way nobody was told: it is there whole, or not at all
        steps = len(store.history.steps(limit=100_000))
        assert len(told) <= steps <= len(told) + 1
        differing = [one for one in expected if not _is_as_told(there.get(one), expected[one])]
        assert len(differing) + len(there.keys() - expected.keys()) <= steps - len(told)
        store.businesses.add(business("Después"))
        store.history.undo()
        assert store.browser.count(Filter(view="everything")) == len(there)


def _is_as_told(found: object, told: dict[str, str]) -> bool:
    if found is None:
        return False
    number = told.get("edit", told["add"])
    return (
        found.business.name == f"Tienda {told['add']}"
        and found.business.note == told.get("edit", "")
        and [each.number for each in found.phones] == [f"+1505555{int(number):04}"]
        and (found.consents["print"].asked_by == told["ask"] if "ask" in told else True)
    )


def kill_editors(tmp_path: Path, passphrase: str | None, seeds: range) -> int:
    template = tmp_path / "template.puertas"
    Store.create(template, passphrase=passphrase, cost=CHEAP).close()
    deeds = 0
    for seed in seeds:
        path = tmp_path / f"{seed}.puertas"
        shutil.copytree(template, path)
        told = deeds_until_killed(path, passphrase, seed)
        assert_nothing_lost(path, passphrase, told)
        deeds += len(told)
        shutil.rmtree(path)
    return deeds


@BOTH
def test_killed_three_times_while_editing(tmp_path: Path, passphrase: str | None) -> None:
    assert kill_editors(tmp_path, passphrase, range(3)) > 3


@pytest.mark.long
@BOTH
def test_killed_sixty_times_while_editing(tmp_path: Path, passphrase: str | None) -> None:
    assert kill_editors(tmp_path, passphrase, range(100, 160)) > 60


# bringing a directory up to date

MIGRATE = """
import sys
from pathlib import Path
from directory_app.store import Store
from directory_app.store.migrate import bring_up_to_date
store = Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True)
opened = store.opened
import alembic.command, alembic.script, sqlalchemy
print("ready", flush=True)
bring_up_to_date(opened.folder, opened.key, opened.connection, Path(sys.argv[3]))
print("done", flush=True)
"""


def newer_migrations(tmp_path: Path) -> tuple[Path, str]:
    """The program's migrations and one more that rebuilds two tables; its revision."""
    folder = tmp_path / "migrations"
    shutil.copytree(paths.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_nickname.py").write_text(SECOND)
    return folder, NEXT


def migration_killed(tmp_path: Path, passphrase: str | None, seeds: range) -> set[str]:
    """The revisions that were found after kills at several moments."""
    from directory_app.store.schema import HEAD

    migrations, newest = newer_migrations(tmp_path)
    template = tmp_path / "template.puertas"
    with Store.create(template, passphrase=passphrase, cost=CHEAP) as store:
        for number in range(40):
            store.businesses.add(business(f"Tienda {number}"), phones=[phone()], consents=[yes()])
    found = set()
    for seed in seeds:
        path = tmp_path / f"{seed}.puertas"
        shutil.copytree(template, path)
        process = subprocess.Popen(
            [sys.executable, "-c", MIGRATE, str(path), passphrase or "", str(migrations)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout.readline() == "ready\n"
        if seed % 10 == 9:  # once it is done
            assert process.stdout.readline() == "done\n"
        elif seed % 2:  # the moment that matters most: the changed pages go into the file
            journal = path / "directory.db-journal"
            while process.poll() is None and not journal.exists():
                pass
            time.sleep(random.Random(seed).uniform(0, 0.03))
        else:
            time.sleep(random.Random(seed).uniform(0, 0.4))
        process.kill()
        process.communicate()
        found.add(revision := assert_old_or_new(path, passphrase, tmp_path / f"{seed}-old.puertas"))
        assert revision in (HEAD, newest)
        shutil.rmtree(path)
    return found


def assert_old_or_new(path: Path, passphrase: str | None, again: Path) -> str:
    """Every row is there in either schema, and a backup from before opens."""
    from directory_app.store import check, keys
    from directory_app.store.engine import connect
    from directory_app.store.folder import inspect

    folder, key = inspect(path), None
    if folder.encrypted:
        key = keys.unwrap(keys.document(folder.keys), passphrase)
    connection = connect(folder.database, key, write=True)  # rolls back what was not finished
    try:
        run = connection.execute
        assert run("SELECT count(*) FROM business").fetchone()[0] == 40
        assert run("SELECT count(*) FROM phone").fetchone()[0] == 40
        assert run("SELECT count(*) FROM consent").fetchone()[0] == 40
        assert run("SELECT count(*) FROM search WHERE search MATCH 'tienda'").fetchone()[0] == 40
        columns = {row[1] for row in run("PRAGMA table_info(business)")}
        revision = str(run("SELECT version_num FROM alembic_version").fetchone()[0])
    finally:
        connection.close()
    assert ("nickname" in columns) is (revision == "9999")
    problems = [
        each for each in check.problems(folder, key) if "schema of this version" not in each
    ]
    assert problems == []
    backups = list(folder.backups.glob("*.puertas-backup"))
    assert backups or revision != "9999"
    for each in backups:
        restore_as_new(again, each, passphrase)
        with Store.open(again, passphrase=passphrase) as store:
            assert store.browser.count(Filter()) == 40
    return revision


@BOTH
def test_killed_while_it_is_brought_up_to_date(tmp_path: Path, passphrase: str | None) -> None:
    migration_killed(tmp_path, passphrase, range(3))


@pytest.mark.long
@BOTH
def test_killed_often_while_it_is_brought_up_to_date(
    tmp_path: Path, passphrase: str | None
) -> None:
    assert len(migration_killed(tmp_path, passphrase, range(100, 130))) == 2


# the migration that takes the streets of homes, with rows that it has to change

OPENS = """
import sys
from directory_app.store import Store, migrate
import alembic.command, alembic.script, sqlalchemy
import directory_app.store.migrate
print("ready", flush=True)
Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True).close()
print("done", flush=True)
"""


def homes_upgrade_killed(tmp_path: Path, passphrase: str | None, seeds: range) -> set[str]:
    """What was found after kills at several moments: "old" or "new"."""
    template = tmp_path / "homes.puertas"
    ids = older(template, passphrase)
    found = set()
    for seed in seeds:
        path = tmp_path / f"{seed}.puertas"
        shutil.copytree(template, path)
        process = subprocess.Popen(
            [sys.executable, "-c", OPENS, str(path), passphrase or ""],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout.readline() == "ready\n"
        if seed % 2:
            journal = path / "directory.db-journal"
            while process.poll() is None and not journal.exists():
                pass
            time.sleep(random.Random(seed).uniform(0, 0.02))
        else:
            time.sleep(random.Random(seed).uniform(0, 0.8))
        process.kill()
        process.communicate()
        found.add(revision(path, passphrase))
        assert_homes_are_clean(path, passphrase, ids)
        shutil.rmtree(path)
    return found


def revision(path: Path, passphrase: str | None) -> str:
    """Of what the killed one left, before anybody opens it for changes."""
    from directory_app.store import keys
    from directory_app.store.engine import connect
    from directory_app.store.folder import inspect

    folder = inspect(path)
    key = keys.unwrap(keys.document(folder.keys), passphrase) if folder.encrypted else None
    connection = connect(folder.database, key, write=True)  # rolls back what was not finished
    try:
        (number,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        (streets,) = connection.execute(
            "SELECT count(*) FROM business WHERE address_type = 'home' AND address_1 <> ''"
        ).fetchone()
    finally:
        connection.close()
    assert (number, streets) in (("0001", 1), (HEAD, 0))
    return str(number)


def assert_homes_are_clean(path: Path, passphrase: str | None, ids: dict[str, str]) -> None:
    with Store.open(path, passphrase=passphrase, write=True) as store:
        assert store.businesses.get(ids["Tamales Lupe"]).business.address_1 == ""
        assert store.businesses.get(ids["Tienda"]).business.address_1 == STREET
        assert [each.business.name for each in store.businesses.search("obsidiana")] == ["Tienda"]
        assert store.check() == []
        rows = store.opened.connection.execute(
            'SELECT previous_value, replacement_value FROM change WHERE "row" <> ?',
            (ids["Tienda"],),
        )
        assert "bsidiana" not in str(rows.fetchall())


@BOTH
def test_killed_while_homes_lose_their_streets(tmp_path: Path, passphrase: str | None) -> None:
    homes_upgrade_killed(tmp_path, passphrase, range(4))


@pytest.mark.long
@BOTH
def test_killed_sixty_times_while_homes_lose_their_streets(
    tmp_path: Path, passphrase: str | None
) -> None:
    assert homes_upgrade_killed(tmp_path, passphrase, range(100, 160)) == {"0001", HEAD}


# an automatic backup

BACK_UP = """
import sys
from directory_app.store import Store
from directory_app.store import backup
import datetime as dt
store = Store.open(sys.argv[1], passphrase=sys.argv[2] or None, write=True)
print("ready", flush=True)
from directory_app.store import backups
for hour in range(100000):
    store.settings.set("guide_url", str(hour))
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=hour)
    backups.automatic(store.opened.folder, store.opened.key, now=now)
    print(hour, flush=True)
"""


def backups_killed(tmp_path: Path, passphrase: str | None, seeds: range) -> None:
    template = tmp_path / "template.puertas"
    with Store.create(template, passphrase=passphrase, cost=CHEAP) as store:
        store.businesses.add(business())
    for seed in seeds:
        path = tmp_path / f"{seed}.puertas"
        shutil.copytree(template, path)
        process = subprocess.Popen(
            [sys.executable, "-c", BACK_UP, str(path), passphrase or ""],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout.readline() == "ready\n"
        time.sleep(random.Random(seed).uniform(0, 0.6))
        process.kill()
        told = process.stdout.read().split()
        process.wait()
        with Store.open(path, passphrase=passphrase, write=True) as store:
            kept = store.backups.all()
            assert len(kept) >= min(len(told), 10)
            assert store.check() == []
            store.backups.write()
        assert not list((path / "backups").glob("*.partial/*"))
        for number, each in enumerate(kept):
            again = tmp_path / f"{seed}-{number}.puertas"
            restore_as_new(again, each.path, passphrase)
            with Store.open(again, passphrase=passphrase) as store:
                assert store.browser.count(Filter()) == 1
                assert store.check() == []
            shutil.rmtree(again)
        shutil.rmtree(path)


@BOTH
def test_killed_while_backing_up(tmp_path: Path, passphrase: str | None) -> None:
    backups_killed(tmp_path, passphrase, range(2))


@pytest.mark.long
@BOTH
def test_killed_often_while_backing_up(tmp_path: Path, passphrase: str | None) -> None:
    backups_killed(tmp_path, passphrase, range(100, 130))
