"""The hold on a directory that came out of a backup: nobody knows yet who refused since.

A backup is an older state, but an owner's no is not. So the copy in each backup bears the day on
which it was made, and a directory that bears such a day lets nothing out: no yes in it is live
until a named person has said, once for the directory, who refused or withdrew since. Restoring in
the place of a directory takes the mark off, for that carries every refusal over (carried.py).
Standard library and driver only: a start asks it.

Whether a yes is live, as SQL: the one condition of every query that asks it.

It is the twin of model.live.is_live, which looks at each row again before anything leaves; a test
holds the two together.
"""

import datetime as dt
import json
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from directory_app.errors import UserError
from directory_app.model.live import Days, earliest_live

if TYPE_CHECKING:
    from directory_app.model.listing import Restored


#: Settings: the day since which refusals are unknown, ISO; and what was said of it, JSON.
SINCE, ANSWERED = "refusals_unknown_since", "refusals_answered"
#: So long preflight tells that the directory was restored.
TOLD_FOR = dt.timedelta(days=30)
#: SQL that is true where nothing waits: a part of every rule of what is live.
NOT_HELD = f"NOT EXISTS (SELECT 1 FROM setting WHERE setting.key = '{SINCE}')"  # noqa: S608 - our own names


class HeldError(UserError):
    """Nothing may leave, because nobody has said yet who refused since the day of the backup."""

    def __init__(self, since: dt.date) -> None:
        super().__init__(
            f"This directory was restored from a backup of {since.isoformat()}, and nobody has "
            "said yet who refused or withdrew since then, so nothing goes out.",
            "Answer it in the line across the top of the window, or with: puertas restore "
            "DIR.puertas --refused-since CODES|none.",
        )


def since(connection: Any) -> dt.date | None:
    """Since which day refusals are unknown; None where all are known. Of a driver connection."""
    text = _setting(connection, SINCE)
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return dt.date.min  # whoever changed it did not thereby answer it


def answered(connection: Any, today: dt.date) -> "Restored | None":
    """What was said after a restore, for as long as preflight tells of it. Of a driver connection.

    A day to come (the clock was set back) counts as within that time.
    """
    from directory_app.model.listing import Restored

    text = _setting(connection, ANSWERED)
    if text is None:
        return None
    told = json.loads(text)
    since, on = (dt.date.fromisoformat(told[name]) for name in ("since", "on"))
    return Restored(since, on, str(told["by"])) if today - on <= TOLD_FOR else None


def mark(connection: Any, day: dt.date) -> None:
    """Let refusals be unknown since a day, or since an earlier one that is there already."""
    there = since(connection)
    earliest = day if there is None else min(day, there)
    connection.execute(
        "INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", (SINCE, earliest.isoformat())
    )


def mark_later(connection: Any, day: dt.date) -> None:
    """Refusals up to this day are known by now: only those since are still unknown."""
    there = since(connection)
    if there is not None and there < day:
        connection.execute("UPDATE setting SET value = ? WHERE key = ?", (day.isoformat(), SINCE))


def carry_over(connection: Any, here: str) -> None:
    """Let a restored database know what the present one (attached as ``here``) knows."""
    connection.execute(f"DELETE FROM main.setting WHERE key IN ('{SINCE}', '{ANSWERED}')")  # noqa: S608 - our own names
    connection.execute(
        f"INSERT INTO main.setting SELECT * FROM {here}.setting "  # noqa: S608 - our own names
        f"WHERE key IN ('{SINCE}', '{ANSWERED}')"
    )


def day_of_backup(connection: Any, made: dt.datetime) -> dt.date:
    """The day of a backup that bears none, by its name and its newest step: the earlier one."""
    zone = ZoneInfo(_setting(connection, "timezone") or "America/Denver")
    moments = [made]
    newest = connection.execute("SELECT max(at) FROM action").fetchone()[0]
    if newest:
        moments.append(dt.datetime.fromisoformat(newest))
    return min(moments).astimezone(zone).date()


def today_of(connection: Any, now: dt.datetime) -> dt.date:
    """The day in the directory's own zone at a moment (aware)."""
    return now.astimezone(ZoneInfo(_setting(connection, "timezone") or "America/Denver")).date()


def _setting(connection: Any, key: str) -> str | None:
    row = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


#: Asked after the rest: looking at words costs more than at a day. The function is model.askers'
#: own, which each connection has (engine.py).
_NAMED = "is_named(consent.asked_by)"
_IN_FORCE = (
    "consent.answer = 'yes' AND consent.date <= :said AND consent.date >= :earliest"
    " AND (consent.review_by IS NULL OR consent.review_by >= :on) AND " + _NAMED
)
_LIVE = f"{_IN_FORCE} AND {NOT_HELD}"
_NAMES = ("said", "earliest", "on")


def live_terms(days: Days) -> tuple[str, list[Any]]:
    """The condition over ``consent`` with question marks, and their values.

    Nothing is live in a directory that is on hold (hold.py).
    """
    return _marked(_LIVE, days)


def in_force_terms(days: Days) -> tuple[str, list[Any]]:
    """The same for lists of whom to ask: on hold as well, who said yes need not be asked anew."""
    return _marked(_IN_FORCE, days)


def _marked(sql: str, days: Days) -> tuple[str, list[Any]]:
    values = _values(days)
    for name in _NAMES:
        sql = sql.replace(f":{name}", "?")
    return sql, [values[name] for name in _NAMES]


def live_named(days: Days) -> tuple[str, dict[str, str]]:
    """The same condition as SQLAlchemy's ``text`` takes it, and the values by name."""
    return _LIVE, _values(days)


def _values(days: Days) -> dict[str, str]:
    return {
        "said": min(days.on, days.today).isoformat(),
        "earliest": earliest_live(days.on).isoformat(),
        "on": days.on.isoformat(),
    }
