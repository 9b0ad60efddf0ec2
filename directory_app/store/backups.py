"""The backups inside a directory: which there are, when the next is due, which may go.

Automatic ones are numbered, and it is their numbers that say which is the newest: a clock that
was set back must not make the last one look old. Each notes what the database file looked like
when it was copied, so that an unchanged directory is not copied again.

Backups from before a withdrawal: they still hold the business, so they go within 30 days.

So do those from before an entry became a home: they hold where somebody lives. No backup has to
be marked: stones and a setting say in which months something was forgotten, a restore carries
them over, and a backup's name says when it was made. The day is kept nowhere, for it would say
when an owner left; 30 days after a backup was made is never later than 30 days after a withdrawal
that came after it. Standard library and driver only.
"""

import datetime as dt
import json
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from directory_app.errors import UserError
from directory_app.progress import Progress, silent
from directory_app.store import backup
from directory_app.store.folder import PLAIN_HEADER, Folder, sync_folder

if TYPE_CHECKING:  # a window tells of the last backup at its start, and needs neither for it
    from directory_app.model.recall import ExpiringBackup
    from directory_app.store.database import Database

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
) -> "list[ExpiringBackup]":
    """The backups that may hold somebody who withdrew, and the day by which each has to go.

    One of the same month counts, too: it may have been made before. So does one that says that
    it was made later than today, for nobody knows when it was.
    """
    from directory_app.model.recall import ExpiringBackup

    found = []
    for each in backups:
        # a day earlier than UTC says at most: the directory's own day is behind it in America
        made = each.made.date() - dt.timedelta(days=1)
        if made > today and months and months[0] <= today:
            made = dt.date.min
        first = next((month for month in months if _last_day(month) >= made), None)
        if first is not None:
            # a month that is still to come was written under a wrong clock
            since = max(made, first) if first <= today else made
            found.append(ExpiringBackup(each.path.name, since + WITHIN))
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


#: design.md: at most hourly; ten stay, and the last one of each month.
LEAST_APART = dt.timedelta(hours=1)
KEEP = 10
AUTOMATIC, BEFORE, BY_HAND, DAMAGED = "automatic", "before", "by_hand", "damaged"
_STAMP = re.compile(r"(?P<day>\d{8}T\d{12})Z\.puertas-backup$")
_KINDS = (
    (AUTOMATIC, re.compile(r"-auto-(?P<number>\d{6,})-\d{8}T\d+Z\.puertas-backup$")),
    (BEFORE, re.compile(r"-before-\w+-\d{8}T\d+Z\.puertas-backup$")),
    (DAMAGED, re.compile(r"-damaged-\d{8}T\d+Z\.puertas-backup$")),
)


@dataclass(frozen=True, slots=True)
class BackupFact:
    """One backup as a person is told of it.

    ``kind`` is automatic, before (a migration or a restore), damaged (a directory that was
    put aside) or by_hand; ``made`` is UTC; ``number`` counts the automatic ones, else 0.
    """

    path: Path
    kind: str
    made: dt.datetime
    size: int
    encrypted: bool
    number: int


def listed(folder: Folder) -> list[BackupFact]:
    """Every backup in the directory's own folder, the newest first."""
    found = [_fact(file) for file in folder.backups.glob(f"*{backup.SUFFIX}")]
    return sorted(found, key=lambda each: (each.made, each.number, each.path.name), reverse=True)


def automatic(
    folder: Folder,
    key: bytes | None,
    progress: Progress = silent,
    now: dt.datetime | None = None,
) -> Path | None:
    """Write the automatic backup if it is due, then let old ones go; where it is, else None."""
    now = now or dt.datetime.now(dt.UTC)
    last = _last(folder)
    looks = _looks_like(folder)
    if last is not None and not _due(last, looks, now):
        return None
    number = 1 if last is None else last.number + 1
    note = json.dumps({"made": now.isoformat(), "database": looks}).encode()
    saved = backup.write(
        folder, key, progress=progress, mark=f"auto-{number:06}-", note=note, now=now
    )
    let_go(folder)
    return saved


def let_go(folder: Folder) -> list[Path]:
    """Remove automatic backups beyond those to keep; which went."""
    numbered = sorted(
        (each for each in listed(folder) if each.kind == AUTOMATIC),
        key=lambda each: each.number,
        reverse=True,
    )
    of_month: dict[str, BackupFact] = {}
    for each in numbered:
        of_month.setdefault(each.made.strftime("%Y-%m"), each)
    kept = {*numbered[:KEEP], *of_month.values()}
    gone = [each.path for each in numbered if each not in kept]
    for path in gone:
        path.unlink()
    if gone:
        sync_folder(folder.backups)
    return gone


def _last(folder: Folder) -> BackupFact | None:
    numbered = [each for each in listed(folder) if each.kind == AUTOMATIC]
    return max(numbered, key=lambda each: each.number, default=None)


