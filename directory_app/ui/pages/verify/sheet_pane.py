"""Visit sheets typed back: the code, a key for each field, the answers, Enter.

The keyboard stays in one place (``SheetKeys``) from the code to Enter; only a correction is a
field of its own. Date, who asked and the wording stay from sheet to sheet (``SheetHead``). Who
types fast need not wait for the look-up nor for the saving; what is not kept yet is a draft.
"""

import datetime as dt
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from directory_app.errors import UserError
from directory_app.model.ids import CODE_LETTERS
from directory_app.store.dossier import Dossier
from directory_app.tasks import asking_again, call_drafts, calling
from directory_app.tasks.asking_again import Correction
from directory_app.tasks.wordings import wording
from directory_app.ui import spoken
from directory_app.ui.pages.verify.field_lines import CHANNELS, CorrectionLine, SheetKeys, TypeAhead
from directory_app.ui.parts import words
from directory_app.ui.parts.consent.ask_dialog import Given
from directory_app.ui.parts.consent.asker_row import AskerRow
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Scroll
from directory_app.ui.widgets.buttons import Button, TickBox
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.date_field import DateField
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.toolbar import Toolbar

#: Milliseconds between two looks.
_PAUSE = 800
#: So many that are not finished are named.
_NAMED = 6


class SheetDrafts(QObject):
    """``look`` keeps what is said now; ``given_back`` are sheets whose saving failed, by row."""

    def __init__(self, pane: "SheetPane") -> None:
        super().__init__(pane)
        self._pane = pane
        self.given_back: dict[str, Any] = {}
        self._last: tuple[str, Any] = ("", None)
        self._beat = QTimer(self, interval=_PAUSE)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def now(self) -> dict[str, Any] | None:
        """What is said of the open sheet, None for nothing."""
        keys = self._pane.keys
        return call_drafts.sheet(keys.answers, keys.typed, keys.at, self._pane.correction.typing())

    def look(self) -> None:
        """Keep it in the directory, where it is news."""
        pane = self._pane
        if pane.dossier is None or not pane.session.writable:
            return
        row, draft = call_drafts.sheet_row(pane.dossier.business.id), self.now()
        known, before = self._last
        is_nothing = draft is None and (known != row or before is None)
        if (row, draft) != self._last and not is_nothing:
            self._last = (row, draft)
            pane.session.keep(lambda store: store.drafts.set(row, draft))

    def tell(self) -> None:
        """Say which sheets are not finished: whoever types their code goes on."""

        def found(sheets: list[tuple[str, str]]) -> None:
            told = ", ".join(f"{code} {name}" for code, name in sheets[:_NAMED])
            text = self.tr("Not finished: %1. Type the code to go on.").replace("%1", told)
            is_free = self._pane.dossier is None
            self._pane.half.set_words(text if sheets and is_free else "")

        self._pane.session.ask(lambda store: store.verification.half_sheets(), found)

    def saved(self) -> None:
        """The open sheet is on its way: there is no draft of it any more."""
        self._last = ("", None)

    def of(self, business_id: str, kept: dict[str, Any] | None) -> dict[str, Any] | None:
        """What was said of a sheet before; ``kept``: what the directory has of it."""
        row = call_drafts.sheet_row(business_id)
        draft: dict[str, Any] | None = self.given_back.pop(row, None) or kept
        if draft:
            self._last = (row, draft)
        return draft

    def all(self) -> dict[str, Any]:
        """Everything that a lock would lose, by the row of the drafts."""
        pane, rows = self._pane, dict(self.given_back)
        rows[call_drafts.HEAD] = pane.head.values() | {"code": pane.code.text()}
        if pane.dossier is not None and (draft := self.now()):
            rows[call_drafts.sheet_row(pane.dossier.business.id)] = draft
        return rows


#: Narrower, two stand beside each other.
_FOUR = 560


