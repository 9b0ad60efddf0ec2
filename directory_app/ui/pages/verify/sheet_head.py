"""What is the same from sheet to sheet: the day, who asked, who answered, the wording."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from directory_app.ui.pages.verify.field_lines import CHANNELS
from directory_app.ui.parts.consent.ask_dialog import Given
from directory_app.ui.parts.consent.asker_row import AskerRow
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.ticks import TickBox

#: Narrower, two stand beside each other.
_FOUR = 560


class SheetHead(QWidget):
    """The four fields above the sheets."""

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.date = DateField("", today)
        self.by, self.role, self.words = Field(""), Combo(""), Field("")
        self.date_row = FieldRow(self.tr("Date of the visit"), self.date, above=True)
        self.by_row = AskerRow("", self.by, above=True)
        self.role_row = FieldRow(self.tr("Who answered"), self.role, above=True)
        self.words_row = FieldRow(self.tr("Wording, as printed"), self.words, above=True)
        self.again = TickBox(self.tr("They were asked again on this day"))
        self.again_row = FieldRow("", self.again, above=True)
        self.again.toggled.connect(lambda _on: self.again_row.say(""))
        self.again_row.label.hide()
        self.again_row.below.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        self.again_row.hide()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(8)
        self._place(4)
        self.by_row.set_label(self.tr("Asked by"))
        words = (self.tr("Owner"), self.tr("Manager"), self.tr("Other"))
        self.role.set_items(list(zip(("owner", "manager", "other"), words, strict=True)))
        if not self.role.value():
            self.role.set_value("owner")

    @property
    def stamp(self) -> str:
        """The wording as printed at the foot of the sheets."""
        return self.words.text().strip()

    @property
    def language(self) -> str:
        """The language that was asked in, by the wording."""
        return self.stamp.partition("-")[0]

    @property
    def asked_by(self) -> str:
        """Who asked."""
        return self.by_row.name()

    def values(self) -> dict[str, str]:
        """What is typed, as plain values."""
        return {
            "day": self.date.day().isoformat(),
            "by": self.by.text(),
            "role": self.role.value(),
            "words": self.words.text(),
        }

    def take(self, values: dict[str, Any]) -> None:
        """Show what ``values`` said."""
        self.date.set_day(dt.date.fromisoformat(values["day"]))
        self.by.setText(values["by"])
        self.role.set_value(values["role"])
        self.words.setText(values["words"])

    def given(self, answers: dict[str, str]) -> list[Given]:
        """The answers of a sheet, each with who asked whom, when and with which words."""
        return [
            Given(
                channel,
                answer,
                self.date.day(),
                self.asked_by,
                self.role.value(),
                "in_person",
                self.language,
                wording_version=self.stamp,
                asked_again=answer == "yes" and self.asked_again,
            )
            for channel in CHANNELS
            if (answer := answers.get(channel, "")) in ("yes", "no")
        ]

    @property
    def asked_again(self) -> bool:
        """Whether this sheet says that somebody asked again after a refusal."""
        return not self.again_row.isHidden() and self.again.isChecked()

    def begin_sheet(self) -> None:
        """Another sheet: nobody has said yet that its owner was asked again."""
        self.again.setChecked(False)
        self.again_row.say("")
        self.again_row.hide()

    def stops(self, refused_on: dt.date | None, today: dt.date) -> bool:
        """Whether the sheet may not be kept yet; says why, and what to do."""
        day = self.date.day()
        ahead = self.tr("%1 is still to come").replace("%1", dates.long(day)) if day > today else ""
        self.date_row.say(ahead)
        self.again_row.setVisible(refused_on is not None)
        told = ""
        if refused_on is not None and not self.again.isChecked():
            told = self.tr("They refused on %1. Tick this if the sheet says you asked again.")
        elif refused_on is not None and day <= refused_on:
            told = self.tr("They refused on %1. Only a visit on a later day counts.")
        if refused_on is not None:
            self.again_row.say(told.replace("%1", dates.long(refused_on)))
        if told:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(ahead or told)

    def say_wording(self, problem: str) -> None:
        """What is wrong with the wording, "" for nothing."""
        self.words_row.say(problem)

    def wrong(self) -> Field | None:
        """The field that is wrong, None where all are right."""
        return self.words if self.words_row.problem.text() else None

    def _place(self, across: int) -> None:
        rows = (self.date_row, self.by_row, self.role_row, self.words_row)
        self.grid.addWidget(self.again_row, 4, 0, 1, 4)
        for number, row in enumerate(rows):
            at = number // across, number % across
            self.grid.addWidget(row, *at, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self.grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four beside each other, or two."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= _FOUR else 2)
