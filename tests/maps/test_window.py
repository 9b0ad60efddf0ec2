"""The ground of the window's map: what is in it, and what stands still over it instead."""

import pytest

from directory_app.maps.frame import Frame
from directory_app.maps.ops import DisplayList, Lines, Polygon, Text
from directory_app.maps.style import window_style
from directory_app.maps.window import ground
from tests.maps.test_roads import MIDDLE, SIZE, regions  # noqa: F401  a fixture
from tests.ui.map.roles import COLORS


@pytest.fixture
def style():
    return window_style(COLORS)


def said(drawn: DisplayList) -> set[str]:
    return {op.text for op in drawn.ops if isinstance(op, Text)}


def test_it_has_streets_and_names_but_no_scale_no_north_and_no_credit(regions, style):  # noqa: F811
    made = ground(Frame(MIDDLE, SIZE[0] / 1.6), SIZE, style, regions)
    assert any(isinstance(op, Lines) for op in made.drawn.ops)
    assert "Calle Médico" in said(made.drawn)
    assert not [text for text in said(made.drawn) if "mi" in text.split() or text == "N"]
    assert not [text for text in said(made.drawn) if "OpenStreetMap" in text]
    assert any("OpenStreetMap" in credit for credit in made.credits)
    assert made.drawn.markers == ()


def test_without_street_data_it_has_land_and_towns(style):
    made = ground(Frame(MIDDLE, 3.0), SIZE, style)
    assert isinstance(made.drawn.ops[0], Polygon)
    assert "Santa Rosa" in said(made.drawn)
    assert made.credits == ("Towns: GeoNames · Lines: US Census",)
