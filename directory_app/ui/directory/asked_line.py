"""Under the search: each filter that was typed as a chip, and what could not be read.

Loaded when a filter is typed first, with the grammar.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.model.query import Query, Term, parse, terms, without
from directory_app.model.query_pieces import Piece
from directory_app.store.near import place_of
from directory_app.ui.directory.words import is_spanish
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.chips import Chip
from directory_app.ui.widgets.flow import Flow
from directory_app.ui.widgets.remark import Remark


class AskedLine(Pane):
    """``changed(text)``: the text without the part whose chip was removed."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self.chips: list[Chip] = []
        self._text = ""
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.problem = Remark("warning", "warn", ink="warn", style="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 6)
        column.setSpacing(4)
        column.addWidget(self._holder)
        column.addWidget(self.problem)

    def show_text(self, text: str) -> None:
        """Say what a text asks for; hidden if it is only words."""
        self._text = text
        query = parse(text)
        parts = [term for term in terms(query) if term.key or term.excluded]
        self._set_chips(parts)
        sentence = self._sentence(query)
        self.problem.set_words(sentence)
        self._holder.setVisible(bool(parts))
        self.setVisible(bool(parts or sentence))

    def _set_chips(self, parts: list[Term]) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for term in parts:
            chip = Chip(str(term.piece), removable=True, parent=self._holder)
            chip.removed.connect(lambda piece=term.piece: self._remove(piece))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)

    def _remove(self, piece: Piece) -> None:
        self.changed.emit(without(self._text, piece))

    def _sentence(self, query: Query) -> str:
        """The first of what cannot be read or found."""
        for problem in query.problems:
            return problem.said("es" if is_spanish() else "en")
        for term in query.places():
            said = self._place_problem(term.value)
            if said:
                return said
        return ""

    def _place_problem(self, text: str) -> str:
        unknown = self.tr("“%1” was not found. Add the town and its state.")
        return "" if place_of(text) else unknown.replace("%1", text)
