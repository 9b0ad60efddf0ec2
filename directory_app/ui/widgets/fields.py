"""Fields: a line, a text, and the row of a form with the sentence under a field."""

from typing import cast

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from directory_app.ui import theme
from directory_app.ui.widgets.base import Grounded, Label, ScrollBar, see_through
from directory_app.ui.widgets.remark import Remark


class Boxed:
    """Mixin of fields: the edge turns red while ``problem`` is set."""

    focus_ring = "outside"
    problem = False
    #: The colour of the edge, for the style.
    edge = "line-strong"

    def set_problem(self, problem: bool) -> None:
        """Turn the edge red, or back."""
        if problem != self.problem:
            self.problem, self.edge = problem, "danger" if problem else "line-strong"
            cast("QWidget", self).update()


class Field(Boxed, QLineEdit):
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
        see_through(self)
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


class TextArea(Grounded, Boxed, QPlainTextEdit):
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
        high = QFontMetrics(self.font()).lineSpacing() * lines + 20
        self.setFixedHeight(high)
        self.set_ground("base", self.edge, "field")
        see_through(self)

    def set_problem(self, problem: bool) -> None:
        """Turn the edge red, or back."""
        super().set_problem(problem)
        self.set_ground("base", self.edge, "field")

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


class Problem(Remark):
    """The sentence under a field: an icon and about five words. Hidden when there is none."""

    def __init__(self) -> None:
        super().__init__(
            "warning-circle",
            "danger",
            ink="danger",
            style="small",
            fill=True,
            size=14,
            gap=6,
            margins=(1, 3, 0, 1),
        )

    def show_problem(self, text: str, *, severity: str = "danger") -> None:
        """Say what is wrong; ``severity`` is danger or warn. Empty text hides it."""
        self.set_icon("warning-circle" if severity == "danger" else "warning", severity)
        self.label.set_role(severity)
        self.set_words(text)


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
        self._help = ""
        self.label = Label(label, "small", "ink-soft")
        self.label.setBuddy(field)
        self.problem = Problem()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(field)
        column.addWidget(self.problem)
        #: Where something else about the field is put under it.
        self.below = column
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
        if isinstance(self.field, Boxed):
            self.field.set_problem(bool(text) and severity == "danger")
        self.field.setAccessibleDescription(text or self._help)

    def set_help(self, text: str) -> None:
        """What a screen reader says of the field while there is no problem."""
        self._help = text
        if not self.problem.text():
            self.field.setAccessibleDescription(text)


class Stepper(Boxed, QSpinBox):
    """A whole number from ``low`` to ``high`` with minus and plus: typed, stepped, clicked.

    ``changed(value)`` when a person changed it.
    """

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        value: int = 1,
        low: int = 1,
        high: int = 9999,
        *,
        height: str = "field",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self._height = height
        self.setRange(low, high)
        self.setValue(value)
        self.setFrame(False)
        self.setFont(theme.bold("body"))
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        see_through(self.lineEdit())
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.changed)

    def setAccessibleName(self, name: str) -> None:
        """Name it, and the line inside that one types into."""
        super().setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)

    def set_value(self, value: int) -> None:
        """Show another without a signal."""
        with QSignalBlocker(self):
            self.setValue(value)

    def sizeHint(self) -> QSize:
        """Room for four digits and two buttons."""
        return QSize(106, theme.height(self._height))

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus, so that a page still scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
