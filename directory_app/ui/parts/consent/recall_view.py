"""The recall list of one business: which print runs name it; saved as a file, or printed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.model.terms import RunState
from directory_app.progress import Progress
from directory_app.tasks import leaving
from directory_app.ui import file_dialogs, plurals
from directory_app.ui.parts import words
from directory_app.ui.parts.consent import run_words
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from directory_app.model.recall import RecallList, RecallRun

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
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save)
        row.addWidget(self.print)
        row.addWidget(self.done)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.table)
        column.addLayout(row)
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
            from directory_app.tasks import withdrawing

            withdrawing.save_recall(store, recall, path, language)  # type: ignore[arg-type]

        self.session.ask(
            save,
            lambda _nothing: self._kept(self.tr("Saved as %1").replace("%1", path.name)),
            failed=self.went_wrong.emit,
        )

    def _choose_printer(self) -> None:
        from directory_app.ui.parts.paper import printing

        printer = printing.make_printer("call-list", "letter", 1, grey=False)
        printer.setDocName(leaving.job_name(leaving.KINDS["recall"], None))
        if printing.ask_printer(printer, self, self.print.text()):
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Send it to a printer that was chosen."""
        from directory_app.ui.parts.paper import pictures, printing

        recall, language = self.recall, _language()

        def make(store: object) -> bytes:
            from directory_app.tasks import withdrawing

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
