"""The pane beside the review table: what one row brings, field by field, and what to decide."""

import datetime as dt
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from directory_app.importing.names import suggest_alternate
from directory_app.model.draft import DraftConsent, FieldChange, Severity, Verdict
from directory_app.model.draft import VerdictKind as Kind
from directory_app.tasks.import_review import FOLLOW, STOPPED
from directory_app.ui import theme
from directory_app.ui.pages.imports.bars import Offer
from directory_app.ui.parts import import_words
from directory_app.ui.parts.two_versions import empty
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.doors import Door
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark

#: What a new business shows, in this order; the rest follows.
_ORDER = ("name", "alternate_name", "category", "description_en", "description_es")
#: Kept with a field that is shown, so no line of their own.
_SILENT = {"opening_hours_assumed", "address_type", "country"}


def _remark(icon: str, role: str, text: str) -> Remark:
    """A severity beside a sentence that may wrap."""
    return Remark(icon, role, text, ink="ink-soft", style="small", fill=True, size=14)


class ChangeRow(QWidget):
    """One field of an update: a tick, before and after."""

    ticked = Signal(bool)

    def __init__(self, change: FieldChange, today: dt.date, hint: str = "") -> None:
        super().__init__()
        self._today = today
        self.change = change
        name = import_words.field_name(change.field)
        self.tick = TickBox(name="", checked=change.accepted)
        self.tick.setAccessibleName(name)
        self.tick.setAccessibleDescription(
            self.tr("Before: {before}. After: {after}.").format(
                before=import_words.value_words(change.field, change.before) or self.tr("nothing"),
                after=import_words.value_words(change.field, change.after) or self.tr("nothing"),
            )
        )
        self.tick.toggled.connect(self.ticked)
        head = hbox(None, self.tick, (Label(name, "strong", elide=True), 1), spacing=8)
        if hint:
            head.addWidget(Label(hint, "caption", "ink-soft"))
        vbox(self, head, self._values(), margins=(0, 12, 0, 12), spacing=4)

    def _values(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(24, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        gained = import_words.added(self.change)
        if gained is None:
            self._line(grid, 0, "−", "danger", self.change.before, struck=True)
        after = self.change.after if gained is None else gained
        self._line(grid, 1, "+", "ok", after, struck=False)
        return grid

    def _line(
        self, grid: QGridLayout, at: int, sign: str, role: str, value: Any, *, struck: bool
    ) -> None:
        mark = Label(sign, "strong", role)
        mark.setFixedWidth(12)
        grid.addWidget(mark, at, 0, Qt.AlignmentFlag.AlignTop)
        if _is_answer(value) or self.change.field.startswith("consent"):
            grid.addWidget(_answer(value, self._today, struck), at, 1)
            return
        words = import_words.value_words(self.change.field, value)
        label = Label(
            words or self.tr("nothing"),
            "body" if struck else "strong",
            "ink-soft" if struck else "ink",
            wrap=True,
        )
        if struck and words:
            label.setFont(_struck(label.font()))
        grid.addWidget(label, at, 1)


def _struck(face: QFont) -> QFont:
    face = QFont(face)
    face.setStrikeOut(True)
    return face


def _is_answer(value: Any) -> bool:
    return isinstance(value, DraftConsent)


def _answer(value: Any, today: dt.date, struck: bool) -> QWidget:
    consent = value if isinstance(value, DraftConsent) else None
    state, words = import_words.consent_door(consent, today)
    holder = QWidget()
    row = hbox(holder, spacing=8)
    door = Door(state)
    door.setToolTip(words)
    row.addWidget(door)
    told = words.partition(": ")[2]
    row.addWidget(
        Label(
            told[:1].upper() + told[1:],
            "body" if struck else "strong",
            "ink-soft" if struck else "ink",
        ),
        1,
    )
    return holder


class ValueRow(QWidget):
    """A field and its value, as a new business will have it."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__()
        vbox(
            self,
            Label(name, "caption", "ink-soft"),
            Label(words, "body", wrap=True),
            margins=(0, 4, 0, 4),
        )


class RowPane(Pane):
    """Shows one verdict. The page connects its signals and changes the review.

    ``ticked(change, accepted)``; ``split(name, own_script)``; ``decided(field, keep)`` for a cell
    that was stopped: keep its words, or leave them out. ``kind_wanted(kind)``: what happens with a
    row that is like one that was forgotten. ``entry_wanted(id)``: the business of the directory
    that the row was found to be like.
    """

    ticked = Signal(int, bool)
    back = Signal()
    split = Signal(str, str)
    decided = Signal(str, bool)
    kind_wanted = Signal(object)
    entry_wanted = Signal(str)

    def __init__(self, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self._today = today
        self._verdict: Verdict | None = None
        self._change_rows: list[ChangeRow] = []
        self._kind = Label("", "small", "ink-soft", wrap=True)
        self._name = Label("", "title", wrap=True)
        self._match = Label("", "small", "ink-soft", wrap=True)
        self.back_button = Button(self.tr("Back to the rows"), "link", size="small")
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        self.entry = Button("", "link", size="small")
        self.entry.clicked.connect(self._want_entry)
        self._rows = vbox(None, margins=(16, 4, 16, 12))
        self._offers_part = QWidget()
        self._offers = vbox(self._offers_part, margins=(12, 8, 12, 8), spacing=8)
        self._head_part = self._make_head()
        body = QWidget()
        self._body = vbox(body, self._rows, STRETCH)
        self._whole = vbox(
            self, self._head_part, (Scroll(body), 1), self._offers_part, margins=(1, 0, 0, 0)
        )
        self.setAccessibleName(self.tr("What this row brings"))
        self.show_verdict(self._verdict)

    def _make_head(self) -> QWidget:
        head = Pane("base", "b")
        column = vbox(
            head, (self.back_button, 0, Qt.AlignmentFlag.AlignLeft), margins=(16, 12, 16, 12)
        )
        self._kind.setContentsMargins(0, 4, 0, 0)
        for label in (self._kind, self._name, self._match):
            column.addWidget(label)
        column.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignLeft)
        return head

    def _want_entry(self) -> None:
        if self._verdict is not None and self._verdict.target:
            self.entry_wanted.emit(self._verdict.target)

    def set_alone(self, alone: bool) -> None:
        """Whether the pane has the table's place: then all of it scrolls, below a way back."""
        self.back_button.setVisible(alone)
        if alone:
            self._body.insertWidget(0, self._head_part)
            self._body.insertWidget(1, self._offers_part)
        else:
            self._whole.insertWidget(0, self._head_part)
            self._whole.addWidget(self._offers_part)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show a row, or nothing. Its stopped cells wait for the person, each on a card."""
        self._verdict = verdict
        self._change_rows.clear()
        self.entry.setVisible(verdict is not None and bool(verdict.target))
        for layout in (self._rows, self._offers):
            empty(layout)
        if verdict is None:
            self._kind.setText("")
            self._name.setText("")
            self._match.setText(self.tr("Choose a row to see what it brings."))
            return
        self._head(verdict)
        if verdict.kind == Kind.UPDATE:
            self._changes(verdict)
        else:
            self._values(verdict)
        self._problems(verdict)
        self._offer_another(verdict)
        self._offer_split(verdict)
        for field in verdict.draft.stopped:
            self._offer_words(verdict, field)

    def ticks(self) -> list[TickBox]:
        """The ticks of the changes, from the top."""
        return [row.tick for row in self._change_rows]

    def _head(self, verdict: Verdict) -> None:
        said = {
            Kind.CREATE: self.tr("Line {line} is a new business"),
            Kind.UPDATE: self.tr("Line {line} updates"),
            Kind.DUPLICATE: self.tr("Line {line} repeats"),
            Kind.SKIP: self.tr("Line {line} is left out"),
            Kind.ASK: self.tr("Line {line} needs your word"),
            Kind.BLOCKED: self.tr("Line {line} is blocked"),
        }[verdict.kind]
        self._kind.setText(said.format(line=verdict.draft.line))
        self._name.setText(verdict.target_name or verdict.draft.name)
        reason = import_words.reason(verdict)
        self._match.setText("  ".join(filter(None, (verdict.target_code, reason))))
        self._match.setVisible(bool(self._match.whole_text()))
        self.entry.setText(self.tr("Open %1").replace("%1", verdict.target_code))

    def _changes(self, verdict: Verdict) -> None:
        followers = {name for names in FOLLOW.values() for name in names}
        for at, change in enumerate(verdict.changes):
            if change.field in followers:
                continue
            if self._rows.count():
                self._rows.addWidget(Line())
            row = ChangeRow(change, self._today, import_words.change_hint(change))
            self._change_rows.append(row)
            row.ticked.connect(lambda on, place=at: self.ticked.emit(place, on))
            self._rows.addWidget(row)
        if not verdict.changes:
            self._rows.addWidget(Label(self.tr("Nothing in it is new."), "body", "ink-soft"))

    def _values(self, verdict: Verdict) -> None:
        values = verdict.draft.values
        if verdict.kind == Kind.DUPLICATE:
            self._rows.addSpacing(8)
            self._rows.addWidget(_remark("copy-simple", "warn", self._not_taken(verdict)))
            self._rows.addSpacing(8)
        rest = [name for name in values if name not in _ORDER and name not in _SILENT]
        for name in [one for one in _ORDER if one in values] + rest:
            words = import_words.value_words(name, values[name])
            if words and not (name == "name" and words == self._name.whole_text()):
                self._rows.addWidget(ValueRow(import_words.field_name(name), words))
        if verdict.draft.phones:
            words = import_words.value_words("phones", verdict.draft.phones)
            self._rows.addWidget(ValueRow(import_words.field_name("phones"), words))
        for consent in verdict.draft.consents:
            self._rows.addWidget(_answer(consent, self._today, False))

    def _not_taken(self, verdict: Verdict) -> str:
        """What becomes of a row that is there already."""
        if verdict.target_line is not None:
            text = self.tr("Line %1 has this business already: nothing of this line is kept.")
            return text.replace("%1", str(verdict.target_line))
        text = self.tr(
            "The directory has %1: nothing of this line is kept. Choose Update to take over "
            "what is new in it."
        )
        return text.replace("%1", verdict.target_name)

    def _problems(self, verdict: Verdict) -> None:
        for problem in verdict.draft.problems:
            if problem.code == STOPPED:
                continue
            note = problem.severity == Severity.NOTE
            icon, role = ("info", "ink-soft") if note else ("warning", "warn")
            self._rows.addSpacing(8)
            self._rows.addWidget(_remark(icon, role, import_words.problem_sentence(problem)))

    def _offer_another(self, verdict: Verdict) -> None:
        """The question about one that is like a business that asked to be forgotten."""
        if verdict.kind not in (Kind.ASK, Kind.BLOCKED):
            return
        comes_in = next((one for one in verdict.offered if one in (Kind.CREATE, Kind.UPDATE)), None)
        answers = [(self.tr("Leave it out"), "plain", lambda: self.kind_wanted.emit(Kind.SKIP))]
        if comes_in is not None:
            words = self.tr("It is another business")
            answers.append((words, "flat", lambda: self.kind_wanted.emit(comes_in)))
        self._offers.addWidget(
            Offer(
                self.tr("Is it one that asked to be forgotten?"),
                self.tr(
                    "It is like a business whose owner asked us to forget it. We kept nothing that "
                    "says who it was. If you are not sure, leave it out."
                ),
                answers,
                ground="warn-tint",
                icon="hand-palm",
                ink="warn",
            )
        )

    def _offer_split(self, verdict: Verdict) -> None:
        found = suggest_alternate(verdict.draft.name)
        if (
            found is None
            or verdict.draft.values.get("alternate_name")
            or verdict.kind != Kind.CREATE
        ):
            return
        name, own = found
        self._offers.addWidget(
            Offer(
                self.tr("Two scripts in one name"),
                self.tr("Keep “{own}” as the name in its own script, under “{name}”?").format(
                    own=own, name=name
                ),
                [(self.tr("Split the name"), "plain", lambda: self.split.emit(name, own))],
            )
        )

    def _offer_words(self, verdict: Verdict, field: str) -> None:
        self._offers.addWidget(
            Offer(
                self.tr("Words we don’t keep"),
                import_words.stopped_sentence(
                    verdict.draft.line, field, verdict.draft.stopped[field]
                ),
                [
                    (self.tr("Drop the words"), "plain", lambda: self.decided.emit(field, False)),
                    (
                        self.tr("It’s about the food"),
                        "flat",
                        lambda: self.decided.emit(field, True),
                    ),
                ],
                ground="warn-tint",
                icon="hand-palm",
                ink="warn",
            )
        )


def pane_width() -> int:
    """304 px."""
    return theme.length("width", "import_diff")
