"""Settings of a directory. Standard library and driver only: a start asks for them."""

from directory_app.store import opening
from directory_app.store.database import REMEMBER_SETTING, Database


class Settings:
    """Settings of a directory."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str, default: str = "") -> str:
        """A setting of this directory."""
        found = self._db.browser.setting(key)
        return default if found is None else found

    def set(self, key: str, value: str) -> None:
        """Keep a setting of this directory. UserError for a time zone that there is not."""
        if key == "timezone":
            opening.check_timezone(value)
        with self._db.write() as connection:
            connection.exec_driver_sql(REMEMBER_SETTING, (key, value))
