"""The bar above the pages (where one is, zoom) and the one below (copies, save, print)."""

import datetime as dt

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from directory_app.ui import theme
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.icon_mark import IconMark
from directory_app.ui.widgets.segments import Segments
from directory_app.ui.widgets.stepper import Stepper

_RIGHT = Qt.TextElideMode.ElideRight


class GuideHead(Translated, Pane):
    """Events > name > Guide; Pages or Grey copy; minus, how large, plus."""

    events_wanted = Signal()
    event_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "b", parent)
        self.is_narrow = False
        self.events = Button("", "flat")
        self.event_name = Button("", "flat")
        self.events.clicked.connect(self.events_wanted)
        self.event_name.clicked.connect(self.event_wanted)
        self._title = Label("", "page-name")
        self._carets = (
            IconMark("caret-right", "ink-soft", 12),
            IconMark("caret-right", "ink-soft", 12),
        )
        self.mode = Segments(self._modes(), "")
        self.farther = IconButton("minus", "")
        self.fit = Button("", "flat")
        self.nearer = IconButton("plus", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 8, 1)
        row.setSpacing(0)
        for widget in (self.events, self._carets[0], self.event_name, self._carets[1]):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(self._title)
        row.addStretch()
        row.addWidget(self.mode)
        row.addSpacing(12)
        for widget in (self.farther, self.fit, self.nearer):
            row.addWidget(widget)
        self.setFixedHeight(theme.height("toolbar"))
        self.retranslate()

    def _modes(self) -> list[tuple[str, ...]]:
        pages = ("pages", self.tr("Pages"), "file-text")
        if self.is_narrow:
            return [
                ("options", self.tr("Options")),
                pages[:2],
                ("checks", self.tr("Before printing")),
            ]
        return [pages, ("grey", self.tr("Grey copy"), "circle-half-tilt")]

    def set_narrow(self, narrow: bool) -> None:
        """Choose between the panes where they don't fit together."""
        if narrow != self.is_narrow:
            self.is_narrow = narrow
            self.mode.set_items(self._modes())
            self.mode.set_value("pages")

    def retranslate(self) -> None:
        """Set the texts."""
        self.events.setText(self.tr("Events"))
        self._title.setText(self.tr("Guide"))
        self.mode.set_items(self._modes(), self.tr("Show the pages as"))
        self.farther.set_name(self.tr("Smaller"))
        self.nearer.set_name(self.tr("Larger"))
        self.show_zoom(0.0)

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


class GuideFoot(Translated, Pane):
    """Copies, sheets, run and use-by; Save PDF and Print."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "t", parent)
        self._pages = 0
        self._run = 0
        self._use_by: dt.date | None = None
        self.copies_label = Label("", "body", "ink-soft")
        self.copies = Stepper("", 60, 1, 9999, height="search")
        self.copies_label.setBuddy(self.copies)
        self.sheets = Label("", "strong", elide=True)
        self.run = Label("", "small", "ink-soft", elide=True)
        self.save = Button("", "plain", icon="file-pdf")
        self.print = Button("", "primary", icon="printer", fill=True, size="main")
        self.copies.changed.connect(lambda _value: self._tell())
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
        row.addStretch()
        row.addWidget(self.save)
        row.addWidget(self.print)
        self.setFixedHeight(theme.height("actionbar"))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts."""
        self.setAccessibleName(self.tr("Save and print"))
        self.copies_label.setText(self.tr("Copies"))
        self.copies.setAccessibleName(self.tr("Copies"))
        self.save.setText(self.tr("Save PDF…"))
        self._tell()

    def show_run(self, run: int, use_by: dt.date | None, pages: int) -> None:
        """Which run this will be, how long it may be used, how many pages it has."""
        self._run, self._use_by, self._pages = run, use_by, pages
        self._tell()

    def set_ready(self, ready: bool) -> None:
        """Whether there is something to save and print."""
        self.save.setEnabled(ready)
        self.print.setEnabled(ready)

    def _tell(self) -> None:
        copies = self.copies.value()
        self.print.setText(count(copies, self.tr("Print {n} copy"), self.tr("Print {n} copies")))
        if not self._pages:
            self.sheets.setText("")
            self.run.setText("")
            return
        sheets = copies * -(-self._pages // 2)
        if self._pages > 1:
            one = self.tr("{n} sheet of Letter, both sides")
            many = self.tr("{n} sheets of Letter, both sides")
        else:
            one, many = self.tr("{n} sheet of Letter"), self.tr("{n} sheets of Letter")
        self.sheets.setText(count(sheets, one, many))
        until = dates.long(self._use_by) if self._use_by else ""
        self.run.setText(
            self.tr("Run {number} · use by {day}").format(number=f"{self._run:04}", day=until)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell less where it is narrow."""
        super().resizeEvent(event)
        self.copies_label.setVisible(self.width() >= 600)
        for label in (self.sheets, self.run):
            label.setVisible(self.width() >= 700)
