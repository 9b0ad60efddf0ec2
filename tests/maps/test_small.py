"""The small map beside an entry."""

import json

import pytest

from directory_app.maps.display import small_map
from directory_app.maps.frame import Frame
from directory_app.maps.ops import Circle, Polygon, Text
from directory_app.maps.style import roughly, window_style
from directory_app.model.geo import Position

SANTA_FE = Position(35.6870, -105.9378)
ROLES = {
    "map-land": "#010101", "ink": "#020202", "base": "#030303", "map-text": "#040404",
    "line-strong": "#050505", "adobe": "#060606", "on-adobe": "#070707",
    "map-road": "#080808", "map-road-edge": "#090909", "map-water": "#0A0A0A",
    "map-park": "#0B0B0B",
}  # fmt: skip


@pytest.fixture
def style():
    return window_style(ROLES, roughly)


def pins(made):
    return [op for op in made.ops if isinstance(op, Polygon) and op.fill == ROLES["adobe"]]


def discs(made):
    return [op for op in made.ops if isinstance(op, Circle) and op.opacity < 1]


def names(made):
    return [op.text for op in made.ops if isinstance(op, Text)]


def test_the_tip_of_the_pin_is_at_the_position(style):
    made = small_map(SANTA_FE, "rooftop", 310, 98, style)
    tip = max(pins(made)[-1].points, key=lambda point: point[1])
    assert tip == pytest.approx((155, 49))


@pytest.mark.parametrize(
    ("precision", "count"), [("rooftop", 0), ("manual", 0), ("street", 0), ("city", 1), ("zip", 1)]
)
def test_a_coarse_pin_shows_how_far_off_it_may_be(style, precision, count):
    assert len(discs(small_map(SANTA_FE, precision, 310, 98, style))) == count


def test_a_zip_code_is_less_sure_than_a_town(style):
    made = {kind: small_map(SANTA_FE, kind, 310, 98, style) for kind in ("city", "zip")}
    assert discs(made["zip"])[0].radius > discs(made["city"])[0].radius


def test_the_town_of_the_pin_is_named_and_stands_out(style):
    made = small_map(SANTA_FE, "city", 310, 98, style)
    (own,) = [op for op in made.ops if isinstance(op, Text) and op.text == "Santa Fe"]
    assert own.weight == "bold"


def test_every_colour_is_one_of_the_themes(style):
    for precision in ("rooftop", "city", "zip"):
        for op in small_map(SANTA_FE, precision, 310, 98, style).ops:
            used = [getattr(op, name, None) for name in ("fill", "stroke", "color", "halo")]
            assert {color for color in used if color} <= set(ROLES.values())


def test_a_missing_role_is_a_mistake_that_shows():
    with pytest.raises(KeyError):
        window_style({"ink": "#000000"}, roughly)


def test_without_a_position_it_is_bare_ground(style):
    made = small_map(None, None, 310, 98, style)
    assert len(made.ops) == 1
    assert made.ops[0].fill == ROLES["map-land"]


def test_a_moved_frame_is_kept_and_the_pin_moves_with_the_earth(style):
    frame = Frame(SANTA_FE, 7.0).panned(40, 10)
    made = small_map(SANTA_FE, "city", 310, 98, style, frame=frame)
    tip = max(pins(made)[-1].points, key=lambda point: point[1])
    assert tip == pytest.approx((195, 59), abs=0.5)
    ground = small_map(None, None, 310, 98, style, frame=frame)
    assert names(ground)
    assert not pins(ground)


def test_a_display_list_is_plain_values(style):
    made = small_map(SANTA_FE, "zip", 310, 98, style)
    assert json.dumps([type(op).__name__ for op in made.ops])
    assert hash(made) == hash(small_map(SANTA_FE, "zip", 310, 98, style))
