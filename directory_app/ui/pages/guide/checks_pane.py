"""What to know before printing: findings by gravity, with the button that mends each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from directory_app.guides.check_words import OF_ENTRY, OF_GUIDE
from directory_app.model.listing import LeftOutReason
from directory_app.ui import theme
from directory_app.ui.parts.paper.kinds import is_spanish
from directory_app.ui.plurals import count
from directory_app.ui.widgets.base import Label, Line, Pane, Scroll
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark, Tag

if TYPE_CHECKING:
    from directory_app.guides.checks import Finding

#: More findings of one kind than this are told in one line.
_TOGETHER = 2
_LEFT_OUT = "left_out_"
#: What is said of paper that stays inside the coalition (see private_checks).
PRIVATE = "private"
#: What a person left out, or a radius did: a button puts it in.
_INCLUDABLE = {
    _LEFT_OUT + reason
    for reason in (
        LeftOutReason.OUTSIDE_RADIUS,
        LeftOutReason.NOT_PLACED,
        LeftOutReason.CLOSED_AT_EVENT,
        LeftOutReason.HOURS_UNKNOWN,
        LeftOutReason.EXCLUDED,
    )
}
#: severity or "left_out" -> icon, colour of the icon
_ICONS = {
    "stop": ("warning-circle", "danger"),
    "left_out": ("prohibit", "danger"),
    "look": ("warning", "warn"),
    "note": ("info", "ink-soft"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One line: what several findings of one kind have in common."""

    kind: str
    code: str
    mend: str
    names: tuple[str, ...]
    codes: tuple[str, ...]
    message: str


