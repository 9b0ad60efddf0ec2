"""Two entries side by side: what to choose, what is settled, what owners said, what is equal."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from directory_app.tasks.comparing import Merge
from directory_app.ui import theme
from directory_app.ui.parts import duplicate_words as words
from directory_app.ui.parts import field_words
from directory_app.ui.parts.two_versions import (
    ChoiceLine,
    FactLine,
    PartHead,
    SameLine,
    Told,
    empty,
)
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Pane, Scroll
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark

#: Below this width the keys are not shown in the buttons.
_TIGHT = 520
#: What is of both, or follows from the choices, and how it is told.
_RULED = {
    "phones": words.phone_lines,
    "contacts": words.contact_lines,
    "checked": words.checked,
}


class ComparePane(Pane):
    """``merge_wanted``, ``apart_wanted``, ``later_wanted``: what is done about the two.

    ``back``: to the list.
    """

    merge_wanted = Signal()
    apart_wanted = Signal()
    later_wanted = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "", parent)
        self.merge: Merge | None = None
        self._why, self._today = "", dt.date.min
        self.choices: list[ChoiceLine] = []
        self.lines: dict[str, FactLine] = {}
        self.back_button = IconButton("arrow-u-up-left", self.tr("Back to the list"))
        self.title = Label(self.tr("Is this one business?"), "title")
        self.why = Label("", "body", "ink-soft", wrap=True)
        self.stays = Remark("info", "ink-soft", " ", style="small", ink="ink-soft")
        self.later = Button(self.tr("Later"), "flat", icon="skip-forward", keys="S")
        self.apart = Button(self.tr("Not a duplicate"), "plain", icon="x", keys="N")
        self.go = Button(self.tr("Merge"), "primary", icon="copy-simple", keys="Enter")
        self.content = QWidget()
        self.column = vbox(self.content, margins=(0, 0, 0, 16))
        self.view = Scroll(self.content)
        self._lay_out()
        self.back_button.clicked.connect(self.back)
        self.later.clicked.connect(self.later_wanted)
        self.apart.clicked.connect(self.apart_wanted)
        self.go.clicked.connect(self.merge_wanted)
        self.setAccessibleName(self.tr("The two side by side"))
        if self.merge is not None:
            self.show_merge(self.merge, self._why, self._today)

    def _lay_out(self) -> None:
        self.head = QWidget()
        head = vbox(self.head, margins=(16, 12, 16, 12), spacing=2)
        first = hbox(None, self.back_button, (self.title, 1), spacing=4)
        head.addLayout(first)
        head.addWidget(self.why)
        self.bar = Pane("window", "t")
        self.bar.setFixedHeight(theme.height("actionbar"))
        hbox(self.bar, self.later, STRETCH, self.apart, self.go, margins=(16, 1, 16, 0), spacing=8)
        vbox(self, self.head, (self.view, 1), self.bar)

    # -- showing

    def show_merge(self, merge: Merge, why: str, today: dt.date) -> None:
        """Show two entries; ``why`` they may be one."""
        self.merge, self._today = merge, today
        self.say_why(why)
        self._clear()
        self._show_codes(merge)
        self._show_choices(merge)
        self._show_kept(merge)
        self._show_answers(merge)
        self._show_same(merge)
        self.column.addStretch(1)
        self._settle()
        self.view.verticalScrollBar().setValue(0)

    def say_why(self, why: str) -> None:
        """Say why they may be one."""
        self._why = why
        self.why.setText(field_words.sentence(why))
        self.why.setVisible(bool(why))

    def _clear(self) -> None:
        self.choices, self.lines = [], {}
        self.stays.setParent(None)
        empty(self.column)
        self.stays = Remark("info", "ink-soft", " ", style="small", ink="ink-soft")

    def _add(self, line: FactLine) -> FactLine:
        self.column.addWidget(line)
        self.lines[line.key] = line
        if isinstance(line, ChoiceLine):
            self.choices.append(line)
            line.chosen.connect(self._choose)
            line.stepped.connect(self.step)
        return line

    def _show_codes(self, merge: Merge) -> None:
        line = self._add(ChoiceLine("code"))
        told = [
            Told(one.dossier.business.code, under=field_words.sentence(words.runs(one.runs)))
            for one in merge.sides
        ]
        line.show_fact(field_words.name("code"), (told[0], told[1]))
        self.stays.setContentsMargins(16 + 116 + 36, 0, 16, 8)
        self.column.addWidget(self.stays)

    def _show_choices(self, merge: Merge) -> None:
        keys = merge.to_choose()
        if keys:
            self.column.addWidget(PartHead(self.tr("Where they differ")))
        for key in keys:
            line = ChoiceLine(key, both=merge.can_be_both(key))
            self._add(line).show_fact(field_words.name(key), self._both(merge, key))

    def _show_kept(self, merge: Merge) -> None:
        """What no person has to decide; nothing of it where both say the same."""
        facts: list[tuple[str, tuple[Told, Told]]] = []
        for key, tell in _RULED.items():
            both = (tell(merge.sides[0]), tell(merge.sides[1]))
            if both[0] != both[1]:
                facts.append((key, (Told(both[0]), Told(both[1]))))
        for key in ("pin", "location_visibility"):
            if merge.differs(key) and merge.is_ruled(key):
                facts.append((key, self._both(merge, key)))
        if facts:
            self.column.addWidget(PartHead(self.tr("Settled without a choice")))
        for key, told in facts:
            self._add(FactLine(key, "ruled")).show_fact(field_words.name(key), told)

    def _both(self, merge: Merge, key: str) -> tuple[Told, Told]:
        return Told(words.value(merge, key, 0)), Told(words.value(merge, key, 1))

    def _show_answers(self, merge: Merge) -> None:
        answers = merge.answers()
        head = PartHead(self.tr("What the owner said, once they are one"))
        self.column.addWidget(head)
        for one in answers:
            line = self._add(FactLine(f"consent.{one.channel}", "ruled"))
            told = []
            for side in merge.sides:
                state, said = words.answer(side, one.channel, self._today)
                told.append(Told(said, door=state))
            line.show_fact(doors.channel_name(one.channel), (told[0], told[1]))
        if not answers:
            nobody = self.tr("Nobody has asked yet: nothing may be printed.")
            self.column.addWidget(SameLine(self.tr("Consent"), nobody))

    def _show_same(self, merge: Merge) -> None:
        facts = [(key, words.value(merge, key, 0)) for key in merge.alike()]
        facts += [(key, tell(merge.sides[0])) for key, tell in _RULED.items() if key != "checked"]
        same = [(key, said) for key, said in facts if said and key not in self.lines]
        if same:
            self.column.addWidget(PartHead(self.tr("The same in both")))
        for key, said in same:
            self.column.addWidget(SameLine(field_words.name(key), said))

    # -- choosing

    def _choose(self, key: str, what: str) -> None:
        if self.merge is None:
            return
        if key == "code":
            self.merge.keep = 1 if what == "1" else 0
        else:
            self.merge.choose(key, what)
        self._settle()

    def _settle(self) -> None:
        """Show what comes of the choices."""
        merge = self.merge
        if merge is None:
            return
        for line in self.choices:
            what = str(merge.keep) if line.key == "code" else merge.picks[line.key]
            line.set_what(what)
        self.stays.set_words(words.stays(merge))
        for key in ("phones", "contacts"):
            if key in self.lines:
                filled = [p for p in (0, 1) if self._says(key, p)]
                self.lines[key].say(self.tr("Both are kept.") if len(filled) > 1 else "")
                self.lines[key].set_on(*filled)
        self._settle_pin(merge)
        if "location_visibility" in self.lines:
            self.lines["location_visibility"].say(self.tr("The more careful of both holds."))
            self.lines["location_visibility"].set_on(merge.visibility())
        self._settle_check(merge)
        for one in merge.answers():
            said = self.lines[f"consent.{one.channel}"]
            said.say(words.why_answer(one.why))
            said.set_on(one.place)

    def _settle_check(self, merge: Merge) -> None:
        if "checked" not in self.lines:
            return
        place = merge.check()
        never = dt.date.min
        days = [side.dossier.business.assured_date or never for side in merge.sides]
        older = days[place] < days[1 - place]
        note = self.tr("Facts of the other come in, which nobody checked since.")
        self.lines["checked"].say(note if older else "")
        self.lines["checked"].set_on(place)

    def _settle_pin(self, merge: Merge) -> None:
        if "pin" not in self.lines or isinstance(self.lines["pin"], ChoiceLine):
            return
        place, line = merge.pin(), self.lines["pin"]
        if merge.pin_by_hand():
            line.say(self.tr("What a person put in its place by hand stays."))
        elif place is None:
            line.say(self.tr("The address that is kept has no pin yet."))
        else:
            line.say(self.tr("It goes with the address."))
        line.set_on(*(() if place is None else (place,)))

    def _says(self, key: str, place: int) -> bool:
        assert self.merge is not None
        dossier = self.merge.sides[place].dossier
        return bool(dossier.phones if key == "phones" else dossier.contacts)

    # -- keyboard

    def focus_first(self) -> None:
        """To the first thing to choose."""
        first = self.choices[1] if len(self.choices) > 1 else self.choices[0]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """To the line before or after; from elsewhere to the first."""
        at = next((n for n, one in enumerate(self.choices) if one.hasFocus()), None)
        if at is None:
            self.focus_first()
            return
        to = min(max(at + by, 0), len(self.choices) - 1)
        self.choices[to].setFocus(Qt.FocusReason.TabFocusReason)
        self.view.ensureWidgetVisible(self.choices[to], 0, 24)

    def allow(self, writable: bool) -> None:
        """Where nothing can be written, nothing can be merged."""
        self.go.setEnabled(writable)
        self.apart.setEnabled(writable)

    def fit(self, *, narrow: bool) -> None:
        """Without the list beside it there is a way back."""
        self.back_button.setVisible(narrow)
        for button, keys in ((self.later, "S"), (self.apart, "N"), (self.go, "Enter")):
            button.keys = "" if self.width() < _TIGHT else keys
            button.updateGeometry()
