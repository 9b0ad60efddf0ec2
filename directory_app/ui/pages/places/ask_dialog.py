"""Before anything leaves: how many addresses, to whom, and each of them as it would be sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui.parts.doubt_line import SERVICES
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.geocoding.online.services import Service
    from directory_app.tasks.questions import Question

_COLUMNS = (TextColumn(250, strong=True), TextColumn(190, least=380))
_SHOWN = 8
#: On a small screen the list scrolls from this height on.
_LEAST = 76
_WIDE = 540


class AskServiceDialog(Dialog):
    """Accepted: the person lets these be sent."""

    def __init__(
        self, service: "Service", questions: "Sequence[Question]", parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.setMinimumWidth(_WIDE)
        leaving: dict[str, list[str]] = {}
        for one in questions:
            if one.leaves:
                leaving.setdefault(one.sent, []).append(one.name)
        self.many = len(leaving)
        self.known = sum(one.allowed and one.known for one in questions)
        self.title = Label("", "heading", wrap=True)
        self.told = Label("", "body", "ink-soft", wrap=True)
        self.census = Remark("warning", "warn", fill=True)
        self.rest = Remark("info", "ink-soft", style="small", ink="ink-soft")
        self.table = TextTable(_COLUMNS)
        self.table.set_rows([TextRow((sent, ", ".join(names))) for sent, names in leaving.items()])
        self.table.fit_height(_SHOWN)
        self.table.setMinimumHeight(min(_LEAST, self.table.maximumHeight()))
        self.table.setVisible(bool(leaving))
        self._lay_out()
        self._say(service, questions)
        layout = self.layout()
        assert layout is not None
        self.resize(_WIDE, layout.totalHeightForWidth(_WIDE))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        for widget in (self.title, self.told, self.census, self.table, self.rest):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        self.cancel, self.go = Button(self.tr("Send nothing"), "flat"), Button("", "primary")
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.addStretch()
        column.addSpacing(6)
        column.addLayout(row)

    def _say(self, service: "Service", questions: "Sequence[Question]") -> None:
        to = f"{SERVICES[service.kind]} ({service.host})"
        if self.many:
            title = count(
                self.many,
                self.tr("Send one address to {to}?"),
                self.tr("Send {n} addresses to {to}?"),
                to=to,
            )
        else:
            title = self.tr("Nothing needs to be sent")
        self.title.setText(title)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.told.setText(
            self.tr(
                "Street and town leave this laptop as they stand in the list: no name, no ZIP "
                "code, no telephone. The service learns from which internet connection they come."
            )
            if self.many
            else self.tr("All that may be asked was answered before. Those answers are used.")
        )
        warning = self.tr("The US Census geocoder hands the addresses to a federal agency.")
        self.census.set_words(warning if service.kind == "census" and self.many else "")
        self.table.setAccessibleName(self.tr("What is sent"))
        self.table.set_headings((self.tr("What is sent"), self.tr("For")))
        self.rest.set_words(self._rest(questions))
        self.go.setText(self.tr("Send them") if self.many else self.tr("Use the answers"))
        # somebody has to reach for it: Enter alone sends nothing
        self.cancel.setFocus()

    def _rest(self, questions: "Sequence[Question]") -> str:
        silent = sum(not one.allowed for one in questions)
        lines = []
        if self.known and self.many:
            lines.append(
                count(
                    self.known,
                    self.tr("One was answered before, and is not sent again."),
                    self.tr("{n} were answered before, and are not sent again."),
                )
            )
        if silent:
            lines.append(
                count(
                    silent,
                    self.tr("One is left out: its owner has not said yes to Look-up."),
                    self.tr("{n} are left out: their owners have not said yes to Look-up."),
                )
            )
        return " ".join(lines)
