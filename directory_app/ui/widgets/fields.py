"""Fields: a line, a text, a choice, a tick, and the sentence under a field that has a problem."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from directory_app.ui import icons, theme
from directory_app.ui.widgets.base import Label, ScrollBar, paint_box
from directory_app.ui.widgets.focus import KEYBOARD_REASONS


def _clear_ground(widget: QWidget) -> None:
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(QPalette.ColorRole.Highlight, theme.color("selection"))
    palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink-faint"))
    widget.setPalette(palette)


class _Boxed:
    """Mixin of fields: the edge turns red while ``problem`` is set."""

    focus_ring = "outside"
    problem = False

    def set_problem(self, problem: bool) -> None:
        """Turn the edge red, or back."""
        if problem != self.problem:
            self.problem = problem
            self.update()  # type: ignore[attr-defined]  # of the QWidget beside it

    def _edge(self) -> str:
        return "danger" if self.problem else "line-strong"


class Field(_Boxed, QLineEdit):
    """A line of text, 30 px high, radius 6. ``name`` is its accessible name.

    ``left(px)`` with the Left key at the start is not handled: it is a plain QLineEdit.
    ``committed(text)`` follows leaving the field, or Enter, with a changed text.
    """

    committed = Signal(str)

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        placeholder: str = "",
        height: str = "field",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.focus_radius = theme.length("radius", "field")
        self._height = height
        self._committed = text
        self.setFrame(False)
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTextMargins(8, 0, 8, 0)
        _clear_ground(self)
        self.editingFinished.connect(self._commit)

    def set_text(self, text: str) -> None:
        """Show a stored value: no ``committed`` follows."""
        self._committed = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def is_changed(self) -> bool:
        """Whether something was typed since the last ``set_text`` or commit."""
        return self.text() != self._committed

    def _commit(self) -> None:
        if self.is_changed():
            self._committed = self.text()
            self.committed.emit(self.text())

    def sizeHint(self) -> QSize:
        """The token's height, or more with larger text."""
        return QSize(160, theme.height(self._height))

    def minimumSizeHint(self) -> QSize:
        """May be narrow, not low."""
        return QSize(48, theme.height(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the text as Qt does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "base" if self.isEnabled() and not self.isReadOnly() else "header"
        paint_box(painter, QRectF(self.rect()), ground, self._edge(), "field")
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            _clear_ground(self)
        super().changeEvent(event)


class TextArea(_Boxed, QPlainTextEdit):
    """Some lines of plain text. Tab moves on. ``committed(text)`` as Field."""

    committed = Signal(str)

    def __init__(self, name: str, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self._lines, self._committed = lines, ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(6)
        self.setViewportMargins(3, 3, 3, 3)
        high = QFontMetrics(self.font()).lineSpacing() * lines + 16
        self.setFixedHeight(high)
        _clear_ground(self)

    def set_text(self, text: str) -> None:
        """Show a stored value."""
        self._committed = text
        if text != self.toPlainText():
            self.setPlainText(text)

    def text(self) -> str:
        """What is typed now."""
        return self.toPlainText()

    def is_changed(self) -> bool:
        """Whether something was typed since ``set_text`` or the last commit."""
        return self.toPlainText() != self._committed

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving."""
        super().focusOutEvent(event)
        if self.is_changed() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._committed = self.toPlainText()
            self.committed.emit(self._committed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground inside the viewport, then the text."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("base"))
        painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Draw the edge around the viewport."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_box(painter, QRectF(self.rect()), "base", self._edge(), "field")
            painter.end()
        return done

    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark."""
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            _clear_ground(self)
        super().changeEvent(event)


class Combo(_Boxed, QComboBox):
    """A choice from a list; keys are the item data. ``picked(key)`` when a person chose.

    ``items`` are (key, words) or (key, words, icon). ``editable=True`` lets one type too,
    then ``committed(text)`` follows. The wheel does not change it unless it has the focus.
    """

    picked = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        name: str,
        items: Sequence[tuple[str, ...]] = (),
        *,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self.shows_ring = True
        self._icons: dict[str, str] = {}
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.set_items(items)
        if editable:
            self._make_editable(name)
        self.activated.connect(lambda _index: self.picked.emit(self.value()))

    def _make_editable(self, name: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QLineEdit()
        self.setLineEdit(line)
        line.setFrame(False)
        line.setAccessibleName(name)
        line.setTextMargins(6, 0, 0, 0)
        _clear_ground(line)
        line.editingFinished.connect(lambda: self.committed.emit(self.currentText()))

    def set_items(self, items: Sequence[tuple[str, ...]]) -> None:
        """Replace the choices; the chosen key stays where it exists. No signal."""
        key = self.value()
        self.blockSignals(True)
        self.clear()
        for item in items:
            icon = item[2] if len(item) > 2 else ""
            self._icons[item[0]] = icon
            if icon:
                self.addItem(icons.icon(icon, "ink-soft"), item[1], item[0])
            else:
                self.addItem(item[1], item[0])
        self.blockSignals(False)
        self.set_value(key)

    def value(self) -> str:
        """The key of the choice, or ""."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose without a signal. An unknown key of an editable one is shown as typed."""
        index = self.findData(key)
        self.blockSignals(True)
        self.setCurrentIndex(index)
        if index < 0 and self.isEditable():
            self.setEditText(key)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """The token's height."""
        return QSize(super().sizeHint().width() + 8, theme.height("field"))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(64, theme.height("field"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice, unless it has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box, icon, words and caret."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "hover" if self.underMouse() and self.isEnabled() else "base"
        paint_box(painter, QRectF(self.rect()), ground, self._edge(), "field")
        ink = "ink" if self.isEnabled() else "disabled"
        middle = self.height() // 2
        icons.paint(painter, self.width() - 22, middle - 6, "caret-down", ink, 12)
        if not self.isEditable():
            self._paint_words(painter, ink, middle)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str, middle: int) -> None:
        x = 10
        icon = self._icons.get(self.value(), "")
        if icon:
            icons.paint(painter, x, middle - 8, icon, "ink-soft", 16)
            x += 24
        painter.setFont(self.font())
        words = self.currentText() or self.placeholderText()
        painter.setPen(theme.color(ink if self.currentText() else "ink-faint"))
        room = self.width() - x - 26
        cut = QFontMetrics(self.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, room, self.height()), int(flags), cut)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground."""
        self.update()
        super().enterEvent(event)


class TickBox(QAbstractButton):
    """A tick and its words. Toggled by click or Space. ``words_first`` puts the box behind."""

    focus_ring = "outside"

    def __init__(
        self,
        text: str = "",
        *,
        checked: bool = False,
        name: str = "",
        style: str = "body",
        words_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "tick")
        self.shows_ring = False
        self._style, self._words_first = style, words_first
        self.setCheckable(True)
        self.setChecked(checked)
        self.setText(text)
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Box, gap and words."""
        metrics = QFontMetrics(theme.font(self._style))
        words = metrics.horizontalAdvance(self.text()) + 8 if self.text() else 0
        return QSize(16 + words + 2, max(20, metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box_x = self.width() - 16 if self._words_first else 0
        paint_tick(painter, box_x, self.height() / 2 - 8, self.isChecked(), self.isEnabled())
        painter.setFont(theme.font(self._style))
        ink = "ink-soft" if self._words_first else "ink"
        painter.setPen(theme.color(ink if self.isEnabled() else "disabled"))
        x = 0 if self._words_first else 24
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRectF(x, 0, self.width(), self.height()), int(flags), self.text())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ring for the keyboard only."""
        self.shows_ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def paint_tick(painter: QPainter, x: float, y: float, on: bool, enabled: bool = True) -> None:
    """A 16 px tick box at (x, y), for widgets and delegates."""
    rect = QRectF(x, y, 16, 16)
    if on:
        paint_box(painter, rect, "accent" if enabled else "disabled", None, "tick")
        icons.paint(painter, x + 2, y + 2, "check", "on-accent", 12)
    else:
        paint_box(painter, rect, "base", "line-strong" if enabled else "line", "tick")


class Problem(QWidget):
    """The sentence under a field: an icon and about five words. Hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._icon = "danger", "warning-circle"
        self._label = Label("", "small", "danger", wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(21, 3, 0, 1)
        layout.addWidget(self._label)
        self.hide()

    def text(self) -> str:
        """The sentence, or ""."""
        return self._label.whole_text()

    def show_problem(self, text: str, *, severity: str = "danger") -> None:
        """Say what is wrong; ``severity`` is danger or warn. Empty text hides it."""
        self._role = severity
        self._icon = "warning-circle" if severity == "danger" else "warning"
        self._label.set_role(severity)
        self._label.setText(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon beside the first line."""
        painter = QPainter(self)
        icons.paint(painter, 1, 4, self._icon, self._role, 14, fill=True)
        painter.end()


class FieldRow(QWidget):
    """A label of 76 px, a field, and the problem under it.

    ``problem.show_problem("Two digits are missing")`` and the red edge go together in
    ``say``. ``above=True`` puts the label over the field.
    """

    LABEL_WIDTH = 76

    def __init__(
        self, label: str, field: QWidget, *, above: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.label = Label(label, "small", "ink-soft")
        self.label.setBuddy(field)
        self.problem = Problem()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(field)
        column.addWidget(self.problem)
        self._arrange(column, above)
        if label:
            self.set_label(label)

    def _arrange(self, column: QVBoxLayout, above: bool) -> None:
        if above:
            outer = QVBoxLayout(self)
            outer.setContentsMargins(0, 0, 0, 0)
            outer.setSpacing(4)
            outer.addWidget(self.label)
            outer.addLayout(column)
        else:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            self.label.setFixedWidth(self.LABEL_WIDTH)
            self.label.setFixedHeight(theme.height("field"))
            row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(column, 1)

    def set_label(self, text: str) -> None:
        """Other words, for the label and the field's accessible name."""
        self.label.setText(text)
        self.field.setAccessibleName(text)
        if isinstance(self.field, QComboBox | QAbstractSpinBox):
            for line in self.field.findChildren(QLineEdit):
                line.setAccessibleName(text)

    def say(self, text: str, *, severity: str = "danger") -> None:
        """Show a problem under the field, or "" for none."""
        self.problem.show_problem(text, severity=severity)
        if isinstance(self.field, _Boxed):
            self.field.set_problem(bool(text) and severity == "danger")
        self.field.setAccessibleDescription(text)


def edge_pen() -> QPen:
    """The pen of field edges, for painted fields (header combos)."""
    return QPen(theme.color("line-strong"), 1)
