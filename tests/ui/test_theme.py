"""The look: contrast of the role pairs, no colour outside the tokens, fonts, light and dark."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication

from directory_app.model import categories
from directory_app.paths import ROOT, resource
from directory_app.ui import icons, theme

UI = ROOT / "directory_app" / "ui"
GROUNDS = ("window", "base", "header", "hover", "raised", "selection")
#: what is written or drawn -> on which grounds, and the least contrast (WCAG 2.2)
TEXT = [
    *[("ink", ground) for ground in (*GROUNDS, "sidebar", "selection-inactive")],
    *[("ink-soft", ground) for ground in (*GROUNDS, "sidebar", "selection-inactive")],
    *[("ink-faint", ground) for ground in ("window", "base", "header", "hover", "raised")],
    *[("accent-text", ground) for ground in (*GROUNDS, "sidebar", "accent-tint")],
    *[("on-accent", ground) for ground in ("accent", "accent-hover", "accent-press")],
    *[(role, ground) for role in ("ok", "warn", "danger") for ground in GROUNDS],
    *[(role, f"{role}-tint") for role in ("ok", "warn", "danger", "adobe")],
    *[("ink", f"{role}-tint") for role in ("ok", "warn", "danger", "adobe", "accent")],
    ("adobe", "base"),
    ("on-adobe", "adobe"),
    ("on-toast", "toast"),
    ("toast-action", "toast"),
    ("map-text", "map-land"),
]
SHAPES = [
    *[("line-strong", ground) for ground in ("window", "base", "header", "raised", "selection")],
    *[("focus", ground) for ground in (*GROUNDS, "sidebar")],
    ("adobe", "map-land"),
    ("accent", "accent-tint"),  # the sign of a line over the window
    ("accent", "line"),  # how far work is, on its track
    ("accent-text", "raised"),  # the ring of today in a calendar
]


def _luminance(color: QColor) -> float:
    parts = [color.redF(), color.greenF(), color.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def too_near(scheme: str) -> list[tuple[str, str, float]]:
    """The pairs of roles that are too like each other to be told apart, and their contrast."""
    return [
        (ink, ground, round(contrast(theme.color(ink, scheme), theme.color(ground, scheme)), 2))
        for pairs, least in ((TEXT, 4.5), (SHAPES, 3.0))
        for ink, ground in pairs
        if contrast(theme.color(ink, scheme), theme.color(ground, scheme)) < least
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough_to_read(scheme: str) -> None:
    assert too_near(scheme) == []


def test_both_schemes_have_the_same_roles() -> None:
    colors = theme.tokens()["color"]
    assert colors["light"].keys() == colors["dark"].keys()


LITERAL = re.compile(
    r"""["']#[0-9A-Fa-f]{3,8}["']|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent)"""
)


def test_no_colour_is_written_outside_the_tokens() -> None:
    found = [
        f"{file.relative_to(UI)}: {line.strip()}"
        for file in UI.rglob("*.py")
        for line in file.read_text("utf-8").splitlines()
        if LITERAL.search(line)
    ]
    assert found == []


def test_a_scrim_keeps_its_transparency() -> None:
    scrim = theme.color("scrim", "light")
    assert (scrim.name(), scrim.alpha()) == ("#2a241d", 0x73)


def test_the_palette_follows_light_and_dark(qapp: QApplication) -> None:
    changes: list[str] = []
    theme.watch().changed.connect(lambda: changes.append(theme.scheme()))
    theme.apply(qapp, "dark")
    assert qapp.palette().window().color() == theme.color("window", "dark")
    theme.apply(qapp, "light")
    assert qapp.palette().window().color() == theme.color("window", "light")
    assert changes[0] == "dark"
    assert changes[-1] == "light"


def test_the_fonts_are_ours(qapp: QApplication) -> None:
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert QFontInfo(theme.font("page-name")).family() == "Noto Serif"
    assert theme.font("body").pointSizeF() == pytest.approx(10, abs=4)


def test_each_icon_of_a_category_ships_in_three_weights(qapp: QApplication) -> None:
    missing = [
        (category.icon, weight)
        for category in categories.CATEGORIES
        for weight in ("regular", "bold", "fill")
        if not resource("icons", weight, f"{category.icon}.svg").exists()
    ]
    assert missing == []


ICON_NAMES = re.compile(r"""icon=["']([a-z-]+)["']|IconButton\(["']([a-z-]+)["']""")


def test_each_icon_that_is_named_exists() -> None:
    named = {
        name
        for file in UI.rglob("*.py")
        for pair in ICON_NAMES.findall(Path(file).read_text("utf-8"))
        for name in pair
        if name
    }
    missing = [name for name in named if not resource("icons", "regular", f"{name}.svg").exists()]
    assert named
    assert missing == []


def test_an_icon_has_the_colour_of_its_role_and_the_pixels_of_the_screen(
    qapp: QApplication,
) -> None:
    picture = icons.pixmap("check", "danger", 16, ratio=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (32, 2.0)
    image = picture.toImage()
    solid = [
        image.pixelColor(x, y)
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    ]
    assert {color.name() for color in solid} == {theme.color("danger").name()}
