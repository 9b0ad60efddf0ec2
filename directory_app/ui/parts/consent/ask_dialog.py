"""The conversation: words to read aloud, for each use an answer, and how it was given."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from directory_app.model import phones
from directory_app.model.terms import AddressType, Answer, Channel, LocationVisibility
from directory_app.ui import theme
from directory_app.ui.parts import words
from directory_app.ui.parts.consent.circumstances import (
    Circumstances,
    Wordings,
    WordsPane,
    load,
    name_of,
)
from directory_app.ui.session import Session
from directory_app.ui.widgets import doors, tips
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.doors import DoorState, paint_door
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark
from directory_app.ui.widgets.tabs import Segments

if TYPE_CHECKING:
    from directory_app.store.store import Store

_ANSWERS_WIDE = 300


class _Asked(QWidget):
    """A row: icon, name, the question twice, and what stands at its right."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self.question = Label("", "body", wrap=True)
        self.own = Label("", "small", "ink-soft", wrap=True)
        title = Label(name, "strong")
        title.setMinimumWidth(62)
        texts = vbox(None, STRETCH, self.question, self.own, STRETCH)
        self.side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.side.setSpacing(12)
        hbox(
            self,
            IconMark(icon, "ink-soft", 18),
            title,
            (texts, 1),
            self.side,
            margins=(0, 4, 0, 4),
            spacing=12,
        )

    def show_words(self, question: str, own: str) -> None:
        """The question, and the same in one's own language where that is another."""
        self.question.setText(question)
        self.own.setText(own)
        self.own.setVisible(bool(own))