def tell(findings: "Sequence[Finding]", *, spanish: bool, apart: frozenset[str]) -> list[Told]:
    """Findings as lines: more than two of a kind in one, unless the person opened it."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((kind_of(finding), finding.code), []).append(finding)
    told: list[Told] = []
    order = list(_ICONS)
    for (_kind, code), group in sorted(groups.items(), key=lambda one: order.index(one[0][0])):
        together = len(group) > _TOGETHER and code not in apart
        told += [_told(group, spanish)] if together else [_told([one], spanish) for one in group]
    return told


def _told(group: "Sequence[Finding]", spanish: bool) -> Told:
    first = group[0]
    return Told(
        kind_of(first),
        first.code,
        first.mend,
        tuple(one.business_name for one in group if one.business_name),
        tuple(one.business_code for one in group if one.business_code),
        first.message_es if spanish else first.message_en,
    )


def counted_as(finding: "Finding") -> str:
    """Where a finding counts: ``left_out`` for all that is not printed, by choice or not."""
    return "left_out" if finding.code.startswith(_LEFT_OUT) else str(finding.severity)


def kind_of(finding: "Finding") -> str:
    """``left_out`` for what is not printed, else the severity."""
    left_out = finding.code.startswith(_LEFT_OUT) and finding.severity != "note"
    return "left_out" if left_out else str(finding.severity)


class FindingRow(QWidget):
    """Icon, name in bold, sentence, and the button."""

    def __init__(self, told: Told, button: str, act: Callable[[], None] | None) -> None:
        super().__init__()
        self.told = told
        self.button = Button(button, "plain", size="small") if act else None
        row = hbox(self, margins=(16, 2, 16, 2), spacing=16)
        self._words = _Sentence(told)
        row.addWidget(self._words, 1)
        if self.button is not None and act is not None:
            self.button.clicked.connect(act)
            self.button.setMinimumWidth(104)
            self.button.setAccessibleName(f"{button} {self._words.accessibleName()}")
            row.addWidget(self.button)
        self.setMinimumHeight(theme.height("row_review"))


class _Sentence(QWidget):
    """The icon, the name in bold, the sentence; cut where it does not fit."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told
        self._name = self._names()
        words = f"{self._name}: {told.message}" if self._name else told.message
        self.setAccessibleName(words)
        self.setToolTip(words if "<" not in words else words.replace("<", "‹"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        icon, role = _ICONS[told.kind]
        message = Label(told.message, "body", "ink-soft", elide=True)
        row = hbox(self, IconMark(icon, role, fill=True), 4, margins=(0, 2, 0, 2), spacing=8)
        if self._name:
            name = Label(self._name, "body")
            name.setFont(theme.bold("body"))
            name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            row.addWidget(name)
        row.addWidget(message, 1)

    def _names(self) -> str:
        names = self._told.names
        if len(names) <= 1:
            return names[0] if names else ""
        return count(
            len(names) - 1,
            self.tr("{first} and {n} more", "one"),
            self.tr("{first} and {n} more"),
            first=names[0],
        )


class ChecksPane(Pane):
    """``mend_wanted(mend, code)``: go and mend; ``include_wanted(code)``: put it in."""

    mend_wanted = Signal(str, str)
    include_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", "t", parent)
        self._findings: Sequence[Finding] = ()
        self._apart: frozenset[str] = frozenset()
        self._title = Label(self.tr("Before printing"), "strong")
        self._chips = hbox(None, spacing=8)
        self._passed = Label("", "small", "ink-soft")
        head = hbox(None, self._title, self._chips, STRETCH, margins=(16, 7, 16, 6), spacing=8)
        self._passed_mark = IconMark("check-circle", "ok", 14)
        head.addWidget(self._passed_mark)
        head.addWidget(self._passed)
        self._told_rows: list[FindingRow] = []
        self._body = QWidget()
        self._rows = vbox(self._body)
        vbox(self, head, Line(), (Scroll(self._body), 1), margins=(0, 1, 0, 0))
        self.setAccessibleName(self.tr("Before printing"))
        self._show()

    def show_findings(self, findings: "Sequence[Finding]") -> None:
        """Show these, in the window's language."""
        self._findings = findings
        self._show()

    def rows(self) -> list[FindingRow]:
        """The lines that are shown."""
        return list(self._told_rows)

    def _show(self) -> None:
        for layout in (self._chips, self._rows):
            while (item := layout.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self._told_rows.clear()
        told = tell(self._findings, spanish=is_spanish(), apart=self._apart)
        for at, one in enumerate(told):
            if at:
                self._rows.addWidget(Line())
            row = FindingRow(one, *self._button(one))
            self._told_rows.append(row)
            self._rows.addWidget(row)
        self._rows.addStretch()
        self._count()

    def _count(self) -> None:
        kinds = [counted_as(finding) for finding in self._findings]
        for kind, look, words in (
            ("stop", "danger", self._stops(kinds.count("stop"))),
            ("left_out", "danger", self._left_out(kinds.count("left_out"))),
            ("look", "warn", self._to_look_at(kinds.count("look"))),
            ("note", "quiet", self._notes(kinds.count("note"))),
        ):
            if kind in kinds:
                chip = Tag(_ICONS[kind][0], look, words)
                self._chips.addWidget(chip)
        self._passed.setText(self._well())
        self._passed_mark.setVisible(bool(self._passed.whole_text()))

    def _well(self) -> str:
        """How many kinds of checks found nothing."""
        found = {finding.code for finding in self._findings}
        if not found:
            return self.tr("All is well")
        if PRIVATE in found:
            return ""  # of private paper nothing else is checked
        rest = len((OF_ENTRY.keys() | OF_GUIDE.keys()) - found)
        return count(rest, self.tr("{n} other check passed"), self.tr("{n} other checks passed"))

    def _stops(self, number: int) -> str:
        return count(number, self.tr("{n} to mend first", "one"), self.tr("{n} to mend first"))

    def _left_out(self, number: int) -> str:
        return count(number, self.tr("{n} left out", "one"), self.tr("{n} left out"))

    def _to_look_at(self, number: int) -> str:
        return count(number, self.tr("{n} to look at", "one"), self.tr("{n} to look at"))

    def _notes(self, number: int) -> str:
        return count(number, self.tr("{n} note"), self.tr("{n} notes"))

    def _button(self, told: Told) -> tuple[str, Callable[[], None] | None]:
        if len(told.codes) > 1:
            return self.tr("Show all"), lambda: self._open(told.code)
        code = told.codes[0] if told.codes else ""
        if told.code in _INCLUDABLE:
            return self.tr("Include"), lambda: self.include_wanted.emit(code)
        words = self._mends().get(told.mend)
        if words is None:
            return "", None
        return words, lambda: self.mend_wanted.emit(told.mend, code)

    def _mends(self) -> dict[str, str]:
        return {
            "consent": self.tr("Ask again…"),
            "review": self.tr("Review…"),
            "hours": self.tr("Check hours…"),
            "place": self.tr("Place pin…"),
            "name": self.tr("Look…"),
            "description": self.tr("Write it…"),
            "hours_note": self.tr("Write it…"),
            "directions": self.tr("Write it…"),
            "phone": self.tr("Correct it…"),
            "website": self.tr("Correct it…"),
            "assure": self.tr("Check it…"),
            "event": self.tr("Event…"),
            "settings": self.tr("Fill in…"),
            "options": self.tr("Options…"),
            "runs": self.tr("Print runs…"),
        }

    def _open(self, code: str) -> None:
        self._apart |= {code}
        self._show()
