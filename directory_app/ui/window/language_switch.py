"""English or Español, at the upper right of the welcome and of the lock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.ui import language
from directory_app.ui.widgets.base import Translated
from directory_app.ui.widgets.segments import Segments

#: Each language is written in itself, so neither is translated.
NAMES = (("en", "English"), ("es", "Español"))


class LanguageSwitch(Translated, Segments):
    """``language_wanted(code)``."""

    language_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NAMES, "", parent=parent)
        self.set_value(language.current())
        self.chosen.connect(self.language_wanted)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.set_items(NAMES, self.tr("Language"))
        self.set_value(language.current())
