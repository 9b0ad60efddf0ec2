"""Recording answers: for each use yes, no or not asked; who answered, how, when, to whom."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model import languages, phones
from directory_app.model.live import year_after
from directory_app.model.terms import Answer, Channel
from directory_app.ui.directory import words
from directory_app.ui.session import Session
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.icon_view import IconView
from directory_app.ui.widgets.segments import Segments


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as the Store takes it."""

    channel: str
    answer: str
    date: dt.date | None
    asked_by: str
    given_by_role: str
    method: str
    language: str
    review_by: dt.date | None = None
    wording_version: str = ""


class AskDialog(Dialog):
    """``recorded(list[Given])``: the channels whose answer is new or was asked again."""

    recorded = Signal(object)

    def __init__(self, dossier: Any, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._dossier, self._today = dossier, session.today()
        self.setWindowTitle(self.tr("Ask %1").replace("%1", dossier.business.name))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(560)
        self.resize(720, 560)
        self.answers: dict[Channel, Segments] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(24, 12, 24, 12)
        inner.setSpacing(0)
        for channel in Channel:
            inner.addLayout(self._channel_row(channel))
            inner.addWidget(Line())
        inner.addSpacing(12)
        inner.addLayout(self._circumstances())
        inner.addStretch()
        column.addWidget(Scroll(content, "window"), 1)
        column.addWidget(self._foot())
        self._fill_people(session)
        self.answers[Channel.PRINT].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

    def _head(self) -> QWidget:
        head = Pane("window", "b")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 16, 16, 12)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(self.windowTitle(), "title", elide=True))
        names.addWidget(Label(self._facts(), "small", "ink-soft", elide=True))
        row.addLayout(names, 1)
        no_to_all = Button(self.tr("No to everything"), "flat")
        no_to_all.clicked.connect(self._refuse_all)
        row.addWidget(no_to_all)
        return head

    def _refuse_all(self) -> None:
        for choice in self.answers.values():
            choice.set_value(Answer.NO.value)

    def _facts(self) -> str:
        business = self._dossier.business
        spoken = "es" if words.is_spanish() else "en"
        facts = [
            phones.display(one.number, one.extension, "window") for one in self._dossier.phones
        ]
        if business.languages:
            named = ", ".join(languages.name(code, spoken) for code in business.languages)
            facts.append(self.tr("speaks %1").replace("%1", named))
        facts.append(business.city)
        return "  ·  ".join(fact for fact in facts if fact)

    def _texts(self) -> dict[Channel, str]:
        return {
            Channel.PRINT: self.tr("Their business can be on paper guides that people carry"),
            Channel.MAP: self.tr("A dot shows where they are, as exactly as they choose"),
            Channel.WEB: self.tr("Anyone can find it on our web page"),
            Channel.SHARE: self.tr("Other coalitions may print it too"),
            Channel.GEOCODE_ONLINE: self.tr("We may look their street up on the internet"),
        }

    def _channel_row(self, channel: Channel) -> QHBoxLayout:
        kept = self._dossier.consents.get(channel.value)
        now = kept.answer if kept else Answer.NOT_ASKED.value
        items = [
            (Answer.YES.value, self.tr("Yes")),
            (Answer.NO.value, self.tr("No")),
            (Answer.NOT_ASKED.value, self.tr("Not asked")),
        ]
        if now in (Answer.YES, Answer.WITHDRAWN):
            items.insert(2, (Answer.WITHDRAWN.value, self.tr("Withdrawn")))
        choice = Segments(items, doors.channel_name(channel))
        choice.set_value(now)
        self.answers[channel] = choice
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(IconView(doors.CHANNEL_ICONS[channel], "ink-soft", 18))
        name = Label(doors.channel_name(channel), "strong")
        name.setMinimumWidth(64)
        row.addWidget(name)
        row.addWidget(Label(self._texts()[channel], "small", "ink-soft", wrap=True), 1)
        row.addWidget(choice)
        return row

    def _circumstances(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        self.role = Combo("", self._roles())
        self.method = Combo("", self._methods())
        self.language = Combo("", self._languages())
        self.date = DateField("", self._today)
        self.date.setMaximumDate(_qdate(self._today))
        self.asked_by = Combo("", [], editable=True)
        self.months = Segments(
            [("3", self.tr("3 months")), ("6", self.tr("6 months")), ("12", self.tr("12 months"))],
            self.tr("Ask again in"),
            stretch=True,
        )
        self.months.set_value("12")
        self.role_row = FieldRow(self.tr("Who answered"), self.role, above=True)
        self.by_row = FieldRow(self.tr("Asked by"), self.asked_by, above=True)
        rows = [
            self.role_row,
            FieldRow(self.tr("How"), self.method, above=True),
            FieldRow(self.tr("Language"), self.language, above=True),
            FieldRow(self.tr("Date"), self.date, above=True),
            self.by_row,
            FieldRow(self.tr("Ask again in"), self.months, above=True),
        ]
        for place, row in enumerate(rows):
            row.set_label(row.label.whole_text())
            grid.addWidget(row, place // 3, place % 3, Qt.AlignmentFlag.AlignTop)
        self.months.set_items(
            [("3", self.tr("3 months")), ("6", self.tr("6 months")), ("12", self.tr("12 months"))],
            self.tr("Ask again in"),
        )
        for combo in (self.role, self.method, self.language):
            combo.setPlaceholderText(self.tr("Choose"))
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return grid

    def _foot(self) -> QWidget:
        foot = Pane("window", "t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(IconView("info", "ink-soft", 16))
        text = self.tr("A later list cannot turn a no into a yes. Only a new conversation can.")
        row.addWidget(Label(text, "small", "ink-soft", wrap=True), 1)
        cancel = Button(self.tr("Cancel"), "flat")
        cancel.clicked.connect(self.reject)
        self.record = Button(self.tr("Record answers"), "primary")
        self.record.clicked.connect(self._record)
        row.addWidget(cancel)
        row.addWidget(self.record)
        return foot

    # -- choices

    def _roles(self) -> list[tuple[str, str]]:
        return [
            ("owner", self.tr("Owner")),
            ("family", self.tr("Partner in the business")),
            ("manager", self.tr("Manager")),
        ]

    def _methods(self) -> list[tuple[str, str]]:
        return [
            ("in_person", self.tr("In person")),
            ("phone", self.tr("By phone")),
            ("text", self.tr("By text message")),
            ("form", self.tr("On paper")),
        ]

    def _languages(self) -> list[tuple[str, str]]:
        spoken = "es" if words.is_spanish() else "en"
        codes = [*self._dossier.business.languages, "es", "en"]
        return [(code, languages.name(code, spoken).capitalize()) for code in dict.fromkeys(codes)]

    def _fill_people(self, session: Session) -> None:
        def arrived(found: tuple[list[str], str]) -> None:
            names, person = found
            self.asked_by.set_items([(name, name) for name in names])
            self.asked_by.set_value(person)

        session.ask(lambda store: ([one.name for one in store.people()], store.person), arrived)

    # -- recording

    def _changed(self) -> list[Channel]:
        """Channels with an answer now, or whose answer is taken back."""
        kept = self._dossier.consents
        return [
            channel
            for channel, choice in self.answers.items()
            if choice.value() != Answer.NOT_ASKED or channel.value in kept
        ]

    def given(self) -> list[Given]:
        """What would be recorded. Unchanged answers of another kind than yes stay as they are."""
        day = self.date.day()
        months = int(self.months.value())
        review = year_after(day) if months == 12 else _months_after(day, months)
        made = []
        for channel in self._changed():
            answer = self.answers[channel].value()
            old = self._dossier.consents.get(channel.value)
            if old is not None and old.answer == answer and answer != Answer.YES:
                continue
            made.append(
                Given(
                    channel.value,
                    answer,
                    day,
                    self.asked_by.currentText().strip(),
                    self.role.value(),
                    self.method.value(),
                    self.language.value(),
                    review if answer == Answer.YES else None,
                )
            )
        return made

    def _record(self) -> None:
        nobody = not self.asked_by.currentText().strip()
        self.by_row.say(self.tr("Who asked?") if nobody else "")
        if nobody:
            self.asked_by.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        given = self.given()
        if given:
            self.recorded.emit(given)
        self.accept()


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _months_after(day: dt.date, months: int) -> dt.date:
    later = _qdate(day).addMonths(months)
    return dt.date(later.year(), later.month(), later.day())