def _due(last: BackupFact, looks: list[int], now: dt.datetime) -> bool:
    if _note(last.path).get("database") == looks:
        return False
    # made in the future: the clock was set back, and says nothing of how long ago it was
    return not dt.timedelta(0) <= now - last.made < LEAST_APART


def _looks_like(folder: Folder) -> list[int]:
    """What changes with every commit. Compared for sameness alone: clocks may jump."""
    state = folder.database.stat()
    return [state.st_size, state.st_mtime_ns]


def made(file: Path) -> dt.datetime:
    """When a backup was made (UTC): by its name, else by when the file was written."""
    return _made(file.name, file.stat().st_mtime)


def _fact(file: Path) -> BackupFact:
    kind, number = BY_HAND, 0
    for name, pattern in _KINDS:
        found = pattern.search(file.name)
        if found:
            kind = name
            number = int(found.groupdict().get("number") or 0)
            break
    state = file.stat()
    return BackupFact(
        file, kind, _made(file.name, state.st_mtime), state.st_size, is_encrypted(file), number
    )


def _made(name: str, changed: float) -> dt.datetime:
    found = _STAMP.search(name)
    if found is None:
        return dt.datetime.fromtimestamp(changed, dt.UTC)
    return dt.datetime.strptime(found["day"], "%Y%m%dT%H%M%S%f").replace(tzinfo=dt.UTC)


def is_encrypted(file: Path) -> bool:
    """Whether a stranger could not read it; what cannot be read at all counts as that."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(backup.DATABASE) as database:
            return database.read(len(PLAIN_HEADER)) != PLAIN_HEADER
    except (zipfile.BadZipFile, KeyError, OSError):
        return True


def _note(file: Path) -> dict[str, object]:
    try:
        with zipfile.ZipFile(file) as archive:
            read = json.loads(archive.comment)
    except (zipfile.BadZipFile, OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


class Backups:
    """The backups of a directory, and the file of refusals for a restore."""

    def __init__(self, db: "Database") -> None:
        self._db = db

    def write(self, to: Path | str | None = None, progress: Progress = silent) -> Path:
        """Write a checked backup (one file) and say where it is.

        Beside one that goes elsewhere the file of refusals is written too (never_again.py).
        UserError of a field directory.
        """
        if self._db.field is not None:
            raise UserError(
                "A field directory has no backup: it would outlive its last day.",
                "What was printed from it stands in its folder; bring that home.",
            )
        place = None if to is None else Path(to)
        made = backup.write(self._db.opened.folder, self._db.opened.key, place, progress)
        if place is not None:
            try:
                self._db.renew_never_again(made.parent)
            except UserError as error:
                self._db.never_again_trouble = error
        return made

    def all(self) -> "list[BackupFact]":
        """The backups inside the directory, the newest first."""
        return listed(self._db.opened.folder)

    def automatic(self, progress: Progress = silent) -> Path | None:
        """Back up if something changed since the last time and that is an hour ago.

        Called when a directory is closed and once in a while; where the new backup is, None if
        none was due. Old automatic ones go: ten stay, and the last of each month. Of a field
        directory there are none.
        """
        if self._db.field is not None:
            return None
        return automatic(self._db.opened.folder, self._db.opened.key, progress)

    def expiring(self) -> "list[ExpiringBackup]":
        """Backups inside the directory from before a withdrawal, and when each has to go."""
        months = self._db.browser.purge_months()
        return expiring(self.all(), months, self._db.today())

    def delete_expired(self, progress: Progress = silent) -> list[Path]:
        """Delete the backups whose time is up, once a newer one is there; which went."""
        folder = self._db.opened.folder
        months, today = self._db.browser.purge_months(), self._db.today()
        there = self.all()
        due = [one for one in expiring(there, months, today) if one.delete_by <= today]
        if not due:
            return []
        gone = overdue(there, months, today)
        if not gone:
            backup.write(folder, self._db.opened.key, progress=progress)
            gone = overdue(self.all(), months, today)
        for path in gone:
            path.unlink()
        if gone:
            sync_folder(folder.backups)
        return gone

    def keep_never_again(self, place: Path | None) -> None:
        """Keep the file of refusals in a folder besides, from now on; None: nowhere else.

        It is written there at once. UserError for a folder that is not there, or is copied away.
        """
        from directory_app.store import keeping, never_again  # a start looks for backups

        if place is not None:
            if not place.is_dir():
                raise UserError(
                    f"There is no folder “{place.name}”.", "Make it, or choose another."
                )
            self._db.renew_never_again(place)
        with self._db.write() as connection:
            chosen = str(place.absolute()) if place else ""
            keeping.set_setting(connection, never_again.FOLDER, chosen)
