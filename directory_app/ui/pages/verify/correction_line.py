"""A field for what is right now, under the rows of a visit sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from directory_app.ui.pages.verify.field_lines import field_name
from directory_app.ui.widgets.fields import Field, FieldRow


class CorrectionLine(FieldRow):
    """``typed``: Enter. ``turned``: it is shown, or not any more."""

    typed = Signal()
    turned = Signal()

    def __init__(self) -> None:
        self.line = Field("")
        super().__init__("", self.line, above=True)
        self._name = ""
        self.line.returnPressed.connect(self.typed)

    def begin(self, name: str, text: str) -> None:
        """Correct a field: what it was is marked, so that typing replaces it."""
        self._name = name
        self.set_label(field_name(name))
        self.say("")
        self.line.setText(text)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def typing(self) -> tuple[str, str]:
        """Which field is being corrected, and what is typed so far; ("", "") for none."""
        return ("", "") if self.isHidden() else (self._name, self.line.text())

    def showEvent(self, event: QShowEvent) -> None:
        """Tell of it."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell of it."""
        super().hideEvent(event)
        self.turned.emit()
