"""What others say of a business that is forgotten, and what a person settles of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import plurals
from directory_app.ui.parts import history_words as words
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from directory_app.model.mentions import Mention, MentionPlace, Mentions

translate = QCoreApplication.translate
OPEN, TAKE_OUT, LEAVE = "open", "take_out", "leave"


class MentionsView(QWidget):
    """``settled``: another answer was given. ``answers`` and ``is_settled`` tell them."""

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str, Segments] = {}
        self.told = Remark("magnifying-glass", "ink-soft", self.tr("Looking through all texts…"))
        self.twins = Remark("warning", "warn")
        self.asked = Label("", "body", wrap=True)
        self.all_out = Button(self.tr("Take all out"), "plain")
        self.all_stay = Button(self.tr("Leave all"), "plain")
        self.all_out.clicked.connect(lambda: self._say_all(TAKE_OUT))
        self.all_stay.clicked.connect(lambda: self._say_all(LEAVE))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.all_out)
        row.addWidget(self.all_stay)
        row.addStretch()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.told, self.twins, self.asked):
            column.addWidget(widget)
        column.addLayout(self._rows)
        column.addLayout(row)
        for hidden in (self.asked, self.all_out, self.all_stay):
            hidden.hide()

    def answers(self) -> dict[str, bool]:
        """By the key of a mention, whether it is taken out; what is open is not in it."""
        said = {key: choice.value() for key, choice in self._choices.items()}
        return {key: value == TAKE_OUT for key, value in said.items() if value != OPEN}

    def is_settled(self) -> bool:
        """Whether each was said; one that was not looked up yet is not."""
        return len(self.answers()) == len(self._choices)

    def show_mentions(self, mentions: "Mentions") -> None:
        """Show what was found; what was answered before stays answered."""
        before = self.answers()
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.deleteLater()
        self._choices = {}
        for one in mentions.likely:
            self._rows.addWidget(self._row(one))
            if one.key in before:
                self._choices[one.key].set_value(TAKE_OUT if before[one.key] else LEAVE)
        self.told.set_words(_certain_words(mentions.certain))
        self.twins.set_words(_twin_words(mentions))
        self.asked.setText(
            self.tr("These are only like its name. Say of each whether it is meant.")
        )
        many = len(mentions.likely)
        self.asked.setVisible(many > 0)
        self.all_out.setVisible(many > 1)
        self.all_stay.setVisible(many > 1)
        self.settled.emit()

    def _row(self, one: "Mention") -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(Label(f"{one.before}‹{one.said}›{one.after}", "body", wrap=True))
        said.addWidget(Label(place_words(one), "small", "ink-soft", wrap=True))
        choice = Segments(
            (
                (OPEN, self.tr("Not said")),
                (TAKE_OUT, self.tr("Take it out")),
                (LEAVE, self.tr("Leave it")),
            ),
            one.said,
        )
        choice.chosen.connect(lambda _key: self.settled.emit())
        self._choices[one.key] = choice
        line.addLayout(said, 1)
        line.addWidget(choice)
        return row

    def _say_all(self, value: str) -> None:
        for choice in self._choices.values():
            choice.set_value(value)
        self.settled.emit()


def place_words(one: "Mention") -> str:
    """Where a sentence stands, in words: "Note, KXWZ Llantera Dorada; and 3 more places"."""
    first = _place(one.places[0]) if one.places else ""
    rest = one.count - 1
    if rest < 1:
        return first
    more = plurals.count(
        rest,
        translate("Mentions", "and one more place"),
        translate("Mentions", "and {n} more places"),
    )
    return f"{first}; {more}"


def _place(one: "MentionPlace") -> str:
    whose = " ".join(filter(None, (one.code, one.name)))
    kinds = _tables()
    where = words.field(one.field) if one.table in ("business", "contact", "event") else ""
    kind = kinds.get(one.table, "") if one.table != "business" else ""
    old = translate("Mentions", "in the history") if one.history else ""
    return ", ".join(filter(None, (kind, where, whose, old))) or one.table


def _tables() -> dict[str, str]:
    return {
        "contact": translate("Mentions", "Contact"),
        "event": translate("Mentions", "Event"),
        "action": translate("Mentions", "Name of a step in the history"),
        "printrun": translate("Mentions", "Print run"),
        "printrunentry": translate("Mentions", "What a print run said"),
        "savedlist": translate("Mentions", "Saved list"),
        "editdraft": translate("Mentions", "Something typed and not saved yet"),
        "setting": translate("Mentions", "A setting"),
        "person": translate("Mentions", "Somebody who works here"),
        "outboundrequest": translate("Mentions", "A question to a service"),
        "geocodecache": translate("Mentions", "An answer of a service"),
        "importmapping": translate("Mentions", "Columns of a list"),
    }


def _certain_words(certain: "tuple[Mention, ...]") -> str:
    if not certain:
        return translate("Mentions", "No text of others names it for certain.")
    places = sum(one.count for one in certain)
    told = plurals.count(
        places,
        translate("Mentions", "One text of others names it: its words are taken out there."),
        translate("Mentions", "{n} texts of others name it: its words are taken out there."),
    )
    codes = sorted({place.code for one in certain for place in one.places if place.code})
    return f"{told} {', '.join(codes)}".strip()


def _twin_words(mentions: "Mentions") -> str:
    if not mentions.twins:
        return ""
    text = translate(
        "Mentions",
        "These have the same name, telephone, e-mail or page: %1. If one is the same business, "
        "merge the two first; else it stays.",
    )
    return text.replace("%1", ", ".join(f"{one.code} {one.name}" for one in mentions.twins))
