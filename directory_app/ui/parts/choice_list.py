"""The list below the palette's field: an icon, words, what kind it is, and its keys."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from directory_app.ui import icons, theme
from directory_app.ui.parts.finding import Choice
from directory_app.ui.widgets.base import ScrollBar, see_through
from directory_app.ui.widgets.plain_table import LEFT, RIGHT

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ChoiceModel(QAbstractListModel):
    """Choices in the order in which they were found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show(self, choices: Sequence[Choice]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.choices = list(choices)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words; for a screen reader all that is painted."""
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (choice.words, choice.hint, choice.keys)))
        return None


class _Delegate(QStyledItemDelegate):
    """Paints a choice."""

    def __init__(self, around: "ChoiceList") -> None:
        super().__init__(around)
        self._list = around

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """36 px, more with larger text."""
        return QSize(120, theme.height("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        choice = self._list.found.choices[index.row()]
        on = index.row() == self._list.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selection"))
            painter.drawRoundedRect(rect.adjusted(8, 1, -8, -1), 6, 6)
        role = "accent-text" if on else "ink-soft"
        icons.paint(painter, 20, rect.center().y() - 8, choice.icon, role, icons.ROW)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink-soft"))
        aside = "   ".join(filter(None, (choice.hint, choice.keys)))
        room = rect.adjusted(46, 0, -20, 0)
        painter.drawText(room, RIGHT, aside)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(aside) - 12)
        painter.setFont(theme.medium("body") if on else theme.font("body"))
        painter.setPen(theme.color("ink"))
        cut = Qt.TextElideMode.ElideRight
        painter.drawText(
            room, LEFT, painter.fontMetrics().elidedText(choice.words, cut, room.width())
        )
        painter.restore()


class ChoiceList(QListView):
    """``picked(choice)``: Enter or a click. The keyboard stays in the field above."""

    picked = Signal(object)
    focus_ring = "none"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found = ChoiceModel(self)
        self.setModel(self.found)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        see_through(self)
        self.clicked.connect(lambda index: self.picked.emit(self.found.choices[index.row()]))
        self.entered.connect(self.setCurrentIndex)

    def show_choices(self, choices: Sequence[Choice], keep: str = "") -> None:
        """Offer these; the one with the id ``keep`` stays chosen, else the first is."""
        self.found.show(choices)
        ids = [choice.id for choice in choices]
        self.setCurrentIndex(self.found.index(ids.index(keep) if keep in ids else 0))

    def current(self) -> Choice | None:
        """The one that Enter takes."""
        row = self.currentIndex().row()
        return self.found.choices[row] if 0 <= row < len(self.found.choices) else None

    def step(self, rows: int) -> None:
        """Up or down, round the ends."""
        many = len(self.found.choices)
        if many:
            row = (self.currentIndex().row() + rows) % many
            self.setCurrentIndex(self.found.index(row))
            self.scrollTo(self.currentIndex())
