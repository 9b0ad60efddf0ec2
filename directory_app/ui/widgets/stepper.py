"""A number with minus and plus, as on the guide page. Typed, stepped by keys, wheel or click."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QIntValidator,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from directory_app.ui import icons, theme
from directory_app.ui.widgets.fields import Field

_BUTTON = 30


class Stepper(Field):
    """A whole number from ``low`` to ``high``. ``changed(value)`` when a person changed it."""

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
        super().__init__(name, str(value), height=height, parent=parent)
        self._low, self._high, self._value = low, high, value
        self.setFont(theme.bold("body"))
        self.setValidator(QIntValidator(low, high, self))
        self.setTextMargins(10, 0, 2 * _BUTTON + 4, 0)
        self.setMouseTracking(True)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(lambda: self.set_text(str(self._value)))

    def value(self) -> int:
        """The number."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another without a signal."""
        self._value = max(self._low, min(self._high, value))
        self.set_text(str(self._value))

    def step(self, by: int) -> None:
        """Go up or down, as a person does."""
        before = self._value
        self.set_value(before + by)
        if self._value != before:
            self.changed.emit(self._value)

    def _typed(self, text: str) -> None:
        if text.isdigit() and self._low <= int(text) <= self._high and int(text) != self._value:
            self._value = int(text)
            self.changed.emit(self._value)

    def sizeHint(self) -> QSize:
        """Room for four digits and two buttons."""
        return QSize(96, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()

    def _button_at(self, x: float) -> int:
        if x > self.width() - _BUTTON - 2:
            return 1
        return -1 if x > self.width() - 2 * _BUTTON - 2 else 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Minus, plus, or the text."""
        step = self._button_at(event.position().x())
        if step:
            self.step(step)
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two steps."""
        step = self._button_at(event.position().x())
        if step:
            self.step(step)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """An arrow over the buttons."""
        over = self._button_at(event.position().x())
        self.setCursor(Qt.CursorShape.ArrowCursor if over else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus, so that a page still scrolls."""
        if self.hasFocus():
            self.step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Page Up and Page Down step."""
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: 10,
            Qt.Key.Key_PageDown: -10,
        }
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step(by)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and the two signs."""
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        x = self.width() - 2 * _BUTTON - 2
        for sign, at, enabled in (
            ("minus", x, self._value > self._low),
            ("plus", x + _BUTTON, self._value < self._high),
        ):
            role = "ink-soft" if enabled and self.isEnabled() else "disabled"
            icons.paint(painter, round(at + _BUTTON / 2 - 7), round(middle - 7), sign, role, 14)
        painter.fillRect(QRectF(x + _BUTTON, middle - 8, 1, 16), theme.color("line"))
        painter.end()
