"""Print runs: what was printed, for which event, and until when it may be used."""

import datetime as dt
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QLocale, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.model.print_run import PrintRun
from directory_app.model.recall import DELETED, PRIVATE_LAYOUTS
from directory_app.model.terms import RunState
from directory_app.model.text import fold
from directory_app.tasks import leaving, withdrawing
from directory_app.ui import file_dialogs, icons, plurals, theme
from directory_app.ui.pages.guide.output import Output
from directory_app.ui.pages.page import BesidePage
from directory_app.ui.parts import words
from directory_app.ui.parts.consent import run_words
from directory_app.ui.parts.consent.run_words import reason
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.fields import Field
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.plain_table import (
    Index,
    PlainHeader,
    PlainTable,
    RowsModel,
    paint_ground,
    paint_words,
)
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable
from directory_app.ui.widgets.toolbar import Toolbar

if TYPE_CHECKING:
    from directory_app.model.print_run import PrintRun
    from directory_app.model.recall import OnRun, RunRecall
    from directory_app.store.store import Store

OVER_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    EVENT = 1
    MADE = 2
    COPIES = 3
    USE_BY = 4
    LAYOUT = 5


class RunsModel(RowsModel):
    """Print runs, the newest first."""

    columns = Column

    def __init__(self, today: dt.date, zone: dt.tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today, self._zone = today, zone

    def headings(self) -> tuple[str, ...]:
        """The words above the columns."""
        return (
            self.tr("Run"),
            self.tr("Event"),
            self.tr("Made"),
            self.tr("Copies"),
            self.tr("Use by"),
            self.tr("Layout"),
        )

    def cell(self, row: PrintRun, column: Column, role: int) -> Any:
        """Words of a cell."""
        over = row.use_by is not None and row.use_by < self._today
        if role == OVER_ROLE:
            return over
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = self._words(row, column)
            spoken = role == Qt.ItemDataRole.AccessibleTextRole
            if spoken and over and column == Column.USE_BY:
                return self.tr("{day}, over").format(day=words)
            return words
        return None

    def _words(self, run: PrintRun, column: Column) -> str:
        if column == Column.NUMBER:
            return f"{run.number:04}"
        if column == Column.EVENT:
            return " · ".join(filter(None, (run.event_name, run_words.state(run.state))))
        if column == Column.MADE:
            return dates.long(run.made_at.astimezone(self._zone).date())
        if column == Column.COPIES:
            return QLocale().toString(run.copies) if run.copies else ""
        if column == Column.USE_BY:
            return dates.long(run.use_by) if run.use_by else ""
        said = (run_words.made_as(run.layout), run_words.in_languages(run.languages))
        return " · ".join(filter(None, said))


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(60, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        column = Column(index.column())
        painter.save()
        paint_ground(painter, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        name = column == Column.EVENT
        painter.setFont(theme.medium("body") if name else theme.tabular(theme.font("body")))
        warn = column == Column.USE_BY and index.data(OVER_ROLE)
        painter.setPen(theme.color("warn" if warn else "ink" if name else "ink-soft"))
        room = rect.adjusted(16 if column == Column.NUMBER else 4, 0, -12, 0)
        if warn:
            icons.paint(painter, room.x(), rect.center().y() - 7, "clock", "warn", 14)
            room = room.adjusted(20, 0, 0, 0)
        paint_words(painter, room, str(index.data() or ""), right=column == Column.COPIES)
        painter.restore()


class RunsTable(PlainTable):
    """``opened(row)``: Enter or a double click."""

    opened = Signal(int)

    def __init__(self, model: RunsModel, parent: QWidget | None = None) -> None:
        header = PlainHeader({Column.NUMBER: 16}, right=[Column.COPIES])
        super().__init__(model, header, "row_review", parent)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width; layout, then copies and made go first."""
        super().resizeEvent(event)
        room = self.viewport().width()
        shares = dict(zip(Column, (76, 300, 130, 84, 140, 170), strict=True))
        for column, below in ((Column.LAYOUT, 760), (Column.COPIES, 560), (Column.MADE, 460)):
            if room < below:
                shares.pop(column)
        self.share(shares, room)
        number = self.fontMetrics().horizontalAdvance("00000") + 32
        wide = self.columnWidth(Column.NUMBER)
        if wide < number:
            self.setColumnWidth(Column.NUMBER, number)
            self.setColumnWidth(Column.EVENT, self.columnWidth(Column.EVENT) - number + wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


_COLUMNS = (TextColumn(44, whole=True), TextColumn(170, strong=True), TextColumn(150, least=330))


class RunDetail(Pane):
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
        self.back_button = Button(self.tr("Back"), "flat", icon="arrow-u-up-left", size="small")
        self.title = Label("", "title", elide=True)
        self.facts = Label("", "small", "ink-soft", wrap=True)
        self.told = Remark("check-circle", "ok", " ", fill=True)
        self.table = TextTable(_COLUMNS)
        self.again = Button(self.tr("Print again…"), "plain", icon="printer")
        self.to_event = Button(self.tr("Event"), "plain", icon="calendar-dots")
        self.save = Button(self.tr("Recall list…"), "plain", icon="floppy-disk")
        self.came_out = Button(self.tr("It came out"), "plain", icon="check-circle")
        self.nothing = Button(self.tr("Nothing came of it"), "plain", icon="prohibit")
        self._lay_out()
        self.came_out.clicked.connect(lambda: self._settle(RunState.COMPLETE))
        self.nothing.clicked.connect(lambda: self._settle(RunState.FAILED))
        self.back_button.clicked.connect(self.back)
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._number()))
        self.to_event.clicked.connect(self._to_event)
        self.save.clicked.connect(self._choose_file)
        self.table.opened.connect(self.business_wanted)
        self.setAccessibleName(self.tr("Print run"))
        self.to_event.setAccessibleName(self.tr("Go to the event"))
        self.table.setAccessibleName(self.tr("What it said about whom"))
        self.table.set_headings((self.tr("No."), self.tr("Name"), self.tr("Since then")))
        self._tell()

    def _lay_out(self) -> None:
        head = hbox(None, (self.title, 1), self.back_button, spacing=None)
        deeds = hbox(None, self.again, self.save, self.to_event, STRETCH, spacing=8)
        column = vbox(self, head, self.facts, self.told, margins=(17, 12, 16, 12), spacing=6)
        became = hbox(None, self.came_out, self.nothing, STRETCH, spacing=8)
        column.addLayout(became)
        column.addWidget(self.table, 1)
        column.addLayout(deeds)

    # -- showing

    def show_run(self, run: "PrintRun | None") -> None:
        """Show a run; what is on it is read first."""
        self.run, self._entries = run, ()
        self._tell()
        if run is None:
            return

        def read(store: "Store") -> "RunRecall":
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
                store.runs.complete(number)
            else:
                store.runs.fail(number)

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
            withdrawing.save_run_recall(store, number, path, language)

        self.session.ask(
            write,
            lambda _nothing: self.said.emit(
                self.tr("Saved as %1").replace("%1", path.name), "check", False
            ),
            failed=self.went_wrong.emit,
        )


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
        self.look_up = Field(self.tr("Look up a run"))
        self.look_up.setMaximumWidth(300)
        self._title = Label(self.tr("Print runs"), "page-name")
        self._count = Label("", "body", "ink-soft")
        self._output: Any = None
        self._soon = QTimer(self, singleShot=True, interval=150)
        self._soon.timeout.connect(self._search)
        self._arrange()
        self._connect()
        self.table.setAccessibleName(self.tr("Print runs"))
        self.look_up.setPlaceholderText(self.tr("Number, event, day or business"))
        self.empty.set_texts(
            self.tr("Nothing printed yet"),
            self.tr("Each guide that you save or print is kept here with its number."),
            self.tr("Go to the events"),
            "calendar-dots",
        )
        self._tell()

    def _arrange(self) -> None:
        head = Toolbar(self._title, STRETCH, (self.look_up, 1), self._count, spacing=12)
        self.lay_out(head, self.both())

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

    def open(self, argument: Any = None) -> None:
        """Read the runs; ``argument`` is what to look up: a number, or a business's name."""
        if argument:
            self.look_up.setText(str(argument))
        self.reload()

    def resume(self, before: Self) -> None:
        """What was looked up."""
        self.look_up.setText(before.look_up.text())
        self.open()

    def reload(self) -> None:
        """Read the runs again."""
        self.session.ask(lambda store: store.runs.all(with_failed=True), self._show)

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
        self.show_content(bool(runs))
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

        self.session.ask(lambda store: store.runs.naming(text), found)

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
        if self._output is None:
            self._output = Output(self.session, self.window())
            self._output.done.connect(self._printed)
            self._output.failed.connect(self.went_wrong)
        self._output.reprint(number)

    def _printed(self, words: str, icon: str, _folder: object) -> None:
        self.said.emit(words, icon, False)
        self.reload()
