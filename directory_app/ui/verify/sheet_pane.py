"""Visit sheets typed back: the code, a key for each field, the answers, Enter.

The keyboard stays in one place (``SheetKeys``) from the code to Enter; only a correction is a
field of its own. Date, who asked and the wording stay from sheet to sheet.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.errors import UserError
from directory_app.model.ids import CODE_LETTERS
from directory_app.model.terms import Channel
from directory_app.store.dossier import Dossier
from directory_app.tasks import asking_again
from directory_app.tasks.asking_again import Correction
from directory_app.tasks.wordings import wording, wording_of
from directory_app.ui import theme
from directory_app.ui.directory import words
from directory_app.ui.directory.ask_dialog import Given
from directory_app.ui.session import Session
from directory_app.ui.verify import work
from directory_app.ui.verify.field_lines import field_name
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.base import Label, Scroll, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.toolbar import Toolbar

_CHANNELS = tuple(channel.value for channel in Channel)
_ROW = 32
#: A yes to the map says how exact, as on the sheet: the door, the street only, the town only.
_HOW_EXACT = {"D": "exact", "R": "street", "T": "town"}


class SheetKeys(QWidget):
    """The rows of a sheet as printed, fields then answers; Y, N and S answer the row at hand.

    ``correction_wanted(name)``: N in a field. ``saved``: Enter. ``left``: Esc. Arrows move,
    A says yes to all fields that are left.
    """

    correction_wanted = Signal(str)
    saved = Signal()
    left = Signal()
    moved = Signal()
    how_exact_wanted = Signal()
    focus_ring = "outside"

    def __init__(self) -> None:
        super().__init__()
        self.focus_radius = theme.length("radius", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows = (*asking_again.SHEET_FIELDS, *_CHANNELS)
        self.answers: dict[str, str] = {}
        self.typed: dict[str, str] = {}
        self.values: dict[str, str] = {}
        self.at = 0
        self.setFixedHeight(_ROW * len(self.rows) + 2)

    def clear(self, values: dict[str, str]) -> None:
        """Another sheet."""
        self.answers, self.typed, self.values, self.at = {}, {}, values, 0
        self._tell()

    def to_answer(self) -> list[str]:
        """The fields without an answer; a channel without one was not asked."""
        return [name for name in asking_again.SHEET_FIELDS if name not in self.answers]

    def put(self, name: str, answer: str, typed: str = "") -> None:
        """Answer a row and go on to the next."""
        self.answers[name] = answer
        self.typed[name] = typed
        self.at = min(self.rows.index(name) + 1, len(self.rows) - 1)
        self._tell()

    def row_words(self, name: str) -> str:
        """A row, said."""
        what = field_name(name) if name in asking_again.SHEET_FIELDS else doors.channel_name(name)
        return f"{what}: {self.values.get(name, '')}. {self._answer_words(name)}"

    def _answer_words(self, name: str) -> str:
        answer = self.answers.get(name, "")
        if name == "map" and answer == "yes":
            return {
                "exact": self.tr("Yes, the door"),
                "street": self.tr("Yes, the street only"),
                "town": self.tr("Yes, the town only"),
            }[self.typed["map"]]
        if name in _CHANNELS:
            return {"yes": self.tr("Yes"), "no": self.tr("No")}.get(answer, self.tr("Not asked"))
        if answer == "changed":
            return self.tr("Now: %1").replace("%1", self.typed.get(name, ""))
        return {"right": self.tr("Still right"), "skip": self.tr("Not ticked")}.get(answer, "…")

    def _tell(self) -> None:
        self.setAccessibleName(self.row_words(self.rows[self.at]))
        self.moved.emit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows."""
        painter = QPainter(self)
        for number, name in enumerate(self.rows):
            self._paint_row(painter, number, name)
        painter.end()

    def _paint_row(self, painter: QPainter, number: int, name: str) -> None:
        y, here = number * _ROW, number == self.at
        painter.fillRect(0, y, self.width(), _ROW, theme.color("header" if here else "base"))
        painter.fillRect(0, y + _ROW - 1, self.width(), 1, theme.color("line"))
        if here:
            painter.fillRect(0, y, 3, _ROW, theme.color("accent"))
        field = name in asking_again.SHEET_FIELDS
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("ink-soft"))
        what = field_name(name) if field else doors.channel_name(name)
        painter.drawText(14, y, 110, _ROW, left, what)
        right = self._answer_words(name)
        answer = self.answers.get(name, "")
        painter.setFont(theme.bold("body") if answer else theme.font("body"))
        wide = min(painter.fontMetrics().horizontalAdvance(right) + 4, self.width() // 2)
        role = {"right": "ok", "yes": "ok", "changed": "accent-text"}.get(answer, "ink-soft")
        painter.setPen(theme.color(role))
        cut = painter.fontMetrics().elidedText(right, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(self.width() - wide - 14, y, wide, _ROW, left, cut)
        painter.setFont(theme.bold("body") if here else theme.font("body"))
        painter.setPen(theme.color("ink"))
        room = max(self.width() - wide - 28 - 126, 20)
        value = self.values.get(name, "") or "—"
        value = painter.fontMetrics().elidedText(value, Qt.TextElideMode.ElideRight, room)
        painter.drawText(126, y, room, _ROW, left, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a sheet."""
        key, text = event.key(), event.text().upper()
        name = self.rows[self.at]
        field = name in asking_again.SHEET_FIELDS
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.saved.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            way = -1 if key == Qt.Key.Key_Up else 1
            self.at = min(max(self.at + way, 0), len(self.rows) - 1)
            self._tell()
        elif name == "map" and text in _HOW_EXACT:
            self.put(name, "yes", _HOW_EXACT[text])
        elif name == "map" and text == "Y":
            self.how_exact_wanted.emit()
        elif text == "Y":
            self.put(name, "right" if field else "yes")
        elif text in ("N", "C") and field:
            self.correction_wanted.emit(name)
        elif text == "N":
            self.put(name, "no")
        elif text == "S":
            self.put(name, "skip" if field else "")
        elif text == "A":
            for each in self.to_answer():
                self.put(each, "right")
        else:
            super().keyPressEvent(event)


class SheetPane(Translated, QWidget):
    """``said``, ``went_wrong`` as of a page; ``back``: enough of sheets."""

    said = Signal(str, str, bool)
    went_wrong = Signal(object)
    back = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.dossier: Dossier | None = None
        self.saved_codes: set[str] = set()
        self._twice = ""
        self.title = Label("", "page-name")
        self.leave = Button("", "flat", icon="x")
        self.code = Field("")
        self.code.setMaxLength(5)
        self.code_row = FieldRow("", self.code, above=True)
        self.date = DateField("", session.today())
        self.by = Field("")
        self.role = Combo("")
        self.words = Field("")
        self.words_row = FieldRow("", self.words, above=True)
        self.by_row = FieldRow("", self.by, above=True)
        self.date_row = FieldRow("", self.date, above=True)
        self.role_row = FieldRow("", self.role, above=True)
        self.name = Label("", "title", wrap=True)
        self.told = Remark("info", "warn")
        self.keys = SheetKeys()
        self.correction = Field("")
        self.correction_row = FieldRow("", self.correction, above=True)
        self.hint = Label("", "small", "ink-soft", wrap=True)
        self.save = Button("", "primary")
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show(None)

    def _lay_out(self) -> None:
        head = Toolbar(self.title)
        head.row.addStretch()
        head.row.addWidget(self.leave)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(8)
        every = QHBoxLayout()
        every.setSpacing(10)
        for row in (self.date_row, self.by_row, self.role_row, self.words_row):
            every.addWidget(row, 1)
        first = QHBoxLayout()
        self.code_row.setFixedWidth(120)
        first.addWidget(self.code_row)
        first.addWidget(self.name, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(every)
        column.addLayout(first)
        for widget in (self.told, self.keys, self.correction_row, self.hint):
            column.addWidget(widget)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        self.view = Scroll(content, "base")
        outer.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.back)
        self.code.textEdited.connect(self._code_typed)
        self.code.returnPressed.connect(self._find)
        self.keys.correction_wanted.connect(self._correct)
        self.keys.saved.connect(self.save_sheet)
        self.keys.left.connect(self._again)
        self.keys.how_exact_wanted.connect(
            lambda: self._warn(
                self.tr("How exact on the map? D the door, R the street only, T the town only.")
            )
        )
        self.keys.moved.connect(self._moved)
        self.correction.returnPressed.connect(self._keep_correction)
        self.save.clicked.connect(self.save_sheet)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Visit sheets"))
        self.title.setText(self.tr("Type in visit sheets"))
        self.leave.setText(self.tr("Done with sheets"))
        self.code_row.set_label(self.tr("Code on the sheet"))
        self.date_row.set_label(self.tr("Date of the visit"))
        self.by_row.set_label(self.tr("Asked by"))
        self.words_row.set_label(self.tr("Wording, as printed"))
        self.role_row.set_label(self.tr("Who answered"))
        self.role.set_items(
            [
                ("owner", self.tr("Owner")),
                ("manager", self.tr("Manager")),
                ("other", self.tr("Other")),
            ]
        )
        if not self.role.value():
            self.role.set_value("owner")
        self.hint.setText(
            self.tr(
                "Y yes, N no (type what is right), S not ticked, A all the rest is right. "
                "Enter saves the sheet, Esc goes back to the code."
            )
        )
        self.save.setText(self.tr("Save and go on"))
        self.keys.update()

    def start(self) -> None:
        """Ready for a code; who works and the wording in force are filled in."""

        def ready(found: tuple[str, str]) -> None:
            self.by.setText(self.by.text() or found[0])
            self.words.setText(self.words.text() or found[1])

        self.session.ask(lambda store: (store.person, wording(store, "es").stamp), ready)
        self._again()

    def _again(self) -> None:
        self._show(None)
        self.code.clear()
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the code

    def _code_typed(self, text: str) -> None:
        self.code_row.say("")
        letters = text.upper()
        if letters != text:
            at = self.code.cursorPosition()
            self.code.setText(letters)
            self.code.setCursorPosition(at)
        if len(letters) >= 4 and all(letter in CODE_LETTERS for letter in letters):
            self._find()

    def _find(self) -> None:
        code, day = self.code.text().strip().upper(), self.date.day()
        if code:
            self.session.ask(
                lambda store: work.find(store, code, day),
                lambda found: self._found(code, found),
                failed=self.went_wrong.emit,
            )

    def _found(self, code: str, found: work.Found) -> None:
        if code != self.code.text().strip().upper() or self.dossier is not None:
            return
        if found.dossier is None:
            near = ", ".join(f"{one} {name}" for one, name in found.near)
            told = self.tr("No business has this code.")
            if near:
                told += " " + self.tr("Near: %1").replace("%1", near)
            self.code_row.say(told)
            return
        self._show(found.dossier)
        self._twice = code if found.twice or code in self.saved_codes else ""
        self.told.set_words(
            self.tr("This sheet was typed in already. Enter keeps it once more; Esc goes back.")
            if self._twice
            else ""
        )
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, dossier: Dossier | None) -> None:
        self.dossier = dossier
        self.name.setText(dossier.business.name if dossier else "")
        for widget in (self.keys, self.hint, self.save):
            widget.setVisible(dossier is not None)
        self.correction_row.hide()
        if dossier is None:
            self.told.hide()
            return
        window = "es" if words.is_spanish() else "en"
        values = {
            name: asking_again.words(name, dossier, window) for name in asking_again.SHEET_FIELDS
        }
        for channel in _CHANNELS:
            consent = dossier.consents.get(channel)
            values[channel] = words.answer(consent.answer if consent else "not_asked")
        self.keys.clear(values)

    # -- corrections

    def _correct(self, name: str) -> None:
        self.correction_row.set_label(field_name(name))
        self.correction_row.say("")
        self.correction.setProperty("field", name)
        self.correction.setText(self.keys.typed.get(name, ""))
        self.correction_row.show()
        self.correction.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_correction(self) -> None:
        name, text = str(self.correction.property("field")), self.correction.text()
        try:
            self._read(name, text)
        except UserError as error:
            self.correction_row.say(str(error))
            return
        self.correction_row.hide()
        self.keys.put(name, "changed", text)
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, name: str, text: str) -> Correction:
        assert self.dossier is not None
        language = self.words.text().partition("-")[0]
        return asking_again.read(name, text, self.dossier, language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a correction, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and self.correction_row.isVisible():
            self.correction_row.hide()
            self.keys.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.dossier is None:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    # -- saving

    def save_sheet(self) -> None:
        """Keep it, if every field has its tick and each answer says who asked."""
        dossier = self.dossier
        if dossier is None:
            return
        missing = self.keys.to_answer()
        if missing:
            self.keys.at = self.keys.rows.index(missing[0])
            self.keys.update()
            self._warn(self.tr("Answer each field first: S where nothing is ticked."))
            return
        answers = self._answers()
        if answers and not self.by.text().strip():
            self.by_row.say(self.tr("Say who asked"))
            self.by.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        fields = asking_again.SHEET_FIELDS
        changed = [name for name in fields if self.keys.answers[name] == "changed"]
        right = any(self.keys.answers[name] == "right" for name in fields)
        if not (changed or right or answers):
            self._warn(self.tr("Nothing is ticked on this sheet."))
            return
        corrections = [self._read(name, self.keys.typed[name]) for name in changed]
        exact = self.keys.typed.get("map", "")
        if self.keys.answers.get("map") == "yes" and exact != dossier.business.location_visibility:
            corrections.append(Correction({"location_visibility": exact}))
        more = {"by": self.by.text().strip(), "on": self.date.day(), "consents": answers}
        self._keep(dossier, corrections, more)

    def _moved(self) -> None:
        """Another row: what was asked of the one before is done."""
        if not self._twice:
            self.told.set_words("")

    def _warn(self, text: str) -> None:
        self.told.set_words(text)

    def _answers(self) -> list[Given]:
        day: dt.date = self.date.day()
        stamp = self.words.text().strip()
        return [
            Given(
                channel,
                answer,
                day,
                self.by.text().strip(),
                self.role.value(),
                "in_person",
                stamp.partition("-")[0],
                wording_version=stamp,
            )
            for channel in _CHANNELS
            if (answer := self.keys.answers.get(channel, "")) in ("yes", "no")
        ]

    def _keep(
        self, dossier: Dossier, corrections: Sequence[Correction], more: dict[str, Any]
    ) -> None:
        stamp = self.words.text().strip()

        def keep(store: Any) -> bool:
            if more["consents"] and wording_of(store, stamp) is None:
                return False
            work.keep_sheet(store, dossier, list(corrections), more)
            return True

        def kept(known: bool) -> None:
            if not known:
                self.words_row.say(self.tr("No such wording is known"))
                self.words.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            self.words_row.say("")
            self.saved_codes.add(dossier.business.code)
            self.said.emit(
                self.tr("Sheet of %1 kept").replace("%1", dossier.business.name),
                "check-circle",
                True,
            )
            self._again()

        self.session.write(keep, kept, failed=self.went_wrong.emit)
