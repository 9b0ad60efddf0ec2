"""Whether a yes is live, as SQL: the one condition of every query that asks it.

It is the twin of model.live.is_live, which looks at each row again before anything leaves; a test
holds the two together.
"""

from typing import Any

from directory_app.model.askers import EDGES, NOBODY
from directory_app.model.live import Days, earliest_live
from directory_app.store.hold import NOT_HELD


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


#: Not evaluated before the rest: a list of words costs more than a day.
_NAMED = (
    f"lower(trim(consent.asked_by, {_quoted(EDGES)})) NOT IN"
    f" ({', '.join(map(_quoted, sorted(NOBODY)))})"
)
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
    return _LIVE.replace(_NAMED, _NAMED.replace(":", r"\:")), _values(days)


def _values(days: Days) -> dict[str, str]:
    return {
        "said": min(days.on, days.today).isoformat(),
        "earliest": earliest_live(days.on).isoformat(),
        "on": days.on.isoformat(),
    }
