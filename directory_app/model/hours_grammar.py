"""Tokens of hours -> rules: days first ("Mon 9-5") or times first ("9-5 Mon")."""

from dataclasses import dataclass, field, replace

from directory_app.model.hours_shapes import DayList, Rule, Span, Unreadable, runs
from directory_app.model.hours_tokens import ALL_DAYS, Token


def settle_letters(found: list[Token]) -> bool:
    """Whether a lone English S was taken for Saturday; as a start it could be either day."""
    unsure = [position for position, token in enumerate(found) if token.unsure]
    sunday_named = any(token.days == (6,) for token in found)
    for position in unsure:
        following = found[position + 1].kind if position + 1 < len(found) else ""
        before = found[position - 1].kind if position else ""
        if len(unsure) > 1 or (following == "dash" and before != "dash" and not sunday_named):
            raise Unreadable
    return bool(unsure) and not sunday_named


def segments(found: list[Token]) -> list[list[Token]]:
    """Pieces between semicolons, brackets and lines; between commas too where each is whole."""
    segments: list[list[Token]] = [[]]
    for position, token in enumerate(found):
        if token.kind == "stop":
            if not _opens_days(found, position):
                segments.append([])
        else:
            segments[-1].append(token)
    return [part for segment in segments if segment for part in _comma_parts(segment)]


def _opens_days(found: list[Token], position: int) -> bool:
    """Whether a bracket holds the days of the times before it: "8-5 (Mon to Fri)"."""
    if found[position].text not in {"(", "["}:
        return False
    before, inside = set(), set()
    for token in reversed(found[:position]):
        if token.kind == "stop":
            break
        before.add(token.kind)
    for token in found[position + 1 :]:
        if token.kind == "stop":
            break
        inside.add(token.kind)
    signs = {"dash", "comma", "and"}
    return before - signs == {"time"} and inside - signs == {"days"}


def _comma_parts(segment: list[Token]) -> list[list[Token]]:
    parts: list[list[Token]] = [[]]
    for token in segment:
        if token.kind == "comma":
            parts.append([])
        else:
            parts[-1].append(token)
    kinds = [{token.kind for token in part} for part in parts]
    whole = all("days" in kind and kind & {"time", "closed", "all_day"} for kind in kinds)
    return parts if whole else [segment]


@dataclass(slots=True)
class _Item:
    kind: str
    days: DayList | None = None
    span: Span | None = None
    text: str = ""


def reduce(segment: list[Token]) -> list[_Item]:
    """Tokens to items: day lists, spans, "closed", "all_day", "except", "meal"."""
    items: list[_Item] = []
    position = 0
    while position < len(segment):
        position = _reduce_one(segment, position, items)
    return items


def _reduce_one(segment: list[Token], position: int, items: list[_Item]) -> int:
    token = segment[position]
    end = _range_end(segment, position)
    if token.kind == "days":
        _add_days(token, segment[end] if end else None, items)
    elif token.kind == "time":
        closes = segment[end].time if end else None
        if token.time is None or closes is None:
            raise Unreadable
        items.append(_Item("span", span=Span(token.time, closes)))
    elif token.kind == "dash":
        _check_idle_dash(segment, position)
    elif token.kind not in {"and", "comma"}:
        items.append(_Item(token.kind, text=token.text))
    return (end or position) + 1


def _range_end(segment: list[Token], position: int) -> int:
    """Where the range that starts here ends; 0 if none starts here."""
    end = position + 1
    while end < len(segment) and segment[end].kind == "dash":
        end += 1
    same = end < len(segment) and segment[end].kind == segment[position].kind
    return end if same and end > position + 1 and segment[position].kind in {"days", "time"} else 0


def _check_idle_dash(segment: list[Token], position: int) -> None:
    """A dash between days and times says nothing; one at an edge or after a time does."""
    if position in {0, len(segment) - 1}:
        raise Unreadable
    before, after = segment[position - 1].kind, segment[position + 1].kind
    if {before, after} - {"days", "time", "closed", "all_day", "dash"} or before == after == "time":
        raise Unreadable
    if before == "days" and after == "days":
        raise Unreadable


