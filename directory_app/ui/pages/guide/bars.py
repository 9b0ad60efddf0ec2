"""The bar above the pages: where one is, how the pages are shown, zoom."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from directory_app.ui import theme
from directory_app.ui.widgets.base import Label, Pane, Translated
from directory_app.ui.widgets.buttons import Button, IconButton
from directory_app.ui.widgets.icon_mark import IconMark
from directory_app.ui.widgets.segments import Segments

_RIGHT = Qt.TextElideMode.ElideRight


class GuideHead(Translated, Pane):
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
        self.ways = IconButton("book-open-text", "")
        self.menu = QMenu(self)
        self.ways.set_menu(self.menu)
        self.ways.hide()
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
        row.addWidget(self.ways)
        for widget in (self.farther, self.fit, self.nearer):
            row.addWidget(widget)
        self.setFixedHeight(theme.height("toolbar"))
        self.retranslate()

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

    def retranslate(self) -> None:
        """Set the texts."""
        self.events.setText(self.tr("Events"))
        self._title.setText(self.tr("Guide"))
        self.mode.set_items(self._modes(), self.tr("Show the pages as"))
        self.ways.set_name(self.tr("Show the pages as"))
        self._fill_menu()
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
