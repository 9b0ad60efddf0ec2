"""Under the search: each filter in force as a chip in words, and what could not be read.

Loaded when a filter is asked for first, with the grammar.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.model.query import Query, Term, parse
from directory_app.model.query_edit import removed
from directory_app.store.filters import Filter
from directory_app.store.near import place_of
from directory_app.ui.pages.directory import asked_words
from directory_app.ui.parts.words import is_spanish
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.chips import Chip
from directory_app.ui.widgets.flow import Flow
from directory_app.ui.widgets.remark import Remark


def clauses_of(text: str) -> list[tuple[Term, ...]]:
    """The clauses that are more than words: each is a chip."""
    return [
        clause
        for clause in parse(text).clauses
        if len(clause) > 1 or clause[0].key or clause[0].excluded
    ]


class AskedLine(Pane):
    """``changed(text)``: the text without the part whose chip was removed.

    ``area_removed``: the part of the map was taken away. ``left``: no chip is left to be on.
    """

    changed = Signal(str)
    area_removed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self.chips: list[Chip] = []
        self._text = ""
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.problem = Remark("warning", "warn", ink="warn", style="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addWidget(self._holder)
        column.addWidget(self.problem)

    def show_filter(self, wanted: Filter) -> None:
        """Say what a filter asks for; hidden if it is only words."""
        self._text = wanted.text
        query = parse(wanted.text)
        parts = clauses_of(wanted.text)
        self._set_chips(parts, in_area=wanted.area is not None)
        sentence = self._sentence(query)
        self.problem.set_words(sentence)
        self._holder.setVisible(bool(self.chips))
        self.setVisible(bool(self.chips or sentence))

    def _set_chips(self, parts: list[tuple[Term, ...]], *, in_area: bool) -> None:
        at = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        if in_area:
            self._add(self.tr("in a part of the map")).removed.connect(self.area_removed)
        for clause in parts:
            chip = self._add(asked_words.clause(clause))
            chip.removed.connect(partial(self._remove, clause))
        if at >= 0:
            self._stay_near(at)

    def _stay_near(self, at: int) -> None:
        """The keyboard was on a chip that is gone: to the next one, or away."""
        if self.chips:
            self.chips[min(at, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _add(self, text: str) -> Chip:
        chip = Chip(text, removable=True, parent=self._holder)
        self._flow.addWidget(chip)
        chip.show()
        self.chips.append(chip)
        return chip

    def _remove(self, clause: tuple[Term, ...]) -> None:
        self.changed.emit(removed(self._text, clause))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from chip to chip."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        at = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        to = at + steps.get(Qt.Key(event.key()), 0)
        if at >= 0 and to != at and 0 <= to < len(self.chips):
            self.chips[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _sentence(self, query: Query) -> str:
        """The first of what cannot be read or found."""
        for problem in query.problems:
            if not problem.piece.text and problem.piece.end == len(self._text):
                continue  # it is just being typed, and what could follow is offered
            return problem.said("es" if is_spanish() else "en")
        for term in query.places():
            said = self._place_problem(term.value)
            if said:
                return said
        return ""

    def _place_problem(self, text: str) -> str:
        unknown = self.tr("“%1” was not found. Add the town and its state.")
        return "" if place_of(text) else unknown.replace("%1", text)
