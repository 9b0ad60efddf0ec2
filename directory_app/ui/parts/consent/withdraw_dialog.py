"""Forgetting a business for good: what happens, who got paper, and a last question.

First the recall list is saved or printed, then the code is typed, then it is done. Afterwards
it says what lies beyond the program's reach, for the person to delete.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from directory_app.model.mentions import Mentions, Settled, UnsettledError
from directory_app.model.terms import RunState
from directory_app.progress import Progress
from directory_app.tasks import leaving, withdrawing
from directory_app.ui import file_dialogs, plurals
from directory_app.ui.parts import history_words, words
from directory_app.ui.parts.consent import run_words
from directory_app.ui.parts.paper import pictures, printing
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.dialogs import Dialog
from directory_app.ui.widgets.fields import Field, FieldRow
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.tabs import Segments
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from directory_app.model.mentions import Mention, MentionPlace
    from directory_app.model.recall import RecallList, RecallRun, Withdrawn

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
        row = hbox(None, self.all_out, self.all_stay, STRETCH, spacing=8)
        self._rows = vbox(None, spacing=10)
        vbox(self, self.told, self.twins, self.asked, self._rows, row, spacing=6)
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
        line = hbox(row, spacing=12)
        said = vbox(
            None,
            Label(f"{one.before}‹{one.said}›{one.after}", "body", wrap=True),
            Label(place_words(one), "small", "ink-soft", wrap=True),
            spacing=1,
        )
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
    where = (
        history_words.field(one.field, one.table)
        if one.table in ("business", "contact", "event")
        else ""
    )
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


_COLUMNS = (
    TextColumn(74, whole=True),
    TextColumn(170, strong=True),
    TextColumn(112, least=520, whole=True),
    TextColumn(70, right=True, whole=True),
    TextColumn(96, whole=True),
    TextColumn(112, least=600, whole=True),
)
_MOST_ROWS = 6


class RecallView(QWidget):
    """``kept``: it was saved or printed. ``went_wrong(error)``."""

    kept = Signal()
    went_wrong = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.recall: RecallList | None = None
        self.told = Label("", "body", wrap=True)
        self.table = TextTable(_COLUMNS)
        self.table.setAccessibleName(self.tr("Print runs that name it"))
        self.table.set_headings(
            (
                self.tr("Run"),
                self.tr("Event"),
                self.tr("Printed"),
                self.tr("Copies"),
                self.tr("Where on it"),
                self.tr("Use by"),
            )
        )
        self.save = Button(self.tr("Save the list…"), "plain", icon="floppy-disk")
        self.print = Button(self.tr("Print it…"), "plain", icon="printer")
        self.done = Remark("check-circle", "ok", fill=True)
        self.save.clicked.connect(self._choose_file)
        self.print.clicked.connect(self._choose_printer)
        row = hbox(None, self.save, self.print, self.done, STRETCH, spacing=8)
        vbox(self, self.told, self.table, row, spacing=8)
        self.show_recall(None)

    def show_recall(self, recall: "RecallList | None") -> None:
        """Show a list; None hides all until there is one."""
        self.recall = recall
        runs = recall.runs if recall is not None else ()
        for widget in (self.table, self.save, self.print):
            widget.setVisible(bool(runs))
        self.done.set_words("")
        self.table.set_rows([_row(run, self._where(run)) for run in runs])
        self.table.fit_height(_MOST_ROWS)
        self.told.setText(self._sentence(recall))

    def _sentence(self, recall: "RecallList | None") -> str:
        if recall is None:
            return self.tr("Looking through the print runs…")
        if not recall.runs:
            return self.tr("No print run names it.")
        runs = plurals.count(
            len(recall.runs),
            self.tr("One print run names it"),
            self.tr("{n} print runs name it"),
        )
        copies = plurals.count(
            recall.copies, self.tr("one copy was counted"), self.tr("{n} copies were counted")
        )
        return f"{runs}; {copies}."

    def _where(self, run: "RecallRun") -> str:
        if run.printed_number is not None:
            return self.tr("number %1").replace("%1", str(run.printed_number))
        return self.tr("entry %1").replace("%1", str(run.position))

    # -- keeping it

    def _choose_file(self) -> None:
        if self.recall is None:
            return
        stem = f"recall-{self.session.today().isoformat()}"
        file_dialogs.ask_where(
            self.session, self, self.save.text(), leaving.KINDS["recall"], self.save_to, stem=stem
        )

    def save_to(self, path: Path) -> None:
        """Write it as .pdf or .csv."""
        recall, language = self.recall, _language()

        def save(store: object) -> None:
            withdrawing.save_recall(store, recall, path, language)  # type: ignore[arg-type]

        self.session.ask(
            save,
            lambda _nothing: self._kept(self.tr("Saved as %1").replace("%1", path.name)),
            failed=self.went_wrong.emit,
        )

    def _choose_printer(self) -> None:
        printer = printing.make_printer("call-list", "letter", 1, grey=False)
        printer.setDocName(leaving.job_name(leaving.KINDS["recall"], None))
        if printing.ask_printer(printer, self, self.print.text()):
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Send it to a printer that was chosen."""
        recall, language = self.recall, _language()

        def make(store: object) -> bytes:
            return withdrawing.recall_pdf(store, recall, language)  # type: ignore[arg-type]

        def draw(data: bytes, progress: Progress) -> None:
            sent = printing.print_pages(printer, pictures.opened(data), progress)
            if sent.error is not None:
                raise sent.error

        def send(data: bytes) -> None:
            self.session.runner.start(
                lambda progress: draw(data, progress),
                lambda _nothing: self._kept(self.tr("Sent to the printer")),
                failed=self.went_wrong.emit,
                text=self.tr("Printing"),
                lane="make",
            )

        self.session.ask(make, send, failed=self.went_wrong.emit)

    def _kept(self, said: str) -> None:
        self.done.set_words(said)
        self.kept.emit()


