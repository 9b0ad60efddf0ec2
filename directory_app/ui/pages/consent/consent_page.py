"""Consent: who is to be asked, whose consent ends, who was never asked, and lists to call from."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.guides import GuideOptions
from directory_app.store.filters import Filter
from directory_app.tasks import leaving
from directory_app.tasks.printing import Choices, print_to_file
from directory_app.ui import file_dialogs, plurals, theme
from directory_app.ui.pages.page import ListPage
from directory_app.ui.parts import words
from directory_app.ui.parts.consent.ask_dialog import converse
from directory_app.ui.parts.consent.withdraw_dialog import WithdrawDialog
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates, doors
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import STRETCH, hbox
from directory_app.ui.widgets.plain_table import Index, paint_ground
from directory_app.ui.widgets.remark import Remark
from directory_app.ui.widgets.tabs import Segments
from directory_app.ui.widgets.text_table import TextColumn, TextRow, TextTable
from directory_app.ui.widgets.toolbar import ActionBar, Toolbar

if TYPE_CHECKING:
    from directory_app.store.browse import Browser
    from directory_app.store.rows import BusinessRow
    from directory_app.tasks.printing import Made

    #: The view, its rows, how many each view has, and whether there is nobody at all.
    _Found = tuple[str, list[BusinessRow], dict[str, int], bool]

VIEWS = ("to_ask", "consent_ending", "never_asked_6_months")
#: So many are listed: a list to call from is worked from its top.
MOST = 2000
_COLUMNS = (
    TextColumn(64, least=420, whole=True),
    TextColumn(260, strong=True),
    TextColumn(130, least=520),
    TextColumn(126),
    TextColumn(150, least=640, whole=True),
)
_DOORS = 3


class _Doors(QStyledItemDelegate):
    """The five doors of a row."""

    def __init__(self, page: "ConsentPage") -> None:
        super().__init__(page)
        self._page = page

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Five doors."""
        return QSize(5 * doors.STEP + 8, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw them in their places."""
        painter.save()
        paint_ground(painter, option)
        row = self._page.table.rows.row(index.row()).data
        x, y = option.rect.x() + 4, option.rect.center().y() - 10
        for place, door in enumerate(row.doors):
            state = doors.state_of(door.answer, door.until, self._page.session.today())
            doors.paint_door(painter, x + place * doors.STEP, y, state)
        painter.restore()


class ConsentPage(ListPage):
    """Enter asks the one that is chosen; afterwards the next one is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.dialog: QWidget | None = None
        self._counts: dict[str, int] = {}
        self._is_new = False
        self._title = Label(self.tr("Consent"), "page-name")
        self._count = Label("", "body", "ink-soft")
        self.view = Segments([(view, "") for view in VIEWS], "")
        self.why = Remark("info", "ink-soft", " ", style="small", ink="ink-soft")
        self.table = TextTable(_COLUMNS)
        self.table.setItemDelegateForColumn(_DOORS, _Doors(self))
        self.empty = EmptyState()
        self.ask = Button(self.tr("Ask…"), "primary", icon="chat-circle-dots")
        self.open_button = Button(self.tr("Show the entry"), "plain")
        self.forget = Button(self.tr("Forget it…"), "plain", icon="prohibit")
        self.calls = Button(self.tr("Call list…"), "plain", icon="phone")
        self._arrange()
        self._connect()
        self.setAccessibleName(self.tr("Consent"))
        self.calls.setAccessibleName(self.tr("Make a list to call from"))
        self.table.setAccessibleName(self.tr("Who to ask"))
        self.table.set_headings(
            (
                self.tr("Code"),
                self.tr("Name"),
                self.tr("Town"),
                self.tr("Consent"),
                self.tr("First to end"),
            )
        )
        self._tell_empty()
        self._tell()

    def _arrange(self) -> None:
        head = Toolbar(self._title, STRETCH, self._count, self.calls, spacing=12)
        choice = Pane("window", "b")
        line = hbox(
            choice,
            self.view,
            (self.why, 1, Qt.AlignmentFlag.AlignVCenter),
            margins=(16, 8, 16, 8),
            spacing=16,
        )
        self._choice = line
        self.bar = ActionBar(self.forget, STRETCH, self.open_button, self.ask)
        self.lay_out(head, self.table, above=(choice,), foot=self.bar)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _key: self.reload())
        self.table.opened.connect(self._ask)
        self.table.chosen.connect(self._chosen)
        self.ask.clicked.connect(lambda: self._ask(self.table.current()))
        self.open_button.clicked.connect(self._open_business)
        self.forget.clicked.connect(self._forget)
        self.calls.clicked.connect(self._choose_file)
        self.empty.button.clicked.connect(self._leave_empty)

    def _tell_empty(self) -> None:
        if self._is_new:
            self.empty.set_texts(
                self.tr("No businesses yet"),
                self.tr("Bring in a list first; then whom to ask is listed here."),
                self.tr("Import a list…"),
                "tray-arrow-down",
            )
            return
        self.empty.set_texts(
            self.tr("Nobody is waiting here"),
            self.tr("Everybody in this view was asked, and their consent holds."),
            self.tr("Go to the list"),
            "handshake",
        )

    def _leave_empty(self) -> None:
        if self._is_new:
            self.wanted.emit("import", None)
        else:
            self.wanted.emit("directory", "all")

    # -- reading

    def open(self, argument: Any = None) -> None:
        """Show a view of VIEWS, or the one that was shown."""
        if argument in VIEWS:
            self.view.set_value(argument)
        self.reload()

    def resume(self, before: Self) -> None:
        """In the same view."""
        self.view.set_value(before.view.value())
        super().resume(before)

    def reload(self) -> None:
        """Read the view again."""
        view = self.view.value()

        def look(browser: "Browser") -> "_Found":
            rows = browser.first_rows(Filter(view=view), MOST)
            counts = {key: browser.count(Filter(view=key)) for key in VIEWS}
            return view, rows, counts, not rows and not browser.count(Filter())

        self.session.look(look, self._arrived)

    def _arrived(self, found: "_Found") -> None:
        view, rows, self._counts, self._is_new = found
        if view != self.view.value():
            return
        self._tell_empty()
        self.table.set_rows([self._row(row) for row in rows])
        self.show_content(bool(rows))
        if rows and self.table.current() is None:
            self.table.selectRow(min(max(self.table.currentIndex().row(), 0), len(rows) - 1))
        self._tell()

    def _row(self, row: "BusinessRow") -> TextRow:
        today = self.session.today()
        ends = [door.until for door in row.doors if door.answer == "yes" and door.until]
        first = dates.long(min(ends)) if ends else "—"
        late = bool(ends) and min(ends) < today
        cells = (row.code, row.name, row.city, words.doors_sentence(row, today), first)
        return TextRow(cells, row, warn=late)

    def _tell(self) -> None:
        names = {
            "to_ask": self.tr("Who to ask"),
            "consent_ending": self.tr("Ends within 60 days"),
            "never_asked_6_months": self.tr("Never asked"),
        }
        items = [
            (view, f"{names[view]} ({self._counts[view]})" if self._counts else names[view])
            for view in VIEWS
        ]
        self.view.set_items(items, self.tr("Show"))
        self.why.set_words(self._why())
        shown = self.table.rows.rowCount()
        self._count.setText(
            plurals.count(shown, self.tr("One business"), self.tr("{n} businesses"))
            if shown
            else ""
        )
        self.calls.setEnabled(bool(shown))
        self._chosen(self.table.current())

    def _why(self) -> str:
        return {
            "to_ask": self.tr("Nobody has asked them yet, or nobody knows who asked when."),
            "consent_ending": self.tr("Ask again before it ends, or they fall out of the guides."),
            "never_asked_6_months": self.tr(
                "For half a year nobody asked them: ask, or forget what nobody needs."
            ),
        }[self.view.value()]

    def _chosen(self, row: "BusinessRow | None") -> None:
        for button in (self.ask, self.open_button, self.forget):
            button.setEnabled(row is not None)

    # -- deeds

    def _ask(self, row: "BusinessRow | None") -> None:
        if row is None:
            return

        def arrived(dossier: Any) -> None:
            said = self.tr("Answers of %1 recorded").replace("%1", dossier.business.name)
            dialog = converse(
                dossier,
                self.session,
                self.window(),
                recorded=lambda: self.said.emit(said, "chat-circle-dots", True),
                failed=self.went_wrong.emit,
            )
            dialog.withdraw_wanted.connect(lambda: self._withdraw(row.id))
            self.dialog = dialog

        self.session.ask(
            lambda store: store.businesses.get(row.id), arrived, failed=self.went_wrong.emit
        )

    def _open_business(self) -> None:
        row = self.table.current()
        if row is not None:
            self.wanted.emit("directory", row.id)

    def _forget(self) -> None:
        row = self.table.current()
        if row is not None:
            self._withdraw(row.id)

    def _withdraw(self, business_id: str) -> None:
        dialog = WithdrawDialog(business_id, self.session, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.went_wrong.connect(self.went_wrong)
        dialog.open()
        self.dialog = dialog

    def _choose_file(self) -> None:
        file_dialogs.ask_where(
            self.session,
            self,
            self.tr("Save the call list"),
            leaving.KINDS["call-list"],
            self.save_calls,
        )

    def save_calls(self, path: Path) -> None:
        """Write the list to call from: private, numbered, counted as a print run."""
        view = self.view.value()

        def make(store: Any, progress: Any) -> "Made":
            return print_to_file(
                store, Choices("", GuideOptions("call-list"), view), path, progress
            )

        def made(done: "Made") -> None:
            said = self.tr("Saved as run %1. It is private: destroy it after the calls")
            self.said.emit(said.replace("%1", f"{done.number:04}"), "phone", False)

        self.session.write(
            make, made, failed=self.went_wrong.emit, text=self.tr("Making the call list")
        )

    # -- room and keyboard

    def panes(self) -> list[QWidget]:
        """The choice, the table, the deeds."""
        return [self.view, self.table if self.table.rows.rowCount() else self.empty, self.bar]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reason goes where there is no room for it."""
        super().resizeEvent(event)
        self.why.setVisible(self.width() >= 900)
        self._count.setVisible(self.width() >= 560)
