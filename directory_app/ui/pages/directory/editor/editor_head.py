"""The head of the editor: name, code, review state, saved or not."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.terms import ReviewState
from directory_app.store.rows import BusinessRow
from directory_app.ui import theme
from directory_app.ui.parts import words
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import IconButton
from directory_app.ui.widgets.remark import Remark

_STATES = {
    ReviewState.APPROVED: ("seal-check", "ok"),
    ReviewState.SUBMITTED: ("clock", "warn"),
    ReviewState.DRAFT: ("circle", "ink-soft"),
    ReviewState.ARCHIVED: ("archive", "ink-soft"),
}


class Marked(Remark):
    """A small icon and a word, of one colour."""

    def __init__(self) -> None:
        super().__init__("", size=14, gap=3, label=Label("", "small"))

    def show_words(self, icon: str, text: str, role: str, *, fill: bool = False) -> None:
        """Say it."""
        self.set_icon(icon, role, fill=fill)
        self.label.set_role(role)
        self.set_words(text)


class EditorHead(QWidget):
    """Two lines: the name; code, state, saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton("arrow-u-up-left", self.tr("Back to the table"))
        self.back.hide()
        self.title = Label("", "title", elide=True)
        self.more = IconButton("dots-three", self.tr("More"))
        self.more.set_icon("dots-three", role="ink")
        self.code = Label("", "small", "ink-soft")
        code_font = theme.font("small")
        code_font.setLetterSpacing(code_font.SpacingType.PercentageSpacing, 104)
        self.code.setFont(code_font)
        self.state, self.saved = Marked(), Marked()
        self._gone = QTimer(self, singleShot=True, interval=6000)
        self._gone.timeout.connect(self.saved.hide)
        self._lay_out()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.back)
        first.addWidget(self.title, 1)
        first.addWidget(self.more)
        second.setSpacing(12)
        for widget in (self.code, self.state, self.saved):
            second.addWidget(widget)
        second.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 8, 7)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)

    def show_row(self, row: BusinessRow) -> None:
        """What a row knows."""
        self.title.setText(row.name)
        self._show_code(row.code)
        self._show_state(row.review_state)
        self.saved.hide()

    def show_business(self, business: Any, *, new: bool) -> None:
        """What is kept."""
        if new:
            self.show_new()
            return
        self.title.setText(business.name)
        self._show_code(business.code)
        self._show_state(business.review_state)

    def show_new(self) -> None:
        """A business without a name yet."""
        self.title.setText(self.tr("New business"))
        self._show_code("")
        self.state.show_words("", self.tr("Kept once it has a name"), "ink-soft")
        self.saved.hide()

    def _show_code(self, code: str) -> None:
        self.code.setText(code)
        self.code.setVisible(bool(code))

    def _show_state(self, state: str) -> None:
        icon, role = _STATES[ReviewState(state)]
        fill = state == ReviewState.APPROVED
        self.state.show_words(icon, words.review(state), role, fill=fill)

    def show_saving(self) -> None:
        """An edit is on its way."""
        self._gone.stop()
        self.saved.show_words("clock", self.tr("Saving"), "ink-soft")

    def show_saved(self) -> None:
        """It is kept."""
        self.saved.show_words("check", self.tr("Saved"), "ink-soft")
        self._gone.start()

    def show_not_saved(self) -> None:
        """It is not."""
        self._gone.stop()
        self.saved.show_words("warning-circle", self.tr("Not saved"), "danger", fill=True)
