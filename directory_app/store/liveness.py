"""Whether a yes is live, as SQL: the one condition of every query that asks it.

It is the twin of model.live.is_live, which looks at each row again before anything leaves; a test
holds the two together.
"""

from typing import Any

from directory_app.model.live import Days, earliest_live
from directory_app.store.hold import NOT_HELD

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
