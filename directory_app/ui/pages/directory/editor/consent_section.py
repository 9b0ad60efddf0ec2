"""Consent: the five doors, what was answered, until when; and asking."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from directory_app.model.live import last_live_day
from directory_app.model.terms import Answer, Channel
from directory_app.ui import plurals, theme
from directory_app.ui.pages.directory.editor.section import Section
from directory_app.ui.widgets import dates, doors
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.doors import Door, DoorState

#: A consent that ends within so many days is told by the days left.
DAYS_TOLD = 60


class ConsentSection(Section):
    """The fourth section. ``ask_wanted``: open the dialog."""

    ask_wanted = Signal()

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.ask = Button("", "link", size="small")
        self.ask.clicked.connect(self.ask_wanted)
        self.head_row.addWidget(self.ask)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(1, 58)
        grid.setColumnStretch(2, 1)
        self._lines: dict[Channel, tuple[Door, Label, Label, Label]] = {}
        for place, channel in enumerate(Channel):
            line = (
                Door(),
                Label(""),
                Label("", "small", elide=True),
                Label("", "small", "ink-soft"),
            )
            grid.setRowMinimumHeight(place, theme.length("height", "row_ledger"))
            for column, widget in enumerate(line):
                grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
            line[3].setAlignment(Qt.AlignmentFlag.AlignRight)
            self._lines[channel] = line
        self.column.addLayout(grid)
        self.head.setText(self.tr("Consent"))
        for channel, (_door, name, _answer, _until) in self._lines.items():
            name.setText(doors.channel_name(channel))
        self._show()

    def load(self, dossier: Any) -> None:
        """Show a business."""
        super().load(dossier)
        self._show()

    def _show(self) -> None:
        kept = self.dossier.consents if self.dossier is not None else {}
        asked = any(one.answer != Answer.NOT_ASKED for one in kept.values())
        self.ask.setText(self.tr("Ask again…") if asked else self.tr("Ask…"))
        for channel, line in self._lines.items():
            self._show_line(channel, kept.get(channel.value), line)

    def _show_line(
        self, channel: Channel, one: Any, line: tuple[Door, Label, Label, Label]
    ) -> None:
        door, _name, answer, until = line
        last = last_live_day(one.answer, one.date, one.asked_by, one.review_by) if one else None
        state = doors.state_of(one.answer if one else Answer.NOT_ASKED, last, self._today)
        door.set_state(state, doors.sentence(channel, state, last))
        incomplete = one is not None and one.answer == Answer.YES and last is None
        if incomplete:
            answer.setText(self.tr("Yes, but who asked when?"))
        else:
            answer.setText(doors.answer_words(state, last))
        strong = state not in (DoorState.NOT_ASKED,)
        answer.setFont(theme.medium("small") if strong else theme.font("small"))
        roles = {DoorState.ENDING: "warn", DoorState.ENDED: "danger", DoorState.WITHDRAWN: "danger"}
        role = "warn" if incomplete else roles.get(state, "ink" if strong else "ink-soft")
        answer.set_role(role)
        until.setText(self._until(state, last, one))

    def _until(self, state: DoorState, last: dt.date | None, one: Any) -> str:
        if state == DoorState.YES and last is not None:
            return self.tr("to %1").replace("%1", dates.long(last))
        if state == DoorState.ENDING and last is not None:
            days = (last - self._today).days
            return (
                self.tr("today is the last day")
                if not days
                else plurals.count(days, self.tr("one day left"), self.tr("{n} days left"))
            )
        if state in (DoorState.NO, DoorState.WITHDRAWN) and one is not None and one.date:
            return dates.long(one.date)
        return ""
