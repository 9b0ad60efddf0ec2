"""What the parser of hours builds: day lists, spans and rules, before they are OSM."""

from dataclasses import dataclass, field

from directory_app.model.hours_tokens import DAYS, Time


class Unreadable(Exception):
    """The cell says something that the grammar does not know."""


@dataclass(slots=True)
class Span:
    """A span as written; ``evening`` says that it was called dinner."""

    opens: Time
    closes: Time
    evening: bool = False


@dataclass(slots=True)
class DayList:
    """Days as written: ranges of day indices, a single day being a range of one."""

    ranges: list[tuple[int, int]] = field(default_factory=list)

    @property
    def all(self) -> frozenset[int]:
        """Every day in it."""
        return frozenset(day for first, last in self.ranges for day in between(first, last))

    def osm(self) -> str:
        """The days in OSM syntax, as written: "Mo-Fr,Su"."""
        return ",".join(
            DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
            for first, last in self.ranges
        )


@dataclass(slots=True)
class Rule:
    """Days (None: not said) and spans; no spans means closed, ``all_day`` around the clock."""

    days: DayList | None
    spans: list[Span] = field(default_factory=list)
    all_day: bool = False
    adds: bool = False
    times: list[tuple[int, int]] = field(default_factory=list)

    @property
    def closed(self) -> bool:
        """Whether nothing is open under this rule."""
        return not self.spans and not self.all_day


def runs(days: tuple[int, ...]) -> list[tuple[int, int]]:
    """Ascending days as ranges; around the week's end where both ends are in it."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1 and day < 7:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    if len(runs) > 1 and runs[0][0] == 0 and runs[-1][1] == 6:
        runs = [*runs[1:-1], (runs[-1][0], runs[0][1])]
    return runs


def between(first: int, last: int) -> tuple[int, ...]:
    """The days from first to last, over the week's end where last comes before first."""
    if first > 6 or last > 6:
        return (first,)
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))
