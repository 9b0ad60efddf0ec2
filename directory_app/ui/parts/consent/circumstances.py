"""Who answered, how, in which language, when, to whom; and until when the answer holds."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from directory_app.model import languages
from directory_app.model.live import year_after
from directory_app.tasks import wordings
from directory_app.ui.parts import words
from directory_app.ui.parts.consent.asker_row import AskerRow
from directory_app.ui.widgets import dates, tips
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.fields import FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.tabs import Segments

if TYPE_CHECKING:
    from directory_app.model.wordings import Wording
    from directory_app.store.store import Store


@dataclass(frozen=True, slots=True)
class Wordings:
    """The words by language; ``own`` is the window's own language."""

    by_language: "dict[str, Wording]"
    own: str

    def read_in(self, code: str) -> "Wording":
        """What is read to somebody who speaks this; one's own words where there are none."""
        return self.by_language.get(code) or self.by_language[self.own]

    def has(self, code: str) -> bool:
        """Whether there are words in a language."""
        return code in self.by_language


def load(store: "Store", own: str) -> Wordings:
    """All words there are. For a worker."""
    known = wordings.languages(store)
    return Wordings({code: wordings.wording(store, code) for code in known}, own)


def name_of(code: str) -> str:
    """A language as the window calls it, with a capital."""
    return languages.name(code, "es" if words.is_spanish() else "en").capitalize()


