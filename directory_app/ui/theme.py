"""Colours by role, type by style, lengths by name: the one reader of resources/theme/tokens.json.

No other file of the window holds a colour. Ask at paint time (``theme.color("ink")``), never
at import, so that a change of light and dark needs only a repaint. Roles and styles are the
keys of tokens.json; a name that is not there is a KeyError, which is a bug.
"""

import json
import sys
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from directory_app.paths import resource

#: A Mac counts 72 points to the inch on screen, everybody else 96.
_POINT_SCALE = 96 / 72 if sys.platform == "darwin" else 1.0
_INTER = ("Regular", "Medium", "SemiBold")
_SERIF_FILES = ("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf")

_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "on-accent"),
    (QPalette.ColorRole.Base, "base"),
    (QPalette.ColorRole.AlternateBase, "header"),
    (QPalette.ColorRole.Button, "base"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink-faint"),
    (QPalette.ColorRole.Link, "accent-text"),
    (QPalette.ColorRole.LinkVisited, "accent-text"),
    (QPalette.ColorRole.ToolTipBase, "toast"),
    (QPalette.ColorRole.ToolTipText, "on-toast"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Midlight, "line"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Dark, "line-strong"),
    (QPalette.ColorRole.Shadow, "line-strong"),
)


class _Watch(QObject):
    """Says when the colours changed, for what caches pictures."""

    changed = Signal()


class _State:
    scheme = "light"
    appearance = "system"
    serif_loaded = False
    fallbacks_loaded = False
    follows = False
    watch: _Watch | None = None


@cache
def tokens() -> dict[str, Any]:
    """The whole of tokens.json."""
    loaded: dict[str, Any] = json.loads(resource("theme", "tokens.json").read_text("utf-8"))
    return loaded


def scheme() -> str:
    """``light`` or ``dark``, as it is painted now."""
    return _State.scheme


def watch() -> _Watch:
    """An object whose ``changed`` signal follows a change of light and dark."""
    if _State.watch is None:
        _State.watch = _Watch()
    return _State.watch


def color(role: str, in_scheme: str | None = None) -> QColor:
    """The colour of a role in the present (or the named) scheme."""
    return QColor(_rgba(role, in_scheme or _State.scheme))


@cache
def _rgba(role: str, in_scheme: str) -> QColor:
    text: str = tokens()["color"][in_scheme][role]
    if len(text) == 9:  # web order #RRGGBBAA; Qt reads #AARRGGBB
        return QColor("#" + text[7:] + text[1:7])
    return QColor(text)


def length(group: str, name: str) -> int:
    """A length in logical pixels, e.g. ``length("height", "row")``."""
    return int(tokens()[group][name])


def height(name: str, style: str = "body") -> int:
    """A height that grows with larger text: max(token, font height + 12), never fixed."""
    from PySide6.QtGui import QFontMetrics

    return max(length("height", name), QFontMetrics(font(style)).height() + 8)


def font(style: str) -> QFont:
    """The font of a style of the type scale."""
    return QFont(_font(style))


@cache
def _font(style: str) -> QFont:
    spec = tokens()["type"][style]
    if spec["family"] == "serif":
        _load_serif()
    families = [tokens()["font"][spec["family"]], *tokens()["font"]["fallback"]]
    made = QFont()
    made.setFamilies(families)
    made.setPointSizeF(spec["pt"] * _POINT_SCALE)
    made.setWeight(QFont.Weight(spec["weight"]))
    return made


def tabular(font_: QFont) -> QFont:
    """The same with figures of one width, for columns of numbers.

    Not for words: Inter gives the hyphen that width too, and "Al-Noor" falls apart.
    """
    made = QFont(font_)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def medium(style: str) -> QFont:
    """A style at weight 500: names in tables, answers."""
    made = font(style)
    made.setWeight(QFont.Weight.Medium)
    return made


def bold(style: str) -> QFont:
    """A style at weight 600."""
    made = font(style)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def load_fonts() -> None:
    """Register Inter. The serif follows when it is first asked for."""
    for weight in _INTER:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))


def _load_serif() -> None:
    if _State.serif_loaded:
        return
    _State.serif_loaded = True
    for name in _SERIF_FILES:
        if resource("fonts", name).exists():
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))


def load_fallbacks() -> None:
    """Register what the first paint does not need: Inter Bold and the other scripts' fonts."""
    if _State.fallbacks_loaded:
        return
    _State.fallbacks_loaded = True
    QFontDatabase.addApplicationFont(str(resource("fonts", "Inter-Bold.ttf")))
    for file in sorted(resource("fonts").glob("Noto*.[to]tf")):
        if file.name not in _SERIF_FILES:
            QFontDatabase.addApplicationFont(str(file))


def palette() -> QPalette:
    """The QPalette of the present scheme, active, inactive and disabled."""
    made = QPalette()
    for role, name in _PALETTE:
        made.setColor(role, color(name))
    made.setColor(
        QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, color("selection-inactive")
    )
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.HighlightedText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, color("disabled"))
    return made


def application(arguments: list[str]) -> QApplication:
    """The QApplication, in Fusion from its birth.

    Not by ``setStyle``: that makes a style twice, and a wrapper of it with 11 enumerations
    (5 ms of a start).
    """
    return QApplication([*arguments, "-style", "Fusion"])


def apply(app: QApplication, appearance: str = "system") -> None:
    """Dress the program: Inter, palette; ``appearance`` is system, light or dark.

    With ``system`` it follows QStyleHints.colorScheme from now on. May be called again.
    """
    _State.appearance = appearance
    hints = app.styleHints()
    if not _State.follows:
        _State.follows = True
        load_fonts()
        app.setFont(font("body"))
        hints.colorSchemeChanged.connect(lambda _scheme: _dress(app))
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
    hints.setColorScheme(wanted.get(appearance, Qt.ColorScheme.Unknown))
    _dress(app)


def _dress(app: QApplication) -> None:
    chosen = _State.appearance
    if chosen == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        chosen = "dark" if dark else "light"
    _State.scheme = chosen
    app.setPalette(palette())
    watch().changed.emit()
