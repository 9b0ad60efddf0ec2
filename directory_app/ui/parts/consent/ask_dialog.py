"""The conversation: words to read aloud, for each use an answer, and how it was given."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model import phones
from directory_app.model.terms import Answer, Channel
from directory_app.ui import theme
from directory_app.ui.parts import words
from directory_app.ui.parts.consent import words_pane
from directory_app.ui.parts.consent.circumstances import Circumstances
from directory_app.ui.parts.consent.questions import Questions
from directory_app.ui.parts.consent.words_pane import Wordings, WordsPane
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.icon_view import IconView

#: Below this width words stand above one another and fields in two or three columns.
_NARROW = 860
#: Below this height all of it scrolls as one; above it the words scroll for themselves.
_LOW = 560
_LEAST_WORDS = 140
_ROOMY = 840


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
    asked_again: bool = False


class AskDialog(Dialog):
    """``recorded(list[Given], visibility)`` and ``withdraw_wanted``.

    Recorded are the channels whose answer is new or was asked again; ``visibility`` is what a
    map may show if that is another now, else "". Who does not want to be listed at all withdraws.
    """

    recorded = Signal(object, str)
    withdraw_wanted = Signal()

    def __init__(self, dossier: Any, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._dossier, self.session = dossier, session
        self._wordings: Wordings | None = None
        self.setWindowTitle(self.tr("Ask %1").replace("%1", dossier.business.name))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumWidth(480)
        self.pane = WordsPane()
        self.questions = Questions(dossier)
        self.how = Circumstances(dossier, session.today())
        self.answers = self.questions.answers
        self.role, self.method, self.language = self.how.role, self.how.method, self.how.language
        self.date, self.months = self.how.date, self.how.months
        self.asked_by, self.by_row = self.how.asked_by, self.how.by_row
        self._lay_out()
        self._connect()
        self._load()
        self.answers[Channel.PRINT].setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

    def _lay_out(self) -> None:
        self.content = QWidget()
        inner = QVBoxLayout(self.content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        rest = Pane("window", "t")
        below = QVBoxLayout(rest)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.how)
        inner.addWidget(self.pane, 1)
        inner.addWidget(self.questions)
        inner.addWidget(rest)
        self.view = Scroll(self.content, "window")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.view, 1)
        column.addWidget(self._foot())
        window = self.parentWidget()
        room = window.height() - 40 if window is not None else 780
        self.resize(theme.length("width", "consent_dialog"), max(420, min(room, 860)))

    def _head(self) -> QWidget:
        head = Pane("window", "b")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 14, 16, 12)
        row.setSpacing(8)
        facts = QHBoxLayout()
        facts.setSpacing(7)
        facts.addWidget(IconView("phone", "ink-soft", 14))
        facts.addWidget(Label(self._facts(), "small", "ink-soft", elide=True), 1)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Label(self.windowTitle(), "title", elide=True))
        names.addLayout(facts)
        row.addLayout(names, 1)
        self.unlist = Button(self.tr("Does not want to be listed…"), "flat")
        self.unlist.clicked.connect(self._unlist)
        self.refuse = Button(self.tr("No to everything"), "flat")
        self.refuse.clicked.connect(self.questions.refuse_all)
        shut = IconButton("x", self.tr("Close"))
        shut.clicked.connect(self.reject)
        for button in (self.unlist, self.refuse, shut):
            row.addWidget(button)
        return head

    def _facts(self) -> str:
        business = self._dossier.business
        facts = [
            phones.display(one.number, one.extension, "window") for one in self._dossier.phones
        ]
        if business.languages:
            named = ", ".join(words_pane.name_of(code) for code in business.languages)
            facts.append(self.tr("speaks %1").replace("%1", named))
        facts.append(business.city)
        return "  ·  ".join(fact for fact in facts if fact)

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
        self.record = Button(self.tr("Record answers"), "primary", keys=self.tr("Ctrl Enter"))
        self.record.clicked.connect(self._record)
        row.addWidget(cancel)
        row.addWidget(self.record)
        return foot

    def _connect(self) -> None:
        self.how.language_chosen.connect(lambda _code: self._show_words())
        self.questions.answered.connect(self._answered)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._record)

    def _answered(self) -> None:
        self.by_row.say("")
        self.how.show_again(self._refused(self.given()))

    # -- the words

    def _load(self) -> None:
        own = "es" if words.is_spanish() else "en"
        self.session.ask(lambda store: words_pane.load(store, own), self._arrived)
        self.session.ask(
            lambda store: ([one.name for one in store.people()], store.person),
            lambda found: self.how.set_people(*found),
        )

    def _arrived(self, found: Wordings) -> None:
        self._wordings = found
        self.how.add_languages(list(found.by_language))
        self._show_words()

    def _show_words(self) -> None:
        if self._wordings is None:
            return
        code = self.language.value()
        self.pane.show_words(self._wordings, code)
        self.questions.show_words(self._wordings, code)
        QTimer.singleShot(0, self, self._fit)

    def wording_version(self) -> str:
        """Which words were on the screen."""
        return self._wordings.read_in(self.language.value()).stamp if self._wordings else ""

    # -- size

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        self.pane.set_narrow(narrow)
        self.questions.set_narrow(narrow)
        self.questions.set_low(self.height() < _ROOMY)
        self.how.set_across(3 if narrow else 6)
        whole = self.pane.whole_height(self.view.viewport().width())
        self.pane.setMaximumHeight(whole)
        self.pane.setMinimumHeight(whole if self.height() < _LOW else min(whole, _LEAST_WORDS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height between the words and the answers."""
        super().resizeEvent(event)
        self._fit()

    # -- recording

    def _unlist(self) -> None:
        self.reject()
        self.withdraw_wanted.emit()

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
                    self.date.day(),
                    self.asked_by.currentText().strip(),
                    self.role.value(),
                    self.method.value(),
                    self.language.value(),
                    self.how.review_by() if answer == Answer.YES else None,
                    self.wording_version(),
                    answer == Answer.YES and self.how.asked_again(),
                )
            )
        return made

    def _record(self) -> None:
        nobody = not self.asked_by.currentText().strip()
        self.by_row.say(self.tr("Who asked?") if nobody else "")
        if nobody:
            self.asked_by.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        given, visibility = self.given(), self.questions.changed_visibility()
        if self.how.stops(self._refused(given)):
            return
        if given or visibility:
            self.recorded.emit(given, visibility)
        self.accept()

    def _refused(self, given: list[Given]) -> dt.date | None:
        """The newest day on which one of the uses was refused that would be a yes now."""
        kept = [self._dossier.consents.get(one.channel) for one in given if one.answer == "yes"]
        days = [
            one.refused_on
            for one in kept
            if one is not None and one.refused_on is not None and one.answer != Answer.YES
        ]
        return max(days, default=None)

    # -- over a lock

    def draft(self) -> dict[str, Any]:
        """What was chosen and is not recorded yet, as plain values."""
        return {
            "answers": self.questions.chosen(),
            "visibility": self.questions.visibility.value(),
            "how": self.how.values(),
        }

    def take_up(self, draft: dict[str, Any]) -> None:
        """Show what was chosen before the lock."""
        for channel, answer in draft["answers"].items():
            self.answers[Channel(channel)].set_value(answer)
        self.questions.visibility.set_value(draft["visibility"])
        self.how.set_values(draft["how"])
        self._answered()
        self._show_words()
