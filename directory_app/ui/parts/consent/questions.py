"""The five questions: each in the owner's language and one's own, with its answers."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.terms import AddressType, Answer, Channel, LocationVisibility
from directory_app.ui.parts.consent.answer_segments import AnswerSegments
from directory_app.ui.parts.consent.words_pane import Wordings
from directory_app.ui.widgets import doors, tips
from directory_app.ui.widgets.base import Label, Line
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.icon_view import IconView
from directory_app.ui.widgets.segments import Segments

_ANSWERS_WIDE = 300


class _Asked(QWidget):
    """A row: icon, name, the question twice, and what stands at its right."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self.question = Label("", "body", wrap=True)
        self.own = Label("", "small", "ink-soft", wrap=True)
        title = Label(name, "strong")
        title.setMinimumWidth(62)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch()
        texts.addWidget(self.question)
        texts.addWidget(self.own)
        texts.addStretch()
        self.side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.side.setSpacing(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(IconView(icon, "ink-soft", 18))
        row.addWidget(title)
        row.addLayout(texts, 1)
        row.addLayout(self.side)

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
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 6, 24, 6)
        column.setSpacing(0)
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
