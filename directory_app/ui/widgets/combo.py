"""A choice from a list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from directory_app.ui import icons, theme
from directory_app.ui.style import paint_box
from directory_app.ui.widgets.base import ScrollBar, see_through
from directory_app.ui.widgets.fields import Boxed

Index = QModelIndex | QPersistentModelIndex
#: Room before the words of the open list, and for its tick.
_BEFORE, _TICK = 12, 22


class _Rows(QStyledItemDelegate):
    """The open list: room around the words, a rounded mark, a tick at what is chosen."""

    def __init__(self, combo: "Combo") -> None:
        super().__init__(combo)
        self._combo = combo

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as a field, and as wide as icon, words and tick."""
        words = QFontMetrics(theme.font("body")).horizontalAdvance(str(index.data() or ""))
        return QSize(_BEFORE + words + _TICK + 24, theme.height("field"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        painter.fillRect(rect, theme.color("base"))
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, QRectF(rect).adjusted(4, 1, -4, -1), "selection", None, "field")
        x, middle = rect.x() + _BEFORE, rect.center().y()
        icon = self._combo.icon_of(str(index.data(Qt.ItemDataRole.UserRole) or ""))
        if icon:
            icons.paint(painter, x, middle - 7, icon, "ink-soft", 16)
            x += 24
        chosen = index.row() == self._combo.currentIndex()
        if chosen:
            icons.paint(painter, rect.right() - _TICK, middle - 6, "check", "accent-text", 14)
        face = theme.medium("body") if chosen else theme.font("body")
        room = rect.right() - x - _TICK - 4
        cut = QFontMetrics(face).elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(face)
        painter.setPen(theme.color("ink"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(x, rect.y(), room, rect.height()), flags, cut)
        painter.restore()


class Combo(Boxed, QComboBox):
    """A choice from a list; keys are the item data. ``picked(key)`` when a person chose.

    ``items`` are (key, words) or (key, words, icon). ``editable=True`` lets one type too,
    then ``committed(text)`` follows. The wheel does not change it unless it has the focus.
    """

    picked = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        name: str,
        items: Sequence[tuple[str, ...]] = (),
        *,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.focus_radius = theme.length("radius", "field")
        self.shows_ring = True
        self._icons: dict[str, str] = {}
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view().setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
        self.setItemDelegate(_Rows(self))
        self.set_items(items)
        if editable:
            self._make_editable(name)
        self.activated.connect(lambda _index: self.picked.emit(self.value()))

    def _make_editable(self, name: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = QLineEdit()
        self.setLineEdit(line)
        line.setFrame(False)
        line.setAccessibleName(name)
        line.setTextMargins(6, 0, 0, 0)
        see_through(line)
        line.editingFinished.connect(lambda: self.committed.emit(self.currentText()))

    def set_items(self, items: Sequence[tuple[str, ...]]) -> None:
        """Replace the choices; the chosen key stays where it exists. No signal."""
        key = self.value()
        self.blockSignals(True)
        self.clear()
        for item in items:
            icon = item[2] if len(item) > 2 else ""
            self._icons[item[0]] = icon
            if icon:
                self.addItem(icons.icon(icon, "ink-soft"), item[1], item[0])
            else:
                self.addItem(item[1], item[0])
        self.blockSignals(False)
        self.set_value(key)

    def icon_of(self, key: str) -> str:
        """The icon of a choice; "" for one without."""
        return self._icons.get(key, "")

    def showPopup(self) -> None:
        """Dress the list in the colours of the moment, then open it."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.color("base"))
        palette.setColor(QPalette.ColorRole.Window, theme.color("base"))
        for part in (self.view(), self.view().window()):
            if part is not self.window():  # before it was ever open the list has no window
                part.setPalette(palette)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0))  # a long choice is not cut
        super().showPopup()

    def value(self) -> str:
        """The key of the choice, or ""."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose without a signal. An unknown key of an editable one is shown as typed."""
        index = self.findData(key)
        self.blockSignals(True)
        self.setCurrentIndex(index)
        if index < 0 and self.isEditable():
            self.setEditText(key)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """The token's height."""
        return QSize(super().sizeHint().width() + 8, theme.height("field"))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(64, theme.height("field"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice, unless it has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
