"""OSM opening_hours as plain rules of days and spans, where they are no more than that."""

import re
from dataclasses import dataclass

from directory_app.model.hours_tokens import ALL_DAYS, DAYS

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)"
_DAY_RANGE = rf"{_DAY}(?:-{_DAY})?"
#: Bounded, for nobody names a day more than twice: what looks ahead for a list ends soon.
DAY_LIST = rf"{_DAY_RANGE}(?:, ?{_DAY_RANGE}){{0,15}}"
_SPAN = r"\d\d:\d\d(?:-\d\d:\d\d|\+)"
_RULE = re.compile(
    rf"(?P<days>{DAY_LIST})?:? ?(?:(?P<spans>{_SPAN}(?:, ?{_SPAN})*)|(?P<always>24/7)"
    r'|(?P<off>off|closed)|(?:unknown )?"(?P<comment>[^"]*)")?'
)
#: A comma parts rules only after times: "Mo, We 08:00-12:00" is one rule for two days.
_NEXT_RULE = re.compile(
    rf'; ?|(?:(?<=:\d\d)|(?<=off)|(?<=closed)|(?<=\+)|(?<=")), (?={DAY_LIST} )'
    r"|(?:(?<!\s)\s++)?\|\|\s*"
)

Span = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class OsmRule:
    """One rule: days (0 Monday to 6 Sunday, 7 a public holiday; empty: not said) and spans.

    Spans are minutes since midnight; a closing past midnight is above 1440, an open end is
    None. ``adds`` says that the rule adds to earlier ones for its days instead of replacing.
    """

    days: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    off: bool = False
    comment: str = ""
    adds: bool = False


def simple_rules(osm: str) -> list[OsmRule] | None:
    """The rules of an opening_hours; None where it has seasons, weeks, "||" or the like."""
    separators = ["; ", *_NEXT_RULE.findall(osm)]
    rules = []
    for separator, text in zip(separators, _NEXT_RULE.split(osm), strict=True):
        rule = read_rule(text.strip(), adds=separator.startswith(","))
        if rule is None or "||" in separator:
            return None
        rules.append(rule)
    return rules


def read_rule(text: str, adds: bool) -> OsmRule | None:
    """One rule of days and spans, without anything around it; None where it is more."""
    match = _RULE.fullmatch(text)
    if match is None or not text:
        return None
    days = _days(match["days"] or "")
    if match["off"]:
        return OsmRule(days, off=True, adds=adds)
    if match["comment"] is not None:
        return OsmRule(days, comment=match["comment"], adds=adds)
    if match["spans"] is None:
        return OsmRule(days if match["days"] else ALL_DAYS, ((0, 1440),), adds=adds)
    return OsmRule(days, tuple(_spans(match["spans"])), adds=adds)


def _days(text: str) -> tuple[int, ...]:
    days: list[int] = []
    for part in filter(None, re.split(r", ?", text)):
        first, _, last = part.partition("-")
        start, end = DAYS.index(first), DAYS.index(last or first)
        days += [start] if start == end else _between(start, end)
    return tuple(dict.fromkeys(days))


def _between(start: int, end: int) -> list[int]:
    return [(start + step) % 7 for step in range((end - start) % 7 + 1)]


def _spans(text: str) -> list[Span]:
    spans: list[Span] = []
    for opens, closes in re.findall(r"(\d\d:\d\d)(?:-(\d\d:\d\d)|\+)", text):
        start, end = minutes(opens), minutes(closes) if closes else None
        spans.append((start, end + 1440 if end is not None and end <= start else end))
    return spans


def minutes(clock: str) -> int:
    """Minutes since midnight of a clock time such as "09:30"."""
    return int(clock[:2]) * 60 + int(clock[3:])
