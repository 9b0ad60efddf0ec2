"""A line of the hours that is typed: read at each letter, told what is wrong when it is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from directory_app.ui.widgets.fields import Field, FieldRow


class HoursLine(FieldRow):
    """``told(value)`` when what is typed can be read: ``read(text)`` gives a value, or None.

    What can't be read stays as it is typed, whatever else changes; Esc gives it up. With
    ``blank_counts_late`` an empty line says nothing until it is left: it is often on its way
    to other words.
    """

    told = Signal(object)

    def __init__(
        self,
        read: Callable[[str], object | None],
        problem: Callable[[], str],
        label: str = "",
        *,
        blank_counts_late: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Field("")
        super().__init__(label, self.line, parent=parent)
        self._read, self._problem = read, problem
        self._shown = ""
        self._unread = False
        self._late = blank_counts_late
        self.line.textEdited.connect(self._edited)
        self.line.editingFinished.connect(self._left)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless something half-typed stands there."""
        self._shown = text
        if not self._unread and not self._is_being_typed():
            self.line.set_text(text)

    def typed(self) -> str | None:
        """What stands there and can't be read; None if all is read."""
        return self.line.text() if self._unread else None

    def put(self, text: str) -> None:
        """Take up what was typed before."""
        self.line.setText(text)
        self._edited(text)
        self._left()

    def forget(self) -> None:
        """What can't be read is given up."""
        self._unread = False
        self.say("")
        self.line.set_text(self._shown)

    def _is_being_typed(self) -> bool:
        return self.line.hasFocus() and self.line.text() != self._shown and self.line.isModified()

    def _edited(self, text: str) -> None:
        value = self._read(text)
        self._unread = value is None
        if value is None or (self._late and not text.strip()):
            return
        self.say("")
        self.told.emit(value)

    def _left(self) -> None:
        if self._unread:
            self.say(self._problem())
            return
        self.say("")
        if self._late and self._shown and not self.line.text().strip():
            self.told.emit(self._read(""))
        else:
            self.line.setModified(False)
            self.line.set_text(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what can't be read; the next one is for the pane."""
        if event.key() == Qt.Key.Key_Escape and self._unread:
            self.forget()
            return
        super().keyPressEvent(event)
