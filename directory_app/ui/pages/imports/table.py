"""The review table: painted rows, the verdict's menu, and the header that names the fields.

The header shows, above each painted choice, the heading that the list itself has. Alt+Down
opens the choice of the column that has the keyboard; Space opens the verdict's menu.
"""

import datetime as dt
from enum import IntEnum
from functools import lru_cache
from html import escape
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from directory_app.model.draft import Draft, Problem, Severity, VerdictKind
from directory_app.tasks.import_review import ImportReview, Tab
from directory_app.ui import icons, theme
from directory_app.ui.parts import import_words
from directory_app.ui.style import paint_box
from directory_app.ui.widgets import doors
from directory_app.ui.widgets.doors import DoorState
from directory_app.ui.widgets.plain_table import PlainTable, RowsModel


class Column(IntEnum):
    """The columns of the table."""

    LINE = 0
    VERDICT = 1
    NAME = 2
    ADDRESS = 3
    HOURS = 4
    WHY = 5
    PRINT = 6


KIND_ROLE = Qt.ItemDataRole.UserRole
WARN_ROLE = Qt.ItemDataRole.UserRole + 1
DOOR_ROLE = Qt.ItemDataRole.UserRole + 2
QUIET_ROLE = Qt.ItemDataRole.UserRole + 3

_QUIET = (VerdictKind.SKIP, VerdictKind.ASK, VerdictKind.BLOCKED)
#: Fields of the draft whose problems a column marks.
_FIELDS_OF = {
    Column.NAME: ("name", "alternate_name"),
    Column.ADDRESS: ("address", "address_1", "address_2", "address_type", "city", "directions"),
    Column.HOURS: ("hours", "opening_hours", "hours_note", "hours_note_en", "hours_note_es"),
}


