"""Which languages are spoken: chips, found by their names in either language."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from directory_app.model import languages
from directory_app.ui.pages.directory.pickers import finding
from directory_app.ui.pages.directory.pickers.chips_field import ChipsField
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.parts.words import spoken_language


class LanguagesField(ChipsField):
    """Values are BCP 47 codes, in order; what has no code is as written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Languages"), self.tr("Add a language"))

    def label(self, value: str) -> str:
        """Its name, with a capital letter as on paper."""
        name = languages.name(value, spoken_language())
        return name[:1].upper() + name[1:]

    def choices(self, typed: str) -> Sequence[Choice]:
        """Languages for what is typed."""
        return find(finding.language_choices(spoken_language()), typed, ())

    def read(self, typed: str) -> list[str]:
        """Codes."""
        return languages.parse(typed)
