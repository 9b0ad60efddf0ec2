"""Cells that hold OSM opening_hours already, and rules written as such."""

import re

from opening_hours import validate

from directory_app.model.hours_shapes import Rule, Unreadable
from directory_app.model.hours_tokens import ALL_DAYS

_OSM_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_OSM_WORDS = re.compile(
    rf"(?:{_OSM_DAY}|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|days?|24/7|off|"
    r'closed|open|unknown|sunrise|sunset|dawn|dusk|\d{1,2}:\d{2}|\d{1,4}|"[^"]*"|[-,;:+|/()\[\]\s])*+'
)


def already_osm(cell: str, hint: str | None) -> str:
    """The cell in canonical spelling if it is OSM syntax, else empty."""
    plain = re.sub(r"\s+", " ", re.sub(r"[‐‑‒–—−]", "-", cell))
    plain = re.sub(rf"\b{_OSM_DAY}\b", lambda m: _day_case(m.group(0)), plain, flags=re.IGNORECASE)
    if not _OSM_WORDS.fullmatch(plain) or not re.search(r"\d:\d\d|24/7|\b(off|closed)\b", plain):
        return ""
    if re.search(r"\bMar\b", plain) and (hint == "es" or not re.search(_OSM_DAY, plain)):
        return ""
    padded = re.sub(r"(?<![\d:])(\d):(\d\d)", r"0\1:\2", plain)
    if not _is_24_hour(plain) or not re.search(rf"{_OSM_DAY}|24/7|[A-Z][a-z][a-z]", plain):
        return ""
    padded = re.sub(r" ?; ?", "; ", padded).strip(" ;")
    return padded if is_osm(padded) else ""


def _day_case(day: str) -> str:
    return day.upper() if day.upper() in {"PH", "SH"} else day.capitalize()


def _is_24_hour(plain: str) -> bool:
    """Whether each span can only be meant on a 24-hour clock ("9:00-5:00" is people's)."""
    for match in re.finditer(r"(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)", plain):
        opens = int(match[1]) * 60 + int(match[2])
        closes = int(match[3]) * 60 + int(match[4])
        if closes <= opens and not (opens >= 13 * 60 and len(match[3]) == 2):
            return False
        if len(match[1]) == 1 and int(match[1]) < 5:
            return False
    return True


def is_osm(osm: str) -> bool:
    """Whether opening-hours-py takes it."""
    return bool(validate(osm))


def join_same_days(rules: list[Rule]) -> list[Rule]:
    """Two rules for the same days become one; days that contradict each other can't be read."""
    joined: list[Rule] = []
    for rule in rules:
        same = next((r for r in joined if _days(r) == _days(rule)), None)
        if same is not None:
            _add_times(same, rule)
            continue
        for earlier in joined:
            _check_overlap(earlier, rule)
        joined.append(rule)
    return joined


def _add_times(rule: Rule, more: Rule) -> None:
    if rule.closed or more.closed or rule.all_day or more.all_day:
        raise Unreadable
    rule.times = sorted([*rule.times, *more.times])
    if any(a[1] > b[0] for a, b in zip(rule.times, rule.times[1:], strict=False)):
        raise Unreadable


def _check_overlap(earlier: Rule, later: Rule) -> None:
    """A later rule for some days of an earlier one replaces it there; more is a contradiction."""
    shared = _days(earlier) & _days(later)
    if not shared or later.adds:
        return
    if not _days(later) < _days(earlier):
        raise Unreadable


def _days(rule: Rule) -> frozenset[int]:
    return rule.days.all if rule.days else frozenset(ALL_DAYS)


def write(rules: list[Rule]) -> str:
    """The rules in OSM syntax, in their order."""
    text = ""
    for position, rule in enumerate(rules):
        if position:
            overlaps = any(_days(r) & _days(rule) for r in rules[:position])
            text += ", " if rule.adds and overlaps else "; "
        text += _write_rule(rule, alone=len(rules) == 1)
    return text


def _write_rule(rule: Rule, alone: bool) -> str:
    days = rule.days.osm() if rule.days else ""
    if rule.closed:
        return f"{days} off"
    if rule.all_day:
        every_day = _days(rule) == frozenset(ALL_DAYS)
        return "24/7" if every_day and alone else f"{days} 00:00-24:00"
    times = ",".join(f"{_hhmm(opens)}-{_hhmm(closes, True)}" for opens, closes in rule.times)
    return f"{days} {times}".strip()


def _hhmm(minutes: int, closing: bool = False) -> str:
    """A clock time; a closing past midnight is that of the next day, midnight itself 24:00."""
    if not closing or minutes > 1440:
        minutes %= 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
