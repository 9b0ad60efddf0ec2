"""The schema by migration is the schema of the models, and older directories come up to date."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from directory_app import paths
from directory_app.errors import UserError
from directory_app.store import Filter, Store, check, schema
from directory_app.store.engine import sqlalchemy_engine
from directory_app.store.folder import Folder
from directory_app.store.migrate import bring_up_to_date, configuration, upgrade
from directory_app.store.restore import restore_as_new

from .conftest import CHEAP, PASSPHRASE, business, fingerprint, phone, yes

#: One after every revision of the program's own.
NEXT = "9999"
SECOND = f'''
"""Give businesses a nickname, by rebuilding their table."""

import sqlalchemy as sa
from alembic import op

revision = "{NEXT}"
down_revision = "{schema.HEAD}"


def upgrade():
    with op.batch_alter_table("phone") as batch:
        batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("business", recreate="always") as batch:
        batch.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
'''


def migrated() -> Any:
    connection = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = sqlalchemy_engine(lambda: connection, shared=True)
    with engine.begin() as transaction:
        upgrade(transaction)
    return connection, engine


def created() -> Any:
    connection = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    engine = sqlalchemy_engine(lambda: connection, shared=True)
    with engine.begin() as transaction:
        schema.create_all(transaction)
    return connection


def plan(connection: Any) -> dict[str, str]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'"
    )
    return {name: " ".join(sql.split()) for name, sql in rows}


def test_the_migrations_make_what_the_models_say() -> None:
    _, engine = migrated()

    def ours(_object: Any, name: str | None, kind: str, *_: Any) -> bool:
        return kind != "table" or not (name or "").startswith("search")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_new_directory_is_what_the_migrations_make() -> None:
    by_migration, _ = migrated()
    at_once = created()
    assert plan(at_once) == plan(by_migration)
    for pragma in ("application_id", "user_version"):
        query = f"PRAGMA {pragma}"
        assert at_once.execute(query).fetchone() == by_migration.execute(query).fetchone()


def test_the_program_knows_its_own_newest_revision() -> None:
    script = ScriptDirectory.from_config(configuration())
    assert script.get_current_head() == schema.HEAD
    assert len(list(script.walk_revisions())) == schema.SCHEMA_VERSION


def later(tmp_path: Path, text: str = SECOND) -> Path:
    """The program's migrations and one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(paths.migrations(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_nickname.py").write_text(text)
    return folder


def filled(path: Path, passphrase: str | None) -> Path:
    with Store.create(path, passphrase=passphrase, cost=CHEAP) as store:
        store.businesses.add(business(), phones=[phone()], consents=[yes()])
    return path


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_later_migration_keeps_every_row_and_leaves_a_backup(
    tmp_path: Path, path: Path, passphrase: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(path, passphrase)
    monkeypatch.setattr(check, "HEAD", "0002")  # as in the program that has the migration
    with Store.open(path, passphrase=passphrase, write=True) as store:
        opened = store.opened
        saved = bring_up_to_date(opened.folder, opened.key, opened.connection, later(tmp_path))
        look = opened.connection.execute
        assert look("SELECT version_num FROM alembic_version").fetchone()[0] == NEXT
        assert look("PRAGMA user_version").fetchone()[0] == schema.SCHEMA_VERSION + 1
        assert look("PRAGMA foreign_keys").fetchone()[0] == 1
        # rebuilding a parent table must not have deleted its children
        assert look("SELECT count(*), max(nickname) FROM phone").fetchone() == (1, "")
        assert look("SELECT count(*) FROM consent").fetchone()[0] == 1
        assert look("SELECT count(*) FROM search WHERE search MATCH 'nopal'").fetchone()[0] == 1
    assert saved.parent == path / "backups"
    monkeypatch.undo()
    restore_as_new(tmp_path / "old.puertas", saved, passphrase)
    with Store.open(tmp_path / "old.puertas", passphrase=passphrase) as old:
        assert old.browser.count(Filter()) == 1


def test_a_migration_that_fails_changes_nothing_and_keeps_its_backup(
    tmp_path: Path, path: Path
) -> None:
    filled(path, None)
    broken = later(tmp_path, SECOND + "    raise RuntimeError('half way')\n")
    before = fingerprint(path)["directory.db"]
    with Store.open(path, write=True) as store:
        opened = store.opened
        with pytest.raises(RuntimeError, match="half way"):
            bring_up_to_date(opened.folder, opened.key, opened.connection, broken)
        assert store.browser.count(Filter()) == 1
    assert fingerprint(path)["directory.db"] == before
    assert len(list((path / "backups").iterdir())) == 1


def test_an_unknown_revision_is_refused_before_anything_is_written(path: Path) -> None:
    filled(path, None)
    with Store.open(path, write=True) as store:
        store.opened.connection.execute("UPDATE alembic_version SET version_num = 'other'")
    before = fingerprint(path)
    with pytest.raises(UserError, match="newer version"):
        Store.open(path, write=True)
    with pytest.raises(UserError, match="newer version"):
        Store.open(path)
    assert fingerprint(path) == before
    assert Folder(path).backups.exists()
