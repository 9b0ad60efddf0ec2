"""Markers, signs and arrows: drawn, so that no font and no colour carries their meaning."""

from math import cos, pi, sin

from directory_app.guides import wording
from directory_app.guides.page import INK, PAPER, Page
from directory_app.guides.typesetting import Style
from directory_app.guides.typesetting.lines import measure
from directory_app.model.geo import COMPASS, compass_words
from directory_app.model.terms import OpenState

_OUTLINE = 1.4
SIGN_OF = {OpenState.OPEN: "open", OpenState.CLOSED: "closed", OpenState.UNKNOWN: "call"}


def marker(
    page: Page, at: tuple[float, float], height: float, shape: str, label: str, *, solid: bool
) -> None:
    """A marker with its middle at ``at``: circle, square, arch or diamond of one height."""
    x, y = at
    stroke = 0 if solid else _OUTLINE * height / 15
    inner = height - stroke
    if shape == "square":
        half = 0.45 * inner
        corners = ((-half, -half), (half, -half), (half, half), (-half, half))
        page.shape([(x + dx, y + dy) for dx, dy in corners], stroke=stroke)
    elif shape == "diamond":
        half = 0.62 * height - stroke / 2
        page.shape([(x, y - half), (x + half, y), (x, y + half), (x - half, y)], stroke=stroke)
    elif shape == "arch":
        _arch(page, x, y, inner, stroke)
    else:
        page.circle(x, y, inner / 2, stroke=stroke)
    _label(page, at, height, shape, label, solid=solid)


def _label(
    page: Page, at: tuple[float, float], height: float, shape: str, label: str, *, solid: bool
) -> None:
    narrow = shape == "diamond" and len(label) > 1
    size = (0.57 if narrow else 0.66) * height
    style = Style("cond", "bold", size)
    room = height * (0.84 if len(label) > 2 else 0.74)
    wide = measure(label, style)
    if wide > room:
        style = Style("cond", "bold", size * room / wide)
    baseline = at[1] + 0.357 * style.size  # half the height of a figure
    page.text_middle(at[0], baseline, label, style, PAPER if solid else INK)


def _arch(page: Page, x: float, y: float, height: float, stroke: float) -> None:
    """A door: 0.88 wide, 1.04 high, its upper end a half circle."""
    half, low, high = 0.44 * height, -0.52 * height, 0.52 * height
    spring = high - half
    k = half * 0.5523
    path = (
        f"{-half:.2f} {low:.2f} m {-half:.2f} {spring:.2f} l "
        f"{-half:.2f} {spring + k:.2f} {-k:.2f} {high:.2f} 0 {high:.2f} c "
        f"{k:.2f} {high:.2f} {half:.2f} {spring + k:.2f} {half:.2f} {spring:.2f} c "
        f"{half:.2f} {low:.2f} l h"
    )
    page.path(path, (x, y), stroke=stroke)


def sign(
    page: Page, x: float, baseline: float, size: float, kind: str, *, second: bool = False
) -> None:
    """A tick (open), cross (closed) or dash (call first) beside a text of ``size``.

    To readers it says what it means, in the guide's second language if told so.
    """
    box = 0.75 * size
    middle = baseline - 0.37 * size
    document = page.document
    language = document.second_language if second else document.language
    said = wording.at_event(kind, language, has_times=document.has_times)
    with page.spoken(said, second=second):
        _sign(page, x, middle, box, kind)


def _sign(page: Page, x: float, middle: float, box: float, kind: str) -> None:
    if kind == "open":
        ends = ((0.0, 0.06), (0.3, 0.34), (0.86, -0.32))
        page.line([(x + dx * box, middle + dy * box) for dx, dy in ends], 0.19 * box)
    elif kind == "closed":
        half, centre = 0.28 * box, x + 0.43 * box
        page.line([(centre - half, middle - half), (centre + half, middle + half)], 0.17 * box)
        page.line([(centre - half, middle + half), (centre + half, middle - half)], 0.17 * box)
    else:
        page.line([(x + 0.06 * box, middle), (x + 0.8 * box, middle)], 0.17 * box)


def arrow(page: Page, x: float, y: float, size: float, point: str) -> None:
    """A solid arrow in one of the eight ways, its middle at (x, y)."""
    turn = COMPASS.index(point) * pi / 4
    half, head, shaft = 0.5 * size, 0.36 * size, 0.11 * size
    outline = [
        (0, -half),
        (head, -half + head * 1.12),
        (shaft, -half + head * 1.12),
        (shaft, half),
        (-shaft, half),
        (-shaft, -half + head * 1.12),
        (-head, -half + head * 1.12),
    ]
    c, s = cos(turn), sin(turn)
    with page.spoken(compass_words(point, page.document.language)):
        page.shape([(x + px * c - py * s, y + px * s + py * c) for px, py in outline])
