"""A list comes in: read, looked over row by row, then applied in one step.

Nothing is written before Apply; Cancel forgets the list.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QStackedWidget,
    QWidget,
)

from directory_app.importing.pasted import Pasted
from directory_app.model.draft import Applied, VerdictKind
from directory_app.tasks import import_review
from directory_app.tasks.bringing import Loaded, Request, apply, load
from directory_app.tasks.import_review import ImportReview, Tab
from directory_app.ui import file_dialogs, icons
from directory_app.ui.drops import ENDINGS
from directory_app.ui.jobs import Job
from directory_app.ui.pages.imports.bars import ActionBar, FileBar, review_tabs
from directory_app.ui.pages.imports.dialogs import Corrections
from directory_app.ui.pages.imports.pane import RowPane, pane_width
from directory_app.ui.pages.imports.table import Column, ImportModel, ReviewTable
from directory_app.ui.pages.page import Page
from directory_app.ui.parts import import_words, pasting
from directory_app.ui.parts.consent.kept_out_dialog import KeptOut, KeptOutDialog
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets.base import Line, Pane
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.tabs import Tabs

#: Below this width the pane of the row takes the table's place, and Enter goes there.
PANE_BELOW = 760
_NO_LIMIT = 16_777_215


class ImportPage(Page):
    """Choose a file, look it over, apply it."""

    wants_rail = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.loaded: Loaded | None = None
        self.corrections = Corrections(self)
        self._job: Job | None = None
        self._stale = self._applying = False
        #: What was decided before a lock, for the file that is being read again.
        self._decided: ImportReview | None = None
        session.changed.connect(self._directory_changed)
        self.model = ImportModel(session.today(), self)
        self.model.changed.connect(self._count)
        self.empty = EmptyState(button="primary")
        self.empty.button.clicked.connect(self.choose_file)
        self.file_bar, self.tabs = FileBar(), Tabs("")
        self.table = ReviewTable(self.model)
        self.pane = RowPane(session.today())
        self.bar = ActionBar()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._review_widget())
        vbox(self, self.stack)
        self._connect()
        self.empty.set_texts(
            self.tr("Bring in a list"),
            self.tr(
                "Choose a CSV or Excel file, a map, address cards or an HSDS package, drop one "
                "here, or paste rows. You look it over first: nothing changes until you apply it."
            ),
            self.tr("Choose a file…"),
            "folder-open",
        )
        self.table.setAccessibleName(self.tr("Rows of the list"))
        self.table.fit_columns()
        self.tabs.set_tabs(review_tabs(), self.tr("Rows shown"))
        self._show_source()
        self._count()

    def _review_widget(self) -> QWidget:
        whole = QWidget()
        column = vbox(whole)
        tabs = Pane("window", "b")
        hbox(tabs, self.tabs, margins=(12, 0, 12, 1))
        middle = hbox(None, (self.table, 1), (self.pane, 1))
        column.addWidget(self.file_bar)
        column.addWidget(tabs)
        column.addLayout(middle, 1)
        column.addWidget(Line())
        column.addWidget(self.bar)
        return whole

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda key: self._show_tab(Tab(key)))
        self.table.moved.connect(self._show_row)
        self.table.menu_wanted.connect(self.open_verdict_menu)
        self.table.field_wanted.connect(self._open_field_menu)
        self.pane.ticked.connect(self._tick)
        self.pane.split.connect(self._split)
        self.pane.back.connect(self._to_table)
        self.table.pane_wanted.connect(self._to_pane)
        self.pane.decided.connect(self._decide_words)
        self.pane.kind_wanted.connect(
            lambda kind: self.set_kind(self.table.currentIndex().row(), kind)
        )
        self.pane.entry_wanted.connect(lambda one: self.wanted.emit("directory", one))
        pasting.mount(self, self.read, self.said.emit)
        self.corrections.wanted.connect(self._start)
        self.file_bar.change_wanted.connect(self.corrections.change_reading)
        self.file_bar.columns_wanted.connect(self.corrections.change_columns)
        self.bar.cancel.clicked.connect(self.cancel)
        self.bar.apply.clicked.connect(self.apply)
        self.bar.ok.clicked.connect(self.corrections.change_ok)

    # -- the page

    def open(self, argument: Any = None) -> None:
        """Read a file (a Path) or what was pasted, or show what is there."""
        if argument:
            self.read(argument if isinstance(argument, Pasted) else Path(argument))
        elif self.loaded is None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resume(self, before: Self) -> None:
        """The same list, with what was decided of it."""
        if before.loaded is not None:
            self._decided, self._stale = before.model.review, before._stale
            tab = before.model.tab
            self._show(before.loaded)
            self.tabs.set_value(tab)
            self._show_tab(tab)

    def reload(self) -> None:
        """Compare again, if the directory changed since it was compared with the list."""
        if self._stale and self.loaded is not None and not self._applying:
            self._start(self.loaded.request)

    def _directory_changed(self) -> None:
        """The window reloads the page that is shown before or after this, in no fixed order."""
        self._stale = True
        if self.isVisible():
            self.reload()

    def unfinished(self) -> dict[str, Any]:
        """The file and what was decided, once somebody decided something."""
        if self.loaded is None:
            return {}
        return {import_review.ROW: import_review.draft_of(self.loaded.request, self.model.review)}

    def take_up(self, kept: dict[str, Any]) -> None:
        """Read the file again and decide as before; say if it is gone or another by now."""
        draft = kept[import_review.ROW]
        request, state = (
            import_review.request_of(draft),
            import_review.state_of(Path(draft["path"])),
        )
        if not state and isinstance(request.path, Path):
            text = self.tr("{file} is not there any more: choose it again")
            self.said.emit(text.format(file=request.path.name), "warning", False)
            return
        if state != draft["state"]:
            text = self.tr("{file} was changed since: look at it again")
            self.said.emit(text.format(file=request.path.name), "warning", False)
        self._decided = ImportReview.decided(draft["decisions"])
        self._start(request)

    def panes(self) -> list[QWidget]:
        """Tabs, table, row, actions."""
        if self.loaded is None:
            return [self.empty]
        return [self.tabs, self.table, self.pane, self.bar]

    def add(self) -> None:
        """Ctrl+N: another file."""
        self.choose_file()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the pane where the table needs the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, on_pane: bool = False) -> None:
        """Table and pane side by side, or one of them where it is narrow."""
        both = self.width() >= PANE_BELOW
        self.pane.setVisible(both or on_pane)
        self.table.setVisible(both or not on_pane)
        self.pane.set_alone(not both)
        self.pane.setMinimumWidth(pane_width() if both else 0)
        self.pane.setMaximumWidth(pane_width() if both else _NO_LIMIT)

    def _to_pane(self) -> None:
        self._fit(on_pane=True)
        button = self.pane.back_button
        first = button if button.isVisible() else next(iter(self.pane.ticks()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_table(self) -> None:
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back from the pane to the table."""
        if event.key() == Qt.Key.Key_Escape and self.loaded is not None:
            self._to_table()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The table and the actions alone."""
        return QSize(560, 300)

    # -- reading

    def choose_file(self) -> None:
        """Ask for a file in the system's dialog."""
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        filters = self.tr("Lists ({kinds})").format(kinds=kinds)
        file = file_dialogs.open_file(self, self.tr("Choose a list"), filters)
        if file is not None:
            self.read(file)

    def read(self, path: Path | Pasted) -> None:
        """Read and match a file or what was pasted, in a job."""
        self._start(Request(path))

    def _start(self, request: Request) -> None:
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        self._stale = False
        self._job = self.session.ask(
            lambda store, progress: load(store, request, progress),
            self._show,
            failed=self.went_wrong.emit,
            text=self.tr("Reading {file}").format(file=request.path.name),
        )

    def _show(self, loaded: Loaded) -> None:
        review = ImportReview(loaded.verdicts)
        before = self.loaded
        again = before is not None and before.request.path == loaded.request.path
        row = max(self.table.currentIndex().row(), 0) if again else 0
        tab = self.model.tab if again else Tab.ALL
        if again:
            review.take_over(self.model.review)
        elif self._decided is not None:
            review.take_over(self._decided)
        self._decided = None
        self.loaded = self.corrections.loaded = loaded
        self.model.set_review(review)
        self.model.set_tab(tab)
        self.tabs.set_value(tab)
        self.stack.setCurrentIndex(1)
        self._show_source()
        if rows := self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(min(row, rows - 1), Column.VERDICT))
        else:
            self._show_row(-1)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_source(self) -> None:
        if self.loaded is None:
            return
        reading = self.loaded.reading
        self.file_bar.show_reading(reading)
        self.table.header.set_headings(self.corrections.headings())
        has_ok = "ok_to_print" in reading.columns.values()
        self.bar.show_ok(self.loaded.request.options.ok_means if has_ok else ())

    def _open_field_menu(self, column: int) -> None:
        corner = self.table.rect().topLeft() + QPoint(self.table.columnViewportPosition(column), 0)
        self.corrections.open_field_menu(column, self.table.viewport().mapToGlobal(corner))

    # -- looking it over

    def _show_tab(self, tab: Tab) -> None:
        self.model.set_tab(tab)
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, Column.VERDICT))
        else:
            self._show_row(-1)

    def _show_row(self, row: int) -> None:
        if row < 0 or row >= self.model.rowCount():
            self.pane.show_verdict(None)
            return
        self.pane.show_verdict(self.model.review.verdicts[self.model.place(row)])

    def _again(self) -> None:
        self._show_row(self.table.currentIndex().row())

    def _place(self) -> int:
        return self.model.place(self.table.currentIndex().row())

    def open_verdict_menu(self, row: int) -> None:
        """Choose what happens with a row."""
        index = self.model.index(row, Column.VERDICT)
        rect = self.table.visualRect(index)
        self.verdict_menu(row).popup(self.table.viewport().mapToGlobal(rect.bottomLeft()))

    def verdict_menu(self, row: int) -> QMenu:
        """What may happen with a row, the present one ticked."""
        verdict = self.model.review.verdicts[self.model.place(row)]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in dict.fromkeys((*verdict.offered, verdict.kind)):
            sentence = import_words.verdict_sentence(kind, known=bool(verdict.known))
            words = f"{import_words.verdict_name(kind)}: {sentence}"
            action = QAction(icons.icon(import_words.ICONS[kind], "ink-soft"), words, menu)
            action.setData(kind)
            action.setEnabled(kind in verdict.offered)
            action.triggered.connect(lambda _on=False, wanted=kind: self.set_kind(row, wanted))
            menu.addAction(action)
            if kind == verdict.kind:
                menu.setActiveAction(action)
        menu.addSeparator()
        menu.addAction(self.tr("What it brings…"), self._to_pane)
        return menu

    def set_kind(self, row: int, kind: VerdictKind) -> None:
        """Let something else happen with a row."""
        self.model.set_kind(row, kind)
        self._again()

    def _tick(self, change: int, accepted: bool) -> None:
        place = self._place()
        self.model.review.accept(place, change, accepted)
        self.model.refresh(place)

    def _split(self, name: str, own_script: str) -> None:
        place = self._place()
        self.model.review.split_name(place, name, own_script)
        self.model.refresh(place)
        self._again()

    def _decide_words(self, field: str, keep: bool) -> None:
        place = self._place()
        self.model.review.decide_words(place, field, keep=keep)
        self.model.refresh(place)
        self._again()

    def _count(self) -> None:
        counts = self.model.review.counts()
        self.tabs.set_counts({str(tab): number for tab, number in counts.items()})
        self.bar.show_counts(counts)

    # -- the end

    def cancel(self) -> None:
        """Forget the list. Nothing was written."""
        if self._job is not None and not self._job.is_over:
            self._job.cancel()
        self.loaded = self.corrections.loaded = None
        self.model.set_review(ImportReview(()))
        self.pane.show_verdict(None)
        self.stack.setCurrentIndex(0)
        self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply(self) -> None:
        """Write what was decided: one transaction, one undo step."""
        if self.loaded is None or (self._job is not None and not self._job.is_over):
            return
        reading, verdicts = self.loaded.reading, self.model.review.verdicts
        self.bar.apply.setEnabled(False)
        self._applying = True
        names = {one.draft.line: one.draft.values.get("name", "") for one in verdicts}
        self._job = self.session.write(
            lambda store, progress: apply(store, reading, verdicts, progress),
            lambda applied: self._applied(applied, names),
            failed=self._not_applied,
            cancelled=self._not_applied,
            text=self.tr("Bringing in {file}").format(file=reading.source.name),
        )

    def _applied(self, applied: Applied, names: Mapping[int, str]) -> None:
        done = applied.created + applied.updated
        self._applying = False
        self.cancel()
        self.wanted.emit("directory", "changed_this_week" if done else "all")
        said = count(done, self.tr("{n} change applied"), self.tr("{n} changes applied"))
        self.said.emit(said, "check", bool(done))
        if applied.refused:
            line_of = self.tr("%1 (line %2)")
            KeptOutDialog(
                (
                    KeptOut(
                        line_of.replace("%1", names.get(line, "")).replace("%2", str(line)),
                        channel,
                        why,
                    )
                    for line, channel, why in applied.refused
                ),
                self.window(),
            ).open()

    def _not_applied(self, error: Exception | None = None) -> None:
        self._applying = False
        self._count()
        if error is not None:
            self.went_wrong.emit(error)
