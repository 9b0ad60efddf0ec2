"""Measuring, and breaking text into lines."""

from functools import lru_cache

from directory_app.guides.typesetting.breaks import atoms
from directory_app.guides.typesetting.clusters import clusters
from directory_app.guides.typesetting.shaping import Style, set_line

#: A last line narrower than this share is a widow, if the line before can spare a word.
_WIDOW = 0.25
_SPARED = 2
_EN_DASH = "\u2013"


def measure(text: str, style: Style) -> float:
    """The width of a text set on one line, in points."""
    return set_line(text, style.family, style.weight).width * style.size / 1000


def ink(text: str, style: Style) -> tuple[float, float]:
    """How far the letters reach above and below the baseline, in points."""
    above, below = _ink(text, style.family, style.weight)
    return above * style.size / 1000, below * style.size / 1000


@lru_cache(maxsize=4096)
def _ink(text: str, family: str, weight: str) -> tuple[float, float]:
    above = below = 0.0
    for piece in set_line(text, family, weight).pieces:
        extents = piece.face.hb_font.get_glyph_extents
        for gid in {gid for word in piece.words for gid, _ in word.glyphs}:
            if box := extents(gid):
                above = max(above, box.y_bearing * piece.face.scale)
                below = max(below, -(box.y_bearing + box.height) * piece.face.scale)
    return above, below


def missing(text: str, style: Style) -> tuple[str, ...]:
    """The clusters of a text that no font has."""
    return set_line(text, style.family, style.weight).missing


def wrap(text: str, style: Style, width: float) -> list[str]:
    """Break a text into lines no wider than ``width`` points.

    Joined again (a space where one was dropped) they are the text: nothing is cut. A piece
    without any break is broken between clusters; a single cluster may stick out.
    """
    return list(_wrap(text, style.family, style.weight, width * 1000 / style.size + 0.01))


@lru_cache(maxsize=16384)
def _wrap(text: str, family: str, weight: str, width: float) -> tuple[str, ...]:
    text = text.strip(" ")
    if set_line(text, family, weight).width <= width:
        return (text,) if text else ()
    lines: list[str] = []
    line, used = "", 0.0
    for atom in atoms(text):
        core = atom.rstrip(" ")
        if line and used + _width(core, family, weight) > width:
            lines.append(line)
            line, used = "", 0.0
        if not line and _width(core, family, weight) > width:
            *whole, atom = _by_clusters(atom, family, weight, width)  # noqa: PLW2901
            lines += whole
        line += atom
        used = _width(line, family, weight)
    whole = _without_widow([*lines, line], family, weight, width)
    return tuple(kept for each in whole if (kept := each.strip(" ")))


def _without_widow(lines: list[str], family: str, weight: str, width: float) -> list[str]:
    """A short word that would stand alone on the last line gets the one before it beside it."""
    if len(lines) < 2 or _width(lines[-1], family, weight) > _WIDOW * width:
        return lines
    *before, moved = atoms(lines[-2])
    last = moved + lines[-1]
    if len(before) < _SPARED or _width(last, family, weight) > width:
        return lines
    return [*lines[:-2], "".join(before), last]


def _width(text: str, family: str, weight: str) -> float:
    return set_line(text, family, weight).width


def _by_clusters(atom: str, family: str, weight: str, width: float) -> list[str]:
    """Cut a piece that is wider than the line where a line is full, after an en dash if it can.

    So "5 pm–midnight" in a narrow column is "5 pm–" and "midnight", not "midnigh" and "t".
    """
    parts: list[str] = []
    part, used, dash = "", 0.0, 0
    for cluster in clusters(atom):
        wide = _width(cluster, family, weight)
        if part and used + wide > width and cluster != " ":
            cut = dash or len(part)
            parts.append(part[:cut])
            part, dash = part[cut:], 0
            used = _width(part, family, weight) if part else 0.0
        part += cluster
        used += wide
        if cluster == _EN_DASH and len(part) > 1:
            dash = len(part)
    return [*parts, part]
