"""What the table says when it has no rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from directory_app.store.filters import Filter
from directory_app.tasks.why_empty import Culprit
from directory_app.ui import plurals
from directory_app.ui.pages.directory import asked_words
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import vbox


def is_narrowed(wanted: Filter) -> bool:
    """Whether more than a view was asked for."""
    sort, descending, then = wanted.sort, wanted.descending, wanted.then
    return wanted != Filter(view=wanted.view, sort=sort, descending=descending, then=then)


class EmptyTable(Pane):
    """``import_wanted`` in a new directory, ``clear_wanted`` where a filter hides all.

    ``add_wanted``: the first one by hand. ``rest_wanted(Filter)``: without what leaves nothing.
    """

    import_wanted = Signal()
    add_wanted = Signal()
    clear_wanted = Signal()
    rest_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "", parent)

        self._filter, self._whole = Filter(), 0
        self._culprit: Culprit | None = None
        self.state = EmptyState()
        vbox(self, self.state, margins=None)
        self.state.button.clicked.connect(self._pressed)
        self.state.other.clicked.connect(self._pressed_other)

    def say(self, wanted: Filter, whole: int | None) -> None:
        """Fit the words to the filter; ``whole`` is how many there are in all."""
        if wanted != self._filter:
            self._culprit = None
        self._filter, self._whole = wanted, whole or 0
        self._tell_why()

    def blame(self, wanted: Filter, found: "Culprit | None") -> None:
        """Say which part of that filter leaves nothing, and offer to take it away."""
        if wanted == self._filter:
            self._culprit = found
            self._tell_why()

    def _is_narrowed(self) -> bool:
        return is_narrowed(self._filter) and self._whole > 0

    def _tell_why(self) -> None:
        if self._is_narrowed() and self._culprit is not None:
            self._tell(self._culprit)
        elif self._is_narrowed():
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
            "changed_this_week": (
                self.tr("Nothing changed this week"),
                self.tr("What somebody adds or edits is listed here for seven days."),
            ),
            "consent_ending": (
                self.tr("No consent ends soon"),
                self.tr("A yes that ends within two months is listed here, to ask again."),
            ),
        }.get(self._filter.view, (self.tr("Nothing here"), ""))

    def _tell(self, found: "Culprit") -> None:
        """The part that leaves nothing, how many there are without it, and a button for that."""
        what, without = self._part_of(found)
        one = self.tr("Without it there is one.")
        many = self.tr("Without it there are {n}.")
        more = plurals.count(found.count, one, many) if found.count else ""
        text = self.tr("No business here has %1 too.")
        if found.is_unknown:
            text = self.tr("No business in this directory has %1.")
        elif found.clause is None:
            text = self.tr("There is nothing %1.")
        self.state.set_texts(
            self.tr("Nothing matches"),
            f"{text.replace('%1', what)} {more}".strip(),
            without,
            "x" if found.clause is not None else "",
            self.tr("Show all"),
        )

    def _part_of(self, found: "Culprit") -> tuple[str, str]:
        """What is to blame, and the words of the button that takes it away."""
        if found.clause is None and self._filter.area is not None:
            return self.tr("in this part of the map"), self.tr("Look everywhere")
        if found.clause is None:
            return self.tr("of it in this list"), self.tr("Look in all")
        said = asked_words.quoted(asked_words.clause(found.clause))
        return said, self.tr("Remove %1").replace("%1", said)

    def _pressed(self) -> None:
        if self._is_narrowed() and self._culprit is not None:
            self.rest_wanted.emit(self._culprit.rest)
        elif self._whole:
            self.clear_wanted.emit()
        else:
            self.import_wanted.emit()

    def _pressed_other(self) -> None:
        (self.clear_wanted if self._is_narrowed() else self.add_wanted).emit()