def _language() -> str:
    return "es" if words.is_spanish() else "en"


def _row(run: "RecallRun", where: str) -> TextRow:
    event = run.event_name or run_words.made_as(run.layout)
    if run.event_date is not None:
        event = f"{event}, {dates.long(run.event_date)}"
    if run.pending:
        event = f"{event} · {run_words.state(RunState.PENDING)}"
    cells = (
        f"{run.number:04}",
        event,
        dates.long(run.made_at.date()),
        QLocale().toString(run.copies),
        where,
        dates.long(run.use_by) if run.use_by else "—",
    )
    return TextRow(cells, run)


class WithdrawDialog(Dialog):
    """``withdrawn``: it is forgotten. ``went_wrong(error)``."""

    withdrawn = Signal()
    went_wrong = Signal(object)

    def __init__(self, business: str, session: Session, parent: QWidget | None = None) -> None:
        """``business`` is an id or a code."""
        super().__init__("", parent)
        self.session, self._business = session, business
        self._recall: RecallList | None = None
        self._kept = False
        self._busy = False
        self.setMinimumWidth(480)
        self.setWindowTitle(self.tr("Forget a business for good"))
        self.setAccessibleName(self.windowTitle())
        self.title = Label(self.windowTitle(), "title", wrap=True)
        self.list = RecallView(session)
        self.list.kept.connect(self._was_kept)
        self.list.went_wrong.connect(self.went_wrong)
        self.mentions = MentionsView()
        self._mentions: Mentions | None = None
        self.code = FieldRow("", Field(""), above=True)
        self.forget = Button(self.tr("Forget it for good"), "danger")
        self.forget.setEnabled(False)
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.faces = QStackedWidget()
        self.faces.addWidget(self._first_face())
        self._lay_out()
        self._connect()
        self.session.ask(
            lambda store: store.consents.recall_list(business), self._arrived, failed=self._lost
        )
        self._look_for_mentions()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- parts

    def _lay_out(self) -> None:
        head = Pane("window", "b")
        vbox(head, self.title, margins=(24, 16, 24, 12))
        self.frame(head, self.faces, self.cancel, self.forget)
        self.resize(720, 640)

    def _first_face(self) -> QWidget:
        face = QWidget()
        column = vbox(
            face, Label(self.tr("What happens"), "strong"), margins=(24, 14, 24, 16), spacing=4
        )
        for icon, text in self._what_happens():
            column.addWidget(Remark(icon, "ink-soft", text))
        column.addSpacing(12)
        column.addWidget(Label(self.tr("First: the paper that names it"), "strong"))
        column.addWidget(self.list)
        column.addSpacing(12)
        column.addWidget(Label(self.tr("Then: what others say of it"), "strong"))
        column.addWidget(self.mentions)
        column.addSpacing(12)
        column.addWidget(Label(self.tr("Last: say that it is meant"), "strong"))
        column.addWidget(self.code)
        column.addStretch()
        return face

    def _what_happens(self) -> list[tuple[str, str]]:
        return [
            (
                "trash",
                self.tr(
                    "It goes from the list, the history, the search, what was typed and the texts "
                    "of others, with all answers and contacts."
                ),
            ),
            (
                "prohibit",
                self.tr(
                    "A mark that many names share stays, so that no list brings it back by itself. "
                    "Nobody can list from it who left; but somebody who opens the directory can "
                    "test a business that they suspect, or each of a list that they have."
                ),
            ),
            ("stack", self.tr("Print runs keep its place, without a name.")),
            (
                "clock",
                self.tr("Backups in this directory from before are deleted within 30 days."),
            ),
            ("warning", self.tr("Nothing brings it back: no undo, no backup.")),
        ]

    def _connect(self) -> None:
        field = self._field()
        field.textChanged.connect(lambda _text: self._may_go())
        self.mentions.settled.connect(self._may_go)
        self.cancel.clicked.connect(self.reject)
        self.forget.clicked.connect(self._forget)

    def _field(self) -> Field:
        assert isinstance(self.code.field, Field)
        return self.code.field

    # -- going on

    def _arrived(self, recall: "RecallList") -> None:
        self._recall = recall
        self.title.setText(self.tr("Forget %1 for good").replace("%1", recall.name))
        self.list.show_recall(recall)
        self.code.set_label(self.tr("Type its code, %1").replace("%1", recall.code))
        self._may_go()

    def _look_for_mentions(self) -> None:
        """Look through every text there is, in a worker; it takes seconds in a large directory."""
        business = self._business
        self.session.ask(
            lambda store, progress: store.consents.mentions(business, progress),
            self._mentions_arrived,
            failed=self._lost,
            cancelled=self.reject,
            text=self.tr("Looking for what names it"),
        )

    def _mentions_arrived(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self.mentions.show_mentions(mentions)
        self._may_go()

    def _lost(self, error: Exception) -> None:
        self.reject()
        self.went_wrong.emit(error)

    def _was_kept(self) -> None:
        self._kept = True
        self._may_go()
        self._field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_go(self) -> None:
        recall = self._recall
        typed = self._field().text().strip().upper()
        ready = (
            recall is not None
            and not self._busy
            and typed == recall.code.upper()
            and (self._kept or not recall.runs)
            and self._mentions is not None
            and self.mentions.is_settled()
        )
        self.forget.setEnabled(ready)
        self.main = self.forget if ready else None
        waits = recall is not None and bool(recall.runs) and not self._kept
        said = self.tr("Save or print the list first") if waits and typed else ""
        if typed and not said and not self.mentions.is_settled():
            said = self.tr("Say first what is to happen with the texts above")
        self.code.say(said, severity="warn")

    def _forget(self) -> None:
        assert self._recall is not None
        self._busy = True
        self.forget.setEnabled(False)
        business = self._business
        seen, answers = self._recall.runs, self.mentions.answers()

        def withdraw(store: Any) -> "Withdrawn":
            from directory_app.tasks.withdrawing import forget

            return forget(store, business, Settled(answers), seen)

        self.session.write(withdraw, self._done, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, UnsettledError):
            self._look_for_mentions()  # somebody wrote meanwhile
        self._may_go()
        self.went_wrong.emit(error)

    # -- afterwards

    def _done(self, done: "Withdrawn") -> None:
        self.title.setText(self.tr("It is forgotten"))
        self.faces.addWidget(self._last_face(done))
        self.faces.setCurrentIndex(1)
        self.list.show_recall(None)
        self.mentions.show_mentions(Mentions())
        self._field().set_text("")
        self.forget.hide()
        self.cancel.setText(self.tr("Done"))
        self.main = self.cancel
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self.withdrawn.emit()

    def _last_face(self, done: "Withdrawn") -> QWidget:
        face = QWidget()
        column = vbox(
            face,
            Label(self.tr("What only you can do"), "strong"),
            margins=(24, 14, 24, 16),
            spacing=4,
        )
        for icon, text in self._to_do(done):
            column.addWidget(Remark(icon, "warn", text))
        if done.expiring:
            last = dates.long(max(one.delete_by for one in done.expiring))
            text = plurals.count(
                len(done.expiring),
                self.tr("One backup from before goes by {day}, by itself."),
                self.tr("{n} backups from before go by {day}, by themselves."),
                day=last,
            )
            column.addSpacing(8)
            column.addWidget(Remark("clock", "ink-soft", text))
        column.addStretch()
        return face

    def _to_do(self, done: "Withdrawn") -> list[tuple[str, str]]:
        told = [
            (
                "file-csv",
                self.tr(
                    "Delete the lists that it came from: in Downloads, in e-mail, on sticks, and "
                    "in the bin of this computer."
                ),
            ),
            ("file-pdf", self.tr("Delete the PDFs of those print runs that were saved or sent.")),
            ("floppy-disk", self.tr("Delete backups that you keep in other places.")),
        ]
        if done.recall.runs:
            told.insert(
                0, ("stack", self.tr("Call the paper back, and then destroy the recall list."))
            )
        if done.mentions.twins:
            text = self.tr("Look whether these are the same business, entered twice: %1")
            codes = ", ".join(one.code for one in done.mentions.twins)
            told.append(("warning", text.replace("%1", codes)))
        cut = sorted({p.code for one in done.mentions.certain for p in one.places if p.code})
        if cut:
            text = self.tr("Read the texts of these again, where words were taken out: %1")
            told.append(("pencil-simple-line", text.replace("%1", ", ".join(cut))))
        return told
