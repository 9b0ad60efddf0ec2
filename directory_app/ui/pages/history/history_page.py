"""The history: who changed what and when, step by step; each can be taken back by itself."""

import datetime as dt
from array import array
from collections.abc import Callable
from enum import IntEnum
from typing import Any, Self

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.store.history import HistoryFilter, HistoryStep
from directory_app.store.reverting import Reverted
from directory_app.tasks import history
from directory_app.ui import steps, theme
from directory_app.ui.pages.page import BesidePage
from directory_app.ui.parts import history_words as words
from directory_app.ui.plurals import count
from directory_app.ui.session import Session
from directory_app.ui.widgets import dates
from directory_app.ui.widgets.base import Label, Pane
from directory_app.ui.widgets.buttons import Button
from directory_app.ui.widgets.combo import Combo
from directory_app.ui.widgets.empty import EmptyState
from directory_app.ui.widgets.layouts import STRETCH, hbox, vbox
from directory_app.ui.widgets.plain_table import (
    NO_PARENT,
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

PAGE = 100
_PAGES = 64


class Column(IntEnum):
    """The columns."""

    WHEN = 0
    WHO = 1
    WHAT = 2


class StepsModel(RowsModel):
    """Steps by their numbers; ``load(page)`` is called for what is wanted and not there."""

    columns = Column

    def __init__(self, zone: dt.tzinfo, load: Callable[[int], None], parent: Any = None) -> None:
        super().__init__(parent)
        self.ids: array[int] = array("q")
        self._zone, self._load = zone, load
        self._pages: dict[int, dict[int, HistoryStep]] = {}
        self._wanted: set[int] = set()

    def set_ids(self, ids: "array[int]") -> None:
        """Other steps, none of them loaded."""
        self.beginResetModel()
        self.ids, self._pages, self._wanted = ids, {}, set()
        self.endResetModel()

    def page_ids(self, page: int) -> list[int]:
        """The numbers of one page."""
        return list(self.ids[page * PAGE : (page + 1) * PAGE])

    def put(self, page: int, ids: list[int], found: list[HistoryStep]) -> None:
        """What was loaded; dropped where the list is another by now."""
        if self.page_ids(page) != ids:
            return
        while len(self._pages) >= _PAGES:
            self._pages.pop(next(iter(self._pages)))
        self._pages[page] = {step.action_id: step for step in found}
        self._wanted.discard(page)
        last = min((page + 1) * PAGE, len(self.ids)) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(Column) - 1))

    def row(self, at: int) -> HistoryStep | None:
        """A step, None while it is not loaded."""
        page = at // PAGE
        if page not in self._pages:
            if page not in self._wanted:
                self._wanted.add(page)
                self._load(page)
            return None
        return self._pages[page].get(self.ids[at])

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """All steps."""
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The cell's answer."""
        if not index.isValid():
            return None
        step = self.row(index.row())
        if step is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        return self.cell(step, Column(index.column()), role)

    def headings(self) -> tuple[str, ...]:
        """The words above."""
        return self.tr("When"), self.tr("Who"), self.tr("What")

    def cell(self, row: HistoryStep, column: Column, role: int) -> Any:
        """Words of a cell."""
        if role == Qt.ItemDataRole.UserRole:
            return row.undone
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if column == Column.WHEN:
            return moment(row.at.astimezone(self._zone))
        if column == Column.WHO:
            return row.by or "—"
        told = steps.words(row.label)
        return self.tr("%1 (taken back)").replace("%1", told) if row.undone else told


def moment(at: dt.datetime) -> str:
    """A day and a time, by the locale."""
    from PySide6.QtCore import QTime

    time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
    return f"{dates.long(at.date())}, {time}"


