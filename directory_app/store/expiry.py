"""Backups from before a withdrawal: they still hold the business, so they go within 30 days.

So do those from before an entry became a home: they hold where somebody lives. No backup has to
be marked: stones and a setting say in which months something was forgotten, a restore carries
them over, and a backup's name says when it was made. The day is kept nowhere, for it would say
when an owner left; 30 days after a backup was made is never later than 30 days after a withdrawal
that came after it. Standard library and driver only.
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


#: The setting with the months in which other things were forgotten (the streets of homes, what
#: stones were before they were deniable): their first days, ISO, with spaces.
MONTHS = "homes_forgotten_on"


def purge_months(connection: Any) -> list[dt.date]:
    """The first days of the months in which something was forgotten for good, in order.

    A business that withdrew, or where somebody lives. ``connection`` is the driver's.
    """
    rows = connection.execute("SELECT DISTINCT month FROM tombstone").fetchall()
    kept = connection.execute("SELECT value FROM setting WHERE key = ?", (MONTHS,)).fetchone()
    days = {row[0] for row in rows} | set(kept[0].split() if kept else ())
    return sorted({dt.date.fromisoformat(day).replace(day=1) for day in days})


def expiring(
    backups: Iterable[Made], months: list[dt.date], today: dt.date
) -> list[ExpiringBackup]:
    """The backups that may hold somebody who withdrew, and the day by which each has to go.

    One of the same month counts, too: it may have been made before. So does one that says that
    it was made later than today, for nobody knows when it was.
    """
    found = []
    for backup in backups:
        # a day earlier than UTC says at most: the directory's own day is behind it in America
        made = backup.made.date() - dt.timedelta(days=1)
        if made > today and months and months[0] <= today:
            made = dt.date.min
        first = next((month for month in months if _last_day(month) >= made), None)
        if first is not None:
            # a month that is still to come was written under a wrong clock
            since = max(made, first) if first <= today else made
            found.append(ExpiringBackup(backup.path.name, since + WITHIN))
    return found


def overdue(backups: Iterable[Made], months: list[dt.date], today: dt.date) -> list[Path]:
    """The backups whose time is up. None where nothing newer would be left.

    A clock that was set back only delays it; one that was set forward deletes nothing that a
    newer backup does not stand for.
    """
    listed = list(backups)
    due = {one.name for one in expiring(listed, months, today) if one.delete_by <= today}
    return [one.path for one in listed if one.path.name in due] if len(due) < len(listed) else []


def _last_day(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