class ImportModel(RowsModel):
    """Rows of an ImportReview: each is a place in it. ``changed`` follows what changes a count."""

    changed = Signal()
    columns = Column

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = ImportReview(())
        self._today = today
        self._tab = Tab.ALL

    # -- what is shown

    def set_review(self, review: ImportReview) -> None:
        """Show another list, all its rows."""
        self.review, self._tab = review, Tab.ALL
        self.set_rows(review.places(Tab.ALL))
        self.changed.emit()

    def set_tab(self, tab: Tab) -> None:
        """Show the rows of a tab. They stay while they are looked at, whatever one decides."""
        self._tab = tab
        self.set_rows(self.review.places(tab))

    @property
    def tab(self) -> Tab:
        """The tab that is shown."""
        return self._tab

    def place(self, row: int) -> int:
        """The verdict that a row shows."""
        return int(self.row(row))

    def row_of(self, place: int) -> int:
        """The row that shows a verdict, or -1."""
        return self._rows.index(place) if place in self._rows else -1

    # -- changing

    def set_kind(self, row: int, kind: VerdictKind) -> bool:
        """Let something else happen with a row."""
        done = self.review.set_kind(self.place(row), kind)
        self.refresh(self.place(row))
        return done

    def refresh(self, place: int | None = None) -> None:
        """Repaint a verdict (or all), and count again."""
        row = self.row_of(place) if place is not None else -1
        first, last = (row, row) if row >= 0 else (0, len(self._rows) - 1)
        if last >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        self.changed.emit()

    # -- Qt

    def headings(self) -> tuple[str, ...]:
        """The words above the columns, for the header and for a screen reader."""
        return (
            self.tr("Line"),
            self.tr("What happens"),
            self.tr("Name"),
            self.tr("Address"),
            self.tr("Opening hours"),
            self.tr("Why"),
            self.tr("Print"),
        )

    def cell(self, row: int, column: Column, role: int) -> Any:
        """Words, sentences and states of a cell; ``row`` is its place in the review."""
        place = row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(place, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(place, column)
        if role == KIND_ROLE:
            return self.review.outcome(place)
        if role == WARN_ROLE:
            return self._warning(place, column) is not None
        if role == DOOR_ROLE:
            return self._door(place)[0]
        if role == QUIET_ROLE:
            return self.review.outcome(place) in _QUIET
        return None

    def _words(self, place: int, column: Column) -> str:
        verdict = self.review.verdicts[place]
        draft = verdict.draft
        if column == Column.LINE:
            return str(draft.line)
        if column == Column.VERDICT:
            return import_words.verdict_name(self.review.outcome(place))
        if column == Column.NAME:
            return draft.name
        if column == Column.ADDRESS:
            return address_words(draft)
        if column == Column.HOURS:
            return _hours(draft)
        if column == Column.WHY:
            return import_words.why(verdict)
        return ""

    def _sentence(self, place: int, column: Column) -> str:
        if column == Column.PRINT:
            return self._door(place)[1]
        words = self._words(place, column)
        problem = self._warning(place, column)
        if problem is not None:
            return f"{words}\n{import_words.problem_sentence(problem)}".strip()
        if column == Column.VERDICT:
            return f"{words}: {import_words.verdict_sentence(self.review.outcome(place))}"
        return words

    def _warning(self, place: int, column: Column) -> Problem | None:
        fields = _FIELDS_OF.get(column, ())
        for problem in self.review.verdicts[place].draft.problems:
            if problem.severity != Severity.NOTE and problem.field in fields:
                return problem
        return None

    def _door(self, place: int) -> tuple[DoorState, str]:
        return import_words.print_door(self.review.verdicts[place].draft, self._today)


def address_words(draft: Draft) -> str:
    """Street and suite, else how to find it, else the town."""
    values = draft.values
    street = ", ".join(filter(None, (values.get("address_1"), values.get("address_2"))))
    directions = values.get("directions_en") or values.get("directions_es")
    return str(street or directions or values.get("city") or "")


def _hours(draft: Draft) -> str:
    values = draft.values
    note = values.get("hours_note_en") or values.get("hours_note_es")
    osm = values.get("opening_hours", "")
    return "; ".join(filter(None, (_in_words(osm, import_words.language()), note)))


@lru_cache(2048)
def _in_words(osm: str, language: str) -> str:
    return import_words.hours_words(osm)


CHIP_WIDTH = 112
#: Columns whose field is chosen in the header.
CHOOSABLE = (Column.NAME, Column.ADDRESS, Column.HOURS)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
Index = QModelIndex | QPersistentModelIndex


class ReviewDelegate(QStyledItemDelegate):
    """Paints a cell: ground, line below, and what the column shows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = "selection" if selected else "base"
        if selected and not state & QStyle.StateFlag.State_Active:
            ground = "selection-inactive"
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        _PAINT.get(Column(index.column()), _paint_words)(painter, rect, index, selected)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """32 px high, more with larger text."""
        return QSize(80, theme.height("row_review"))


def _paint_line(painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
    painter.setFont(theme.tabular(theme.font("small")))
    painter.setPen(theme.color("ink-soft"))
    painter.drawText(rect.adjusted(0, 0, -16, 0), _RIGHT, index.data())


def _paint_verdict(painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
    kind = index.data(KIND_ROLE)
    ground, ink = import_words.ROLES[kind]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high = theme.height("verdict", "small")
    wide = min(CHIP_WIDTH, rect.width() - 8)
    middle = rect.y() + rect.height() / 2
    chip = QRectF(rect.x(), round(middle - high / 2), wide, high)
    if ground or selected:
        paint_box(painter, chip, "base" if selected else ground, None, "field")
    y = round(middle)
    icon_role = "ok" if ground is None else ink
    icons.paint(painter, chip.x() + 7, y - 7, import_words.ICONS[kind], icon_role, 14)
    painter.setFont(theme.medium("small") if ground else theme.font("small"))
    painter.setPen(theme.color(ink))
    painter.drawText(chip.adjusted(27, 0, -20, 0), _LEFT, index.data())
    icons.paint(painter, chip.right() - 17, y - 5, "caret-down", ink, 11)


def _paint_words(painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
    column = Column(index.column())
    face = theme.medium("body") if column == Column.NAME else theme.font("body")
    ink = "ink-soft" if index.data(QUIET_ROLE) else "ink"
    x = rect.x() + 4
    if index.data(WARN_ROLE):
        icons.paint(painter, x, rect.center().y() - 7, "warning", "warn", 14, fill=True)
        x += 18
    _draw_cut(painter, QRect(x, rect.y(), rect.right() - x - 8, rect.height()), face, ink, index)


def _paint_why(painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
    look = index.data(KIND_ROLE) == "duplicate" or index.data(WARN_ROLE)
    room = rect.adjusted(4, 0, -8, 0)
    _draw_cut(painter, room, theme.font("small"), "warn" if look else "ink-soft", index)


def _draw_cut(painter: QPainter, room: QRect, face: object, ink: str, index: Index) -> None:
    painter.setFont(face)  # type: ignore[arg-type]  # a QFont
    painter.setPen(theme.color(ink))
    words = str(index.data() or "").replace("\n", " ")
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, cut)


def _paint_print(painter: QPainter, rect: QRect, index: Index, selected: bool) -> None:
    if index.data(KIND_ROLE) in ("skip", "ask", "blocked"):
        return
    y = rect.center().y() - 11
    doors.paint_door(painter, rect.center().x() - 9, y, index.data(DOOR_ROLE))


_PAINT = {
    Column.LINE: _paint_line,
    Column.VERDICT: _paint_verdict,
    Column.WHY: _paint_why,
    Column.PRINT: _paint_print,
}


class ReviewHeader(QHeaderView):
    """56 px: the list's own heading above the field that it feeds."""

    choose = Signal(int)
    focus_ring = "none"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._headings: dict[int, tuple[str, str]] = {}
        self.setMinimumSectionSize(40)
        self.setHighlightSections(False)
        self.setMouseTracking(True)

    def set_headings(self, headings: dict[int, tuple[str, str]]) -> None:
        """What each choosable column shows: (the list's heading, the field's name)."""
        self._headings = headings
        self.viewport().update()

    def headings(self) -> dict[int, tuple[str, str]]:
        """What is shown."""
        return dict(self._headings)

    def sizeHint(self) -> QSize:
        """56 px, more with larger text."""
        small, body = (QFontMetrics(theme.font(style)).height() for style in ("caption", "body"))
        return QSize(super().sizeHint().width(), max(56, small + body + 26))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw heading and choice, or the plain heading."""
        painter.save()
        painter.fillRect(rect, theme.color("header"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.color("line"))
        if section in self._headings:
            self._paint_choice(painter, rect, *self._headings[section])
        else:
            self._paint_plain(painter, rect, section)
        painter.restore()

    def _paint_plain(self, painter: QPainter, rect: QRect, section: int) -> None:
        painter.setFont(theme.bold("small"))
        painter.setPen(theme.color("ink-soft"))
        words = self.model().headerData(section, self.orientation())
        at = {Column.LINE: (8, 0), Column.PRINT: (0, 0)}.get(Column(section), (4, 0))
        room = rect.adjusted(at[0], 0, at[1], -9)
        across = (
            Qt.AlignmentFlag.AlignHCenter if section == Column.PRINT else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | across), str(words))

    def _paint_choice(self, painter: QPainter, rect: QRect, heading: str, field: str) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box(rect)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("ink-soft"))
        above = QRectF(box.x() + 4, rect.y() + 5, box.width() - 8, box.y() - rect.y() - 6)
        metrics = QFontMetrics(theme.font("caption"))
        cut = metrics.elidedText(heading, Qt.TextElideMode.ElideRight, int(above.width()))
        painter.drawText(above, _LEFT, cut)
        paint_box(painter, box, "base", "line-strong", "field")
        painter.setFont(theme.bold("small"))
        painter.setPen(theme.color("ink"))
        inner = box.adjusted(8, 0, -24, 0)
        metrics = QFontMetrics(theme.bold("small"))
        cut = metrics.elidedText(field, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, _LEFT, cut)
        icons.paint(painter, box.right() - 19, box.center().y() - 6, "caret-down", "ink-soft", 12)

    def _box(self, rect: QRect) -> QRectF:
        high = max(26, QFontMetrics(theme.font("body")).height() + 8)
        return QRectF(rect.x(), rect.bottom() - high - 6, rect.width() - 8, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the choice that was pressed; the edges still resize."""
        section = self.logicalIndexAt(event.position().toPoint())
        x = self.sectionViewportPosition(section)
        inside = x + 4 < event.position().x() < x + self.sectionSize(section) - 8
        if section in self._headings and inside:
            self.choose.emit(section)
            return
        super().mousePressEvent(event)


class ReviewTable(PlainTable):
    """One tab stop; arrows move.

    ``menu_wanted(row)`` (Space) and ``field_wanted(column)`` (Alt+Down) open menus,
    ``pane_wanted`` (Enter, double click) goes to what the row brings.
    """

    menu_wanted = Signal(int)
    field_wanted = Signal(int)
    pane_wanted = Signal()
    moved = Signal(int)
    header: ReviewHeader

    def __init__(self, model: ImportModel, parent: QWidget | None = None) -> None:
        super().__init__(model, ReviewHeader(), "row_review", parent)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (Column.LINE, Column.VERDICT, Column.PRINT):
            self.header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.header.choose.connect(self.field_wanted)
        self.setItemDelegate(ReviewDelegate(self))
        self.fit_columns()
        self.doubleClicked.connect(lambda _index: self.pane_wanted.emit())
        self.selectionModel().currentRowChanged.connect(
            lambda now, _old: self.moved.emit(now.row())
        )

    def fit_columns(self) -> None:
        """Share what is left between name, address, hours and why; drop why, hours, address."""
        print_words = str(self.model().headerData(Column.PRINT, Qt.Orientation.Horizontal))
        metrics = QFontMetrics(theme.bold("small"))
        fixed = {
            Column.LINE: 50,
            Column.VERDICT: CHIP_WIDTH + 8,
            Column.PRINT: max(50, metrics.horizontalAdvance(print_words) + 14),
        }
        for column, wide in fixed.items():
            self.setColumnWidth(column, wide)
        room = max(self.viewport().width() - sum(fixed.values()), 160)
        wanted = {Column.NAME: 212, Column.ADDRESS: 164, Column.HOURS: 148, Column.WHY: 180}
        shown = [Column.NAME]
        for column in (Column.ADDRESS, Column.HOURS, Column.WHY):
            if sum(wanted[one] for one in [*shown, column]) * 0.8 <= room:
                shown.append(column)
        total = sum(wanted[one] for one in shown)
        for column, share in wanted.items():
            self.setColumnHidden(column, column not in shown)
            self.setColumnWidth(column, int(room * share / total))

    def resizeEvent(self, event: object) -> None:
        """Share the width again."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self.fit_columns()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a verdict opens its menu."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.VERDICT:
            self.menu_wanted.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space opens the verdict's menu, Alt+Down the field of the column, Enter the pane."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            column = index.column() if index.column() in CHOOSABLE else Column.NAME
            self.field_wanted.emit(column)
        elif event.key() == Qt.Key.Key_Space and index.isValid():
            self.menu_wanted.emit(index.row())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.pane_wanted.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips as plain text: a name may look like markup."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_plain_tip(self, event)
            return True
        return super().viewportEvent(event)


def show_plain_tip(view: QTableView, event: QHelpEvent) -> None:
    """Show the tooltip of the cell under the mouse, escaped, so that it is never markup."""
    from PySide6.QtWidgets import QToolTip

    words = str(view.indexAt(event.pos()).data(Qt.ItemDataRole.ToolTipRole) or "")
    # QToolTip has no text format: escaped text is the only plain one
    plain = f"<qt>{escape(words)}</qt>".replace("\n", "<br>") if words else ""
    QToolTip.showText(event.globalPos(), plain, view.viewport())
