"""Bringing an older directory up to date: a checked backup first, then Alembic, all or nothing."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from directory_app import paths
from directory_app.store import backup
from directory_app.store.engine import sqlalchemy_engine
from directory_app.store.folder import Folder
from directory_app.store.trouble import NewerVersionError, explained


def bring_up_to_date(
    folder: Folder, key: bytes | None, connection: Any, migrations: Path | None = None
) -> Path:
    """Back up, then run the migrations that are missing; where the backup is.

    ``connection`` is the writer's. If a migration fails, nothing of it stays.
    """
    script = ScriptDirectory.from_config(configuration(migrations))
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    _refuse_unknown(script, str(found[0]))
    saved = backup.write(folder, key, mark=f"before-{script.get_current_head()}-")
    run(connection, migrations)
    return saved


def run(connection: Any, migrations: Path | None = None) -> None:
    """Run the missing migrations on the driver's connection, all or nothing."""
    engine = sqlalchemy_engine(lambda: connection, shared=True)
    # dropping or rebuilding a parent table must not delete its children (findings.md)
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        with explained(), engine.begin() as transaction:
            upgrade(transaction, migrations)
            if transaction.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise RuntimeError("a migration broke a reference")
    finally:
        connection.execute("PRAGMA foreign_keys=ON")


def upgrade(connection: Any, migrations: Path | None = None) -> None:
    """Run the missing migrations on a SQLAlchemy connection, within its transaction."""
    config = configuration(migrations)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    revisions = list(ScriptDirectory.from_config(config).walk_revisions())
    connection.exec_driver_sql(f"PRAGMA user_version = {len(revisions)}")


def configuration(migrations: Path | None = None) -> Any:
    """Alembic's configuration, without any file beside the migrations themselves."""
    config = Config()
    config.set_main_option("script_location", str(migrations or paths.migrations()))
    config.set_main_option("path_separator", "os")
    return config


def _refuse_unknown(script: Any, revision: str) -> None:
    known = {one.revision for one in script.walk_revisions()}
    if revision not in known:
        raise NewerVersionError
