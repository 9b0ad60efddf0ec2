"""A town's name stands at its own dot, and no dot is without its name."""

from math import dist

import pytest

from directory_app.maps import basemap
from directory_app.maps.display import Place, Venue, build
from directory_app.maps.frame import Frame
from directory_app.maps.ops import Circle, Text
from directory_app.model.geo import Position

SIZE = (540.0, 480.0)
TOWNS = ("Santa Fe", "Española", "Albuquerque", "Clovis", "Portales", "Roswell", "Taos", "Pojoaque")


def known() -> list[tuple[str, Position]]:
    """Every town about here; two may share a name."""
    everywhere = Frame(Position(34.4, -106.0), 0.5).bounds(SIZE)
    return [(town.name, town.position) for town in basemap.towns(everywhere)]


def crowd(count: int) -> list[Place]:
    """So many places in these towns, in turn, each a little off its middle."""
    towns = [position for name, position in known() if name in TOWNS]
    return [
        Place(
            str(n + 1),
            Position(
                towns[n % len(towns)].latitude + 0.002 * (n // len(towns)),
                towns[n % len(towns)].longitude - 0.003 * (n // len(towns) % 5),
            ),
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("scale", [0.7, 1.5, 3.0, 6.0, 12.0])
@pytest.mark.parametrize("count", [0, 8, 24, 60])
@pytest.mark.parametrize("middle", [(34.6, -105.6), (35.75, -106.0), (34.5, -103.4)])
def test_each_dot_has_its_name_and_each_name_its_dot(scale, count, middle, style):
    frame = Frame(Position(*middle), scale)
    bounds = frame.bounds(SIZE)
    here = [
        each
        for each in crowd(count)
        if bounds.south < each.position.latitude < bounds.north
        and bounds.west < each.position.longitude < bounds.east
    ]
    made = build(frame, here, Venue(Position(*middle), ("Event",)), SIZE, style)
    at = [(name, frame.project(position, SIZE)) for name, position in known()]
    points = {point for _, point in at}
    dots = [
        (op.x, op.y)
        for op in made.ops
        if isinstance(op, Circle) and op.radius in (1.9, 2.2) and (op.x, op.y) in points
    ]
    texts = [op for op in made.ops if isinstance(op, Text) and op.text in {name for name, _ in at}]
    for text in texts:
        wide = style.measure(text.text, text.size, text.weight)
        left = text.x - {"start": 0, "middle": wide / 2, "end": wide}[text.anchor]
        ends = [(left + wide * part / 8, text.y - 0.3 * text.size) for part in range(9)]
        own = [point for name, point in at if name == text.text]
        near = min(dist(end, point) for end in ends for point in own)
        others = [min(dist(end, dot) for end in ends) for dot in dots if dot not in own]
        assert all(near <= other + 0.5 for other in others), (
            text.text,
            near,
            min(others),
            own,
            dots,
        )
    said = {text.text for text in texts}
    for dot in dots:
        assert {name for name, point in at if point == dot} & said
