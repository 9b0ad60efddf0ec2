"""Backups from before a withdrawal: they still hold the business, so they go within 30 days.

So do those from before an entry became a home: they hold where somebody lives. No backup has to
be marked: tombstones and a setting say on which days something was forgotten, a restore carries
them over, and a backup's name says when it was made. Standard library and driver only.
"""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

from directory_app.model.recall import ExpiringBackup

#: Issue 3: "marks older backups for expiry within 30 days".
WITHIN = dt.timedelta(days=30)


class Made(Protocol):
    """A backup, as backups.listed tells of it; ``made`` is aware, in UTC."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def made(self) -> dt.datetime:
        """When it was made."""


#: The setting with the days on which the street of a home was forgotten, ISO, with spaces.
HOME_DAYS = "homes_forgotten_on"


def purge_days(connection: Any) -> list[dt.date]:
    """The days on which something was forgotten for good, the first one first.

    A business that withdrew, or where somebody lives. ``connection`` is the driver's.
    """
    rows = connection.execute("SELECT DISTINCT purged_on FROM tombstone").fetchall()
    kept = connection.execute("SELECT value FROM setting WHERE key = ?", (HOME_DAYS,)).fetchone()
    days = {row[0] for row in rows} | set(kept[0].split() if kept else ())
    return sorted(map(dt.date.fromisoformat, days))


def expiring(backups: Iterable[Made], days: list[dt.date]) -> list[ExpiringBackup]:
    """The backups that may hold somebody who withdrew, and the day by which each has to go.

    A backup of the same day counts, too: it may have been made before.
    """
    found = []
    for backup in backups:
        # a day earlier than UTC says at most: the directory's own day is behind it in America
        made = backup.made.date() - dt.timedelta(days=1)
        first = next((day for day in days if day >= made), None)
        if first is not None:
            found.append(ExpiringBackup(backup.path.name, first + WITHIN))
    return found


def overdue(backups: Iterable[Made], days: list[dt.date], today: dt.date) -> list[Path]:
    """The backups whose time is up. None where nothing newer would be left.

    A clock that was set back only delays it; one that was set forward deletes nothing that a
    newer backup does not stand for.
    """
    listed = list(backups)
    due = {one.name: one.delete_by for one in expiring(listed, days)}
    if all(one.path.name in due for one in listed):
        return []
    return [one.path for one in listed if due.get(one.path.name, dt.date.max) <= today]
