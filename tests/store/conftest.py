"""Small real directories, plain and encrypted, and a clock that stands still."""

import datetime as dt
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from directory_app.model.business import Business
from directory_app.model.draft import DraftConsent, DraftPhone
from directory_app.store import Dossier, Store
from directory_app.store.keys import Cost

TODAY = dt.date(2026, 11, 24)
PASSPHRASE = "piñón maíz acequia adobe"
#: Cheap guesses, so that tests are fast; the real cost has its own test.
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def the_day() -> dt.date:
    return TODAY


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "coalition.puertas"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store.create(path, passphrase=None, today=the_day) as made:
        yield made


@pytest.fixture
def encrypted(path: Path) -> Iterator[Store]:
    with Store.create(path, passphrase=PASSPHRASE, cost=CHEAP, today=the_day) as made:
        yield made


def yes(channel: str = "print", day: dt.date = dt.date(2026, 10, 12)) -> DraftConsent:
    return DraftConsent(channel, "yes", day, "Marisol")


def asked_again(day: dt.date = TODAY, channel: str = "print") -> DraftConsent:
    """A yes of a talk in which somebody asked again after a refusal."""
    return DraftConsent(channel, "yes", day, "Marisol", asked_again=True)


def business(name: str = "Taquería El Nopal", **values: object) -> Business:
    usual = {
        "category": "restaurant",
        "languages": ["es", "en"],
        "address_1": "1420 Cerrillos Rd",
        "city": "Santa Fe",
        "state_province": "NM",
        "postal_code": "87505",
    }
    return Business(code="", name=name, **(usual | values))


def phone(last: str = "42") -> DraftPhone:
    return DraftPhone(f"+150555501{last}")


@pytest.fixture
def add(store: Store) -> Callable[..., Dossier]:
    """Add one business with a phone and a yes to print."""

    def make(name: str = "Taquería El Nopal", **values: object) -> Dossier:
        consents = values.pop("consents", [yes()])
        phones = values.pop("phones", [phone()])
        return store.businesses.add(business(name, **values), phones=phones, consents=consents)

    return make


@pytest.fixture
def add_other(add: Callable[..., Dossier]) -> Callable[..., Dossier]:
    """Add one business at a house of its own, so that nobody takes it for the one before."""
    numbers = count(2)

    def make(name: str, **values: object) -> Dossier:
        return add(name, **{"address_1": f"{next(numbers)} Agua Fria St"} | values)

    return make


def fingerprint(folder: Path) -> dict[str, str]:
    """Every file below a folder and the hash of its bytes."""
    return {
        str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def turn_back(run: Callable[..., object], revision: str) -> None:
    """Give an open directory (its driver's ``execute``) the tables of an earlier revision."""
    if revision < "0005":
        for name in ("recorded_at", "refused_on", "asked_again_on"):
            run(f"ALTER TABLE consent DROP COLUMN {name}")
    if revision < "0004":
        run("ALTER TABLE printrun DROP COLUMN state")
    if revision < "0003":
        _old_stones(run)
    run("UPDATE alembic_version SET version_num = ?", (revision,))
    run(f"PRAGMA user_version = {int(revision)}")


def _old_stones(run: Callable[..., object]) -> None:
    run("DROP TABLE tombstone")
    run(
        "CREATE TABLE tombstone (id VARCHAR NOT NULL, purged_on DATE NOT NULL, kind VARCHAR "
        'NOT NULL, digest VARCHAR NOT NULL, "group" VARCHAR NOT NULL, PRIMARY KEY (id))'
    )
    run("CREATE INDEX ix_tombstone_digest ON tombstone (digest)")
    run('CREATE INDEX ix_tombstone_group ON tombstone ("group")')
