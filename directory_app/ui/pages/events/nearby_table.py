"""The table of businesses near an event: keys, ticks, and dragging to order."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from directory_app.ui import theme
from directory_app.ui.pages.events.nearby_cells import NearbyDelegate
from directory_app.ui.pages.events.nearby_model import MIME, Column, NearbyModel
from directory_app.ui.parts.events import words
from directory_app.ui.widgets.plain_table import PlainHeader, PlainTable

#: Least widths at which state, then distance, are still worth their place.
_STATE_BELOW, _FAR_BELOW = 250, 300


class NearbyTable(PlainTable):
    """Space ticks, Alt+Up and Alt+Down move, Enter goes to the business (``opened(code)``)."""

    opened = Signal(str)

    def __init__(self, model: NearbyModel, parent: QWidget | None = None) -> None:
        header = PlainHeader({Column.TICK: 16, Column.NAME: 28}, right=[Column.FAR])
        super().__init__(model, header, "row", parent)
        self._model = model
        self._drop_at = -1
        self.setItemDelegate(NearbyDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row(index.row()).code))
        model.modelReset.connect(self._span)

    def _span(self) -> None:
        """Why a business is left out needs the room of its distance, which it has not."""
        self.clearSpans()
        for at in range(self._model.listed(), self._model.rowCount()):
            self.setSpan(at, Column.STATE, 1, 2)

    def fit_columns(self) -> None:
        """Distance and state as wide as their words; the name takes the rest."""
        room = max(self.viewport().width() - 44, 120)
        metrics = QFontMetrics(theme.font("small"))
        far = metrics.horizontalAdvance("00,0 mi SW 00") + 20
        state = metrics.horizontalAdvance(self._longest_state()) + 36
        widths = {Column.TICK: 44, Column.NAME: room}
        for column, wide, below in (
            (Column.STATE, state, _STATE_BELOW),
            (Column.FAR, far, _FAR_BELOW),
        ):
            if room >= below:
                widths[column] = wide
                widths[Column.NAME] -= wide
        self.share(widths, room + 44)

    def _longest_state(self) -> str:
        return max(words.all_states(), key=len)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self.fit_columns()

    def go_to(self, code: str) -> None:
        """Select a business's row."""
        at = self._model.place_of(code)
        if at >= 0:
            self.setCurrentIndex(self._model.index(at, Column.NAME))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a tick."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == Column.TICK:
            self._model.toggle(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space, Enter, Alt+Up and Alt+Down."""
        at = self.currentIndex().row()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if at >= 0 and alt and step:
            if self._model.move(at, at + step):
                self.setCurrentIndex(self._model.index(at + step, Column.NAME))
        elif at >= 0 and event.key() == Qt.Key.Key_Space:
            self._model.toggle(at)
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._model.row(at).code)
        else:
            super().keyPressEvent(event)

    # -- dragging

    def _gap(self, event: QDropEvent) -> int:
        """Before which row a drop would go."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self._model.listed()
        rect = self.visualRect(index)
        below = event.position().y() > rect.center().y()
        return min(index.row() + below, self._model.listed())

    def dragMoveEvent(self, event: Any) -> None:
        """Show where it would go."""
        super().dragMoveEvent(event)
        self._drop_at = self._gap(event)
        event.acceptProposedAction()
        self.viewport().update()

    def dragLeaveEvent(self, event: Any) -> None:
        """Show nothing."""
        super().dragLeaveEvent(event)
        self._drop_at = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the row."""
        start = int(bytes(event.mimeData().data(MIME).data()) or b"-1")
        end = self._gap(event)
        self._drop_at = -1
        self.viewport().update()
        # the view would take the row out itself after a move that it was told of
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._model.move(start, end - 1 if end > start else end)

    def paintEvent(self, event: Any) -> None:
        """Draw the line where a drop would go."""
        super().paintEvent(event)
        if self._drop_at < 0:
            return
        painter = QPainter(self.viewport())
        y = self.rowViewportPosition(self._drop_at) if self._drop_at < self._model.rowCount() else 0
        if self._drop_at and y == 0:
            y = self.rowViewportPosition(self._drop_at - 1) + self.rowHeight(0)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.end()