class _Column(QWidget):
    """A head of two ends and the paragraphs."""

    def __init__(self, style: str, role: str) -> None:
        super().__init__()
        self._style, self._role = style, role
        self.left, self.right = Label("", "strong"), Label("", "small", "ink-soft")
        head = hbox(None, (self.left, 1), self.right, spacing=None)
        self._paragraphs: list[Label] = []
        self.column = vbox(self, head, STRETCH, margins=(24, 12, 24, 12), spacing=8)

    def show_words(self, paragraphs: tuple[str, ...]) -> None:
        """Show these instead."""
        while len(self._paragraphs) < len(paragraphs):
            label = Label("", self._style, self._role, wrap=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.column.insertWidget(self.column.count() - 1, label)
            self._paragraphs.append(label)
        for at, label in enumerate(self._paragraphs):
            label.setText(paragraphs[at] if at < len(paragraphs) else "")
            label.setVisible(at < len(paragraphs))


class WordsPane(Pane):
    """Both columns in a view of their own, which the keyboard scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "b", parent)
        self.aloud, self.own = _Column("read-aloud", "ink"), _Column("body", "ink-soft")
        self.note = Remark("warning", "warn", ink="warn", style="small", fill=True)
        self.note.setContentsMargins(24, 8, 24, 0)
        self._between = Line(vertical=True)
        content = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.aloud, 1)
        self._columns.addWidget(self._between)
        self._columns.addWidget(self.own, 1)
        self.content = content
        self.view = Scroll(content, "base")
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view.setAccessibleName(self.tr("The words to read aloud"))
        self.view.focus_ring = "inside"  # type: ignore[attr-defined]  # asked by the ring
        vbox(self, self.note, (self.view, 1), margins=(0, 0, 0, 1))

    def set_narrow(self, narrow: bool) -> None:
        """One column under the other where there is no room for two."""
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def show_words(self, found: Wordings, code: str) -> None:
        """Show what is read in a language."""
        read, own = found.read_in(code), found.by_language[found.own]
        said = self.tr("Read aloud · %1").replace("%1", name_of(read.language))
        self.aloud.left.setText(said)
        version = self.tr("wording %1, %2").replace("%1", str(read.version))
        self.aloud.right.setText(version.replace("%2", dates.long(read.date)))
        self.aloud.show_words(read.before)
        both = read.language != own.language
        self.own.left.setText(name_of(own.language))
        self.own.right.setText(self.tr("for you"))
        self.own.show_words(own.before)
        self.own.setVisible(both)
        self._between.setVisible(both)
        text = self.tr("We have no words in %1: say these in it, or ask somebody who speaks it")
        missing = bool(code) and not found.has(code)
        self.note.set_words(text.replace("%1", name_of(code)) if missing else "")

    def whole_height(self, width: int) -> int:
        """How high all words are."""
        note = self.note.heightForWidth(width) if self.note.text() else 0
        return self.content.heightForWidth(width) + note + 3


MOST_MONTHS = 12


class Circumstances(QWidget):
    """Six fields and the months. ``language_chosen(code)``."""

    language_chosen = Signal(str)

    def __init__(self, dossier: Any, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_review: dt.date | None = None
        self.role = Combo("", self._roles())
        self.method = Combo("", self._methods())
        self.language = Combo("", self._languages(dossier.business.languages))
        self.language.setCurrentIndex(0)
        self.date = DateField("", today)
        self.date.set_range(last=today)
        self.asked_by = Combo("", [], editable=True)
        self.review = DateField("", year_after(today))
        self.months = Segments(self._months(), self.tr("Ask again in"), size="small")
        self.months.set_value(str(MOST_MONTHS))
        for combo in (self.role, self.method):
            combo.setPlaceholderText(self.tr("Choose"))
        self.again = TickBox(self.tr("I asked again on this day"))
        self.again_row = FieldRow("", self.again, above=True)
        self.again.toggled.connect(lambda _on: self.again_row.say(""))
        self.again_row.label.hide()
        self.again_row.below.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        self.again_row.hide()
        self._make_rows()
        self._lay_out()
        self.language.picked.connect(self.language_chosen)
        self.date.picked.connect(lambda _day: self._follow())
        self.months.chosen.connect(lambda _key: self._choose_months())
        self.review.picked.connect(self._choose_review)
        self._follow()

    def _make_rows(self) -> None:
        self.by_row = AskerRow(self.tr("Asked by"), self.asked_by, above=True)
        self.rows = [
            FieldRow(self.tr("Who answered"), self.role, above=True),
            FieldRow(self.tr("How"), self.method, above=True),
            FieldRow(self.tr("Language read"), self.language, above=True),
            FieldRow(self.tr("Date"), self.date, above=True),
            self.by_row,
            FieldRow(self.tr("Ask again by"), self.review, above=True),
        ]

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        again = QHBoxLayout()
        again.setSpacing(10)
        again.addWidget(self.again_row)
        again.addStretch()
        again.addWidget(Label(self.tr("Ask again in"), "small", "ink-soft"))
        again.addWidget(self.months)
        vbox(self, self._grid, again, margins=(24, 12, 24, 12), spacing=8)
        self.set_across(6)

    def set_across(self, across: int) -> None:
        """So many fields side by side."""
        for place, row in enumerate(self.rows):
            self._grid.addWidget(row, place // across, place % across, Qt.AlignmentFlag.AlignTop)
        for column in range(6):
            self._grid.setColumnStretch(column, int(column < across))

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

    @staticmethod
    def _languages(spoken: list[str]) -> list[tuple[str, str]]:
        own = "es" if words.is_spanish() else "en"
        codes = dict.fromkeys([*spoken, own, "es", "en"])
        return [(code, name_of(code)) for code in codes]

    def _months(self) -> list[tuple[str, str]]:
        return [
            ("3", self.tr("3 months")),
            ("6", self.tr("6 months")),
            ("12", self.tr("12 months")),
        ]

    def add_languages(self, codes: list[str]) -> None:
        """Others that there are words in."""
        here = [self.language.itemData(at) for at in range(self.language.count())]
        self.language.set_items([(code, name_of(code)) for code in dict.fromkeys([*here, *codes])])

    def set_people(self, names: list[str], person: str) -> None:
        """Who may have asked, and who most likely did."""
        typed = self.asked_by.currentText()
        self.asked_by.set_items([(name, name) for name in names])
        self.asked_by.set_value(typed or person)

    # -- after a refusal

    def show_again(self, refused_on: dt.date | None) -> None:
        """Ask whether somebody asked again, where a use was refused that is a yes now."""
        self.again_row.setVisible(refused_on is not None)
        self.again_row.say("")
        if refused_on is not None:
            told = self.tr("They refused on %1. A yes counts if you asked again after that.")
            self.again.setToolTip(tips.plain(told.replace("%1", dates.long(refused_on))))

    def asked_again(self) -> bool:
        """Whether somebody says so; only where there was a refusal."""
        return not self.again_row.isHidden() and self.again.isChecked()

    def stops(self, refused_on: dt.date | None) -> bool:
        """Whether a yes may not be recorded yet; says why, and what to do."""
        self.show_again(refused_on)
        if refused_on is None or (self.again.isChecked() and self.date.day() > refused_on):
            return False
        if self.again.isChecked():
            told = self.tr("They refused on %1. Only a talk on a later day counts.")
        else:
            told = self.tr("They refused on %1. Tick this if you asked again on this day.")
        self.again_row.say(told.replace("%1", dates.long(refused_on)))
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # -- until when

    def review_by(self) -> dt.date:
        """The last day that a yes holds: twelve months at most."""
        day = self.date.day()
        latest = year_after(day)
        if self._own_review is not None:
            return min(max(self._own_review, day), latest)
        months = int(self.months.value())
        return latest if months == MOST_MONTHS else _months_after(day, months)

    def _choose_months(self) -> None:
        self._own_review = None
        self._follow()

    def _choose_review(self, day: dt.date) -> None:
        self._own_review = day

    def _follow(self) -> None:
        day = self.date.day()
        self.review.set_range(day, year_after(day))
        self.review.set_day(self.review_by())

    # -- all of it

    def values(self) -> dict[str, str]:
        """What is chosen, as plain words, to be there again after a lock."""
        return {
            "role": self.role.value(),
            "method": self.method.value(),
            "language": self.language.value(),
            "date": self.date.day().isoformat(),
            "asked_by": self.asked_by.currentText(),
            "months": self.months.value(),
            "again": "1" if self.again.isChecked() else "",
            "review": self._own_review.isoformat() if self._own_review else "",
        }

    def set_values(self, values: dict[str, str]) -> None:
        """Show what was chosen before."""
        for name in ("role", "method", "language", "months"):
            getattr(self, name).set_value(values[name])
        self.date.set_day(dt.date.fromisoformat(values["date"]))
        self.asked_by.setEditText(values["asked_by"])
        self.again.setChecked(bool(values.get("again")))
        self._own_review = dt.date.fromisoformat(values["review"]) if values["review"] else None
        self._follow()


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _months_after(day: dt.date, months: int) -> dt.date:
    later = _qdate(day).addMonths(months)
    return dt.date(later.year(), later.month(), later.day())
