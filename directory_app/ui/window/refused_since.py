"""After a restore: a named person says who refused or withdrew since the day of the backup.

Businesses are searched and ticked, or "nobody that I know of"; until then nothing goes out.
"""

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.store.filters import Filter
from directory_app.ui import plurals, spoken
from directory_app.ui.parts.form_dialog import FormDialog
from directory_app.ui.session import WORKS_HERE, Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.ticks import TickBox

if TYPE_CHECKING:
    from directory_app.store.rows import BusinessRow

#: So many of what a search finds are shown: more is a reason to type on.
MOST = 6


class RefusedSinceDialog(FormDialog):
    """``answered``: it is said and kept. ``went_wrong(error)``."""

    answered = Signal()
    went_wrong = Signal(object)

    def __init__(self, session: Session, since: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        day = dates.long(since)
        self.session = session
        #: Who is ticked, by id.
        self.refused: dict[str, BusinessRow] = {}
        self.title.setText(self.tr("Who refused since %1?").replace("%1", day))
        self.setWindowTitle(self.title.text())
        self.setAccessibleName(self.title.text())
        text = self.tr(
            "This directory was restored from a backup of %1. Whoever said no or withdrew after "
            "that day is not in it, and could be printed against their will. So nothing goes out "
            "until somebody has answered this once. Ask the others; look at notes and messages."
        )
        self.column.addWidget(Label(text.replace("%1", day), "body", "ink-soft", wrap=True))
        search, name = self.tr("Search and tick who refused or withdrew"), self.tr("Who answers")
        self.search = FieldRow(search, Field(search), above=True)
        self.found = QWidget()
        self._rows = QVBoxLayout(self.found)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.more = Label("", "small", "ink-soft", wrap=True)
        self.nobody = TickBox(self.tr("Nobody that I know of"))
        self.name = FieldRow(name, Field(name), above=True)
        self.problem = Label("", "small", "danger", wrap=True)
        note = self.tr(
            "Those who are ticked are asked for nothing and printed nowhere any more. Your name "
            "and the day stand in the history, and for 30 days every check before printing says so."
        )
        for widget in (self.search, self.found, self.more, self.nobody, self.name):
            self.column.addWidget(widget)
        self.column.addWidget(self.problem)
        self.column.addWidget(Label(note, "small", "ink-soft", wrap=True))
        self._connect()
        self._look("")
        self._say_how_many()
        session.ask(lambda store: store.setting(WORKS_HERE), self._offer_name)
        self.fit(560)
        self.resize(560, 640)
        self._text(self.search).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_name(self, person: str) -> None:
        """Whoever works here is who answers, unless somebody was typed already."""
        if not self._text(self.name).text():
            self._text(self.name).setText(person)

    def _connect(self) -> None:
        self._text(self.search).textChanged.connect(self._look)
        self._text(self.name).textChanged.connect(lambda _text: self.name.say(""))
        self.nobody.toggled.connect(lambda _on: self._say_how_many())

    def _text(self, row: FieldRow) -> Field:
        assert isinstance(row.field, Field)
        return row.field

    # -- finding

    def _look(self, text: str) -> None:
        wanted = Filter(text=text.strip(), view="everything")
        self.session.look(
            lambda browser: browser.first_rows(wanted, MOST + 1),
            self._show,
            failed=self.went_wrong.emit,
        )

    def _show(self, rows: "list[BusinessRow]") -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        ticked = list(self.refused.values())
        for row in [*ticked, *(row for row in rows[:MOST] if row.id not in self.refused)]:
            self._rows.addWidget(self._tick(row))
        more = self.tr("There are more: type on to find them.") if len(rows) > MOST else ""
        self.more.setText(more if rows else self.tr("Nothing is found. Try fewer letters."))

    def _tick(self, row: "BusinessRow") -> TickBox:
        told = ", ".join(filter(None, (row.name, row.city)))
        tick = TickBox(f"{told} ({row.code})", checked=row.id in self.refused)
        tick.toggled.connect(lambda on: self._ticked(row, on=on))
        return tick

    def _ticked(self, row: "BusinessRow", *, on: bool) -> None:
        if on:
            self.refused[row.id] = row
        else:
            self.refused.pop(row.id, None)
        self._say_how_many()

    def _say_how_many(self) -> None:
        number = len(self.refused)
        self.nobody.setEnabled(not number)
        if number:
            self.nobody.setChecked(False)
        one, many = self.tr("Record one refusal"), self.tr("Record {n} refusals")
        nobody = self.tr("Record that nobody refused")
        self.go.setText(plurals.count(number, one, many) if number else nobody)
        self.go.setEnabled(bool(number) or self.nobody.isChecked())
        self.go.updateGeometry()

    # -- answering

    def attempt(self) -> None:
        """Keep it, under a name."""
        by, refused = self._text(self.name).text().strip(), list(self.refused)
        if not by:
            self.name.say(self.tr("Write your name: it stands in the history"))
            self._text(self.name).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.go.setEnabled(False)
        self.session.write(
            lambda store: store.say_refused(refused, by), self._done, failed=self._failed
        )

    def _done(self, _number: int) -> None:
        self.accept()
        self.answered.emit()

    def _failed(self, error: Exception) -> None:
        self._say_how_many()
        if isinstance(error, UserError):
            self.problem.setText(spoken.whole(error))
        else:
            self.went_wrong.emit(error)
