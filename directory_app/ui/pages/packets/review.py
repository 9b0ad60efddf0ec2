"""A packet that was opened: tabs, table, both sides of a business, and Apply."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from directory_app.model.packet import Packet
from directory_app.model.packet_review import Choice, Review, Row, choose, settle
from directory_app.ui import theme
from directory_app.ui.pages.packets.pane import PacketPane
from directory_app.ui.pages.packets.table import Column, PacketModel, PacketTable, Tab
from directory_app.ui.plurals import count
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Line, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import hbox, vbox
from directory_app.ui.widgets.tabs import Tab as TabItem
from directory_app.ui.widgets.tabs import Tabs
from directory_app.ui.widgets.toolbar import Toolbar

#: Below this width the pane takes the table's place, and Enter goes there.
PANE_BELOW = 860
_PANE = 420
_NO_LIMIT = 16_777_215
translate = QCoreApplication.translate


def tabs() -> list[TabItem]:
    """The tabs above the table, in the language of the window."""
    return [
        TabItem(Tab.ALL, translate("Packets", "All that differ")),
        TabItem(Tab.NEW, translate("Packets", "New"), "plus-circle", "ok"),
        TabItem(Tab.CHANGED, translate("Packets", "Differ"), "pencil-simple-line", "accent-text"),
        TabItem(Tab.LIKE, translate("Packets", "Look alike"), "copy-simple", "warn"),
        TabItem(Tab.GONE, translate("Packets", "Out of it"), "prohibit"),
        TabItem(Tab.CHOOSE, translate("Packets", "To choose"), "warning", "warn", apart=True),
    ]


class ReviewView(QWidget):
    """``apply_wanted`` and ``cancelled``. Changes the Review that it is given, nothing else."""

    apply_wanted = Signal()
    cancelled = Signal()

    def __init__(
        self, today: dt.date, may_write: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._may_write = may_write
        self.review: Review | None = None
        self._from = Label("", "page-name", elide=True)
        self._facts = Label("", "small", "ink-soft", elide=True)
        self.all = Button(self.tr("All choices"), "plain", size="small", caret=True)
        menu = QMenu(self)
        self.ours, self.theirs = QAction(menu), QAction(menu)
        menu.addActions([self.ours, self.theirs])
        self.all.set_menu(menu)
        self.tabs = Tabs("")
        self.model = PacketModel(self)
        self.table = PacketTable(self.model)
        self.pane = PacketPane(today)
        self.empty = EmptyState(button="plain")
        self.summary = Label("", "small", "ink-soft", elide=True)
        self.cancel = Button(self.tr("Cancel"), "flat")
        self.apply = Button("", "primary", icon="check", size="main")
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("The packet, looked over"))
        self.table.setAccessibleName(self.tr("Businesses of the packet"))
        self.foot.setAccessibleName(self.tr("Finish with the packet"))
        self.tabs.set_tabs(tabs(), self.tr("Rows shown"))
        self.ours.setText(self.tr("Keep all of ours"))
        self.theirs.setText(self.tr("Take all of theirs"))
        self.empty.set_texts(
            self.tr("Nothing differs"),
            self.tr("All that is in this packet is here already, as it is there."),
            self.tr("Done"),
        )
        self.table.fit_columns()
        self._tell()
        self._count()

    def _lay_out(self) -> None:
        head = Toolbar(self._from, (self._facts, 1))
        strip = Pane("window", "b")
        hbox(strip, (self.tabs, 1), self.all, margins=(12, 0, 16, 1), spacing=14)
        middle = hbox(None, (self.empty, 1), (self.table, 1), (self.pane, 1))
        vbox(self, head, strip, (middle, 1), Line(), self._foot())

    def _foot(self) -> QWidget:
        self.foot = Pane("window")
        hbox(
            self.foot,
            (self.summary, 1),
            self.cancel,
            8,
            self.apply,
            margins=(16, 0, 16, 0),
            spacing=8,
        )
        self.foot.setFixedHeight(theme.height("actionbar"))
        return self.foot

    def _connect(self) -> None:
        self.model.changed.connect(self._count)
        self.tabs.chosen.connect(lambda key: self.show_tab(Tab(key)))
        self.table.moved.connect(lambda _at: self._show_row())
        self.table.pane_wanted.connect(self._to_pane)
        self.pane.back.connect(self._to_table)
        self.pane.chosen.connect(self._choose)
        self.pane.decided.connect(self._decide)
        self.ours.triggered.connect(lambda: self._settle(theirs=False))
        self.theirs.triggered.connect(lambda: self._settle(theirs=True))
        self.apply.clicked.connect(self.apply_wanted)
        self.cancel.clicked.connect(self.cancelled)
        self.empty.button.clicked.connect(self.cancelled)

    # -- showing

    def show_review(self, review: Review | None) -> None:
        """Show another look at a packet; the place stays where it is the same one."""
        before = self.review
        again = before is not None and review is not None and before.packet.id == review.packet.id
        at = max(self.table.currentIndex().row(), 0) if again else 0
        self.review = review
        tab = self.model.tab if again else Tab.ALL
        self.model.set_review(review, tab)
        self.tabs.set_value(tab)
        self._tell()
        self._fit()
        self._go(at)

    def _go(self, at: int) -> None:
        rows = self.model.rowCount()
        if rows:
            self.table.setCurrentIndex(self.model.index(min(at, rows - 1), Column.KIND))
        self._show_row()

    def show_tab(self, tab: Tab) -> None:
        """Show the rows of a tab."""
        self.model.set_tab(tab)
        self.tabs.set_value(tab)
        self._go(0)

    def row(self) -> Row | None:
        """The row that is current."""
        at = self.table.currentIndex().row()
        return self.model.row(at) if 0 <= at < self.model.rowCount() else None

    def _show_row(self) -> None:
        self.pane.show_row(self.row())

    def _tell(self) -> None:
        if self.review is None:
            return
        packet = self.review.packet
        self._from.setText(self.tr("Packet from %1").replace("%1", sender(packet)))
        whole = len(self.review.rows) + self.review.same
        parts = (
            self.tr("No. %1").replace("%1", str(packet.number)),
            dates.long(packet.made_at.astimezone().date()),
            count(whole, self.tr("{n} business"), self.tr("{n} businesses")),
            count(
                self.review.same,
                self.tr("{n} as it is here"),
                self.tr("{n} as they are here"),
            ),
        )
        older = count(
            self.review.older,
            self.tr("{n} older than what came before"),
            self.tr("{n} older than what came before"),
        )
        self._facts.setText(" · ".join([*parts, older] if self.review.older else parts))

    def _count(self) -> None:
        self.tabs.set_counts(self.model.counts())
        found = self.review.counts() if self.review else {}
        changes, conflicts = found.get("changes", 0), found.get("conflicts", 0)
        self.apply.setText(
            count(changes, self.tr("Apply {n} change"), self.tr("Apply {n} changes"))
        )
        self.apply.setEnabled(changes > 0 and self._may_write())
        self.summary.setText(self._sum(found.get("refusals", 0), conflicts))
        self.all.setVisible(self.model.counts()[Tab.CHOOSE.value] > 0)

    def _sum(self, refusals: int, conflicts: int) -> str:
        parts = []
        if conflicts:
            parts.append(
                count(
                    conflicts,
                    self.tr("{n} choice is open: it stays as it is here"),
                    self.tr("{n} choices are open: they stay as they are here"),
                )
            )
        if refusals:
            parts.append(
                count(
                    refusals,
                    self.tr("{n} no comes in, whatever you choose"),
                    self.tr("{n} noes come in, whatever you choose"),
                )
            )
        return " · ".join(parts) or self.tr("One step, which Undo takes back")

    # -- choosing

    def _choose(self, at: int, theirs: bool) -> None:
        row = self.row()
        if row is None:
            return
        lines = row.lines if row.compared else row.held
        choose(row, lines[at], take=theirs)
        self.pane.refresh()
        self.model.refresh(row)

    def _decide(self, key: str) -> None:
        row = self.row()
        if row is None:
            return
        row.choice = Choice(key)
        self.model.refresh(row)
        self._show_row()
        self.pane.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, *, theirs: bool) -> None:
        if self.review is not None:
            settle(self.review.rows, theirs=theirs)
            self.model.refresh_all()
            self.pane.refresh()

    # -- room and keyboard

    def panes(self) -> list[QWidget]:
        """Tabs, table, pane, foot."""
        return [self.tabs, self.table, self.pane, self.foot]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both side by side, or one of them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *, on_pane: bool = False) -> None:
        both = self.width() >= PANE_BELOW
        nothing = self.review is not None and not self.review.rows
        self.empty.setVisible(nothing)
        self.pane.setVisible(not nothing and (both or on_pane))
        self.table.setVisible(not nothing and (both or not on_pane))
        self.pane.set_alone(not both)
        self.pane.setMinimumWidth(_PANE if both else 0)
        self.pane.setMaximumWidth(_PANE if both else _NO_LIMIT)
        self.summary.setVisible(self.width() >= 620)
        self._facts.setVisible(self.width() >= 620)

    def _to_pane(self) -> None:
        self._fit(on_pane=True)
        first = self.pane.first()
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_table(self) -> None:
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc steps back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self._to_table()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """The table and the actions alone."""
        return QSize(480, 280)


def sender(packet: Packet) -> str:
    """Who made a packet, else the name of their directory."""
    return packet.by or packet.name or translate("Packets", "another laptop")
