"""Whether a business is open during an event, and hours as a week of spans."""

import datetime as dt
import re
from functools import lru_cache

from opening_hours import OpeningHours, State, validate

from directory_app.model.hours_rules import DAY_LIST, OsmRule, simple_rules
from directory_app.model.hours_tokens import ALL_DAYS, DAYS
from directory_app.model.terms import OpenState

#: Minutes since midnight; an end past midnight is above 1440.
WeekSpan = tuple[int, int]
Week = list[list[WeekSpan]]


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
    opened = [f"{_names(group)} {_times(spans)}" for spans, group in groups.items() if spans]
    closed = [f"{_names(group)} off" for spans, group in groups.items() if not spans]
    return "; ".join(opened + closed)


def _names(group: list[int]) -> str:
    runs: list[list[int]] = []
    for day in group:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == 6:
        runs = [*runs[1:-1], runs[-1] + runs[0]]
    return ",".join(
        DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs
    )


def _times(spans: tuple[WeekSpan, ...]) -> str:
    return ",".join(f"{_hhmm(opens)}-{_hhmm(closes)}" for opens, closes in spans)


def _hhmm(minutes: int) -> str:
    minutes = minutes if minutes <= 1440 else minutes - 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
