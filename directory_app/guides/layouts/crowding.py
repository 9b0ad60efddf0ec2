"""Which markers find no room on the several maps of an atlas, told before anything is printed."""

from collections.abc import Mapping

from directory_app.guides.layouts import atlas, mapping
from directory_app.guides.planning import Plan

#: layout -> (most markers a map, about how large each map is on the layout's own paper)
_MAPS: Mapping[str, tuple[int, tuple[float, float]]] = {
    "booklet": (atlas.HALF, (326.0, 468.0)),
    "sheet": (atlas.WHOLE, (558.0, 633.0)),
}


def crowded_tiles(
    plan: Plan, size: tuple[float, float] | None = None
) -> dict[str, tuple[str, ...]]:
    """Map's name -> the numbers that would lie over others there; maps with room are not in it.

    ``size`` stands for the layout's own, in points.
    """
    if plan.options.layout not in _MAPS:
        return {}
    most, usual = _MAPS[plan.options.layout]
    found: dict[str, tuple[str, ...]] = {}
    for tile in atlas.tiles(plan, most):
        maps = mapping.make(
            plan,
            size or usual,
            None,
            plan.options.layout,
            entries=tile.entries,
            shows_event=tile.is_near(plan.event.position),
        )
        if maps and maps.crowded:
            found[tile.name] = maps.crowded
    return found
