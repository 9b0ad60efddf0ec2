"""The bar above the pages: where one is, how the pages are shown, zoom."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.tasks.printing import Earlier
from directory_app.ui import theme
from directory_app.ui.parts.paper.kinds import cost_told, is_private, paper_told
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.fields import Stepper
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.remark import IconMark
from directory_app.ui.widgets.tabs import Segments

_RIGHT = Qt.TextElideMode.ElideRight


class GuideHead(Pane):
    """Events > name > Guide; Pages, Folded or Grey copy; minus, how large, plus.

    Where it is narrow the panes are chosen there, and a menu has the ways to see the pages:
    ``way_chosen(key)``.
    """

    events_wanted = Signal()
    event_wanted = Signal()
    way_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self.is_narrow = False
        self._folds = False
        self._way = "pages"
        self.ways = IconButton("book-open-text", self.tr("Show the pages as"))
        self.menu = QMenu(self)
        self.ways.set_menu(self.menu)
        self.ways.hide()
        self.events = Button(self.tr("Events"), "flat")
        self.event_name = Button("", "flat")
        self.events.clicked.connect(self.events_wanted)
        self.event_name.clicked.connect(self.event_wanted)
        self._title = Label(self.tr("Guide"), "page-name")
        self._carets = (
            IconMark("caret-right", "ink-soft", 12),
            IconMark("caret-right", "ink-soft", 12),
        )
        self.mode = Segments(self._modes(), "")
        self.farther = IconButton("minus", self.tr("Smaller"))
        self.fit = Button("", "flat")
        self.nearer = IconButton("plus", self.tr("Larger"))
        hbox(
            self,
            self.events,
            self._carets[0],
            self.event_name,
            self._carets[1],
            12,
            self._title,
            STRETCH,
            self.mode,
            12,
            self.ways,
            self.farther,
            self.fit,
            self.nearer,
            margins=(4, 0, 8, 1),
        )
        self.setFixedHeight(theme.height("toolbar"))
        self.mode.set_items(self._modes(), self.tr("Show the pages as"))
        self._fill_menu()
        self.show_zoom(0.0)

    def _modes(self) -> list[tuple[str, ...]]:
        if self.is_narrow:
            return [
                ("options", self.tr("Options")),
                ("pages", self.tr("Pages")),
                ("checks", self.tr("Before printing")),
            ]
        return self._ways()

    def _ways(self) -> list[tuple[str, ...]]:
        """How the pages can be seen."""
        pages = ("pages", self.tr("Pages"), "file-text")
        folded = [("folded", self.tr("Folded"), "book-open-text")] if self._folds else []
        return [pages, *folded, ("grey", self.tr("Grey copy"), "circle-half-tilt")]

    def _fill_menu(self) -> None:
        self.menu.clear()
        for key, words, _icon in self._ways():
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == self._way)
            action.triggered.connect(lambda _on=False, one=key: self.way_chosen.emit(one))

    def show_way(self, way: str) -> None:
        """How the pages are seen now, without a signal."""
        self._way = way
        if not self.is_narrow:
            self.mode.set_value(way)
        self._fill_menu()

    def set_folds(self, folds: bool) -> None:
        """Whether the layout is folded, so that one can see it so."""
        if folds != self._folds:
            self._folds = folds
            self.mode.set_items(self._modes())
            self._fill_menu()

    def set_narrow(self, narrow: bool) -> None:
        """Choose between the panes where they don't fit together."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.ways.setVisible(narrow)
            self.mode.set_items(self._modes())
            self.mode.set_value("pages" if narrow else self._way)

    def show_event(self, name: str) -> None:
        """The name of the event."""
        metrics = self.event_name.fontMetrics()
        self.event_name.setText(metrics.elidedText(name, _RIGHT, 240))
        self.event_name.set_name(name)

    def show_zoom(self, zoom: float) -> None:
        """How large the pages are; 0 is "fit"."""
        self.fit.setText(QLocale().toString(round(zoom * 100)) + " %" if zoom else self.tr("Fit"))
        self.fit.set_name(self.tr("Fit the pages into the window"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the way where it is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= 760
        for widget in (self.event_name, self._carets[1]):
            widget.setVisible(wide)
        self._title.setVisible(self.width() >= 660)
        self._carets[0].setVisible(self.width() >= 660)


class GuideFoot(Pane):
    """``again_wanted(number)``: print a run once more. ``copies_changed``: remember them."""

    again_wanted = Signal(int)
    copies_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "t", parent)
        self._run, self._sheets, self._size = 0, 0, 0.0
        self._layout_name, self._paper, self._price = "sheet", "", ""
        self._use_by: dt.date | None = None
        self._earlier: Sequence[Earlier] = ()
        self.copies_label = Label(self.tr("Copies"), "body", "ink-soft")
        self.copies = Stepper("", 60, 1, 9999, height="search")
        self.copies_label.setBuddy(self.copies)
        self.sheets = Label("", "strong", elide=True)
        self.run = Label("", "small", "ink-soft", elide=True)
        self.again = Button(self.tr("Again"), "flat", caret=True)
        self.menu = QMenu(self)
        self.again.set_menu(self.menu)
        self.save = Button(self.tr("Save PDF…"), "plain", icon="file-pdf")
        self.print = Button("", "primary", icon="printer", fill=True, size="main")
        self.copies.changed.connect(self._copies_changed)
        self._arrange()
        self.setAccessibleName(self.tr("Save and print"))
        self.copies.setAccessibleName(self.tr("Copies"))
        self.again.set_name(self.tr("Print an earlier run again"))
        self.show_earlier(self._earlier)
        self._tell()

    def _arrange(self) -> None:
        row = hbox(self, self.copies_label, self.copies, margins=(16, 1, 16, 0), spacing=12)
        column = vbox(None, STRETCH, self.sheets, self.run, STRETCH)
        row.addSpacing(8)
        row.addLayout(column, 1)
        for button in (self.again, self.save, self.print):
            row.addWidget(button)
        self.setFixedHeight(theme.height("actionbar"))

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