class _Delegate(QStyledItemDelegate):
    """Paints a cell."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px, more with larger text."""
        return QSize(60, theme.height("row_review"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        column = Column(index.column())
        painter.save()
        paint_ground(painter, option)
        what = column == Column.WHAT
        painter.setFont(theme.medium("body") if what else theme.tabular(theme.font("body")))
        undone = bool(index.data(Qt.ItemDataRole.UserRole))
        painter.setPen(theme.color("ink" if what and not undone else "ink-soft"))
        room = option.rect.adjusted(16 if column == Column.WHEN else 4, 0, -12, 0)
        paint_words(painter, room, str(index.data() or ""))
        painter.restore()


class StepsTable(PlainTable):
    """The table of steps."""

    def __init__(self, model: StepsModel, parent: QWidget | None = None) -> None:
        super().__init__(model, PlainHeader({Column.WHEN: 16}), "row_review", parent)
        self.setItemDelegate(_Delegate(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """When and who get what they need, what gets the rest."""
        super().resizeEvent(event)
        room = self.viewport().width()
        when = min(self.fontMetrics().horizontalAdvance("28 wwww 2026, 12:58 AM") + 30, room // 2)
        who = 110 if room > 480 else 0
        self.setColumnHidden(Column.WHO, not who)
        self.setColumnWidth(Column.WHEN, when)
        self.setColumnWidth(Column.WHO, who)
        self.setColumnWidth(Column.WHAT, room - when - who)


_COLUMNS = (TextColumn(120), TextColumn(120, strong=True), TextColumn(140, strong=True))
#: Of whom a change is: told where a step is about several.
_OF, _NOBODY = TextColumn(200), TextColumn(0, least=1_000_000)
#: Narrower, the way to the whole directory is an icon.
_WORDS = 760
_DAYS = {"": None, "0": 0, "7": 6, "31": 30}
Found = tuple["array[int]", list[str], str]


class HistoryPage(BesidePage):
    """Enter goes to what a step changed; Esc comes back."""

    table: StepsTable
    detail_width = 440

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.owner = ""
        self._owner_name = ""
        self._step: HistoryStep | None = None
        self._loaded = False
        self.title = Label("", "page-name", elide=True)
        self.everything = Button("", "flat", icon="x")
        self.who, self.days = Combo(self.tr("Whose changes")), Combo(self.tr("Of which days"))
        self.count = Label("", "body", "ink-soft")
        self.model = StepsModel(session.timezone, self._load, self)
        self.table = StepsTable(self.model)
        self.empty = EmptyState()
        self.what = Label("", "heading", wrap=True)
        self.when = Label("", "small", "ink-soft", wrap=True)
        self.changes = TextTable((*_COLUMNS, _NOBODY))
        self.more = Label("", "small", "ink-soft", wrap=True)
        self.told = Remark("info", "warn")
        self.undo = Button(self.tr("Undo this step"), "plain", icon="arrow-u-up-left")
        self.back_button = Button("", "flat", icon="x")
        self.days.setMinimumWidth(140)
        self.narrow = ((self.count, 760),)
        self._lay_out()
        self._connect()
        self.setAccessibleName(self.tr("History"))
        self.everything.set_name(self.tr("Of the whole directory"))
        told = (
            self.tr("Any day"),
            self.tr("Today"),
            self.tr("The last week"),
            self.tr("The last month"),
        )
        self.days.set_items(list(zip(_DAYS, told, strict=True)))
        self.table.setAccessibleName(self.tr("Steps, the newest first"))
        self.changes.setAccessibleName(self.tr("What this step changed"))
        self.changes.set_headings(
            (self.tr("What"), self.tr("Before"), self.tr("After"), self.tr("Of"))
        )
        self.back_button.set_name(self.tr("Back to the steps"))
        self._tell()
        if self._step is not None:
            self._describe(self._step)

    def _lay_out(self) -> None:
        right = (self.count, self.who, self.days)
        head = Toolbar(self.title, self.everything, STRETCH, *right, spacing=8)
        self.detail = Pane("base", "l")
        inner = vbox(self.detail, margins=(17, 14, 16, 14), spacing=8)
        top = hbox(None, (self.what, 1), self.back_button, spacing=None)
        inner.addLayout(top)
        inner.addWidget(self.when)
        inner.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.told)
        inner.addWidget(self.changes, 1)
        inner.addWidget(self.more)
        self.lay_out(head, self.both())

    def _connect(self) -> None:
        self.everything.clicked.connect(lambda: self.open(""))
        self.who.picked.connect(lambda _key: self.reload())
        self.days.picked.connect(lambda _key: self.reload())
        self.table.selectionModel().currentRowChanged.connect(lambda *_both: self._choose())
        self.model.dataChanged.connect(lambda *_both: self._choose())
        self.table.doubleClicked.connect(lambda _index: self.to_detail())
        self.undo.clicked.connect(self.take_back)

    # -- reading

    def open(self, argument: Any = None) -> None:
        """``argument``: the id of one business, "" for the whole directory, None as before."""
        if argument is not None:
            self.owner = str(argument)
        self.reload()

    def resume(self, before: Self) -> None:
        """The same steps."""
        self.owner = before.owner
        self.days.set_value(before.days.value())
        who = before.who.value()
        self.who.set_items([("", self.tr("Everybody")), (who, who)])
        self.who.set_value(who)
        self.open()

    def reload(self) -> None:
        """Look again."""
        wanted, owner = self._wanted(), self.owner

        def look(store: Any) -> Found:
            name = store.businesses.get(owner).business.name if owner else ""
            return store.history.ids(wanted), store.history.people(), name

        self.session.ask(look, self._arrived, failed=self._lost)

    def _lost(self, error: Exception) -> None:
        self.owner = ""  # it was deleted or forgotten meanwhile
        self.went_wrong.emit(error)

    def _wanted(self) -> HistoryFilter:
        back = _DAYS[self.days.value()]
        since = None
        if back is not None:
            day = self.session.today() - dt.timedelta(days=back)
            since = dt.datetime.combine(day, dt.time(), self.session.timezone)
            since = since.astimezone(dt.UTC)
        return HistoryFilter(by=self.who.value() or None, owner=self.owner, since=since)

    def _arrived(self, found: Found) -> None:
        ids, people, self._owner_name = found
        self._loaded = True
        chosen = self.who.value()
        self.who.set_items([("", self.tr("Everybody")), *((one, one) for one in people)])
        self.who.set_value(chosen)
        kept = self._step.action_id if self._step else 0
        self.model.set_ids(ids)
        self.show_content(bool(ids))
        if ids:
            self.table.selectRow(ids.index(kept) if kept in ids else 0)
        self._tell()
        self._choose()

    def _load(self, page: int) -> None:
        ids = self.model.page_ids(page)
        self.session.ask(
            lambda store: store.history.by_ids(ids),
            lambda found: self.model.put(page, ids, found),
        )

    def _tell(self) -> None:
        own = self._owner_name
        self.title.setText(
            self.tr("History of %1").replace("%1", own)
            if self.owner and own
            else self.tr("History")
        )
        self.everything.setVisible(bool(self.owner))
        total = self.model.rowCount()
        self.count.setText(count(total, self.tr("One step"), self.tr("{n} steps")) if total else "")
        self.empty.set_texts(
            self.tr("Nothing here") if self._loaded else self.tr("Looking…"),
            self.tr("Every change is listed here with who made it. What was forgotten is not."),
        )

    # -- one of them

    def _choose(self) -> None:
        at = self.table.currentIndex().row()
        step = self.model.row(at) if 0 <= at < self.model.rowCount() else None
        if step == self._step or (step is None and at >= 0):
            self.fit()
            return  # the same, or not loaded yet
        if step is None or self._step is None or step.action_id != self._step.action_id:
            self.told.set_words("")
        self._step = step
        self.fit()
        if step is not None:
            self._describe(step)

    def _describe(self, step: HistoryStep) -> None:
        self.what.setText(steps.words(step.label))
        told = moment(step.at.astimezone(self.session.timezone))
        self.when.setText(f"{told} · {step.by}" if step.by else told)
        self._may_undo()
        owner = self.owner
        self.session.ask(
            lambda store: history.changes(store, step.action_id, owner),
            lambda found: self._show_changes(step, found),
        )

    def _show_changes(self, step: HistoryStep, found: history.Changes) -> None:
        if self._step is None or self._step.action_id != step.action_id:
            return
        self.changes.text_columns = (*_COLUMNS, _OF if found.names else _NOBODY)
        self.changes.set_rows(
            [TextRow((*words.change(one), found.of(one)), one) for one in found.first]
        )
        rest = found.total - len(found.first)
        self.more.setText(
            count(rest, self.tr("and one more change"), self.tr("and {n} more changes"))
            if rest
            else ""
        )

    def take_back(self) -> None:
        """Undo this step alone, as a new step."""
        step = self._step
        if step is not None:
            self.undo.setEnabled(False)
            self.session.write(
                lambda store, progress: store.history.revert(step.action_id, progress),
                self._taken_back,
                failed=self._not_taken_back,
                cancelled=self._may_undo,
                text=self.tr("Taking the step back"),
            )

    def _not_taken_back(self, error: Exception) -> None:
        self._may_undo()
        self.went_wrong.emit(error)

    def _may_undo(self) -> None:
        step = self._step
        self.undo.setEnabled(self.session.writable and step is not None and not step.undone)

    def _taken_back(self, done: Reverted) -> None:
        self._may_undo()
        self.told.set_words(words.conflicts(done.conflicts))
        name = steps.words(done.label)
        if done.done:
            self.said.emit(self.tr("Taken back: %1").replace("%1", name), "arrow-u-up-left", True)
        else:
            self.said.emit(self.tr("Nothing could be taken back"), "info", False)

    # -- room and keyboard

    def panes(self) -> list[QWidget]:
        """The steps, and what one changed."""
        if not self.model.rowCount():
            return [self.empty]
        return [pane for pane in (self.table, self.detail) if not pane.isHidden()]

    def is_chosen(self) -> bool:
        """Whether a step is."""
        return self._step is not None

    def fit(self) -> None:
        """Share the width; where it is small, the way back to all is an icon."""
        super().fit()
        words = self.everything.accessibleName()
        self.everything.setText(words if self.width() >= _WORDS else "")

    def focus_detail(self) -> None:
        """To what it changed."""
        self.changes.setFocus(Qt.FocusReason.OtherFocusReason)
