"""The one style of the program: how Qt's own widgets look, on paper and in the theme's colours.

Fusion lies below, and whatever is not named here is Fusion's. What a widget wants beyond Qt's
options it says in plain attributes (``ground``, ``kind``, ``edge``), which are read when it is
painted: a change of light and dark needs a repaint and nothing else. A QStyleSheet would be
asked for each widget of the window; this is asked for what it draws, about 4 microseconds a call.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from directory_app.ui import icons, theme

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies behind the contents of a widget; roles of the theme, or None for nothing.

    ``radius`` is a name of the tokens, "" for square corners. ``lines`` names the sides (of
    "tblr") with a line of one device pixel, ``bar`` colours three pixels at the left.
    """

    role: str | None = None
    edge: str | None = None
    radius: str = ""
    lines: str = ""
    bar: str | None = None
    dashed: bool = False


# -- what is drawn in several places, by delegates too


def paint_box(
    painter: QPainter, rect: QRectF, ground: str | None, edge: str | None, radius: str | float
) -> None:
    """A rounded box with a 1 px edge inside ``rect``; ``radius`` may be a name of the tokens."""
    corner = theme.length("radius", radius) if isinstance(radius, str) else radius
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(theme.color(edge), 1))
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, corner, corner)


def paint_tick(painter: QPainter, x: float, y: float, on: bool, enabled: bool = True) -> None:
    """A 16 px tick box at (x, y)."""
    rect = QRectF(x, y, 16, 16)
    if on:
        paint_box(painter, rect, "accent" if enabled else "disabled", None, "tick")
        icons.paint(painter, x + 2, y + 2, "check", "on-accent", 12)
    else:
        paint_box(painter, rect, "base", "line-strong" if enabled else "line", "tick")


def keys_width(keys: str) -> int:
    """How wide the box of a key hint is."""
    return QFontMetrics(theme.font("caption")).horizontalAdvance(keys) + 10


def paint_keys(painter: QPainter, rect: QRectF, keys: str, ink: str) -> None:
    """A key hint in its small box, centred in ``rect``."""
    face = theme.font("caption")
    high = QFontMetrics(face).height() + 2
    box = QRectF(rect.x(), rect.center().y() - high / 2, rect.width(), high)
    paint_box(painter, box, None, ink, 4)
    painter.setFont(face)
    painter.drawText(box, _CENTER, keys)


def _words(painter: QPainter, rect: QRectF, text: str, face: QFont, ink: str) -> None:
    painter.setFont(face)
    painter.setPen(theme.color(ink))
    painter.drawText(rect, _LEFT, text)


# -- grounds


def _ground(painter: QPainter, option: Any, widget: Any) -> bool:
    ground = getattr(widget, "ground", None)
    if ground is None:
        return False
    rect = option.rect
    if ground.radius:
        _rounded(painter, QRectF(rect), ground)
    elif ground.role:
        painter.fillRect(rect, theme.color(ground.role))
    right, bottom = rect.right(), rect.bottom()
    edges = {
        "t": QRect(rect.x(), rect.y(), rect.width(), 1),
        "b": QRect(rect.x(), bottom, rect.width(), 1),
        "l": QRect(rect.x(), rect.y(), 1, rect.height()),
        "r": QRect(right, rect.y(), 1, rect.height()),
    }
    for side in ground.lines:
        painter.fillRect(edges[side], theme.color(ground.edge or "line"))
    if ground.bar:
        painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.color(ground.bar))
    return True


def _rounded(painter: QPainter, rect: QRectF, ground: Ground) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_box(painter, rect, ground.role, None if ground.dashed else ground.edge, ground.radius)
    if ground.dashed and ground.edge:
        pen = QPen(theme.color(ground.edge), 1.2)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = theme.length("radius", ground.radius)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner, corner)


# -- fields: a box whose edge turns red while there is a problem


def _field(painter: QPainter, option: Any, widget: Any) -> bool:
    edge = getattr(widget, "edge", None)
    if edge is None:
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    can_type = option.state & _State.State_Enabled and not option.state & _State.State_ReadOnly
    rect, middle = option.rect, option.rect.height() // 2
    paint_box(painter, QRectF(rect), "base" if can_type else "header", edge, "field")
    if before := getattr(widget, "icon_before", ""):
        icons.paint(painter, 10, middle - 8, before, "ink-soft", 16)
    if behind := getattr(widget, "icon_behind", ""):
        icons.paint(painter, rect.width() - 22, middle - 6, behind, "ink", 12)
    return True