class SheetHead(QWidget):
    """The four fields above the sheets."""

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.date = DateField("", today)
        self.by, self.role, self.words = Field(""), Combo(""), Field("")
        self.date_row = FieldRow(self.tr("Date of the visit"), self.date, above=True)
        self.by_row = AskerRow("", self.by, above=True)
        self.role_row = FieldRow(self.tr("Who answered"), self.role, above=True)
        self.words_row = FieldRow(self.tr("Wording, as printed"), self.words, above=True)
        self.again = TickBox(self.tr("They were asked again on this day"))
        self.again_row = FieldRow("", self.again, above=True)
        self.again.toggled.connect(lambda _on: self.again_row.say(""))
        self.again_row.label.hide()
        self.again_row.below.setAlignment(self.again, Qt.AlignmentFlag.AlignLeft)
        self.again_row.hide()
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setSpacing(8)
        self._place(4)
        self.by_row.set_label(self.tr("Asked by"))
        words = (self.tr("Owner"), self.tr("Manager"), self.tr("Other"))
        self.role.set_items(list(zip(("owner", "manager", "other"), words, strict=True)))
        if not self.role.value():
            self.role.set_value("owner")

    @property
    def stamp(self) -> str:
        """The wording as printed at the foot of the sheets."""
        return self.words.text().strip()

    @property
    def language(self) -> str:
        """The language that was asked in, by the wording."""
        return self.stamp.partition("-")[0]

    @property
    def asked_by(self) -> str:
        """Who asked."""
        return self.by_row.name()

    def values(self) -> dict[str, str]:
        """What is typed, as plain values."""
        return {
            "day": self.date.day().isoformat(),
            "by": self.by.text(),
            "role": self.role.value(),
            "words": self.words.text(),
        }

    def take(self, values: dict[str, Any]) -> None:
        """Show what ``values`` said."""
        self.date.set_day(dt.date.fromisoformat(values["day"]))
        self.by.setText(values["by"])
        self.role.set_value(values["role"])
        self.words.setText(values["words"])

    def given(self, answers: dict[str, str]) -> list[Given]:
        """The answers of a sheet, each with who asked whom, when and with which words."""
        return [
            Given(
                channel,
                answer,
                self.date.day(),
                self.asked_by,
                self.role.value(),
                "in_person",
                self.language,
                wording_version=self.stamp,
                asked_again=answer == "yes" and self.asked_again,
            )
            for channel in CHANNELS
            if (answer := answers.get(channel, "")) in ("yes", "no")
        ]

    @property
    def asked_again(self) -> bool:
        """Whether this sheet says that somebody asked again after a refusal."""
        return not self.again_row.isHidden() and self.again.isChecked()

    def begin_sheet(self) -> None:
        """Another sheet: nobody has said yet that its owner was asked again."""
        self.again.setChecked(False)
        self.again_row.say("")
        self.again_row.hide()

    def stops(self, refused_on: dt.date | None, today: dt.date) -> bool:
        """Whether the sheet may not be kept yet; says why, and what to do."""
        day = self.date.day()
        ahead = self.tr("%1 is still to come").replace("%1", dates.long(day)) if day > today else ""
        self.date_row.say(ahead)
        self.again_row.setVisible(refused_on is not None)
        told = ""
        if refused_on is not None and not self.again.isChecked():
            told = self.tr("They refused on %1. Tick this if the sheet says you asked again.")
        elif refused_on is not None and day <= refused_on:
            told = self.tr("They refused on %1. Only a visit on a later day counts.")
        if refused_on is not None:
            self.again_row.say(told.replace("%1", dates.long(refused_on)))
        if told:
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(ahead or told)

    def say_wording(self, problem: str) -> None:
        """What is wrong with the wording, "" for nothing."""
        self.words_row.say(problem)

    def wrong(self) -> Field | None:
        """The field that is wrong, None where all are right."""
        return self.words if self.words_row.problem.text() else None

    def _place(self, across: int) -> None:
        rows = (self.date_row, self.by_row, self.role_row, self.words_row)
        self.grid.addWidget(self.again_row, 4, 0, 1, 4)
        for number, row in enumerate(rows):
            at = number // across, number % across
            self.grid.addWidget(row, *at, Qt.AlignmentFlag.AlignTop)
        for column in range(4):
            self.grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Four beside each other, or two."""
        super().resizeEvent(event)
        self._place(4 if self.width() >= _FOUR else 2)


_FOCUS = Qt.FocusReason.OtherFocusReason


class SheetPane(QWidget):
    """``said``, ``went_wrong`` as of a page; ``back``: enough of sheets."""

    said = Signal(str, str, bool)
    went_wrong = Signal(object)
    back = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.dossier: Dossier | None = None
        self.saved_codes: set[str] = set()
        self._stays = False
        self.title = Label(self.tr("Type in visit sheets"), "page-name")
        self.leave = Button(self.tr("Done with sheets"), "flat", icon="x")
        self.head = SheetHead(session.today())
        self.code = Field("")
        self.code.setMaxLength(5)
        self.code_row = FieldRow(self.tr("Code on the sheet"), self.code, above=True)
        self.ahead = TypeAhead(self.code)
        self.name = Label("", "title", wrap=True)
        self.told = Remark("info", "warn")
        self.half = Remark("pencil-simple-line", "ink-soft", ink="ink-soft")
        self.keys = SheetKeys()
        self.correction = CorrectionLine()
        self.hint = Label("", "small", "ink-soft", wrap=True)
        self.save = Button(self.tr("Save and go on"), "primary")
        self.drafts = SheetDrafts(self)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("Visit sheets"))
        self._tell_keys()
        self.keys.update()
        self._show(None)

    def _lay_out(self) -> None:
        bar = Toolbar(self.title, STRETCH, self.leave)
        content = QWidget()
        column = vbox(content, margins=(24, 16, 24, 16), spacing=8)
        first = hbox(None, spacing=12)
        self.code_row.setFixedWidth(140)
        first.addWidget(self.code_row)
        first.addWidget(self.name, 1, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(self.head)
        column.addLayout(first)
        for widget in (self.half, self.told, self.keys, self.correction, self.hint):
            column.addWidget(widget)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        outer = vbox(self, bar)
        self.view = Scroll(content, "base")
        outer.addWidget(self.view, 1)

    def _connect(self) -> None:
        self.leave.clicked.connect(self.back)
        self.code.textEdited.connect(self._code_typed)
        self.code.returnPressed.connect(self._find)
        self.keys.correction_wanted.connect(self._correct)
        self.keys.saved.connect(self.save_sheet)
        self.keys.left.connect(self._again)
        self.keys.how_exact_wanted.connect(self._ask_how_exact)
        self.keys.moved.connect(self._moved)
        self.correction.typed.connect(self._keep_correction)
        self.correction.turned.connect(self._tell_keys)
        self.save.clicked.connect(self.save_sheet)
        for field in (self.head.by, self.head.words):
            field.returnPressed.connect(self._back_to_sheet)
        self.head.again.clicked.connect(self._back_to_sheet)  # Enter saves, as everywhere else

    def _tell_keys(self) -> None:
        if self.correction.typing()[0]:
            self.hint.setText(self.tr("Enter keeps what you typed, Esc leaves it as it was."))
            return
        self.hint.setText(
            self.tr(
                "Y yes, N no (type what is right), S not ticked, A all the rest is right, 1 to 7 "
                "go to a row. Enter saves the sheet, Esc goes back to the code."
            )
        )

    def start(self) -> None:
        """Ready for a code; who works and the wording in force are filled in."""

        def ready(found: tuple[str, str]) -> None:
            head = self.head
            head.by.setText(head.by.text() or found[0])
            head.words.setText(head.words.text() or found[1])

        self.session.ask(lambda store: (store.person, wording(store, "es").stamp), ready)
        self._again()

    def _again(self) -> None:
        """The next code; what was said of the sheet before and is not saved stays a draft."""
        self.drafts.look()
        self._show(None)
        self.code.clear()
        self.code.setFocus(_FOCUS)
        self.drafts.tell()

    # -- the code

    def _code_typed(self, text: str) -> None:
        self.code_row.say("")
        letters = text.upper()
        if letters != text:
            at = self.code.cursorPosition()
            self.code.setText(letters)
            self.code.setCursorPosition(at)
        if self.dossier is not None:  # another code over the one whose sheet is open
            self.drafts.look()
            self._show(None)
        if len(letters) >= 4 and all(letter in CODE_LETTERS for letter in letters):
            self._find()

    def _find(self) -> None:
        code, day = self.code.text().strip().upper(), self.head.date.day()
        if code and self.dossier is None:
            self.ahead.hold()
            self.session.ask(
                lambda store: calling.find(store, code, day),
                lambda found: self._found(code, found),
                failed=self._not_found,
            )

    def _not_found(self, error: Exception) -> None:
        self.ahead.release()
        self.went_wrong.emit(error)

    def _found(self, code: str, found: calling.Found) -> None:
        if code == self.code.text().strip().upper() and self.dossier is None:
            if found.dossier is None:
                self._say_near(found)
            else:
                self._open(found.dossier, found)
        self.ahead.release()

    def _say_near(self, found: calling.Found) -> None:
        near = ", ".join(f"{one} {name}" for one, name in found.near)
        told = self.tr("No business has this code.")
        if near:
            told += " " + self.tr("Near: %1").replace("%1", near)
        self.code_row.say(told)

    def _open(self, dossier: Dossier, found: calling.Found) -> None:
        self._show(dossier)
        (self.head.wrong() or self.keys).setFocus(_FOCUS)
        draft = self.drafts.of(dossier.business.id, found.draft)
        if draft:
            self._take(draft)
            self._warn(
                self.tr("What you said of this sheet before is here. Delete begins it anew."),
                stays=True,
            )
        if found.twice or dossier.business.code in self.saved_codes:
            self._warn(
                self.tr(
                    "This sheet was typed in already. Enter keeps it once more; Esc goes back."
                ),
                stays=True,
            )

    def _back_to_sheet(self) -> None:
        (self.keys if self.dossier else self.code).setFocus(_FOCUS)

    def _show(self, dossier: Dossier | None) -> None:
        self.dossier, self._stays = dossier, False
        if dossier is not None:
            self.half.set_words("")
            self.head.begin_sheet()
        self.name.setText(dossier.business.name if dossier else "")
        for widget in (self.keys, self.hint, self.save):
            widget.setVisible(dossier is not None)
        self.correction.hide()
        self._warn("")
        if dossier is None:
            return
        window = "es" if words.is_spanish() else "en"
        values = {
            name: asking_again.words(name, dossier, window) for name in asking_again.SHEET_FIELDS
        }
        for channel in CHANNELS:
            consent = dossier.consents.get(channel)
            values[channel] = words.answer(consent.answer if consent else "not_asked")
        self.keys.clear(values)

    # -- corrections

    def _correct(self, name: str, typed: str = "") -> None:
        known = self.keys.typed.get(name) or self.keys.values[name]
        self.correction.begin(name, typed or known)
        QTimer.singleShot(0, self, lambda: self.view.ensureWidgetVisible(self.correction))

    def _keep_correction(self) -> None:
        name, text = self.correction.typing()
        try:
            self._read(name, text)
        except UserError as error:
            self.correction.say(spoken.message(error))
            return
        self.correction.hide()
        self.keys.put(name, "changed", text)
        self.keys.setFocus(_FOCUS)

    def _read(self, name: str, text: str) -> Correction:
        assert self.dossier is not None
        return asking_again.read(name, text, self.dossier, self.head.language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a correction, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and self.correction.isVisible():
            self.correction.hide()
            self.keys.setFocus(_FOCUS)
        elif event.key() == Qt.Key.Key_Escape and self.dossier is None:
            self.back.emit()
        else:
            super().keyPressEvent(event)

    # -- saving

    def save_sheet(self) -> None:
        """Keep it, if every field has its tick and each answer says who asked."""
        dossier, keys = self.dossier, self.keys
        if dossier is None:
            return
        missing = keys.to_answer()
        if missing:
            keys.go(keys.rows.index(missing[0]))
            self._warn(self.tr("Answer each field first: S where nothing is ticked."))
            return
        given = self.head.given(keys.answers)
        yes = any(one.answer == "yes" for one in given)
        if given and self.head.by_row.stops(yes=yes):
            return
        if self.head.stops(self._refused(dossier, given), self.session.today()):
            return
        said = [keys.answers[name] for name in asking_again.SHEET_FIELDS]
        if not (given or {"changed", "right"} & set(said)):
            self._warn(self.tr("Nothing is ticked on this sheet."))
            return
        corrections = self._corrections()
        if corrections is not None:
            self._keep(self._sheet(dossier, corrections, given))

    @staticmethod
    def _refused(dossier: Dossier, given: list[Any]) -> dt.date | None:
        """The newest day on which one of the uses was refused that the sheet says yes to."""
        kept = [dossier.consents.get(one.channel) for one in given if one.answer == "yes"]
        days = [
            one.refused_on
            for one in kept
            if one is not None and one.refused_on is not None and one.answer != "yes"
        ]
        return max(days, default=None)

    def _corrections(self) -> list[Correction] | None:
        """What was corrected; None where one is not right any more, and it is asked again.

        The entry may have become a home since, or the wording may be in another language now.
        """
        found = []
        for name in asking_again.SHEET_FIELDS:
            if self.keys.answers[name] == "changed":
                try:
                    found.append(self._read(name, self.keys.typed[name]))
                except UserError as error:
                    self._correct(name)
                    self.correction.say(spoken.message(error))
                    return None
        return found

    def _sheet(
        self, dossier: Dossier, corrections: list[Correction], given: list[Any]
    ) -> calling.Sheet:
        keys = self.keys
        exact = keys.typed.get("map", "")
        if keys.answers.get("map") == "yes" and exact != dossier.business.location_visibility:
            corrections.append(Correction({"location_visibility": exact}))
        more = {"by": self.head.asked_by, "on": self.head.date.day(), "consents": given}
        return calling.Sheet(dossier, corrections, more, self.head.stamp)

    def _keep(self, sheet: calling.Sheet) -> None:
        """Save it, and be ready for the next at once; it comes back if it is not saved."""
        business, draft = sheet.dossier.business, self.drafts.now()
        self.drafts.saved()
        self.dossier = None
        self._again()

        def kept(known: bool) -> None:
            if not known:
                self.head.say_wording(self.tr("No such wording is known"))
                self._not_kept(business, draft)
                return
            self.head.say_wording("")
            self.saved_codes.add(business.code)
            self.drafts.tell()
            said = self.tr("Sheet of %1 kept").replace("%1", business.name)
            self.said.emit(said, "check-circle", True)

        def failed(error: Exception) -> None:
            self._not_kept(business, draft)
            self.went_wrong.emit(error)

        self.session.write(lambda store: calling.keep_sheet(store, sheet), kept, failed=failed)

    def _not_kept(self, business: Any, draft: Any) -> None:
        self.drafts.given_back[call_drafts.sheet_row(business.id)] = draft
        if self.dossier is None and not self.code.text():
            self._come_to(business.code)
        else:
            said = self.tr("The sheet of %1 is not kept yet: type its code again")
            self.said.emit(said.replace("%1", business.name), "warning", False)

    def _come_to(self, code: str) -> None:
        self.code.setText(code)
        self._find()

    # -- what is not kept yet

    def _take(self, draft: dict[str, Any]) -> None:
        answers, typed, at, (name, text) = call_drafts.sheet_again(draft)
        self.keys.take(answers, typed, at)
        if name:
            self._correct(name, text)

    def take_up(self, kept: dict[str, Any]) -> None:
        """The fields above, and the sheet that was open."""
        head = kept.pop(call_drafts.HEAD)
        self.head.take(head)
        self.drafts.given_back |= kept
        if head["code"]:
            self._come_to(head["code"])

    # -- what is told

    def _ask_how_exact(self) -> None:
        self._warn(self.tr("How exact on the map? D the door, R the street only, T the town only."))

    def _moved(self) -> None:
        """Another row: what was asked of the one before is done."""
        if not self._stays:
            self._warn("")

    def _warn(self, text: str, *, stays: bool = False) -> None:
        self._stays = stays
        self.told.set_words(text)
