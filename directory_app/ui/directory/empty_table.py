"""What the table says when it has no rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.store.filters import Filter
from directory_app.ui.widgets.base import Pane, Translated
from directory_app.ui.widgets.empty import EmptyState


def is_narrowed(wanted: Filter) -> bool:
    """Whether more than a view was asked for."""
    sort, descending, then = wanted.sort, wanted.descending, wanted.then
    return wanted != Filter(view=wanted.view, sort=sort, descending=descending, then=then)


class EmptyTable(Translated, Pane):
    """``import_wanted`` in a new directory, ``clear_wanted`` where a filter hides all.

    ``add_wanted``: the first one by hand.
    """

    import_wanted = Signal()
    add_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "", parent)
        from PySide6.QtWidgets import QVBoxLayout

        self._filter, self._whole = Filter(), 0
        self.state = EmptyState()
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        self.state.button.clicked.connect(self._pressed)
        self.state.other.clicked.connect(self.add_wanted)

    def say(self, wanted: Filter, whole: int | None) -> None:
        """Fit the words to the filter; ``whole`` is how many there are in all."""
        self._filter, self._whole = wanted, whole or 0
        self.retranslate()

    def _is_narrowed(self) -> bool:
        return is_narrowed(self._filter) and self._whole > 0

    def retranslate(self) -> None:
        """Set the texts."""
        if self._is_narrowed():
            self.state.set_texts(
                self.tr("Nothing matches"),
                self.tr("No business has all of these words and answers."),
                self.tr("Show all"),
            )
        elif self._whole == 0:
            self.state.set_texts(
                self.tr("No businesses yet"),
                self.tr("Bring in a list from a spreadsheet, or add the first one by hand."),
                self.tr("Import a list…"),
                "tray-arrow-down",
                self.tr("Add the first one"),
            )
        else:
            self.state.set_texts(*self._view_texts(), self.tr("Show all"))

    def _view_texts(self) -> tuple[str, str]:
        return {
            "to_ask": (
                self.tr("Nobody left to ask"),
                self.tr("New businesses appear here until somebody has asked them."),
            ),
            "to_verify": (
                self.tr("Everything is fresh"),
                self.tr("A business comes here when nobody has checked it for half a year."),
            ),
            "no_pin": (
                self.tr("Every business has its place"),
                self.tr("What has no pin on the map yet is listed here."),
            ),
            "duplicates": (
                self.tr("No two look alike"),
                self.tr("Businesses with the same phone or name are listed here."),
            ),
            "consent_ending": (
                self.tr("No consent ends soon"),
                self.tr("A yes that ends within two months is listed here, to ask again."),
            ),
        }.get(self._filter.view, (self.tr("Nothing here"), ""))

    def _pressed(self) -> None:
        if self._whole:
            self.clear_wanted.emit()
        else:
            self.import_wanted.emit()
