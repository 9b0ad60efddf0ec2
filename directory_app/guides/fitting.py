"""Fit a guide to so many sheets by solving, never by cutting (print notes, "Fitting").

A layout takes the largest type with which everything fits. Where nothing does, this finds what
would have to go: the fewest fields in the order of the notes, or the map, or the farthest. A
person chooses; nothing goes by itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from directory_app.guides.distances import measured
from directory_app.guides.layouts import arrange
from directory_app.guides.options import GuideOptions
from directory_app.guides.planning import Plan, make_plan
from directory_app.progress import Progress, silent

#: What gives, in this order. SNAP and WIC stay, and so does what tells who and where it is.
GIVES = ("note", "access", "payment", "languages", "qr")
#: Parts of a guide that give before another sheet is taken.
PARTS = ("index_cuisine", "index_town", "intro", "how_to", "index_name")


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to come down to the sheets wanted. ``kind``: fields, parts, map, open_only, radius.

    ``options`` and ``radius_miles`` (None: as it is) are what to plan with; ``sheets`` and
    ``listed`` are what would come of it, ``gone`` names the fields that would go.
    """

    kind: str
    options: GuideOptions
    sheets: int
    listed: int
    gone: tuple[str, ...] = ()
    radius_miles: float | None = None


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a plan keeps to its sheets as it is; else the choices, the gentlest first."""

    wanted: int
    sheets: int
    choices: tuple[Choice, ...] = ()

    @property
    def fits(self) -> bool:
        """Whether nothing has to go."""
        return not self.wanted or self.sheets <= self.wanted


def fit(plan: Plan, progress: Progress = silent) -> Fit:
    """See whether a plan fits ``options.fit`` sheets a copy, and what could be done if not."""
    wanted = plan.options.fit
    takes = arrange(plan, progress=progress).sheets
    if not wanted or takes <= wanted:
        return Fit(wanted, takes)
    solver = _Solver(plan, wanted, progress)
    tries: tuple[Callable[[], Choice | None], ...] = (
        lambda: solver.fewer("fields", GIVES),
        lambda: solver.fewer("parts", PARTS),
        lambda: solver.fewer("fields_parts", (*GIVES, *PARTS)),
        solver.no_map,
        solver.open_only,
        solver.nearer,
    )
    found: list[Choice] = []
    for attempt in tries:
        choice = attempt()
        if choice is not None and not (choice.kind == "fields_parts" and found):
            found.append(choice)
    return Fit(wanted, takes, tuple(found))


class _Solver:
    """Tries plans with less in them."""

    def __init__(self, plan: Plan, wanted: int, progress: Progress) -> None:
        self._plan = plan
        self._wanted = wanted
        self._progress = progress

    def _try(self, kind: str, plan: Plan, **more: object) -> Choice | None:
        takes = arrange(plan, progress=self._progress).sheets
        if takes > self._wanted or not plan.entries:
            return None
        return Choice(kind, plan.options, takes, len(plan.entries), **more)  # type: ignore[arg-type]

    def fewer(self, kind: str, gives: tuple[str, ...]) -> Choice | None:
        """The fewest of these switched off: first as many as it takes, then each back that can."""
        shown = [name for name in gives if self._plan.options.shows(name)]
        if not shown or self._without(kind, shown) is None:
            return None
        low, high = 1, len(shown)
        while low < high:  # the more goes, the fewer sheets it takes
            middle = (low + high) // 2
            if self._without(kind, shown[:middle]) is None:
                low = middle + 1
            else:
                high = middle
        gone = shown[:high]
        for name in list(gone):
            fewer = [each for each in gone if each != name]
            if fewer and self._without(kind, fewer) is not None:
                gone = fewer
        return self._without(kind, gone)

    def _without(self, kind: str, gone: list[str]) -> Choice | None:
        options = self._plan.options
        less = replace(options, without=options.without | set(gone))
        return self._try(kind, replace(self._plan, options=less), gone=tuple(gone))

    def no_map(self) -> Choice | None:
        """Without the map."""
        if not self._plan.options.shows("map"):
            return None
        less = replace(self._plan.options, show_map=False)
        return self._try("map", replace(self._plan, options=less), gone=("map",))

    def open_only(self) -> Choice | None:
        """Without who is closed then, or may be."""
        if self._plan.options.open_only:
            return None
        less = replace(self._plan.options, open_only=True)
        again = self._again(replace(self._plan, options=less))
        return (
            self._try("open_only", again) if len(again.entries) < len(self._plan.entries) else None
        )

    def _again(self, plan: Plan) -> Plan:
        return make_plan(
            plan.event, [e.listing for e in self._plan.entries], plan.options, plan.left_out
        )

    def nearer(self) -> Choice | None:
        """The widest circle round the event with which it fits."""
        event = self._plan.event
        if event.position is None:
            return None
        miles = sorted(
            far for e in self._plan.entries if (far := measured(event, e.listing)) is not None
        )
        steps = sorted({round(far + 0.05, 1) for far in miles})
        best: Choice | None = None
        low, high = 0, len(steps) - 1
        while low <= high:  # the wider the circle, the more sheets it takes
            middle = (low + high) // 2
            near = replace(self._plan, event=replace(event, radius_miles=steps[middle]))
            tried = self._try("radius", self._again(near), radius_miles=steps[middle])
            if tried is None:
                high = middle - 1
            else:
                best, low = tried, middle + 1
        return best if best and best.listed < len(self._plan.entries) else None
