"""Whether a business is open during an event, and hours as a week of spans."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from opening_hours import OpeningHours, State, validate

from directory_app.model.hours_pieces import days_text, rule_text
from directory_app.model.hours_rules import DAY_LIST, OsmRule, simple_rules
from directory_app.model.hours_tokens import ALL_DAYS
from directory_app.model.terms import OpenState

#: Minutes since midnight; an end past midnight is above 1440.
WeekSpan = tuple[int, int]
Week = list[list[WeekSpan]]
#: What changes later than this is no news to somebody who wants to call today.
_AHEAD = dt.timedelta(days=8)


def open_during(
    osm: str,
    date: dt.date,
    starts: dt.time | None = None,
    ends: dt.time | None = None,
    timezone: str = "America/Denver",
) -> OpenState:
    """Whether hours have the business open at some time of an event on its local day.

    Both are wall-clock times of the same ``timezone``, so it moves neither. Without times any
    time of the day counts; with a start alone the rest of the day, with an end alone the day
    until then; an event past midnight counts until midnight. Spans that began the evening
    before are included. US public holidays count where the hours name them. Empty or
    unreadable hours are unknown.
    """
    hours = _evaluator(osm)
    if hours is None:
        return OpenState.UNKNOWN
    midnight = dt.datetime.combine(date, dt.time())
    start = dt.datetime.combine(date, starts or dt.time())
    end = dt.datetime.combine(date, ends) if ends else midnight + dt.timedelta(days=1)
    if end <= start:
        end = midnight + dt.timedelta(days=1)
    states = {state for _, _, state, _ in hours.intervals(start, end)}
    if State.OPEN in states:
        return OpenState.OPEN
    return OpenState.UNKNOWN if State.UNKNOWN in states or not states else OpenState.CLOSED


@dataclass(frozen=True, slots=True)
class Now:
    """Whether a business is open at a moment, and until when it stays so.

    ``until`` is a wall-clock time; None where nothing changes within a week.
    """

    state: OpenState
    until: dt.datetime | None = None


def at_moment(osm: str, moment: dt.datetime) -> Now:
    """Whether hours have the business open at a wall-clock time, and when that changes."""
    hours = _evaluator(osm)
    if hours is None:
        return Now(OpenState.UNKNOWN)
    states = {State.OPEN: OpenState.OPEN, State.CLOSED: OpenState.CLOSED}
    found = [
        (start, states.get(state, OpenState.UNKNOWN))
        for start, _, state, _ in hours.intervals(moment, moment + _AHEAD)
    ]
    first = found[0][1] if found else OpenState.UNKNOWN
    return Now(first, next((start for start, state in found if state != first), None))


def is_valid(osm: str) -> bool:
    """Whether text is OSM opening_hours that can be evaluated."""
    return _evaluator(osm) is not None


@lru_cache(maxsize=1024)
def _evaluator(osm: str) -> OpeningHours | None:
    if not osm.strip():
        return None
    if not validate(osm):
        return None
    # OSM: a comment without a state leaves the state open to question; the library says open
    asked = re.sub(
        rf'(?:^|(?<=[;,] )|(?<=;))((?:{DAY_LIST} )?)(?="[^"]*"\s*(?:;|$))', r"\1unknown ", osm
    )
    return OpeningHours(asked if validate(asked) else osm, country="US")


def week(osm: str) -> Week | None:
    """Spans for each day, Monday first; None where a week can't say what the hours say.

    That is with seasons, holidays, comments or open ends, and for text that is no hours.
    """
    rules = simple_rules(osm) if osm.strip() else []
    if rules is None or not all(_fits_a_week(rule) for rule in rules):
        return None
    days: Week = [[] for _ in ALL_DAYS]
    for rule in rules:
        for day in rule.days or ALL_DAYS:
            spans = [(opens, closes) for opens, closes in rule.spans if closes is not None]
            days[day] = sorted(days[day] + spans) if rule.adds else spans
    return days


def _fits_a_week(rule: OsmRule) -> bool:
    return not rule.comment and 7 not in rule.days and all(end is not None for _, end in rule.spans)


def from_week(days: Week) -> str:
    """OSM hours of a week: days with the same spans in one rule, days without any "off".

    A week without any span is empty: nobody knows.
    """
    if not any(days):
        return ""
    if all(spans == [(0, 1440)] for spans in days):
        return "24/7"
    groups: dict[tuple[WeekSpan, ...], list[int]] = {}
    for day, spans in enumerate(days):
        groups.setdefault(tuple(spans), []).append(day)
    in_order = sorted(groups.items(), key=lambda group: not group[0])  # what is off comes last
    return "; ".join(rule_text(days_text(days), list(spans)) for spans, days in in_order)
