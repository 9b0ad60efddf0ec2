"""One print run: what it said about whom, who has fallen away since, printing it again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.recall import DELETED, PRIVATE_LAYOUTS
from directory_app.model.terms import RunState
from directory_app.tasks import leaving
from directory_app.ui import file_dialogs, plurals
from directory_app.ui.parts import words
from directory_app.ui.parts.consent import run_words
from directory_app.ui.parts.consent.left_out_words import reason
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from directory_app.model.print_run import PrintRun
    from directory_app.model.recall import OnRun, RunRecall
    from directory_app.store.store import Store

_COLUMNS = (TextColumn(44, whole=True), TextColumn(170, strong=True), TextColumn(150, least=330))


class RunDetail(Translated, Pane):
    """``again_wanted(number)``, ``event_wanted(id)``, ``business_wanted(id)``, ``back``.

    ``settled``: somebody said what became of a run that was begun and not finished.
    """

    again_wanted = Signal(int)
    event_wanted = Signal(str)
    business_wanted = Signal(object)
    back = Signal()
    went_wrong = Signal(object)
    said = Signal(str, str, bool)
    settled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("base", "l", parent)
        self.session = session
        self.run: PrintRun | None = None
        self._entries: tuple[OnRun, ...] = ()
        self.back_button = Button("", "flat", icon="arrow-u-up-left", size="small")
        self.title = Label("", "title", elide=True)
        self.facts = Label("", "small", "ink-soft", wrap=True)
        self.told = Remark("check-circle", "ok", " ", fill=True)
        self.table = TextTable(_COLUMNS)
        self.again = Button("", "plain", icon="printer")
        self.to_event = Button("", "plain", icon="calendar-dots")
        self.save = Button("", "plain", icon="floppy-disk")
        self.came_out = Button("", "plain", icon="check-circle")
        self.nothing = Button("", "plain", icon="prohibit")
        self._lay_out()
        self.came_out.clicked.connect(lambda: self._settle(RunState.COMPLETE))
        self.nothing.clicked.connect(lambda: self._settle(RunState.FAILED))
        self.back_button.clicked.connect(self.back)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._number()))
        self.to_event.clicked.connect(self._to_event)
        self.save.clicked.connect(self._choose_file)
        self.table.opened.connect(self.business_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back_button)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in (self.again, self.save, self.to_event):
            deeds.addWidget(button)
        deeds.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(17, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.told)
        became = QHBoxLayout()
        became.setSpacing(8)
        became.addWidget(self.came_out)
        became.addWidget(self.nothing)
        became.addStretch()
        column.addLayout(became)
        column.addWidget(self.table, 1)
        column.addLayout(deeds)

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Print run"))
        self.back_button.setText(self.tr("Back"))
        self.again.setText(self.tr("Print again…"))
        self.to_event.setText(self.tr("Event"))
        self.to_event.setAccessibleName(self.tr("Go to the event"))
        self.save.setText(self.tr("Recall list…"))
        self.came_out.setText(self.tr("It came out"))
        self.nothing.setText(self.tr("Nothing came of it"))
        self.table.setAccessibleName(self.tr("What it said about whom"))
        self.table.set_headings((self.tr("No."), self.tr("Name"), self.tr("Since then")))
        self._tell()

    # -- showing

    def show_run(self, run: "PrintRun | None") -> None:
        """Show a run; what is on it is read first."""
        self.run, self._entries = run, ()
        self._tell()
        if run is None:
            return

        def read(store: "Store") -> "RunRecall":
            from directory_app.tasks import withdrawing

            return withdrawing.run_recall(store, run.number)

        self.session.ask(read, self._arrived, failed=self.went_wrong.emit)

    def _arrived(self, found: "RunRecall") -> None:
        if found.number == self._number():
            self._entries = found.entries
            self._tell()

    def _number(self) -> int:
        return self.run.number if self.run is not None else 0

    def _tell(self) -> None:
        run = self.run
        if run is None:
            return
        said = self.tr("Run %1").replace("%1", f"{run.number:04}")
        self.title.setText(f"{said} · {run.event_name}" if run.event_name else said)
        self.facts.setText(self._facts(run))
        is_open, is_out = run.state == RunState.PENDING, run.state != RunState.FAILED
        self.came_out.setVisible(is_open and self.session.writable)
        self.nothing.setVisible(is_open and self.session.writable)
        self.again.setVisible(run.event_id is not None and is_out)
        self.to_event.setVisible(run.event_id is not None)
        self.table.set_rows([self._row(one) for one in self._entries])
        fallen = [one for one in self._entries if one.gone]
        self.save.setVisible(bool(self._entries))
        if not is_out:
            text = self.tr("Nothing came of it, and its number is not used again.")
            self.told.set_icon("info", "ink-soft")
        elif is_open:
            text = self.tr(
                "It was begun and not finished. If paper or a file came of it, it bears this "
                "number and may name those below; a recall counts it."
            )
            self.told.set_icon("warning", "warn")
        elif fallen:
            text = plurals.count(
                len(fallen),
                self.tr("One on it may not be handed out any more: call the paper back."),
                self.tr("{n} on it may not be handed out any more: call the paper back."),
            )
            self.told.set_icon("warning", "warn")
        else:
            text = self.tr("All that are on it may still be handed out.")
            self.told.set_icon("check-circle", "ok")
        is_told = is_open or not is_out or run.layout not in PRIVATE_LAYOUTS
        self.told.set_words(text if is_told and (self._entries or not is_out) else "")

    def _facts(self, run: "PrintRun") -> str:
        made = run.made_at.astimezone(self.session.timezone).date()
        copies = plurals.count(run.copies, self.tr("one copy"), self.tr("{n} copies"))
        use_by = self.tr("use by %1").replace("%1", dates.long(run.use_by)) if run.use_by else ""
        said = (run_words.made_as(run.layout), run_words.in_languages(run.languages))
        return "  ·  ".join(part for part in (dates.long(made), copies, use_by, *said) if part)

    def _row(self, one: "OnRun") -> TextRow:
        since = self.tr("deleted") if one.gone == DELETED else reason(one.gone)
        name = one.name or self.tr("withdrew")
        return TextRow((str(one.number), name, since), one.code or None, bool(since))

    # -- deeds

    def _settle(self, state: RunState) -> None:
        number = self._number()

        def work(store: "Store") -> None:
            if state == RunState.COMPLETE:
                store.complete_run(number)
            else:
                store.fail_run(number)

        self.session.write(work, lambda _nothing: self.settled.emit(), failed=self.went_wrong.emit)

    def _to_event(self) -> None:
        if self.run is not None and self.run.event_id:
            self.event_wanted.emit(self.run.event_id)

    def _choose_file(self) -> None:
        stem = leaving.job_name(leaving.KINDS["recall"], self._number())
        file_dialogs.ask_where(
            self.session, self, self.save.text(), leaving.KINDS["recall"], self.save_to, stem=stem
        )

    def save_to(self, path: Path) -> None:
        """Write who is on the run, and why somebody may not be any more, as .pdf or .csv."""
        number = self._number()
        language = "es" if words.is_spanish() else "en"

        def write(store: "Store") -> None:
            from directory_app.tasks import withdrawing

            withdrawing.save_run_recall(store, number, path, language)

        self.session.ask(
            write,
            lambda _nothing: self.said.emit(
                self.tr("Saved as %1").replace("%1", path.name), "check", False
            ),
            failed=self.went_wrong.emit,
        )