def _combo(painter: QPainter, option: Any, widget: Any) -> bool:
    if not hasattr(widget, "edge"):
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled = bool(option.state & _State.State_Enabled)
    hover = enabled and option.state & _State.State_MouseOver
    rect = QRectF(option.rect)
    paint_box(painter, rect, "hover" if hover else "base", widget.edge, "field")
    middle = option.rect.height() // 2
    role = "ink" if enabled else "disabled"
    icons.paint(painter, rect.width() - 22, middle - 6, "caret-down", role, 12)
    return True


def _combo_label(painter: QPainter, option: Any, widget: Any) -> bool:
    if not hasattr(widget, "edge"):
        return False
    if option.editable:
        return True
    x, rect = 10, option.rect
    if not option.currentIcon.isNull():
        option.currentIcon.paint(painter, x, rect.height() // 2 - 8, 16, 16)
        x += 24
    room = rect.width() - x - 26
    painter.setFont(widget.font())
    cut = painter.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
    painter.setPen(option.palette.buttonText().color())
    painter.drawText(QRectF(x, 0, room, rect.height()), _LEFT, cut)
    return True


#: The width of each button of a number.
STEP = 30


def _spin_box(painter: QPainter, option: Any, widget: Any) -> bool:
    if not _field(painter, option, widget):
        return False
    rect, middle = option.rect, option.rect.height() / 2
    enabled = bool(option.state & _State.State_Enabled)
    x = rect.width() - 2 * STEP - 2
    can = option.stepEnabled
    for name, at, step in (
        ("minus", x, can.StepDownEnabled),
        ("plus", x + STEP, can.StepUpEnabled),
    ):
        role = "ink-soft" if enabled and can & step else "disabled"
        icons.paint(painter, round(at + STEP / 2 - 7), round(middle - 7), name, role, 14)
    painter.fillRect(QRectF(x + STEP, middle - 8, 1, 16), theme.color("line"))
    return True


# -- buttons

#: kind -> ground, edge, ink; each for rest, hover, pressed
_LOOKS: dict[str, tuple[tuple[str | None, str | None, str], ...]] = {
    "primary": (
        ("accent", None, "on-accent"),
        ("accent-hover", None, "on-accent"),
        ("accent-press", None, "on-accent"),
    ),
    "plain": (
        ("base", "line-strong", "ink"),
        ("hover", "line-strong", "ink"),
        ("selection-inactive", "line-strong", "ink"),
    ),
    "danger": (
        ("base", "danger", "danger"),
        ("danger-tint", "danger", "danger"),
        ("danger-tint", "danger", "danger"),
    ),
    "flat": ((None, None, "ink-soft"), ("hover", None, "ink"), ("selection-inactive", None, "ink")),
    "link": ((None, None, "accent-text"),) * 3,
    "toast": ((None, None, "toast-action"),) * 3,
    "section": ((None, None, "ink"),) * 3,
    "chip-accent": (("accent-tint", None, "accent-text"),) * 3,
    "chip-quiet": (("selection-inactive", None, "ink"),) * 3,
    "card": (
        ("base", "line-strong", "ink"),
        ("hover", "line-strong", "ink"),
        ("hover", "line-strong", "ink"),
    ),
    "choice": (
        ("raised", "line-strong", "ink"),
        ("hover", "line-strong", "ink"),
        ("hover", "line-strong", "ink"),
    ),
    # one of several: what is chosen counts, see ``_look``
    "option": ((None, None, "ink"), ("hover", None, "ink"), ("hover", None, "ink")),
}


def _look(option: Any, kind: str) -> tuple[str | None, str | None, str]:
    looks = _LOOKS[kind]
    if not option.state & _State.State_Enabled:
        ground, edge, _ink = looks[0]
        filled = kind == "primary"
        none = filled or kind == "card"
        return None if none else ground, "line" if edge or filled else None, "disabled"
    if kind == "option" and option.state & _State.State_On:
        return "selection", "accent", "ink"
    if option.state & _State.State_Sunken:
        return looks[2]
    return looks[1] if option.state & _State.State_MouseOver else looks[0]


def _button(painter: QPainter, option: Any, button: Any) -> bool:
    kind = getattr(button, "kind", None)
    if kind is None:
        return False
    ground, edge, ink = _look(option, kind)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(option.rect)
    if ground or edge:
        paint_box(painter, rect, ground, edge, button.corner())
    if button.layout() is not None:  # its labels say it
        return True
    x, middle = button.first(rect.width()), rect.height() / 2
    if button.icon_name:
        side = button.icon_side()
        role = (button.icon_role or ink) if button.isEnabled() else ink
        y = round(middle - side / 2)
        icons.paint(painter, round(x), y, button.icon_name, role, side, fill=button.icon_fill)
        x += side + (button.gap if button.text() else 0)
    x = _button_words(painter, option, button, x, ink)
    if button.caret:
        icons.paint(painter, round(x + 6), round(middle - 6), button.caret, ink, 12)
    if button.keys:
        box = QRectF(x + button.keys_gap, 0, keys_width(button.keys), rect.height())
        paint_keys(painter, box, button.keys, ink)
    return True


def _button_words(painter: QPainter, option: Any, button: Any, x: float, ink: str) -> float:
    text, high = button.text(), option.rect.height()
    if not text:
        return x
    face = button.label_font()
    metrics = QFontMetrics(face)
    width = metrics.horizontalAdvance(text)
    _words(painter, QRectF(x, 0, width + 4, high), text, face, ink)
    is_on = option.state & _State.State_Enabled and option.state & _State.State_MouseOver
    if button.kind == "link" and is_on:
        base = high / 2 + metrics.ascent() / 2 + 1
        painter.drawLine(QPointF(x, base), QPointF(x + width, base))
    return x + width


def _check_box(painter: QPainter, option: Any, box: Any) -> bool:
    face = getattr(box, "face", None)
    if face is None:
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    enabled = bool(option.state & _State.State_Enabled)
    rect = option.rect
    x = rect.width() - 16 if box.words_first else 0
    paint_tick(painter, x, rect.height() / 2 - 8, bool(option.state & _State.State_On), enabled)
    ink = "ink-soft" if box.words_first else "ink"
    x = 0 if box.words_first else 24
    room = QRectF(x, 0, rect.width(), rect.height())
    _words(painter, room, box.text(), face, ink if enabled else "disabled")
    return True


# -- tabs and segments: both are a QTabBar


def _tab(painter: QPainter, option: Any, bar: Any) -> bool:
    look = getattr(bar, "look", "")
    if not look:
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    (_segment if look == "segments" else _counted_tab)(painter, option, bar)
    return True


def _segment(painter: QPainter, option: Any, bar: Any) -> None:
    """A part of the box; its ends are round where the box's are."""
    rect, on = QRectF(option.rect), bool(option.state & _State.State_Selected)
    at, high = option.tabIndex, bar.height()
    ground, ink = bar.look_of(at) if on else ("base", "ink-soft")
    painter.save()
    painter.setClipRect(rect)
    whole = QRectF(bar.rect())
    paint_box(painter, whole, ground, None, "field")
    if rect.x() > 0:
        painter.fillRect(QRectF(round(rect.x()), 1, 1, high - 2), theme.color("line"))
    paint_box(painter, whole, None, "line-strong", "field")
    painter.restore()
    words = bar.accessibleTabName(at)
    face = theme.bold(bar.style_name) if on else theme.font(bar.style_name)
    before = bar.room_before(at, on)
    width = QFontMetrics(face).horizontalAdvance(words)
    x = rect.center().x() - (width + before) / 2
    if before:
        bar.paint_before(painter, x, at, on)
    room = QRectF(x + before, 0, width + 4, high)
    _words(painter, room, words, face, ink if bar.isEnabled() else "disabled")


#: Around the words of a tab, between tabs, and before one that stands apart.
TAB_PAD, TAB_GAP, TAB_APART = 10, 4, 17


def _counted_tab(painter: QPainter, option: Any, bar: Any) -> None:
    """Icon, words and a bold number, the chosen one on ``selection``."""
    words, _tab_sign, count = option.text.partition("\t")
    rect = QRectF(option.rect)
    high = theme.height("row_sidebar", "body") - 2
    box = QRectF(rect.x(), (bar.height() - high) / 2, rect.width() - TAB_GAP, high)
    if bar.is_apart(option.tabIndex):
        box.setLeft(box.x() + TAB_APART)
        line = QRectF(round(box.x() - 11), box.y() + 2, 1, box.height() - 4)
        painter.fillRect(line, theme.color("line"))
    if option.state & _State.State_Selected:
        paint_box(painter, box, "selection", None, "field")
    x = box.x() + TAB_PAD
    if not option.icon.isNull():
        option.icon.paint(painter, round(x), round(box.center().y() - 8), 16, 16)
        x += 22
    if not bar.compact or option.icon.isNull():
        _words(painter, box.adjusted(x - box.x(), 0, 0, 0), words, theme.font("body"), "ink")
        x += QFontMetrics(theme.font("body")).horizontalAdvance(words) + 7
    _words(painter, box.adjusted(x - box.x(), 0, 0, 0), count, theme.bold("body"), "ink")


# -- progress, scrolling, tables


def _progress(painter: QPainter, option: Any, bar: Any) -> bool:
    """Steps where a bar has them, else how far; a piece that wanders while nobody knows."""
    filled = getattr(bar, "filled", None)
    if filled is None:
        return False
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(option.rect)
    steps = getattr(bar, "steps", 1)
    wide, radius = (rect.width() - 4 * (steps - 1)) / steps, rect.height() / 2
    for at in range(steps):
        box = QRectF(at * (wide + 4), rect.y(), wide, rect.height())
        paint_box(painter, box, "line", None, radius)
        start, end = (min(max(part * steps - at, 0), 1) for part in filled())
        if end > start:
            least = max(wide * (end - start), rect.height())
            part = QRectF(box.x() + wide * start, rect.y(), least, rect.height())
            paint_box(painter, part, bar.role, None, radius)
    return True


def _header_rest(painter: QPainter, option: Any, widget: Any) -> bool:
    """Right of the last column of a table."""
    rect = option.rect
    painter.fillRect(rect, theme.color("header"))
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
    return True


def _drop_line(painter: QPainter, option: Any, widget: Any) -> bool:
    """Where a row would go."""
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.drawLine(option.rect.topLeft(), option.rect.topRight())
    return True


_Draw = Callable[[QPainter, Any, Any], bool]
#: Each says whether it has drawn it: else Fusion does.
_PRIMITIVES: dict[QStyle.PrimitiveElement, _Draw] = {
    QStyle.PrimitiveElement.PE_Widget: _ground,
    QStyle.PrimitiveElement.PE_PanelLineEdit: _field,
    QStyle.PrimitiveElement.PE_IndicatorItemViewItemDrop: _drop_line,
}
_CONTROLS: dict[QStyle.ControlElement, _Draw] = {
    QStyle.ControlElement.CE_PushButton: _button,
    QStyle.ControlElement.CE_CheckBox: _check_box,
    QStyle.ControlElement.CE_TabBarTab: _tab,
    QStyle.ControlElement.CE_ComboBoxLabel: _combo_label,
    QStyle.ControlElement.CE_ProgressBar: _progress,
    QStyle.ControlElement.CE_HeaderEmptyArea: _header_rest,
}
_COMPLEX: dict[QStyle.ComplexControl, _Draw] = {
    QStyle.ComplexControl.CC_ComboBox: _combo,
    QStyle.ComplexControl.CC_SpinBox: _spin_box,
}


class Style(QProxyStyle):
    """Fusion, with what is above drawn our way."""

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Grounds, the boxes of fields, the line of a drop."""
        draw = _PRIMITIVES.get(element)
        if draw is None or not draw(painter, option, widget):
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Buttons, ticks, tabs, progress."""
        draw = _CONTROLS.get(element)
        if draw is None or not draw(painter, option, widget):
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Lists to choose from, numbers, days, scroll bars."""
        if control == QStyle.ComplexControl.CC_ScrollBar:
            self._scroll_bar(painter, option, widget)
            return
        draw = _COMPLEX.get(control)
        if draw is None or not draw(painter, option, widget):
            super().drawComplexControl(control, option, painter, widget)

    def _scroll_bar(self, painter: QPainter, option: Any, widget: QWidget | None) -> None:
        """A thin thumb without arrows."""
        if option.maximum == option.minimum:
            return
        slider = QStyle.SubControl.SC_ScrollBarSlider
        thumb = QRectF(
            self.subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, slider, widget)
        )
        if option.orientation == Qt.Orientation.Vertical:
            thumb = QRectF(3, thumb.y(), option.rect.width() - 5, thumb.height())
        else:
            thumb = QRectF(thumb.x(), 3, thumb.width(), option.rect.height() - 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, thumb, "thumb", None, 2.5)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Minus and plus stand side by side at the right of a number."""
        if control == QStyle.ComplexControl.CC_SpinBox and hasattr(widget, "edge"):
            rect = option.rect
            x, high = rect.width() - 2 * STEP - 2, rect.height()
            parts = {
                QStyle.SubControl.SC_SpinBoxEditField: QRect(0, 0, x, high),
                QStyle.SubControl.SC_SpinBoxDown: QRect(x, 0, STEP, high),
                QStyle.SubControl.SC_SpinBoxUp: QRect(x + STEP, 0, STEP, high),
            }
            return parts.get(part, rect)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # or None


def install(app: QApplication) -> None:
    """Give the program its style, once.

    After the application is there: a style made before it is destroyed after Python is.
    """
    if not isinstance(app.style(), Style):
        app.setStyle(Style())
