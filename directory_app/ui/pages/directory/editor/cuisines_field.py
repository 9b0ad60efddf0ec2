"""What is cooked or sold: chips of OSM cuisine values, found by words of either language."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from directory_app.model import cuisines
from directory_app.ui.pages.directory.pickers import finding
from directory_app.ui.pages.directory.pickers.chips_field import ChipsField
from directory_app.ui.parts.finding import Choice, find
from directory_app.ui.parts.words import spoken_language


class CuisinesField(ChipsField):
    """Values of OSM's ``cuisine``, in order; what is none is as written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name(self.tr("Cuisine"), self.tr("Add a cuisine"))

    def label(self, value: str) -> str:
        """Its name."""
        return cuisines.name(value, spoken_language())

    def choices(self, typed: str) -> Sequence[Choice]:
        """Cuisines for what is typed."""
        return find(finding.cuisine_choices(spoken_language()), typed, ())

    def read(self, typed: str) -> list[str]:
        """Values."""
        return cuisines.parse(typed)
