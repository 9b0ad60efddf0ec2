"""The bar below the pages: copies, paper and what it costs, save, print, print again."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from directory_app.tasks.printing import Earlier
from directory_app.ui import theme
from directory_app.ui.parts.paper.kinds import cost_told, is_private, paper_told
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.stepper import Stepper


class GuideFoot(Translated, Pane):
    """``again_wanted(number)``: print a run once more. ``copies_changed``: remember them."""

    again_wanted = Signal(int)
    copies_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "t", parent)
        self._run, self._sheets, self._size = 0, 0, 0.0
        self._layout_name, self._paper, self._price = "sheet", "", ""
        self._use_by: dt.date | None = None
        self._earlier: Sequence[Earlier] = ()
        self.copies_label = Label("", "body", "ink-soft")
        self.copies = Stepper("", 60, 1, 9999, height="search")
        self.copies_label.setBuddy(self.copies)
        self.sheets = Label("", "strong", elide=True)
        self.run = Label("", "small", "ink-soft", elide=True)
        self.again = Button("", "flat", caret=True)
        self.menu = QMenu(self)
        self.again.set_menu(self.menu)
        self.save = Button("", "plain", icon="file-pdf")
        self.print = Button("", "primary", icon="printer", fill=True, size="main")
        self.copies.changed.connect(self._copies_changed)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(12)
        row.addWidget(self.copies_label)
        row.addWidget(self.copies)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(self.sheets)
        column.addWidget(self.run)
        column.addStretch()
        row.addSpacing(8)
        row.addLayout(column, 1)
        for button in (self.again, self.save, self.print):
            row.addWidget(button)
        self.setFixedHeight(theme.height("actionbar"))

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Save and print"))
        self.copies_label.setText(self.tr("Copies"))
        self.copies.setAccessibleName(self.tr("Copies"))
        self.again.setText(self.tr("Again"))
        self.again.set_name(self.tr("Print an earlier run again"))
        self.save.setText(self.tr("Save PDF…"))
        self.show_earlier(self._earlier)
        self._tell()

    # -- what is told

    def show_layout(self, layout: str, paper: str, price: str) -> None:
        """Which layout on which paper, and what a sheet costs ("" where nobody said)."""
        self._layout_name, self._paper, self._price = layout, paper, price
        self._tell()

    def show_run(self, run: int, use_by: dt.date | None, sheets: int, size: float = 0.0) -> None:
        """Which run this will be, its last day, the sheets of a copy, and the size of its text."""
        self._run, self._use_by, self._sheets, self._size = run, use_by, sheets, size
        self._tell()

    def show_earlier(self, runs: Sequence[Earlier]) -> None:
        """The runs of this event that can be printed again, the newest first."""
        self._earlier = runs
        self.menu.clear()
        for number, day, copies in runs:
            words = count(
                copies,
                self.tr("Run {run}, {day}, {n} copy"),
                self.tr("Run {run}, {day}, {n} copies"),
                run=f"{number:04}",
                day=dates.long(day),
            )
            action = self.menu.addAction(words)
            action.triggered.connect(lambda _on=False, one=number: self.again_wanted.emit(one))
        self._fit()

    def set_ready(self, ready: bool) -> None:
        """Whether there is something to save and print."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _copies_changed(self, copies: int) -> None:
        self._tell()
        self.copies_changed.emit(copies)

    def _tell(self) -> None:
        copies = self.copies.value()
        self.print.setText(count(copies, self.tr("Print {n} copy"), self.tr("Print {n} copies")))
        if not self._sheets:
            self.sheets.setText("")
            self.run.setText("")
            return
        sheets = copies * self._sheets
        told = paper_told(self._layout_name, self._paper, sheets)
        cost = cost_told(self._price, sheets)
        self.sheets.setText(
            self.tr("{sheets} · about {cost}").format(sheets=told, cost=cost) if cost else told
        )
        self.run.setText(self._run_words())

    def _run_words(self) -> str:
        number = f"{self._run:04}"
        said = self._run_said(number)
        if not self._size:
            return said
        size = QLocale().toString(float(self._size), "g", 3)
        return self.tr("{run} · text of {size} pt").format(run=said, size=size)

    def _run_said(self, number: str) -> str:
        if is_private(self._layout_name):
            return self.tr("Run {number} · private, shred it afterwards").format(number=number)
        until = dates.long(self._use_by) if self._use_by else ""
        return self.tr("Run {number} · use by {day}").format(number=number, day=until)

    def tell_copies(self, copies: int) -> None:
        """Show another number without a signal."""
        self.copies.set_value(copies)
        self._tell()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell less where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.copies_label.setVisible(self.width() >= 620)
        for label in (self.sheets, self.run):
            label.setVisible(self.width() >= 720)
        self.again.setVisible(bool(self._earlier) and self.width() >= 860)
