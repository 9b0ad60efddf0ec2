"""The map over two facing pages: one picture, each page drawing its own half."""

from collections.abc import Callable

from directory_app.guides import wording
from directory_app.guides.layouts import leaf, mapping, marks
from directory_app.guides.layouts.leaf import INNER, OUTER, TOP
from directory_app.guides.layouts.legend import notes_of, sections_of
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, measure, wrap
from directory_app.maps.ops import Circle, DisplayList, Op, Polygon, Polyline, Text

_PITCH = 15.5
_MARKER = 14.0
_TEXT = Style("semi", "regular", 10)
_RANGE = Style("semi", "bold", 10)
_NOTE = Style("cond", "regular", 10)
_NOTE_LINE = 12.0
_FOOT = 44.0


class Spread:
    """The map of a plan on two pages of ``size``."""

    def __init__(self, plan: Plan, size: tuple[float, float]) -> None:
        self._plan = plan
        self._size = size
        width = 2 * (size[0] - OUTER)
        on_map = {entry.number for entry in mapping.shown(plan)}
        self._unmapped = [str(e.number) for e in plan.entries if e.number not in on_map]
        self._notes = notes_of(plan, self._unmapped)
        self._sections = sections_of(plan)
        self._top = TOP + leaf.TITLE - 6
        legend = max(len(self._sections) * _PITCH, 2 * _PITCH + 4 + self._notes_height())
        self._high = size[1] - self._top - _FOOT - legend - 14
        maps = mapping.make(plan, (width, self._high), None, "booklet")
        assert maps is not None  # only made where somebody is on the map
        self._display = maps.main

    def _notes_height(self) -> float:
        half = self._size[0] - INNER - OUTER
        columns = [wrap(note, _NOTE, self._half(half)) for note in self._notes]
        return max((len(lines) for lines in columns), default=0) * _NOTE_LINE

    def _half(self, width: float) -> float:
        return (width - 14) / 2 if len(self._notes) > 1 else width

    def drawer(self, side: int) -> Callable[[Page, int], None]:
        """What draws the left (0) or the right (1) page."""

        def draw(page: Page, number: int) -> None:
            x, width = leaf.left(number), self._size[0] - INNER - OUTER
            told = self._plan.options.languages
            language = told[side] if side < len(told) else ""
            if language:
                title = Style("serif", "bold", 19)
                page.text(x if side else OUTER, TOP + 22, say("map", language), title)
            page.rule(0 if side else OUTER, TOP - 2, self._size[0] - OUTER, leaf.THICK)
            if not side:
                page.outline(say("map", told[0]), "map", TOP)
            shift = -(self._size[0] - OUTER) if side else OUTER
            mapping.draw(page, _part(self._display, -shift, self._size[0]), shift, self._top)
            y = self._top + self._high + 12
            if side:
                self._meanings(page, x, y, width)
            else:
                self._shapes(page, x, y, width)

        return draw

    def _shapes(self, page: Page, x: float, y: float, width: float) -> None:
        half = (width - 22) / max(1, len(self._plan.options.languages))
        for shape, letter, titles, numbers in self._sections:
            middle = y + _PITCH / 2
            marks.marker(page, (x + 7, middle), _MARKER, shape, letter, solid=True)
            for index, title in enumerate(titles):
                end = page.text(x + 22 + index * half, middle + 3.5, title, _TEXT)
                page.text(end + 4, middle + 3.5, numbers, _RANGE)
            y += _PITCH

    def _meanings(self, page: Page, x: float, y: float, width: float) -> None:
        told = self._plan.options.languages
        half = (width - 22) / len(told)
        for kind in ("solid", "outline"):
            middle = y + _PITCH / 2
            marks.marker(page, (x + 7, middle), _MARKER * 0.93, "circle", "", solid=kind == "solid")
            for index, language in enumerate(told):
                text = wording.word(kind, language)
                page.text(x + 22 + index * half, middle + 3.5, text, _TEXT)
            y += _PITCH
        column = self._half(width)
        for index, note in enumerate(self._notes):
            base = y + 4 + 0.8 * _NOTE.size
            for line in wrap(note, _NOTE, column):
                page.text(x + index * (column + 14), base, line, _NOTE)
                base += _NOTE_LINE


def plan(plan: Plan, size: tuple[float, float]) -> Spread | None:
    """The spread of a plan, None if nobody is on the map."""
    return Spread(plan, size) if mapping.shown(plan) else None


def _part(display: DisplayList, left: float, width: float) -> DisplayList:
    """The map with only what touches the strip from ``left`` on, so that no text is hidden."""
    ops = tuple(op for op in display.ops if _touches(op, left, left + width))
    return DisplayList(display.width, display.height, ops, display.markers, display.crowded)


def _touches(op: Op, left: float, right: float) -> bool:
    if isinstance(op, Circle):
        return op.x + op.radius + op.width > left and op.x - op.radius - op.width < right
    if isinstance(op, Text):
        wide = measure(op.text, Style("cond", "bold", op.size))
        start = op.x - {"middle": wide / 2, "end": wide}.get(op.anchor, 0.0)
        return start + wide > left and start < right
    if isinstance(op, Polygon | Polyline):
        xs = [x for x, _ in op.points]
        return max(xs) + op.width > left and min(xs) - op.width < right
    return True
