"""Print runs: what was printed, for which event, and until when it may be used."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from directory_app.model.print_run import PrintRun
from directory_app.model.text import fold
from directory_app.ui.pages.beside import BesidePage
from directory_app.ui.pages.guide.run_detail import RunDetail
from directory_app.ui.pages.guide.runs_table import Column, RunsModel, RunsTable
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Label
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.toolbar import Toolbar

#: Fewer letters name nobody.
_LEAST_LETTERS = 2


class RunsPage(BesidePage):
    """The print runs, looked up by number, event, day or business; one of them beside."""

    table: RunsTable
    detail: RunDetail
    beside = 860

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._runs: list[PrintRun] = []
        self._naming: set[int] = set()
        self.model = RunsModel(session.today(), session.timezone, self)
        self.table = RunsTable(self.model)
        self.empty = EmptyState()
        self.detail = RunDetail(session)
        self.back_button = self.detail.back_button
        self.look_up = Field("")
        self.look_up.setMaximumWidth(300)
        self._title = Label("", "page-name")
        self._count = Label("", "body", "ink-soft")
        self._output: Any = None
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self._search)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        head = Toolbar(self._title, spacing=12)
        head.row.addStretch()
        head.row.addWidget(self.look_up, 1)
        head.row.addWidget(self._count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.both())
        self.toast_place = self.stack
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.table.opened.connect(self._open_detail)
        self.table.selectionModel().currentRowChanged.connect(lambda *_both: self._choose())
        self.empty.button.clicked.connect(lambda: self.wanted.emit("events", None))
        self.look_up.textChanged.connect(lambda _text: self._soon.start())
        self.look_up.returnPressed.connect(self._search)
        self.detail.again_wanted.connect(self.print_again)
        self.detail.event_wanted.connect(lambda event: self.wanted.emit("events", event))
        self.detail.business_wanted.connect(lambda code: self.wanted.emit("directory", code))
        self.detail.said.connect(self.said)
        self.detail.went_wrong.connect(self.went_wrong)
        self.detail.settled.connect(self.reload)

    def retranslate(self) -> None:
        """Set the texts."""
        self._title.setText(self.tr("Print runs"))
        self.table.setAccessibleName(self.tr("Print runs"))
        self.look_up.setAccessibleName(self.tr("Look up a run"))
        self.look_up.setPlaceholderText(self.tr("Number, event, day or business"))
        self.empty.set_texts(
            self.tr("Nothing printed yet"),
            self.tr("Each guide that you save or print is kept here with its number."),
            self.tr("Go to the events"),
            "calendar-dots",
        )
        self._tell()

    def open(self, argument: Any = None) -> None:
        """Read the runs; ``argument`` is what to look up: a number, or a business's name."""
        if argument:
            self.look_up.setText(str(argument))
        self.reload()

    def reload(self) -> None:
        """Read the runs again."""
        self.session.ask(lambda store: store.print_runs(with_failed=True), self._show)

    def search(self) -> None:
        """Ctrl+F."""
        self.look_up.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.look_up.selectAll()

    def panes(self) -> list[QWidget]:
        """The table, and the run beside it."""
        shown = self.table if self._runs else self.empty
        return [shown, self.detail] if self.detail.isVisible() else [shown]

    # -- looking up

    def _show(self, runs: list[PrintRun]) -> None:
        self._runs = runs
        self.stack.setCurrentIndex(1 if runs else 0)
        self.look_up.setVisible(bool(runs))
        self._narrow()

    def _search(self) -> None:
        text = self.look_up.text().strip()
        if len(text) < _LEAST_LETTERS:
            self._naming = set()
            self._narrow()
            return

        def found(numbers: set[int]) -> None:
            if text == self.look_up.text().strip():
                self._naming = numbers
                self._narrow()

        self.session.ask(lambda store: store.runs_naming(text), found)

    def _narrow(self) -> None:
        current = self._current()
        text = fold(self.look_up.text())
        shown = [
            run
            for run in self._runs
            if not text or run.number in self._naming or text in fold(self._words(run))
        ]
        self.model.set_rows(shown)
        numbers = [run.number for run in shown]
        if current is not None and current.number in numbers:
            self.table.selectRow(numbers.index(current.number))
        else:
            self._choose()
        self._tell()

    def _words(self, run: PrintRun) -> str:
        """What of a run can be looked up: its number with and without zeros, event and days."""
        cells = [self.model.cell(run, column, Qt.ItemDataRole.DisplayRole) for column in Column]
        return " ".join([*map(str, cells), str(run.number)])

    def _tell(self) -> None:
        runs = self.model.rowCount()
        told = count(runs, self.tr("{n} run"), self.tr("{n} runs"))
        self._count.setText(told if self._runs else "")

    # -- one of them

    def _current(self) -> PrintRun | None:
        at = self.table.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    def _choose(self) -> None:
        run = self._current()
        self.detail.show_run(run)
        self.fit()

    def _open_detail(self, row: int) -> None:
        self.table.selectRow(row)
        self.to_detail()

    # -- room and keyboard

    def is_chosen(self) -> bool:
        """Whether a run is."""
        return self._current() is not None

    def focus_detail(self) -> None:
        """To what is on it."""
        self.detail.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- again

    def print_again(self, number: int) -> None:
        """Ask for consent once more and print: a new number if anybody fell away."""
        from directory_app.ui.pages.guide.output import Output

        if self._output is None:
            self._output = Output(self.session, self.window())
            self._output.done.connect(self._printed)
            self._output.failed.connect(self.went_wrong)
        self._output.reprint(number)

    def _printed(self, words: str, icon: str, _folder: object) -> None:
        self.said.emit(words, icon, False)
        self.reload()
