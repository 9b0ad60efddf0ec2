"""OSM opening_hours cut into its rules as written, each with what kind of rule it is."""

import re
from dataclasses import dataclass

from directory_app.model.hours_rules import DAY_LIST, OsmRule, read_rule
from directory_app.model.hours_tokens import ALL_DAYS, DAYS

_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = rf"(?:\d{{4}} )?{_MONTH}(?: \d{{1,2}})?"
_DATES = rf"{_DATE}(?: ?- ?(?:{_DATE}|\d{{1,2}}))?"
#: Parts of the year: "May-Sep", "Jun 15-Aug 20", "Dec 24,Dec 31".
MONTHS = rf"{_DATES}(?:, ?{_DATES}){{0,31}}"
_SEASON = re.compile(rf"(?P<months>{MONTHS}):? (?P<body>.*)")
#: Between two rules, but not within a comment, a list of days or a list of spans.
_JOINT = re.compile(
    r'"[^"]*"|(?P<joint>(?:(?<!\s)\s++)?(?:;|\|\|)\s*|(?:(?<=:\d\d)|(?<=off)|(?<=closed)|(?<=\+)|(?<="))'
    rf",\s+(?=(?:{DAY_LIST}|{MONTHS})\b))"
)
_OTHER_DAYS = re.compile(r"(?:PH|SH|week|easter|\d{4})\b")
_WEEK_RULE = re.compile(rf"(?P<days>{DAY_LIST})?(?P<tail>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A rule as written, and what kind of rule it is.

    "week" (weekdays and spans), "season" (the same for ``months``), "holiday", "kept" (other
    days of the year, or what is asked last), or "odd" (usual days, but no plain spans).
    """

    text: str
    kind: str
    joint: str = "; "
    months: str = ""
    rule: OsmRule | None = None
    last_resort: bool = False

    @property
    def days(self) -> tuple[int, ...]:
        """The days that its rule names, 7 being a public holiday."""
        return self.rule.days if self.rule is not None else ()

    @property
    def usual_days(self) -> tuple[int, ...]:
        """The weekdays that it is about: all of them where it names none."""
        return tuple(day for day in self.days if day < len(ALL_DAYS)) or (
            () if self.days else ALL_DAYS
        )

    @property
    def rule_adds(self) -> bool:
        """Whether it adds to earlier rules instead of replacing them."""
        return self.rule is not None and self.rule.adds

    @property
    def rule_off(self) -> bool:
        """Whether it closes its days."""
        return self.rule is not None and self.rule.off

    @property
    def body(self) -> str:
        """The rule without its part of the year."""
        match = _SEASON.fullmatch(self.text)
        return match["body"] if match and self.kind == "season" else self.text


def cut(osm: str) -> list[Piece]:
    """The rules of hours, with what stands between them. Never raises."""
    pieces: list[Piece] = []
    start, joint, resort = 0, "; ", False
    for found in (*_JOINT.finditer(osm), None):
        if found is not None and found["joint"] is None:
            continue
        text = osm[start : found.start() if found else len(osm)].strip()
        if text:
            resort = resort or "||" in joint
            pieces.append(_piece(text, joint, resort))
        if found is not None:
            start, joint = found.end(), found["joint"]
    return pieces


def _piece(text: str, joint: str, resort: bool) -> Piece:
    adds = joint.strip().startswith(",")
    if resort:
        return Piece(text, "kept", joint, last_resort=True)
    if season := _SEASON.fullmatch(text):
        rule = read_rule(season["body"], adds)
        known = rule is not None and _is_plain(rule) and len(DAYS) - 1 not in rule.days
        kind = "season" if known and season["body"] else "kept"
        return Piece(text, kind, joint, season["months"] if kind == "season" else "", rule)
    rule = read_rule(text, adds)
    if rule is not None and set(rule.days) == {len(DAYS) - 1}:
        return Piece(text, "holiday", joint, rule=rule)
    if rule is not None and _is_plain(rule):
        return Piece(text, "week", joint, rule=rule)
    return Piece(text, "kept" if _OTHER_DAYS.match(text) else "odd", joint)


def _is_plain(rule: OsmRule) -> bool:
    return not rule.comment and all(closes is not None for _opens, closes in rule.spans)


def tail_of(piece: Piece) -> str:
    """What a rule of the week says after its days, as written: " 08:00-12:00"."""
    match = _WEEK_RULE.fullmatch(piece.text)
    assert match is not None
    tail = match["tail"] if match["days"] else f" {piece.text}"
    return tail.replace("24/7", "00:00-24:00") if not match["days"] else tail


def days_text(days: list[int]) -> str:
    """Days in OSM syntax, runs as ranges, around the week's end too: "We-Mo"."""
    runs: list[list[int]] = []
    for day in sorted(set(days) & set(ALL_DAYS)):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][-1] == 6:
        runs = [*runs[1:-1], runs[-1] + runs[0]]
    names = [DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}" for run in runs]
    return ",".join([*names, *(["PH"] if 7 in days else [])])


def rule_text(days: str, spans: list[tuple[int, int]]) -> str:
    """A rule in OSM syntax for days; no spans: off."""
    if not spans:
        return f"{days} off"
    return f"{days} " + ",".join(f"{hhmm(opens)}-{hhmm(closes)}" for opens, closes in spans)


def hhmm(minutes: int) -> str:
    """A clock time; past midnight that of the next day, midnight itself 24:00."""
    minutes = minutes if minutes <= 1440 else minutes - 1440
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
