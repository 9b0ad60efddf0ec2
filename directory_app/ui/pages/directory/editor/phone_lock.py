"""The lock beside a telephone: shut, the number stays inside the coalition."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from directory_app.ui.widgets.buttons import IconButton


class PhoneLock(IconButton):
    """Checked: confidential, never printed. ``around`` is the row that it and its line lie in."""

    def __init__(self) -> None:
        super().__init__("lock-simple", "", size="small")
        self.around = QWidget()
        self.setCheckable(True)
        self.toggled.connect(self._show)
        self._show(on=False)

    def name(self, number: int) -> None:
        """Say which line it is of."""
        said = QCoreApplication.translate("Phones", "Phone %1 is confidential: never printed")
        self.set_name(said.replace("%1", str(number)))

    def _show(self, on: bool) -> None:
        self.set_icon("lock-simple", fill=on, role="warn" if on else "ink-soft")