class Questions(QWidget):
    """``answers`` by channel; ``visibility`` is how much of the place a map may show.

    ``answered`` when an answer was chosen.
    """

    answered = Signal()

    def __init__(self, dossier: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self.answers: dict[Channel, Segments] = {}
        self._rows: dict[Channel, _Asked] = {}
        self.visibility = Combo(self.tr("What a map may show"), self._visibilities())
        self.visibility.set_value(dossier.business.location_visibility)
        self.visibility.setToolTip(self.tr("What a map may show"))
        self.end = _Asked("hand-palm", self.tr("At the end"))
        column = vbox(self, margins=(24, 6, 24, 6))
        for channel in Channel:
            column.addWidget(self._row(channel))
            column.addWidget(Line())
        column.addWidget(self.end)

    def _row(self, channel: Channel) -> _Asked:
        row = _Asked(doors.CHANNEL_ICONS[channel], doors.channel_name(channel))
        row.question.setText(self._short(channel))
        row.own.hide()
        if channel == Channel.MAP:
            row.side.addWidget(self.visibility, 0, Qt.AlignmentFlag.AlignVCenter)
        choice = AnswerSegments(self._items(channel), doors.channel_name(channel), stretch=True)
        choice.set_value(self._kept(channel))
        choice.setFixedWidth(max(_ANSWERS_WIDE, choice.sizeHint().width()))
        choice.chosen.connect(lambda _key: self.answered.emit())
        row.side.addWidget(choice, 0, Qt.AlignmentFlag.AlignVCenter)
        self.answers[channel], self._rows[channel] = choice, row
        return row

    def _kept(self, channel: Channel) -> str:
        kept = self._dossier.consents.get(channel.value)
        return str(kept.answer) if kept else Answer.NOT_ASKED.value

    def _items(self, channel: Channel) -> list[tuple[str, str]]:
        items = [
            (Answer.YES.value, self.tr("Yes")),
            (Answer.NO.value, self.tr("No")),
            (Answer.NOT_ASKED.value, self.tr("Not asked")),
        ]
        if self._kept(channel) in (Answer.YES, Answer.WITHDRAWN):
            items.insert(2, (Answer.WITHDRAWN.value, self.tr("Withdrawn")))
        return items

    def _short(self, channel: Channel) -> str:
        """Until the words are read from the directory."""
        return {
            Channel.PRINT: self.tr("Their business can be on paper guides that people carry"),
            Channel.MAP: self.tr("A dot shows where they are, as exactly as they choose"),
            Channel.WEB: self.tr("Anyone can find it on our web page"),
            Channel.SHARE: self.tr("Other coalitions may print it too"),
            Channel.GEOCODE_ONLINE: self.tr("We may look their street up on the internet"),
        }[channel]

    def _visibilities(self) -> list[tuple[str, str]]:
        items = [
            (LocationVisibility.EXACT.value, self.tr("The door")),
            (LocationVisibility.STREET.value, self.tr("Street only")),
            (LocationVisibility.TOWN.value, self.tr("Town only")),
            (LocationVisibility.NONE.value, self.tr("Nothing")),
        ]
        home = self._dossier.business.address_type == AddressType.HOME
        return items[2:] if home else items

    def show_words(self, found: Wordings, code: str) -> None:
        """The questions as the words say them."""
        read, own = found.read_in(code), found.by_language[found.own]
        both = read.language != own.language
        for channel, row in self._rows.items():
            row.show_words(read.question(channel), own.question(channel) if both else "")
        self.end.show_words(" ".join(read.after), " ".join(own.after) if both else "")

    def set_low(self, low: bool) -> None:
        """Where there is little height, one's own words of the end are left to the tooltip."""
        own = self.end.own.whole_text()
        self.end.own.setVisible(bool(own) and not low)
        self.end.question.setToolTip(tips.plain(own) if low else "")

    def set_narrow(self, narrow: bool) -> None:
        """Where the place may be shown goes above the answers."""
        way = QBoxLayout.Direction
        for row in self._rows.values():
            row.side.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def refuse_all(self) -> None:
        """No to everything."""
        for choice in self.answers.values():
            choice.set_value(Answer.NO.value)
        self.answered.emit()

    def chosen(self) -> dict[str, str]:
        """The answers as they stand, by channel."""
        return {channel.value: choice.value() for channel, choice in self.answers.items()}

    def changed_visibility(self) -> str:
        """What a map may show, if that is another now; else ""."""
        now = self.visibility.value()
        return "" if now == self._dossier.business.location_visibility else now


#: answer -> ground and ink; a refusal is an answer and no fault, so it is never red.
_LOOKS = {
    Answer.YES: ("ok-tint", "ok"),
    Answer.NO: ("selection-inactive", "ink"),
    Answer.WITHDRAWN: ("danger-tint", "danger"),
    Answer.NOT_ASKED: ("header", "ink-soft"),
}
_DOOR = 0.82  # of the 18 x 22 box
_DOOR_ROOM = 20


class AnswerSegments(Segments):
    """The answers to one question; keys are those of Answer."""

    def look_of(self, at: int) -> tuple[str, str]:
        """As of its door."""
        return _LOOKS[Answer(self.tabData(at))]

    def room_before(self, at: int, on: bool) -> int:
        """The door of what was answered."""
        return _DOOR_ROOM if on else 0

    def paint_before(self, painter: QPainter, x: float, at: int, on: bool) -> None:
        """The door stands in the middle of its height."""
        state = DoorState(Answer(self.tabData(at)))
        paint_door(painter, x, self.height() / 2 - 11 * _DOOR, state, _DOOR)


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
        inner = vbox(self.content)
        rest = Pane("window", "t")
        vbox(rest, self.how)
        inner.addWidget(self.pane, 1)
        inner.addWidget(self.questions)
        inner.addWidget(rest)
        self.view = Scroll(self.content, "window")
        vbox(self, self._head(), (self.view, 1), self._foot())
        window = self.parentWidget()
        room = window.height() - 40 if window is not None else 780
        self.resize(theme.length("width", "consent_dialog"), max(420, min(room, 860)))

    def _head(self) -> QWidget:
        head = Pane("window", "b")
        row = hbox(head, margins=(24, 14, 16, 12), spacing=8)
        facts = hbox(
            None,
            IconMark("phone", "ink-soft", 14),
            (Label(self._facts(), "small", "ink-soft", elide=True), 1),
            spacing=7,
        )
        names = vbox(None, Label(self.windowTitle(), "title", elide=True), facts, spacing=2)
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
            named = ", ".join(name_of(code) for code in business.languages)
            facts.append(self.tr("speaks %1").replace("%1", named))
        facts.append(business.city)
        return "  ·  ".join(fact for fact in facts if fact)

    def _foot(self) -> QWidget:
        foot = Pane("window", "t")
        row = hbox(foot, IconMark("info", "ink-soft", 16), margins=(24, 12, 24, 12), spacing=8)
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
        self.by_row.look()
        self.how.show_again(self._refused(self.given()))

    # -- the words

    def _load(self) -> None:
        own = "es" if words.is_spanish() else "en"
        self.session.ask(lambda store: load(store, own), self._arrived)
        self.session.ask(
            lambda store: ([one.name for one in store.people.all()], store.person),
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
                    self.by_row.name(),
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
        given, visibility = self.given(), self.questions.changed_visibility()
        if self.by_row.stops(yes=any(one.answer == Answer.YES for one in given)):
            self._bring_into_view(self.by_row)
            return
        if self.how.stops(self._refused(given)):
            self._bring_into_view(self.how.again_row)
            return
        if given or visibility:
            self.recorded.emit(given, visibility)
        self.accept()

    def _bring_into_view(self, row: QWidget) -> None:
        """Scroll to a row whose problem was just said, once there is room made for it."""

        def scroll() -> None:
            at = row.mapTo(self.content, QPoint(0, row.height()))
            self.view.ensureVisible(at.x(), at.y(), 0, 12)

        QTimer.singleShot(0, self, scroll)

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


def record(store: "Store", business_id: str, answers: list[Any], visibility: str) -> None:
    """Keep what was said. For the store's thread.

    First what may be shown, so that no new yes ever shows more than they agreed to.
    """
    if visibility:
        store.businesses.update(business_id, {"location_visibility": visibility})
    if answers:
        store.consents.record(business_id, answers)


def converse(
    dossier: Any,
    session: Session,
    window: QWidget,
    *,
    recorded: Callable[[], None],
    failed: Callable[[Exception], None],
) -> AskDialog:
    """Open the dialog; ``recorded`` once the answers are kept. ``withdraw_wanted`` is yours."""
    dialog = AskDialog(dossier, session, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    business_id = dossier.business.id

    def keep(answers: Any, visibility: str) -> None:
        session.write(
            lambda store: record(store, business_id, answers, visibility),
            lambda _nothing: recorded(),
            failed=failed,
        )

    dialog.recorded.connect(keep)
    dialog.open()
    return dialog