def _add_days(first: Token, last: Token | None, items: list[_Item]) -> None:
    if last is not None and (len(first.days) != 1 or len(last.days) != 1):
        raise Unreadable
    ranges = [(first.days[0], last.days[0])] if last else runs(first.days)
    previous = items[-1] if items else None
    if previous and previous.kind == "except" and len(items) > 1 and items[-2].days:
        items.pop()
        items[-1].days = _without(items[-1].days, DayList(ranges))
    elif previous and previous.kind == "days" and previous.days:
        if previous.days.all & DayList(ranges).all:
            raise Unreadable
        previous.days.ranges += ranges
    else:
        items.append(_Item("days", DayList(ranges)))


def _without(days: DayList | None, gone: DayList) -> DayList:
    left = (days.all if days else frozenset()) - gone.all
    if not left:
        raise Unreadable
    return DayList(runs(tuple(sorted(left))))


@dataclass(slots=True)
class Reader:
    """Puts day lists and spans together, days first or times first, piece by piece."""

    rules: list[Rule] = field(default_factory=list)
    days: DayList | None = None
    open: Rule = field(default_factory=lambda: Rule(None))
    closing: bool = False
    meal: str = ""

    def read(self, items: list[_Item]) -> None:
        """Read one piece of the cell."""
        only_times = all(item.kind in {"span", "meal"} for item in items)
        if only_times and not self.days and self.rules and self.rules[-1].spans:
            self.rules[-1].spans += [item.span for item in items if item.span]
            return
        for item in items:
            self._take(item)
        if not self.open.closed:
            self._end_rule(last=True)

    def finish(self) -> list[Rule]:
        """All rules; days without times, or a "closed" without days, can't be read."""
        undecided = sum(rule.days is None for rule in self.rules)
        opened = [rule for rule in self.rules if not rule.closed]
        if self.days or self.closing or not opened or (undecided and len(opened) > 1):
            raise Unreadable
        if opened[0].days is None or opened[0].days.all == frozenset(ALL_DAYS):
            self.rules.sort(key=lambda rule: rule is not opened[0])
        return self.rules

    def _take(self, item: _Item) -> None:
        if item.kind == "days" and item.days:
            self._take_days(item.days)
        elif item.kind == "span" and item.span:
            self._refuse_closing()
            self.open.spans.append(replace(item.span, evening=self.meal in {"dinner", "cena"}))
        elif item.kind == "all_day":
            self._refuse_closing()
            self.open.all_day = True
        elif item.kind == "meal":
            self.meal = item.text
        else:
            self._take_closed()

    def _take_days(self, days: DayList) -> None:
        if self.closing:
            self.rules.append(Rule(days))
            self.closing = False
        elif self.open.closed:
            self.days = DayList([*self.days.ranges, *days.ranges]) if self.days else days
        elif self.days is None:
            self.days = days
            self._end_rule()
        else:
            self._end_rule()
            self.days = days

    def _take_closed(self) -> None:
        self._refuse_closing()
        if self.days and self.open.closed:
            self.rules.append(Rule(self.days))
            self.days = None
        else:
            if not self.open.closed:
                self._end_rule(last=True)
            self.closing = True

    def _end_rule(self, last: bool = False) -> None:
        if self.days is None and (not last or any(not rule.closed for rule in self.rules)):
            raise Unreadable
        rule = replace(self.open, days=self.days, adds=bool(self.meal))
        if rule.spans and rule.all_day:
            raise Unreadable
        self.rules.append(rule)
        self.days, self.open = None, Rule(None)

    def _refuse_closing(self) -> None:
        if self.closing:
            raise Unreadable


def name_days(rules: list[Rule]) -> bool:
    """Name every day where a closed day or "24 hours" implies it; else say that it is assumed."""
    unnamed = [rule for rule in rules if rule.days is None]
    for rule in unnamed:
        if len(rules) > 1 or rule.all_day:
            rule.days = DayList([(0, 6)])
    return bool(unnamed) and unnamed[0].days is None
