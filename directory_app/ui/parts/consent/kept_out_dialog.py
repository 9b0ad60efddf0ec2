"""Answers that a list or a packet brought and the ledger did not let in: whose, which, and why."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from directory_app.model.ledger import Why
from directory_app.ui import plurals
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.remark import Remark

#: So many businesses are named; of more than that their number is told.
MOST = 200


class KeptOut(NamedTuple):
    """One answer: whose it was (with the line of a list), for which use, and a ``Why``."""

    whose: str
    channel: str
    why: str


class KeptOutDialog(Dialog):
    """All of them, a line for each business and reason."""

    def __init__(self, kept_out: Iterable[KeptOut], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        found = list(kept_out)
        one, more = self.tr("{n} answer was not let in"), self.tr("{n} answers were not let in")
        title = plurals.count(len(found), one, more)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(480)
        head = Pane("window", "b")
        vbox(head, Label(title, "title", wrap=True), margins=(24, 16, 24, 12))
        self.close_button = Button(self.tr("Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        body = self._body(found)
        self.frame(head, body, self.close_button)
        self.main = self.close_button
        self.resize(600, min(520, 140 + body.heightForWidth(600)))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _body(self, found: list[KeptOut]) -> QWidget:
        body = QWidget()
        column = vbox(body, margins=(24, 14, 24, 16), spacing=10)
        told = self.tr("All the rest came in. These doors stay as they were.")
        column.addWidget(Remark("hand-palm", "warn", told, fill=True))
        uses: dict[tuple[str, str], list[str]] = {}
        for one in found:
            uses.setdefault((one.whose, one.why), []).append(doors.channel_name(one.channel))
        for (whose, why), channels in list(uses.items())[:MOST]:
            line = vbox(None, Label(whose, "strong", wrap=True), spacing=1)
            text = f"{', '.join(channels)}: {self._reason(why)}"
            line.addWidget(Label(text, "body", "ink-soft", wrap=True))
            column.addLayout(line)
        if len(uses) > MOST:
            rest = self.tr("and %1 more").replace("%1", str(len(uses) - MOST))
            column.addWidget(Label(rest, "body", "ink-soft"))
        column.addStretch()
        return body

    def _reason(self, why: str) -> str:
        return {
            Why.REFUSED: self.tr("they refused. Only a talk in which you ask again opens it."),
            Why.NOT_LATER: self.tr("they refused on that day or after it."),
            Why.INCOMPLETE: self.tr("they refused, and this yes lacks who asked, or when."),
            Why.FUTURE: self.tr("this yes has a day that is still to come."),
        }[Why(why)]
