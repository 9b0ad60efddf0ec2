"""Whoever types fast is ahead of the look-up: keys wait, and then go where they were meant."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class TypeAhead(QObject):
    """Holds the keys that a field gets between ``hold`` and ``release``."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._keys: list[QKeyEvent] = []
        self._is_holding = False
        field.installEventFilter(self)

    def hold(self) -> None:
        """From now on keys wait."""
        self._is_holding = True

    def release(self) -> None:
        """They go to whatever has the keyboard now, as if they were typed now."""
        self._is_holding = False
        while self._keys and not self._is_holding:
            target = self._field.window().focusWidget() or self._field
            QApplication.sendEvent(target, self._keys.pop(0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key that came too early."""
        if self._is_holding and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            self._keys.append(event.clone())
            return True
        return False
