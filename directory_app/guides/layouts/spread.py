"""The map over two facing pages: one picture, each page drawing its own half."""

from collections.abc import Callable

from directory_app.guides.layouts import leaf, mapping
from directory_app.guides.layouts.keys import MapKey
from directory_app.guides.layouts.leaf import INNER, OUTER, TOP
from directory_app.guides.layouts.words import say
from directory_app.guides.page import Page
from directory_app.guides.planning import Plan
from directory_app.guides.typesetting import Style, measure
from directory_app.maps.ops import Circle, DisplayList, Op, Polygon, Polyline, Text

_FOOT = 44.0


class Spread:
    """The map of a plan on two pages of ``size``."""

    def __init__(self, plan: Plan, size: tuple[float, float]) -> None:
        self._plan = plan
        self._size = size
        width = 2 * (size[0] - OUTER)
        self._key = MapKey(plan)
        self._top = TOP + leaf.TITLE - 6
        column = size[0] - INNER - OUTER
        legend = max(self._key.shapes_height, self._key.meanings_height(column))
        self._high = size[1] - self._top - _FOOT - legend - 14
        maps = mapping.make(plan, (width, self._high), None, "booklet", (width / 2,))
        assert maps is not None  # only made where somebody is on the map
        self._display = maps.main

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
            mapping.draw(page, part(self._display, -shift, self._size[0]), shift, self._top)
            y = self._top + self._high + 12
            if side:
                self._key.meanings(page, (x, y), width)
            else:
                self._key.shapes(page, (x, y), width)

        return draw


def plan(plan: Plan, size: tuple[float, float]) -> Spread | None:
    """The spread of a plan, None if nobody is on the map."""
    return Spread(plan, size) if mapping.shown(plan) else None


def part(display: DisplayList, left: float, width: float) -> DisplayList:
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
