"""Hours as a person edits them: the usual week, seasons, holidays, and what is kept as it is.

A week, a season or the holidays can be changed without a letter of the rest being touched:
hours are cut into their rules as written, and only the rules of what is edited are written
anew. In OSM a later rule replaces earlier ones on its days, so each rule keeps its place.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from directory_app.model.hours_open import Week, WeekSpan, from_week, is_valid
from directory_app.model.hours_pieces import Piece, cut, days_text, rule_text, tail_of
from directory_app.model.hours_tokens import ALL_DAYS

#: What hours say about public holidays: nothing, closed, as on a Sunday, or something else.
UNSAID, CLOSED, AS_SUNDAY, OWN = "", "closed", "sunday", "own"
_PH = 7


@dataclass(frozen=True, slots=True)
class Season:
    """A part of the year with hours of its own; both in OSM syntax."""

    months: str
    osm: str


@dataclass(frozen=True, slots=True)
class HoursPlan:
    """Hours cut into their rules. Every ``with_`` gives another plan, or the same."""

    pieces: tuple[Piece, ...] = ()

    @property
    def osm(self) -> str:
        """The hours in OSM syntax, untouched rules letter by letter; "" if nothing is said."""
        return "".join(
            f"{piece.joint if place else ''}{piece.text}" for place, piece in enumerate(self.pieces)
        )

    # -- the usual week

    @property
    def week(self) -> Week | None:
        """The usual week, Monday first; None where it can't be shown as spans of days.

        A comment, an open end or a rule of another kind for usual days does that.
        """
        if any(piece.kind == "odd" for piece in self.pieces):
            return None
        return [_spans_on(self.pieces, day) for day in ALL_DAYS]

    def with_day(self, day: int, spans: list[WeekSpan]) -> "HoursPlan":
        """Other hours for one usual weekday (0 is Monday); no spans: closed."""
        if self.week is None or _spans_on(self.pieces, day) == sorted(spans):
            return self
        pieces = list(self.pieces)
        place = _take_out(pieces, day)
        if place is None:
            place = _before_specials(pieces)
        new = _usual(days_text([day]), spans)
        pieces.insert(place, new)
        return HoursPlan(_settled(_merged(pieces, place)))

    def with_week(self, week: Week) -> "HoursPlan":
        """Another usual week: only the days that differ are written anew."""
        if not self.pieces:
            return plan(from_week(week)) or self
        changed = self
        for day, spans in enumerate(week):
            changed = changed.with_day(day, spans)
        return changed

    # -- parts of the year

    @property
    def seasons(self) -> tuple[Season, ...]:
        """The parts of the year that have hours of their own, in their order."""
        names = dict.fromkeys(piece.months for piece in self.pieces if piece.kind == "season")
        return tuple(
            Season(name, "; ".join(p.body for p in self.pieces if p.months == name))
            for name in names
        )

    def with_season(self, months: str, osm: str, instead_of: str = "") -> "HoursPlan":
        """A part of the year with hours ``osm`` (rules of weekdays only), added or changed."""
        old = next((one for one in self.seasons if one.months == instead_of), None)
        if old == Season(months, osm):
            return self
        kept = [piece for piece in self.pieces if old is None or piece.months != old.months]
        gone = [place for place, piece in enumerate(self.pieces) if piece not in kept]
        place = gone[0] if gone else _after_week(kept)
        added = [
            replace(piece, text=f"{months} {piece.text}", months=months, kind="season")
            for piece in cut(osm.replace("24/7", "Mo-Su 00:00-24:00"))
        ]
        return HoursPlan((*kept[:place], *added, *kept[place:]))

    def without_season(self, months: str) -> "HoursPlan":
        """A part of the year is as usual again."""
        return HoursPlan(tuple(piece for piece in self.pieces if piece.months != months))

    # -- holidays

    @property
    def holidays(self) -> str:
        """UNSAID, CLOSED, AS_SUNDAY or OWN."""
        told = [piece for piece in self.pieces if _names_holidays(piece)]
        if not told:
            return UNSAID
        rules = [piece.rule for piece in told if piece.rule is not None]
        if len(rules) < len(told) or any(rule.comment for rule in rules):
            return OWN
        if rules[-1].off:
            return CLOSED
        same = self.week is not None and list(rules[-1].spans) == self.week[6]
        return AS_SUNDAY if same and not rules[-1].adds else OWN

    @property
    def holiday_osm(self) -> str:
        """The rules for holidays alone, such as "PH 10:00-14:00"."""
        told = [piece for piece in self.pieces if _names_holidays(piece)]
        return "; ".join(
            piece.text if piece.kind == "holiday" else f"PH{tail_of(piece)}" for piece in told
        )

    def with_holidays(self, spans: list[WeekSpan] | None) -> "HoursPlan":
        """Other hours on public holidays; no spans: closed; None: nothing is said."""
        pieces = [_without_holidays(piece) for piece in self.pieces if piece.kind != "holiday"]
        if spans is not None:
            text = rule_text("PH", spans)
            place = next((n for n, piece in enumerate(pieces) if piece.last_resort), len(pieces))
            pieces.insert(place, cut(text)[0])
        changed = HoursPlan(_settled(pieces))
        return self if changed.osm == self.osm else changed

    @property
    def kept(self) -> tuple[str, ...]:
        """Rules that are neither week, season nor holiday, as written; they stay as they are."""
        return tuple(piece.text for piece in self.pieces if piece.kind in ("kept", "odd"))


@lru_cache(maxsize=1024)
def plan(osm: str) -> HoursPlan | None:
    """Hours cut into what can be edited; None for text that is no opening_hours."""
    if not osm.strip():
        return HoursPlan()
    return HoursPlan(tuple(cut(osm))) if is_valid(osm) else None


def _names_holidays(piece: Piece) -> bool:
    return piece.kind == "holiday" or (piece.kind == "week" and _PH in piece.days)


def _without_holidays(piece: Piece) -> Piece:
    if piece.kind != "week" or _PH not in piece.days:
        return piece
    return _with_days(piece, [day for day in piece.days if day != _PH])


def _spans_on(pieces: tuple[Piece, ...], day: int) -> list[WeekSpan]:
    """The usual spans of a weekday: the last rule that names it counts, and what adds to it."""
    spans: list[WeekSpan] = []
    for piece in pieces:
        if piece.kind == "week" and piece.rule is not None and day in piece.usual_days:
            own = [(opens, closes) for opens, closes in piece.rule.spans if closes is not None]
            spans = sorted(spans + own) if piece.rule.adds else own
    return spans


def _with_days(piece: Piece, days: list[int]) -> Piece:
    """The same rule for other days, its hours as written."""
    return replace(cut(f"{days_text(days)}{tail_of(piece)}")[0], joint=piece.joint)


def _usual(days: str, spans: list[WeekSpan]) -> Piece:
    return cut(rule_text(days, spans))[0]


def _take_out(pieces: list[Piece], day: int) -> int | None:
    """Take a weekday out of the rules that name it; where a new one for it belongs, if any did."""
    place = None
    for at in reversed(range(len(pieces))):
        piece = pieces[at]
        if piece.kind != "week" or day not in piece.usual_days:
            continue
        left = [one for one in piece.usual_days if one != day]
        left += [_PH] if _PH in piece.days else []
        if left:
            pieces[at] = _with_days(piece, left)
        else:
            del pieces[at]
        if place is None:
            place = at
        elif not left:
            place -= 1
    return place


def _before_specials(pieces: list[Piece]) -> int:
    """After the first rules of the week: seasons and holidays go on replacing what is there."""
    count = 0
    while count < len(pieces) and pieces[count].kind == "week":
        count += 1
    return count


def _after_week(pieces: list[Piece]) -> int:
    """Before the holidays and what is only asked when nothing else is said."""
    usual = [place for place, piece in enumerate(pieces) if piece.kind in ("week", "season")]
    return usual[-1] + 1 if usual else 0


def _merged(pieces: list[Piece], place: int) -> list[Piece]:
    """The rule at a place as part of a neighbour with the same hours, where order is nothing."""
    first = last = place
    while first > 0 and _plain(pieces[first - 1]) and _plain(pieces[first]):
        first -= 1
    while last + 1 < len(pieces) and _plain(pieces[last + 1]):
        last += 1
    block = pieces[first : last + 1]
    named = [day for piece in block for day in piece.usual_days]
    if len(named) != len(set(named)):
        return pieces
    new = pieces[place]
    for at in range(first, last + 1):
        if at != place and _same_hours(pieces[at], new):
            days = [*pieces[at].usual_days, *new.days]
            days += [_PH] if _PH in pieces[at].days else []
            merged = _with_days(pieces[at], days)
            return [merged if n == at else piece for n, piece in enumerate(pieces) if n != place]
    others = [*pieces[first:place], *pieces[place + 1 : last + 1]]
    return [*pieces[:first], *_in_order(others, new), *pieces[last + 1 :]]


def _in_order(others: list[Piece], new: Piece) -> list[Piece]:
    """A new rule among those of other days: by its day, what is off last."""
    if any(_PH in piece.days for piece in others):
        return [new, *others]  # a holiday is a weekday too: what names it comes after
    earlier = [
        n
        for n, piece in enumerate(others)
        if not piece.rule_off and piece.usual_days and piece.usual_days[0] < new.usual_days[0]
    ]
    place = len(others) if new.rule_off else max(earlier, default=-1) + 1
    return [*others[:place], new, *others[place:]]


def _plain(piece: Piece) -> bool:
    return piece.kind == "week" and not piece.rule_adds


def _same_hours(one: Piece, other: Piece) -> bool:
    a, b = one.rule, other.rule
    return a is not None and b is not None and (a.spans, a.off) == (b.spans, b.off)


def _settled(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Nothing where nothing is ever open, and 24/7 where all is."""
    if all(piece.kind == "week" and _PH not in piece.days for piece in pieces):
        week = [_spans_on(tuple(pieces), day) for day in ALL_DAYS]
        if not any(week):
            return ()
        if all(spans == [(0, 1440)] for spans in week):
            return tuple(cut("24/7"))
    return tuple(pieces)
