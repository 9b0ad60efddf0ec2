"""What a typed filter says, in the words of the window: ``town:clovis`` is "town: Clovis".

Loaded with the grammar.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from directory_app.model import languages
from directory_app.model.query import Query, Term, parse
from directory_app.model.query_edit import removed
from directory_app.model.query_words import ENDED, NONE
from directory_app.store.area import place_of
from directory_app.store.filters import Filter
from directory_app.ui import plurals
from directory_app.ui.parts import words
from directory_app.ui.parts.words import is_spanish
from directory_app.ui.widgets import doors, pins
from directory_app.ui.widgets.base import Pane
from directory_app.ui.widgets.buttons import Chip
from directory_app.ui.widgets.flow import Flow
from directory_app.ui.widgets.layouts import vbox
from directory_app.ui.widgets.remark import Remark

translate = QCoreApplication.translate
_YEAR, _MONTH, _WEEK = 365, 365 / 12, 7
#: Below so many days an age is not told in months.
_MONTHS_FROM = 28


def clause(terms: tuple[Term, ...]) -> str:
    """The alternatives of one clause: "town: Clovis or town: Portales"."""
    between = translate("Asked", " or ")
    return between.join(said(term) for term in terms)


def said(term: Term) -> str:
    """One term."""
    key = term.key.partition(".")[0]
    text = _SAID.get(key, _as_typed)(term)
    if term.excluded:
        return translate("Asked", "except %1").replace("%1", text)
    return text


def key_name(key: str) -> str:
    """What a key asks about: "town", "print: what was answered"."""
    stem, _, channel = key.partition(".")
    if stem == "consent":
        text = translate("Asked", "%1: the answer")
        return text.replace("%1", doors.channel_name(channel).lower())
    return {
        "town": translate("Asked", "where it is"),
        "category": translate("Asked", "what it is"),
        "cuisine": translate("Asked", "what they cook"),
        "language": translate("Asked", "what they speak"),
        "stale": translate("Asked", "how long not checked"),
        "precision": translate("Asked", "how exact the pin is"),
        "open": translate("Asked", "when it is open"),
        "near": translate("Asked", "how far from a place"),
        "code": translate("Asked", "its four letters"),
        "changed": translate("Asked", "when it changed"),
        "status": translate("Asked", "whether it trades"),
        "review": translate("Asked", "how far its review is"),
        "payment": translate("Asked", "what they take"),
        "has": translate("Asked", "what is known of it"),
    }.get(stem, "")


def age(days: float) -> str:
    """182 is "6 months", 7 is "7 days", 14 "2 weeks", 365 "one year"."""
    if days >= _YEAR and round(days) % _YEAR == 0:
        one, many = translate("Asked", "one year"), translate("Asked", "{n} years")
        return plurals.count(round(days / _YEAR), one, many)
    if days >= _MONTHS_FROM and abs(days / _MONTH - round(days / _MONTH)) < 0.05:
        one, many = translate("Asked", "one month"), translate("Asked", "{n} months")
        return plurals.count(round(days / _MONTH), one, many)
    if days > _WEEK and days % _WEEK == 0:
        return plurals.count(round(days / _WEEK), "", translate("Asked", "{n} weeks"))
    one, many = translate("Asked", "one day"), translate("Asked", "{n} days")
    return plurals.count(round(days), one, many)


def weekday(day: int) -> str:
    """Monday is 0."""
    return QLocale().dayName(day + 1)


def clock(minute: int) -> str:
    """10:00 AM, 10:00 a. m."""
    time = QTime(*divmod(minute, 60))
    return QLocale().toString(time, QLocale.FormatType.ShortFormat)


def _filled(pattern: str, value: str) -> str:
    return pattern.replace("%1", value)


def _as_typed(term: Term) -> str:
    return quoted(term.value)


def quoted(text: str) -> str:
    """In the quotation marks of the language, once."""
    return translate("Asked", "“%1”").replace("%1", text.strip("“”«»"))


def _town(term: Term) -> str:
    shown = term.value if term.value != term.value.lower() else term.value.title()
    return _filled(translate("Asked", "town: %1"), shown)


def _category(term: Term) -> str:
    return _filled(translate("Asked", "category: %1"), words.category(term.value).lower())


def _cuisine(term: Term) -> str:
    return _filled(translate("Asked", "cuisine: %1"), term.value)


def _language(term: Term) -> str:
    name = languages.name(term.value, "es" if words.is_spanish() else "en")
    return _filled(translate("Asked", "speaks %1"), name)


def _consent(term: Term) -> str:
    channel = doors.channel_name(term.key.partition(".")[2]).lower()
    if term.value == "ends":
        text = translate("Asked", "%1: ends within %2")
        return text.replace("%1", channel).replace("%2", age(term.number))
    if term.value == ENDED:
        answer = translate("Asked", "ended")
    else:
        answer = words.answer("not_asked" if term.value == NONE else term.value).lower()
    return f"{channel}: {answer}"


def _stale(term: Term) -> str:
    if term.sign == "<":
        return _filled(translate("Asked", "checked within %1"), age(term.number))
    return _filled(translate("Asked", "not checked for %1"), age(term.number))


def _changed(term: Term) -> str:
    if term.sign == ">":
        return _filled(translate("Asked", "not changed for %1"), age(term.number))
    return _filled(translate("Asked", "changed within %1"), age(term.number))


def _precision(term: Term) -> str:
    if term.value == NONE:
        return pins.pin_name(None).lower()
    return _filled(translate("Asked", "pin: %1"), pins.pin_name(term.value).lower())


def _open(term: Term) -> str:
    day = weekday(int(term.value))
    if term.number < 0:
        return _filled(translate("Asked", "open on %1"), day)
    text = translate("Asked", "open on %1 at %2")
    return text.replace("%1", day).replace("%2", clock(int(term.number)))


def _near(term: Term) -> str:
    miles = QLocale().toString(round(term.number, 1), "g", 4)
    return translate("Asked", "within %1 mi of %2").replace("%1", miles).replace("%2", term.value)


def _code(term: Term) -> str:
    return _filled(translate("Asked", "code: %1"), term.value)


def _payment(term: Term) -> str:
    return _filled(translate("Asked", "takes %1"), payment(term.value))


def payment(value: str) -> str:
    """Lower case but for what is an abbreviation."""
    name = words.payment(value)
    return name if name.isupper() else name.lower()


def _has(term: Term) -> str:
    return _filled(translate("Asked", "has: %1"), has_what(term.value).lower())


def has_what(value: str) -> str:
    """Phone, Email, Website, Pin."""
    return {
        "phone": words.column(9),
        "email": words.column(10),
        "website": words.column(11),
        "pin": words.column(6),
    }[value]


_SAID: dict[str, Callable[[Term], str]] = {
    "town": _town,
    "category": _category,
    "cuisine": _cuisine,
    "language": _language,
    "consent": _consent,
    "stale": _stale,
    "changed": _changed,
    "precision": _precision,
    "open": _open,
    "near": _near,
    "code": _code,
    "status": lambda term: words.status(term.value).lower(),
    "review": lambda term: words.review(term.value).lower(),
    "payment": _payment,
    "has": _has,
}


def clauses_of(text: str) -> list[tuple[Term, ...]]:
    """The clauses that are more than words: each is a chip."""
    return [
        clause
        for clause in parse(text).clauses
        if len(clause) > 1 or clause[0].key or clause[0].excluded
    ]


class AskedLine(Pane):
    """``changed(text)``: the text without the part whose chip was removed.

    ``area_removed``: the part of the map was taken away. ``left``: no chip is left to be on.
    """

    changed = Signal(str)
    area_removed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self.chips: list[Chip] = []
        self._text = ""
        self._holder = QWidget()
        self._flow = Flow(self._holder)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.problem = Remark("warning", "warn", ink="warn", style="small")
        vbox(self, self._holder, self.problem, margins=(12, 6, 12, 6), spacing=4)

    def show_filter(self, wanted: Filter) -> None:
        """Say what a filter asks for; hidden if it is only words."""
        self._text = wanted.text
        query = parse(wanted.text)
        parts = clauses_of(wanted.text)
        self._set_chips(parts, in_area=wanted.area is not None)
        sentence = self._sentence(query)
        self.problem.set_words(sentence)
        self._holder.setVisible(bool(self.chips))
        self.setVisible(bool(self.chips or sentence))

    def _set_chips(self, parts: list[tuple[Term, ...]], *, in_area: bool) -> None:
        at = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        if in_area:
            self._add(self.tr("in a part of the map")).removed.connect(self.area_removed)
        for part in parts:
            chip = self._add(clause(part))
            chip.removed.connect(partial(self._remove, part))
        if at >= 0:
            self._stay_near(at)

    def _stay_near(self, at: int) -> None:
        """The keyboard was on a chip that is gone: to the next one, or away."""
        if self.chips:
            self.chips[min(at, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _add(self, text: str) -> Chip:
        chip = Chip(text, parent=self._holder)
        self._flow.addWidget(chip)
        chip.show()
        self.chips.append(chip)
        return chip

    def _remove(self, clause: tuple[Term, ...]) -> None:
        self.changed.emit(removed(self._text, clause))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from chip to chip."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        at = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), -1)
        to = at + steps.get(Qt.Key(event.key()), 0)
        if at >= 0 and to != at and 0 <= to < len(self.chips):
            self.chips[to].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _sentence(self, query: Query) -> str:
        """The first of what cannot be read or found."""
        for problem in query.problems:
            if not problem.piece.text and problem.piece.end == len(self._text):
                continue  # it is just being typed, and what could follow is offered
            return problem.said("es" if is_spanish() else "en")
        for term in query.places():
            said = self._place_problem(term.value)
            if said:
                return said
        return ""

    def _place_problem(self, text: str) -> str:
        unknown = self.tr("“%1” was not found. Add the town and its state.")
        return "" if place_of(text) else unknown.replace("%1", text)
